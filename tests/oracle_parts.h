/* Oracle, what it is made of: for its own files alone. */
#ifndef BPWALK_ORACLE_PARTS_H
#define BPWALK_ORACLE_PARTS_H

#include "oracle.h"
#include "oracle_forward.h"

struct sample {
    mpfr_t *targets;
    struct pass before, after;
    mpfr_t *by_out[SHAPE_LAYERS + 1], *sigma[SHAPE_LAYERS + 1];
};

struct oracle {
    const struct example *example;
    const struct shape *shape;
    struct block *blocks; /* of all numbers below */
    mpfr_t *rate;
    struct parameters old[SHAPE_LAYERS + 1], updated[SHAPE_LAYERS + 1];
    struct sample *samples;
    mpfr_exp_t largest;
    bool is_saturated;
};

/* The sample of a name; NULL where there are several, and NUMBER is of none. */
const struct sample *oracle_sample(const struct oracle *oracle, size_t number);

/* Of the sum of what the samples have: the mean, where that is asked for. */
void oracle_reduce(const struct oracle *oracle, mpfr_ptr total);

#endif
