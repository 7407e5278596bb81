/* Activation: the functions that make a neuron's output of its weighted sum, and their slopes (the
 * article's chapter 4). A slope is given by the output, as in (5.9): out (1 - out). */
#ifndef BPWALK_ACTIVATION_H
#define BPWALK_ACTIVATION_H

#include "base/elementary_kernel.h"

#include <stdbool.h>

enum activation { ACTIVATION_TANH, ACTIVATION_SIGMOID, ACTIVATION_RELU };
enum { ACTIVATIONS = 3 };

/* "tanh", "sigmoid", "relu"; and back, false where NAME is none of them. */
const char *activation_name(enum activation activation);
bool activation_named(const char *name, enum activation *activation);

/* (5.2) */
static inline double sigmoid(double in) {
    return 1 / (kernel_exp(-in) + 1);
}

/* (5.9) */
static inline double dsigmoid(double out) {
    return out * (1 - out);
}

static inline double hyperbolic_tangent(double in) {
    return kernel_tanh(in);
}

static inline double dhyperbolic_tangent(double out) {
    return 1 - out * out;
}

static inline double relu(double in) {
    return 0 > in ? 0 : in;
}

static inline double drelu(double out) {
    return out > 0 ? 1 : 0;
}

#endif
