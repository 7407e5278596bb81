/* Hidden layer: the error goes back, on two paths, to the weights and biases between the inputs and
 * the hidden layer, (5.20) to (5.30), (5.32) and (5.33). */
#include "walk/article/pages.h"
#include "walk/article/step.h"

void page_hidden_layer(struct trace *const trace) {
    GIVEN(i1, i2, O1, O2);
    GIVEN(w1, w2, w3, w4, w5, w6, w7, w8);
    GIVEN(b1, b2, b3, b4, alpha);
    GIVEN(in_h1, in_h2, out_h1, out_h2, out_O1, out_O2, dout_O1_din_O1);
    GIVEN(dout_O2_din_O2, sigma_O1, sigma_O2);

    HEADING("hidden.w1");
    PLAN("5.20", dE_total_dw1,
         LATER(dE_total_dout_h1*dout_h1_din_h1*din_h1_dw1),
         PARTIAL(1./2*pow(O1 - 1/(exp(-(w5*(1/(exp(-(w1*i1 + w2*i2 + 1*b1)) + 1)) + w6*out_h2 + 1*b3)) + 1), 2)
                 + 1./2*pow(O2 - 1/(exp(-(w7*(1/(exp(-(w1*i1 + w2*i2 + 1*b1)) + 1)) + w8*out_h2 + 1*b4)) + 1), 2),
                 w1));
    PLAN("5.21", dE_total_dw1,
         LATER((dE_O1_dout_h1 + dE_O2_dout_h1)*dout_h1_din_h1*din_h1_dw1),
         (PARTIAL(1./2*pow(O1 - 1/(exp(-(w5*out_h1 + w6*out_h2 + 1*b3)) + 1), 2), out_h1)
          + PARTIAL(1./2*pow(O2 - 1/(exp(-(w7*out_h1 + w8*out_h2 + 1*b4)) + 1), 2), out_h1))
         *PARTIAL(1/(exp(-in_h1) + 1), in_h1)
         *PARTIAL(w1*i1 + w2*i2 + 1*b1, w1));
    PLAN("5.22", dE_total_dout_h1, LATER(dE_O1_dout_h1 + dE_O2_dout_h1));
    PLAN("5.23", dE_O1_dout_h1,
         LATER(dE_O1_din_O1*din_O1_dout_h1),
         PARTIAL(1./2*pow(O1 - 1/(exp(-(w5*out_h1 + w6*out_h2 + 1*b3)) + 1), 2), out_h1));

    HEADING("hidden.path-O1");
    STEP("", dE_O1_dout_O1,
         PARTIAL(1./2*pow(O1 - out_O1, 2), out_O1),
         -(O1 - out_O1));
    SLIP("5.24", "E4", dE_O1_din_O1,
         dE_O1_dout_O1*dout_O1_din_O1,
         PARTIAL(1./2*pow(O1 - out_O1, 2), out_O1)*dout_O1_din_O1,
         -(O1 - out_O1)*dout_O1_din_O1,
         out_O1*dout_O1_din_O1);
    AGAIN("", in_O1, w5*out_h1 + w6*out_h2 + 1*b3);
    STEP("5.25", din_O1_dout_h1,
         PARTIAL(w5*out_h1 + w6*out_h2 + 1*b3, out_h1),
         w5*pow(out_h1, 1 - 1) + 0 + 0,
         w5);
    STEP("5.26", dE_O1_dout_h1, dE_O1_din_O1*din_O1_dout_h1);

    HEADING("hidden.path-O2");
    STEP("", dE_O2_dout_O2,
         PARTIAL(1./2*pow(O2 - out_O2, 2), out_O2),
         -(O2 - out_O2));
    STEP("5.24", dE_O2_din_O2,
         dE_O2_dout_O2*dout_O2_din_O2,
         -(O2 - out_O2)*dout_O2_din_O2);
    STEP("5.25", din_O2_dout_h1,
         PARTIAL(w7*out_h1 + w8*out_h2 + 1*b4, out_h1),
         w7*pow(out_h1, 1 - 1) + 0 + 0,
         w7);
    STEP("5.27", dE_O2_dout_h1,
         dE_O2_din_O2*din_O2_dout_h1,
         -(O2 - out_O2)*dout_O2_din_O2*din_O2_dout_h1,
         -(O2 - out_O2)*out_O2*(1 - out_O2)*w7);

    HEADING("hidden.both-paths");
    STEP("5.22", dE_total_dout_h1, dE_O1_dout_h1 + dE_O2_dout_h1);

    HEADING("hidden.output-by-input");
    AGAIN("", out_h1, 1/(exp(-in_h1) + 1));
    STEP("", dout_h1_din_h1,
         PARTIAL(1/(exp(-in_h1) + 1), in_h1),
         out_h1*(1 - out_h1));

    HEADING("hidden.input-by-weight");
    STEP("", din_h1_dw1,
         PARTIAL(w1*i1 + w2*i2 + 1*b1, w1),
         pow(w1, 1 - 1)*i1 + 0 + 0,
         i1);

    HEADING("hidden.product");
    STEP("", dE_total_dw1, dE_total_dout_h1*dout_h1_din_h1*din_h1_dw1);

    HEADING("hidden.sigma");
    AGAIN("5.28", dE_total_dw1,
          dE_total_dout_h1*dout_h1_din_h1*din_h1_dw1,
          (dE_O1_dout_h1 + dE_O2_dout_h1)*dout_h1_din_h1*din_h1_dw1,
          SUM(k, 1, 2, dE_O[k]_dout_O[k]*dout_O[k]_din_O[k]*din_O[k]_dout_h1)
          *dout_h1_din_h1*din_h1_dw1,
          (dE_O1_dout_O1*dout_O1_din_O1*din_O1_dout_h1
           + dE_O2_dout_O2*dout_O2_din_O2*din_O2_dout_h1)*dout_h1_din_h1*din_h1_dw1,
          SUM(k, 1, 2, sigma_O[k]*w[2*k + 3])*out_h1*(1 - out_h1)*i1,
          (sigma_O1*w5 + sigma_O2*w7)*out_h1*(1 - out_h1)*i1,
          LATER(sigma_h1*i1));
    STEP("5.28", sigma_h1,
         SUM(k, 1, 2, sigma_O[k]*w[2*k + 3])*out_h1*(1 - out_h1),
         (sigma_O1*w5 + sigma_O2*w7)*out_h1*(1 - out_h1));

    HEADING("hidden.update");
    SLIP("5.29", "E5", w1_new,
         w1 - alpha*dE_total_dw1,
         w1 - 0.1*dE_total_dw1);
    AGAIN("5.30", w1_new,
          w1 - alpha*dE_total_dw1,
          w1 + alpha*(-SUM(k, 1, 2, sigma_O[k]*w[2*k + 3]))*out_h1*(1 - out_h1)*i1,
          w1 + alpha*(-(sigma_O1*w5 + sigma_O2*w7))*out_h1*(1 - out_h1)*i1);

    HEADING("hidden.w2");
    STEP("", din_h1_dw2,
         PARTIAL(w1*i1 + w2*i2 + 1*b1, w2),
         0 + pow(w2, 1 - 1)*i2 + 0,
         i2);
    STEP("", dE_total_dw2, dE_total_dout_h1*dout_h1_din_h1*din_h1_dw2);
    AGAIN("5.28", dE_total_dw2,
          (sigma_O1*w5 + sigma_O2*w7)*out_h1*(1 - out_h1)*i2,
          sigma_h1*i2);
    STEP("5.29", w2_new, w2 - alpha*dE_total_dw2);
    AGAIN("5.30", w2_new,
          w2 + alpha*(-(sigma_O1*w5 + sigma_O2*w7))*out_h1*(1 - out_h1)*i2);

    HEADING("hidden.h2");
    STEP("5.25", din_O1_dout_h2,
         PARTIAL(w5*out_h1 + w6*out_h2 + 1*b3, out_h2),
         0 + w6*pow(out_h2, 1 - 1) + 0,
         w6);
    STEP("5.26", dE_O1_dout_h2, dE_O1_din_O1*din_O1_dout_h2);
    STEP("5.25", din_O2_dout_h2,
         PARTIAL(w7*out_h1 + w8*out_h2 + 1*b4, out_h2),
         0 + w8*pow(out_h2, 1 - 1) + 0,
         w8);
    STEP("5.27", dE_O2_dout_h2, dE_O2_din_O2*din_O2_dout_h2);
    STEP("5.22", dE_total_dout_h2, dE_O1_dout_h2 + dE_O2_dout_h2);
    STEP("", dout_h2_din_h2,
         PARTIAL(1/(exp(-in_h2) + 1), in_h2),
         out_h2*(1 - out_h2));
    STEP("5.28", sigma_h2, (sigma_O1*w6 + sigma_O2*w8)*out_h2*(1 - out_h2));

    HEADING("hidden.w3");
    STEP("", din_h2_dw3,
         PARTIAL(w3*i1 + w4*i2 + 1*b2, w3),
         pow(w3, 1 - 1)*i1 + 0 + 0,
         i1);
    STEP("", dE_total_dw3, dE_total_dout_h2*dout_h2_din_h2*din_h2_dw3);
    AGAIN("5.28", dE_total_dw3,
          (sigma_O1*w6 + sigma_O2*w8)*out_h2*(1 - out_h2)*i1,
          sigma_h2*i1);
    STEP("5.29", w3_new, w3 - alpha*dE_total_dw3);
    AGAIN("5.30", w3_new,
          w3 + alpha*(-(sigma_O1*w6 + sigma_O2*w8))*out_h2*(1 - out_h2)*i1);

    HEADING("hidden.w4");
    STEP("", din_h2_dw4,
         PARTIAL(w3*i1 + w4*i2 + 1*b2, w4),
         0 + pow(w4, 1 - 1)*i2 + 0,
         i2);
    STEP("", dE_total_dw4, dE_total_dout_h2*dout_h2_din_h2*din_h2_dw4);
    AGAIN("5.28", dE_total_dw4,
          (sigma_O1*w6 + sigma_O2*w8)*out_h2*(1 - out_h2)*i2,
          sigma_h2*i2);
    STEP("5.29", w4_new, w4 - alpha*dE_total_dw4);
    AGAIN("5.30", w4_new,
          w4 + alpha*(-(sigma_O1*w6 + sigma_O2*w8))*out_h2*(1 - out_h2)*i2);

    HEADING("hidden.biases");
    STEP("5.32", dE_total_db1,
         SUM(k, 1, 2, sigma_O[k]*w[2*k + 3])*out_h1*(1 - out_h1),
         (sigma_O1*w5 + sigma_O2*w7)*out_h1*(1 - out_h1),
         sigma_h1);
    STEP("5.33", b1_new,
         b1 - alpha*dE_total_db1,
         b1 + alpha*(-SUM(k, 1, 2, sigma_O[k]*w[2*k + 3]))*out_h1*(1 - out_h1),
         b1 + alpha*(-(sigma_O1*w5 + sigma_O2*w7))*out_h1*(1 - out_h1));
    STEP("5.32", dE_total_db2,
         (sigma_O1*w6 + sigma_O2*w8)*out_h2*(1 - out_h2),
         sigma_h2);
    STEP("5.33", b2_new,
         b2 - alpha*dE_total_db2,
         b2 + alpha*(-(sigma_O1*w6 + sigma_O2*w8))*out_h2*(1 - out_h2));
}
