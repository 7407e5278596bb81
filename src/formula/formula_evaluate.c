/* Formula, the evaluation of it in doubles, in the order in which C computes it: see formula.h. */
#include "formula/formula.h"

#include "base/larger.h"
#include "base/number.h"
#include "base/power.h"

#include <ctype.h>
#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const double UNIT = DBL_EPSILON / 2; /* of rounding: half a unit in the last place of 1 */

/* An error is never NaN, which no comparison would tell from a small one: where nothing is known it
 * is infinite. */
static struct approximate within(double value, double error) {
    return (struct approximate){value, error >= 0 ? error : INFINITY};
}

/* What one rounding adds to the error; below the normal numbers it is absolute. Of an infinite
 * value none: it stands for any beyond the range, and has an error where it may be within. */
static struct approximate rounded(double value, double inherited) {
    return within(value, inherited + (isinf(value) ? 0 : UNIT * fabs(value) + DBL_TRUE_MIN));
}

static struct approximate exact(double value) {
    return (struct approximate){value, 0};
}

static bool is_whole(double x) {
    return fabs(x) < 0x1p31 && x == (int)x;
}

static struct approximate add(struct approximate a, struct approximate b) {
    const double sum = a.value + b.value;
    const bool is_exact = a.value == 0 || b.value == 0 || (is_whole(a.value) && is_whole(b.value));
    return is_exact ? (struct approximate){sum, a.error + b.error}
                    : rounded(sum, a.error + b.error);
}

static struct approximate negate(struct approximate a) {
    return (struct approximate){-a.value, a.error};
}

/* An error that came through products, with what they lost of it below the normal numbers. */
static double with_lost(struct approximate a, struct approximate b, double error) {
    return a.error == 0 && b.error == 0 ? 0 : error + 2 * DBL_TRUE_MIN;
}

static bool is_exact_zero(struct approximate a) {
    return a.value == 0 && a.error == 0;
}

static struct approximate multiply(struct approximate a, struct approximate b) {
    if (is_exact_zero(a) || is_exact_zero(b)) /* also times an infinite one: O*log(out) */
        return exact(0);
    const double product = a.value * b.value;
    const double inherited =
        with_lost(a, b, fabs(a.value) * b.error + fabs(b.value) * a.error + a.error * b.error);
    const bool is_exact = fabs(a.value) == 1 || fabs(b.value) == 1;
    return is_exact ? within(product, inherited) : rounded(product, inherited);
}

/* By one that stands for any beyond the range the quotient is next to nothing, but not 0. */
static struct approximate divide(struct approximate a, struct approximate b) {
    if (isinf(b.value) && b.error == 0 && !is_exact_zero(a))
        return within(a.value / b.value, (fabs(a.value) + a.error) / DBL_MAX + DBL_TRUE_MIN);
    const double quotient = a.value / b.value, least = fabs(b.value) - b.error;
    const double above = with_lost(a, b, a.error + fabs(quotient) * b.error);
    return rounded(quotient, above == 0 ? 0 : above / larger(least, 0));
}

/* A value to within HALF_ULPS half units, and the steepest slope within the inherited error, which
 * carries that on. */
static struct approximate inherit(double value, double half_ulps, double slope, double error) {
    return within(value, half_ulps * UNIT * fabs(value) + DBL_TRUE_MIN +
                             (error > 0 ? fabs(slope) * error : 0));
}

/* Where x^n is steepest within the error of x. */
static double steepest(struct approximate x, double n) {
    return n >= 1 ? fabs(x.value) + x.error : larger(fabs(x.value) - x.error, 0);
}

/* A chain of |n| products, the first of them exact, and all of them where they are whole. */
static struct approximate chain(struct approximate base, int n) {
    const double value = power(base.value, n);
    const int roundings = is_whole(base.value) && is_whole(value) && n >= 0 ? 0
                          : n > 0                                           ? n - 1
                                                                            : -n;
    if (n == 0 || (roundings == 0 && base.error == 0))
        return exact(value);
    return inherit(value, roundings, n * power(steepest(base, n), n - 1), base.error);
}

/* A whole power is a chain; another goes by logarithm, and so does the bound where the exponent is
 * not exact. */
static struct approximate raise(struct approximate base, struct approximate exponent) {
    const bool is_chain = fabs(exponent.value) <= 64 && is_whole(exponent.value);
    if (is_chain && exponent.error == 0)
        return chain(base, (int)exponent.value);
    const struct approximate logged =
        function_find("exp", 3)->value(multiply(exponent, function_find("log", 3)->value(base)));
    if (!is_chain)
        return logged;
    const double value = power(base.value, (int)exponent.value);
    return within(value, logged.error + fabs(logged.value - value));
}

static bool is_zero(struct approximate a) {
    return a.value == 0;
}

static bool is_flat(struct approximate a) {
    return isinf(a.value);
}

#define NUMBER struct approximate
#define NAMES  struct formula_names
#define VALUE  value
#include "formula/formula_rules.h"

static bool evaluate_number(struct evaluation *how, const struct formula *formula,
                            struct dual *result) {
    if (formula->length == 1) { /* a digit */
        *result = (struct dual){exact(formula->text[0] - '0'), exact(0)};
        return true;
    }
    const char *wrong = number_read(formula->text, formula->length, &result->value.value);
    if (wrong != NULL)
        return error_set(how->error, "%s %s", quote(formula->text, formula->length).text, wrong);
    result->value.error = number_error(formula->text, formula->length, result->value.value);
    result->slope = exact(0);
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

bool formula_differentiate(const struct formula *formula, const struct formula *by,
                           const struct formula_names *names, struct approximate *result,
                           struct error *error) {
    struct evaluation how = {.names = names, .by = by, .error = error};
    struct dual dual;
    if (!evaluate(&how, formula, &dual))
        return false;
    *result = dual.slope;
    return true;
}
