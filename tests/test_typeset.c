/* Typesetting: formulas in LaTeX and MathML, numbers in place, long ones broken; names' widths; and
 * every formula of both walks holds together. */
#include "suites.h"

#include "formula/formula.h"
#include "formula/name.h"
#include "walk/walk.h"

#include <stdio.h>
#include <string.h>

static struct arena arena;

static const char *shown(void *context, const char *name, size_t length) {
    static const char *const numbers[][2] = {{"w5", "0.5"}, {"x", "-0.25"}, {"tiny", "1.5e-13"}};
    (void)context;
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        if (strlen(numbers[i][0]) == length && memcmp(numbers[i][0], name, length) == 0)
            return numbers[i][1];
    return NULL;
}

/* what is read, and in LaTeX */
static const struct {
    const char *text, *latex;
} rows[] = {
    {"w1*i1 + w2*i2 + 1*b1", "w_{1} \\cdot i_{1} + w_{2} \\cdot i_{2} + 1 \\cdot b_{1}"},
    {"1/(exp(-in_h1) + 1)", "\\frac{1}{e^{-\\mathrm{in}_{h_{1}}} + 1}"},
    {"1./2*pow(O1 - out_O1, 2)", "\\frac{1}{2} \\cdot {(O_{1} - \\mathrm{out}_{O_{1}})}^{2}"},
    {"2*1./2*pow(O1 - x, 2 - 1)*(0 - 1) + 0",
     "2 \\cdot \\frac{1}{2} \\cdot {(O_{1} - x)}^{2 - 1} \\cdot (0 - 1) + 0"},
    {"-(O1 - x)*x*(1 - x)", "-(O_{1} - x) \\cdot x \\cdot (1 - x)"},
    {"w1 + alpha*(-(x*w5))*x", "w_{1} + \\alpha \\cdot (-(x \\cdot w_{5})) \\cdot x"},
    {"dE_total_dw5*x", "\\frac{\\partial E_{\\mathrm{total}}}{\\partial w_{5}} \\cdot x"},
    {"pow(dE_total_dw5, 2)",
     "{\\left(\\frac{\\partial E_{\\mathrm{total}}}{\\partial w_{5}}\\right)}^{2}"},
    {"w5*(1/x)", "w_{5} \\cdot \\frac{1}{x}"},
    {"pow(1/x, 2)", "{\\left(\\frac{1}{x}\\right)}^{2}"},
    {"pow(exp(x), 2)", "{(e^{x})}^{2}"},
    {"exp(1/x)", "\\exp \\Bigl(\\frac{1}{x}\\Bigr)"},
    {"exp(-exp(x))", "\\exp (-e^{x})"},
    {"log(x) + sqrt(x) + tanh(x)", "\\ln (x) + \\sqrt{x} + \\tanh (x)"},
    {"x - (w5 - w6)", "x - (w_{5} - w_{6})"},
    {"(dE_O1_dx + dE_O2_dx)*x",
     "\\Bigl(\\frac{\\partial E_{O_{1}}}{\\partial x} + \\frac{\\partial E_{O_{2}}}{\\partial "
     "x}\\Bigr) \\cdot x"},
    {"PARTIAL(w5*x + 1*b3, w5)",
     "\\frac{\\partial (w_{5} \\cdot x + 1 \\cdot b_{3})}{\\partial w_{5}}"},
    {"PARTIAL(x, x)", "\\frac{\\partial x}{\\partial x}"},
    {"PARTIAL(1/x, x)*x", "\\frac{\\partial }{\\partial x}\\Bigl(\\frac{1}{x}\\Bigr) \\cdot x"},
    {"1.5e-13*x", "1.5 \\cdot 10^{-13} \\cdot x"},
    {"SUM(k, 1, 2, sigma_O[k]*w[2*k + 3])*x",
     "(\\sum_{k=1}^{2} \\sigma_{O_{k}} \\cdot w_{2k+3}) \\cdot x"},
    {"1./2*SUM(k, 1, 2, w[k])", "\\frac{1}{2} \\cdot \\sum_{k=1}^{2} w_{k}"},
    {"1./2*SUM(k, 1, 2, w[k])*x",
     "\\Bigl(\\frac{1}{2} \\cdot \\sum_{k=1}^{2} w_{k}\\Bigr) \\cdot x"},
    {"SUM(k, 1, 2, dE_O[k]_dout_h1)",
     "\\sum_{k=1}^{2} \\frac{\\partial E_{O_{k}}}{\\partial \\mathrm{out}_{h_{1}}}"},
    {"SUM(k, 1, 2, x - w[k])", "\\sum_{k=1}^{2} (x - w_{k})"},
    {"relu(x)", "\\operatorname{relu} (x)"},
    {"in_h1_s2 + w5_new*dout_O1_din_O2_s13 + dE_total_dw5_s2 + out_h1_new_s1",
     "\\mathrm{in}_{h_{1}}^{(2)} + w_{5}^{+} \\cdot \\frac{\\partial "
     "\\mathrm{out}_{O_{1}}^{(13)}}{\\partial \\mathrm{in}_{O_{2}}^{(13)}} + \\frac{\\partial "
     "E_{\\mathrm{total}}^{(2)}}{\\partial w_{5}} + \\mathrm{out}_{h_{1}}^{+(1)}"},
    {"2.5E+2 + x", "2.5 \\cdot 10^{2} + x"},
    {"pow(1e3, 2)", "{(1 \\cdot 10^{3})}^{2}"},
    {"(PARTIAL(x, x) + 1)*x", "\\Bigl(\\frac{\\partial x}{\\partial x} + 1\\Bigr) \\cdot x"},
    {"step(x)", "\\operatorname{step} (x)"},
    {"DOT((w5, x), (w6, 2))", "\\bigl[w_{5},\\; x\\bigr] \\cdot \\bigl[w_{6},\\; 2\\bigr]^{T}"},
    {"exp(log(x))", "e^{\\ln (x)}"},
    {"exp(x + exp(x))", "\\exp (x + e^{x})"},
    {"pow(x, pow(x, 1/(1/x)))", "{x}^{{x}^{\\frac{1}{\\frac{1}{x}}}}"},
    {"PARTIAL(w1*w2 + w3*w4 + w5*w6 + w7*w8 + w9*w10 + w11*w12 + x*x, x)",
     "\\frac{\\partial }{\\partial x}(w_{1} \\cdot w_{2} + w_{3} \\cdot w_{4} + w_{5} \\cdot w_{6} + w_{7} "
     "\\cdot w_{8} + w_{9} \\cdot w_{10} + w_{11} \\cdot w_{12} + x \\cdot x)"},
};

