/* Line, LaTeX: a line of a step as the LaTeX and the Markdown format have it, in an environment
 * that aligns at &. What stands around the lines is left to those. */
#ifndef BPWALK_LINE_LATEX_H
#define BPWALK_LINE_LATEX_H

#include "render/sheet_lines.h"

/* What a format has of its own: where a formula is broken, the room for numbers in place and for a
 * value, and a note, as mathematics. */
struct line_style {
    const struct formula_wrap *wrap;
    const char *work, *answer;
    void (*put_note)(struct text *out, const char *words, enum language language);
};

void line_latex(struct text *out, const struct sheet_line *line, const struct line_style *style,
                enum language language);

/* A number with its decimal point below that of one with so many DECIMALS: zeros that are not there
 * stand behind it unseen. */
void line_latex_aligned(struct text *out, const char *number, int decimals);

#endif
