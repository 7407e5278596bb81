/* Trace, the recording of it: see trace.h. */
#include "trace/trace.h"

#include "trace/forms.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

void trace_start(struct trace *trace, const char *network, unsigned alternatives) {
    enum { USUAL_SLOTS = 512 };
    *trace = (struct trace){
        .network = network, .alternatives = alternatives, .error_ceiling = (double)INFINITY};
    trace->slot_count = USUAL_SLOTS;
    trace->slots = arena_take(&trace->arena, USUAL_SLOTS * sizeof *trace->slots);
    memset(trace->slots, 0, USUAL_SLOTS * sizeof *trace->slots);
    trace->quantities = arena_take(&trace->arena, USUAL_SLOTS / 2 * sizeof *trace->quantities);
}

void trace_free(struct trace *trace) {
    arena_free(&trace->arena);
    arena_free(&trace->scratch);
    *trace = (struct trace){0};
}

/* The slot where NAME is, or where it would go. */
static unsigned *slot_of(const struct trace *trace, const char *name, size_t length,
                         unsigned hash) {
    for (size_t at = hash;; at++) {
        unsigned *slot = &trace->slots[at & (trace->slot_count - 1)];
        if (*slot == 0)
            return slot;
        const struct quantity *taken = &trace->quantities[*slot - 1];
        if (taken->hash == hash && taken->length == length &&
            memcmp(taken->name, name, length) == 0)
            return slot;
    }
}

const struct quantity *trace_find(const struct trace *trace, const char *name, size_t length) {
    const unsigned slot = *slot_of(trace, name, length, name_hash(name, length));
    return slot == 0 ? NULL : &trace->quantities[slot - 1];
}

struct equation_place equation_place(const char *equation) {
    struct equation_place place = {""};
    if (equation[0] != '\0')
        snprintf(place.text, sizeof place.text, "(%s) ", equation);
    return place;
}

static bool fail(struct trace *trace, const char *equation, const char *name, const char *what) {
    trace->failed = true;
    return error_set(&trace->error, "%s%s: %s", equation_place(equation).text, name, message(what));
}

/* Twice as large; what was there stays in the arena until the trace goes. */
static void *grown(struct trace *trace, const void *old, size_t count, size_t size) {
    return memcpy(arena_take(&trace->arena, 2 * count * size), old, count * size);
}

static void grow(struct trace *trace) {
    trace->quantities =
        grown(trace, trace->quantities, trace->quantity_count, sizeof *trace->quantities);
    trace->slot_count *= 2;
    trace->slots = arena_take(&trace->arena, trace->slot_count * sizeof *trace->slots);
    memset(trace->slots, 0, trace->slot_count * sizeof *trace->slots);
    for (size_t i = 0; i < trace->quantity_count; i++) {
        const struct quantity *kept = &trace->quantities[i];
        *slot_of(trace, kept->name, kept->length, kept->hash) = (unsigned)i + 1;
    }
}

static void give(struct trace *trace, const char *equation, struct quantity quantity) {
    if (trace->quantity_count == trace->slot_count / 2)
        grow(trace);
    unsigned *slot = slot_of(trace, quantity.name, quantity.length, quantity.hash);
    if (*slot != 0) {
        fail(trace, equation, quantity.name,
             "has its value already; a name gets a value once in a walk");
        return;
    }
    quantity.rounding = quantity.error = -1;
    quantity.shown = quantity.name;
    trace->quantities[trace->quantity_count] = quantity;
    *slot = (unsigned)++trace->quantity_count;
}

static struct quantity given(const char *name, double value, const char *typed) {
    const size_t length = strlen(name);
    return (struct quantity){.name = name,
                             .length = (unsigned)length,
                             .hash = name_hash(name, length),
                             .typed = typed,
                             .value = value};
}

void trace_given(struct trace *trace, const char *name, double value, const char *typed) {
    if (!trace->failed)
        give(trace, "", given(name, value, typed));
}

