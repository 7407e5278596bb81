/* Moons: the article's data, two half circles that reach into each other, with noise; and other
 * points that are placed and scattered in the same way. */
#ifndef BPWALK_MOONS_H
#define BPWALK_MOONS_H

#include "network/data.h"

#include <stdint.h>

/* Points of two classes in the plane: FIRST of class 0, SECOND of class 1, as scikit-learn places,
 * shuffles and scatters them after np.random.seed(SEED). NOISE is the standard deviation of what is
 * added to each coordinate, finite and >= 0, and 0 draws nothing. */
struct scatter {
    size_t first, second; /* from 0 to 10,000,000 each, and one at least */
    double noise;
    uint32_t seed;
};

/* NAME is moons (make_moons), circles (make_circles, factor 0.8), or linear: two rows that a
 * straight line parts. False with a line in ERROR where the numbers are not so. */
struct data *scatter_new(const char *name, const struct scatter *scatter, struct error *error);

/* np.random.seed(SEED), then sklearn.datasets.make_moons(SAMPLES, noise=NOISE): a half of each
 * class, the smaller one of class 0. */
struct data *moons_new(size_t samples, double noise, uint32_t seed, struct error *error);

#endif
