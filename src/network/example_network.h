/* Example network: an example as a network and its samples, so that the network room can train what
 * the walk walks. The only file of the room that knows of the example. */
#ifndef BPWALK_EXAMPLE_NETWORK_H
#define BPWALK_EXAMPLE_NETWORK_H

#include "example/example.h"
#include "network/data.h"
#include "network/network.h"
#include "network/train.h"

/* The example's layers, with their activations, weights and biases: shared biases stand with each
 * neuron, and where there are none they are 0. Freed with network_free. */
struct network *example_network(const struct example *example);

/* Its loss, rate, update and reduction, and what it freezes: FROZEN has room for all parameters of
 * the network, and must outlive what is returned. Iterations are left to the caller. */
struct training example_training(const struct example *example, bool *frozen);

/* The inputs and targets, without a class. Freed with data_free. */
struct data *example_data(const struct example *example);

/* The weight or bias that stands at INDEX in network->parameter: a shared bias for each neuron;
 * NULL where it has none. */
const struct given *example_parameter(const struct example *example, size_t index);

#endif
