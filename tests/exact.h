/* Exact: the oracle. A trace computed again from the texts of its forms alone, in 256 bits (MPFR),
 * where every name is the exact one too. */
#ifndef BPWALK_EXACT_H
#define BPWALK_EXACT_H

#include "trace/trace.h"

#include <mpfr.h>

struct exact;

enum exact_names {
    EXACT_THROUGHOUT,   /* the given doubles, and every other name computed exactly from them */
    EXACT_LINE_BY_LINE, /* each line from the doubles of the names in it: its own rounding shows */
    EXACT_AS_TYPED, /* throughout, in 3000 bits, of each step's last form and those that differ; and
                       0.1 is a tenth, not the double beside it */
};

/* All values of a trace that trace_check has parsed. Freed by exact_free. */
struct exact *exact_walk(struct trace *trace, enum exact_names names);
void exact_free(struct exact *exact);

/* The exact value of form FORM of step STEP. */
mpfr_srcptr exact_form(const struct exact *exact, size_t step, size_t form);

/* The exact value of a quantity of the trace, by its index. */
mpfr_srcptr exact_quantity(const struct exact *exact, size_t quantity);

/* |VALUE - EXACT|. */
double exact_distance(double value, mpfr_srcptr exact);

/* A unit in the last place of the largest term that stands in a formula. */
double exact_unit(struct exact *exact, const struct formula *formula);

#endif
