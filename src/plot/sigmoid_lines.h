/* Sigmoid lines: the sigmoid (4.1) and its derivative (4.5) for the figures that draw them, taken
 * from the walk: (5.2) and (5.9). */
#ifndef BPWALK_SIGMOID_LINES_H
#define BPWALK_SIGMOID_LINES_H

#include "plot/script.h"
#include "trace/trace.h"

/* Puts `sigmoid(x) = ...`; and `dsigmoid(x) = ...`, which calls it. */
void sigmoid_lines(struct script *script, struct trace *walk);

/* Appends the formula of each as the article writes it: 1/(exp(-x) + 1) and y*(1 - y). */
void sigmoid_title(struct text *out, struct trace *walk);
void dsigmoid_title(struct text *out, struct trace *walk);

#endif
