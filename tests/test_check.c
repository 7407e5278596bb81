/* Check: right answers are right, errors are carried forward, every slip is told. Slips are spelled
 * out here by hand: that is what the marking, which makes them of the walk's formulas, is held to.
 */
#include "suites.h"

#include "base/number.h"
#include "mark/answer_file.h"
#include "mark/report.h"
#include "prose/prose.h"
#include "set_number.h"
#include "walk/walk.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct example example, companion;
static struct walk walk;
static struct trace *const trace = &walk.trace;
static struct check check;
static struct error error;
static struct arena arena;

static void start(bool of_companion) {
    if (of_companion)
        example_companion(&companion, &example);
    ck_assert_msg(walk_make(&walk, of_companion ? &companion : &example, SLIPS_NONE, &error), "%s",
                  error.line);
    check_start(&check, trace, walk.shape);
}

static void end(void) {
    check_free(&check);
    walk_free(&walk);
    example_free(&companion);
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
    for (size_t i = 0; i < example.count && row > 0; i++) {
        char typed[64];
        const bool is_alpha = example.given[i].role.kind == ROLE_RATE;
        const double number = random_number(&state);
        snprintf(typed, sizeof typed, "%s=%.3f", example.given[i].name,
                 is_alpha ? 0.41 + 0.08 * number : 2 * number - 1);
        set_number(&example, typed);
    }
}

static size_t quantity(const char *name) {
    const size_t found = ways_quantity(&check.ways, name, strlen(name));
    ck_assert_msg(found != NO_QUANTITY, "%s", name);
    return found;
}

static bool is_computed(size_t q) {
    return trace->quantities[q].typed == NULL;
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
    for (size_t q = 0; q < trace->quantity_count; q++)
        if (is_computed(q))
            hand_in(trace->quantities[q].name, trace->quantities[q].value, style);
}

static double worth(const char *text) {
    const struct formula_names names = trace_names(trace);
    struct approximate value;
    size_t column;
    const struct formula *formula = formula_parse(&arena, text, strlen(text), &column, &error);
    ck_assert_msg(formula != NULL, "%s: %s", text, error.line);
    ck_assert_msg(formula_evaluate(formula, &names, &value, &error), "%s: %s", text, error.line);
    return value.value;
}

static const char *told(const char *name) {
    static const char *const verdicts[] = {"none", "right", "carried", "coarse"};
    const struct mark *mark = &check.marks[quantity(name)];
    if (mark->verdict != MARK_WRONG && mark->slip.slip == NULL)
        return verdicts[mark->verdict];
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
    {"early", "dE_O1_dout_h1", "dE_O1_din_O1*w5_new", ALONE_10},
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
    {"weighted-sum", "dE_total_dw5", "sigma_O1*in_h1", ALL},
    {"weighted-sum", "dout_O1_din_O1", "in_O1*(1 - in_O1)", ALL},
    {"sign", "w1_new", "w1 + alpha*(sigma_O1*w5 + sigma_O2*w7)*out_h1*(1 - out_h1)*i1", ALONE_10},
    {"bias", "in_O1", "w5/(exp(-(w1*i1 + w2*i2)) + 1) + w6/(exp(-(w3*i1 + w4*i2)) + 1)", ALONE},
    {"derivative", "dE_total_db1", "-(O1 - out_O1)*w5 - (O2 - out_O2)*w7", ALONE},
    {"early", "dE_total_dout_h1", "dE_O1_din_O1*w5_new + dE_O2_din_O2*w7_new", ALONE_10},
    {"added", "w6_new", "w6 + alpha*dE_total_dw6", ALL},
    {"old", "in_h1_new", "w1*i1 + w2*i2 + 1*b1", ALL},
    {"old", "in_O1_new", "w5_new*out_h1 + w6_new*out_h2_new + 1*b3_new", ALL_10},
    {"minus", "out_h1", "1/(exp(in_h1) + 1)", ALL},
    {"minus", "dE_O1_dout_h1", "-dE_O1_din_O1*w5", ALL},
    {"power", "E_O2", "1/2*(O2 - out_O2)", ALL},
    {"factor", "dE_total_dw1", "dE_total_dout_h1*dout_h1_din_h1", ALL_10},
    {"term", "in_O1", "w5*out_h1 + 1*b3", ALL},
    {"term", "out_h2", "1/exp(-in_h2)", ALL},
    {"kept", "w8_new", "w8", ALL},
    {"power-of-ten", "out_h1", "1/(10^(-in_h1) + 1)", ALL},
    {"function", "out_h1", "tanh(in_h1)", ALL},
    {"weighted-sum", "out_O2", "in_O2", ALL},
    {"point", "out_O1", "100*out_O1", ALL},
    {"point", "E_O1", "0.1*E_O1", ALL_10},
    {"neighbour", "in_h1", "w1*i1 + w3*i2 + 1*b1", ALL},
    {"neighbour", "dE_total_dw1", "sigma_h1*i2", ALL_10},
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
    char key[32];
    make_slip(row, style);
    snprintf(key, sizeof key, "slip.%s", row->slip);
    ck_assert_msg(prose(ENGLISH, key) != key, "%s has no text", key);
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
            style.digits == 4 && strstr("right wrong cut coarse", is_told) != NULL;
        ck_assert_msg(as_it_is || has_few_digits, "example %d, %s = %s (%d%s): told '%s', not %s",
                      1 + i / 4, row->name, row->computed, style.digits,
                      style.significant ? " significant" : "", is_told, row->slip);
        all++;
        as_made += as_it_is;
        end();
    }
    ck_assert_msg(as_made >= all / 2, "told %d times of %d", as_made, all);
}
END_TEST

