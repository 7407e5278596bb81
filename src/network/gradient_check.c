/* Gradient check: see gradient_check.h. The numeric derivative is a complex-step one (Squire and
 * Trapp, SIAM Review 40, 1998): the cost is computed in complex numbers with one parameter p made
 * p + ih, and its imaginary part over h is dE_dp, without the cancellation of a difference, and
 * right beside a kink of relu. The forward pass is written here a second time, one neuron and one
 * sample at a time: the two have nothing in common but the formulas. */
#include "network/gradient_check.h"

#include "base/elementary_complex.h"
#include "base/larger.h"
#include "base/memory.h"

#include <math.h>
#include <stdlib.h>

static const double h = 0x1p-200;

typedef double complex number;

static number complex_sigmoid(number in) {
    return creal(in) < 0 ? exp_complex(in) / (1 + exp_complex(in)) : 1 / (1 + exp_complex(-in));
}

static number complex_activation(enum activation activation, number in) {
    switch (activation) {
    case ACTIVATION_SIGMOID:
        return complex_sigmoid(in);
    case ACTIVATION_RELU:
        return creal(in) > 0 ? in : 0;
    case ACTIVATION_TANH:
        return tanh_complex(in);
    case ACTIVATION_LEAKY_RELU:
        return creal(in) > 0 ? in : creal(in) < 0 ? 0.01 * in : 0;
    case ACTIVATION_IDENTITY:
    case ACTIVATION_SOFTMAX:
    default:
        return in;
    }
}

/* log(1 + exp(in)) */
static number complex_softplus(number in) {
    return creal(in) > 0 ? in + log_complex(1 + exp_complex(-in))
                         : log_complex(1 + exp_complex(in));
}

/* What softmax takes from each weighted sum: log(e^in_1 + e^in_2 + ...) */
static number complex_log_sum(const number *in, size_t count) {
    double largest = -(double)INFINITY;
    number sum = 0;
    for (size_t j = 0; j < count; j++)
        largest = larger(largest, creal(in[j]));
    for (size_t j = 0; j < count; j++)
        sum += exp_complex(in[j] - largest);
    return largest + log_complex(sum);
}

/* Of the output layer, with its weighted sums */
static number complex_error(enum cost loss, const struct layer *layer, const double *O,
                            const number *in) {
    const bool is_softmax = layer->activation == ACTIVATION_SOFTMAX;
    const number log_sum = is_softmax ? complex_log_sum(in, layer->neurons) : 0;
    number error = 0;
    for (size_t j = 0; j < layer->neurons; j++) {
        if (loss == COST_CROSS_ENTROPY) {
            error += is_softmax
                         ? -O[j] * (in[j] - log_sum)
                         : O[j] * complex_softplus(-in[j]) + (1 - O[j]) * complex_softplus(in[j]);
            continue;
        }
        const number out = is_softmax ? exp_complex(in[j] - log_sum)
                                      : complex_activation(layer->activation, in[j]);
        error += (O[j] - out) * (O[j] - out);
    }
    return loss == COST_MSE ? 0.5 * error
                            : error / (loss == COST_MEAN_SQUARED ? (double)layer->neurons : 1);
}

/* The parameters that are one, and made complex together */
struct moved {
    size_t first, count;
};

static number parameter(const struct network *network, struct moved moved, size_t p) {
    return network->parameter[p] + (p - moved.first < moved.count ? h * I : 0);
}

/* The error of sample s; LAYER_OUT has room for the outputs of two layers of the widest. */
static number sample_error(const struct network *network, const struct data *data, enum cost loss,
                           struct moved moved, size_t s, number *layer_out, size_t widest) {
    double O[data->outputs];
    for (size_t j = 0; j < data->outputs; j++)
        O[j] = *data_O(data, j, s);
    number *before = layer_out;
    number *after = layer_out + widest;
    for (size_t i = 0; i < data->inputs; i++)
        before[i] = *data_x(data, i, s);
    size_t next = 0;
    for (size_t l = 0; l < network->depth; l++) {
        const struct layer *layer = &network->layer[l];
        const size_t first_bias = next + layer->neurons * layer->inputs;
        for (size_t j = 0; j < layer->neurons; j++) {
            number in = parameter(network, moved, first_bias + j);
            for (size_t i = 0; i < layer->inputs; i++, next++)
                in += parameter(network, moved, next) * before[i];
            after[j] = l + 1 < network->depth ? complex_activation(layer->activation, in) : in;
        }
        next += layer->neurons;
        number *swap = before;
        before = after;
        after = swap;
    }
    return complex_error(loss, &network->layer[network->depth - 1], O, before);
}

static size_t widest_layer(const struct network *network) {
    size_t widest = 0;
    for (size_t i = 0; i <= network->depth; i++)
        widest = network_width(network, i) > widest ? network_width(network, i) : widest;
    return widest;
}

/* Names the parameters: which layer, neuron and input each belongs to. */
static void place_rows(const struct network *network, struct gradient_row *row) {
    for (size_t l = 0; l < network->depth; l++) {
        const struct layer *layer = &network->layer[l];
        for (size_t j = 0; j < layer->neurons; j++)
            for (size_t i = 0; i < layer->inputs; i++)
                *row++ = (struct gradient_row){.layer = l, .neuron = j, .input = i};
        for (size_t j = 0; j < layer->neurons; j++)
            *row++ = (struct gradient_row){.layer = l, .neuron = j, .is_bias = true};
    }
}

/* The parameter at P alone, or the biases of its layer, where these are one. */
static struct moved moved_with(const struct network *network, const struct training *training,
                               const struct gradient_row *row, size_t p) {
    return training->shared_biases && row->is_bias
               ? (struct moved){p - row->neuron, network->layer[row->layer].neurons}
               : (struct moved){p, 1};
}

static void compare(const struct network *network, const struct data *data,
                    const struct training *training, const double *gradient,
                    struct gradient_row *row) {
    const size_t widest = widest_layer(network);
    number *layer_out = memory_zeroed(2 * widest, sizeof *layer_out);
    place_rows(network, row);
    for (size_t p = 0; p < network->parameters; p++) {
        const struct moved moved = moved_with(network, training, &row[p], p);
        double sum = 0;
        for (size_t s = 0; s < data->samples; s++)
            sum +=
                cimag(sample_error(network, data, training->loss, moved, s, layer_out, widest)) / h;
        row[p].analytic = gradient[p];
        row[p].numeric = training->is_sum ? sum : sum / (double)data->samples;
        row[p].difference = row[p].analytic - row[p].numeric;
    }
    free(layer_out);
}

bool gradient_check(struct network *network, const struct data *data, const char *name,
                    const struct training *training, struct gradient_row *row,
                    struct error *error) {
    if (training->at_once)
        return error_set(error,
                         "an update at once goes by new weights, and by the derivative of no "
                         "error; update = together is needed to check gradients");
    double *gradient = memory_zeroed(network->parameters, sizeof *gradient);
    const bool done = train_gradient(network, data, name, training, gradient, error);
    if (done)
        compare(network, data, training, gradient, row);
    free(gradient);
    return done;
}

bool gradient_agrees(const struct gradient_row *row) {
    const double size = larger(fabs(row->analytic), fabs(row->numeric));
    return isfinite(size) && fabs(row->difference) <= 1e-12 * larger(size, 1);
}
