/* Answer file: what people type and what programs print is read; what cannot be read costs its
 * line. */
#include "suites.h"

#include "formula/notation.h"
#include "mark/answer_file.h"
#include "mark/expression.h"
#include "mark/typed.h"
#include "walk/walk.h"

#include <math.h>
#include <string.h>

static struct example example;
static struct walk walk;
static struct check check;
static struct check *const checks[] = {&check};
static struct answer_file file;
static struct error error;

static void start(const char *name) {
    ck_assert_msg(example_make(&example, name, NULL, 0, &error) &&
                      walk_make(&walk, &example, SLIPS_NONE, &error),
                  "%s", error.line);
    check_start(&check, &walk.trace, walk.shape);
    answer_file_start(&file, checks, 1, &example.shape);
}

static void end(void) {
    answer_file_free(&file);
    check_free(&check);
    walk_free(&walk);
    example_free(&example);
}

/* "name=what-was-read", in the order of the walk, then "reason". */
static void put_read(struct text *out) {
    text_puts(out, "");
    for (size_t q = 0; q < walk.trace.quantity_count; q++)
        if (check.own[q].answer.typed != NULL)
            text_printf(out, "%s=%s ", walk.trace.quantities[q].name, check.own[q].answer.typed);
    for (size_t i = 0; i < file.unread_count; i++)
        text_printf(out, "%s ", file.unread[i].reason);
}

