/* Notation: the letters that books write for the walk's words: in_h1 is net_h1 or z_h1. Names are
 * the article's everywhere; this is how they are shown and what is understood. */
#ifndef BPWALK_NOTATION_H
#define BPWALK_NOTATION_H

#include "formula/formula.h"

struct notation {
    const char *name; /* of --notation */
    const char *sum, *output, *error_term, *rate;
};

/* All their names, for a message. */
#define NOTATIONS "in/out, net/out or z/a"

/* By index, the article's first; NULL past the last. */
const struct notation *notation_at(size_t index);

/* The row with this name, or NULL. */
const struct notation *notation_find(const char *name);

/* Appends NAME, one of the walk's, with the words of NOTATION: dout_h1_din_h1 is da_h1_dz_h1. */
void notation_put(struct text *out, const struct notation *notation, const char *name,
                  size_t length);

/* The inverse: appends the walk's name that NAME is in NOTATION; one of the walk's stays. */
void notation_take(struct text *out, const struct notation *notation, const char *name,
                   size_t length);

/* Appends WORDS, prose with names in it; in and out alone are words of the language, but for the
 * operands of out*(1 - out), and a letter behind a backslash is of no name. NOTATION NULL leaves
 * them as they are. */
void notation_put_words(struct text *out, const struct notation *notation, const char *words);

/* FORMULA with its names written so, taken from ARENA; what they are worth is asked for as before.
 * NOTATION NULL leaves it as it is. */
const struct formula *notation_formula(struct arena *arena, const struct notation *notation,
                                       const struct formula *formula);

#endif
