/* Sheet: numbers drawn, values carried as a hand does, rosters read. */
#include "suites.h"

#include "sheet/carry.h"
#include "sheet/draw.h"
#include "sheet/roster.h"
#include "walk/walk.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- Rounding ---- */

static const struct {
    double value, error;
    int decimals;
    double rounded;
} roundings[] = {
    {0.64565630622579539, 0, 4, 0.6457},
    {-0.0145365614, 0, 4, -0.0145},
    {0.00125, 0, 4, 0.0013}, /* ties, which doubles are a little off: away from zero */
    {-0.00125, 0, 4, -0.0013},
    {1.005, 0, 2, 1.01},
    {2.675, 0, 2, 2.68},
    {0.5, 0, 1, 0.5},
    {0.04999, 0, 1, 0},
    {0.25 * 0.1, 0, 2, 0.03},
    {0.0249999, 1e-17, 2, 0.02},
    {0.02499999999, 1e-10, 2, 0.03}, /* a tie, as far as its error lets it be told */
    {123456.789, 0, 1, 123456.8},
    {1e18, 0, 4, 1e18}, /* it has no decimals */
    {0, 0, 3, 0},
};

START_TEST(rounds_as_a_hand_does) {
    const double rounded =
        carry_round(roundings[_i].value, roundings[_i].error, roundings[_i].decimals);
    ck_assert_msg(rounded == roundings[_i].rounded, "%.17g", rounded);
}
END_TEST

START_TEST(rounds_to_every_decimal) {
    double unit = 1;
    for (int i = 0; i < _i; i++)
        unit *= 10;
    unit = 1 / unit;
    ck_assert_msg(carry_unit(_i) == unit, "%.17g", carry_unit(_i));
    ck_assert_msg(carry_round(0.28 * unit, 0, _i) == 0, "%.17g", carry_round(0.28 * unit, 0, _i));
    ck_assert(fabs(carry_round(5.3 * unit, 0, _i) - 5 * unit) <= 5 * DBL_EPSILON * unit);
}
END_TEST

/* ---- Carrying ---- */

static double value_of(const struct trace *trace, const struct carried *carried, const char *name) {
    return carried->quantity_values[trace_find(trace, name, strlen(name)) - trace->quantities];
}

/* The article's forward pass and w5's update with four decimals, on paper. */
static const struct {
    const char *name;
    double value;
} on_paper[] = {{"in_h1", 0.6},           {"out_h1", 0.6457},  {"in_h2", 0.67},
                {"out_h2", 0.6615},       {"in_O1", 1.3798},   {"out_O1", 0.799},
                {"in_O2", 1.6512},        {"out_O2", 0.8391},  {"E_O1", 0.3113},
                {"E_O2", 0.0114},         {"E_total", 0.3227}, {"sigma_O1", 0.1267},
                {"dE_total_dw5", 0.0818}, {"w5_new", 0.4591}};

START_TEST(carries_four_decimals) {
    struct example example;
    struct trace trace;
    struct carried carried;
    struct error error;
    example_article(&example);
    ck_assert(walk_article(&trace, &example, SLIPS_NONE, &error));
    ck_assert_msg(carry(&carried, &trace, 4, &error), "%s", error.line);
    const double value = value_of(&trace, &carried, on_paper[_i].name);
    ck_assert_msg(value == on_paper[_i].value, "%s = %.17g", on_paper[_i].name, value);
    trace_free(&trace);
    example_free(&example);
}
END_TEST

/* With so many decimals every step is within its bound of the exact value, and the bound is of the
 * size of the decimal, not of the walk. */
START_TEST(carried_values_keep_within_their_bounds) {
    const int decimals = 1 + _i;
    struct example example;
    struct trace trace;
    struct carried carried;
    struct error error;
    example_article(&example);
    ck_assert(walk_article(&trace, &example, SLIPS_NONE, &error));
    ck_assert_msg(carry(&carried, &trace, decimals, &error), "%s", error.line);
    for (size_t s = 0; s < trace.step_count; s++) {
        const double off = fabs(carried.step_values[s] - trace.steps[s].value);
        ck_assert_msg(off <= carried.step_errors[s], "%s is off by %g, more than %g",
                      trace.steps[s].name, off, carried.step_errors[s]);
        ck_assert_msg(carried.step_errors[s] >= carry_unit(decimals) / 2, "%s",
                      trace.steps[s].name);
        ck_assert_msg(decimals < 3 || carried.step_errors[s] < 10 * carry_unit(decimals), "%s: %g",
                      trace.steps[s].name, carried.step_errors[s]);
    }
    trace_free(&trace);
    example_free(&example);
}
END_TEST

static double gradient_of(const struct trace *trace, const struct carried *carried,
                          const char *weight) {
    char name[32];
    snprintf(name, sizeof name, "dE_total_d%s", weight);
    return value_of(trace, carried, name);
}

/* Who adds up, multiplies and subtracts what stands on the key has what stands below, to the digit.
 */
