/* Plot: formulas as gnuplot reads them, numbers as a script has them, and the descent held to the
 * walk. What gnuplot makes of the scripts is in plot.sh. */
#include "suites.h"

#include "plot/descent.h"
#include "plot/figure.h"
#include "plot/formula_gnuplot.h"
#include "plot/function_lines.h"
#include "plot/letters.h"
#include "plot/walk_names.h"
#include "set_number.h"
#include "walk/walk.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static const struct {
    const char *formula, *gnuplot;
} expressions[] = {
    {"1/(exp(-in_h1) + 1)", "1./(exp(-x) + 1)"},
    {"1./2*pow(O1 - out_O1, 2)", "1./2*(O1 - out_O1)**2"},
    {"1/2*x", "1./2*x"},
    {"0.5*x", "0.5*x"},
    {"w5/in_h1", "w5/x"},
    {"12/x", "12./x"},
    {"w12/3", "w12/3"},
    {"2.5/3", "2.5/3"},
    {"in_h1*in_h2", "x*in_h2"},
    {"pow(x, 1 - 1)", "x**(1 - 1)"},
    {"pow(pow(x, 2), 3)", "(x**2)**3"},
    {"-pow(x, 2)", "-x**2"},
    {"a - (b - c)", "a - (b - c)"},
    {"tanh(w1*x)", "tanh(w1*x)"},
};

START_TEST(expression_is_gnuplots) {
    static const struct renaming renamed[] = {{"in_h1", "x"}, {0}};
    const char *text = expressions[_i].formula;
    struct arena arena = {0};
    struct text out = {0};
    struct error error;
    size_t column;
    const struct formula *formula = formula_parse(&arena, text, strlen(text), &column, &error);
    ck_assert_msg(formula != NULL, "%s: %s", text, error.line);
    formula_gnuplot(&out, formula, renamed);
    ck_assert_str_eq(out.bytes, expressions[_i].gnuplot);
    text_free(&out);
    arena_free(&arena);
}
END_TEST

static const struct {
    double value;
    const char *real, *brief;
} numbers[] = {
    {0, "0.0", "0"},
    {3, "3.0", "3"},
    {-20, "-20.0", "-20"},
    {0.1, "0.10000000000000001", "0.1"},
    {2.2067545195399035e-06, "2.2067545195399035e-06", "2.207e-06"},
    {1e300, "1.0000000000000001e+300", "1e+300"},
    {123456, "123456.0", "1.235e+05"},
};

START_TEST(number_is_real) {
    ck_assert_str_eq(script_real(numbers[_i].value).text, numbers[_i].real);
    ck_assert_str_eq(script_brief(numbers[_i].value).text, numbers[_i].brief);
}
END_TEST

static const struct {
    double low, high;
    const char *tics;
} decades[] = {
    {0.2, 2, "set ytics (1e-1, 2e-1, 5e-1, 1e0, 2e0, 5e0, 1e1, 2e1, 5e1)\nset format y \"%g\"\n"},
    {0.02, 2.5, "set ytics auto\nset format y \"%g\"\n"},
    {1e-5, 2, "set ytics (\"1e-04\" 1e-4, \"1e-02\" 1e-2, \"1\" 1)\n"},
    {1e-4, 0.5,
     "set ytics (\"1e-04\" 1e-4, \"1e-03\" 1e-3, \"1e-02\" 1e-2, \"1e-01\" 1e-1, \"1\" 1)\n"},
};

START_TEST(decades_are_told_in_one_spelling) {
    struct text out = {0};
    struct script script = {.out = &out};
    script_decades(&script, decades[_i].low, decades[_i].high);
    ck_assert_str_eq(out.bytes, decades[_i].tics);
    text_free(&out);
}
END_TEST

START_TEST(expression_without_renaming) {
    struct arena arena = {0};
    struct text out = {0};
    struct error error;
    size_t column;
    const char *text = "1./2*pow(in_h1, 2)";
    formula_gnuplot(&out, formula_parse(&arena, text, strlen(text), &column, &error), NULL);
    ck_assert_str_eq(out.bytes, "1./2*in_h1**2");
    text_free(&out);
    arena_free(&arena);
}
END_TEST

