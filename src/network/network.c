/* Network: see network.h. */
#include "network/network.h"

#include "base/memory.h"
#include "network/random.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void write_shape(const size_t *width, size_t count, char *shape, size_t room) {
    size_t used = 0;
    shape[0] = '\0';
    for (size_t i = 0; i < count; i++) {
        char item[32];
        const int length = snprintf(item, sizeof item, "%s%zu", i > 0 ? "," : "", width[i]);
        if (used + (size_t)length + sizeof "..." > room) {
            strcpy(shape + used, "...");
            return;
        }
        strcpy(shape + used, item);
        used += (size_t)length;
    }
}

static bool refuse(const size_t *width, size_t count, const char *why, struct error *error) {
    char shape[80];
    write_shape(width, count, shape, sizeof shape);
    return error_set(error, "layers %s: %s", shape, message(why));
}

/* Counts the parameters. */
static bool check_widths(const size_t *width, size_t count, size_t *parameters,
                         struct error *error) {
    *parameters = 0;
    if (count < 2)
        return refuse(width, count,
                      "one layer is no network; at least two are needed, such as 2,4,2", error);
    if (count > DEPTH_MOST + 1)
        return refuse(width, count, "too many layers; at most 101 are possible", error);
    for (size_t i = 0; i < count; i++) {
        if (width[i] < 1 || width[i] > WIDTH_MOST)
            return refuse(width, count, "a layer has from 1 to 1000000 neurons, such as 2,4,2",
                          error);
        if (i > 0 && width[i - 1] + 1 > (PARAMETERS_MOST - *parameters) / width[i])
            return refuse(width, count, "too large; at most 100000000 weights are possible", error);
        *parameters += i > 0 ? width[i] * (width[i - 1] + 1) : 0;
    }
    return true;
}

struct network *network_new(const size_t *width, size_t count, enum activation hidden,
                            struct error *error) {
    size_t parameters;
    if (!check_widths(width, count, &parameters, error))
        return NULL;
    struct network *network = memory_zeroed(1, sizeof *network);
    network->hidden = hidden;
    network->depth = count - 1;
    network->layer = memory_zeroed(network->depth, sizeof *network->layer);
    network->parameters = parameters;
    network->parameter = memory_zeroed(parameters, sizeof *network->parameter);
    double *next = network->parameter;
    for (size_t l = 0; l < network->depth; l++) {
        struct layer *layer = &network->layer[l];
        layer->inputs = width[l];
        layer->neurons = width[l + 1];
        layer->activation = l + 1 < network->depth ? hidden : ACTIVATION_SIGMOID;
        layer->w = next;
        layer->b = layer->w + layer->neurons * layer->inputs;
        next = layer->b + layer->neurons;
    }
    return network;
}

void network_free(struct network *network) {
    if (network == NULL)
        return;
    for (size_t c = 0; c < network->classes; c++)
        free(network->class_name[c]);
    free(network->class_name);
    free(network->parameter);
    free(network->layer);
    free(network);
}

struct network *network_copy(const struct network *network) {
    struct error error;
    size_t width[DEPTH_MOST + 1];
    for (size_t i = 0; i <= network->depth; i++)
        width[i] = network_width(network, i);
    struct network *copy = network_new(width, network->depth + 1, network->hidden, &error);
    for (size_t l = 0; l < network->depth; l++)
        copy->layer[l].activation = network->layer[l].activation;
    memcpy(copy->parameter, network->parameter, network->parameters * sizeof *copy->parameter);
    return copy;
}

void network_name_classes(struct network *network, char *const *name, size_t count) {
    if (name == NULL)
        return;
    network->class_name = memory_zeroed(count, sizeof *network->class_name);
    for (; network->classes < count; network->classes++)
        network->class_name[network->classes] = memory_copy(name[network->classes]);
}

void network_unscale(struct network *network, const double *centre, const double *spread) {
    const struct layer *layer = &network->layer[0];
    for (size_t j = 0; j < layer->neurons; j++)
        for (size_t i = 0; i < layer->inputs; i++) {
            double *w = &layer->w[j * layer->inputs + i];
            *w /= spread[i];
            layer->b[j] -= *w * centre[i];
        }
}

size_t network_inputs(const struct network *network) {
    return network->layer[0].inputs;
}

size_t network_outputs(const struct network *network) {
    return network->layer[network->depth - 1].neurons;
}

size_t network_width(const struct network *network, size_t i) {
    return i == 0 ? network_inputs(network) : network->layer[i - 1].neurons;
}

void network_start(struct network *network, uint32_t seed) {
    struct random random;
    random_seed(&random, seed);
    for (size_t l = 0; l < network->depth; l++) {
        const struct layer *layer = &network->layer[l];
        for (size_t i = 0; i < layer->neurons * layer->inputs; i++)
            layer->w[i] = random_gauss(&random) / sqrt((double)layer->inputs);
        for (size_t j = 0; j < layer->neurons; j++)
            layer->b[j] = 0;
    }
}

/* The whole number at *C, of at most 9 digits; moves *C behind it. False where there is none. */
static bool read_width(const char **c, size_t *width) {
    const char *start = *c;
    *width = 0;
    while (**c >= '0' && **c <= '9' && *c - start < 9)
        *width = *width * 10 + (size_t)(*(*c)++ - '0');
    return *c > start;
}

size_t network_widths(const char *list, const char *where, size_t width[DEPTH_MOST + 1],
                      struct error *error) {
    size_t count = 0;
    const char *c = list;
    for (;;) {
        if (count > DEPTH_MOST || !read_width(&c, &width[count]) || (*c != ',' && *c != '\0')) {
            error_set(error,
                      "%s: %s is not a list of layers; at most %d widths are needed, parted "
                      "by commas, such as 2,4,2",
                      where, quote(list, strlen(list)).text, DEPTH_MOST + 1);
            return 0;
        }
        count++;
        if (*c++ == '\0')
            return count;
    }
}

void network_shape(const struct network *network, char *shape, size_t room) {
    size_t width[DEPTH_MOST + 1];
    for (size_t i = 0; i <= network->depth; i++)
        width[i] = network_width(network, i);
    write_shape(width, network->depth + 1, shape, room);
}
