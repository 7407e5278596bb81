/* Random: numbers as numpy's RandomState draws them, bit for bit, so that the article's data and
 * first weights are had from its own seeds. The generator is MT19937 (Matsumoto and Nishimura,
 * ACM TOMACS 8, 1998); what is drawn from it follows numpy's legacy distributions. */
#ifndef BPWALK_RANDOM_H
#define BPWALK_RANDOM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { RANDOM_WORDS = 624 };

struct random {
    uint32_t word[RANDOM_WORDS];
    size_t used; /* words of the state already given out */
    bool has_gauss;
    double gauss; /* the second number of the pair that was drawn last */
};

/* np.random.seed(SEED) */
void random_seed(struct random *random, uint32_t seed);

/* 32 random bits; by itself for tests, as the next. */
uint32_t random_bits(struct random *random);

/* np.random.random_sample(): a multiple of 2^-53 in [0, 1) */
double random_double(struct random *random);

/* np.random.standard_normal() */
double random_gauss(struct random *random);

/* np.random.permutation(COUNT), COUNT < 2^32: the numbers below it, shuffled; freed with free(). */
size_t *random_permutation(struct random *random, size_t count);

#endif
