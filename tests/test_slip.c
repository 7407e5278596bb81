/* Slip: what each slip makes of a formula, and what it leaves, by the names of the walk. */
#include "suites.h"

#include "mark/slip_change.h"
#include "mark/slips.h"
#include "walk/walk.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

/* The formula is changed at every node; NULL where nothing is left of it. */
static const struct {
    formula_editor *editor;
    const char *with, *formula, *changed;
} rows[] = {
    {turn_sign, NULL, "O1 - out_O1", "out_O1 - O1"},
    {turn_sign, NULL, "pow(O1 - out_O1, 2)", "(out_O1 - O1)^2"},
    {turn_sign, NULL, "1 - out_O1", "1 - out_O1"},
    {turn_sign, NULL, "O1 - 1", "O1 - 1"},
    {turn_sign, NULL, "O1 + out_O1", "O1 + out_O1"},

    {leave_out_derivative, NULL, "sigma_O1*out_h1*(1 - out_h1)", "sigma_O1"},
    {leave_out_derivative, NULL, "sigma_O1*dout_O1_din_O1", "sigma_O1"},
    {leave_out_derivative, NULL, "-dout_O1_din_O1", "-1"},
    {leave_out_derivative, NULL, "out_h1 + (1 - out_h1)", "out_h1 + (1 - out_h1)"},
    {leave_out_derivative, NULL, "nobody*w5*(1 - 2)", "nobody*w5*(1 - 2)"},
    {leave_out_derivative, NULL, "in_h1*dE_total_dw5*E_total*E_O1",
     "in_h1*dE_total_dw5*E_total*E_O1"},
    {leave_out_name_of_pair, NULL, "sigma_O1*dout_O1_din_O1*w5", "sigma_O1*w5"},
    {leave_out_name_of_pair, NULL, "dout_O1_din_O1 + w5", "dout_O1_din_O1 + w5"},

    {leave_out_bias, NULL, "w1*i1 + 1*b1", "w1*i1"},
    {leave_out_bias, NULL, "2*b1 + 1*2 + w1*b1", "2*b1 + 1*2 + w1*b1"},
    {take_other_bias, "b2", "w1*i1 + 1*b1", "w1*i1 + 1*b2"},
    {take_other_bias, "b2", "w1*b1", "w1*b1"},
    {take_other_bias, "w2", "w1*i1 + 1*b1", "w1*i1 + 1*b1"},

    {take_neighbour, "w2", "w1*i1 + w2*i2", "w2*i1 + w2*i2"},
    {take_neighbour, "w12", "w1 + w + b1 + alpha", "w12 + w + b1 + alpha"},
    {take_neighbour, "w2_new", "w1_new + w1 + w1_old", "w2_new + w1 + w1_old"},
    {take_neighbour, "w_new", "w1_new + w_new", "w1_new + w_new"},
    {take_neighbour, "w1", "1*w1 + 2", "1*w1 + 2"},
    {take_neighbour, "dE_O1_dout_h2", "dE_O1_dout_h1 + dE_O2_dout_h1",
     "dE_O1_dout_h2 + dE_O2_dout_h1"},

    {take_new, NULL, "w5*out_h1 + 1", "w5_new*out_h1 + 1"},
    {take_new, NULL, "i1*nobody*O1", "i1*nobody*O1"},
    {take_old, NULL, "w5_new*x + _new + new + 2 + w6_now", "w5*x + _new + new + 2 + w6_now"},

    {leave_out_alpha, NULL, "w5 - alpha*dE_total_dw5", "w5 - dE_total_dw5"},
    {leave_out_alpha, NULL, "w5 - alpha", "w5 - alpha"},
    {leave_out_alpha, NULL, "alpha", "alpha"},
    {leave_out_alpha, NULL, "-alpha", "-1"},
    {leave_out_update, NULL, "w5 - alpha*dE_total_dw5", "w5"},
    {leave_out_update, NULL, "w5 + alpha*(O1 - out_O1)*out_h1", "w5"},
    {leave_out_update, NULL, "w5 - dE_total_dw5*alpha", "w5"},
    {leave_out_update, NULL, "w5 - beta*dE_total_dw5", "w5 - beta*dE_total_dw5"},
    {leave_out_update, NULL, "alpha*dE_total_dw5", "alpha*dE_total_dw5"},
    {take_rate, "0.1", "w5 - alpha*dE_total_dw5", "w5 - 0.1*dE_total_dw5"},
    {take_rate, "0.1", "w5*beta", "w5*beta"},

    {leave_out_half, NULL, "1./2*pow(O1 - out_O1, 2)", "(O1 - out_O1)^2"},
    {leave_out_half, NULL, "1/2 + 1/x*2 + x/2*3", "1/2 + 1/x*2 + x/2*3"},

    {leave_out_path, NULL, "a*b + c*d", NULL},
    {leave_out_path, NULL, "a*b + c", "a*b + c"},
    {leave_out_path, NULL, "a*b + c*(d - e)", "a*b + c*(d - e)"},
    {leave_out_path, NULL, "exp(a) + exp(b)*2", "exp(a) + exp(b)*2"},
    {leave_out_path, NULL, "a*b*c + d*e", "a*b*c + d*e"},
    {leave_out_path, NULL, "a*b + c*d + 2", "2"},
    {leave_out_path, NULL, "a*b - c*d", "a*b - c*d"},
    {leave_out_path, NULL, "1 + 2", "1 + 2"},
    {leave_out_path, NULL, "DOT((a, b), (c, d)) + DOT((a), (c))", "[a, b]*[c, d]^T + [a]*[c]^T"},

    {take_gradient_of_weight, NULL, "sigma_O1*w5", "dE_total_dw5*w5"},
    {take_gradient_of_weight, NULL, "sigma_O1*w7 + x*w5", "sigma_O1*w7 + x*w5"},
    {take_gradient_of_weight, NULL, "sigma_O1*2 + sigma_O1/w5", "sigma_O1*2 + sigma_O1/w5"},
    {take_gradient, "dE_total_dw5", "sigma_O1*w5 + sigma_O2", "dE_total_dw5*w5 + sigma_O2"},
    {take_gradient, "dE_total_dw7", "sigma_O1*w5", "sigma_O1*w5"},
    {take_gradient, "w5", "sigma_O1 + sigma_ + sigmx_O1 + 1", "sigma_O1 + sigma_ + sigmx_O1 + 1"},

    {take_weighted_sum, NULL, "w5*out_h1 + 1", "w5*in_h1 + 1"},
    {take_weighted_sum, NULL, "out_q + out_ + outlet", "out_q + out_ + outlet"},

    {add_up, NULL, "w5 - alpha*dE_total_dw5", "w5 + alpha*dE_total_dw5"},
    {add_up, NULL, "1 - alpha*w5 + (w5 - alpha) + w5", "1 - alpha*w5 + (w5 - alpha) + w5"},
    {forget_minus, NULL, "-(O1 - out_O1)*x", "-(-(O1 - out_O1)*x)"},
    {forget_minus, NULL, "-x", "x"},
    {divide, NULL, "w5*x", "w5/x"},
    {divide, NULL, "2*x", "2*x"},
    {leave_out_exp, NULL, "exp(a)/(exp(a) + exp(b))", "a/(a + b)"},
    {leave_out_power, NULL, "1/2*pow(O1 - out_O1, 2) + x", "1/2*(O1 - out_O1) + x"},
    {leave_out_factor, NULL, "2*x", "2"},
    {leave_out_factor, NULL, "x + 2", "x + 2"},
    {leave_out_term, NULL, "a + b", NULL},
    {leave_out_term, NULL, "a*b - c", NULL},
    {leave_out_term, NULL, "2*(a - b)", "2"},
    {leave_out_term, NULL, "a - b + c", NULL},
    {leave_out_term, NULL, "a + b - exp(c)", NULL},
    {leave_out_term, NULL, "a*b", "a*b"},
};

static struct trace trace;
static struct ways ways;
static struct arena arena;
static struct example example;

static void start(void) {
    struct error error;
    example_article(&example);
    ck_assert(walk_article(&trace, &example, SLIPS_NONE, &error));
    ways_collect(&ways, &trace, &example.shape);
}

