/* Elementary: exp, tanh, log, sin and cos of our own, for a number that is shown or trained with
 * must have the same bits on every machine, and those of libm differ from one to the next. Errors
 * are given in units in the last place of the result (ulp), as measured against MPFR by
 * tests/test_elementary.c; subnormal results, infinities and NaN are as C has them. Rounding to
 * nearest is taken for granted; errno and the exception flags are not cared for.
 *
 * For loops over arrays, exp and tanh are also in base/elementary_kernel.h, with the same bits. */
#ifndef BPWALK_ELEMENTARY_H
#define BPWALK_ELEMENTARY_H

/* e^x, within 0.53 ulp (1 ulp where the result is subnormal). */
double elementary_exp(double x);

/* The hyperbolic tangent of x, within 1.9 ulp. */
double elementary_tanh(double x);

/* The natural logarithm of x, within 0.55 ulp; that of 1 + x, however small x is, within 0.8 ulp.
 */
double elementary_log(double x);
double elementary_log1p(double x);

/* Sine and cosine of x radians for |x| <= pi, within 0.8 ulp; NaN for any other x. */
double elementary_sin(double x);
double elementary_cos(double x);

#endif
