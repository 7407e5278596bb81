/* Gradient check: see gradient_check.h. The numeric derivative is a complex-step one (Squire and
 * Trapp, SIAM Review 40, 1998): the cost is computed in complex numbers with one parameter p made
 * p + ih, and its imaginary part over h is dE_dp, without the cancellation of a difference, and
 * right beside a kink of relu. The forward pass is written here a second time, one neuron and one
 * sample at a time: the two have nothing in common but the formulas. */
#include "network/gradient_check.h"

#include "base/elementary_complex.h"
#include "base/memory.h"
#include "network/pass.h"

#include <math.h>
#include <stdlib.h>

static const double h = 0x1p-200;

typedef double complex number;

static number complex_sigmoid(number in) {
    return creal(in) < 0 ? exp_complex(in) / (1 + exp_complex(in)) : 1 / (1 + exp_complex(-in));
}

static number complex_activation(enum activation activation, number in) {
    if (activation == ACTIVATION_SIGMOID)
        return complex_sigmoid(in);
    if (activation == ACTIVATION_RELU)
        return creal(in) > 0 ? in : 0;
    return tanh_complex(in);
}

/* log(1 + exp(in)) */
static number complex_softplus(number in) {
    return creal(in) > 0 ? in + log_complex(1 + exp_complex(-in))
                         : log_complex(1 + exp_complex(in));
}

static number complex_error(enum cost loss, double O, number in) {
    if (loss == COST_CROSS_ENTROPY)
        return O * complex_softplus(-in) + (1 - O) * complex_softplus(in);
    const number off = O - complex_sigmoid(in);
    return 0.5 * off * off;
}

/* The error of sample s, with parameter p made complex; LAYER_OUT has room for the outputs of two
 * layers of the widest. */
static number sample_error(const struct network *network, const struct data *data, enum cost loss,
                           size_t p, size_t s, number *layer_out, size_t widest) {
    number *before = layer_out;
    number *after = layer_out + widest;
    for (size_t i = 0; i < data->inputs; i++)
        before[i] = *data_x(data, i, s);
    size_t next = 0;
    number E_total = 0;
    for (size_t l = 0; l < network->depth; l++) {
        const struct layer *layer = &network->layer[l];
        const size_t first_bias = next + layer->neurons * layer->inputs;
        for (size_t j = 0; j < layer->neurons; j++) {
            const size_t bias = first_bias + j;
            number in = network->parameter[bias] + (bias == p ? h * I : 0);
            for (size_t i = 0; i < layer->inputs; i++, next++)
                in += (network->parameter[next] + (next == p ? h * I : 0)) * before[i];
            if (l + 1 < network->depth)
                after[j] = complex_activation(network->hidden, in);
            else
                E_total += complex_error(loss, *data_O(data, j, s), in);
        }
        next += layer->neurons;
        number *swap = before;
        before = after;
        after = swap;
    }
    return E_total;
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

void gradient_check(const struct network *network, const struct data *data, enum cost loss,
                    struct gradient_row *row) {
    const size_t widest = widest_layer(network);
    struct pass *pass = pass_new(network);
    double *gradient = memory_zeroed(network->parameters, sizeof *gradient);
    number *layer_out = memory_zeroed(2 * widest, sizeof *layer_out);
    place_rows(network, row);
    pass_gradient(pass, data, loss, gradient);
    for (size_t p = 0; p < network->parameters; p++) {
        double sum = 0;
        for (size_t s = 0; s < data->samples; s++)
            sum += cimag(sample_error(network, data, loss, p, s, layer_out, widest)) / h;
        row[p].analytic = gradient[p];
        row[p].numeric = sum / (double)data->samples;
        row[p].difference = row[p].analytic - row[p].numeric;
    }
    free(layer_out);
    free(gradient);
    pass_free(pass);
}

bool gradient_agrees(const struct gradient_row *row) {
    const double analytic = fabs(row->analytic), numeric = fabs(row->numeric);
    const double larger = analytic > numeric ? analytic : numeric;
    return isfinite(larger) && fabs(row->difference) <= 1e-12 * (larger > 1 ? larger : 1);
}
