/* Exact: a trace computed again from the texts of its forms alone, in many bits (MPFR), by rules of
 * its own. What names are worth by another way than their texts is left to oracle.h. */
#ifndef BPWALK_EXACT_H
#define BPWALK_EXACT_H

#include "trace/trace.h"

#include <mpfr.h>

struct exact;

enum exact_names {
    EXACT_THROUGHOUT,   /* the given doubles, and every other name computed exactly from them */
    EXACT_LINE_BY_LINE, /* each line from the doubles of the names in it: its own rounding shows */
    EXACT_AS_TYPED,     /* throughout, in 3000 bits; and 0.1 is a tenth, not the double beside it */
};

/* The names of a trace that trace_check has parsed, of a first iteration; in 256 bits, where
 * nothing else is said. Freed by exact_free. */
struct exact *exact_walk(struct trace *trace, enum exact_names names);

/* The names as somebody else has them, by quantity; forms are computed from them in 512 bits. They
 * must outlive it. */
struct exact *exact_with(struct trace *trace, mpfr_t *names);
void exact_free(struct exact *exact);

/* The exact value of form FORM of step STEP, until the next is asked for. */
mpfr_srcptr exact_form(struct exact *exact, size_t step, size_t form);

/* Whether that form is VALUE, but for 2^-300 of the largest term that stands in it. */
bool exact_form_is(struct exact *exact, size_t step, size_t form, mpfr_srcptr value);

/* The exact value of a quantity of the trace, by its index. */
mpfr_srcptr exact_quantity(const struct exact *exact, size_t quantity);

/* |VALUE - EXACT|. */
double exact_distance(double value, mpfr_srcptr exact);

/* A unit in the last place of the largest term that stands in a formula. */
double exact_unit(struct exact *exact, const struct formula *formula);

#endif
