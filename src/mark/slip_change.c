/* Slip change: see slip_change.h. */
#include "mark/slip_change.h"

#include "formula/formula_edit.h"

#include <ctype.h>
#include <string.h>

const struct formula *change_node(void *context, const struct formula *node,
                                  const struct formula *above) {
    struct change *change = context;
    if (change->only != NULL && change->only != node)
        return node;
    return change->editor(change, node, above);
}

/* ---- Words for what stands in a formula ---- */

static bool is_name(const struct formula *node) {
    return node->kind == FORMULA_NAME;
}

static bool is_number(const struct formula *node) {
    return node->kind == FORMULA_NUMBER;
}

static bool is_one(const struct formula *node) {
    return formula_is(node, FORMULA_NUMBER, "1", 1);
}

static bool is_named(const struct formula *node, const char *name) {
    return formula_is(node, FORMULA_NAME, name, strlen(name));
}

static bool same_name(const struct formula *a, const struct formula *b) {
    return is_name(a) && formula_is(b, FORMULA_NAME, a->text, a->length);
}

static bool is_factor(const struct formula *above) {
    return above != NULL && (above->kind == FORMULA_MULTIPLY || above->kind == FORMULA_NEGATE);
}

/* 1*b, as the article writes a bias */
static bool is_bias(const struct formula *node) {
    return node->kind == FORMULA_MULTIPLY && is_one(node->left) && is_name(node->right);
}

/* 1 - x */
static bool is_one_less_name(const struct formula *node) {
    return node->kind == FORMULA_SUBTRACT && is_one(node->left) && is_name(node->right);
}

bool has_bias(const struct formula *formula) {
    return formula != NULL &&
           (is_bias(formula) || has_bias(formula->left) || has_bias(formula->right));
}

static const struct formula *name_of(const struct change *change, const char *name) {
    return formula_leaf(change->place->arena, FORMULA_NAME, name, strlen(name));
}

static struct role role_of(const struct ways *ways, const struct formula *node) {
    return is_name(node) ? ways_role(ways, node->text, node->length)
                         : (struct role){.kind = ROLE_NONE};
}

/* The name of the quantity with this role; NODE where the walk has none. */
static const struct formula *with_role(const struct change *change, const struct role *role,
                                       const struct formula *node) {
    const struct ways *ways = change->place->ways;
    struct text name = {0};
    shape_put_name(&name, ways->shape, role);
    const struct quantity *found = trace_find(ways->trace, name.bytes, name.length);
    text_free(&name);
    return found != NULL ? name_of(change, found->name) : node;
}

/* Whether two names differ in their last number alone: b1 and b2, w5_new and w7_new. */
static bool are_neighbours(const struct formula *name, const char *other) {
    size_t start = 0, end = 0; /* of that number */
    for (size_t i = 0; i < name->length; i++)
        if (isdigit((unsigned char)name->text[i])) {
            start = end == i ? start : i;
            end = i + 1;
        }
    if (end == 0 || strncmp(name->text, other, start) != 0)
        return false;
    const size_t digits = strspn(other + start, "0123456789");
    const size_t behind = name->length - end;
    return digits > 0 && strlen(other + start + digits) == behind &&
           memcmp(other + start + digits, name->text + end, behind) == 0 && !is_named(name, other);
}

/* ---- The slips ---- */

const struct formula *turn_sign(void *context, const struct formula *node,
                                const struct formula *above) {
    struct change *change = context;
    (void)above;
    if (node->kind != FORMULA_SUBTRACT || !is_name(node->left) || !is_name(node->right))
        return node;
    return formula_node(change->place->arena, FORMULA_SUBTRACT, node->right, node->left);
}

/* A name that stands for x*(1 - x): dout_O1_din_O1. */
static bool stands_for_pair(const struct ways *ways, const struct formula *name) {
    const size_t quantity = ways_quantity(ways, name->text, name->length);
    if (quantity == NO_QUANTITY || ways->count[quantity] == 0)
        return false;
    const struct formula *formula = ways->of[quantity][0].formula;
    return formula->kind == FORMULA_MULTIPLY && is_name(formula->left) &&
           is_one_less_name(formula->right); /* of the same: no walk has x*(1 - y) */
}

