/* Explain: derivatives through names, the paths that they are sums of, and what is told of a name.
 */
#include "suites.h"

#include "explain/explain.h"
#include "explain/paths.h"
#include "formula/notation.h"
#include "trace/derive.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static struct example example;
static struct walk walk;
static struct error error;

static void start(const char *from) {
    ck_assert_msg(example_make(&example, from, NULL, 0, &error), "%s", error.line);
    ck_assert_msg(walk_make(&walk, &example, SLIPS_NONE, &error), "%s", error.line);
}

static void finish(void) {
    walk_free(&walk);
    example_free(&example);
}

static const struct quantity *named(const char *name) {
    const struct quantity *found = trace_find(&walk.trace, name, strlen(name));
    ck_assert_msg(found != NULL, "%s", name);
    return found;
}

/* Of a number by itself 1, and of a given one by any other 0, by the rules and by moving it. */
START_TEST(derivatives_of_given_numbers) {
    start("article");
    static const struct {
        const char *of, *by;
        double is;
    } slopes[] = {{"w1", "w1", 1}, {"w1", "w2", 0}, {"E_total", "E_total", 1}};
    for (size_t i = 0; i < sizeof slopes / sizeof *slopes; i++) {
        const struct quantity *of = named(slopes[i].of), *by = named(slopes[i].by);
        ck_assert(derive(&walk.trace, of, by) == slopes[i].is);
        ck_assert(derive_numerically(&walk.trace, of, by) == slopes[i].is);
    }
    finish();
}
END_TEST

static const char *const from[] = {"article", "companion",  "mazur", "xor",
                                   "softmax", "regression", "deep",  "relu"};

/* Every gradient of the walk is the derivative through names, the sum of its paths, and what moving
 * the weight gives. */
START_TEST(gradients_three_ways) {
    start(from[_i]);
    const struct quantity *total = named("E_total");
    size_t count = 0;
    for (size_t g = 0; g < example.count; g++) {
        const struct given *given = &example.given[g];
        char gradient[40];
        double sum = 0;
        struct paths paths;
        if (given->role.kind != ROLE_WEIGHT && given->role.kind != ROLE_BIAS)
            continue;
        snprintf(gradient, sizeof gradient, "dE_total_d%s", given->name);
        const double walked = named(gradient)->value, size = fmax(1e-3, fabs(walked));
        const struct quantity *by = named(given->name);
        const double derivative = derive(&walk.trace, total, by);
        const double numeric = derive_numerically(&walk.trace, total, by);
        ck_assert(derive(&walk.trace, by, by) == 1);
        ck_assert(derive_numerically(&walk.trace, by, total) == 0); /* it does not rest on it */
        paths_find(&paths, &walk.trace, total, by);
        for (size_t p = 0; p < paths.listed; p++)
            sum += paths.each[p].product;
        ck_assert_msg(fabs(derivative - walked) <= 1e-13 * size, "%s %.17g, not %.17g", gradient,
                      derivative, walked);
        ck_assert_msg(fabs(numeric - walked) <= 1e-6 * size, "%s %.17g, not %.17g", gradient,
                      numeric, walked);
        if ((double)paths.listed == paths.count)
            ck_assert_msg(fabs(sum - walked) <= 1e-13 * size, "%s %.17g, not %.17g", gradient, sum,
                          walked);
        paths_free(&paths);
        count++;
    }
    ck_assert_uint_eq(count, shape_weights(&example.shape) + shape_biases(&example.shape));
    finish();
}
END_TEST

static const struct {
    const char *of, *by;
    double count;
} counts[] = {{"E_total", "w5", 1},    {"E_total", "w1", 2}, {"E_total", "i1", 4},
              {"out_O1", "out_h1", 1}, {"in_h1", "w3", 0},   {"E_total", "O1", 1}};

START_TEST(counts_paths) {
    struct paths paths;
    start("article");
    paths_find(&paths, &walk.trace, named(counts[_i].of), named(counts[_i].by));
    ck_assert(paths.count == counts[_i].count);
    ck_assert_uint_eq(paths.listed, (size_t)counts[_i].count);
    paths_free(&paths);
    finish();
}
END_TEST

/* What is told of a name, by one line of it. */
static const struct {
    const char *from, *name, *line;
} told[] = {
    {"article", "out_h1", "out_h1 = 0.6456563062\n"},
    {"article", "dE_total_dw1", "On 2 paths\n"},
    {"article", "dE_total_dw1", "0.7889476414*0.1606303077*0.5*0.2287842405*0.1 = 0.0014496788\n"},
    {"article", "dE_total_dw1", "together: 0.0011232067\n"},
    {"article", "dE_total_dw1",
     "(5.21) = (dE_O1_dout_h1 + dE_O2_dout_h1)*dout_h1_din_h1*din_h1_dw1\n"},
    {"article", "dE_total_dout_h1",
     "Its formulas\n    (5.22) = dE_O1_dout_h1 + dE_O2_dout_h1\n\nComputed from"},
    {"article", "dE_total_di1", "dE_total_di1 = 0.0051354981\n"},
    {"article", "dout_O1_din_h1", "On one path\n"},
    {"article", "sigma_h1", "how fast E_total changes when in_h1 does"},
    {"article", "w5", "in_O1  w5_new  din_O1_dout_h1  sigma_h1  b1_new"},
    {"article", "E_total_new", "nothing more\n"},
    {"article", "dE/dw5", "dE_total_dw5 = 0.081823315\n    How fast E_total changes when w5 does"},
    {"article", "w5+", "w5_new = 0.4590883425\n"},
    {"xor", "NET_h1_s2", "in_h1_s2 = "},
    {"article", "w1_new", "After the update: a step against"},
    {"softmax", "alpha", "\n    w4_new  b1_new  b2_new\n"},
    {"mazur", "b1_new", "After the update: frozen"},
    {"article", "dE_total_dw1", "by moving w1 a little, numerically: 0.0011232067\n"},
};

