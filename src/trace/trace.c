/* Trace, the recording of it: see trace.h. */
#include "trace/trace.h"

#include <math.h>
#include <string.h>

unsigned slip_bit(const char *id) {
    return 1u << (id[1] - '1');
}

void trace_start(struct trace *trace, const char *network, unsigned slips) {
    *trace = (struct trace){.network = network, .slips = slips};
    trace->quantities = arena_take(&trace->arena, (QUANTITY_SLOTS / 2) * sizeof *trace->quantities);
}

void trace_free(struct trace *trace) {
    arena_free(&trace->arena);
    arena_free(&trace->scratch);
    *trace = (struct trace){0};
}

/* The slot where NAME is, or where it would go. */
static unsigned short *slot_of(const struct trace *trace, const char *name, size_t length,
                               unsigned hash) {
    for (unsigned at = hash >> 16;; at++) {
        const unsigned short *slot = &trace->slots[at & (QUANTITY_SLOTS - 1)];
        if (*slot == 0)
            return (unsigned short *)slot;
        const struct quantity *taken = &trace->quantities[*slot - 1];
        if (taken->hash == hash && taken->length == length &&
            memcmp(taken->name, name, length) == 0)
            return (unsigned short *)slot;
    }
}

const struct quantity *trace_find(const struct trace *trace, const char *name, size_t length) {
    const unsigned short slot = *slot_of(trace, name, length, name_hash(name, length));
    return slot == 0 ? NULL : &trace->quantities[slot - 1];
}

static bool fail(struct trace *trace, const char *equation, const char *name, const char *what) {
    trace->failed = true;
    return error_set(&trace->error, "%s%s%s%s: %s", equation[0] ? "(" : "", equation,
                     equation[0] ? ") " : "", name, what);
}

static void give(struct trace *trace, const char *equation, struct quantity quantity) {
    unsigned short *slot = slot_of(trace, quantity.name, quantity.length, quantity.hash);
    if (*slot != 0) {
        fail(trace, equation, quantity.name,
             "has its value already; a name gets a value once in a walk");
        return;
    }
    if (trace->quantity_count == QUANTITY_SLOTS / 2) {
        fail(trace, equation, quantity.name, "is one name too many for a trace");
        return;
    }
    trace->quantities[trace->quantity_count] = quantity;
    *slot = (unsigned short)++trace->quantity_count;
}

void trace_given(struct trace *trace, const char *name, double value, const char *typed) {
    if (!trace->failed)
        give(trace, "",
             (struct quantity){.name = name,
                               .length = (unsigned)strlen(name),
                               .hash = name_hash(name, strlen(name)),
                               .typed = typed,
                               .value = value});
}

void trace_heading(struct trace *trace, const char *key) {
    trace->heading = key;
}

double trace_value_hashed(struct trace *trace, const char *name, size_t length, unsigned hash) {
    const unsigned short slot = *slot_of(trace, name, length, hash);
    if (slot == 0 && !trace->failed)
        fail(trace, "", name, "is unknown; a name that has its value already is needed");
    return slot == 0 ? NAN : trace->quantities[slot - 1].value;
}

static struct step *next_step(struct trace *trace) {
    if (trace->step_count == trace->step_room) {
        const size_t room = trace->step_room ? 2 * trace->step_room : 256;
        struct step *steps = arena_take(&trace->arena, room * sizeof *steps);
        if (trace->step_count > 0)
            memcpy(steps, trace->steps, trace->step_count * sizeof *steps);
        trace->steps = steps;
        trace->step_room = room;
    }
    return &trace->steps[trace->step_count++];
}

double trace_step_hashed(struct trace *trace, enum step_kind kind, const char *equation,
                         const char *slip, const char *name, size_t length, unsigned hash,
                         const char *forms, const double values[], size_t count) {
    if (trace->failed)
        return NAN;
    bool made = false;
    if (slip != NULL) {
        trace->slips_met |= slip_bit(slip);
        made = (trace->slips & slip_bit(slip)) != 0;
    }
    const double value = values[slip != NULL && !made ? count - 2 : count - 1];
    if (!isfinite(value)) {
        fail(
            trace, equation, name,
            "leaves the range of a double (1.7e308); smaller numbers are needed");
        return NAN;
    }
    struct form *recorded = arena_take(&trace->arena, count * sizeof *recorded);
    for (size_t i = 0; i < count; i++)
        recorded[i] = (struct form){.value = values[i]};
    struct step *step = next_step(trace);
    *step = (struct step){.kind = kind,
                          .equation = equation,
                          .name = name,
                          .slip = slip,
                          .slip_made = made,
                          .heading = trace->heading,
                          .text = forms,
                          .forms = recorded,
                          .form_count = slip != NULL && !made ? count - 1 : count,
                          .value = value};
    trace->heading = NULL;
    if (kind == STEP_GIVES)
        give(trace, equation,
             (struct quantity){.name = name,
                               .length = (unsigned)length,
                               .hash = hash,
                               .step = trace->step_count - 1,
                               .value = value,
                               .error = -1});
    return value;
}
