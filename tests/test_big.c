/* Big numbers against MPFR: each result is within its own bound of the exact one, the bound is not
 * much wider than the bits make it, and the digits shown are the rounded ones or none. */
#include "suites.h"

#include "base/big.h"
#include "formula/formula.h"

#include <math.h>
#include <mpfr.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ORACLE_BITS = 4000, CHAINS = 300 };

static void exact_of(mpfr_ptr exact, const struct big *a) {
    mpfr_set_zero(exact, 1);
    for (int i = a->limbs - 1; i >= 0; i--) {
        mpfr_add_d(exact, exact, a->limb[i], MPFR_RNDN);
        mpfr_div_2ui(exact, exact, 32, MPFR_RNDN);
    }
    mpfr_mul_2si(exact, exact, a->sign == 0 ? 0 : (long)a->exponent, MPFR_RNDN);
    if (a->sign < 0)
        mpfr_neg(exact, exact, MPFR_RNDN);
}

/* ORACLE is what A stands for: A is within its error of it, and that is at most SLACK bits wider
 * than A's last place. */
static void compare(const struct big *a, mpfr_srcptr oracle, int slack, const char *what) {
    mpfr_t own;
    mpfr_init2(own, ORACLE_BITS);
    exact_of(own, a);
    mpfr_sub(own, own, oracle, MPFR_RNDN);
    ck_assert_msg(mpfr_zero_p(own) || mpfr_get_exp(own) <= a->error,
                  "%s: off by 2^%ld, bound 2^%ld", what, (long)mpfr_get_exp(own), (long)a->error);
    ck_assert_msg(a->error <= a->exponent - 32 * a->limbs + slack,
                  "%s: a bound of 2^%ld for 2^%ld in %d limbs", what, (long)a->error,
                  (long)a->exponent, a->limbs);
    mpfr_clear(own);
}

struct number {
    struct big big;
    mpfr_t oracle;
};

static double uniform(uint64_t *state) {
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return (double)(*state >> 11) * 0x1p-52 - 1;
}

static void draw(struct number *number, int limbs, uint64_t *state) {
    char typed[64];
    const double value = uniform(state) * pow(10, floor(4 * uniform(state)));
    snprintf(typed, sizeof typed, "%.*g", 1 + (int)(*state >> 60), value);
    number->big = big_text(limbs, typed, strlen(typed));
    mpfr_init2(number->oracle, ORACLE_BITS);
    mpfr_set_str(number->oracle, typed, 10, MPFR_RNDN);
}

static const int limbs_of[] = {12, 24, BIG_MOST_LIMBS};

/* Terms of one sign, so that nothing cancels and the bounds stay near the last place. */
START_TEST(operations_stay_within_their_bounds) {
    const int limbs = limbs_of[_i];
    uint64_t state = 7;
    for (int chain = 0; chain < how_many(CHAINS); chain++) {
        struct number a, b;
        draw(&a, limbs, &state);
        draw(&b, limbs, &state);
        compare(&a.big, a.oracle, 3, "text");
        struct big result = big_multiply(a.big, b.big);
        mpfr_mul(b.oracle, a.oracle, b.oracle, MPFR_RNDN);
        compare(&result, b.oracle, 5, "product");
        result = big_multiply(result, result);
        mpfr_sqr(b.oracle, b.oracle, MPFR_RNDN);
        compare(&result, b.oracle, 6, "square");
        struct big square = big_raise(a.big, big_whole(limbs, 2));
        result = big_add(result, square);
        mpfr_t power;
        mpfr_init2(power, ORACLE_BITS);
        mpfr_sqr(power, a.oracle, MPFR_RNDN);
        compare(&square, power, 5, "power");
        mpfr_add(b.oracle, b.oracle, power, MPFR_RNDN);
        compare(&result, b.oracle, 6, "sum");
        result = big_divide(result, a.big);
        mpfr_div(b.oracle, b.oracle, a.oracle, MPFR_RNDN);
        compare(&result, b.oracle, 6, "quotient");
        result = big_raise(a.big, big_whole(limbs, -3));
        mpfr_pow_si(power, a.oracle, -3, MPFR_RNDN);
        compare(&result, power, 6, "power");
        result = big_exp(big_negate(a.big));
        mpfr_neg(power, a.oracle, MPFR_RNDN);
        mpfr_exp(power, power, MPFR_RNDN);
        compare(&result, power, 39, "exp");
        result = big_tanh(a.big);
        mpfr_tanh(power, a.oracle, MPFR_RNDN);
        compare(&result, power, 29, "tanh");
        mpfr_abs(a.oracle, a.oracle, MPFR_RNDN);
        a.big.sign = abs(a.big.sign);
        result = big_log(a.big);
        mpfr_log(power, a.oracle, MPFR_RNDN);
        compare(&result, power, 14, "log");
        result = big_sqrt(a.big);
        mpfr_sqrt(power, a.oracle, MPFR_RNDN);
        compare(&result, power, 32, "sqrt");
        mpfr_clears(a.oracle, b.oracle, power, (mpfr_ptr)0);
    }
}
END_TEST

