/* Formula edit: see formula_edit.h. */
#include "formula/formula_edit.h"

#include <string.h>

const struct formula *formula_leaf(struct arena *arena, enum formula_kind kind, const char *text,
                                   size_t length) {
    struct formula *leaf = arena_take(arena, sizeof *leaf);
    *leaf = (struct formula){.kind = kind, .text = text, .length = (unsigned)length};
    return leaf;
}

const struct formula *formula_node(struct arena *arena, enum formula_kind kind,
                                   const struct formula *left, const struct formula *right) {
    struct formula *node = arena_take(arena, sizeof *node);
    *node = (struct formula){.kind = kind, .left = left, .right = right};
    return node;
}

bool formula_is(const struct formula *formula, enum formula_kind kind, const char *text,
                size_t length) {
    return formula->kind == kind && formula->length == length &&
           memcmp(formula->text, text, length) == 0;
}

struct edit {
    struct arena *arena;
    formula_editor *editor;
    void *context;
};

static const struct formula *one(struct edit *edit) {
    return formula_leaf(edit->arena, FORMULA_NUMBER, "1", 1);
}

/* NODE with the operands LEFT and RIGHT, of which one is left out. */
static const struct formula *what_remains(struct edit *edit, const struct formula *node,
                                          const struct formula *left, const struct formula *right) {
    switch (node->kind) {
    case FORMULA_ADD:
    case FORMULA_MULTIPLY:
        return left != NULL ? left : right;
    case FORMULA_SUBTRACT:
        return left != NULL    ? left
               : right != NULL ? formula_node(edit->arena, FORMULA_NEGATE, right, NULL)
                               : NULL;
    case FORMULA_DIVIDE:
        return left != NULL    ? left
               : right != NULL ? formula_node(edit->arena, FORMULA_DIVIDE, one(edit), right)
                               : NULL;
    case FORMULA_NEGATE:
        return formula_node(edit->arena, FORMULA_NEGATE, one(edit), NULL);
    case FORMULA_POWER:
        return left;
    case FORMULA_CALL:
    case FORMULA_DOT:
    case FORMULA_ENTRY:
    case FORMULA_PARTIAL:
    case FORMULA_SUM:
    case FORMULA_RANGE:
    case FORMULA_NUMBER:
    case FORMULA_NAME:
        break;
    }
    return NULL;
}

static const struct formula *rebuild(struct edit *edit, const struct formula *node,
                                     const struct formula *above) {
    const struct formula *kept = edit->editor(edit->context, node, above);
    if (kept != node || node->left == NULL)
        return kept;
    const struct formula *left = rebuild(edit, node->left, node), *right = node->right;
    if (right != NULL && node->kind != FORMULA_PARTIAL)
        right = rebuild(edit, right, node);
    if (left == node->left && right == node->right)
        return node;
    if (left == NULL || (right == NULL && node->right != NULL))
        return what_remains(edit, node, left, right);
    struct formula *made = arena_take(edit->arena, sizeof *made);
    *made = *node;
    made->left = left;
    made->right = right;
    return made;
}

const struct formula *formula_edit(struct arena *arena, const struct formula *formula,
                                   formula_editor *editor, void *context) {
    struct edit edit = {.arena = arena, .editor = editor, .context = context};
    return rebuild(&edit, formula, NULL);
}

bool formula_same(const struct formula *a, const struct formula *b) {
    if (a == NULL || b == NULL || a->kind != b->kind || a->length != b->length)
        return a == b;
    return (a->length == 0 || memcmp(a->text, b->text, a->length) == 0) &&
           (a->left == b->left || formula_same(a->left, b->left)) &&
           (a->right == b->right || formula_same(a->right, b->right));
}
