/* Train: see train.h. */
#include "network/train.h"

#include "base/memory.h"
#include "network/pass.h"
#include "network/two_layers.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

void curve_free(struct curve *curve) {
    free(curve->iteration);
    free(curve->cost);
    free(curve->test);
    *curve = (struct curve){0};
}

static void keep(struct curve *curve, size_t iteration, double cost, const double *test) {
    const size_t count = curve->count++;
    if ((count & (count - 1)) == 0) { /* full at every power of 2 */
        const size_t room = count == 0 ? 1 : 2 * count;
        curve->iteration = memory_resize(curve->iteration, room * sizeof *curve->iteration);
        curve->cost = memory_resize(curve->cost, room * sizeof *curve->cost);
        if (test != NULL)
            curve->test = memory_resize(curve->test, room * sizeof *curve->test);
    }
    curve->iteration[count] = iteration;
    curve->cost[count] = cost;
    if (test != NULL) {
        curve->test[count] = *test;
        curve->best = *test < curve->test[curve->best] ? count : curve->best;
    }
}

static bool loss_fits(const struct network *network, enum cost loss, struct error *error) {
    const enum activation output = network->layer[network->depth - 1].activation;
    return (loss != COST_CROSS_ENTROPY && loss != COST_CROSS_ENTROPY_BROKEN) ||
           output == ACTIVATION_SIGMOID ||
           (output == ACTIVATION_SOFTMAX && loss == COST_CROSS_ENTROPY) ||
           error_set(error,
                     "cross-entropy does not go with %s outputs; sigmoid or softmax outputs, or "
                     "the loss mse, are needed",
                     activation_name(output));
}

static bool check(const struct network *network, const struct data *data, const char *name,
                  const struct training *training, struct error *error) {
    if (!(training->rate > 0 && isfinite(training->rate)))
        return error_set(error,
                         "rate %g: a number above 0 and within 1.7e308 is needed, such as 0.1",
                         training->rate);
    if (training->every == 0)
        return error_set(error, "every 0: a whole number from 1 is needed, such as 1000");
    if (data->O == NULL)
        return error_set(error,
                         "%s: no outputs are expected of the data; a column of classes is "
                         "needed to train",
                         name);
    return loss_fits(network, training->loss, error) && pass_fits(network, data, name, error);
}

/* Whether COST is no reason to stop. Before the first update no rate has had a part in it. */
static bool in_range(const struct training *training, double cost, size_t iteration,
                     struct error *error) {
    if (isfinite(cost) || training->goes_on)
        return true;
    iteration += training->before;
    if (iteration == 0)
        return error_set(error, "iteration 0: the cost is out of the range of numbers (1.7e308) "
                                "before any update; smaller inputs, outputs or weights are needed");
    return error_set(error,
                     "iteration %zu: the cost left the range of numbers; a rate below %g is needed",
                     iteration, training->rate);
}

/* What one training works with. */
struct run {
    struct network *network;
    struct network *updated; /* of layers that are updated one after the other; else NULL */
    struct pass *pass;
    const struct data *data;
    const struct training *training;
    double *gradient;
    double *best; /* the parameters that are to be kept; NULL: the last */
};

/* One bias of a layer has the gradients of all its neurons. */
static void share_biases(const struct network *network, double *gradient) {
    for (size_t l = 0; l < network->depth; l++) {
        double *const dE_db = gradient + (network->layer[l].b - network->parameter);
        double sum = 0;
        for (size_t j = 0; j < network->layer[l].neurons; j++)
            sum += dE_db[j];
        for (size_t j = 0; j < network->layer[l].neurons; j++)
            dE_db[j] = sum;
    }
}

/* The gradient, as the training has it. */
static bool gradient_of(const struct run *run) {
    const struct training *training = run->training;
    if (!pass_gradient(run->pass, run->data, training->loss, run->gradient))
        return false;
    if (training->shared_biases)
        share_biases(run->network, run->gradient);
    if (training->is_sum)
        for (size_t p = 0; p < run->network->parameters; p++)
            run->gradient[p] *= (double)run->data->samples;
    return true;
}

bool train_gradient(struct network *network, const struct data *data, const char *name,
                    const struct training *training, double *gradient, struct error *error) {
    if (!check(network, data, name, training, error))
        return false;
    const struct run run = {.network = network,
                            .pass = pass_new(network),
                            .data = data,
                            .training = training,
                            .gradient = gradient};
    gradient_of(&run);
    pass_free(run.pass);
    return true;
}

static double cost_of(const struct run *run) {
    const double cost = pass_cost(run->pass, run->data, run->training->loss);
    return run->training->is_sum ? cost * (double)run->data->samples : cost;
}

/* (5.16) w+ = w - alpha * dE_dw and (5.18) b+ = b - alpha * dE_db, of COUNT parameters from FIRST
 */
