/* Said: which name of a walk is meant by what a student or a program says: w_5_new, w5+, IN_H1,
 * z_h1, dE/dw5. */
#ifndef BPWALK_SAID_H
#define BPWALK_SAID_H

#include "base/nearest.h"
#include "example/shape.h"
#include "trace/trace.h"

#include <limits.h>

struct said {
    const struct trace *trace;
    const struct shape *shape;
    struct spelling *each; /* sorted */
    size_t count;
    struct arena arena;
};

/* TRACE, of a walk of SHAPE, outlives it, and so does SHAPE. */
void said_start(struct said *said, const struct trace *trace, const struct shape *shape);
void said_free(struct said *said);

enum { SAID_NONE = INT_MAX };

/* The index in the trace of the quantity that NAME, in plain ASCII, means: a name of the walk, or
 * else whatever is spelled as one but for its case, blanks, underscores, slashes, in any notation;
 * a + or ' is _new, E is E_total, E1 is E_O1, dw5 is dE_total_dw5. SAID_NONE where it means none.
 */
size_t said_find(const struct said *said, const char *name, size_t length);

/* The name of the walk that is nearest to it, or "" where none is near. */
void said_nearest(const struct said *said, const char *name, size_t length,
                  char found[NEAREST_ROOM]);

#endif
