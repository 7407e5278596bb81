/* The network: its costs against numpy's, its first iteration against chapter 5, its gradients
 * against numeric ones, and what it refuses. */
#include "suites.h"

#include "example/example.h"
#include "network/gradient_check.h"
#include "network/instruction_set.h"
#include "network/moons.h"
#include "network/pass.h"
#include "network/predict.h"
#include "network/train.h"
#include "network/two_layers.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct network *network_of(const char *layers, enum activation hidden, uint32_t seed) {
    struct error error;
    size_t width[DEPTH_MOST + 1];
    const size_t count = network_widths(layers, "layers", width, &error);
    ck_assert_msg(count > 0, "%s", error.line);
    struct network *network = network_new(width, count, hidden, &error);
    ck_assert_msg(network != NULL, "%s", error.line);
    network_start(network, seed);
    return network;
}

static struct data *moons_of(size_t samples, double noise, uint32_t seed, size_t outputs) {
    struct error error;
    struct data *data = moons_new(samples, noise, seed, &error);
    ck_assert_msg(data != NULL, "%s", error.line);
    ck_assert_msg(data_expect(data, outputs, "moons", &error), "%s", error.line);
    return data;
}

static struct curve curve_of(struct network *network, const struct data *data,
                             const struct training *training) {
    struct curve curve = {0};
    struct error error;
    ck_assert_msg(train(network, data, "data", training, &curve, &error), "%s", error.line);
    return curve;
}

static void check_cost(const char *what, size_t iteration, double cost, double wanted) {
    ck_assert_msg(fabs(cost - wanted) <= 1e-11 * wanted, "%s, iteration %zu: %.17g, not %.17g",
                  what, iteration, cost, wanted);
}

/* ---- Activations ---- */

/* Each row of the table of functions that may be an activation has its code, and no other. */
START_TEST(activations_are_rows) {
    enum activation activation;
    size_t count = 0;
    for (size_t i = 0; function_at(i) != NULL; i++) {
        if (function_at(i)->activation == NULL)
            continue;
        count++;
        ck_assert_uint_eq(activation_of(function_at(i)), i);
        ck_assert(activation_named(function_at(i)->name, &activation));
        ck_assert_uint_eq(activation, i);
    }
    ck_assert_uint_eq(count, ACTIVATION_SOFTMAX);
    ck_assert_uint_eq(activation_of(NULL), ACTIVATION_SOFTMAX);
    ck_assert(!activation_named("exp", &activation));
}
END_TEST

/* ---- The costs of the article's program ---- */

static const char *const article_layers[] = {"2,1,2", "2,2,2", "2,4,2", "2,50,2"};

/* Every row of the file's column */
START_TEST(article_costs) {
    struct network *network = network_of(article_layers[_i], ACTIVATION_TANH, 3);
    struct data *data = moons_of(60, 1.0, 1, 2);
    const struct training training = {.rate = 0.1, .iterations = 30000, .every = 1000};
    struct curve curve = curve_of(network, data, &training);
    char *text = read_source("tests/data/costs.tsv");
    size_t row = 0;
    for (char *line = strtok(text, "\n"); line != NULL; line = strtok(NULL, "\n")) {
        size_t iteration;
        double cost[4];
        if (sscanf(line, "%zu\t%lf\t%lf\t%lf\t%lf", &iteration, &cost[0], &cost[1], &cost[2],
                   &cost[3]) != 5)
            continue; /* the lines above the table */
        ck_assert_uint_lt(row, curve.count);
        ck_assert_uint_eq(curve.iteration[row], iteration);
        check_cost(article_layers[_i], iteration, curve.cost[row], cost[_i]);
        row++;
    }
    ck_assert_uint_eq(row, 31);
    ck_assert_uint_eq(curve.count, 31);
    curve_free(&curve);
    data_free(data);
    network_free(network);
    free(text);
}
END_TEST

/* ---- Each instruction set of this machine computes the bits of the plainest ---- */

static const struct {
    const char *layers;
    enum activation hidden;
    enum cost loss;
    size_t samples;
} on_each_set[] = {
    {"2,10,2", ACTIVATION_TANH, COST_CROSS_ENTROPY, 60},
    {"2,3,5,2", ACTIVATION_SIGMOID, COST_MSE, 1},
    {"2,7,3,2", ACTIVATION_RELU, COST_MSE, 2 * BLOCK + 3},
    {"2,2", ACTIVATION_TANH, COST_CROSS_ENTROPY, BLOCK},
    {"2,2,2", ACTIVATION_SIGMOID, COST_CROSS_ENTROPY, BLOCK + 1},
    {"2,50,2", ACTIVATION_TANH, COST_MSE, 9},
};

START_TEST(same_bits_on_each_instruction_set) {
    const size_t samples = on_each_set[_i].samples;
    struct network *network = network_of(on_each_set[_i].layers, on_each_set[_i].hidden, 3);
    struct data *data = moons_of(samples, 1.0, 1, 2);
    const size_t outputs = 2 * samples, numbers = network->parameters + outputs;
    double *plain = calloc(numbers, sizeof *plain), *other = calloc(numbers, sizeof *other);
    ck_assert(plain != NULL && other != NULL);
    for (int set = 0; set <= instruction_set(); set++) {
        double *const computed = set == 0 ? plain : other;
        struct pass *pass = pass_new_on(network, set);
        ck_assert(pass_gradient(pass, data, on_each_set[_i].loss, computed));
        pass_outputs(pass, data, computed + network->parameters);
        pass_free(pass);
        ck_assert(computed[0] != 0 && computed[numbers - 1] != 0);
        ck_assert_msg(memcmp(plain, computed, numbers * sizeof *plain) == 0, "set %d", set);
    }
    free(plain);
    free(other);
    data_free(data);
    network_free(network);
}
END_TEST

/* As the compiler's own library tells. */
START_TEST(takes_the_best_instruction_set) {
#if defined __x86_64__ && defined __GNUC__ && !defined BPWALK_ONE_SET
    const int best = __builtin_cpu_supports("avx512f") ? 2 : __builtin_cpu_supports("avx2") ? 1 : 0;
#else
    const int best = 0;
#endif
    ck_assert_int_eq(instruction_set(), best);
}
END_TEST

/* ---- Other costs, from the same formulas in numpy 1.24 ---- */

