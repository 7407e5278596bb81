/* Ways: for each name of a walk, all the formulas that say what it is: the forms of the step that
 * gives it and of those that state it again. A student may have taken any of them. */
#ifndef BPWALK_WAYS_H
#define BPWALK_WAYS_H

#include "base/memory.h"
#include "example/shape.h"
#include "mark/plain.h"
#include "trace/trace.h"

struct way {
    const struct formula *formula;
    const struct step *step;
    const char
        *slip; /* the erratum that this form makes, or NULL: it is not what the step states */
    bool has_partial;
    bool is_put; /* no form of the walk, but one with names put in the places of what they are */
    const struct plain *plain; /* or NULL */
    size_t name_count;
    const unsigned short *names; /* the quantities in it, each once */
};

/* Quantities are named by their index in the trace. */
struct ways {
    struct trace *trace;
    const struct shape *shape;
    struct arena arena;
    struct role *role; /* by quantity: what its name is in the shape */
    struct way **of;   /* by quantity: the form that gave its value, then the others */
    unsigned short *count;
    unsigned short *order; /* the quantities, each behind all that it is computed from */
    unsigned short *place; /* by quantity: where in that order */
    unsigned short *twin;  /* by quantity: another that is the same whatever the numbers given, in a
                              circle; itself where there is none */
    uint64_t *reached;     /* a bit a pair: see ways_reach */
    size_t reached_row;    /* words of a quantity's */
    char *cells; /* the names; formulas point here, so that a name is found by its place */
    size_t cell; /* room of each */
};

/* The longest formula of a walk is a sum over all samples. */
enum { NO_QUANTITY = 0xFFFF, MOST_NAMES = 1100 };

/* False with ERROR where the walk has more names than can be told apart here. */
bool ways_can_be(const struct trace *trace, struct error *error);

/* Collects the ways of a checked walk of SHAPE that can be, which both must outlive them: its
 * forms, and what comes of them where a part of one is a quantity of its own, with that in its
 * place (sigma_h1 is dE_total_dout_h1*dout_h1_din_h1 although no form says so). What is the same is
 * found by value, at two sets of numbers near the given ones. */
void ways_collect(struct ways *ways, struct trace *trace, const struct shape *shape);
void ways_free(struct ways *ways);

/* The quantity with this name, or NO_QUANTITY. */
size_t ways_quantity(const struct ways *ways, const char *name, size_t length);

/* What the name is in the shape; ROLE_NONE where the walk has no such name, or it is a derivative.
 */
struct role ways_role(const struct ways *ways, const char *name, size_t length);

/* Whether some way to compute FROM needs TO, or a quantity that needs it in turn. */
bool ways_reach(const struct ways *ways, size_t from, size_t to);

/* VALUES[q] becomes that of each quantity q: as given, as it is where IS_SET says that it has one
 * already, else by the first of its ways that can be computed plainly. */
void ways_values(const struct ways *ways, bool (*is_set)(const void *context, size_t quantity),
                 const void *context, struct approximate values[]);

/* The first of them, NULL where there is none or it is not plain. */
const struct plain *ways_plain(const struct ways *ways, size_t quantity);

/* FORMULA with its names found once and for all: it is evaluated faster. */
const struct formula *ways_numbered(const struct ways *ways, struct arena *arena,
                                    const struct formula *formula);

/* The quantities in a formula: puts at most ROOM of them, each once; returns how many there are.
 * One that the walk does not have makes it 0, and so does one too many. */
size_t ways_names(const struct ways *ways, const struct formula *formula, unsigned short names[],
                  size_t room);

/* The same, at most MOST_NAMES of them, taken from ARENA; *COUNT is how many there are. */
const unsigned short *ways_take_names(const struct ways *ways, struct arena *arena,
                                      const struct formula *formula, size_t *count);

/* Whether FORMULA is that of one of COUNT ways. */
bool ways_have(const struct way ways[], size_t count, const struct formula *formula);

#endif
