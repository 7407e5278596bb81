/* Formula, the evaluation of it: see formula.h. Every rule is there twice: for the value, in the
 * order in which C computes it, and for the derivative. */
#include "trace/formula.h"

#include "base/elementary.h"
#include "base/number.h"
#include "base/power.h"
#include "base/unit_step.h"

#include <float.h>
#include <math.h>
#include <string.h>

static const double UNIT = DBL_EPSILON / 2; /* of rounding: half a unit in the last place of 1 */

/* What one rounding adds to the error; below the normal numbers it is absolute. */
static struct approximate rounded(double value, double inherited) {
    return (struct approximate){value, inherited + UNIT * fabs(value) + DBL_TRUE_MIN};
}

static struct approximate exact(double value) {
    return (struct approximate){value, 0};
}

static struct approximate add(struct approximate a, struct approximate b) {
    const double sum = a.value + b.value;
    const bool is_exact = a.value == 0 || b.value == 0;
    return is_exact ? (struct approximate){sum, a.error + b.error}
                    : rounded(sum, a.error + b.error);
}

static struct approximate negate(struct approximate a) {
    return (struct approximate){-a.value, a.error};
}

static struct approximate multiply(struct approximate a, struct approximate b) {
    const double product = a.value * b.value;
    const double inherited = fabs(a.value) * b.error + fabs(b.value) * a.error + a.error * b.error;
    const bool is_exact = fabs(a.value) == 1 || fabs(b.value) == 1 || a.value == 0 || b.value == 0;
    return is_exact ? (struct approximate){product, inherited} : rounded(product, inherited);
}

static struct approximate divide(struct approximate a, struct approximate b) {
    const double quotient = a.value / b.value;
    const double inherited = (a.error + fabs(quotient) * b.error) / fabs(b.value);
    return rounded(quotient, isfinite(b.value) ? inherited : 0);
}

/* A function's value to within its stated ULPS half units, and its slope for the inherited error.
 */
static struct approximate function(double value, double half_ulps, double slope, double error) {
    return (struct approximate){value, half_ulps * UNIT * fabs(value) + DBL_TRUE_MIN +
                                           (error > 0 ? fabs(slope) * error : 0)};
}

static struct approximate exponential(struct approximate a) {
    const double value = elementary_exp(a.value);
    return function(value, 2, value, a.error);
}

/* A whole power is a chain of |n| products, the first of them exact; another goes by logarithm. */
static struct approximate raise(struct approximate base, double n) {
    if (fabs(n) <= 64 && n == (int)n)
        return function(power(base.value, (int)n), n > 0 ? n - 1 : -n,
                        n == 0 ? 0 : n * power(base.value, (int)n - 1), base.error);
    const double exponent = n * elementary_log(base.value), value = elementary_exp(exponent);
    return function(value, 2 + 3 * fabs(exponent), n * value / base.value, base.error);
}

/* A value and its derivative by the one name that is being differentiated by. */
struct dual {
    struct approximate value, slope;
};

struct evaluation {
    const struct formula_names *names;
    const struct formula *by; /* the name differentiated by, or NULL */
    struct error *error;
};

static bool evaluate(struct evaluation *how, const struct formula *formula, struct dual *result);

static bool same_name(const struct formula *a, const struct formula *b) {
    return b != NULL && a->length == b->length && memcmp(a->text, b->text, a->length) == 0;
}

static bool evaluate_name(struct evaluation *how, const struct formula *formula,
                          struct dual *result) {
    result->slope = exact(same_name(formula, how->by) ? 1 : 0);
    if (how->names->find(how->names->context, formula->text, formula->length, &result->value))
        return true;
    return error_set(how->error, "%s is unknown; a name that has its value already is needed",
                     quote(formula->text, formula->length).text);
}

static bool evaluate_number(struct evaluation *how, const struct formula *formula,
                            struct dual *result) {
    const char *wrong = number_read(formula->text, formula->length, &result->value.value);
    if (wrong != NULL)
        return error_set(how->error, "%s %s", quote(formula->text, formula->length).text, wrong);
    result->value.error = 0;
    result->slope = exact(0);
    return true;
}

/* d(f)/dx at the value of x; a derivative of a derivative is not taken, none is ever needed. */
static bool evaluate_partial(struct evaluation *how, const struct formula *formula,
                             struct dual *result) {
    if (how->by != NULL)
        return error_set(how->error, "a derivative stands within a derivative; write it out");
    struct evaluation inner = {.names = how->names, .by = formula->right, .error = how->error};
    struct dual of;
    if (!evaluate_name(how, formula->right, &of) || !evaluate(&inner, formula->left, &of))
        return false;
    *result = (struct dual){of.slope, exact(0)};
    return true;
}

/* An exact 0 is known to be one. */
static bool is_unsure_of_sign(struct approximate a) {
    return a.error > 0 && fabs(a.value) <= a.error;
}

