/* Formula: parsed, printed, with numbers in place, evaluated; and what is refused, where. */
#include "suites.h"

#include "base/big.h"
#include "formula/formula.h"
#include "formula/formula_edit.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static const struct {
    const char *name;
    double value;
    const char *shown;
} names[] = {
    {"w5", 0.5, "0.5"}, {"w6", 0.6, "0.6"}, {"x", -0.25, "-0.25"}, {"out_h1", 0.75, "0.75"}};

static bool find(void *context, const char *name, size_t length, struct approximate *found) {
    (void)context;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strlen(names[i].name) == length && memcmp(names[i].name, name, length) == 0) {
            *found = (struct approximate){names[i].value, 0};
            return true;
        }
    return false;
}

static const char *shown(void *context, const char *name, size_t length) {
    (void)context;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strlen(names[i].name) == length && memcmp(names[i].name, name, length) == 0)
            return names[i].shown;
    return NULL;
}

/* what is read, how it is printed, with its numbers in place, and its value (by hand) */
static const struct {
    const char *text, *printed, *substituted;
    double value;
} rows[] = {
    {"w5*out_h1 + w6*x + 1*w5", "w5*out_h1 + w6*x + 1*w5", "0.5*0.75 + 0.6*(-0.25) + 1*0.5", 0.725},
    {"pow(x, 2)", "x^2", "(-0.25)^2", 0.0625},
    {"1./2*pow(w5 - x, 2)", "1/2*(w5 - x)^2", "1/2*(0.5 - (-0.25))^2", 0.28125},
    {"2*1./2*pow(w5 - out_h1, 2 - 1)*(0 - 1) + 0", "2*1/2*(w5 - out_h1)^(2 - 1)*(0 - 1) + 0",
     "2*1/2*(0.5 - 0.75)^(2 - 1)*(0 - 1) + 0", 0.25},
    {"-x", "-x", "-(-0.25)", 0.25},
    {"-(w5 - x)", "-(w5 - x)", "-(0.5 - (-0.25))", -0.75},
    {"-w5*x", "-w5*x", "-0.5*(-0.25)", 0.125},
    {"-(w5*x)", "-(w5*x)", "-(0.5*(-0.25))", 0.125},
    {"exp(x)", "exp(x)", "exp(-0.25)", 0.7788007830714049},
    {"exp(-x)", "exp(-x)", "exp(-(-0.25))", 1.2840254166877414},
    {"1/(exp(-0) + 1)", "1/(exp(-0) + 1)", "1/(exp(-0) + 1)", 0.5},
    {"w5 - (w6 - x)", "w5 - (w6 - x)", "0.5 - (0.6 - (-0.25))", -0.35},
    {"(w5 - w6) - x", "w5 - w6 - x", "0.5 - 0.6 - (-0.25)", 0.15},
    {"w5/(w6*x)", "w5/(w6*x)", "0.5/(0.6*(-0.25))", -3.3333333333333335},
    {"w5/w6*x", "w5/w6*x", "0.5/0.6*(-0.25)", -0.20833333333333334},
    {"w5*(w6/x)", "w5*(w6/x)", "0.5*(0.6/(-0.25))", -1.2},
    {"w5*(-x)", "w5*(-x)", "0.5*(-(-0.25))", 0.125},
    {"w5/(-x)", "w5/(-x)", "0.5/(-(-0.25))", 2},
    {"((w5))", "w5", "0.5", 0.5},
    {"2^3^2", "2^(3^2)", "2^(3^2)", 512},
    {"(2^3)^2", "(2^3)^2", "(2^3)^2", 64},
    {"-2^2", "-2^2", "-2^2", -4},
    {"(-2)^2", "(-2)^2", "(-2)^2", 4},
    {"2e1", "2e1", "2e1", 20},
    {"2*5E0", "2*5E0", "2*5E0", 10},
    {"1e-3*2.5E+2", "1e-3*2.5E+2", "1e-3*2.5E+2", 0.25},
    {"log(exp(w5))", "log(exp(w5))", "log(exp(0.5))", 0.5},
    {"sqrt(0.25)", "sqrt(0.25)", "sqrt(0.25)", 0.5},
    {"step(x)", "step(x)", "step(-0.25)", 0},
    {"step(0*x) + step(w5)", "step(0*x) + step(w5)", "step(0*(-0.25)) + step(0.5)", 1},
    {"DOT((w5, x), (w6, out_h1)) + 1", "[w5, x]*[w6, out_h1]^T + 1",
     "[0.5, -0.25]*[0.6, 0.75]^T + 1", 1.1125},
    {"2*DOT((w5 - x), (w6))", "2*([w5 - x]*[w6]^T)", "2*([0.5 - (-0.25)]*[0.6]^T)", 0.9},
    {"[1, 0, 2]*[w5, w6, x]^T", "[1, 0, 2]*[w5, w6, x]^T", "[1, 0, 2]*[0.5, 0.6, -0.25]^T", 0},
    {"PARTIAL(DOT((x, w5), (x, w6)), x)", "d([x, w5]*[x, w6]^T)/dx", NULL, -0.5},
    {"PARTIAL(step(x)*x, x)", "d(step(x)*x)/dx", NULL, 0},
    {"tanh(x)", "tanh(x)", "tanh(-0.25)", -0.24491866240370913},
    {"PARTIAL(x*x*w5, x)", "d(x*x*w5)/dx", NULL, -0.25},
    {"PARTIAL(pow(x, 3), x)", "d(x^3)/dx", NULL, 0.1875},
    {"PARTIAL(w5/x, x)", "d(w5/x)/dx", NULL, -8},
    {"PARTIAL(1/(exp(-x) + 1), x)", "d(1/(exp(-x) + 1))/dx", NULL, 0.24613408273759832},
    {"PARTIAL(log(out_h1) - sqrt(out_h1), out_h1)", "d(log(out_h1) - sqrt(out_h1))/dout_h1", NULL,
     0.7559830641437075},
    {"PARTIAL(tanh(x), x)", "d(tanh(x))/dx", NULL, 0.940014848806378},
    {"PARTIAL(x, x)*PARTIAL(w5*x, x)", "d(x)/dx*d(w5*x)/dx", NULL, 0.5},
    {"LATER(w5*w6)", "w5*w6", "0.5*0.6", 0.3},
    {"pow(out_h1, 2.5)", "out_h1^2.5", "0.75^2.5", 0.4871392896287467},
    {"pow(w5, 100)", "w5^100", "0.5^100", 7.888609052210118e-31},
    {"PARTIAL(pow(out_h1, 0.5), out_h1)", "d(out_h1^0.5)/dout_h1", NULL, 0.5773502691896258},
    {"w5\t*\nw6", "w5*w6", "0.5*0.6", 0.3},
    {"relu(x) + relu(w5)", "relu(x) + relu(w5)", "relu(-0.25) + relu(0.5)", 0.5},
    {"PARTIAL(relu(x), x)", "d(relu(x))/dx", NULL, 0},
    {"PARTIAL(relu(w5*w6), w5)", "d(relu(w5*w6))/dw5", NULL, 0.6},
    {"0*log(0)", "0*log(0)", "0*log(0)", 0},
    {"0/log(0)", "0/log(0)", "0/log(0)", 0},
    {"SUM(k, 1, 3, 2)", "sum(k = 1 to 3, 2)", NULL, 6},
    {"SUM(k, 5, 6, w[k])", "sum(k = 5 to 6, w[k])", NULL, 1.1},
    {"SUM(k, 10, 11, w[k - 5])", "sum(k = 10 to 11, w[k - 5])", NULL, 1.1},
    {"SUM(k, 15, 16, w[k - 10])", "sum(k = 15 to 16, w[k - 10])", NULL, 1.1},
    {"SUM(k, 1, 1, w[10*k - 5])", "sum(k = 1 to 1, w[10*k - 5])", NULL, 0.5},
    {"SUM(k, 0, 1, w[k + 5])", "sum(k = 0 to 1, w[k + 5])", NULL, 1.1},
    {"SUM(k, 1, 2, w[k + 4]*x) + w5", "sum(k = 1 to 2, w[k + 4]*x) + w5", NULL, 0.225},
    {"SUM(k, 3, 3, w[2*k - 1] - x)*x", "sum(k = 3 to 3, w[2*k - 1] - x)*x", NULL, -0.1875},
    {"SUM(k, 1, 2, SUM(j, 4, 4, w[j + 2]))", "sum(k = 1 to 2, sum(j = 4 to 4, w[j + 2]))", NULL,
     1.2},
    {"SUM(k, 5, 6, SUM(jj, 1, 2, w[k]))", "sum(k = 5 to 6, sum(jj = 1 to 2, w[k]))", NULL, 2.2},
    {"SUM(k, 1, 2, SUM(j, 4, 4, w[k + 4]*w[j + 2]))",
     "sum(k = 1 to 2, sum(j = 4 to 4, w[k + 4]*w[j + 2]))", NULL, 0.66},
    {"PARTIAL(SUM(k, 5, 6, w[k]*w[k]), w6)", "d(sum(k = 5 to 6, w[k]*w[k]))/dw6", NULL, 1.2},
};