/* with numbers in place: negative ones in parentheses, unless a bar or an exponent encloses them */
static const struct {
    const char *text, *latex;
} substituted[] = {
    {"w5*x + w6", "0.5 \\cdot (-0.25) + w_{6}"},
    {"w5 - x", "0.5 - (-0.25)"},
    {"-x", "-(-0.25)"},
    {"pow(x, 2)", "{(-0.25)}^{2}"},
    {"exp(x)", "e^{-0.25}"},
    {"exp(-x)", "e^{-(-0.25)}"},
    {"w5/x", "\\frac{0.5}{-0.25}"},
    {"x", "-0.25"},
    {"tiny - w5", "1.5 \\cdot 10^{-13} - 0.5"},
    {"pow(w5, 2)", "{0.5}^{2}"},
    {"w5*tiny", "0.5 \\cdot (1.5 \\cdot 10^{-13})"},
};

static const struct {
    const char *text, *mathml;
} elements[] = {
    {"w1 - x*2", "<msub><mi>w</mi><mn>1</mn></msub><mo form=\"infix\">&#8722;</mo>"
                 "<mrow><mi>x</mi></mrow><mo form=\"infix\">&#183;</mo><mn>2</mn>"},
    {"1/(exp(-x) + 1)",
     "<mfrac><mrow><mn>1</mn></mrow><mrow><msup><mi>e</mi><mrow><mo form=\"prefix\">&#8722;</mo>"
     "<mrow><mi>x</mi></mrow></mrow></msup><mo form=\"infix\">+</mo><mn>1</mn></mrow></mfrac>"},
    {"pow(1 - x, 2)",
     "<msup><mrow><mo stretchy=\"false\">(</mo><mn>1</mn><mo form=\"infix\">&#8722;</mo><mrow>"
     "<mi>x</mi></mrow><mo stretchy=\"false\">)</mo></mrow><mrow><mn>2</mn></mrow></msup>"},
    {"PARTIAL(2*x, x)",
     "<mfrac><mrow><mo>&#8706;</mo><mo stretchy=\"false\">(</mo><mn>2</mn><mo form=\"infix\">&#183;"
     "</mo><mrow><mi>x</mi></mrow><mo stretchy=\"false\">)</mo></mrow><mrow><mo>&#8706;</mo><mrow>"
     "<mi>x</mi></mrow></mrow></mfrac>"},
    {"DOT((w5, x), (w6, 2))",
     "<mrow><mo>[</mo><msub><mi>w</mi><mn>5</mn></msub><mo>,</mo><mrow><mi>x</mi></mrow><mo>]</mo>"
     "</mrow><mo form=\"infix\">&#183;</mo><msup><mrow><mo>[</mo><msub><mi>w</mi><mn>6</mn></msub><mo>,"
     "</mo><mn>2</mn><mo>]</mo></mrow><mi>T</mi></msup>"},
    {"step(x) + sqrt(x)",
     "<mi>step</mi><mo>&#8289;</mo><mo stretchy=\"false\">(</mo><mrow><mi>x</mi></mrow><mo "
     "stretchy=\"false\">)</mo><mo form=\"infix\">+</mo><msqrt><mrow><mi>x</mi></mrow></msqrt>"},
    {"1e-3", "<mn>1</mn><mo>&#183;</mo><msup><mn>10</mn><mrow><mo form=\"prefix\">&#8722;</mo>"
             "<mn>3</mn></mrow></msup>"},
};

