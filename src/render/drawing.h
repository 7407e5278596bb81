/* Drawing: the network of a walk as a graph to be drawn, of any shape that fits a page. How it is
 * drawn is left to the formats. */
#ifndef BPWALK_DRAWING_H
#define BPWALK_DRAWING_H

#include "walk/walk.h"

/* A name, with a NUL behind it. */
struct label {
    const char *text;
    size_t length;
};

struct drawing_node {
    struct label name, bias; /* a bias of no length: none */
    size_t layer, row;       /* from 0; the inputs are layer 0 */
};

struct drawing_edge {
    size_t from, to; /* nodes */
    struct label weight;
    int percent; /* of the edge, to where its name stands: clear of the others where it can */
};

struct drawing {
    const struct drawing_node *nodes;
    const struct drawing_edge *edges;
    size_t node_count, edge_count, layer_count;
    size_t row_count; /* of the layer with the most nodes */
};

/* Layers wider than this do not fit a page. */
enum { DRAWING_WIDEST = 10 };

/* Taken from the trace's arena. A walk without a network, or with one too wide, has no nodes. */
struct drawing drawing_of(struct walk *walk);

/* How far below the top a node stands, in halves of the distance of two rows: a layer with fewer
 * nodes than the others is centred. */
size_t drawing_half_rows_above(const struct drawing *drawing, const struct drawing_node *node);

#endif
