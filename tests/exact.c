/* Exact: see exact.h. A number here is a pair: a value, and its derivative by one name. */
#include "exact.h"

#include "base/memory.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BITS = 256, BITS_AS_TYPED = 3000, MOST_FORMS = 8 };

struct pair {
    mpfr_t value, slope;
};

struct exact {
    struct trace *trace;
    enum exact_names how;
    struct arena arena;
    mpfr_t *names; /* by quantity */
    struct pair (*forms)[MOST_FORMS];
};

static void pair_start(struct pair *pair) {
    mpfr_inits(pair->value, pair->slope, (mpfr_ptr)0);
    mpfr_set_zero(pair->value, 1);
    mpfr_set_zero(pair->slope, 1);
}

static void pair_end(struct pair *pair) {
    mpfr_clears(pair->value, pair->slope, (mpfr_ptr)0);
}

/* ---- A sum sign: its terms written out, so that nothing below knows of it ---- */

/* What an index stands for. */
struct index {
    const struct formula *range;
    long value;
};

/* w[2*k + 3] is w5 where k is 1. */
static const struct formula *with_number(struct arena *arena, struct formula *name,
                                         const struct index *index) {
    char text[128], letters[8], sign;
    const char *bracket = memchr(name->text, '[', name->length);
    long factor = 1, added = 0;
    int end;
    if (bracket == NULL)
        return name;
    if (sscanf(bracket, "[%ld*%7[a-z]%n", &factor, letters, &end) != 2 &&
        sscanf(bracket, "[%7[a-z]%n", letters, &end) != 1)
        abort();
    if (index == NULL || strlen(letters) != index->range->length ||
        memcmp(letters, index->range->text, index->range->length) != 0)
        abort(); /* no sum stands within a sum */
    if (sscanf(bracket + end, " %c %ld", &sign, &added) == 2 && sign == '-')
        added = -added;
    const char *rest = strchr(bracket, ']') + 1;
    const int length =
        snprintf(text, sizeof text, "%.*s%ld%.*s", (int)(bracket - name->text), name->text,
                 factor * index->value + added, (int)(name->text + name->length - rest), rest);
    name->text = arena_copy(arena, text, (size_t)length);
    name->length = (unsigned)length;
    return name;
}

static const struct formula *written_out(struct arena *arena, const struct formula *formula,
                                         const struct index *index) {
    if (formula == NULL)
        return NULL;
    struct formula *copy = arena_take(arena, sizeof *copy);
    *copy = *formula;
    if (formula->kind == FORMULA_NAME)
        return with_number(arena, copy, index);
    if (formula->kind == FORMULA_SUM) {
        const struct formula *range = formula->right, *sum = NULL;
        const long last = strtol(range->right->text, NULL, 10);
        for (long k = strtol(range->left->text, NULL, 10); k <= last; k++) {
            const struct formula *term =
                written_out(arena, formula->left, &(struct index){range, k});
            struct formula *both = arena_take(arena, sizeof *both);
            *both = (struct formula){.kind = FORMULA_ADD, .left = sum, .right = term};
            sum = sum == NULL ? term : both;
        }
        return sum;
    }
    copy->left = written_out(arena, formula->left, index);
    copy->right = written_out(arena, formula->right, index);
    return copy;
}

/* ---- Values and slopes ---- */

static bool same(const struct formula *a, const struct formula *b) {
    return b != NULL && a->length == b->length && memcmp(a->text, b->text, a->length) == 0;
}

static void evaluate(struct pair *result, const struct exact *exact, const struct formula *formula,
                     const struct formula *by);

static void of_name(struct pair *result, const struct exact *exact, const struct formula *formula,
                    const struct formula *by) {
    const struct quantity *quantity = trace_find(exact->trace, formula->text, formula->length);
    if (quantity == NULL)
        abort();
    mpfr_set(result->value, exact->names[quantity - exact->trace->quantities], MPFR_RNDN);
    mpfr_set_si(result->slope, same(formula, by), MPFR_RNDN);
}

static void of_typed(mpfr_ptr number, const struct exact *exact, const char *typed) {
    if (exact->how == EXACT_AS_TYPED)
        mpfr_set_str(number, typed, 10, MPFR_RNDN);
    else
        mpfr_set_d(number, strtod(typed, NULL), MPFR_RNDN);
}

static void of_number(struct pair *result, const struct exact *exact,
                      const struct formula *formula) {
    char *copy = strndup(formula->text, formula->length);
    of_typed(result->value, exact, copy);
    mpfr_set_zero(result->slope, 1);
    free(copy);
}

