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
    if (!example_needs_article_shape(example, error))
        return false; /* GCOVR_EXCL_LINE: the figure asked that */
    *alpha = example_value(example, "alpha");
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

/* Trains for COUNT iterations, after DONE. BEFORE and AFTER, unless NULL, are set to E_total then.
 */
static bool iterate(struct network *network, const struct data *data, double rate, size_t done,
                    size_t count, double *before, double *after, struct error *error) {
    const struct training training = {
        .loss = COST_MSE, .rate = rate, .iterations = count, .every = count + 1, .before = done};
    struct curve curve = {0};
    const bool trained = train(network, data, "the example", &training, &curve, error);
    if (trained && before != NULL)
        *before = curve.cost[0];
    if (trained && after != NULL)
        *after = curve.cost[curve.count - 1];
    curve_free(&curve);
    return trained;
}

bool descent_of(struct descent *descent, const struct example *example, double rate, size_t last,
                struct error *error) {
    struct network *network = example_network(example);
    struct data *data = example_data(example);
    size_t done = 0;
    double E_total;
    bool good = iterate(network, data, rate, 0, 0, &E_total, NULL, error);
    while (good) {
        *add_point(descent, last) = (struct descent_point){.iteration = done, .E_total = E_total};
        if (done == last)
            break;
        const size_t next = next_look(done, last);
        good = iterate(network, data, rate, done, next - done, NULL, &E_total, error);
        done = next;
    }
    data_free(data);
    network_free(network);
    return good;
}

/* The place of a weight or bias in network->parameter. */
static size_t place_of(const struct example *example, const char *name) {
    size_t p = 0;
    while (strcmp(example_parameter(example, p)->name, name) != 0)
        p++;
    return p;
}

bool descent_has(const struct example *example, const char *name) {
    const struct given *given = example_find(example, name);
    return given != NULL && (given->role.kind == ROLE_WEIGHT || given->role.kind == ROLE_BIAS);
}

bool descent_on(struct descent *descent, const struct example *example, const char *const name[2],
                double rate, size_t last, struct error *error) {
    struct network *network = example_network(example);
    struct network *still = example_network(example);
    struct data *data = example_data(example);
    const size_t a = place_of(example, name[0]), b = place_of(example, name[1]);
    size_t look = 0;
    bool good = true;
    for (size_t done = 0; good && done <= last; done++) {
        struct descent_point point = {.iteration = done,
                                      .weight = {network->parameter[a], network->parameter[b]}};
        good = iterate(network, data, rate, done, 1, &point.E_total, NULL, error);
        if (good && done == look) {
            *add_point(descent, last) = point;
            look = next_look(done, last);
        }
        for (size_t p = 0; p < network->parameters; p++)
            if (p != a && p != b)
                network->parameter[p] = still->parameter[p];
    }
    data_free(data);
    network_free(still);
    network_free(network);
    return good;
}