static struct arena arena;

START_TEST(prints) {
    struct text out = {0};
    formula_print(&out, parsed(&arena, rows[_i].text), NULL, NULL);
    ck_assert_str_eq(out.bytes, rows[_i].printed);
    text_free(&out);
    arena_free(&arena);
}
END_TEST

START_TEST(what_is_printed_parses_to_the_same) {
    struct text again = {0};
    formula_print(&again, parsed(&arena, rows[_i].printed), NULL, NULL);
    ck_assert_str_eq(again.bytes, rows[_i].printed);
    text_free(&again);
    arena_free(&arena);
}
END_TEST

START_TEST(substitutes) {
    const struct formula_numbers numbers = {.shown = shown};
    struct text out = {0};
    const struct formula *formula = parsed(&arena, rows[_i].text);
    if (rows[_i].substituted == NULL) {
        ck_assert(formula_is_symbolic(formula));
    } else {
        ck_assert(!formula_is_symbolic(formula));
        formula_print(&out, formula, &numbers, NULL);
        ck_assert_str_eq(out.bytes, rows[_i].substituted);
    }
    text_free(&out);
    arena_free(&arena);
}
END_TEST

/* A sign has a lower rank than a dot as deep in parentheses, and all a higher one than those around
 * them; before what is no operator there is none. */
static const struct {
    const char *text, *ranks; /* a digit a byte of what is printed */
} ranked[] = {
    {"1 + 2*3", "0010020"},
    {"(1 - 2)*3/4 - 5", "000300020000100"},
    {"2*(1*(3 + 4))", "0200400050000"},
    {"exp(1 - 2) + 3", "00000030000100"},
};

