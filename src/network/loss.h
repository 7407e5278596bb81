/* Loss: how far the outputs are from what is expected of them, and its slope. The cross-entropy
 * goes with sigmoid and softmax, whose slope cancels against its own, and with that every division
 * by 0; it has a form that no output of exactly 0 or 1 can break. Averaging over the samples is
 * left to the pass. */
#ifndef BPWALK_LOSS_H
#define BPWALK_LOSS_H

#include "example/shape.h"

#include <stdbool.h>
#include <stddef.h>

enum cost { COST_CROSS_ENTROPY, COST_MSE, COST_MEAN_SQUARED, COST_CROSS_ENTROPY_BROKEN };
/* That of the example language's loss, by whose words it is called, but for squared-error: "mse" is
 * (5.5), the halves of the squares, averaged. The broken cross-entropy has no name of its own. And
 * back, false where NAME is none of them. */
enum cost cost_of_loss(enum loss loss);
const char *loss_name(enum cost loss);
bool loss_named(const char *name, enum cost *loss);

/* The error E_O of one output of one sample: O is expected, in its weighted sum, out its output.
 * The cross-entropy is that of a sigmoid; of the mean the share, 1/n, is left out. */
double loss_error(enum cost loss, double O, double in, double out);

/* E_O = -O log(out) of softmax, where log_out is in less the log of the sum of all e^in, which
 * tells also where out is 0. */
double softmax_cross_entropy(double O, double log_out, double out);

/* log(e^in_1 + e^in_2 + ...) of COUNT numbers, each APART from the one before */
double softmax_log_sum(const double *in, size_t count, size_t apart);

/* (5.13) dE_dout, where E_O = 1/2 (O - out)^2 as in (5.5) */
static inline double dmse(double O, double out) {
    return -(O - out);
}

/* dE_dout, where E_total = 1/n * the sum of (O - out)^2; SHARE is 1/n of the n outputs */
static inline double dmean_squared(double O, double out, double share) {
    return share * (-2 * (O - out));
}

/* sigma_O = dE_dout * dout_din. Of a sigmoid E_O = -(O log(out) + (1 - O) log(1 - out)), so that
 * dE_dout = -(O / out - (1 - O) / (1 - out)) and dout_din = out (1 - out); of softmax, whose O add
 * up to 1, E_O = -O log(out) for each. Both give the same. */
static inline double dcross_entropy(double O, double out) {
    return -(O - out);
}

/* dE_dout of a sigmoid's cross-entropy as it is written, without that form: of outputs of exactly 0
 * or 1 it is infinite or no number, and so is the error, as in a program that computes it so. */
static inline double dcross_entropy_broken(double O, double out) {
    return -(O / out - (1 - O) / (1 - out));
}

#endif
