/* Formula: the text of a line of the walk (or one that a student types) as a tree: parsed, printed,
 * with its numbers in place, evaluated. It knows no step and no article; how a single name is
 * written is left to name.h. */
#ifndef BPWALK_FORMULA_H
#define BPWALK_FORMULA_H

#include "base/error.h"
#include "base/memory.h"
#include "base/text.h"
#include "formula/approximate.h"
#include "formula/function.h"

#include <string.h>

enum formula_kind {
    FORMULA_NUMBER,   /* text */
    FORMULA_NAME,     /* text; within a sum an index may stand in it: w[2*k + 3], dE_O[k]_dout_h1 */
    FORMULA_ADD,      /* left + right */
    FORMULA_SUBTRACT, /* left - right */
    FORMULA_MULTIPLY, /* left*right */
    FORMULA_DIVIDE,   /* left/right */
    FORMULA_NEGATE,   /* -left */
    FORMULA_POWER,    /* left^right; in C pow(left, right) */
    FORMULA_CALL,     /* text(left): a function of the table that has a value */
    FORMULA_DOT,      /* [left]*[right]^T, a row times a column; both are FORMULA_ENTRY */
    FORMULA_ENTRY,    /* of a row or column: left, and right the next entry or NULL */
    FORMULA_PARTIAL,  /* the partial derivative of left by the name right; d(left)/dright */
    FORMULA_SUM,      /* of left, for each whole number of right, a FORMULA_RANGE */
    FORMULA_RANGE,    /* text is the index; from left to right, both FORMULA_NUMBER */
};

struct formula {
    enum formula_kind kind;
    unsigned length;   /* of the text */
    const char *text;  /* of a number, a name, a function, an index; not NUL-terminated */
    const char *shown; /* how a name is written in another notation; NULL: as it is */
    const struct formula *left, *right;
    const struct function *function; /* of a call */
};

/* Reads the LENGTH bytes at TEXT, which must outlive the tree. Reads C (pow(x, 2), PARTIAL(f, x),
 * DOT((w1, w2), (x1, x2)), SUM(k, 1, 2, w[k]), 1./2) and what formula_print writes (x^2, d(f)/dx,
 * [w1, w2]*[x1, x2]^T, sum(k = 1 to 2, w[k]), 1/2). NULL on a fault: *COLUMN is where (from 1),
 * ERROR what is wrong and what would be right, without a place. */
const struct formula *formula_parse(struct arena *arena, const char *text, size_t length,
                                    size_t *column, struct error *error);

/* Where the form that begins at TEXT ends: at the comma outside all parentheses, or at the NUL. */
size_t formula_extent(const char *text);

/* How a name is written, and how long that is. */
static inline const char *formula_written(const struct formula *name, size_t *length) {
    *length = name->shown != NULL ? strlen(name->shown) : name->length;
    return name->shown != NULL ? name->shown : name->text;
}

/* How a name is replaced by its number; returns NULL to leave it as it is. */
struct formula_numbers {
    const char *(*shown)(void *context, const char *name, size_t length);
    void *context;
};

/* Appends the formula as text, with the fewest parentheses that parse to the same tree. With
 * NUMBERS, names are replaced, and a negative number stands in parentheses. BREAKS, if not NULL,
 * gets a byte for each byte added: 0, or where a line may be broken before it a rank, the lower the
 * better. */
void formula_print(struct text *out, const struct formula *formula,
                   const struct formula_numbers *numbers, struct text *breaks);

/* Where a typeset line becomes too wide, and what is put there: WIDTH is in hundredths of an em,
 * estimated; BETWEEN stands between two lines. */
struct formula_wrap {
    int width;
    const char *between;
};

/* Appends the formula as LaTeX (mathematics mode, display style; needs amsmath) or as MathML (a row
 * of elements): fractions, powers, derivatives, names as name.h has them. NUMBERS as above; WRAP
 * NULL leaves it on one line. A MathML line never breaks within an element. */
void formula_latex(struct text *out, const struct formula *formula,
                   const struct formula_numbers *numbers, const struct formula_wrap *wrap);
void formula_mathml(struct text *out, const struct formula *formula,
                    const struct formula_numbers *numbers, const struct formula_wrap *wrap);

/* How wide it is typeset on one line, in hundredths of an em, estimated. */
int formula_width(const struct formula *formula, const struct formula_numbers *numbers);

/* Appends a number as number_shown writes it: 1.5e-13 with its power of ten, a minus as a minus. */
void formula_latex_number(struct text *out, const char *number);
void formula_mathml_number(struct text *out, const char *number);

/* Whether a derivative or a sum sign stands in it: such a line has none with numbers in place. */
bool formula_is_symbolic(const struct formula *formula);

/* What a name is worth. Returns false if there is no such name. SLOPE, if not NULL, is asked for
 * the derivative of a name by the one that is differentiated by: so derivatives go through names;
 * where it is NULL every other name stands still. */
struct formula_names {
    bool (*find)(void *context, const char *name, size_t length, struct approximate *found);
    bool (*slope)(void *context, const char *name, size_t length, struct approximate *found);
    void *context;
};

/* Evaluates in the order of the text, so that a form without a derivative has the very bits of the
 * compiled line; a derivative by the rules (4.2) to (4.4), forward. 0 times anything is 0, also
 * times log(0). False where a name is unknown: ERROR names it. */
bool formula_evaluate(const struct formula *formula, const struct formula_names *names,
                      struct approximate *result, struct error *error);

/* The derivative of FORMULA by the name BY, in the same way. */
bool formula_differentiate(const struct formula *formula, const struct formula *by,
                           const struct formula_names *names, struct approximate *result,
                           struct error *error);

/* The same in numbers of many bits, where what is typed counts as the decimal that it is. What has
 * no value, or none that these bits can bound, is unknown (big_unknown). */
struct formula_big_names {
    bool (*find)(void *context, const char *name, size_t length, struct big *found);
    bool (*slope)(void *context, const char *name, size_t length, struct big *found);
    void *context;
    int limbs; /* of the results */
};
bool formula_evaluate_big(const struct formula *formula, const struct formula_big_names *names,
                          struct big *result, struct error *error);

#endif
