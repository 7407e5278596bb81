/* Predict: what a network takes each sample for, and how often it is right. */
#ifndef BPWALK_PREDICT_H
#define BPWALK_PREDICT_H

#include "network/data.h"
#include "network/network.h"

#include <stddef.h>

/* For each sample, which output is the largest (the first of them, where several are): the class.
 * The data fit the network (pass_fits). CLASS has room for all samples. */
void predict(const struct network *network, const struct data *data, size_t *class);

/* How often a sample of one class was taken for another: count[is * classes + taken_for], where
 * `classes` is the number of outputs, or of classes in the data if there are more. */
struct confusion {
    size_t classes;
    size_t *count;
    size_t right, samples;
};

/* Predicts the samples, which have classes, and counts. Freed with confusion_free. */
struct confusion confusion_of(const struct network *network, const struct data *data);
void confusion_free(struct confusion *confusion);

#endif
