/* Check: a student's values held to the walk, each with a verdict. How the verdicts look is left to
 * the report. */
#ifndef BPWALK_CHECK_H
#define BPWALK_CHECK_H

#include "mark/diagnosis.h"

enum mark_verdict { MARK_NONE, MARK_RIGHT, MARK_CARRIED, MARK_WRONG };

struct mark {
    enum mark_verdict verdict;
    size_t from;           /* of a carried one: the value of his own that it comes from */
    struct diagnosis slip; /* of a wrong one; its at is NO_QUANTITY where nothing explains it */
};

struct check {
    struct ways ways;
    struct own_value *own; /* by quantity of the trace */
    struct mark *marks;
    struct calculation calculation;
    struct arena arena; /* what was typed, the slips' formulas */
};

/* Starts without answers. TRACE is a checked walk and must outlive the check. */
void check_start(struct check *check, struct trace *trace);
void check_free(struct check *check);

/* Hands in TYPED, of LENGTH bytes and worth VALUE, for QUANTITY; one that was there is forgotten.
 */
void check_answer(struct check *check, size_t quantity, const char *typed, size_t length,
                  double value);

/* As check_answer, for a value with a known uncertainty HALF; TYPED is copied. */
void check_answer_within(struct check *check, size_t quantity, const char *typed, double value,
                         double half);
void check_withdraw(struct check *check, size_t quantity);
void check_withdraw_all(struct check *check);

/* Marks all answers:
 *
 *     right    within half a unit of the last digit, and what rounding what it is computed from to
 *              its digits can cause, by any way of the walk
 *     carried  not so, but what some way gives with the student's own values
 *     wrong    neither
 *
 * A number that is given is only right as it was given. */
void check_mark(struct check *check);

#endif