/* Where a function is near zero, or its argument at the end of the doubles. */
static const struct {
    struct big (*own)(struct big a);
    int (*oracle)(mpfr_ptr result, mpfr_srcptr of, mpfr_rnd_t rounding);
    const char *of;
    int slack;
} far_off[] = {
    {big_log, mpfr_log, "1.0000000000000000000000000000001", 106},
    {big_log, mpfr_log, "0.9999999999999999999999999999999", 106},
    {big_log, mpfr_log, "1.41421356", 20},
    {big_log, mpfr_log, "0.70703125", 20}, /* 0xB5/256 */
    {big_log, mpfr_log, "1.7e308", 24},
    {big_log, mpfr_log, "4e-320", 24},
    {big_sqrt, mpfr_sqrt, "1e-300", 40},
    {big_sqrt, mpfr_sqrt, "4e-320", 40},
    {big_sqrt, mpfr_sqrt, "1.7e308", 40},
    {big_tanh, mpfr_tanh, "1e-100", 352},
    {big_tanh, mpfr_tanh, "-0.001", 29},
    {big_tanh, mpfr_tanh, "-700", 4},
    {big_tanh, mpfr_tanh, "1e9", 4},
};

START_TEST(functions_stay_within_their_bounds_far_off) {
    const char *of = far_off[_i].of;
    for (size_t i = 0; i < sizeof limbs_of / sizeof *limbs_of; i++) {
        const struct big result = far_off[_i].own(big_text(limbs_of[i], of, strlen(of)));
        mpfr_t oracle;
        mpfr_init2(oracle, ORACLE_BITS);
        mpfr_set_str(oracle, of, 10, MPFR_RNDN);
        far_off[_i].oracle(oracle, oracle, MPFR_RNDN);
        compare(&result, oracle, far_off[_i].slack, of);
        mpfr_clear(oracle);
    }
}
END_TEST

/* What is off by up to 2^-20 stays within what the function makes of it. */
START_TEST(functions_inherit_an_error) {
    static const char *const at[] = {"0.3", "0.9", "1", "1.5", "8", "1000"};
    for (size_t i = 0; i < 2 * sizeof at / sizeof *at; i++) {
        const char *of = at[i / 2];
        struct big a = big_text(12, of, strlen(of));
        mpfr_t exact, oracle;
        mpfr_inits2(ORACLE_BITS, exact, oracle, (mpfr_ptr)0);
        mpfr_set_str(exact, of, 10, MPFR_RNDN);
        mpfr_add_d(exact, exact, i % 2 ? 0x1p-20 : -0x1p-20, MPFR_RNDN);
        a.error = -20, a.part = 1;
        const struct big results[] = {big_log(a), big_sqrt(a), big_tanh(a), big_exp(a)};
        int (*const oracles[])(mpfr_ptr, mpfr_srcptr, mpfr_rnd_t) = {mpfr_log, mpfr_sqrt, mpfr_tanh,
                                                                     mpfr_exp};
        for (size_t f = 0; f < sizeof results / sizeof *results; f++) {
            oracles[f](oracle, exact, MPFR_RNDN);
            compare(&results[f], oracle,
                    12 * 32 - 20 + 16 + (int)(labs((long)results[f].exponent) * 2), of);
        }
        mpfr_clears(exact, oracle, (mpfr_ptr)0);
    }
}
END_TEST

