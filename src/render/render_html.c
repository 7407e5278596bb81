/* Render, the HTML format: one file, with MathML, an SVG and a style sheet in it; no script, and
 * nothing that is fetched. It is well-formed XML too. Printed, it fits A4 and Letter: a step is not
 * parted from itself, nor a heading from what it heads. */
#include "formula/name.h"
#include "render/escape.h"
#include "render/sheet.h"

#include <ctype.h>
#include <string.h>

static const struct formula_wrap wrap = {.width = 2600, .between = "</math> <math>"};

static const char style[] =
    "@page { margin: 13mm 15mm 15mm;\n"
    "  @bottom-center { content: counter(page) \" / \" counter(pages); font-size: 9pt; } }\n"
    "body { max-width: 50rem; margin: 1.5rem auto; padding: 0 1rem; line-height: 1.45;\n"
    "  font-family: \"Latin Modern Roman\", \"Libertinus Serif\", Georgia, \"Times New Roman\",\n"
    "    \"Noto Serif\", serif; }\n"
    "html[lang=zh] body { font-family: \"Noto Serif CJK SC\", \"Source Han Serif SC\", SimSun,\n"
    "    \"Songti SC\", serif; }\n"
    "h1 { font-size: 1.5rem; margin: 1.2rem 0 .6rem; }\n"
    "h2 { font-size: 1.1rem; margin: 1.2rem 0 .3rem; }\n"
    "h1, h2 { break-after: avoid; }\n"
    "math { math-style: normal; }\n"
    "dl.given { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1.2rem;\n"
    "  margin: .3rem 0; }\n"
    "dl.given dd { margin: 0; }\n"
    "dl.given math { margin-right: 1.1em; }\n"
    ".beside { display: flex; flex-wrap: wrap; gap: 0 1.2rem; align-items: flex-start; }\n"
    ".beside dl.given { flex: 1 1 16rem; }\n"
    ".beside svg.network { flex: 0 1 18rem; min-width: 14rem; }\n"
    "dl.given .definition { display: block; margin-bottom: .25em; }\n"
    "dl.given .definition math { margin-right: 0; }\n"
    "svg.network { display: block; max-width: 100%; height: auto; margin: .8rem 0;\n"
    "  break-inside: avoid; }\n"
    ".step { display: grid; grid-template-columns: max-content minmax(0, 1fr) max-content;\n"
    "  column-gap: .3em; row-gap: .35rem; align-items: baseline; margin: .45rem 0 .45rem 1rem;\n"
    "  break-inside: avoid; }\n"
    ".step > .line { grid-column: 2; padding-left: 1.6em; text-indent: -1.6em; }\n"
    ".step > .line > * { text-indent: 0; }\n"
    ".step > .number { grid-column: 3; grid-row: 1; padding-left: 1em; }\n"
    ".note { margin-left: 1.5em; font-size: .85em; color: #444; }\n"
    ".slip { color: #a01010; }\n"
    ".room { display: inline-block; height: 2.1em; border-bottom: 1px solid #000; }\n"
    ".work { width: 26em; max-width: 85%; }\n"
    ".answer { width: 12em; }\n"
    ".fields { display: flex; flex-wrap: wrap; align-items: baseline; gap: .2rem 2.5rem; margin: .3rem 0; }\n"
    ".ask { display: flex; flex-wrap: wrap; align-items: baseline; align-content: start; gap: 0 .3em;\n"
    "  min-height: 12mm; padding-bottom: .35em; box-sizing: border-box; break-inside: avoid; }\n"
    ".ask > .value { margin-left: auto; white-space: nowrap; }\n"
    ".ask .number { display: inline-block; min-width: 2.8em; padding-left: .4em;\n"
    "  text-align: right; font-size: .85em; }\n"
    ".ask .room { width: 5.3em; height: 1.6em; }\n"
    ".ask .n { display: inline-block; padding-left: .9em; }\n"
    ".ask .minus { padding-left: .1em; }\n"
    ".narrow { display: grid; grid-template-columns: 1fr 1fr; column-gap: 1.6em; }\n"
    "@media (max-width: 34rem) { .narrow { grid-template-columns: 1fr; }\n"
    "  .ask, .grid, .step { font-size: .85rem; }\n"
    "  .step { grid-template-columns: minmax(0, 1fr) max-content; margin-left: 0; }\n"
    "  .step > math { justify-self: start; } .step > .number { grid-column: 2; }\n"
    "  .step > .line { grid-column: 1 / -1; padding: .2em 0 .2em 2.6em; }\n"
    "  dl.given { font-size: .9rem; column-gap: .7rem; }\n"
    /* what is too wide scrolls, and has a shadow where it goes on */
    "  .step > .line, .ask > span, .grid > div, dl.given dd { overflow: auto hidden; background:\n"
    "    linear-gradient(90deg, #fff 50%, #fff0) 0 0 / 2em 100% no-repeat local,\n"
    "    linear-gradient(270deg, #fff 50%, #fff0) right -1px top 0 / 2em 100% no-repeat local,\n"
    "    linear-gradient(90deg, #0005, #0000) 0 0 / .8em 100% no-repeat,\n"
    "    linear-gradient(270deg, #0005, #0000) 100% 0 / .8em 100% no-repeat; } }\n"
    "table { border-collapse: collapse; margin: .6rem 0; }\n"
    "th, td { text-align: left; padding: .15rem .9rem .15rem 0; vertical-align: middle; }\n"
    "td.n { text-align: right; }\n"
    "th { border-bottom: 1px solid #000; }\n"
    "tr { break-inside: avoid; }\n"
    "td math { math-style: compact; }\n"
    ".answers { break-before: page; }\n"
    "@media (max-width: 34rem) { table { font-size: .72rem; }\n"
    "  th, td { padding: .25rem .35rem .25rem 0; } }\n"
    "@media print { body { max-width: none; margin: 0; padding: 0; font-size: 10.5pt; }\n"
    "  h1 { margin-top: 0; } h2 { margin: .5rem 0 .1rem; } p { margin: .5rem 0; }\n"
    "  .beside, table { line-height: 1.25; } .ask { min-height: 10.4mm; }\n"
    "  .values { font-size: 9pt; } .two { columns: 2; }\n"
    "  .values table { margin: 0; } .values td, .values th { padding: 0 .6rem 0 0; line-height: 1.2; } }\n";

