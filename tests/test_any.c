/* Any: the article's network walked by two independent pieces of code, its pages in C and the pages
 * written from its layers: the same names, each with the same value and the same digits. And what
 * the forms of other shapes say. */
#include "suites.h"

#include "base/number.h"
#include "set_number.h"
#include "walk/walk.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

enum { RANDOM_EXAMPLES = 1000 };

static struct example example;
static struct error error;

/* The same on every machine, in [-1, 1). */
static double random_number(unsigned long long *state) {
    *state = *state * 6364136223846793005ULL + 1442695040888963407ULL;
    return (double)(*state >> 11) * 0x1p-52 - 1;
}

/* Row 0 is the article's; the others have numbers to 1, 2 or 20, of 1 to 6 decimals or 17 digits.
 */
static void start(int row) {
    static const double sizes[] = {1, 2, 2, 20};
    unsigned long long state = (unsigned long long)row * 2654435761u + 7;
    example_article(&example);
    for (int i = 0; i < 10; i++)
        random_number(&state);
    for (size_t i = 0; i < example.count && row > 0; i++) {
        char typed[64];
        const double number = random_number(&state) * sizes[row % 4];
        const int decimals = row / 4 % 7;
        snprintf(typed, sizeof typed, decimals > 0 ? "%s=%.*f" : "%s=%.*g", example.given[i].name,
                 decimals > 0 ? decimals : 17, number);
        set_number(&example, typed);
    }
}

/* The bound of what rounding has done to a value, from the given doubles on. */
static double rounding(struct walk *walk, const struct quantity *quantity) {
    const struct formula_names names = trace_names(&walk->trace);
    struct approximate found = {0};
    ck_assert(names.find(names.context, quantity->name, quantity->length, &found));
    return found.error;
}

/* 4 units in the last place on the article's numbers. On others terms can cancel that the two add
 * up in another order, and both have what is left of them within their bounds. */
static void assert_same_value(struct walk *in_c, const struct quantity *of_c,
                              struct walk *from_layers, const struct quantity *written,
                              bool is_article) {
    const double allowed = is_article ? 4 * DBL_EPSILON * fabs(of_c->value)
                                      : rounding(in_c, of_c) + rounding(from_layers, written);
    ck_assert_msg(fabs(of_c->value - written->value) <= allowed,
                  "%s: %.17g in C, %.17g from the layers, allowed %g", of_c->name, of_c->value,
                  written->value, allowed);
}

/* Digits are of the exact values: in those there is no rounding to allow for. */
static void assert_same_digits(struct walk *in_c, const struct quantity *of_c,
                               struct walk *from_layers, const struct quantity *written,
                               int digits) {
    char here[NUMBER_ROOM], there[NUMBER_ROOM];
    trace_shown(&in_c->trace, of_c, digits, here);
    trace_shown(&from_layers->trace, written, digits, there);
    ck_assert_msg(strcmp(here, there) == 0, "%s: %s in C, %s from the layers", of_c->name, here,
                  there);
}

static void assert_same(struct walk *in_c, struct walk *from_layers, bool is_article) {
    for (size_t q = 0; q < in_c->trace.quantity_count; q++) {
        const struct quantity *of_c = &in_c->trace.quantities[q];
        const struct quantity *written =
            trace_find(&from_layers->trace, of_c->name, strlen(of_c->name));
        ck_assert_msg(written != NULL, "no %s from the layers", of_c->name);
        ck_assert((of_c->typed == NULL) == (written->typed == NULL));
        assert_same_value(in_c, of_c, from_layers, written, is_article);
        assert_same_digits(in_c, of_c, from_layers, written, DIGITS_DEFAULT);
        assert_same_digits(in_c, of_c, from_layers, written, DIGITS_MOST);
    }
}

START_TEST(the_articles_network_both_ways) {
    struct walk in_c, from_layers;
    start(_i);
    ck_assert_msg(walk_make(&in_c, &example, SLIPS_NONE, &error), "%s", error.line);
    ck_assert_msg(walk_any(&from_layers, &example, TELL_ALL, &error), "%s", error.line);
    ck_assert_str_eq(in_c.trace.network, from_layers.trace.network);
    ck_assert_uint_ge(in_c.trace.quantity_count, 97);
    assert_same(&in_c, &from_layers, _i == 0);
    walk_free(&from_layers);
    walk_free(&in_c);
    example_free(&example);
}
END_TEST

/* ---- What the forms of other shapes say ---- */