START_TEST(latex) {
    struct text out = {0};
    formula_latex(&out, parsed(&arena, rows[_i].text), NULL, NULL);
    ck_assert_str_eq(out.bytes, rows[_i].latex);
    text_free(&out);
    arena_free(&arena);
}
END_TEST

START_TEST(latex_substituted) {
    const struct formula_numbers numbers = {.shown = shown};
    struct text out = {0};
    formula_latex(&out, parsed(&arena, substituted[_i].text), &numbers, NULL);
    ck_assert_str_eq(out.bytes, substituted[_i].latex);
    text_free(&out);
    arena_free(&arena);
}
END_TEST

START_TEST(mathml) {
    struct text out = {0};
    formula_mathml(&out, parsed(&arena, elements[_i].text), NULL, NULL);
    ck_assert_str_eq(out.bytes, elements[_i].mathml);
    text_free(&out);
    arena_free(&arena);
}
END_TEST

/* a width, and where a line so wide is broken: at the loosest sign, not within an element */
static const struct {
    int width;
    const char *latex;
} wrapped[] = {
    {10000,
     "w_{1} \\cdot w_{2} \\cdot (w_{3} - w_{4}) + w_{5} \\cdot w_{6} - {(w_{7} - w_{8})}^{2}"},
    {1300,
     "w_{1} \\cdot w_{2} \\cdot (w_{3} - w_{4}) + w_{5} \\cdot w_{6}| - {(w_{7} - w_{8})}^{2}"},
    {900,
     "w_{1} \\cdot w_{2} \\cdot (w_{3} - w_{4})| + w_{5} \\cdot w_{6}| - {(w_{7} - w_{8})}^{2}"},
    {500,
     "w_{1} \\cdot w_{2}| \\cdot (w_{3} - w_{4})| + w_{5} \\cdot w_{6}| - {(w_{7} - w_{8})}^{2}"},
    {1,
     "w_{1}| \\cdot w_{2}| \\cdot (w_{3}| - w_{4})| + w_{5}| \\cdot w_{6}| - {(w_{7} - w_{8})}^{2}"},
};

START_TEST(wraps) {
    const struct formula_wrap wrap = {.width = wrapped[_i].width, .between = "|"};
    struct text out = {0};
    text_puts(&out, "before ");
    formula_latex(&out, parsed(&arena, "w1*w2*(w3 - w4) + w5*w6 - pow(w7 - w8, 2)"), NULL, &wrap);
    ck_assert_str_eq(out.bytes + strlen("before "), wrapped[_i].latex);
    text_free(&out);
    arena_free(&arena);
}
END_TEST