static void start(struct text *out, const struct sheet_head *head, enum language language) {
    text_printf(
        out,
        "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"%s\">\n<head>\n"
        "<meta charset=\"utf-8\" />\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n<title>",
        language == CHINESE ? "zh" : "en");
    escape_xml(out, head->title);
    text_puts(out, "</title>\n<style>\n");
    text_add(out, style, sizeof style - 1);
    if (head->paper != NULL)
        text_printf(out, "@page { size: %s; }\n", head->paper);
    text_puts(out, "</style>\n</head>\n<body>\n");
}

static void finish(struct text *out) {
    text_puts(out, "</body>\n</html>\n");
}

/* Words as a string of a style sheet, within XML. */
static void put_string(struct text *out, const char *words) {
    text_putc(out, '"');
    for (; *words != '\0'; words++)
        if (strchr("\"\\<&>", *words) != NULL)
            text_printf(out, "\\%02x ", (unsigned)*words);
        else
            text_putc(out, *words);
    text_putc(out, '"');
}

/* A browser counts the pages of the whole document; those of one of several need a counter. */
static void page_start(struct text *out, const struct sheet_pages *pages, enum language language) {
    const size_t index = pages->index;
    (void)language;
    text_printf(out, "<style>@page s%zu { @bottom-left { content: ", index);
    put_string(out, pages->words);
    text_puts(out, "; font-size: 9pt; }");
    if (!pages->is_alone)
        text_printf(out,
                    "\n  counter-increment: page s%zu; @bottom-center { content: counter(s%zu); "
                    "font-size: 9pt; }",
                    index, index);
    text_printf(out, " }</style>\n<div style=\"page: s%zu\">\n", index);
}

static void page_finish(struct text *out) {
    text_puts(out, "</div>\n");
}

static void element(struct text *out, const char *name, const char *words) {
    text_putc(out, '<');
    text_puts(out, name);
    text_putc(out, '>');
    escape_xml(out, words);
    text_puts(out, "</");
    text_puts(out, name);
    text_puts(out, ">\n");
}

static void title(struct text *out, const char *words, enum language language) {
    (void)language;
    element(out, "h1", words);
}

static void put_words(struct text *out, const char *words, enum language language) {
    (void)language;
    escape_xml(out, words);
}

static void put_name(struct text *out, const char *name, size_t length) {
    text_puts(out, "<math>");
    name_mathml(out, name, length);
    text_puts(out, "</math>");
}

static void heading(struct text *out, const char *words, enum language language) {
    text_puts(out, "<h2>");
    sheet_words(out, words, language, put_words, put_name);
    text_puts(out, "</h2>\n");
}

