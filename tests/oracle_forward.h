/* Oracle, its forward pass: the sums, outputs and errors of a network, in as many bits as its
 * numbers have. For the oracle's own files alone, which count neurons, layers and samples from 0;
 * layer 0 is the inputs. */
#ifndef BPWALK_ORACLE_FORWARD_H
#define BPWALK_ORACLE_FORWARD_H

#include "example/shape.h"

#include <mpfr.h>

/* Numbers that are freed together. */
struct block {
    struct block *next;
    size_t count;
    mpfr_t numbers[];
};

/* COUNT zeros of so many BITS. */
mpfr_t *numbers_take(struct block **blocks, size_t count, mpfr_prec_t bits);
void numbers_free(struct block *blocks);

/* Of a layer: weights a row a neuron, from input to input; a bias a neuron, or one, or none. */
struct parameters {
    mpfr_t *weights, *biases;
};

/* The sums, outputs and errors of one sample, OUT of layer 0 its inputs; and the exponent of the
 * largest term or value that it came past. */
struct pass {
    mpfr_t *in[SHAPE_LAYERS + 1], *out[SHAPE_LAYERS + 1], *errors, *total;
    mpfr_exp_t largest;
};

struct pass pass_take(const struct shape *shape, struct block **blocks, mpfr_prec_t bits);

/* The number in PASS that a role is, or NULL. */
mpfr_srcptr pass_value(const struct pass *pass, const struct role *role);

/* What is moved in a forward pass, and by how much. */
struct nudge {
    struct role role;
    mpfr_srcptr by;
};

/* From layer FIRST on, where what is before is there; LAYERS and TARGETS are the network's. NUDGE
 * may be NULL. */
void pass_forward(const struct shape *shape, const struct parameters layers[], mpfr_t *targets,
                  size_t first, struct pass *pass, const struct nudge *nudge);

/* An activation of the table of functions; NULL: softmax. */
struct activation {
    const char *name;
    void (*value)(mpfr_ptr y, mpfr_srcptr x);
    void (*slope)(mpfr_ptr slope, mpfr_srcptr x);
    bool has_kink;
};
const struct activation *activation_of(const struct shape *shape, size_t layer);

size_t outputs_of(const struct shape *shape);

/* How many biases a layer has, and which of them a neuron has. */
size_t bias_count(const struct shape *shape, size_t layer);
size_t bias_of(const struct shape *shape, size_t neuron);

/* As a power of two; of 0 and of what is no number the least and the most that there are. */
mpfr_exp_t exponent_of(mpfr_srcptr x);
void note_largest(mpfr_exp_t *largest, mpfr_srcptr x);

#endif
