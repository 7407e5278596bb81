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
    struct network *network = example_network(&example);
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

/* ---- Any network of the example language ---- */

enum { RANDOM_NETWORKS = 400 };

static unsigned long long state;

static size_t draw(size_t count) {
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    return (size_t)((state >> 33) % count);
}

static void put_number(struct text *out, double scale) {
    text_printf(out, "%.4f", scale * ((double)draw(20001) / 10000 - 1));
}

/* NAME1, NAME2, ... up to COUNT, each with the numbers of so many samples */
static void put_numbers(struct text *out, const char *name, size_t count, size_t samples) {
    for (size_t i = 1; i <= count; i++) {
        text_printf(out, "%s%zu = ", name, i);
        for (size_t s = 0; s < samples; s++) {
            text_puts(out, s > 0 ? ", " : "");
            put_number(out, 1.5);
        }
        text_putc(out, '\n');
    }
}

/* Of each sample one is 1, as softmax needs it; or one is 0.25 and the next 0.75. */
static void put_targets(struct text *out, size_t outputs, size_t samples) {
    for (size_t o = 1; o <= outputs; o++) {
        text_printf(out, "O%zu = ", o);
        for (size_t s = 0; s < samples; s++) {
            const bool split = outputs > 1 && s % 2 == 1;
            const size_t one = s % outputs + 1, next = (s + 1) % outputs + 1;
            text_puts(out, s > 0 ? ", " : "");
            text_puts(out, o == one ? split ? "0.25" : "1" : split && o == next ? "0.75" : "0");
        }
        text_putc(out, '\n');
    }
}

/* A network of the language, at random: each setting has each of its values. */
static void put_example(struct text *out) {
    static const char *const function[] = {"sigmoid",  "tanh",       "relu",
                                           "identity", "leaky-relu", "softmax"};
    static const char *const loss[] = {"squared-error", "mean-squared-error", "cross-entropy"};
    static const char *const biases[] = {"each", "shared", "none"};
    static const char *const any_update[] = {"together", "at-once"};
    static const char *const any_reduction[] = {"mean", "sum"};
    const size_t depth = 1 + draw(3), samples = 1 + draw(3), of_loss = draw(3);
    size_t width[4], weights = 0, each = 0;
    text_puts(out, "network = ");
    for (size_t l = 0; l <= depth; l++) {
        width[l] = 1 + draw(3);
        if (l == depth && width[l] == 1)
            width[l] = 2;
        text_printf(out, "%s%zu", l > 0 ? "-" : "", width[l]);
        weights += l > 0 ? width[l] * width[l - 1] : 0;
        each += l > 0 ? width[l] : 0;
    }
    text_puts(out, "\nhidden = ");
    for (size_t l = 1; l < depth || l == 1; l++)
        text_printf(out, "%s%s", l > 1 ? ", " : "", function[draw(5)]);
    const size_t output = of_loss == 2 ? 5 * draw(2) : draw(6), of_biases = draw(3);
    const size_t of_reduction = draw(2), of_update = draw(2);
    text_printf(out, "\noutput = %s\nloss = %s\nbiases = %s\nupdate = %s\nreduction = %s\n",
                function[output], loss[of_loss], biases[of_biases], any_update[of_update],
                any_reduction[of_reduction]);
    if (draw(2) == 1)
        text_printf(out, "frozen = w%zu\n", 1 + draw(weights));
    put_numbers(out, "i", width[0], samples);
    put_targets(out, width[depth], samples);
    put_numbers(out, "w", weights, 1);
    put_numbers(out, "b", of_biases == 0 ? each : of_biases == 1 ? depth : 0, 1);
    text_puts(out, "alpha = 0.1\n");
}

/* Two units in the last place of the largest number that either way of adding can meet, and one for
 * each iteration before. */
static bool agree(double a, double b, double w, size_t iteration) {
    const double largest = fmax(1, fmax(fabs(w), fmax(fabs(a), fabs(a - w))));
    return fabs(a - b) <= (double)(1 + iteration) * DBL_EPSILON * largest;
}

/* Of errors, which are squares or logarithms, four. */
static void costs_agree(double walked, double trained, size_t updates, const char *typed) {
    ck_assert_msg(fabs(walked - trained) <= 4 * DBL_EPSILON * fmax(1, fabs(walked)),
                  "error after %zu: walked %.17g, trained %.17g\n%s", updates, walked, trained,
                  typed);
}

/* After as many iterations as WALK is the last of: each weight and bias, and the errors before. */
static void agree_after(struct walk *walk, const char *typed) {
    struct network *network = example_network(&example);
    struct data *data = example_data(&example);
    bool frozen[64];
    ck_assert_uint_le(network->parameters, 64);
    struct training training = example_training(&example, frozen);
    training.iterations = walk->iteration;
    struct curve curve = {0};
    ck_assert_msg(train(network, data, "x", &training, &curve, &error), "%s", error.line);
    for (size_t p = 0; p < network->parameters; p++) {
        const struct given *given = example_parameter(&example, p);
        char updated[16];
        if (given == NULL) {
            ck_assert(network->parameter[p] == 0);
            continue;
        }
        snprintf(updated, sizeof updated, "%s_new", given->name);
        const double before = trace_value(&walk->trace, given->name);
        const double walked = trace_value(&walk->trace, updated), trained = network->parameter[p];
        ck_assert_msg(agree(walked, trained, before, walk->iteration),
                      "%s of iteration %zu: walked %.17g, trained %.17g\n%s", updated,
                      walk->iteration, walked, trained, typed);
        ck_assert(!given->frozen || trained == given->value);
    }
    costs_agree(trace_value(&walk->trace, "E_total"), curve.cost[walk->iteration - 1],
                walk->iteration - 1, typed);
    costs_agree(trace_value(&walk->trace, "E_total_new"), curve.cost[walk->iteration],
                walk->iteration, typed);
    curve_free(&curve);
    data_free(data);
    network_free(network);
}

START_TEST(iterations_of_any_network_are_the_walks) {
    enum { WALKS = 3 };
    struct walk walks[WALKS];
    struct text text = {0};
    state = (unsigned long long)_i * 7919 + 11;
    put_example(&text);
    ck_assert_msg(example_parse(&example, text.bytes, text.length, "x", NULL, 0, &error), "%s",
                  error.line);
    for (size_t i = 0; i < WALKS; i++) {
        const bool done = i == 0 ? walk_make(&walks[i], &example, SLIPS_NONE, &error)
                                 : walk_next(&walks[i], &walks[i - 1], &example, 10, &error);
        ck_assert_msg(done, "%s", error.line);
        agree_after(&walks[i], text.bytes);
    }
    for (size_t i = WALKS; i-- > 0;)
        walk_free(&walks[i]);
    example_free(&example);
    text_free(&text);
}
END_TEST

Suite *twin_suite(void) {
    Suite *suite = suite_create("twin");
    add_rows(suite, "one step of descent is the walk's", one_step_of_descent_is_the_walks,
             1 + RANDOM_EXAMPLES);
    add_rows(suite, "ten steps are ten walks", ten_steps_of_descent_are_ten_walks, 1);
    add_rows(suite, "walks in turn are the training", walks_in_turn_are_the_training,
             1 + (size_t)how_many(RANDOM_EXAMPLES));
    add_rows(suite, "three iterations of any network are the walks'",
             iterations_of_any_network_are_the_walks, RANDOM_NETWORKS);
    return suite;
}
