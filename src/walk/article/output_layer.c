/* Output layer: the error goes back to the weights and biases between the hidden layer and the
 * outputs, (5.6) to (5.19). */
#include "walk/article/pages.h"
#include "walk/article/step.h"

void page_output_layer(struct trace *const trace) {
    GIVEN(O1, O2);
    GIVEN(w5, w6, w7, w8);
    GIVEN(b3, b4, alpha);
    GIVEN(out_h1, out_h2, in_O1, in_O2, out_O1, out_O2);

    HEADING("output.chain-rule");
    AGAIN("", E_total, 1./2*pow(O1 - out_O1, 2) + 1./2*pow(O2 - out_O2, 2));
    AGAIN("", out_O1, 1/(exp(-in_O1) + 1));
    AGAIN("", E_total,
          1./2*pow(O1 - 1/(exp(-in_O1) + 1), 2) + 1./2*pow(O2 - out_O2, 2));
    PLAN("", sigma_O1,
         LATER(dE_total_dout_O1*dout_O1_din_O1),
         PARTIAL(1./2*pow(O1 - 1/(exp(-in_O1) + 1), 2) + 1./2*pow(O2 - out_O2, 2), in_O1));

    HEADING("output.w5");
    PLAN("5.6", dE_total_dw5,
         LATER(dE_total_dout_O1*dout_O1_din_O1*din_O1_dw5),
         PARTIAL(1./2*pow(O1 - 1/(exp(-(w5*out_h1 + w6*out_h2 + 1*b3)) + 1), 2)
                 + 1./2*pow(O2 - out_O2, 2), w5));

    HEADING("output.error-by-output");
    AGAIN("5.7", E_total, 1./2*pow(O1 - out_O1, 2) + 1./2*pow(O2 - out_O2, 2));
    PLAN("5.7", dE_total_dout_O1,
         PARTIAL(1./2*pow(O1 - out_O1, 2) + 1./2*pow(O2 - out_O2, 2), out_O1));
    STEP("5.8", dE_total_dout_O1,
         2*1./2*pow(O1 - out_O1, 2 - 1)*(0 - 1) + 0,
         -(O1 - out_O1));

    HEADING("output.output-by-input");
    AGAIN("5.8", out_O1, 1/(exp(-in_O1) + 1));
    STEP("5.9", dout_O1_din_O1,
         PARTIAL(1/(exp(-in_O1) + 1), in_O1),
         out_O1*(1 - out_O1));

    HEADING("output.input-by-weight");
    AGAIN("5.10", in_O1, w5*out_h1 + w6*out_h2 + 1*b3);
    STEP("5.11", din_O1_dw5,
         PARTIAL(w5*out_h1 + w6*out_h2 + 1*b3, w5),
         1*pow(w5, 1 - 1)*out_h1 + 0 + 0,
         out_h1);

    HEADING("output.product");
    STEP("5.12", dE_total_dw5, dE_total_dout_O1*dout_O1_din_O1*din_O1_dw5);
    AGAIN("5.13", dE_total_dw5,
          dE_total_dout_O1*dout_O1_din_O1*din_O1_dw5,
          -(O1 - out_O1)*out_O1*(1 - out_O1)*out_h1,
          LATER(sigma_O1*out_h1));
    STEP("5.13", sigma_O1, -(O1 - out_O1)*out_O1*(1 - out_O1));

    HEADING("output.b3");
    AGAIN("", in_O1, w5*out_h1 + w6*out_h2 + 1*b3);
    STEP("5.14", din_O1_db3,
         PARTIAL(w5*out_h1 + w6*out_h2 + 1*b3, b3),
         0 + 0 + pow(b3, 1 - 1),
         1);
    STEP("5.15", dE_total_db3,
         dE_total_dout_O1*dout_O1_din_O1*din_O1_db3,
         -(O1 - out_O1)*out_O1*(1 - out_O1)*1,
         sigma_O1);
    AGAIN("5.15", sigma_O1, -(O1 - out_O1)*out_O1*(1 - out_O1));

    HEADING("output.update");
    STEP("5.16", w5_new, w5 - alpha*dE_total_dw5);
    AGAIN("5.17", w5_new,
          w5 - alpha*(-out_O1*(1 - out_O1)*(O1 - out_O1)*out_h1),
          w5 + alpha*(O1 - out_O1)*out_O1*(1 - out_O1)*out_h1);

    HEADING("output.w6");
    STEP("5.11", din_O1_dw6,
         PARTIAL(w5*out_h1 + w6*out_h2 + 1*b3, w6),
         0 + 1*pow(w6, 1 - 1)*out_h2 + 0,
         out_h2);
    STEP("5.12", dE_total_dw6, dE_total_dout_O1*dout_O1_din_O1*din_O1_dw6);
    AGAIN("5.13", dE_total_dw6,
          -(O1 - out_O1)*out_O1*(1 - out_O1)*out_h2,
          sigma_O1*out_h2);
    STEP("5.16", w6_new, w6 - alpha*dE_total_dw6);
    AGAIN("5.17", w6_new, w6 + alpha*(O1 - out_O1)*out_O1*(1 - out_O1)*out_h2);

    HEADING("output.w7");
    STEP("5.8", dE_total_dout_O2,
         PARTIAL(1./2*pow(O1 - out_O1, 2) + 1./2*pow(O2 - out_O2, 2), out_O2),
         -(O2 - out_O2));
    STEP("5.9", dout_O2_din_O2,
         PARTIAL(1/(exp(-in_O2) + 1), in_O2),
         out_O2*(1 - out_O2));
    STEP("5.11", din_O2_dw7,
         PARTIAL(w7*out_h1 + w8*out_h2 + 1*b4, w7),
         1*pow(w7, 1 - 1)*out_h1 + 0 + 0,
         out_h1);
    STEP("5.12", dE_total_dw7, dE_total_dout_O2*dout_O2_din_O2*din_O2_dw7);
    STEP("5.13", sigma_O2, -(O2 - out_O2)*out_O2*(1 - out_O2));
    AGAIN("5.13", dE_total_dw7,
          -(O2 - out_O2)*out_O2*(1 - out_O2)*out_h1,
          sigma_O2*out_h1);
    STEP("5.16", w7_new, w7 - alpha*dE_total_dw7);
    AGAIN("5.17", w7_new, w7 + alpha*(O2 - out_O2)*out_O2*(1 - out_O2)*out_h1);

    HEADING("output.w8");
    STEP("5.11", din_O2_dw8,
         PARTIAL(w7*out_h1 + w8*out_h2 + 1*b4, w8),
         0 + 1*pow(w8, 1 - 1)*out_h2 + 0,
         out_h2);
    STEP("5.12", dE_total_dw8, dE_total_dout_O2*dout_O2_din_O2*din_O2_dw8);
    AGAIN("5.13", dE_total_dw8,
          -(O2 - out_O2)*out_O2*(1 - out_O2)*out_h2,
          sigma_O2*out_h2);
    STEP("5.16", w8_new, w8 - alpha*dE_total_dw8);
    AGAIN("5.17", w8_new, w8 + alpha*(O2 - out_O2)*out_O2*(1 - out_O2)*out_h2);

    HEADING("output.bias-update");
    STEP("5.18", b3_new, b3 - alpha*dE_total_db3);
    AGAIN("5.19", b3_new,
          b3 - alpha*(-out_O1*(1 - out_O1)*(O1 - out_O1)),
          b3 + alpha*(O1 - out_O1)*out_O1*(1 - out_O1));

    HEADING("output.b4");
    STEP("5.14", din_O2_db4,
         PARTIAL(w7*out_h1 + w8*out_h2 + 1*b4, b4),
         0 + 0 + pow(b4, 1 - 1),
         1);
    STEP("5.15", dE_total_db4,
         dE_total_dout_O2*dout_O2_din_O2*din_O2_db4,
         -(O2 - out_O2)*out_O2*(1 - out_O2)*1,
         sigma_O2);
    STEP("5.18", b4_new, b4 - alpha*dE_total_db4);
    AGAIN("5.19", b4_new, b4 + alpha*(O2 - out_O2)*out_O2*(1 - out_O2));
}