static void end(void) {
    ways_free(&ways);
    trace_free(&trace);
    example_free(&example);
    arena_free(&arena);
}

START_TEST(changes) {
    start();
    const struct way way = {.formula = parsed(&arena, rows[_i].formula)};
    const struct slip_place place = {.ways = &ways, .arena = &arena, .way = &way};
    struct change change = {.place = &place, .editor = rows[_i].editor, .with = rows[_i].with};
    const struct formula *changed = formula_edit(&arena, way.formula, change_node, &change);
    struct text out = {0};
    text_puts(&out, "");
    if (changed != NULL)
        formula_print(&out, changed, NULL, NULL);
    ck_assert_str_eq(out.bytes, rows[_i].changed != NULL ? rows[_i].changed : "");
    text_free(&out);
    end();
}
END_TEST

/* A weighted sum has a bias, 1*b, wherever it stands in it. */
static const struct {
    const char *formula;
    bool has;
} biases[] = {{"w1*i1 + 1*b1", true},         {"1*b1 + w1*i1", true}, {"1*b1", true},
              {"1/(exp(-(1*b1)) + 1)", true}, {"w1*b1", false},       {"2*b1 + 1*2", false},
              {"PARTIAL(w1*x, w1)", false}};

START_TEST(tells_a_bias) {
    ck_assert_msg(has_bias(parsed(&arena, biases[_i].formula)) == biases[_i].has, "%s",
                  biases[_i].formula);
    arena_free(&arena);
}
END_TEST

/* The names of a formula, each once; none where one of them is not the walk's, or they are more
 * than there is room for. */
static const struct {
    const char *formula;
    size_t room, count;
} names[] = {{"w5*out_h1 + w6*out_h2 + 1*w5", 8, 4},
             {"w5*out_h1 + w6*out_h2 + 1*w5", 4, 4},
             {"w5*out_h1 + w6*out_h2 + 1*w5", 3, 0},
             {"nobody + w5", 8, 0},
             {"w5 + nobody", 8, 0},
             {"2*3", 8, 0}};

START_TEST(names_of) {
    unsigned short found[8];
    start();
    ck_assert_uint_eq(ways_names(&ways, parsed(&arena, names[_i].formula), found, names[_i].room),
                      names[_i].count);
    end();
}
END_TEST

/* What a slip has left out, by what it makes of a formula; "" where it is something else. */
static const struct {
    const char *formula, *slipped, *missing;
} missings[] = {
    {"w1*i1 + w2*i2 + 1*b1", "w1*i1 + 1*b1", "w2*i2"},
    {"w1*i1 + w2*i2 + 1*b1", "w2*i2 + 1*b1", "w1*i1"},
    {"w1*i1 + w2*i2 + 1*b1", "w1*i1 + w2*i2", "1*b1"},
    {"a*b*c", "a*c", "b"},
    {"(a*x + b*y)*c", "a*x*c", "b*y"},
    {"a - b", "-b", "a"},
    {"1/(exp(-x) + 1)", "1/exp(-x)", "1"},
    {"a + b", "a + b", ""},
    {"a + b", "a - b", ""},
    {"a*b", "a/b", ""},
    {"(a + b)*(c + d)", "a*c", ""},
};

START_TEST(tells_what_is_missing) {
    const struct formula *missing =
        slip_missing(parsed(&arena, missings[_i].formula), parsed(&arena, missings[_i].slipped));
    struct text out = {0};
    text_puts(&out, "");
    if (missing != NULL)
        formula_print(&out, missing, NULL, NULL);
    ck_assert_str_eq(out.bytes, missings[_i].missing);
    text_free(&out);
    arena_free(&arena);
}
END_TEST

/* A sum as long as a wide network has: all its names are those of its way, and a slip in its last
 * term is found. */
static bool explains_the_last(void *context, const char *id, const struct formula *formula) {
    struct text out = {0};
    formula_print(&out, formula, NULL, NULL);
    const bool is_it = strcmp(out.bytes + out.length - 8, "+ 59*x59") == 0;
    text_free(&out);
    (void)context, (void)id;
    return is_it;
}

START_TEST(a_long_sum) {
    enum { TERMS = 60 };
    static char name[TERMS][16];
    struct text sum = {0};
    struct error error;
    double value = 0;
    trace_start(&trace, "test", 0);
    for (int i = 0; i < TERMS; i++) {
        snprintf(name[i], sizeof name[i], "x%d", i);
        trace_given(&trace, name[i], 1, "1");
        text_printf(&sum, "%s%d*x%d*x%d", i > 0 ? " + " : "", i, i, i);
        value += i;
    }
    trace_step(&trace, STEP_GIVES, "9.1", 0, "y", sum.bytes, &value, 1);
    ck_assert_msg(trace_check(&trace, &error), "%s", error.line);
    const struct shape shape = shape_of_article();
    ways_collect(&ways, &trace, &shape);
    const size_t y = ways_quantity(&ways, "y", 1);
    ck_assert_uint_eq(ways.count[y], 1);
    ck_assert_uint_eq(ways.of[y]->name_count, TERMS);
    const struct slip_place place = {.ways = &ways,
                                     .arena = &arena,
                                     .quantity = y,
                                     .way = ways.of[y],
                                     .explains = explains_the_last};
    const struct slip slip = slip_other(&place);
    ck_assert_str_eq(slip.id, "factor");
    text_free(&sum);
    ways_free(&ways);
    trace_free(&trace);
    arena_free(&arena);
}
END_TEST

/* The slips that are proposed for a way of a quantity, in their order. */
enum proposed { PROPOSED_ARTICLE, PROPOSED_KNOWN, PROPOSED_OTHER, PROPOSED_HABITS };

