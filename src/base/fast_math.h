/* Fast math: refuses the compiler's flags that let it calculate otherwise than is written: sums in
 * another order, a product for a quotient, no NaN, no -0. The Makefile includes this before every
 * source, and configure tries it. What the flags leave no sign of (clang's -fapprox-func, and all
 * of them at -O0, where they do nothing) passes. */
#ifndef BPWALK_FAST_MATH_H
#define BPWALK_FAST_MATH_H

#if defined __FAST_MATH__ || defined __ASSOCIATIVE_MATH__ || defined __RECIPROCAL_MATH__ ||        \
    defined __NO_SIGNED_ZEROS__ || (defined __FINITE_MATH_ONLY__ && __FINITE_MATH_ONLY__)
#error "bpwalk computes wrongly with -Ofast, -ffast-math and their kind; -O3 is right"
#endif

/* clang has no macros for the parts of -ffast-math; but with one of them it knows one of these. */
#if defined __clang__ && defined __has_attribute
#if __has_attribute(error)
void fast_math(void)
    __attribute__((error("bpwalk computes wrongly with parts of -ffast-math; -O3 is right")));

__attribute__((used)) static void refuse_fast_math(double x) {
    if (__builtin_constant_p(x + 1 - x) || __builtin_constant_p(x / 3 < x * (1.0 / 3)) ||
        __builtin_constant_p(x + 0 < x) || __builtin_constant_p(x == x))
        fast_math();
}
#endif
#endif

#endif
