/* Any network: the picture of a network of any shape that fits a page, with its numbers on nodes
 * and edges as far as there is room, and what is left out said beneath. The article's own network,
 * with the ways on which the error comes back, is network.c. */
#ifndef BPWALK_ANY_NETWORK_H
#define BPWALK_ANY_NETWORK_H

#include "plot/figure.h"

/* False with ERROR where the example cannot be walked, or a layer is too wide for a page. */
bool any_network_put(struct script *script, const struct example *example, struct error *error);

#endif