static const struct {
    const char *layers;
    enum activation hidden;
    enum cost loss;
    uint32_t seed;
    double rate;
    size_t iterations, samples;
    double noise;
    uint32_t data_seed;
    double cost[3]; /* the first, the one in the middle, the last */
} costs[] = {
    {"2,10,2",
     ACTIVATION_TANH,
     COST_CROSS_ENTROPY,
     3,
     0.1,
     30000,
     60,
     1,
     1,
     {1.1347642930025517, 0.05870678862631795, 0.016585756138199435}},
    {"2,10,2",
     ACTIVATION_TANH,
     COST_CROSS_ENTROPY,
     5,
     0.5,
     30000,
     60,
     1,
     1,
     {1.6017378234955393, 0.005523641979257294, 0.0021131847142249896}},
    {"2,20,2",
     ACTIVATION_RELU,
     COST_CROSS_ENTROPY,
     3,
     0.1,
     30000,
     60,
     1,
     1,
     {1.45886722394588, 0.3217510325222163, 0.06977330518891875}},
    {"2,20,2",
     ACTIVATION_RELU,
     COST_MSE,
     3,
     0.1,
     30000,
     60,
     1,
     1,
     {0.2583708647214515, 0.08673862387492977, 0.06951629893608151}},
    {"2,20,2",
     ACTIVATION_SIGMOID,
     COST_CROSS_ENTROPY,
     3,
     0.1,
     30000,
     60,
     1,
     1,
     {1.443358289458316, 0.476952030628906, 0.2772690669323226}},
    {"2,20,2",
     ACTIVATION_SIGMOID,
     COST_MSE,
     3,
     0.1,
     30000,
     60,
     1,
     1,
     {0.2641993982732792, 0.12732240440058454, 0.10445985999025824}},
    {"2,20,2",
     ACTIVATION_TANH,
     COST_CROSS_ENTROPY,
     3,
     0.1,
     30000,
     60,
     1,
     1,
     {1.098946141064271, 0.04112397808494815, 0.012548670805395451}},
    {"2,3,2",
     ACTIVATION_TANH,
     COST_CROSS_ENTROPY,
     11,
     0.1,
     10000,
     37,
     0.3,
     9,
     {1.635437707386618, 0.3740592082676443, 0.19668263568198313}},
    {"2,4,2",
     ACTIVATION_RELU,
     COST_CROSS_ENTROPY,
     3,
     0.1,
     30000,
     60,
     1,
     1,
     {1.3222426881415956, 0.8130075218996848, 0.8144260107078006}},
    {"2,4,2",
     ACTIVATION_RELU,
     COST_MSE,
     3,
     0.1,
     30000,
     60,
     1,
     1,
     {0.23221060605360827, 0.09353811588044604, 0.09141845841039113}},
    {"2,4,2",
     ACTIVATION_SIGMOID,
     COST_CROSS_ENTROPY,
     3,
     0.1,
     30000,
     60,
     1,
     1,
     {1.3644731066162274, 0.7534437202667195, 0.5418143308281157}},
    {"2,4,2",
     ACTIVATION_SIGMOID,
     COST_MSE,
     3,
     0.1,
     30000,
     60,
     1,
     1,
     {0.2450978645199388, 0.13309674311204198, 0.1328061700547292}},
    {"2,4,2",
     ACTIVATION_TANH,
     COST_MSE,
     3,
     0.1,
     30000,
     60,
     1,
     1,
     {0.21702632110191775, 0.1318219466953404, 0.09564774814569986}},
    {"2,5,4,2",
     ACTIVATION_TANH,
     COST_CROSS_ENTROPY,
     3,
     0.1,
     30000,
     60,
     1,
     1,
     {1.337292325795823, 0.129357226770934, 0.1252815634399708}},
    {"2,6,2",
     ACTIVATION_TANH,
     COST_CROSS_ENTROPY,
     3,
     0.1,
     30000,
     100,
     0.2,
     4,
     {1.8274313589713131, 0.05521112071362884, 0.029047192748627014}},
    {"2,8,8,2",
     ACTIVATION_RELU,
     COST_CROSS_ENTROPY,
     3,
     0.1,
     30000,
     60,
     1,
     1,
     {1.297892876980375, 0.12643435338497178, 0.11827350690181601}},
    {"2,4,2",
     ACTIVATION_TANH,
     COST_CROSS_ENTROPY,
     3,
     0.1,
     2000,
     1000,
     0.3,
     1,
     {1.2070121203349917, 0.6874699971962839, 0.6660222284192773}},
    {"2,7,3,2",
     ACTIVATION_SIGMOID,
     COST_MSE,
     4,
     1,
     4000,
     130,
     0.5,
     6,
     {0.2805451903603813, 0.12263454859806701, 0.10583263160549485}},
    {"2,5,2",
     ACTIVATION_RELU,
     COST_CROSS_ENTROPY,
     8,
     0.05,
     4000,
     2,
     0.5,
     6,
     {1.8349013642234946, 0.002651132020562307, 0.0011008703594736075}},
    {"2,6,6,2",
     ACTIVATION_TANH,
     COST_CROSS_ENTROPY,
     2,
     0.05,
     4000,
     65,
     0.5,
     6,
     {1.3045562305204554, 0.8667713393274986, 0.4882777291267929}},
};

START_TEST(numpy_costs) {
    struct network *network = network_of(costs[_i].layers, costs[_i].hidden, costs[_i].seed);
    struct data *data = moons_of(costs[_i].samples, costs[_i].noise, costs[_i].data_seed, 2);
    const size_t middle = costs[_i].iterations / 2;
    const struct training training = {.loss = costs[_i].loss,
                                      .rate = costs[_i].rate,
                                      .iterations = costs[_i].iterations,
                                      .every = middle};
    struct curve curve = curve_of(network, data, &training);
    ck_assert_uint_eq(curve.count, 3);
    for (size_t row = 0; row < 3; row++) {
        ck_assert_uint_eq(curve.iteration[row], row * middle);
        check_cost(costs[_i].layers, row * middle, curve.cost[row], costs[_i].cost[row]);
    }
    curve_free(&curve);
    data_free(data);
    network_free(network);
}
END_TEST

/* ---- Other outputs and losses on the article's points, from their formulas in numpy 1.24 ---- */

static const struct {
    const char *layers;
    enum activation hidden, output;
    enum cost loss;
    double rate;
    size_t iterations;
    double cost[3]; /* the first, the one in the middle, the last */
} outputs_costs[] = {
    {"2,4,1",
     ACTIVATION_TANH,
     ACTIVATION_SIGMOID,
     COST_CROSS_ENTROPY,
     0.1,
     10000,
     {0.70783631364826105, 0.27757395995889517, 0.2297787592216996}},
    {"2,4,1",
     ACTIVATION_TANH,
     ACTIVATION_SIGMOID,
     COST_MSE,
     0.5,
     10000,
     {0.12868228355973871, 0.039692336634295042, 0.031579486097224517}},
    {"2,3,1",
     ACTIVATION_SIGMOID,
     ACTIVATION_IDENTITY,
     COST_MSE,
     0.05,
     5000,
     {0.40558544227978766, 0.071302091300212866, 0.068402689352613011}},
    {"2,4,2",
     ACTIVATION_TANH,
     ACTIVATION_SOFTMAX,
     COST_CROSS_ENTROPY,
     0.1,
     10000,
     {0.56702408765673451, 0.27166883662157004, 0.20970499040739737}},
    {"2,5,3,2",
     ACTIVATION_RELU,
     ACTIVATION_SOFTMAX,
     COST_CROSS_ENTROPY,
     0.05,
     2000,
     {0.69872860591073926, 0.43547794576943749, 0.31178663401553874}},
    {"2,4,2",
     ACTIVATION_TANH,
     ACTIVATION_SOFTMAX,
     COST_MSE,
     0.3,
     5000,
     {0.18990764844489291, 0.13207759197825869, 0.13113581965358054}},
    {"2,4,2",
     ACTIVATION_TANH,
     ACTIVATION_SOFTMAX,
     COST_MEAN_SQUARED,
     0.3,
     5000,
     {0.18990764844489291, 0.13207759197825869, 0.13113581965358054}},
    {"2,3,2",
     ACTIVATION_IDENTITY,
     ACTIVATION_TANH,
     COST_MEAN_SQUARED,
     0.1,
     5000,
     {0.93614226151149749, 0.16234110919094966, 0.16234110919094966}},
    {"2,4,2",
     ACTIVATION_TANH,
     ACTIVATION_RELU,
     COST_MSE,
     0.05,
     3000,
     {0.32688109600999388, 0.12971450639735754, 0.12760730875579768}},
    {"2,6,2",
     ACTIVATION_SIGMOID,
     ACTIVATION_IDENTITY,
     COST_MEAN_SQUARED,
     0.05,
     5000,
     {0.60225196916238544, 0.13405435206676805, 0.12731325617679973}},
};

