/* Moons: the article's data, two half circles that reach into each other, with noise. */
#ifndef BPWALK_MOONS_H
#define BPWALK_MOONS_H

#include "network/data.h"

#include <stdint.h>

/* np.random.seed(SEED), then sklearn.datasets.make_moons(SAMPLES, noise=NOISE): 2 inputs, 2
 * classes. SAMPLES >= 1; NOISE is the standard deviation of what is added to each coordinate,
 * finite and >= 0, and 0 draws nothing. False with a line in ERROR where they are not so. */
struct data *moons_new(size_t samples, double noise, uint32_t seed, struct error *error);

#endif