static void paragraph(struct text *out, const char *words, enum language language) {
    (void)language;
    element(out, "p", words);
}

static void field(struct text *out, const char *label, const char *words, enum language language) {
    text_puts(out, "<span><b>");
    escape_xml(out, label);
    text_printf(out, "%s</b> ", prose(language, "punctuation.colon-at-end"));
    if (words != NULL)
        escape_xml(out, words);
    else
        text_puts(out, "<span class=\"room answer\"></span>");
    text_puts(out, "</span>\n");
}

static void head_(struct text *out, const struct sheet_head *head, enum language language) {
    title(out, head->title, language);
    text_puts(out, "<div class=\"fields\">\n");
    if (head->name != NULL || head->asks_name)
        field(out, prose(language, "sheet.name"), head->name, language);
    if (head->course != NULL)
        field(out, prose(language, "sheet.course"), head->course, language);
    if (head->date != NULL)
        field(out, prose(language, "sheet.date"), head->date, language);
    text_puts(out, "</div>\n");
    if (head->number != NULL)
        paragraph(out, head->number, language);
}

static void put_quantities(struct text *out, const struct given_group *group) {
    for (size_t i = 0; i < group->count; i++) {
        const struct quantity *quantity = group->quantities[i];
        text_puts(out, i > 0 ? " <math>" : "<math>");
        name_mathml(out, quantity->shown, strlen(quantity->shown));
        if (!group->is_names) {
            text_puts(out, "<mo>=</mo>");
            formula_mathml_number(out, quantity->typed);
        }
        text_puts(out, "</math>");
    }
}

static void put_definitions(struct text *out, const struct given_group *group) {
    for (size_t i = 0; i < group->definition_count; i++) {
        const struct definition *definition = &group->definitions[i];
        text_puts(out, "<span class=\"definition\"><math>");
        name_mathml(out, definition->name, strlen(definition->name));
        text_puts(out, "</math> <math><mo form=\"infix\">=</mo>");
        formula_mathml(out, definition->formula, NULL, &wrap);
        text_puts(out, "</math></span>");
    }
}

static void drawing(struct text *out, const struct drawing *drawn, enum language language);

static void given(struct text *out, const struct given_group *groups, size_t count,
                  const struct drawing *drawn, enum language language) {
    text_puts(out, drawn != NULL ? "<div class=\"beside\">\n<dl class=\"given\">\n"
                                 : "<dl class=\"given\">\n");
    for (size_t g = 0; g < count; g++) {
        element(out, "dt", groups[g].words);
        text_puts(out, "<dd>");
        put_quantities(out, &groups[g]);
        put_definitions(out, &groups[g]);
        text_puts(out, "</dd>\n");
    }
    text_puts(out, "</dl>\n");
    if (drawn == NULL)
        return;
    drawing(out, drawn, language);
    text_puts(out, "</div>\n");
}

/* ---- The network ---- */

enum { COLUMN = 170, ROW = 55, LEFT = 30, TOP = 28, RADIUS = 20, BELOW = 34 };

static int x_of(const struct drawing_node *node) {
    return LEFT + COLUMN * (int)node->layer;
}

static int y_of(const struct drawing *drawn, const struct drawing_node *node) {
    return TOP + ROW * (int)drawing_half_rows_above(drawn, node);
}

/* A name of letters and digits, the digits as its foot. */
static void put_label(struct text *out, struct label label, int x, int y, int size) {
    size_t letters = 0;
    while (!isdigit((unsigned char)label.text[letters]))
        letters++;
    text_printf(out,
                "<text x=\"%d\" y=\"%d\" font-size=\"%d\" text-anchor=\"middle\"><tspan "
                "font-style=\"italic\">",
                x, y, size);
    text_add(out, label.text, letters);
    text_printf(out, "</tspan><tspan dy=\"4\" font-size=\"%d\">", size * 7 / 10);
    text_add(out, label.text + letters, label.length - letters);
    text_puts(out, "</tspan></text>\n");
}

/* It ends at the circle of the node, as the arrow's head does. */
static void put_edge(struct text *out, const struct drawing *drawn,
                     const struct drawing_edge *edge) {
    const struct drawing_node *from = &drawn->nodes[edge->from], *to = &drawn->nodes[edge->to];
    text_printf(out,
                "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"#000\" "
                "marker-end=\"url(#arrow)\" />\n",
                x_of(from), y_of(drawn, from), x_of(to), y_of(drawn, to));
}