START_TEST(numpy_costs_of_outputs) {
    struct network *network = network_of(outputs_costs[_i].layers, outputs_costs[_i].hidden, 3);
    network->layer[network->depth - 1].activation = outputs_costs[_i].output;
    struct data *data = moons_of(60, 1.0, 1, network_outputs(network));
    const size_t iterations = outputs_costs[_i].iterations;
    const struct training training = {.loss = outputs_costs[_i].loss,
                                      .rate = outputs_costs[_i].rate,
                                      .iterations = iterations,
                                      .every = iterations / 2};
    struct curve curve = curve_of(network, data, &training);
    ck_assert_uint_eq(curve.count, 3);
    for (size_t c = 0; c < 3; c++)
        check_cost(outputs_costs[_i].layers, curve.iteration[c], curve.cost[c],
                   outputs_costs[_i].cost[c]);
    curve_free(&curve);
    data_free(data);
    network_free(network);
}
END_TEST

/* ---- The same bits on every machine, as first computed with AVX-512 ---- */

static const struct {
    const char *layers;
    enum activation hidden;
    enum cost loss;
    size_t samples;
    double cost; /* after 1000 iterations */
} pinned[] = {
    {"2,4,2", ACTIVATION_TANH, COST_CROSS_ENTROPY, 60, 0x1.afb61875ab4c3p-1},
    {"2,3,2", ACTIVATION_SIGMOID, COST_MSE, 100, 0x1.b4a960cf9f25bp-3},
    {"2,5,3,2", ACTIVATION_RELU, COST_CROSS_ENTROPY, 130, 0x1.62d47f5546eaap+0},
    {"2,2,2", ACTIVATION_SIGMOID, COST_CROSS_ENTROPY, 1, 0x1.da74c817ad866p-8},
    {"2,6,2", ACTIVATION_TANH, COST_MSE, 7, 0x1.1e5abe3730969p-6},
};

START_TEST(same_bits) {
    struct network *network = network_of(pinned[_i].layers, pinned[_i].hidden, 3);
    struct data *data = moons_of(pinned[_i].samples, 1.0, 1, 2);
    const struct training training = {
        .loss = pinned[_i].loss, .rate = 0.1, .iterations = 1000, .every = 1000};
    struct curve curve = curve_of(network, data, &training);
    ck_assert_msg(curve.cost[1] == pinned[_i].cost, "%s: %a, not %a", pinned[_i].layers,
                  curve.cost[1], pinned[_i].cost);
    curve_free(&curve);
    data_free(data);
    network_free(network);
}
END_TEST

/* ---- Two layers in registers have the bits of the pass, which a list of frozen names asks for
 * ---- */

static const struct {
    double rate, scale; /* of the weights */
} in_registers[] = {{0.5, 1}, {3, 4}, {0.01, 40}, {100, 1}, {1e300, 1}, {0.5, 1e200}, {0.5, 1e308}};

START_TEST(two_layers_have_the_same_bits) {
    static const bool none_frozen[12] = {false};
    struct network *network[2];
    bool done[2];
    struct error error[2];
    struct data *data = moons_of(1, 1.0, 1, 2);
    for (int is_pass = 0; is_pass < 2; is_pass++) {
        network[is_pass] = network_of("2,2,2", ACTIVATION_SIGMOID, 5);
        for (size_t p = 0; p < network[is_pass]->parameters; p++)
            network[is_pass]->parameter[p] *= in_registers[_i].scale;
        const struct training training = {.loss = COST_MSE,
                                          .rate = in_registers[_i].rate,
                                          .iterations = 100,
                                          .every = 100,
                                          .frozen = is_pass == 1 ? none_frozen : NULL};
        ck_assert(two_layers_fit(network[is_pass], data, &training) == (is_pass == 0));
        struct curve curve = {0};
        error[is_pass].line[0] = '\0';
        done[is_pass] = train(network[is_pass], data, "data", &training, &curve, &error[is_pass]);
        curve_free(&curve);
    }
    ck_assert(done[0] == done[1]);
    ck_assert_str_eq(error[0].line, error[1].line);
    ck_assert(memcmp(network[0]->parameter, network[1]->parameter,
                     network[0]->parameters * sizeof(double)) == 0);
    network_free(network[0]);
    network_free(network[1]);
    data_free(data);
}
END_TEST

/* ---- The worked example of chapter 5 ---- */

static struct data *example_sample(size_t copies) {
    struct data *data = data_new(copies, 2);
    data_make_outputs(data, 2);
    for (size_t s = 0; s < copies; s++) {
        *data_x(data, 0, s) = 0.1;
        *data_x(data, 1, s) = 0.2;
        *data_O(data, 0, s) = 0.01;
        *data_O(data, 1, s) = 0.99;
    }
    return data;
}

static struct network *example_start(void) {
    static const double parameter[] = {0.1, 0.2, 0.3, 0.4, 0.55, 0.56,
                                       0.5, 0.6, 0.7, 0.8, 0.66, 0.67};
    struct network *network = network_of("2,2,2", ACTIVATION_SIGMOID, 0);
    memcpy(network->parameter, parameter, sizeof parameter);
    return network;
}

/* After one iteration with alpha = 0.5; computed in 50 digits */
static const struct {
    const char *name;
    double value;
} updated[] = {
    {"w1_new", 0.09943839665226999}, {"w2_new", 0.19887679330453997},
    {"w3_new", 0.29933128476743354}, {"w4_new", 0.39866256953486706},
    {"b1_new", 0.5443839665226998},  {"b2_new", 0.5533128476743353},
    {"w5_new", 0.4590883424905013},  {"w6_new", 0.5580842153483153},
    {"w7_new", 0.706581021564054},   {"w8_new", 0.8067425447771931},
    {"b3_new", 0.5966355487973949},  {"b4_new", 0.6801927627757927},
};

/* One sample, and the mean over several of the same, which takes the other way through the pass */
static const size_t copies[] = {1, 2, 8, 64, 65, 200};

START_TEST(first_iteration) {
    struct network *network = example_start();
    struct data *data = example_sample(copies[_i]);
    const struct training training = {.loss = COST_MSE, .rate = 0.5, .iterations = 1, .every = 1};
    struct curve curve = curve_of(network, data, &training);
    for (size_t p = 0; p < network->parameters; p++)
        ck_assert_msg(fabs(network->parameter[p] - updated[p].value) <=
                          2 * DBL_EPSILON * updated[p].value,
                      "%zu samples: %s is %.17g, not %.17g", copies[_i], updated[p].name,
                      network->parameter[p], updated[p].value);
    ck_assert_uint_eq(curve.count, 2);
    ck_assert_msg(fabs(curve.cost[0] - 0.3226124392928197) <= DBL_EPSILON, "E_total is %.17g",
                  curve.cost[0]);
    ck_assert(curve.cost[1] < curve.cost[0]);
    curve_free(&curve);
    data_free(data);
    network_free(network);
}
END_TEST

/* ---- Gradients ---- */

static const struct {
    const char *layers;
    size_t samples;
} shapes[] = {{"2,2", 60},       {"2,3,2", 60},    {"2,1,1,2", 60}, {"2,5,4,2", 60},
              {"2,3,4,5,3", 60}, {"2,3,3,3,2", 1}, {"2,4,2", 130},  {"2,2,2,2,2,2", 9}};

enum { SHAPES = sizeof shapes / sizeof *shapes };