static const struct {
    const char *name;
    size_t way;
    enum proposed which;
    const char *slips;
} proposals[] = {
    {"out_h1", 0, PROPOSED_KNOWN,
     "power-of-ten: 1/(10^(-in_h1) + 1)\n"
     "function: tanh(in_h1)\n"
     "weighted-sum: in_h1\n"},
    {"out_h1", 0, PROPOSED_OTHER,
     "minus: -(1/(exp(-in_h1) + 1))\n"
     "minus: 1/(exp(in_h1) + 1)\n"
     "exponential: 1/(-in_h1 + 1)\n"
     "term: 1/exp(-in_h1)\n"
     "neighbour: 1/(exp(-in_h2) + 1)\n"
     "point: 100*(1/(exp(-in_h1) + 1))\n"
     "point: 0.01*(1/(exp(-in_h1) + 1))\n"
     "point: 10*(1/(exp(-in_h1) + 1))\n"
     "point: 0.1*(1/(exp(-in_h1) + 1))\n"},
    {"in_h2", 0, PROPOSED_KNOWN,
     "bias: w3*i1 + w4*i2\n"
     "other-bias: w3*i1 + w4*i2 + 1*b1\n"
     "other-bias: w3*i1 + w4*i2 + 1*b3\n"
     "other-bias: w3*i1 + w4*i2 + 1*b4\n"},
    {"in_h2", 0, PROPOSED_OTHER,
     "minus: -(w3*i1 + w4*i2 + 1*b2)\n"
     "divided: w3/i1 + w4*i2 + 1*b2\n"
     "divided: w3*i1 + w4/i2 + 1*b2\n"
     "factor: i1 + w4*i2 + 1*b2\n"
     "factor: w3 + w4*i2 + 1*b2\n"
     "factor: w3*i1 + i2 + 1*b2\n"
     "factor: w3*i1 + w4 + 1*b2\n"
     "factor: w3*i1 + w4*i2 + 1\n"
     "term: w4*i2 + 1*b2\n"
     "term: w3*i1 + 1*b2\n"
     "term: w3*i1 + w4*i2\n"
     "neighbour: w3*i1 + w4*i1 + 1*b2\n"
     "neighbour: w3*i2 + w4*i2 + 1*b2\n"
     "neighbour: w1*i1 + w4*i2 + 1*b2\n"
     "neighbour: w3*i1 + w1*i2 + 1*b2\n"
     "neighbour: w2*i1 + w4*i2 + 1*b2\n"
     "neighbour: w3*i1 + w2*i2 + 1*b2\n"
     "neighbour: w3*i1 + w3*i2 + 1*b2\n"
     "neighbour: w4*i1 + w4*i2 + 1*b2\n"
     "neighbour: w5*i1 + w4*i2 + 1*b2\n"
     "neighbour: w3*i1 + w5*i2 + 1*b2\n"
     "neighbour: w6*i1 + w4*i2 + 1*b2\n"
     "neighbour: w3*i1 + w6*i2 + 1*b2\n"
     "neighbour: w7*i1 + w4*i2 + 1*b2\n"
     "neighbour: w3*i1 + w7*i2 + 1*b2\n"
     "neighbour: w8*i1 + w4*i2 + 1*b2\n"
     "neighbour: w3*i1 + w8*i2 + 1*b2\n"
     "neighbour: w3*i1 + w4*i2 + 1*b1\n"
     "neighbour: w3*i1 + w4*i2 + 1*b3\n"
     "neighbour: w3*i1 + w4*i2 + 1*b4\n"
     "point: 100*(w3*i1 + w4*i2 + 1*b2)\n"
     "point: 0.01*(w3*i1 + w4*i2 + 1*b2)\n"
     "point: 10*(w3*i1 + w4*i2 + 1*b2)\n"
     "point: 0.1*(w3*i1 + w4*i2 + 1*b2)\n"},
    {"in_h2", 1, PROPOSED_ARTICLE, "E1: w3*i1 + w4*i2 + 1*b1\n"},
    {"in_h2", 1, PROPOSED_KNOWN, ""},
    {"in_h2", 1, PROPOSED_OTHER, ""},
    {"E_total", 0, PROPOSED_KNOWN,
     "sign: 1/2*(out_O1 - O1)^2 + 1/2*(out_O2 - O2)^2\n"
     "sign: 1/2*(out_O1 - O1)^2 + 1/2*(O2 - out_O2)^2\n"
     "sign: 1/2*(O1 - out_O1)^2 + 1/2*(out_O2 - O2)^2\n"
     "half: (O1 - out_O1)^2 + (O2 - out_O2)^2\n"
     "half: (O1 - out_O1)^2 + 1/2*(O2 - out_O2)^2\n"
     "half: 1/2*(O1 - out_O1)^2 + (O2 - out_O2)^2\n"
     "path: 1/2*(O2 - out_O2)^2\n"
     "path: 1/2*(O1 - out_O1)^2\n"
     "weighted-sum: 1/2*(O1 - in_O1)^2 + 1/2*(O2 - in_O2)^2\n"
     "weighted-sum: 1/2*(O1 - in_O1)^2 + 1/2*(O2 - out_O2)^2\n"
     "weighted-sum: 1/2*(O1 - out_O1)^2 + 1/2*(O2 - in_O2)^2\n"},
    {"E_total", 1, PROPOSED_KNOWN,
     "path: E_O2\n"
     "path: E_O1\n"},
    {"E_O1", 0, PROPOSED_KNOWN,
     "sign: 1/2*(out_O1 - O1)^2\n"
     "sign: 1/2*(out_O1 - O1)^2\n"
     "half: (O1 - out_O1)^2\n"
     "half: (O1 - out_O1)^2\n"
     "weighted-sum: 1/2*(O1 - in_O1)^2\n"
     "weighted-sum: 1/2*(O1 - in_O1)^2\n"},
    {"E_O1", 0, PROPOSED_OTHER,
     "minus: -(1/2*(O1 - out_O1)^2)\n"
     "power: 1/2*(O1 - out_O1)\n"
     "power: 1/2*(out_O1 - O1)\n"
     "divided: 1/2/(O1 - out_O1)^2\n"
     "factor: (O1 - out_O1)^2\n"
     "term: 1/2*(-out_O1)^2\n"
     "term: 1/2*O1^2\n"
     "neighbour: 1/2*(O2 - out_O1)^2\n"
     "neighbour: 1/2*(O1 - out_O2)^2\n"
     "point: 100*(1/2*(O1 - out_O1)^2)\n"
     "point: 0.01*(1/2*(O1 - out_O1)^2)\n"
     "point: 10*(1/2*(O1 - out_O1)^2)\n"
     "point: 0.1*(1/2*(O1 - out_O1)^2)\n"},
    {"dE_total_dw5", 0, PROPOSED_KNOWN,
     "derivative: dE_total_dout_O1*din_O1_dw5\n"
     "derivative: dE_total_dout_O1*din_O1_dw5\n"},
    {"dE_total_dw5", 0, PROPOSED_OTHER,
     "minus: -(dE_total_dout_O1*dout_O1_din_O1*din_O1_dw5)\n"
     "divided: dE_total_dout_O1*dout_O1_din_O1/din_O1_dw5\n"
     "divided: dE_total_dout_O1/dout_O1_din_O1*din_O1_dw5\n"
     "factor: dout_O1_din_O1*din_O1_dw5\n"
     "factor: dE_total_dout_O1*din_O1_dw5\n"
     "factor: dE_total_dout_O1*dout_O1_din_O1\n"
     "neighbour: dE_total_dout_O1*dout_O1_din_O1*din_O1_dw6\n"
     "neighbour: dE_total_dout_O2*dout_O1_din_O1*din_O1_dw5\n"
     "point: 100*(dE_total_dout_O1*dout_O1_din_O1*din_O1_dw5)\n"
     "point: 0.01*(dE_total_dout_O1*dout_O1_din_O1*din_O1_dw5)\n"
     "point: 10*(dE_total_dout_O1*dout_O1_din_O1*din_O1_dw5)\n"
     "point: 0.1*(dE_total_dout_O1*dout_O1_din_O1*din_O1_dw5)\n"},
    {"dE_total_dw5", 1, PROPOSED_KNOWN,
     "half: d((O1 - 1/(exp(-(w5*out_h1 + w6*out_h2 + 1*b3)) + 1))^2 + (O2 - out_O2)^2)/dw5\n"
     "half: d((O1 - 1/(exp(-(w5*out_h1 + w6*out_h2 + 1*b3)) + 1))^2 + 1/2*(O2 - out_O2)^2)/dw5\n"
     "half: d(1/2*(O1 - 1/(exp(-(w5*out_h1 + w6*out_h2 + 1*b3)) + 1))^2 + (O2 - out_O2)^2)/dw5\n"},
    {"dE_total_dw5", 1, PROPOSED_OTHER, ""},
    {"dE_total_dw5", 2, PROPOSED_KNOWN,
     "gradient: dE_total_dw6*out_h1\n"
     "weighted-sum: sigma_O1*in_h1\n"
     "weighted-sum: sigma_O1*in_h1\n"},
    {"dE_total_dw5", 3, PROPOSED_OTHER,
     "minus: -(-(O1 - out_O1)*out_O1*(1 - out_O1)*out_h1)\n"
     "minus: (O1 - out_O1)*out_O1*(1 - out_O1)*out_h1\n"
     "divided: -(O1 - out_O1)*out_O1*(1 - out_O1)/out_h1\n"
     "divided: -(O1 - out_O1)*out_O1/(1 - out_O1)*out_h1\n"
     "divided: -(O1 - out_O1)/out_O1*(1 - out_O1)*out_h1\n"
     "factor: out_O1*(1 - out_O1)*out_h1\n"
     "factor: -(O1 - out_O1)*(1 - out_O1)*out_h1\n"
     "factor: -(O1 - out_O1)*out_O1*out_h1\n"
     "factor: -(O1 - out_O1)*out_O1*(1 - out_O1)\n"
     "term: -(-out_O1)*out_O1*(1 - out_O1)*out_h1\n"
     "term: -O1*out_O1*(1 - out_O1)*out_h1\n"
     "term: -(O1 - out_O1)*out_O1*(-out_O1)*out_h1\n"
     "term: -(O1 - out_O1)*out_O1*1*out_h1\n"
     "neighbour: -(O2 - out_O1)*out_O1*(1 - out_O1)*out_h1\n"
     "neighbour: -(O1 - out_O1)*out_O1*(1 - out_O1)*out_h2\n"
     "neighbour: -(O1 - out_O2)*out_O1*(1 - out_O1)*out_h1\n"
     "neighbour: -(O1 - out_O1)*out_O2*(1 - out_O1)*out_h1\n"
     "neighbour: -(O1 - out_O1)*out_O1*(1 - out_O2)*out_h1\n"
     "point: 100*(-(O1 - out_O1)*out_O1*(1 - out_O1)*out_h1)\n"
     "point: 0.01*(-(O1 - out_O1)*out_O1*(1 - out_O1)*out_h1)\n"
     "point: 10*(-(O1 - out_O1)*out_O1*(1 - out_O1)*out_h1)\n"
     "point: 0.1*(-(O1 - out_O1)*out_O1*(1 - out_O1)*out_h1)\n"},
    {"dE_total_dw5", 4, PROPOSED_KNOWN, ""},
    {"dE_total_dw5", 4, PROPOSED_OTHER, ""},
    {"sigma_O1", 0, PROPOSED_KNOWN,
     "sign: -(out_O1 - O1)*out_O1*(1 - out_O1)\n"
     "sign: -(out_O1 - O1)*out_O1*(1 - out_O1)\n"
     "derivative: -(O1 - out_O1)\n"
     "gradient: -(O1 - out_O1)*out_O1*(1 - out_O1)*out_h1\n"
     "gradient: -(O1 - out_O1)*out_O1*(1 - out_O1)*out_h2\n"
     "weighted-sum: -(O1 - in_O1)*in_O1*(1 - in_O1)\n"
     "weighted-sum: -(O1 - in_O1)*out_O1*(1 - out_O1)\n"
     "weighted-sum: -(O1 - out_O1)*in_O1*(1 - out_O1)\n"
     "weighted-sum: -(O1 - out_O1)*out_O1*(1 - in_O1)\n"},
    {"sigma_h1", 0, PROPOSED_KNOWN,
     "derivative: sigma_O1*w5 + sigma_O2*w7\n"
     "early: (sigma_O1*w5_new + sigma_O2*w7_new)*out_h1*(1 - out_h1)\n"
     "early: (sigma_O1*w5_new + sigma_O2*w7)*out_h1*(1 - out_h1)\n"
     "early: (sigma_O1*w5 + sigma_O2*w7_new)*out_h1*(1 - out_h1)\n"
     "path: sigma_O2*w7*out_h1*(1 - out_h1)\n"
     "path: sigma_O1*w5*out_h1*(1 - out_h1)\n"
     "gradient: (sigma_O1*w5 + sigma_O2*w7)*out_h1*(1 - out_h1)*i1\n"
     "gradient: (sigma_O1*w5 + sigma_O2*w7)*out_h1*(1 - out_h1)*i2\n"
     "gradient: (dE_total_dw5*w5 + dE_total_dw7*w7)*out_h1*(1 - out_h1)\n"
     "gradient: (dE_total_dw5*w5 + sigma_O2*w7)*out_h1*(1 - out_h1)\n"
     "gradient: (sigma_O1*w5 + dE_total_dw7*w7)*out_h1*(1 - out_h1)\n"
     "gradient: (dE_total_dw5*w5 + sigma_O2*w7)*out_h1*(1 - out_h1)\n"
     "gradient: (dE_total_dw6*w5 + sigma_O2*w7)*out_h1*(1 - out_h1)\n"
     "gradient: (sigma_O1*w5 + dE_total_dw7*w7)*out_h1*(1 - out_h1)\n"
     "gradient: (sigma_O1*w5 + dE_total_dw8*w7)*out_h1*(1 - out_h1)\n"
     "gradient: (sigma_O1*w5 + dE_O2_dout_h1*w7)*out_h1*(1 - out_h1)\n"
     "weighted-sum: (sigma_O1*w5 + sigma_O2*w7)*in_h1*(1 - in_h1)\n"
     "weighted-sum: (sigma_O1*w5 + sigma_O2*w7)*in_h1*(1 - out_h1)\n"
     "weighted-sum: (sigma_O1*w5 + sigma_O2*w7)*out_h1*(1 - in_h1)\n"},
    {"w5_new", 0, PROPOSED_KNOWN,
     "alpha: w5 - dE_total_dw5\n"
     "added: w5 + alpha*dE_total_dw5\n"
     "kept: w5\n"
     "rate: w5 - 0.1*dE_total_dw5\n"
     "rate: w5 - 0.01*dE_total_dw5\n"
     "rate: w5 - 1*dE_total_dw5\n"
     "rate: w5 - 0.2*dE_total_dw5\n"
     "rate: w5 - 0.3*dE_total_dw5\n"
     "rate: w5 - 0.05*dE_total_dw5\n"
     "rate: w5 - 0.5*dE_total_dw5\n"
     "rate: w5 - 0.25*dE_total_dw5\n"
     "rate: w5 - 0.4*dE_total_dw5\n"
     "rate: w5 - 0.6*dE_total_dw5\n"
     "rate: w5 - 0.7*dE_total_dw5\n"
     "rate: w5 - 0.8*dE_total_dw5\n"
     "rate: w5 - 0.9*dE_total_dw5\n"
     "rate: w5 - 0.75*dE_total_dw5\n"
     "rate: w5 - 0.001*dE_total_dw5\n"
     "rate: w5 - 2*dE_total_dw5\n"
     "rate: w5 - 0.15*dE_total_dw5\n"
     "rate: w5 - 0.02*dE_total_dw5\n"
     "rate: w5 - 0.03*dE_total_dw5\n"
     "rate: w5 - 5*dE_total_dw5\n"
     "rate: w5 - 10*dE_total_dw5\n"},
    {"w5_new", 0, PROPOSED_OTHER,
     "added: w5 + alpha*dE_total_dw5\n"
     "minus: -(w5 - alpha*dE_total_dw5)\n"
     "divided: w5 - alpha/dE_total_dw5\n"
     "factor: w5 - dE_total_dw5\n"
     "factor: w5 - alpha\n"
     "term: -(alpha*dE_total_dw5)\n"
     "term: w5\n"
     "neighbour: w1 - alpha*dE_total_dw5\n"
     "neighbour: w2 - alpha*dE_total_dw5\n"
     "neighbour: w3 - alpha*dE_total_dw5\n"
     "neighbour: w4 - alpha*dE_total_dw5\n"
     "neighbour: w6 - alpha*dE_total_dw5\n"
     "neighbour: w7 - alpha*dE_total_dw5\n"
     "neighbour: w8 - alpha*dE_total_dw5\n"
     "neighbour: w5 - alpha*dE_total_dw6\n"
     "neighbour: w5 - alpha*dE_total_dw7\n"
     "neighbour: w5 - alpha*dE_total_dw8\n"
     "neighbour: w5 - alpha*dE_total_dw1\n"
     "neighbour: w5 - alpha*dE_total_dw2\n"
     "neighbour: w5 - alpha*dE_total_dw3\n"
     "neighbour: w5 - alpha*dE_total_dw4\n"
     "point: 100*(w5 - alpha*dE_total_dw5)\n"
     "point: 0.01*(w5 - alpha*dE_total_dw5)\n"
     "point: 10*(w5 - alpha*dE_total_dw5)\n"
     "point: 0.1*(w5 - alpha*dE_total_dw5)\n"},
    {"b1_new", 0, PROPOSED_KNOWN,
     "derivative: b1 + alpha*(-(sigma_O1*w5 + sigma_O2*w7))\n"
     "early: b1 + alpha*(-(sigma_O1*w5_new + sigma_O2*w7))*out_h1*(1 - out_h1)\n"
     "early: b1 + alpha*(-(sigma_O1*w5 + sigma_O2*w7_new))*out_h1*(1 - out_h1)\n"
     "alpha: b1 + -(sigma_O1*w5 + sigma_O2*w7)*out_h1*(1 - out_h1)\n"
     "path: b1 + alpha*(-(sigma_O2*w7))*out_h1*(1 - out_h1)\n"
     "path: b1 + alpha*(-(sigma_O1*w5))*out_h1*(1 - out_h1)\n"
     "gradient: b1 + alpha*(-(dE_total_dw5*w5 + dE_total_dw7*w7))*out_h1*(1 - out_h1)\n"
     "gradient: b1 + alpha*(-(dE_total_dw5*w5 + sigma_O2*w7))*out_h1*(1 - out_h1)\n"
     "gradient: b1 + alpha*(-(sigma_O1*w5 + dE_total_dw7*w7))*out_h1*(1 - out_h1)\n"
     "gradient: b1 + alpha*(-(dE_total_dw5*w5 + sigma_O2*w7))*out_h1*(1 - out_h1)\n"
     "gradient: b1 + alpha*(-(dE_total_dw6*w5 + sigma_O2*w7))*out_h1*(1 - out_h1)\n"
     "gradient: b1 + alpha*(-(sigma_O1*w5 + dE_total_dw7*w7))*out_h1*(1 - out_h1)\n"
     "gradient: b1 + alpha*(-(sigma_O1*w5 + dE_total_dw8*w7))*out_h1*(1 - out_h1)\n"
     "gradient: b1 + alpha*(-(sigma_O1*w5 + dE_O2_dout_h1*w7))*out_h1*(1 - out_h1)\n"
     "weighted-sum: b1 + alpha*(-(sigma_O1*w5 + sigma_O2*w7))*in_h1*(1 - in_h1)\n"
     "weighted-sum: b1 + alpha*(-(sigma_O1*w5 + sigma_O2*w7))*in_h1*(1 - out_h1)\n"
     "weighted-sum: b1 + alpha*(-(sigma_O1*w5 + sigma_O2*w7))*out_h1*(1 - in_h1)\n"
     "kept: b1\n"
     "rate: b1 + 0.1*(-(sigma_O1*w5 + sigma_O2*w7))*out_h1*(1 - out_h1)\n"
     "rate: b1 + 0.01*(-(sigma_O1*w5 + sigma_O2*w7))*out_h1*(1 - out_h1)\n"
     "rate: b1 + 1*(-(sigma_O1*w5 + sigma_O2*w7))*out_h1*(1 - out_h1)\n"
     "rate: b1 + 0.2*(-(sigma_O1*w5 + sigma_O2*w7))*out_h1*(1 - out_h1)\n"
     "rate: b1 + 0.3*(-(sigma_O1*w5 + sigma_O2*w7))*out_h1*(1 - out_h1)\n"
     "rate: b1 + 0.05*(-(sigma_O1*w5 + sigma_O2*w7))*out_h1*(1 - out_h1)\n"
     "rate: b1 + 0.5*(-(sigma_O1*w5 + sigma_O2*w7))*out_h1*(1 - out_h1)\n"
     "rate: b1 + 0.25*(-(sigma_O1*w5 + sigma_O2*w7))*out_h1*(1 - out_h1)\n"
     "rate: b1 + 0.4*(-(sigma_O1*w5 + sigma_O2*w7))*out_h1*(1 - out_h1)\n"
     "rate: b1 + 0.6*(-(sigma_O1*w5 + sigma_O2*w7))*out_h1*(1 - out_h1)\n"
     "rate: b1 + 0.7*(-(sigma_O1*w5 + sigma_O2*w7))*out_h1*(1 - out_h1)\n"
     "rate: b1 + 0.8*(-(sigma_O1*w5 + sigma_O2*w7))*out_h1*(1 - out_h1)\n"
     "rate: b1 + 0.9*(-(sigma_O1*w5 + sigma_O2*w7))*out_h1*(1 - out_h1)\n"
     "rate: b1 + 0.75*(-(sigma_O1*w5 + sigma_O2*w7))*out_h1*(1 - out_h1)\n"
     "rate: b1 + 0.001*(-(sigma_O1*w5 + sigma_O2*w7))*out_h1*(1 - out_h1)\n"
     "rate: b1 + 2*(-(sigma_O1*w5 + sigma_O2*w7))*out_h1*(1 - out_h1)\n"
     "rate: b1 + 0.15*(-(sigma_O1*w5 + sigma_O2*w7))*out_h1*(1 - out_h1)\n"
     "rate: b1 + 0.02*(-(sigma_O1*w5 + sigma_O2*w7))*out_h1*(1 - out_h1)\n"
     "rate: b1 + 0.03*(-(sigma_O1*w5 + sigma_O2*w7))*out_h1*(1 - out_h1)\n"
     "rate: b1 + 5*(-(sigma_O1*w5 + sigma_O2*w7))*out_h1*(1 - out_h1)\n"
     "rate: b1 + 10*(-(sigma_O1*w5 + sigma_O2*w7))*out_h1*(1 - out_h1)\n"},
    {"in_O1_new", 0, PROPOSED_KNOWN,
     "bias: w5_new*out_h1_new + w6_new*out_h2_new\n"
     "other-bias: w5_new*out_h1_new + w6_new*out_h2_new + 1*b4_new\n"
     "other-bias: w5_new*out_h1_new + w6_new*out_h2_new + 1*b1_new\n"
     "other-bias: w5_new*out_h1_new + w6_new*out_h2_new + 1*b2_new\n"
     "weighted-sum: w5_new*in_h1_new + w6_new*in_h2_new + 1*b3_new\n"
     "weighted-sum: w5_new*in_h1_new + w6_new*out_h2_new + 1*b3_new\n"
     "weighted-sum: w5_new*out_h1_new + w6_new*in_h2_new + 1*b3_new\n"},
    {"in_O1_new", 0, PROPOSED_OTHER,
     "old: w5*out_h1 + w6*out_h2 + 1*b3\n"
     "old: w5*out_h1_new + w6_new*out_h2_new + 1*b3_new\n"
     "old: w5_new*out_h1 + w6_new*out_h2_new + 1*b3_new\n"
     "old: w5_new*out_h1_new + w6*out_h2_new + 1*b3_new\n"
     "old: w5_new*out_h1_new + w6_new*out_h2 + 1*b3_new\n"
     "old: w5_new*out_h1_new + w6_new*out_h2_new + 1*b3\n"
     "minus: -(w5_new*out_h1_new + w6_new*out_h2_new + 1*b3_new)\n"
     "divided: w5_new/out_h1_new + w6_new*out_h2_new + 1*b3_new\n"
     "divided: w5_new*out_h1_new + w6_new/out_h2_new + 1*b3_new\n"
     "factor: out_h1_new + w6_new*out_h2_new + 1*b3_new\n"
     "factor: w5_new + w6_new*out_h2_new + 1*b3_new\n"
     "factor: w5_new*out_h1_new + out_h2_new + 1*b3_new\n"
     "factor: w5_new*out_h1_new + w6_new + 1*b3_new\n"
     "factor: w5_new*out_h1_new + w6_new*out_h2_new + 1\n"
     "term: w6_new*out_h2_new + 1*b3_new\n"
     "term: w5_new*out_h1_new + 1*b3_new\n"
     "term: w5_new*out_h1_new + w6_new*out_h2_new\n"
     "neighbour: w5_new*out_h1_new + w5_new*out_h2_new + 1*b3_new\n"
     "neighbour: w6_new*out_h1_new + w6_new*out_h2_new + 1*b3_new\n"
     "neighbour: w7_new*out_h1_new + w6_new*out_h2_new + 1*b3_new\n"
     "neighbour: w5_new*out_h1_new + w7_new*out_h2_new + 1*b3_new\n"
     "neighbour: w8_new*out_h1_new + w6_new*out_h2_new + 1*b3_new\n"
     "neighbour: w5_new*out_h1_new + w8_new*out_h2_new + 1*b3_new\n"
     "neighbour: w5_new*out_h1_new + w6_new*out_h2_new + 1*b4_new\n"
     "neighbour: w1_new*out_h1_new + w6_new*out_h2_new + 1*b3_new\n"
     "neighbour: w5_new*out_h1_new + w1_new*out_h2_new + 1*b3_new\n"
     "neighbour: w2_new*out_h1_new + w6_new*out_h2_new + 1*b3_new\n"
     "neighbour: w5_new*out_h1_new + w2_new*out_h2_new + 1*b3_new\n"
     "neighbour: w3_new*out_h1_new + w6_new*out_h2_new + 1*b3_new\n"
     "neighbour: w5_new*out_h1_new + w3_new*out_h2_new + 1*b3_new\n"
     "neighbour: w4_new*out_h1_new + w6_new*out_h2_new + 1*b3_new\n"
     "neighbour: w5_new*out_h1_new + w4_new*out_h2_new + 1*b3_new\n"
     "neighbour: w5_new*out_h1_new + w6_new*out_h2_new + 1*b1_new\n"
     "neighbour: w5_new*out_h1_new + w6_new*out_h2_new + 1*b2_new\n"
     "neighbour: w5_new*out_h1_new + w6_new*out_h1_new + 1*b3_new\n"
     "neighbour: w5_new*out_h2_new + w6_new*out_h2_new + 1*b3_new\n"
     "point: 100*(w5_new*out_h1_new + w6_new*out_h2_new + 1*b3_new)\n"
     "point: 0.01*(w5_new*out_h1_new + w6_new*out_h2_new + 1*b3_new)\n"
     "point: 10*(w5_new*out_h1_new + w6_new*out_h2_new + 1*b3_new)\n"
     "point: 0.1*(w5_new*out_h1_new + w6_new*out_h2_new + 1*b3_new)\n"},
    {"in_h2", 0, PROPOSED_HABITS, "bias: w3*i1 + w4*i2\n"},
    {"E_total", 0, PROPOSED_HABITS,
     "sign: 1/2*(out_O1 - O1)^2 + 1/2*(out_O2 - O2)^2\n"
     "half: (O1 - out_O1)^2 + (O2 - out_O2)^2\n"},
    {"sigma_h1", 0, PROPOSED_HABITS,
     "derivative: sigma_O1*w5 + sigma_O2*w7\n"
     "early: (sigma_O1*w5_new + sigma_O2*w7_new)*out_h1*(1 - out_h1)\n"},
    {"w5_new", 0, PROPOSED_HABITS, "alpha: w5 - dE_total_dw5\n"},
    {"in_h2", 1, PROPOSED_HABITS, ""},
    {"dE_total_dw5", 1, PROPOSED_HABITS, ""},
    {"dE_total_dw5", 4, PROPOSED_HABITS, ""},
};