/* How wide a formula is thought to be, in hundredths of an em, the sum of its parts: where a line
 * is narrower by one it is broken, at a place behind the first third. */
static const struct {
    const char *text;
    int width;
} widths[] = {
    {"10000 + 2", 250 + 122 + 50},
    {"-100 + 2", 61 + 150 + 122 + 50},
    {"10*2", 100 + 72 + 50},
    {"1e5 + 2", 150 + 72 + 100 + 122 + 50},
    {"(2 - 3)*1", 39 + 50 + 122 + 50 + 39 + 72 + 50},
    {"2/10 + 1", 100 + 24 + 122 + 50},
    {"2/(20/20) + 1", 70 + 24 + 24 + 122 + 50},
    {"2/(2/(200/2)) + 1", 75 + 16 + 24 + 24 + 122 + 50},
    {"2/(2/(2/(200/2))) + 1", 75 + 12 + 16 + 24 + 24 + 122 + 50},
    {"200/(20/2) + 1", 150 + 24 + 122 + 50},
    {"pow(20, pow(3, pow(40, 5))) + 1", 100 + 35 + 50 + 25 + 122 + 50},
    {"pow(20, 3)/2 + 1", 100 + 35 + 24 + 122 + 50},
    {"pow(20, 3/40) + 1", 100 + 50 + 16 + 122 + 50},
    {"pow(20, 3) + 1", 100 + 35 + 122 + 50},
    {"pow(20, pow(3, 4)) + 1", 100 + 35 + 25 + 122 + 50},
    {"exp(20) + 1", 50 + 70 + 122 + 50},
    {"sqrt(2) + 1", 100 + 50 + 122 + 50},
    {"log(2) + 1", 200 + 39 + 50 + 39 + 122 + 50},
    {"PARTIAL(1*2, x) + 1", 24 + 56 + 39 + 50 + 72 + 50 + 39 + 56 + 122 + 50},
    {"PARTIAL(1/2, x) + 1", 24 + 56 + 56 + 50 + 39 + 74 + 39 + 122 + 50},
    {"w5 + 1", 50 + 38 + 122 + 50},
    {"DOT((1, 2), (3, 4)) + 1", 39 + 150 + 39 + 72 + 39 + 150 + 39 + 50 + 122 + 50},
};

static bool is_broken(const struct formula *formula, int width) {
    const struct formula_wrap wrap = {.width = width, .between = "|"};
    struct text out = {0};
    formula_latex(&out, formula, NULL, &wrap);
    const bool broken = strchr(out.bytes, '|') != NULL;
    text_free(&out);
    return broken;
}

START_TEST(widths_are_the_sum_of_the_parts) {
    const struct formula *formula = parsed(&arena, widths[_i].text);
    ck_assert_msg(is_broken(formula, widths[_i].width - 1), "%s: less wide", widths[_i].text);
    ck_assert_msg(!is_broken(formula, widths[_i].width), "%s: wider", widths[_i].text);
    arena_free(&arena);
}
END_TEST

/* A place in the first third is passed over, one at the end of it too; one at the end of the line
 * is taken; where none is before it, the first behind it is. */
static const struct {
    const char *text;
    int width;
    const char *latex;
} thirds[] = {
    {"1 + 2 + 3", 149, "1| + 2| + 3"},
    {"1 + 2 + 3", 150, "1 + 2| + 3"},
    {"10000 + 2 + 1", 422, "10000 + 2| + 1"},
    {"10000 + 2 + 1", 421, "10000| + 2 + 1"},
    {"10000 + 2 + 1", 100, "10000| + 2| + 1"},
    {"100 + 2 + 3*4 + 5", 500, "100 + 2| + 3 \\cdot 4 + 5"},
    {"10000 + (3 - 4) - 5", 700, "10000 + (3 - 4)| - 5"}, /* as deep as before it */
    {"10000 + exp(3 - 4) - 5", 700, "10000 + e^{3 - 4}| - 5"},
    {"10000 - (3 - 4)*5", 700, "10000| - (3 - 4) \\cdot 5"},
    {"100*2*3*4", 393, "100 \\cdot 2| \\cdot 3 \\cdot 4"},
};