static const struct {
    const char *file, *read;
} rows[] = {
    /* Characters */
    {"in_h1 ＝ 0.6", "in_h1=0.6 "},
    {"in_h1：0.6", "in_h1=0.6 "},
    {"in_h1 ≈ 0.6", "in_h1=0.6 "},
    {"in_h1 = ０．６", "in_h1=0.6 "},
    {"ｉｎ＿ｈ１ = 0.6", "in_h1=0.6 "},
    {"sigma_O2 = \xE2\x88\x92"
     "0.0204",
     "sigma_O2=-0.0204 "},
    {"sigma_O2 = –0.0204", "sigma_O2=-0.0204 "},
    {"sigma_O2 = - 0.0204", "sigma_O2=-0.0204 "},
    {"in_h1\xC2\xA0=\xC2\xA0"
     "0.6",
     "in_h1=0.6 "},
    {"\xE3\x80\x80in_h1\xE3\x80\x80=\xE3\x80\x80"
     "0.6",
     "in_h1=0.6 "},
    {"\xEF\xBB\xBFin_h1 = 0.6", "in_h1=0.6 "},
    {"in_h1 = 0.6\rin_h2 = 0.67\r", "in_h1=0.6 in_h2=0.67 "},
    {"in_h1 = 0.6\r\n\r\nin_h2 = 0.67", "in_h1=0.6 in_h2=0.67 "},

    /* Values */
    {"out_h1 = 3.8 × 10^-1", "out_h1=3.8e-1 "},
    {"out_h1 = 3.8*10^-1", "out_h1=3.8e-1 "},
    {"out_h1 = 3.8 x 10^(-1)", "out_h1=3.8e-1 "},
    {"out_h1 = 3.8·10⁻¹", "out_h1=3.8e-1 "},
    {"out_h1 = 3.8*10**-1", "out_h1=3.8e-1 "},
    {"out_h1 = 3.8E-01", "out_h1=3.8e-01 "},
    {"out_h1 = 0,3775", "out_h1=0.3775 "},
    {"out_h1 = 0,377", "out_h1=0.377 "},
    {"out_h1 = -1,38", "out_h1=-1.38 "},
    {"out_h1 = 1,234", "comma "},
    {"out_h1 = 1,234.5", "out_h1=1234.5 "},
    {"out_h1 = 1.234,5", "out_h1=1234.5 "},
    {"out_h1 = 64.57%", "out_h1=64.57e-2 "},
    {"out_h1 = 64.57 ％", "out_h1=64.57e-2 "},
    {"out_h1 = 0.6457;", "out_h1=0.6457 "},
    {"out_h1 = 0.6457,", "out_h1=0.6457 "},
    {"out_h1 = \"0.6457\"", "out_h1=0.6457 "},
    {"\"out_h1\" = “0.6457”", "out_h1=0.6457 "},
    {"out_h1 = +0.6457", "out_h1=0.6457 "},
    {"out_h1 = ~0.6457", "out_h1=0.6457 "},
    {"out_h1 = 0.6457 V", "out_h1=0.6457 "},
    {"out_h1 = 0.6457 (rounded)", "out_h1=0.6457 "},
    {"out_h1 = 0.6457 # a remark", "out_h1=0.6457 "},
    {"$out_{h1} = 0.6457$", "out_h1=0.6457 "},
    {"out_h1 =", "empty "},
    {"out_h1 = ?", "empty "},
    {"out_h1 = ？", "empty "},
    {"out_h1 = nan", "empty "},
    {"out_h1 = 1e999", "number "},
    {"out_h1 = w1*", "number "},
    {"out_h1 = about half", "number "},

    /* Working */
    {"in_h1 = 0.1*0.1 + 0.2*0.2 + 0.55", "in_h1=0.6 "},
    {"in_h1 = 0.1*0.1 + 0.2*0.2 + 0.55 = 0.6", "in_h1=0.6 "},
    {"in_h1 = w1*i1 + w2*i2 + b1 = 0.01 + 0.04 + 0.55 = 0.60", "in_h1=0.60 "},
    {"in_h1 = 0.1*0.1 + 0.2*0.2 = 0.6", "in_h1=0.6 working "},
    {"out_h1 = 1/(1 + e^-0.6) = 0.6457", "out_h1=0.6457 "},
    {"out_h1 = 1/(1 + exp(-0.6)) = 0.6457", "out_h1=0.6457 "},

    {"out_h1 = 1/(1 + e^-0.6)", "out_h1=0.6456563062 "},
    {"out_h1 = 1/(1 + exp(-z_h1))", "out_h1=0.6456563062 "},
    {"w6_new = w6 - η*0.0838", "w6_new=0.5581 "},
    {"w6_new = 0,6 - 0,5*0,0838", "w6_new=0.5581 "},
    {"w6+ = w6 - 0.5*dE/dw6", "w6_new=0.5580842153 "},
    {"w6_new = w6 - 0.5*∂E/∂w6 = 0.5581", "w6_new=0.5581 "},
    {"sigma_h2 = 2*delta_O1/delta_h1", "sigma_h2=22.5655532356 "},
    {"w6_new = dE/", "number "},
    {"w6_new = dE/d", "number "},
    {"w6_new = 0.6 - 0.5 x 0.0838", "w6_new=0.5581 "},
    {"E_O1 = ½(0.01 - 0.7989)²", "E_O1=0.311181605 "},
    {"E_O1 = 0.5(0.01 - 0.7989)(0.01 - 0.7989)", "E_O1=0.311181605 "},
    {"E_O1 = 0.5*pow(0.01 - 0.7989,2)", "E_O1=0.311181605 "},
    {"in_h1 = 0.6kg", "in_h1=0.6 "},
    {"in_h1 = 0.6em", "in_h1=0.6 "},
    {"w6_new = 1,234*2", "number "},

    /* Names */
    {"w5+ = 0.459", "w5_new=0.459 "},
    {"w5' = 0.459", "w5_new=0.459 "},
    {"w5⁺ = 0.459", "w5_new=0.459 "},
    {"w_5_new = 0.459", "w5_new=0.459 "},
    {"new w5 = 0.459", "w5_new=0.459 "},
    {"w5 updated = 0.459", "w5_new=0.459 "},
    {"IN_h1 = 0.6", "in_h1=0.6 "},
    {"net_h1 = 0.6", "in_h1=0.6 "},
    {"out_o1 = 0.8", "out_O1=0.8 "},
    {"z_h1 = 0.6", "in_h1=0.6 "},
    {"a_h1 = 0.65", "out_h1=0.65 "},
    {"δ_O1 = 0.1267", "sigma_O1=0.1267 "},
    {"delta_h1 = 0.0112", "sigma_h1=0.0112 "},
    {"da_h1/dz_h1 = 0.2288", "dout_h1_din_h1=0.2288 "},
    {"∂E/∂w5 = 0.0818", "dE_total_dw5=0.0818 "},
    {"dE/dw_5 : 0.0818", "dE_total_dw5=0.0818 "},
    {"$\\frac{\\partial E}{\\partial w_{5}} = 0.0818$", "dE_total_dw5=0.0818 "},
    {"dw5 = 0.0818", "dE_total_dw5=0.0818 "},
    {"E = 0.3226", "E_total=0.3226 "},
    {"E1 = 0.3112", "E_O1=0.3112 "},
    {"(5.1) in_h1 = 0.6", "in_h1=0.6 "},
    {"1. in_h1 = 0.6", "in_h1=0.6 "},
    {"12 in_h1 = 0.6", "name "},
    {"in_h1 ==0.6", "in_h1=0.6 "},
    {"- in_h1 = 0.6", "in_h1=0.6 "},
    {"in_h1 0.6", "in_h1=0.6 "},
    {"in_h1 := 0.6", "in_h1=0.6 "},
    {"din_h1_db1 = 1", "name "},
    {"in_h9 = 1", "name "},
    {"= 1", "line "},
    {"hello", "line "},
    {"in_h1 = 0.6\nin_h1 = 0.60", "in_h1=0.6 "},
    {"in_h1 = 0.6\nin_h1 = 0.7\nout_h1 = 0.65", "out_h1=0.65 twice twice "},
    {"in_h1 = 0.6\nin_h2 = \xFF\nout_h1 = 0.65", "in_h1=0.6 out_h1=0.65 encoding "},
    {"# nothing yet\n", "nothing "},
    {"", "nothing "},

    /* Tables */
    {"name,value\nin_h1,0.6\nin_h2,0.67\n", "in_h1=0.6 in_h2=0.67 "},
    {"name\tvalue\nin_h1\t0.6\n", "in_h1=0.6 "},
    {"value;step;name\n0,6;5.1;in_h1\n", "in_h1=0.6 "},
    {"name,value\nin_h1,\"0,6\"\n", "in_h1=0.6 "},
    {"名称,值\nin_h1,0.6\n", "in_h1=0.6 "},
    {"名称,值,迭代\nin_h1,0.6,1\nin_h1,0.7,2\n", "in_h1=0.6 iteration "},
    {"in_h1,0.6\nin_h2,0.67\n", "in_h1=0.6 in_h2=0.67 "},
    {"in_h1\t0.6\n", "in_h1=0.6 "},
    {"in_h1;0,6\n", "in_h1=0.6 "},
    {"| name | value |\n|---|---|\n| in_h1 | 0.6 |\n", "in_h1=0.6 "},
    {"student,in_h1,in_h2\nAnna,0.6,0.67\n", "in_h1=0.6 in_h2=0.67 "},
    {"name,value\nin_h1\n", "line "},
    {"name,iteration,value\nin_h1,1,0.6\nin_h2,1\n", "in_h1=0.6 line "},
    {"name,value,iteration\nin_h1,0.6,1\nin_h1,0.7,2\n", "in_h1=0.6 iteration "},
    {"name,value,iteration\nin_h1,0.7,12\nin_h1,0.6,1\n", "in_h1=0.6 iteration "},
    {"iteration,in_h1,in_h2\n2,0.7,0.8\n1,0.6,0.67\n", "in_h1=0.6 in_h2=0.67 iteration iteration "},

    /* Iterations */
    {"iteration 1\nin_h1 = 0.6\niteration 2\nin_h1 = 0.7\n", "in_h1=0.6 iteration "},
    {"in_h1 = 0.6\n## Iteration 2:\nin_h1 = 0.7\n", "in_h1=0.6 iteration "},
    {"in_h1 = 0.6\n--- ITERATION_2 ---\nin_h1 = 0.7\n", "in_h1=0.6 iteration "},
    {"in_h1 = 0.6\niteration = 2\nin_h1 = 0.7\n", "in_h1=0.6 iteration "},
    {"in_h1 = 0.6\n第 2 次迭代\nin_h1 = 0.7\n", "in_h1=0.6 iteration "},
    {"in_h1 = 0.6\n# iteration 2 is to come\nin_h2 = 0.7\n", "in_h1=0.6 in_h2=0.7 "},
    {"iteration 2\nin_h1 = 0.7\niteration 1\nin_h1 = 0.6\n", "in_h1=0.6 iteration "},

    /* Programs */
    {"{\"in_h1\": 0.6, \"in_h2\": 6.7e-1}", "in_h1=0.6 in_h2=6.7e-1 "},
    {"{\"1\": {\"in_h1\": 0.6}, \"2\": {\"in_h1\": 0.7}}", "in_h1=0.6 iteration "},
    {"{\"iteration 1\": {\"in_h1\": 0.6}, \"iteration_2\": {\"forward\": {\"in_h1\": 0.7}}}",
     "in_h1=0.6 iteration "},
    {"[{\"iteration\": 2, \"in_h1\": 0.7}, {\"iteration\": 1, \"in_h1\": 0.6}]",
     "in_h1=0.6 iteration "},
    {"{\"iterations\": [{\"in_h1\": 0.6}, {\"in_h1\": 0.7}], \"in_h2\": 0.67}",
     "in_h1=0.6 in_h2=0.67 iteration "},
    {"{\"forward\": {\"in_h1\": 0.6,\n \"nobody\": 1, \"in_h2\": null}}", "in_h1=0.6 name empty "},
    {"[{\"name\": \"in_h1\", \"value\": 0.6}]", "in_h1=0.6 "},
    {"{\"steps\": [{\"name\": \"in_h1\", \"value\": 0.6, \"equation\": \"5.1\"}]}", "in_h1=0.6 "},
    {"{\"W1_new\": [[0.1, 0.2], [0.3, 0.4]]}", "w1_new=0.1 w2_new=0.2 w3_new=0.3 w4_new=0.4 "},
    {"{\"out_h\": [0.6457, 0.6615]}", "out_h1=0.6457 out_h2=0.6615 "},
    {"{\"in_h1\": 0.6, \"in_h2\"", "in_h1=0.6 json "},
    {"W1_new = [[0.1, 0.2], [0.3, 0.4]]", "w1_new=0.1 w2_new=0.2 w3_new=0.3 w4_new=0.4 "},
    {"W1_new = [[0.1 0.2]\n [0.3 0.4]]\nin_h1 = 0.6",
     "in_h1=0.6 w1_new=0.1 w2_new=0.2 w3_new=0.3 w4_new=0.4 "},
    {"dW2 = tensor([[0.1, 0.2],\n        [0.3, 0.4]], dtype=torch.float64)",
     "dE_total_dw5=0.1 dE_total_dw6=0.2 dE_total_dw7=0.3 dE_total_dw8=0.4 "},
    {"B1_new = array([0.5, 0.6])", "b1_new=0.5 b2_new=0.6 "},
    {"W1_new = [[0.1, 0.2]]", "matrix "},
    {"W9 = [1, 2]", "matrix "},
    {"{'in_h1': 0.6, 'out_h1': None, 'in_h2': np.float64(0.67),}", "in_h1=0.6 in_h2=0.67 empty "},
    {"{'W1_new': array([[0.1, 0.2],\n       [0.3, 0.4]], dtype=float32), 'in_h1': nan}",
     "w1_new=0.1 w2_new=0.2 w3_new=0.3 w4_new=0.4 empty "},
    {"{\n  in_h1: 0.6,\n  '∂E/∂w5': 0.0818,\n  out_h: [ 0.6457, 0.6615 ],\n  x: { out_O1: undefined }\n}",
     "in_h1=0.6 out_h1=0.6457 out_h2=0.6615 dE_total_dw5=0.0818 empty "},
    {"{\"\\u2202E/\\u2202w5\": 0.0818, \"\\uD800\": 1}", "dE_total_dw5=0.0818 name "},
    {"{\"in_h1\": 0.6, \"in_h1\": 0.7, \"in_h2\": 0.67}", "in_h2=0.67 twice twice "},
    {"{\"in_h1\": f(f(0.6", "json "},

    /* Edges */
    {"name,note\nin_h1,0.6\n", "in_h1=0.6 name "},
    {"student,in_h1,\nAnna,0.6,\n", "name name "},
    {"name,value,iteration\nin_h1,0.6,x\n", "in_h1=0.6 "},
    {"student,in_h1,in_h2\nAnna,0.6,0.67,9\n", "in_h1=0.6 in_h2=0.67 "},
    {"value,name\n0.6\n", "line "},
    {"name,network,value\nin_h1,2-3-2,0.6\nin_h2,2-2-2,0.67\n", "in_h2=0.67 "},
    {"(a) in_h1 = 0.6", "name "},
    {"(\n(5.1 in_h1 = 0.6", "line name "},
    {"12\n3) in_h1 = 0.6", "in_h1=0.6 line "},
    {"12 in_h1 = 0.6", "name "},
    {"* in_h1 = 0.6\n-in_h2 = 0.67\n-\n", "in_h1=0.6 in_h2=0.67 line "},
    {"in_h1 | 0.6\n| in_h2 | 0.67\n|\n", "in_h1=0.6 in_h2=0.67 line "},
    {"W1_new = [[0.1 0.2]\n\n [0.3 0.4]\n]\nin_h1 = 0.6",
     "in_h1=0.6 w1_new=0.1 w2_new=0.2 w3_new=0.3 w4_new=0.4 "},
    {"out_h = [0.6457\n nan]\n", "matrix "},
    {"out_h = [0.6457, null]\n", "matrix "},
    {"out_h = [0.6457, 0.6615], of both\n", "out_h1=0.6457 out_h2=0.6615 "},
    {"out_h = [0.6457, 0.6615] ?\n", "matrix "},
    {"out_h = [], dtype\n", "matrix "},
    {"out_h = [)\n", "matrix "},
    {"in_h1,\"0.6\n\"\nin_h2,0.67\n", "in_h1=0.6 in_h2=0.67 "},
    {"{\nin_h1 = 0.6\n}\n", "in_h1=0.6 "},
    {"[0.6, 0.7]\nin_h1 = 0.6\n", "in_h1=0.6 name "},
    {"iteration 123456\nin_h1 = 0.6\n", "in_h1=0.6 name "},
    {"in_h1 = 0.6\nin_h1 = 0.7\nin_h1 = 0.8\n", "twice twice twice "},
    {"in_h1 = 0.1*6\nin_h1 = 0.1*7\n", "twice twice "},
    {"in_h1 = about half = 0.6", "in_h1=0.6 "},
    {"B1_new = [x, 0.6]", "matrix "},
    {"B1_new = [0.5, ?]", "matrix "},
    {"$in_h1 = 0.6 \\quad", "in_h1=0.6 "},
    {"in_h1 = 0.6\\, \\cdot 1", "in_h1=0.6 "},
    {"in_h1 = 1.2,3,4", "number "},
    {"in_h1 = ,123", "in_h1=.123 "},
    {"in_h1 = 12,345", "comma "},
    {"out_h1 = 3.8 X 10^-1", "out_h1=3.8e-1 "},
    {"in_h1 = 0.06*10*1", "in_h1=0.6 "},
    {"in_h1 = 0.06*10**", "number "},
    {"in_h1 = 6*10^(-1", "number "},
    {"in_h1 = 6*10^(-1*1)", "in_h1=0.6 "},
    {"in_h1 = 0.6 e", "in_h1=0.6 "},
    {"in_h1 = 0.6é", "in_h1=0.6 "},
    {"in_h1 = 0.6 -", "number "},
    {"in_h1 = \"\"\nin_h2 = +\n", "number number "},
    {"in_h1 = 6e1%", "number "},
    {"in_h1 = x%", "number "},
    {"in_h1 = .%", "number "},
    {"in_h1 = 0.6 e5", "number "},
    {"in_h1 = 0.6e)", "number "},
    {"{\"in_h1\": 0.6, \"x\\n\": 1}", "in_h1=0.6 name "},
    {"w6_new = 1.234,5*0,5", "number "},
    {"{\"in_h1\": 0.6", "in_h1=0.6 json "},
    {"{\"in_h1", "json "},
    {"{\"in_h1\\", "json "},
    {"{\"in_h1\": 0.6, \"x\\ny\": 1, \"\\u20\": 2, \"\\uZZZZ\": 3}", "in_h1=0.6 name name name "},
    {"{\"in_h1\": 0.6, ,}", "in_h1=0.6 json "},
    {"{\"in_h1\" 0.6}", "json "},
    {"{\"in_h1\": 0.6 \"in_h2\": 0.67}", "in_h1=0.6 json "},
    {"{\"network\": {\"in_h1\": 0.6}}", "in_h1=0.6 "},
    {"{\"network\": \"2-3-2\", \"in_h1\": 0.6}", "nothing "},
    {"[{\"in_h1\": 0.6}, ", "in_h1=0.6 json "},
    {"{\"in_h1\": f", "number json "},
    {"zzz = 1\nin_h1 = 0.6\n", "in_h1=0.6 name "},
    {"the_weighted_sum_of_the_first_neuron_of_the_hidden_layer_of_this_network = 0.6\n", "name "},
    {"{in_h1 = 0.6\nin_h2 : 0.67", "in_h1=0.6 in_h2=0.67 "},
    {"{: 0.6", "line "},

    /* What is no answer costs itself alone */
    {"in_h1 = 0.6\nmy note [unfinished\nin_h2 = 0.67\n", "in_h1=0.6 in_h2=0.67 line "},
    {"out_h1 = [0.6457\nin_h2 = 0.67\n", "in_h2=0.67 matrix "},
    {"in_h1 = 0.6 \"inch\nin_h2 = 0.67\n", "in_h1=0.6 in_h2=0.67 "},
    {"name,value\n\"in\nh2\",0.67\n\"out_h1\",\"0.64\n57\"\nin_h1,0.6\n",
     "in_h1=0.6 in_h2=0.67 number "},
    {"name,value\n\"in_h2,0.67\nin_h1,0.6\n", "in_h1=0.6 in_h2=0.67 "},
    {"вес = 1\nin_h1 = 0.6\n", "in_h1=0.6 name "},
    {"in_h1 = 零点六\nin_h2 = ٠٫٦٧\n", "in_h2=0.67 number "},
    {"E_total = 1e\nin_h1 = 0.6\n", "in_h1=0.6 number "},
    {"in_h1 = 10^400\nin_h2 = 1/0\nout_h1 = inf\nout_h2 = NaN\nE_O1 = -1e400\n",
     "number number number empty number "},
    {"in_h1 = 0.6\n\xEF\xBB\xBFin_h2 = 0.67\nout_h1\xEF\xBB\xBF = 0.6457\n",
     "in_h1=0.6 out_h1=0.6457 in_h2=0.67 "},
    {"IN_H1 = 0.6\nin_h1 = 0.61\nin_h2 = 0.67\n", "in_h2=0.67 twice twice "},
    {"PK\x03\x04 in_h1 = 0.6\n", "binary "},
    {"%PDF-1.7\nin_h1 = 0.6\n", "binary "},
    {"in_h1 = 0.6\x01\nin_h2 = \x02\nout_h1 = 0.6457\n", "in_h1=0.6 out_h1=0.6457 empty "},
    {"in_h1 = 0.6\n\x01\x02\x03\n", "in_h1=0.6 line "},
    {"in_h1 = 0.6\n\x01\x02\x03\x04\n", "binary "},
    {"in_h1\t0.6\nin_h2\t0.67\nout_h1\t0.6457\nout_h2\t0.6615\n",
     "in_h1=0.6 out_h1=0.6457 in_h2=0.67 out_h2=0.6615 "},
    {"{\\rtf1 in_h1 = 0.6}\n", "binary "},
    {"\xD0\xCF\x11\xE0 in_h1 = 0.6\n", "binary "},

    /* Words of headers */
    {"names,values\nin_h1,0.6\n", "in_h1=0.6 "},
    {"QUANTITY;given\nin_h1;0.6\n", "in_h1=0.6 "},
    {"symbol|yours\nin_h1|0.6\n", "in_h1=0.6 "},
    {"variable,answer\nin_h1,0.6\n", "in_h1=0.6 "},
    {"answers,name\n0.6,in_h1\n", "in_h1=0.6 "},
    {"result,name\n0.6,in_h1\n", "in_h1=0.6 "},
    {"数值,变量名\n0.6,in_h1\n", "in_h1=0.6 "},
    {"name,value,note\nin_h1,0.6,9\n", "in_h1=0.6 "},
    {"name,value,answer\nin_h1,0.6,9\n", "in_h1=0.6 "},
    {"name,value,Iteration\nin_h1,0.6,1\nin_h1,0.7,2\n", "in_h1=0.6 iteration "},
    {"in_h1,in_h2\n0.6,0.67\n", "in_h1=0.6 in_h2=0.67 "},
    {"student,in_h1,,in_h2\nAnna,0.6,9,0.67\n", "in_h1=0.6 in_h2=0.67 "},
    {"student,in_h1,in_h2,sum\nAnna,0.6,0.67,1\n", "name name "},
    {"student,in_h1,in_h2\nAnna,0.6\n", "in_h1=0.6 "},
    {"student,nobody,in_h2\nAnna,0.6,0.67\n", "name name "},
    {"迭代,in_h1,in_h2\n2,0.7,0.8\n1,0.6,0.67\n", "in_h1=0.6 in_h2=0.67 iteration iteration "},

    /* Cells */
    {"name,value\nin_h1, \"0,6\"\n", "in_h1=0.6 "},
    {"name,value\nin_h1,\"\nin_h2,0.67\n", "in_h2=0.67 number "},
    {"name,value\nin_h1,\"\"\n", "empty "},
    {"name,value\nin_h1,\" 0.6 \"\n", "in_h1=0.6 "},
    {"name,value\nin_h1,0.6 # \"a\n", "in_h1=0.6 "},
    {"name,value\nin_h1,\"0.6#\",7\n", "in_h1=0.6 "},
    {"name,note,value\nin_h1,\"\",\"0.6\"\n", "in_h1=0.6 "},
    {"\"name\",\"va\nlue\"\nin_h1,0.6\n", "in_h1=0.6 name "},
    {"name,value\nin_h1,\n", "empty "},
    {"in_h1|0,6\nin_h2;0,67\nout_h1\t0,6457\n", "in_h1=0.6 out_h1=0.6457 in_h2=0.67 "},
    {"name,value\nin_h1 = 0.6\nin_h2,0.67\nout_h1 0.6457\n", "in_h1=0.6 out_h1=0.6457 in_h2=0.67 "},
    {"|---|:-:|\n---\n--\n", "line "},
    {"| in_h1 | 0.6\nin_h2 | 0.67 |\n", "in_h1=0.6 in_h2=0.67 "},

    /* Lines */
    {"E 0.3226\n", "E_total=0.3226 "},
    {"hello \n", "line "},
    {"sigma_O2 -0.0204\nin_h1 ?\nin_h2 .67\n", "in_h2=.67 sigma_O2=-0.0204 empty "},
    {"3) in_h1 = 0.6\n(5.1) in_h2 = 0.67\n(5.2 out_h1 = 0.6457\n", "in_h1=0.6 in_h2=0.67 name "},
    {"in_h1=\n", "empty "},
    {"in_h1 == 0.6\nin_h2 =: 0.67\n", "in_h1=0.6 number "},
    {"W1_new = [\n0.1 0.2\n0.3 0.4\n]\n", "w1_new=0.1 w2_new=0.2 w3_new=0.3 w4_new=0.4 "},
    {"out_h = [0.6457\nin_h2 = 0.67\nx]\n", "out_h1=0.6457 in_h2=0.67 line "},
    {"out_h = [0.6,\nnan\n]\n", "matrix "},
    {"out_h = [0.6,\n  inf]\n", "matrix "},
    {"out_h = [0.6457,\n  \n .6615\n]\n", "out_h1=0.6457 out_h2=.6615 "},
    {"out_h = [0.6457,\n# of h2\n 0.6615]\n", "out_h1=0.6457 line "},
    {"x = \"\nin_h1 = 0.6\ny = \"\n", "in_h1=0.6 name name "},

    /* Iterations */
    {"iteration 100005\nin_h1 = 0.6\n", "in_h1=0.6 name "},
    {"iteration 99995\nin_h1 = 0.6\n", "iteration "},
    {"第2次\nin_h1 = 0.7\n", "iteration "},
    {"迭代 2\nin_h1 = 0.7\n", "iteration "},
    {"[Iteration (2)]\nin_h1 = 0.7\n", "iteration "},
    {"iteration\nin_h1 = 0.6\n", "in_h1=0.6 line "},
    {"iteration 0\nin_h1 = 0.6\n", "in_h1=0.6 name "},
    {"name,value,iteration\nin_h1,0.7,第 2 次迭代\nin_h2,0.67,\n", "in_h2=0.67 iteration "},

    /* Values */
    {"in_h1 = -\nin_h2 = N/A\nout_h1 = None\nout_h2 = undefined\nE_O1 = ??\nE_O2 = nulls\n",
     "empty empty empty empty empty number "},
    {"in_h1 = 0.6\nin_h1 = 0.600000000000004\n", "in_h1=0.6 "},
    {"in_h1 = 0.6\nin_h1 = 0.60000000000001\n", "twice twice "},
    {"in_h1 = 1e-300\nin_h1 = 2e-300\n", "twice twice "},
    {"in_h1 = in_h1\n", "number "},
    {"in_h1 = 0.6\nin_h1 = in_h1\n", "in_h1=0.6 number "},
    {"in_h1 = out_h1\n", "number "},
    {"out_h1 = 0.6\nin_h1 = out_h1\n", "in_h1=0.6 out_h1=0.6 "},
    {"out_h1 = in_h1\n", "out_h1=0.6 "},
    {"in_h1 = 0.6,;\n", "in_h1=0.6 "},
    {"in_h1 = e\n", "in_h1=2.7182818285 "},
    {"in_h1 = dE/dw5/dE/dw5\n", "number "},
    {"w5_new = dE/dw5/2 + d/2\n", "number "},
    {"w5_new = 2*dE/dw5\n", "w5_new=0.16364663 "},

    /* Working: to the last digit of what stands behind it, rounded or cut off, and what rounded
     * numbers may be off */
    {"in_h1 = 1/3 = 0.333\n", "in_h1=0.333 "},
    {"in_h1 = 1/3 = 0.334\n", "in_h1=0.334 working "},
    {"in_h1 = 1/2.99 = 0.334\n", "in_h1=0.334 "},
    {"in_h1 = 2/3 = 0.67\n", "in_h1=0.67 "},
    {"in_h1 = 2/3 = 0.66\n", "in_h1=0.66 "},
    {"in_h1 = 2/3 = 0.65\n", "in_h1=0.65 working "},
    {"in_h1 = 2/3 = 0.668\n", "in_h1=0.668 working "},
    {"in_h1 = -2/3 = -0.666\n", "in_h1=-0.666 "},
    {"in_h1 = -2/3 = 0.666\n", "in_h1=0.666 working "},
    {"in_h1 = 1.001/3 = 0.3335\n", "in_h1=0.3335 "},
    {"in_h1 = 1.001/3 = 0.3334\n", "in_h1=0.3334 working "},
    {"in_h1 = 7.6/2 = 3\n", "in_h1=3 working "},
    {"in_h1 = 2/3 = 3/5 = 0.6\n", "in_h1=0.6 working "},
    {"in_h1 = 0.333*300 = 100.00\n", "in_h1=100.00 "},
    {"in_h1 = 0.33*300 = 99.15\n", "in_h1=99.15 working "},
    {"in_h1 = 333*300 = 100000\n", "in_h1=100000 working "},
    {"in_h1 = 1 = 0.333*3 = 0.999\n", "in_h1=0.999 "},
    {"in_h1 = 0.1+0.2 = 0.3*1 = 0.3\n", "in_h1=0.3 "},
    {"in_h1 = 0.1+0.2 = 0.31*1 = 0.31\n", "in_h1=0.31 working "},
    {"in_h1 = 1 = 1.005*1 = 1.00\n", "in_h1=1.00 working "},

    /* JSON */
    {"{w5+: 0.459, in_h1: 0.6}", "in_h1=0.6 w5_new=0.459 "},
    {"{ w_5_new :0.459}", "w5_new=0.459 "},
    {"[ {\"in_h1\": 0.6}]", "in_h1=0.6 "},
    {"[\"in_h1\", 0.6]", "in_h1=0.6 "},
    {"{\"\\u03C3_O1\": 0.1267, \"\\u03c3_h1\": 0.0112}", "sigma_O1=0.1267 sigma_h1=0.0112 "},
    {"{\"\\uFF49n_h1\": 0.6, \"\\u0069n_h2\": 0.67}", "in_h1=0.6 in_h2=0.67 "},
    {"{\"text\": \"5\", \"value\": 9, \"in_h1\": 0.6}", "in_h1=0.6 "},
    {"{\"name\": \"Anna\", \"in_h1\": 0.6}", "in_h1=0.6 name "},
    {"{\"out_h\": [{\"in_h1\": 0.6}]}", "in_h1=0.6 "},
    {"[{\"network\": \"2-3-2\", \"in_h1\": 0.6}, {\"in_h2\": 0.67}]", "in_h2=0.67 "},
    {"{\"iteration 2\": {\"in_h1\": 0.7}, \"in_h2\": 0.67}", "in_h2=0.67 iteration "},
    {"{\"iterations\": [{\"in_h1\": 0.6}], \"in_h2\": 0.67}", "in_h1=0.6 in_h2=0.67 "},
    {"{\"a\\\"b\": 1, \"in_h1\": 0.6}", "in_h1=0.6 name "},
    {"{'in_h1': f(0.6), 'in_h2': g(0.67, 'x')}", "in_h1=0.6 in_h2=0.67 "},
    {"{\"in_h1\": 0.6} and more", "in_h1=0.6 "},

    /* Matrices and layers */
    {"out_h1 = [0.6457]\n", "matrix "},
    {"out_h = [0.6457, 0.6615]#x\n", "out_h1=0.6457 out_h2=0.6615 "},
    {"out_h = [0.6457, 0.6615, 0.7]\n", "out_h1=0.6457 out_h2=0.6615 matrix "},
    {"B1_new = [0.5, 0.6, 0.7]\n", "matrix "},
    {"W1_new = [[1e-1 +2E-1], [.3; -4.]]\n", "w1_new=1e-1 w2_new=2e-1 w3_new=.3 w4_new=-4. "},
    {"dB2 = [0.1, 0.2]\n", "dE_total_db3=0.1 dE_total_db4=0.2 "},
};