static const struct told {
    const char *from, *sets[4];
    const char *equation, *name, *forms; /* that a step of the name has them */
} told[] = {
    {"xor",
     {NULL},
     "5.8",
     "dE_total_dout_O1_s1",
     "2*1./2*pow(O1_s1 - out_O1_s1, 2 - 1)*(0 - 1), -(O1_s1 - out_O1_s1)"},
    {"mazur",
     {NULL},
     "5.8",
     "dE_total_dout_O1",
     "2*1./2*pow(O1 - out_O1, 2 - 1)*(0 - 1) + 0, -(O1 - out_O1)"},
    {"softmax",
     {"loss=squared-error"},
     "5.8",
     "dE_total_dout_O1",
     "2*1./2*pow(O1 - out_O1, 2 - 1)*(0 - 1) + 0 + 0, -(O1 - out_O1)"},
    {"softmax",
     {NULL},
     "",
     "E_total",
     "SUM(k, 1, 3, E_O[k]), E_O1 + E_O2 + E_O3, "
     "-O1*log(out_O1) - O2*log(out_O2) - O3*log(out_O3)"},
    {"regression", {"biases=shared"}, "", "dE_total_db1_s1", "sigma_O1_s1"}, /* by one neuron */
    {"mazur", {NULL}, "", "dE_total_db2", "SUM(k, 1, 2, sigma_O[k]), sigma_O1 + sigma_O2"},
};

static const struct step *find_step(const struct trace *trace, const struct told *row) {
    for (size_t s = 0; s < trace->step_count; s++)
        if (strcmp(trace->steps[s].name, row->name) == 0 &&
            strcmp(trace->steps[s].equation, row->equation) == 0)
            return &trace->steps[s];
    ck_abort_msg("no (%s) %s", row->equation, row->name);
}

START_TEST(zeros_and_signs_are_as_many_as_outputs) {
    const struct told *row = &told[_i];
    struct walk walk;
    ck_assert(example_make(&example, row->from, row->sets, row->sets[0] != NULL, &error));
    ck_assert_msg(walk_any(&walk, &example, TELL_ALL, &error), "%s", error.line);
    ck_assert_str_eq(find_step(&walk.trace, row)->text, row->forms);
    walk_free(&walk);
    example_free(&example);
}
END_TEST

/* A sample's steps stand under its own neuron, also where its paths are not told in full. */
START_TEST(each_neuron_of_a_later_sample_has_its_heading) {
    static const struct told sigma = {.equation = "5.28", .name = "sigma_h1_s2"};
    struct walk walk;
    ck_assert(example_make(&example, "xor", NULL, 0, &error));
    ck_assert_msg(walk_any(&walk, &example, TELL_ALL, &error), "%s", error.line);
    const struct step *step = find_step(&walk.trace, &sigma);
    while (step->heading == NULL)
        step--;
    ck_assert_str_eq(step->heading->key, "any.same-way");
    ck_assert_str_eq(step->heading->words[0], "h1");
    ck_assert_str_eq(step->heading->words[1], "2");
    walk_free(&walk);
    example_free(&example);
}
END_TEST

/* One output leaves no sum of contributions to be told of. */
START_TEST(sums_of_outputs_are_told_of_several) {
    static const char *const sets[] = {"O2=0.5"};
    static const char one[] = "network = 2-2-1\ni1 = 0.1\ni2 = 0.2\nO1 = 1\nw1 = 0.1\nw2 = 0.2\n"
                              "w3 = 0.3\nw4 = 0.4\nw5 = 0.5\nw6 = 0.6\nb1 = 0\nb2 = 0\nb3 = 0";
    struct walk walk;
    size_t told_so = 0;
    ck_assert(_i == 0 ? example_parse(&example, one, sizeof one - 1, "one", NULL, 0, &error)
                      : example_make(&example, NULL, sets, 1, &error));
    ck_assert_msg(walk_any(&walk, &example, TELL_ALL, &error), "%s", error.line);
    for (size_t s = 0; s < walk.trace.step_count; s++)
        told_so += strcmp(walk.trace.steps[s].equation, "5.21") == 0;
    ck_assert_uint_eq(told_so, _i == 0 ? 0 : 1);
    walk_free(&walk);
    example_free(&example);
}
END_TEST

Suite *any_suite(void) {
    Suite *suite = suite_create("any");
    add_rows(suite, "the article's network both ways", the_articles_network_both_ways,
             (size_t)how_many(RANDOM_EXAMPLES));
    add_rows(suite, "zeros and signs are as many as outputs",
             zeros_and_signs_are_as_many_as_outputs, sizeof told / sizeof *told);
    add_rows(suite, "each neuron of a later sample has its heading",
             each_neuron_of_a_later_sample_has_its_heading, 1);
    add_rows(suite, "sums of outputs", sums_of_outputs_are_told_of_several, 2);
    return suite;
}