START_TEST(ranks_breaks) {
    struct text out = {0}, breaks = {0};
    formula_print(&out, parsed(&arena, ranked[_i].text), NULL, &breaks);
    ck_assert_str_eq(out.bytes, ranked[_i].text);
    ck_assert_uint_eq(breaks.length, strlen(ranked[_i].ranks));
    for (size_t i = 0; i < breaks.length; i++)
        ck_assert_msg(breaks.bytes[i] == ranked[_i].ranks[i] - '0', "%s: %d at %zu", out.bytes,
                      breaks.bytes[i], i);
    text_free(&out);
    text_free(&breaks);
    arena_free(&arena);
}
END_TEST

START_TEST(evaluates) {
    const struct formula_names known = {.find = find};
    struct approximate result;
    struct error error;
    ck_assert_msg(formula_evaluate(parsed(&arena, rows[_i].text), &known, &result, &error), "%s",
                  error.line);
    ck_assert_msg(fabs(result.value - rows[_i].value) <= result.error,
                  "%s = %.17g +- %g, not %.17g", rows[_i].text, result.value, result.error,
                  rows[_i].value);
    ck_assert_msg(result.error <= 1e-15 * fmax(1, fabs(result.value)), "%s +- %g", rows[_i].text,
                  result.error);
    arena_free(&arena);
}
END_TEST

static const struct {
    const char *text;
    size_t column;
    const char *says;
} faults[] = {
    {"", 1, "ends too early"},
    {"w5*", 4, "ends too early"},
    {"w5 w6", 4, "an operator or the end"},
    {"(w5", 4, "operator or )"},
    {"w5)", 3, "an operator or the end"},
    {"w5 + + w6", 6, "a number, a name or a parenthesis"},
    {"*w5", 1, "a number, a name or a parenthesis"},
    {"1..2", 1, "one point"},
    {"1:2", 2, "an operator or the end"},
    {"w5{", 3, "an operator or the end"},
    {"W[", 3, "an index, such as [k] or [2*k + 3],"},
    {"W[2k]", 4, "an index"},
    {"SUM(k, 1, n, w[k])", 11, "an index with its range"},
    {"sum(k = 1 to 2 w[k])", 16, "an index with its range"},
    {"SUM(5, 1, 2, w[k])", 5, "an index with its range"},
    {"sum(k = 1 up 2, w[k])", 11, "an index with its range"},
    {"sum(k = 1", 10, "an index with its range"},
    {"sum(k = 1 t", 11, "an index with its range"},
    {"sum(k, 1 to 2, w[k])", 6, "an index with its range"},
    {"SUM(k = 1, 2, w[k])", 7, "an index with its range"},
    {"SUM(k, n, 2, w[k])", 8, "an index with its range"},
    {"SUM(k, 1..2, 3, w[k])", 8, "an index with its range"},
    {"SUM(k, 1, 2..3, w[k])", 11, "an index with its range"},
    {"SUM(k, 1 2, w[k])", 10, "an index with its range"},
    {"sum(k = 1 to 2, *)", 17, "a number, a name or a parenthesis"},
    {"SUM(k, 1, 2, w[k] 3)", 19, "an operator or )"},
    {"W[k + j]", 7, "an index"},
    {"foo(2)", 1, "tanh, relu, exp, log, sqrt, step, pow"},
    {"ex(2)", 1, "tanh, relu, exp, log, sqrt, step, pow"},
    {"sigmoid(2)", 1, "tanh, relu, exp, log, sqrt, step, pow"},
    {"DOT((1, 2), (3))", 16, "as many entries"},
    {"DOT(1, 2)", 5, "( is needed"},
    {"DOT((1, 2) (3, 4))", 12, "a comma"},
    {"DOT((1, 2), (3, 4)", 19, ") is needed"},
    {"[1, 2]*3", 8, "[ is needed"},
    {"[1, 2]*[3, 4]", 14, "^T is needed"},
    {"[1, 2", 6, "the end of the vector"},
    {"[]", 2, "a number, a name or a parenthesis"},
    {"pow(2)", 6, "a comma"},
    {"pow(2, 3", 9, "operator or )"},
    {"PARTIAL(w5, 2)", 13, "a name"},
    {"d(w5)/w5", 7, ")/d and a name"},
    {"w5 $ w6", 4, "an operator or the end"},
    {"exp()", 5, "a number, a name or a parenthesis"},
    {".", 1, "one point"},
    {"0.5\xC3\x97"
     "2",
     4, "'\xC3\x97' cannot stand here; an operator or the end"},
    {"(w5\xEF\xBC\x89", 4, "'\xEF\xBC\x89' cannot stand here"},
    {"w5 \xFF", 4, "a byte 0xFF cannot stand here"},
    {"w5 \xC3", 4, "a byte 0xC3 cannot stand here"},
    {"\x01w5", 1, "a byte 0x01 cannot stand here"},
    {"2e", 2, "an operator or the end"},
    {"2e+", 2, "an operator or the end"},
    {"d()/dw5", 3, "a number, a name or a parenthesis"},
    {"d(w5", 5, ")/d and a name"},
    {"d(w5)*dw5", 6, ")/d and a name"},
    {"d(w5)/d5", 8, "a name"},
    {"[1, ]*[1, 2]^T", 5, "a number, a name or a parenthesis"},
    {"[1, 2] [3, 4]^T", 8, "* is needed"},
    {"[1, 2]*[3, 4]^2", 15, "^T is needed"},
};