/* 1 - 1/(1 + e^-x): what is left after all the digits have gone. */
START_TEST(cancellation_widens_the_bound_and_no_more) {
    for (int x = 1; x < 500; x += 7) {
        const struct big one = big_whole(BIG_MOST_LIMBS, 1);
        const struct big small = big_exp(big_whole(BIG_MOST_LIMBS, -x));
        const struct big left = big_add(one, big_negate(big_divide(one, big_add(one, small))));
        mpfr_t oracle;
        mpfr_init2(oracle, ORACLE_BITS);
        mpfr_set_si(oracle, -x, MPFR_RNDN);
        mpfr_exp(oracle, oracle, MPFR_RNDN);
        mpfr_add_ui(oracle, oracle, 1, MPFR_RNDN);
        mpfr_ui_div(oracle, 1, oracle, MPFR_RNDN);
        mpfr_ui_sub(oracle, 1, oracle, MPFR_RNDN);
        compare(&left, oracle, 60 + (int)(x * 1.4427), "what is left");
        ck_assert(!big_may_be_zero(&left));
        mpfr_clear(oracle);
    }
}
END_TEST

/* What a step cuts off the next one halves, so that a thousand add up to a few. */
START_TEST(a_long_chain_widens_the_bound_by_what_it_costs) {
    const struct big half = big_divide(big_whole(12, 1), big_whole(12, 2));
    const struct big third = big_divide(big_whole(12, 1), big_whole(12, 3));
    struct big sum = third;
    for (int i = 0; i < 1000; i++)
        sum = big_add(big_multiply(big_add(sum, third), half), third);
    ck_assert_int_gt(sum.error, sum.exponent - 12 * 32);
    ck_assert_int_lt(sum.error, sum.exponent - 12 * 32 + 6);
}
END_TEST

/* What formulas can say and no walk does. */
static bool find_none(void *context, const char *name, size_t length, struct big *found) {
    *found = big_whole(12, 2);
    (void)context;
    return length == 1 && *name == 'x';
}

static const struct {
    const char *text, *shown; /* "" where 12 limbs leave it open, NULL where it is a fault */
} formulas[] = {
    {"step(0.5)", "1"},
    {"step(-0.5)", "0"},
    {"step(0)", "0"},
    {"step(0.1*10 - 1)", ""},
    {"2^0.5", "1.4142135624"},
    {"2^65", "3.6893488147e+19"},
    {"2^(0 - 2.5)", "0.1767766953"},
    {"(0 - 2)^3", "-8"},
    {"(0 - 2)^0.5", ""},
    {"0^0.5", "0"},
    {"0^(0 - 0.5)", ""},
    {"0^0", "1"},
    {"(0.1*10 - 1)^0.5", ""},
    {"x^(0.1*10)", "2"},
    {"d(2^x)/dx", "2.7725887222"},
    {"d(x^x)/dx", "6.7725887222"},
    {"2^(1 - 1)", "1"},
    {"2^(0 - 1)", "0.5"},
    {"x*x", "4"},
    {"d(x^2)/dx", "4"},
    {"d(exp(x)*0 + 3*x)/dx", "3"},
    {"0/(0.1*10)", "0"},
    {"0.1*10 - 1 + 0*(0.1*10)", ""},
    {"log(2)", "0.6931471806"},
    {"log(1)", "0"},
    {"log(0)", ""},
    {"log(0 - 1)", ""},
    {"log(0.1*10)", ""},
    {"sqrt(2)", "1.4142135624"},
    {"sqrt(0)", "0"},
    {"sqrt(0 - 2)", ""},
    {"tanh(0.5)", "0.4621171573"},
    {"tanh(0)", "0"},
    {"tanh(0 - x)", "-0.9640275801"},
    {"d(log(x))/dx", "0.5"},
    {"d(sqrt(x))/dx", "0.3535533906"},
    {"d(tanh(x))/dx", "0.0706508249"},
    {"log(y)", NULL},
    {"exp(y)", NULL},
    {"step(y)", NULL},
    {"y*x", NULL},
};

