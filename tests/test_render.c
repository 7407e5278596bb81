/* Render: lines that are full, names that nobody knows, networks of odd shapes, trainings that were
 * stopped, and a document in every reading. */
#include "suites.h"

#include "render/drawing.h"
#include "render/errata.h"
#include "render/lines.h"
#include "render/numbers.h"
#include "render/render.h"
#include "render/sheet.h"
#include "render/training.h"
#include "walk/compare.h"
#include "walk/walk.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct arena arena;
static struct text out;

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
    lines_formula(&lines, parsed(&arena, text), NULL);
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
    const struct formula *formula = parsed(&arena, "a*q");
    formula_print(&out, formula, &all, NULL);
    text_putc(&out, ' ');
    formula_print(&out, formula, &given, NULL);
    ck_assert_str_eq(out.bytes, "0.250*q 0.250*q");
    ck_assert(numbers_any_given(&numbers, formula) &&
              !numbers_any_given(&numbers, parsed(&arena, "q*2")));
    ck_assert(!numbers_worth_showing(&numbers, parsed(&arena, "q"), "1"));
    ck_assert(!numbers_worth_showing(&numbers, parsed(&arena, "a"), "0.250"));
    ck_assert(!numbers_worth_showing(&numbers, parsed(&arena, "a"), "0.25"));
    ck_assert(numbers_worth_showing(&numbers, parsed(&arena, "a"), "0.3"));
    trace_free(&trace);
    end();
}
END_TEST

/* ---- Networks ---- */

/* Of a layer, or of the inputs, how many; the biases; and what is drawn: from-weight-to+bias. */
static const struct {
    size_t depth, width[4];
    enum biases biases;
    const char *edges;
    size_t nodes, rows;
} networks[] = {
    {2, {1, 2, 1}, BIASES_EACH, "i1-w1-h1+b1 i1-w2-h2+b2 h1-w3-O1+b3 h2-w4-O1+b3 ", 4, 2},
    {2, {1, 2, 1}, BIASES_SHARED, "i1-w1-h1+b1 i1-w2-h2+b1 h1-w3-O1+b2 h2-w4-O1+b2 ", 4, 2},
    {1, {3, 1}, BIASES_NONE, "i1-w1-O1+ i2-w2-O1+ i3-w3-O1+ ", 4, 3},
    {2,
     {2, 2, 2},
     BIASES_EACH,
     "i1-w1-h1+b1 i2-w2-h1+b1 i1-w3-h2+b2 i2-w4-h2+b2 "
     "h1-w5-O1+b3 h2-w6-O1+b3 h1-w7-O2+b4 h2-w8-O2+b4 ",
     6,
     2},
    {3, {1, 1, 1, 2}, BIASES_EACH, "i1-w1-h1+b1 h1-w2-hh1+b2 hh1-w3-O1+b3 hh1-w4-O2+b4 ", 5, 2},
};

START_TEST(draws_a_shape) {
    struct shape shape = shape_of_article();
    struct walk walk = {.shape = &shape};
    shape.depth = networks[_i].depth;
    shape.biases = networks[_i].biases;
    memcpy(shape.width, networks[_i].width, sizeof networks[_i].width);
    trace_start(&walk.trace, "test", 0);
    const struct drawing drawing = drawing_of(&walk);
    for (size_t i = 0; i < drawing.edge_count; i++) {
        const struct drawing_edge *edge = &drawing.edges[i];
        const struct drawing_node *from = &drawing.nodes[edge->from],
                                  *to = &drawing.nodes[edge->to];
        ck_assert_uint_eq(from->layer + 1, to->layer);
        text_printf(&out, "%.*s-%.*s-%.*s+%.*s ", (int)from->name.length, from->name.text,
                    (int)edge->weight.length, edge->weight.text, (int)to->name.length,
                    to->name.text, (int)to->bias.length, to->bias.text);
    }
    ck_assert_str_eq(out.bytes, networks[_i].edges);
    ck_assert_uint_eq(drawing.node_count, networks[_i].nodes);
    ck_assert_uint_eq(drawing.layer_count, networks[_i].depth + 1);
    ck_assert_uint_eq(drawing.row_count, networks[_i].rows);
    walk_free(&walk);
    end();
}
END_TEST

