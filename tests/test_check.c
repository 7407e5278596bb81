/* Check: right answers are right, errors are carried forward, every slip is told. Slips are spelled
 * out here by hand: that is what the marking, which makes them of the walk's formulas, is held to.
 */
#include "suites.h"

#include "base/number.h"
#include "teach/answer_file.h"
#include "teach/report.h"
#include "walk/walk.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct example example;
static struct trace trace;
static struct check check;
static struct error error;
static struct arena arena;

static void start(bool deep) {
    ck_assert_msg(deep ? walk_deep(&trace, &example, &error)
                       : walk_article(&trace, &example, SLIPS_NONE, &error),
                  "%s", error.line);
    check_start(&check, &trace);
}

static void end(void) {
    check_free(&check);
    trace_free(&trace);
    example_free(&example);
    arena_free(&arena);
}

/* A number in [0, 1): the same on every machine. */
static double random_number(unsigned long long *state) {
    *state = *state * 6364136223846793005ULL + 1442695040888963407ULL;
    return (double)(*state >> 11) * 0x1p-53;
}

/* Inputs and weights within 1 of 0, with three decimals; alpha between 0.4 and 0.95, with one that
 * is not 0.1 (E5 would be none). Row 0 is the article's. */
static void random_example(int row) {
    unsigned long long state = (unsigned long long)row * 7919 + 1;
    example_article(&example);
    for (int i = 0; i < 10; i++)
        random_number(&state);
    for (size_t i = 0; i < EXAMPLE_COUNT && row > 0; i++) {
        char typed[64];
        const bool is_alpha = strcmp(example_name(i), "alpha") == 0;
        const double number = random_number(&state);
        snprintf(typed, sizeof typed, "%s=%.3f", example_name(i),
                 is_alpha ? 0.41 + 0.08 * number : 2 * number - 1);
        ck_assert_msg(example_set(&example, typed, &error), "%s", error.line);
    }
}

static size_t quantity(const char *name) {
    const size_t found = ways_quantity(&check.ways, name, strlen(name));
    ck_assert_msg(found != NO_QUANTITY, "%s", name);
    return found;
}

static bool is_computed(size_t q) {
    return trace.quantities[q].typed == NULL;
}

/* How a number is written down: with DIGITS decimals, or so many significant digits. */
struct style {
    bool significant;
    int digits;
};

static void write_down(char room[64], double value, struct style style) {
    snprintf(room, 64, style.significant ? "%#.*g" : "%.*f", style.digits, value);
}

static double rounded(double value, struct style style) {
    char room[64];
    write_down(room, value, style);
    return atof(room);
}

static void hand_in(const char *name, double value, struct style style) {
    char room[64];
    write_down(room, value, style);
    check_answer(&check, quantity(name), room, strlen(room), atof(room));
}

static void hand_in_right_values(struct style style) {
    for (size_t q = 0; q < trace.quantity_count; q++)
        if (is_computed(q))
            hand_in(trace.quantities[q].name, trace.quantities[q].value, style);
}

static double worth(const char *text) {
    const struct formula_names names = trace_names(&trace);
    struct approximate value;
    size_t column;
    const struct formula *formula = formula_parse(&arena, text, strlen(text), &column, &error);
    ck_assert_msg(formula != NULL, "%s: %s", text, error.line);
    ck_assert_msg(formula_evaluate(formula, &names, &value, &error), "%s: %s", text, error.line);
    return value.value;
}

static const char *told(const char *name) {
    const struct mark *mark = &check.marks[quantity(name)];
    if (mark->verdict != MARK_WRONG)
        return mark->verdict == MARK_RIGHT ? "right" : "carried";
    return mark->slip.slip != NULL ? mark->slip.slip : "wrong";
}

/* ---- Slips ---- */

/* Whether all else is handed in, too, and right, or the answer stands alone: then a slip can be in
 * a step before. _10: in four digits it cannot be seen. */
enum rest { ALL, ALL_10, ALONE, ALONE_10 };

