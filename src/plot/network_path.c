/* Network path: see network_path.h. */
#include "plot/network_path.h"

#include "plot/walk_names.h"
#include "render/numbers.h"

#include <string.h>

bool network_path_find(struct network_path *path, const struct drawing *drawing,
                       const struct walk *walk, const char *weight, struct error *error) {
    *path = (struct network_path){.drawing = drawing};
    if (weight == NULL)
        return true;
    if (walk->shape->activation[walk->shape->depth] == NULL)
        return error_set(error, "plot network: --path does not go with softmax, where the error "
                                "of each output comes to all; another output is needed");
    for (size_t e = 0; e < drawing->edge_count; e++)
        if (strcmp(drawing->edges[e].weight.text, weight) == 0)
            path->goal = &drawing->edges[e];
    return path->goal != NULL ||
           error_set(error, "--path %s: a weight, %s to %s, is needed",
                     quote(weight, strlen(weight)).text, drawing->edges[0].weight.text,
                     drawing->edges[drawing->edge_count - 1].weight.text);
}

/* The layer of the goal's neuron. */
static size_t layer_of(const struct network_path *path) {
    return path->drawing->nodes[path->goal->to].layer;
}

bool network_path_has_node(const struct network_path *path, const struct drawing_node *node) {
    return path->goal != NULL &&
           (node == &path->drawing->nodes[path->goal->to] || node->layer > layer_of(path));
}

bool network_path_has_edge(const struct network_path *path, const struct drawing_edge *edge) {
    return path->goal != NULL &&
           (edge == path->goal || network_path_has_node(path, &path->drawing->nodes[edge->from]));
}

size_t network_path_count(const struct network_path *path, const struct shape *shape) {
    size_t count = 1;
    for (size_t layer = layer_of(path) + 1; layer <= shape->depth; layer++)
        count *= shape->width[layer];
    return count;
}

const char *network_path_equation(const struct network_path *path, const struct walk *walk) {
    for (const struct step *step = walk->trace.steps;; step++) {
        struct role of, by;
        if (shape_derivative(walk->shape, step->name, strlen(step->name), &of, &by) &&
            of.kind == ROLE_TOTAL && by.kind == ROLE_WEIGHT && by.layer == layer_of(path))
            return step->equation;
    }
}

const struct quantity *network_path_derivative(const struct network_path *path,
                                               const struct walk *walk,
                                               const struct drawing_edge *edge) {
    const struct drawing_node *from = &path->drawing->nodes[edge->from];
    const struct drawing_node *to = &path->drawing->nodes[edge->to];
    if (edge == path->goal)
        return walk_derivative(walk, (struct role){.kind = ROLE_TOTAL},
                               (struct role){.kind = ROLE_WEIGHT,
                                             .layer = to->layer,
                                             .neuron = to->row + 1,
                                             .from = from->row + 1});
    if (to->layer < walk->shape->depth)
        return NULL;
    return walk_derivative(
        walk, (struct role){.kind = ROLE_ERROR, .layer = to->layer, .neuron = to->row + 1},
        (struct role){.kind = ROLE_OUTPUT, .layer = from->layer, .neuron = from->row + 1});
}

/* ---- The chain ---- */

struct chain {
    struct walk *walk;
    const struct quantity **each;
    size_t count;
};

static void add(struct chain *chain, const struct quantity *quantity, int levels);

/* Those that stand in a formula. */
static void add_from(struct chain *chain, const struct formula *formula, int levels) {
    const struct shape *shape = chain->walk->shape;
    struct role of, by;
    if (formula == NULL)
        return;
    add_from(chain, formula->left, levels);
    add_from(chain, formula->right, levels);
    if (formula->kind == FORMULA_NAME &&
        (shape_derivative(shape, formula->text, formula->length, &of, &by) ||
         shape_role(shape, formula->text, formula->length).kind == ROLE_ERROR_TERM))
        add(chain, trace_find(&chain->walk->trace, formula->text, formula->length), levels);
}

static void add(struct chain *chain, const struct quantity *quantity, int levels) {
    struct trace *trace = &chain->walk->trace;
    if (levels > 0)
        add_from(chain, numbers_shortest(trace, &trace->steps[quantity->step]), levels - 1);
    chain->each[chain->count++] = quantity;
}

size_t network_path_chain(const struct network_path *path, struct walk *walk,
                          const struct quantity *each[NETWORK_PATH_CHAIN]) {
    struct chain chain = {.walk = walk, .each = each};
    add(&chain, network_path_derivative(path, walk, path->goal), 2);
    return chain.count;
}
