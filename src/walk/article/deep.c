/* Deep: the companion that gives (5.31) and (5.34) their numbers, for the article has none. The
 * article's network with a second hidden layer, hh, between h and O: h keeps w1 to w4, b1, b2; hh
 * has w9 to w12, b5, b6; O keeps w5 to w8, b3, b4 and reads out_hh1 and out_hh2. */
#include "walk/article/pages.h"
#include "walk/article/step.h"

static void forward(struct trace *const trace) {
    GIVEN(i1, i2, w1, w2, w3, w4, b1, b2);
    GIVEN(w5, w6, w7, w8, b3, b4, w9, w10, w11, w12, b5, b6);

    HEADING("deep.forward");
    STEP("5.1", in_h1, w1*i1 + w2*i2 + 1*b1);
    STEP("5.2", out_h1, 1/(exp(-in_h1) + 1));
    STEP("5.1", in_h2, w3*i1 + w4*i2 + 1*b2);
    STEP("5.2", out_h2, 1/(exp(-in_h2) + 1));

    HEADING("deep.forward-hh");
    STEP("5.1", in_hh1, w9*out_h1 + w10*out_h2 + 1*b5);
    STEP("5.2", out_hh1, 1/(exp(-in_hh1) + 1));
    STEP("5.1", in_hh2, w11*out_h1 + w12*out_h2 + 1*b6);
    STEP("5.2", out_hh2, 1/(exp(-in_hh2) + 1));

    HEADING("deep.forward-output");
    STEP("5.3", in_O1, w5*out_hh1 + w6*out_hh2 + 1*b3);
    STEP("5.4", out_O1, 1/(exp(-in_O1) + 1));
    STEP("5.3", in_O2, w7*out_hh1 + w8*out_hh2 + 1*b4);
    STEP("5.4", out_O2, 1/(exp(-in_O2) + 1));
}

static void error(struct trace *const trace) {
    GIVEN(O1, O2, out_O1, out_O2);

    HEADING("deep.error");
    STEP("5.5", E_O1, 1./2*pow(O1 - out_O1, 2));
    STEP("5.5", E_O2, 1./2*pow(O2 - out_O2, 2));
    STEP("5.5", E_total, E_O1 + E_O2);
}

static void error_terms(struct trace *const trace) {
    GIVEN(O1, O2, w5, w6, w7, w8, b3, b4, out_O1, out_O2);
    GIVEN(w9, w10, w11, w12, b5, b6, in_h1, in_h2, out_h1, out_h2);
    GIVEN(in_hh1, in_hh2, out_hh1, out_hh2);

    HEADING("deep.sigma-output");
    STEP("5.13", sigma_O1, -(O1 - out_O1)*out_O1*(1 - out_O1));
    STEP("5.13", sigma_O2, -(O2 - out_O2)*out_O2*(1 - out_O2));

    HEADING("deep.sigma-hh");
    STEP("5.28", sigma_hh1,
         PARTIAL(1./2*pow(O1 - 1/(exp(-(w5*(1/(exp(-in_hh1) + 1)) + w6*out_hh2 + 1*b3)) + 1), 2)
                 + 1./2*pow(O2 - 1/(exp(-(w7*(1/(exp(-in_hh1) + 1)) + w8*out_hh2 + 1*b4)) + 1), 2),
                 in_hh1),
         (sigma_O1*w5 + sigma_O2*w7)*out_hh1*(1 - out_hh1));
    STEP("5.28", sigma_hh2,
         PARTIAL(1./2*pow(O1 - 1/(exp(-(w5*out_hh1 + w6*(1/(exp(-in_hh2) + 1)) + 1*b3)) + 1), 2)
                 + 1./2*pow(O2 - 1/(exp(-(w7*out_hh1 + w8*(1/(exp(-in_hh2) + 1)) + 1*b4)) + 1), 2),
                 in_hh2),
         (sigma_O1*w6 + sigma_O2*w8)*out_hh2*(1 - out_hh2));

    HEADING("deep.sigma-h");
    STEP("5.28", sigma_h1,
         sigma_hh1*PARTIAL(w9*(1/(exp(-in_h1) + 1)) + w10*out_h2 + 1*b5, in_h1)
         + sigma_hh2*PARTIAL(w11*(1/(exp(-in_h1) + 1)) + w12*out_h2 + 1*b6, in_h1),
         (sigma_hh1*w9 + sigma_hh2*w11)*out_h1*(1 - out_h1));
    STEP("5.28", sigma_h2,
         sigma_hh1*PARTIAL(w9*out_h1 + w10*(1/(exp(-in_h2) + 1)) + 1*b5, in_h2)
         + sigma_hh2*PARTIAL(w11*out_h1 + w12*(1/(exp(-in_h2) + 1)) + 1*b6, in_h2),
         (sigma_hh1*w10 + sigma_hh2*w12)*out_h2*(1 - out_h2));
}