/* A slip, an answer that it spoils, and what the student computes instead. */
static const struct slip_row {
    const char *slip, *name, *computed;
    enum rest rest;
} slips[] = {
    {"E1", "in_h2", "w3*i1 + w4*i2 + 1*b1", ALL},
    {"E1", "in_h2", "w3*i1 + w4*i2 + 1*b1", ALONE},
    {"E1", "out_h2", "1/(exp(-(w3*i1 + w4*i2 + 1*b1)) + 1)", ALONE},
    {"E2", "in_O2", "w7*out_h1 + w8*out_h2 + 1*b3", ALL},
    {"E2", "out_O2", "1/(exp(-(w7*out_h1 + w8*out_h2 + 1*b3)) + 1)", ALONE},
    {"E3", "E_O1", "1/2*(O2 - out_O2)^2", ALL},
    {"E3", "E_O2", "1/2*(O1 - out_O1)^2", ALL},
    {"E4", "dE_O1_din_O1", "out_O1*dout_O1_din_O1", ALL},
    {"E4", "dE_O1_dout_h1", "out_O1*dout_O1_din_O1*w5", ALONE_10},
    {"E5", "w1_new", "w1 - 0.1*dE_total_dw1", ALL},
    {"sign", "dE_total_dout_O1", "O1 - out_O1", ALL},
    {"sign", "sigma_O1", "(O1 - out_O1)*out_O1*(1 - out_O1)", ALL},
    {"sign", "sigma_O2", "(O2 - out_O2)*out_O2*(1 - out_O2)", ALONE},
    {"sign", "dE_total_dw5", "(O1 - out_O1)*out_O1*(1 - out_O1)*out_h1", ALONE},
    {"sign", "w5_new", "w5 - alpha*(O1 - out_O1)*out_O1*(1 - out_O1)*out_h1", ALONE},
    {"derivative", "sigma_O1", "-(O1 - out_O1)", ALL},
    {"derivative", "dE_total_dw6", "dE_total_dout_O1*out_h2", ALL},
    {"derivative", "dE_O2_din_O2", "-(O2 - out_O2)", ALL},
    {"derivative", "sigma_h1", "sigma_O1*w5 + sigma_O2*w7", ALL},
    {"derivative", "dE_total_dw4", "(sigma_O1*w6 + sigma_O2*w8)*i2", ALL},
    {"derivative", "w5_new", "w5 + alpha*(O1 - out_O1)*out_h1", ALONE},
    {"bias", "in_h1", "w1*i1 + w2*i2", ALL},
    {"bias", "in_O2", "w7*out_h1 + w8*out_h2", ALL},
    {"bias", "out_h1", "1/(exp(-(w1*i1 + w2*i2)) + 1)", ALONE},
    {"other-bias", "in_h1", "w1*i1 + w2*i2 + 1*b2", ALL},
    {"other-bias", "in_h2", "w3*i1 + w4*i2 + 1*b4", ALL},
    {"other-bias", "in_O1", "w5*out_h1 + w6*out_h2 + 1*b1", ALL},
    {"early", "din_O1_dout_h1", "w5_new", ALL},
    {"early", "din_O1_dout_h1", "w5_new", ALONE},
    {"early", "dE_O1_dout_h1", "dE_O1_din_O1*w5_new", ALONE},
    {"early", "dE_O2_dout_h2", "dE_O2_din_O2*w8_new", ALONE_10},
    {"early", "sigma_h1", "(sigma_O1*w5_new + sigma_O2*w7_new)*out_h1*(1 - out_h1)", ALL},
    {"alpha", "w5_new", "w5 - dE_total_dw5", ALL},
    {"alpha", "b4_new", "b4 - dE_total_db4", ALL},
    {"alpha", "w8_new", "w8 - dE_total_dw8", ALONE},
    {"rate", "w5_new", "w5 - 0.1*dE_total_dw5", ALL},
    {"rate", "b3_new", "b3 - 0.25*dE_total_db3", ALL},
    {"half", "E_O1", "(O1 - out_O1)^2", ALL},
    {"half", "E_total", "(O1 - out_O1)^2 + (O2 - out_O2)^2", ALL},
    {"half", "dE_total_dout_O2", "-2*(O2 - out_O2)", ALL},
    {"path", "dE_total_dout_h1", "dE_O1_dout_h1", ALL},
    {"path", "dE_total_dout_h2", "dE_O2_dout_h2", ALL},
    {"path", "sigma_h1", "sigma_O1*w5*out_h1*(1 - out_h1)", ALL},
    {"path", "sigma_h2", "sigma_O2*w8*out_h2*(1 - out_h2)", ALONE},
    {"gradient", "sigma_O1", "dE_total_dw5", ALL},
    {"gradient", "sigma_h2", "dE_total_dw4", ALL},
    {"gradient", "sigma_h1", "(dE_total_dw5*w5 + dE_total_dw7*w7)*out_h1*(1 - out_h1)", ALL},
    {"gradient", "sigma_h2", "(dE_total_dw6*w6 + sigma_O2*w8)*out_h2*(1 - out_h2)", ALL},
    {"added", "w6_new", "w6 + alpha*dE_total_dw6", ALL},
    {"old", "in_h1_new", "w1*i1 + w2*i2 + 1*b1", ALL},
    {"old", "in_O1_new", "w5_new*out_h1 + w6_new*out_h2_new + 1*b3_new", ALL_10},
    {"minus", "out_h1", "1/(exp(in_h1) + 1)", ALL},
    {"minus", "dE_O1_dout_h1", "-dE_O1_din_O1*w5", ALL},
    {"power", "E_O2", "1/2*(O2 - out_O2)", ALL},
    {"factor", "dE_total_dw1", "dE_total_dout_h1*dout_h1_din_h1", ALL},
    {"term", "in_O1", "w5*out_h1 + 1*b3", ALL},
    {"term", "out_h2", "1/exp(-in_h2)", ALL},
    {"neighbour", "in_h1", "w1*i1 + w3*i2 + 1*b1", ALL},
};