/* Whether 1 - NAME stands in FORMULA. */
static bool has_one_less(const struct formula *formula, const struct formula *name) {
    return formula != NULL &&
           ((is_one_less_name(formula) && same_name(formula->right, name)) ||
            has_one_less(formula->left, name) || has_one_less(formula->right, name));
}

const struct formula *leave_out_name_of_pair(void *context, const struct formula *node,
                                             const struct formula *above) {
    const struct change *change = context;
    return is_name(node) && is_factor(above) && stands_for_pair(change->place->ways, node) ? NULL
                                                                                           : node;
}

/* Leaves out x and 1 - x, where they are factors, and what stands for both. */
const struct formula *leave_out_derivative(void *context, const struct formula *node,
                                           const struct formula *above) {
    const struct change *change = context;
    const struct formula *formula = change->place->way->formula;
    if (!is_factor(above))
        return node;
    const bool is_of_pair =
        is_one_less_name(node) || (is_name(node) && has_one_less(formula, node));
    return is_of_pair ? NULL : leave_out_name_of_pair(context, node, above);
}

const struct formula *leave_out_bias(void *context, const struct formula *node,
                                     const struct formula *above) {
    (void)context, (void)above;
    return is_bias(node) ? NULL : node;
}

const struct formula *take_other_bias(void *context, const struct formula *node,
                                      const struct formula *above) {
    const struct change *change = context;
    (void)above;
    if (!is_bias(node) || !are_neighbours(node->right, change->with))
        return node;
    return formula_node(change->place->arena, FORMULA_MULTIPLY, node->left,
                        name_of(change, change->with));
}

const struct formula *take_neighbour(void *context, const struct formula *node,
                                     const struct formula *above) {
    const struct change *change = context;
    (void)above;
    return is_name(node) && are_neighbours(node, change->with) ? name_of(change, change->with)
                                                               : node;
}

/* Whether a name that the walk has is given. */
static bool is_given(const struct ways *ways, const struct formula *name) {
    const size_t quantity = ways_quantity(ways, name->text, name->length);
    return ways->trace->quantities[quantity].typed != NULL;
}

const struct formula *take_new(void *context, const struct formula *node,
                               const struct formula *above) {
    const struct change *change = context;
    struct role role = role_of(change->place->ways, node);
    (void)above;
    if (role.kind == ROLE_NONE || !is_given(change->place->ways, node))
        return node;
    role.is_new = true;
    return with_role(change, &role, node);
}

const struct formula *take_old(void *context, const struct formula *node,
                               const struct formula *above) {
    const struct change *change = context;
    struct role role = role_of(change->place->ways, node);
    (void)above;
    if (!role.is_new)
        return node;
    role.is_new = false;
    return with_role(change, &role, node);
}

static bool is_rate(const struct change *change, const struct formula *node) {
    return role_of(change->place->ways, node).kind == ROLE_RATE;
}

const struct formula *leave_out_alpha(void *context, const struct formula *node,
                                      const struct formula *above) {
    return is_rate(context, node) && is_factor(above) ? NULL : node;
}

static bool has_rate(const struct change *change, const struct formula *node) {
    return node != NULL &&
           (is_rate(change, node) || has_rate(change, node->left) || has_rate(change, node->right));
}

const struct formula *leave_out_update(void *context, const struct formula *node,
                                       const struct formula *above) {
    return above != NULL && (above->kind == FORMULA_ADD || above->kind == FORMULA_SUBTRACT) &&
                   has_rate(context, node)
               ? NULL
               : node;
}

const struct formula *take_rate(void *context, const struct formula *node,
                                const struct formula *above) {
    const struct change *change = context;
    (void)above;
    return is_rate(change, node) ? formula_leaf(change->place->arena, FORMULA_NUMBER, change->with,
                                                strlen(change->with))
                                 : node;
}

const struct formula *leave_out_half(void *context, const struct formula *node,
                                     const struct formula *above) {
    (void)context;
    return node->kind == FORMULA_DIVIDE && is_number(node->left) && is_number(node->right) &&
                   is_factor(above)
               ? NULL
               : node;
}

static bool same_shape(const struct formula *a, const struct formula *b) {
    if (a == NULL || b == NULL || a->kind != b->kind)
        return a == b;
    return same_shape(a->left, b->left) && same_shape(a->right, b->right);
}

