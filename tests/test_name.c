/* Name: every shape of name in every typography; then every name of both walks. */
#include "suites.h"

#include "base/text.h"
#include "formula/name.h"
#include "formula/notation.h"
#include "walk/walk.h"

#include <stdlib.h>
#include <string.h>

static const struct {
    const char *name, *latex, *mathml;
} rows[] = {
    {"w5", "w_{5}", "<msub><mi>w</mi><mn>5</mn></msub>"},
    {"w12", "w_{12}", "<msub><mi>w</mi><mn>12</mn></msub>"},
    {"alpha", "\\alpha", "<mrow><mi>&#945;</mi></mrow>"},
    {"in_h1", "\\mathrm{in}_{h_{1}}", "<msub><mi>in</mi><msub><mi>h</mi><mn>1</mn></msub></msub>"},
    {"out_hh2", "\\mathrm{out}_{\\mathrm{hh}_{2}}",
     "<msub><mi>out</mi><msub><mi>hh</mi><mn>2</mn></msub></msub>"},
    {"E_total", "E_{\\mathrm{total}}", "<msub><mi>E</mi><mi>total</mi></msub>"},
    {"sigma_O1", "\\sigma_{O_{1}}",
     "<msub><mi>&#963;</mi><msub><mi>O</mi><mn>1</mn></msub></msub>"},
    {"w5_new", "w_{5}^{+}", "<msubsup><mi>w</mi><mn>5</mn><mo>+</mo></msubsup>"},
    {"in_h1_new", "\\mathrm{in}_{h_{1}}^{+}",
     "<msubsup><mi>in</mi><msub><mi>h</mi><mn>1</mn></msub><mo>+</mo></msubsup>"},
    {"x_new", "x^{+}", "<msup><mi>x</mi><mo>+</mo></msup>"},
    {"dE_total_dw5", "\\frac{\\partial E_{\\mathrm{total}}}{\\partial w_{5}}",
     "<mfrac><mrow><mo>&#8706;</mo><msub><mi>E</mi><mi>total</mi></msub></mrow>"
     "<mrow><mo>&#8706;</mo><msub><mi>w</mi><mn>5</mn></msub></mrow></mfrac>"},
    {"dout_O1_din_O1", "\\frac{\\partial \\mathrm{out}_{O_{1}}}{\\partial \\mathrm{in}_{O_{1}}}",
     "<mfrac><mrow><mo>&#8706;</mo><msub><mi>out</mi><msub><mi>O</mi><mn>1</mn></msub></msub></mrow>"
     "<mrow><mo>&#8706;</mo><msub><mi>in</mi><msub><mi>O</mi><mn>1</mn></msub></msub></mrow></mfrac>"},
    {"x_s2", "x^{(2)}", "<msup><mi>x</mi><mrow><mo>(</mo><mn>2</mn><mo>)</mo></mrow></msup>"},
    {"E_total_s2", "E_{\\mathrm{total}}^{(2)}",
     "<msubsup><mi>E</mi><mi>total</mi><mrow><mo>(</mo><mn>2</mn><mo>)</mo></mrow></msubsup>"},
    {"E_total_new_s[k]", "E_{\\mathrm{total}}^{+(k)}",
     "<msubsup><mi>E</mi><mi>total</mi>"
     "<mrow><mo>+</mo><mo>(</mo><mrow><mi>k</mi></mrow><mo>)</mo></mrow></msubsup>"},
    {"dE_total_dw5_s[k]", "\\frac{\\partial E_{\\mathrm{total}}^{(k)}}{\\partial w_{5}}",
     "<mfrac><mrow><mo>&#8706;</mo><msubsup><mi>E</mi><mi>total</mi>"
     "<mrow><mo>(</mo><mrow><mi>k</mi></mrow><mo>)</mo></mrow></msubsup></mrow>"
     "<mrow><mo>&#8706;</mo><msub><mi>w</mi><mn>5</mn></msub></mrow></mfrac>"},
    {"a_h[k]", "a_{h_{k}}",
     "<msub><mi>a</mi><msub><mi>h</mi><mrow><mi>k</mi></mrow></msub></msub>"},
    {"w[2*k - 3]", "w_{2k-3}",
     "<msub><mi>w</mi><mrow><mn>2</mn><mi>k</mi><mo>&#8722;</mo><mn>3</mn></mrow></msub>"},
    {"w[k2]", "w_{k2}", "<msub><mi>w</mi><mrow><mi>k</mi><mn>2</mn></mrow></msub>"},
    {"w[k", "\\mathtt{w[k}", "<mi>w[k</mi>"},
    {"xs3", "\\mathrm{xs}_{3}", "<msub><mi>xs</mi><mn>3</mn></msub>"},
    {"abs3", "\\mathrm{abs}_{3}", "<msub><mi>abs</mi><mn>3</mn></msub>"},
    {"x_s2]", "\\mathtt{x\\_s2]}", "<mi>x_s2]</mi>"},
    {"dx_d", "\\mathrm{dx}_{d}", "<msub><mi>dx</mi><mi>d</mi></msub>"},
    {"z_a", "z_{a}", "<msub><mi>z</mi><mi>a</mi></msub>"},
    {"x_s", "x_{s}", "<msub><mi>x</mi><mi>s</mi></msub>"},
    {"_s2", "\\mathtt{\\_s2}", "<mi>_s2</mi>"},
    {"w90", "w_{90}", "<msub><mi>w</mi><mn>90</mn></msub>"},
    {"A_Z", "A_{Z}", "<msub><mi>A</mi><mi>Z</mi></msub>"},
    {"xa_db", "\\mathrm{xa}_{\\mathrm{db}}", "<msub><mi>xa</mi><mi>db</mi></msub>"},
    {"_odd_", "\\mathtt{\\_odd\\_}", "<mi>_odd_</mi>"},
    {"a-b", "\\mathtt{a-b}", "<mi>a-b</mi>"},
    {"12", "\\mathtt{12}", "<mi>12</mi>"},
    {"a_1", "\\mathtt{a\\_1}", "<mi>a_1</mi>"},
    {"dE_total", "\\mathrm{dE}_{\\mathrm{total}}", "<msub><mi>dE</mi><mi>total</mi></msub>"},
    {"dE_dx_", "\\mathtt{dE\\_dx\\_}", "<mi>dE_dx_</mi>"},
    {"a_b_c", "\\mathtt{a\\_b\\_c}", "<mi>a_b_c</mi>"},
};

