/* Cross-entropy: the other error that the article names, below (5.5), and its derivative, on the
 * outputs of the example; with the minus that both lines lack as printed (T3, T4). The article sums
 * over m samples, of which the example is one, and leaves out the sum over the outputs. */
#include "walk/article/pages.h"
#include "walk/article/step.h"

void page_cross_entropy(struct trace *const trace) {
    GIVEN(O1, O2);
    GIVEN(out_O1, out_O2);

    HEADING("cross-entropy");
    STEP("", m, 1);
    STEP("", E_O1,
         -1/m*SUM(i, 1, 1, O1*log(out_O1) + (1 - O1)*log(1 - out_O1)),
         -1/m*(O1*log(out_O1) + (1 - O1)*log(1 - out_O1)));
    STEP("", E_O2,
         -1/m*SUM(i, 1, 1, O2*log(out_O2) + (1 - O2)*log(1 - out_O2)),
         -1/m*(O2*log(out_O2) + (1 - O2)*log(1 - out_O2)));
    STEP("", E_total, SUM(k, 1, 2, E_O[k]), E_O1 + E_O2);

    HEADING("cross-entropy.derivative");
    STEP("", dE_total_dout_O1,
         PARTIAL(-1/m*(O1*log(out_O1) + (1 - O1)*log(1 - out_O1)) + E_O2, out_O1),
         -1/m*SUM(i, 1, 1, O1/out_O1 - (1 - O1)/(1 - out_O1)),
         -1/m*(O1/out_O1 - (1 - O1)/(1 - out_O1)));
    STEP("", dE_total_dout_O2,
         PARTIAL(E_O1 - 1/m*(O2*log(out_O2) + (1 - O2)*log(1 - out_O2)), out_O2),
         -1/m*SUM(i, 1, 1, O2/out_O2 - (1 - O2)/(1 - out_O2)),
         -1/m*(O2/out_O2 - (1 - O2)/(1 - out_O2)));

    HEADING("cross-entropy.cancels");
    STEP("", sigma_O1,
         dE_total_dout_O1*(out_O1*(1 - out_O1)),
         out_O1 - O1);
    STEP("", sigma_O2,
         dE_total_dout_O2*(out_O2*(1 - out_O2)),
         out_O2 - O2);
}
