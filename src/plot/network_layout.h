/* Network layout: where the nodes of a drawing stand in a picture, and how many of their numbers
 * have room there. */
#ifndef BPWALK_NETWORK_LAYOUT_H
#define BPWALK_NETWORK_LAYOUT_H

#include "render/drawing.h"

/* All in pixels, from the lower left corner. */
enum { NETWORK_WIDTH = 1000, NETWORK_HEIGHT = 670 };

struct network_layout {
    const struct drawing *drawing;
    int letters; /* their size; a line of them takes twice that */
    double radius;
    double across, down; /* from a layer to the next, from a row to the next */
    double top;          /* of the first row */
    bool has_all;        /* the nodes' numbers, not their outputs alone */
    bool has_names;      /* of these */
    bool has_weights;    /* the numbers of the weights */
};

/* That of a drawing of a network of this shape, above BELOW. */
struct network_layout network_layout_of(const struct drawing *drawing, const struct shape *shape,
                                        double below);

double network_x(const struct network_layout *layout, const struct drawing_node *node);
double network_y(const struct network_layout *layout, const struct drawing_node *node);

/* Of the whole error, which stands to the right of the outputs. */
double network_error_x(void);
double network_error_y(const struct network_layout *layout);

#endif
