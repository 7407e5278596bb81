/* Sigmoid lines: see sigmoid_lines.h. */
#include "plot/sigmoid_lines.h"

#include "plot/formula_gnuplot.h"

static const struct renaming of_x[] = {{"in_h1", "x"}, {"out_h1", "sigmoid(x)"}, {0}};
static const struct renaming of_y[] = {{"in_h1", "x"}, {"out_h1", "y"}, {0}};

void sigmoid_lines(struct script *script, struct trace *walk) {
    text_puts(script->out, "sigmoid(x) = ");
    formula_gnuplot(script->out, formula_giving(walk, "out_h1"), of_x);
    text_puts(script->out, "\ndsigmoid(x) = ");
    formula_gnuplot(script->out, formula_giving(walk, "dout_h1_din_h1"), of_x);
    text_puts(script->out, "\n");
}

void sigmoid_title(struct text *out, struct trace *walk) {
    formula_article(out, formula_giving(walk, "out_h1"), of_y);
}

void dsigmoid_title(struct text *out, struct trace *walk) {
    formula_article(out, formula_giving(walk, "dout_h1_din_h1"), of_y);
}
