/* Error: section 5.3 of the article, how far the outputs are from the targets, (5.5). */
#include "walk/article/pages.h"
#include "walk/article/step.h"

void page_error(struct trace *const trace) {
    GIVEN(O1, O2);
    GIVEN(out_O1, out_O2);

    HEADING("error");
    STEP("5.5", E_total,
         SUM(k, 1, 2, E_O[k]),
         LATER(E_O1 + E_O2),
         1./2*pow(O1 - out_O1, 2) + 1./2*pow(O2 - out_O2, 2));
    PLAN("5.5", E_total, LATER(E_O1 + E_O2));
    SLIP("5.5", "E3", E_O1,
         1./2*pow(O1 - out_O1, 2),
         1./2*pow(O2 - out_O2, 2));
    SLIP("5.5", "E3", E_O2,
         1./2*pow(O2 - out_O2, 2),
         1./2*pow(O1 - out_O1, 2));
}
