/* Elementary kernel: the bodies of exp and tanh, inline, for loops over arrays. They use + - * /,
 * comparisons and bit patterns only, in one fixed order, with no jump: a compiler turns a loop over
 * them into vector instructions of any width (gcc needs -fno-trapping-math for that), and every
 * machine gets the same bits, given IEEE doubles, rounding to nearest and -ffp-contract=off.
 * What the functions promise is said in base/elementary.h.
 *
 * Both write x as k ln 2 + r with k whole and |r| <= ln(2)/2, so that e^x = 2^k e^r. */
#ifndef BPWALK_ELEMENTARY_KERNEL_H
#define BPWALK_ELEMENTARY_KERNEL_H

#include <math.h>
#include <stdint.h>
#include <string.h>

static inline uint64_t kernel_bits(double x) {
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    return bits;
}

static inline double kernel_from_bits(uint64_t bits) {
    double x;
    memcpy(&x, &bits, sizeof x);
    return x;
}

#define KERNEL_SIGN ((uint64_t)1 << 63)

/* Added to a number below 2^51 in size it rounds it to a whole number, which then stands in the
 * lowest bits of the sum. Divided by 2^n, it rounds to n binary places. */
#define KERNEL_ROUND 0x1.8p52

/* LN2_HIGH ends in 11 zero bits, so that k * LN2_HIGH is exact. */
#define KERNEL_LOG2_E   0x1.71547652b82fep+0
#define KERNEL_LN2_HIGH 0x1.62e42fefa3800p-1
#define KERNEL_LN2_LOW  0x1.ef35793c76730p-45
#define KERNEL_LN2      0x1.62e42fefa39efp-1

/* e^x. Of e^r = 1 + r + r^2/2 + r^3 q, the part 1 + rh + rh^2/2 is exact, where rh is r rounded to
 * 24 binary places and rl the rest; only what is small beside it gets rounded. The coefficients of
 * q are minimax for e^r, with an error of 2^-57. Beyond +-800 the result is 0 or infinity anyway.
 */
static inline double kernel_exp(double x) {
    const double whole = x * KERNEL_LOG2_E + (KERNEL_ROUND + 2046);
    const double k = whole - (KERNEL_ROUND + 2046);
    const double r_high = x - k * KERNEL_LN2_HIGH;
    const double r_low = k * KERNEL_LN2_LOW;
    const double r = r_high - r_low;
    const double rh = (r_high + KERNEL_ROUND / (1 << 24)) - KERNEL_ROUND / (1 << 24);
    const double rl = (r_high - rh) - r_low;

    const double r2 = r * r;
    const double r4 = r2 * r2;
    const double q_low = (0x1.555555555555cp-3 + r * 0x1.5555555553167p-5) +
                         r2 * (0x1.111111110e577p-7 + r * 0x1.6c16c17cf5452p-10);
    const double q_high = ((0x1.a01a01b67574fp-13 + r * 0x1.a019aa91f90f4p-16) +
                           r2 * (0x1.71dde87a79970p-19 + r * 0x1.28a0228c31a99p-22)) +
                          r4 * 0x1.af793de5edb0cp-26;
    const double small = (rl + 0.5 * rl * (r + rh)) + r2 * r * (q_low + r4 * q_high);
    const double e_r = (1 + rh + 0.5 * rh * rh) + small;

    /* 2^k in two factors, for 2^-1074 is as much a result as 2^1023 is */
    const uint64_t biased = kernel_bits(whole);
    const uint64_t half = biased >> 1 & 0x7ff;
    const double e_x = e_r * kernel_from_bits(half << 52) * kernel_from_bits((biased - half) << 52);
    const double not_over = 800 < x ? (double)INFINITY : e_x;
    return -800 > x ? 0 : not_over;
}

/* tanh x = (1 - e^-2a) / (1 + e^-2a) with a = |x|, and the sign of x. Let a = r - k ln(2)/2 and
 * s = 2^k. Since e^-2r = (F - r) / (F + r) with F = r coth r = 1 + c, c = r^2/3 - r^4/45 + ...,
 *
 *     tanh a = ((1 - s) F + (1 + s) r) / ((1 + s) F + (1 - s) r)
 *
 * with no other division. The number t = (1 - s)^2, which is near the result and exact, is taken
 * out of the fraction, so that the rounding of the fraction counts for less:
 *
 *     tanh a - t = (A F + B r) / ((1 + s) F + (1 - s) r),  A = s^2 (1 - s),  B = 1 + s - t (1 - s)
 *
 * The coefficients of c are minimax, with an error of 2^-60. From a = 20 on the result is 1. */
static inline double kernel_tanh(double x) {
    const uint64_t sign = kernel_bits(x) & KERNEL_SIGN;
    const double a = kernel_from_bits(kernel_bits(x) & ~KERNEL_SIGN);
    const double whole = a * (-2 * KERNEL_LOG2_E) + (KERNEL_ROUND + 1023);
    const double k = whole - (KERNEL_ROUND + 1023);
    const double s = kernel_from_bits(kernel_bits(whole) << 52);
    const double r = a + k * (KERNEL_LN2 / 2);
    const double r2 = r * r;
    const double r4 = r2 * r2;
    const double c =
        r2 *
        ((0x1.555555555553ep-2 + r2 * -0x1.6c16c16bebd3dp-6) +
         r4 * ((0x1.1566aaf2561dap-9 + r2 * -0x1.bbd41c5384eb6p-13) + r4 * 0x1.637694bdc7fe2p-16));

    const double plus = 1 + s;
    const double minus = 1 - s;
    const double t = minus * minus;
    const double A = s * s * minus;
    const double B = plus - t * minus;
    const double numerator = (A + B * r) + A * c;
    const double denominator = plus + (plus * c + minus * r);
    const double tanh_a = 20 < a ? 1 : t + numerator / denominator;
    return kernel_from_bits(kernel_bits(tanh_a) | sign);
}

#endif