/* In the companion's walk, told in full as `check --example companion` has it. */
static const struct slip_row companion_slips[] = {
    {"bias", "in_hh1", "w5*out_h1 + w6*out_h2", ALL},
    {"other-bias", "in_hh2", "w7*out_h1 + w8*out_h2 + 1*b3", ALONE},
    {"derivative", "sigma_hh1", "sigma_O1*w9 + sigma_O2*w11", ALL},
    {"path", "sigma_h2", "sigma_hh2*w8*out_h2*(1 - out_h2)", ALL},
    {"early", "sigma_hh2", "(sigma_O1*w10_new + sigma_O2*w12_new)*out_hh2*(1 - out_hh2)", ALONE},
    {"gradient", "sigma_hh1", "dE_total_dw5", ALL},
    {"gradient", "sigma_h1", "(dE_total_dw5*w5 + dE_total_dw7*w7)*out_h1*(1 - out_h1)", ALL},
    {"sign", "dE_total_dw11", "(O2 - out_O2)*out_O2*(1 - out_O2)*out_hh1", ALONE},
    {"alpha", "w8_new", "w8 - dE_total_dw8", ALL},
    {"half", "E_total", "(O1 - out_O1)^2 + (O2 - out_O2)^2", ALONE},
    {"weighted-sum", "dE_total_dw5", "sigma_hh1*in_h1", ALL},
};

START_TEST(slips_of_the_companion_are_told) {
    const struct slip_row *row = &companion_slips[_i];
    random_example(0);
    start(true);
    make_slip(row, (struct style){.digits = 10});
    ck_assert_msg(strcmp(told(row->name), row->slip) == 0, "%s = %s: told '%s', not %s", row->name,
                  row->computed, told(row->name), row->slip);
    end();
}
END_TEST

/* ---- Right answers ---- */

enum { RANDOM_EXAMPLES = 40, STYLES = 16 };

/* 3 to 10 decimals or significant digits. */
static struct style style_of(int s) {
    return (struct style){.significant = s % 2 == 1, .digits = 3 + s / 2};
}

/* Every fourth is the companion's walk. */
static void start_row(int row) {
    random_example(row);
    start(row % 4 == 3);
}

/* Each name stays handed in with a chance of PERCENT. */
static void withdraw_some(unsigned long long *state, int percent) {
    for (size_t q = 0; q < trace->quantity_count; q++)
        if (random_number(state) * 100 >= percent)
            check_withdraw(&check, q);
}

/* Of one digit it cannot be told; what goes on from such a one is carried. */
static bool is_good(size_t q) {
    const enum mark_verdict verdict = check.marks[q].verdict;
    return check.own[q].answer.significant >= 2 ? verdict == MARK_RIGHT || verdict == MARK_CARRIED
                                                : verdict == MARK_RIGHT || verdict == MARK_COARSE;
}

static void assert_all_right(struct style style) {
    check_mark(&check);
    for (size_t q = 0; q < trace->quantity_count; q++)
        if (check.own[q].answer.typed != NULL)
            ck_assert_msg(is_good(q), "%s = %s, which is %.17g to %d%s, is %s",
                          trace->quantities[q].name, check.own[q].answer.typed,
                          trace->quantities[q].value, style.digits,
                          style.significant ? " significant" : "", told(trace->quantities[q].name));
}

