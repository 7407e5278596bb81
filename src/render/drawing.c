/* Drawing: see drawing.h. */
#include "render/drawing.h"

#include <math.h>
#include <stdlib.h>

struct sketch {
    struct trace *trace;
    const struct shape *shape;
};

static struct label spell(const struct sketch *sketch, struct role role) {
    struct text text = {0};
    shape_put_name(&text, sketch->shape, &role);
    const struct label label = {arena_copy(&sketch->trace->arena, text.bytes, text.length),
                                text.length};
    text_free(&text);
    return label;
}

/* h1: an output without its prefix is the neuron; an input is its own. */
static struct drawing_node node(const struct sketch *sketch, size_t layer, size_t row) {
    struct text name = {0};
    struct drawing_node made = {.layer = layer, .row = row};
    shape_put_letters(&name, sketch->shape, layer);
    text_printf(&name, "%zu", row + 1);
    made.name =
        (struct label){arena_copy(&sketch->trace->arena, name.bytes, name.length), name.length};
    text_free(&name);
    if (layer > 0 && shape_bias(sketch->shape, layer, row + 1) > 0)
        made.bias = spell(
            sketch, (struct role){.kind = ROLE_BIAS,
                                  .layer = layer,
                                  .neuron = sketch->shape->biases == BIASES_SHARED ? 1 : row + 1});
    return made;
}

static size_t widest(const struct shape *shape) {
    size_t most = 0;
    for (size_t layer = 0; layer <= shape->depth; layer++)
        most = shape->width[layer] > most ? shape->width[layer] : most;
    return most;
}

static void connect(const struct sketch *sketch, struct drawing_edge *edges, size_t layer,
                    size_t first) {
    const size_t before = sketch->shape->width[layer - 1];
    for (size_t to = 0; to < sketch->shape->width[layer]; to++)
        for (size_t from = 0; from < before; from++)
            *edges++ = (struct drawing_edge){first + from, first + before + to,
                                             spell(sketch, (struct role){.kind = ROLE_WEIGHT,
                                                                         .layer = layer,
                                                                         .neuron = to + 1,
                                                                         .from = from + 1}),
                                             0};
}

/* ---- Where the names of the weights stand ---- */

/* In halves of the distance of two rows. */
static double height_at(const struct drawing *drawing, const struct drawing_edge *edge,
                        int percent) {
    const double from = (double)drawing_half_rows_above(drawing, &drawing->nodes[edge->from]);
    const double to = (double)drawing_half_rows_above(drawing, &drawing->nodes[edge->to]);
    return from + percent * (to - from) / 100;
}

/* How far from the names that stand already, and from all lines, one would stand there: 1 if it
 * touches none. */
static double clearance(const struct drawing *drawing, const struct drawing_edge *edge,
                        int percent) {
    static const double wide = 18, high = 0.36; /* a name, in percent and as height_at */
    const double height = height_at(drawing, edge, percent);
    double least = 1;
    for (size_t i = 0; i < drawing->edge_count; i++) {
        const struct drawing_edge *other = &drawing->edges[i];
        if (other == edge || drawing->nodes[other->from].layer != drawing->nodes[edge->from].layer)
            continue;
        least = fmin(least, fabs(height_at(drawing, other, percent) - height) / (high / 2));
        if (other < edge)
            least =
                fmin(least, fmax(abs(other->percent - percent) / wide,
                                 fabs(height_at(drawing, other, other->percent) - height) / high));
    }
    return least;
}

static void place_names(const struct drawing *drawing, struct drawing_edge *edges) {
    static const int places[] = {28, 24, 32, 36, 40, 44, 48, 52, 56, 60, 64};
    for (size_t i = 0; i < drawing->edge_count; i++) {
        double best = -1;
        for (size_t place = 0; best < 1 && place < sizeof places / sizeof *places; place++) {
            const double there = clearance(drawing, &edges[i], places[place]);
            if (there > best) {
                best = there;
                edges[i].percent = places[place];
            }
        }
    }
}

struct drawing drawing_of(struct walk *walk) {
    const struct sketch sketch = {&walk->trace, walk->shape};
    struct drawing drawing = {0};
    if (walk->shape == NULL || widest(walk->shape) > DRAWING_WIDEST)
        return drawing;
    const struct shape *shape = walk->shape;
    size_t nodes = 0;
    for (size_t layer = 0; layer <= shape->depth; layer++)
        nodes += shape->width[layer];
    struct drawing_node *node_room = arena_take(&walk->trace.arena, nodes * sizeof *node_room);
    struct drawing_edge *edge_room =
        arena_take(&walk->trace.arena, shape_weights(shape) * sizeof *edge_room);
    for (size_t layer = 0; layer <= shape->depth; layer++) {
        if (layer > 0) {
            connect(&sketch, edge_room + drawing.edge_count, layer,
                    drawing.node_count - shape->width[layer - 1]);
            drawing.edge_count += shape->width[layer] * shape->width[layer - 1];
        }
        for (size_t row = 0; row < shape->width[layer]; row++)
            node_room[drawing.node_count++] = node(&sketch, layer, row);
    }
    drawing.nodes = node_room;
    drawing.edges = edge_room;
    drawing.layer_count = shape->depth + 1;
    drawing.row_count = widest(shape);
    place_names(&drawing, edge_room);
    return drawing;
}

size_t drawing_half_rows_above(const struct drawing *drawing, const struct drawing_node *node) {
    size_t rows = 0;
    for (size_t i = 0; i < drawing->node_count; i++)
        rows += drawing->nodes[i].layer == node->layer;
    return 2 * node->row + drawing->row_count - rows;
}
