/* Product: a product of two doubles without loss, as the sum of two. */
#ifndef BPWALK_PRODUCT_H
#define BPWALK_PRODUCT_H

/* a * b - p, where p is a * b rounded (Dekker 1971): each factor is split into two of 26 bits.
 * Exact where neither overflows (below 2^970) nor the error underflows. */
static inline double product_error(double a, double b, double p) {
    const double a_high = a * 0x1.0000002p27 - (a * 0x1.0000002p27 - a);
    const double b_high = b * 0x1.0000002p27 - (b * 0x1.0000002p27 - b);
    const double a_low = a - a_high;
    const double b_low = b - b_high;
    return ((a_high * b_high - p) + a_high * b_low + a_low * b_high) + a_low * b_low;
}

#endif
