/* Trace: what it records, and every fault that stops it. */
#include "suites.h"

#include "formula/notation.h"
#include "trace/derive.h"
#include "trace/trace.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

static struct trace trace;
static struct error error;

/* What is not set is not 0 by chance: memory that was used before is not. */
static void spoil_memory(void) {
    enum { BLOCKS = 32, SIZE = 32 * 1024 };
    char *block[BLOCKS];
    for (int i = 0; i < BLOCKS; i++)
        block[i] = memset(memory_take(SIZE), 0xA5, SIZE);
    for (int i = 0; i < BLOCKS; i++)
        free(block[i]);
}

static void start(unsigned alternatives) {
    spoil_memory();
    trace_start(&trace, "test", alternatives);
    trace_given(&trace, "a", 0.25, "0.25");
    trace_given(&trace, "b", 3, "3");
}

static double step(const char *name, const char *forms, double value) {
    return trace_step(&trace, STEP_GIVES, "9.1", 0, name, forms, &value, 1);
}

START_TEST(records_a_step) {
    start(0);
    ck_assert(step("c", "a*b", 0.75) == 0.75);
    ck_assert(trace_value(&trace, "c") == 0.75);
    ck_assert_msg(trace_check(&trace, &error), "%s", error.line);
    ck_assert_uint_eq(trace.step_count, 1);
    ck_assert_str_eq(trace.steps[0].name, "c");
    ck_assert_str_eq(trace.steps[0].equation, "9.1");
    ck_assert_uint_eq(trace.steps[0].form_count, 1);
    trace_free(&trace);
}
END_TEST

START_TEST(splits_forms_at_outer_commas) {
    const double values[] = {0.0625, 0.0625, 0.0625};
    start(0);
    trace_step(&trace, STEP_GIVES, "9.1", 0, "c",
               "pow(a, 2), a*a, PARTIAL(a*pow(b, 0)*a*a/2, b) + a*a", values, 3);
    ck_assert_msg(trace_check(&trace, &error), "%s", error.line);
    ck_assert_uint_eq(trace.steps[0].form_count, 3);
    ck_assert(strncmp(trace.steps[0].forms[1].text, "a*a", trace.steps[0].forms[1].length) == 0);
    trace_free(&trace);
}
END_TEST

/* Names are told apart that agree in all that their hash is made of: 8 letters, 8 in the middle, 8.
 */
START_TEST(names_with_one_hash_are_two) {
    static const char *const names[] = {"dE_total1_dout_hh1_dout_O1", "dE_total2_dout_hh1_dout_O1",
                                        "dE_total1_dout_hh2_dout_O1", "dE_total2_dout_hh2_dout_O1"};
    start(0);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        trace_given(&trace, names[i], (double)i, "");
    for (size_t i = 1; i < sizeof names / sizeof *names; i++)
        ck_assert_uint_eq(name_hash(names[0], 26), name_hash(names[i], 26));
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        ck_assert(trace_value(&trace, names[i]) == (double)i);
    ck_assert(!trace.failed);
    trace_free(&trace);
}
END_TEST

/* Of a name of up to 24 letters each has a part in its hash. */
START_TEST(each_letter_is_in_the_hash) {
    char name[] = "abcdefghijklmnopqrstuvwx";
    for (size_t length = 1; length < sizeof name; length++)
        for (size_t i = 0; i < length; i++) {
            const unsigned before = name_hash(name, length);
            name[i] ^= 1;
            ck_assert_msg(name_hash(name, length) != before, "letter %zu of %zu", i, length);
            name[i] ^= 1;
            ck_assert_uint_eq(name_hash(name, length), before);
        }
}
END_TEST

/* The room for steps grows, and keeps those that it has. */
START_TEST(records_many_steps) {
    enum { MANY = 700 };
    start(0);
    for (int i = 0; i < MANY; i++) {
        const double value = i == 300 ? 3 : 0.25;
        trace_step(&trace, STEP_STATES, "9.1", 0, i == 300 ? "b" : "a", i == 300 ? "b" : "a",
                   &value, 1);
    }
    ck_assert_msg(trace_check(&trace, &error), "%s", error.line);
    ck_assert_uint_eq(trace.step_count, MANY);
    for (int i = 0; i < MANY; i++)
        ck_assert(trace.steps[i].value == (i == 300 ? 3 : 0.25));
    trace_free(&trace);
}
END_TEST

/* A derivative of what comes later has no compiled value; the rules give it. */
START_TEST(a_derivative_of_what_comes_later) {
    const double plan[] = {NAN, 3};
    start(0);
    trace_step(&trace, STEP_STATES, "9.1", 0, "d", "LATER(PARTIAL(a*b, a)), 3", plan, 2);
    step("d", "b", 3);
    ck_assert_msg(trace_check(&trace, &error), "%s", error.line);
    ck_assert(trace.steps[0].forms[0].value == 3);
    trace_free(&trace);
}
END_TEST

/* A value is recorded before its text is read; its bound cannot be had from a text that is no
 * formula. */
