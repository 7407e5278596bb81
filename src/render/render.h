/* Render: a walk as a document. One file a format, behind one interface; each knows steps, none
 * knows the walk. */
#ifndef BPWALK_RENDER_H
#define BPWALK_RENDER_H

#include "base/text.h"
#include "prose/prose.h"
#include "walk/reading.h"
#include "walk/selection.h"
#include "walk/walk.h"

struct document {
    struct walk *const *walks; /* checked and compared; in the order shown */
    size_t walk_count;
    const struct walk_part *parts; /* their parts in the order of reading, for the formats that
                                      people read; NULL: each walk as a whole */
    size_t part_count;
    struct selection selection;
    int digits; /* decimals of a shown value */
    enum language language;
    bool colour; /* the text format only */
};

typedef void renderer(struct text *out, const struct document *document);

renderer render_text; /* for reading, 100 columns */
renderer render_tsv;  /* a row a step, for programs; the columns are in doc/walk.md */
renderer render_json; /* the same as JSON, numbers with 17 digits */
renderer render_markdown, render_latex, render_html; /* typeset: render/sheet.h */

/* The renderer of a format by name, or NULL. */
renderer *render_format(const char *name);

/* All formats' names, for a message. */
#define RENDER_FORMATS "one of text, tsv, json, markdown, latex, html"

/* How many parts a reader gets, and which is the one at AT. */
size_t render_part_count(const struct document *document);
struct walk_part render_part(const struct document *document, size_t at);

/* Appends the words above a step, with names as the trace shows them. */
void render_heading(struct text *out, const struct trace *trace, enum language language,
                    const struct heading *heading);

/* A form as a tree; of a walk all can be read. */
const struct formula *render_formula(struct trace *trace, struct form *form);

#endif
