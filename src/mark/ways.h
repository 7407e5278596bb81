/* Ways: for each name of a walk, all the formulas that say what it is: the forms of the step that
 * gives it and of those that state it again. A student may have taken any of them. */
#ifndef BPWALK_WAYS_H
#define BPWALK_WAYS_H

#include "base/memory.h"
#include "trace/trace.h"

struct way {
    const struct formula *formula;
    const struct step *step;
    const char
        *slip; /* the erratum that this form makes, or NULL: it is not what the step states */
    bool has_partial;
    size_t name_count;
    const unsigned short *names; /* the quantities in it, each once */
};

/* Quantities are named by their index in the trace. */
struct ways {
    struct trace *trace;
    struct arena arena;
    struct way **of; /* by quantity: the form that gave its value, then the others */
    unsigned short *count;
    unsigned short *order; /* the quantities, each behind all that it is computed from */
    bool *reached;         /* see ways_reach */
};

/* The longest formula of a walk is a sum over all samples. */
enum { NO_QUANTITY = 0xFFFF, MOST_NAMES = 1100 };

/* Collects the ways of a checked walk, which must outlive them. */
void ways_collect(struct ways *ways, struct trace *trace);
void ways_free(struct ways *ways);

/* The quantity with this name, or NO_QUANTITY. */
size_t ways_quantity(const struct ways *ways, const char *name, size_t length);

/* Whether some way to compute FROM needs TO, or a quantity that needs it in turn. */
bool ways_reach(const struct ways *ways, size_t from, size_t to);

/* The quantities in a formula: puts at most ROOM of them, each once; returns how many there are.
 * One that the walk does not have makes it 0, and so does one too many. */
size_t ways_names(const struct ways *ways, const struct formula *formula, unsigned short names[],
                  size_t room);

#endif