START_TEST(bounds_no_name_without_a_formula) {
    struct approximate found;
    start(0);
    step("c", "a +* b", 0.25);
    const struct formula_names names = trace_names(&trace);
    ck_assert(trace_check(&trace, &error));
    ck_assert(!names.find(names.context, "c", 1, &found));
    ck_assert_ptr_nonnull(strstr(trace.error.line, "cannot stand here"));
    ck_assert(!names.find(names.context, "nobody", 6, &found));
    ck_assert(names.find(names.context, "a", 1, &found) && found.value == 0.25);
    trace_free(&trace);
}
END_TEST

START_TEST(evaluates_what_comes_later) {
    const double plan[] = {NAN, 1.5};
    start(0);
    trace_step(&trace, STEP_STATES, "9.1", 0, "d", "LATER(c*b/a*0.125), 1.5 ", plan, 2);
    step("c", "a + 0.75", 1);
    step("d", "c + 0.5", 1.5);
    ck_assert_msg(trace_check(&trace, &error), "%s", error.line);
    ck_assert(trace.steps[0].forms[0].value == 1.5);
    trace_free(&trace);
}
END_TEST

/* ---- Steps of text alone ---- */

static void text(enum step_kind kind, const char *name, const char *forms) {
    trace_text(&trace, kind, "9.1", name, forms);
}

START_TEST(records_text) {
    start(0);
    text(STEP_GIVES, "c", "PARTIAL(a*b*b, b)/2, b*a");
    text(STEP_STATES, "c", "a*b");
    text(STEP_GIVES, "w1", "c + 1");
    text(STEP_GIVES, "w2", "SUM(k, 1, 1, w[k]*2)");
    ck_assert(!trace.failed && trace.step_count == 4);
    ck_assert_uint_eq(trace.steps[0].form_count, 2);
    for (size_t i = 0; i < 2; i++) /* at once, and read once */
        ck_assert(trace.steps[0].forms[i].value == 0.75 && trace.steps[0].forms[i].formula != NULL);
    ck_assert(trace_value(&trace, "c") == 0.75 && trace_value(&trace, "w2") == 3.5);
    ck_assert_msg(trace_check(&trace, &error), "%s", error.line);
    ck_assert(trace.steps[3].value == 3.5);
    trace_free(&trace);
}
END_TEST

/* A name is spoken of before it has its value, of names that have none yet either. */
START_TEST(text_may_plan) {
    start(0);
    text(STEP_STATES, "d", "c*b");
    text(STEP_STATES, "d", "c*b, 6.75/b");
    ck_assert(isnan(trace.steps[0].forms[0].value) && isnan(trace.steps[1].forms[0].value));
    text(STEP_GIVES, "c", "a*b");
    text(STEP_GIVES, "d", "b*c");
    ck_assert_msg(trace_check(&trace, &error), "%s", error.line);
    for (size_t s = 0; s < 2; s++)
        ck_assert(trace.steps[s].value == 2.25 && trace.steps[s].forms[0].value == 2.25);
    trace_free(&trace);
}
END_TEST

/* Tables grow: all names are found again, given and computed ones. */
START_TEST(holds_many_names) {
    enum { MANY = 3000 };
    static char names[2 * MANY][16], formulas[MANY][16], typed[MANY][16];
    start(0);
    for (int i = 0; i < MANY; i++) {
        snprintf(names[i], sizeof names[i], "x%d", i);
        snprintf(typed[i], sizeof typed[i], "%d", i);
        trace_given(&trace, names[i], i, typed[i]);
    }
    for (int i = 0; i < MANY; i++) {
        snprintf(names[MANY + i], sizeof names[i], "y%d", i);
        snprintf(formulas[i], sizeof formulas[i], "2*x%d", i);
        text(STEP_GIVES, names[MANY + i], formulas[i]);
    }
    ck_assert_msg(trace_check(&trace, &error), "%s", error.line);
    ck_assert_uint_eq(trace.quantity_count, 2 + 2 * MANY);
    ck_assert_uint_eq(trace.step_count, MANY);
    for (int i = 0; i < MANY; i++) {
        const struct quantity *y = trace_find(&trace, names[MANY + i], strlen(names[MANY + i]));
        char room[NUMBER_ROOM], expected[16];
        ck_assert(y != NULL && y->value == 2 * i && y->step == (size_t)i);
        ck_assert(trace_value(&trace, names[i]) == i);
        snprintf(expected, sizeof expected, "%d", 2 * i);
        trace_shown(&trace, y, DIGITS_MOST, room);
        ck_assert_str_eq(room, expected);
    }
    ck_assert_ptr_null(trace_find(&trace, "x3000", 5));
    trace_free(&trace);
}
END_TEST

/* However full the table is, what is not in it is not found, and all the rest is. */
START_TEST(finds_no_other_name) {
    enum { MANY = 1100 };
    static char names[MANY][16];
    start(0);
    for (int i = 0; i < MANY; i++) {
        snprintf(names[i], sizeof names[i], "z%d", i);
        trace_given(&trace, names[i], i, "0");
        ck_assert_ptr_null(trace_find(&trace, "nobody", 6));
        ck_assert_ptr_null(trace_find(&trace, "z", 1));
        ck_assert(trace_value(&trace, "a") == 0.25);
        ck_assert(trace_value(&trace, names[i / 2]) == i / 2);
    }
    ck_assert(!trace.failed);
    trace_free(&trace);
}
END_TEST