static void put_weight(struct text *out, const struct drawing *drawn,
                       const struct drawing_edge *edge) {
    const struct drawing_node *from = &drawn->nodes[edge->from], *to = &drawn->nodes[edge->to];
    const int x = x_of(from) + (x_of(to) - x_of(from)) * edge->percent / 100;
    const int y = y_of(drawn, from) + (y_of(drawn, to) - y_of(drawn, from)) * edge->percent / 100;
    text_printf(out, "<rect x=\"%d\" y=\"%d\" width=\"26\" height=\"16\" fill=\"#fff\" />\n",
                x - 13, y - 9);
    put_label(out, edge->weight, x, y + 4, 13);
}

static void put_node(struct text *out, const struct drawing *drawn,
                     const struct drawing_node *node) {
    const int x = x_of(node), y = y_of(drawn, node);
    text_printf(out, "<circle cx=\"%d\" cy=\"%d\" r=\"%d\" fill=\"#fff\" stroke=\"#000\" />\n", x,
                y, RADIUS);
    put_label(out, node->name, x, y + 4, 15);
    if (node->bias.length > 0)
        put_label(out, node->bias, x, y + BELOW, 13);
}

static void drawing(struct text *out, const struct drawing *drawn, enum language language) {
    const int width = 2 * LEFT + COLUMN * ((int)drawn->layer_count - 1);
    const int height = TOP + ROW * 2 * ((int)drawn->row_count - 1) + BELOW + 14;
    text_printf(out,
                "<svg class=\"network\" xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" "
                "height=\"%d\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"",
                width, height, width, height);
    escape_xml(out, prose(language, "sheet.network"));
    text_printf(out,
                "\">\n<defs><marker id=\"arrow\" viewBox=\"0 0 10 10\" refX=\"%d\" refY=\"5\" "
                "markerWidth=\"7\" markerHeight=\"7\" markerUnits=\"userSpaceOnUse\" "
                "orient=\"auto\"><path d=\"M0 0 10 5 0 10z\" /></marker></defs>\n",
                10 + RADIUS * 10 / 7);
    for (size_t i = 0; i < drawn->edge_count; i++)
        put_edge(out, drawn, &drawn->edges[i]);
    for (size_t i = 0; i < drawn->edge_count; i++)
        put_weight(out, drawn, &drawn->edges[i]);
    for (size_t i = 0; i < drawn->node_count; i++)
        put_node(out, drawn, &drawn->nodes[i]);
    text_puts(out, "</svg>\n");
}

/* ---- Steps ---- */

/* Of a formula, where it has one. */
static void put_number(struct text *out, const char *equation) {
    if (equation[0] == '\0')
        return;
    text_putc(out, '(');
    text_puts(out, equation);
    text_putc(out, ')');
}

static void put_line(struct text *out, const struct sheet_line *line) {
    text_puts(out, "<div class=\"line\">");
    if (line->kind != LINE_WORDS)
        text_puts(out, "<math><mo form=\"infix\">=</mo>");
    switch (line->kind) {
    case LINE_FORMULA:
        formula_mathml(out, line->formula, line->numbers, &wrap);
        text_puts(out, "</math>");
        break;
    case LINE_VALUE:
        formula_mathml_number(out, line->value);
        text_puts(out, "</math>");
        break;
    case LINE_WORK:
        text_puts(out, "</math><span class=\"room work\"></span>");
        break;
    case LINE_ANSWER:
        text_puts(out, "</math><span class=\"room answer\"></span>");
        break;
    case LINE_WORDS:
        break;
    }
    if (line->note != NULL) {
        text_puts(out, line->note_is_slip ? "<span class=\"note slip\">" : "<span class=\"note\">");
        escape_xml(out, line->note);
        text_puts(out, "</span>");
    }
    text_puts(out, "</div>\n");
}

static void step_(struct text *out, const struct sheet_step *step, enum language language) {
    (void)language;
    text_puts(out, "<div class=\"step\"><math>");
    name_mathml(out, step->name, strlen(step->name));
    text_puts(out, "</math>\n");
    for (size_t i = 0; i < step->line_count; i++)
        put_line(out, &step->lines[i]);
    if (step->equation[0] != '\0')
        text_printf(out, "<span class=\"number\">(%s)</span>\n", step->equation);
    text_puts(out, "</div>\n");
}

