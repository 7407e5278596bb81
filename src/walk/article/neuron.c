/* Neuron: chapter 3 of the article, one neuron without an activation function, (3.1) to (3.6), and
 * the rule that makes a class of its output. The numbers are those of the example's first neuron,
 * h1, which has two inputs; the article writes n. */
#include "walk/article/pages.h"
#include "walk/article/step.h"

void page_neuron(struct trace *const trace) {
    GIVEN(i1, i2);
    GIVEN(w1, w2);
    GIVEN(b1);

    HEADING("neuron.inputs");
    STEP("3.1", x1, i1);
    STEP("3.1", x2, i2);

    HEADING("neuron.output");
    PLAN("3.2", y, w1*i1 + w2*i2 + 1*b1);

    HEADING("neuron.sum");
    STEP("3.3", b, b1);
    STEP("3.3", y,
         x1*w1 + x2*w2 + b,
         SUM(i, 1, 2, x[i]*w[i]) + b,
         x1*w1 + x2*w2 + b);

    HEADING("neuron.column");
    AGAIN("3.4", x1, DOT((1, 0), (x1, x2)), 1*x1 + 0*x2);
    AGAIN("3.4", x2, DOT((0, 1), (x1, x2)), 0*x1 + 1*x2);

    HEADING("neuron.row");
    AGAIN("3.5", w1, DOT((w1, w2), (1, 0)), w1*1 + w2*0);
    AGAIN("3.5", w2, DOT((w1, w2), (0, 1)), w1*0 + w2*1);

    HEADING("neuron.line");
    AGAIN("3.6", y, DOT((w1, w2), (x1, x2)) + b);
    STEP("3.6", k1,
         w1,
         PARTIAL(x1*w1 + x2*w2 + b, x1),
         1*w1 + 0 + 0,
         w1);
    STEP("3.6", k2,
         w2,
         PARTIAL(x1*w1 + x2*w2 + b, x2),
         0 + 1*w2 + 0,
         w2);
    AGAIN("3.6", y, DOT((k1, k2), (x1, x2)) + b);

    HEADING("neuron.rule");
    STEP("", class_y, step(y));

    HEADING("neuron.rule-slope");
    STEP("", dclass_y_dy, PARTIAL(step(y), y), 0);
}
