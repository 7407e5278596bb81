/* Larger: the larger and the smaller of two numbers. C's fmax and fmin would bring all of libm with
 * them, whose loading takes as long as a walk. */
#ifndef BPWALK_LARGER_H
#define BPWALK_LARGER_H

static inline double larger(double a, double b) {
    return a > b ? a : b;
}

static inline double smaller(double a, double b) {
    return a < b ? a : b;
}

#endif
