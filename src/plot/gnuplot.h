/* Gnuplot: runs it on a script. */
#ifndef BPWALK_GNUPLOT_H
#define BPWALK_GNUPLOT_H

#include "base/error.h"
#include "base/text.h"

/* Draws SCRIPT, one that script_start has begun, with a TERMINAL of gnuplot's, and appends the
 * picture to PICTURE and what gnuplot says beside it to SAID, one line. False with a line in ERROR
 * where there is no gnuplot, or it fails: then in its own words. */
bool gnuplot_draw(struct text *picture, struct text *said, const struct text *script,
                  const char *terminal, struct error *error);

#endif
