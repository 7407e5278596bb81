/* Twin: the walk and the network room compute the same step of descent in two independent ways. */
#include "suites.h"

#include "network/example_network.h"
#include "network/train.h"
#include "set_number.h"
#include "walk/walk.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

enum { PARAMETERS = 12, RANDOM_EXAMPLES = 50 };

static struct example example;
static struct error error;

static void set(const char *name, double value) {
    char typed[64];
    snprintf(typed, sizeof typed, "%s=%.17g", name, value);
    set_number(&example, typed);
}

/* Row 0 is the article's; the others are random, the same on every machine. */
static void start(int row) {
    unsigned long long state = (unsigned long long)row * 977 + 5;
    example_article(&example);
    for (size_t i = 0; i < example.count && row > 0; i++) {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        const double number = (double)(state >> 11) * 0x1p-52 - 1;
        set(example.given[i].name,
            example.given[i].role.kind == ROLE_RATE ? fabs(number) + 0.01 : 2 * number);
    }
}

static struct network *descend(size_t iterations, struct curve *curve) {
    struct network *network = example_network(&example, ACTIVATION_SIGMOID);
    struct data *data = example_data(&example);
    const struct training training = {.loss = COST_MSE,
                                      .rate = example_value(&example, "alpha"),
                                      .iterations = iterations,
                                      .every = 1};
    ck_assert_msg(train(network, data, "example", &training, curve, &error), "%s", error.line);
    data_free(data);
    return network;
}

/* Two units in the last place of the largest term, w or alpha * dE_dw */
static bool same(double a, double b, double w) {
    const double size = fmax(fabs(w), fmax(fabs(a), fabs(a - w)));
    return fabs(a - b) <= 2 * DBL_EPSILON * size;
}

START_TEST(one_step_of_descent_is_the_walks) {
    struct trace trace;
    struct curve curve = {0};
    start(_i);
    struct network *network = descend(1, &curve);
    ck_assert_msg(walk_article(&trace, &example, SLIPS_NONE, &error), "%s", error.line);
    for (size_t p = 0; p < PARAMETERS; p++) {
        char updated[16];
        snprintf(updated, sizeof updated, "%s_new", example_parameter(&example, p)->name);
        const double walked = trace_value(&trace, updated), trained = network->parameter[p];
        ck_assert_msg(same(walked, trained, example_parameter(&example, p)->value),
                      "%s: walked %.17g, trained %.17g", updated, walked, trained);
    }
    ck_assert_uint_eq(curve.count, 2);
    ck_assert(fabs(curve.cost[0] - trace_value(&trace, "E_total")) <=
              4 * DBL_EPSILON * curve.cost[0]);
    ck_assert(fabs(curve.cost[1] - trace_value(&trace, "E_total_new")) <=
              4 * DBL_EPSILON * curve.cost[1]);
    trace_free(&trace);
    curve_free(&curve);
    network_free(network);
    example_free(&example);
}
END_TEST

/* And so is the next one, walked from the weights that the first left. */
START_TEST(ten_steps_of_descent_are_ten_walks) {
    struct curve curve = {0};
    start(0);
    struct network *network = descend(10, &curve);
    for (int step = 0; step < 10; step++) {
        struct trace trace;
        ck_assert_msg(walk_article(&trace, &example, SLIPS_NONE, &error), "%s", error.line);
        for (size_t p = 0; p < PARAMETERS; p++) {
            char updated[16];
            snprintf(updated, sizeof updated, "%s_new", example_parameter(&example, p)->name);
            set(example_parameter(&example, p)->name, trace_value(&trace, updated));
        }
        trace_free(&trace);
    }
    for (size_t p = 0; p < PARAMETERS; p++)
        ck_assert_msg(fabs(example_parameter(&example, p)->value - network->parameter[p]) <=
                          20 * DBL_EPSILON,
                      "%s", example_parameter(&example, p)->name);
    curve_free(&curve);
    network_free(network);
    example_free(&example);
}
END_TEST

/* Walks that go on from each other, each with the exact new weights of the one before. */
START_TEST(walks_in_turn_are_the_training) {
    enum { WALKS = 5 };
    struct walk walks[WALKS];
    struct curve curve = {0};
    start(_i);
    struct network *network = descend(WALKS, &curve);
    for (size_t i = 0; i < WALKS; i++) {
        const bool done = i == 0 ? walk_make(&walks[i], &example, SLIPS_NONE, &error)
                                 : walk_next(&walks[i], &walks[i - 1], &example, 10, &error);
        ck_assert_msg(done, "%s", error.line);
        ck_assert_uint_eq(walks[i].iteration, i + 1);
        const double walked = trace_value(&walks[i].trace, walks[i].error);
        ck_assert_msg(fabs(curve.cost[i] - walked) <= 16 * DBL_EPSILON * walked,
                      "walk %zu: E_total %.17g, cost %.17g", i + 1, walked, curve.cost[i]);
    }
    for (size_t p = 0; p < PARAMETERS; p++) {
        char updated[16];
        snprintf(updated, sizeof updated, "%s_new", example_parameter(&example, p)->name);
        const double walked = trace_value(&walks[WALKS - 1].trace, updated);
        ck_assert_msg(fabs(walked - network->parameter[p]) <=
                          16 * DBL_EPSILON * fmax(1, fabs(walked)),
                      "%s: walked %.17g, trained %.17g", updated, walked, network->parameter[p]);
    }
    for (size_t i = WALKS; i-- > 0;)
        walk_free(&walks[i]);
    curve_free(&curve);
    network_free(network);
    example_free(&example);
}
END_TEST

Suite *twin_suite(void) {
    Suite *suite = suite_create("twin");
    add_rows(suite, "one step of descent is the walk's", one_step_of_descent_is_the_walks,
             1 + RANDOM_EXAMPLES);
    add_rows(suite, "ten steps are ten walks", ten_steps_of_descent_are_ten_walks, 1);
    add_rows(suite, "walks in turn are the training", walks_in_turn_are_the_training,
             1 + (size_t)how_many(RANDOM_EXAMPLES));
    return suite;
}
