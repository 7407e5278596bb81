/* Formula tightness: how tightly a formula holds together; a looser one within a tighter one needs
 * parentheses. Shared by the printers of formulas, and by nobody else. */
#ifndef BPWALK_FORMULA_TIGHTNESS_H
#define BPWALK_FORMULA_TIGHTNESS_H

#include "formula/formula.h"

enum tightness { SUM = 1, PRODUCT, NEGATION, POWER, PRIMARY };

static inline enum tightness formula_tightness(const struct formula *formula) {
    switch (formula->kind) {
    case FORMULA_ADD:
    case FORMULA_SUBTRACT:
        return SUM;
    case FORMULA_MULTIPLY:
    case FORMULA_DIVIDE:
    case FORMULA_DOT:
        return PRODUCT;
    case FORMULA_NEGATE:
        return NEGATION;
    case FORMULA_POWER:
        return POWER;
    case FORMULA_NUMBER:
    case FORMULA_NAME:
    case FORMULA_CALL:
    case FORMULA_ENTRY:
    case FORMULA_PARTIAL:
    case FORMULA_SUM:
    case FORMULA_RANGE:
        break;
    }
    return PRIMARY;
}

#endif
