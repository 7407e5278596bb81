/* Render, the errata list: one file for its three formats. */
#ifndef BPWALK_RENDER_ERRATA_H
#define BPWALK_RENDER_ERRATA_H

#include "base/text.h"
#include "prose/prose.h"
#include "walk/errata.h"

/* The whole list; or of the one slip ONLY. */
typedef void errata_renderer(struct text *out, struct errata *errata, const char *only,
                             enum language language);

/* The renderer of text, markdown or tsv; NULL for another name. */
errata_renderer *errata_format(const char *name);

/* The slip ID alone in HTML, for a place where it is met: its place, and the rest when that is
 * opened, as it is at once where IS_OPEN. */
void errata_html(struct text *out, struct errata *errata, const char *id, bool is_open,
                 enum language language);

/* Whether the list has a slip ID: "E1", "T3". */
bool errata_has(const char *id);

#endif