START_TEST(rounded_values_are_right) {
    unsigned long long state = (unsigned long long)_i;
    start_row(_i);
    for (int s = 0; s < STYLES; s++) {
        check_withdraw_all(&check);
        hand_in_right_values(style_of(s));
        assert_all_right(style_of(s));
        withdraw_some(&state, 30);
        assert_all_right(style_of(s));
    }
    end();
}
END_TEST

enum { MOST_QUANTITIES = 256 };
static double carried[MOST_QUANTITIES]; /* what a student has for each quantity */

static bool find_carried(void *context, const char *name, size_t length,
                         struct approximate *found) {
    (void)context;
    *found = (struct approximate){carried[ways_quantity(&check.ways, name, length)], 0};
    return true;
}

/* A way without a derivative: one and the same of all that an equation gives. */
static const struct way *way_of(size_t q, unsigned long long seed) {
    const char *equation = trace->steps[trace->quantities[q].step].equation;
    unsigned long long state = seed;
    for (; *equation != '\0'; equation++)
        state = state * 31 + (unsigned char)*equation;
    const struct way *way;
    do
        way = &check.ways.of[q][(size_t)(random_number(&state) * check.ways.count[q])];
    while (way->has_partial || way->is_put || way->slip != NULL);
    return way;
}

/* As a student computes: each value by some way, from the values that he has, and rounded before it
 * goes on; but SET, if there is one, has its value already. */
static void carry(unsigned long long seed, struct style style, size_t set) {
    const struct formula_names names = {.find = find_carried};
    ck_assert_uint_le(trace->quantity_count, MOST_QUANTITIES);
    for (size_t i = 0; i < trace->quantity_count; i++) {
        const size_t q = check.ways.order[i];
        struct approximate value;
        if (q == set)
            continue;
        carried[q] = trace->quantities[q].value;
        if (!is_computed(q))
            continue;
        ck_assert(formula_evaluate(way_of(q, seed)->formula, &names, &value, &error));
        carried[q] = rounded(value.value, style);
    }
}

static void hand_in_carried(struct style style) {
    for (size_t q = 0; q < trace->quantity_count; q++)
        if (is_computed(q))
            hand_in(trace->quantities[q].name, carried[q], style);
}

START_TEST(values_rounded_on_the_way_are_right) {
    unsigned long long state = (unsigned long long)_i;
    start_row(_i);
    for (int s = 0; s < STYLES; s++) {
        check_withdraw_all(&check);
        carry((unsigned long long)(_i * STYLES + s), style_of(s), NO_QUANTITY);
        hand_in_carried(style_of(s));
        assert_all_right(style_of(s));
        withdraw_some(&state, 30);
        assert_all_right(style_of(s));
    }
    end();
}
END_TEST

/* ---- Errors carried forward ---- */

/* WRONG alone is wrong; the others, which follow from it, are right or carried, and carried where
 * they are far from what they should be. */
static void assert_marked_once(size_t wrong, struct style style) {
    for (size_t q = 0; q < trace->quantity_count; q++) {
        const enum mark_verdict verdict = check.marks[q].verdict;
        const double right = trace->quantities[q].value;
        if (check.own[q].answer.typed == NULL)
            continue;
        ck_assert_msg((verdict == MARK_WRONG) == (q == wrong),
                      "%s is wrong, and %s = %s, which is %.17g to %d%s, is %s",
                      trace->quantities[wrong].name, trace->quantities[q].name,
                      check.own[q].answer.typed, right, style.digits,
                      style.significant ? " significant" : "", told(trace->quantities[q].name));
        if (q != wrong && check.own[q].answer.significant >= 2 &&
            fabs(carried[q] - right) > 1000 * half_unit(1, style.digits))
            ck_assert_msg(verdict == MARK_CARRIED, "%s = %s, which is %.17g, is right",
                          trace->quantities[q].name, check.own[q].answer.typed, right);
    }
}

START_TEST(an_error_is_marked_once) {
    unsigned long long state = (unsigned long long)_i;
    start_row(_i);
    for (int s = 0; s < STYLES; s++) {
        const struct style style = style_of(s);
        size_t wrong;
        check_withdraw_all(&check);
        do
            wrong = (size_t)(random_number(&state) * (double)trace->quantity_count);
        while (!is_computed(wrong));
        carried[wrong] = rounded(trace->quantities[wrong].value * 1.3 + 0.7, style);
        carry((unsigned long long)(_i * STYLES + s), style, wrong);
        hand_in_carried(style);
        withdraw_some(&state, s % 3 == 0 ? 100 : 40);
        hand_in(trace->quantities[wrong].name, carried[wrong], style);
        check_mark(&check);
        assert_marked_once(wrong, style);
    }
    end();
}
END_TEST

