/* Walk names: the quantities of a walk by what they are, not by how they are called; of the first
 * sample where there are several. */
#ifndef BPWALK_WALK_NAMES_H
#define BPWALK_WALK_NAMES_H

#include "walk/walk.h"

/* That with this role; NULL where the walk has none. */
const struct quantity *walk_quantity(const struct walk *walk, struct role role);

/* The derivative OF one BY another; NULL where the walk has no name for it. */
const struct quantity *walk_derivative(const struct walk *walk, struct role of, struct role by);

#endif
