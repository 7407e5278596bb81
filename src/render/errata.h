/* Render, the errata list: one file for its three formats. */
#ifndef BPWALK_RENDER_ERRATA_H
#define BPWALK_RENDER_ERRATA_H

#include "base/text.h"
#include "prose/prose.h"
#include "walk/errata.h"

typedef void errata_renderer(struct text *out, const struct errata *errata, enum language language);

/* The renderer of text, markdown or tsv; NULL for another name. */
errata_renderer *errata_format(const char *name);

#endif
