/* Walk: a trace with what it is a walk of, and which pages make one: those of the article in C
 * where the example has its shape, or those that are written from a shape. */
#ifndef BPWALK_WALK_H
#define BPWALK_WALK_H

#include "example/example.h"
#include "trace/trace.h"
#include "walk/slip.h"

struct walk {
    struct trace trace;
    const struct shape *shape; /* of the network; NULL for the article's chapters 3 and 4 */
    struct heading title;
    size_t iteration;              /* from 1 */
    bool has_other_numbers;        /* than the article */
    const char *error, *error_new; /* the names of the error before and after; NULL: it has none */
};

/* How much of the way is told: each derivative with its factors, or the error terms alone. */
enum telling { TELL_ALL, TELL_BRIEFLY };

/* The walk of EXAMPLE, checked: over the article's pages, with SLIPS made, where the example has
 * its shape; else over pages written from it, and SLIPS are none. EXAMPLE must outlive it. WALK is
 * started here, and owned by the caller (walk_free) whether or not it succeeds. False with a line
 * in ERROR that names the step. */
bool walk_make(struct walk *walk, const struct example *example, unsigned slips,
               struct error *error);

/* False with ERROR where EXAMPLE was not printed with SLIPS, or not so many ITERATIONS of it. */
bool walk_has_reading(const struct example *example, unsigned slips, size_t iterations,
                      struct error *error);

/* False with ERROR where EXAMPLE has not the article's shape, which alone has chapters 3 and 4, of
 * which CHAPTER is asked for; NULL: by --equations. */
bool walk_has_chapters(const struct example *example, const char *chapter, struct error *error);

/* As walk_make, over pages written from the shape, whatever it is. */
bool walk_any(struct walk *walk, const struct example *example, enum telling telling,
              struct error *error);

/* The companion of EXAMPLE, which has the article's shape: told briefly. COMPANION is made here,
 * and freed by the caller (example_free) after the walk. */
bool walk_companion(struct walk *walk, struct example *companion, const struct example *example,
                    struct error *error);

/* The walk after BEFORE, which must outlive it: its weights and biases are the exact new ones of
 * BEFORE, shown with DIGITS decimals. */
bool walk_next(struct walk *walk, struct walk *before, const struct example *example, int digits,
               struct error *error);

/* The article's chapters 3 and 4: one neuron, and its activation function; for an example of the
 * article's shape. */
bool walk_neuron(struct walk *walk, const struct example *example, struct error *error);
bool walk_sigmoid(struct walk *walk, const struct example *example, struct error *error);

/* The cross-entropy of chapter 5, on the exact outputs of WALKED, the walk of an example of the
 * article's shape, which must outlive it; they are shown with DIGITS decimals. Fails where an
 * output is 0 or 1 to its last bit: the logarithm leaves the range. */
bool walk_cross_entropy(struct walk *walk, struct walk *walked, int digits, struct error *error);

void walk_free(struct walk *walk);

/* The article's pages as a trace alone, for whoever needs no more: recorded with SLIPS made, and
 * checked; or recorded alone. EXAMPLE has the article's shape, else ERROR says that it needs one.
 */
bool walk_article(struct trace *trace, const struct example *example, unsigned slips,
                  struct error *error);
void walk_record_article(struct trace *trace, const struct example *example, unsigned slips);

#endif