START_TEST(refuses) {
    size_t column = 0;
    struct error error;
    ck_assert_ptr_null(
        formula_parse(&arena, faults[_i].text, strlen(faults[_i].text), &column, &error));
    ck_assert_msg(column == faults[_i].column, "'%s': column %zu", faults[_i].text, column);
    ck_assert_msg(strstr(error.line, faults[_i].says) != NULL, "'%s': %s", faults[_i].text,
                  error.line);
    arena_free(&arena);
}
END_TEST

START_TEST(refuses_a_nul) {
    size_t column = 0;
    struct error error;
    ck_assert_ptr_null(formula_parse(&arena, "w5\0w6", 5, &column, &error));
    ck_assert_uint_eq(column, 3);
    ck_assert_str_eq(error.line, "a NUL cannot stand here; an operator or the end is needed");
    arena_free(&arena);
}
END_TEST

START_TEST(refuses_what_is_too_deep) {
    char text[1000];
    size_t column;
    struct error error;
    memset(text, _i == 0 ? '(' : '-', sizeof text);
    ck_assert_ptr_null(formula_parse(&arena, text, sizeof text, &column, &error));
    ck_assert_ptr_nonnull(strstr(error.line, "fewer parentheses"));
    arena_free(&arena);
}
END_TEST

START_TEST(takes_two_hundred_within_each_other) {
    char text[512] = {0};
    size_t column;
    struct error error;
    memset(text, '-', 199);
    text[199] = 'x';
    ck_assert_ptr_nonnull(formula_parse(&arena, text, 200, &column, &error));
    memset(text, '-', 200);
    text[200] = 'x';
    ck_assert_ptr_null(formula_parse(&arena, text, 201, &column, &error));
    arena_free(&arena);
}
END_TEST

/* An unknown name is found wherever it stands. */
static const char *const with_unknown_name[] = {"q",
                                                "w5*q",
                                                "q + w5",
                                                "w5 - q",
                                                "-q",
                                                "exp(q)",
                                                "pow(q, 2)",
                                                "2^q",
                                                "DOT((q), (w5))",
                                                "DOT((w5), (q))",
                                                "2*(w5 + q/2)",
                                                "PARTIAL(w5*q, q)",
                                                "PARTIAL(w5*q, w5)",
                                                "SUM(k, 1, 2, q)"};

START_TEST(finds_unknown_name) {
    const struct formula_names known = {.find = find};
    struct approximate result;
    struct error error;
    ck_assert(!formula_evaluate(parsed(&arena, with_unknown_name[_i]), &known, &result, &error));
    ck_assert_msg(strstr(error.line, "q is unknown") != NULL, "%s: %s", with_unknown_name[_i],
                  error.line);
    arena_free(&arena);
}
END_TEST

START_TEST(refuses_a_number_beyond_double) {
    const struct formula_names known = {.find = find};
    struct approximate result;
    struct error error;
    ck_assert(!formula_evaluate(parsed(&arena, "w5 + 1e999"), &known, &result, &error));
    ck_assert_ptr_nonnull(strstr(error.line, "1e999 is too large"));
    arena_free(&arena);
}
END_TEST

/* Where rounding can have carried what is stepped over across 0, the bound of the step is 1. */
static const struct {
    const char *text;
    double value, error;
} steps[] = {
    {"step(0)", 0, 0},
    {"step(0.1)", 1, 0},
    {"step(w5 - x)", 1, 0},
    {"step(1 + 1e-17 - 1)", 0, 1},
    {"step(0.1 + 0.1 + 0.1 + 0.1 + 0.1 + 0.1 + 0.1 + 0.1 + 0.1 + 0.1 - 1)", 0, 1},
    {"step(1 - 0.1 - 0.1 - 0.1 - 0.1 - 0.1 - 0.1 - 0.1 - 0.1 - 0.1 - 0.1)", 1, 1},
};

START_TEST(bounds_a_step) {
    const struct formula_names known = {.find = find};
    struct approximate result;
    struct error error;
    ck_assert(formula_evaluate(parsed(&arena, steps[_i].text), &known, &result, &error));
    ck_assert_msg(result.value == steps[_i].value && result.error == steps[_i].error,
                  "%s = %g +- %g", steps[_i].text, result.value, result.error);
    arena_free(&arena);
}
END_TEST

/* What is exact has no bound of its own, also below the normal numbers; a step over a value that
 * may as well be 0 is unsure. */
static bool find_about(void *context, const char *name, size_t length, struct approximate *found) {
    (void)context, (void)length;
    *found = name[0] == 'a'   ? (struct approximate){0.5, 1e-6}    /* about */
             : name[0] == 'e' ? (struct approximate){0.25, 0.25}   /* even */
             : name[0] == 'l' ? (struct approximate){42, INFINITY} /* lost */
             : name[0] == 'f' ? (struct approximate){-800, 1}      /* far */
             : name[0] == 'w' ? (struct approximate){-800, 1e9}    /* wide */
             : name[0] == 'n' ? (struct approximate){0, 1e-3}      /* near 0 */
                              : (struct approximate){0.3, 0};
    return true;
}

/* The inherited error times the slope, by hand. A bound may be a little more: where the slope is
 * steeper nearby, or by what is rounded. */
