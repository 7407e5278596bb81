/* Numbers: how the names of a trace look as numbers: a given one as it was typed, a computed one
 * with the document's decimals. Each is made once, since formulas use it many times. */
#ifndef BPWALK_NUMBERS_H
#define BPWALK_NUMBERS_H

#include "base/number.h"
#include "trace/trace.h"

struct numbers {
    struct trace *trace;
    int digits;
    char (*shown)[NUMBER_ROOM]; /* by quantity; empty until it is asked for */

    /* Values to show instead of the trace's, by quantity and by step, with all their decimals; NULL
     * for the trace's own. */
    const double *quantity_values, *step_values;
};

/* Taken from the trace's arena. */
struct numbers numbers_of(struct trace *trace, int digits);

/* A step's value as it is shown; where it is its name's (as without slips it always is, whatever
 * rounding did to it), the very text that formulas have. ROOM is for one that is not. */
const char *numbers_value(struct numbers *numbers, const struct step *step, char room[NUMBER_ROOM]);

/* For formula_print. The context must outlive it. The second replaces given names only. */
struct formula_numbers numbers_for_formula(struct numbers *numbers);
struct formula_numbers numbers_given_for_formula(struct numbers *numbers);

/* Whether a given name stands in a formula. */
bool numbers_any_given(const struct numbers *numbers, const struct formula *formula);

/* Of a step's forms the one that a hand computes: the shortest in which no derivative and no sum sign
 * stands, of two as short the later; the last where each has one. */
const struct formula *numbers_shortest(struct trace *trace, const struct step *step);

/* VALUE with DIGITS decimals, trailing zeros and all, as what is rounded by hand is written. */
void numbers_rounded(char room[NUMBER_ROOM], double value, int digits);

/* Appends NUMBER for people: with a minus sign (U+2212) where it has a hyphen. */
void numbers_put(struct text *out, const char *number);

/* Whether a formula has a line with its numbers in place: no derivative stands in it, and the line
 * says more than VALUE, the step's value as it is shown. */
bool numbers_worth_showing(struct numbers *numbers, const struct formula *formula,
                           const char *value);

#endif
