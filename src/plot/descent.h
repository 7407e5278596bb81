/* Descent: an example trained on and on from its own weights, (5.16) and (5.18) again and again, by
 * its own loss, update and reduction, looked at now and then. */
#ifndef BPWALK_DESCENT_H
#define BPWALK_DESCENT_H

#include "base/error.h"
#include "example/example.h"

#include <stdbool.h>
#include <stddef.h>

/* After `iteration` updates; the weights are those of descent_on's two. */
struct descent_point {
    size_t iteration;
    double E_total;
    double weight[2];
};

/* Looked at after each of the first 20 updates, and then whenever a tenth more are done: even
 * steps on a logarithmic axis. */
struct descent {
    size_t count;
    struct descent_point *point;
};

void descent_free(struct descent *descent);

/* The example's learning rate. False with a line in ERROR where it is no number above 0. */
bool descent_alpha(const struct example *example, double *alpha, struct error *error);

/* Descends LAST times with the learning rate RATE, above 0. False with a line in ERROR where the
 * numbers leave the range of a double; what was before that is kept. DESCENT is the caller's to
 * free, whatever comes back. */
bool descent_of(struct descent *descent, const struct example *example, double rate, size_t last,
                struct error *error);

/* The same with all weights and biases held still but the two of these names, so that the points
 * lie on the surface of E_total over them. */
bool descent_on(struct descent *descent, const struct example *example, const char *const name[2],
                double rate, size_t last, struct error *error);

/* Whether NAME is a weight or bias of the example. */
bool descent_has(const struct example *example, const char *name);

#endif
