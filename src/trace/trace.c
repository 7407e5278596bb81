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
    *trace = (struct trace){0};
}

/* The slot where NAME is, or where it would go. FNV-1a. */
static unsigned short *slot_of(const struct trace *trace, const char *name, size_t length) {
    unsigned hash = 2166136261u;
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)name[i]) * 16777619u;
    for (unsigned at = hash ^ hash >> 16;; at++) {
        const unsigned short *slot = &trace->slots[at & (QUANTITY_SLOTS - 1)];
        if (*slot == 0)
            return (unsigned short *)slot;
        const char *taken = trace->quantities[*slot - 1].name;
        if (strncmp(taken, name, length) == 0 && taken[length] == '\0')
            return (unsigned short *)slot;
    }
}

const struct quantity *trace_find(const struct trace *trace, const char *name, size_t length) {
    const unsigned short slot = *slot_of(trace, name, length);
    return slot == 0 ? NULL : &trace->quantities[slot - 1];
}

static bool fail(struct trace *trace, const char *equation, const char *name, const char *what) {
    trace->failed = true;
    return error_set(&trace->error, "%s%s%s%s: %s", equation[0] ? "(" : "", equation,
                     equation[0] ? ") " : "", name, what);
}

static void give(struct trace *trace, const char *equation, struct quantity quantity) {
    unsigned short *slot = slot_of(trace, quantity.name, strlen(quantity.name));
    if (*slot != 0) {
        fail(trace, equation, quantity.name, "has its value already; a name gets a value once in a walk");
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
        give(trace, "", (struct quantity){.name = name, .typed = typed, .value = value});
}

void trace_heading(struct trace *trace, const char *key) {
    trace->heading = key;
}

double trace_value(struct trace *trace, const char *name) {
    const struct quantity *found = trace_find(trace, name, strlen(name));
    if (found == NULL && !trace->failed)
        fail(trace, "", name, "is unknown; a name that has its value already is needed");
    return found == NULL ? NAN : found->value;
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

/* The text of the forms is split at the commas outside all parentheses. */
static bool split(struct form forms[], const char *text, const double values[], size_t count) {
    for (size_t i = 0; i < count; i++) {
        while (*text == ' ' || *text == '\n')
            text++;
        const size_t length = formula_extent(text);
        forms[i] = (struct form){.text = text, .length = length, .value = values[i]};
        text += length;
        if ((*text == ',') != (i + 1 < count))
            return false;
        text++;
    }
    return true;
}

double trace_step(struct trace *trace, enum step_kind kind, const char *equation, const char *slip,
                  const char *name, const char *forms, const double values[], size_t count) {
    if (trace->failed)
        return NAN;
    struct form *split_forms = arena_take(&trace->arena, count * sizeof *split_forms);
    if (!split(split_forms, forms, values, count)) {
        fail(trace, equation, name, "has not as many forms as values");
        return NAN;
    }
    bool made = false;
    if (slip != NULL) {
        trace->slips_met |= slip_bit(slip);
        made = (trace->slips & slip_bit(slip)) != 0;
    }
    const double value = values[slip != NULL && !made ? count - 2 : count - 1];
    if (!isfinite(value)) {
        fail(trace, equation, name,
             "leaves the range of a double (1.7e308); smaller inputs, weights or biases are needed");
        return NAN;
    }
    struct step *step = next_step(trace);
    *step = (struct step){.kind = kind,
                          .equation = equation,
                          .name = name,
                          .slip = slip,
                          .slip_made = made,
                          .heading = trace->heading,
                          .forms = split_forms,
                          .form_count = slip != NULL && !made ? count - 1 : count,
                          .value = value};
    trace->heading = NULL;
    if (kind == STEP_GIVES)
        give(trace, equation, (struct quantity){.name = name, .step = trace->step_count - 1, .value = value, .error = -1});
    return value;
}
