/* Render, the Markdown format: CommonMark with GitHub's extensions for mathematics (```math),
 * tables, and drawings (```mermaid). */
#include "formula/name.h"
#include "render/escape.h"
#include "render/line_latex.h"
#include "render/sheet.h"

#include <string.h>

static const struct formula_wrap wrap = {.width = 4200, .between = " \\\\\n&\\quad "};

static void start(struct text *out, const struct sheet_head *head, enum language language) {
    (void)out;
    (void)head;
    (void)language;
}

static void finish(struct text *out) {
    (void)out;
}

static void page_start(struct text *out, const struct sheet_pages *pages, enum language language) {
    (void)language;
    text_puts(out, pages->index > 0 ? "\n---\n" : "");
}

static void line_of(struct text *out, const char *marks, const char *words) {
    text_puts(out, out->length > 0 ? "\n" : "");
    text_puts(out, marks);
    escape_markdown(out, words);
    text_putc(out, '\n');
}

static void title(struct text *out, const char *words, enum language language) {
    (void)language;
    line_of(out, "# ", words);
}

static void put_plain(struct text *out, const char *words, enum language language) {
    (void)language;
    escape_markdown(out, words);
}

static void put_name(struct text *out, const char *name, size_t length) {
    text_puts(out, "$`");
    name_latex(out, name, length);
    text_puts(out, "`$");
}

static void heading(struct text *out, const char *words, enum language language) {
    text_puts(out, "\n## ");
    sheet_words(out, words, language, put_plain, put_name);
    text_putc(out, '\n');
}

static void paragraph(struct text *out, const char *words, enum language language) {
    (void)language;
    line_of(out, "", words);
}

static void field(struct text *out, const char *label, const char *words, enum language language) {
    text_puts(out, "\n**");
    escape_markdown(out, label);
    text_printf(out, "%s** ", prose(language, "punctuation.colon-at-end"));
    if (words != NULL)
        escape_markdown(out, words);
    else
        text_puts(out, "\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_");
    text_putc(out, '\n');
}

static void head_(struct text *out, const struct sheet_head *head, enum language language) {
    title(out, head->title, language);
    if (head->course != NULL)
        field(out, prose(language, "sheet.course"), head->course, language);
    if (head->date != NULL)
        field(out, prose(language, "sheet.date"), head->date, language);
    if (head->name != NULL || head->asks_name)
        field(out, prose(language, "sheet.name"), head->name, language);
    if (head->number != NULL)
        paragraph(out, head->number, language);
}

static void put_definitions(struct text *out, const struct given_group *group, const char *comma) {
    for (size_t i = 0; i < group->definition_count; i++) {
        const struct definition *definition = &group->definitions[i];
        text_printf(out, "%s$`", i > 0 ? comma : "");
        name_latex(out, definition->name, strlen(definition->name));
        text_puts(out, " = ");
        formula_latex(out, definition->formula, NULL, NULL);
        text_puts(out, "`$");
    }
}

static void drawing(struct text *out, const struct drawing *drawn, enum language language);

static void given(struct text *out, const struct given_group *groups, size_t count,
                  const struct drawing *drawn, enum language language) {
    const char *comma = prose(language, "punctuation.comma");
    text_putc(out, '\n');
    for (size_t g = 0; g < count; g++) {
        text_puts(out, "- ");
        escape_markdown(out, groups[g].words);
        text_puts(out, prose(language, "punctuation.colon"));
        for (size_t i = 0; i < groups[g].count; i++) {
            const struct quantity *quantity = groups[g].quantities[i];
            text_printf(out, "%s$`", i > 0 ? comma : "");
            name_latex(out, quantity->shown, strlen(quantity->shown));
            if (!groups[g].is_names) {
                text_puts(out, " = ");
                formula_latex_number(out, quantity->typed);
            }
            text_puts(out, "`$");
        }
        put_definitions(out, &groups[g], comma);
        text_putc(out, '\n');
    }
    if (drawn != NULL)
        drawing(out, drawn, language);
}

static void put_label(struct text *out, struct label label) {
    text_add(out, label.text, label.length);
}