static struct text proposed;

static bool propose(void *context, const char *id, const struct formula *formula) {
    (void)context;
    text_printf(&proposed, "%s: ", id);
    formula_print(&proposed, formula, NULL, NULL);
    text_putc(&proposed, '\n');
    return false;
}

START_TEST(proposes) {
    start();
    const size_t q = ways_quantity(&ways, proposals[_i].name, strlen(proposals[_i].name));
    const struct slip_place place = {.ways = &ways,
                                     .arena = &arena,
                                     .quantity = q,
                                     .way = &ways.of[q][proposals[_i].way],
                                     .explains = propose};
    text_puts(&proposed, "");
    if (proposals[_i].which == PROPOSED_HABITS)
        for (size_t kind = 0; slip_throughout_id(kind) != NULL; kind++) {
            const struct formula *made = slip_throughout(&place, kind);
            if (made != NULL)
                propose(NULL, slip_throughout_id(kind), made);
        }
    else
        (proposals[_i].which == PROPOSED_ARTICLE ? slip_article
         : proposals[_i].which == PROPOSED_KNOWN ? slip_known
                                                 : slip_other)(&place);
    ck_assert_str_eq(proposed.bytes, proposals[_i].slips);
    text_free(&proposed);
    end();
}
END_TEST

/* The first that is taken for an explanation is the last that is proposed. */
static const struct {
    const char *name;
    size_t way;
    struct slip (*look)(const struct slip_place *place);
    const char *last;
} explanations[] = {
    {"in_h2", 1, slip_article, "E1: w3*i1 + w4*i2 + 1*b1\n"},
    {"in_O1_new", 0, slip_known, "other-bias: w5_new*out_h1_new + w6_new*out_h2_new + 1*b1_new\n"},
    {"w5_new", 0, slip_known, "rate: w5 - 0.1*dE_total_dw5\n"},
    {"w5_new", 0, slip_known, "rate: w5 - 1*dE_total_dw5\n"},
    {"w5_new", 0, slip_known, "rate: w5 - 10*dE_total_dw5\n"},
    {"w5_new", 0, slip_other, "neighbour: w4 - alpha*dE_total_dw5\n"},
    {"in_h1", 0, slip_other, "point: 10*(w1*i1 + w2*i2 + 1*b1)\n"},
};

