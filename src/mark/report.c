/* Report: see report.h. */
#include "mark/report.h"

#include "formula/notation.h"
#include "mark/told.h"

#include <string.h>

enum { NAME_COLUMN = 7, GAP = 2 };

/* A path may hold anything but what would break a line. */
static void put_path(struct text *out, const char *path) {
    text_puts(out, "");
    for (; *path != '\0'; path++)
        text_putc(out, (unsigned char)*path < ' ' ? '?' : *path);
}

struct tally report_tally(struct check *const checks[], size_t count) {
    struct tally tally = {0};
    for (struct told_row row = {0}; told_next(&row, checks, count);) {
        const enum mark_verdict verdict = row.check->marks[row.quantity].verdict;
        tally.right += verdict == MARK_RIGHT;
        tally.carried += verdict == MARK_CARRIED;
        tally.coarse += verdict == MARK_COARSE;
        tally.wrong += verdict == MARK_WRONG;
    }
    return tally;
}

/* ---- For reading ---- */

static void put_words(const struct teller *teller, enum colour colour, const char *words) {
    lines_puts(teller->lines, colour, words);
}

static void put_name(const struct teller *teller, const char *name) {
    put_words(teller, COLOUR_NONE, name);
}

/* The formulas of slips have the walk's own letters. */
static void put_formula(const struct teller *teller, const struct formula *formula) {
    struct arena arena = {0};
    lines_formula(teller->lines, notation_formula(&arena, teller->notation, formula), NULL);
    arena_free(&arena);
}

/* On the line, if there is room. */
static void put_result(const struct teller *teller, const struct formula *formula) {
    struct lines *lines = teller->lines;
    const char *colon = prose(teller->language, "punctuation.colon");
    lines_put(lines, COLOUR_NONE, colon, strcspn(colon, " "));
    if (lines->column > LINE_WIDTH / 2) {
        lines_end(lines);
        lines_pad(lines, teller->indent + GAP);
    } else {
        lines_puts(lines, COLOUR_NONE, colon + strcspn(colon, " "));
    }
    put_formula(teller, formula);
}

static struct teller teller_of(struct lines *lines, size_t indent, const struct notation *notation,
                               enum language language) {
    return (struct teller){.out = lines->out,
                           .lines = lines,
                           .indent = indent,
                           .language = language,
                           .notation = notation,
                           .words = put_words,
                           .name = put_name,
                           .typed = put_name,
                           .formula = put_formula,
                           .result = put_result};
}

static size_t columns_of(const char *text) {
    return text_columns(text, strlen(text));
}

/* How many columns the verdict takes. */
static size_t verdict_columns(const struct teller *teller, const struct check *check,
                              size_t quantity) {
    struct text text = {0};
    struct lines lines = {.out = &text};
    const struct teller measure =
        teller_of(&lines, 0, check->ways.trace->notation, teller->language);
    told_verdict(&measure, check, quantity);
    text_free(&text);
    return lines.column;
}

void report_verdict(struct lines *lines, const struct check *check, size_t quantity, size_t indent,
                    enum language language) {
    const struct teller teller = teller_of(lines, indent, check->ways.trace->notation, language);
    if (lines->column + verdict_columns(&teller, check, quantity) > LINE_WIDTH) {
        lines_end(lines);
        lines_pad(lines, indent);
    }
    told_verdict(&teller, check, quantity);
    lines_end(lines);
    if (!told_has_slip(check, quantity))
        return;
    lines_pad(lines, indent);
    told_slip(&teller, check, quantity);
    lines_end(lines);
}

/* Where the columns of the table begin. */
struct columns {
    size_t given, expected, verdict;
};

static void widen(size_t *width, size_t columns) {
    if (*width < columns)
        *width = columns;
}

static struct columns measure(struct check *const checks[], size_t count, enum language language) {
    size_t name = columns_of(prose(language, "check.name"));
    size_t given = columns_of(prose(language, "check.given"));
    size_t expected = columns_of(prose(language, "check.expected"));
    for (struct told_row row = {0}; told_next(&row, checks, count);) {
        struct text typed = {0};
        char room[NUMBER_ROOM];
        told_expected(room, row.check, row.quantity);
        told_typed(&typed, row.check, row.quantity);
        widen(&name, strlen(told_quantity(row.check, row.quantity)->shown));
        widen(&given, typed.length);
        widen(&expected, strlen(room));
        text_free(&typed);
    }
    struct columns columns = {.given = NAME_COLUMN + name + GAP};
    columns.expected = columns.given + given + GAP;
    columns.verdict = columns.expected + expected + GAP;
    return columns;
}

static void put_cell(struct lines *lines, size_t column, const char *key, enum language language) {
    lines_pad(lines, column);
    lines_puts(lines, COLOUR_HEADING, prose(language, key));
}

static void put_head(struct lines *lines, const struct columns *columns, enum language language) {
    put_cell(lines, NAME_COLUMN, "check.name", language);
    put_cell(lines, columns->given, "check.given", language);
    put_cell(lines, columns->expected, "check.expected", language);
    put_cell(lines, columns->verdict, "check.verdict", language);
    lines_end(lines);
}

/* Where a check of several iterations begins. */
static void put_heading(struct lines *lines, const struct check *check, enum language language) {
    struct text heading = {0};
    if (check->iteration == 0)
        return;
    told_iteration(&heading, check->iteration, language);
    lines_puts(lines, COLOUR_HEADING, heading.bytes);
    lines_end(lines);
    text_free(&heading);
}

