/* Example network: an example as a network and its samples, so that the network room can train what
 * the walk walks. The only file of the room that knows of the example. */
#ifndef BPWALK_EXAMPLE_NETWORK_H
#define BPWALK_EXAMPLE_NETWORK_H

#include "example/example.h"
#include "network/data.h"
#include "network/network.h"

/* The example's layers with its weights and biases, a bias a neuron; hidden ones with the
 * activation HIDDEN. Freed with network_free. */
struct network *example_network(const struct example *example, enum activation hidden);

/* The inputs and targets, without a class. Freed with data_free. */
struct data *example_data(const struct example *example);

/* The weight or bias that stands at INDEX in network->parameter; NULL past the last. */
const struct given *example_parameter(const struct example *example, size_t index);

#endif
