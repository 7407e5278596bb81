/* Train: gradient descent over all samples at once, and the curve of its cost. */
#ifndef BPWALK_TRAIN_H
#define BPWALK_TRAIN_H

#include "base/error.h"
#include "network/data.h"
#include "network/loss.h"
#include "network/network.h"

#include <stdbool.h>
#include <stddef.h>

struct training {
    enum cost loss;
    double rate; /* alpha */
    size_t iterations;
    size_t every;  /* the cost is kept at each iteration that this divides */
    size_t before; /* iterations that it goes on from: an error counts them too */

    /* What the article has not: the error is the sum over the samples, not the mean; a layer is
     * updated before the error terms of the layer below are had, with its new weights; the biases
     * of a layer are one; and parameters that stay as they are, NULL where all are updated. */
    bool is_sum, at_once, shared_biases;
    bool goes_on;       /* also where the cost is no finite number any more */
    const bool *frozen; /* [parameters] */

    const struct data *test; /* its cost is kept beside; NULL: none */
    bool keep_best;          /* the parameters at the kept iteration whose test costs least */
    size_t patience; /* iterations in which the test may cost no less before it ends; 0: all */

    /* Called every few milliseconds, with the number of iterations done; false ends the training
     * as if that had been all of them. May be NULL. */
    bool (*progress)(void *context, size_t done);
    void *context;
};

/* The cost kept at some iterations: before the update of that iteration, or, in the last entry,
 * after the last update. */
struct curve {
    size_t count;
    size_t *iteration;
    double *cost;
    double *test; /* NULL where there is none */
    size_t best;  /* the entry in which it is least, the first of them */
};

void curve_free(struct curve *curve);

/* Trains the network from the parameters that it has, and leaves it with the new ones. The data
 * have expected outputs; NAME is what they are called in an error. CURVE, empty before, is the
 * caller's to free, whatever comes back. False with a line in ERROR where the data do not fit, the
 * rate is no number above 0, or `every` is 0; and where the cost leaves the range of numbers,
 * unless the training goes on, with the iteration at which it did. */
bool train(struct network *network, const struct data *data, const char *name,
           const struct training *training, struct curve *curve, struct error *error);

/* The gradient with which it would begin, in the order of network->parameter; biases of a layer
 * that are one have that of all. The network stays as it is. False likewise, before anything is
 * computed. */
bool train_gradient(struct network *network, const struct data *data, const char *name,
                    const struct training *training, double *gradient, struct error *error);

#endif