/* A chain by hand: the wrong in_O1 reaches w5_new by values that are left out. */
START_TEST(carried_through_steps_that_are_left_out) {
    static const struct style style = {false, 6};
    random_example(0);
    start(false);
    const double out = 1 / (exp(-1.5) + 1);
    hand_in("in_O1", 1.5, style);
    hand_in("w5_new", 0.5 - 0.5 * -(0.01 - out) * out * (1 - out) * worth("out_h1"), style);
    check_mark(&check);
    ck_assert_str_eq(told("in_O1"), "wrong");
    ck_assert_str_eq(told("w5_new"), "carried");
    ck_assert_uint_eq(check.marks[quantity("w5_new")].from, quantity("in_O1"));
    hand_in("w5_new", worth("w5_new"), style);
    check_mark(&check);
    ck_assert_str_eq(told("w5_new"), "right");
    end();
}
END_TEST

/* The nearest own value counts: from the right out_O1 nothing wrong is carried. */
START_TEST(an_error_stops_at_a_right_value) {
    static const struct style style = {false, 6};
    random_example(0);
    start(false);
    hand_in("in_O1", 1.5, style);
    hand_in("out_O1", worth("out_O1"), style);
    hand_in("E_O1", 0.5 * (0.01 - 1 / (exp(-1.5) + 1)) * (0.01 - 1 / (exp(-1.5) + 1)), style);
    check_mark(&check);
    ck_assert_str_eq(told("in_O1"), "wrong");
    ck_assert_str_eq(told("out_O1"), "right");
    ck_assert_str_eq(told("E_O1"), "wrong");
    end();
}
END_TEST

/* A given number is right as it was given, and what follows from another one is carried. */
static const struct {
    const char *typed, *told;
} givens[] = {{"0.5", "right"}, {"0.50", "right"}, {"5e-1", "right"}, {"0.500000000001", "given"},
              {"0.1", "given"}, {"0.4", "given"},  {"1", "given"}};

START_TEST(given_numbers) {
    static const struct style style = {false, 8};
    random_example(0);
    start(false);
    const double alpha = atof(givens[_i].typed);
    check_answer(&check, quantity("alpha"), givens[_i].typed, strlen(givens[_i].typed), alpha);
    hand_in("w5_new", 0.5 - alpha * worth("dE_total_dw5"), style);
    check_mark(&check);
    ck_assert_str_eq(told("alpha"), givens[_i].told);
    ck_assert_str_eq(told("w5_new"), fabs(alpha - 0.5) < 1e-9 ? "right" : "carried");
    end();
}
END_TEST

/* To the digits given, and no further. */
static const struct {
    const char *name, *typed, *told;
} digits[] = {
    {"out_h1", "0.6456563062", "right"},
    {"out_h1", "0.64565630623", "right"},
    {"out_h1", "0.64565630622", "cut"},
    {"out_h1", "0.6457", "right"},
    {"out_h1", "0.6456", "cut"},
    {"out_h1", "0.65", "right"},
    {"out_h1", "0.6", "coarse"},
    {"out_h1", "6.457e-1", "right"},
    {"out_h2", "0.66150315", "cut"},
    {"out_h1", "0.6455", "wrong"},
    {"out_h1", "0.6458", "wrong"},
    {"out_h1", "1", "coarse"},
    {"out_h1", "0", "wrong"},
    {"out_h1", "-0.6457", "minus"},
    {"in_h1", "0.6", "right"},
    {"in_h1", "0.600", "right"},
    {"in_h1", "0.7", "wrong"},
    {"in_h1", "5", "wrong"},
    {"din_O1_db3", "1", "right"},
    {"din_O1_db3", "2", "wrong"},
    {"dE_total_dw1", "0.0", "coarse"},
    {"dE_total_dw1", "0.00", "coarse"},
    {"dE_total_dw1", "0", "coarse"},
    {"dE_total_dw1", "0.001", "coarse"},
    {"dE_total_dw1", "0.0011", "right"},
    {"dE_total_dw1", "0.0011232067", "right"},
    {"dE_total_dw1", "1.1232e-3", "right"},
    {"dE_total_dw1", "1.1242e-3", "wrong"},
};