static bool propose_up_to(void *context, const char *id, const struct formula *formula) {
    const size_t before = proposed.length;
    propose(NULL, id, formula);
    return strcmp(proposed.bytes + before, context) == 0;
}

START_TEST(stops_at_an_explanation) {
    char last[64];
    start();
    strcpy(last, explanations[_i].last);
    const size_t q = ways_quantity(&ways, explanations[_i].name, strlen(explanations[_i].name));
    const struct slip_place place = {.ways = &ways,
                                     .arena = &arena,
                                     .quantity = q,
                                     .way = &ways.of[q][explanations[_i].way],
                                     .explains = propose_up_to,
                                     .context = last};
    text_puts(&proposed, "");
    const struct slip slip = explanations[_i].look(&place);
    const size_t behind = proposed.length - strlen(last);
    ck_assert_str_eq(proposed.bytes + behind, last);
    propose(NULL, slip.id, slip.formula);
    ck_assert_str_eq(proposed.bytes + behind + strlen(last), last);
    text_free(&proposed);
    end();
}
END_TEST

/* What a quantity is the same as, whatever the numbers; and its ways, those of the walk and then
 * those with names PUT in the places of what they are: once, and then once more in what came of it.
 */
static const struct {
    const char *name, *ways;
} all_ways[] = {
    {"i1", "= din_h1_dw1\n"
           "= din_h2_dw3\n"},
    {"i2", "= din_h1_dw2\n"
           "= din_h2_dw4\n"},
    {"O1", ""},
    {"w5", "= din_O1_dout_h1\n"},
    {"alpha", ""},
    {"out_h1", "= din_O1_dw5\n"
               "= din_O2_dw7\n"
               "1/(exp(-in_h1) + 1)\n"},
    {"E_total", "1/2*(O1 - out_O1)^2 + 1/2*(O2 - out_O2)^2\n"
                "E_O1 + E_O2\n"
                "1/2*(O1 - 1/(exp(-in_O1) + 1))^2 + 1/2*(O2 - out_O2)^2\n"
                "E_O1 + 1/2*(O2 - out_O2)^2 PUT\n"
                "1/2*(O1 - out_O1)^2 + E_O2 PUT\n"
                "1/2*(O1 - 1/(exp(-in_O1) + 1))^2 + E_O2 PUT\n"},
    {"din_O1_dw5", "= din_O2_dw7\n"
                   "= out_h1\n"
                   "out_h1\n"
                   "1*w5^(1 - 1)*out_h1 + 0 + 0\n"
                   "d(w5*out_h1 + w6*out_h2 + 1*b3)/dw5 PARTIAL\n"},
    {"din_O1_db3", "1\n"
                   "0 + 0 + b3^(1 - 1)\n"
                   "d(w5*out_h1 + w6*out_h2 + 1*b3)/db3 PARTIAL\n"},
    {"dE_total_dw5",
     "dE_total_dout_O1*dout_O1_din_O1*din_O1_dw5\n"
     "d(1/2*(O1 - 1/(exp(-(w5*out_h1 + w6*out_h2 + 1*b3)) + 1))^2 + 1/2*(O2 - out_O2)^2)/dw5 PARTIAL\n"
     "sigma_O1*out_h1\n"
     "-(O1 - out_O1)*out_O1*(1 - out_O1)*out_h1\n"
     "sigma_O1*din_O1_dw5 PUT\n"
     "dout_O1_din_O1*(-(O1 - out_O1)*out_h1) PUT\n"
     "dE_total_dout_O1*out_O1*(1 - out_O1)*out_h1 PUT\n"
     "dout_O1_din_O1*(dE_total_dout_O1*out_h1) PUT\n"},
    {"sigma_O1", "= dE_total_db3\n"
                 "= dE_O1_din_O1\n"
                 "-(O1 - out_O1)*out_O1*(1 - out_O1)\n"
                 "d(1/2*(O1 - 1/(exp(-in_O1) + 1))^2 + 1/2*(O2 - out_O2)^2)/din_O1 PARTIAL\n"
                 "dE_total_dout_O1*dout_O1_din_O1\n"
                 "dout_O1_din_O1*(-(O1 - out_O1)) PUT\n"
                 "dE_total_dout_O1*out_O1*(1 - out_O1) PUT\n"
                 "dout_O1_din_O1*dE_total_dout_O1 PUT\n"},
    {"sigma_h1", "= dE_total_db1\n"
                 "(sigma_O1*w5 + sigma_O2*w7)*out_h1*(1 - out_h1)\n"
                 "dout_h1_din_h1*(sigma_O1*w5 + sigma_O2*w7) PUT\n"
                 "dE_total_dout_h1*out_h1*(1 - out_h1) PUT\n"
                 "(dE_O1_dout_h1 + sigma_O2*w7)*out_h1*(1 - out_h1) PUT\n"
                 "(sigma_O1*w5 + dE_O2_dout_h1)*out_h1*(1 - out_h1) PUT\n"
                 "dout_h1_din_h1*dE_total_dout_h1 PUT\n"
                 "dout_h1_din_h1*(dE_O1_dout_h1 + sigma_O2*w7) PUT\n"
                 "dout_h1_din_h1*(sigma_O1*w5 + dE_O2_dout_h1) PUT\n"
                 "(dE_O1_dout_h1 + dE_O2_dout_h1)*out_h1*(1 - out_h1) PUT\n"},
    {"w5_new", "w5 - alpha*dE_total_dw5\n"
               "w5 + alpha*(O1 - out_O1)*out_O1*(1 - out_O1)*out_h1\n"
               "w5 - alpha*(-out_O1*(1 - out_O1)*(O1 - out_O1)*out_h1)\n"
               "w5 + dout_O1_din_O1*(alpha*(O1 - out_O1)*out_h1) PUT\n"
               "w5 - sigma_O1*(alpha*out_h1) PUT\n"
               "w5 - dE_total_dw5*alpha PUT\n"},
    {"w1_new", "w1 - alpha*dE_total_dw1\n"
               "w1 - 0.1*dE_total_dw1E5\n"
               "w1 + alpha*(-(sigma_O1*w5 + sigma_O2*w7))*out_h1*(1 - out_h1)*i1\n"
               "w1 + dout_h1_din_h1*(alpha*(-(sigma_O1*w5 + sigma_O2*w7))*i1) PUT\n"
               "w1 + alpha*(-dE_total_dout_h1)*out_h1*(1 - out_h1)*i1 PUT\n"
               "w1 + alpha*(-(dE_O1_dout_h1 + sigma_O2*w7))*out_h1*(1 - out_h1)*i1 PUT\n"
               "w1 + alpha*(-(sigma_O1*w5 + dE_O2_dout_h1))*out_h1*(1 - out_h1)*i1 PUT\n"
               "w1 + dout_h1_din_h1*(alpha*(-dE_total_dout_h1)*i1) PUT\n"
               "w1 + dout_h1_din_h1*(alpha*(-(dE_O1_dout_h1 + sigma_O2*w7))*i1) PUT\n"
               "w1 + dout_h1_din_h1*(alpha*(-(sigma_O1*w5 + dE_O2_dout_h1))*i1) PUT\n"
               "w1 + alpha*(-(dE_O1_dout_h1 + dE_O2_dout_h1))*out_h1*(1 - out_h1)*i1 PUT\n"},
};

