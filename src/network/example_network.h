/* Example network: the worked example of chapter 5 as a network and its one sample, so that the
 * network room can train what the walk walks. The only file of the room that knows of the example.
 */
#ifndef BPWALK_EXAMPLE_NETWORK_H
#define BPWALK_EXAMPLE_NETWORK_H

#include "example/example.h"
#include "network/data.h"
#include "network/network.h"

/* 2-2-2 with the example's weights and biases. Freed with network_free. */
struct network *example_network(const struct example *example, enum activation hidden);

/* The inputs i1 i2 and the targets O1 O2: one sample without a class. Freed with data_free. */
struct data *example_data(const struct example *example);

/* The name of a parameter, "w5" or "b3", by its index in network->parameter. */
const char *example_parameter(size_t index);

#endif