START_TEST(right_to_the_digits_given) {
    random_example(0);
    start(false);
    check_answer(&check, quantity(digits[_i].name), digits[_i].typed, strlen(digits[_i].typed),
                 atof(digits[_i].typed));
    check_mark(&check);
    ck_assert_msg(strcmp(told(digits[_i].name), digits[_i].told) == 0, "%s = %s is %s",
                  digits[_i].name, digits[_i].typed, told(digits[_i].name));
    end();
}
END_TEST

/* Of the findings: what followed from nothing and was right, and what followed and was wrong. The
 * last name is told of. */
static const struct {
    const char *file, *told;
} rule_rows[] = {
    {"sigma_O1=0.1 dE_total_dw5=0.05000", "wrong"},
    {"sigma_O1=0.1 dE_total_dw5=0.06457", "carried"},
    {"sigma_O1=0.1 dE_total_dw5=0.10000", "factor"},
    {"sigma_O1=0.1 dE_total_dw5=0.0818", "right"},
    {"dE_total_dw5=0.05000", "wrong"},
    {"dE_total_dw5=0.10000", "wrong"},
    {"sigma_O1=-0.126729 dE_O1_din_O1=-0.126729", "carried"},
    {"w7_new=0.6934189784", "sign"},
    {"w7_new=0.69342", "sign"},
    {"sigma_O1=-0.126729 sigma_O2=0.020386 dE_total_dout_h1=-0.049095", "carried"},
    {"dE_total_dout_h1=0.055 sigma_h1=0.012583", "carried"},
    {"b3_new=0.6 in_O1_new=1.120000", "wrong"},
    {"E_total_new=0.300000000", "wrong"},
    {"in_O1=1.380 out_O1=0.799 E_O1=0.311", "right"},
    {"E_O1=0", "coarse"},
    {"w5_new=0.4590718", "rounded"},
    /* E_total of all before it rounded to two decimals, to two digits, and to one decimal, which is
       no rounding any more */
    {"E_total=0.32330", "rounded"}, /* 0.65 0.66 1.38 0.80 1.65 0.84 */
    {"E_total=0.32185", "rounded"}, /* 0.65 0.66 1.4 0.80 1.7 0.85 */
    {"E_total=0.33010", "wrong"},   /* 0.6 0.7 1.4 0.8 1.7 0.8 */
    {"in_O1=1.38 out_O1=0.800 E_O1=0.31205", "carried"},
    /* steps before it: in_O1 without its bias is 0.7197301, and in_h2 with b1 0.66 */
    {"E_O1=0.2194846407", "bias"},
    {"dE_total_dw5=0.0942084131", "bias"},
    {"w5_new=0.4528957935", "bias"},
    {"E_O2=0.0114298766", "E1"},
    {"w5_new=0.400", "wrong"},
    {"w5_new=0.500", "kept"},
    {"in_h2=0.66", "E1"},
    {"out_h1=0.79924", "power-of-ten"},
    {"out_h1=0.53705", "function"},
    {"out_h1=0.6456563 sigma_O1=0.126729 dE_total_dw5=0.196279", "divided"},
    {"out_h2=3.030303", "exponential"},
    {"in_O1=1.37973 dout_O1_din_O1=-0.52393", "weighted-sum"},
    {"out_O1=0.7989476 E_O1=-0.3944738", "power"},
    {"out_O1=0.7989476 E_O1=0.3944738", "power"},
    {"out_O1=79.89", "point"},
    {"out_O1=0.798947632", "single"},
    {"out_O1=0.798947666", "wrong"}, /* no number of 32 bits */
};

static void hand_in_file(const char *file) {
    while (*file != '\0') {
        const size_t length = strcspn(file, "="), typed = strcspn(file + length + 1, " ");
        char name[64];
        snprintf(name, sizeof name, "%.*s", (int)length, file);
        check_answer(&check, quantity(name), file + length + 1, typed, atof(file + length + 1));
        file += length + 1 + typed;
        file += *file == ' ';
    }
}

START_TEST(the_rule) {
    random_example(0);
    start(false);
    hand_in_file(rule_rows[_i].file);
    check_mark(&check);
    const char *last = strrchr(rule_rows[_i].file, ' ');
    char name[64];
    last = last != NULL ? last + 1 : rule_rows[_i].file;
    snprintf(name, sizeof name, "%.*s", (int)strcspn(last, "="), last);
    ck_assert_msg(strcmp(told(name), rule_rows[_i].told) == 0, "%s: %s", rule_rows[_i].file,
                  told(name));
    end();
}
END_TEST