static const struct {
    const char *text;
    double error;
} bounds[] = {
    {"x", 0},
    {"x + 0", 0},
    {"0 + x", 0},
    {"x*1", 0},
    {"1*x", 0},
    {"-1*x", 0},
    {"0*x", 0},
    {"x*0", 0},
    {"1e-200*1e-200", 3 * 0x1p-1074},
    {"exp(-1000)", 0x1p-1074},
    {"step(even)", 1},
    {"step(about)", 0},
    {"-about", 1e-6},
    {"about + x", 1e-6},
    {"about + about", 2e-6},
    {"about - about", 2e-6},
    {"3*about", 3e-6},
    {"about*even", 0.25e-6 + 0.125 + 0.25e-6},
    {"about/4", 0.25e-6},
    {"4/about", 16e-6},
    {"exp(about)", 1.6487212707001282e-6},
    {"exp(4*even)", 4.670774270471605},
    {"exp(2*even)", 1.6487212707001282 * 0.6487212707001282},
    {"even*even", 0.0625 + 0.0625 + 0.0625},
    {"x/even", INFINITY},
    {"relu(about)", 1e-6},
    {"relu(-about)", 0},
    {"relu(even)", 0.25},
    {"relu(-even)", 0},
    {"relu(near)", 1e-3},
    {"step(-even)", 1},
    {"step(-even - even)", 1},
    {"step(even + 0.125)", 0},
    {"step(-even - 0.125)", 0},
    {"1/log(0)", 1 / DBL_MAX},
    {"even^2", 0.25},
    {"log(even)", INFINITY},
    {"log(near)", INFINITY},
    {"even^(-1)", INFINITY},
    {"lost^0.5", INFINITY},
    {"sqrt(even)", INFINITY},
    {"tanh(even)", 0.25},
    {"x^even", 0.2898},
    {"2^about", 0.980258143468547e-6},
    {"log(about)", 2e-6},
    {"sqrt(about)", 0.7071067811865476e-6},
    {"tanh(about)", 0.7864477329659274e-6},
    {"about^3", 0.75e-6},
    {"about^(-1)", 4e-6},
    {"about^0.5", 0.7071067811865476e-6},
    {"about^100", 100 * 0x1p-99 * 1e-6},
    {"about^0", 0},
    {"0*lost", 0},
    {"2*lost - lost", INFINITY},
    {"1/lost", INFINITY},
    {"lost^2", INFINITY},
    {"step(lost)", 1},
    {"exp(-lost)", INFINITY},
    {"1/(exp(-lost) + 1)", INFINITY},
    {"exp(-far)", 0},
    {"1/(exp(-far) + 1)", 1 / DBL_MAX},
    {"1/(exp(711) + 1)", 1 / DBL_MAX}, /* which is 1.6e-309 */
    {"about/exp(711)", 0.500001 / DBL_MAX},
    {"exp(-wide)", INFINITY},
    {"1/(exp(-wide) + 1)", INFINITY},
    {"exp(wide)", INFINITY},
};

START_TEST(bounds_what_is_inherited) {
    const struct formula_names known = {.find = find_about};
    struct approximate result;
    struct error error;
    ck_assert(formula_evaluate(parsed(&arena, bounds[_i].text), &known, &result, &error));
    const double wanted = bounds[_i].error;
    ck_assert_msg(result.error >= wanted * (1 - 1e-9) && result.error <= wanted * (1 + 1e-3),
                  "%s: +- %.17g, not %.17g", bounds[_i].text, result.error, wanted);
    arena_free(&arena);
}
END_TEST

/* What is not exact is within its bound, and the bound not far: half a unit for each rounding. */
static const struct {
    const char *text;
    double least, most; /* in half units of the last place of the value */
} roundings[] = {
    {"x + x", 1, 1},
    {"x*x", 1, 1},
    {"1/x", 1, 1},
    {"x/1", 1, 1},
    {"exp(x)", 2, 2},
    {"log(x)", 2, 2},
    {"sqrt(x)", 1, 1},
    {"tanh(x)", 4, 4},
    {"x*x + x", 1.2, 1.3},
    {"x^2", 1, 1},
    {"x^3", 2, 2},
    {"x^(-2)", 2, 2},
    {"x^1", 0, 1e-300},
    {"x^64", 63, 63},
    {"x^2.5", 11, 11.1},
    {"1^(-2)", 2, 2},
    {"x^0", 0, 0},
    {"(0 - 1)^(-1)", 1, 1},
    {"x^65", 236.7, 236.9},
    {"2*x*x", 2, 2},
    {"0.25*2.50", 1, 1},
    {"5 - 3", 0, 0},
    {"2^3", 0, 0},
    {"0.5 + 0.1", 1.16, 1.17},
    {"0.3 - 0.1", 3, 3.01},
    {"2^0.1", 2.27, 2.28},
    {"0 - 2147483647 + 5", 0, 0},
    {"0 - 2147483648 + 5", 1, 1},
    {"2147483648 - 5", 1, 1},
};

START_TEST(bounds_roundings) {
    const struct formula_names known = {.find = find_about};
    struct approximate result;
    struct error error;
    ck_assert(formula_evaluate(parsed(&arena, roundings[_i].text), &known, &result, &error));
    const double units = result.error / (0x1p-53 * fabs(result.value));
    ck_assert_msg(units >= roundings[_i].least * (1 - 1e-9) &&
                      units <= roundings[_i].most * (1 + 1e-9),
                  "%s: +- %.17g half units", roundings[_i].text, units);
    arena_free(&arena);
}
END_TEST

