/* Sigmoid: chapter 4 of the article, the activation function and its derivative, (4.1) to (4.5).
 * x is the weighted sum of the example's first neuron, h1. The rules are shown on u = x and
 * v = exp(-x) + 1; (4.5) has the same v, and 1 in the place of u. */
#include "walk/article/pages.h"
#include "walk/article/step.h"

void page_sigmoid(struct trace *const trace) {
    GIVEN(i1, i2);
    GIVEN(w1, w2);
    GIVEN(b1);

    HEADING("sigmoid");
    STEP("", x, w1*i1 + w2*i2 + 1*b1);
    STEP("4.1", y, 1/(exp(-x) + 1));

    HEADING("sigmoid.functions");
    STEP("", u, x);
    STEP("", du_dx, PARTIAL(x, x), 1*pow(x, 1 - 1), 1);
    STEP("", v, exp(-x) + 1);
    STEP("", dv_dx, PARTIAL(exp(-x) + 1, x), exp(-x)*(0 - 1) + 0, -exp(-x));

    HEADING("sigmoid.sum-rule");
    STEP("4.2", dsum_dx, PARTIAL(x + (exp(-x) + 1), x), du_dx + dv_dx);
    STEP("4.2", ddifference_dx, PARTIAL(x - (exp(-x) + 1), x), du_dx - dv_dx);

    HEADING("sigmoid.product-rule");
    STEP("4.3", dproduct_dx, PARTIAL(x*(exp(-x) + 1), x), du_dx*v + u*dv_dx);

    HEADING("sigmoid.quotient-rule");
    STEP("", v_squared, pow(v, 2));
    STEP("4.4", dquotient_dx, PARTIAL(x/(exp(-x) + 1), x), (du_dx*v - u*dv_dx)/pow(v, 2));

    HEADING("sigmoid.derivative");
    PLAN("4.5", dy_dx, PARTIAL(1/(exp(-x) + 1), x));
    STEP("4.5", u1, 1);
    STEP("4.5", du1_dx, PARTIAL(1, x), 0);
    STEP("4.5", dy_dx,
         PARTIAL(u1/(exp(-x) + 1), x),
         (du1_dx*v - u1*dv_dx)/pow(v, 2),
         (PARTIAL(1, x)*(exp(-x) + 1) - 1*PARTIAL(exp(-x) + 1, x))/pow(exp(-x) + 1, 2),
         exp(-x)/pow(exp(-x) + 1, 2),
         1/(1 + exp(-x))*(exp(-x)/(1 + exp(-x))),
         1/(1 + exp(-x))*((1 + exp(-x) - 1)/(1 + exp(-x))),
         1/(1 + exp(-x))*(1 - 1/(1 + exp(-x))),
         y*(1 - y));
}
