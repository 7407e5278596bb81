/* Activation: the functions that make a neuron's output of its weighted sum, and their slopes (the
 * article's chapter 4), as code for the passes; what they are called is said by the table of
 * functions. A slope is given by the output, as in (5.9): out (1 - out). softmax, of an output
 * layer alone, makes each output of all sums, and is in the pass. */
#ifndef BPWALK_ACTIVATION_H
#define BPWALK_ACTIVATION_H

#include "base/elementary_kernel.h"
#include "formula/function.h"

#include <stdbool.h>

/* The first rows of the table of functions, in its order; softmax, which is no row, behind them. */
enum activation {
    ACTIVATION_SIGMOID,
    ACTIVATION_TANH,
    ACTIVATION_RELU,
    ACTIVATION_IDENTITY,
    ACTIVATION_LEAKY_RELU,
    ACTIVATION_SOFTMAX
};
enum { ACTIVATIONS = 6 };

/* Its word in the table of functions; and back, false where NAME is none of them. */
const char *activation_name(enum activation activation);
bool activation_named(const char *name, enum activation *activation);

/* That of a row; NULL is softmax. */
enum activation activation_of(const struct function *function);

/* DEFINE(activation, value, slope) for each but softmax */
#define FOR_EACH_ACTIVATION(DEFINE)                                                                \
    DEFINE(ACTIVATION_SIGMOID, sigmoid, dsigmoid)                                                  \
    DEFINE(ACTIVATION_TANH, hyperbolic_tangent, dhyperbolic_tangent)                               \
    DEFINE(ACTIVATION_RELU, relu, drelu)                                                           \
    DEFINE(ACTIVATION_IDENTITY, identity, didentity)                                               \
    DEFINE(ACTIVATION_LEAKY_RELU, leaky_relu, dleaky_relu)

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

static inline double identity(double in) {
    return in;
}

static inline double didentity(double out) {
    (void)out;
    return 1;
}

static inline double leaky_relu(double in) {
    return 0 > in ? 0.01 * in : in;
}

static inline double dleaky_relu(double out) {
    return drelu(out) + 0.01 * drelu(-out);
}

#endif