/* Each name is bounded once, and computed in many bits once: 30 that stand twice in the next. */
START_TEST(goes_through_each_name_once) {
    enum { LEVELS = 30 };
    static char names[LEVELS][8], formulas[LEVELS][32];
    char room[NUMBER_ROOM];
    struct approximate found;
    start(0);
    for (int i = 0; i < LEVELS; i++) {
        const char *before = i == 0 ? "a" : names[i - 1];
        snprintf(names[i], sizeof names[i], "c%d", i);
        snprintf(formulas[i], sizeof formulas[i], "(%s + %s)/2", before, before);
        text(STEP_GIVES, names[i], formulas[i]);
    }
    const struct formula_names bounds = trace_names(&trace);
    ck_assert(bounds.find(bounds.context, "c29", 3, &found));
    ck_assert(found.error > 0 && found.error <= 2 * LEVELS * 0.25 * DBL_EPSILON);
    trace_shown(&trace, trace_find(&trace, "c29", 3), DIGITS_MOST, room);
    ck_assert_str_eq(room, "0.25");
    ck_assert_ptr_nonnull(trace.in_bits[0]);
    trace_free(&trace);
}
END_TEST

/* What another trace has computed goes on with its exact value: not the double's, nor the digits
 * that it is shown with. */
static const struct {
    const char *computed, *shown, *further, *further_shown;
} inherited[] = {
    {"0.1*3 - 0.3", "0", "c*1e17", "0"}, /* 5.55 of the double */
    {"0.1*3 - 0.3 + 1e-18", "1e-18", "c*1e17", "0.1"},
    {"1/b", "0.3333333333", "c*b", "1"},
    {"1/b", "0.3333333333", "(c - 0.3333333333)*1e10", "0.33333333333333333"},
    {"2", "2", "c/4", "0.5"},
};

static void inherit(struct trace *from, struct trace *to, const char *name, const char *typed) {
    const struct quantity *source = trace_find(from, name, strlen(name));
    trace_start(to, "test", 0);
    trace_inherits(to, name, from, (size_t)(source - from->quantities), typed);
    trace_given(to, "b", 3, "3");
}

START_TEST(goes_on_with_the_exact_value) {
    struct trace next, last; /* and one trace further */
    char room[NUMBER_ROOM];
    start(0);
    text(STEP_GIVES, "c", inherited[_i].computed);
    inherit(&trace, &next, "c", inherited[_i].shown);
    inherit(&next, &last, "c", inherited[_i].shown);
    struct trace *const traces[] = {&next, &last};
    for (size_t i = 0; i < 2; i++) {
        trace_text(traces[i], STEP_GIVES, "9.1", "d", inherited[_i].further);
        ck_assert_msg(trace_check(traces[i], &error), "%s", error.line);
        ck_assert(trace_value(traces[i], "c") == trace_value(&trace, "c"));
        trace_step_shown(traces[i], &traces[i]->steps[0], DIGITS_MOST, room);
        ck_assert_str_eq(room, inherited[_i].further_shown);
        trace_shown(traces[i], trace_find(traces[i], "c", 1), 10, room);
        ck_assert_str_eq(room, inherited[_i].shown);
    }
    trace_free(&last);
    trace_free(&next);
    trace_free(&trace);
}
END_TEST

/* Where doubles settle all but the last of many traces, its many bits come from the first one on,
 * and not by going back through all of them, formula within formula. */
START_TEST(goes_on_through_many_traces) {
    enum { TRACES = 400, STACK = 256 * 1024 };
    static struct trace traces[TRACES];
    struct rlimit usual, small;
    char room[2][NUMBER_ROOM];
    getrlimit(RLIMIT_STACK, &usual);
    small = usual;
    small.rlim_cur = STACK;
    for (size_t i = 0; i < TRACES; i++) {
        trace_start(&traces[i], "test", 0);
        const size_t from = i > 1 ? 3 : 1; /* where d stands in the one before, and e behind it */
        if (i > 0)
            trace_inherits(&traces[i], "c", &traces[i - 1], from, "0.3333333333");
        trace_given(&traces[i], "b", 3, "3");
        if (i > 0)
            trace_inherits(&traces[i], "a", &traces[i - 1], from + 1, "0.3333333333");
        trace_text(&traces[i], STEP_GIVES, "9.1", "d", i > 0 ? "c/4 + 0.25" : "1/b");
        trace_text(&traces[i], STEP_GIVES, "9.2", "e", i > 0 ? "a/4 + 0.25" : "1/b");
        ck_assert_msg(trace_check(&traces[i], &error), "%s", error.line);
        for (size_t s = 0; s < 2; s++) {
            trace_step_shown(&traces[i], &traces[i].steps[s], 10, room[s]);
            ck_assert_str_eq(room[s], "0.3333333333");
        }
    }
    setrlimit(RLIMIT_STACK, &small);
    for (size_t s = 0; s < 2; s++)
        trace_step_shown(&traces[TRACES - 1], &traces[TRACES - 1].steps[s], DIGITS_MOST, room[s]);
    setrlimit(RLIMIT_STACK, &usual);
    ck_assert_str_eq(room[0], "0.33333333333333333");
    ck_assert_str_eq(room[1], "0.33333333333333333");
    for (size_t i = TRACES; i > 0; i--)
        trace_free(&traces[i - 1]);
}
END_TEST

