/* Elementary: see elementary.h. The polynomials are minimax, fitted for this file; a value that one
 * double cannot hold is the unevaluated sum of a high and a low one. */
#include "base/elementary.h"

#include "base/elementary_kernel.h"
#include "base/product.h"

#include <math.h>

const double kernel_power[KERNEL_POWERS] = {
    0x1.0000000000000p+0, 0x1.02c9a3e778061p+0, 0x1.059b0d3158574p+0, 0x1.0874518759bc8p+0,
    0x1.0b5586cf9890fp+0, 0x1.0e3ec32d3d1a2p+0, 0x1.11301d0125b51p+0, 0x1.1429aaea92de0p+0,
    0x1.172b83c7d517bp+0, 0x1.1a35beb6fcb75p+0, 0x1.1d4873168b9aap+0, 0x1.2063b88628cd6p+0,
    0x1.2387a6e756238p+0, 0x1.26b4565e27cddp+0, 0x1.29e9df51fdee1p+0, 0x1.2d285a6e4030bp+0,
    0x1.306fe0a31b715p+0, 0x1.33c08b26416ffp+0, 0x1.371a7373aa9cbp+0, 0x1.3a7db34e59ff7p+0,
    0x1.3dea64c123422p+0, 0x1.4160a21f72e2ap+0, 0x1.44e086061892dp+0, 0x1.486a2b5c13cd0p+0,
    0x1.4bfdad5362a27p+0, 0x1.4f9b2769d2ca7p+0, 0x1.5342b569d4f82p+0, 0x1.56f4736b527dap+0,
    0x1.5ab07dd485429p+0, 0x1.5e76f15ad2148p+0, 0x1.6247eb03a5585p+0, 0x1.6623882552225p+0,
    0x1.6a09e667f3bcdp+0, 0x1.6dfb23c651a2fp+0, 0x1.71f75e8ec5f74p+0, 0x1.75feb564267c9p+0,
    0x1.7a11473eb0187p+0, 0x1.7e2f336cf4e62p+0, 0x1.82589994cce13p+0, 0x1.868d99b4492edp+0,
    0x1.8ace5422aa0dbp+0, 0x1.8f1ae99157736p+0, 0x1.93737b0cdc5e5p+0, 0x1.97d829fde4e50p+0,
    0x1.9c49182a3f090p+0, 0x1.a0c667b5de565p+0, 0x1.a5503b23e255dp+0, 0x1.a9e6b5579fdbfp+0,
    0x1.ae89f995ad3adp+0, 0x1.b33a2b84f15fbp+0, 0x1.b7f76f2fb5e47p+0, 0x1.bcc1e904bc1d2p+0,
    0x1.c199bdd85529cp+0, 0x1.c67f12e57d14bp+0, 0x1.cb720dcef9069p+0, 0x1.d072d4a07897cp+0,
    0x1.d5818dcfba487p+0, 0x1.da9e603db3285p+0, 0x1.dfc97337b9b5fp+0, 0x1.e502ee78b3ff6p+0,
    0x1.ea4afa2a490dap+0, 0x1.efa1bee615a27p+0, 0x1.f50765b6e4540p+0, 0x1.fa7c1819e90d8p+0};

const double kernel_power_rest[KERNEL_POWERS] = {0x0.0p+0,
                                                 -0x1.160139cd8dc5dp-56,
                                                 0x1.cd2523567f613p-55,
                                                 0x1.0f74e61e6c861p-57,
                                                 0x1.79aa65d837b6dp-54,
                                                 0x1.ebe3d702f9cd1p-60,
                                                 -0x1.556522a2fbd0ep-54,
                                                 -0x1.1c923b9d5f416p-54,
                                                 -0x1.01b15eaa59348p-55,
                                                 0x1.b898c3f1353bfp-55,
                                                 0x1.aecf73e3a2f60p-54,
                                                 0x1.a6f4144a6c38dp-55,
                                                 0x1.68efde3a8a894p-54,
                                                 0x1.0472b981fe7f2p-55,
                                                 0x1.2f7e16d09ab31p-55,
                                                 0x1.b3782720c0ab4p-55,
                                                 0x1.34d754db0abb6p-55,
                                                 0x1.fdd395dd3f84ap-55,
                                                 -0x1.24aedcc4b5068p-54,
                                                 -0x1.1d1e83e9436d2p-56,
                                                 0x1.59f48a72a4c6dp-55,
                                                 -0x1.8a78f4817895bp-58,
                                                 0x1.363ed60c2ac11p-59,
                                                 0x1.ecce1daa10379p-57,
                                                 0x1.690cebb7aafb0p-56,
                                                 -0x1.f94340071a38ep-55,
                                                 -0x1.8dec6bd0f385fp-56,
                                                 0x1.3350518fdd78ep-54,
                                                 0x1.063e1e21c5409p-54,
                                                 0x1.432e62b64c035p-54,
                                                 -0x1.c33c53bef4da8p-55,
                                                 -0x1.3cedd78565858p-54,
                                                 -0x1.3b3efbf5e2228p-54,
                                                 -0x1.367efb86da9eep-57,
                                                 -0x1.81f647e5a3ecfp-56,
                                                 -0x1.619321e55e68ap-55,
                                                 -0x1.b32dcb94da51dp-56,
                                                 0x1.5ebe1abd66c55p-57,
                                                 -0x1.369b6f13b3734p-54,
                                                 -0x1.4d450d872576ep-54,
                                                 0x1.db72fc1f0eab4p-55,
                                                 0x1.bf68359f35f44p-56,
                                                 -0x1.da9b88b6c1e29p-58,
                                                 -0x1.2434322f4f9aap-54,
                                                 0x1.1affc2b91ce27p-56,
                                                 -0x1.7c50422622263p-55,
                                                 -0x1.1bbd1d3bcbb15p-54,
                                                 0x1.469846e735ab3p-55,
                                                 0x1.c1a7792cb3387p-55,
                                                 -0x1.5c3d956dcaebap-58,
                                                 -0x1.8d6f438ad9334p-57,
                                                 0x1.4ffd70a5fddcdp-56,
                                                 0x1.36eae30af0cb3p-56,
                                                 0x1.4e08fd10959acp-55,
                                                 0x1.76b2c6c921968p-57,
                                                 -0x1.fad5d3ffffa6fp-55,
                                                 0x1.4a385a63d07a7p-56,
                                                 0x1.e5a50d5c192acp-55,
                                                 -0x1.2d52107b43e1fp-55,
                                                 0x1.4b604603a88d3p-56,
                                                 -0x1.ff7128fd391f0p-55,
                                                 0x1.ec3bc41aa2008p-55,
                                                 0x1.a64a931d185eep-55,
                                                 0x1.7893b4d91cd9dp-56};

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

/* ln 2 in two parts; a whole number below 2^11 times the first is exact. */
static const double ln2_high = 0x1.62e42fefa3800p-1;
static const double ln2_low = 0x1.ef35793c76730p-45;

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
    const double whole = k * ln2_high;
    const double sum = whole + 2 * s;
    const double sum_low = (whole - sum) + 2 * s;
    return sum + (sum_low + (2 * s_low + s * rest + k * ln2_low));
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
