/* Gradient check: the gradient of the backward pass beside one that is had from the forward
 * formulas alone. */
#ifndef BPWALK_GRADIENT_CHECK_H
#define BPWALK_GRADIENT_CHECK_H

#include "network/data.h"
#include "network/network.h"
#include "network/train.h"

#include <stdbool.h>
#include <stddef.h>

/* One parameter: the weight of a neuron for an input, or its bias. Counted from 0. */
struct gradient_row {
    size_t layer, neuron, input;
    bool is_bias;
    double analytic; /* from the backward pass */
    double numeric;  /* complex-step derivative of the cost */
    double difference;
};

/* Fills a row for each parameter, in the order of network->parameter, of the error that such a
 * training has: the mean or the sum over the samples; biases of a layer that are one have the same
 * row. The numeric side runs the network once for each parameter and sample: it is meant for small
 * networks. False with a line in ERROR as `train` has it; and where a layer is updated before the
 * one below it, which goes by the derivative of no error then. */
bool gradient_check(struct network *network, const struct data *data, const char *name,
                    const struct training *training, struct gradient_row *row,
                    struct error *error);

/* Whether the two agree to the accuracy that doubles allow: 1e-12, of the larger one where that is
 * above 1. */
bool gradient_agrees(const struct gradient_row *row);

#endif