/* The names of two weights between the same layers lie neither on each other nor on another line.
 */
static const size_t dense[][3] = {{2, 2, 2}, {2, 3, 1}, {2, 2, 3}, {3, 3, 3}, {3, 4, 2}, {4, 4, 1}};

static double height_at(const struct drawing *drawing, const struct drawing_edge *edge,
                        int percent) {
    const size_t from = drawing_half_rows_above(drawing, &drawing->nodes[edge->from]),
                 to = drawing_half_rows_above(drawing, &drawing->nodes[edge->to]);
    return ((100 - percent) * (double)from + percent * (double)to) / 100;
}

START_TEST(names_of_weights_are_clear_of_each_other) {
    struct shape shape = shape_of_article();
    struct walk walk = {.shape = &shape};
    memcpy(shape.width, dense[_i], sizeof dense[_i]);
    trace_start(&walk.trace, "test", 0);
    const struct drawing drawing = drawing_of(&walk);
    for (size_t i = 0; i < drawing.edge_count; i++)
        for (size_t j = 0; j < drawing.edge_count; j++) {
            const struct drawing_edge *one = &drawing.edges[i], *other = &drawing.edges[j];
            if (i == j || drawing.nodes[one->from].layer != drawing.nodes[other->from].layer)
                continue;
            const double height = height_at(&drawing, one, one->percent);
            const double line = height_at(&drawing, other, one->percent);
            const double name = height_at(&drawing, other, other->percent);
            ck_assert_double_gt(fabs(line - height), 0.17);
            ck_assert(abs(one->percent - other->percent) >= 18 || fabs(name - height) > 0.35);
        }
    walk_free(&walk);
    end();
}
END_TEST

/* The widest that fits a page is drawn whole; what is wider, or has no network, is not. */
START_TEST(draws_all_or_nothing) {
    static const size_t widths[] = {DRAWING_WIDEST, DRAWING_WIDEST + 1, 0};
    const size_t width = widths[_i];
    struct shape shape = shape_of_article();
    struct walk walk = {.shape = width > 0 ? &shape : NULL};
    for (size_t layer = 0; layer <= shape.depth; layer++)
        shape.width[layer] = width;
    trace_start(&walk.trace, "test", 0);
    const struct drawing drawing = drawing_of(&walk);
    ck_assert_uint_eq(drawing.node_count, _i == 0 ? 3 * width : 0);
    ck_assert_uint_eq(drawing.edge_count, _i == 0 ? 2 * width * width : 0);
    for (size_t i = 0; i < drawing.edge_count; i++) {
        const size_t layer = i / (width * width), in_layer = i % (width * width);
        ck_assert_uint_eq(drawing.edges[i].from, layer * width + in_layer % width);
        ck_assert_uint_eq(drawing.edges[i].to, (layer + 1) * width + in_layer / width);
    }
    walk_free(&walk);
    end();
}
END_TEST

/* ---- Trainings ---- */

