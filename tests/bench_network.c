/* Benchmark of training; it prints, and judges nothing. Each figure is the best of several runs,
 * for what else the machine does only ever adds time. */
#include "network/example_network.h"
#include "network/moons.h"
#include "network/train.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

static void or_stop(bool done, const struct error *error) {
    if (!done) {
        fprintf(stderr, "bench_network: %s\n", error->line);
        exit(1);
    }
}

static struct data *moons(size_t points) {
    struct error error;
    struct data *data = moons_new(points, 1.0, 1, &error);
    or_stop(data != NULL, &error);
    or_stop(data_expect(data, 2, "moons", &error), &error);
    return data;
}

/* Best time of RUNS trainings of a network with one hidden layer */
static double best(const struct data *data, size_t hidden, const struct training *training,
                   enum activation activation, int runs) {
    struct error error;
    const size_t width[] = {2, hidden, 2};
    double shortest = 1e9;
    for (int run = 0; run < runs; run++) {
        struct network *network = network_new(width, 3, activation, &error);
        or_stop(network != NULL, &error);
        network_start(network, 3);
        struct curve curve = {0};
        const double start = seconds();
        or_stop(train(network, data, "moons", training, &curve, &error), &error);
        const double time = seconds() - start;
        if (time < shortest)
            shortest = time;
        curve_free(&curve);
        network_free(network);
    }
    return shortest;
}

static void article(void) {
    static const size_t hidden[] = {1, 2, 4, 10, 20, 50};
    const struct training training = {.rate = 0.1, .iterations = 30000, .every = 1000};
    struct data *data = moons(60);
    double total = 0;
    for (size_t i = 0; i < sizeof hidden / sizeof *hidden; i++) {
        const double time = best(data, hidden[i], &training, ACTIVATION_TANH, 7);
        printf("2-%zu-2, 60 points, 30000 iterations: %.3f s\n", hidden[i], time);
        total += time;
    }
    printf("the article's six networks: %.3f s\n", total);
    data_free(data);
}

static void one_sample(void) {
    const struct training training = {
        .loss = COST_MSE, .rate = 0.5, .iterations = 1000000, .every = 1000000};
    struct example article;
    example_article(&article);
    struct data *data = example_data(&article);
    const double time = best(data, 2, &training, ACTIVATION_SIGMOID, 7);
    printf("2-2-2, one sample: %.1f ns an iteration\n", time * 1e9 / (double)training.iterations);
    data_free(data);
    example_free(&article);
}

/* Time for each point, weight and iteration, over three decades of each */
static void growth(void) {
    for (size_t points = 60; points <= 60000; points *= 10) {
        struct data *data = moons(points);
        const struct training training = {
            .rate = 0.1, .iterations = 6000000 / points / 10, .every = 1000000};
        printf("2-10-2, %zu points: %.2f ns a point and iteration\n", points,
               best(data, 10, &training, ACTIVATION_TANH, 5) * 1e9 /
                   (double)(points * training.iterations));
        data_free(data);
    }
    struct data *data = moons(60);
    for (size_t hidden = 4; hidden <= 4000; hidden *= 10) {
        const struct training training = {
            .rate = 0.1, .iterations = 40000 / hidden, .every = 1000000};
        printf("2-%zu-2, 60 points: %.2f ns a neuron, point and iteration\n", hidden,
               best(data, hidden, &training, ACTIVATION_TANH, 5) * 1e9 /
                   (double)(60 * hidden * training.iterations));
    }
    for (size_t iterations = 100; iterations <= 100000; iterations *= 10) {
        const struct training training = {.rate = 0.1, .iterations = iterations, .every = 1000000};
        printf("2-10-2, 60 points, %zu iterations: %.2f us an iteration\n", iterations,
               best(data, 10, &training, ACTIVATION_TANH, 5) * 1e6 / (double)iterations);
    }
    data_free(data);
}

int main(void) {
    article();
    one_sample();
    growth();
    return 0;
}
