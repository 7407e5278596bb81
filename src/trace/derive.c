/* Derive: see derive.h. */
#include "trace/derive.h"

#include "base/larger.h"

#include <math.h>
#include <stdlib.h>

/* A number for each quantity, found when it is first asked for: its derivative by BY, or its value
 * with BY moved. */
struct search {
    struct trace *trace;
    const struct quantity *by;
    double *found; /* NaN: not yet; NULL: a derivative goes through no other name */
    double moved;  /* the value of BY */
};

static struct search start(struct trace *trace, const struct quantity *by) {
    struct search search = {.trace = trace, .by = by};
    search.found = memory_take(trace->quantity_count * sizeof *search.found);
    for (size_t i = 0; i < trace->quantity_count; i++)
        search.found[i] = (double)NAN;
    return search;
}

static bool find_value(void *context, const char *name, size_t length, struct approximate *found) {
    struct search *search = context;
    const struct quantity *quantity = trace_find(search->trace, name, length);
    if (quantity == NULL)
        return false; /* GCOVR_EXCL_LINE: every name of a walk has its value */
    *found = (struct approximate){quantity->value, 0};
    return true;
}

static bool find_slope(void *context, const char *name, size_t length, struct approximate *found);

/* Of OF's own formula. */
static double slope_of(struct search *search, const struct quantity *of) {
    const struct formula_names names = {
        .find = find_value, .slope = search->found != NULL ? find_slope : NULL, .context = search};
    const struct formula by = {
        .kind = FORMULA_NAME, .text = search->by->name, .length = search->by->length};
    struct approximate result;
    struct error error;
    const struct formula *formula = trace_formula(search->trace, of, &error);
    if (formula == NULL || !formula_differentiate(formula, &by, &names, &result, &error))
        abort(); /* GCOVR_EXCL_LINE: it was evaluated, and is none that holds a derivative */
    return result.value;
}

static bool find_slope(void *context, const char *name, size_t length, struct approximate *found) {
    struct search *search = context;
    const struct quantity *quantity = trace_find(search->trace, name, length);
    double *slope = &search->found[quantity - search->trace->quantities];
    if (quantity->typed != NULL)
        *slope = 0;
    else if (isnan(*slope))
        *slope = slope_of(search, quantity);
    *found = (struct approximate){*slope, 0};
    return true;
}

double derive(struct trace *trace, const struct quantity *of, const struct quantity *by) {
    if (of == by || of->typed != NULL)
        return of == by;
    struct search search = start(trace, by);
    const double slope = slope_of(&search, of);
    free(search.found);
    return slope;
}

double derive_locally(struct trace *trace, const struct quantity *of, const struct quantity *by) {
    struct search search = {.trace = trace, .by = by};
    return slope_of(&search, of);
}

static bool find_moved(void *context, const char *name, size_t length, struct approximate *found);

static double move(struct search *search, const struct quantity *of) {
    const struct formula_names names = {.find = find_moved, .context = search};
    struct approximate result;
    struct error error;
    const struct formula *formula = trace_formula(search->trace, of, &error);
    if (formula == NULL || !formula_evaluate(formula, &names, &result, &error))
        abort(); /* GCOVR_EXCL_LINE: it was evaluated */
    return result.value;
}

static bool find_moved(void *context, const char *name, size_t length, struct approximate *found) {
    struct search *search = context;
    const struct quantity *quantity = trace_find(search->trace, name, length);
    if (quantity == NULL)
        return false; /* GCOVR_EXCL_LINE: every name of a walk has its value */
    double *value = &search->found[quantity - search->trace->quantities];
    if (quantity == search->by)
        *value = search->moved;
    else if (quantity->typed != NULL)
        *value = quantity->value;
    else if (isnan(*value))
        *value = move(search, quantity);
    *found = (struct approximate){*value, 0};
    return true;
}

static double at(struct trace *trace, const struct quantity *of, const struct quantity *by,
                 double moved) {
    struct search search = start(trace, by);
    search.moved = moved;
    const double value = move(&search, of);
    free(search.found);
    return value;
}

double derive_numerically(struct trace *trace, const struct quantity *of,
                          const struct quantity *by) {
    const double step = 1e-5 * larger(1, fabs(by->value));
    const double above = by->value + step, below = by->value - step;
    if (of == by || of->typed != NULL)
        return of == by;
    return (at(trace, of, by, above) - at(trace, of, by, below)) / (above - below);
}
