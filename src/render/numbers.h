/* Numbers: how the names of a trace look as numbers: a given one as it was typed, a computed one
 * with the document's decimals. Each is made once, since formulas use it many times. */
#ifndef BPWALK_NUMBERS_H
#define BPWALK_NUMBERS_H

#include "base/number.h"
#include "trace/trace.h"

struct numbers {
    const struct trace *trace;
    int digits;
    char (*shown)[NUMBER_ROOM]; /* by quantity; empty until it is asked for */
};

/* Taken from the trace's arena. */
struct numbers numbers_of(struct trace *trace, int digits);

/* For formula_print. The context must outlive it. */
struct formula_numbers numbers_for_formula(struct numbers *numbers);

/* Appends to OUT the last form with its numbers in place; nothing where a derivative stands in it, or
 * where that says no more than VALUE_SHOWN does. Returns whether it appended. */
bool numbers_substitute(struct text *out, struct text *breaks, const struct step *step,
                        struct numbers *numbers, const char *value_shown);

#endif