START_TEST(tells) {
    struct text out = {0};
    start(told[_i].from);
    ck_assert_msg(explain(&out, &walk, told[_i].name, 10, false, ENGLISH, &error), "%s",
                  error.line);
    ck_assert_msg(strstr(out.bytes, told[_i].line) != NULL, "%s", out.bytes);
    text_free(&out);
    finish();
}
END_TEST

static const char *const refused[][2] = {{"dE_total_dw99", "is no name of the walk"},
                                         {"out_h3", "out_h1 is the nearest"},
                                         {"in_h1_s2", "is no name of the walk"},
                                         {"", "is no name of the walk"}};

START_TEST(refuses) {
    struct text out = {0};
    start("article");
    ck_assert(!explain(&out, &walk, refused[_i][0], 10, false, ENGLISH, &error));
    ck_assert_msg(strstr(error.line, refused[_i][1]) != NULL, "%s", error.line);
    text_free(&out);
    finish();
}
END_TEST

/* Derivatives, written as names are, of what is no name, by what is none, or of another sample. */
static const struct {
    const char *from, *name, *says;
} not_had[] = {
    {"article", "dnobody_dw1", "dnobody_dw1 is no name of the walk, and no derivative"},
    {"article", "dE_total_dnobody", "dE_total_dnobody is no name of the walk"},
    {"article", "dE_total_dnobody_dw1", "dE_total_dnobody_dw1 is no name of the walk"},
    {"article", "d_dw1", "d_dw1 is no name of the walk"},
    {"article", "dE_total_d", "dE_total_d is no name of the walk"},
    {"article", "d", "d is no name of the walk"},
    {"xor", "sigma_h1", "sigma_h1_s1 is the nearest"},
    {"xor", "dE_total_dw1_s9", "dE_total_dw1_s1 is the nearest"},
    {"xor", "din_h1_dw1", "in_h1_s1 is the nearest"},
    {"xor", "dE_total_dout_O1", "dE_total_dout_O1_s1 is the nearest"},
};

START_TEST(refuses_derivatives) {
    struct text out = {0};
    start(not_had[_i].from);
    ck_assert(!explain(&out, &walk, not_had[_i].name, 10, false, ENGLISH, &error));
    ck_assert_msg(strstr(error.line, not_had[_i].says) != NULL, "%s", error.line);
    text_free(&out);
    finish();
}
END_TEST

START_TEST(refuses_in_a_notation) {
    struct text out = {0};
    start("article");
    trace_notate(&walk.trace, notation_find("z/a"));
    ck_assert(explain(&out, &walk, "z_h1", 10, false, ENGLISH, &error));
    ck_assert_msg(strncmp(out.bytes, "z_h1 = 0.6\n", 11) == 0, "%s", out.bytes);
    ck_assert(!explain(&out, &walk, "", 10, false, ENGLISH, &error));
    ck_assert_msg(strncmp(error.line, " is no name of the walk", 23) == 0, "%s", error.line);
    text_free(&out);
    finish();
}
END_TEST

/* The hidden layer's gradients are those of the new weights above; the partial stands beside. */
START_TEST(tells_the_partial_of_at_once) {
    static const char *const sets[] = {"update=at-once"};
    struct text out = {0};
    ck_assert(example_make(&example, NULL, sets, 1, &error) &&
              walk_make(&walk, &example, SLIPS_NONE, &error));
    ck_assert(explain(&out, &walk, "dE_total_dw1", 10, false, ENGLISH, &error));
    ck_assert_msg(strstr(out.bytes, "takes new weights above: 0.0011232067\n") != NULL, "%s",
                  out.bytes);
    ck_assert_ptr_null(strstr(out.bytes, "dE_total_dw1 = 0.0011232067\n"));
    text_free(&out);
    finish();
}
END_TEST

Suite *explain_suite(void) {
    Suite *suite = suite_create("explain");
    add_rows(suite, "gradients three ways", gradients_three_ways, sizeof from / sizeof *from);
    add_rows(suite, "of given numbers", derivatives_of_given_numbers, 1);
    add_rows(suite, "counts paths", counts_paths, sizeof counts / sizeof *counts);
    add_rows(suite, "tells", tells, sizeof told / sizeof *told);
    add_rows(suite, "refuses", refuses, sizeof refused / sizeof *refused);
    add_rows(suite, "refuses derivatives", refuses_derivatives, sizeof not_had / sizeof *not_had);
    add_rows(suite, "in a notation", refuses_in_a_notation, 1);
    add_rows(suite, "at once", tells_the_partial_of_at_once, 1);
    return suite;
}