static void updates_of_h(struct trace *const trace) {
    GIVEN(i1, i2, w1, w2, w3, w4, b1, b2, alpha, out_h1, out_h2);
    GIVEN(w9, w10, w11, w12, sigma_h1, sigma_h2, sigma_hh1, sigma_hh2);

    HEADING("deep.update-h");
    STEP("5.28", dE_total_dw1, sigma_h1*i1);
    STEP("5.31", w1_new,
         w1 - alpha*dE_total_dw1,
         w1 + alpha*(-(sigma_hh1*w9 + sigma_hh2*w11))*out_h1*(1 - out_h1)*i1);
    STEP("5.28", dE_total_dw2, sigma_h1*i2);
    STEP("5.31", w2_new,
         w2 - alpha*dE_total_dw2,
         w2 + alpha*(-(sigma_hh1*w9 + sigma_hh2*w11))*out_h1*(1 - out_h1)*i2);
    STEP("5.28", dE_total_dw3, sigma_h2*i1);
    STEP("5.31", w3_new,
         w3 - alpha*dE_total_dw3,
         w3 + alpha*(-(sigma_hh1*w10 + sigma_hh2*w12))*out_h2*(1 - out_h2)*i1);
    STEP("5.28", dE_total_dw4, sigma_h2*i2);
    STEP("5.31", w4_new,
         w4 - alpha*dE_total_dw4,
         w4 + alpha*(-(sigma_hh1*w10 + sigma_hh2*w12))*out_h2*(1 - out_h2)*i2);

    HEADING("deep.update-h-biases");
    STEP("5.32", dE_total_db1, sigma_h1);
    STEP("5.34", b1_new,
         b1 - alpha*dE_total_db1,
         b1 + alpha*(-(sigma_hh1*w9 + sigma_hh2*w11))*out_h1*(1 - out_h1));
    STEP("5.32", dE_total_db2, sigma_h2);
    STEP("5.34", b2_new,
         b2 - alpha*dE_total_db2,
         b2 + alpha*(-(sigma_hh1*w10 + sigma_hh2*w12))*out_h2*(1 - out_h2));
}

static void updates_of_hh(struct trace *const trace) {
    GIVEN(alpha, w9, w10, w11, w12, b5, b6, out_h1, out_h2, sigma_hh1, sigma_hh2);

    HEADING("deep.update-hh");
    STEP("5.28", dE_total_dw9, sigma_hh1*out_h1);
    STEP("5.30", w9_new, w9 - alpha*dE_total_dw9);
    STEP("5.28", dE_total_dw10, sigma_hh1*out_h2);
    STEP("5.30", w10_new, w10 - alpha*dE_total_dw10);
    STEP("5.28", dE_total_dw11, sigma_hh2*out_h1);
    STEP("5.30", w11_new, w11 - alpha*dE_total_dw11);
    STEP("5.28", dE_total_dw12, sigma_hh2*out_h2);
    STEP("5.30", w12_new, w12 - alpha*dE_total_dw12);
    STEP("5.32", dE_total_db5, sigma_hh1);
    STEP("5.33", b5_new, b5 - alpha*dE_total_db5);
    STEP("5.32", dE_total_db6, sigma_hh2);
    STEP("5.33", b6_new, b6 - alpha*dE_total_db6);
}

