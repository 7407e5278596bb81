/* Escape: somebody's words (a name, a title, a sentence of prose) as the text of a format, in which
 * no character of them is markup. The words are one line of UTF-8. */
#ifndef BPWALK_ESCAPE_H
#define BPWALK_ESCAPE_H

#include "base/text.h"

#include <stdbool.h>

void escape_markdown(struct text *out, const char *words);
void escape_xml(struct text *out, const char *words); /* and HTML; in attributes too */

/* With WIDE, characters that pdflatex has no letters for go through \wide{character}{U+number},
 * which the document is to define. */
void escape_latex(struct text *out, const char *words, bool wide);

/* Whether escape_latex would need \wide for some character. */
bool escape_needs_wide(const char *words);

#endif
