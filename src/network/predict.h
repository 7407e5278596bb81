/* Predict: what a network takes each sample for, and how often it is right. */
#ifndef BPWALK_PREDICT_H
#define BPWALK_PREDICT_H

#include "network/data.h"
#include "network/network.h"

#include <stddef.h>

/* Whether its outputs tell classes, as those of sigmoid and softmax do; others are numbers, and
 * nothing else. */
bool tells_classes(const struct network *network);

/* The class that COUNT outputs tell: the largest of them (the first, where several are); of a
 * single one 1 where it is above 0.5, else 0. */
size_t class_of_outputs(const double *out, size_t count);

/* For each sample the class that its outputs tell.
 * The data fit the network (pass_fits). CLASS has room for all samples. */
void predict(const struct network *network, const struct data *data, size_t *class);

/* How often a sample of one class was taken for another: count[is * classes + taken_for], where
 * `classes` is how many the outputs tell apart, or of classes in the data if there are more. */
struct confusion {
    size_t classes;
    size_t *count;
    size_t right, samples;
    char *const *class_name; /* those of the data or of the network; NULL: numbers */
    size_t names;
};

/* Predicts the samples, which have classes, and counts. Freed with confusion_free. */
struct confusion confusion_of(const struct network *network, const struct data *data);
void confusion_free(struct confusion *confusion);

/* Counts samples of the network too, which has these outputs for them (pass_outputs). {0} has
 * none. */
void confusion_add(struct confusion *confusion, const struct network *network,
                   const struct data *data, const double *out);

/* How well the outputs of samples with expected outputs, but without classes, are met: 1 less what
 * is left of the squares around the mean, R2, averaged over the outputs; and the largest error. An
 * output that is expected to be always the same has an R2 of 1 where it is met, else of 0. */
struct fit {
    double R2, largest;
};
struct fit fit_of(const struct network *network, const struct data *data);

/* The same of samples that come one after the other. {0} is of none. */
struct fit_sums {
    size_t samples, outputs;
    double *mean, *around, *left; /* [outputs], of O; the squares around it, and what is left */
    double largest;
};
void fit_add(struct fit_sums *sums, const struct data *data, const double *out);
struct fit fit_of_sums(const struct fit_sums *sums);
void fit_free(struct fit_sums *sums);

#endif