/* ---- Faults ---- */

/* Faults: what is done, and what the line says. */
static void name_twice(void) {
    step("c", "a", 0.25);
    step("c", "b", 3);
}
static void given_twice(void) {
    trace_given(&trace, "a", 1, "1");
}
static void name_unknown(void) {
    trace_value(&trace, "nobody");
}
static void unknown_in_a_later_form(void) {
    const double plan[] = {NAN, 1};
    trace_step(&trace, STEP_STATES, "9.1", 0, "a", "LATER(nobody), 1", plan, 2);
}
static void never_given(void) {
    const double value = 1;
    trace_step(&trace, STEP_STATES, "9.7", 0, "planned", "b/3", &value, 1);
}
static void infinite(void) {
    step("c", "a/0", INFINITY);
}
static void not_a_number(void) {
    step("c", "a", NAN);
}
static void forms_differ(void) {
    const double values[] = {0.75, 0.75000001};
    trace_step(&trace, STEP_GIVES, "9.1", 0, "c", "a*b, a*b + 1e-8", values, 2);
}
static void forms_differ_by_one_part_in_1e14(void) {
    const double values[] = {0.75, 0.75 * (1 + 1e-14)};
    trace_step(&trace, STEP_GIVES, "9.1", 0, "c", "a*b, a*b*(1 + 1e-14)", values, 2);
}
static void stated_again_otherwise(void) {
    const double value = 0.5;
    step("c", "a*b", 0.75);
    trace_step(&trace, STEP_STATES, "9.2", 0, "c", "2*a", &value, 1);
}
static void derivative_compiled_otherwise(void) {
    const double values[] = {3.1, 3};
    trace_step(&trace, STEP_GIVES, "9.1", 0, "c", "PARTIAL(a*b, a), b", values, 2);
}
static void derivative_of_an_unknown_name(void) {
    const double value = 1;
    trace_step(&trace, STEP_STATES, "9.1", 0, "a", "PARTIAL(nobody*b, b)", &value, 1);
}
static void derivative_without_a_bound(void) {
    step("c", "a +* b", 0.25);
    step("d", "PARTIAL(c*a, a)", 0.3);
}
static void difference_without_a_bound(void) {
    const double values[] = {0.5, 0.3};
    step("c", "a +* b", 0.25);
    trace_step(&trace, STEP_GIVES, "9.1", 0, "d", "2*c, 0.3", values, 2);
}
static void step_without_a_bound(void) {
    const double values[] = {0.5, 0.3};
    trace_step(&trace, STEP_GIVES, "9.1", 0, "c", "2*a, a +* b", values, 2);
}
static void fewer_forms_than_values(void) {
    const double values[] = {1, 1};
    trace_step(&trace, STEP_GIVES, "9.1", 0, "c", "pow(a, 0)", values, 2);
}
static void more_forms_than_values(void) {
    const double value = 1;
    trace_step(&trace, STEP_GIVES, "9.1", 0, "c", "1, 2", &value, 1);
}
static void no_formula_in_a_later_form(void) {
    const double plan[] = {NAN, 0.25};
    trace_step(&trace, STEP_STATES, "9.1", 0, "a", "LATER(a +* b), a", plan, 2);
}
static void text_of_an_unknown_name(void) {
    text(STEP_GIVES, "c", "a*nobody");
}
static void text_that_is_no_formula(void) {
    text(STEP_GIVES, "c", "a*b, a +* b");
}
static void text_that_leaves_the_range(void) {
    text(STEP_GIVES, "c", "a*1e308*b*4");
}
static void texts_that_differ(void) {
    text(STEP_GIVES, "c", "a*b, a + b");
}
static void text_of_a_name_twice(void) {
    text(STEP_GIVES, "c", "a*b");
    text(STEP_GIVES, "c", "a*b");
}
static void plan_that_does_not_come_true(void) {
    text(STEP_STATES, "c", "d*b");
    text(STEP_GIVES, "d", "a");
    text(STEP_GIVES, "c", "a*b + 1");
}
static void plan_of_a_name_that_never_comes(void) {
    text(STEP_STATES, "c", "d*b");
    text(STEP_GIVES, "c", "a*b");
}
static void inherited_twice(void) {
    trace_inherits(&trace, "a", &trace, 0, "0.25");
}

