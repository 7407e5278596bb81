/* Pass: the forward and the backward pass of a network over all samples. It gives the outputs, the
 * cost and the gradient; what is done with the gradient is left to training.
 *
 * m is the number of samples. The cost is E_total averaged over them, E_total being the sum of the
 * errors of the outputs, (5.5), with the loss of one's choice for E_O. */
#ifndef BPWALK_PASS_H
#define BPWALK_PASS_H

#include "network/data.h"
#include "network/loss.h"
#include "network/network.h"

#include <stdbool.h>

/* Room for the outputs and error terms of one block of samples; it belongs to one network. */
struct pass;

/* On the best instruction set of this machine; or, for tests, on SET: from 0, the plainest, to
 * instruction_set(). */
struct pass *pass_new(const struct network *network);
struct pass *pass_new_on(const struct network *network, int set);
void pass_free(struct pass *pass);

/* The error terms are carried back by the weights of another NETWORK of the same layers, as where a
 * layer's weights are updated before the layer below it has its error terms. */
void pass_carry_back_with(struct pass *pass, const struct network *network);

/* Whether data fit the network: as many inputs, and, if outputs are expected of the data, as many
 * outputs. False with a line in ERROR that begins with NAME, which is what the data are called. */
bool pass_fits(const struct network *network, const struct data *data, const char *name,
               struct error *error);

/* Forward: output j of sample s goes to out[s * outputs + j]. */
void pass_outputs(struct pass *pass, const struct data *data, double *out);

/* Forward: the cost. */
double pass_cost(struct pass *pass, const struct data *data, enum cost loss);

/* Forward and backward: the derivative of the cost by each parameter, in the order of
 * network->parameter. Returns false where a weighted sum of the output layer, or the sum of all of
 * them, is no finite number any more; otherwise the cost is finite. */
bool pass_gradient(struct pass *pass, const struct data *data, enum cost loss, double *gradient);

#endif
