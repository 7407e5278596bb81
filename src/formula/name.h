/* Name: how a name of the walk is written. The names are the article's symbols as C identifiers
 * (w5_new, dE_total_dw5); what each looks like follows from its grammar, with no table of names. */
#ifndef BPWALK_NAME_H
#define BPWALK_NAME_H

#include "base/text.h"

#include <stdbool.h>

/* name    = "d" symbol "_d" symbol      the partial derivative of the first by the second
 *         | symbol
 * symbol  = word [ "_" word ] [ "_new" ] [ "_s" digit+ ]
 * word    = letter+ ( digit* | "[" index "]" )
 * Letters before digits are what the digits index (w5, or w[2*k + 3] within a sum), what follows
 * "_" is a subscript (in_h1, E_total), "_new" is the + of an update, and "_s2" the second sample, a
 * raised (2). Of one letter, a word is a variable; of more, a word (out, total, hh), or Greek
 * (alpha, delta, eta, sigma). Anything else is written as it stands. */
void name_latex(struct text *out, const char *name, size_t length);  /* mathematics mode */
void name_mathml(struct text *out, const char *name, size_t length); /* one element */

/* Whether it is a derivative, which is typeset as a fraction. */
bool name_is_derivative(const char *name, size_t length);

/* Whether it is the word of a Greek letter. */
bool name_is_greek(const char *name, size_t length);

/* How wide it is typeset, in hundredths of an em, estimated. */
int name_width(const char *name, size_t length);

#endif
