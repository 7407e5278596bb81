/* Slip: what each slip makes of a formula, and what it leaves, by the names of the walk. */
#include "suites.h"

#include "mark/slip_change.h"
#include "mark/slips.h"
#include "walk/walk.h"

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

Suite *slip_suite(void) {
    Suite *suite = suite_create("slip");
    add_rows(suite, "changes", changes, sizeof rows / sizeof *rows);
    add_rows(suite, "a bias", tells_a_bias, sizeof biases / sizeof *biases);
    add_rows(suite, "names", names_of, sizeof names / sizeof *names);
    add_rows(suite, "missing", tells_what_is_missing, sizeof missings / sizeof *missings);
    add_rows(suite, "a long sum", a_long_sum, 1);
    return suite;
}