START_TEST(breaks_behind_the_first_third) {
    const struct formula_wrap wrap = {.width = thirds[_i].width, .between = "|"};
    struct text out = {0};
    formula_latex(&out, parsed(&arena, thirds[_i].text), NULL, &wrap);
    ck_assert_str_eq(out.bytes, thirds[_i].latex);
    text_free(&out);
    arena_free(&arena);
}
END_TEST

/* A sign rather than the dot before a fraction, which is none that stands within it. */
START_TEST(breaks_rather_before_a_sign_than_a_fraction) {
    const struct formula_wrap wrap = {.width = 590, .between = "|"};
    struct text out = {0};
    formula_latex(&out, parsed(&arena, "10000 + 10*2/3"), NULL, &wrap);
    ck_assert_str_eq(out.bytes, "10000| + 10 \\cdot \\frac{2}{3}");
    text_free(&out);
    arena_free(&arena);
}
END_TEST

/* What is 20 em wide stands above the bar of a derivative, a digit more behind it. */
START_TEST(stands_above_the_bar_where_it_fits) {
    char derivative[64];
    struct text out = {0};
    snprintf(derivative, sizeof derivative, "PARTIAL(%0*d, x)", 40 + _i, 7);
    formula_latex(&out, parsed(&arena, derivative), NULL, NULL);
    const bool is_above = strstr(out.bytes, "7)}{\\partial x}") != NULL;
    ck_assert_msg(is_above == (_i == 0), "%s", out.bytes);
    text_free(&out);
    arena_free(&arena);
}
END_TEST

START_TEST(breaks_behind_a_row_and_its_column) {
    const struct formula_wrap wrap = {.width = 1, .between = "|"};
    struct text out = {0};
    formula_latex(&out, parsed(&arena, "DOT((1*2, x), (3 + 4, x)) + x"), NULL, &wrap);
    ck_assert_str_eq(out.bytes, "\\bigl[1 \\cdot 2,\\; x\\bigr] \\cdot \\bigl[3 + 4,\\; "
                                "x\\bigr]^{T}| + x");
    text_free(&out);
    arena_free(&arena);
}
END_TEST

/* Only so many places are kept, and all is written nevertheless. */
START_TEST(breaks_a_formula_of_many_terms) {
    enum { TERMS = 600 };
    const struct formula_wrap wrap = {.width = 1, .between = "|"};
    struct text sum = {0}, out = {0};
    for (int i = 0; i < TERMS; i++)
        text_puts(&sum, i == 0 ? "x" : " + x");
    formula_latex(&out, parsed(&arena, sum.bytes), NULL, &wrap);
    int terms = 0, breaks = 0;
    for (const char *c = out.bytes; *c != '\0'; c++) {
        terms += *c == 'x';
        breaks += *c == '|';
    }
    ck_assert_int_eq(terms, TERMS);
    ck_assert_int_eq(breaks, TERMS - 1);
    text_free(&sum);
    text_free(&out);
    arena_free(&arena);
}
END_TEST

static const struct {
    const char *number, *latex;
} numbers[] = {{"0.6", "0.6"},
               {"-0.0145365614", "-0.0145365614"},
               {"1.5e-13", "1.5 \\cdot 10^{-13}"},
               {"-2e+05", "-2 \\cdot 10^{5}"},
               {"3e0", "3 \\cdot 10^{0}"},
               {"3e-00", "3 \\cdot 10^{-0}"}};

START_TEST(latex_numbers) {
    struct text out = {0};
    formula_latex_number(&out, numbers[_i].number);
    ck_assert_str_eq(out.bytes, numbers[_i].latex);
    text_free(&out);
}
END_TEST

/* Elements are closed in the order in which they were opened. */
static void check_elements(const char *row) {
    const char *open[64];
    size_t depth = 0;
    for (const char *c = strchr(row, '<'); c != NULL; c = strchr(c + 1, '<')) {
        if (c[1] != '/') {
            ck_assert_uint_lt(depth, 64);
            open[depth++] = c + 1;
            continue;
        }
        ck_assert_msg(depth > 0, "closes too much: %s", row);
        const size_t length = strcspn(c + 2, ">");
        depth--;
        ck_assert_msg(strcspn(open[depth], " >") == length &&
                          memcmp(open[depth], c + 2, length) == 0,
                      "crossed at %.20s in %s", c, row);
    }
    ck_assert_msg(depth == 0, "left open: %s", row);
}