/* The outputs and losses that go together */
static const struct {
    enum activation output;
    enum cost loss;
} ends[] = {{ACTIVATION_SIGMOID, COST_CROSS_ENTROPY},
            {ACTIVATION_SOFTMAX, COST_CROSS_ENTROPY},
            {ACTIVATION_SIGMOID, COST_MSE},
            {ACTIVATION_SOFTMAX, COST_MSE},
            {ACTIVATION_TANH, COST_MSE},
            {ACTIVATION_RELU, COST_MSE},
            {ACTIVATION_IDENTITY, COST_MSE},
            {ACTIVATION_LEAKY_RELU, COST_MSE},
            {ACTIVATION_SIGMOID, COST_MEAN_SQUARED},
            {ACTIVATION_SOFTMAX, COST_MEAN_SQUARED},
            {ACTIVATION_TANH, COST_MEAN_SQUARED},
            {ACTIVATION_RELU, COST_MEAN_SQUARED},
            {ACTIVATION_IDENTITY, COST_MEAN_SQUARED},
            {ACTIVATION_LEAKY_RELU, COST_MEAN_SQUARED}};

enum {
    ENDS = sizeof ends / sizeof *ends,
    HIDDEN = ACTIVATIONS - 1 /* all but softmax */
};

/* Within 1e-12 of the larger of the two, or of 1. */
START_TEST(agrees_by_the_larger) {
    ck_assert(gradient_agrees(
        &(struct gradient_row){.analytic = 1000, .numeric = -1, .difference = 5e-10}));
    ck_assert(!gradient_agrees(
        &(struct gradient_row){.analytic = 1, .numeric = 1000, .difference = 5e-9}));
    ck_assert(!gradient_agrees(
        &(struct gradient_row){.analytic = 0, .numeric = 0.1, .difference = 2e-12}));
}
END_TEST

/* What softmax takes from each sum, where outputs lie so far apart that only their sums tell. */
START_TEST(log_sum) {
    const double in[] = {1000, 0, 1000, 1};
    ck_assert_double_eq_tol(softmax_log_sum(in, 2, 2), 1000 + log(2), 1e-12);
    ck_assert_double_eq_tol(softmax_log_sum(in, 2, 1), 1000, 1e-12);
    ck_assert_double_eq_tol(softmax_log_sum(in + 1, 2, 1), 1000, 1e-12);
    ck_assert_double_eq_tol(softmax_log_sum(in + 1, 2, 2), 1 + log1p(exp(-1)), 1e-15);
}
END_TEST

/* So is the gradient, whose sums are the biases alone: what is said of a class, less 1 where it is
 * the sample's. */
START_TEST(gradient_of_outputs_far_apart) {
    struct network *network = network_of("2,3", ACTIVATION_SIGMOID, 3);
    network->layer[0].activation = ACTIVATION_SOFTMAX;
    struct data *data = data_new(1, 2);
    const struct training training = {.loss = COST_CROSS_ENTROPY, .rate = 1, .every = 1};
    struct gradient_row row[9];
    struct error error;
    data_make_outputs(data, 3);
    *data_O(data, 1, 0) = 1;
    for (size_t said = 0; said < 3; said++) {
        for (size_t j = 0; j < 3; j++)
            network->layer[0].b[j] = j == said ? 1000 : -1000;
        ck_assert_msg(gradient_check(network, data, "data", &training, row, &error), "%s",
                      error.line);
        for (size_t j = 0; j < 3; j++) {
            const double wanted = (double)(j == said) - (double)(j == 1);
            ck_assert_msg(row[6 + j].numeric == wanted && row[6 + j].analytic == wanted,
                          "class %zu said, output %zu: %g and %g", said, j, row[6 + j].analytic,
                          row[6 + j].numeric);
        }
    }
    data_free(data);
    network_free(network);
}
END_TEST

/* Each gradient of such a training agrees to some units in the last place of the terms it is the
 * mean or the sum of. Biases that there are not are 0, and not asked for. */
static void gradients_agree(struct network *network, const struct data *data,
                            const struct training *training, enum biases biases) {
    struct gradient_row *row = calloc(network->parameters, sizeof *row);
    struct error error;
    const double unit = 1e-15 * (training->is_sum ? (double)data->samples : 1);
    ck_assert_msg(gradient_check(network, data, "data", training, row, &error), "%s", error.line);
    for (size_t p = 0; p < network->parameters; p++)
        ck_assert_msg((biases == BIASES_NONE && row[p].is_bias) ||
                          (gradient_agrees(&row[p]) &&
                           fabs(row[p].difference) <= fmax(unit, 8e-15 * fabs(row[p].numeric))),
                      "%s outputs, %s, %s, biases %s: layer %zu, neuron %zu, %s %zu: %.17g, "
                      "numeric %.17g",
                      activation_name(network->layer[network->depth - 1].activation),
                      loss_name(training->loss), training->is_sum ? "sum" : "mean",
                      example_choice("biases", biases), row[p].layer, row[p].neuron,
                      row[p].is_bias ? "bias" : "weight", row[p].input, row[p].analytic,
                      row[p].numeric);
    free(row);
}

/* Biases that are not 0: a neuron its own, or a layer one; or none */
static void set_biases(struct network *network, enum biases biases) {
    for (size_t l = 0; l < network->depth; l++)
        for (size_t j = 0; j < network->layer[l].neurons; j++)
            network->layer[l].b[j] = biases == BIASES_EACH     ? 0.01 * (double)((5 * l + j) % 7)
                                     : biases == BIASES_SHARED ? 0.02 * (double)(l % 3 + 1)
                                                               : 0;
}

/* Every activation, output and loss with every shape, kind of biases and reduction */
START_TEST(gradient_is_numeric) {
    const char *layers = shapes[_i % SHAPES].layers;
    const enum activation hidden = (enum activation)(_i / SHAPES % HIDDEN);
    const enum cost loss = ends[_i / SHAPES / HIDDEN].loss;
    const enum activation output = ends[_i / SHAPES / HIDDEN].output;
    ck_assert(hidden != ACTIVATION_SOFTMAX);
    struct network *network = network_of(layers, hidden, 3);
    network->layer[network->depth - 1].activation = output;
    struct data *data = moons_of(shapes[_i % SHAPES].samples, 1.0, 1, network_outputs(network));
    for (int setting = 0; setting < 6; setting++) {
        const enum biases biases = (enum biases)(setting / 2);
        const struct training training = {.loss = loss,
                                          .rate = 1,
                                          .every = 1,
                                          .is_sum = setting % 2 == 1,
                                          .shared_biases = biases == BIASES_SHARED};
        set_biases(network, biases);
        gradients_agree(network, data, &training, biases);
    }
    data_free(data);
    network_free(network);
}
END_TEST

START_TEST(rows_are_placed) {
    static const struct gradient_row wanted[] = {
        {.layer = 0, .neuron = 0, .input = 0},      {.layer = 0, .neuron = 0, .input = 1},
        {.layer = 0, .neuron = 1, .input = 0},      {.layer = 0, .neuron = 1, .input = 1},
        {.layer = 0, .neuron = 0, .is_bias = true}, {.layer = 0, .neuron = 1, .is_bias = true},
        {.layer = 1, .neuron = 0, .input = 0},      {.layer = 1, .neuron = 0, .input = 1},
        {.layer = 1, .neuron = 0, .is_bias = true}};
    struct network *network = network_of("2,2,1", ACTIVATION_TANH, 3);
    struct data *data = data_new(2, 2);
    struct gradient_row row[9];
    data_make_outputs(data, 1);
    const struct training training = {.loss = COST_MSE, .rate = 1, .every = 1};
    struct error error;
    ck_assert(gradient_check(network, data, "data", &training, row, &error));
    for (size_t p = 0; p < 9; p++)
        ck_assert_msg(row[p].layer == wanted[p].layer && row[p].neuron == wanted[p].neuron &&
                          row[p].is_bias == wanted[p].is_bias &&
                          (row[p].is_bias || row[p].input == wanted[p].input),
                      "row %zu: layer %zu, neuron %zu, input %zu", p, row[p].layer, row[p].neuron,
                      row[p].input);
    data_free(data);
    network_free(network);
}
END_TEST

