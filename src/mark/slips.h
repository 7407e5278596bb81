/* Slips: what students are known to do to a formula, as changes of its tree. Nothing here spells a
 * formula: each slip is made of the walk's own. Whether one explains an answer is asked of the
 * caller. */
#ifndef BPWALK_SLIPS_H
#define BPWALK_SLIPS_H

#include "mark/ways.h"

/* A slip by its id, and the formula that it makes. The ids, in the order in which they are tried
 * (prose has a text "slip.ID" for each): the article's, E1 to E5, in the walk's own form
 * (slip_article); those that are known (slip_known),
 *
 *     sign         the sign of (O - out) turned
 *     derivative   the factor out*(1 - out) forgotten
 *     bias         the bias left out
 *     other-bias   the bias of another neuron taken
 *     early        w+ used where w belongs: the update made too early
 *     alpha        alpha forgotten
 *     half         the half of (5.5) forgotten
 *     path         a sum over one path only
 *     gradient     a gradient taken for an error term
 *     weighted-sum the weighted sum of a neuron taken for its output
 *     power-of-ten 10^x for e^x
 *     function     tanh for the sigmoid, or the other way round
 *     added        added where the update subtracts (only where the gradient is handed in)
 *     kept         no update at all: alpha*x left out
 *     rate         another alpha
 *
 * and, of a general kind, where none of these explains an answer (slip_other):
 *
 *     old          an old value used after the update
 *     minus        a minus forgotten, or one too many
 *     power        a power forgotten
 *     divided      divided by what is to be multiplied by
 *     exponential  exp left out, so that of softmax a share of the sums is left
 *     factor       a factor forgotten
 *     term         a summand left out
 *     neighbour    a name taken for its neighbour
 *     point        the decimal point a place or two off
 */
struct slip {
    const char *id; /* NULL: none */
    const struct formula *formula;
};

/* Where a slip is looked for: one way to compute one quantity. */
struct slip_place {
    const struct ways *ways;
    struct arena *arena; /* of the formulas made */
    size_t quantity;
    const struct way *way;
    bool (*explains)(void *context, const char *id, const struct formula *slipped);
    void *context;
};

/* The first that explains the answer, in the order above; none of a way with names put in, for it
 * is known from the walk's own. */
struct slip slip_article(const struct slip_place *place);
struct slip slip_known(const struct slip_place *place);
struct slip slip_other(const struct slip_place *place);

/* What SLIPPED lacks of FORMULA, which it is but for an operand of a sum, difference or product
 * that was left out; NULL where it is something else. */
const struct formula *slip_missing(const struct formula *formula, const struct formula *slipped);

/* The formula of the place with the slip KIND made wherever it can be, of those that one makes
 * again and again; NULL where it cannot. The id of the kind; NULL from the first past the last. */
const struct formula *slip_throughout(const struct slip_place *place, size_t kind);
const char *slip_throughout_id(size_t kind);

#endif