/* Four decimals are asked for: fewer are coarse, unless they are what the four would be. */
static const struct {
    const char *file, *told;
} asked_rows[] = {{"out_h1=0.6457", "right"},       {"out_h1=0.646", "coarse"},
                  {"in_h1=0.6", "right"},           {"dE_total_dw1=0.0011", "right"},
                  {"dE_total_dw1=0.001", "coarse"}, {"out_h1=0.645656", "right"},
                  {"out_h1=0.651", "wrong"},        {"E_O2=0.0114", "right"},
                  {"out_O2=0.839", "right"},        {"dE_O1_dout_h2=0.076", "right"}};

START_TEST(decimals_asked_for) {
    random_example(0);
    start(false);
    check.decimals = 4;
    hand_in_file(asked_rows[_i].file);
    check_mark(&check);
    char name[64];
    snprintf(name, sizeof name, "%.*s", (int)strcspn(asked_rows[_i].file, "="),
             asked_rows[_i].file);
    ck_assert_msg(strcmp(told(name), asked_rows[_i].told) == 0, "%s: %s", asked_rows[_i].file,
                  told(name));
    end();
}
END_TEST

/* Limits: what is handed in with other numbers given; the last name is told of. Where w1 and w2 are
 * 0, in_h1 is b1; and its bias left out is w1/10 + w2/5. */
static const struct {
    const char *given;
    int decimals;
    const char *file, *told;
} limits[] = {
    /* a given number: half a unit, but no more than a thousandth of it */
    {"w1=0.1234567", 0, "w1=0.1235", "right"}, /* 4.3e-5 off, within 5e-5 */
    {"w1=0.1234567", 0, "w1=0.1234", "given"}, /* 5.7e-5 off */
    {"w1=0.1234567", 0, "w1=0.123", "given"},  /* within 5e-4, not within 1.2e-4 */
    {"w1=-0.1234567", 0, "w1=-0.1235", "right"},
    {"O1=0", 0, "O1=0", "right"},
    {"O1=0", 0, "O1=0.0001", "given"},

    /* to half a unit of the last digit, and a billionth of it */
    {"w1=0 w2=0 b1=0.195", 0, "in_h1=0.20", "right"},
    {"w1=0 w2=0 b1=0.1949999999975", 0, "in_h1=0.20", "right"}, /* 5e-10 of the half further */
    {"w1=0 w2=0 b1=0.194999999975", 0, "in_h1=0.20", "wrong"},  /* 5e-9 */

    /* cut off: less than a unit, and of two digits or more */
    {"w1=0 w2=0 b1=13", 0, "in_h1=12", "wrong"},
    {"w1=0 w2=0 b1=12.999", 0, "in_h1=12", "cut"},
    {"w1=0 w2=0 b1=-12.999", 0, "in_h1=-12", "cut"},
    {"w1=0 w2=0 b1=0.69", 1, "in_h1=0.6", "wrong"},
    {"w1=0 w2=0 b1=0.699", 2, "in_h1=0.69", "cut"},
    {"w1=0 w2=0 b1=-0.699", 0, "in_h1=0.69", "minus"},

    /* few digits do for the exact value, but for what doubles lose, or to what is asked for */
    {"w1=0 w2=0 b1=0.6000000000003", 0, "in_h1=0.6", "right"}, /* 5e-13 of it */
    {"w1=0 w2=0 b1=0.600000000003", 0, "in_h1=0.6", "coarse"}, /* 5e-12 */
    {"w1=0 w2=0 b1=-0.6000000000003", 0, "in_h1=-0.6", "right"},
    {"w1=0 w2=0 b1=0.60004", 4, "in_h1=0.6", "right"},
    {"w1=0 w2=0 b1=0.60005", 4, "in_h1=0.6", "right"},
    {"w1=0 w2=0 b1=0.600050000000025", 4, "in_h1=0.6", "right"}, /* 5e-10 of the half further */
    {"w1=0 w2=0 b1=0.60005000000025", 4, "in_h1=0.6", "coarse"}, /* 5e-9 */
    {"w1=0 w2=0 b1=0.60006", 4, "in_h1=0.6", "coarse"},
    {"w1=0 w2=0 b1=0.64", 0, "in_h1=0.6", "coarse"},
    {"w1=0 w2=0 b1=0.64", 1, "in_h1=0.6", "right"},
    {"w1=0 w2=0 b1=0.64", 0, "in_h1=0.64", "right"},
    {"w1=0 w2=0 b1=0.644", 2, "in_h1=0.64", "right"},
    {"w1=0 w2=0 b1=0.644", 3, "in_h1=0.64", "coarse"},

    /* a slip explains what is five halves of a unit off for each slip that is tried: the bias left
       out is the first, 0.094 here, which 0.09 is not to the last bit */
    {"w1=0.54 b1=0.0215", 0, "in_h1=0.09", "bias"},  /* 0.0255 off */
    {"w1=0.54 b1=0.0205", 0, "in_h1=0.09", "wrong"}, /* 0.0245 */
    {"w1=0.54 b1=-0.0305", 0, "in_h1=0.09", "bias"}, /* 0.0265 */
    {"w1=0.54 b1=-0.0285", 0, "in_h1=0.09", "wrong"},
    /* or what is it to the last bit, if it has two digits */
    {"w1=0.7 b1=0.0211", 0, "in_h1=0.11", "bias"},
    {"w1=0.700000000000005 b1=0.0211", 0, "in_h1=0.11", "bias"}, /* 4.5e-15 of it off */
    {"w1=0.70000000000005 b1=0.0211", 0, "in_h1=0.11", "wrong"}, /* 4.5e-14 */
    {"w1=0.6 b1=0.2", 0, "in_h1=0.1", "wrong"},
    {"w1=0.6 b1=0.2", 0, "in_h1=0.10", "bias"},
    {"w1=0.6 b1=0.26", 0, "in_h1=0.1", "bias"},

    /* a slip's value, too, may be cut off, and not raised: tanh(0.6) is 0.537049567 */
    {"", 0, "out_h1=0.53705", "function"},
    {"", 0, "out_h1=0.53704", "function"},
    {"", 0, "out_h1=0.53706", "wrong"},

    /* rounded on the way to two digits: 1000*0.65 + 0.5, to half a unit */
    {"w1=0 w2=0 b1=0.6 w5=1000 w6=0 b3=0.5", 0, "in_O1=651", "rounded"},
    {"w1=0 w2=0 b1=0.6 w5=1000 w6=0 b3=0.5", 0, "in_O1=650", "rounded"},
    {"w1=0 w2=0 b1=0.6 w5=1000 w6=0 b3=0.5", 0, "in_O1=652", "wrong"},

    /* numbers of 32 bits: of eight digits or more, up to 16 of their last bits off */
    {"", 0, "out_O1=0.79894614", "single"},
    {"", 0, "out_O1=0.7989480", "wrong"},
    {"", 0, "out_O1=0.798946142", "single"}, /* 1.50e-6 off, of 1.52e-6 */
    {"", 0, "out_O1=0.798946083", "wrong"},  /* 1.56e-6 */
};