START_TEST(array_has_each_stride) {
    static const double values[] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    struct text out = {0};
    struct script script = {.out = &out};
    script_array(&script, "a", values + 1, 5, 2);
    ck_assert_str_eq(out.bytes, "array a[5] = [2.0, 4.0, 6.0, 8.0, \\\n    10.0]\n");
    text_free(&out);
}
END_TEST

START_TEST(any_text_is_quoted) {
    struct text out = {0};
    struct script script = {.out = &out};
    script_quote(&script, "it's\none\x7fline\t\xc3\xa9");
    ck_assert_str_eq(out.bytes, "'it''s one line \xc3\xa9'");
    text_free(&out);
}
END_TEST

START_TEST(prose_stands_for_its_key) {
    struct text out = {0};
    struct script script = {.out = &out, .language = CHINESE};
    script_put(&script, "a {plot.updates}{plot.class} %d {b} {", 3);
    ck_assert_str_eq(out.bytes, "a 更新次数类别 3 {b} {");
    text_free(&out);
}
END_TEST

/* It stands between double quotes, some of it in a sprintf. */
START_TEST(prose_can_be_quoted) {
    for (size_t i = 0; prose_key(i) != NULL; i++)
        for (int language = 0; language < LANGUAGE_COUNT; language++)
            if (strncmp(prose_key(i), "plot.", 5) == 0)
                ck_assert_msg(strpbrk(prose((enum language)language, prose_key(i)), "\"\\`%") ==
                                  NULL,
                              "%s", prose_key(i));
}
END_TEST

static const struct {
    const char *function, *lines;
} lines[] = {
    {"sigmoid", "sigmoid(x) = 1./(exp(-x) + 1)\ndsigmoid(x) = sigmoid(x)*(1 - sigmoid(x))\n"},
    {"tanh", "dtanh(x) = 1 - tanh(x)**2\n"},
    {"relu", "drelu(x) = step(x)\n"},
};

START_TEST(function_is_the_tables) {
    struct text out = {0};
    struct script script = {.out = &out};
    function_lines(&script, function_find(lines[_i].function, strlen(lines[_i].function)));
    ck_assert_str_eq(out.bytes, lines[_i].lines);
    text_free(&out);
}
END_TEST

/* gnuplot leaves three cells for each Chinese character, a terminal two columns. */
static const struct {
    const char *page, *mended;
} pages[] = {
    {"\fa\n|b|", " a \n|b|\n"},
    {"  中 \n+------+\n|中  x|\n|  中x|\n  中\n",
     "   中   \n+------+\n|中   x|\n|   中x|\n  中    \n"},
};

START_TEST(letters_are_mended) {
    struct text page = {0};
    text_puts(&page, pages[_i].page);
    letters_mend(&page);
    ck_assert_str_eq(page.bytes, pages[_i].mended);
    text_free(&page);
}
END_TEST

START_TEST(figures_have_names) {
    for (size_t i = 0; figures[i] != NULL; i++)
        ck_assert_ptr_eq(figure_named(figures[i]->name), figures[i]);
    ck_assert_ptr_null(figure_named("steps"));
}
END_TEST

static double of_walk(const struct trace *walk, const char *name) {
    return trace_find(walk, name, strlen(name))->value;
}

static bool near(double a, double b) {
    return fabs(a - b) <= 4e-16 * fabs(b);
}

/* Two pieces of code that know nothing of each other: the walk's update, and one iteration; of
 * every example, whatever its functions, loss, biases, update and samples. */
START_TEST(descends_as_the_walk_does) {
    struct example example;
    struct walk walk;
    struct descent descent = {0};
    struct error error;
    double alpha;
    ck_assert(example_make(&example, example_built_in((size_t)_i)->name, NULL, 0, &error));
    ck_assert(walk_make(&walk, &example, SLIPS_NONE, &error));
    ck_assert(descent_alpha(&example, &alpha, &error));
    ck_assert_double_eq(alpha, example_value(&example, "alpha"));
    ck_assert(descent_of(&descent, &example, alpha, 1, &error));
    ck_assert_uint_eq(descent.count, 2);
    ck_assert_double_eq_tol(descent.point[0].E_total, of_walk(&walk.trace, walk.error), 1e-15);
    ck_assert_double_eq_tol(descent.point[1].E_total, of_walk(&walk.trace, walk.error_new), 1e-15);
    descent_free(&descent);
    walk_free(&walk);
    example_free(&example);
}
END_TEST

