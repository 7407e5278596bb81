/* Exact: see exact.h. A number here is a pair: a value, and its derivative by one name. */
#include "exact.h"

#include "base/memory.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BITS = 256, BITS_AS_TYPED = 3000, BITS_OF_FORMS = 512, AGREED_BITS = 300 };

/* What is smaller than this power of two is 0, where numbers are as typed: 0.3 - 3*0.1. */
enum { LEAST_AS_TYPED = -2400 };

struct pair {
    mpfr_t value, slope;
};

/* The index of a sum, and the whole number that it stands for. */
struct index {
    const struct formula *range;
    long value;
};

struct exact {
    struct trace *trace;
    enum exact_names how;
    mpfr_t *names; /* by quantity */
    bool owns_names;
    struct pair form; /* the last that was asked for */
    mpfr_t largest;   /* of all that was evaluated since it was set to 0 */
    struct index index;
};

static void pair_start(struct pair *pair) {
    mpfr_inits(pair->value, pair->slope, (mpfr_ptr)0);
    mpfr_set_zero(pair->value, 1);
    mpfr_set_zero(pair->slope, 1);
}

static void pair_end(struct pair *pair) {
    mpfr_clears(pair->value, pair->slope, (mpfr_ptr)0);
}

static void evaluate(struct pair *result, struct exact *exact, const struct formula *formula,
                     const struct formula *by);

/* w[2*k + 3] is w5 where k is 1; a derivative may have an index in both names. */
static const struct quantity *find(const struct exact *exact, const struct formula *name) {
    char text[128], letters[8], sign;
    const char *bracket = memchr(name->text, '[', name->length);
    long factor = 1, added = 0;
    int end;
    if (bracket == NULL)
        return trace_find(exact->trace, name->text, name->length);
    if (sscanf(bracket, "[%ld*%7[a-z]%n", &factor, letters, &end) != 2 &&
        sscanf(bracket, "[%7[a-z]%n", letters, &end) != 1)
        abort();
    const struct formula *range = exact->index.range;
    if (range == NULL || strlen(letters) != range->length ||
        memcmp(letters, range->text, range->length) != 0)
        abort(); /* no sum stands within a sum */
    if (sscanf(bracket + end, " %c %ld", &sign, &added) == 2 && sign == '-')
        added = -added;
    const char *rest = strchr(bracket, ']') + 1;
    const int length = snprintf(text, sizeof text, "%.*s%ld%.*s", (int)(bracket - name->text),
                                name->text, factor * exact->index.value + added,
                                (int)(name->text + name->length - rest), rest);
    const struct formula spelled = {.text = text, .length = (unsigned)length};
    return find(exact, &spelled);
}

