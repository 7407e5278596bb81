/* Drawing: see drawing.h. */
#include "render/drawing.h"

#include "render/render.h"

enum { MOST_NODES = 64, MOST_EDGES = 256 };

struct sketch {
    struct drawing_node nodes[MOST_NODES];
    struct drawing_edge edges[MOST_EDGES];
    size_t node_count, edge_count;
};

static bool starts_with(struct label label, const char *prefix) {
    const size_t length = strlen(prefix);
    return label.length > length && memcmp(label.text, prefix, length) == 0;
}

static struct label behind(struct label label, const char *prefix) {
    const size_t length = strlen(prefix);
    return (struct label){label.text + length, label.length - length};
}

/* The node NAME; a new one in LAYER where there is none. */
static size_t node(struct sketch *sketch, struct label name, size_t layer) {
    size_t row = 0;
    for (size_t i = 0; i < sketch->node_count; i++) {
        const struct drawing_node *known = &sketch->nodes[i];
        if (known->name.length == name.length &&
            memcmp(known->name.text, name.text, name.length) == 0)
            return i;
        row += known->layer == layer;
    }
    if (sketch->node_count == MOST_NODES)
        return 0;
    sketch->nodes[sketch->node_count] =
        (struct drawing_node){.name = name, .layer = layer, .row = row};
    return sketch->node_count++;
}

static struct label label_of(const struct formula *name) {
    return (struct label){name->text, name->length};
}

static size_t source(struct sketch *sketch, const struct formula *name) {
    const struct label label = label_of(name);
    return node(sketch, starts_with(label, "out_") ? behind(label, "out_") : label, 0);
}

/* The layer behind all that a sum reads. */
static size_t layer_of(struct sketch *sketch, const struct formula *sum) {
    if (sum->kind == FORMULA_ADD) {
        const size_t left = layer_of(sketch, sum->left), right = layer_of(sketch, sum->right);
        return left > right ? left : right;
    }
    if (sum->kind != FORMULA_MULTIPLY || sum->left->kind != FORMULA_NAME ||
        sum->right->kind != FORMULA_NAME)
        return 0;
    return sketch->nodes[source(sketch, sum->right)].layer + 1;
}

/* A term is weight*source, or 1*bias. */
static void add_terms(struct sketch *sketch, const struct formula *sum, size_t to) {
    if (sum->kind == FORMULA_ADD) {
        add_terms(sketch, sum->left, to);
        add_terms(sketch, sum->right, to);
    } else if (sum->kind == FORMULA_MULTIPLY && sum->right->kind == FORMULA_NAME) {
        if (sum->left->kind == FORMULA_NUMBER)
            sketch->nodes[to].bias = label_of(sum->right);
        else if (sum->left->kind == FORMULA_NAME && sketch->edge_count < MOST_EDGES)
            sketch->edges[sketch->edge_count++] =
                (struct drawing_edge){source(sketch, sum->right), to, label_of(sum->left)};
    }
}

static bool is_weighted_sum(const struct step *step) {
    const struct label name = {step->name, strlen(step->name)};
    return step->kind == STEP_GIVES && starts_with(name, "in_") &&
           strstr(step->name, "_new") == NULL;
}

static void add_neuron(struct sketch *sketch, struct trace *trace, const struct step *step) {
    const struct label name = {step->name, strlen(step->name)};
    const struct formula *sum = render_formula(trace, &step->forms[step->form_count - 1]);
    const size_t layer = layer_of(sketch, sum);
    add_terms(sketch, sum, node(sketch, behind(name, "in_"), layer));
}

struct drawing drawing_of(struct trace *trace) {
    struct sketch sketch = {0};
    struct drawing drawing = {0};
    for (size_t s = 0; s < trace->step_count; s++)
        if (is_weighted_sum(&trace->steps[s]))
            add_neuron(&sketch, trace, &trace->steps[s]);
    render_next_step(trace);
    struct drawing_node *nodes = arena_take(&trace->arena, sizeof sketch.nodes);
    struct drawing_edge *edges = arena_take(&trace->arena, sizeof sketch.edges);
    memcpy(nodes, sketch.nodes, sizeof sketch.nodes);
    memcpy(edges, sketch.edges, sizeof sketch.edges);
    for (size_t i = 0; i < sketch.node_count; i++) {
        if (nodes[i].layer >= drawing.layer_count)
            drawing.layer_count = nodes[i].layer + 1;
        if (nodes[i].row >= drawing.row_count)
            drawing.row_count = nodes[i].row + 1;
    }
    drawing.nodes = nodes;
    drawing.edges = edges;
    drawing.node_count = sketch.node_count;
    drawing.edge_count = sketch.edge_count;
    return drawing;
}

size_t drawing_half_rows_above(const struct drawing *drawing, const struct drawing_node *node) {
    size_t rows = 0;
    for (size_t i = 0; i < drawing->node_count; i++)
        rows += drawing->nodes[i].layer == node->layer;
    return 2 * node->row + drawing->row_count - rows;
}
