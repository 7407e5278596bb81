/* QTI: a handout as a package of IMS QTI 1.2, which Canvas and others import: a numerical question
 * a quantity, with the tolerance of the question bank (sheet/bank) and the solution as its
 * feedback. The variants of a quantity are a group from which each student gets one. */
#ifndef BPWALK_QTI_H
#define BPWALK_QTI_H

#include "sheet/handout.h"

/* Canvas rounds what a student types to so many decimals (take_quiz), so values are carried with no
 * more. */
enum { QTI_DECIMALS = 4 };

/* Writes it to the handout's output. False with ERROR, and no file is left. */
bool qti_make(const struct handout *handout, struct error *error);

#endif
