/* Example network: see example_network.h. */
#include "network/example_network.h"

const struct given *example_parameter(const struct example *example, size_t index) {
    const struct shape *shape = &example->shape;
    const size_t of_samples = shape->samples * (shape->width[0] + shape->width[shape->depth]);
    const struct given *weight = example->given + of_samples;
    const struct given *bias = weight + shape_weights(shape);
    for (size_t layer = 1; layer <= shape->depth; layer++) {
        const size_t weights = shape->width[layer] * shape->width[layer - 1];
        if (index < weights)
            return &weight[index];
        index -= weights;
        weight += weights;
        if (index < shape->width[layer])
            return &bias[index];
        index -= shape->width[layer];
        bias += shape->width[layer];
    }
    return NULL;
}

struct network *example_network(const struct example *example, enum activation hidden) {
    struct error error;
    struct network *network =
        network_new(example->shape.width, example->shape.depth + 1, hidden, &error);
    for (size_t i = 0; i < network->parameters; i++)
        network->parameter[i] = example_parameter(example, i)->value;
    return network;
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