static const struct {
    void (*fault)(void);
    const char *says;
} faults[] = {
    {name_twice, "(9.1) c: has its value already"},
    {given_twice, "a: has its value already"},
    {name_unknown, "nobody: is unknown"},
    {unknown_in_a_later_form, "nobody is unknown"},
    {never_given, "(9.7) planned: never gets its value"},
    {infinite, "(9.1) c: leaves the range of a double"},
    {not_a_number, "(9.1) c: leaves the range of a double"},
    {forms_differ, "(9.1) c: a*b is 0.75, but should be 0.75000001"},
    {forms_differ_by_one_part_in_1e14, "(9.1) c: a*b is 0.75"},
    {stated_again_otherwise, "(9.2) c: 2*a is 0.5, but should be 0.75"},
    {derivative_compiled_otherwise, "PARTIAL(a*b, a)"},
    {derivative_of_an_unknown_name, "(9.1) a: PARTIAL(nobody*b, b)"},
    {derivative_without_a_bound, "(9.1) d: PARTIAL(c*a, a)"},
    {difference_without_a_bound, "(9.1) d: 2*c is 0.5, but should be 0.2"},
    {step_without_a_bound, "(9.1) c: 2*a is 0.5, but should be 0.2"},
    {fewer_forms_than_values, "not as many forms as values"},
    {more_forms_than_values, "not as many forms as values"},
    {no_formula_in_a_later_form, "cannot stand here"},
    {text_of_an_unknown_name, "nobody is unknown"},
    {text_that_is_no_formula, "cannot stand here"},
    {text_that_leaves_the_range, "(9.1) c: leaves the range of a double"},
    {texts_that_differ, "(9.1) c: a*b is 0.75, but should be 3.25"},
    {text_of_a_name_twice, "(9.1) c: has its value already"},
    {plan_that_does_not_come_true, "(9.1) c: d*b is 0.75, but should be 1.75"},
    {plan_of_a_name_that_never_comes, "d is unknown"},
    {inherited_twice, "a: has its value already"},
};

START_TEST(a_step_without_a_number_is_named_alone) {
    const double values[] = {0.75, 0.75000001};
    start(0);
    trace_step(&trace, STEP_GIVES, "", 0, "c", "a*b, a*b + 1e-8", values, 2);
    ck_assert(!trace_check(&trace, &error));
    ck_assert_str_eq(error.line, "c: a*b is 0.75, but should be 0.75000001000000005");
    trace_free(&trace);
}
END_TEST

START_TEST(stops_at) {
    start(0);
    faults[_i].fault();
    const size_t steps = trace.step_count;
    ck_assert(!trace_check(&trace, &error));
    ck_assert_msg(strstr(error.line, faults[_i].says) != NULL, "not '%s' but '%s'", faults[_i].says,
                  error.line);
    ck_assert(isnan(step("after", "a", 0.25))); /* nothing is recorded after a fault */
    ck_assert_uint_eq(trace.step_count, steps);
    trace_free(&trace);
}
END_TEST

enum { ONE = 1, OTHER = 2 };

static double alternative(void) {
    const double values[] = {0.75, 3.25}, again = 0.75;
    const double value = trace_step(&trace, STEP_GIVES, "9.1", OTHER, "c", "a*b, a + b", values, 2);
    trace_step(&trace, STEP_STATES, "9.2", 0, "c", "b*a", &again, 1);
    return value;
}

START_TEST(an_alternative_not_taken) {
    start(ONE);
    ck_assert(alternative() == 0.75);
    ck_assert(trace_check(&trace, &error));
    ck_assert_uint_eq(trace.steps[0].form_count, 1);
    ck_assert(!trace.steps[0].takes_alternative && !trace.steps[1].forms[0].differs);
    ck_assert_uint_eq(trace.alternatives_met, OTHER);
    trace_free(&trace);
}
END_TEST

START_TEST(an_alternative_taken) {
    start(OTHER);
    ck_assert(alternative() == 3.25);
    ck_assert_msg(trace_check(&trace, &error), "%s", error.line);
    ck_assert_uint_eq(trace.steps[0].form_count, 2);
    ck_assert(trace.steps[0].takes_alternative && trace.steps[1].forms[0].differs);
    trace_free(&trace);
}
END_TEST

/* Whichever bit an alternative has: each step shows what its own last form is. */
START_TEST(shows_each_step_its_own_value) {
    const double values[] = {0.75, 3.25}, again = 0.75;
    const unsigned bit = 1u << _i;
    start(bit);
    trace_step(&trace, STEP_GIVES, "9.1", bit, "c", "a*b, a + b", values, 2);
    trace_step(&trace, STEP_STATES, "9.2", 0, "c", "b*a", &again, 1);
    ck_assert_msg(trace_check(&trace, &error), "%s", error.line);
    for (size_t s = 0; s < 2; s++) {
        char room[NUMBER_ROOM];
        trace_step_shown(&trace, &trace.steps[s], 10, room);
        ck_assert_str_eq(room, s == 0 ? "3.25" : "0.75");
    }
    trace_free(&trace);
}
END_TEST

/* Two ways to compute that cancel to nearly nothing agree within their rounding, and only so. */
START_TEST(forms_agree_within_their_rounding) {
    const double a = 0.1, b = 0.3;
    const double values[] = {(a + b) - b, a};
    trace_start(&trace, "test", 0);
    trace_given(&trace, "a", a, "0.1");
    trace_given(&trace, "b", b, "0.3");
    ck_assert(values[0] != values[1]);
    trace_step(&trace, STEP_GIVES, "9.1", 0, "c", "a + b - b, a", values, 2);
    ck_assert_msg(trace_check(&trace, &error), "%s", error.line);
    trace_free(&trace);
}
END_TEST

/* Each digit is that of the exact value, though nobody has told the trace how large its errors can
 * be; a double alone shows another. */