enum { SLIP_ROWS = sizeof slips / sizeof *slips, SLIP_EXAMPLES = 8 };

static const struct style slip_styles[] = {{false, 10}, {false, 4}, {true, 10}, {true, 4}};

static void make_slip(const struct slip_row *row, struct style style) {
    check_withdraw_all(&check);
    if (row->rest == ALL || row->rest == ALL_10)
        hand_in_right_values(style);
    hand_in(row->name, worth(row->computed), style);
    check_mark(&check);
}

START_TEST(every_slip_is_told_with_the_article_s_numbers) {
    const struct slip_row *row = &slips[_i / 4];
    const struct style style = slip_styles[_i % 4];
    if (style.digits == 4 && (row->rest == ALL_10 || row->rest == ALONE_10))
        return;
    random_example(0);
    start(false);
    make_slip(row, style);
    ck_assert_msg(strcmp(told(row->name), row->slip) == 0, "%s = %s (%d%s): told '%s', not %s",
                  row->name, row->computed, style.digits, style.significant ? " significant" : "",
                  told(row->name), row->slip);
    end();
}
END_TEST

/* With other numbers: told, unless to the digits given the slip makes no difference. With four
 * digits it may be past telling, but never is another one told. */
START_TEST(every_slip_is_told_with_other_numbers) {
    const struct slip_row *row = &slips[_i];
    int all = 0, as_made = 0;
    for (int i = 0; i < SLIP_EXAMPLES * 4; i++) {
        const struct style style = slip_styles[i % 4];
        random_example(1 + i / 4);
        start(false);
        make_slip(row, style);
        const char *is_told = told(row->name);
        const bool as_it_is = strcmp(is_told, row->slip) == 0;
        const bool has_few_digits =
            style.digits == 4 && (strcmp(is_told, "right") == 0 || strcmp(is_told, "wrong") == 0);
        ck_assert_msg(as_it_is || has_few_digits, "example %d, %s = %s (%d%s): told '%s', not %s",
                      1 + i / 4, row->name, row->computed, style.digits,
                      style.significant ? " significant" : "", is_told, row->slip);
        all++;
        as_made += as_it_is;
        end();
    }
    ck_assert_msg(as_made >= 2 * all / 3, "told %d times of %d", as_made, all);
}
END_TEST

/* ---- Right answers ---- */

enum { RIGHT_ROWS = 2 * 8 * 40 };

/* Every row another example, network, number of digits and way to count them. */
static struct style start_row(int row) {
    random_example(row / 16);
    start(row / 16 % 4 == 3);
    return (struct style){.significant = row % 2 == 1, .digits = 3 + row / 2 % 8};
}

/* Each name is handed in with a chance of PERCENT. */
static void withdraw_some(unsigned long long *state, int percent) {
    for (size_t q = 0; q < trace.quantity_count; q++)
        if (random_number(state) * 100 >= percent)
            check_withdraw(&check, q);
}

static void assert_all_right(struct style style) {
    check_mark(&check);
    for (size_t q = 0; q < trace.quantity_count; q++)
        if (check.own[q].answer.typed != NULL)
            ck_assert_msg(check.marks[q].verdict == MARK_RIGHT && check.marks[q].slip.slip == NULL,
                          "%s = %s, which is %.17g to %d%s, is %s", trace.quantities[q].name,
                          check.own[q].answer.typed, trace.quantities[q].value, style.digits,
                          style.significant ? " significant" : "", told(trace.quantities[q].name));
}

START_TEST(rounded_values_are_right) {
    unsigned long long state = (unsigned long long)_i;
    const struct style style = start_row(_i);
    hand_in_right_values(style);
    assert_all_right(style);
    withdraw_some(&state, 30);
    assert_all_right(style);
    end();
}
END_TEST

static double carried[QUANTITY_SLOTS / 2]; /* what a student has for each quantity */