static size_t built_ins(void) {
    size_t count = 0;
    while (example_built_in(count) != NULL)
        count++;
    return count;
}

/* What is of a sample is of the first where there are several. */
START_TEST(quantities_by_what_they_are) {
    struct example example;
    struct walk walk;
    struct error error;
    static const struct {
        struct role role;
        const char *name;
    } quantities[] = {{{.kind = ROLE_WEIGHT, .layer = 1, .neuron = 2, .from = 1}, "w3"},
                      {{.kind = ROLE_BIAS, .layer = 2, .neuron = 1}, "b3"},
                      {{.kind = ROLE_RATE}, "alpha"},
                      {{.kind = ROLE_INPUT, .neuron = 2}, "i2_s1"},
                      {{.kind = ROLE_SUM, .layer = 1, .neuron = 2}, "in_h2_s1"}};
    ck_assert(example_make(&example, "xor", NULL, 0, &error));
    ck_assert(walk_make(&walk, &example, SLIPS_NONE, &error));
    for (size_t i = 0; i < sizeof quantities / sizeof *quantities; i++) {
        const struct quantity *found = walk_quantity(&walk, quantities[i].role);
        ck_assert_msg(found != NULL, "%s", quantities[i].name);
        ck_assert_str_eq(found->name, quantities[i].name);
    }
    walk_free(&walk);
    example_free(&example);
}
END_TEST

/* Those of other networks: several samples, softmax, a bias that two neurons share. */
static const struct {
    const char *example, *name[2];
} other_pairs[] = {{"xor", {"w5", "b1"}}, {"softmax", {"w1", "w10"}}, {"mazur", {"b1", "b2"}}};

START_TEST(descends_on_two_of_any_network) {
    char new[16];
    const char *const *name = other_pairs[_i].name;
    struct example example;
    struct walk walk;
    struct descent descent = {0};
    struct error error;
    double alpha;
    ck_assert(example_make(&example, other_pairs[_i].example, NULL, 0, &error));
    ck_assert(walk_make(&walk, &example, SLIPS_NONE, &error));
    ck_assert(descent_alpha(&example, &alpha, &error));
    ck_assert(descent_on(&descent, &example, name, alpha, 1, &error));
    for (int a = 0; a < 2; a++) {
        snprintf(new, sizeof new, "%s_new", name[a]);
        ck_assert_double_eq(descent.point[0].weight[a], example_value(&example, name[a]));
        ck_assert_double_eq_tol(descent.point[1].weight[a], of_walk(&walk.trace, new), 1e-15);
    }
    ck_assert_double_eq_tol(descent.point[0].E_total, of_walk(&walk.trace, walk.error), 1e-15);
    descent_free(&descent);
    walk_free(&walk);
    example_free(&example);
}
END_TEST

static const char *const pairs[][2] = {{"w5", "w7"}, {"w1", "b4"}, {"b1", "w8"}, {"w7", "w5"}};

START_TEST(descends_on_two_alone) {
    char new[2][16];
    struct example example;
    struct trace walk;
    struct descent descent = {0};
    struct error error;
    example_article(&example);
    ck_assert(walk_article(&walk, &example, SLIPS_NONE, &error));
    ck_assert(descent_on(&descent, &example, pairs[_i], 0.5, 50, &error));
    for (int a = 0; a < 2; a++) {
        snprintf(new[a], sizeof new[a], "%s_new", pairs[_i][a]);
        ck_assert(descent.point[0].weight[a] == example_value(&example, pairs[_i][a]));
        ck_assert(near(descent.point[1].weight[a], of_walk(&walk, new[a])));
    }
    trace_free(&walk);

    /* the last point is the walk's, with those two set */
    const struct descent_point *last = &descent.point[descent.count - 1];
    ck_assert_uint_eq(last->iteration, 50);
    for (int a = 0; a < 2; a++) {
        char set[64];
        snprintf(set, sizeof set, "%s=%s", pairs[_i][a], script_real(last->weight[a]).text);
        set_number(&example, set);
    }
    ck_assert(walk_article(&walk, &example, SLIPS_NONE, &error));
    ck_assert(near(last->E_total, of_walk(&walk, "E_total")));
    trace_free(&walk);
    descent_free(&descent);
    example_free(&example);
}
END_TEST

