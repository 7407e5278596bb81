/* Formula typesetting, what its two typographies share: one walk over the tree, and a table of what
 * a typography writes for each thing. Included by formula_latex.c and formula_mathml.c alone. */
#ifndef BPWALK_FORMULA_TYPESET_H
#define BPWALK_FORMULA_TYPESET_H

#include "formula/formula.h"

struct typography {
    void (*name)(struct text *out, const char *name, size_t length);
    void (*digits)(struct text *out, const char *digits, size_t length); /* no sign, no exponent */
    const char *plus, *minus, *negative, *times;
    const char *ten; /* before the exponent of a number: times ten to the power of */
    const char *open, *close;
    const char *tall_open, *tall_close;   /* around fractions, where lines may break between */
    const char *whole_open, *whole_close; /* around fractions, where they may not */
    const char *fraction, *over, *fraction_end;
    const char *power, *to_the, *power_end; /* around the base and the exponent */
    const char *e_to_the;                   /* e, to the power that ends with power_end */
    const char *root, *root_end;
    const char *partial;                                                 /* the sign */
    void (*function)(struct text *out, const struct function *function); /* before parentheses */
    const char *sum, *sum_from, *sum_to, *sum_end; /* the sign, its index, the first, the last */
    const char *row, *row_end, *entry;             /* a row of entries, and between two of them */
    const char *column, *column_end;               /* a column, written as a row transposed */
};

void formula_typeset(struct text *out, const struct formula *formula,
                     const struct formula_numbers *numbers, const struct formula_wrap *wrap,
                     const struct typography *typography);
int formula_typeset_width(const struct formula *formula, const struct formula_numbers *numbers,
                          const struct typography *typography);
void formula_typeset_number(struct text *out, const char *number,
                            const struct typography *typography);

#endif
