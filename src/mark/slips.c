/* Slips: see slips.h. A slip is an editor of formulas (slip_change.h) that changes the nodes it is
 * about; it is tried at all of them together, at each alone, or both. */
#include "mark/slips.h"

#include "mark/slip_change.h"

static const struct slip NONE = {0};

/* What a slip needs must not need the slipped quantity in turn. */
static bool can_be_computed(const struct slip_place *place, const struct formula *formula) {
    unsigned short names[MOST_NAMES];
    const size_t count = ways_names(place->ways, formula, names, MOST_NAMES);
    for (size_t i = 0; i < count; i++)
        if (names[i] == place->quantity || ways_reach(place->ways, names[i], place->quantity))
            return false;
    return count > 0;
}

static struct slip propose(const struct slip_place *place, const char *id,
                           const struct formula *formula) {
    if (formula == NULL || formula == place->way->formula || !can_be_computed(place, formula) ||
        !place->explains(place->context, id, formula))
        return NONE;
    return (struct slip){.id = id, .formula = formula};
}

static struct slip try_change(struct change *change, const char *id) {
    return propose(
        change->place, id,
        formula_edit(change->place->arena, change->place->way->formula, change_node, change));
}

/* At each node alone that the editor changes. */
static struct slip try_each_of(struct change *change, const char *id, const struct formula *node,
                               const struct formula *above) {
    if (node == NULL)
        return NONE;
    change->only = node;
    struct slip slip = change->editor(change, node, above) != node ? try_change(change, id) : NONE;
    if (slip.id == NULL)
        slip = try_each_of(change, id, node->left, node);
    return slip.id != NULL || node->kind == FORMULA_PARTIAL
               ? slip
               : try_each_of(change, id, node->right, node);
}

static struct slip try_each(struct change change, const char *id) {
    return try_each_of(&change, id, change.place->way->formula, NULL);
}

/* How the nodes are gone through. */
typedef struct slip search(const struct slip_place *place, const char *id, formula_editor *editor);

static struct slip together(const struct slip_place *place, const char *id,
                            formula_editor *editor) {
    struct change change = {.place = place, .editor = editor};
    return try_change(&change, id);
}

static struct slip one_by_one(const struct slip_place *place, const char *id,
                              formula_editor *editor) {
    return try_each((struct change){.place = place, .editor = editor}, id);
}

static struct slip together_then_one_by_one(const struct slip_place *place, const char *id,
                                            formula_editor *editor) {
    const struct slip slip = together(place, id, editor);
    return slip.id != NULL ? slip : one_by_one(place, id, editor);
}

static struct slip with_each_name(const struct slip_place *place, const char *id,
                                  formula_editor *editor) {
    const struct trace *trace = place->ways->trace;
    struct slip slip = NONE;
    for (size_t q = 0; q < trace->quantity_count && slip.id == NULL; q++)
        slip = try_each(
            (struct change){.place = place, .editor = editor, .with = trace->quantities[q].name},
            id);
    return slip;
}

static struct slip with_each_number(const struct slip_place *place, const char *id,
                                    formula_editor *editor, const char *const numbers[]) {
    struct slip slip = NONE;
    for (size_t i = 0; numbers[i] != NULL && slip.id == NULL; i++) {
        struct change change = {.place = place, .editor = editor, .with = numbers[i]};
        slip = try_change(&change, id);
    }
    return slip;
}

/* One of the rates that people take. */
static struct slip other_rate(const struct slip_place *place, const char *id,
                              formula_editor *editor) {
    static const char *const rates[] = {
        "0.1", "0.01", "1",    "0.2",   "0.3", "0.05", "0.5",  "0.25", "0.4", "0.6", "0.7",
        "0.8", "0.9",  "0.75", "0.001", "2",   "0.15", "0.02", "0.03", "5",   "10",  NULL};
    return with_each_number(place, id, editor, rates);
}

/* The decimal point a place or two off, or a percentage. */
static struct slip other_point(const struct slip_place *place, const char *id,
                               formula_editor *editor) {
    static const char *const factors[] = {"100", "0.01", "10", "0.1", NULL};
    return with_each_number(place, id, editor, factors);
}

static struct slip one_path_only(const struct slip_place *place, const char *id,
                                 formula_editor *editor) {
    return has_bias(place->way->formula) ? NONE : one_by_one(place, id, editor);
}

/* The error term itself was given the value of a gradient: that of sigma*x, with the way of sigma
 * in its place. */
static struct slip gradient_given(const struct slip_place *place, const char *id,
                                  formula_editor *editor) {
    const struct ways *ways = place->ways;
    const struct quantity *named = &ways->trace->quantities[place->quantity];
    const struct formula *name =
        formula_leaf(place->arena, FORMULA_NAME, named->name, named->length);
    struct change change = {.place = place, .editor = editor, .name = name};
    struct slip slip = NONE;
    for (size_t q = 0; q < ways->trace->quantity_count && slip.id == NULL; q++) {
        const struct way *gradient = is_error_term(ways, name) ? as_gradient(ways, q, name) : NULL;
        if (gradient != NULL)
            slip = propose(place, id,
                           formula_edit(place->arena, gradient->formula, change_node, &change));
    }
    return slip;
}

