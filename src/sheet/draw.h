/* Draw: random numbers for an example, pleasant to compute by hand: one decimal for every number,
 * no two weights alike, no neuron near saturation, no error near zero. The same seed gives the same
 * numbers on every machine. */
#ifndef BPWALK_DRAW_H
#define BPWALK_DRAW_H

#include "example/example.h"

/* So many variants of a seed are different from each other. */
enum { DRAW_VARIANTS = 1000000 };

/* Draws all numbers of EXAMPLE: variant VARIANT (from 0) of SEED. ATTEMPT counts from 0: the
 * weights of each are others. Takes from the example's arena. */
void draw_example(struct example *example, unsigned seed, unsigned variant, unsigned attempt);

#endif
