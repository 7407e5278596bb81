/* Report page: see report_page.h. A format is a table of marks and the functions that typeset; the
 * document around it, its headings and its style are those of sheets (render/sheet.h). */
#include "mark/report_page.h"

#include "formula/name.h"
#include "formula/notation.h"
#include "mark/told.h"
#include "render/escape.h"
#include "render/sheet.h"

struct report_page {
    const struct sheet_format *sheet;
    const char *paragraph, *end_paragraph, *list, *item, *end_item, *end_list, *new_line;
    const char *table, *row, *cell, *number, *end_cell, *end_row, *end_table;
    void (*head)(struct text *out, const char *const words[], const char *alignment);
    void (*escape)(struct text *out, const char *words);
    const char *slip, *end_slip, *typed,
        *end_typed; /* around words that tell an error; typed ones */
    void (*name)(struct text *out, const char *name);
    void (*formula)(struct text *out, const struct formula *formula);
};

/* ---- Markdown ---- */

static void markdown_head(struct text *out, const char *const words[], const char *alignment) {
    text_puts(out, "|");
    for (size_t i = 0; alignment[i] != '\0'; i++) {
        text_putc(out, ' ');
        escape_markdown(out, words[i]);
        text_puts(out, " |");
    }
    text_puts(out, "\n|");
    for (size_t i = 0; alignment[i] != '\0'; i++)
        text_puts(out, alignment[i] == 'r' ? "---:|" : "---|");
    text_putc(out, '\n');
}

static void markdown_name(struct text *out, const char *name) {
    text_puts(out, "$`");
    name_latex(out, name, strlen(name));
    text_puts(out, "`$");
}

static void markdown_formula(struct text *out, const struct formula *formula) {
    text_puts(out, "$`");
    formula_latex(out, formula, NULL, NULL);
    text_puts(out, "`$");
}

/* ---- HTML ---- */

static void html_head(struct text *out, const char *const words[], const char *alignment) {
    text_puts(out, "<tr>");
    for (size_t i = 0; alignment[i] != '\0'; i++) {
        text_puts(out, alignment[i] == 'r' ? "<th style=\"text-align: right\">" : "<th>");
        escape_xml(out, words[i]);
        text_puts(out, "</th>");
    }
    text_puts(out, "</tr>\n");
}

static void html_name(struct text *out, const char *name) {
    text_puts(out, "<math>");
    name_mathml(out, name, strlen(name));
    text_puts(out, "</math>");
}

static void html_formula(struct text *out, const struct formula *formula) {
    static const struct formula_wrap wrap = {.width = 2000, .between = "</math> <math>"};
    text_puts(out, "<math>");
    formula_mathml(out, formula, NULL, &wrap);
    text_puts(out, "</math>");
}

static const struct report_page pages[] = {{.sheet = &sheet_markdown,
                                            .paragraph = "\n",
                                            .end_paragraph = "\n",
                                            .list = "\n",
                                            .item = "- ",
                                            .end_item = "\n",
                                            .end_list = "",
                                            .new_line = "<br>",
                                            .table = "\n",
                                            .row = "|",
                                            .cell = " ",
                                            .number = " ",
                                            .end_cell = " |",
                                            .end_row = "\n",
                                            .end_table = "",
                                            .head = markdown_head,
                                            .escape = escape_markdown,
                                            .slip = "**",
                                            .end_slip = "**",
                                            .typed = "",
                                            .end_typed = "",
                                            .name = markdown_name,
                                            .formula = markdown_formula},
                                           {.sheet = &sheet_html,
                                            .paragraph = "<p>",
                                            .end_paragraph = "</p>\n",
                                            .list = "<ul>\n",
                                            .item = "<li>",
                                            .end_item = "</li>\n",
                                            .end_list = "</ul>\n",
                                            .new_line = "<br />",
                                            .table = "<table>\n",
                                            .row = "<tr>",
                                            .cell = "<td>",
                                            .number = "<td class=\"n\">",
                                            .end_cell = "</td>",
                                            .end_row = "</tr>\n",
                                            .end_table = "</table>\n",
                                            .head = html_head,
                                            .escape = escape_xml,
                                            .slip = "<span class=\"slip\">",
                                            .end_slip = "</span>",
                                            .typed = "<code>",
                                            .end_typed = "</code>",
                                            .name = html_name,
                                            .formula = html_formula}};

