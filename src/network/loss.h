/* Loss: how far the outputs are from what is expected of them. The output layer is a sigmoid, so
 * each loss has an error term sigma_O = dE_din_O, and the cross-entropy a form that no output of
 * exactly 0 or 1 can break. Averaging over the samples is left to the pass. */
#ifndef BPWALK_LOSS_H
#define BPWALK_LOSS_H

#include <stdbool.h>

enum cost { COST_CROSS_ENTROPY, COST_MSE };
enum { LOSSES = 2 };

/* "cross-entropy", "mse"; and back, false where NAME is none of them. */
const char *loss_name(enum cost loss);
bool loss_named(const char *name, enum cost *loss);

/* The error E_O of one output of one sample: O is expected, in its weighted sum, out its output. */
double loss_error(enum cost loss, double O, double in, double out);

/* (5.13) sigma_O = dE_dout * dout_din, with E_O = 1/2 (O - out)^2 as in (5.5) */
static inline double dmse(double O, double out) {
    return -(O - out) * out * (1 - out);
}

/* sigma_O = dE_dout * dout_din, where E_O = -(O log(out) + (1 - O) log(1 - out)), so that
 * dE_dout = -(O / out - (1 - O) / (1 - out)) and dout_din = out (1 - out): the slope cancels, and
 * with it every division by 0. */
static inline double dcross_entropy(double O, double out) {
    return -(O - out);
}

#endif
