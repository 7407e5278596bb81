/* Network: the layers of neurons with their weights and biases, and where these start. What is
 * done with them is left to the pass (forward and backward) and to training. */
#ifndef BPWALK_NETWORK_H
#define BPWALK_NETWORK_H

#include "base/error.h"
#include "network/activation.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* One layer of neurons. The weight of neuron j for output i of the layer before is
 * w[j * inputs + i], its bias is b[j]. */
struct layer {
    size_t inputs, neurons;
    enum activation activation;
    double *w, *b;
};

/* The input layer only hands on what it is given, so it is none of the `depth` layers. All
 * weights and biases stand in `parameter`, layer by layer, w before b. */
struct network {
    enum activation
        hidden; /* what network_new was given: a model tells it without hidden layers too */
    size_t depth;
    struct layer *layer;
    size_t parameters;
    double *parameter;
    char **class_name; /* [classes]: what its outputs tell; NULL: they are numbers from 0 */
    size_t classes;
};

enum { DEPTH_MOST = 100, WIDTH_MOST = 1000000, PARAMETERS_MOST = 100000000 };

/* A network of COUNT widths, the first one that of the input layer; all parameters are 0. The
 * hidden layers have the activation HIDDEN, the last one the sigmoid, until they are given others.
 * NULL with "layers 2,0,2: ..." in ERROR where there are fewer than two, a width is 0, or the whole
 * is too large. Freed with network_free. */
struct network *network_new(const size_t *width, size_t count, enum activation hidden,
                            struct error *error);
void network_free(struct network *network);
struct network *network_copy(const struct network *network);

/* Takes copies of COUNT names; NULL takes none. */
void network_name_classes(struct network *network, char *const *name, size_t count);

/* Once trained on inputs of which CENTRE was taken, and which were then divided by SPREAD, it takes
 * the inputs as they are: both are worked into the weights and biases of its first layer. */
void network_unscale(struct network *network, const double *centre, const double *spread);

size_t network_inputs(const struct network *network);
size_t network_outputs(const struct network *network);

/* Width I of the depth + 1 widths */
size_t network_width(const struct network *network, size_t i);

/* The article's start: np.random.seed(SEED), then for each layer
 * w = randn(neurons, inputs) / sqrt(inputs) and b = 0. */
void network_start(struct network *network, uint32_t seed);

/* Reads "2,4,2" into at most DEPTH_MOST + 1 widths; returns how many, or 0 with a line in ERROR
 * that begins with WHERE. */
size_t network_widths(const char *list, const char *where, size_t width[DEPTH_MOST + 1],
                      struct error *error);

/* Writes the widths as "2,4,2" into ROOM bytes; a longer list ends in "...". */
void network_shape(const struct network *network, char *shape, size_t room);

#endif