START_TEST(reads) {
    struct text read = {0};
    start("article");
    answer_file_parse(&file, rows[_i].file, strlen(rows[_i].file));
    put_read(&read);
    ck_assert_msg(strcmp(read.bytes, rows[_i].read) == 0, "'%s': '%s', not '%s'", rows[_i].file,
                  read.bytes, rows[_i].read);
    text_free(&read);
    end();
}
END_TEST

/* What no text of a row has: more cells, elements and brackets than are kept, a NUL, a few control
 * characters in a long text, half a character of UTF-16. */
static void put_cells(struct text *out) {
    text_puts(out, "name,value");
    text_repeat(out, ',', 300);
    text_puts(out, "\nin_h1,0.6");
    text_repeat(out, ',', 300);
}

static void put_elements(struct text *out) {
    text_puts(out, "out_h = [");
    for (int i = 0; i < 5000; i++)
        text_puts(out, "0.6, ");
    text_puts(out, "0.6]\nin_h1 = 0.6\n");
}

static void put_nested(struct text *out) {
    text_puts(out, "{\"in_h1\": 0.6, \"x\": ");
    text_repeat(out, '[', 1000);
}

static void put_nul(struct text *out) {
    text_puts(out, "iteration ");
    text_putc(out, '\0');
    text_puts(out, "\nin_h1 = 0.6\n");
}

