/* Exact: the oracle. A trace computed again from the texts of its forms alone, in 256 bits (MPFR),
 * where every name is the exact one too. */
#ifndef BPWALK_EXACT_H
#define BPWALK_EXACT_H

#include "trace/trace.h"

#include <mpfr.h>

struct exact;

/* All values of a trace that trace_check has parsed; with LINE_BY_LINE each line is computed from
 * the doubles of the names in it, so that only its own rounding shows. Freed by exact_free. */
struct exact *exact_walk(const struct trace *trace, bool line_by_line);
void exact_free(struct exact *exact);

/* The exact value of form FORM of step STEP. */
mpfr_srcptr exact_form(const struct exact *exact, size_t step, size_t form);

/* |VALUE - EXACT|. */
double exact_distance(double value, mpfr_srcptr exact);

/* A unit in the last place of the largest term that stands in a formula. */
double exact_unit(const struct exact *exact, const struct formula *formula);

#endif