START_TEST(a_key_is_right_by_hand) {
    static const char *const weights[] = {"w1", "w5", "w8", "b1", "b4"};
    struct example article, example = {0};
    struct trace trace;
    struct carried carried;
    struct error error;
    example_article(&article);
    draw_example(&example, &article, 42, (unsigned)_i, 0);
    ck_assert(walk_article(&trace, &example, SLIPS_NONE, &error));
    ck_assert_msg(carry(&carried, &trace, 4, &error), "%s", error.line);
    const double rate = value_of(&trace, &carried, "alpha");
    const double sum = value_of(&trace, &carried, "E_O1") + value_of(&trace, &carried, "E_O2");
    ck_assert(value_of(&trace, &carried, "E_total") == carry_round(sum, 1e-15, 4));
    for (size_t i = 0; i < sizeof weights / sizeof *weights; i++) {
        char name[16];
        snprintf(name, sizeof name, "%s_new", weights[i]);
        const double updated = value_of(&trace, &carried, weights[i]) -
                               rate * gradient_of(&trace, &carried, weights[i]);
        ck_assert_msg(value_of(&trace, &carried, name) == carry_round(updated, 1e-15, 4), "%s",
                      name);
    }
    trace_free(&trace);
    example_free(&example);
    example_free(&article);
}
END_TEST

START_TEST(carrying_nothing_away_changes_nothing) {
    struct example example, companion;
    struct walk walk;
    struct carried carried;
    struct error error;
    example_article(&example);
    ck_assert(walk_companion(&walk, &companion, &example, &error));
    ck_assert(carry(&carried, &walk.trace, CARRY_MOST, &error));
    for (size_t s = 0; s < walk.trace.step_count; s++)
        ck_assert_msg(fabs(carried.step_values[s] - walk.trace.steps[s].value) < 1e-13, "%s",
                      walk.trace.steps[s].name);
    walk_free(&walk);
    example_free(&companion);
    example_free(&example);
}
END_TEST

/* ---- Drawing numbers ---- */

/* Variant 0 of seed 1: the numbers themselves, for they are to be the same everywhere; the
 * companion's second hidden layer has some of its own. */
START_TEST(numbers_are_pinned) {
    static const struct {
        const char *name, *typed;
    } pinned[2][13] = {{{"i1", "0.8"},
                        {"i2", "0.6"},
                        {"O1", "0.6"},
                        {"O2", "0.2"},
                        {"w1", "0.6"},
                        {"w2", "-0.6"},
                        {"w3", "-0.9"},
                        {"w4", "0.7"},
                        {"w5", "0.3"},
                        {"b1", "0.1"},
                        {"b4", "0.9"},
                        {"alpha", "0.3"}},
                       {{"i1", "0.8"},
                        {"w5", "0.3"},
                        {"w8", "0.8"},
                        {"w9", "0.1"},
                        {"w12", "0.2"},
                        {"b5", "0.4"},
                        {"b6", "0.4"},
                        {"alpha", "0.2"}}};
    struct example article, companion, drawn = {0};
    example_article(&article);
    example_companion(&companion, &article);
    draw_example(&drawn, _i == 0 ? &article : &companion, 1, 0, 0);
    for (size_t p = 0; pinned[_i][p].name != NULL; p++)
        ck_assert_str_eq(example_find(&drawn, pinned[_i][p].name)->typed, pinned[_i][p].typed);
    example_free(&drawn);
    example_free(&companion);
    example_free(&article);
}
END_TEST

static void check_numbers(const struct example *example) {
    for (size_t i = 0; i < example->count; i++) {
        const struct given *given = &example->given[i];
        const bool is_weight = given->role.kind == ROLE_WEIGHT;
        const double size = fabs(given->value);
        char *end;
        ck_assert(strtod(given->typed, &end) == given->value && *end == '\0');
        ck_assert_msg(strlen(given->typed) == 3 + (size_t)(given->typed[0] == '-'), "%s",
                      given->typed);
        ck_assert_msg(size >= 0.1 && size <= 0.9, "%s = %s", given->name, given->typed);
        ck_assert_msg(given->typed[0] != '-' || is_weight, "%s", given->name);
        for (size_t j = 0; j < i; j++)
            ck_assert_msg(!is_weight || example->given[j].role.kind != ROLE_WEIGHT ||
                              given->value != example->given[j].value,
                          "%s and %s", given->name, example->given[j].name);
    }
}

/* A thousand variants of a seed: pleasant, and no two with the same inputs, targets and biases. */
START_TEST(variants_differ_and_are_pleasant) {
    enum { COUNT = 1000, KEY = 8 };
    static char keys[COUNT][KEY];
    struct example article, example = {0};
    example_article(&article);
    const unsigned seed = (unsigned)_i * 7919u;
    for (unsigned variant = 0; variant < COUNT; variant++) {
        size_t length = 0;
        draw_example(&example, &article, seed, variant, 0);
        check_numbers(&example);
        for (size_t i = 0; i < example.count; i++)
            if (example.given[i].role.kind != ROLE_WEIGHT &&
                example.given[i].role.kind != ROLE_RATE)
                keys[variant][length++] = example.given[i].typed[2];
        ck_assert_uint_eq(length, KEY);
    }
    qsort(keys, COUNT, KEY, (int (*)(const void *, const void *))strcmp);
    for (unsigned variant = 1; variant < COUNT; variant++)
        ck_assert(memcmp(keys[variant - 1], keys[variant], KEY) != 0);
    example_free(&example);
    example_free(&article);
}
END_TEST

