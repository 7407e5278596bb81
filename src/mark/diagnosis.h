/* Diagnosis: which slip explains a wrong answer, and where it was made: in the answer's own step,
 * or in one before it that the student left out. Which slips there are is said in slips.h. */
#ifndef BPWALK_DIAGNOSIS_H
#define BPWALK_DIAGNOSIS_H

#include "mark/calculation.h"

struct diagnosis {
    const char *slip;              /* its id, or NULL: nothing known explains the answer */
    const struct formula *formula; /* what was computed instead, or NULL */
    const struct formula *missing; /* in it, of a slip that leaves something out; or NULL */
    size_t at;                     /* the quantity of the step in which it was made */
    bool is_throughout;            /* and in others before the answer as well */
};

/* The slips that can be made in the steps of a walk, each list made when it is first asked for. */
struct candidates {
    const struct ways *ways;
    struct candidate_list *of; /* by quantity */
    struct arena arena;
    bool has_other_numbers; /* than the article: its slips are looked for last */
};

/* WAYS outlives them. */
void candidates_start(struct candidates *candidates, const struct ways *ways);
void candidates_free(struct candidates *candidates);

/* Whether BELIEF explains ANSWER to the digits it was given to. One that was cut off instead of
 * rounded is explained, too. */
bool belief_explains(const struct belief *belief, const struct answer *answer);

/* Whether the answer is the RIGHT value without its further digits. */
bool is_cut_off(const struct answer *answer, double right);

/* Looks for the slip behind the target of CALCULATION, whose answer is there and wrong. The
 * formulas live as long as CANDIDATES.
 *
 * In this order, but with other numbers than the article's the first last: one of the article's slips, in the step itself or in one before it that he left
 * out, the nearest first; a known slip in the step itself, with the formula first that has his
 * nearest values in it; the same, but computed with the right values; one made
 * in all the steps left out; a known slip in one of them; in the step itself with rounding on the
 * way allowed for; a slip of a general kind in the step itself; rounding on the
 * way to fewer digits than the answer has ("rounded"), or numbers of 32 bits ("single"). The more
 * of them are tried, the further off an answer must be, in units of its last digit, for one to
 * count as its explanation. */
struct diagnosis diagnose(struct calculation *calculation, struct candidates *candidates,
                          size_t target);

#endif
