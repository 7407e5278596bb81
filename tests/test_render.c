/* Render: lines that are full, names that nobody knows, networks of odd shapes, trainings that were
 * stopped, and a document in every reading. */
#include "suites.h"

#include "render/drawing.h"
#include "render/lines.h"
#include "render/numbers.h"
#include "render/render.h"
#include "render/training.h"
#include "walk/walk.h"

#include <stdio.h>
#include <string.h>

static struct arena arena;
static struct text out;

static const struct formula *parse(const char *text) {
    size_t column;
    struct error error;
    const struct formula *formula = formula_parse(&arena, text, strlen(text), &column, &error);
    ck_assert_msg(formula != NULL, "'%s': column %zu: %s", text, column, error.line);
    return formula;
}

static void end(void) {
    text_free(&out);
    arena_free(&arena);
}

/* ---- Lines ---- */

START_TEST(nothing_has_no_colour) {
    struct lines lines = {.out = &out, .colour = true};
    text_puts(&out, "");
    lines_puts(&lines, COLOUR_VALUE, "");
    text_printf(&out, "%s", "");
    ck_assert_str_eq(out.bytes, "");
    lines_puts(&lines, COLOUR_VALUE, "x");
    lines_puts(&lines, COLOUR_NONE, "y");
    ck_assert_str_eq(out.bytes, "\033[1mx\033[0my");
    ck_assert_uint_eq(lines.column, 2);
    end();
}
END_TEST

/* A name is, though wider than the line. */
START_TEST(a_formula_that_cannot_be_broken_stands_whole) {
    struct lines lines = {.out = &out};
    char text[200] = "";
    memset(text, 'x', 150);
    lines_formula(&lines, parse(text), NULL);
    ck_assert_str_eq(out.bytes, text);
    ck_assert_uint_eq(lines.column, 150);
    end();
}
END_TEST

static const struct {
    size_t column, note_length, wanted;
} notes[] = {
    {10, 20, NOTE_COLUMN},         {70, 20, 72}, {90, 20, NOTE_COLUMN}, /* on the next line */
    {90, 60, LINE_WIDTH - 60},     /* there, as far to the right as it fits */
    {90, LINE_WIDTH, NOTE_COLUMN}, /* it fits nowhere */
};

START_TEST(notes_have_their_column) {
    struct lines lines = {.out = &out};
    lines_pad(&lines, notes[_i].column);
    lines_note(&lines, notes[_i].note_length);
    ck_assert_uint_eq(lines.column, notes[_i].wanted);
    end();
}
END_TEST

/* ---- Numbers in place of names ---- */

START_TEST(an_unknown_name_stays) {
    struct trace trace;
    trace_start(&trace, "test", 0);
    trace_given(&trace, "a", 0.25, "0.250");
    struct numbers numbers = numbers_of(&trace, 10);
    const struct formula_numbers all = numbers_for_formula(&numbers);
    const struct formula_numbers given = numbers_given_for_formula(&numbers);
    const struct formula *formula = parse("a*q");
    formula_print(&out, formula, &all, NULL);
    text_putc(&out, ' ');
    formula_print(&out, formula, &given, NULL);
    ck_assert_str_eq(out.bytes, "0.250*q 0.250*q");
    ck_assert(numbers_any_given(&numbers, formula) && !numbers_any_given(&numbers, parse("q*2")));
    ck_assert(!numbers_worth_showing(&numbers, parse("q"), "1"));
    ck_assert(!numbers_worth_showing(&numbers, parse("a"), "0.250"));
    ck_assert(numbers_worth_showing(&numbers, parse("a"), "0.25"));
    trace_free(&trace);
    end();
}
END_TEST

/* ---- Networks ---- */

static void step(struct trace *trace, const char *name, const char *forms) {
    const double value = 1;
    trace_step(trace, STEP_GIVES, "9.1", NULL, name, forms, &value, 1);
}

/* Of a sum, what is weight*source is an edge, and 1*name a bias; nothing else is drawn. */
START_TEST(draws_what_is_an_edge) {
    static const char *const sums[] = {"x1*x1 + 1*b1",      "exp(x1)", "x1*2 + exp(x1)*w1",
                                       "x1*exp(w1) + 3",    "w1/x1",   "w2*out_a + w1*x1",
                                       "x1*out_f + 2*x1/w1"};
    static const char *const names[] = {"in_a", "in_b", "in_c", "in_d", "in_e", "in_f", "in_g"};
    struct trace trace;
    struct error error;
    trace_start(&trace, "test", 0);
    trace_given(&trace, "x1", 1, "1");
    for (size_t i = 0; i < sizeof sums / sizeof *sums; i++)
        step(&trace, names[i], sums[i]);
    trace_check(&trace, &error); /* it splits the forms; their values are none */
    const struct drawing drawing = drawing_of(&trace);
    for (size_t i = 0; i < drawing.edge_count; i++) {
        const struct drawing_edge *edge = &drawing.edges[i];
        const struct label from = drawing.nodes[edge->from].name, to = drawing.nodes[edge->to].name;
        text_printf(&out, "%.*s-%.*s-%.*s ", (int)from.length, from.text, (int)edge->weight.length,
                    edge->weight.text, (int)to.length, to.text);
    }
    ck_assert_str_eq(out.bytes, "x1-x1-a a-w2-f x1-w1-f f-x1-g ");
    ck_assert_uint_eq(drawing.node_count, 8);
    ck_assert_uint_eq(drawing.layer_count, 4);
    trace_free(&trace);
    end();
}
END_TEST