static void asks_start(struct text *out, bool is_narrow) {
    text_puts(out, is_narrow ? "<div class=\"narrow\">\n" : "<div>\n");
}

static void ask(struct text *out, const struct sheet_step *step, enum language language) {
    const char *value = NULL;
    (void)language;
    text_puts(out, "<div class=\"ask\"><math>");
    name_mathml(out, step->name, strlen(step->name));
    text_puts(out, "</math>");
    for (size_t i = 0; i < step->line_count; i++) {
        const struct sheet_line *line = &step->lines[i];
        value = line->kind == LINE_VALUE ? line->value : value;
        if (line->kind != LINE_FORMULA)
            continue;
        text_puts(out, " <span><math><mo form=\"infix\">=</mo>");
        formula_mathml(out, line->formula, line->numbers, &wrap);
        text_puts(out, "</math></span>");
    }
    text_puts(out, "<span class=\"value\"><math><mo form=\"infix\">=</mo></math>");
    if (value != NULL) { /* a minus stands before the first digits of the others */
        text_printf(out, "<span class=\"n%s\" style=\"min-width: %.4gem\"><math>",
                    value[0] == '-' ? " minus" : "", 0.7 + 0.55 * step->decimals);
        formula_mathml_number(out, value);
        text_puts(out, "</math></span>");
    } else {
        text_puts(out, "<span class=\"room\"></span>");
    }
    text_puts(out, "<span class=\"number\">");
    put_number(out, step->equation);
    text_puts(out, "</span></span></div>\n");
}

static void asks_finish(struct text *out, bool is_narrow) {
    (void)is_narrow;
    text_puts(out, "</div>\n");
}

static void grid_start(struct text *out) {
    text_puts(
        out,
        "<style>.grid { display: flex; flex-wrap: wrap; gap: .5em 1.2em; align-items: center; }\n"
        ".grid > div { overflow: auto hidden; padding: .5em 0; break-inside: avoid; }\n"
        ".grid mtd { padding: .1em .25em; math-style: normal; } .grid mtd.n { text-align: right; text-align: -webkit-right; }\n"
        ".grid .cell { border-bottom: 1px solid #000; }\n"
        "@media print { .grid { font-size: 9.5pt; } .grid > div { overflow: visible; padding: 0; } }</style>\n"
        "<div class=\"grid\">\n");
}

/* Zeros that are not there stand behind a number unseen, so that its point is below the others'. */
static void put_unseen(struct text *out, const char *number, int decimals) {
    const int missing = sheet_missing_decimals(number, decimals);
    if (missing <= 0)
        return;
    text_puts(out, "<mphantom><mn>");
    sheet_put_missing(out, missing, decimals);
    text_puts(out, "</mn></mphantom>");
}

static void put_matrix_cell(struct text *out, const struct grid_cell *cell, int decimals,
                            bool is_high) {
    const bool is_room = cell->formula == NULL && cell->number == NULL;
    text_puts(out, decimals < 0 ? "<mtd>" : "<mtd class=\"n\">");
    if (cell->formula != NULL) {
        formula_mathml(out, cell->formula, NULL, NULL);
    } else if (cell->number != NULL) {
        formula_mathml_number(out, cell->number);
        put_unseen(out, cell->number, decimals);
    }
    if (is_high)
        text_printf(out, "<mspace%s height=\"1.1em\" depth=\".4em\"></mspace>",
                    is_room ? " class=\"cell\" width=\"3.9em\"" : "");
    text_puts(out, "</mtd>");
}

static void put_matrix(struct text *out, const struct grid_piece *piece, bool is_high) {
    const bool is_on_its_side = piece->name == NULL && piece->is_transposed;
    text_puts(out, piece->name != NULL ? "<munder><mrow>"
                   : is_on_its_side    ? "<msup><mrow>"
                                       : "<mrow>");
    text_puts(out, "<mo form=\"prefix\">[</mo><mtable>");
    for (size_t row = 0; row < piece->rows; row++) {
        text_puts(out, "<mtr>");
        for (size_t column = 0; column < piece->columns; column++)
            put_matrix_cell(out, &piece->cells[row * piece->columns + column],
                            grid_decimals(piece, column), is_high);
        text_puts(out, "</mtr>");
    }
    text_puts(out, "</mtable><mo form=\"postfix\">]</mo></mrow>");
    text_puts(out, is_on_its_side ? "<mi>T</mi></msup>" : "");
    if (piece->name == NULL)
        return;
    text_puts(out, piece->is_transposed ? "<msup>" : "");
    name_mathml(out, piece->name, strlen(piece->name));
    text_puts(out, piece->is_transposed ? "<mi>T</mi></msup></munder>" : "</munder>");
}