const struct report_page *report_page_find(const char *name) {
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
        if (strcmp(pages[i].sheet->name, name) == 0)
            return &pages[i];
    return NULL;
}

/* ---- The parts of a sentence ---- */

/* A teller whose format is PAGE. */
struct page_teller {
    struct teller teller; /* first: the functions below find PAGE behind it */
    const struct report_page *page;
};

static const struct report_page *page_of(const struct teller *teller) {
    return ((const struct page_teller *)teller)->page;
}

static void put_words(const struct teller *teller, enum colour colour, const char *words) {
    const struct report_page *page = page_of(teller);
    text_puts(teller->out, colour == COLOUR_SLIP ? page->slip : "");
    page->escape(teller->out, words);
    text_puts(teller->out, colour == COLOUR_SLIP ? page->end_slip : "");
}

static void put_name(const struct teller *teller, const char *name) {
    page_of(teller)->name(teller->out, name);
}

static void put_typed(const struct teller *teller, const char *typed) {
    const struct report_page *page = page_of(teller);
    text_puts(teller->out, page->typed);
    page->escape(teller->out, typed);
    text_puts(teller->out, page->end_typed);
}

static void put_formula(const struct teller *teller, const struct formula *formula) {
    struct arena arena = {0};
    page_of(teller)->formula(teller->out, notation_formula(&arena, teller->notation, formula));
    arena_free(&arena);
}

static void put_result(const struct teller *teller, const struct formula *formula) {
    told_prose(teller, COLOUR_NONE, "punctuation.colon");
    put_formula(teller, formula);
}

static struct page_teller teller_of(struct text *out, const struct report_page *page,
                                    const struct notation *notation, enum language language) {
    return (struct page_teller){.teller = {.out = out,
                                           .language = language,
                                           .notation = notation,
                                           .words = put_words,
                                           .name = put_name,
                                           .typed = put_typed,
                                           .formula = put_formula,
                                           .result = put_result},
                                .page = page};
}

/* ---- The table ---- */

static void put_cell(struct text *out, const struct report_page *page, bool is_number,
                     const char *words) {
    text_puts(out, is_number ? page->number : page->cell);
    page->escape(out, words);
    text_puts(out, page->end_cell);
}

/* (5.1), or nothing; and the name. */
static void put_step(struct text *out, const struct report_page *page, const char *equation,
                     const char *name) {
    struct text number = {0};
    text_puts(&number, "");
    if (equation[0] != '\0')
        text_printf(&number, "(%s)", equation);
    put_cell(out, page, false, number.bytes);
    text_puts(out, page->cell);
    page->name(out, name);
    text_puts(out, page->end_cell);
    text_free(&number);
}

static void put_row(const struct page_teller *teller, const struct told_row *row) {
    const struct report_page *page = teller->page;
    struct text *out = teller->teller.out, typed = {0};
    char expected[NUMBER_ROOM];
    told_typed(&typed, row->check, row->quantity);
    told_expected(expected, row->check, row->quantity);
    text_puts(out, page->row);
    put_step(out, page, told_equation(row->check, row->quantity),
             told_quantity(row->check, row->quantity)->shown);
    put_cell(out, page, true, typed.bytes);
    put_cell(out, page, true, expected);
    text_puts(out, page->cell);
    told_verdict(&teller->teller, row->check, row->quantity);
    if (told_has_slip(row->check, row->quantity)) {
        text_puts(out, page->new_line);
        told_slip(&teller->teller, row->check, row->quantity);
    }
    text_puts(out, page->end_cell);
    text_puts(out, page->end_row);
    text_free(&typed);
}

static void put_table_head(const struct page_teller *teller, const struct check *check) {
    const enum language language = teller->teller.language;
    struct text *out = teller->teller.out, heading = {0};
    const char *const words[] = {prose(language, "check.equation"), prose(language, "check.name"),
                                 prose(language, "check.given"), prose(language, "check.expected"),
                                 prose(language, "check.verdict")};
    if (check->iteration > 0) {
        told_iteration(&heading, check->iteration, language);
        teller->page->sheet->heading(out, heading.bytes, language);
    }
    text_puts(out, teller->page->table);
    teller->page->head(out, words, "llrrl");
    text_free(&heading);
}