static void of_name(struct pair *result, struct exact *exact, const struct formula *formula,
                    const struct formula *by) {
    const struct quantity *quantity = find(exact, formula);
    if (quantity == NULL)
        abort();
    mpfr_set(result->value, exact->names[quantity - exact->trace->quantities], MPFR_RNDN);
    mpfr_set_si(result->slope, by != NULL && quantity == find(exact, by), MPFR_RNDN);
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

/* Y = f(X), and SLOPE is f'(X). */
static void of_function(mpfr_ptr y, mpfr_ptr slope, mpfr_srcptr x, const char *name) {
    if (strcmp(name, "exp") == 0) {
        mpfr_exp(y, x, MPFR_RNDN);
        mpfr_set(slope, y, MPFR_RNDN);
    } else if (strcmp(name, "log") == 0) {
        mpfr_ui_div(slope, 1, x, MPFR_RNDN);
        mpfr_log(y, x, MPFR_RNDN);
    } else if (strcmp(name, "tanh") == 0) {
        mpfr_tanh(y, x, MPFR_RNDN);
        mpfr_sech(slope, x, MPFR_RNDN);
        mpfr_sqr(slope, slope, MPFR_RNDN);
    } else if (strcmp(name, "relu") == 0) {
        mpfr_set_si(slope, mpfr_sgn(x) > 0, MPFR_RNDN);
        mpfr_mul(y, x, slope, MPFR_RNDN);
    } else if (strcmp(name, "step") == 0) {
        mpfr_set_zero(slope, 1);
        mpfr_set_si(y, mpfr_sgn(x) > 0, MPFR_RNDN);
    } else {
        abort(); /* no other function stands in a walk */
    }
}

static void of_call(struct pair *result, const struct formula *formula) {
    mpfr_t x, slope;
    mpfr_inits(x, slope, (mpfr_ptr)0);
    mpfr_set(x, result->value, MPFR_RNDN);
    of_function(result->value, slope, x, formula->function->name);
    mpfr_mul(result->slope, result->slope, slope, MPFR_RNDN);
    mpfr_clears(x, slope, (mpfr_ptr)0);
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

/* 0 times anything is 0, also times log(0). */
static void multiply(mpfr_ptr result, mpfr_srcptr a, mpfr_srcptr b) {
    if (mpfr_zero_p(a) || mpfr_zero_p(b))
        mpfr_set_zero(result, 1);
    else
        mpfr_mul(result, a, b, MPFR_RNDN);
}

static void of_product(struct pair *u, const struct pair *v) {
    mpfr_t other;
    mpfr_init(other);
    multiply(other, u->value, v->slope);
    multiply(u->slope, u->slope, v->value);
    mpfr_add(u->slope, u->slope, other, MPFR_RNDN);
    multiply(u->value, u->value, v->value);
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

static void of_dot(struct pair *result, struct exact *exact, const struct formula *formula,
                   const struct formula *by) {
    const struct formula *row = formula->left, *column = formula->right;
    struct pair u, v;
    pair_start(&u);
    pair_start(&v);
    mpfr_set_zero(result->value, 1);
    mpfr_set_zero(result->slope, 1);
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

static void of_sum(struct pair *result, struct exact *exact, const struct formula *formula,
                   const struct formula *by) {
    const long last = strtol(formula->right->right->text, NULL, 10);
    struct pair term;
    pair_start(&term);
    mpfr_set_zero(result->value, 1);
    mpfr_set_zero(result->slope, 1);
    exact->index = (struct index){formula->right, strtol(formula->right->left->text, NULL, 10)};
    for (; exact->index.value <= last; exact->index.value++) {
        evaluate(&term, exact, formula->left, by);
        mpfr_add(result->value, result->value, term.value, MPFR_RNDN);
        mpfr_add(result->slope, result->slope, term.slope, MPFR_RNDN);
    }
    exact->index = (struct index){0};
    pair_end(&term);
}

static void of_partial(struct pair *result, struct exact *exact, const struct formula *formula) {
    evaluate(result, exact, formula->left, formula->right);
    mpfr_set(result->value, result->slope, MPFR_RNDN);
    mpfr_set_zero(result->slope, 1);
}

static void of_two(struct pair *result, struct exact *exact, const struct formula *formula,
                   const struct formula *by) {
    struct pair right;
    pair_start(&right);
    evaluate(result, exact, formula->left, by);
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

static void evaluate(struct pair *result, struct exact *exact, const struct formula *formula,
                     const struct formula *by) {
    switch (formula->kind) {
    case FORMULA_NUMBER:
        of_number(result, exact, formula);
        break;
    case FORMULA_NAME:
        of_name(result, exact, formula, by);
        break;
    case FORMULA_PARTIAL:
        of_partial(result, exact, formula);
        break;
    case FORMULA_DOT:
        of_dot(result, exact, formula, by);
        break;
    case FORMULA_SUM:
        of_sum(result, exact, formula, by);
        break;
    case FORMULA_CALL:
        evaluate(result, exact, formula->left, by);
        of_call(result, formula);
        break;
    case FORMULA_NEGATE:
        evaluate(result, exact, formula->left, by);
        mpfr_neg(result->value, result->value, MPFR_RNDN);
        mpfr_neg(result->slope, result->slope, MPFR_RNDN);
        break;
    case FORMULA_ENTRY:
    case FORMULA_RANGE:
        abort(); /* of_dot and of_sum take them themselves */
    default:
        of_two(result, exact, formula, by);
    }
    if (mpfr_cmpabs(result->value, exact->largest) > 0)
        mpfr_abs(exact->largest, result->value, MPFR_RNDZ);
}

static struct exact *start(struct trace *trace, enum exact_names how, mpfr_prec_t bits) {
    struct exact *exact = memory_zeroed(1, sizeof *exact);
    mpfr_set_default_prec(bits);
    exact->trace = trace;
    exact->how = how;
    pair_start(&exact->form);
    mpfr_init(exact->largest);
    return exact;
}

static void evaluate_from_0(struct exact *exact, const struct formula *formula) {
    mpfr_set_zero(exact->largest, 1);
    evaluate(&exact->form, exact, formula, NULL);
}

static void name(struct exact *exact, size_t q) {
    const struct quantity *quantity = &exact->trace->quantities[q];
    mpfr_ptr own = exact->names[q];
    mpfr_init(own);
    mpfr_set_d(own, quantity->value, MPFR_RNDN);
    if (quantity->source != NULL)
        abort(); /* of a later iteration */
    if (quantity->typed != NULL) {
        of_typed(own, exact, quantity->typed);
    } else if (exact->how != EXACT_LINE_BY_LINE) {
        exact_form(exact, quantity->step, exact->trace->steps[quantity->step].form_count - 1);
        mpfr_set(own, exact->form.value, MPFR_RNDN);
        if (exact->how == EXACT_AS_TYPED && mpfr_regular_p(own) &&
            mpfr_get_exp(own) < LEAST_AS_TYPED)
            mpfr_set_zero(own, 1);
    }
}

/* In the order of the walk. */
struct exact *exact_walk(struct trace *trace, enum exact_names how) {
    struct exact *exact = start(trace, how, how == EXACT_AS_TYPED ? BITS_AS_TYPED : BITS);
    exact->names = memory_zeroed(trace->quantity_count, sizeof *exact->names);
    exact->owns_names = true;
    for (size_t q = 0; q < trace->quantity_count; q++)
        name(exact, q);
    return exact;
}

struct exact *exact_with(struct trace *trace, mpfr_t *names) {
    struct exact *exact = start(trace, EXACT_AS_TYPED, BITS_OF_FORMS);
    exact->names = names;
    return exact;
}

void exact_free(struct exact *exact) {
    for (size_t q = 0; exact->owns_names && q < exact->trace->quantity_count; q++)
        mpfr_clear(exact->names[q]);
    if (exact->owns_names)
        free(exact->names);
    pair_end(&exact->form);
    mpfr_clear(exact->largest);
    free(exact);
    mpfr_free_cache();
}

mpfr_srcptr exact_form(struct exact *exact, size_t step, size_t form) {
    struct error error;
    evaluate_from_0(exact,
                    form_formula(exact->trace, &exact->trace->steps[step].forms[form], &error));
    return exact->form.value;
}

bool exact_form_is(struct exact *exact, size_t step, size_t form, mpfr_srcptr value) {
    mpfr_t distance;
    mpfr_init(distance);
    mpfr_sub(distance, exact_form(exact, step, form), value, MPFR_RNDN);
    mpfr_mul_2ui(distance, distance, AGREED_BITS, MPFR_RNDN);
    const bool is_close = mpfr_cmpabs(distance, exact->largest) <= 0;
    mpfr_clear(distance);
    return is_close;
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

double exact_unit(struct exact *exact, const struct formula *formula) {
    evaluate_from_0(exact, formula);
    const double largest = mpfr_get_d(exact->largest, MPFR_RNDZ);
    return largest - nextafter(largest, 0) + DBL_TRUE_MIN;
}
