/* Plain: a formula as a list of operations, of which thousands are tried for an answer that is
 * wrong. It carries on how far off its names can be, and leaves what doubles lose to
 * formula_evaluate. */
#ifndef BPWALK_PLAIN_H
#define BPWALK_PLAIN_H

#include "formula/formula.h"

struct ways;
struct plain;

/* FORMULA, whose names are quantities of WAYS, taken from ARENA. NULL where a derivative, a sum
 * sign or a row stands in it, or it is too long. */
const struct plain *plain_make(struct arena *arena, const struct ways *ways,
                               const struct formula *formula);

/* Its value, where quantity q has VALUES[q]. The error is infinite where a divisor may be 0. */
struct approximate plain_value(const struct plain *plain, const struct approximate values[]);

#endif
