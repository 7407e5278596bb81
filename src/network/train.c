/* Train: see train.h. */
#include "network/train.h"

#include "base/memory.h"
#include "network/pass.h"

#include <math.h>
#include <stdlib.h>

void curve_free(struct curve *curve) {
    free(curve->iteration);
    free(curve->cost);
    *curve = (struct curve){0};
}

static void keep(struct curve *curve, size_t iteration, double cost) {
    const size_t count = curve->count++;
    if ((count & (count - 1)) == 0) { /* full at every power of 2 */
        const size_t room = count == 0 ? 1 : 2 * count;
        curve->iteration = memory_resize(curve->iteration, room * sizeof *curve->iteration);
        curve->cost = memory_resize(curve->cost, room * sizeof *curve->cost);
    }
    curve->iteration[count] = iteration;
    curve->cost[count] = cost;
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
    return pass_fits(network, data, name, error);
}

/* Before the first update no rate has had a part in it. */
static bool diverged(const struct training *training, size_t iteration, struct error *error) {
    iteration += training->before;
    if (iteration == 0)
        return error_set(error, "iteration 0: the cost is out of the range of numbers (1.7e308) "
                                "before any update; smaller inputs, outputs or weights are needed");
    return error_set(error,
                     "iteration %zu: the cost left the range of numbers; a rate below %g is needed",
                     iteration, training->rate);
}

/* (5.16) w+ = w - alpha * dE_dw and (5.18) b+ = b - alpha * dE_db */
static void update(struct network *network, double alpha, const double *restrict gradient) {
    double *restrict parameter = network->parameter;
    for (size_t p = 0; p < network->parameters; p++)
        parameter[p] = parameter[p] - alpha * gradient[p];
}

/* Iterations that take a few milliseconds, but no more than to the next cost that is kept */
static size_t iterations_at_once(const struct network *network, const struct data *data) {
    const double work = (double)network->parameters * (double)data->samples;
    return 1 + (size_t)(4e6 / (work + 100));
}

/* Iterations from *DONE up to END. */
static bool descend(struct network *network, struct pass *pass, const struct data *data,
                    const struct training *training, double *gradient, size_t *done, size_t end,
                    struct error *error) {
    for (; *done < end; ++*done) {
        if (!pass_gradient(pass, data, training->loss, gradient)) {
            const double cost = pass_cost(pass, data, training->loss);
            if (!isfinite(cost))
                return diverged(training, *done, error);
        }
        update(network, training->rate, gradient);
    }
    return true;
}

static bool keep_cost(struct pass *pass, const struct data *data, const struct training *training,
                      struct curve *curve, size_t iteration, struct error *error) {
    const double cost = pass_cost(pass, data, training->loss);
    if (!isfinite(cost))
        return diverged(training, iteration, error);
    keep(curve, iteration, cost);
    return true;
}

static bool run(struct network *network, struct pass *pass, const struct data *data,
                const struct training *training, double *gradient, struct curve *curve,
                struct error *error) {
    const size_t at_once = iterations_at_once(network, data);
    size_t done = 0;
    while (done < training->iterations) {
        if (done % training->every == 0 && !keep_cost(pass, data, training, curve, done, error))
            return false;
        const size_t to_kept = training->every - done % training->every;
        const size_t to_end = training->iterations - done;
        size_t next = to_kept < to_end ? to_kept : to_end;
        next = done + (at_once < next ? at_once : next);
        if (!descend(network, pass, data, training, gradient, &done, next, error))
            return false;
        if (training->progress != NULL && !training->progress(training->context, done))
            break;
    }
    return keep_cost(pass, data, training, curve, done, error);
}

bool train(struct network *network, const struct data *data, const char *name,
           const struct training *training, struct curve *curve, struct error *error) {
    if (!check(network, data, name, training, error))
        return false;
    struct pass *pass = pass_new(network);
    double *gradient = memory_zeroed(network->parameters, sizeof *gradient);
    const bool trained = run(network, pass, data, training, gradient, curve, error);
    free(gradient);
    pass_free(pass);
    return trained;
}