static void put_nul_in_json(struct text *out) {
    text_puts(out, "{\"in_h1\": 0.6");
    text_putc(out, '\0');
    text_puts(out, ", \"in_h2\": 0.67}");
}

static void put_controls(struct text *out) {
    text_puts(out, "in_h1 = 0.6\n\001\002\003\004\n");
    text_repeat(out, '\n', 1000);
}

static void put_half_a_pair(struct text *out) {
    text_add(out, "\xFF\xFEi\0n\0_\0h\0001\0=\0000\0.\0006\0 \0\xFF\xDF\x34\xD8", 26);
}

static void put_matrix(struct text *out, size_t line_ends) {
    text_puts(out, "in_h1 = 0.6\nout_h = [");
    text_repeat(out, '\n', line_ends);
    text_puts(out, "0.6457, 0.6615]\n");
}

static void put_a_long_matrix(struct text *out) {
    put_matrix(out, 200);
}

static void put_too_long_a_matrix(struct text *out) {
    put_matrix(out, 201);
}

/* A zero, and so many blanks that the expression has LENGTH characters. */
static void put_expression(struct text *out, size_t length) {
    text_puts(out, "in_h1 = 0.6+");
    text_repeat(out, ' ', length - strlen("0.6+0"));
    text_puts(out, "0\n");
}