static void drawing(struct text *out, const struct drawing *drawn, enum language language) {
    (void)language;
    text_puts(out, "\n```mermaid\ngraph LR\n");
    for (size_t i = 0; i < drawn->node_count; i++) {
        const struct drawing_node *node = &drawn->nodes[i];
        text_puts(out, "    ");
        put_label(out, node->name);
        text_puts(out, "((\"");
        put_label(out, node->name);
        if (node->bias.length > 0) {
            text_puts(out, "<br>");
            put_label(out, node->bias);
        }
        text_puts(out, "\"))\n");
    }
    for (size_t i = 0; i < drawn->edge_count; i++) {
        const struct drawing_edge *edge = &drawn->edges[i];
        text_puts(out, "    ");
        put_label(out, drawn->nodes[edge->from].name);
        text_puts(out, " -->|");
        put_label(out, edge->weight);
        text_puts(out, "| ");
        put_label(out, drawn->nodes[edge->to].name);
        text_putc(out, '\n');
    }
    text_puts(out, "```\n");
}

/* Within mathematics: what LaTeX's \text takes. */
static void put_note(struct text *out, const char *words, enum language language) {
    (void)language;
    text_puts(out, "\\text{");
    escape_latex(out, words, LATEX_ALL);
    text_putc(out, '}');
}

static const struct line_style line_style = {.wrap = &wrap,
                                             .work = "\\underline{\\hspace{22em}}",
                                             .answer = "\\underline{\\hspace{10em}}",
                                             .put_note = put_note};

static void step_(struct text *out, const struct sheet_step *step, enum language language) {
    text_puts(out, "\n```math\n\\begin{aligned}\n");
    name_latex(out, step->name, strlen(step->name));
    text_putc(out, ' ');
    for (size_t i = 0; i < step->line_count; i++) {
        line_latex(out, &step->lines[i], &line_style, language);
        text_puts(out, i + 1 < step->line_count ? " \\\\\n" : "\n");
    }
    text_puts(out, "\\end{aligned}");
    if (step->equation[0] != '\0')
        text_printf(out, " \\tag{%s}", step->equation);
    text_puts(out, "\n```\n");
}

static void asks_start(struct text *out, bool is_narrow) {
    (void)out;
    (void)is_narrow;
}

static void grid(struct text *out, const struct grid_piece pieces[], size_t count) {
    text_puts(out, "\n```math\n");
    grid_latex(out, pieces, count, "", "\\underline{\\hspace{5em}}", "");
    text_puts(out, "\n```\n");
}

static void table_start(struct text *out, const char *words, int carried, enum language language) {
    static const char *const keys[] = {"sheet.equation", "sheet.quantity", "sheet.value",
                                       "sheet.exact", "sheet.difference"};
    const size_t columns = carried > 0 ? 5 : 3;
    if (words != NULL)
        heading(out, words, language);
    text_puts(out, "\n|");
    for (size_t i = 0; i < columns; i++) {
        text_putc(out, ' ');
        escape_markdown(out, prose(language, keys[i]));
        text_puts(out, " |");
    }
    text_puts(out, carried > 0 ? "\n|---|---|---|---|---|\n" : "\n|---|---|---|\n");
}

static void put_cell(struct text *out, const char *number) {
    text_putc(out, ' ');
    numbers_put(out, number);
    text_puts(out, " |");
}

static void table_row(struct text *out, const struct value_row *row) {
    text_puts(out, "| ");
    if (row->equation[0] != '\0')
        text_printf(out, "(%s)", row->equation);
    text_puts(out, " | $`");
    name_latex(out, row->name, strlen(row->name));
    text_puts(out, "`$ |");
    put_cell(out, row->value);
    if (row->exact != NULL) {
        put_cell(out, row->exact);
        put_cell(out, row->difference);
    }
    text_putc(out, '\n');
}

static void table_finish(struct text *out) {
    (void)out;
}

const struct sheet_format sheet_markdown = {
    .name = "markdown",
    .suffix = "md",
    .start = start,
    .finish = finish,
    .page_start = page_start,
    .page_finish = finish,
    .head = head_,
    .title = title,
    .heading = heading,
    .paragraph = paragraph,
    .given = given,
    .drawing = drawing,
    .step = step_,
    .asks_start = asks_start,
    .ask = step_,
    .asks_finish = asks_start,
    .grid_start = finish,
    .grid = grid,
    .grid_finish = finish,
    .table_start = table_start,
    .table_row = table_row,
    .table_finish = table_finish,
};

void render_markdown(struct text *out, const struct document *document) {
    sheet_document(out, document, &sheet_markdown);
}
