/* Variant: one set of numbers for a handout, walked, and carried where that is asked for. */
#ifndef BPWALK_VARIANT_H
#define BPWALK_VARIANT_H

#include "sheet/carry.h"
#include "sheet/handout.h"
#include "walk/walk.h"

struct variant {
    struct example drawn; /* where numbers are drawn; kept from one variant to the next */
    struct walk walk;
    struct carried carried; /* where the handout carries, or bounds */
    int decimals;           /* that are carried and bounded */
};

/* Walks variant NUMBER (from 0) of HANDOUT. DECIMALS are what is carried and bounded; 0: nothing.
 * VARIANT is {0} or was made before, and is freed by variant_free whatever comes back. False with
 * ERROR. */
bool variant_make(struct variant *variant, const struct handout *handout, size_t number,
                  int decimals, struct error *error);
void variant_free(struct variant *variant);

/* What a question bank has as the value of step INDEX: what is carried, or the exact one; and how
 * far from it an answer may be: as far as rounding each value on the way can take it, rounded up to
 * a decimal more than is kept. Where numbers are drawn for a question bank, no tolerance takes 0 or
 * the weight before its update for the answer; where they are not, variant_make refuses those. */
double variant_value(const struct variant *variant, const struct handout *handout, size_t index);
double variant_tolerance(const struct variant *variant, size_t index);

/* The example that it was made of. */
const struct example *variant_example(const struct variant *variant, const struct handout *handout);

#endif
