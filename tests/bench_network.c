/* Benchmark of training; it prints, and judges nothing. Each figure is the best of several runs,
 * for what else the machine does only ever adds time. Its argument says what is measured: article,
 * sample, points or growth; or it is the path of a table that is to be read. */
#include "host/file.h"
#include "network/example_network.h"
#include "network/moons.h"
#include "network/table.h"
#include "network/train.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* Of processor time: others have the machine, too. */
static double seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
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

/* The same iteration as a program for this network alone would have it, with libm: the peer. */
static double plain_sigmoid(double in) {
    return 1 / (exp(-in) + 1);
}

static double plain_c(size_t iterations) {
    double w1 = 0.1, w2 = 0.2, w3 = 0.3, w4 = 0.4, w5 = 0.5, w6 = 0.6, w7 = 0.7, w8 = 0.8;
    double b1 = 0.55, b2 = 0.56, b3 = 0.66, b4 = 0.67;
    const double i1 = 0.1, i2 = 0.2, O1 = 0.01, O2 = 0.99, alpha = 0.5;
    for (size_t i = 0; i < iterations; i++) {
        const double h1 = plain_sigmoid(w1 * i1 + w2 * i2 + b1);
        const double h2 = plain_sigmoid(w3 * i1 + w4 * i2 + b2);
        const double o1 = plain_sigmoid(w5 * h1 + w6 * h2 + b3);
        const double o2 = plain_sigmoid(w7 * h1 + w8 * h2 + b4);
        const double s1 = -(O1 - o1) * o1 * (1 - o1), s2 = -(O2 - o2) * o2 * (1 - o2);
        const double t1 = (s1 * w5 + s2 * w7) * h1 * (1 - h1);
        const double t2 = (s1 * w6 + s2 * w8) * h2 * (1 - h2);
        w5 -= alpha * s1 * h1, w6 -= alpha * s1 * h2, b3 -= alpha * s1;
        w7 -= alpha * s2 * h1, w8 -= alpha * s2 * h2, b4 -= alpha * s2;
        w1 -= alpha * t1 * i1, w2 -= alpha * t1 * i2, b1 -= alpha * t1;
        w3 -= alpha * t2 * i1, w4 -= alpha * t2 * i2, b2 -= alpha * t2;
    }
    return w1 + w2 + w3 + w4 + w5 + w6 + w7 + w8 + b1 + b2 + b3 + b4;
}

/* Many short runs, in turn with the peer's: what else the machine does is not in the best of them.
 */
static void one_sample(void) {
    enum { RUNS = 150, ITERATIONS = 20000 };
    const struct training training = {
        .loss = COST_MSE, .rate = 0.5, .iterations = ITERATIONS, .every = ITERATIONS};
    struct example article;
    example_article(&article);
    struct data *data = example_data(&article);
    double ours = 1e9, plain = 1e9, sum = 0;
    for (int run = 0; run < RUNS; run++) {
        const double time = best(data, 2, &training, ACTIVATION_SIGMOID, 1);
        const double start = seconds();
        sum += plain_c(ITERATIONS);
        const double of_plain = seconds() - start;
        ours = time < ours ? time : ours;
        plain = of_plain < plain ? of_plain : plain;
    }
    printf("2-2-2, one sample: %.1f ns an iteration; plain C with libm: %.1f ns%s\n",
           ours * 1e9 / ITERATIONS, plain * 1e9 / ITERATIONS, isfinite(sum) ? "" : "?");
    data_free(data);
    example_free(&article);
}

static void points_of(size_t points, size_t iterations) {
    struct data *data = moons(points);
    const struct training training = {.rate = 0.1, .iterations = iterations, .every = 1000000};
    printf("2-10-2, %zu points: %.2f ns a point and iteration\n", points,
           best(data, 10, &training, ACTIVATION_TANH, 9) * 1e9 / (double)(points * iterations));
    data_free(data);
}

/* Time for each point, weight and iteration, over three decades of each */
static void growth(void) {
    for (size_t points = 60; points <= 60000; points *= 10)
        points_of(points, points < 6000 ? 600000 / points : 100);
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

/* Reading the table at PATH, of three columns, beside fgets and strtod */
static void reading(const char *path) {
    double ours = 1e9, plain = 1e9, sum = 0;
    for (int run = 0; run < 3; run++) {
        struct text text = {0};
        struct error error;
        double start = seconds();
        or_stop(file_read(&text, path, &error), &error);
        struct data *data = table_read(&text, path, &(struct table_form){0}, &error);
        or_stop(data != NULL, &error);
        ours = seconds() - start < ours ? seconds() - start : ours;
        data_free(data);
        text_free(&text);
        start = seconds();
        FILE *file = fopen(path, "r");
        char line[200];
        while (file != NULL && fgets(line, sizeof line, file) != NULL) {
            char *c = line;
            for (int column = 0; column < 3; column++, c++)
                sum += strtod(c, &c);
        }
        if (file != NULL)
            fclose(file);
        plain = seconds() - start < plain ? seconds() - start : plain;
    }
    printf("reading them: %.2f s; fgets and strtod: %.2f s%s\n", ours, plain,
           isfinite(sum) ? "" : "?");
}

int main(int argc, char **argv) {
    const char *what = argc > 1 ? argv[1] : "";
    if (strcmp(what, "article") == 0)
        article();
    else if (strcmp(what, "sample") == 0)
        one_sample();
    else if (strcmp(what, "points") == 0)
        points_of(60, 10000);
    else if (strcmp(what, "growth") == 0)
        growth();
    else
        reading(what);
    return 0;
}