START_TEST(has_these_ways) {
    struct text out = {0};
    start();
    const size_t q = ways_quantity(&ways, all_ways[_i].name, strlen(all_ways[_i].name));
    text_puts(&out, "");
    for (size_t twin = ways.twin[q]; twin != q; twin = ways.twin[twin])
        text_printf(&out, "= %s\n", trace.quantities[twin].name);
    for (size_t w = 0; w < ways.count[q]; w++) {
        const struct way *way = &ways.of[q][w];
        formula_print(&out, way->formula, NULL, NULL);
        text_printf(&out, "%s%s%s\n", way->slip != NULL ? way->slip : "",
                    way->has_partial ? " PARTIAL" : "", way->is_put ? " PUT" : "");
    }
    ck_assert_str_eq(out.bytes, all_ways[_i].ways);
    text_free(&out);
    end();
}
END_TEST

/* Whether each name of the walk stands in its cell, where it is found without looking. */
static bool is_in_cells(const struct ways *of, const struct formula *node) {
    if (node == NULL)
        return true;
    return node->kind == FORMULA_NAME
               ? node->text >= of->cells &&
                     node->text < of->cells + of->cell * of->trace->quantity_count
               : is_in_cells(of, node->left) && is_in_cells(of, node->right);
}

static bool find_value(void *context, const char *name, size_t length, struct approximate *found) {
    const struct ways *of = context;
    *found = (struct approximate){of->trace->quantities[ways_quantity(of, name, length)].value, 0};
    return true;
}

