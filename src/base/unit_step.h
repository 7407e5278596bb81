/* Unit step: the step function of the article's chapter 3; the compiled line of the walk and the
 * evaluation of its text use this one. */
#ifndef BPWALK_UNIT_STEP_H
#define BPWALK_UNIT_STEP_H

/* 0 up to 0, and 1 above. */
static inline double unit_step(double x) {
    return x > 0 ? 1 : 0;
}

#endif