static void put_a_long_expression(struct text *out) {
    put_expression(out, 4096);
}

static void put_too_long_an_expression(struct text *out) {
    put_expression(out, 4097);
}

/* An object is one level, each array one, and what stands in it one. */
static void put_levels(struct text *out, size_t levels) {
    text_puts(out, "{\"in_h1\": 0.6, \"out_h\": ");
    text_repeat(out, '[', levels - 2);
    text_puts(out, "0.6457, 0.6615");
    text_repeat(out, ']', levels - 2);
    text_puts(out, "}");
}

static void put_deep(struct text *out) {
    put_levels(out, 16);
}

static void put_too_deep(struct text *out) {
    put_levels(out, 17);
}

static void put_many_pairs(struct text *out) {
    text_puts(out, "{");
    for (int i = 0; i < 40; i++)
        text_puts(out, "\"in_h1\": 0.6, ");
    text_puts(out, "\"in_h2\": 0.67}");
}

/* Four control characters in a text of LENGTH. */
static void put_four_controls(struct text *out, size_t length) {
    static const char line[] = "in_h1 = 0.6\n\001\002\003\b\n";
    text_puts(out, line);
    text_repeat(out, '\n', length - strlen(line));
}

static void put_too_many_controls(struct text *out) {
    put_four_controls(out, 399);
}

static void put_controls_in_400(struct text *out) {
    put_four_controls(out, 400);
}

static const struct {
    void (*put)(struct text *out);
    const char *read;
} odd[] = {{put_a_long_matrix, "in_h1=0.6 out_h1=0.6457 out_h2=0.6615 "},
           {put_too_long_a_matrix, "in_h1=0.6 matrix name "},
           {put_a_long_expression, "in_h1=0.6 "},
           {put_too_long_an_expression, "number "},
           {put_deep, "in_h1=0.6 out_h1=0.6457 out_h2=0.6615 "},
           {put_too_deep, "in_h1=0.6 json "},
           {put_many_pairs, "in_h1=0.6 in_h2=0.67 "},
           {put_too_many_controls, "binary "},
           {put_controls_in_400, "in_h1=0.6 line "},
           {put_cells, "in_h1=0.6 "},
           {put_elements, "in_h1=0.6 matrix "},
           {put_nested, "in_h1=0.6 json "},
           {put_nul, "in_h1=0.6 name "},
           {put_nul_in_json, "in_h1=0.6 json "},
           {put_controls, "in_h1=0.6 line "},
           {put_half_a_pair, "encoding "}};

