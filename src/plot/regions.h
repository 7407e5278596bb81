/* Regions: a plane with samples on it, each place in the colour of the class that a network takes
 * it for. The network is the reader's own, of any layers and any number of classes that can be told
 * apart by colour; it is asked at the points of a grid, which the script has. */
#ifndef BPWALK_REGIONS_H
#define BPWALK_REGIONS_H

#include "network/data.h"
#include "network/network.h"
#include "plot/figure.h"

/* The request's two operands: the model of `bpwalk train --save`, and a table of samples for it.
 * False with ERROR where one cannot be read or they do not fit, or where the network tells no
 * classes, or more than there are colours. Both are the caller's to free, whatever comes back. */
bool regions_read(const struct plot_request *request, struct network **network, struct data **data,
                  struct error *error);

/* Puts what all panels share: the colours, and the key. */
void regions_put_setting(struct script *script, const struct network *network,
                         const struct data *data);

/* Appends what the outputs of a LAYER of the network are called without their number, out_hh: in
 * its plane they are AXIS1, AXIS2, ...; the inputs are layer 0. */
void regions_put_axis(struct text *axis, const struct network *network, size_t layer,
                      const struct notation *notation);

/* Puts a panel. NETWORK has two inputs, as have DATA, called AXIS1, AXIS2, ... False with ERROR
 * where they are too large for an axis. */
bool regions_put(struct script *script, const struct network *network, const struct data *data,
                 const char *axis, struct error *error);

/* Puts a panel of three inputs: the samples alone, without regions. */
bool regions_put_space(struct script *script, const struct network *network,
                       const struct data *data, const char *axis, struct error *error);

#endif
