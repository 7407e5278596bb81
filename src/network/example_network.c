/* Example network: see example_network.h. */
#include "network/example_network.h"

const struct given *example_parameter(const struct example *example, size_t index) {
    const struct shape *shape = &example->shape;
    const size_t of_samples = shape->samples * (shape->width[0] + shape->width[shape->depth]);
    const struct given *const weight = example->given + of_samples;
    const struct given *const bias = weight + shape_weights(shape);
    size_t weights_before = 0;
    for (size_t layer = 1;; layer++) {
        const size_t weights = shape->width[layer] * shape->width[layer - 1];
        if (index < weights)
            return &weight[weights_before + index];
        index -= weights;
        weights_before += weights;
        if (index < shape->width[layer])
            return shape->biases == BIASES_NONE ? NULL
                                                : &bias[shape_bias(shape, layer, index + 1) - 1];
        index -= shape->width[layer];
    }
}

struct network *example_network(const struct example *example) {
    const struct shape *shape = &example->shape;
    struct error error;
    struct network *network =
        network_new(shape->width, shape->depth + 1, ACTIVATION_SIGMOID, &error);
    for (size_t l = 0; l < network->depth; l++)
        network->layer[l].activation = activation_of(shape->activation[l + 1]);
    for (size_t i = 0; i < network->parameters; i++) {
        const struct given *given = example_parameter(example, i);
        network->parameter[i] = given != NULL ? given->value : 0;
    }
    return network;
}

struct training example_training(const struct example *example, bool *frozen) {
    const struct shape *shape = &example->shape;
    bool any = false;
    size_t p = 0;
    for (size_t layer = 1; layer <= shape->depth; layer++)
        for (size_t i = 0; i < shape->width[layer] * (shape->width[layer - 1] + 1); i++, p++) {
            const struct given *given = example_parameter(example, p);
            frozen[p] = given == NULL || given->frozen;
            any |= frozen[p];
        }
    return (struct training){.loss = cost_of_loss(shape->loss),
                             .rate = example_rate(example),
                             .every = 1,
                             .is_sum = shape->reduction == REDUCTION_SUM,
                             .at_once = shape->update == UPDATE_AT_ONCE,
                             .shared_biases = shape->biases == BIASES_SHARED,
                             .frozen = any ? frozen : NULL};
}

struct data *example_data(const struct example *example) {
    const struct shape *shape = &example->shape;
    const size_t inputs = shape->width[0], targets = shape->width[shape->depth];
    const struct given *given = example->given;
    struct data *data = data_new(shape->samples, inputs);
    data_make_outputs(data, targets);
    for (size_t sample = 0; sample < shape->samples; sample++) {
        for (size_t i = 0; i < inputs; i++)
            *data_x(data, i, sample) = given++->value;
        for (size_t o = 0; o < targets; o++)
            *data_O(data, o, sample) = given++->value;
    }
    return data;
}
