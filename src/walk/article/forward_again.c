/* Forward again: the article ends its example with the updated weights; this page puts them to use.
 * The same formulas, (5.1) to (5.5), with every weight and bias replaced by its update. */
#include "walk/article/pages.h"
#include "walk/article/step.h"

void page_forward_again(struct trace *const trace) {
    GIVEN(i1, i2, O1, O2);
    GIVEN(w1_new, w2_new, w3_new, w4_new, w5_new, w6_new, w7_new, w8_new);
    GIVEN(b1_new, b2_new, b3_new, b4_new);

    HEADING("again.hidden");
    STEP("5.1", in_h1_new, w1_new*i1 + w2_new*i2 + 1*b1_new);
    STEP("5.2", out_h1_new, 1/(exp(-in_h1_new) + 1));
    STEP("5.1", in_h2_new, w3_new*i1 + w4_new*i2 + 1*b2_new);
    STEP("5.2", out_h2_new, 1/(exp(-in_h2_new) + 1));

    HEADING("again.output");
    STEP("5.3", in_O1_new, w5_new*out_h1_new + w6_new*out_h2_new + 1*b3_new);
    STEP("5.4", out_O1_new, 1/(exp(-in_O1_new) + 1));
    STEP("5.3", in_O2_new, w7_new*out_h1_new + w8_new*out_h2_new + 1*b4_new);
    STEP("5.4", out_O2_new, 1/(exp(-in_O2_new) + 1));

    HEADING("again.error");
    STEP("5.5", E_O1_new, 1./2*pow(O1 - out_O1_new, 2));
    STEP("5.5", E_O2_new, 1./2*pow(O2 - out_O2_new, 2));
    STEP("5.5", E_total_new, E_O1_new + E_O2_new);
}