/* What the check is for: a wrong gradient does not agree. */
static const struct {
    double analytic, numeric;
    bool agrees;
} rows[] = {
    {0.25, 0.25, true},           {0.25, 0.25 + 0x1p-50, true},  {0.25, 0.25 + 1e-11, false},
    {1000, 1000 + 1e-10, true},   {1000, 1000 + 1e-8, false},    {NAN, 0.25, false},
    {0.25, NAN, false},           {INFINITY, 0.25, false},       {0, 1e-12, true},
    {0, -1.0001e-12, false},      {8, 8 + 7.9e-12, true},        {8 + 8.1e-12, 8, false},
    {0.25, 0.25 + 0.9e-12, true}, {0.25, 0.25 + 1.1e-12, false},
};

START_TEST(check_tells) {
    const struct gradient_row row = {.analytic = rows[_i].analytic,
                                     .numeric = rows[_i].numeric,
                                     .difference = rows[_i].analytic - rows[_i].numeric};
    ck_assert_msg(gradient_agrees(&row) == rows[_i].agrees, "%.17g and %.17g", row.analytic,
                  row.numeric);
}
END_TEST

/* ---- Outputs, classes ---- */

/* w1 = 1, w2 = -1, no hidden layer: the larger input decides, and the first where they are even */
static const struct {
    double x1, x2;
    size_t class;
} decisions[] = {{1, 0, 0}, {0, 1, 1}, {0.5, 0.5, 0}, {-2, -1, 1}, {1e300, -1e300, 0}};

START_TEST(predicts) {
    struct network *network = network_of("2,2", ACTIVATION_TANH, 0);
    static const double parameter[] = {1, -1, -1, 1, 0, 0};
    memcpy(network->parameter, parameter, sizeof parameter);
    struct data *data = data_new(1, 2);
    *data_x(data, 0, 0) = decisions[_i].x1;
    *data_x(data, 1, 0) = decisions[_i].x2;
    size_t class = 99;
    predict(network, data, &class);
    ck_assert_uint_eq(class, decisions[_i].class);
    data_free(data);
    network_free(network);
}
END_TEST

START_TEST(counts_confusion) {
    struct network *network = network_of("2,3", ACTIVATION_TANH, 0);
    static const double parameter[] = {1, 0, 0, 1, 0, 0, 0, 0, -9}; /* never the third output */
    memcpy(network->parameter, parameter, sizeof parameter);
    struct data *data = data_new(100, 2);
    data->class = calloc(100, sizeof *data->class);
    data->classes = 3;
    for (size_t s = 0; s < 100; s++) {
        *data_x(data, s % 4 == 0, s) = 1; /* every fourth is taken for 1, the others for 0 */
        data->class[s] = s % 10 == 9 ? 2 : s % 2;
    }
    struct confusion confusion = confusion_of(network, data);
    static const size_t wanted[] = {25, 25, 0, 40, 0, 0, 10, 0, 0};
    ck_assert_uint_eq(confusion.classes, 3);
    ck_assert_uint_eq(confusion.samples, 100);
    ck_assert_uint_eq(confusion.right, 25);
    for (size_t i = 0; i < 9; i++)
        ck_assert_msg(confusion.count[i] == wanted[i], "%zu taken for %zu: %zu", i / 3, i % 3,
                      confusion.count[i]);
    confusion_free(&confusion);
    data_free(data);
    network_free(network);
}
END_TEST

/* ---- Training ---- */

/* Which iterations are kept */
static const struct {
    size_t iterations, every, count, last_but_one;
} kept[] = {{0, 10, 1, 0},   {1, 10, 2, 0},   {10, 10, 2, 0},
            {11, 10, 3, 10}, {25, 10, 4, 20}, {5, 1, 6, 4}};

/* R2 by hand, of two outputs, piece by piece as from a file. The first: 1, 2, 3, 4 around 2.5 leave
 * 5, and the outputs 1 of it, so 0.8. The second never changes: 1 where it is met, and 0 where not.
 */
START_TEST(fits_by_hand) {
    static const double expected[][2] = {{1, 7}, {2, 7}, {3, 7}, {4, 7}};
    const double second = _i == 0 ? 7 : 6.5;
    struct fit_sums sums = {0};
    for (size_t piece = 0; piece < 2; piece++) {
        struct data *data = data_new(2, 1);
        double out[4];
        data_make_outputs(data, 2);
        for (size_t s = 0; s < 2; s++) {
            for (size_t j = 0; j < 2; j++)
                *data_O(data, j, s) = expected[2 * piece + s][j];
            out[2 * s] = expected[2 * piece + s][0] + (piece == 1 && s == 1 ? 1 : 0);
            out[2 * s + 1] = second;
        }
        fit_add(&sums, data, out);
        data_free(data);
    }
    const struct fit fit = fit_of_sums(&sums);
    ck_assert_msg(fabs(fit.R2 - (_i == 0 ? 0.9 : 0.4)) < 1e-15, "%.17g", fit.R2);
    ck_assert(fit.largest == 1);
    ck_assert_uint_eq(sums.samples, 4);
    fit_free(&sums);
}
END_TEST

START_TEST(keeps_costs) {
    struct network *network = network_of("2,2,2", ACTIVATION_TANH, 3);
    struct data *data = moons_of(20, 1.0, 1, 2);
    const struct training training = {
        .rate = 0.1, .iterations = kept[_i].iterations, .every = kept[_i].every};
    struct curve curve = curve_of(network, data, &training);
    ck_assert_uint_eq(curve.count, kept[_i].count);
    ck_assert_uint_eq(curve.iteration[curve.count - 1], kept[_i].iterations);
    if (curve.count > 1)
        ck_assert_uint_eq(curve.iteration[curve.count - 2], kept[_i].last_but_one);
    curve_free(&curve);
    data_free(data);
    network_free(network);
}
END_TEST

static bool stop_at_once(void *context, size_t done) {
    *(size_t *)context = done;
    return false;
}

/* A training that is stopped is one with fewer iterations. */
START_TEST(stops) {
    struct network *network = network_of("2,20,2", ACTIVATION_TANH, 3);
    struct network *shorter = network_of("2,20,2", ACTIVATION_TANH, 3);
    struct data *data = moons_of(60, 1.0, 1, 2);
    size_t done = 0;
    struct training training = {.rate = 0.1,
                                .iterations = 100000000,
                                .every = 100000000,
                                .progress = stop_at_once,
                                .context = &done};
    struct curve curve = curve_of(network, data, &training);
    ck_assert_uint_gt(done, 0);
    ck_assert_uint_lt(done, training.iterations);
    training.iterations = done;
    training.progress = NULL;
    struct curve shorter_curve = curve_of(shorter, data, &training);
    ck_assert_uint_eq(curve.count, 2);
    ck_assert_uint_eq(curve.iteration[1], done);
    ck_assert(curve.cost[1] == shorter_curve.cost[1]);
    ck_assert(memcmp(network->parameter, shorter->parameter,
                     network->parameters * sizeof *network->parameter) == 0);
    curve_free(&curve);
    curve_free(&shorter_curve);
    data_free(data);
    network_free(network);
    network_free(shorter);
}
END_TEST

