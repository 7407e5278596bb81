/* Expression: what a student types for a value: a number, or a formula of numbers and of names that
 * he has already. */
#ifndef BPWALK_EXPRESSION_H
#define BPWALK_EXPRESSION_H

#include "mark/check.h"
#include "walk/said.h"

/* What the LENGTH bytes at TYPED are worth, as below, and hands in nothing. */
bool expression_value(struct check *check, const struct said *said, size_t quantity,
                      const char *typed, size_t length, struct approximate *result,
                      struct error *error);

/* Hands in what the LENGTH bytes at TYPED are worth, for QUANTITY; its name and =
 * may stand before. Names are those that SAID, of the check's walk or one with the same names,
 * understands; dE/dw5 is one, too. A name is worth the student's own value where he has one; a name
 * that comes later in the walk has none yet. Of a number of three significant digits or more, half
 * a unit of the last counts as its uncertainty; one with fewer is exact. False with ERROR: what is
 * wrong and at which column, without a place. */
bool expression_answer(struct check *check, const struct said *said, size_t quantity,
                       const char *typed, size_t length, struct error *error);

/* Hands in WORTH, which is finite and within a finite error, for QUANTITY. */
void expression_hand_in(struct check *check, size_t quantity, const struct approximate *worth);

#endif
