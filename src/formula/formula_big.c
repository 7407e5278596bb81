/* Formula, the evaluation of it in numbers of many bits: see formula.h. */
#include "formula/formula.h"

#include "base/big.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
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

static bool is_zero(struct big a) {
    return a.sign == 0 && a.error <= BIG_EXACT;
}

static struct big multiply(struct big a, struct big b) {
    if (is_zero(a) || is_zero(b)) /* also times one that could be any: O*log(out) */
        return exact(0);
    return big_multiply(as_long_as(a, &b), as_long_as(b, &a));
}

static struct big divide(struct big a, struct big b) {
    return big_divide(as_long_as(a, &b), as_long_as(b, &a));
}

static struct big raise(struct big base, struct big exponent) {
    return big_raise(as_long_as(base, &exponent), as_long_as(exponent, &base));
}

static bool is_flat(struct big a) {
    (void)a;
    return false;
}

#define NUMBER struct big
#define NAMES  struct formula_big_names
#define VALUE  value_in_bits
#define IN_PAIRS
#include "formula/formula_rules.h"

static bool evaluate_number(struct evaluation *how, const struct formula *formula,
                            struct dual *result) {
    *result = (struct dual){big_text(how->names->limbs, formula->text, formula->length), exact(0)};
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