START_TEST(formulas_of_many_bits) {
    const struct formula_big_names names = {.find = find_none, .limbs = 12};
    struct arena arena = {0};
    struct error error;
    struct big big;
    size_t column;
    char room[NUMBER_ROOM];
    const struct formula *formula =
        formula_parse(&arena, formulas[_i].text, strlen(formulas[_i].text), &column, &error);
    const bool done = formula_evaluate_big(formula, &names, &big, &error);
    ck_assert_int_eq(done, formulas[_i].shown != NULL);
    if (done) {
        room[big_shown(room, &big, 10, false)] = '\0';
        ck_assert_str_eq(room, formulas[_i].shown);
    }
    arena_free(&arena);
}
END_TEST

START_TEST(the_unknown_stays_unknown) {
    const struct big one = big_whole(12, 1), unknown = big_unknown(12);
    const struct big all[] = {big_add(one, unknown),      big_add(unknown, one),
                              big_multiply(one, unknown), big_multiply(unknown, one),
                              big_divide(unknown, one),   big_raise(unknown, big_whole(12, 2))};
    char room[NUMBER_ROOM];
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        ck_assert_uint_eq(big_shown(room, &all[i], 10, false), 0);
}
END_TEST

static const struct {
    const char *typed;
    int digits;
    const char *shown;
} shown_rows[] = {
    {"2.50000000000000000000000000000000000000000000000001", 0, "3"},
    {"3.25", 0, "3"},
    {"4.75", 0, "5"},
    {"1E2", 2, "100"},
    {"-1e2", 2, "-100"},
    {"4294967295.5", 0, "4294967296"},
    {"0", 10, "0"},
    {"-0", 4, "0"},
    {"1", 10, "1"},
    {"0.5", 0, "5e-01"},
    {"1.5", 0, "2"},
    {"2.5", 0, "2"},
    {"-2.5", 0, "-2"},
    {"0.125", 2, "0.12"},
    {"0.375", 2, "0.38"},
    {"0.12500000000000000000000000000000000000001", 2, "0.13"},
    {"0.99999999999", 10, "1"},
    {"-9.99999999995", 10, "-10"},
    {"9.99999999995", 10, "10"},
    {"0.00000000001", 10, "1e-11"},
    {"1.25e-20", 1, "1.2e-20"},
    {"1.35e-20", 1, "1.4e-20"},
    {"9.99e-20", 1, "1e-19"},
    {"-1.23456789012345e-15", 10, "-1.2345678901e-15"},
    {"999999999999999", 2, "999999999999999"},
    {"1e15", 2, "1e+15"},
    {"123456789012345678901234567890", 5, "1.23457e+29"},
    {"1e300", 3, "1e+300"},
    {"1e-300", 3, "1e-300"},
    {"0e1000000", 3, "0"},
    /* 2^485, which is almost 10^146: log10 of its mantissa is taken for more than it is */
    {"99895953610111751404211111353381321783955140565279076827493022708011895642232499843849795298"
     "031743077114461795885011932654335221737225129801285632",
     10, "9.989595361e+145"},
};

/* With the most bits, and with few: the same, or left to more. */
START_TEST(digits_are_rounded_once) {
    const char *typed = shown_rows[_i].typed;
    for (int limbs = 4; limbs <= BIG_MOST_LIMBS; limbs += 12) {
        char room[NUMBER_ROOM] = "";
        const struct big big = big_text(limbs, typed, strlen(typed));
        const bool is_last = limbs == BIG_MOST_LIMBS;
        const size_t length = big_shown(room, &big, shown_rows[_i].digits, is_last);
        ck_assert(!is_last || length > 0);
        if (length > 0) {
            ck_assert_str_eq(room, shown_rows[_i].shown);
            ck_assert_uint_eq(length, strlen(room));
        }
    }
}
END_TEST

