/* Sheet lines: which lines a step has on a sheet: its formulas, the numbers in place, its value, or
 * room to write them. How a line looks is left to the formats. */
#ifndef BPWALK_SHEET_LINES_H
#define BPWALK_SHEET_LINES_H

#include "prose/prose.h"
#include "render/numbers.h"

enum numbers_shown { NUMBERS_ALL, NUMBERS_GIVEN, NUMBERS_ROOM, NUMBERS_NONE };

/* What a sheet shows of a step. */
struct sheet_shows {
    bool formulas;              /* the lines of its derivation */
    enum numbers_shown numbers; /* in place of names: of all, of what is given, room, nothing */
    bool values;                /* else there is room for them */
    bool notes;                 /* what the article printed */
    bool exact;                 /* beside a value that was carried, the exact one */
    bool only_new;              /* only steps that give a name its value */
    bool only_last;             /* of the formulas the last */
};

enum line_kind {
    LINE_FORMULA, /* formula, with NUMBERS in place unless NULL */
    LINE_VALUE,   /* value */
    LINE_WORDS,   /* only the note, between two lines */
    LINE_WORK,    /* room for the numbers in place */
    LINE_ANSWER   /* room for the value */
};

struct sheet_line {
    enum line_kind kind;
    const struct formula *formula;
    const struct formula_numbers *numbers;
    const char *value;
    const char *note; /* words behind it, or NULL */
    bool note_is_slip;
};

enum { STEP_LINES = 16 };

struct sheet_step {
    const char *equation, *name;
    int decimals; /* that its value can have */
    struct sheet_line lines[STEP_LINES];
    size_t line_count;
    struct formula_numbers numbers;
    char room[NUMBER_ROOM];
};

/* Puts the lines of a step into MADE; they live until the trace's next step's are made. */
void sheet_step_make(struct sheet_step *made, struct trace *trace, struct numbers *numbers,
                     const struct step *step, const struct sheet_shows *shows,
                     enum language language);

/* The decimals of an exact value beside one that is carried with DECIMALS: more than those, and no
 * more than a double has of the difference. */
int sheet_exact_digits(int decimals);

/* How far a carried value is from the exact one, with that many; returns ROOM. */
const char *sheet_difference(char room[NUMBER_ROOM], double carried, double exact, int digits);

#endif