/* A table an iteration. */
static void put_tables(const struct page_teller *teller, const struct answer_file *file) {
    const struct check *last = NULL;
    for (struct told_row row = {0}; told_next(&row, file->checks, file->check_count);) {
        if (row.check != last) {
            text_puts(teller->teller.out, last != NULL ? teller->page->end_table : "");
            put_table_head(teller, row.check);
        }
        last = row.check;
        put_row(teller, &row);
    }
    text_puts(teller->teller.out, last != NULL ? teller->page->end_table : "");
}

/* ---- A file ---- */

static void put_summary(const struct page_teller *teller, const struct answer_file *file) {
    const struct tally tally = report_tally(file->checks, file->check_count);
    const enum language language = teller->teller.language;
    struct text *out = teller->teller.out, look = {0};
    struct page_teller of_look = *teller;
    of_look.teller.out = &look;
    text_puts(out, teller->page->paragraph);
    told_tally(&teller->teller, &tally, file);
    if (told_look(&of_look.teller, file->checks, file->check_count)) {
        text_puts(out, language == CHINESE ? "" : " ");
        text_puts(out, look.bytes);
    } else if (told_is_all_right(&tally, file)) {
        text_puts(out, language == CHINESE ? "" : " ");
        told_all_right(&teller->teller, file);
    }
    text_puts(out, teller->page->end_paragraph);
    text_free(&look);
}

static void put_unread(const struct page_teller *teller, const struct answer_file *file) {
    const struct report_page *page = teller->page;
    struct text *out = teller->teller.out;
    text_puts(out, file->unread_count > 0 ? page->list : "");
    for (size_t i = 0; i < file->unread_count;) {
        text_puts(out, page->item);
        i = told_unread(&teller->teller, file, i);
        text_puts(out, page->end_item);
    }
    text_puts(out, file->unread_count > 0 ? page->end_list : "");
}

void report_page_put(struct text *out, const struct report_page *page,
                     const struct answer_file *file, const char *title, const struct score *score,
                     enum language language) {
    const struct page_teller teller =
        teller_of(out, page, file->check->ways.trace->notation, language);
    struct text points = {0};
    page->sheet->title(out, title, language);
    put_summary(&teller, file);
    if (score != NULL) {
        report_points(&points, score->points, score->of, language);
        text_cut(&points, points.length - 1);
        page->sheet->paragraph(out, points.bytes, language);
    }
    put_tables(&teller, file);
    put_unread(&teller, file);
    text_free(&points);
}

void report_page_start(struct text *out, const struct report_page *page, const char *title,
                       enum language language) {
    page->sheet->start(out, &(struct sheet_head){.title = title}, language);
}

void report_page_finish(struct text *out, const struct report_page *page) {
    page->sheet->finish(out);
}

/* ---- A class ---- */

static void put_class_row(struct text *out, const struct report_page *page,
                          const struct class *class, bool is_slip, const struct class_row *row,
                          enum language language) {
    struct text words = {0};
    text_puts(out, page->row);
    text_whole(&words, row->count);
    put_cell(out, page, true, words.bytes);
    if (is_slip) {
        text_cut(&words, 0);
        class_slip(&words, class, row, language);
        put_cell(out, page, false, words.bytes);
    } else {
        put_step(out, page, row->equation, row->name);
    }
    text_puts(out, page->end_row);
    text_free(&words);
}

static void put_class_list(struct text *out, const struct report_page *page,
                           const struct class *class, enum class_list list,
                           enum language language) {
    const bool is_slips = list == CLASS_SLIPS;
    const char *const words[] = {prose(language, "class.count"),
                                 prose(language, is_slips ? "class.slip" : "check.equation"),
                                 prose(language, "class.step")};
    struct class_row rows[CLASS_ROWS];
    const size_t count = class_list(class, list, rows);
    if (count == 0)
        return;
    page->sheet->heading(out, prose(language, class_list_key(list)), language);
    text_puts(out, page->table);
    page->head(out, words, is_slips ? "rl" : "rll");
    for (size_t i = 0; i < count; i++)
        put_class_row(out, page, class, is_slips, &rows[i], language);
    text_puts(out, page->end_table);
}

void report_page_class(struct text *out, const struct report_page *page, const struct class *class,
                       enum language language) {
    struct text sentence = {0};
    page->sheet->title(out, prose(language, "class.title"), language);
    class_sentence(&sentence, class, language);
    page->sheet->paragraph(out, sentence.bytes, language);
    for (enum class_list list = 0; list < CLASS_LISTS; list++)
        put_class_list(out, page, class, list, language);
    text_free(&sentence);
}