static void check_braces(const char *line) {
    int depth = 0, parentheses = 0;
    for (const char *c = line; *c != '\0'; c++) {
        depth += (*c == '{') - (*c == '}');
        parentheses += (*c == '(') - (*c == ')');
        ck_assert_msg(depth >= 0 && parentheses >= 0, "%s", line);
    }
    ck_assert_msg(depth == 0 && parentheses == 0, "%s", line);
}

/* Both walks, each line whole and broken where it can be. */
START_TEST(every_formula_holds_together) {
    const struct formula_wrap wrap = {.width = 1, .between = "|"};
    struct example example, companion = {0};
    struct walk walk;
    struct error error;
    struct text out = {0};
    example_article(&example);
    ck_assert(_i == 0 ? walk_make(&walk, &example, SLIPS_NONE, &error)
                      : walk_companion(&walk, &companion, &example, &error));
    struct trace *trace = &walk.trace;
    for (size_t s = 0; s < trace->step_count; s++)
        for (size_t f = 0; f < trace->steps[s].form_count; f++) {
            const struct formula *formula = form_formula(trace, &trace->steps[s].forms[f], &error);
            text_cut(&out, 0);
            formula_latex(&out, formula, NULL, &wrap);
            check_braces(out.bytes);
            text_cut(&out, 0);
            formula_mathml(&out, formula, NULL, NULL);
            check_elements(out.bytes);
            text_cut(&out, 0);
            formula_mathml(&out, formula, NULL, &wrap);
            for (char *part = strtok(out.bytes, "|"); part != NULL; part = strtok(NULL, "|"))
                check_elements(part);
        }
    ck_assert_uint_gt(trace->step_count, 50);
    text_free(&out);
    walk_free(&walk);
    example_free(&companion);
    example_free(&example);
}
END_TEST

static const struct {
    const char *name;
    bool is_derivative;
} derivatives[] = {{"dE_total_dw5", true},
                   {"din_O1_dout_h1", true},
                   {"w5_new", false},
                   {"dout_h1_din_h1", true},
                   {"d", false},
                   {"out_h1", false},
                   {"dE_total_dw5_new", true},
                   {"dE_total", false},
                   {"dE_1_dw5", false},
                   {"dE_dw5_", false},
                   {"dE_total_dw5_1", false},
                   {"d{_dx", false}};

START_TEST(derivatives_are_told) {
    const char *name = derivatives[_i].name;
    ck_assert_msg(name_is_derivative(name, strlen(name)) == derivatives[_i].is_derivative, "%s",
                  name);
}
END_TEST

Suite *typeset_suite(void) {
    Suite *suite = suite_create("typeset");
    add_rows(suite, "latex", latex, sizeof rows / sizeof *rows);
    add_rows(suite, "latex substituted", latex_substituted,
             sizeof substituted / sizeof *substituted);
    add_rows(suite, "mathml", mathml, sizeof elements / sizeof *elements);
    add_rows(suite, "wraps", wraps, sizeof wrapped / sizeof *wrapped);
    add_rows(suite, "widths", widths_are_the_sum_of_the_parts, sizeof widths / sizeof *widths);
    add_rows(suite, "behind the first third", breaks_behind_the_first_third,
             sizeof thirds / sizeof *thirds);
    add_rows(suite, "a sign before a fraction", breaks_rather_before_a_sign_than_a_fraction, 1);
    add_rows(suite, "above the bar", stands_above_the_bar_where_it_fits, 2);
    add_rows(suite, "behind a row and its column", breaks_behind_a_row_and_its_column, 1);
    add_rows(suite, "many terms", breaks_a_formula_of_many_terms, 1);
    add_rows(suite, "latex numbers", latex_numbers, sizeof numbers / sizeof *numbers);
    add_rows(suite, "every formula holds together", every_formula_holds_together, 2);
    add_rows(suite, "derivatives are told", derivatives_are_told,
             sizeof derivatives / sizeof *derivatives);
    return suite;
}
