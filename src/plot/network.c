/* Figure network: a network of any shape that fits a page, with its numbers at nodes and edges as
 * far as there is room, and what is left out said beneath the title; and the ways on which the
 * error comes back to a weight, with the chain of its derivative. Which these are is
 * network_path.h's, where all stand network_layout.h's. */
#include "plot/figure.h"

#include "plot/formula_gnuplot.h"
#include "plot/network_layout.h"
#include "plot/network_path.h"
#include "plot/walk_names.h"
#include "render/numbers.h"

#include <math.h>
#include <string.h>

enum { TITLE = 70 }; /* what stands above the network, in pixels */

struct picture {
    struct script *script;
    struct walk walk;
    struct drawing drawing;
    struct network_path path;
    const struct quantity *chain[NETWORK_PATH_CHAIN];
    size_t chain_length;
    struct network_layout layout;
};

/* ---- Nodes ---- */

static void put_circle(const struct picture *picture, const char *name, double x, double y,
                       bool is_lit) {
    const double that_fit = 2.2 * picture->layout.radius / (double)strlen(name);
    script_put(picture->script,
               "set object circle at %.0f,%.0f size %.0f front fc rgb '%s' fs solid border lc rgb "
               "'black'\n"
               "set label \"%s\" at %.0f,%.0f center front font ',%.0f'\n",
               x, y, picture->layout.radius, is_lit ? ORANGE : PALE_GREY, name, x, y,
               fmin(picture->layout.letters, that_fit));
}

/* A line, NAME = VALUE; the value alone where there is no room. */
static void put_value(struct picture *picture, struct text *lines, const char *before,
                      const struct quantity *quantity) {
    text_puts(lines, lines->length > 0 ? "\\n" : "");
    if (picture->layout.has_names)
        text_printf(lines, "%s%s = ", before, quantity->name);
    text_puts(lines, value_in_label(&picture->walk.trace, quantity->name).text);
}

static void put_role(struct picture *picture, struct text *lines, const struct drawing_node *node,
                     enum role_kind kind, const char *before) {
    const struct role role = {.kind = kind, .layer = node->layer, .neuron = node->row + 1};
    put_value(picture, lines, before, walk_quantity(&picture->walk, role));
}

/* LINES above a node or below it, in its middle or from there to the right: ADJUST is gnuplot's. */
static void put_lines(const struct picture *picture, const struct text *lines, double x, double y,
                      bool is_above, const char *adjust) {
    size_t count = 1;
    for (size_t i = 0; i + 1 < lines->length; i++)
        count += strncmp(lines->bytes + i, "\\n", 2) == 0;
    script_put(picture->script,
               "set label \"%s\" at %.0f,%.0f %s offset 0,%g font ',%d' boxed front\n",
               lines->bytes, x, y + (is_above ? picture->layout.radius : -picture->layout.radius),
               adjust, is_above ? (double)count - 0.3 : -0.8, picture->layout.letters);
}

/* In a layer of several the numbers of the first are out of the way of the others. */
static bool has_lines_above(const struct picture *picture, const struct drawing_node *node) {
    return node->row == 0 && picture->walk.shape->width[node->layer] > 1;
}

static void put_node(struct picture *picture, const struct drawing_node *node) {
    const double x = network_x(&picture->layout, node), y = network_y(&picture->layout, node);
    const struct shape *shape = picture->walk.shape;
    struct text lines = {0};
    put_circle(picture, node->name.text, x, y, network_path_has_node(&picture->path, node));
    if (picture->layout.has_all && node->bias.length > 0)
        put_value(picture, &lines, "",
                  trace_find(&picture->walk.trace, node->bias.text, node->bias.length));
    if (picture->layout.has_all && node->layer > 0)
        put_role(picture, &lines, node, ROLE_SUM, "");
    put_role(picture, &lines, node, node->layer == 0 ? ROLE_INPUT : ROLE_OUTPUT, "");
    if (picture->layout.has_all && node->layer == shape->depth) {
        put_role(picture, &lines, node, ROLE_TARGET, "{plot.network.target} ");
        put_role(picture, &lines, node, ROLE_ERROR, "");
    }
    const bool is_only_output = node->layer == shape->depth && shape->width[node->layer] == 1;
    put_lines(picture, &lines, is_only_output ? x - picture->layout.radius : x, y,
              has_lines_above(picture, node), is_only_output ? "left" : "center");
    text_free(&lines);
}

