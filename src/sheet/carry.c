/* Carry: see carry.h. */
#include "sheet/carry.h"

#include "render/numbers.h"

#include <float.h>
#include <math.h>

static const double power_of_ten[CARRY_MOST + 2] = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16};

double carry_round(double value, double error, int decimals) {
    const double scale = power_of_ten[decimals];
    const double size = fabs(value) * scale;
    const double slack = (error + DBL_EPSILON * fabs(value)) * scale;
    if (!(slack <= 0.25)) /* from a size of 1e15 on, too */
        return value;     /* it has no more decimals than that */
    const double units = (double)(int64_t)(size + 0.5 + slack);
    return (value < 0 && units > 0 ? -units : units) / scale;
}

double carry_unit(int decimals) {
    return 1 / power_of_ten[decimals];
}

struct carrying {
    struct trace *trace;
    double *values; /* by quantity */
    double *errors; /* by quantity: how far rounding on the way can take it */
    bool *carried;  /* by quantity: whether it is, yet */
    bool bounds;    /* evaluate the exact values with those, else the carried ones */
    double *step_values, *step_errors;
    int decimals;
    struct error *error;
};

static bool find(void *context, const char *name, size_t length, struct approximate *found) {
    const struct carrying *carrying = context;
    const struct quantity *quantity = trace_find(carrying->trace, name, length);
    if (quantity == NULL)
        return false; /* GCOVR_EXCL_LINE: every name of a walk has its value */
    const size_t index = (size_t)(quantity - carrying->trace->quantities);
    const double value = carrying->values[index];
    *found = carrying->bounds ? (struct approximate){quantity->value, carrying->errors[index]}
                              : (struct approximate){value, DBL_EPSILON / 2 * fabs(value)};
    return true;
}

static bool evaluate(struct carrying *carrying, const struct formula *formula, bool bounds,
                     struct approximate *result, struct error *error) {
    const struct formula_names names = {.find = find, .context = carrying};
    carrying->bounds = bounds;
    return formula_evaluate(formula, &names, result, error);
}

static bool carry_names(struct carrying *carrying, const struct formula *formula);

static bool carry_step(struct carrying *carrying, const struct step *step) {
    struct trace *trace = carrying->trace;
    const size_t s = (size_t)(step - trace->steps);
    struct approximate by_hand, exact;
    const int decimals = carrying->decimals;
    const struct formula *formula = numbers_shortest(trace, step);
    if (!carry_names(carrying, formula) ||
        !evaluate(carrying, formula, false, &by_hand, carrying->error) ||
        !evaluate(carrying, formula, true, &exact, carrying->error))
        return false; /* GCOVR_EXCL_LINE: every formula of a walk was evaluated */
    arena_reset(&trace->scratch);
    if (!isfinite(by_hand.value) || !isfinite(exact.error))
        return error_set(
            carrying->error, "%s%s: has no value with %d decimal%s carried; more are needed",
            equation_place(step->equation).text, step->name, decimals, decimals == 1 ? "" : "s");
    carrying->step_values[s] = carry_round(by_hand.value, by_hand.error, decimals);
    carrying->step_errors[s] = exact.error + carry_unit(decimals) / 2;
    return true;
}

/* By the step that gives it, which may stand below one that takes it: a sum above its summands. */
static bool carry_name(struct carrying *carrying, const struct quantity *quantity) {
    const size_t q = (size_t)(quantity - carrying->trace->quantities);
    if (quantity->typed != NULL || carrying->carried[q])
        return true;
    carrying->carried[q] = true;
    if (!carry_step(carrying, &carrying->trace->steps[quantity->step]))
        return false;
    carrying->values[q] = carrying->step_values[quantity->step];
    carrying->errors[q] = carrying->step_errors[quantity->step];
    return true;
}

static bool carry_names(struct carrying *carrying, const struct formula *formula) {
    if (formula == NULL)
        return true;
    if (formula->kind == FORMULA_NAME) {
        const struct quantity *named = trace_find(carrying->trace, formula->text, formula->length);
        return carry_name(carrying, named);
    }
    if (!carry_names(carrying, formula->left) || !carry_names(carrying, formula->right))
        return false; /* GCOVR_EXCL_LINE: errors and error terms, named early, have a value */
    return true;
}

static bool is_later(const struct trace *trace, const struct step *step,
                     const struct quantity *named) {
    return &trace->steps[named->step] > step;
}

static bool carry_on(struct carrying *carrying) {
    const struct trace *trace = carrying->trace;
    for (size_t s = 0; s < trace->step_count; s++) {
        const struct step *step = &trace->steps[s];
        const struct quantity *named = trace_find(trace, step->name, strlen(step->name));
        if (is_later(trace, step, named))
            continue;
        if (!(step->kind == STEP_GIVES ? carry_name(carrying, named) : carry_step(carrying, step)))
            return false;
    }
    return true;
}

/* The steps that had to wait for their name's value. */
static void fill_in(const struct carrying *carrying) {
    const struct trace *trace = carrying->trace;
    for (size_t s = 0; s < trace->step_count; s++) {
        const struct step *step = &trace->steps[s];
        const struct quantity *named = trace_find(trace, step->name, strlen(step->name));
        if (is_later(trace, step, named)) {
            carrying->step_values[s] = carrying->values[named - trace->quantities];
            carrying->step_errors[s] = carrying->errors[named - trace->quantities];
        }
    }
}

bool carry(struct carried *carried, struct trace *trace, int decimals, struct error *error) {
    const size_t names = trace->quantity_count, steps = trace->step_count;
    struct carrying carrying = {.trace = trace,
                                .values = arena_take(&trace->arena, names * sizeof(double)),
                                .errors = arena_take(&trace->arena, names * sizeof(double)),
                                .carried = arena_take(&trace->arena, names),
                                .step_values = arena_take(&trace->arena, steps * sizeof(double)),
                                .step_errors = arena_take(&trace->arena, steps * sizeof(double)),
                                .decimals = decimals,
                                .error = error};
    for (size_t i = 0; i < names; i++) {
        carrying.values[i] = trace->quantities[i].value;
        carrying.errors[i] = 0;
        carrying.carried[i] = false;
    }
    if (!carry_on(&carrying))
        return false;
    fill_in(&carrying);
    *carried = (struct carried){carrying.values, carrying.step_values, carrying.step_errors};
    return true;
}
