/* Elementary: see elementary.h. The polynomials are minimax, fitted for this file; a value that one
 * double cannot hold is the unevaluated sum of a high and a low one. */
#include "base/elementary.h"

#include "base/elementary_kernel.h"
#include "base/product.h"

#include <math.h>

double elementary_exp(double x) {
    return kernel_exp(x);
}

double elementary_tanh(double x) {
    return kernel_tanh(x);
}

/* x * 2^n for |n| <= 1074, in two exact factors; libc's ldexp would bring all of libm with it. */
static double scaled(double x, int n) {
    const int half = n / 2;
    return x * kernel_from_bits((uint64_t)(1023 + half) << 52) *
           kernel_from_bits((uint64_t)(1023 + n - half) << 52);
}

/* log((high + low) 2^exponent) for a normal high > 0 with |low| at most half an ulp of it. With
 * high = 2^n m, m within [sqrt(1/2), sqrt(2)), f = m - 1 and s = f / (2 + f),
 * log m = log(1 + s) - log(1 - s) = 2 s + 2/3 s^3 + 2/5 s^5 + ... */
static double log_of_sum(double high, double low, int exponent) {
    const uint64_t above_root = kernel_bits(high) - kernel_bits(0x1.6a09e667f3bcdp-1);
    const int n = (int)(above_root >> 52) - (above_root >> 63 ? 4096 : 0);
    const int k = n + exponent;
    const double f = scaled(high, -n) - 1;
    const double f_low = scaled(low, -n);
    const double d = 2 + f;
    const double d_low = (f - (d - 2)) + f_low;
    const double s = f / d;
    const double p = s * d;
    const double s_low = (((f - p) - product_error(s, d, p)) + (f_low - s * d_low)) / d;

    const double z = s * s;
    const double rest =
        z * (0x1.5555555555592p-1 +
             z * (0x1.999999997fd36p-2 +
                  z * (0x1.24924941f8db7p-2 +
                       z * (0x1.c71c5202ac3c2p-3 +
                            z * (0x1.7466405d0e6f3p-3 +
                                 z * (0x1.39a1931bc0908p-3 + z * 0x1.2f07067f54631p-3))))));
    const double whole = k * KERNEL_LN2_HIGH;
    const double sum = whole + 2 * s;
    const double sum_low = (whole - sum) + 2 * s;
    return sum + (sum_low + (2 * s_low + s * rest + k * KERNEL_LN2_LOW));
}

double elementary_log(double x) {
    if (x == 0)
        return -(double)INFINITY;
    if (!(x > 0 && x < (double)INFINITY))
        return x > 0 ? x : (double)NAN;
    return x < 0x1p-1022 ? log_of_sum(x * 0x1p54, 0, -54) : log_of_sum(x, 0, 0);
}

double elementary_log1p(double x) {
    if (x == -1)
        return -(double)INFINITY;
    if (!(x > -1 && x < (double)INFINITY))
        return x > 0 ? x : (double)NAN;
    if (fabs(x) < 0x1p-54)
        return x;
    const double high = 1 + x;
    const double low = x < 1 ? x - (high - 1) : 1 - (high - x);
    return log_of_sum(high, low, 0);
}

/* sin(high + low) for |high| <= pi/4 and |low| at most half an ulp of it. */
static double sin_of_sum(double high, double low) {
    const double z = high * high;
    const double rest =
        z * (-0x1.5555555555549p-3 +
             z * (0x1.111111110f87ap-7 +
                  z * (-0x1.a01a019c11991p-13 +
                       z * (0x1.71de3577b66a2p-19 +
                            z * (-0x1.ae5e663a70a80p-26 + z * 0x1.5d9300f47d100p-33)))));
    return high + (low * (1 - 0.5 * z) + high * rest);
}

/* cos(high + low), likewise. 1 - h^2/2 is exact where h is the sum rounded to 24 binary places. */
static double cos_of_sum(double high, double low) {
    const double h = (high + KERNEL_ROUND / (1 << 24)) - KERNEL_ROUND / (1 << 24);
    const double l = (high - h) + low;
    const double z = high * high;
    const double rest =
        z * z *
        (0x1.555555555554cp-5 +
         z * (-0x1.6c16c16c1517ep-10 +
              z * (0x1.a01a019cb1bd9p-16 +
                   z * (-0x1.27e4f809f08abp-22 +
                        z * (0x1.1ee9ebe91f19fp-29 + z * -0x1.8fae9c6fbdaddp-37)))));
    return (1 - 0.5 * h * h) + (rest - 0.5 * l * (high + h));
}

/* x = quarter pi/2 + high + low, with |high| <= pi/4 and |quarter| <= 2. */
struct angle {
    int quarter;
    double high, low;
};

static struct angle angle_of(double x) {
    const double quarter = (x * 0x1.45f306dc9c883p-1 + KERNEL_ROUND) - KERNEL_ROUND;
    const double first = x - quarter * 0x1.921fb54442d18p+0; /* exact; the rest of pi/2 follows */
    const double rest = quarter * 0x1.1a62633145c07p-54;
    const double high = first - rest;
    return (struct angle){(int)quarter, high, (first - high) - rest};
}

static const double pi = 0x1.921fb54442d18p+1;

double elementary_sin(double x) {
    if (!(fabs(x) <= pi))
        return (double)NAN;
    if (fabs(x) < 0x1p-27)
        return x;
    const struct angle angle = angle_of(x);
    const double size = angle.quarter % 2 == 0 ? sin_of_sum(angle.high, angle.low)
                                               : cos_of_sum(angle.high, angle.low);
    return angle.quarter == -1 || angle.quarter == 2 || angle.quarter == -2 ? -size : size;
}

double elementary_cos(double x) {
    if (!(fabs(x) <= pi))
        return (double)NAN;
    const struct angle angle = angle_of(x);
    const double size = angle.quarter % 2 == 0 ? cos_of_sum(angle.high, angle.low)
                                               : sin_of_sum(angle.high, angle.low);
    return angle.quarter == 1 || angle.quarter == 2 || angle.quarter == -2 ? -size : size;
}