/* A summand, beside another that is computed alike: one of the paths. */
const struct formula *leave_out_path(void *context, const struct formula *node,
                                     const struct formula *above) {
    (void)context;
    if (above == NULL || above->kind != FORMULA_ADD || is_number(node))
        return node;
    const struct formula *other = above->left == node ? above->right : above->left;
    while (other->kind == FORMULA_ADD)
        other = other->right;
    return same_shape(node, other) ? NULL : node;
}

/* ---- A gradient for an error term ---- */

bool is_error_term(const struct ways *ways, const struct formula *node) {
    return role_of(ways, node).kind == ROLE_ERROR_TERM;
}

/* The way sigma*x of a gradient, or NULL. */
const struct way *as_gradient(const struct ways *ways, size_t quantity,
                              const struct formula *sigma) {
    for (size_t w = 0; w < ways->count[quantity]; w++) {
        const struct formula *formula = ways->of[quantity][w].formula;
        if (formula->kind == FORMULA_MULTIPLY && same_name(formula->left, sigma) &&
            is_name(formula->right))
            return &ways->of[quantity][w];
    }
    return NULL;
}

/* Whether QUANTITY is a derivative by the one of this role, which is in the same layer. */
static bool is_derivative_by(const struct ways *ways, const struct quantity *quantity,
                             const struct role *role) {
    struct role of, by;
    return shape_derivative(ways->shape, quantity->name, quantity->length, &of, &by) &&
           by.kind == role->kind && by.neuron == role->neuron && by.from == role->from &&
           by.is_new == role->is_new;
}

/* sigma, where it stands before the weight w, becomes the gradient by w. */
const struct formula *take_gradient_of_weight(void *context, const struct formula *node,
                                              const struct formula *above) {
    const struct change *change = context;
    const struct ways *ways = change->place->ways;
    (void)above;
    if (node->kind != FORMULA_MULTIPLY || !is_error_term(ways, node->left) || !is_name(node->right))
        return node;
    const struct role weight = role_of(ways, node->right);
    for (size_t q = 0; q < ways->trace->quantity_count; q++) {
        const struct quantity *quantity = &ways->trace->quantities[q];
        if (as_gradient(ways, q, node->left) != NULL && is_derivative_by(ways, quantity, &weight))
            return formula_node(change->place->arena, FORMULA_MULTIPLY,
                                name_of(change, quantity->name), node->right);
    }
    return node;
}

/* sigma becomes the gradient that `with` names. */
const struct formula *take_gradient(void *context, const struct formula *node,
                                    const struct formula *above) {
    const struct change *change = context;
    const struct ways *ways = change->place->ways;
    (void)above;
    return is_error_term(ways, node) &&
                   as_gradient(ways, ways_quantity(ways, change->with, strlen(change->with)),
                               node) != NULL
               ? name_of(change, change->with)
               : node;
}

/* The name `name` becomes the formula of the place. */
const struct formula *put_formula(void *context, const struct formula *node,
                                  const struct formula *above) {
    const struct change *change = context;
    (void)above;
    return same_name(node, change->name) ? change->place->way->formula : node;
}

/* ---- Functions ---- */

const struct formula *take_weighted_sum(void *context, const struct formula *node,
                                        const struct formula *above) {
    const struct change *change = context;
    struct role role = role_of(change->place->ways, node);
    (void)above;
    if (role.kind != ROLE_OUTPUT)
        return node;
    role.kind = ROLE_SUM;
    return with_role(change, &role, node);
}

const struct formula *take_power_of_ten(void *context, const struct formula *node,
                                        const struct formula *above) {
    static const char exp[] = "exp";
    const struct change *change = context;
    struct arena *arena = change->place->arena;
    (void)above;
    return formula_is(node, FORMULA_CALL, exp, strlen(exp))
               ? formula_node(arena, FORMULA_POWER, formula_leaf(arena, FORMULA_NUMBER, "10", 2),
                              node->left)
               : node;
}

const struct formula *leave_out_exp(void *context, const struct formula *node,
                                    const struct formula *above) {
    (void)context, (void)above;
    return formula_is(node, FORMULA_CALL, "exp", strlen("exp")) ? node->left : node;
}

/* What x is where NODE is 1/(exp(-x) + 1), or NULL. Nothing else in a walk is 1/(a + b). */
static const struct formula *argument_of_sigmoid(const struct formula *node) {
    const bool is_sigmoid =
        node->kind == FORMULA_DIVIDE && is_one(node->left) && node->right->kind == FORMULA_ADD;
    return is_sigmoid ? node->right->left->left->left : NULL;
}