static bool find_carried(void *context, const char *name, size_t length,
                         struct approximate *found) {
    (void)context;
    *found = (struct approximate){carried[ways_quantity(&check.ways, name, length)], 0};
    return true;
}

/* A way without a derivative: one and the same of all that an equation gives. */
static const struct way *way_of(size_t q, unsigned long long seed) {
    const char *equation = trace.steps[trace.quantities[q].step].equation;
    unsigned long long state = seed;
    for (; *equation != '\0'; equation++)
        state = state * 31 + (unsigned char)*equation;
    const struct way *way;
    do
        way = &check.ways.of[q][(size_t)(random_number(&state) * check.ways.count[q])];
    while (way->has_partial || way->slip != NULL);
    return way;
}

/* As a student computes: each value by some way, from the values that he has, and rounded before it
 * goes on; but SET, if there is one, has its value already. */
static void carry(unsigned long long seed, struct style style, size_t set) {
    const struct formula_names names = {.find = find_carried};
    for (size_t i = 0; i < trace.quantity_count; i++) {
        const size_t q = check.ways.order[i];
        struct approximate value;
        if (q == set)
            continue;
        carried[q] = trace.quantities[q].value;
        if (!is_computed(q))
            continue;
        ck_assert(formula_evaluate(way_of(q, seed)->formula, &names, &value, &error));
        carried[q] = rounded(value.value, style);
    }
}

static void hand_in_carried(struct style style) {
    for (size_t q = 0; q < trace.quantity_count; q++)
        if (is_computed(q))
            hand_in(trace.quantities[q].name, carried[q], style);
}

START_TEST(values_rounded_on_the_way_are_right) {
    unsigned long long state = (unsigned long long)_i;
    const struct style style = start_row(_i);
    carry(state, style, NO_QUANTITY);
    hand_in_carried(style);
    assert_all_right(style);
    withdraw_some(&state, 30);
    assert_all_right(style);
    end();
}
END_TEST

/* ---- Errors carried forward ---- */

/* One value is wrong, all others follow from it: it alone is wrong, others are right or carried. */
START_TEST(an_error_is_marked_once) {
    unsigned long long state = (unsigned long long)_i;
    const struct style style = start_row(_i);
    size_t wrong;
    do
        wrong = (size_t)(random_number(&state) * (double)trace.quantity_count);
    while (!is_computed(wrong));
    carried[wrong] = rounded(trace.quantities[wrong].value * 1.3 + 0.7, style);
    carry(state, style, wrong);
    hand_in_carried(style);
    withdraw_some(&state, _i % 3 == 0 ? 100 : 40);
    hand_in(trace.quantities[wrong].name, carried[wrong], style);
    check_mark(&check);
    for (size_t q = 0; q < trace.quantity_count; q++)
        if (check.own[q].answer.typed != NULL) {
            const enum mark_verdict verdict = check.marks[q].verdict;
            ck_assert_msg((verdict == MARK_WRONG) == (q == wrong),
                          "%s is wrong, and %s = %s, which is %.17g to %d%s, is %s",
                          trace.quantities[wrong].name, trace.quantities[q].name,
                          check.own[q].answer.typed, trace.quantities[q].value, style.digits,
                          style.significant ? " significant" : "", told(trace.quantities[q].name));
            const double digits = half_unit(1, style.digits);
            if (fabs(carried[q] - trace.quantities[q].value) > 1000 * digits && q != wrong)
                ck_assert_msg(verdict == MARK_CARRIED, "%s = %s, which is %.17g, is right",
                              trace.quantities[q].name, check.own[q].answer.typed,
                              trace.quantities[q].value);
        }
    end();
}
END_TEST

START_TEST(nothing_is_computed_from_itself) {
    random_example(0);
    start(_i == 1);
    for (size_t q = 0; q < trace.quantity_count; q++) {
        ck_assert(!ways_reach(&check.ways, q, q));
        ck_assert(is_computed(q) == (check.ways.count[q] > 0));
    }
    end();
}
END_TEST

Suite *check_suite(void) {
    Suite *suite = suite_create("check");
    add_rows(suite, "slips: the article's numbers", every_slip_is_told_with_the_article_s_numbers,
             4 * SLIP_ROWS);
    add_rows(suite, "slips: other numbers", every_slip_is_told_with_other_numbers, SLIP_ROWS);
    add_rows(suite, "rounded values are right", rounded_values_are_right, RIGHT_ROWS);
    add_rows(suite, "rounded on the way", values_rounded_on_the_way_are_right, RIGHT_ROWS);
    add_rows(suite, "an error is marked once", an_error_is_marked_once, RIGHT_ROWS);
    add_rows(suite, "no circle", nothing_is_computed_from_itself, 2);
    return suite;
}
