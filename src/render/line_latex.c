/* Line, LaTeX: see line_latex.h. */
#include "render/line_latex.h"

#include "render/sheet.h"

void line_latex(struct text *out, const struct sheet_line *line, const struct line_style *style,
                enum language language) {
    text_puts(out, line->kind == LINE_WORDS ? "&\\quad " : "&= ");
    switch (line->kind) {
    case LINE_FORMULA:
        formula_latex(out, line->formula, line->numbers, style->wrap);
        break;
    case LINE_VALUE:
        formula_latex_number(out, line->value);
        break;
    case LINE_WORK:
        text_puts(out, style->work);
        break;
    case LINE_ANSWER:
        text_puts(out, style->answer);
        break;
    case LINE_WORDS:
        break;
    }
    if (line->note == NULL)
        return;
    text_puts(out, line->kind == LINE_FORMULA ? " \\\\\n&\\qquad " /* it may be long */
                   : line->kind == LINE_VALUE ? " \\qquad "
                                              : "");
    style->put_note(out, line->note, language);
}

void line_latex_aligned(struct text *out, const char *number, int decimals) {
    const int missing = sheet_missing_decimals(number, decimals);
    formula_latex_number(out, number);
    if (missing <= 0)
        return;
    text_puts(out, "\\phantom{");
    sheet_put_missing(out, missing, decimals);
    text_putc(out, '}');
}
