/* Any network: see any_network.h. */
#include "plot/any_network.h"

#include "plot/formula_gnuplot.h"
#include "render/drawing.h"

#include <math.h>
#include <string.h>

/* Distances of layers and rows, and what is free at the sides, above and below; and how much has
 * room: rows with all lines at their neurons, weights with their numbers. */
static const double across = 4, down = 3, aside = 1.5, above = 1, below = 2.5;
enum { ROWS_WITH_ALL = 4, WEIGHTS_WITH_NUMBERS = 24, LAYERS_WITH_NUMBERS = 4 };

/* Of the picture, what the axes span, roughly. */
enum { WIDTH = 1000, INNER_WIDTH = 920, INNER_HEIGHT = 640 };

struct picture {
    struct script *script;
    struct walk walk;
    struct drawing drawing;
    bool has_all, has_weights;
    double radius;   /* pixels */
    double scale[2]; /* pixels in a unit across, down */
};

static double x_of(const struct drawing_node *node) {
    return across * (double)node->layer;
}

static double y_of(const struct picture *picture, const struct drawing_node *node) {
    return -down / 2 * (double)drawing_half_rows_above(&picture->drawing, node);
}

/* NAME = VALUE, where the walk has such a name. */
static void put_value(struct picture *picture, const char *before, const char *name) {
    if (trace_find(&picture->walk.trace, name, strlen(name)) != NULL)
        script_put(picture->script, "%s%s = %s", before, name,
                   value_in_label(&picture->walk.trace, name).text);
}

/* A line beneath a node: what is KIND of it, of the first sample where there are several. */
static void put_line(struct picture *picture, const struct drawing_node *node, enum role_kind kind,
                     const char *before) {
    const struct shape *shape = picture->walk.shape;
    const struct role role = {.kind = kind,
                              .layer = node->layer,
                              .neuron = node->row + 1,
                              .sample = shape->samples > 1 ? 1 : 0};
    struct text name = {0};
    shape_put_name(&name, shape, &role);
    put_value(picture, before, name.bytes);
    text_free(&name);
}

static void put_lines(struct picture *picture, const struct drawing_node *node) {
    const bool is_input = node->layer == 0, is_last = node->layer == picture->walk.shape->depth;
    script_put(picture->script, "set label \"");
    put_line(picture, node, is_input ? ROLE_INPUT : ROLE_OUTPUT, "");
    if (!is_input && picture->has_all) {
        put_line(picture, node, ROLE_SUM, "\\n");
        if (node->bias.length > 0)
            put_value(picture, "\\n", node->bias.text);
        if (is_last) {
            put_line(picture, node, ROLE_TARGET, "\\n{plot.network.target} ");
            put_line(picture, node, ROLE_ERROR, "\\n");
        }
    }
    script_put(picture->script, "\" at %g,%g center offset 0,-0.8 font ',%d' boxed front\n",
               x_of(node), y_of(picture, node) - picture->radius / picture->scale[1],
               picture->drawing.layer_count > LAYERS_WITH_NUMBERS || !picture->has_all ? 8 : 10);
}

static void put_node(struct picture *picture, const struct drawing_node *node) {
    script_put(picture->script,
               "set object circle at %g,%g size screen %g front fc rgb '" PALE_GREY
               "' fs solid border lc rgb 'black'\n"
               "set label \"%s\" at %g,%g center front\n",
               x_of(node), y_of(picture, node), picture->radius / WIDTH, node->name.text,
               x_of(node), y_of(picture, node));
    put_lines(picture, node);
}

