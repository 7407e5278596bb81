/* Diagnosis: which slip explains a wrong answer, and where it was made: in the answer's own step,
 * or in one before it that the student left out. Which slips there are is said in slips.h. */
#ifndef BPWALK_DIAGNOSIS_H
#define BPWALK_DIAGNOSIS_H

#include "teach/calculation.h"

struct diagnosis {
    const char *slip;              /* its id, or NULL: nothing known explains the answer */
    const struct formula *formula; /* what was computed instead, or NULL */
    size_t at;                     /* the quantity of the step in which it was made */
};

/* Whether BELIEF explains ANSWER to the digits it was given to. One that was cut off instead of
 * rounded is explained, too. */
bool belief_explains(const struct belief *belief, const struct answer *answer);

/* Looks for the slip behind the target of CALCULATION, whose answer is there and wrong. New
 * formulas are taken from ARENA.
 *
 * In this order: a known slip in the step itself, with the formula first that has the student's
 * nearest values in it; the same, but computed with the right values; a known slip in a step that
 * he left out, the nearest first (where the answer has four digits or more, for there are many);
 * once more in the step itself, with rounding on the way allowed for; a slip of a general kind in
 * the step itself; digits cut off ("cut"). */
struct diagnosis diagnose(struct calculation *calculation, size_t target, struct arena *arena);

#endif
