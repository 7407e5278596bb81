/* Elementary functions against MPFR: each range of arguments has the error that is promised for it
 * in base/elementary.h, and the special values are C's. The arguments are drawn evenly from a range
 * by a generator of fixed seed; COUNT of them are enough to come near the largest error. */
#include "suites.h"

#include "base/elementary.h"
#include "base/elementary_kernel.h"

#include <math.h>
#include <mpfr.h>
#include <stdbool.h>

enum { COUNT = 40000, PRECISION = 160 };

struct range {
    const char *name;
    double (*function)(double);
    int (*oracle)(mpfr_t result, const mpfr_t x, mpfr_rnd_t round);
    double from, to, ulps;
};

static const struct range ranges[] = {
    {"exp", elementary_exp, mpfr_exp, -745.13, -708.3, 1.0},
    {"exp", elementary_exp, mpfr_exp, -708.3, -1, 0.53},
    {"exp", elementary_exp, mpfr_exp, -1, 0, 0.53},
    {"exp", elementary_exp, mpfr_exp, 0, 1, 0.53},
    {"exp", elementary_exp, mpfr_exp, 1, 709.78, 0.53},
    {"exp", elementary_exp, mpfr_exp, -0x1p-20, 0x1p-20, 0.51},
    {"tanh", elementary_tanh, mpfr_tanh, 0x1p-1074, 0x1p-1040, 0},
    {"tanh", elementary_tanh, mpfr_tanh, -0x1p-20, 0x1p-20, 1.5},
    {"tanh", elementary_tanh, mpfr_tanh, -0.17, 0.17, 1.5},
    {"tanh", elementary_tanh, mpfr_tanh, 0.17, 0.2, 1.9},
    {"tanh", elementary_tanh, mpfr_tanh, -0.6, -0.17, 1.9},
    {"tanh", elementary_tanh, mpfr_tanh, 0.6, 2, 1.3},
    {"tanh", elementary_tanh, mpfr_tanh, 2, 10, 1.2},
    {"tanh", elementary_tanh, mpfr_tanh, -22, -10, 1.5},
    {"log", elementary_log, mpfr_log, 0x1p-1074, 0x1p-1030, 0.55},
    {"log", elementary_log, mpfr_log, 0, 1, 0.55},
    {"log", elementary_log, mpfr_log, 0.7, 1.5, 0.55},
    {"log", elementary_log, mpfr_log, 0.999, 1.001, 0.55},
    {"log", elementary_log, mpfr_log, 1, 1e308, 0.55},
    {"log1p", elementary_log1p, mpfr_log1p, -1, 0, 0.8},
    {"log1p", elementary_log1p, mpfr_log1p, 0, 1, 0.8},
    {"log1p", elementary_log1p, mpfr_log1p, -0x1p-20, 0x1p-20, 0.8},
    {"log1p", elementary_log1p, mpfr_log1p, -0x1p-50, 0x1p-50, 0.8},
    {"log1p", elementary_log1p, mpfr_log1p, 1, 1e20, 0.8},
    {"sin", elementary_sin, mpfr_sin, -3.1415926535897931, 3.1415926535897931, 0.8},
    {"sin", elementary_sin, mpfr_sin, 3.14159, 3.1415926535897931, 0.8},
    {"sin", elementary_sin, mpfr_sin, -0x1p-20, 0x1p-20, 0.8},
    {"cos", elementary_cos, mpfr_cos, -3.1415926535897931, 3.1415926535897931, 0.8},
    {"cos", elementary_cos, mpfr_cos, 1.5707, 1.5709, 0.8},
};

static double uniform(uint64_t *state) { /* SplitMix64 */
    uint64_t z = *state += 0x9e3779b97f4a7c15u;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
    z = (z ^ z >> 27) * 0x94d049bb133111ebu;
    return (double)((z ^ z >> 31) >> 11) * 0x1p-53;
}

/* |got - want| in ulps of want, where want is beside x in OF */
static double error_in_ulps(double got, mpfr_t want) {
    const double nearest = mpfr_get_d(want, MPFR_RNDN);
    int exponent;
    frexp(nearest, &exponent);
    const int ulp = nearest == 0 || exponent - 53 < -1074 ? -1074 : exponent - 53;
    mpfr_sub_d(want, want, got, MPFR_RNDN);
    mpfr_mul_2si(want, want, -ulp, MPFR_RNDN);
    return fabs(mpfr_get_d(want, MPFR_RNDN));
}

START_TEST(range_keeps_its_error) {
    const struct range *range = &ranges[_i];
    uint64_t state = 1;
    double worst = 0;
    double worst_x = 0;
    mpfr_t x, want;
    mpfr_inits2(PRECISION, x, want, (mpfr_ptr)0);
    for (int i = 0; i < how_many(COUNT); i++) {
        const double argument = range->from + (range->to - range->from) * uniform(&state);
        mpfr_set_d(x, argument, MPFR_RNDN);
        range->oracle(want, x, MPFR_RNDN);
        const double error = error_in_ulps(range->function(argument), want);
        if (!(error <= worst)) {
            worst = error;
            worst_x = argument;
        }
    }
    mpfr_clears(x, want, (mpfr_ptr)0);
    ck_assert_msg(worst <= range->ulps, "%s(%.17g) is off by %g ulp, more than %g", range->name,
                  worst_x, worst, range->ulps);
}
END_TEST