static void put_error(struct picture *picture) {
    const double x = network_error_x(), y = network_error_y(&picture->layout);
    const char *name = picture->walk.error;
    struct text lines = {0}, letter = {0};
    text_add(&letter, name, strcspn(name, "_"));
    put_circle(picture, letter.bytes, x, y, picture->path.goal != NULL);
    put_value(picture, &lines, "", trace_find(&picture->walk.trace, name, strlen(name)));
    put_lines(picture, &lines, x + 15, y, true, "center"); /* clear of the arrows */
    text_free(&letter);
    text_free(&lines);
}

/* ---- Edges ---- */

struct line {
    double x, y, dx, dy; /* from the middle of a circle to that of another */
};

/* From circle to circle; a lit one points back. */
static void put_arrow(const struct picture *picture, const struct line *line, bool is_lit) {
    const double part = (picture->layout.radius + 4) / hypot(line->dx, line->dy);
    const bool is_many = !picture->layout.has_weights;
    const double at[] = {is_lit ? 1 - part : part, is_lit ? part : 1 - part};
    script_put(picture->script,
               "set arrow from %.1f,%.1f to %.1f,%.1f head filled size %d,20 lw %g lc rgb '%s'\n",
               line->x + at[0] * line->dx, line->y + at[0] * line->dy, line->x + at[1] * line->dx,
               line->y + at[1] * line->dy,
               is_lit    ? 22
               : is_many ? 8
                         : 14,
               is_lit                       ? 5.0
               : is_many                    ? 1.0
               : picture->path.goal != NULL ? 1.5
                                            : 2.0,
               is_lit                       ? VERMILION
               : picture->path.goal != NULL ? GREY
                                            : BLUE);
}

/* NAME = VALUE beside a line, so many LINES of text away from it, to the right of it: above one
 * that falls and below one that rises, AT so much of the way. By a level one it stands in the
 * middle, above or, where LINES are negative, below. */
static void put_beside(struct picture *picture, const struct line *line, const char *name,
                       double at, double lines, const char *colour) {
    const bool is_level = line->dy == 0;
    const double away = 2 * picture->layout.letters * (line->dy > 0 ? -lines : lines);
    script_put(picture->script,
               "set label \"%s = %s\" at %.0f,%.0f %s boxed front font ',%d' tc rgb '%s'\n", name,
               value_in_label(&picture->walk.trace, name).text,
               is_level ? line->x + line->dx / 2 : line->x + at * line->dx + 4,
               line->y + at * line->dy + away, is_level ? "center" : "left",
               picture->layout.letters, colour);
}

/* Behind the middle of an edge, or beyond the weight where the numbers of its neuron are there. */
static void put_derivative(struct picture *picture, const struct drawing_edge *edge,
                           const struct line *line) {
    const struct quantity *derivative =
        network_path_derivative(&picture->path, &picture->walk, edge);
    const bool is_clear =
        has_lines_above(picture, &picture->drawing.nodes[edge->to]) == (line->dy > 0);
    if (derivative != NULL)
        put_beside(picture, line, derivative->name, is_clear ? 0.6 : 0.14,
                   line->dy == 0 ? -0.9
                   : is_clear    ? 0.55
                                 : 1.5,
                   VERMILION);
}

