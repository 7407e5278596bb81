/* Derive: the derivative of one name of a trace by another, through all names between them: that of
 * a name is the derivative of the formula that gave it. Also a number by moving the other a little,
 * which knows no rule of differentiation. */
#ifndef BPWALK_DERIVE_H
#define BPWALK_DERIVE_H

#include "trace/trace.h"

/* dOF/dBY at the values of a checked trace, by the rules (4.2) to (4.4) and the chain rule. OF and
 * BY are names of it: their quantities. No formula that gives a name holds a derivative (PARTIAL).
 */
double derive(struct trace *trace, const struct quantity *of, const struct quantity *by);

/* (OF(BY + h) - OF(BY - h))/2h, with all names between computed anew from their formulas. */
double derive_numerically(struct trace *trace, const struct quantity *of,
                          const struct quantity *by);

/* The derivative of OF's own formula by the name BY that stands in it, every other name at rest. */
double derive_locally(struct trace *trace, const struct quantity *of, const struct quantity *by);

#endif