static bool evaluate_call(struct evaluation *how, const struct formula *formula,
                          struct dual *result) {
    struct dual of;
    if (!evaluate(how, formula->left, &of))
        return false;
    const double x = of.value.value;
    if (formula->text[0] == 'e') { /* exp */
        result->value = exponential(of.value);
        result->slope = multiply(result->value, of.slope);
    } else if (formula->text[0] == 'l') { /* log */
        result->value = function(elementary_log(x), 2, 1 / x, of.value.error);
        result->slope = divide(of.slope, of.value);
    } else if (formula->text[0] == 's' && formula->text[1] == 't') { /* step */
        result->value =
            (struct approximate){unit_step(x), is_unsure_of_sign(of.value) ? 1 : 0};
        result->slope = exact(0);
    } else if (formula->text[0] == 's') { /* sqrt */
        result->value = function(sqrt(x), 1, 0.5 / sqrt(x), of.value.error);
        result->slope = divide(of.slope, multiply(exact(2), result->value));
    } else { /* tanh */
        const double y = elementary_tanh(x);
        result->value = function(y, 4, 1 - y * y, of.value.error);
        result->slope =
            multiply(add(exact(1), negate(multiply(result->value, result->value))), of.slope);
    }
    return true;
}

static bool evaluate_power(struct evaluation *how, const struct formula *formula,
                           struct dual *result) {
    struct dual base, exponent;
    if (!evaluate(how, formula->left, &base) || !evaluate(how, formula->right, &exponent))
        return false;
    const double n = exponent.value.value;
    result->value = raise(base.value, n);
    result->slope = exact(0);
    if (n != 0 && base.slope.value != 0) /* (x^n)' = n x^(n-1) x' */
        result->slope = multiply(multiply(exact(n), raise(base.value, n - 1)), base.slope);
    return true;
}

static struct dual product(struct dual u, struct dual v) { /* (uv)' = u'v + uv' (4.3) */
    return (struct dual){multiply(u.value, v.value),
                         add(multiply(u.slope, v.value), multiply(u.value, v.slope))};
}

/* The products of the entries, added from the first on. */
static bool evaluate_dot(struct evaluation *how, const struct formula *formula,
                         struct dual *result) {
    const struct formula *row = formula->left, *column = formula->right;
    for (bool is_first = true; row != NULL; row = row->right, column = column->right) {
        struct dual u, v;
        if (!evaluate(how, row->left, &u) || !evaluate(how, column->left, &v))
            return false;
        const struct dual term = product(u, v);
        *result = is_first ? term
                           : (struct dual){add(result->value, term.value),
                                           add(result->slope, term.slope)};
        is_first = false;
    }
    return true;
}

static bool evaluate(struct evaluation *how, const struct formula *formula, struct dual *result) {
    struct dual u, v;
    switch (formula->kind) {
    case FORMULA_NUMBER:
        return evaluate_number(how, formula, result);
    case FORMULA_NAME:
        return evaluate_name(how, formula, result);
    case FORMULA_PARTIAL:
        return evaluate_partial(how, formula, result);
    case FORMULA_CALL:
        return evaluate_call(how, formula, result);
    case FORMULA_POWER:
        return evaluate_power(how, formula, result);
    case FORMULA_DOT:
        return evaluate_dot(how, formula, result);
    case FORMULA_ENTRY: /* evaluate_dot takes them itself */
        return false;
    case FORMULA_NEGATE:
        if (!evaluate(how, formula->left, &u))
            return false;
        *result = (struct dual){negate(u.value), negate(u.slope)};
        return true;
    case FORMULA_ADD:
    case FORMULA_SUBTRACT:
    case FORMULA_MULTIPLY:
    case FORMULA_DIVIDE:
        break;
    }
    if (!evaluate(how, formula->left, &u) || !evaluate(how, formula->right, &v))
        return false;
    if (formula->kind == FORMULA_SUBTRACT)
        v = (struct dual){negate(v.value), negate(v.slope)};
    if (formula->kind == FORMULA_MULTIPLY) {
        *result = product(u, v);
    } else if (formula->kind ==
               FORMULA_DIVIDE) { /* (u/v)' = (u'v - uv')/v^2 = (u' - (u/v)v')/v (4.4) */
        result->value = divide(u.value, v.value);
        result->slope =
            isinf(v.value.value) /* 1/(exp(1000) + 1) is flat as far as a double sees */
                ? exact(0)
                : divide(add(u.slope, negate(multiply(result->value, v.slope))), v.value);
    } else { /* (u + v)' = u' + v' (4.2) */
        result->value = add(u.value, v.value);
        result->slope = add(u.slope, v.slope);
    }
    return true;
}

bool formula_evaluate(const struct formula *formula, const struct formula_names *names,
                      struct approximate *result, struct error *error) {
    struct evaluation how = {.names = names, .error = error};
    struct dual dual;
    if (!evaluate(&how, formula, &dual))
        return false;
    *result = dual.value;
    return true;
}
