/* Formula, the evaluation of it in numbers of many bits: see formula.h. */
#include "formula/formula.h"

#include "base/big.h"

#include <math.h>
#include <string.h>

/* A whole number takes its count of limbs from what it meets: the operations give their results as
 * many as the shorter operand has. */
static struct big exact(double whole) {
    return big_whole(BIG_MOST_LIMBS, whole);
}

static struct big as_long_as(struct big a, const struct big *b) {
    a.limbs = a.limbs < b->limbs ? a.limbs : b->limbs;
    return a;
}

static struct big add(struct big a, struct big b) {
    return big_add(as_long_as(a, &b), as_long_as(b, &a));
}

static struct big negate(struct big a) {
    return big_negate(a);
}

static struct big multiply(struct big a, struct big b) {
    return big_multiply(as_long_as(a, &b), as_long_as(b, &a));
}

static struct big divide(struct big a, struct big b) {
    return big_divide(as_long_as(a, &b), as_long_as(b, &a));
}

/* Of exponents, which are small whole numbers in every walk; any other is no number here. */
static double as_double(struct big a) {
    double size = a.limb[0];
    if (a.sign != 0 && (a.exponent < 1 || a.exponent > 31))
        return (double)NAN;
    for (int64_t i = a.exponent; i < 32; i++)
        size /= 2;
    return a.sign * size;
}

static struct big raise(struct big base, double n) {
    if (fabs(n) <= 64 && n == (int)n)
        return big_power(base, (int)n);
    return big_unknown(base.limbs);
}

static bool is_zero(struct big a) {
    return a.sign == 0 && a.error <= BIG_EXACT;
}

static bool is_flat(struct big a) {
    (void)a;
    return false;
}

#define NUMBER struct big
#define NAMES  struct formula_big_names
#include "formula/formula_rules.h"

static bool evaluate_number(struct evaluation *how, const struct formula *formula,
                            struct dual *result) {
    *result = (struct dual){big_text(how->names->limbs, formula->text, formula->length), exact(0)};
    return true;
}

/* Where the bits do not tell the sign more are asked for; the most take the number for zero. */
static struct big step(struct big a) {
    if (big_may_be_zero(&a) && !is_zero(a) && a.limbs < BIG_MOST_LIMBS)
        return big_unknown(a.limbs);
    return exact(!big_may_be_zero(&a) && a.sign > 0);
}

static bool evaluate_call(struct evaluation *how, const struct formula *formula,
                          struct dual *result) {
    struct dual of;
    const bool is_step = strncmp(formula->text, "step", 4) == 0;
    if (!is_step && strncmp(formula->text, "exp", 3) != 0)
        return error_set(how->error, "%s has no value of many bits; exp and step have",
                         quote(formula->text, formula->length).text);
    if (!evaluate(how, formula->left, &of))
        return false;
    if (is_step) {
        *result = (struct dual){step(of.value), exact(0)};
        return true;
    }
    result->value = big_exp(of.value);
    result->slope = multiply(result->value, of.slope);
    return true;
}

bool formula_evaluate_big(const struct formula *formula, const struct formula_big_names *names,
                          struct big *result, struct error *error) {
    struct evaluation how = {.names = names, .error = error};
    struct dual dual;
    if (!evaluate(&how, formula, &dual))
        return false;
    *result = dual.value;
    return true;
}