START_TEST(up_to_its_limit) {
    char word[64];
    random_example(0);
    for (const char *given = limits[_i].given; *given != '\0';) {
        const size_t length = strcspn(given, " ");
        snprintf(word, sizeof word, "%.*s", (int)length, given);
        set_number(&example, word);
        given += length + (given[length] == ' ');
    }
    start(false);
    check.decimals = limits[_i].decimals;
    hand_in_file(limits[_i].file);
    check_mark(&check);
    const char *last = strrchr(limits[_i].file, ' ');
    last = last != NULL ? last + 1 : limits[_i].file;
    snprintf(word, sizeof word, "%.*s", (int)strcspn(last, "="), last);
    ck_assert_msg(strcmp(told(word), limits[_i].told) == 0, "%s: %s: %s", limits[_i].given,
                  limits[_i].file, told(word));
    end();
}
END_TEST

/* An answer that is known to within a half has the digits that this tells. */
static const struct {
    double value, half;
    int significant, decimals;
} withins[] = {{0.6, 0.05, 1, 1},     {0.6, 0.04, 2, 2}, {0.6457, 0.5e-4, 4, 4},
               {-12.5, 0.0005, 5, 3}, {0.6, 0, 17, 17},  {0.6, 1, 1, 0}};

START_TEST(has_the_digits_of_its_half) {
    random_example(0);
    start(false);
    const size_t q = quantity("in_h1");
    check_answer_within(&check, q, "0.6", withins[_i].value, withins[_i].half);
    const struct answer *answer = &check.own[q].answer;
    ck_assert_int_eq(answer->significant, withins[_i].significant);
    ck_assert_int_eq(answer->decimals, withins[_i].decimals);
    ck_assert(answer->value == withins[_i].value && answer->half == withins[_i].half);
    end();
}
END_TEST

