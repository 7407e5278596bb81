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

/* Whether the list has a slip ID: "E1", "T3". */
bool errata_has(const char *id);

#endif