static void updates_of_the_output(struct trace *const trace) {
    GIVEN(alpha, w5, w6, w7, w8, b3, b4, out_hh1, out_hh2, sigma_O1, sigma_O2);

    HEADING("deep.update-output");
    STEP("5.13", dE_total_dw5, sigma_O1*out_hh1);
    STEP("5.17", w5_new, w5 - alpha*dE_total_dw5);
    STEP("5.13", dE_total_dw6, sigma_O1*out_hh2);
    STEP("5.17", w6_new, w6 - alpha*dE_total_dw6);
    STEP("5.13", dE_total_dw7, sigma_O2*out_hh1);
    STEP("5.17", w7_new, w7 - alpha*dE_total_dw7);
    STEP("5.13", dE_total_dw8, sigma_O2*out_hh2);
    STEP("5.17", w8_new, w8 - alpha*dE_total_dw8);
    STEP("5.15", dE_total_db3, sigma_O1);
    STEP("5.19", b3_new, b3 - alpha*dE_total_db3);
    STEP("5.15", dE_total_db4, sigma_O2);
    STEP("5.19", b4_new, b4 - alpha*dE_total_db4);
}

static void forward_again(struct trace *const trace) {
    GIVEN(i1, i2, w1_new, w2_new, w3_new, w4_new, b1_new, b2_new);
    GIVEN(w9_new, w10_new, w11_new, w12_new, b5_new, b6_new);
    GIVEN(w5_new, w6_new, w7_new, w8_new, b3_new, b4_new);

    HEADING("deep.again");
    STEP("5.1", in_h1_new, w1_new*i1 + w2_new*i2 + 1*b1_new);
    STEP("5.2", out_h1_new, 1/(exp(-in_h1_new) + 1));
    STEP("5.1", in_h2_new, w3_new*i1 + w4_new*i2 + 1*b2_new);
    STEP("5.2", out_h2_new, 1/(exp(-in_h2_new) + 1));
    STEP("5.1", in_hh1_new, w9_new*out_h1_new + w10_new*out_h2_new + 1*b5_new);
    STEP("5.2", out_hh1_new, 1/(exp(-in_hh1_new) + 1));
    STEP("5.1", in_hh2_new, w11_new*out_h1_new + w12_new*out_h2_new + 1*b6_new);
    STEP("5.2", out_hh2_new, 1/(exp(-in_hh2_new) + 1));
    STEP("5.3", in_O1_new, w5_new*out_hh1_new + w6_new*out_hh2_new + 1*b3_new);
    STEP("5.4", out_O1_new, 1/(exp(-in_O1_new) + 1));
    STEP("5.3", in_O2_new, w7_new*out_hh1_new + w8_new*out_hh2_new + 1*b4_new);
    STEP("5.4", out_O2_new, 1/(exp(-in_O2_new) + 1));
}

static void error_again(struct trace *const trace) {
    GIVEN(O1, O2, out_O1_new, out_O2_new);

    STEP("5.5", E_O1_new, 1./2*pow(O1 - out_O1_new, 2));
    STEP("5.5", E_O2_new, 1./2*pow(O2 - out_O2_new, 2));
    STEP("5.5", E_total_new, E_O1_new + E_O2_new);
}

void page_deep(struct trace *const trace) {
    forward(trace);
    error(trace);
    error_terms(trace);
    updates_of_h(trace);
    updates_of_hh(trace);
    updates_of_the_output(trace);
    forward_again(trace);
    error_again(trace);
}