/* Each way that is no slip comes to the value of the walk, also as it is computed plainly; no two
 * are one. */
static void assert_way(const struct ways *of, size_t q, size_t w) {
    const struct way *way = &of->of[q][w];
    const struct quantity *named = &of->trace->quantities[q];
    const struct formula_names lookup = {.find = find_value, .context = (void *)(uintptr_t)of};
    struct approximate value, values[1024];
    struct error error;
    ck_assert(!ways_have(of->of[q], w, way->formula));
    ck_assert(is_in_cells(of, way->formula));
    if (way->slip != NULL)
        return;
    ck_assert(formula_evaluate(way->formula, &lookup, &value, &error));
    ck_assert_msg(fabs(value.value - named->value) <= 1e-11 * fabs(named->value), "%s, way %zu",
                  named->name, w);
    if (way->plain == NULL)
        return;
    for (size_t i = 0; i < of->trace->quantity_count; i++)
        values[i] = (struct approximate){of->trace->quantities[i].value, 0};
    value = plain_value(way->plain, values);
    ck_assert(fabs(value.value - named->value) + value.error <= 1e-11 * fabs(named->value));
}

/* What a quantity is computed from in the walk stands before it, and is reached, and what that
 * reaches, too. */
static void assert_order(const struct ways *of, size_t q, const struct way *way) {
    ck_assert_uint_eq(of->order[of->place[q]], q);
    for (size_t i = 0; i < way->name_count && way->slip == NULL && !way->is_put; i++) {
        const size_t name = way->names[i];
        ck_assert(of->place[name] < of->place[q] && ways_reach(of, q, name));
        for (size_t n = 0; n < of->trace->quantity_count; n++)
            ck_assert(ways_reach(of, q, n) || !ways_reach(of, name, n));
    }
}

static const struct {
    const char *from, *to;
    bool is_reached;
} reaches[] = {{"in_h1", "w1", true},       {"in_h1", "w3", false},      {"in_h2", "b1", false},
               {"out_O1", "b1", true},      {"out_O1", "w7", false},     {"E_O1", "O2", false},
               {"E_total", "w8", true},     {"E_total", "alpha", false}, {"w1_new", "alpha", true},
               {"w1", "w1", false},         {"w1", "in_h1", false},      {"in_h1_new", "O2", true},
               {"dE_total_db4", "i1", true}};

START_TEST(reaches_what_it_needs) {
    start();
    const size_t from = ways_quantity(&ways, reaches[_i].from, strlen(reaches[_i].from));
    const size_t to = ways_quantity(&ways, reaches[_i].to, strlen(reaches[_i].to));
    ck_assert(ways_reach(&ways, from, to) == reaches[_i].is_reached);
    end();
}
END_TEST

/* A twin has the same value. */
static void assert_twin(const struct ways *of, size_t q) {
    const double value = of->trace->quantities[q].value;
    ck_assert(fabs(of->trace->quantities[of->twin[q]].value - value) <= 1e-12 * fabs(value));
}

