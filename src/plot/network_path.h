/* Network path: the ways on which the error comes back to a weight: which parts of a drawing they
 * go over, and the lines of the walk that make the derivative on them. How that looks is left to
 * the figure network. */
#ifndef BPWALK_NETWORK_PATH_H
#define BPWALK_NETWORK_PATH_H

#include "base/error.h"
#include "render/drawing.h"

struct network_path {
    const struct drawing *drawing;
    const struct drawing_edge *goal; /* of the weight; NULL: nothing comes back to any */
};

/* Finds WEIGHT, NULL for none, in the DRAWING of WALK; both outlive the path. False with a line in
 * ERROR where it is no weight of the network, or where softmax joins the ways. */
bool network_path_find(struct network_path *path, const struct drawing *drawing,
                       const struct walk *walk, const char *weight, struct error *error);

/* Whether the error comes over an edge, to a node, and from the whole error to an output. */
bool network_path_has_edge(const struct network_path *path, const struct drawing_edge *edge);
bool network_path_has_node(const struct network_path *path, const struct drawing_node *node);

/* How many ways there are to the goal; and the number of the equation that the walk begins with for
 * a weight of its layer. */
size_t network_path_count(const struct network_path *path, const struct shape *shape);
const char *network_path_equation(const struct network_path *path, const struct walk *walk);

/* The derivative that the error leaves on an edge on its way: of the whole error by the goal, or of
 * an output's error by the output before; NULL where the walk has no name for it. */
const struct quantity *network_path_derivative(const struct network_path *path,
                                               const struct walk *walk,
                                               const struct drawing_edge *edge);

/* The chain of the goal's derivative: the derivatives and error terms in its formula, and those in
 * theirs, each before what it is a factor of. Returns how many: of three factors one is a sum over
 * a layer, of products of two at most. */
enum { NETWORK_PATH_CHAIN = 2 * DRAWING_WIDEST + 4 };
size_t network_path_chain(const struct network_path *path, struct walk *walk,
                          const struct quantity *chain[NETWORK_PATH_CHAIN]);

#endif
