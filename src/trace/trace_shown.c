/* Trace, the digits that are shown of it: see trace.h. */
#include "trace/trace.h"

#include "base/big.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static const int limbs_of[PRECISIONS] = {12, 24, BIG_MOST_LIMBS};

/* The least double is 2^-1074. */
enum { LEAST_SIZE = -1074 };

/* ---- In doubles, each with a bound of its error ---- */

static bool find_double(void *context, const char *name, size_t length, struct approximate *found);

static bool evaluate_double(struct trace *trace, struct form *form, struct approximate *result) {
    const struct formula_names names = {.find = find_double, .context = trace};
    struct error error;
    const struct formula *formula = form_formula(trace, form, &error);
    if (formula == NULL || !formula_evaluate(formula, &names, result, &error))
        return false; /* GCOVR_EXCL_LINE: every formula of a walk was evaluated */
    return true;
}

static bool bound(struct trace *trace, const struct quantity *quantity, double *error) {
    struct approximate result;
    if (quantity->source != NULL) {
        const struct quantity *source = &quantity->source->quantities[quantity->source_index];
        const bool found = find_double(quantity->source, source->name, source->length, &result);
        *error = result.error;
        return found;
    }
    if (quantity->typed != NULL) {
        *error = number_error(quantity->typed, strlen(quantity->typed), quantity->value);
        return true;
    }
    const struct step *step = &trace->steps[quantity->step];
    if (!evaluate_double(trace, &step->forms[step->form_count - 1], &result))
        return false; /* GCOVR_EXCL_LINE: every formula of a walk was evaluated */
    *error = result.error + fabs(result.value - quantity->value);
    return true;
}

static bool find_double(void *context, const char *name, size_t length, struct approximate *found) {
    struct trace *trace = context;
    const struct quantity *quantity = trace_find(trace, name, length);
    if (quantity == NULL)
        return false; /* GCOVR_EXCL_LINE: every name of a walk has its value */
    double *error = &trace->quantities[quantity - trace->quantities].error;
    if (*error < 0 && !bound(trace, quantity, error))
        return false; /* GCOVR_EXCL_LINE: every formula of a walk was evaluated */
    *found = (struct approximate){quantity->value, *error};
    return true;
}

/* ---- In many bits ---- */

struct search {
    struct trace *trace;
    int precision;
};

static bool find(void *context, const char *name, size_t length, struct big *found);

static bool evaluate(struct search *search, struct form *form, struct big *result) {
    const struct formula_big_names names = {
        .find = find, .context = search, .limbs = limbs_of[search->precision]};
    struct error error;
    const struct formula *formula = form_formula(search->trace, form, &error);
    if (formula == NULL || !formula_evaluate_big(formula, &names, result, &error))
        return false; /* GCOVR_EXCL_LINE: every formula of a walk was evaluated */
    return true;
}

static bool evaluate_quantity(struct search *search, const struct quantity *quantity,
                              struct big *result) {
    if (quantity->source != NULL) {
        struct search there = {.trace = quantity->source, .precision = search->precision};
        const struct quantity *source = &quantity->source->quantities[quantity->source_index];
        return find(&there, source->name, source->length, result);
    }
    if (quantity->typed != NULL) {
        *result = big_text(limbs_of[search->precision], quantity->typed, strlen(quantity->typed));
        return true;
    }
    const struct step *step = &search->trace->steps[quantity->step];
    return evaluate(search, &step->forms[step->form_count - 1], result);
}

/* Kept by quantity, for formulas share their names; one that is not there yet has no limbs. */
static bool find(void *context, const char *name, size_t length, struct big *found) {
    struct search *search = context;
    struct trace *trace = search->trace;
    const struct quantity *quantity = trace_find(trace, name, length);
    struct big **kept = &trace->in_bits[search->precision];
    if (quantity == NULL)
        return false; /* GCOVR_EXCL_LINE: every name of a walk has its value */
    if (*kept == NULL) {
        const size_t size = trace->quantity_count * sizeof **kept;
        *kept = memset(arena_take(&trace->arena, size), 0, size);
    }
    struct big *own = &(*kept)[quantity - trace->quantities];
    if (own->limbs == 0 && !evaluate_quantity(search, quantity, own))
        return false; /* GCOVR_EXCL_LINE: every formula of a walk was evaluated */
    *found = *own;
    return true;
}

