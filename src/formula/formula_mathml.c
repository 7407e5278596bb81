/* Formula in MathML: see formula.h. Characters are numbers, which XML and HTML both read. */
#include "formula/formula_typeset.h"

#include "formula/name.h"

static void digits(struct text *out, const char *text, size_t length) {
    text_puts(out, "<mn>");
    text_add(out, text, length);
    text_puts(out, "</mn>");
}

static void function(struct text *out, const struct function *function) {
    text_printf(out, "<mi>%s</mi><mo>&#8289;</mo>", function->mathml);
}

static const struct typography mathml = {
    .name = name_mathml,
    .digits = digits,
    .plus = "<mo form=\"infix\">+</mo>",
    .minus = "<mo form=\"infix\">&#8722;</mo>",
    .negative = "<mo form=\"prefix\">&#8722;</mo>",
    .times = "<mo form=\"infix\">&#183;</mo>",
    .ten = "<mo>&#183;</mo><msup><mn>10</mn><mrow>",
    .open = "<mo stretchy=\"false\">(</mo>",
    .close = "<mo stretchy=\"false\">)</mo>",
    .tall_open = "<mo>(</mo>",
    .tall_close = "<mo>)</mo>",
    .whole_open = "<mrow><mo>(</mo>",
    .whole_close = "<mo>)</mo></mrow>",
    .fraction = "<mfrac><mrow>",
    .over = "</mrow><mrow>",
    .fraction_end = "</mrow></mfrac>",
    .power = "<msup><mrow>",
    .to_the = "</mrow><mrow>",
    .power_end = "</mrow></msup>",
    .e_to_the = "<msup><mi>e</mi><mrow>",
    .root = "<msqrt>",
    .root_end = "</msqrt>",
    .partial = "<mo>&#8706;</mo>",
    .function = function,
    .sum = "<munderover><mo>&#8721;</mo><mrow>",
    .sum_from = "<mo>=</mo>",
    .sum_to = "</mrow><mrow>",
    .sum_end = "</mrow></munderover>",
    .row = "<mrow><mo>[</mo>",
    .row_end = "<mo>]</mo></mrow>",
    .entry = "<mo>,</mo>",
    .column = "<msup><mrow><mo>[</mo>",
    .column_end = "<mo>]</mo></mrow><mi>T</mi></msup>",
};

void formula_mathml(struct text *out, const struct formula *formula,
                    const struct formula_numbers *numbers, const struct formula_wrap *wrap) {
    formula_typeset(out, formula, numbers, wrap, &mathml);
}

void formula_mathml_number(struct text *out, const char *number) {
    formula_typeset_number(out, number, &mathml);
}
