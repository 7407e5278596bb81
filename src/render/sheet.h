/* Sheet: a walk as a typeset document: a head, the given numbers, the network, headings and steps,
 * a table of values. What comes in which order is decided here, for all formats; how it looks is a
 * format's, one file each. Words are plain UTF-8; a format escapes them. */
#ifndef BPWALK_SHEET_H
#define BPWALK_SHEET_H

#include "base/text.h"
#include "render/drawing.h"
#include "render/grid.h"
#include "render/render.h"
#include "render/sheet_lines.h"

/* What stands at the top of a document; NULL leaves a line out. */
struct sheet_head {
    const char *title;
    const char *course, *date;
    const char *name;   /* whose sheet it is */
    bool asks_name;     /* without a name, there is room for one */
    const char *number; /* which sheet it is: "Sheet 3 (seed 7)" */
    const char *paper;  /* a4 or letter; NULL: what prints it chooses */
    bool is_wide;       /* some word of the document has letters beyond the Latin ones */
};

/* The pages of one sheet of a document: numbered from 1 on, with words below each. */
struct sheet_pages {
    const char *words;
    size_t index;  /* from 0, tells the sheets of a document apart */
    bool is_alone; /* there is no other in the document */
};

/* What a name stands for: name = formula. */
struct definition {
    const char *name;
    const struct formula *formula;
};

/* What is given, of one kind: numbers (inputs, targets, weights, biases, the learning rate), names
 * alone where IS_NAMES, or definitions. */
struct given_group {
    const char *words;
    const struct quantity *const *quantities;
    size_t count;
    bool is_names;
    const struct definition *definitions;
    size_t definition_count;
};

/* A row of the table of values; the last two are NULL where no value was carried. */
struct value_row {
    const char *equation, *name, *value, *exact, *difference;
    int decimals, exact_decimals; /* that a value of the column can have */
};

struct sheet_format {
    const char *name, *suffix; /* of the format; of its files, without the dot */

    /* The document begins, and ends. */
    void (*start)(struct text *out, const struct sheet_head *head, enum language language);
    void (*finish)(struct text *out);

    /* The pages of a sheet, until it is finished. */
    void (*page_start)(struct text *out, const struct sheet_pages *pages, enum language language);
    void (*page_finish)(struct text *out);

    void (*head)(struct text *out, const struct sheet_head *head, enum language language);
    /* Words above a walk or a part, above a section, in a line of their own. */
    void (*title)(struct text *out, const char *words, enum language language);
    void (*heading)(struct text *out, const char *words, enum language language);
    void (*paragraph)(struct text *out, const char *words, enum language language);
    /* The groups, with the network beside them unless DRAWING is NULL; the network alone. */
    void (*given)(struct text *out, const struct given_group *groups, size_t count,
                  const struct drawing *drawing, enum language language);
    void (*drawing)(struct text *out, const struct drawing *drawing, enum language language);
    void (*step)(struct text *out, const struct sheet_step *step, enum language language);
    /* A step with its value, or room for it and for working, at the right: many of them, in two
     * columns where their lines are short. */
    void (*asks_start)(struct text *out, bool is_narrow);
    void (*ask)(struct text *out, const struct sheet_step *step, enum language language);
    void (*asks_finish)(struct text *out, bool is_narrow);
    /* Lines of matrices. */
    void (*grid_start)(struct text *out);
    void (*grid)(struct text *out, const struct grid_piece pieces[], size_t count);
    void (*grid_finish)(struct text *out);
    /* A table of values, under WORDS on a page of its own unless that is NULL; they are carried
     * with so many decimals, or 0. */
    void (*table_start)(struct text *out, const char *words, int carried, enum language language);
    void (*table_row)(struct text *out, const struct value_row *row);
    void (*table_finish)(struct text *out);
};

extern const struct sheet_format sheet_markdown, sheet_latex, sheet_html;

struct sheet {
    const struct sheet_format *format;
    enum language language;
    struct selection selection;
    int digits;
    struct sheet_shows shows;
    /* Values to show instead of the trace's own: see struct numbers. */
    const double *quantity_values, *step_values;
};

/* A walk as a document of its own: what --format markdown, latex or html of `walk` prints. */
void sheet_document(struct text *out, const struct document *document,
                    const struct sheet_format *format);

/* The parts of a document, for whoever composes another. sheet_given: with MORE groups below those
 * of the numbers, and DRAWING beside them unless it is NULL. */
enum { GIVEN_GROUPS_MORE = 8 };
void sheet_given(struct text *out, const struct sheet *sheet, struct walk *walk,
                 const struct given_group more[], size_t more_count, const struct drawing *drawing);
void sheet_drawing(struct text *out, const struct sheet *sheet, struct walk *walk);
void sheet_steps(struct text *out, const struct sheet *sheet, struct walk *walk);
void sheet_table(struct text *out, const struct sheet *sheet, struct walk *walk, const char *words);
void sheet_row(struct text *out, const struct sheet *sheet, struct numbers *numbers,
               const struct step *step);

/* WORDS in the parts of PUT, but for what is a name by its grammar, as w5, in_h1, dE_total_dw5 and
 * sigma are, which PUT_NAME puts; a quotient dy/du is the derivative dy_du, an asterisk a dot. */
void sheet_words(struct text *out, const char *words, enum language language,
                 void (*put)(struct text *out, const char *words, enum language language),
                 void (*put_name)(struct text *out, const char *name, size_t length));

/* How many decimals, up to MOST, a number has less than MOST; the point counts as one more where it
 * has none. 0 where it has an exponent. */
int sheet_missing_decimals(const char *number, int most);

/* Appends them: zeros, behind a point where the number has none. */
void sheet_put_missing(struct text *out, int missing, int most);

/* The numbers that a sheet shows. */
struct numbers sheet_numbers(const struct sheet *sheet, struct trace *trace);

#endif
