/* Render: a walk as a document. One file a format, behind one interface; each knows steps, none
 * knows the walk. */
#ifndef BPWALK_RENDER_H
#define BPWALK_RENDER_H

#include "base/text.h"
#include "prose/prose.h"
#include "trace/trace.h"
#include "walk/selection.h"

enum { DOCUMENT_TRACES = 4 };

struct document {
    struct trace *traces[DOCUMENT_TRACES]; /* checked and compared; in the order shown */
    size_t trace_count;
    struct selection selection;
    int digits; /* decimals of a shown value */
    enum language language;
    bool colour; /* the text format only */
};

typedef void renderer(struct text *out, const struct document *document);

renderer render_text; /* for reading, 100 columns */
renderer render_tsv;  /* a row a step, for programs; the columns are in the README */
renderer render_markdown, render_latex, render_html; /* typeset: render/sheet.h */

/* The renderer of a format by name, or NULL. */
renderer *render_format(const char *name);

/* All formats' names, for a message. */
#define RENDER_FORMATS "text, tsv, markdown, latex, html"

/* A form as a tree; it lives until the next step's are asked for (render_next_step). */
const struct formula *render_formula(struct trace *trace, const struct form *form);
void render_next_step(struct trace *trace);

/* The slips of a bit set, "E1 E2", appended to OUT. */
void render_slips(struct text *out, unsigned slips);

#endif
