/* Oracle: what every name of a walk is worth, from the example's shape and numbers alone, in many
 * bits (MPFR): its own loops over the layers, which know no formula of a walk, no trace, and no
 * value of a double. What a walk shows of it is left to the caller. */
#ifndef BPWALK_ORACLE_H
#define BPWALK_ORACLE_H

#include "example/example.h"

#include <mpfr.h>

enum { ORACLE_BITS = 3500 };

struct oracle;

/* The first iteration of EXAMPLE, which must outlive it; a number as typed counts as the decimal
 * that it is. Freed by oracle_free. */
struct oracle *oracle_of(const struct example *example);
void oracle_free(struct oracle *oracle);

/* On to the next iteration, with the weights and biases that this one has updated. */
void oracle_next(struct oracle *oracle);

/* The value of a name: of a role, a derivative dA_dB, or an error term. False: it knows none. NaN:
 * it is beyond MPFR (past e^(2^62)). */
bool oracle_value(const struct oracle *oracle, const char *name, size_t length, mpfr_ptr value);

/* Why a walk in doubles may end: a value, or a term or product on the way to one, is beyond
 * 2^1023; or the logarithm or the quotient of an output is taken that as a double is 0 or 1. */
bool oracle_leaves_range(const struct oracle *oracle);

/* A derivative or an error term against a central difference, (A(B + h) - A(B - h))/2h in 1024
 * bits, of the forward pass alone: no rule of differentiation has a part in it. VALUE is held to
 * 200 bits of it. */
enum difference {
    DIFFERENCE_AGREES,
    DIFFERENCE_DISAGREES,
    DIFFERENCE_OF_NO_SLOPE, /* the name is none, or over the samples */
    DIFFERENCE_AT_KINK,   /* a ReLU of that sample is at 0, or an output whose logarithm is taken */
    DIFFERENCE_AT_ONCE,   /* the way back has met updated weights: no slope of the forward pass */
    DIFFERENCE_TOO_LARGE, /* a given number is above 1000 in size: h would be no small step */
};
enum { DIFFERENCES = DIFFERENCE_TOO_LARGE + 1 };
enum difference oracle_difference(const struct oracle *oracle, const char *name, size_t length,
                                  mpfr_srcptr value);

#endif
