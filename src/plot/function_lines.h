/* Function lines: an activation function and its derivative for the figures that draw them, from
 * the table of functions that every walk takes them from. */
#ifndef BPWALK_FUNCTION_LINES_H
#define BPWALK_FUNCTION_LINES_H

#include "formula/function.h"
#include "plot/script.h"

/* Puts `sigmoid(x) = ...`, unless gnuplot has that function; and `dsigmoid(x) = ...`, which calls
 * it. */
void function_lines(struct script *script, const struct function *function);

/* Appends the formula of each as the article writes it: 1/(exp(-x) + 1) and y*(1 - y). */
void function_title(struct text *out, const struct function *function);
void slope_title(struct text *out, const struct function *function);

#endif
