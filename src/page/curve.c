/* Curve: the error from iteration to iteration, as SVG. See view.h. */
#include "page/view.h"

#include "base/larger.h"
#include "page/json.h"
#include "render/escape.h"

enum { WIDTH = 600, HEIGHT = 160, LEFT = 60, RIGHT = 20, TOP = 16, BOTTOM = 24 };

static double error_of(const struct walk *walk) {
    const struct quantity *error = trace_find(&walk->trace, walk->error, strlen(walk->error));
    return error->value;
}

static double most_of(struct walk *const walks[], size_t count) {
    double most = 0;
    for (size_t i = 0; i < count; i++)
        most = larger(most, error_of(walks[i]));
    return most > 0 ? most : 1;
}

static void put_line(struct text *out, struct walk *const walks[], size_t count, double most) {
    const double across = (double)(WIDTH - LEFT - RIGHT) / (double)(count > 1 ? count - 1 : 1);
    text_puts(out, "<polyline points=\"");
    for (size_t i = 0; i < count; i++)
        text_printf(out, "%.2f,%.2f ", LEFT + across * (double)i,
                    TOP + (HEIGHT - TOP - BOTTOM) * (1 - error_of(walks[i]) / most));
    text_puts(out, "\"/>");
}

static void put_axes(struct text *out, size_t count, double most) {
    char number[NUMBER_ROOM];
    number_shown(number, most, 4);
    text_printf(
        out,
        "<path d=\"M%d %dV%dH%d\"/><text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>"
        "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">0</text><text x=\"%d\" y=\"%d\">1</text>"
        "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%zu</text>",
        LEFT, TOP, HEIGHT - BOTTOM, WIDTH - RIGHT, LEFT - 6, TOP + 5, number, LEFT - 6,
        HEIGHT - BOTTOM, LEFT, HEIGHT - 6, WIDTH - RIGHT, HEIGHT - 6, count);
}

void view_put_curve(struct text *out, struct walk *const walks[], size_t count,
                    enum language language) {
    struct text svg = {0};
    const double most = most_of(walks, count);
    text_printf(&svg, "<svg class=\"curve\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"",
                WIDTH, HEIGHT);
    escape_xml(&svg, prose(language, "page.curve"));
    text_puts(&svg, "\">");
    put_axes(&svg, count, most);
    put_line(&svg, walks, count, most);
    text_puts(&svg, "</svg>");
    json_member(out, "curve", svg.bytes);
    text_free(&svg);
}