static void put_edge(struct picture *picture, const struct drawing_edge *edge) {
    const struct drawing_node *from = &picture->drawing.nodes[edge->from];
    const struct drawing_node *to = &picture->drawing.nodes[edge->to];
    const struct line line = {network_x(&picture->layout, from), network_y(&picture->layout, from),
                              picture->layout.across,
                              network_y(&picture->layout, to) - network_y(&picture->layout, from)};
    const bool is_lit = network_path_has_edge(&picture->path, edge);
    put_arrow(picture, &line, is_lit);
    if (picture->layout.has_weights || edge == picture->path.goal)
        put_beside(picture, &line, edge->weight.text, 0.28, line.dy == 0 && is_lit ? 0.7 : 0.55,
                   "black");
    if (picture->layout.has_weights && is_lit)
        put_derivative(picture, edge, &line);
}

static void put_edges(struct picture *picture) {
    const struct drawing *drawing = &picture->drawing;
    for (size_t e = 0; e < drawing->edge_count; e++)
        put_edge(picture, &drawing->edges[e]);
    for (size_t n = 0; n < drawing->node_count; n++) {
        const struct drawing_node *node = &drawing->nodes[n];
        const double x = network_x(&picture->layout, node), y = network_y(&picture->layout, node);
        const struct line line = {x, y, network_error_x() - x,
                                  network_error_y(&picture->layout) - y};
        if (node->layer == picture->walk.shape->depth)
            put_arrow(picture, &line, network_path_has_node(&picture->path, node));
    }
}

/* ---- Words ---- */

#define BETWEEN "{punctuation.semicolon}"

/* What there is no room for. */
static void put_left_out(struct picture *picture) {
    const struct shape *shape = picture->walk.shape;
    struct text out = {0};
    if (shape->samples > 1)
        text_printf(&out, BETWEEN "{plot.network.samples}{punctuation.colon}%zu",
                    shape->samples - 1);
    if (!picture->layout.has_weights)
        text_printf(&out, BETWEEN "{plot.network.weights}{punctuation.colon}%zu",
                    picture->drawing.edge_count - (picture->path.goal != NULL));
    if (!picture->layout.has_all)
        text_puts(&out, BETWEEN "{plot.network.sums}");
    if (out.length > 0)
        script_put(picture->script, "\\n{plot.network.left-out}{punctuation.colon}%s",
                   out.bytes + strlen(BETWEEN));
    text_free(&out);
}

/* What the first neuron makes of its inputs. */
static void put_forward(const struct picture *picture) {
    const struct role in = {.kind = ROLE_SUM, .layer = 1, .neuron = 1};
    const struct role out = {.kind = ROLE_OUTPUT, .layer = 1, .neuron = 1};
    script_put(picture->script, "{plot.network.forward} %s{plot.network.turns} %s",
               walk_quantity(&picture->walk, in)->name, walk_quantity(&picture->walk, out)->name);
}

static void put_ways(struct picture *picture) {
    const struct network_path *path = &picture->path;
    const size_t count = network_path_count(path, picture->walk.shape);
    script_put(picture->script, "(%s) ", network_path_equation(path, &picture->walk));
    if (count == 1)
        script_put(picture->script, "{plot.network.one-way}");
    else
        script_put(picture->script, "{plot.network.ways} %zu {plot.network.ways-to}", count);
    script_put(picture->script, " %s", path->goal->weight.text);
}

static void put_title(struct picture *picture) {
    script_put(picture->script, "\nset title \"");
    shape_put_network(picture->script->out, picture->walk.shape);
    script_put(picture->script, "{punctuation.colon}");
    if (picture->path.goal == NULL)
        put_forward(picture);
    else
        put_ways(picture);
    put_left_out(picture);
    script_put(picture->script, "\"\n");
}

/* ---- The chain, below the network ---- */

static int chain_letters(const struct picture *picture) {
    return picture->chain_length <= 7 ? 11 : 8;
}

/* With a line for a margin. */
static double chain_height(const struct picture *picture) {
    return 2.0 * chain_letters(picture) * ((double)picture->chain_length + 1);
}

/* A step of the walk in one line: name, formula, numbers in place, value; of a line that is too
 * long the middle is left out. */
