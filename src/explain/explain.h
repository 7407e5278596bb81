/* Explain: one value of a walk: what it is and why, its formulas, all that it is computed from,
 * what it goes into; of a derivative the paths that it is the sum of, and what moving the numbers a
 * little gives. Also a derivative that the walk does not show. */
#ifndef BPWALK_EXPLAIN_H
#define BPWALK_EXPLAIN_H

#include "prose/prose.h"
#include "walk/walk.h"

/* Appends the explanation of NAME, in the walk's notation or spelled otherwise (walk/said.h), with
 * DIGITS decimals, for reading. False with ERROR where NAME is none of the walk's, and no
 * derivative of one of its names by another: the nearest is named. */
bool explain(struct text *out, struct walk *walk, const char *name, int digits, bool colour,
             enum language language, struct error *error);

/* Appends only what NAME, one of the walk's, is: a sentence, or nothing where there is none. */
void explain_what(struct text *out, struct walk *walk, const char *name, enum language language);

#endif
