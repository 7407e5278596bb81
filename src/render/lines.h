/* Lines: long formulas broken at operators, notes beside values, colour. What is written in them is
 * left to the text renderer. */
#ifndef BPWALK_LINES_H
#define BPWALK_LINES_H

#include "base/text.h"
#include "formula/formula.h"

#include <stdbool.h>

enum { LINE_WIDTH = 100, NOTE_COLUMN = 56 };

enum colour { COLOUR_NONE, COLOUR_EQUATION, COLOUR_VALUE, COLOUR_SLIP, COLOUR_HEADING };

struct lines {
    struct text *out;
    bool colour;
    size_t column; /* where the next character goes, from 0 */
};

void lines_put(struct lines *lines, enum colour colour, const char *text, size_t length);
void lines_puts(struct lines *lines, enum colour colour, const char *text);

/* As lines_puts, for names and numbers: a byte a column. */
void lines_ascii(struct lines *lines, enum colour colour, const char *text);

/* Blanks up to COLUMN; none if the line is there already. */
void lines_pad(struct lines *lines, size_t column);
void lines_end(struct lines *lines);

/* Puts a formula from the present column on, with NUMBERS in place unless that is NULL; where the
 * width ends it goes on in that column of the next line. */
void lines_formula(struct lines *lines, const struct formula *formula,
                   const struct formula_numbers *numbers);

/* Goes to the column where notes begin, on a new line if NOTE_LENGTH columns do not fit on this. */
void lines_note(struct lines *lines, size_t note_length);

#endif
