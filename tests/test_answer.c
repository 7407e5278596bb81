/* Answer: how far its last digit lets it be off. */
#include "suites.h"

#include "base/number.h"
#include "mark/answer.h"

#include <float.h>
#include <math.h>
#include <string.h>

static const struct {
    const char *typed;
    double half;
    int significant;
} rows[] = {
    {"0.6457", 0.5e-4, 4},   {"0.60", 0.5e-2, 2},
    {"-0.0145", 0.5e-4, 3},  {"6.457e-1", 0.5e-4, 4},
    {"6.457E+2", 0.5e-1, 4}, {"6e-3", 0.5e-3, 1},
    {".5", 0.5e-1, 1},       {"12.", 0.5, 2},
    {"1380", 0.5, 4},        {"12", 0.5, 2},
    {"-1", 0.5, 1},          {"0", 0.5, 0},
    {"0.000", 0.5e-3, 0},    {"1.0000000000", 0.5e-10, 11},
    {"007", 0.5, 1},         {"0.12345678901234567890", 4 * 0x1p-52 * 0.12345678901234568, 20},
    {"0e9", 0.5e9, 0},       {"0.", 0.5, 0},
    {"0e-2", 0.5e-2, 0},     {"0e2147483647", DBL_MAX, 0},
    {"5e-2147483647", 0, 1}, {"0.1e-2147483648", 0, 1},
};

START_TEST(has_the_digits_that_were_typed) {
    double value;
    ck_assert_ptr_null(number_read(rows[_i].typed, strlen(rows[_i].typed), &value));
    const struct answer answer = answer_of(rows[_i].typed, strlen(rows[_i].typed), value);
    ck_assert_msg(answer.half == rows[_i].half ||
                      fabs(answer.half - rows[_i].half) <= 1e-12 * rows[_i].half,
                  "%s: half %g", rows[_i].typed, answer.half);
    ck_assert_msg(answer.significant == rows[_i].significant, "%s: %d significant", rows[_i].typed,
                  answer.significant);
}
END_TEST

/* What stands behind it in the line is not the number's. */
START_TEST(reads_no_further_than_the_number) {
    ck_assert(answer_of("0.1e-1999", 6, 0.01).half == 0.5e-2);
    ck_assert(answer_of("0.12345", 4, 0.12).half == 0.5e-2);
}
END_TEST

static const struct {
    double value;
    int significant;
    double half;
} units[] = {{0.6457, 4, 0.5e-4}, {6.457, 4, 0.5e-3}, {999.6, 3, 0.5},  {1000, 3, 5},
             {-1e-5, 1, 0.5e-5},  {0, 4, 0},          {INFINITY, 4, 0}, {5e300, 1, 0.5e300}};

START_TEST(half_a_unit) {
    const double half = half_unit(units[_i].value, units[_i].significant);
    ck_assert_msg(fabs(half - units[_i].half) <= 1e-12 * units[_i].half, "%g to %d: %g",
                  units[_i].value, units[_i].significant, half);
}
END_TEST

Suite *answer_suite(void) {
    Suite *suite = suite_create("answer");
    add_rows(suite, "digits", has_the_digits_that_were_typed, sizeof rows / sizeof *rows);
    add_rows(suite, "reads no further", reads_no_further_than_the_number, 1);
    add_rows(suite, "half a unit", half_a_unit, sizeof units / sizeof *units);
    return suite;
}
