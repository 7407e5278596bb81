/* Drawing: see drawing.h. */
#include "render/drawing.h"

#include "render/render.h"

struct sketch {
    struct arena *arena;
    struct drawing_node *nodes;
    struct drawing_edge *edges;
    size_t node_count, edge_count;
};

/* ITEMS, of COUNT, with room for one more: full at 0 and at every power of 2. */
static void *room_for_one(struct arena *arena, void *items, size_t count, size_t size) {
    if ((count & (count - 1)) != 0)
        return items;
    void *more = arena_take(arena, (count == 0 ? 1 : 2 * count) * size);
    return count == 0 ? more : memcpy(more, items, count * size);
}

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
    sketch->nodes =
        room_for_one(sketch->arena, sketch->nodes, sketch->node_count, sizeof *sketch->nodes);
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
    const size_t from = source(sketch, sum->right);
    return sketch->nodes[from].layer + 1;
}

static void add_edge(struct sketch *sketch, struct drawing_edge edge) {
    sketch->edges =
        room_for_one(sketch->arena, sketch->edges, sketch->edge_count, sizeof *sketch->edges);
    sketch->edges[sketch->edge_count++] = edge;
}

/* A term is weight*source, or 1*bias. */
static void add_terms(struct sketch *sketch, const struct formula *sum, size_t to) {
    if (sum->kind == FORMULA_ADD) {
        add_terms(sketch, sum->left, to);
        add_terms(sketch, sum->right, to);
    } else if (sum->kind == FORMULA_MULTIPLY && sum->right->kind == FORMULA_NAME) {
        if (sum->left->kind == FORMULA_NUMBER)
            sketch->nodes[to].bias = label_of(sum->right);
        else if (sum->left->kind == FORMULA_NAME)
            add_edge(sketch,
                     (struct drawing_edge){source(sketch, sum->right), to, label_of(sum->left)});
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
    struct sketch sketch = {.arena = &trace->arena};
    struct drawing drawing = {0};
    for (size_t s = 0; s < trace->step_count; s++)
        if (is_weighted_sum(&trace->steps[s]))
            add_neuron(&sketch, trace, &trace->steps[s]);
    render_next_step(trace);
    for (size_t i = 0; i < sketch.node_count; i++) {
        if (sketch.nodes[i].layer >= drawing.layer_count)
            drawing.layer_count = sketch.nodes[i].layer + 1;
        if (sketch.nodes[i].row >= drawing.row_count)
            drawing.row_count = sketch.nodes[i].row + 1;
    }
    drawing.nodes = sketch.nodes;
    drawing.edges = sketch.edges;
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
