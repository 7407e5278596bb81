/* Approximate: a value, and a bound of how far rounding can have carried it from the exact one:
 * each operation adds half a unit in the last place of its result to the errors that it inherits
 * (running error analysis; Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed.,
 * section 3.3). */
#ifndef BPWALK_APPROXIMATE_H
#define BPWALK_APPROXIMATE_H

struct approximate {
    double value, error;
};

#endif