START_TEST(reads_what_is_odd) {
    struct text text = {0}, read = {0};
    odd[_i].put(&text);
    start("article");
    answer_file_parse(&file, text.bytes, text.length);
    put_read(&read);
    ck_assert_str_eq(read.bytes, odd[_i].read);
    text_free(&read);
    text_free(&text);
    end();
}
END_TEST

/* Of what is unread: where it stood, what it was, why, and what may have been meant. */
static void put_unread(struct text *out) {
    text_puts(out, "");
    for (size_t i = 0; i < file.unread_count; i++) {
        const struct unread *unread = &file.unread[i];
        text_printf(out, "%zu %s=%s %s", unread->line, unread->name, unread->typed, unread->reason);
        text_printf(out, unread->nearest[0] != '\0' ? " (%s)\n" : "\n", unread->nearest);
    }
}

static const struct {
    const char *file, *unread;
} unread_rows[] = {
    {"in_h9 = 1\n", "1 in_h9=1 name (in_h1)\n"},
    {"\n- in_h9 = 1\n* in_h9: 2\n*in_h9 = 3\n",
     "2 in_h9=1 name (in_h1)\n3 in_h9=2 name (in_h1)\n4 *in_h9=3 name (in_h1)\n"},
    {"3) zzz = 1\n3. zzz = 1\n.zzz = 1\n(5.1) zzz = 1\n(5.1 zzz = 1\n(a) zzz = 1\n3 zzz = 1\n",
     "1 zzz=1 name\n2 zzz=1 name\n3 .zzz=1 name\n4 zzz=1 name\n5 (5.1 zzz=1 name\n"
     "6 (a) zzz=1 name\n7 3 zzz=1 name\n"},
    {"|zzz|1|\nzzz|2\n| zzz\t3 |\n", "1 zzz=1 name\n2 zzz=2 name\n3 zzz=3 name\n"},
    {"zzz 1\nzzz := 2\nzzz,3\n", "1 zzz=1 name\n2 zzz=2 name\n3 zzz=3 name\n"},
    {"name,value\n\"zzz\",\"1,5\"\n\"zzz, too\", 2\n", "2 zzz=1,5 name\n3 zzz, too=2 name\n"},
    {"W1_new = [[0.1 0.2]\n [0.3 0.4]]\nzzz = 1\n", "3 zzz=1 name\n"},
    {"W1_new = [[0.1 0.2]]\n", "1 W1_new=[[0.1 0.2]] matrix\n"},
    {"{\"in_h1\": 0.6,\n\"x\": {\"zzz\": 1},\n\"yyy\": [\n1,\n2\n]}",
     "2 zzz=1 name\n6 yyy=[ 1, 2 ] matrix\n"},
    {"{\"x\\ny\": 1, \"\\u20\": 2, \"\\u12G4\": 3}", "1 x=1 name\n1 20=2 name\n1 12G4=3 name\n"},
    {"in_h1 = 0.6\n\nin_h1 = 0.7\n", "1 in_h1=0.6 twice\n3 in_h1=0.7 twice\n"},
    {"in_h1 = 0.1 + 0.2 = 0.4 = 0.5\n", "1 in_h1=0.1 + 0.2 working\n1 in_h1=0.4 working\n"},
    {"in_h1 = 1,234\n in_h2 = ?\nout_h1 = w1*\n",
     "1 in_h1=1,234 comma\n2 in_h2=? empty\n3 out_h1=w1* number\n"},
    {"\n\nhello # you\n\xFF\n", "3 hello= line\n4 = encoding\n"},
    {"\n", "0 = nothing\n"},
    {"%PDF-1.7\n", "0 = binary\n"},
    {"iteration 2\nin_h1 = 0.6\n", "2 in_h1=0.6 iteration\n"},
    {"value,remark,name\n0.6,good\n", "2 0.6,good= line\n"},

    /* 0.0999 and 0.100 may be the same: of what is divided by their difference nothing is known. */
    {"in_h1 = 1/(0.100 - 0.0999) = 7\n", ""},
    {"in_h1 = 1/(0.100 - 0.0999)\n", "1 in_h1=1/(0.100 - 0.0999) number\n"},
};

START_TEST(tells_what_is_unread) {
    struct text unread = {0};
    start("article");
    answer_file_parse(&file, unread_rows[_i].file, strlen(unread_rows[_i].file));
    put_unread(&unread);
    ck_assert_str_eq(unread.bytes, unread_rows[_i].unread);
    text_free(&unread);
    end();
}
END_TEST

/* Nothing of a file is left when the next one is read. */
START_TEST(forgets_the_file_before) {
    static const char before[] = "name,value,iteration\nin_h1,0.6,1\nzzz,1,1\nin_h2,0.67,2\n";
    static const char after[] = "in_h1,0.61\n";
    struct text read = {0};
    start("article");
    answer_file_parse(&file, before, strlen(before));
    put_read(&read);
    ck_assert_str_eq(read.bytes, "in_h1=0.6 name iteration ");
    answer_file_parse(&file, after, strlen(after));
    text_cut(&read, 0);
    put_read(&read);
    ck_assert_str_eq(read.bytes, "in_h1=0.61 ");
    answer_file_refuse(&file, "numbers", "guest.txt");
    text_cut(&read, 0);
    put_read(&read);
    put_unread(&read);
    ck_assert_str_eq(read.bytes, "numbers 0 =guest.txt numbers\n");
    text_free(&read);
    end();
}
END_TEST

/* UTF-16 in either order, with its mark and without. */
START_TEST(reads_utf16) {
    static const char text[] = "in_h1 = 0.6\r\n";
    struct text wide = {0}, read = {0};
    const bool is_big = _i % 2 == 1, has_mark = _i < 2;
    if (has_mark)
        text_add(&wide, is_big ? "\xFE\xFF" : "\xFF\xFE", 2);
    for (const char *c = text; *c != '\0'; c++)
        text_add(&wide, (const char[]){is_big ? 0 : *c, is_big ? *c : 0}, 2);
    start("article");
    answer_file_parse(&file, wide.bytes, wide.length);
    put_read(&read);
    ck_assert_str_eq(read.bytes, "in_h1=0.6 ");
    text_free(&wide);
    text_free(&read);
    end();
}
END_TEST

/* Every name of a walk, in every notation, is read as itself. */
START_TEST(reads_every_notation) {
    static const char *const names[] = {"article", "companion", "softmax", "deep", "xor", "mazur"};
    const struct notation *notation;
    start(names[_i]);
    for (size_t n = 0; (notation = notation_at(n)) != NULL; n++)
        for (size_t q = 0; q < walk.trace.quantity_count; q++) {
            const struct quantity *named = &walk.trace.quantities[q];
            struct text name = {0};
            notation_put(&name, notation, named->name, named->length);
            ck_assert_msg(said_find(&file.said, name.bytes, name.length) == q, "%s: %s",
                          notation->name, name.bytes);
            text_free(&name);
        }
    end();
}
END_TEST

/* ---- Single lines, characters, numbers and expressions: what typed.h says of them ---- */