static const struct formula *call(struct arena *arena, const char *name,
                                  const struct formula *argument) {
    struct formula *node = arena_take(arena, sizeof *node);
    *node = (struct formula){.kind = FORMULA_CALL,
                             .text = name,
                             .length = (unsigned)strlen(name),
                             .left = argument,
                             .function = function_find(name, strlen(name))};
    return node;
}

const struct formula *take_other_function(void *context, const struct formula *node,
                                          const struct formula *above) {
    static const char tanh[] = "tanh";
    const struct change *change = context;
    struct arena *arena = change->place->arena;
    const struct formula *x = argument_of_sigmoid(node);
    if (above != NULL)
        return node;
    if (x != NULL)
        return call(arena, tanh, x);
    if (!formula_is(node, FORMULA_CALL, tanh, strlen(tanh)))
        return node;
    const struct formula *one = formula_leaf(arena, FORMULA_NUMBER, "1", 1);
    const struct formula *power =
        call(arena, "exp", formula_node(arena, FORMULA_NEGATE, node->left, NULL));
    return formula_node(arena, FORMULA_DIVIDE, one, formula_node(arena, FORMULA_ADD, power, one));
}

const struct formula *leave_out_function(void *context, const struct formula *node,
                                         const struct formula *above) {
    const struct formula *x = argument_of_sigmoid(node);
    (void)context;
    if (above != NULL)
        return node;
    return x != NULL ? x : node->kind == FORMULA_CALL ? node->left : node;
}

/* ---- Of a general kind ---- */

const struct formula *shift_point(void *context, const struct formula *node,
                                  const struct formula *above) {
    const struct change *change = context;
    struct arena *arena = change->place->arena;
    (void)above; /* it is asked for the whole alone, which it changes */
    return formula_node(arena, FORMULA_MULTIPLY,
                        formula_leaf(arena, FORMULA_NUMBER, change->with, strlen(change->with)),
                        node);
}

/* w - alpha*x */
const struct formula *add_up(void *context, const struct formula *node,
                             const struct formula *above) {
    struct change *change = context;
    (void)above;
    if (node->kind != FORMULA_SUBTRACT || !is_name(node->left) ||
        node->right->kind != FORMULA_MULTIPLY)
        return node;
    return formula_node(change->place->arena, FORMULA_ADD, node->left, node->right);
}

/* A minus is forgotten wherever one stands, and the whole may have one too many. */
const struct formula *forget_minus(void *context, const struct formula *node,
                                   const struct formula *above) {
    struct change *change = context;
    if (node->kind == FORMULA_NEGATE)
        return node->left;
    return above == NULL ? formula_node(change->place->arena, FORMULA_NEGATE, node, NULL) : node;
}

const struct formula *leave_out_power(void *context, const struct formula *node,
                                      const struct formula *above) {
    (void)context, (void)above;
    return node->kind == FORMULA_POWER ? node->left : node;
}

const struct formula *leave_out_power_turned(void *context, const struct formula *node,
                                             const struct formula *above) {
    const struct change *change = context;
    (void)above;
    return node->kind == FORMULA_POWER && node->left->kind == FORMULA_SUBTRACT
               ? formula_node(change->place->arena, FORMULA_SUBTRACT, node->left->right,
                              node->left->left)
               : node;
}

const struct formula *divide(void *context, const struct formula *node,
                             const struct formula *above) {
    const struct change *change = context;
    (void)above;
    return node->kind == FORMULA_MULTIPLY && !is_number(node->left)
               ? formula_node(change->place->arena, FORMULA_DIVIDE, node->left, node->right)
               : node;
}

const struct formula *leave_out_factor(void *context, const struct formula *node,
                                       const struct formula *above) {
    (void)context;
    return above != NULL && above->kind == FORMULA_MULTIPLY && !is_number(node) &&
                   node->kind != FORMULA_MULTIPLY
               ? NULL
               : node;
}

const struct formula *leave_out_term(void *context, const struct formula *node,
                                     const struct formula *above) {
    (void)context;
    return above != NULL && (above->kind == FORMULA_ADD || above->kind == FORMULA_SUBTRACT) &&
                   node->kind != FORMULA_ADD && node->kind != FORMULA_SUBTRACT
               ? NULL
               : node;
}
