/* Two layers: descent of the smallest network that is walked, 2-2-2 with sigmoids and a squared
 * error, on one sample, with all its numbers in registers: an iteration of the pass takes a third
 * longer, which waits for its memory. The bits are the same. */
#ifndef BPWALK_TWO_LAYERS_H
#define BPWALK_TWO_LAYERS_H

#include "network/data.h"
#include "network/network.h"
#include "network/train.h"

#include <stdbool.h>

/* Whether it is this network, and so trained. */
bool two_layers_fit(const struct network *network, const struct data *data,
                    const struct training *training);

/* Descends ITERATIONS times, or up to where a weighted sum of the outputs is no finite number,
 * which is left to others. Returns how often. */
size_t two_layers_descend(const struct network *network, const struct data *data, double alpha,
                          size_t iterations);

#endif