static const struct {
    const char *bytes;
    size_t length;
    const char *lines;
} line_ends[] = {
    {"", 0, ""},
    {"a", 1, "a\n"},
    {"a\n", 2, "a\n"},
    {"\n", 1, "\n"},
    {"\r", 1, "\n"},
    {"\r\r\n", 3, "\n\n"},
    {"a\r\nb\rc", 6, "a\nb\nc\n"},
    {"\xEF\xBB\xBF", 3, ""},
    {"\xEF\xBB\xBF"
     "a",
     4, "a\n"},
    {"\xEF\xBB\xBF", 2, "\xEF\xBB\n"},
    {"\xFF\xFE"
     "a",
     4, "a\n"},
    {"\xFE\xFF\0a", 4, "a\n"},
    {"a\0b", 4, "ab\n"},
    {"\0a\0b", 4, "ab\n"},
    {"a\0b", 3, "a\n"},
    {"\xFF\xFE\x3D\xD8\x00\xDE", 6, "\xF0\x9F\x98\x80\n"},
    {"\xFE\xFF\xD8\x3D\xDE\x00\0a", 8,
     "\xF0\x9F\x98\x80"
     "a\n"},
    {"\xFF\xFE\x00\xE0"
     "a",
     6,
     "\xEE\x80\x80"
     "a\n"},
    /* where a character takes a byte more: U+80, U+7FF, U+800, U+FFFD, U+10000, U+10FFFD */
    {"\xFF\xFE\x7F\x00\x80\x00", 6, "\x7F\xC2\x80\n"},
    {"\xFF\xFE\xFF\x07\x00\x08", 6, "\xDF\xBF\xE0\xA0\x80\n"},
    {"\xFF\xFE\xFD\xFF\x00\xD8\x00\xDC", 8, "\xEF\xBF\xBD\xF0\x90\x80\x80\n"},
    {"\xFF\xFE\xFF\xDB\xFD\xDF", 6, "\xF4\x8F\xBF\xBD\n"},
    /* beside the first halves of pairs: U+D7FF, U+DC00; and a half whose other is not all there */
    {"\xFF\xFE\xFF\xD7\x00\xDC\x61\x00", 8, "\xED\x9F\xBF\xED\xB0\x80\x61\n"},
    {"\xFF\xFE\x3D\xD8\x00\xDE", 5, "\xED\xA0\xBD\n"},
    {"\xFF\xFE", 2, ""},
    {"a\0", 2, "a\n"},
    /* half a mark is none */
    {"\xFE\x61", 2, "\xFE\x61\n"},
    {"\x61\xFF", 2, "\x61\xFF\n"},
    {"\xFF\x61", 2, "\xFF\x61\n"},
    {"\x61\xFE", 2, "\x61\xFE\n"},
};

START_TEST(ends_lines) {
    struct text out = {0};
    typed_lines(&out, line_ends[_i].bytes, line_ends[_i].length);
    ck_assert_str_eq(out.bytes, line_ends[_i].lines);
    text_free(&out);
}
END_TEST

static const char *const plain[][2] = {
    {"０９！～", "09!~"},
    {"x₀₉", "x09"},
    {"a⁴⁹", "a^49"},
    {"a²b³", "a^2b^3"},
    {"a¹", "a^1"},
    {"a⁰", "a^0"},
    {"10⁻¹² 10⁺³", "10^-12 10^+3"},
    {"a\xC2\xA0"
     "b\xE2\x80\x80"
     "c\xE2\x80\x8A"
     "d\xE2\x80\xAF"
     "e\xE2\x81\x9F"
     "f\xE3\x80\x80"
     "g",
     "a b c d e f g"},
    {"a\xE2\x80\x8B\xE2\x80\x8D\xEF\xBB\xBF"
     "b",
     "ab"},
    {"‐1 ―1 −1", "-1 -1 -1"},
    {"2×3·4⋅5∗6∙7", "2*3*4*5*6*7"},
    {"1÷2⁄3∕4", "1/2/3/4"},
    {"a≈1 b≃1 c≅1 d←1 e≔1 f→1", "a=1 b=1 c=1 d=1 e=1 f=1"},
    {"∂E/∂w", "dE/dw"},
    {"1、2。", "1,2"},
    {"‘a’ b′ “c”", "'a' b' \"c\""},
    {"a∶1：2", "a:1:2"},
    {"σα δη", "sigmaalpha deltaeta"},
    {"½", "1/2"},
    {"٠٩ ۰۹ ٠٫٥", "09 09 0.5"},
    {"é 权 😀 ‖ ₊", "é 权 😀 ‖ ₊"},
    {"\x01\x7F\t\n~", "??\t ~"},
    {"\\sigma_{h_1}", "sigma_h_1"},
    {"$w_{5}$", "w_5"},
    {"\\frac{\\partial E}{\\partial w_5}", "dE/dw_5"},
    {"a\\cdot b\\times  c", "a*b*c"},
    {"1\\,2\\ 3", "1 2 3"},
    {"\\unknown x\\left(1\\right)", "x(1)"},
    {"a\\", "a "},
    {"a} {b", "a b"},
    {"a}{", "a/"},
    {"a}", "a"},
    {"\xFF", NULL},
    {"a\xC3", NULL},
    {"\x01\x80", NULL},
    {"\x01"
     "é",
     "?é"},
    {"\xC2\xA1 \xDF\xBF \xE0\xA0\x80 \xEF\xBF\xBD \xF0\x90\x80\x80 \xF4\x8F\xBF\xBD",
     "\xC2\xA1 \xDF\xBF \xE0\xA0\x80 \xEF\xBF\xBD \xF0\x90\x80\x80 \xF4\x8F\xBF\xBD"},
    {"\x1F ", "? "},
    {"\\dfrac{a}{b} \\tfrac{a}{b}", "a/b a/b"},
    {"\\alpha\\delta\\eta\\partial\\quad\\colon\\approx", "alphadeltaetad :="},
    {"\\mathrm{a}\\text{b}\\operatorname{c}\\left(d\\right)", "abc(d)"},
};

START_TEST(characters_stand_for_others) {
    struct text out = {0};
    const bool is_text = typed_plain(&out, plain[_i][0], strlen(plain[_i][0]));
    ck_assert(is_text == (plain[_i][1] != NULL));
    if (is_text)
        ck_assert_str_eq(out.bytes, plain[_i][1]);
    text_free(&out);
}
END_TEST

static const char *const numbers[][2] = {
    {"0.6", "0.6"},
    {"0,3775", "0.3775"},
    {"1,234", NULL},
    {"0,123", "0.123"},
    {",123", ".123"},
    {"12,345", NULL},
    {"12,34", "12.34"},
    {"1,234,567", "1234567"},
    {"1,234.5", "1234.5"},
    {"1.234,5", "1234.5"},
    {"1.5,2,3", NULL},
    {"1.2.3", NULL},
    {"3.8*10^-1", "3.8e-1"},
    {"3.8x10^-1", "3.8e-1"},
    {"3.8 X 10**-1", "3.8e-1"},
    {"3.8*10^(-1)", "3.8e-1"},
    {"3.8*10^(-1", NULL},
    {"3.8*10", NULL},
    {"3.8*11^2", NULL},
    {"3*10^2", "3e2"},
    {"38%", "38e-2"},
    {"6e5%", NULL},
    {"+0.6", "0.6"},
    {"~ 0.6", "0.6"},
    {"\"0.6\"", "0.6"},
    {"-0.6", "-0.6"},
    {"- 0.6", "-0.6"},
    {"-", NULL},
    {"", NULL},
    {"V", NULL},
    {"6e5", "6e5"},
    {"6E-05", "6e-05"},
    {"6e+5", "6e+5"},
    {"0.6e", NULL},
    {"0.6e-", NULL},
    {"0.6eV", "0.6"},
    {".5", ".5"},
    {"5.", "5."},
    {"0.6.", "0.6"},
    {"0.6,", "0.6"},
    {"0.6 V", "0.6"},
    {"0.6V", "0.6"},
    {"0.6 (about)", "0.6"},
    {"0.6 7", NULL},
    {"0.6 = x", NULL},
    {"0.6 - x", NULL},
    {"0.6 ", "0.6"},
    {"0.6 e", "0.6"},
    {"0.6e V", NULL},
    {"0.6eé", "0.6"},
    {"0.6E", NULL},
    {"0.6 %", "0.6e-2"},
    {"38%-", NULL},
    {"38% V", "38e-2"},
    {"0.6 x^2", NULL},
    {"0.6 a/b", NULL},
    {"0.6 a*b", NULL},
    {"0.6 a+b", NULL},
    {"0.6a-b", "0.6"},
    {"0.6-b", NULL},
    {"~\"'+ \t-5", "-5"},
    {"--5", NULL},
    {".", NULL},
    {"5.,", "5."},
    {"0.6. V", NULL},
    {"00,123", NULL},
    {"1.234,567,8", NULL},
    {"1,5.5,5", "15.55"},
    {"3.8*  10^+1", "3.8e+1"},
    {"3.8  *10^1", "3.8e1"},
    {"3.8e(1)", NULL},
    {"3.8*10(1)", NULL},
    {"3.8*10^(1) V", "3.8e1"},
    {"3.8*10^-", NULL},
    {"3.8*10^x", NULL},
    {"6e-+5", NULL},
};

