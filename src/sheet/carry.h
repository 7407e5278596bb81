/* Carry: a walk computed as a hand does it: each value is rounded to so many decimals before it is
 * used further, and a quantity has one value. Nothing is spelled anew: of the forms of a step the
 * shortest that has numbers is evaluated from its text, over the names as they were carried, so
 * that a sum is that of what stands above it. */
#ifndef BPWALK_CARRY_H
#define BPWALK_CARRY_H

#include "trace/trace.h"

enum { CARRY_MOST = 15 };

/* By quantity and by step of the trace; taken from its arena. */
struct carried {
    const double *quantity_values;

    /* What the step gives where its name is computed its way: the name's value, or one that differs
     * from it by what rounding does. Of one that speaks of a name before that has its value, it. */
    const double *step_values;

    /* How far each step's value can be from the exact one, at most, when every value on the way is
     * rounded to that many decimals, whichever way. */
    const double *step_errors;
};

/* False with ERROR where a step cannot be evaluated with carried numbers (1/x of what rounds to 0),
 * or leaves the range of a double. */
bool carry(struct carried *carried, struct trace *trace, int decimals, struct error *error);

/* VALUE, which may be ERROR off, to DECIMALS decimals, a tie away from zero as a hand rounds. */
double carry_round(double value, double error, int decimals);

/* The unit of that decimal: 0.001 of the third. Both take one decimal more than CARRY_MOST. */
double carry_unit(int decimals);

#endif
