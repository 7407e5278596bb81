/* Example network: see example_network.h. */
#include "network/example_network.h"

enum { PARAMETERS = 12 };

/* In the order of network->parameter: layer by layer, weights before biases. */
static const char *const names[PARAMETERS] = {"w1", "w2", "w3", "w4", "b1", "b2",
                                              "w5", "w6", "w7", "w8", "b3", "b4"};

struct network *example_network(const struct example *example, enum activation hidden) {
    static const size_t widths[] = {2, 2, 2};
    struct error error;
    struct network *network = network_new(widths, 3, hidden, &error);
    for (size_t i = 0; i < PARAMETERS; i++)
        network->parameter[i] = example_value(example, names[i]);
    return network;
}

struct data *example_data(const struct example *example) {
    struct data *data = data_new(1, 2);
    data_make_outputs(data, 2);
    *data_x(data, 0, 0) = example_value(example, "i1");
    *data_x(data, 1, 0) = example_value(example, "i2");
    *data_O(data, 0, 0) = example_value(example, "O1");
    *data_O(data, 1, 0) = example_value(example, "O2");
    return data;
}

const char *example_parameter(size_t index) {
    return names[index];
}
