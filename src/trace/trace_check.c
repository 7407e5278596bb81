/* Trace, the checking of it: every equals sign of a walk is one of these comparisons. See trace.h. */
#include "trace/trace.h"

#include "base/number.h"

#include <float.h>
#include <math.h>
#include <string.h>

static bool find_name(void *context, const char *name, size_t length, struct approximate *found);

struct formula_names trace_names(struct trace *trace) {
    return (struct formula_names){.find = find_name, .context = trace};
}

static bool evaluate(struct trace *trace, const struct form *form, struct approximate *result) {
    const struct formula_names names = trace_names(trace);
    return formula_evaluate(form->formula, &names, result, &trace->error);
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
    return fabs(a - b) <= 4 * DBL_EPSILON * fmin(fabs(a), fabs(b));
}

/* A derivative is computed twice: compiled, by a complex step, and from the text, by the rules of
 * chapter 4. They must agree; the second is kept, for its bits do not depend on how a compiler
 * divides complex numbers. The complex step of 2^-100 sees nothing below SMALLEST: what is lost below
 * the least double, and what the factors after it, 2^100 at most, make of the loss. */
static bool settle_derivative(struct trace *trace, struct form *form) {
    static const double SMALLEST = DBL_TRUE_MIN * 0x1p100 * 0x1p100;
    struct approximate ruled;
    if (!evaluate(trace, form, &ruled))
        return false;
    const double compiled = form->value;
    form->value = ruled.value;
    return isnan(compiled) || close_enough(compiled, ruled.value) ||
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
    return error_set(&trace->error, "(%s) %s: %s is %s, but should be %s", step->equation, step->name,
                     quote(form->text, form->length).text, here, there);
}

static bool parse(struct trace *trace, struct form *form) {
    size_t column;
    form->formula = formula_parse(&trace->arena, form->text, form->length, &column, &trace->error);
    return form->formula != NULL;
}

static bool check_step(struct trace *trace, struct step *step) {
    const struct quantity *named = trace_find(trace, step->name, strlen(step->name));
    if (named == NULL)
        return error_set(&trace->error, "(%s) %s: never gets its value", step->equation, step->name);
    for (size_t i = 0; i < step->form_count; i++) {
        struct form *form = &step->forms[i];
        struct approximate later;
        if (formula_has_partial(form->formula)) {
            if (!settle_derivative(trace, form))
                return fail(trace, step, form);
        } else if (isnan(form->value)) {
            if (!evaluate(trace, form, &later))
                return false;
            form->value = later.value;
        }
        form->differs = differs(trace, form, step->name, named->value);
        if (form->differs && trace->slips == 0)
            return fail(trace, step, form);
    }
    step->value = step->forms[step->form_count - 1].value;
    return true;
}

bool trace_check(struct trace *trace, struct error *error) {
    for (size_t s = 0; s < trace->step_count && !trace->failed; s++)
        for (size_t i = 0; i < trace->steps[s].form_count && !trace->failed; i++)
            trace->failed = !parse(trace, &trace->steps[s].forms[i]);
    for (size_t s = 0; s < trace->step_count && !trace->failed; s++)
        trace->failed = !check_step(trace, &trace->steps[s]);
    if (trace->failed)
        *error = trace->error;
    return !trace->failed;
}
