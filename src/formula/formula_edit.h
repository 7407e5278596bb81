/* Formula edit: a formula with parts of it replaced or left out, as a new tree. What is worth
 * changing is left to the caller. */
#ifndef BPWALK_FORMULA_EDIT_H
#define BPWALK_FORMULA_EDIT_H

#include "formula/formula.h"

/* Asked for each NODE from the top down, with the node above it (NULL at the top). Returns NODE to
 * keep it (then it is asked for what is below), another formula to stand in its place, or NULL to
 * leave it out. */
typedef const struct formula *formula_editor(void *context, const struct formula *node,
                                             const struct formula *above);

/* The formula as EDITOR leaves it, new nodes taken from ARENA; FORMULA itself where nothing is
 * changed. Of a sum or product with an operand left out, the other remains; of a negation, -1; a
 * power, a call or a derivative goes with what it is of. NULL where nothing remains. */
const struct formula *formula_edit(struct arena *arena, const struct formula *formula,
                                   formula_editor *editor, void *context);

/* A number or a name, whose LENGTH bytes at TEXT outlive it; and an operation (RIGHT may be NULL).
 */
const struct formula *formula_leaf(struct arena *arena, enum formula_kind kind, const char *text,
                                   size_t length);
const struct formula *formula_node(struct arena *arena, enum formula_kind kind,
                                   const struct formula *left, const struct formula *right);

/* Whether two formulas are the same tree, name by name. */
bool formula_same(const struct formula *a, const struct formula *b);

/* Whether FORMULA is the name or the number with this text. */
bool formula_is(const struct formula *formula, enum formula_kind kind, const char *text,
                size_t length);

#endif
