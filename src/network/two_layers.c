/* Two layers: see two_layers.h. The formulas are those of the pass, in its order, so that every bit
 * is the pass's. */
#include "network/two_layers.h"

/* What unrolls the loops, also where the program is built with -O2. */
#if defined __OPTIMIZE__ && defined __GNUC__ && !defined __clang__
#pragma GCC optimize("O3", "no-tree-vectorize")
#endif

#include "network/instruction_set.h"

#include <math.h>

enum { N = 2 };

struct neuron {
    double w[N], b;
};

bool two_layers_fit(const struct network *network, const struct data *data,
                    const struct training *training) {
    const struct layer *layer = network->layer;
    return network->depth == 2 && layer[0].inputs == N && layer[0].neurons == N &&
           layer[1].neurons == N && layer[0].activation == ACTIVATION_SIGMOID &&
           layer[1].activation == ACTIVATION_SIGMOID && data->samples == 1 &&
           training->loss == COST_MSE && training->frozen == NULL && !training->at_once &&
           !training->shared_biases;
}

INLINE double weighted_sum(const struct neuron *neuron, const double before[N]) {
    return neuron->w[0] * before[0] + neuron->w[1] * before[1] + 1 * neuron->b;
}

INLINE void update(struct neuron *neuron, double alpha, double sigma, const double before[N]) {
    for (size_t i = 0; i < N; i++)
        neuron->w[i] = neuron->w[i] - alpha * (sigma * before[i]);
    neuron->b = neuron->b - alpha * sigma;
}

static void take(struct neuron neuron[N], const struct layer *layer) {
    for (size_t j = 0; j < N; j++)
        neuron[j] = (struct neuron){{layer->w[j * N], layer->w[j * N + 1]}, layer->b[j]};
}

static void give(const struct layer *layer, const struct neuron neuron[N]) {
    for (size_t j = 0; j < N; j++) {
        layer->w[j * N] = neuron[j].w[0];
        layer->w[j * N + 1] = neuron[j].w[1];
        layer->b[j] = neuron[j].b;
    }
}

size_t two_layers_descend(const struct network *network, const struct data *data, double alpha,
                          size_t iterations) {
    struct neuron h[N], o[N];
    double x[N], O[N], out_h[N], in_O[N], sigma_O[N], sigma_h[N];
    size_t done = 0;
    take(h, &network->layer[0]);
    take(o, &network->layer[1]);
    for (size_t i = 0; i < N; i++) {
        x[i] = *data_x(data, i, 0);
        O[i] = *data_O(data, i, 0);
    }
    for (; done < iterations; done++) {
        for (size_t j = 0; j < N; j++)
            out_h[j] = sigmoid(weighted_sum(&h[j], x));
        for (size_t j = 0; j < N; j++)
            in_O[j] = weighted_sum(&o[j], out_h);
        if (!(fabs(in_O[0]) + fabs(in_O[1]) < (double)INFINITY))
            break;
        for (size_t j = 0; j < N; j++) {
            const double out = sigmoid(in_O[j]);
            sigma_O[j] = dmse(O[j], out) * dsigmoid(out);
        }
        for (size_t i = 0; i < N; i++)
            sigma_h[i] = (sigma_O[0] * o[0].w[i] + sigma_O[1] * o[1].w[i]) * dsigmoid(out_h[i]);
        for (size_t j = 0; j < N; j++) {
            update(&o[j], alpha, sigma_O[j], out_h);
            update(&h[j], alpha, sigma_h[j], x);
        }
    }
    give(&network->layer[0], h);
    give(&network->layer[1], o);
    return done;
}
