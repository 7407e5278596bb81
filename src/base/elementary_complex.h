/* Elementary, complex: exp, log and tanh of a + ib for a b so small that its square is nothing
 * beside 1: then f(a + ib) is f(a) + ib f'(a), and the imaginary part carries a derivative through
 * whole formulas (the complex step: Squire and Trapp, SIAM Review 40, 1998). C's own cexp and clog
 * would do, but bring libm with them, and have not the same bits on every machine. */
#ifndef BPWALK_ELEMENTARY_COMPLEX_H
#define BPWALK_ELEMENTARY_COMPLEX_H

#include "base/elementary.h"

#include <complex.h>

#ifndef CMPLX /* of C11, which clang's libraries may lack */
#define CMPLX(real, imaginary) __builtin_complex((double)(real), (double)(imaginary))
#endif

static inline double complex exp_complex(double complex z) {
    const double e = elementary_exp(creal(z));
    return CMPLX(e, e * cimag(z));
}

static inline double complex log_complex(double complex z) {
    return CMPLX(elementary_log(creal(z)), cimag(z) / creal(z));
}

static inline double complex tanh_complex(double complex z) {
    const double complex e = exp_complex(creal(z) < 0 ? 2 * z : -2 * z);
    return creal(z) < 0 ? (e - 1) / (e + 1) : (1 - e) / (1 + e);
}

#endif