static const struct {
    const char *name;
    double (*function)(double);
    double x, result;
} specials[] = {
    {"exp", elementary_exp, 0, 1},
    {"exp", elementary_exp, -0.0, 1},
    {"exp", elementary_exp, INFINITY, INFINITY},
    {"exp", elementary_exp, -INFINITY, 0},
    {"exp", elementary_exp, NAN, NAN},
    {"exp", elementary_exp, 1e300, INFINITY},
    {"exp", elementary_exp, -1e300, 0},
    {"exp", elementary_exp, 0x1.62e42fefa39efp+9, 0x1.fffffffffff2ap+1023}, /* the last finite */
    {"exp", elementary_exp, 0x1.62e42fefa39f0p+9, INFINITY},
    {"exp", elementary_exp, -0x1.74910d52d3051p+9, 0x1p-1074}, /* the last above 0 */
    {"exp", elementary_exp, -0x1.74910d52d3052p+9, 0},
    {"exp", elementary_exp, 0x1p-1074, 1},
    {"tanh", elementary_tanh, 0, 0},
    {"tanh", elementary_tanh, -0.0, -0.0},
    {"tanh", elementary_tanh, 0x1p-1074, 0x1p-1074},
    {"tanh", elementary_tanh, -0x1p-1074, -0x1p-1074},
    {"tanh", elementary_tanh, 20, 1},
    {"tanh", elementary_tanh, -1e300, -1},
    {"tanh", elementary_tanh, INFINITY, 1},
    {"tanh", elementary_tanh, -INFINITY, -1},
    {"tanh", elementary_tanh, NAN, NAN},
    {"log", elementary_log, 1, 0},
    {"log", elementary_log, 0, -INFINITY},
    {"log", elementary_log, -0.0, -INFINITY},
    {"log", elementary_log, -1, NAN},
    {"log", elementary_log, INFINITY, INFINITY},
    {"log", elementary_log, -INFINITY, NAN},
    {"log", elementary_log, NAN, NAN},
    {"log1p", elementary_log1p, 0, 0},
    {"log1p", elementary_log1p, -0.0, -0.0},
    {"log1p", elementary_log1p, 0x1p-1074, 0x1p-1074},
    {"log1p", elementary_log1p, -1, -INFINITY},
    {"log1p", elementary_log1p, -2, NAN},
    {"log1p", elementary_log1p, INFINITY, INFINITY},
    {"log1p", elementary_log1p, NAN, NAN},
    {"sin", elementary_sin, 0, 0},
    {"sin", elementary_sin, -0.0, -0.0},
    {"sin", elementary_sin, 0x1.921fb54442d18p+0, 1},
    {"sin", elementary_sin, 0x1.921fb54442d18p+1, 0x1.1a62633145c07p-53},
    {"sin", elementary_sin, 3.2, NAN},
    {"sin", elementary_sin, NAN, NAN},
    {"cos", elementary_cos, 0, 1},
    {"cos", elementary_cos, 0x1.921fb54442d18p+0, 0x1.1a62633145c07p-54},
    {"cos", elementary_cos, -0x1.921fb54442d18p+1, -1},
    {"cos", elementary_cos, INFINITY, NAN},
};

START_TEST(special_value) {
    const double got = specials[_i].function(specials[_i].x);
    const double want = specials[_i].result;
    const bool same = isnan(want) ? isnan(got) : kernel_bits(got) == kernel_bits(want);
    ck_assert_msg(same, "%s(%a) is %a, not %a", specials[_i].name, specials[_i].x, got, want);
}
END_TEST

/* A loop over an array, which may have become vector instructions, gives the scalar's bits. */
START_TEST(array_has_the_scalar_bits) {
    enum { LENGTH = 1003 };
    static double x[LENGTH], exps[LENGTH], tanhs[LENGTH];
    uint64_t state = 7;
    for (int i = 0; i < LENGTH; i++)
        x[i] = (uniform(&state) - 0.5) * (i % 2 ? 8 : 1600);
    x[5] = INFINITY;
    x[6] = -INFINITY;
    x[7] = -0.0;
    for (int i = 0; i < LENGTH; i++) {
        exps[i] = kernel_exp(x[i]);
        tanhs[i] = kernel_tanh(x[i]);
    }
    for (int i = 0; i < LENGTH; i++) {
        const double e_x = elementary_exp(x[i]), tanh_x = elementary_tanh(x[i]);
        ck_assert_msg(memcmp(&exps[i], &e_x, sizeof e_x) == 0, "exp(%a)", x[i]);
        ck_assert_msg(memcmp(&tanhs[i], &tanh_x, sizeof tanh_x) == 0, "tanh(%a)", x[i]);
    }
}
END_TEST

Suite *elementary_suite(void) {
    Suite *suite = suite_create("elementary");
    add_rows(suite, "ranges", range_keeps_its_error, sizeof ranges / sizeof *ranges);
    add_rows(suite, "special values", special_value, sizeof specials / sizeof *specials);
    add_rows(suite, "arrays", array_has_the_scalar_bits, 1);
    return suite;
}
