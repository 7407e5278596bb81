/* Same: which quantities of a walk are one and the same whatever the numbers given, and which of
 * its formulas have another quantity for a part. For ways.c alone. */
#ifndef BPWALK_SAME_H
#define BPWALK_SAME_H

#include "mark/ways.h"

/* Sets the twins of WAYS, whose forms are collected and in order, and adds the ways that have a
 * name in the place of what it is. */
void same_find(struct ways *ways);

#endif
