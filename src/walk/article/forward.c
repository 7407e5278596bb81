/* Forward: section 5.3 of the article from the inputs to the outputs, (5.1) to (5.4). */
#include "walk/article/pages.h"
#include "walk/article/step.h"

void page_forward(struct trace *const trace) {
    GIVEN(i1, i2);
    GIVEN(w1, w2, w3, w4, w5, w6, w7, w8);
    GIVEN(b1, b2, b3, b4);

    HEADING("forward.hidden");
    STEP("5.1", in_h1, w1*i1 + w2*i2 + 1*b1);
    STEP("5.2", out_h1, 1/(exp(-in_h1) + 1));

    SLIP("5.1", "E1", in_h2,
         w3*i1 + w4*i2 + 1*b2,
         w3*i1 + w4*i2 + 1*b1);
    STEP("5.2", out_h2, 1/(exp(-in_h2) + 1));

    HEADING("forward.output");
    STEP("5.3", in_O1, w5*out_h1 + w6*out_h2 + 1*b3);
    STEP("5.4", out_O1, 1/(exp(-in_O1) + 1));

    SLIP("5.3", "E2", in_O2,
         w7*out_h1 + w8*out_h2 + 1*b4,
         w7*out_h1 + w8*out_h2 + 1*b3);
    STEP("5.4", out_O2, 1/(exp(-in_O2) + 1));
}