/* However many nodes there are, all are drawn, and all edges between them. */
START_TEST(draws_all_of_a_large_network) {
    enum { NEURONS = 100, NODES = NEURONS + 1, EDGES = 5 * NEURONS };
    static char names[NEURONS][16];
    struct trace trace;
    struct error error;
    trace_start(&trace, "test", 0);
    trace_given(&trace, "i", 1, "1");
    for (int n = 0; n < NEURONS; n++) {
        snprintf(names[n], sizeof names[n], "in_n%d", n);
        step(&trace, names[n], "w*i + w*i + w*i + w*i + w*i");
    }
    trace_check(&trace, &error);
    const struct drawing drawing = drawing_of(&trace);
    ck_assert_uint_eq(drawing.node_count, NODES);
    ck_assert_uint_eq(drawing.edge_count, EDGES);
    for (size_t i = 0; i < drawing.edge_count; i++)
        ck_assert(drawing.edges[i].from == 0 && drawing.edges[i].to == 1 + i / 5);
    trace_free(&trace);
    end();
}
END_TEST

/* ---- Trainings ---- */

/* The second of two was stopped; or the first, and the second is the longer. */
START_TEST(a_training_that_was_stopped_has_no_cost_there) {
    size_t iterations[] = {0, 10, 15};
    double first[] = {0.5, 0.25, 0.125}, second[] = {1, 0.75};
    const struct trained whole = {.shape = "2,1,2", .curve = {3, iterations, first}};
    const struct trained stopped = {.shape = "2,2,2", .curve = {2, iterations, second}};
    const struct trained trained[] = {_i % 2 == 0 ? whole : stopped, _i % 2 == 0 ? stopped : whole};
    training_format(_i < 2 ? "text" : "tsv")(&out, trained, 2, "moons", ENGLISH);
    static const char *const wanted[] = {
        "moons\n\n iteration          2,1,2          2,2,2\n"
        "         0   0.5000000000   1.0000000000\n"
        "        10   0.2500000000   0.7500000000\n"
        "        15   0.1250000000               \n",
        "moons\n\n iteration          2,2,2          2,1,2\n"
        "         0   1.0000000000   0.5000000000\n"
        "        10   0.7500000000   0.2500000000\n"
        "        15                  0.1250000000\n",
        "iteration\t2,1,2\t2,2,2\n0\t0.5\t1\n10\t0.25\t0.75\n15\t0.125\t\n",
        "iteration\t2,2,2\t2,1,2\n0\t1\t0.5\n10\t0.75\t0.25\n15\t\t0.125\n"};
    ck_assert_str_eq(out.bytes, wanted[_i]);
    end();
}
END_TEST

/* A cost that is as wide as its column has a blank before it; one that is huge has an exponent. */
START_TEST(a_wide_cost_stands_apart) {
    size_t iterations[] = {0};
    double cost[] = {1234567.25}, huge[] = {5e59};
    const struct trained one = {.shape = "2,1,2", .curve = {1, iterations, cost}};
    const struct trained other = {.shape = "2,1,2", .curve = {1, iterations, huge}};
    const struct trained trained[] = {one, other};
    training_format("text")(&out, trained, 2, "moons", ENGLISH);
    ck_assert_str_eq(out.bytes, "moons\n\n iteration          2,1,2          2,1,2\n"
                                "         0 1234567.2500000000 5.0000000000e+59\n");
    end();
}
END_TEST

/* ---- A document in every reading: whichever slips are made together ---- */

static size_t count(const char *text, const char *word) {
    size_t found = 0;
    for (const char *c = strstr(text, word); c != NULL; c = strstr(c + 1, word))
        found++;
    return found;
}

/* E3 changes no value that is printed. */
START_TEST(every_reading_names_its_slips) {
    static const char *const formats[] = {"text", "markdown", "latex", "html"};
    struct example example;
    struct trace trace;
    struct error error;
    example_article(&example);
    ck_assert(walk_article(&trace, &example, (unsigned)_i, &error));
    ck_assert_msg(walk_compare(&trace, &example, &error), "%s", error.line);
    for (size_t f = 0; f < sizeof formats / sizeof *formats; f++) {
        struct trace *traces[DOCUMENT_TRACES] = {&trace};
        struct document document = {.language = ENGLISH, .digits = 10, .trace_count = 1};
        memcpy(document.traces, traces, sizeof traces);
        text_cut(&out, 0);
        render_format(formats[f])(&out, &document);
        for (unsigned slip = 1; slip <= 5; slip++) {
            char id[8];
            snprintf(id, sizeof id, "E%u", slip);
            ck_assert_msg((_i & 1 << (slip - 1)) == 0 || slip == 3 || count(out.bytes, id) > 0,
                          "%s: no %s", formats[f], id);
        }
        ck_assert_msg(strstr(out.bytes, "note.") == NULL, "%s", formats[f]);
    }
    trace_free(&trace);
    example_free(&example);
    end();
}
END_TEST

Suite *render_suite(void) {
    Suite *suite = suite_create("render");
    add_rows(suite, "nothing has no colour", nothing_has_no_colour, 1);
    add_rows(suite, "cannot be broken", a_formula_that_cannot_be_broken_stands_whole, 1);
    add_rows(suite, "notes have their column", notes_have_their_column,
             sizeof notes / sizeof *notes);
    add_rows(suite, "an unknown name stays", an_unknown_name_stays, 1);
    add_rows(suite, "draws what is an edge", draws_what_is_an_edge, 1);
    add_rows(suite, "draws all of a large network", draws_all_of_a_large_network, 1);
    add_rows(suite, "a training that was stopped", a_training_that_was_stopped_has_no_cost_there,
             4);
    add_rows(suite, "a wide cost", a_wide_cost_stands_apart, 1);
    add_rows(suite, "every reading", every_reading_names_its_slips, 32);
    return suite;
}
