/* Network layout: see network_layout.h. */
#include "plot/network_layout.h"

#include <math.h>

enum { ASIDE = 90, WEIGHTS_WITH_NUMBERS = 24 };

/* Lines at a node: an input; the bias, sum and output of a neuron; with the target and error of an
 * output. */
static int lines_at(const struct shape *shape, size_t layer) {
    return layer == 0 ? 1 : layer < shape->depth ? 3 : 5;
}

/* The most in a layer of so many neurons at least; 0 where there is none. */
static int most_lines(const struct shape *shape, size_t neurons) {
    int most = 0;
    for (size_t layer = 0; layer <= shape->depth; layer++)
        if (shape->width[layer] >= neurons && lines_at(shape, layer) > most)
            most = lines_at(shape, layer);
    return most;
}

/* How far apart the rows are in a HEIGHT where so many LINES stand above the first and below the
 * last. */
static double rows_apart(const struct network_layout *layout, double height, int lines) {
    const double ends = layout->radius + 2.0 * layout->letters * lines;
    const size_t between = layout->drawing->row_count - 1;
    return between == 0 ? 0 : (height - 2 * ends) / (double)between;
}

struct network_layout network_layout_of(const struct drawing *drawing, const struct shape *shape,
                                        double below) {
    const size_t rows = drawing->row_count, columns = drawing->layer_count;
    const double height = NETWORK_HEIGHT - below;
    struct network_layout layout = {.drawing = drawing};
    layout.letters = rows <= 2 && columns <= 3 ? 12 : rows <= 4 && columns <= 4 ? 10 : 8;
    layout.radius = 2.4 * layout.letters;
    layout.across =
        (NETWORK_WIDTH - 2 * ASIDE) / ((double)columns - 0.15); /* the error is nearer */
    layout.has_names = layout.across >= 110;
    layout.has_weights = drawing->edge_count <= WEIGHTS_WITH_NUMBERS && columns <= 4;
    layout.down = rows_apart(&layout, height, most_lines(shape, rows));
    const double between = 2 * (layout.radius + layout.letters * most_lines(shape, 3));
    layout.has_all = columns <= 6 && (rows == 1 || layout.down >= between);
    if (!layout.has_all)
        layout.down = rows_apart(&layout, height, 1);
    layout.down = fmin(layout.down, fmax(layout.across, 150));
    if (rows > 1)
        layout.radius = fmin(layout.radius, 0.28 * layout.down);
    layout.top = below + (height + layout.down * (double)(rows - 1)) / 2;
    return layout;
}

double network_x(const struct network_layout *layout, const struct drawing_node *node) {
    return ASIDE + layout->across * (double)node->layer;
}

double network_y(const struct network_layout *layout, const struct drawing_node *node) {
    return layout->top - layout->down / 2 * (double)drawing_half_rows_above(layout->drawing, node);
}

double network_error_x(void) {
    return NETWORK_WIDTH - ASIDE;
}

double network_error_y(const struct network_layout *layout) {
    return layout->top - layout->down / 2 * (double)(layout->drawing->row_count - 1);
}