static struct trace *source_of(const struct trace *trace) {
    for (size_t i = 0; i < trace->quantity_count; i++)
        if (trace->quantities[i].source != NULL)
            return trace->quantities[i].source;
    return NULL;
}

/* What a trace inherits, from the first trace on: the last alone would go back through all of them,
 * formula within formula. */
static void inherit_in_bits(struct trace *trace, int precision) {
    size_t count = 0;
    for (struct trace *at = trace; at != NULL && at->in_bits[precision] == NULL; at = source_of(at))
        count++;
    if (count == 0)
        return;
    struct trace **back = arena_take(&trace->arena, count * sizeof *back);
    for (size_t i = 0; i < count; i++)
        back[i] = i == 0 ? trace : source_of(back[i - 1]);
    while (count-- > 0) {
        struct search search = {.trace = back[count], .precision = precision};
        struct big found;
        for (size_t i = 0; i < back[count]->quantity_count; i++) {
            const struct quantity *quantity = &back[count]->quantities[i];
            if (quantity->source != NULL)
                find(&search, quantity->name, quantity->length, &found);
        }
    }
}

/* ---- The digits ---- */

/* 0 where a double leaves the digits open. The bound's own roundings are far below a 10000th. */
static size_t shown_of_double(const struct approximate *of, int digits, char room[NUMBER_ROOM]) {
    return isfinite(of->error) ? number_shown_within(room, of->value, 1.0001 * of->error, digits)
                               : 0;
}

/* 0 where this precision leaves the digits open. */
static size_t shown_of(const struct big *big, bool is_last, int digits, char room[NUMBER_ROOM]) {
    const int64_t reach = big->error > big_size(big) ? big->error : big_size(big);
    if (reach <= LEAST_SIZE) {
        strcpy(room, "0");
        return 1;
    }
    return big_shown(room, big, digits, is_last);
}

/* What is shown: a quantity; or a form, where no quantity has its value. */
struct wanted {
    const struct quantity *quantity;
    struct form *form;
};

static bool in_doubles(struct trace *trace, struct wanted wanted, struct approximate *result) {
    const struct quantity *quantity = wanted.quantity;
    return quantity != NULL ? find_double(trace, quantity->name, quantity->length, result)
                            : evaluate_double(trace, wanted.form, result);
}

static bool in_bits(struct search *search, struct wanted wanted, struct big *result) {
    const struct quantity *quantity = wanted.quantity;
    inherit_in_bits(search->trace, search->precision);
    return quantity != NULL ? find(search, quantity->name, quantity->length, result)
                            : evaluate(search, wanted.form, result);
}

static size_t shown(struct trace *trace, struct wanted wanted, double value, int digits,
                    char room[NUMBER_ROOM]) {
    size_t length = number_shown_within(room, value, trace->error_ceiling, digits);
    struct search search = {.trace = trace};
    struct approximate of;
    struct big big;
    if (length == 0 && in_doubles(trace, wanted, &of)) /* GCOVR_EXCL_BR_LINE: it was evaluated */
        length = shown_of_double(&of, digits, room);
    for (; length == 0 && search.precision < PRECISIONS; search.precision++)
        if (in_bits(&search, wanted, &big)) /* GCOVR_EXCL_BR_LINE: it was evaluated */
            length = shown_of(&big, search.precision == PRECISIONS - 1, digits, room);
    return length > 0 ? length : (size_t)snprintf(room, NUMBER_ROOM, "?");
}

size_t trace_shown(struct trace *trace, const struct quantity *quantity, int digits,
                   char room[NUMBER_ROOM]) {
    return shown(trace, (struct wanted){.quantity = quantity}, quantity->value, digits, room);
}

size_t trace_form_shown(struct trace *trace, struct form *form, int digits,
                        char room[NUMBER_ROOM]) {
    return shown(trace, (struct wanted){.form = form}, form->value, digits, room);
}

bool trace_is_named(const struct trace *trace, const struct step *step,
                    const struct quantity *named) {
    return named->typed == NULL &&
           (trace->alternatives == 0 || named->step == (size_t)(step - trace->steps));
}

size_t trace_step_shown(struct trace *trace, const struct step *step, int digits,
                        char room[NUMBER_ROOM]) {
    const struct quantity *named = trace_find(trace, step->name, strlen(step->name));
    return trace_is_named(trace, step, named)
               ? trace_shown(trace, named, digits, room)
               : trace_form_shown(trace, &step->forms[step->form_count - 1], digits, room);
}
