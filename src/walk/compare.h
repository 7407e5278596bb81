/* Compare: the article's walk beside what the article printed: a remark a step. */
#ifndef BPWALK_COMPARE_H
#define BPWALK_COMPARE_H

#include "walk/walk.h"

enum verdict { VERDICT_NONE, VERDICT_SAME, VERDICT_ROUNDING, VERDICT_SLIP };

struct remark {
    const char *printed; /* the published text, or NULL */
    enum verdict verdict;
    unsigned cause;      /* the slips that make the value and PRINTED differ */
    unsigned broken;     /* the slips that make a form differ */
    const char *pointer; /* the erratum of the formula that the article has here, "T11", or NULL */
};

/* One without a verdict for a step that nobody has compared. */
const struct remark *remark_of(const struct step *step);

/* Compares the article's walk, made in either reading, with what the article printed: sets the
 * remarks of its steps. The causes are found by walking with each slip alone. No value is compared
 * where EXAMPLE has other numbers than the article. False with ERROR where a difference has no
 * cause: the article or the walk has a slip that nobody has named. */
bool walk_compare(struct walk *walk, const struct example *example, struct error *error);

/* Sets only the pointers of the remarks, of the companion's walk: (5.31). */
void walk_point_out(struct walk *walk);

#endif