START_TEST(looks_at_even_steps) {
    struct example example;
    struct descent descent = {0};
    struct error error;
    example_article(&example);
    ck_assert(descent_of(&descent, &example, 0.5, 1000, &error));
    for (size_t i = 0; i <= 20; i++)
        ck_assert_uint_eq(descent.point[i].iteration, i);
    for (size_t i = 20; i + 2 < descent.count; i++)
        ck_assert_uint_eq(descent.point[i + 1].iteration - descent.point[i].iteration,
                          descent.point[i].iteration / 10);
    ck_assert_uint_eq(descent.point[descent.count - 1].iteration, 1000);
    descent_free(&descent);
    example_free(&example);
}
END_TEST

/* With a target so far off, the first update leaves a weight that the next cannot use. */
START_TEST(tells_where_it_leaves_the_range) {
    struct example example;
    struct descent descent = {0};
    struct error error;
    example_article(&example);
    set_number(&example, "O1=1e10");
    ck_assert(!descent_of(&descent, &example, 1.7e308, 100, &error));
    ck_assert_str_eq(error.line, "iteration 2: the cost left the range of numbers; a rate below "
                                 "1.7e+308 is needed");
    ck_assert_uint_eq(descent.count, 2);
    descent_free(&descent);
    ck_assert(!descent_on(&descent, &example, pairs[0], INFINITY, 100, &error));
    ck_assert_str_eq(error.line,
                     "rate inf: a number above 0 and within 1.7e308 is needed, such as 0.1");
    ck_assert_uint_eq(descent.count, 0);
    descent_free(&descent);
    set_number(&example, "O1=1e200");
    ck_assert(!descent_of(&descent, &example, 0.5, 100, &error));
    ck_assert_str_eq(error.line,
                     "iteration 0: the cost is out of the range of numbers (1.7e308) before any "
                     "update; smaller inputs, outputs or weights are needed");
    descent_free(&descent);
    example_free(&example);
}
END_TEST

START_TEST(knows_its_weights) {
    static const char *const none[] = {"", "w9", "w", "alpha", "i1", "O1", "w55"};
    struct example example;
    example_article(&example);
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        ck_assert_msg(!descent_has(&example, none[i]), "%s", none[i]);
    ck_assert(descent_has(&example, "w1") && descent_has(&example, "w8") &&
              descent_has(&example, "b4"));
    example_free(&example);
}
END_TEST

Suite *plot_suite(void) {
    Suite *suite = suite_create("plot");
    add_rows(suite, "expression is gnuplot's", expression_is_gnuplots,
             sizeof expressions / sizeof *expressions);
    add_rows(suite, "number is real", number_is_real, sizeof numbers / sizeof *numbers);
    add_rows(suite, "decades are told in one spelling", decades_are_told_in_one_spelling,
             sizeof decades / sizeof *decades);
    add_rows(suite, "expression without renaming", expression_without_renaming, 1);
    add_rows(suite, "array has each stride", array_has_each_stride, 1);
    add_rows(suite, "any text is quoted", any_text_is_quoted, 1);
    add_rows(suite, "prose stands for its key", prose_stands_for_its_key, 1);
    add_rows(suite, "prose can be quoted", prose_can_be_quoted, 1);
    add_rows(suite, "function is the table's", function_is_the_tables,
             sizeof lines / sizeof *lines);
    add_rows(suite, "letters are mended", letters_are_mended, sizeof pages / sizeof *pages);
    add_rows(suite, "figures have names", figures_have_names, 1);
    add_rows(suite, "descends as the walk does", descends_as_the_walk_does, built_ins());
    add_rows(suite, "quantities by what they are", quantities_by_what_they_are, 1);
    add_rows(suite, "descends on two of any network", descends_on_two_of_any_network,
             sizeof other_pairs / sizeof *other_pairs);
    add_rows(suite, "descends on two alone", descends_on_two_alone, sizeof pairs / sizeof *pairs);
    add_rows(suite, "looks at even steps", looks_at_even_steps, 1);
    add_rows(suite, "tells where it leaves the range", tells_where_it_leaves_the_range, 1);
    add_rows(suite, "knows its weights", knows_its_weights, 1);
    return suite;
}