/* Trees are the same that are written the same, but for blanks and parentheses. */
static const struct {
    const char *a, *b;
    bool same;
} pairs[] = {
    {"x", "x", true},
    {"x", "y", false},
    {"x", "xx", false},
    {"x", "2", false},
    {"x + 2", "(x)+2", true},
    {"x + 2", "2 + x", false},
    {"x + 2", "x - 2", false},
    {"x + 2", "y + 2", false},
    {"x + 2", "x + 3", false},
    {"x", "-x", false},
    {"-x", "-x", true},
    {"-x", "-y", false},
    {"exp(x)", "log(x)", false},
    {"exp(x)", "exp(x)", true},
    {"[x, 2]*[3, 4]^T", "[x, 2]*[3, 4]^T", true},
    {"[x, 2]*[3, 4]^T", "[x, 2]*[3, 5]^T", false},
    {"[x]*[3]^T", "[x, 2]*[3, 4]^T", false},
    {"[x, 2]*[3, 4]^T", "[x]*[3]^T", false},
};

START_TEST(tells_formulas_apart) {
    const struct formula *a = parsed(&arena, pairs[_i].a), *b = parsed(&arena, pairs[_i].b);
    ck_assert_msg(formula_same(a, b) == pairs[_i].same, "%s and %s", pairs[_i].a, pairs[_i].b);
    ck_assert(!formula_same(a, NULL) && !formula_same(NULL, b));
    arena_free(&arena);
}
END_TEST

/* A derivative fails where a name of it has no value, and one too long for a name is none. */
START_TEST(differentiates_only_what_is_known) {
    const struct formula_names known = {.find = find};
    const struct formula *x = parsed(&arena, "x");
    struct approximate result;
    struct error error;
    struct text much = {0};
    ck_assert(formula_differentiate(parsed(&arena, "exp(x)*w5"), x, &known, &result, &error));
    ck_assert_double_eq_tol(result.value, 0.5 * exp(-0.25), 1e-15);
    ck_assert(!formula_differentiate(parsed(&arena, "exp(q)*x"), x, &known, &result, &error));
    ck_assert_ptr_nonnull(strstr(error.line, "q is unknown"));
    text_puts(&much, "SUM(k, 1, 2, w");
    text_repeat(&much, 'w', 1000);
    text_puts(&much, "[k])");
    ck_assert(!formula_evaluate(parsed(&arena, much.bytes), &known, &result, &error));
    ck_assert_ptr_nonnull(
        strstr(error.line, "...is unknown") != NULL ? error.line : strstr(error.line, "www..."));
    text_free(&much);
    arena_free(&arena);
}
END_TEST

static bool find_about_two(void *context, const char *name, size_t length,
                           struct approximate *found) {
    (void)context, (void)name, (void)length;
    *found = (struct approximate){2, 1e-6};
    return true;
}

/* The exponent is whole, but not known to be: the power moves with it by its logarithm. */
START_TEST(a_power_of_about_two) {
    const struct formula_names about_two = {.find = find_about_two};
    struct approximate result;
    struct error error;
    ck_assert(formula_evaluate(parsed(&arena, "pow(0.5, n)"), &about_two, &result, &error));
    ck_assert(result.value == 0.25);
    ck_assert_double_ge(result.error, 0.25 - pow(0.5, 2 + 1e-6));
    ck_assert_double_le(result.error, 1e-6);
    arena_free(&arena);
}
END_TEST

START_TEST(unknown_names) {
    const struct formula_names known = {.find = find};
    struct approximate result;
    struct error error;
    ck_assert(!formula_evaluate(parsed(&arena, "w5*a_b"), &known, &result, &error));
    ck_assert_ptr_nonnull(strstr(error.line, "a_b is unknown"));
    ck_assert(!formula_evaluate(parsed(&arena, "SUM(k, 5, 6, w[j])"), &known, &result, &error));
    ck_assert_ptr_nonnull(strstr(error.line, "w[j] is unknown"));
    static const char *const beyond[][2] = {{"SUM(k, 10, 10, q[k])", "q10 is unknown"},
                                            {"SUM(k, 0, 0, q[k])", "q0 is unknown"},
                                            {"SUM(k, 9, 9, q[k])", "q9 is unknown"},
                                            {"SUM(k, 1, 1, q[k - 2])", "q-1 is unknown"},
                                            {"SUM(k, 99, 99, q[10*k + 11]_d)", "q1001_d is un"}};
    for (size_t i = 0; i < sizeof beyond / sizeof *beyond; i++) {
        ck_assert(!formula_evaluate(parsed(&arena, beyond[i][0]), &known, &result, &error));
        ck_assert_msg(strstr(error.line, beyond[i][1]) != NULL, "%s: %s", beyond[i][0], error.line);
    }
    ck_assert(!formula_evaluate(parsed(&arena, "PARTIAL(w5*q, q)"), &known, &result, &error));
    ck_assert(
        !formula_evaluate(parsed(&arena, "PARTIAL(PARTIAL(x*x, x), x)"), &known, &result, &error));
    ck_assert_ptr_nonnull(strstr(error.line, "within a derivative"));
    arena_free(&arena);
}
END_TEST

/* What remains where all that begins with q is left out, and y becomes z; the same tree where
 * neither is there. */