static void grid(struct text *out, const struct grid_piece pieces[], size_t count) {
    static const char *const signs[] = {[GRID_EQUALS] = "=",
                                        [GRID_PLUS] = "+",
                                        [GRID_MINUS] = "&#8722;",
                                        [GRID_TIMES] = "&#8901;",
                                        [GRID_EACH] = "&#8857;"};
    const size_t room_rows = grid_room_rows(pieces, count);
    text_puts(out, "<div><math>");
    for (size_t i = 0; i < count; i++) {
        const bool is_factor = pieces[i].sign == GRID_EACH;
        text_puts(out, i == 0                          ? ""
                       : pieces[i].sign == GRID_EQUALS ? "</math> <math>"
                                                       : "</math><wbr /><math>");
        if (pieces[i].sign != GRID_NO_SIGN)
            text_printf(out, "<mo form=\"infix\">%s</mo>", signs[pieces[i].sign]);
        text_puts(out, is_factor ? "<mo form=\"prefix\" stretchy=\"false\">(</mo>" : "");
        if (pieces[i].formula != NULL)
            formula_mathml(out, pieces[i].formula, NULL, NULL);
        else
            put_matrix(out, &pieces[i], pieces[i].rows == room_rows);
        text_puts(out, is_factor ? "<mo form=\"postfix\" stretchy=\"false\">)</mo>" : "");
    }
    text_puts(out, "</math></div>\n");
}

/* The decimals with which two tables stand side by side on paper. */
enum { TWO_TABLES = 6 };

static void table_start(struct text *out, const char *words, int carried, enum language language) {
    static const char *const keys[] = {"sheet.equation", "sheet.quantity", "sheet.value",
                                       "sheet.exact", "sheet.difference"};
    const size_t columns = carried > 0 ? 5 : 3;
    if (words != NULL) {
        text_puts(out, "<div class=\"answers\">\n");
        heading(out, words, language);
        text_puts(out, "</div>\n");
    }
    text_printf(out, "<div class=\"values%s\">\n", carried <= TWO_TABLES ? " two" : "");
    text_puts(out, "<table>\n<thead><tr>");
    for (size_t i = 0; i < columns; i++) {
        text_puts(out, "<th>");
        escape_xml(out, prose(language, keys[i]));
        text_puts(out, "</th>");
    }
    text_puts(out, "</tr></thead>\n<tbody>\n");
}

/* Its decimal point below those of the others: blanks as wide as a point and as digits behind it.
 */
static void put_cell(struct text *out, const char *number, int decimals) {
    int missing = sheet_missing_decimals(number, decimals);
    text_puts(out, "<td class=\"n\"><math>");
    formula_mathml_number(out, number);
    text_puts(out, "</math>");
    if (missing > decimals)
        text_puts(out, "&#8200;");
    for (missing = missing > decimals ? decimals : missing; missing > 0; missing--)
        text_puts(out, "&#8199;");
    text_puts(out, "</td>");
}

static void table_row(struct text *out, const struct value_row *row) {
    text_puts(out, "<tr><td>");
    put_number(out, row->equation);
    text_puts(out, "</td><td><math>");
    name_mathml(out, row->name, strlen(row->name));
    text_puts(out, "</math></td>");
    put_cell(out, row->value, row->decimals);
    if (row->exact != NULL) {
        put_cell(out, row->exact, row->exact_decimals);
        put_cell(out, row->difference, row->exact_decimals);
    }
    text_puts(out, "</tr>\n");
}

static void table_finish(struct text *out) {
    text_puts(out, "</tbody>\n</table>\n</div>\n");
}

const struct sheet_format sheet_html = {
    .name = "html",
    .suffix = "html",
    .start = start,
    .finish = finish,
    .page_start = page_start,
    .page_finish = page_finish,
    .head = head_,
    .title = title,
    .heading = heading,
    .paragraph = paragraph,
    .given = given,
    .drawing = drawing,
    .step = step_,
    .asks_start = asks_start,
    .ask = ask,
    .asks_finish = asks_finish,
    .grid_start = grid_start,
    .grid = grid,
    .grid_finish = page_finish,
    .table_start = table_start,
    .table_row = table_row,
    .table_finish = table_finish,
};

void render_html(struct text *out, const struct document *document) {
    sheet_document(out, document, &sheet_html);
}
