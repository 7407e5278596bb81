/* Descent: see descent.h. */
#include "plot/descent.h"

#include "base/memory.h"
#include "base/number.h"
#include "network/example_network.h"
#include "network/train.h"

#include <stdlib.h>
#include <string.h>

void descent_free(struct descent *descent) {
    free(descent->point);
    *descent = (struct descent){0};
}

bool descent_alpha(const struct example *example, double *alpha, struct error *error) {
    char shown[NUMBER_ROOM];
    *alpha = example_rate(example);
    number_shown(shown, *alpha, DIGITS_DEFAULT);
    return *alpha > 0 ||
           error_set(error, "alpha = %s: a number above 0 is needed to descend, such as 0.5",
                     shown);
}

/* Which iteration is looked at after this one. */
static size_t next_look(size_t iteration, size_t last) {
    const size_t next = iteration + (iteration < 20 ? 1 : iteration / 10);
    return next < last ? next : last;
}

static struct descent_point *add_point(struct descent *descent, size_t last) {
    if (descent->count == 0) {
        size_t looks = 1;
        for (size_t i = 0; i < last; i = next_look(i, last))
            looks++;
        descent->point = memory_zeroed(looks, sizeof *descent->point);
    }
    return &descent->point[descent->count++];
}

/* The example as a network that trains, from its own weights. */
struct run {
    struct network *network;
    struct data *data;
    bool *frozen; /* [parameters] */
    struct training training;
};

static struct run run_of(const struct example *example, double rate) {
    struct run run = {example_network(example), example_data(example), NULL, {0}};
    run.frozen = memory_zeroed(run.network->parameters, sizeof *run.frozen);
    run.training = example_training(example, run.frozen);
    run.training.rate = rate;
    return run;
}

static void run_free(struct run *run) {
    free(run->frozen);
    data_free(run->data);
    network_free(run->network);
}

/* Trains for COUNT iterations, after DONE. BEFORE and AFTER, unless NULL, are set to E_total then.
 */
static bool iterate(struct run *run, size_t done, size_t count, double *before, double *after,
                    struct error *error) {
    struct curve curve = {0};
    run->training.iterations = count;
    run->training.every = count + 1;
    run->training.before = done;
    const bool trained =
        train(run->network, run->data, "the example", &run->training, &curve, error);
    if (trained && before != NULL)
        *before = curve.cost[0];
    if (trained && after != NULL)
        *after = curve.cost[curve.count - 1];
    curve_free(&curve);
    return trained;
}

bool descent_of(struct descent *descent, const struct example *example, double rate, size_t last,
                struct error *error) {
    struct run run = run_of(example, rate);
    size_t done = 0;
    double E_total;
    bool good = iterate(&run, 0, 0, &E_total, NULL, error);
    while (good) {
        *add_point(descent, last) = (struct descent_point){.iteration = done, .E_total = E_total};
        if (done == last)
            break;
        const size_t next = next_look(done, last);
        good = iterate(&run, done, next - done, NULL, &E_total, error);
        done = next;
    }
    run_free(&run);
    return good;
}

static bool is_at(const struct example *example, size_t parameter, const char *name) {
    const struct given *given = example_parameter(example, parameter);
    return given != NULL && strcmp(given->name, name) == 0;
}

/* Holds all parameters of RUN still but those of the two names, and finds where these stand. */
static void hold_others(struct run *run, const struct example *example, const char *const name[2],
                        size_t place[2]) {
    for (size_t p = 0; p < run->network->parameters; p++) {
        bool is_one = false;
        for (int a = 0; a < 2; a++)
            if (is_at(example, p, name[a])) {
                place[a] = p;
                is_one = true;
            }
        run->frozen[p] |= !is_one;
    }
    run->training.frozen = run->frozen;
}

bool descent_has(const struct example *example, const char *name) {
    const struct given *given = example_find(example, name);
    return given != NULL && (given->role.kind == ROLE_WEIGHT || given->role.kind == ROLE_BIAS);
}

bool descent_on(struct descent *descent, const struct example *example, const char *const name[2],
                double rate, size_t last, struct error *error) {
    struct run run = run_of(example, rate);
    size_t place[2] = {0}, look = 0;
    bool good = true;
    hold_others(&run, example, name, place);
    for (size_t done = 0; good && done <= last; done++) {
        struct descent_point point = {
            .iteration = done,
            .weight = {run.network->parameter[place[0]], run.network->parameter[place[1]]}};
        good = iterate(&run, done, 1, &point.E_total, NULL, error);
        if (good && done == look) {
            *add_point(descent, last) = point;
            look = next_look(done, last);
        }
    }
    run_free(&run);
    return good;
}
