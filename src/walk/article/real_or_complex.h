/* Real or complex: what exp, log, pow and step mean in a formula of the walk. They follow the type
 * of their argument, so that PARTIAL differentiates the article's own line. <tgmath.h> would do the
 * same, but C's cpow goes through a logarithm and loses the tiny imaginary part of a negative base.
 */
#ifndef BPWALK_REAL_OR_COMPLEX_H
#define BPWALK_REAL_OR_COMPLEX_H

#include "base/elementary_complex.h"
#include "base/power.h"
#include "base/unit_step.h"

#include <math.h> /* before its exp, log and pow are covered */

/* z to the power of n >= 0, by multiplication. */
static inline double complex power_complex(double complex z, int n) {
    double complex product = 1;
    for (; n > 0; n--)
        product *= z;
    return product;
}

/* Flat on either side of 0. */
static inline double complex step_complex(double complex z) {
    return CMPLX(unit_step(creal(z)), 0);
}

#define exp(x)    _Generic((x), double complex : exp_complex, default : elementary_exp)(x)
#define log(x)    _Generic((x), double complex : log_complex, default : elementary_log)(x)
#define pow(x, n) _Generic((x), double complex : power_complex, default : power)(x, n)
#define step(x)   _Generic((x), double complex : step_complex, default : unit_step)(x)

#endif
