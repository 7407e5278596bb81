/* Elementary kernel: the bodies of exp and tanh, inline, for loops over arrays. They use + - * /,
 * comparisons and bit patterns only, in one fixed order, with no jump: a compiler turns a loop over
 * them into vector instructions of any width (gcc needs -fno-trapping-math for that), and every
 * machine gets the same bits, given IEEE doubles, rounding to nearest and -ffp-contract=off.
 * What the functions promise is said in base/elementary.h. */
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

#define KERNEL_LOG2_E 0x1.71547652b82fep+0
#define KERNEL_LN2    0x1.62e42fefa39efp-1

/* 2^(j/64) for j = 0 ... 63, and by which part of itself each is too small */
enum { KERNEL_POWERS = 64 };
extern const double kernel_power[KERNEL_POWERS];
extern const double kernel_power_rest[KERNEL_POWERS];

/* e^x = 2^q 2^(j/64) e^r, where 64 q + j = k is the whole number nearest to x 64 / ln 2. The two
 * parts of ln(2)/64 are such that k times the first is exact; the coefficients are minimax for e^r
 * on |r| <= ln(2)/128, with an error of 2^-59. 2^q comes in two factors, for 2^-1074 is as much a
 * result as 2^1023 is. Beyond +-800 the result is 0 or infinity anyway. */
static inline double kernel_exp(double x) {
    const double bias = 2046 * KERNEL_POWERS;
    const double whole = x * (KERNEL_LOG2_E * KERNEL_POWERS) + (KERNEL_ROUND + bias);
    const double k = whole - (KERNEL_ROUND + bias);
    const double r = (x - k * 0x1.62e42fefa0000p-7) - k * 0x1.cf79abc9e3b3ap-46;
    const uint64_t j = kernel_bits(whole) % KERNEL_POWERS;
    const uint64_t biased_q = kernel_bits(whole) / KERNEL_POWERS;
    const uint64_t half_q = biased_q / 2 % 2048;
    const double power = kernel_from_bits(kernel_bits(kernel_power[j]) + ((half_q - 1023) << 52));

    const double r2 = r * r;
    const double small =
        ((kernel_power_rest[j] + r) + r2 * (0x1.fffffffffdbbbp-2 + r * 0x1.55555555543bbp-3)) +
        r2 * r2 * (0x1.555573ce29b56p-5 + r * 0x1.111126b96bffbp-7);
    const double e_x = (power + power * small) * kernel_from_bits((biased_q - half_q) << 52);
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
