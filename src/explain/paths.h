/* Paths: the ways on which one name of a walk reaches another, each with the product of the
 * derivatives on it; their sum is the derivative. */
#ifndef BPWALK_PATHS_H
#define BPWALK_PATHS_H

#include "trace/trace.h"

enum { PATHS_MOST = 12 }; /* that are listed */

struct path {
    const struct quantity **names; /* from what is differentiated down to what it is by */
    const double *factors;         /* between two of them */
    size_t length;                 /* of names */
    double product;
};

struct paths {
    struct arena arena;
    struct path each[PATHS_MOST];
    size_t listed;
    double count; /* of all: a wide network has more than a size_t can tell */
};

/* The paths from BY to OF, names of a checked trace, through the formulas that gave the names
 * between their values, none of which holds a derivative. Freed by paths_free. */
void paths_find(struct paths *paths, struct trace *trace, const struct quantity *of,
                const struct quantity *by);
void paths_free(struct paths *paths);

/* Calls TAKE for each name in a quantity's formula, each once, in the order of the formula. */
void paths_each_name(struct trace *trace, const struct quantity *of,
                     void (*take)(void *context, const struct quantity *name), void *context);

#endif
