/* Draw: random numbers for an example, pleasant to compute by hand: one decimal for every number,
 * no two weights alike, no neuron near saturation, no error near zero. The same seed gives the same
 * numbers on every machine. */
#ifndef BPWALK_DRAW_H
#define BPWALK_DRAW_H

#include "example/example.h"

/* So many variants of a seed are different from each other. */
enum { DRAW_VARIANTS = 1000000 };

/* EXAMPLE becomes OF, which must outlive it, with other numbers but for those of --set: variant
 * VARIANT (from 0) of SEED. ATTEMPT counts from 0: the weights of each are others. EXAMPLE is {0},
 * or was drawn before. */
void draw_example(struct example *example, const struct example *of, unsigned seed,
                  unsigned variant, unsigned attempt);

/* The same with small whole numbers and the rate 0.1, so that a class computes in its head where
 * the functions leave whole numbers whole. Two variants may be alike. */
void draw_whole(struct example *example, const struct example *of, unsigned seed, unsigned variant,
                unsigned attempt);

#endif
