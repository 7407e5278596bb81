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
    struct error *error;
};

static struct search start(struct trace *trace, const struct quantity *by, struct error *error) {
    struct search search = {.trace = trace, .by = by, .error = error};
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
static bool slope_of(struct search *search, const struct quantity *of, double *slope) {
    const struct formula_names names = {
        .find = find_value, .slope = search->found != NULL ? find_slope : NULL, .context = search};
    const struct formula by = {
        .kind = FORMULA_NAME, .text = search->by->name, .length = search->by->length};
    struct approximate result;
    const struct formula *formula = trace_formula(search->trace, of, search->error);
    if (formula == NULL || !formula_differentiate(formula, &by, &names, &result, search->error))
        return false; /* GCOVR_EXCL_LINE: every formula of a walk was evaluated */
    *slope = result.value;
    return true;
}

static bool find_slope(void *context, const char *name, size_t length, struct approximate *found) {
    struct search *search = context;
    const struct quantity *quantity = trace_find(search->trace, name, length);
    double *slope = &search->found[quantity - search->trace->quantities];
    if (quantity->typed != NULL)
        *slope = 0;
    else if (isnan(*slope) && !slope_of(search, quantity, slope))
        return false; /* GCOVR_EXCL_LINE: every formula of a walk was evaluated */
    *found = (struct approximate){*slope, 0};
    return true;
}

bool derive(struct trace *trace, const struct quantity *of, const struct quantity *by,
            double *derivative, struct error *error) {
    *derivative = of == by;
    if (of == by || of->typed != NULL)
        return true;
    struct search search = start(trace, by, error);
    const bool done = slope_of(&search, of, derivative);
    free(search.found);
    return done;
}

bool derive_locally(struct trace *trace, const struct quantity *of, const struct quantity *by,
                    double *derivative, struct error *error) {
    struct search search = {.trace = trace, .by = by, .error = error};
    return slope_of(&search, of, derivative);
}

static bool find_moved(void *context, const char *name, size_t length, struct approximate *found);

static bool move(struct search *search, const struct quantity *of, double *value) {
    const struct formula_names names = {.find = find_moved, .context = search};
    struct approximate result;
    const struct formula *formula = trace_formula(search->trace, of, search->error);
    if (formula == NULL || !formula_evaluate(formula, &names, &result, search->error))
        return false; /* GCOVR_EXCL_LINE: every formula of a walk was evaluated */
    *value = result.value;
    return true;
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
    else if (isnan(*value) && !move(search, quantity, value))
        return false; /* GCOVR_EXCL_LINE: every formula of a walk was evaluated */
    *found = (struct approximate){*value, 0};
    return true;
}

static bool at(struct trace *trace, const struct quantity *of, const struct quantity *by,
               double moved, double *value, struct error *error) {
    struct search search = start(trace, by, error);
    search.moved = moved;
    const bool done = move(&search, of, value);
    free(search.found);
    return done;
}

bool derive_numerically(struct trace *trace, const struct quantity *of, const struct quantity *by,
                        double *derivative, struct error *error) {
    const double step = 1e-5 * larger(1, fabs(by->value));
    const double above = by->value + step, below = by->value - step;
    double more, less;
    *derivative = of == by;
    if (of == by || of->typed != NULL)
        return true;
    if (!at(trace, of, by, above, &more, error) || !at(trace, of, by, below, &less, error))
        return false; /* GCOVR_EXCL_LINE: every formula of a walk was evaluated */
    *derivative = (more - less) / (above - below);
    return true;
}
