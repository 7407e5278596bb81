/* Quiz: the walk as questions, a step at a time, in plain lines. What is typed is a value, an
 * expression, or one of the few commands. A wrong value is asked for again, twice, each time with
 * the next hint; the answer is told only where it is asked for. */
#ifndef BPWALK_QUIZ_H
#define BPWALK_QUIZ_H

#include "mark/check.h"
#include "prose/prose.h"
#include "walk/selection.h"
#include "walk/walk.h"

#include <stdio.h>

struct quiz {
    struct walk *const *walks;   /* in the order asked */
    struct check *const *checks; /* of the walks; without answers */
    size_t count;
    const struct selection *selection;
    bool hides_formulas, hides_names;
    const char *save; /* where the answers are kept, to go on from; or NULL */
    enum language language;
    bool colour;
    FILE *input; /* read line by line; its end ends the quiz */
    bool echo;   /* what is read is printed, for it is not seen otherwise */
};

/* Asks on standard output, and ends with a summary. False with ERROR where standard output cannot
 * be written or the input not read; a closed pipe is an empty line. */
bool quiz_run(const struct quiz *quiz, struct error *error);

#endif