/* Its number stands nearer to one end or the other, so that two that cross leave room. */
static void put_edge(struct picture *picture, const struct drawing_edge *edge) {
    const struct drawing_node *from = &picture->drawing.nodes[edge->from];
    const struct drawing_node *to = &picture->drawing.nodes[edge->to];
    const double x = x_of(from), y = y_of(picture, from);
    const double dx = x_of(to) - x, dy = y_of(picture, to) - y;
    const double length = hypot(dx * picture->scale[0], dy * picture->scale[1]);
    const double part = picture->radius / length, at = from->row % 2 == 0 ? 0.45 : 0.25;
    script_put(picture->script,
               "set arrow from %g,%g to %g,%g head filled size screen 0.008,20 lw 1.5 lc rgb '" BLUE
               "'\n",
               x + part * dx, y + part * dy, x + dx - part * dx, y + dy - part * dy);
    if (picture->has_weights)
        script_put(picture->script,
                   "set label \"%s = %s\" at %g,%g center boxed font ',10' front\n",
                   edge->weight.text, value_in_label(&picture->walk.trace, edge->weight.text).text,
                   x + at * dx, y + at * dy);
}

#define BETWEEN "{punctuation.semicolon}"

/* What there is no room for. */
static void put_left_out(struct picture *picture) {
    const struct shape *shape = picture->walk.shape;
    const struct drawing *drawing = &picture->drawing;
    struct text out = {0};
    if (shape->samples > 1)
        text_printf(&out, BETWEEN "{plot.network.samples}{punctuation.colon}%zu",
                    shape->samples - 1);
    if (!picture->has_weights)
        text_printf(&out, BETWEEN "{plot.network.weights}{punctuation.colon}%zu",
                    drawing->edge_count);
    if (!picture->has_all)
        text_puts(&out, BETWEEN "{plot.network.sums}");
    if (out.length > 0)
        script_put(picture->script, "\\n{plot.network.left-out}{punctuation.colon}%s",
                   out.bytes + strlen(BETWEEN));
    text_free(&out);
}

static void put_picture(struct picture *picture) {
    const struct drawing *drawing = &picture->drawing;
    script_put(picture->script, "\nset title \"");
    shape_put_network(picture->script->out, picture->walk.shape);
    if (picture->walk.error != NULL)
        put_value(picture, ": ", picture->walk.error);
    put_left_out(picture);
    script_put(picture->script,
               "\"\nunset border\nunset tics\nunset key\n"
               "set style textbox opaque noborder margins 0.4,0.4\n"
               "set xrange [%g:%g]\nset yrange [%g:%g]\n\n# {plot.network.edges}\n",
               -aside, across * (double)(drawing->layer_count - 1) + aside,
               -down * (double)(drawing->row_count - 1) - below, above);
    for (size_t e = 0; e < drawing->edge_count; e++)
        put_edge(picture, &drawing->edges[e]);
    script_put(picture->script, "\n# {plot.network.nodes}\n");
    for (size_t n = 0; n < drawing->node_count; n++)
        put_node(picture, &drawing->nodes[n]);
    script_put(picture->script, "\n# {plot.network.nothing}\nplot 99\n");
}

static void measure(struct picture *picture) {
    const struct drawing *drawing = &picture->drawing;
    picture->has_all = drawing->row_count <= ROWS_WITH_ALL;
    picture->has_weights =
        drawing->edge_count <= WEIGHTS_WITH_NUMBERS && drawing->layer_count <= LAYERS_WITH_NUMBERS;
    picture->radius = picture->has_all ? 22 : 15;
    picture->scale[0] = INNER_WIDTH / (across * (double)(drawing->layer_count - 1) + 2 * aside);
    picture->scale[1] = INNER_HEIGHT / (down * (double)(drawing->row_count - 1) + above + below);
}

bool any_network_put(struct script *script, const struct example *example, struct error *error) {
    struct picture picture = {.script = script};
    bool done = walk_make(&picture.walk, example, SLIPS_NONE, error);
    if (done) {
        picture.drawing = drawing_of(&picture.walk);
        done = picture.drawing.node_count > 0 ||
               error_set(error,
                         "plot network: a layer is too wide for a page; layers of at most %d "
                         "neurons are drawn",
                         DRAWING_WIDEST);
    }
    if (done) {
        measure(&picture);
        put_picture(&picture);
    }
    walk_free(&picture.walk);
    return done;
}
