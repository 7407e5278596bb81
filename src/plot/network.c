/* Figure network: the 2-2-2 network with its numbers on nodes and edges, and the ways on which the
 * error comes back to a weight: one to w5, (5.6); two to w1, (5.20). Other shapes are
 * any_network.c.
 */
#include "plot/figure.h"

#include "plot/any_network.h"
#include "plot/formula_gnuplot.h"
#include "render/numbers.h"
#include "walk/walk.h"

#include <stdio.h>
#include <string.h>

enum { NAME_ROOM = 32 };

/* Inputs, neurons and the error, where they stand. */
enum { I1, I2, H1, H2, OUT1, OUT2, ERROR, NODES };
static const struct node {
    const char *name;
    double x, y;
} nodes[NODES] = {
    [I1] = {"i1", 0, 3},   [I2] = {"i2", 0, 0},   [H1] = {"h1", 4, 3},        [H2] = {"h2", 4, 0},
    [OUT1] = {"O1", 8, 3}, [OUT2] = {"O2", 8, 0}, [ERROR] = {"E", 11.4, 1.5},
};

enum { EDGES = 10 };
static const struct edge {
    const char *weight; /* NULL from the outputs to the error */
    int from, to;
} edges[EDGES] = {
    {"w1", I1, H1},   {"w2", I2, H1},   {"w3", I1, H2},   {"w4", I2, H2},      {"w5", H1, OUT1},
    {"w6", H2, OUT1}, {"w7", H1, OUT2}, {"w8", H2, OUT2}, {NULL, OUT1, ERROR}, {NULL, OUT2, ERROR},
};

struct picture {
    struct script *script;
    struct trace walk;
    struct numbers numbers;
    const struct edge *goal; /* the weight to which the error comes back; NULL: none */
};

static struct number_text shown(struct picture *picture, const char *name) {
    return value_in_label(&picture->walk, name);
}

/* The error comes along an edge on its way to the goal. */
static bool is_lit(const struct picture *picture, const struct edge *edge) {
    const struct edge *goal = picture->goal;
    if (goal == NULL)
        return false;
    const bool of_hidden = goal->to == H1 || goal->to == H2;
    return edge == goal || edge->from == goal->to || (of_hidden && edge->to == ERROR);
}

/* As is the node to which it leads: these are all, from the error back to the neuron whose weight
 * the goal is. */
static bool node_is_lit(const struct picture *picture, int node) {
    for (size_t e = 0; e < EDGES; e++)
        if (is_lit(picture, &edges[e]) && edges[e].to == node)
            return true;
    return false;
}

/* A label in the middle of a level edge, above or below it, or on a slanting edge, AT so much of
 * the way, in a box that hides the edges behind it. */
static void put_label(struct picture *picture, const struct edge *edge, const char *name, double at,
                      double offset, const char *colour) {
    const struct node *from = &nodes[edge->from], *to = &nodes[edge->to];
    const bool level = from->y == to->y;
    const double along = level ? 0.5 : at;
    script_put(picture->script,
               "set label \"%s = %s\" at %g,%g center offset 0,%g %s tc rgb '%s' front\n", name,
               shown(picture, name).text, from->x + along * (to->x - from->x),
               from->y + along * (to->y - from->y), level ? offset : 0,
               level && offset > 0 ? "" : "boxed", colour);
}

/* The weight; and on its way back the error leaves a derivative: that of the goal, or what comes
 * through one output. */
static void put_labels(struct picture *picture, const struct edge *edge) {
    char name[NAME_ROOM];
    put_label(picture, edge, edge->weight, 0.3, 0.8, "black");
    if (!is_lit(picture, edge))
        return;
    if (edge == picture->goal)
        snprintf(name, sizeof name, "dE_total_d%s", edge->weight);
    else
        snprintf(name, sizeof name, "dE_%s_dout_%s", nodes[edge->to].name, nodes[edge->from].name);
    put_label(picture, edge, name, 0.8, -0.9, VERMILION);
}

