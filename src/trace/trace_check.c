/* Trace, the checking of it: every equals sign of a walk is one of these comparisons. See trace.h.
 */
#include "trace/trace.h"

#include "base/larger.h"
#include "base/number.h"
#include "trace/forms.h"

#include <float.h>
#include <math.h>
#include <string.h>

static bool find_name(void *context, const char *name, size_t length, struct approximate *found);

struct formula_names trace_names(struct trace *trace) {
    return (struct formula_names){.find = find_name, .context = trace};
}

/* With the bound of rounding; it asks for the bounds of all names on the way. */
static bool evaluate(struct trace *trace, struct form *form, struct approximate *result) {
    const struct formula_names names = trace_names(trace);
    const struct formula *formula = form_formula(trace, form, &trace->error);
    return formula != NULL && formula_evaluate(formula, &names, result, &trace->error);
}

/* The bound of a computed name comes from the form that gave it, when somebody first asks. */
static bool find_name(void *context, const char *name, size_t length, struct approximate *found) {
    struct trace *trace = context;
    const struct quantity *quantity = trace_find(trace, name, length);
    if (quantity == NULL)
        return false;
    double *rounding = &trace->quantities[quantity - trace->quantities].rounding;
    if (quantity->typed != NULL) {
        *rounding = 0;
    } else if (*rounding < 0) {
        const struct step *step = &trace->steps[quantity->step];
        struct approximate bound;
        if (!evaluate(trace, &step->forms[step->form_count - 1], &bound))
            return false;
        *rounding = bound.error;
    }
    *found = (struct approximate){quantity->value, *rounding};
    return true;
}

static bool close_enough(double a, double b) {
    return fabs(a - b) <= 4 * DBL_EPSILON * smaller(fabs(a), fabs(b));
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
    if (!form_evaluate_now(trace, form, false))
        return false;
    if (isnan(compiled) || close_enough(compiled, form->value))
        return true;
    return evaluate(trace, form, &ruled) &&
           fabs(compiled - ruled.value) <= 2 * ruled.error + SMALLEST;
}

static bool differs(struct trace *trace, struct form *form, const char *name, double value) {
    if (form->value == value || close_enough(form->value, value))
        return false;
    struct approximate bound, reference;
    if (!evaluate(trace, form, &bound) || !find_name(trace, name, strlen(name), &reference))
        return true;
    return !(fabs(form->value - value) <= bound.error + reference.error);
}

static bool fail(struct trace *trace, const struct step *step, const struct form *form,
                 double value) {
    char here[NUMBER_ROOM], there[NUMBER_ROOM];
    number_exact(here, form->value);
    number_exact(there, value);
    return error_set(&trace->error, "%s%s: %s is %s, but should be %s",
                     equation_place(step->equation).text, step->name,
                     quote(form->text, form->length).text, here, there);
}

/* What stands behind the last form that counts can only be an alternative that is not taken. */
static bool split(struct trace *trace, struct step *step) {
    const size_t written = step->form_count + (step->alternative != 0 && !step->takes_alternative);
    return step->forms[0].formula != NULL || forms_split(step, written) ||
           error_set(&trace->error, "%s%s: has not as many forms as values",
                     equation_place(step->equation).text, step->name);
}

static bool has_partial(const struct form *form) {
    return memmem(form->text, form->length, "PARTIAL(", 8) != NULL;
}

double form_value(struct trace *trace, struct form *form) {
    if (has_partial(form))
        form_evaluate_now(trace, form, false);
    return form->value;
}

static bool check_step(struct trace *trace, struct step *step) {
    const struct quantity *named = trace_find(trace, step->name, strlen(step->name));
    if (named == NULL)
        return error_set(&trace->error, "%s%s: never gets its value",
                         equation_place(step->equation).text, step->name);
    for (size_t i = 0; i < step->form_count; i++) {
        struct form *form = &step->forms[i];
        const bool is_value = i + 1 == step->form_count || !close_enough(form->value, named->value);
        if (form->formula != NULL && !isnan(form->value)) {
            /* evaluated from its text when it was recorded */
        } else if (is_value && has_partial(form)) {
            if (!settle_derivative(trace, form))
                return fail(trace, step, form, named->value);
        } else if (isnan(form->value)) {
            if (!form_evaluate_now(trace, form, false))
                return false;
        }
        form->differs = differs(trace, form, step->name, named->value);
        if (form->differs && trace->alternatives == 0)
            return fail(trace, step, form, named->value);
    }
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