static void put_step(struct picture *picture, struct numbers *numbers,
                     const struct quantity *quantity) {
    const struct step *step = &picture->walk.trace.steps[quantity->step];
    const struct formula *formula = numbers_shortest(&picture->walk.trace, step);
    const struct formula_numbers in_place = numbers_for_formula(numbers);
    const struct number_text value = value_in_label(&picture->walk.trace, step->name);
    const size_t most = chain_letters(picture) == 8 ? 155 : 115;
    struct text line = {0};
    text_printf(&line, "%s%s", equation_place(step->equation).text, step->name);
    size_t kept = line.length;
    text_puts(&line, " = ");
    formula_print(&line, formula, NULL, NULL);
    kept = line.length < most ? line.length : kept;
    if (numbers_worth_showing(numbers, formula, value.text)) {
        text_puts(&line, " = ");
        formula_print(&line, formula, &in_place, NULL);
        kept = line.length < most ? line.length : kept;
    }
    text_cut(&line, kept);
    script_put(picture->script, "%s = %s\\n", line.bytes, value.text);
    text_free(&line);
}

/* The numbers in place as they stand at the nodes, with all their decimals. */
static struct numbers numbers_as_labels(struct trace *trace) {
    struct numbers numbers = numbers_of(trace, LABEL_DECIMALS);
    for (size_t i = 0; i < trace->quantity_count; i++)
        strcpy(numbers.shown[i], value_in_label(trace, trace->quantities[i].name).text);
    return numbers;
}

static void put_chain(struct picture *picture) {
    struct numbers numbers = numbers_as_labels(&picture->walk.trace);
    script_put(picture->script, "\n# {plot.network.chain}\nset label \"");
    for (size_t i = 0; i < picture->chain_length; i++)
        put_step(picture, &numbers, picture->chain[i]);
    script_put(picture->script, "\" at 36,%.0f left font ',%d'\n",
               chain_height(picture) - 1.5 * chain_letters(picture), chain_letters(picture));
}

static void put_picture(struct picture *picture) {
    put_title(picture);
    script_put(picture->script,
               "# {plot.network.pixels}\n"
               "set lmargin at screen 0\nset rmargin at screen 1\nset bmargin at screen 0\n"
               "set tmargin at screen %.3f\nset xrange [0:%d]\nset yrange [0:%d]\n"
               "unset border\nunset tics\nunset key\n"
               "set style textbox opaque noborder margins 0.3,0.3\n\n# {plot.network.edges}\n",
               (double)NETWORK_HEIGHT / (NETWORK_HEIGHT + TITLE), NETWORK_WIDTH, NETWORK_HEIGHT);
    put_edges(picture);
    script_put(picture->script, "\n# {plot.network.nodes}\n");
    for (size_t n = 0; n < picture->drawing.node_count; n++)
        put_node(picture, &picture->drawing.nodes[n]);
    put_error(picture);
    if (picture->chain_length > 0)
        put_chain(picture);
    script_put(picture->script, "\n# {plot.network.nothing}\nplot -1\n");
}

static bool draw(struct script *script, const struct plot_request *request, struct error *error) {
    struct picture picture = {.script = script};
    bool done = walk_make(&picture.walk, request->example, SLIPS_NONE, error);
    if (done) {
        picture.drawing = drawing_of(&picture.walk);
        done = picture.drawing.node_count > 0 ||
               error_set(error,
                         "plot network: a layer is too wide for a page; layers of at most %d "
                         "neurons are drawn",
                         DRAWING_WIDEST);
    }
    done = done &&
           network_path_find(&picture.path, &picture.drawing, &picture.walk, request->path, error);
    if (done) {
        if (picture.path.goal != NULL)
            picture.chain_length = network_path_chain(&picture.path, &picture.walk, picture.chain);
        picture.layout =
            network_layout_of(&picture.drawing, picture.walk.shape, chain_height(&picture));
        put_picture(&picture);
    }
    walk_free(&picture.walk);
    return done;
}

const struct figure figure_network = {"network", NETWORK_WIDTH, NETWORK_HEIGHT + TITLE,
                                      draw,      true,          NULL};
