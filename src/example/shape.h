/* Shape: what network an example is: its layers, functions, loss, and what belongs to which neuron.
 * It answers what a name is, and how a role is spelled; the numbers are the example's. */
#ifndef BPWALK_SHAPE_H
#define BPWALK_SHAPE_H

#include "base/text.h"

#include <stdbool.h>
#include <stddef.h>

struct function;

enum { SHAPE_WIDEST = 64, SHAPE_LAYERS = 8, SHAPE_SAMPLES = 1000 };

enum loss { LOSS_SQUARED_ERROR, LOSS_MEAN_SQUARED_ERROR, LOSS_CROSS_ENTROPY };
enum biases { BIASES_EACH, BIASES_SHARED, BIASES_NONE };
enum update { UPDATE_TOGETHER, UPDATE_AT_ONCE };
enum reduction { REDUCTION_MEAN, REDUCTION_SUM };

/* Layer 0 is the inputs, layer `depth` the outputs; a layer from 1 on has weights, biases and an
 * activation: a row of the table of functions, NULL for softmax (of the outputs alone). */
struct shape {
    size_t depth;
    size_t width[SHAPE_LAYERS + 1];
    const struct function *activation[SHAPE_LAYERS + 1];
    enum loss loss;
    enum biases biases;
    enum update update;
    enum reduction reduction;
    size_t samples;
};

/* The article's: 2-2-2, sigmoid, squared-error, a bias a neuron, one sample. */
struct shape shape_of_article(void);

/* Whether all but the numbers is the article's (frozen names and asked ones are the example's). */
bool shape_is_article(const struct shape *shape);

/* The widths as text, "2-2-2". */
void shape_put_network(struct text *out, const struct shape *shape);

/* The number k of w<k>, from neuron FROM of the layer before to neuron TO of LAYER (both from 1);
 * layer by layer from the inputs, in a layer neuron by neuron, for a neuron input by input. */
size_t shape_weight(const struct shape *shape, size_t layer, size_t to, size_t from);

/* The number k of b<k> of neuron TO of LAYER; 0 where there are no biases. */
size_t shape_bias(const struct shape *shape, size_t layer, size_t to);

size_t shape_weights(const struct shape *shape); /* how many in all */
size_t shape_biases(const struct shape *shape);
size_t shape_biases_of(const struct shape *shape, size_t layer); /* of LAYER alone */

/* What a name is. */
enum role_kind {
    ROLE_NONE,
    ROLE_INPUT,      /* i1: neuron of layer 0 */
    ROLE_TARGET,     /* O1: neuron of the last layer */
    ROLE_WEIGHT,     /* w5: to NEURON of LAYER, from neuron FROM of the layer before */
    ROLE_BIAS,       /* b3: of NEURON of LAYER; shared: neuron 1 stands for all */
    ROLE_RATE,       /* alpha */
    ROLE_SUM,        /* in_h1 */
    ROLE_OUTPUT,     /* out_h1 */
    ROLE_ERROR,      /* E_O1 */
    ROLE_TOTAL,      /* E_total */
    ROLE_ERROR_TERM, /* sigma_h1 */
};

struct role {
    enum role_kind kind;
    size_t layer, neuron, from; /* 0 where they mean nothing */
    bool is_new;                /* _new stands behind */
    size_t sample;              /* _s2 stands behind; 0: it does not */
};

/* What NAME is in this shape; ROLE_NONE for what is none of its names, or a derivative. Whether a
 * sample has to be named is not asked: in_h1 is a sum with several samples too. */
struct role shape_role(const struct shape *shape, const char *name, size_t length);

/* Whether NAME is dA_dB of this shape, and of what by what; the sample stands behind B and is put
 * into both. */
bool shape_derivative(const struct shape *shape, const char *name, size_t length, struct role *of,
                      struct role *by);

/* Whether it is that of the whole error by a weight or bias, and BY which. */
bool shape_is_gradient(const struct shape *shape, const char *name, size_t length, struct role *by);

/* The inverse: appends how a role is spelled. */
void shape_put_name(struct text *out, const struct shape *shape, const struct role *role);

/* A layer's weights or biases as a matrix. */
struct matrix {
    enum role_kind kind; /* ROLE_WEIGHT: W1, or ROLE_BIAS: B1; ROLE_NONE: it is none */
    size_t layer;
    bool is_slope, is_new; /* dW1, W1_new: never both */
};

/* Which matrix of this shape NAME is. */
struct matrix shape_matrix(const struct shape *shape, const char *name, size_t length);

/* The inverse. */
void shape_put_matrix(struct text *out, const struct matrix *matrix);

/* The letters of a layer: i, then h, hh, ..., then O. */
void shape_put_letters(struct text *out, const struct shape *shape, size_t layer);

#endif