/* Where the article's program takes the logarithm of 0: outputs of exactly 0 and 1 have a cost. */
START_TEST(saturated_cost) {
    struct network *network = network_of("2,2", ACTIVATION_TANH, 0);
    static const double parameter[] = {0, 0, 0, 0, 1000, -1000};
    memcpy(network->parameter, parameter, sizeof parameter);
    struct data *data = moons_of(4, 0.0, 1, 2);
    struct pass *pass = pass_new(network);
    double gradient[6];
    ck_assert(pass_cost(pass, data, COST_CROSS_ENTROPY) == 1000); /* half of them are wrong: 2000 */
    ck_assert(pass_gradient(pass, data, COST_CROSS_ENTROPY, gradient));
    for (int p = 0; p < 6; p++)
        ck_assert(isfinite(gradient[p]));
    pass_free(pass);
    data_free(data);
    network_free(network);
}
END_TEST

/* Of softmax too, whose sums lie 2000 apart: e^-2000 is 0, and its logarithm is taken of the sums.
 */
START_TEST(saturated_cost_of_softmax) {
    struct network *network = network_of("2,2", ACTIVATION_TANH, 0);
    static const double parameter[] = {0, 0, 0, 0, 1000, -1000};
    memcpy(network->parameter, parameter, sizeof parameter);
    network->layer[0].activation = ACTIVATION_SOFTMAX;
    struct data *data = moons_of(4, 0.0, 1, 2);
    struct pass *pass = pass_new(network);
    double gradient[6];
    ck_assert(pass_cost(pass, data, COST_CROSS_ENTROPY) == 1000); /* half of them are wrong: 2000 */
    ck_assert(pass_gradient(pass, data, COST_CROSS_ENTROPY, gradient));
    ck_assert(gradient[4] == 0.5 && gradient[5] == -0.5);
    ck_assert(softmax_cross_entropy(0.5, -800, exp(-800)) == 400);
    ck_assert(softmax_cross_entropy(0, -800, exp(-800)) == 0);
    pass_free(pass);
    data_free(data);
    network_free(network);
}
END_TEST

/* The two layers in registers stop before an iteration of which a sum has left the range, whichever
 * of both it is; and then the weights are those that it began with. */
START_TEST(two_layers_stop_at_a_sum) {
    struct network *network = network_of("2,2,2", ACTIVATION_SIGMOID, 5);
    struct data *data = moons_of(1, 1.0, 1, 2);
    double *const b = &network->layer[1].b[_i], *const w = &network->layer[1].w[2 * _i];
    ck_assert_uint_eq(two_layers_descend(network, data, 0.1, 3), 3);
    *b = w[0] = w[1] = DBL_MAX;
    double before[12];
    memcpy(before, network->parameter, sizeof before);
    ck_assert_uint_eq(two_layers_descend(network, data, 0.1, 3), 0);
    ck_assert_mem_eq(network->parameter, before, sizeof before);
    data_free(data);
    network_free(network);
}
END_TEST

/* The two layers in registers are for what they compute: all else takes the pass. */
START_TEST(two_layers_fit_what_they_compute) {
    static const bool frozen[12] = {true};
    static const struct {
        struct training training;
        bool fits;
    } asked[] = {{{.loss = COST_MSE}, true},
                 {{.loss = COST_CROSS_ENTROPY}, false},
                 {{.loss = COST_MSE, .frozen = frozen}, false},
                 {{.loss = COST_MSE, .at_once = true}, false},
                 {{.loss = COST_MSE, .shared_biases = true}, false}};
    struct network *network = network_of("2,2,2", ACTIVATION_SIGMOID, 5);
    struct data *data = moons_of(1, 1.0, 1, 2);
    for (size_t i = 0; i < sizeof asked / sizeof *asked; i++)
        ck_assert(two_layers_fit(network, data, &asked[i].training) == asked[i].fits);
    data_free(data);
    network_free(network);
}
END_TEST

/* The broken cross-entropy is that of a sigmoid; softmax has none. */
START_TEST(softmax_has_no_broken_cost) {
    struct network *network = network_of("2,2", ACTIVATION_TANH, 3);
    struct data *data = moons_of(4, 0.0, 1, 2);
    const struct training training = {
        .loss = COST_CROSS_ENTROPY_BROKEN, .rate = 0.1, .iterations = 1, .every = 1};
    struct curve curve = {0};
    struct error error;
    network->layer[0].activation = ACTIVATION_SOFTMAX;
    ck_assert(!train(network, data, "data", &training, &curve, &error));
    ck_assert_str_eq(error.line,
                     "cross-entropy does not go with softmax outputs; sigmoid or softmax outputs, "
                     "or the loss mse, are needed");
    curve_free(&curve);
    data_free(data);
    network_free(network);
}
END_TEST

/* The best iteration is one of a test: without one the last is kept. */
START_TEST(keeps_the_last_without_a_test) {
    struct data *data = moons_of(20, 1.0, 1, 2);
    struct network *network[2];
    for (int best = 0; best < 2; best++) {
        network[best] = network_of("2,2,2", ACTIVATION_TANH, 3);
        const struct training training = {
            .rate = 0.1, .iterations = 20, .every = 5, .keep_best = best == 1};
        struct curve curve = curve_of(network[best], data, &training);
        ck_assert_uint_eq(curve.iteration[curve.count - 1], 20);
        curve_free(&curve);
    }
    ck_assert_mem_eq(network[0]->parameter, network[1]->parameter,
                     network[0]->parameters * sizeof(double));
    network_free(network[0]);
    network_free(network[1]);
    data_free(data);
}
END_TEST

/* What is expected to be always the same has an R2 of 1 where it is met, else of 0; and samples
 * that come in two parts have the fit of all. */
START_TEST(fits) {
    struct network *network = network_of("1,2", ACTIVATION_TANH, 0);
    static const double parameter[] = {1, 0, 0, 3}; /* the input; and 3 */
    memcpy(network->parameter, parameter, sizeof parameter);
    network->layer[0].activation = ACTIVATION_IDENTITY;
    static const struct {
        double x[2], O1[2], O2[2], R2, largest;
    } samples[] = {{{0, 2}, {0, 2}, {3, 3}, 1, 0},
                   {{0, 2}, {0, 2}, {4, 4}, 0.5, 1},
                   {{0, 2}, {1, 3}, {3, 3}, 0.5, 1}};
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        struct data *data = data_new(2, 1), *part = data_new(1, 1);
        struct fit_sums sums = {0};
        data_make_outputs(data, 2);
        data_make_outputs(part, 2);
        for (size_t s = 0; s < 2; s++) {
            const double out[] = {samples[i].x[s], 3};
            *data_x(data, 0, s) = *data_x(part, 0, 0) = samples[i].x[s];
            *data_O(data, 0, s) = *data_O(part, 0, 0) = samples[i].O1[s];
            *data_O(data, 1, s) = *data_O(part, 1, 0) = samples[i].O2[s];
            fit_add(&sums, part, out);
        }
        const struct fit whole = fit_of(network, data), parts = fit_of_sums(&sums);
        ck_assert(whole.R2 == samples[i].R2 && whole.largest == samples[i].largest);
        ck_assert(parts.R2 == samples[i].R2 && parts.largest == samples[i].largest);
        fit_free(&sums);
        data_free(data);
        data_free(part);
    }
    network_free(network);
}
END_TEST