/* From circle to circle; a lit one points back. Both ends are drawn in by the same part of the
 * length, which is 4 to 5. */
static void put_edge(struct picture *picture, const struct edge *edge) {
    static const double part = 0.125;
    const struct node *from = &nodes[edge->from], *to = &nodes[edge->to];
    const double dx = to->x - from->x, dy = to->y - from->y;
    const double x[] = {from->x + part * dx, to->x - part * dx};
    const double y[] = {from->y + part * dy, to->y - part * dy};
    const bool lit = is_lit(picture, edge);
    script_put(picture->script, "set arrow from %g,%g to %g,%g %s\n", x[lit], y[lit], x[!lit],
               y[!lit],
               lit                     ? "head filled size 0.3,20 lw 5 lc rgb '" VERMILION "'"
               : picture->goal != NULL ? "head filled size 0.2,20 lw 1.5 lc rgb '" GREY "'"
                                       : "head filled size 0.2,20 lw 2 lc rgb '" BLUE "'");
    if (edge->weight != NULL)
        put_labels(picture, edge);
}

/* NAME = VALUE, each on a line of its own, away from the other row. */
static void put_names(struct picture *picture, const struct node *node, const char *const names[],
                      size_t count) {
    script_put(picture->script, "set label \"");
    for (size_t i = 0; i < count; i++)
        script_put(picture->script, "%s%s%s = %s", i > 0 ? "\\n" : "",
                   names[i][0] == 'O' ? "{plot.network.target} " : "", names[i],
                   shown(picture, names[i]).text);
    script_put(picture->script, "\" at %g,%g center offset 0,%g\n", node->x,
               node->y + (node->y > 0 ? 0.6 : -0.6), node->y > 0 ? (double)count - 0.7 : -0.3);
}

static void put_neuron(struct picture *picture, int n, const char *bias) {
    char in[NAME_ROOM], out[NAME_ROOM], E[NAME_ROOM];
    const char *const names[] = {bias, in, out, nodes[n].name, E};
    snprintf(in, sizeof in, "in_%s", nodes[n].name);
    snprintf(out, sizeof out, "out_%s", nodes[n].name);
    snprintf(E, sizeof E, "E_%s", nodes[n].name);
    put_names(picture, &nodes[n], names, n >= OUT1 ? 5 : 3);
}

static void put_circle(const struct picture *picture, int n) {
    script_put(picture->script,
               "set object circle at %g,%g size 0.42 front fc rgb '%s' fs solid border lc rgb "
               "'black'\n"
               "set label \"%s\" at %g,%g center front\n",
               nodes[n].x, nodes[n].y, node_is_lit(picture, n) ? ORANGE : PALE_GREY, nodes[n].name,
               nodes[n].x, nodes[n].y);
}

static void put_nodes(struct picture *picture) {
    static const char *const error[] = {"E_total"};
    for (int n = 0; n < NODES; n++)
        put_circle(picture, n);
    put_names(picture, &nodes[I1], &nodes[I1].name, 1);
    put_names(picture, &nodes[I2], &nodes[I2].name, 1);
    put_neuron(picture, H1, "b1");
    put_neuron(picture, H2, "b2");
    put_neuron(picture, OUT1, "b3");
    put_neuron(picture, OUT2, "b4");
    put_names(picture, &nodes[ERROR], error, 1);
}

/* A step of the walk in one line: name, formula, numbers in place, value. */
static void put_step(struct picture *picture, const char *name) {
    struct text *out = picture->script->out;
    const struct quantity *quantity = trace_find(&picture->walk, name, strlen(name));
    const struct step *step = &picture->walk.steps[quantity->step];
    const struct formula *formula = numbers_shortest(&picture->walk, step);
    const struct formula_numbers in_place = numbers_for_formula(&picture->numbers);
    if (step->equation[0] != '\0')
        text_printf(out, "(%s) ", step->equation);
    text_printf(out, "%s = ", step->name);
    formula_print(out, formula, NULL, NULL);
    if (numbers_worth_showing(&picture->numbers, formula, shown(picture, name).text)) {
        text_puts(out, " = ");
        formula_print(out, formula, &in_place, NULL);
    }
    text_printf(out, " = %s\\n", shown(picture, name).text);
}