void trace_inherits(struct trace *trace, const char *name, struct trace *source, size_t index,
                    const char *typed) {
    struct quantity quantity = given(name, source->quantities[index].value, typed);
    quantity.source = source;
    quantity.source_index = index;
    if (!trace->failed)
        give(trace, "", quantity);
}

void trace_heading(struct trace *trace, const struct heading *heading) {
    trace->heading = heading;
}

double trace_value_hashed(struct trace *trace, const char *name, size_t length, unsigned hash) {
    const unsigned slot = *slot_of(trace, name, length, hash);
    if (slot == 0 && !trace->failed)
        fail(trace, "", name, "is unknown; a name that has its value already is needed");
    return slot == 0 ? (double)NAN : trace->quantities[slot - 1].value;
}

static struct step *next_step(struct trace *trace) {
    enum { USUAL_STEPS = 256 };
    if (trace->step_count == trace->step_room) {
        trace->steps = trace->step_room == 0
                           ? arena_take(&trace->arena, USUAL_STEPS * sizeof *trace->steps)
                           : grown(trace, trace->steps, trace->step_count, sizeof *trace->steps);
        trace->step_room = trace->step_room == 0 ? USUAL_STEPS : 2 * trace->step_room;
    }
    return &trace->steps[trace->step_count++];
}

/* STEP with its forms goes into the trace, and its name gets its value if it gives one. */
static double record(struct trace *trace, const struct step *step, size_t length, unsigned hash) {
    if (!isfinite(step->value)) {
        fail(trace, step->equation, step->name,
             "leaves the range of a double (1.7e308); smaller numbers are needed");
        return (double)NAN;
    }
    struct step *kept = next_step(trace);
    *kept = *step;
    kept->shown = step->name;
    kept->heading = trace->heading;
    trace->heading = NULL;
    if (step->kind == STEP_GIVES)
        give(trace, step->equation,
             (struct quantity){.name = step->name,
                               .length = (unsigned)length,
                               .hash = hash,
                               .step = trace->step_count - 1,
                               .value = step->value});
    return step->value;
}

/* What states a name may be of names that come later: trace_check holds it to its name then. */
static double stated_value(enum step_kind kind, double value) {
    return kind == STEP_STATES && isnan(value) ? 0 : value;
}

double trace_step_hashed(struct trace *trace, enum step_kind kind, const char *equation,
                         unsigned alternative, const char *name, size_t length, unsigned hash,
                         const char *forms, const double values[], size_t count) {
    if (trace->failed)
        return (double)NAN;
    trace->alternatives_met |= alternative;
    const bool taken = (trace->alternatives & alternative) != 0;
    const size_t form_count = alternative != 0 && !taken ? count - 1 : count;
    struct form *recorded = arena_take(&trace->arena, count * sizeof *recorded);
    for (size_t i = 0; i < count; i++)
        recorded[i] = (struct form){.value = values[i]};
    return record(trace,
                  &(struct step){.kind = kind,
                                 .equation = equation,
                                 .name = name,
                                 .alternative = alternative,
                                 .takes_alternative = taken,
                                 .text = forms,
                                 .forms = recorded,
                                 .form_count = form_count,
                                 .value = stated_value(kind, values[form_count - 1])},
                  length, hash);
}

void trace_text(struct trace *trace, enum step_kind kind, const char *equation, const char *name,
                const char *forms) {
    if (trace->failed)
        return;
    const size_t length = strlen(name);
    struct step step = {.kind = kind, .equation = equation, .name = name, .text = forms};
    step.forms = forms_of(&trace->arena, forms, &step.form_count);
    const size_t count = step.form_count;
    for (size_t i = 0; i < count; i++)
        if (!form_evaluate_now(trace, &step.forms[i], kind == STEP_STATES)) {
            trace->failed = true;
            return;
        }
    step.value = stated_value(kind, step.forms[count - 1].value);
    record(trace, &step, length, name_hash(name, length));
}