static const struct {
    const char *formula, *shown;
} digits[] = {
    {"0.1*3 - 0.3", "0"},
    {"0.3 - 0.2", "0.1"},
    {"tanh(1e-9) - 1e-9", "-3.33333333333333333e-28"},
    {"log(1 + 1e-16)", "0.0000000000000001"},
    {"sqrt(1 + 1e-16) - 1", "0.00000000000000005"},
    {"log(2)", "0.69314718055994531"},
    {"(0.1*3)^2", "0.09"},
    {"2^(0.1*3 - 0.3) - 1", "0"},
    {"1/(0.1*3 - 0.3)", "?"},
};

START_TEST(shows_the_digits_of_the_exact_value) {
    const char *text = digits[_i].formula;
    struct arena arena = {0};
    size_t column;
    struct approximate of = {0};
    const struct formula_names none = {.find = NULL};
    char room[NUMBER_ROOM];
    start(0);
    const struct formula *formula = formula_parse(&arena, text, strlen(text), &column, &error);
    ck_assert_msg(formula != NULL && formula_evaluate(formula, &none, &of, &error), "%s",
                  error.line);
    step("c", text, of.value);
    ck_assert_msg(trace_check(&trace, &error), "%s", error.line);
    trace_step_shown(&trace, &trace.steps[0], DIGITS_MOST, room);
    ck_assert_msg(strcmp(room, digits[_i].shown) == 0, "%s is '%s', not '%s'", text, room,
                  digits[_i].shown);
    arena_free(&arena);
    trace_free(&trace);
}
END_TEST

/* What comes after a fault is not taken, given or inherited, and the fault stays the first. */
START_TEST(takes_nothing_after_a_fault) {
    struct trace source;
    trace_start(&source, "source", 0);
    trace_given(&source, "c", 2, "2");
    start(0);
    trace_given(&trace, "a", 1, "1");
    trace_given(&trace, "z", 1, "1");
    trace_inherits(&trace, "c", &source, 0, "2");
    text(STEP_GIVES, "c", "a*b");
    ck_assert(isnan(trace_value(&trace, "nobody")) && trace_value(&trace, "b") == 3);
    ck_assert(trace.quantity_count == 2 && trace.step_count == 0);
    ck_assert(!trace_check(&trace, &error));
    ck_assert_str_eq(error.line, "a: has its value already; a name gets a value once in a walk");
    trace_free(&trace);
    trace_free(&source);
}
END_TEST

/* In other letters are names and formulas from then on, also a name that the trace has not; the
 * name that all is found by stays. */
START_TEST(shows_names_in_other_letters) {
    trace_start(&trace, "test", 0);
    trace_given(&trace, "in_h1", 7, "7"); /* the first is shown as the others are */
    trace_given(&trace, "a", 0.25, "0.25");
    trace_given(&trace, "out_h1", 0.5, "0.5");
    step("in_O1", "a*out_h1", 0.125);
    text(STEP_STATES, "in_O1", "out_h1*a, a/4*2, out_h1/4");
    ck_assert_msg(trace_check(&trace, &error), "%s", error.line);
    ck_assert_str_eq(trace_written(&trace, "sigma_h1", 8), "sigma_h1");
    trace_notate(&trace, notation_find("z/a"));
    ck_assert_str_eq(trace_written(&trace, "sigma_h1", 8), "delta_h1");
    ck_assert_str_eq(trace.quantities[0].shown, "z_h1");
    ck_assert_str_eq(trace.quantities[2].shown, "a_h1");
    ck_assert_str_eq(trace.quantities[2].name, "out_h1");
    ck_assert_str_eq(trace.steps[0].shown, "z_O1");
    ck_assert_str_eq(trace.steps[0].name, "in_O1");
    const struct formula *product = form_formula(&trace, &trace.steps[0].forms[0], &error);
    ck_assert_ptr_nonnull(product);
    ck_assert_str_eq(product->left->shown, "a");
    ck_assert_str_eq(product->right->shown, "a_h1");
    for (size_t f = 0; f < 3; f += 2) {
        const struct formula *again = form_formula(&trace, &trace.steps[1].forms[f], &error);
        ck_assert_str_eq(again->left->shown, "a_h1");
    }
    ck_assert(trace_value(&trace, "out_h1") == 0.5 && trace_value(&trace, "in_O1") == 0.125);
    trace_free(&trace);
}
END_TEST

/* ---- The way to the digits: each only where the one before leaves them open ---- */

/* 384 bits are 115 decimals, 768 are 231, 2048 are 616. What is exactly a tie goes to the even
 * digit, and is none before the last precision says so. */
static const struct {
    const char *formula;
    int digits, precisions; /* how many are asked */
    const char *shown;
} ways[] = {
    {"1/b", 10, 0, "0.3333333333"},  {"2.5 + 1e-50", 0, 1, "3"},  {"2.5 - 1e-50", 0, 1, "2"},
    {"2.5 + 1e-110", 0, 1, "3"},     {"2.5 + 1e-120", 0, 2, "3"}, {"1.5 - 1e-120", 0, 2, "1"},
    {"2.5 + 1e-225", 0, 2, "3"},     {"2.5 + 1e-235", 0, 3, "3"}, {"1.5 - 1e-300", 0, 3, "1"},
    {"0.1*15", 0, 3, "2"},           {"0.1*25", 0, 3, "2"},       {"0.1*3 - 0.3", 17, 3, "0"},
    {"5e-324", 17, 1, "5e-324"}, /* 1.01 of the least double */
    {"4.9e-324", 17, 1, "0"},    /* 0.99 of it */
    {"1/(0.1*3 - 0.3)", 17, 3, "?"},
};

