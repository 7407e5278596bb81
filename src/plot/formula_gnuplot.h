/* Formula for gnuplot: a formula of the walk in gnuplot's spelling, so that a picture is drawn from
 * the very line of the walk. */
#ifndef BPWALK_FORMULA_GNUPLOT_H
#define BPWALK_FORMULA_GNUPLOT_H

#include "plot/script.h"
#include "trace/trace.h"

/* The formula that gives NAME its value in the walk, its last form. It lives as long as TRACE. NAME
 * is one that the walk gives a value. */
const struct formula *formula_giving(struct trace *trace, const char *name);

/* The value of NAME in a label, with so many decimals: those that the walk shows. */
enum { LABEL_DECIMALS = 4 };
struct number_text value_in_label(struct trace *trace, const char *name);

/* One name of the formula, and what stands in its place. */
struct renaming {
    const char *from, *to;
};

/* Appends the formula as gnuplot reads it: ** for a power, 1./2 for a half. RENAMED is up to an
 * entry without `from`, or NULL. */
void formula_gnuplot(struct text *out, const struct formula *formula,
                     const struct renaming *renamed);

/* The same in the article's spelling, for a title. */
void formula_article(struct text *out, const struct formula *formula,
                     const struct renaming *renamed);

/* Whether NAME stands in the formula. */
bool formula_has(const struct formula *formula, const char *name);

#endif