static void of_call(struct pair *result, const struct formula *formula) {
    mpfr_t factor;
    mpfr_init(factor);
    if (formula->text[0] == 'e') {
        mpfr_exp(result->value, result->value, MPFR_RNDN);
        mpfr_set(factor, result->value, MPFR_RNDN);
    } else if (formula->text[0] == 'l') {
        mpfr_ui_div(factor, 1, result->value, MPFR_RNDN);
        mpfr_log(result->value, result->value, MPFR_RNDN);
    } else if (formula->text[0] == 's' && formula->text[1] == 't') {
        mpfr_set_zero(factor, 1);
        mpfr_set_si(result->value, mpfr_sgn(result->value) > 0, MPFR_RNDN);
    } else {
        abort(); /* no other function stands in the walk */
    }
    mpfr_mul(result->slope, result->slope, factor, MPFR_RNDN);
    mpfr_clear(factor);
}

static void of_power(struct pair *u, const struct pair *v) {
    mpfr_t less, factor;
    mpfr_inits(less, factor, (mpfr_ptr)0);
    mpfr_sub_ui(less, v->value, 1, MPFR_RNDN);
    mpfr_pow(factor, u->value, less, MPFR_RNDN);
    mpfr_mul(factor, factor, v->value, MPFR_RNDN);
    mpfr_pow(u->value, u->value, v->value, MPFR_RNDN);
    if (mpfr_zero_p(v->value))
        mpfr_set_zero(u->slope, 1);
    else
        mpfr_mul(u->slope, u->slope, factor, MPFR_RNDN);
    mpfr_clears(less, factor, (mpfr_ptr)0);
}

static void of_product(struct pair *u, const struct pair *v) {
    mpfr_t other;
    mpfr_init(other);
    mpfr_mul(other, u->value, v->slope, MPFR_RNDN);
    mpfr_mul(u->slope, u->slope, v->value, MPFR_RNDN);
    mpfr_add(u->slope, u->slope, other, MPFR_RNDN);
    mpfr_mul(u->value, u->value, v->value, MPFR_RNDN);
    mpfr_clear(other);
}

static void of_quotient(struct pair *u, const struct pair *v) {
    mpfr_t other;
    mpfr_init(other);
    mpfr_div(u->value, u->value, v->value, MPFR_RNDN);
    mpfr_mul(other, u->value, v->slope, MPFR_RNDN);
    mpfr_sub(u->slope, u->slope, other, MPFR_RNDN);
    mpfr_div(u->slope, u->slope, v->value, MPFR_RNDN);
    mpfr_clear(other);
}

static void of_dot(struct pair *result, const struct exact *exact, const struct formula *formula,
                   const struct formula *by) {
    const struct formula *row = formula->left, *column = formula->right;
    struct pair u, v;
    pair_start(&u);
    pair_start(&v);
    for (; row != NULL; row = row->right, column = column->right) {
        evaluate(&u, exact, row->left, by);
        evaluate(&v, exact, column->left, by);
        of_product(&u, &v);
        mpfr_add(result->value, result->value, u.value, MPFR_RNDN);
        mpfr_add(result->slope, result->slope, u.slope, MPFR_RNDN);
    }
    pair_end(&u);
    pair_end(&v);
}

static void of_partial(struct pair *result, const struct exact *exact,
                       const struct formula *formula) {
    evaluate(result, exact, formula->left, formula->right);
    mpfr_set(result->value, result->slope, MPFR_RNDN);
    mpfr_set_zero(result->slope, 1);
}

static void evaluate(struct pair *result, const struct exact *exact, const struct formula *formula,
                     const struct formula *by) {
    if (formula->kind == FORMULA_NUMBER) {
        of_number(result, exact, formula);
        return;
    }
    if (formula->kind == FORMULA_NAME) {
        of_name(result, exact, formula, by);
        return;
    }
    if (formula->kind == FORMULA_PARTIAL) {
        of_partial(result, exact, formula);
        return;
    }
    if (formula->kind == FORMULA_DOT) {
        of_dot(result, exact, formula, by);
        return;
    }
    evaluate(result, exact, formula->left, by);
    if (formula->kind == FORMULA_ENTRY)
        return;
    if (formula->kind == FORMULA_CALL) {
        of_call(result, formula);
        return;
    }
    if (formula->kind == FORMULA_NEGATE) {
        mpfr_neg(result->value, result->value, MPFR_RNDN);
        mpfr_neg(result->slope, result->slope, MPFR_RNDN);
        return;
    }
    struct pair right;
    pair_start(&right);
    evaluate(&right, exact, formula->right, by);
    if (formula->kind == FORMULA_ADD || formula->kind == FORMULA_SUBTRACT) {
        int (*join)(mpfr_ptr, mpfr_srcptr, mpfr_srcptr, mpfr_rnd_t) =
            formula->kind == FORMULA_ADD ? mpfr_add : mpfr_sub;
        join(result->value, result->value, right.value, MPFR_RNDN);
        join(result->slope, result->slope, right.slope, MPFR_RNDN);
    } else if (formula->kind == FORMULA_MULTIPLY) {
        of_product(result, &right);
    } else if (formula->kind == FORMULA_DIVIDE) {
        of_quotient(result, &right);
    } else {
        of_power(result, &right);
    }
    pair_end(&right);
}