/* What was carried from an answer is not, once that is another. */
START_TEST(marks_again_what_has_changed) {
    random_example(0);
    start(false);
    const size_t in = quantity("in_h1"), out = quantity("out_h1");
    check_answer(&check, in, "0.7", 3, 0.7);
    check_answer(&check, out, "0.6682", 6, 0.6682); /* 1/(exp(-0.7) + 1) is 0.66819 */
    check_mark(&check);
    ck_assert_int_eq(check.marks[out].verdict, MARK_CARRIED);
    check_answer(&check, in, "0.6", 3, 0.6);
    check_mark(&check);
    ck_assert_int_eq(check.marks[in].verdict, MARK_RIGHT);
    ck_assert_int_eq(check.marks[out].verdict, MARK_WRONG);
    end();
}
END_TEST

START_TEST(what_is_withdrawn_has_no_mark) {
    random_example(0);
    start(false);
    hand_in("in_h1", 0.05, (struct style){.digits = 4});
    hand_in("in_h2", 0.67, (struct style){.digits = 4});
    check_mark(&check);
    ck_assert_str_eq(told("in_h1"), "bias");
    check_withdraw(&check, quantity("in_h1"));
    ck_assert_int_eq(check.marks[quantity("in_h1")].verdict, MARK_NONE);
    ck_assert_ptr_null(check.marks[quantity("in_h1")].slip.slip);
    ck_assert_int_eq(check.marks[quantity("in_h2")].verdict, MARK_RIGHT);
    end();
}
END_TEST

/* An arbitrary wrong value has no slip behind it; few are hit by chance. */
START_TEST(no_slip_is_told_where_none_was_made) {
    unsigned long long state = (unsigned long long)_i;
    int wrong = 0, has_slip = 0;
    start_row(_i);
    for (int i = 0; i < 64; i++) {
        const struct style style = style_of(i % STYLES);
        const size_t q = (size_t)(random_number(&state) * (double)trace->quantity_count);
        if (!is_computed(q))
            continue;
        check_withdraw_all(&check);
        hand_in_right_values(style);
        withdraw_some(&state, i % 3 == 0 ? 100 : 30);
        const double value = trace->quantities[q].value;
        const double off = (2 * random_number(&state) - 1) * (i % 2 == 0 ? fabs(value) : 0.02);
        hand_in(trace->quantities[q].name, value + off, style);
        check_mark(&check);
        wrong += check.marks[q].verdict == MARK_WRONG;
        has_slip += check.marks[q].slip.slip != NULL;
    }
    ck_assert_msg(20 * has_slip <= wrong, "%d of %d", has_slip, wrong);
    end();
}
END_TEST

START_TEST(nothing_is_computed_from_itself) {
    random_example(0);
    start(_i == 1);
    for (size_t q = 0; q < trace->quantity_count; q++) {
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
    add_rows(suite, "slips: the companion", slips_of_the_companion_are_told,
             sizeof companion_slips / sizeof *companion_slips);
    add_rows(suite, "rounded values are right", rounded_values_are_right, RANDOM_EXAMPLES);
    add_rows(suite, "rounded on the way", values_rounded_on_the_way_are_right, RANDOM_EXAMPLES);
    add_rows(suite, "to the digits given", right_to_the_digits_given,
             sizeof digits / sizeof *digits);
    add_rows(suite, "the rule", the_rule, sizeof rule_rows / sizeof *rule_rows);
    add_rows(suite, "decimals asked for", decimals_asked_for,
             sizeof asked_rows / sizeof *asked_rows);
    add_rows(suite, "limits", up_to_its_limit, sizeof limits / sizeof *limits);
    add_rows(suite, "to within a half", has_the_digits_of_its_half,
             sizeof withins / sizeof *withins);
    add_rows(suite, "withdrawn", what_is_withdrawn_has_no_mark, 1);
    add_rows(suite, "given numbers", given_numbers, sizeof givens / sizeof *givens);
    add_rows(suite, "an error is marked once", an_error_is_marked_once, RANDOM_EXAMPLES);
    add_rows(suite, "carried through what is left out", carried_through_steps_that_are_left_out, 1);
    add_rows(suite, "stops at a right value", an_error_stops_at_a_right_value, 1);
    add_rows(suite, "no slip where none was made", no_slip_is_told_where_none_was_made,
             (size_t)how_many(RANDOM_EXAMPLES));
    add_rows(suite, "no circle", nothing_is_computed_from_itself, 2);
    add_rows(suite, "marks again", marks_again_what_has_changed, 1);
    return suite;
}