START_TEST(in_latex) {
    struct text out = {0};
    name_latex(&out, rows[_i].name, strlen(rows[_i].name));
    ck_assert_str_eq(out.bytes, rows[_i].latex);
    text_free(&out);
}
END_TEST

START_TEST(in_mathml) {
    struct text out = {0};
    name_mathml(&out, rows[_i].name, strlen(rows[_i].name));
    ck_assert_str_eq(out.bytes, rows[_i].mathml);
    text_free(&out);
}
END_TEST

/* How wide a name is, in hundredths of an em: a derivative is as wide as its wider half. */
static const struct {
    const char *name;
    int width;
} widths[] = {{"w", 50},
              {"w5", 88},
              {"w5_new", 126},
              {"alpha", 50},
              {"in_h1", 176},
              {"dw5_dx", 148},
              {"dx_dw5", 148},
              {"out_h1_new", 264},
              {"a_b_c", 5 * 50},
              {"sigma_O1", 50 + 76},
              {"x_s2", 50 + 3 * 38},
              {"E_total_s12", 50 + 5 * 38 + 4 * 38},
              {"w[2*k + 3]", 50 + 7 * 38},
              {"dE_total_dw5_s2", 60 + 50 + 5 * 38 + 3 * 38}};

START_TEST(width) {
    ck_assert_int_eq(name_width(widths[_i].name, strlen(widths[_i].name)), widths[_i].width);
}
END_TEST

/* Words with names in them, in the letters of z/a: a name is written in them; "in" and "out" stay
 * where they are words, which what stands beside them tells. */
static const struct {
    const char *words, *written;
} notated[] = {
    {"in_h1 is", "z_h1 is"},
    {"what is handed out here", "what is handed out here"},
    {"out*(1 - out)", "a*(1 - a)"},
    {"out) and (out)", "out) and (out)"},
    {"\\", "\\"},
    {"sigma z sigma", "delta z delta"},
    {"asigma zsigma Asigma Zsigma 0sigma 9sigma", "asigma zsigma Asigma Zsigma 0sigma 9sigma"},
    {"sigmaa sigmaz sigmaA sigmaZ sigma0 sigma9", "sigmaa sigmaz sigmaA sigmaZ sigma0 sigma9"},
    {"- out", "- out"},
    {"x- out)", "x- a)"},
    {"-- in)", "-- z)"},
    {"+ in)", "+ in)"},
    {"in*out", "z*out"},
    {"\\in_O1", "\\in_O1"}};

START_TEST(words_in_a_notation) {
    struct text out = {0};
    notation_put_words(&out, notation_find("z/a"), notated[_i].words);
    ck_assert_str_eq(out.bytes, notated[_i].written);
    text_free(&out);
}
END_TEST

/* tests/data/names.tsv: name, LaTeX, MathML of every name of the walks; read by eye, not blessed.
 */
START_TEST(every_name_of_the_walks) {
    char *kept = read_source("tests/data/names.tsv");
    struct example example, companion = {0};
    struct walk walk;
    struct error error;
    example_article(&example);
    ck_assert(_i == 0   ? walk_make(&walk, &example, SLIPS_NONE, &error)
              : _i == 1 ? walk_neuron(&walk, &example, &error)
              : _i == 2 ? walk_sigmoid(&walk, &example, &error)
                        : walk_companion(&walk, &companion, &example, &error));
    for (size_t i = 0; i < walk.trace.quantity_count; i++) {
        const char *name = walk.trace.quantities[i].name;
        struct text row = {0};
        text_printf(&row, "\n%s\t", name);
        name_latex(&row, name, strlen(name));
        text_putc(&row, '\t');
        name_mathml(&row, name, strlen(name));
        text_putc(&row, '\n');
        ck_assert_msg(strstr(kept, row.bytes) != NULL, "not in names.tsv:%s", row.bytes);
        text_free(&row);
    }
    walk_free(&walk);
    example_free(&companion);
    example_free(&example);
    free(kept);
}
END_TEST

Suite *name_suite(void) {
    Suite *suite = suite_create("name");
    add_rows(suite, "in LaTeX", in_latex, sizeof rows / sizeof *rows);
    add_rows(suite, "in MathML", in_mathml, sizeof rows / sizeof *rows);
    add_rows(suite, "words", words_in_a_notation, sizeof notated / sizeof *notated);
    add_rows(suite, "width", width, sizeof widths / sizeof *widths);
    add_rows(suite, "every name of the walks", every_name_of_the_walks, 4);
    return suite;
}
