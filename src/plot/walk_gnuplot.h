/* Walk for gnuplot: the way from the inputs to the error, line by line of a walk in gnuplot's
 * spelling. */
#ifndef BPWALK_WALK_GNUPLOT_H
#define BPWALK_WALK_GNUPLOT_H

#include "plot/script.h"
#include "walk/walk.h"

/* Puts the given numbers of WALK, and behind them its forward pass and errors: `in_O1 = ...`, or
 * `in_O1(w5, w7) = ...` of what depends on one of the names of AXIS. */
void walk_gnuplot(struct script *script, struct walk *walk, const char *const axis[2]);

#endif