/* An error that reaches over zero, or over a digit, leaves it open, by the last bits too. */
static const struct {
    const char *typed;
    int error; /* 2^error */
} unsettled[] = {
    {"1.8322113553e-11", -38},
    {"3.0899552155e-11", -37},
    {"3.0899552155e-11", -36},
    {"-2.5512274808e-11", -37},
    {"2.5e-11", -39},
    {"0.25", -34},
    {"0.00000000005", -100},
    {"0", -100},
    {"1e300", 990},
};

START_TEST(what_is_unsettled_is_not_shown) {
    struct big big = big_text(12, unsettled[_i].typed, strlen(unsettled[_i].typed));
    char room[NUMBER_ROOM];
    big.error = unsettled[_i].error, big.part = 1;
    ck_assert_uint_eq(big_shown(room, &big, 10, false), 0);
    ck_assert_uint_eq(big_shown(room, &big, 10, true), 0);
}
END_TEST

/* 1e14 with 35 digits is above 2^159, exact or not. */
START_TEST(more_digits_than_a_whole_one_has_are_not_shown) {
    struct big big = big_text(12, "1e14", 4);
    char room[NUMBER_ROOM];
    ck_assert_uint_eq(big_shown(room, &big, 35, true), 0);
    big.error = 44, big.part = 1;
    ck_assert_uint_eq(big_shown(room, &big, 35, true), 0);
    ck_assert_uint_eq(big_shown(room, &big, 0, false), 0);
}
END_TEST

/* 2^40 + 1/2 - 2^-23, of 64 bits: with a unit of the last place it is the tie, which goes to the
 * even one, 2^40; of 2^40 + 1 the tie is open. */
START_TEST(what_reaches_up_to_a_tie_is_shown_where_that_goes_down) {
    struct big even = {.sign = 1,
                       .limbs = 2,
                       .exponent = 41,
                       .error = BIG_EXACT,
                       .part = 1,
                       .limb = {0x80000000, 0x3FFFFF}};
    struct big odd = even;
    char room[NUMBER_ROOM];
    odd.limb[1] |= 1 << 23;
    ck_assert_uint_gt(big_shown(room, &even, 0, false), 0);
    ck_assert_str_eq(room, "1099511627776");
    ck_assert_uint_eq(big_shown(room, &odd, 0, false), 0);
}
END_TEST

/* 2^(1 + 2^-40) = 2 + 2^-39 log 2 + ..., by mpmath */
START_TEST(a_power_that_is_almost_whole_is_none) {
    struct big small = big_whole(12, 1);
    char room[NUMBER_ROOM];
    small.exponent -= 40;
    const struct big power = big_raise(big_whole(12, 2), big_add(big_whole(12, 1), small));
    ck_assert_uint_gt(big_shown(room, &power, 16, false), 0);
    ck_assert_str_eq(room, "2.0000000000012608");
}
END_TEST

/* e^(-2^52) is less than all doubles, and so is the sigmoid of -2^52; that of 2^52 is 1 but for
 * that. */
START_TEST(exp_goes_beyond_all_doubles) {
    const struct big one = big_whole(12, 1), large = big_whole(12, 0x1p52);
    const struct big tiny = big_exp(big_negate(large)), huge = big_exp(large);
    const struct big nothing[] = {tiny,
                                  big_divide(one, huge),
                                  big_divide(one, big_negate(huge)),
                                  big_divide(one, big_add(huge, one)),
                                  big_divide(one, big_add(one, huge)),
                                  big_multiply(tiny, large)};
    char room[NUMBER_ROOM];
    for (size_t i = 0; i < sizeof nothing / sizeof *nothing; i++) {
        ck_assert_int_eq(nothing[i].sign, 0);
        ck_assert_int_lt(nothing[i].error, -((int64_t)1 << 45));
        ck_assert_int_gt(nothing[i].error, -((int64_t)1 << 47));
    }
    const struct big out = big_divide(one, big_add(one, tiny));
    ck_assert_uint_eq(big_shown(room, &out, 10, false), 1);
    ck_assert_str_eq(room, "1");
}
END_TEST

