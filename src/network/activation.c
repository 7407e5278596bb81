/* Activation: see activation.h. */
#include "network/activation.h"

#include <string.h>

static const char *const names[ACTIVATIONS] = {
    [ACTIVATION_TANH] = "tanh", [ACTIVATION_SIGMOID] = "sigmoid", [ACTIVATION_RELU] = "relu"};

const char *activation_name(enum activation activation) {
    return names[activation];
}

bool activation_named(const char *name, enum activation *activation) {
    for (int i = 0; i < ACTIVATIONS; i++)
        if (strcmp(name, names[i]) == 0) {
            *activation = (enum activation)i;
            return true;
        }
    return false;
}

double activation_out(enum activation activation, double in) {
    switch (activation) {
    case ACTIVATION_SIGMOID:
        return sigmoid(in);
    case ACTIVATION_RELU:
        return relu(in);
    case ACTIVATION_TANH:
    default:
        return hyperbolic_tangent(in);
    }
}

double activation_slope(enum activation activation, double out) {
    switch (activation) {
    case ACTIVATION_SIGMOID:
        return dsigmoid(out);
    case ACTIVATION_RELU:
        return drelu(out);
    case ACTIVATION_TANH:
    default:
        return dhyperbolic_tangent(out);
    }
}
