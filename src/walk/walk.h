/* Walk: which pages make a walk, and which slips are behind a value. */
#ifndef BPWALK_WALK_H
#define BPWALK_WALK_H

#include "example/example.h"
#include "trace/trace.h"

/* The two readings of the article, as the slips that are made (a bit each, slip_bit): as stated,
 * and as printed. */
#define SLIPS_NONE 0u
#define SLIPS_ALL  ~0u

/* The article's walk, or the deep companion's, over EXAMPLE with SLIPS made; checked. TRACE is
 * started here, and owned by the caller (trace_free) whether or not it succeeds. EXAMPLE must
 * outlive it. False with a line in ERROR that names the step, or where EXAMPLE has another shape
 * than the article (the companion is walked as it is too). */
bool walk_article(struct trace *trace, const struct example *example, unsigned slips,
                  struct error *error);
bool walk_deep(struct trace *trace, const struct example *example, struct error *error);

/* The article's chapters 3 and 4: one neuron, and its activation function; in the same way. */
bool walk_neuron(struct trace *trace, const struct example *example, struct error *error);
bool walk_sigmoid(struct trace *trace, const struct example *example, struct error *error);

/* Compares the article's walk, made in either reading, with what the article printed: sets
 * printed, verdict and cause of its steps, and broken where forms differ. The causes are found by
 * walking with each slip alone. Nothing is compared where EXAMPLE has other numbers than the
 * article. False with ERROR where a difference has no cause: the article or the walk has a slip
 * that nobody has named. */
bool walk_compare(struct trace *trace, const struct example *example, struct error *error);

#endif