START_TEST(asks_for_no_more_bits_than_are_needed) {
    char room[NUMBER_ROOM];
    start(0);
    text(STEP_GIVES, "c", ways[_i].formula);
    ck_assert_msg(trace_check(&trace, &error), "%s", error.line);
    const size_t length = trace_shown(&trace, trace_find(&trace, "c", 1), ways[_i].digits, room);
    ck_assert_msg(strcmp(room, ways[_i].shown) == 0, "%s is %s", ways[_i].formula, room);
    ck_assert(length == strlen(room) && !trace.failed);
    for (int i = 0; i < PRECISIONS; i++)
        ck_assert_msg((trace.in_bits[i] != NULL) == (i < ways[_i].precisions), "%s: precision %d",
                      ways[_i].formula, i);
    trace_free(&trace);
}
END_TEST

/* Where the ceiling is known, and a boundary far enough, not even the value's own error is asked
 * for. */
START_TEST(a_ceiling_settles_digits) {
    char room[NUMBER_ROOM];
    start(0);
    text(STEP_GIVES, "c", "1/b");
    ck_assert_msg(trace_check(&trace, &error), "%s", error.line);
    const struct quantity *c = trace_find(&trace, "c", 1);
    trace.error_ceiling = 1e-12;
    trace_shown(&trace, c, 10, room);
    ck_assert_str_eq(room, "0.3333333333");
    ck_assert(c->error < 0);
    trace_shown(&trace, c, 12, room);
    ck_assert_str_eq(room, "0.333333333333");
    ck_assert(c->error > 0 && c->error < 1e-15);
    trace_free(&trace);
}
END_TEST

/* ---- How far two forms may be apart ---- */

/* Of given names, so that no rounding explains a difference: four units in the last place of 1,
 * times the smaller of them. Of a + b - c, which is 0, the bound is half a unit in the last place
 * of 2: both forms' together are 2^-51, and twice a derivative's own is as much. What is compiled
 * of a derivative may have lost all below 2^-874. */
static const struct {
    const char *forms;
    double first, last; /* values; u is the first, v the last */
    bool agree;
} apart[] = {
    {"u, v", 1, 1 + 4 * DBL_EPSILON, true},
    {"u, v", 1, 1 + 5 * DBL_EPSILON, false},
    {"u, v", 1 + 4 * DBL_EPSILON, 1, true},
    {"u, v", 1 + 5 * DBL_EPSILON, 1, false},
    {"u, v", -1, -1 - 4 * DBL_EPSILON, true},
    {"u, v", -1, -1 - 5 * DBL_EPSILON, false},
    {"u, v", 1 - DBL_EPSILON, 1 + 3 * DBL_EPSILON, false},
    {"u, v", 1 + 3 * DBL_EPSILON, 1 - DBL_EPSILON, false},
    {"u, v", 1, -1, false},
    {"u, v", 0, DBL_TRUE_MIN, false},
    {"a + b - c, b + a - c", 0x1p-51, 0, true},
    {"a + b - c, b + a - c", 0x1.0000000000001p-51, 0, false},
    {"a + b - c, b + a - c", -0x1.0000000000001p-51, 0, false},
    {"0, PARTIAL(a*(a + b - c), a)", 0, 0x1p-51, false}, /* 0 has no bound */
    {"a + b - c, PARTIAL(a*(b + a - c), a)", 0, 0x1p-51, true},
    {"a + b - c, PARTIAL(a*(b + a - c), a)", 0, -0x1p-51, true},
    {"PARTIAL(v*(a + b - c), v), b + a - c", 0x1p-51, 0, true},
    {"PARTIAL(v*(a + b - c), v), b + a - c", 0x1.0000000000001p-51, 0, false},
    {"PARTIAL(v*(a + b - c), v), b + a - c", -0x1.0000000000001p-51, 0, false},
    {"PARTIAL(a*v, a), v", 0, 0x1p-874, true},
    {"PARTIAL(a*v, a), v", 0, 0x1p-873, false},
    {"PARTIAL(a*v, a), v", 0, -0x1p-874, true},
};

START_TEST(forms_may_be_so_far_apart) {
    const double values[] = {apart[_i].first, apart[_i].last};
    trace_start(&trace, "test", 0);
    trace_given(&trace, "a", 0.5, "0.5");
    trace_given(&trace, "b", 1.5, "1.5");
    trace_given(&trace, "c", 2, "2");
    trace_given(&trace, "u", apart[_i].first, "u");
    trace_given(&trace, "v", apart[_i].last, "v");
    trace_step(&trace, STEP_GIVES, "9.1", 0, "y", apart[_i].forms, values, 2);
    ck_assert_msg(trace_check(&trace, &error) == apart[_i].agree, "%s: %a and %a", apart[_i].forms,
                  values[0], values[1]);
    trace_free(&trace);
}
END_TEST

