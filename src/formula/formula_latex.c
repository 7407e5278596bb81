/* Formula in LaTeX: see formula.h. */
#include "formula/formula_typeset.h"

#include "formula/name.h"

static void digits(struct text *out, const char *text, size_t length) {
    text_add(out, text, length);
}

static void function(struct text *out, const struct function *function) {
    text_puts(out, function->latex);
}

static const struct typography latex = {
    .name = name_latex,
    .digits = digits,
    .plus = " + ",
    .minus = " - ",
    .negative = "-",
    .times = " \\cdot ",
    .ten = " \\cdot 10^{",
    .open = "(",
    .close = ")",
    .tall_open = "\\Bigl(",
    .tall_close = "\\Bigr)",
    .whole_open = "\\left(",
    .whole_close = "\\right)",
    .fraction = "\\frac{",
    .over = "}{",
    .fraction_end = "}",
    .power = "{",
    .to_the = "}^{",
    .power_end = "}",
    .e_to_the = "e^{",
    .root = "\\sqrt{",
    .root_end = "}",
    .partial = "\\partial ",
    .function = function,
    .sum = "\\sum_{",
    .sum_from = "=",
    .sum_to = "}^{",
    .sum_end = "} ",
    .row = "\\bigl[",
    .row_end = "\\bigr]",
    .entry = ",\\; ",
    .column = "\\bigl[",
    .column_end = "\\bigr]^{T}",
};

void formula_latex(struct text *out, const struct formula *formula,
                   const struct formula_numbers *numbers, const struct formula_wrap *wrap) {
    formula_typeset(out, formula, numbers, wrap, &latex);
}

int formula_width(const struct formula *formula, const struct formula_numbers *numbers) {
    return formula_typeset_width(formula, numbers, &latex);
}

void formula_latex_number(struct text *out, const char *number) {
    formula_typeset_number(out, number, &latex);
}