START_TEST(what_has_no_value_is_unknown) {
    const struct big zero = big_whole(12, 0), one = big_whole(12, 1), ten = big_whole(12, 10);
    const struct big tenth = big_divide(one, ten);
    const struct big may_be_zero = big_add(big_multiply(tenth, ten), big_negate(one));
    const struct big large = big_whole(12, 0x1p52), huge = big_exp(large);
    struct big unsure = large;
    unsure.error = unsure.exponent - 1;
    const struct big none[] = {big_divide(one, zero),
                               big_divide(one, may_be_zero),
                               big_raise(zero, big_whole(12, -1)),
                               big_exp(big_unknown(12)),
                               big_add(big_unknown(12), one),
                               big_exp(big_negate(unsure)),
                               big_multiply(huge, ten),
                               big_add(huge, huge),
                               big_unknown(12),
                               big_log(zero),
                               big_log(big_negate(one)),
                               big_log(may_be_zero),
                               big_log(big_unknown(12)),
                               big_sqrt(big_negate(one)),
                               big_tanh(unsure),
                               big_raise(zero, big_negate(tenth)),
                               big_raise(may_be_zero, big_add(tenth, big_negate(tenth))),
                               big_raise(may_be_zero, unsure)};
    char room[NUMBER_ROOM];
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        ck_assert_uint_eq(big_shown(room, &none[i], 10, false), 0);
        ck_assert_uint_eq(big_shown(room, &none[i], 10, true), 0);
        ck_assert(big_may_be_zero(&none[i]));
    }
    ck_assert(big_may_be_zero(&may_be_zero));
    ck_assert_uint_eq(big_shown(room, &may_be_zero, 10, false), 0);
    ck_assert_uint_eq(big_shown(room, &may_be_zero, 10, true), 1);
    const struct big root = big_sqrt(may_be_zero), power = big_raise(may_be_zero, large);
    ck_assert(big_may_be_zero(&root) && root.error > -384 && root.error <= -90);
    ck_assert(big_may_be_zero(&power) && power.error <= -384 * 512);
    ck_assert_int_eq(big_size(&zero), BIG_EXACT);
    ck_assert_int_eq(big_size(&one), 1);
}
END_TEST

Suite *big_suite(void) {
    Suite *suite = suite_create("big");
    add_rows(suite, "operations", operations_stay_within_their_bounds,
             sizeof limbs_of / sizeof *limbs_of);
    add_rows(suite, "far off", functions_stay_within_their_bounds_far_off,
             sizeof far_off / sizeof *far_off);
    add_rows(suite, "inherited", functions_inherit_an_error, 1);
    add_rows(suite, "cancellation", cancellation_widens_the_bound_and_no_more, 1);
    add_rows(suite, "chain", a_long_chain_widens_the_bound_by_what_it_costs, 1);
    add_rows(suite, "digits", digits_are_rounded_once, sizeof shown_rows / sizeof *shown_rows);
    add_rows(suite, "unsettled", what_is_unsettled_is_not_shown,
             sizeof unsettled / sizeof *unsettled);
    add_rows(suite, "formulas", formulas_of_many_bits, sizeof formulas / sizeof *formulas);
    add_rows(suite, "unknown", the_unknown_stays_unknown, 1);
    add_rows(suite, "exp", exp_goes_beyond_all_doubles, 1);
    add_rows(suite, "unknown", what_has_no_value_is_unknown, 1);
    add_rows(suite, "more digits", more_digits_than_a_whole_one_has_are_not_shown, 1);
    add_rows(suite, "tie", what_reaches_up_to_a_tie_is_shown_where_that_goes_down, 1);
    add_rows(suite, "almost whole", a_power_that_is_almost_whole_is_none, 1);
    return suite;
}
