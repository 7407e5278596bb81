/* Drawing: the network of a trace as a graph to be drawn, read off the formulas of its weighted
 * sums: in_h1 = w1*i1 + w2*i2 + 1*b1 is a neuron h1 with a bias b1 and edges from i1 and i2. So it
 * fits any shape that a walk can have. How it is drawn is left to the formats. */
#ifndef BPWALK_DRAWING_H
#define BPWALK_DRAWING_H

#include "trace/trace.h"

/* A name within a formula's text; not NUL-terminated. */
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
};

struct drawing {
    const struct drawing_node *nodes;
    const struct drawing_edge *edges;
    size_t node_count, edge_count, layer_count;
    size_t row_count; /* of the layer with the most nodes */
};

/* Taken from the trace's arena. A trace without weighted sums has no nodes. */
struct drawing drawing_of(struct trace *trace);

/* How far below the top a node stands, in halves of the distance of two rows: a layer with fewer
 * nodes than the others is centred. */
size_t drawing_half_rows_above(const struct drawing *drawing, const struct drawing_node *node);

#endif
