/* Escape: somebody's words (a name, a title, a sentence of prose) as the text of a format, in which
 * no character of them is markup. The words are one line of UTF-8. */
#ifndef BPWALK_ESCAPE_H
#define BPWALK_ESCAPE_H

#include "base/text.h"

#include <stdbool.h>

void escape_markdown(struct text *out, const char *words);
void escape_xml(struct text *out, const char *words); /* and HTML; in attributes too */

void escape_json(struct text *out, const char *words); /* in a string, without its quotes */

/* Which characters LaTeX sets as they are: all; what pdflatex has letters for; in a Chinese
 * document the Chinese ones too. Others go through \wide{encoding}{character}{number}, and those that
 * run from right to left through \rightleft{...} besides, which the document is to define. */
enum latex_letters { LATEX_ALL, LATEX_LATIN, LATEX_CHINESE };
void escape_latex(struct text *out, const char *words, enum latex_letters letters);

/* Whether some character is none that pdflatex has a letter for. */
bool escape_needs_wide(const char *words);

#endif