/* The chain of derivatives to a goal that belongs to the output NODE, or to the hidden NODE. */
static void put_chain(struct picture *picture) {
    const char *node = nodes[picture->goal->to].name, *weight = picture->goal->weight;
    const bool of_hidden = node[0] == 'h';
    char name[NAME_ROOM];
    script_put(picture->script, "set label \"");
    for (int o = 1; o <= 2 && of_hidden; o++) {
        snprintf(name, sizeof name, "dE_O%d_dout_%s", o, node);
        put_step(picture, name);
    }
    snprintf(name, sizeof name, "dE_total_dout_%s", node);
    put_step(picture, name);
    snprintf(name, sizeof name, "dout_%s_din_%s", node, node);
    put_step(picture, name);
    snprintf(name, sizeof name, "din_%s_d%s", node, weight);
    put_step(picture, name);
    snprintf(name, sizeof name, "dE_total_d%s", weight);
    put_step(picture, name);
    script_put(picture->script, "\" at -0.8,-2.6 left font ',11'\n");
}

/* The numbers in place as they stand on the nodes, with all their decimals. */
static void show_as_labels(struct picture *picture) {
    picture->numbers = numbers_of(&picture->walk, LABEL_DECIMALS);
    for (size_t i = 0; i < picture->walk.quantity_count; i++)
        strcpy(picture->numbers.shown[i], shown(picture, picture->walk.quantities[i].name).text);
}

static bool find_goal(struct picture *picture, const char *path, struct error *error) {
    for (size_t e = 0; e < EDGES && path != NULL; e++)
        if (edges[e].weight != NULL && strcmp(edges[e].weight, path) == 0)
            picture->goal = &edges[e];
    return path == NULL || picture->goal != NULL ||
           error_set(error, "--path %s: a weight, w1 to w8, is needed, such as w5 or w1",
                     quote(path, strlen(path)).text);
}

static void put_picture(struct picture *picture) {
    const struct edge *goal = picture->goal;
    const bool of_hidden = goal != NULL && goal->from < H1;
    script_put(picture->script, "\nset title \"%s%s\"\n",
               goal == NULL ? "{plot.network.title}"
               : of_hidden  ? "{plot.network.two-ways} "
                            : "{plot.network.one-way} ",
               goal == NULL ? "" : goal->weight);
    script_put(picture->script,
               "unset border\nunset tics\nunset key\n"
               "set style textbox opaque noborder margins 0.4,0.4\n"
               "set xrange [-1:12.6]\nset yrange [%g:5]\n\n",
               goal == NULL ? -2.2 : -4.9);
    script_put(picture->script, "# {plot.network.edges}\n");
    for (size_t e = 0; e < EDGES; e++)
        put_edge(picture, &edges[e]);
    script_put(picture->script, "\n# {plot.network.nodes}\n");
    put_nodes(picture);
    if (goal != NULL) {
        script_put(picture->script, "\n# {plot.network.chain}\n");
        put_chain(picture);
    }
    script_put(picture->script, "\n# {plot.network.nothing}\nplot 99\n");
}

static bool draw(struct script *script, const struct plot_request *request, struct error *error) {
    struct picture picture = {.script = script};
    if (request->path == NULL && !example_has_article_shape(request->example))
        return any_network_put(script, request->example, error);
    if (!find_goal(&picture, request->path, error))
        return false;
    const bool done = walk_article(&picture.walk, request->example, SLIPS_NONE, error);
    if (done) {
        show_as_labels(&picture);
        put_picture(&picture);
    }
    trace_free(&picture.walk);
    return done;
}

const struct figure figure_network = {"network", 1000, 740, draw, true, NULL};
