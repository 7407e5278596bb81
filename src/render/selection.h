/* Selection: which equations a document shows. */
#ifndef BPWALK_SELECTION_H
#define BPWALK_SELECTION_H

#include "base/error.h"

#include <stdbool.h>

enum { EQUATION_LAST = 34 }; /* of chapter 5: (5.1) to (5.34) */

struct selection {
    bool is_partial;                /* false: everything, the unnumbered steps too */
    bool wanted[EQUATION_LAST + 1]; /* by the number behind "5." */
};

/* Reads a list of numbers and ranges: "5.6-5.13,5.28". False with a line in ERROR. */
bool selection_parse(struct selection *selection, const char *list, struct error *error);

/* Whether a step numbered EQUATION ("" where it bears none) is to be shown. */
bool selection_has(const struct selection *selection, const char *equation);

#endif
