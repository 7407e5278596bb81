/* Number: what is read, what is refused and why, what is shown. */
#include "suites.h"

#include "base/number.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static const struct {
    const char *text;
    double value;
} read_rows[] = {
    {"0.55", 0.55},  {"1", 1},      {"-2.5", -2.5},
    {"+3", 3},       {".5", .5},    {"5.", 5},
    {"1e-3", 1e-3},  {"1E+2", 100}, {"-0", -0.0},
    {"000.10", 0.1}, {"1e-400", 0}, {"1.7976931348623157e308", 1.7976931348623157e308},
};

START_TEST(reads) {
    double value = NAN;
    const char *wrong = number_read(read_rows[_i].text, strlen(read_rows[_i].text), &value);
    ck_assert_msg(wrong == NULL, "%s: %s", read_rows[_i].text, wrong);
    ck_assert_msg(value == read_rows[_i].value, "%s is read as %.17g", read_rows[_i].text, value);
}
END_TEST

static const struct {
    const char *text, *says;
} refused_rows[] = {
    {"", "no value"},          {"0,55", "comma"},         {"0x", "not a number"},
    {"0x1p3", "not a number"}, {"1e999", "too large"},    {"-1e999", "too large"},
    {"nan", "not a number"},   {"inf", "not a number"},   {"-inf", "not a number"},
    {"1 2", "not a number"},   {"1.2.3", "not a number"}, {"1e", "not a number"},
    {"e5", "not a number"},    {".", "not a number"},     {"-", "not a number"},
    {"--1", "not a number"},   {"1e+", "not a number"},   {"\xEF\xBC\x91", "not a number"},
};

START_TEST(refuses) {
    double value = 42;
    const char *wrong = number_read(refused_rows[_i].text, strlen(refused_rows[_i].text), &value);
    ck_assert_msg(wrong != NULL, "'%s' is read as %g", refused_rows[_i].text, value);
    ck_assert_msg(strstr(wrong, refused_rows[_i].says) != NULL, "'%s': %s", refused_rows[_i].text,
                  wrong);
    ck_assert(value == 42);
}
END_TEST

START_TEST(refuses_a_long_one) {
    char digits[1000];
    double value;
    memset(digits, '1', sizeof digits);
    ck_assert_ptr_nonnull(number_read(digits, sizeof digits, &value));
}
END_TEST

static const struct {
    double value;
    int digits;
    const char *shown;
} shown_rows[] = {
    {0.6, 10, "0.6"},
    {1, 10, "1"},
    {100, 10, "100"},
    {0, 10, "0"},
    {-0.0, 10, "0"},
    {-0.0145365614, 10, "-0.0145365614"},
    {0.12345678904, 10, "0.123456789"},
    {0.5, 0, "5e-01"}, /* with no decimals it would read as zero */
    {1.5, 0, "2"},
    {99.7, 0, "100"},
    {1.5e-13, 10, "1.5e-13"},
    {-4e-11, 10, "-4e-11"},
    {5.1e-11, 10, "0.0000000001"},
    {1e15, 10, "1e+15"},
    {1.25e300, 10, "1.25e+300"},
    {999999999999999.0, 10, "999999999999999"},
    {5e-201, 10, "5e-201"},
    {0.1, 17, "0.10000000000000001"},
};

START_TEST(shows) {
    char room[NUMBER_ROOM];
    const size_t length = number_shown(room, shown_rows[_i].value, shown_rows[_i].digits);
    ck_assert_uint_eq(length, strlen(room));
    ck_assert_str_eq(room, shown_rows[_i].shown);
}
END_TEST

/* A million numbers, of all sizes and many of them ties, look as printf writes them. */
START_TEST(shows_what_printf_prints) {
    unsigned long long state = (unsigned long long)_i + 1;
    for (int i = 0; i < how_many(100000); i++) {
        char room[NUMBER_ROOM], printed[512];
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        const double unit = (double)(int)(state >> 33), size = (double)(int)(state % 40);
        const double value = i % 3 == 0 ? unit * 0x1p-12 : unit * pow(10, size - 34);
        const int digits = (int)(state >> 40) % (DIGITS_MOST + 1);
        snprintf(printed, sizeof printed, "%.*f", digits, value);
        if (fabs(value) >= 1e15 || strpbrk(printed, "123456789") == NULL)
            continue; /* shown with an exponent */
        if (strchr(printed, '.') != NULL) {
            char *end = printed + strlen(printed);
            while (end[-1] == '0')
                *--end = '\0';
            if (end[-1] == '.')
                end[-1] = '\0';
        }
        number_shown(room, value, digits);
        ck_assert_msg(strcmp(room, printed) == 0, "%.17g with %d digits: %s", value, digits, room);
    }
}
END_TEST

START_TEST(exact_reads_back) {
    static const double values[] = {0.1, 1.0 / 3, 5e-324, 1.7976931348623157e308, -0.0145365614};
    char room[NUMBER_ROOM];
    double back = 0;
    const size_t length = number_exact(room, values[_i]);
    ck_assert_ptr_null(number_read(room, length, &back));
    ck_assert(back == values[_i]);
}
END_TEST

/* How far a double can be from what was typed: not at all where it is a fraction of a power of two,
 * which only a number without an exponent and of few digits is known to be. */
static const struct {
    const char *typed;
    double value;
    bool is_exact;
} typed_rows[] = {{"0.5", 0.5, true},
                  {"-3", -3, true},
                  {"12.", 12, true},
                  {"0.1", 0.1, false},
                  {"1E1", 10, false},
                  {"1e1", 10, false},
                  {"4503599627370496.5", 0x1p52, false},
                  {"9007199254740991", 0x1p53 - 1, true},
                  {"9007199254740993", 0x1p53, false},
                  {"0.00000000000000000000001", 1e-23, false}};

START_TEST(knows_how_far_it_is) {
    const char *typed = typed_rows[_i].typed;
    const double error = number_error(typed, strlen(typed), typed_rows[_i].value);
    ck_assert((error == 0) == typed_rows[_i].is_exact);
    ck_assert(error <= 0x1p-53 * fabs(typed_rows[_i].value) + 0x1p-1074);
}
END_TEST

Suite *number_suite(void) {
    Suite *suite = suite_create("number");
    add_rows(suite, "reads", reads, sizeof read_rows / sizeof *read_rows);
    add_rows(suite, "refuses", refuses, sizeof refused_rows / sizeof *refused_rows);
    add_rows(suite, "refuses a long one", refuses_a_long_one, 1);
    add_rows(suite, "shows", shows, sizeof shown_rows / sizeof *shown_rows);
    add_rows(suite, "shows what printf prints", shows_what_printf_prints, 10);
    add_rows(suite, "how far it is", knows_how_far_it_is, sizeof typed_rows / sizeof *typed_rows);
    add_rows(suite, "exact reads back", exact_reads_back, 5);
    return suite;
}