static const struct {
    const char *text, *remains;
} edits[] = {
    {"w5 + x", "w5 + x"},
    {"q + x", "x"},
    {"x + q", "x"},
    {"q1 + q2", NULL},
    {"q*x", "x"},
    {"w5 - q", "w5"},
    {"q - w5", "-w5"},
    {"q1 - q2", NULL},
    {"w5/q", "w5"},
    {"q/w5", "1/w5"},
    {"q1/q2", NULL},
    {"-q", "-1"},
    {"q^2", NULL},
    {"x^q", "x"},
    {"exp(q)", NULL},
    {"2*exp(w5 + q)", "2*exp(w5)"},
    {"PARTIAL(q*x, x)", "d(x)/dx"},
    {"d(x*x)/dq", "d(x*x)/dq"},
    {"w6*(q1 + q2) + x", "w6 + x"},
    {"q", NULL},
    {"y", "z"},
    {"q*w5*y", "w5*z"},
    {"w5*q*q", "w5"},
    {"-q*w5", "-1*w5"},
    {"(q + q)*w5", "w5"},
    {"exp(q)*w5", "w5"},
    {"exp(y + q)", "exp(z)"},
    {"pow(q, 2) + w5", "w5"},
    {"PARTIAL(y*q*x, x)", "d(z*x)/dx"},
    {"PARTIAL(q, q)*w5", "w5"},
};

static const struct formula *edit(void *context, const struct formula *node,
                                  const struct formula *above) {
    (void)context, (void)above;
    if (node->kind == FORMULA_NAME && node->text[0] == 'q')
        return NULL;
    return formula_is(node, FORMULA_NAME, "y", 1) ? formula_leaf(&arena, FORMULA_NAME, "z", 1)
                                                  : node;
}

START_TEST(edits_formulas) {
    const struct formula *formula = parsed(&arena, edits[_i].text);
    const struct formula *remains = formula_edit(&arena, formula, edit, NULL);
    if (edits[_i].remains == NULL) {
        ck_assert_ptr_null(remains);
    } else {
        struct text out = {0};
        ck_assert_ptr_nonnull(remains);
        formula_print(&out, remains, NULL, NULL);
        ck_assert_str_eq(out.bytes, edits[_i].remains);
        ck_assert((remains == formula) == (strcmp(edits[_i].text, edits[_i].remains) == 0));
        text_free(&out);
    }
    arena_free(&arena);
}
END_TEST

static const struct {
    const char *text;
    size_t length;
} extents[] = {
    {"a, b", 1}, {"pow(a, 2), b", 9}, {"f", 1}, {"PARTIAL(pow(a, 2), a)*(1, 2)", 28}, {"", 0}};

START_TEST(forms_end_at_the_outer_comma) {
    ck_assert_uint_eq(formula_extent(extents[_i].text), extents[_i].length);
}
END_TEST

/* A formula that ends where the memory does */
static const char *const at_the_end[] = {"1e", "12", "1.", "w5", "dE_dw", "x*", "(x", "exp(x", " "};