static void put_row(struct lines *lines, const struct check *check, size_t quantity,
                    const struct columns *columns, enum language language) {
    const char *equation = told_equation(check, quantity);
    struct text number = {0}, typed = {0};
    char expected[NUMBER_ROOM];
    told_expected(expected, check, quantity);
    told_typed(&typed, check, quantity);
    if (equation[0] != '\0')
        text_printf(&number, "(%s)", equation);
    lines_puts(lines, COLOUR_EQUATION, equation[0] != '\0' ? number.bytes : "");
    lines_pad(lines, NAME_COLUMN);
    lines_puts(lines, COLOUR_NONE, told_quantity(check, quantity)->shown);
    lines_pad(lines, columns->given);
    lines_puts(lines, COLOUR_NONE, typed.bytes);
    lines_pad(lines, columns->expected);
    lines_puts(lines, COLOUR_NONE, expected);
    lines_pad(lines, columns->verdict);
    report_verdict(lines, check, quantity, NAME_COLUMN, language);
    text_free(&number);
    text_free(&typed);
}

static void put_rows(struct lines *lines, struct check *const checks[], size_t count,
                     enum language language) {
    const struct columns columns = measure(checks, count, language);
    const struct check *last = NULL;
    put_head(lines, &columns, language);
    for (struct told_row row = {0}; told_next(&row, checks, count); last = row.check) {
        if (row.check != last)
            put_heading(lines, row.check, language);
        put_row(lines, row.check, row.quantity, &columns, language);
    }
    lines_end(lines);
}

void report_text(struct text *out, struct check *const checks[], size_t count,
                 const struct answer_file *file, const char *title, enum language language,
                 bool colour) {
    struct lines lines = {.out = out, .colour = colour};
    const struct tally tally = report_tally(checks, count);
    const size_t unread = file != NULL ? file->unread_count : 0;
    const struct teller teller = teller_of(&lines, 0, checks[0]->ways.trace->notation, language);
    if (title != NULL) {
        struct text line = {0};
        put_path(&line, title);
        lines_puts(&lines, COLOUR_HEADING, line.bytes);
        lines_end(&lines);
        text_free(&line);
    }
    if (told_next(&(struct told_row){0}, checks, count))
        put_rows(&lines, checks, count, language);
    told_tally(&teller, &tally, file);
    lines_end(&lines);
    if (told_is_all_right(&tally, file)) {
        told_all_right(&teller, file);
        lines_end(&lines);
    }
    if (told_look(&teller, checks, count))
        lines_end(&lines);
    for (size_t i = 0; i < unread;) {
        i = told_unread(&teller, file, i);
        lines_end(&lines);
    }
}

void report_points(struct text *out, double points, double of, enum language language) {
    char had[NUMBER_ROOM], all[NUMBER_ROOM];
    number_shown(had, points, DIGITS_DEFAULT);
    number_shown(all, of, DIGITS_DEFAULT);
    prose_fill(out, language, "check.points", (const char *const[]){had, all}, 2);
    text_putc(out, '\n');
}

/* ---- For programs ---- */

void report_tsv_head(struct text *out, bool has_iterations) {
    text_puts(out, "file\tname\tgiven\texpected\tverdict\tslip\tequation\tfrom");
    text_puts(out, has_iterations ? "\titeration\n" : "\n");
}

static void end_tsv_row(struct text *out, size_t iteration, bool is_one_of_several) {
    if (is_one_of_several)
        text_printf(out, "\t%zu", iteration);
    text_putc(out, '\n');
}

static void put_tsv_row(struct text *out, const struct check *check, size_t quantity,
                        const char *path) {
    static const char *const verdicts[] = {[MARK_NONE] = "",
                                           [MARK_RIGHT] = "right",
                                           [MARK_CARRIED] = "carried",
                                           [MARK_COARSE] = "coarse",
                                           [MARK_WRONG] = "wrong"};
    const struct mark *mark = &check->marks[quantity];
    const bool has_slip = mark->verdict != MARK_CARRIED && mark->slip.slip != NULL;
    char expected[NUMBER_ROOM];
    number_exact(expected, told_quantity(check, quantity)->value);
    put_path(out, path);
    text_printf(out, "\t%s\t%s\t%s\t%s\t%s\t%s\t%s", told_quantity(check, quantity)->name,
                check->own[quantity].answer.typed, expected, verdicts[mark->verdict],
                has_slip ? mark->slip.slip : "", told_equation(check, quantity),
                mark->verdict == MARK_CARRIED ? told_quantity(check, mark->from)->name : "");
    end_tsv_row(out, check->iteration, check->iteration > 0);
}

void report_tsv(struct text *out, struct check *const checks[], size_t count, const char *path) {
    for (struct told_row row = {0}; told_next(&row, checks, count);)
        put_tsv_row(out, row.check, row.quantity, path);
}

/* A tab or a control character in a cell becomes a blank. */
static void put_cell_of(struct text *out, const char *typed) {
    for (; *typed != '\0'; typed++)
        text_putc(out, (unsigned char)*typed < ' ' || *typed == 0x7F ? ' ' : *typed);
    text_putc(out, '\t');
}

void report_unread_tsv(struct text *out, const struct answer_file *file, const char *path) {
    for (size_t i = 0; i < file->unread_count; i++) {
        const struct unread *unread = &file->unread[i];
        put_path(out, path);
        text_putc(out, '\t');
        put_cell_of(out, unread->name);
        put_cell_of(out, unread->typed);
        text_printf(out, "\tunread\t%s\t\t%s", unread->reason, unread->nearest);
        end_tsv_row(out, unread->iteration, file->check_count > 1);
    }
}