START_TEST(every_way_is_one) {
    static const char *const examples[] = {"article", "companion", "softmax",
                                           "relu",    "xor",       "deep"};
    struct example any;
    struct walk walk;
    struct error error;
    ck_assert_msg(example_make(&any, examples[_i], NULL, 0, &error) &&
                      walk_make(&walk, &any, SLIPS_NONE, &error),
                  "%s", error.line);
    ways_collect(&ways, &walk.trace, walk.shape);
    ck_assert_uint_le(walk.trace.quantity_count, 1024);
    for (size_t q = 0; q < walk.trace.quantity_count; q++)
        assert_twin(&ways, q);
    for (size_t q = 0; q < walk.trace.quantity_count; q++)
        for (size_t w = 0; w < ways.count[q]; w++) {
            assert_way(&ways, q, w);
            assert_order(&ways, q, &ways.of[q][w]);
        }
    ways_free(&ways);
    walk_free(&walk);
    example_free(&any);
}
END_TEST

/* Plain formulas of w5 and w6, each a value that may be off: what comes of them, and how far off
 * that may be. */
static const struct {
    const char *formula;
    struct approximate w5, w6, result; /* an error below 0 is not asked */
} plains[] = {
    {"1 + 2", {0, 0}, {0, 0}, {3, 0}},
    {"w5 + w6", {2, 0.1}, {3, 0.2}, {5, 0.3}},
    {"w5 - w6", {2, 0.1}, {3, 0.2}, {-1, 0.3}},
    {"-w5", {2, 0.1}, {3, 0.2}, {-2, 0.1}},
    {"w5*w6", {2, 0.1}, {3, 0.2}, {6, 0.72}}, /* 2*0.2 + 3*0.1 + 0.1*0.2 */
    {"w5*w6", {-2, 0.1}, {3, 0.2}, {-6, 0.72}},
    {"w5*w6", {2, 0.1}, {-3, 0.2}, {-6, 0.72}},
    {"w5*w6", {0, 0.1}, {3, 0}, {0, 0.3}},
    {"w5*w6", {3, 0}, {0, 0.1}, {0, 0.3}},
    {"w5*w6", {0, 0}, {INFINITY, 0}, {0, 0}},
    {"w5*w6", {INFINITY, 0}, {0, 0}, {0, 0}},
    {"w5/w6", {2, 0}, {4, 0}, {0.5, 0}},
    {"w5/w6", {2, 0.1}, {4, 0}, {0.5, 0.025}},
    {"w5/w6", {2, 0.1}, {4, 0.8}, {0.5, 0.15625}}, /* (0.1 + 0.5*0.8)/(4 - 0.8) */
    {"w5/w6", {2, 0.1}, {-4, 0.8}, {-0.5, 0.15625}},
    {"w5/w6", {-2, 0.1}, {4, 0.8}, {-0.5, 0.15625}},
    {"w5/w6", {2, 0.1}, {4, 4}, {0.5, INFINITY}},
    {"w5/w6", {2, 0.1}, {4, 9}, {0.5, INFINITY}},
    {"w5^0", {2, 0.1}, {0, 0}, {1, 0}},
    {"w5^1", {2, 0.1}, {0, 0}, {2, 0.1}},
    {"w5^2", {2, 0.1}, {0, 0}, {4, 0.42}}, /* 2*2.1*0.1 */
    {"w5^2", {-2, 0.1}, {0, 0}, {4, 0.42}},
    {"w5^3", {2, 0}, {0, 0}, {8, 0}},
    {"w5^w6", {2, 0.4}, {-1, 0}, {0.5, 0.15625}}, /* 1.6^-2*0.4 */
    {"w5^w6", {2, 2}, {-1, 0}, {0.5, INFINITY}},
    {"w5^w6", {2, 9}, {-1, 0}, {0.5, INFINITY}},
    {"w5^w6", {2, 0}, {3, 0.1}, {8, -1}},
    {"w5^w6", {-2, 0}, {3, 0.1}, {NAN, -1}}, /* no whole power: by the logarithm */
    {"w5^w6", {-2, 0}, {3, 0}, {-8, 0}},
    {"w5^w6", {-2, 0}, {0.5, 0}, {NAN, -1}},
    {"w5^w6", {4, 0}, {0.5, 0}, {2, -1}},
    {"w5^w6", {-1, 0}, {64, 0}, {1, 0}},
    {"w5^w6", {-1, 0}, {-64, 0}, {1, 0}},
    {"w5^w6", {-1, 0}, {65, 0}, {NAN, -1}},
    {"exp(w5) - w6", {0, 0}, {3, 0}, {-2, -1}},
    {"w6 - w5*(w6 + 1)", {2, 0}, {3, 0}, {-5, 0}},
};

START_TEST(computes_plainly) {
    struct approximate values[256];
    start();
    const struct plain *plain = plain_make(&arena, &ways, parsed(&arena, plains[_i].formula));
    values[ways_quantity(&ways, "w5", 2)] = plains[_i].w5;
    values[ways_quantity(&ways, "w6", 2)] = plains[_i].w6;
    ck_assert_ptr_nonnull(plain);
    const struct approximate result = plain_value(plain, values), wanted = plains[_i].result;
    ck_assert_msg(isnan(wanted.value) ? isnan(result.value)
                                      : fabs(result.value - wanted.value) <= 1e-12,
                  "%s: %g", plains[_i].formula, result.value);
    ck_assert_msg(wanted.error < 0 || result.error == wanted.error ||
                      fabs(result.error - wanted.error) <= 1e-12,
                  "%s: +-%g", plains[_i].formula, result.error);
    end();
}
END_TEST

/* Of up to 256 operations, up to 64 deep; and without derivatives, sum signs and rows. */
static bool is_plain(const char *first, const char *again, int times, const char *last,
                     char close) {
    struct text formula = {0};
    text_puts(&formula, first);
    for (int i = 0; i < times; i++)
        text_puts(&formula, again);
    text_puts(&formula, last);
    text_repeat(&formula, ')', close != 0 ? (size_t)times : 0);
    const bool is = plain_make(&arena, &ways, parsed(&arena, formula.bytes)) != NULL;
    text_free(&formula);
    return is;
}

START_TEST(is_plain_up_to_a_length) {
    start();
    ck_assert(is_plain("-(w5", " + w5", 127, ")", 0)); /* 128 names, 127 sums, a minus */
    ck_assert(!is_plain("w5", " + w5", 128, "", 0));
    ck_assert(is_plain("", "w5 + (", 63, "w5", ')'));
    ck_assert(!is_plain("", "w5 + (", 64, "w5", ')'));
    ck_assert(is_plain("", "1 + (", 63, "1", ')'));
    ck_assert(!is_plain("", "1 + (", 64, "1", ')'));
    ck_assert(!is_plain("PARTIAL(w5*w6, w5)", " + w5", 1, "", 0));
    ck_assert(!is_plain("w5", " + PARTIAL(w5*w6, w5)", 1, "", 0));
    ck_assert(!is_plain("DOT((w5, w6), (w5, w6))", "", 0, "", 0));
    end();
}
END_TEST

Suite *slip_suite(void) {
    Suite *suite = suite_create("slip");
    add_rows(suite, "changes", changes, sizeof rows / sizeof *rows);
    add_rows(suite, "a bias", tells_a_bias, sizeof biases / sizeof *biases);
    add_rows(suite, "names", names_of, sizeof names / sizeof *names);
    add_rows(suite, "missing", tells_what_is_missing, sizeof missings / sizeof *missings);
    add_rows(suite, "proposed", proposes, sizeof proposals / sizeof *proposals);
    add_rows(suite, "explained", stops_at_an_explanation,
             sizeof explanations / sizeof *explanations);
    add_rows(suite, "ways", has_these_ways, sizeof all_ways / sizeof *all_ways);
    add_rows(suite, "plain", computes_plainly, sizeof plains / sizeof *plains);
    add_rows(suite, "how long", is_plain_up_to_a_length, 1);
    add_rows(suite, "reaches", reaches_what_it_needs, sizeof reaches / sizeof *reaches);
    add_rows(suite, "every way", every_way_is_one, 6);
    add_rows(suite, "a long sum", a_long_sum, 1);
    return suite;
}