/* ---- In order ---- */

struct kind {
    const char *id;
    search *search;
    formula_editor *editor;
};

static const struct kind known[] = {
    {"sign", together_then_one_by_one, turn_sign},
    {"derivative", together, leave_out_derivative},
    {"derivative", one_by_one, leave_out_name_of_pair},
    {"bias", one_by_one, leave_out_bias},
    {"other-bias", with_each_name, take_other_bias},
    {"early", together_then_one_by_one, take_new},
    {"alpha", one_by_one, leave_out_alpha},
    {"half", together_then_one_by_one, leave_out_half},
    {"path", one_path_only, leave_out_path},
    {"gradient", gradient_given, put_formula},
    {"gradient", together_then_one_by_one, take_gradient_of_weight},
    {"gradient", with_each_name, take_gradient},
    {"weighted-sum", together_then_one_by_one, take_weighted_sum},
    {"power-of-ten", together, take_power_of_ten},
    {"function", together, take_other_function},
    {"weighted-sum", together, leave_out_function},
};

static const struct kind other[] = {
    {"added", one_by_one, add_up},
    {"old", together_then_one_by_one, take_old},
    {"minus", one_by_one, forget_minus},
    {"power", one_by_one, leave_out_power},
    {"power", one_by_one, leave_out_power_turned},
    {"divided", one_by_one, divide},
    {"exponential", together, leave_out_exp},
    {"factor", one_by_one, leave_out_factor},
    {"term", one_by_one, leave_out_term},
    {"neighbour", with_each_name, take_neighbour},
    {"point", other_point, shift_point},
};

/* Those that one makes again and again. */
static const struct kind habits[] = {
    {"sign", together, turn_sign},        {"derivative", together, leave_out_derivative},
    {"bias", together, leave_out_bias},   {"early", together, take_new},
    {"alpha", together, leave_out_alpha}, {"half", together, leave_out_half},
};

/* Of a way that differentiates nobody computes by hand but the rule; what is forgotten in it is the
 * half. */
static struct slip first_of(const struct slip_place *place, const struct kind kinds[],
                            size_t count) {
    struct slip slip = NONE;
    for (size_t i = 0; i < count && slip.id == NULL; i++)
        if (!place->way->has_partial || kinds[i].editor == leave_out_half)
            slip = kinds[i].search(place, kinds[i].id, kinds[i].editor);
    return slip;
}

struct slip slip_article(const struct slip_place *place) {
    const struct way *way = place->way;
    if (way->slip == NULL || !place->explains(place->context, way->slip, way->formula))
        return NONE;
    return (struct slip){.id = way->slip, .formula = way->formula};
}

struct slip slip_known(const struct slip_place *place) {
    if (place->way->slip != NULL || place->way->is_put)
        return NONE;
    struct slip slip = first_of(place, known, sizeof known / sizeof *known);
    if (slip.id == NULL)
        slip = one_by_one(place, "added", add_up);
    if (slip.id == NULL) /* which a small rate would explain, too */
        slip = one_by_one(place, "kept", leave_out_update);
    return slip.id != NULL ? slip : other_rate(place, "rate", take_rate);
}

struct slip slip_other(const struct slip_place *place) {
    return place->way->slip == NULL && !place->way->is_put
               ? first_of(place, other, sizeof other / sizeof *other)
               : NONE;
}

const char *slip_throughout_id(size_t kind) {
    return kind < sizeof habits / sizeof *habits ? habits[kind].id : NULL;
}

const struct formula *slip_throughout(const struct slip_place *place, size_t kind) {
    const struct formula *formula = place->way->formula;
    struct change change = {.place = place, .editor = habits[kind].editor};
    if (place->way->slip != NULL || place->way->has_partial || place->way->is_put)
        return NULL;
    const struct formula *made = formula_edit(place->arena, formula, change_node, &change);
    return made != NULL && made != formula && can_be_computed(place, made) ? made : NULL;
}

/* Of an operation with two operands, one left out: the other remains, or with a minus. */
static const struct formula *missing_operand(const struct formula *formula,
                                             const struct formula *slipped) {
    const struct formula *rest = slipped->kind == FORMULA_NEGATE ? slipped->left : slipped;
    if (formula->kind != FORMULA_ADD && formula->kind != FORMULA_SUBTRACT &&
        formula->kind != FORMULA_MULTIPLY)
        return NULL;
    if (formula_same(formula->left, slipped))
        return formula->right;
    return formula_same(formula->right, rest) ? formula->left : NULL;
}

const struct formula *slip_missing(const struct formula *formula, const struct formula *slipped) {
    if (formula_same(formula, slipped))
        return NULL;
    const struct formula *missing = missing_operand(formula, slipped);
    if (missing != NULL || formula->kind != slipped->kind)
        return missing;
    return formula_same(formula->left, slipped->left) ? slip_missing(formula->right, slipped->right)
           : formula_same(formula->right, slipped->right)
               ? slip_missing(formula->left, slipped->left)
               : NULL;
}