static const struct {
    const char *layers;
    double rate, scale; /* of the inputs */
    size_t samples, every, outputs;
    const char *line;
} refused[] = {
    {"2,4,2", 0, 1, 60, 1000, 2,
     "rate 0: a number above 0 and within 1.7e308 is needed, such as 0.1"},
    {"2,4,2", -1, 1, 60, 1000, 2,
     "rate -1: a number above 0 and within 1.7e308 is needed, such as 0.1"},
    {"2,4,2", NAN, 1, 60, 1000, 2,
     "rate nan: a number above 0 and within 1.7e308 is needed, such as 0.1"},
    {"2,4,2", INFINITY, 1, 60, 1000, 2,
     "rate inf: a number above 0 and within 1.7e308 is needed, such as 0.1"},
    {"2,4,2", 0.1, 1, 60, 0, 2, "every 0: a whole number from 1 is needed, such as 1000"},
    {"3,4,2", 0.1, 1, 60, 1000, 2, "data: the data have 2 inputs; the layers 3,4,2 need 3"},
    {"2,4,3", 0.1, 1, 60, 1000, 2, "data: the data have 2 outputs; the layers 2,4,3 need 3"},
    {"2,4,2", 0.1, 1, 60, 1000, 0,
     "data: no outputs are expected of the data; a column of classes is needed to train"},
    {"2,4,2", 1e308, 1, 60, 1000, 2,
     "iteration 1: the cost left the range of numbers; a rate below 1e+308 is needed"},
    {"2,4,2", 0.1, 1e200, 60, 1000, 2,
     "iteration 1: the cost left the range of numbers; a rate below 0.1 is needed"},
    {"2,4,2", 0.1, 1e200, 100, 7, 2,
     "iteration 1: the cost left the range of numbers; a rate below 0.1 is needed"},
};

/* The last iteration can leave the range, and the one before a cost that is kept. */
START_TEST(refuses_a_last_cost) {
    struct network *network = network_of("2,4,2", ACTIVATION_RELU, 3);
    struct data *data = moons_of(60, 1.0, 1, 2);
    struct error error;
    const struct training training = {
        .rate = 1e308, .iterations = _i == 0 ? 1 : 5, .every = _i == 0 ? 1000 : 1};
    struct curve curve = {0};
    ck_assert(!train(network, data, "data", &training, &curve, &error));
    ck_assert_str_eq(
        error.line,
        "iteration 1: the cost left the range of numbers; a rate below 1e+308 is needed");
    ck_assert_uint_eq(curve.count, 1);
    curve_free(&curve);
    data_free(data);
    network_free(network);
}
END_TEST

/* The weighted sums are in the range, their sum is not; the mean of squares is: no fault.
 * Half of the samples are all wrong, by 1 at each of both outputs. */
START_TEST(goes_on_where_the_cost_is_finite) {
    struct network *network = network_of("2,2", ACTIVATION_TANH, 0);
    static const double parameter[] = {0, 0, 0, 0, 1.5e308, -1.5e308};
    memcpy(network->parameter, parameter, sizeof parameter);
    struct data *data = moons_of(4, 0.0, 1, 2);
    const struct training training = {.loss = COST_MSE, .rate = 0.1, .iterations = 3, .every = 1};
    struct curve curve = curve_of(network, data, &training);
    ck_assert_uint_eq(curve.count, 4);
    for (size_t i = 0; i < curve.count; i++)
        ck_assert(curve.cost[i] == 0.5);
    curve_free(&curve);
    data_free(data);
    network_free(network);
}
END_TEST

/* Whichever sample and output it is whose weighted sum leaves the range; of one sample, too. */
START_TEST(tells_a_sum_out_of_range) {
    const size_t samples = (size_t)_i + 1;
    struct network *network = network_of("2,2", ACTIVATION_TANH, 0);
    static const double parameter[] = {10, 0, 0, 10, 0, 0};
    memcpy(network->parameter, parameter, sizeof parameter);
    struct data *data = data_new(samples, 2);
    data_make_outputs(data, 2);
    struct pass *pass = pass_new(network);
    double gradient[6];
    for (size_t i = 0; i < 2 * samples; i++)
        *data_x(data, i % 2, i / 2) = 0.5;
    ck_assert(pass_gradient(pass, data, COST_MSE, gradient));
    for (size_t i = 0; i < 2 * samples; i++) {
        double *const x = data_x(data, i % 2, i / 2);
        for (int sign = -1; sign <= 1; sign += 2) {
            *x = sign * 1e308;
            ck_assert_msg(!pass_gradient(pass, data, COST_MSE, gradient), "sample %zu", i / 2);
        }
        *x = 0.5;
    }
    pass_free(pass);
    data_free(data);
    network_free(network);
}
END_TEST

/* Two biases leave the range together, from which the inputs bring each sum back to 0: of one
 * sample no other column is computed, which would have the biases alone. */
START_TEST(one_sample_has_one_column) {
    struct network *network = network_of("1,2", ACTIVATION_TANH, 0);
    static const double parameter[] = {-1.7e308, -1.7e308, 1.7e308, 1.7e308};
    memcpy(network->parameter, parameter, sizeof parameter);
    struct data *data = data_new(1, 1);
    data_make_outputs(data, 2);
    *data_x(data, 0, 0) = 1;
    struct pass *pass = pass_new(network);
    double gradient[4];
    ck_assert(pass_gradient(pass, data, COST_MSE, gradient));
    for (int p = 0; p < 4; p++) /* (out - O) out (1 - out), of out = 1/2 */
        ck_assert(gradient[p] == 0.125);
    pass_free(pass);
    data_free(data);
    network_free(network);
}
END_TEST

START_TEST(tells_one_from_many) {
    struct network *network = network_of("2,2", ACTIVATION_TANH, 0);
    struct data *data = data_new(5, _i == 0 ? 1 : 2);
    struct error error;
    data_make_outputs(data, 1);
    ck_assert(!pass_fits(network, data, "data", &error));
    ck_assert_str_eq(error.line, _i == 0 ? "data: the data have 1 input; the layers 2,2 need 2"
                                         : "data: the data have 1 output; the layers 2,2 need 2");
    data_free(data);
    network_free(network);
}
END_TEST

START_TEST(refuses) {
    struct network *network = network_of(refused[_i].layers, ACTIVATION_RELU, 3);
    struct error error;
    struct data *data = moons_new(refused[_i].samples, 1.0, 1, &error);
    if (refused[_i].outputs > 0)
        ck_assert(data_expect(data, refused[_i].outputs, "data", &error));
    for (size_t s = 0; s < data->samples; s++)
        for (size_t i = 0; i < 2; i++)
            *data_x(data, i, s) *= refused[_i].scale;
    const struct training training = {
        .rate = refused[_i].rate, .iterations = 30000, .every = refused[_i].every};
    struct curve curve = {0};
    ck_assert(!train(network, data, "data", &training, &curve, &error));
    ck_assert_str_eq(error.line, refused[_i].line);
    curve_free(&curve);
    data_free(data);
    network_free(network);
}
END_TEST

/* ---- Layers ---- */