static const struct formula *formula_of(struct exact *exact, struct form *form) {
    struct error error;
    return written_out(&exact->arena, form_formula(exact->trace, form, &error), NULL);
}

/* First the names, in the order of the walk; then every form, when all names are known. As typed,
 * the many bits take their time, and only each step's value is asked for, and what differs from it.
 */
struct exact *exact_walk(struct trace *trace, enum exact_names how) {
    struct exact *exact = memory_zeroed(1, sizeof *exact);
    mpfr_set_default_prec(how == EXACT_AS_TYPED ? BITS_AS_TYPED : BITS);
    exact->trace = trace;
    exact->how = how;
    exact->names = memory_zeroed(trace->quantity_count, sizeof *exact->names);
    exact->forms = memory_zeroed(trace->step_count, sizeof *exact->forms);
    for (size_t q = 0; q < trace->quantity_count; q++) {
        const struct quantity *quantity = &trace->quantities[q];
        mpfr_init(exact->names[q]);
        mpfr_set_d(exact->names[q], quantity->value, MPFR_RNDN);
        if (quantity->typed != NULL)
            of_typed(exact->names[q], exact, quantity->typed);
        if (quantity->typed != NULL || how == EXACT_LINE_BY_LINE)
            continue;
        const struct step *step = &trace->steps[quantity->step];
        struct pair pair;
        pair_start(&pair);
        evaluate(&pair, exact, formula_of(exact, &step->forms[step->form_count - 1]), NULL);
        mpfr_set(exact->names[q], pair.value, MPFR_RNDN);
        pair_end(&pair);
    }
    for (size_t s = 0; s < trace->step_count; s++)
        for (size_t f = 0; f < trace->steps[s].form_count; f++) {
            pair_start(&exact->forms[s][f]);
            if (how == EXACT_AS_TYPED && f + 1 < trace->steps[s].form_count &&
                !trace->steps[s].forms[f].differs)
                continue;
            evaluate(&exact->forms[s][f], exact, formula_of(exact, &trace->steps[s].forms[f]),
                     NULL);
        }
    return exact;
}

void exact_free(struct exact *exact) {
    for (size_t q = 0; q < exact->trace->quantity_count; q++)
        mpfr_clear(exact->names[q]);
    for (size_t s = 0; s < exact->trace->step_count; s++)
        for (size_t f = 0; f < exact->trace->steps[s].form_count; f++)
            pair_end(&exact->forms[s][f]);
    arena_free(&exact->arena);
    free(exact->names);
    free(exact->forms);
    free(exact);
    mpfr_free_cache();
}

mpfr_srcptr exact_form(const struct exact *exact, size_t step, size_t form) {
    return exact->forms[step][form].value;
}

mpfr_srcptr exact_quantity(const struct exact *exact, size_t quantity) {
    return exact->names[quantity];
}

double exact_distance(double value, mpfr_srcptr exact) {
    mpfr_t distance;
    mpfr_init(distance);
    mpfr_sub_d(distance, exact, value, MPFR_RNDN);
    const double size = fabs(mpfr_get_d(distance, MPFR_RNDN));
    mpfr_clear(distance);
    return size;
}

static double largest_term(const struct exact *exact, const struct formula *formula) {
    if (formula == NULL)
        return 0;
    struct pair pair;
    pair_start(&pair);
    evaluate(&pair, exact, formula, NULL);
    const double own = fabs(mpfr_get_d(pair.value, MPFR_RNDZ));
    pair_end(&pair);
    return fmax(own, fmax(largest_term(exact, formula->left), largest_term(exact, formula->right)));
}

double exact_unit(struct exact *exact, const struct formula *formula) {
    const double largest = largest_term(exact, written_out(&exact->arena, formula, NULL));
    return largest - nextafter(largest, 0) + DBL_TRUE_MIN;
}
