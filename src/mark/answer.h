/* Answer: a value that a student hands in, with the digits it was given to. What it should be is
 * left to the marking. */
#ifndef BPWALK_ANSWER_H
#define BPWALK_ANSWER_H

#include <stdbool.h>
#include <stddef.h>

struct answer {
    const char *typed; /* NUL-terminated and owned by others; NULL: there is no answer */
    double value;
    double half;     /* half a unit of its last digit: how far rounding can have moved it */
    int significant; /* digits from the first that is no zero to the last */
    int decimals;    /* digits behind the point; negative where zeros are missing before it */
};

/* An answer of the number that is TYPED in LENGTH bytes, as number_read takes it.
 *
 * The last digit is the last typed one: in 0.6457 of 1e-4, in 6.457e-3 of 1e-6, in 12 of 1. Beyond
 * 15 digits, which programs do not compute, nothing counts. */
struct answer answer_of(const char *typed, size_t length, double value);

/* Half a unit of the last of VALUE's SIGNIFICANT digits; 0 for a VALUE of 0. */
double half_unit(double value, int significant);

#endif