static const struct {
    const char *list;
    const char *line; /* or NULL, where it is one */
} lists[] = {
    {"2,4,2", NULL},
    {"1,1", NULL},
    {"",
     "--layers:  is not a list of layers; at most 101 widths are needed, parted by commas, such as "
     "2,4,2"},
    {"2,,2",
     "--layers: 2,,2 is not a list of layers; at most 101 widths are needed, parted by commas, "
     "such as 2,4,2"},
    {"2,4,",
     "--layers: 2,4, is not a list of layers; at most 101 widths are needed, parted by commas, "
     "such as 2,4,2"},
    {"2,-4,2", "--layers: 2,-4,2 is not a list of layers; at most 101 widths are needed, parted by "
               "commas, such as 2,4,2"},
    {"2 4 2", "--layers: 2 4 2 is not a list of layers; at most 101 widths are needed, parted by "
              "commas, such as 2,4,2"},
    {"2,1e3,2",
     "--layers: 2,1e3,2 is not a list of layers; at most 101 widths are needed, parted by "
     "commas, such as 2,4,2"},
    {"2", "layers 2: one layer is no network; at least two are needed, such as 2,4,2"},
    {"2,0,2", "layers 2,0,2: a layer has from 1 to 1000000 neurons, such as 2,4,2"},
    {"2,1000001,2", "layers 2,1000001,2: a layer has from 1 to 1000000 neurons, such as 2,4,2"},
    {"2,99999999999,2", "--layers: 2,99999999999,2 is not a list of layers; at most 101 widths are "
                        "needed, parted by commas, such as 2,4,2"},
    {"9999,10000", NULL}, /* as many weights as there may be */
    {"10000,10000", "layers 10000,10000: too large; at most 100000000 weights are possible"},
    {"2,1000000,1000000,2",
     "layers 2,1000000,1000000,2: too large; at most 100000000 weights are possible"},
};

START_TEST(layers) {
    struct error error = {.line = "none"};
    size_t width[DEPTH_MOST + 1];
    const size_t count = network_widths(lists[_i].list, "--layers", width, &error);
    struct network *network = count > 0 ? network_new(width, count, ACTIVATION_TANH, &error) : NULL;
    if (lists[_i].line == NULL) {
        char shape[40];
        ck_assert_ptr_nonnull(network);
        network_shape(network, shape, sizeof shape);
        ck_assert_str_eq(shape, lists[_i].list);
    } else {
        ck_assert_ptr_null(network);
        ck_assert_str_eq(error.line, lists[_i].line);
    }
    network_free(network);
}
END_TEST

/* More widths than there may be */
START_TEST(deepest) {
    struct error error;
    size_t width[DEPTH_MOST + 1];
    char list[2 * (DEPTH_MOST + 2) + 1];
    for (size_t i = 0; i < DEPTH_MOST + 2; i++)
        memcpy(list + 2 * i, "1,", 2);
    list[2 * (DEPTH_MOST + 2) - 1] = '\0';
    ck_assert_uint_eq(network_widths(list, "--layers", width, &error), 0);
    list[2 * (DEPTH_MOST + 1) - 1] = '\0';
    ck_assert_uint_eq(network_widths(list, "--layers", width, &error), DEPTH_MOST + 1);
    struct network *network = network_new(width, DEPTH_MOST + 1, ACTIVATION_TANH, &error);
    ck_assert_ptr_nonnull(network);
    char shape[20];
    network_shape(network, shape, sizeof shape);
    ck_assert_str_eq(shape, "1,1,1,1,1,1,1,1...");
    network_free(network);
    size_t too_many[DEPTH_MOST + 2];
    for (size_t i = 0; i < DEPTH_MOST + 2; i++)
        too_many[i] = 1;
    ck_assert_ptr_null(network_new(too_many, DEPTH_MOST + 2, ACTIVATION_TANH, &error));
    ck_assert_ptr_nonnull(strstr(error.line, "...: too many layers; at most 101 are possible"));
}
END_TEST

/* Leaves something where the next function has its variables. */
static __attribute__((noinline)) void fill_stack(void) {
    volatile char full[4096];
    for (size_t i = 0; i < sizeof full; i++)
        full[i] = 'x';
}

START_TEST(no_layers) {
    struct error error;
    fill_stack();
    ck_assert_ptr_null(network_new(NULL, 0, ACTIVATION_TANH, &error));
    ck_assert_str_eq(error.line, "layers : one layer is no network; at least two are needed, such "
                                 "as 2,4,2");
}
END_TEST

START_TEST(starts_at_biases_of_0) {
    struct network *network = network_of("2,3,2", ACTIVATION_TANH, 3);
    double first[17];
    ck_assert_uint_eq(network->parameters, 17);
    memcpy(first, network->parameter, sizeof first);
    for (size_t p = 0; p < 17; p++)
        network->parameter[p] = 5;
    network_start(network, 3);
    ck_assert_mem_eq(network->parameter, first, sizeof first);
    for (size_t l = 0; l < 2; l++)
        for (size_t j = 0; j < network->layer[l].neurons; j++)
            ck_assert(network->layer[l].b[j] == 0);
    network_free(network);
}
END_TEST

Suite *network_suite(void) {
    Suite *suite = suite_create("network");
    add_rows(suite, "activations", activations_are_rows, 1);
    add_rows(suite, "the article's costs", article_costs,
             sizeof article_layers / sizeof *article_layers);
    add_rows(suite, "numpy's costs", numpy_costs, sizeof costs / sizeof *costs);
    add_rows(suite, "numpy's costs of other outputs", numpy_costs_of_outputs,
             sizeof outputs_costs / sizeof *outputs_costs);
    add_rows(suite, "same bits", same_bits, sizeof pinned / sizeof *pinned);
    add_rows(suite, "two layers", two_layers_have_the_same_bits,
             sizeof in_registers / sizeof *in_registers);
    add_rows(suite, "the best instruction set", takes_the_best_instruction_set, 1);
    add_rows(suite, "each instruction set", same_bits_on_each_instruction_set,
             sizeof on_each_set / sizeof *on_each_set);
    add_rows(suite, "first iteration", first_iteration, sizeof copies / sizeof *copies);
    add_rows(suite, "gradients", gradient_is_numeric, SHAPES * HIDDEN * ENDS);
    add_rows(suite, "rows of a gradient check", rows_are_placed, 1);
    add_rows(suite, "gradient check", check_tells, sizeof rows / sizeof *rows);
    add_rows(suite, "predictions", predicts, sizeof decisions / sizeof *decisions);
    add_rows(suite, "confusion", counts_confusion, 1);
    add_rows(suite, "fits", fits_by_hand, 2);
    add_rows(suite, "kept costs", keeps_costs, sizeof kept / sizeof *kept);
    add_rows(suite, "stopped", stops, 1);
    add_rows(suite, "saturated", saturated_cost, 1);
    add_rows(suite, "saturated softmax", saturated_cost_of_softmax, 1);
    add_rows(suite, "two layers stop", two_layers_stop_at_a_sum, 2);
    add_rows(suite, "what two layers compute", two_layers_fit_what_they_compute, 1);
    add_rows(suite, "no broken cost of softmax", softmax_has_no_broken_cost, 1);
    add_rows(suite, "keeps the last", keeps_the_last_without_a_test, 1);
    add_rows(suite, "fits", fits, 1);
    add_rows(suite, "a last cost", refuses_a_last_cost, 2);
    add_rows(suite, "a finite cost", goes_on_where_the_cost_is_finite, 1);
    add_rows(suite, "a sum out of range", tells_a_sum_out_of_range, 17);
    add_rows(suite, "one sample", one_sample_has_one_column, 1);
    add_rows(suite, "one or many", tells_one_from_many, 2);
    add_rows(suite, "refused", refuses, sizeof refused / sizeof *refused);
    add_rows(suite, "layers", layers, sizeof lists / sizeof *lists);
    add_rows(suite, "no layers", no_layers, 1);
    add_rows(suite, "log of the sum", log_sum, 1);
    add_rows(suite, "gradient of outputs far apart", gradient_of_outputs_far_apart, 1);
    add_rows(suite, "agrees by the larger", agrees_by_the_larger, 1);
    add_rows(suite, "starts at biases of 0", starts_at_biases_of_0, 1);
    add_rows(suite, "deepest", deepest, 1);
    return suite;
}