START_TEST(an_attempt_changes_the_weights_alone) {
    struct example article, first = {0}, second = {0};
    size_t differ = 0;
    example_article(&article);
    draw_example(&first, &article, 5, 3, 0);
    draw_example(&second, &article, 5, 3, 1);
    for (size_t i = 0; i < article.count; i++) {
        const bool same = first.given[i].value == second.given[i].value;
        ck_assert_msg(same || strchr("wa", first.given[i].name[0]) != NULL, "%s",
                      first.given[i].name);
        differ += !same;
    }
    ck_assert_uint_gt(differ, 3);
    example_free(&first);
    example_free(&second);
    example_free(&article);
}
END_TEST

/* ---- Rosters ---- */

static const struct {
    const char *content;
    size_t length; /* 0: up to the NUL */
    const char *names, *says;
} rosters[] = {
    {"Ann\nBob\n", 0, "Ann|Bob|", NULL},
    {"Ann\nBob", 0, "Ann|Bob|", NULL},
    {"\xEF\xBB\xBF李雷\r\n\r\n  A & B_{c} \t\r\n", 0, "李雷|A & B_{c}|", NULL},
    {"Name,First\n\"Lee \"\"Li\"\"\",Ann\n,Bob\n", 0, NULL, ":3:1: the row has no name in it"},
    {"Last name,First name\n\"Lee \"\"Li\"\"\",Ann\n\"Ray\",\n,Bob\nMay,\"Jo\"\n", 0,
     "Ann Lee \"Li\"|Ray|Bob|Jo May|", NULL},
    {"First name,Last name\nAnn\nBo,Li\n", 0, "Ann|Bo Li|", NULL},
    {"Last name,First name\n  May,\"Jo\n", 0, NULL, ":2:7: this quote is not closed; a \" at the"},
    {"Last name,First name\nMay,\"Jo \"\"J\"\"", 0, NULL, ":2:5: this quote is not closed"},
    {"Last name\tFirst name\nLee\tAnn\n\tA\xFF\n", 0, NULL, ":3:3: a byte 0xFF"},
    {"Last name,First name\n\xF0\x9F\x98\x80,Ann\n李,雷\nПетров,Иван\n", 0,
     "Ann \xF0\x9F\x98\x80|李雷|Иван Петров|", NULL},
    {"\n\n", 0, NULL, ": there is no name"},
    {"", 0, NULL, ": there is no name"},
    {"Ann\n  B\xFF\n", 0, NULL, ":2:4: a byte 0xFF"},
    {"Ann\tLee\n", 0, NULL, ":1:4: a byte 0x09"},
    {"A\0b\n", 4, NULL, ":1:2: a byte 0x00"},
};

START_TEST(reads_rosters) {
    char path[] = "/tmp/bpwalk-roster.XXXXXX";
    struct roster roster;
    struct error error;
    struct text names = {0};
    const int fd = mkstemp(path);
    FILE *file = fdopen(fd, "w");
    const size_t length = rosters[_i].length ? rosters[_i].length : strlen(rosters[_i].content);
    fwrite(rosters[_i].content, 1, length, file);
    fclose(file);
    const bool done = roster_read(&roster, path, &error);
    remove(path);
    ck_assert_int_eq(done, rosters[_i].names != NULL);
    if (done) {
        for (size_t i = 0; i < roster.count; i++)
            text_printf(&names, "%s|", roster.names[i]);
        ck_assert_str_eq(names.bytes, rosters[_i].names);
    } else {
        ck_assert_msg(strstr(error.line, rosters[_i].says) != NULL, "%s", error.line);
    }
    text_free(&names);
    roster_free(&roster);
}
END_TEST

Suite *sheet_suite(void) {
    Suite *suite = suite_create("sheet");
    add_rows(suite, "rounds as a hand does", rounds_as_a_hand_does,
             sizeof roundings / sizeof *roundings);
    add_rows(suite, "rounds to every decimal", rounds_to_every_decimal, CARRY_MOST + 2);
    add_rows(suite, "carries four decimals", carries_four_decimals,
             sizeof on_paper / sizeof *on_paper);
    add_rows(suite, "a key is right by hand", a_key_is_right_by_hand, 40);
    add_rows(suite, "carried values keep within their bounds",
             carried_values_keep_within_their_bounds, 12);
    add_rows(suite, "carrying nothing away changes nothing", carrying_nothing_away_changes_nothing,
             1);
    add_rows(suite, "numbers are pinned", numbers_are_pinned, 2);
    add_rows(suite, "variants differ and are pleasant", variants_differ_and_are_pleasant,
             (size_t)how_many(5));
    add_rows(suite, "an attempt changes the weights alone", an_attempt_changes_the_weights_alone,
             1);
    add_rows(suite, "reads rosters", reads_rosters, sizeof rosters / sizeof *rosters);
    return suite;
}
