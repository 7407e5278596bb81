/* Drawing: the network as SVG whose parts can be lit and clicked. See view.h. */
#include "page/view.h"

#include "page/json.h"
#include "render/drawing.h"
#include "render/escape.h"

#include <ctype.h>

enum { COLUMN = 190, ROW = 58, LEFT = 50, TOP = 40, RADIUS = 22, BELOW = 40, MARGIN = 60 };

static int x_of(const struct drawing_node *node) {
    return LEFT + COLUMN * (int)node->layer;
}

static int y_of(const struct drawing *drawn, const struct drawing_node *node) {
    return TOP + ROW * (int)drawing_half_rows_above(drawn, node);
}

/* Letters, and the digits as their foot: what is drawn has both. */
static void put_letters(struct text *out, struct label label) {
    size_t letters = 0;
    while (!isdigit((unsigned char)label.text[letters]))
        letters++;
    text_printf(out,
                "<tspan class=\"letter\">%.*s</tspan><tspan class=\"foot\" dy=\"3\">%.*s</tspan>",
                (int)letters, label.text, (int)(label.length - letters), label.text + letters);
}

static void put_number(struct text *out, const char *prefix, struct label label, const char *suffix,
                       int x, int y) {
    text_printf(out, "<text class=\"shown\" x=\"%d\" y=\"%d\" data-shown=\"%s%.*s%s\"></text>", x,
                y, prefix, (int)label.length, label.text, suffix);
}

static void put_edge(struct text *out, const struct drawing *drawn,
                     const struct drawing_edge *edge) {
    const struct drawing_node *from = &drawn->nodes[edge->from], *to = &drawn->nodes[edge->to];
    const int x = x_of(from), y = y_of(drawn, from), across = x_of(to) - x,
              down = y_of(drawn, to) - y;
    const int label_x = x + across * 32 / 100, label_y = y + down * 32 / 100;
    text_printf(out,
                "<g class=\"edge\" data-part=\"%.*s\"><line "
                "x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/><text x=\"%d\" y=\"%d\">",
                (int)edge->weight.length, edge->weight.text, x, y, x_of(to), y_of(drawn, to),
                label_x, label_y - 8);
    put_letters(out, edge->weight);
    text_puts(out, "</text>");
    put_number(out, "", edge->weight, "", label_x, label_y + 12);
    text_puts(out, "</g>\n");
}

/* An input is its own number, another neuron shows its output. */
static void put_node(struct text *out, const struct drawing *drawn, const struct drawing_node *node,
                     bool is_sampled) {
    const int x = x_of(node), y = y_of(drawn, node);
    const char *suffix = is_sampled ? "_s1" : "";
    text_printf(out,
                "<g class=\"node\" data-part=\"%.*s\"><circle cx=\"%d\" cy=\"%d\" r=\"%d\"/><text "
                "x=\"%d\" y=\"%d\">",
                (int)node->name.length, node->name.text, x, y, RADIUS, x, y - 1);
    put_letters(out, node->name);
    text_puts(out, "</text>");
    put_number(out, node->layer > 0 ? "out_" : "", node->name, suffix, x, y + 13);
    text_puts(out, "</g>\n");
    if (node->bias.length == 0)
        return;
    text_printf(out, "<g class=\"bias\" data-part=\"%.*s\"><text x=\"%d\" y=\"%d\">",
                (int)node->bias.length, node->bias.text, x - 16, y + BELOW);
    put_letters(out, node->bias);
    text_puts(out, "</text>");
    put_number(out, "", node->bias, "", x + 16, y + BELOW);
    text_puts(out, "</g>\n");
}

/* Above an output, what it should be. */
static void put_target(struct text *out, const struct view *view, const struct drawing *drawn,
                       const struct drawing_node *node) {
    const struct shape *shape = view->walk->shape;
    const struct role target = {
        .kind = ROLE_TARGET, .layer = shape->depth, .neuron = node->row + 1};
    struct text name = {0};
    shape_put_name(&name, shape, &target);
    text_printf(out, "<g class=\"target\" data-part=\"%s\"><text x=\"%d\" y=\"%d\">%s ", name.bytes,
                x_of(node), y_of(drawn, node) - RADIUS - 5, prose(view->language, "page.target"));
    text_printf(out, "<tspan class=\"shown\" data-shown=\"%s%s\"></tspan></text></g>\n", name.bytes,
                shape->samples > 1 ? "_s1" : "");
    text_free(&name);
}

static void put_svg(struct text *out, const struct view *view, const struct drawing *drawn) {
    text_printf(out, "<svg class=\"network\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"",
                2 * LEFT + COLUMN * ((int)drawn->layer_count - 1),
                TOP + ROW * 2 * ((int)drawn->row_count - 1) + MARGIN);
    escape_xml(out, prose(view->language, "sheet.network"));
    text_puts(out, "\">\n");
    for (size_t i = 0; i < drawn->edge_count; i++)
        put_edge(out, drawn, &drawn->edges[i]);
    for (size_t i = 0; i < drawn->node_count; i++) {
        put_node(out, drawn, &drawn->nodes[i], view->walk->shape->samples > 1);
        if (drawn->nodes[i].layer + 1 == drawn->layer_count)
            put_target(out, view, drawn, &drawn->nodes[i]);
    }
    text_puts(out, "</svg>");
}

void view_put_drawing(struct text *out, struct view *view) {
    const struct drawing drawn = drawing_of(view->walk);
    struct text svg = {0};
    if (drawn.node_count > 0) {
        put_svg(&svg, view, &drawn);
    } else {
        text_puts(&svg, "<p>");
        escape_xml(&svg, prose(view->language, "sheet.too-wide"));
        text_puts(&svg, "</p>");
    }
    json_member(out, "drawing", svg.bytes);
    text_free(&svg);
}