/* The second of two was stopped; or the first, and the second is the longer. */
START_TEST(a_training_that_was_stopped_has_no_cost_there) {
    size_t iterations[] = {0, 10, 15};
    double first[] = {0.5, 0.25, 0.125}, second[] = {1, 0.75};
    const struct trained whole = {.shape = "2,1,2",
                                  .curve = {.count = 3, .iteration = iterations, .cost = first}};
    const struct trained stopped = {.shape = "2,2,2",
                                    .curve = {.count = 2, .iteration = iterations, .cost = second}};
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
    const struct trained one = {.shape = "2,1,2",
                                .curve = {.count = 1, .iteration = iterations, .cost = cost}};
    const struct trained other = {.shape = "2,1,2",
                                  .curve = {.count = 1, .iteration = iterations, .cost = huge}};
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
    struct walk walk;
    struct error error;
    example_article(&example);
    ck_assert(walk_make(&walk, &example, (unsigned)_i, &error));
    ck_assert_msg(walk_compare(&walk, &example, &error), "%s", error.line);
    for (size_t f = 0; f < sizeof formats / sizeof *formats; f++) {
        const struct document document = {.walks = (struct walk *const[]){&walk},
                                          .walk_count = 1,
                                          .language = ENGLISH,
                                          .digits = 10};
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
    walk_free(&walk);
    example_free(&example);
    end();
}
END_TEST

/* ---- Sheets ---- */

static void put_plain(struct text *text, const char *words, enum language language) {
    text_printf(text, "%s[%s]", language == ENGLISH ? "" : "?", words);
}

static void put_name(struct text *text, const char *name, size_t length) {
    text_printf(text, "<%.*s>", (int)length, name);
}

/* Derivatives are of two names. */
START_TEST(names_in_words) {
    sheet_words(&out, "dE_total/dw5 of done/gone, dx/d and sigma*w5", ENGLISH, put_plain, put_name);
    ck_assert_str_eq(out.bytes, "<dE_total_dw5>[ of done/gone, dx/d and ]<sigma>[\xC2\xB7]<w5>");
    end();
}
END_TEST

static size_t slips_told(struct walk *walk, const struct step *step, bool shown) {
    const struct sheet_shows shows = {.formulas = true, .values = shown, .notes = shown};
    struct numbers numbers = numbers_of(&walk->trace, 10);
    struct sheet_step made;
    size_t told = 0;
    sheet_step_make(&made, &walk->trace, &numbers, step, &shows, ENGLISH);
    for (size_t i = 0; i < made.line_count; i++)
        told += made.lines[i].note_is_slip;
    return told;
}

/* Where values are for the reader to find. */
START_TEST(a_slip_is_told_among_notes_alone) {
    struct example example;
    struct walk walk;
    struct error error;
    size_t slips = 0;
    example_article(&example);
    ck_assert(walk_make(&walk, &example, 1, &error));
    for (size_t s = 0; s < walk.trace.step_count; s++) {
        const struct step *step = &walk.trace.steps[s];
        ck_assert_uint_eq(slips_told(&walk, step, false), 0);
        ck_assert(!step->takes_alternative || slips_told(&walk, step, true) == 1);
        slips += step->takes_alternative;
    }
    ck_assert_uint_gt(slips, 0);
    walk_free(&walk);
    example_free(&example);
    end();
}
END_TEST

/* ---- The list of slips ---- */

START_TEST(one_slip_alone) {
    static const char *const formats[] = {"text", "markdown", "tsv"};
    struct errata errata;
    struct error error;
    ck_assert_msg(errata_collect(&errata, &error), "%s", error.line);
    for (size_t f = 0; f < 3; f++) {
        const char *only = _i == 0 ? "E3" : "T2";
        text_cut(&out, 0);
        errata_format(formats[f])(&out, &errata, only, ENGLISH);
        ck_assert_uint_eq(count(out.bytes, only), 1);
        ck_assert_uint_eq(count(out.bytes, "E1") + count(out.bytes, "T1"), 0);
        ck_assert_uint_eq(count(out.bytes, "## "), f == 1);
        ck_assert(f > 0 || strncmp(out.bytes, only, 2) == 0);
    }
    ck_assert(errata_has("E1") && errata_has("P1") && !errata_has("E9") && !errata_has(""));
    errata_free(&errata);
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
    add_rows(suite, "draws a shape", draws_a_shape, sizeof networks / sizeof *networks);
    add_rows(suite, "names of weights are clear of each other",
             names_of_weights_are_clear_of_each_other, sizeof dense / sizeof *dense);
    add_rows(suite, "draws all or nothing", draws_all_or_nothing, 3);
    add_rows(suite, "a training that was stopped", a_training_that_was_stopped_has_no_cost_there,
             4);
    add_rows(suite, "a wide cost", a_wide_cost_stands_apart, 1);
    add_rows(suite, "every reading", every_reading_names_its_slips, 32);
    add_rows(suite, "names in words", names_in_words, 1);
    add_rows(suite, "a slip is told among notes alone", a_slip_is_told_among_notes_alone, 1);
    add_rows(suite, "one slip alone", one_slip_alone, 2);
    return suite;
}
