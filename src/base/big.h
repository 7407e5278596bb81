/* Big: numbers of as many bits as asked for, each with a bound of its error, for the rare value
 * whose shown digits a double does not settle: near a tie, or small by cancellation. Slow, simple,
 * and with no library behind it. Which digits are unsettled is left to the caller. */
#ifndef BPWALK_BIG_H
#define BPWALK_BIG_H

#include "base/number.h"

#include <stdint.h>

enum { BIG_MOST_LIMBS = 64 }; /* 2048 bits: 1 - 1e-300 still differs from 1 by many digits */

/* sign * 0.limb[0]limb[1]... * 2^exponent, the first limb with its highest bit set; the true number
 * is within part * 2^error of it, with part from 1/2 to 1. Zero has sign 0. */
struct big {
    int sign;
    int limbs; /* how many it has, and its results have */
    int64_t exponent, error;
    double part;
    uint32_t limb[BIG_MOST_LIMBS];
};

/* The error of a number that is exact. */
#define BIG_EXACT (INT64_MIN / 4)

/* A whole number below 2^53 in size; decimal text that number_read takes. */
struct big big_whole(int limbs, double whole);
struct big big_text(int limbs, const char *text, size_t length);

/* One that could be any: what has no value here, or none with a bound. */
struct big big_unknown(int limbs);

struct big big_negate(struct big a);
struct big big_add(struct big a, struct big b);
struct big big_multiply(struct big a, struct big b);
struct big big_divide(struct big a, struct big b); /* unknown by a divisor that may be zero */
struct big big_exp(struct big a); /* beyond e^(2^48) no more is known than that it is large */
struct big big_tanh(struct big a);

/* Unknown of what is below zero (a^b then only where b is not a whole number), the logarithm also
 * of what may be zero. */
struct big big_log(struct big a);
struct big big_sqrt(struct big a);
struct big big_raise(struct big a, struct big b);

/* Whether its error leaves open which sign it has; of zero itself too. */
bool big_may_be_zero(const struct big *a);

/* The size of a number as a power of two that is above it; BIG_EXACT for zero. */
int64_t big_size(const struct big *a);

/* As number_shown. Where the error leaves the digits open (and at a tie, or nearer to one than
 * 2^-1024 of a unit, it does) it returns 0, unless IS_LAST: then the number is taken for the tie
 * that it cannot be told from, and rounded to even, or for zero, where its error is below 2^-256
 * (of a unit). Of one that could be any it shows nothing. */
size_t big_shown(char room[NUMBER_ROOM], const struct big *a, int digits, bool is_last);

#endif