static void update(struct network *network, const struct training *training,
                   const double *restrict gradient, size_t first, size_t count) {
    double *restrict parameter = network->parameter;
    const double alpha = training->rate;
    if (training->frozen == NULL)
        for (size_t p = first; p < first + count; p++)
            parameter[p] = parameter[p] - alpha * gradient[p];
    else
        for (size_t p = first; p < first + count; p++)
            if (!training->frozen[p])
                parameter[p] = parameter[p] - alpha * gradient[p];
}

/* Layer by layer from the last: the gradient of each is had with the new weights above it. */
static bool update_one_by_one(const struct run *run) {
    struct network *network = run->network, *updated = run->updated;
    const size_t size = network->parameters * sizeof *network->parameter;
    memcpy(updated->parameter, network->parameter, size);
    for (size_t l = network->depth; l-- > 0;) {
        const struct layer *layer = &network->layer[l];
        if (!gradient_of(run))
            return false;
        update(updated, run->training, run->gradient, (size_t)(layer->w - network->parameter),
               layer->neurons * (layer->inputs + 1));
    }
    memcpy(network->parameter, updated->parameter, size);
    return true;
}

static bool iterate(const struct run *run) {
    if (run->updated != NULL)
        return update_one_by_one(run);
    if (!gradient_of(run))
        return false;
    update(run->network, run->training, run->gradient, 0, run->network->parameters);
    return true;
}

/* Iterations that take a few milliseconds, but no more than to the next cost that is kept */
static size_t iterations_at_once(const struct network *network, const struct data *data) {
    const double work = (double)network->parameters * (double)data->samples;
    return 1 + (size_t)(4e6 / (work + 100));
}

/* Iterations from *DONE up to END. Sums that are out of range need not bring the cost there. */
static bool descend(const struct run *run, size_t *done, size_t end, struct error *error) {
    if (two_layers_fit(run->network, run->data, run->training))
        *done += two_layers_descend(run->network, run->data, run->training->rate, end - *done);
    for (; *done < end; ++*done)
        if (!iterate(run)) {
            if (!in_range(run->training, cost_of(run), *done, error))
                return false;
            update(run->network, run->training, run->gradient, 0, run->network->parameters);
        }
    return true;
}

/* Whether the test has not cost less for so long that nothing better is hoped for */
static bool is_over(const struct training *training, const struct curve *curve) {
    return training->test != NULL && training->patience > 0 &&
           curve->iteration[curve->count - 1] - curve->iteration[curve->best] >= training->patience;
}

static bool keep_cost(const struct run *run, struct curve *curve, size_t iteration,
                      struct error *error) {
    const double cost = cost_of(run);
    if (!in_range(run->training, cost, iteration, error))
        return false;
    if (run->training->test == NULL) {
        keep(curve, iteration, cost, NULL);
        return true;
    }
    const double test = pass_cost(run->pass, run->training->test, run->training->loss);
    keep(curve, iteration, cost, &test);
    if (run->best != NULL && curve->best == curve->count - 1)
        memcpy(run->best, run->network->parameter,
               run->network->parameters * sizeof *run->network->parameter);
    return true;
}

static bool go_on(const struct run *run, struct curve *curve, struct error *error) {
    const struct training *training = run->training;
    const size_t at_once = iterations_at_once(run->network, run->data);
    size_t done = 0;
    while (done < training->iterations) {
        if (done % training->every == 0) {
            if (!keep_cost(run, curve, done, error))
                return false;
            if (is_over(training, curve))
                return true;
        }
        const size_t to_kept = training->every - done % training->every;
        const size_t to_end = training->iterations - done;
        size_t next = to_kept < to_end ? to_kept : to_end;
        next = done + (at_once < next ? at_once : next);
        if (!descend(run, &done, next, error))
            return false;
        if (training->progress != NULL && !training->progress(training->context, done))
            break;
    }
    return keep_cost(run, curve, done, error);
}

bool train(struct network *network, const struct data *data, const char *name,
           const struct training *training, struct curve *curve, struct error *error) {
    if (!check(network, data, name, training, error))
        return false;
    struct run run = {.network = network,
                      .updated = training->at_once ? network_copy(network) : NULL,
                      .pass = pass_new(network),
                      .data = data,
                      .training = training,
                      .gradient = memory_zeroed(network->parameters, sizeof(double))};
    if (training->keep_best && training->test != NULL)
        run.best = memory_zeroed(network->parameters, sizeof *run.best);
    if (run.updated != NULL)
        pass_carry_back_with(run.pass, run.updated);
    const bool trained = go_on(&run, curve, error);
    if (trained && run.best != NULL)
        memcpy(network->parameter, run.best, network->parameters * sizeof *run.best);
    free(run.best);
    free(run.gradient);
    pass_free(run.pass);
    network_free(run.updated);
    return trained;
}
