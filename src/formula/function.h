/* Function: the one table of functions that a formula may call and a neuron may have as activation.
 * A new one is one row: how it is written, what it is worth, its slope, and how each format spells
 * it. Formulas are read and evaluated elsewhere. */
#ifndef BPWALK_FUNCTION_H
#define BPWALK_FUNCTION_H

#include "base/big.h"
#include "formula/approximate.h"

#include <stddef.h>

struct function {
    const char *name; /* in a formula, and behind `hidden =` */

    /* Where a formula may call it by name: its value, with the bound of its error. NULL where it is
     * only ever written out (sigmoid). */
    struct approximate (*value)(struct approximate x);
    struct big (*value_in_bits)(struct big x);

    /* Its derivative, a formula of x and of y, its value: every differentiation takes it. */
    const char *slope;

    /* Where it may be an activation: itself, as a formula of x; NULL where it may not. */
    const char *activation;
    bool keeps_whole; /* whether that of a whole number is one */

    /* How it looks typeset: what stands before the parenthesis, or a power of e, or a root. */
    enum { LOOKS_LIKE_A_CALL, LOOKS_LIKE_A_POWER, LOOKS_LIKE_A_ROOT } looks;
    const char *latex, *mathml;
};

/* The row with this name, or NULL. */
const struct function *function_find(const char *name, size_t length);

/* What a layer's function is called: NULL is softmax, which makes each output of all sums and has
 * no row. */
const char *function_word(const struct function *function);

/* That of the article's neurons, and of an example's where it says nothing. */
const struct function *function_sigmoid(void);

/* By index, for lists and tests: NULL past the last. */
const struct function *function_at(size_t index);

#endif
