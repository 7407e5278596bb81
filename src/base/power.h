/* Power: x to a whole number, by multiplication; the compiled line of the walk and the evaluation
 * of its text use this one, so both have the same bits on every machine. */
#ifndef BPWALK_POWER_H
#define BPWALK_POWER_H

/* x^n; 1 for n = 0, whatever x is. The error is at most |n| half units in the last place. */
static inline double power(double x, int n) {
    double product = 1;
    for (int i = n < 0 ? -n : n; i > 0; i--)
        product *= x;
    return n < 0 ? 1 / product : product;
}

#endif