START_TEST(reads_no_byte_behind) {
    const size_t page = (size_t)sysconf(_SC_PAGESIZE), length = strlen(at_the_end[_i]);
    char *memory = mmap(NULL, 2 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    size_t column;
    struct error error;
    ck_assert(memory != MAP_FAILED && mprotect(memory + page, page, PROT_NONE) == 0);
    memcpy(memory + page - length, at_the_end[_i], length);
    ck_assert((formula_parse(&arena, memory + page - length, length, &column, &error) != NULL) ==
              (_i > 0 && _i < 5));
    munmap(memory, 2 * page);
    arena_free(&arena);
}
END_TEST

/* In many bits, x and x1 being 2: the value in 17 decimals, "" where it is unknown, or the error */
static const struct {
    const char *text, *shown;
} in_bits[] = {
    {"x/3", "0.66666666666666667"},
    {"-x", "-2"},
    {"x - 1/3", "1.66666666666666667"},
    {"0.1 + 0.2 - 0.3", "0"},
    {"tanh(0)", "0"},
    {"tanh(0.1 + 0.2 - 0.3)", "0"},
    {"pow(0, 1/2)", "0"},
    {"pow(0.1 + 0.2 - 0.3, 1/2)", ""},
    {"pow(0.1 + 0.2 - 0.3, 1/1e15)", ""},
    {"pow(0.1 + 0.2 - 0.3, -1/2)", ""},
    {"pow(1/0, 1/2)", ""},
    {"pow(0.1, 1e-200)", "1"},
    {"1e-400000", "1e-400000"},
    {"pow(x, 31)", "2147483648"},
    {"pow(x, 64)", "1.84467440737095516e+19"},
    {"pow(x, -64)", "5.42101086242752217e-20"},
    {"pow(x, 65)", "3.68934881474191032e+19"},
    {"pow(x, -65)", "2.71050543121376109e-20"},
    {"pow(x, 1/2)", "1.41421356237309505"},
    {"pow(x, 1/4)", "1.18920711500272107"},
    {"pow(x, 5/2)", "5.6568542494923802"},
    {"pow(x, 0)", "1"},
    {"pow(x, x - 1)", "2"},
    {"exp(0)", "1"},
    {"exp(1)", "2.71828182845904524"},
    {"step(x)", "1"},
    {"step(-x)", "0"},
    {"step(x - 2)", "0"},
    {"step(0.1 + 0.2 - 0.3)", ""},
    {"relu(x)", "2"},
    {"relu(-x)", "0"},
    {"relu(x - 2)", "0"},
    {"relu(0.1 + 0.2 - 0.3)", ""},
    {"PARTIAL(relu(3*x), x)", "3"},
    {"PARTIAL(relu(-3*x), x)", "0"},
    {"SUM(k, 1, 5, x[k])", "10"},
    {"SUM(k, 1, 6, k1)", "k1 is unknown; a name that has its value already is needed"},
    {"x - 1/3 - 1/3 - 1/3 - 1", "0"},
    {"x*x - x - x + x", "2"},
    {"PARTIAL(x*x + x + 3*x - x, x)", "7"},
    {"DOT((x, 3), (5, 7))", "31"},
    {"PARTIAL(x, x)", "1"},
    {"PARTIAL(3, x)", "0"},
    {"PARTIAL(x*x1, x1)", "2"},
    {"PARTIAL(x*x1, x)", "2"},
    {"PARTIAL(pow(5*x, 1), x)", "5"},
    {"PARTIAL(-x*x, x)", "-4"},
    {"PARTIAL(1/x, x)", "-0.25"},
    {"PARTIAL(x/(1 + x*x), x)", "-0.12"},
    {"PARTIAL(pow(x, 3), x)", "12"},
    {"PARTIAL(pow(3*x, 3), x)", "324"},
    {"PARTIAL(pow(x, 0), x)", "0"},
    {"PARTIAL(pow(3, x), x)", "9.88751059801298722"},
    {"PARTIAL(exp(3*(x - 2)), x)", "3"},
    {"PARTIAL(step(x), x)", "0"},
    {"PARTIAL(DOT((x, 3*x), (x, 7)), x)", "25"},
    {"log(x)", "0.69314718055994531"},
    {"exp(y)", "y is unknown; a name that has its value already is needed"},
    {"-y", "y is unknown; a name that has its value already is needed"},
    {"PARTIAL(x, y)", "y is unknown; a name that has its value already is needed"},
    {"PARTIAL(PARTIAL(x, x), x)", "a derivative stands within a derivative; write it out"},
};

static bool find_2(void *context, const char *name, size_t length, struct big *found) {
    (void)context;
    *found = big_whole(12, 2);
    return length > 0 && *name == 'x';
}

START_TEST(evaluates_in_bits) {
    const struct formula_big_names two = {.find = find_2, .limbs = 12};
    size_t column;
    struct error error;
    struct big result;
    char room[NUMBER_ROOM] = "";
    const char *text = in_bits[_i].text;
    const struct formula *formula = formula_parse(&arena, text, strlen(text), &column, &error);
    ck_assert_msg(formula != NULL, "%s", error.line);
    if (!formula_evaluate_big(formula, &two, &result, &error)) {
        ck_assert_str_eq(error.line, in_bits[_i].shown);
    } else {
        if (big_shown(room, &result, 17, result.error <= -300) == 0)
            room[0] = '\0';
        ck_assert_msg(strcmp(room, in_bits[_i].shown) == 0, "%s is '%s', not '%s'", text, room,
                      in_bits[_i].shown);
    }
    arena_free(&arena);
}
END_TEST

/* Where the bits do not tell the sign, the step is unknown, but for the most bits: there it is 0.
 */
START_TEST(step_asks_for_more_bits) {
    const struct formula_big_names two = {.find = find_2, .limbs = _i == 0 ? 12 : BIG_MOST_LIMBS};
    static const char text[] = "step(1/3 - 1/3)";
    size_t column;
    struct error error;
    struct big result;
    const struct formula *formula = formula_parse(&arena, text, strlen(text), &column, &error);
    ck_assert_msg(formula != NULL, "%s", error.line);
    ck_assert(formula_evaluate_big(formula, &two, &result, &error));
    ck_assert_int_eq(result.sign, 0);
    ck_assert((result.error <= BIG_EXACT) == (_i == 1));
    arena_free(&arena);
}
END_TEST

Suite *formula_suite(void) {
    static const size_t count = sizeof rows / sizeof *rows;
    Suite *suite = suite_create("formula");
    add_rows(suite, "prints", prints, count);
    add_rows(suite, "what is printed parses to the same", what_is_printed_parses_to_the_same,
             count);
    add_rows(suite, "substitutes", substitutes, count);
    add_rows(suite, "ranks breaks", ranks_breaks, sizeof ranked / sizeof *ranked);
    add_rows(suite, "evaluates", evaluates, count);
    add_rows(suite, "refuses", refuses, sizeof faults / sizeof *faults);
    add_rows(suite, "takes much", takes_two_hundred_within_each_other, 1);
    add_rows(suite, "refuses too much", refuses_what_is_too_deep, 2);
    add_rows(suite, "refuses a NUL", refuses_a_nul, 1);
    add_rows(suite, "a power of about two", a_power_of_about_two, 1);
    add_rows(suite, "a derivative of what is known", differentiates_only_what_is_known, 1);
    add_rows(suite, "in many bits", evaluates_in_bits, sizeof in_bits / sizeof *in_bits);
    add_rows(suite, "a step of many bits", step_asks_for_more_bits, 2);
    add_rows(suite, "no byte behind", reads_no_byte_behind, sizeof at_the_end / sizeof *at_the_end);
    add_rows(suite, "inherited bounds", bounds_what_is_inherited, sizeof bounds / sizeof *bounds);
    add_rows(suite, "roundings", bounds_roundings, sizeof roundings / sizeof *roundings);
    add_rows(suite, "unknown names", unknown_names, 1);
    add_rows(suite, "finds an unknown name", finds_unknown_name,
             sizeof with_unknown_name / sizeof *with_unknown_name);
    add_rows(suite, "refuses a number beyond double", refuses_a_number_beyond_double, 1);
    add_rows(suite, "bounds a step", bounds_a_step, sizeof steps / sizeof *steps);
    add_rows(suite, "tells formulas apart", tells_formulas_apart, sizeof pairs / sizeof *pairs);
    add_rows(suite, "edits formulas", edits_formulas, sizeof edits / sizeof *edits);
    add_rows(suite, "forms end at the outer comma", forms_end_at_the_outer_comma,
             sizeof extents / sizeof *extents);
    return suite;
}