/* A name is moved by 1e-5 either way, of its size where that is above 1: of x^3 the quotient is
 * 3x^2 and the square of what it is moved by. */
START_TEST(moves_a_name_by_a_100000th) {
    static const struct {
        const char *name, *cubed;
        double wanted;
    } cubes[] = {{"a", "pow(a, 3)", 1e-10}, {"b", "pow(b, 3)", 9e-10}};
    start(0);
    text(STEP_GIVES, "c", cubes[0].cubed);
    text(STEP_GIVES, "d", cubes[1].cubed);
    for (size_t i = 0; i < 2; i++) {
        const struct quantity *by = trace_find(&trace, cubes[i].name, 1);
        const struct quantity *of = trace_find(&trace, i == 0 ? "c" : "d", 1);
        const double slope = derive(&trace, of, by);
        ck_assert(slope == 3 * by->value * by->value);
        ck_assert_double_eq_tol(derive_numerically(&trace, of, by) - slope, cubes[i].wanted,
                                i == 0 ? 1e-11 : 3e-10);
    }
    trace_free(&trace);
}
END_TEST

/* The bits of a derivative are those of its text where it is the value, and where it is asked for;
 * so are those of no other form. */
START_TEST(a_derivative_has_the_bits_of_its_text) {
    const double compiled[] = {0.75 + DBL_EPSILON / 2, 0.75 - DBL_EPSILON / 2};
    start(0);
    trace_step(&trace, STEP_GIVES, "9.1", 0, "c", "b*a, PARTIAL(a*b*x, x)", compiled, 2);
    trace_given(&trace, "x", 7, "7");
    trace_step(&trace, STEP_GIVES, "9.2", 0, "d", "PARTIAL(a*b*x, x), b*a", compiled, 2);
    ck_assert_msg(trace_check(&trace, &error), "%s", error.line);
    struct form *const first = trace.steps[0].forms, *const second = trace.steps[1].forms;
    ck_assert(first[0].value == compiled[0] && first[1].value == 0.75);
    ck_assert(trace.steps[0].value == 0.75);
    ck_assert(second[0].value == compiled[0] && form_value(&trace, &second[0]) == 0.75);
    ck_assert(trace.steps[1].value == compiled[1] && form_value(&trace, &second[1]) == compiled[1]);
    trace_free(&trace);
}
END_TEST

Suite *trace_suite(void) {
    Suite *suite = suite_create("trace");
    add_rows(suite, "records a step", records_a_step, 1);
    add_rows(suite, "splits forms at outer commas", splits_forms_at_outer_commas, 1);
    add_rows(suite, "names with one hash", names_with_one_hash_are_two, 1);
    add_rows(suite, "each letter is in the hash", each_letter_is_in_the_hash, 1);
    add_rows(suite, "records many steps", records_many_steps, 1);
    add_rows(suite, "a derivative of what comes later", a_derivative_of_what_comes_later, 1);
    add_rows(suite, "bounds no name without a formula", bounds_no_name_without_a_formula, 1);
    add_rows(suite, "evaluates what comes later", evaluates_what_comes_later, 1);
    add_rows(suite, "records text", records_text, 1);
    add_rows(suite, "text may plan", text_may_plan, 1);
    add_rows(suite, "holds many names", holds_many_names, 1);
    add_rows(suite, "finds no other name", finds_no_other_name, 1);
    add_rows(suite, "goes through each name once", goes_through_each_name_once, 1);
    add_rows(suite, "moves a name by a 100000th", moves_a_name_by_a_100000th, 1);
    add_rows(suite, "goes on through many traces", goes_on_through_many_traces, 1);
    add_rows(suite, "goes on with the exact value", goes_on_with_the_exact_value,
             sizeof inherited / sizeof *inherited);
    add_rows(suite, "a step without a number is named alone",
             a_step_without_a_number_is_named_alone, 1);
    add_rows(suite, "stops at", stops_at, sizeof faults / sizeof *faults);
    add_rows(suite, "takes nothing after a fault", takes_nothing_after_a_fault, 1);
    add_rows(suite, "an alternative not taken", an_alternative_not_taken, 1);
    add_rows(suite, "an alternative taken", an_alternative_taken, 1);
    add_rows(suite, "shows each step its own value", shows_each_step_its_own_value, 5);
    add_rows(suite, "forms agree within their rounding", forms_agree_within_their_rounding, 1);
    add_rows(suite, "digits", shows_the_digits_of_the_exact_value, sizeof digits / sizeof *digits);
    add_rows(suite, "asks for no more bits than are needed", asks_for_no_more_bits_than_are_needed,
             sizeof ways / sizeof *ways);
    add_rows(suite, "a ceiling settles digits", a_ceiling_settles_digits, 1);
    add_rows(suite, "forms may be so far apart", forms_may_be_so_far_apart,
             sizeof apart / sizeof *apart);
    add_rows(suite, "a derivative has the bits of its text", a_derivative_has_the_bits_of_its_text,
             1);
    add_rows(suite, "other letters", shows_names_in_other_letters, 1);
    return suite;
}
