/* Trace, the checking of it: every equals sign of a walk is one of these comparisons. See trace.h.
 */
#include "trace/trace.h"

#include "base/number.h"

#include <float.h>
#include <math.h>
#include <string.h>

static bool find_name(void *context, const char *name, size_t length, struct approximate *found);

struct formula_names trace_names(struct trace *trace) {
    return (struct formula_names){.find = find_name, .context = trace};
}

const struct formula *form_parse(const struct form *form, struct arena *arena,
                                 struct error *error) {
    size_t column;
    return formula_parse(arena, form->text, form->length, &column, error);
}

static bool evaluate_with(struct trace *trace, const struct form *form,
                          const struct formula_names *names, struct approximate *result) {
    const struct formula *formula = form_parse(form, &trace->scratch, &trace->error);
    return formula != NULL && formula_evaluate(formula, names, result, &trace->error);
}

/* With the bound of rounding; it asks for the bounds of all names on the way. */
static bool evaluate(struct trace *trace, const struct form *form, struct approximate *result) {
    const struct formula_names names = trace_names(trace);
    return evaluate_with(trace, form, &names, result);
}

static bool find_value(void *context, const char *name, size_t length, struct approximate *found) {
    const struct quantity *quantity = trace_find(context, name, length);
    if (quantity != NULL)
        *found = (struct approximate){quantity->value, 0};
    return quantity != NULL;
}

static bool evaluate_alone(struct trace *trace, const struct form *form, double *value) {
    const struct formula_names names = {.find = find_value, .context = trace};
    struct approximate result = {0};
    const bool done = evaluate_with(trace, form, &names, &result);
    *value = result.value;
    return done;
}

/* The bound of a computed name comes from the form that gave it, when somebody first asks. */
static bool find_name(void *context, const char *name, size_t length, struct approximate *found) {
    struct trace *trace = context;
    const struct quantity *quantity = trace_find(trace, name, length);
    if (quantity == NULL)
        return false;
    if (quantity->error < 0) {
        const struct step *step = &trace->steps[quantity->step];
        struct approximate bound;
        if (!evaluate(trace, &step->forms[step->form_count - 1], &bound))
            return false;
        trace->quantities[quantity - trace->quantities].error = bound.error;
    }
    *found = (struct approximate){quantity->value, quantity->error};
    return true;
}

static bool close_enough(double a, double b) {
    return fabs(a - b) <= 4 * DBL_EPSILON * (fabs(a) < fabs(b) ? fabs(a) : fabs(b));
}

/* A derivative that is a step's value is computed twice: compiled, by a complex step, and from the
 * text, by the rules of chapter 4. They must agree; the second is kept, for its bits do not depend
 * on how a compiler divides complex numbers. The complex step of 2^-100 sees nothing below
 * SMALLEST: what is lost below the least double, and what the factors after it, 2^100 at most, make
 * of the loss. */
static bool settle_derivative(struct trace *trace, struct form *form) {
    static const double SMALLEST = DBL_TRUE_MIN * 0x1p100 * 0x1p100;
    const double compiled = form->value;
    struct approximate ruled;
    if (!evaluate_alone(trace, form, &form->value))
        return false;
    if (isnan(compiled) || close_enough(compiled, form->value))
        return true;
    return evaluate(trace, form, &ruled) &&
           fabs(compiled - ruled.value) <= 2 * ruled.error + SMALLEST;
}

static bool differs(struct trace *trace, const struct form *form, const char *name, double value) {
    if (form->value == value || close_enough(form->value, value))
        return false;
    struct approximate bound = {0}, reference = {0};
    if (!evaluate(trace, form, &bound) || !find_name(trace, name, strlen(name), &reference))
        return true;
    return !(fabs(form->value - value) <= bound.error + reference.error);
}

static bool fail(struct trace *trace, const struct step *step, const struct form *form) {
    char here[NUMBER_ROOM], there[NUMBER_ROOM];
    number_exact(here, form->value);
    number_exact(there, step->value);
    trace->failed = true;
    return error_set(&trace->error, "(%s) %s: %s is %s, but should be %s", step->equation,
                     step->name, quote(form->text, form->length).text, here, there);
}

/* The text of a step's forms is split at the commas outside all parentheses. What stands behind the
 * last form that counts can only be the alternative of a slip that is not made. */
static bool split(struct trace *trace, struct step *step) {
    const char *text = step->text;
    const size_t written = step->form_count + (step->slip != NULL && !step->slip_made);
    for (size_t i = 0; i < written; i++) {
        struct form *form = &step->forms[i];
        while (*text == ' ')
            text++;
        form->text = text;
        form->length = formula_extent(text);
        text += form->length;
        if ((*text == ',') != (i + 1 < written))
            return error_set(&trace->error, "(%s) %s: has not as many forms as values",
                             step->equation, step->name);
        text++;
    }
    return true;
}

static bool has_partial(const struct form *form) {
    return memmem(form->text, form->length, "PARTIAL(", 8) != NULL;
}

static bool check_step(struct trace *trace, struct step *step) {
    const struct quantity *named = trace_find(trace, step->name, strlen(step->name));
    if (named == NULL)
        return error_set(&trace->error, "(%s) %s: never gets its value", step->equation,
                         step->name);
    for (size_t i = 0; i < step->form_count; i++) {
        struct form *form = &step->forms[i];
        const bool is_value = i + 1 == step->form_count || !close_enough(form->value, named->value);
        if (is_value && has_partial(form)) {
            if (!settle_derivative(trace, form))
                return fail(trace, step, form);
        } else if (isnan(form->value)) {
            if (!evaluate_alone(trace, form, &form->value))
                return false;
        }
        form->differs = differs(trace, form, step->name, named->value);
        if (form->differs && trace->slips == 0)
            return fail(trace, step, form);
    }
    arena_reset(&trace->scratch);
    step->value = step->forms[step->form_count - 1].value;
    return true;
}

bool trace_check(struct trace *trace, struct error *error) {
    for (size_t s = 0; s < trace->step_count && !trace->failed; s++)
        trace->failed = !split(trace, &trace->steps[s]);
    for (size_t s = 0; s < trace->step_count && !trace->failed; s++)
        trace->failed = !check_step(trace, &trace->steps[s]);
    if (trace->failed)
        *error = trace->error;
    return !trace->failed;
}