START_TEST(numbers_are_read) {
    struct text out = {0};
    text_puts(&out, "=");
    const bool is_number = typed_number(&out, numbers[_i][0], strlen(numbers[_i][0]));
    ck_assert_msg(is_number == (numbers[_i][1] != NULL), "%s", numbers[_i][0]);
    ck_assert_str_eq(out.bytes + 1, is_number ? numbers[_i][1] : "");
    text_free(&out);
}
END_TEST

/* What stands before and behind the LENGTH bytes from START on is not asked. */
static const struct {
    const char *text;
    size_t start, length;
    const char *number, *plain;
} parts[] = {
    {"5", 0, 0, NULL, ""},
    {"-5", 0, 0, NULL, ""},
    {"5\xC3", 0, 1, "5", "5"},
    {"+++5", 0, 2, NULL, "++"},
    {"-  5", 0, 2, NULL, "- "},
    {",,", 1, 1, NULL, ","},
    {"0.65", 0, 3, "0.6", "0.6"},
    {"0.6e5", 0, 3, "0.6", "0.6"},
    {"0.6e5", 0, 4, NULL, "0.6e"},
    {"0.6eV", 0, 4, NULL, "0.6e"},
    {"0.6 V5", 0, 5, "0.6", "0.6 V"},
    {"0.6%", 0, 3, "0.6", "0.6"},
    {"0.6  %", 0, 4, "0.6", "0.6 "},
    {"1,25,", 0, 4, "1.25", "1,25"},
    {"1,2345", 0, 5, NULL, "1,234"},
    {"0.6.5", 0, 4, "0.6", "0.6."},
    {"3.8*10^-12", 0, 9, "3.8e-1", "3.8*10^-1"},
    {"3.8 *10^2", 0, 4, "3.8", "3.8 "},
    {"3.8*10^2", 0, 6, NULL, "3.8*10"},
    {"3*10^(2)", 0, 7, NULL, "3*10^(2"},
    {"3 *  10^2", 0, 5, NULL, "3 *  "},
    {"\\sigmas", 0, 6, NULL, "sigma"},
    {"a}{", 0, 2, NULL, "a"},
    {"a\\,b", 0, 2, NULL, "a "},
};

START_TEST(reads_its_part_alone) {
    struct text number = {0}, read = {0};
    const char *text = parts[_i].text + parts[_i].start;
    const bool is_number = typed_number(&number, text, parts[_i].length);
    ck_assert_msg(is_number == (parts[_i].number != NULL), "%s", parts[_i].text);
    if (is_number)
        ck_assert_str_eq(number.bytes, parts[_i].number);
    ck_assert(typed_plain(&read, text, parts[_i].length));
    ck_assert_str_eq(read.bytes, parts[_i].plain);
    text_free(&number);
    text_free(&read);
}
END_TEST

static const struct {
    const char *text;
    size_t length; /* 0: all */
    const char *read;
} expressions[] = {
    {"2(3 - 1)", 0, "2*(3 - 1)"},
    {"2 (3)", 0, "2 *(3)"},
    {"(1)(2)", 0, "(1)*(2)"},
    {"exp(2)", 0, "exp(2)"},
    {"(exp(2))", 0, "(exp(2))"},
    {"2 x 3 X w5", 0, "2 * 3 * w5"},
    {"w5 x w6", 0, "w5 * w6"},
    {"2 x (3)", 0, "2 * (3)"},
    {"x*2", 0, "x*2"},
    {"-x", 0, "-x"},
    {"0,5*2", 0, "0.5*2"},
    {"pow(0,5)", 0, "pow(0,5)"},
    {"1,234*2", 0, "1,234*2"},
    {"2e-3(1)", 0, "2e-3*(1)"},
    {"2E+3*4", 0, "2E+3*4"},
    {"2e3 x 2", 0, "2e3 * 2"},
    {"2*ab", 3, "2*a"},
    {"1.5", 2, "1."},
    {"1e5", 1, "1"},
    {"1e5", 2, "1e"},
    {"1E5(2)", 0, "1E5*(2)"},
    {".5(2)", 0, ".5*(2)"},
    {"2 x x", 0, "2 * x"},
    {"2 xx", 0, "2 xx"},
    {"2 y (3)", 0, "2 y (3)"},
    {"0,5*po", 0, "0.5*po"},
    {"0,5*pow", 6, "0.5*po"},
    {"1.2,5", 0, "1.2,5"},
    {"0,5e1", 0, "0.5e1"},
    {"2\t(3)", 0, "2\t*(3)"},
    {"", 0, ""},
};

START_TEST(expressions_are_read) {
    struct text out = {0};
    const char *text = expressions[_i].text;
    typed_expression(&out, text,
                     expressions[_i].length > 0 ? expressions[_i].length : strlen(text));
    ck_assert_str_eq(out.bytes, expressions[_i].read);
    text_free(&out);
}
END_TEST

/* One answer, as the quiz takes it: what is read of it and how far it may be off, or what is wrong.
 */
static const struct {
    const char *typed, *read;
    double half;
} answers[] = {
    {"0.6", "0.6", 0.05},
    {"in_h1 = 0.6", "0.6", 0.05},
    {"net_h1=  0.60", "0.60", 0.005},
    {"in_h2 = 0.6", "column 7: '=' cannot stand here; an operator or the end is needed", 0},
    {"= 0.6", "column 1: '=' cannot stand here; a number, a name or a parenthesis is needed", 0},
    {"0.1*6", "0.6", 0},
    {"0.12*5", "0.6", 0},
    {"0.125*4", "0.5", 0.002}, /* half a unit of 0.125, four times */
    {"in_h1 = 0.125*4", "0.5", 0.002},
    {"125*4", "500", 0},
    {"1/(0.100 - 0.0999)", "this has no finite value; an expression that has is needed", 0},
    {"1e999", "1e999 is too large; a number within 1.7e308 on either side of 0 is needed", 0},
    {"1/0", "this has no finite value; an expression that has is needed", 0},
    {"in_h1 =  0.6*",
     "column 5: the formula ends too early; a number, a name or a parenthesis is needed", 0},
};

START_TEST(answers_are_read) {
    start("article");
    const size_t q = said_find(&file.said, "in_h1", 5);
    const bool is_read = expression_answer(&check, &file.said, q, answers[_i].typed,
                                           strlen(answers[_i].typed), &error);
    ck_assert_str_eq(is_read ? check.own[q].answer.typed : error.line, answers[_i].read);
    if (is_read)
        ck_assert(fabs(check.own[q].answer.half - answers[_i].half) <= 1e-12);
    end();
}
END_TEST

Suite *answer_file_suite(void) {
    Suite *suite = suite_create("answer_file");
    add_rows(suite, "reads", reads, sizeof rows / sizeof *rows);
    add_rows(suite, "odd", reads_what_is_odd, sizeof odd / sizeof *odd);
    add_rows(suite, "unread", tells_what_is_unread, sizeof unread_rows / sizeof *unread_rows);
    add_rows(suite, "forgets", forgets_the_file_before, 1);
    add_rows(suite, "UTF-16", reads_utf16, 4);
    add_rows(suite, "every notation", reads_every_notation, 6);
    add_rows(suite, "line ends", ends_lines, sizeof line_ends / sizeof *line_ends);
    add_rows(suite, "characters", characters_stand_for_others, sizeof plain / sizeof *plain);
    add_rows(suite, "numbers", numbers_are_read, sizeof numbers / sizeof *numbers);
    add_rows(suite, "parts", reads_its_part_alone, sizeof parts / sizeof *parts);
    add_rows(suite, "answers", answers_are_read, sizeof answers / sizeof *answers);
    add_rows(suite, "expressions", expressions_are_read, sizeof expressions / sizeof *expressions);
    return suite;
}
