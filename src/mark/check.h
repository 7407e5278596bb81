/* Check: a student's values held to the walk, each with a verdict. How the verdicts look is left to
 * the report. */
#ifndef BPWALK_CHECK_H
#define BPWALK_CHECK_H

#include "mark/diagnosis.h"

enum mark_verdict { MARK_NONE, MARK_RIGHT, MARK_CARRIED, MARK_COARSE, MARK_WRONG };

struct mark {
    enum mark_verdict verdict;
    size_t from;           /* of a carried one: the value of his own that it comes from */
    struct diagnosis slip; /* of a wrong one; its at is NO_QUANTITY where nothing explains it. Of a
                              right one "cut" where digits were cut off, not rounded. */
};

struct check {
    struct ways ways;
    struct own_value *own; /* by quantity of the trace */
    struct mark *marks;
    struct calculation calculation;
    struct candidates candidates; /* the slips that can be made */
    struct arena arena;           /* what was typed, the slips' formulas */
    int decimals;                 /* that are asked for, or 0 */
    size_t iteration;             /* from 1, of several; 0: there is one alone */
};

/* Starts without answers. TRACE is a checked walk of SHAPE; both must outlive the check. */
void check_start(struct check *check, struct trace *trace, const struct shape *shape);
void check_free(struct check *check);

/* Hands in TYPED, of LENGTH bytes and worth VALUE, for QUANTITY, where one that was there is
 * forgotten. */
void check_answer(struct check *check, size_t quantity, const char *typed, size_t length,
                  double value);

/* As check_answer, for a value with a known uncertainty HALF; TYPED is copied. */
void check_answer_within(struct check *check, size_t quantity, const char *typed, double value,
                         double half);
void check_withdraw(struct check *check, size_t quantity);
void check_withdraw_all(struct check *check);

/* QUANTITY, which is given, is what QUANTITY_BEFORE, marked in BEFORE, came to: that is what he
 * goes on from, and where he hands it in again it is right, or carried. BEFORE outlives the
 * answers. */
void check_lend(struct check *check, size_t quantity, struct check *before, size_t quantity_before);

/* Where QUANTITY is wrong, and no slip explains it: whether what he had for QUANTITY_BEFORE in
 * BEFORE was added to it, as by a program that does not set its gradients to zero ("accumulated").
 */
void check_accumulated(struct check *check, size_t quantity, struct check *before,
                       size_t quantity_before);

/* Marks all answers, by a rule that can be told:
 *
 * A value is right if it is the exact one, rounded or cut off, to the digits that are given, and
 * these are two significant ones or more, and as many decimals as are asked for; fewer do only
 * where they are the exact value itself, and what rounding right values on the way can do is
 * allowed.
 *
 * A value that is not right is carried if the walk's formulas give it from the student's own
 * values, the wrong ones too, each taken within half a unit of its last digit, through whatever
 * steps were left out: an error is marked once, where it was made.
 *
 * A value with too few digits to be told from a right or a carried one is coarse, which is no error
 * and no mark, and taken as it was typed where one goes on from it; all else is wrong.
 *
 * A number that is given is only right as it was given. */
void check_mark(struct check *check);

#endif
