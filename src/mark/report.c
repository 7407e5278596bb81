/* Report: see report.h. */
#include "mark/report.h"

#include "base/number.h"

#include <string.h>

enum { NAME_COLUMN = 7, GAP = 2, LONGEST_TYPED = 20 };

static bool is_shown(const struct check *check, size_t quantity) {
    return check->own[quantity].answer.typed != NULL && !check->own[quantity].is_hidden;
}

static const struct quantity *quantity_of(const struct check *check, size_t quantity) {
    return &check->ways.trace->quantities[quantity];
}

/* "5.1", or "" for one that is given or bears no number. */
static const char *equation_of(const struct check *check, size_t quantity) {
    const struct quantity *named = quantity_of(check, quantity);
    return named->typed != NULL ? "" : check->ways.trace->steps[named->step].equation;
}

/* With the article's ten decimals, or as many as a longer answer has. */
static void show_expected(char room[NUMBER_ROOM], const struct check *check, size_t quantity) {
    const char *point = strchr(check->own[quantity].answer.typed, '.');
    const size_t decimals = point != NULL ? strspn(point + 1, "0123456789") : 0;
    trace_shown(check->ways.trace, quantity_of(check, quantity),
                decimals <= DIGITS_DEFAULT ? DIGITS_DEFAULT
                : decimals < DIGITS_MOST   ? (int)decimals
                                           : DIGITS_MOST,
                room);
}

/* Goes through the answers that are shown, in the order of the walks: {0} is before the first. */
struct row {
    const struct check *check;
    size_t quantity, next_check, next_quantity;
};

static bool next_row(struct row *row, struct check *const checks[], size_t count) {
    for (; row->next_check < count; row->next_check++, row->next_quantity = 0) {
        row->check = checks[row->next_check];
        while (row->next_quantity < row->check->ways.trace->quantity_count) {
            row->quantity = row->next_quantity++;
            if (is_shown(row->check, row->quantity))
                return true;
        }
    }
    return false;
}

/* A path may hold anything but what would break a line. */
static void put_path(struct text *out, const char *path) {
    text_puts(out, "");
    for (; *path != '\0'; path++)
        text_putc(out, (unsigned char)*path < ' ' ? '?' : *path);
}

struct tally report_tally(struct check *const checks[], size_t count) {
    struct tally tally = {0};
    for (struct row row = {0}; next_row(&row, checks, count);) {
        const enum mark_verdict verdict = row.check->marks[row.quantity].verdict;
        tally.right += verdict == MARK_RIGHT;
        tally.carried += verdict == MARK_CARRIED;
        tally.coarse += verdict == MARK_COARSE;
        tally.wrong += verdict == MARK_WRONG;
    }
    return tally;
}

/* ---- For reading ---- */

static void put_equation(struct lines *lines, const char *equation) {
    if (equation[0] == '\0')
        return;
    lines_puts(lines, COLOUR_EQUATION, "(");
    lines_puts(lines, COLOUR_EQUATION, equation);
    lines_puts(lines, COLOUR_EQUATION, ")");
}

/* (5.1) in_h1 */
static void put_place(struct lines *lines, const struct check *check, size_t quantity) {
    const char *equation = equation_of(check, quantity);
    put_equation(lines, equation);
    lines_puts(lines, COLOUR_NONE, equation[0] != '\0' ? " " : "");
    lines_puts(lines, COLOUR_NONE, quantity_of(check, quantity)->name);
}

static void put_slip(struct lines *lines, const struct check *check, size_t quantity, size_t indent,
                     enum language language) {
    const struct diagnosis *slip = &check->marks[quantity].slip;
    struct text key = {0};
    if (slip->slip == NULL)
        return;
    lines_pad(lines, indent);
    if (slip->at != quantity || slip->is_throughout) {
        lines_puts(lines, COLOUR_NONE, prose(language, "check.at"));
        put_place(lines, check, slip->at);
        lines_puts(lines, COLOUR_NONE,
                   prose(language, slip->is_throughout ? "check.all-left-out" : "check.left-out"));
    }
    text_printf(&key, "slip.%s", slip->slip);
    lines_puts(lines, COLOUR_SLIP, prose(language, key.bytes));
    text_free(&key);
    if (slip->formula != NULL) {
        lines_puts(lines, COLOUR_NONE, ":");
        if (lines->column > LINE_WIDTH / 2) {
            lines_end(lines);
            lines_pad(lines, indent + GAP);
        } else {
            lines_pad(lines, lines->column + 1);
        }
        lines_formula(lines, slip->formula, NULL);
    }
    lines_end(lines);
}

static size_t columns_of(const char *text) {
    return text_columns(text, strlen(text));
}

void report_verdict(struct lines *lines, const struct check *check, size_t quantity, size_t indent,
                    bool says_expected, enum language language) {
    static const char *const keys[] = {[MARK_RIGHT] = "check.right",
                                       [MARK_CARRIED] = "check.carried",
                                       [MARK_COARSE] = "check.coarse",
                                       [MARK_WRONG] = "check.wrong"};
    const struct mark *mark = &check->marks[quantity];
    const size_t length =
        columns_of(prose(language, keys[mark->verdict])) +
        (mark->verdict == MARK_CARRIED ? quantity_of(check, mark->from)->length : 0);
    if (lines->column + length > LINE_WIDTH) {
        lines_end(lines);
        lines_pad(lines, indent);
    }
    lines_puts(lines, mark->verdict == MARK_WRONG ? COLOUR_SLIP : COLOUR_NONE,
               prose(language, keys[mark->verdict]));
    if (mark->verdict == MARK_CARRIED)
        lines_puts(lines, COLOUR_NONE, quantity_of(check, mark->from)->name);
    if (says_expected && mark->verdict != MARK_RIGHT) {
        char expected[NUMBER_ROOM];
        show_expected(expected, check, quantity);
        lines_puts(lines, COLOUR_NONE, prose(language, "check.expected-is"));
        lines_puts(lines, COLOUR_VALUE, expected);
    }
    lines_end(lines);
    if (mark->verdict == MARK_WRONG || mark->verdict == MARK_RIGHT)
        put_slip(lines, check, quantity, indent, language);
}

/* Where the columns of the table begin. */
struct columns {
    size_t given, expected, verdict;
};

static void widen(size_t *width, size_t columns) {
    if (*width < columns)
        *width = columns;
}

static size_t shown_length(const char *typed) {
    const size_t length = strlen(typed);
    return length < LONGEST_TYPED ? length : LONGEST_TYPED;
}

static struct columns measure(struct check *const checks[], size_t count, enum language language) {
    size_t name = columns_of(prose(language, "check.name"));
    size_t given = columns_of(prose(language, "check.given"));
    size_t expected = columns_of(prose(language, "check.expected"));
    for (struct row row = {0}; next_row(&row, checks, count);) {
        char room[NUMBER_ROOM];
        show_expected(room, row.check, row.quantity);
        widen(&name, quantity_of(row.check, row.quantity)->length);
        widen(&given, shown_length(row.check->own[row.quantity].answer.typed));
        widen(&expected, strlen(room));
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

static void put_iteration(struct text *out, const char *key, size_t iteration,
                          enum language language) {
    struct text number = {0};
    text_whole(&number, iteration);
    prose_fill(out, language, key, (const char *const[]){number.bytes}, 1);
    text_free(&number);
}

/* Where a check of several iterations begins. */
static void put_heading(struct lines *lines, const struct check *check, enum language language) {
    struct text heading = {0};
    if (check->iteration == 0)
        return;
    put_iteration(&heading, "check.iteration", check->iteration, language);
    lines_puts(lines, COLOUR_HEADING, heading.bytes);
    lines_end(lines);
    text_free(&heading);
}

static void put_row(struct lines *lines, const struct check *check, size_t quantity,
                    const struct columns *columns, enum language language) {
    const char *typed = check->own[quantity].answer.typed;
    const size_t length = shown_length(typed);
    const bool is_long = strlen(typed) > length;
    char expected[NUMBER_ROOM];
    show_expected(expected, check, quantity);
    put_equation(lines, equation_of(check, quantity));
    lines_pad(lines, NAME_COLUMN);
    lines_puts(lines, COLOUR_NONE, quantity_of(check, quantity)->name);
    lines_pad(lines, columns->given);
    lines_put(lines, COLOUR_NONE, typed, is_long ? length - 3 : length);
    lines_puts(lines, COLOUR_NONE, is_long ? "..." : "");
    lines_pad(lines, columns->expected);
    lines_puts(lines, COLOUR_NONE, expected);
    lines_pad(lines, columns->verdict);
    report_verdict(lines, check, quantity, NAME_COLUMN, false, language);
}

static void put_rows(struct lines *lines, struct check *const checks[], size_t count,
                     const struct columns *columns, enum language language) {
    const struct check *last = NULL;
    for (struct row row = {0}; next_row(&row, checks, count); last = row.check) {
        if (row.check != last)
            put_heading(lines, row.check, language);
        put_row(lines, row.check, row.quantity, columns, language);
    }
}

/* Of what is wrong, the first in the order of the walk. */
static void put_first_to_look_at(struct lines *lines, struct check *const checks[], size_t count,
                                 enum language language) {
    for (struct row row = {0}; next_row(&row, checks, count);) {
        const struct mark *mark = &row.check->marks[row.quantity];
        if (mark->verdict != MARK_WRONG)
            continue;
        lines_puts(lines, COLOUR_NONE, prose(language, "check.look"));
        put_place(lines, row.check, mark->slip.slip != NULL ? mark->slip.at : row.quantity);
        struct text iteration = {0};
        text_puts(&iteration, "");
        if (row.check->iteration > 0)
            put_iteration(&iteration, "check.of-iteration", row.check->iteration, language);
        lines_puts(lines, COLOUR_NONE, iteration.bytes);
        text_free(&iteration);
        lines_puts(lines, COLOUR_NONE, prose(language, "punctuation.full-stop"));
        lines_end(lines);
        return;
    }
}

/* ", 3 coarse", where there are any. */
static void put_count(struct text *text, size_t count, const char *key, enum language language) {
    if (count > 0)
        text_printf(text, ", %zu %s", count, prose(language, key));
}

static void put_tally(struct lines *lines, const struct tally *tally, size_t unread,
                      enum language language) {
    struct text text = {0};
    const size_t all = tally->right + tally->carried + tally->coarse + tally->wrong;
    if (all == 0)
        text_puts(&text, prose(language, "check.nothing"));
    else
        text_printf(&text, "%s%zu%s%zu %s, %zu %s, %zu %s", prose(language, "check.of"), all,
                    prose(language, "check.values"), tally->right,
                    prose(language, "check.count-right"), tally->carried,
                    prose(language, "check.count-carried"), tally->wrong,
                    prose(language, "check.count-wrong"));
    if (all > 0)
        put_count(&text, tally->coarse, "check.count-coarse", language);
    put_count(&text, unread, "check.count-unread", language);
    if (all > 0)
        text_puts(&text, prose(language, "punctuation.full-stop"));
    lines_puts(lines, COLOUR_NONE, text.bytes);
    lines_end(lines);
    if (all > 0 && tally->right == all && unread == 0) {
        lines_puts(lines, COLOUR_NONE, prose(language, "check.all-right"));
        lines_end(lines);
    }
    text_free(&text);
}

/* What a user has typed, without what would break a line, and not all of it. */
static void put_quoted(struct text *out, const char *typed) {
    const struct quote quoted = quote(typed, strlen(typed));
    put_path(out, quoted.text);
}

/* "line 3: in_h9 = 1: no name of the walk; is in_h1 meant?" */
static void put_unread(struct lines *lines, const struct answer_file *file,
                       const struct unread *unread, enum language language) {
    struct text text = {0}, key = {0}, number = {0};
    text_printf(&key, "unread.%s", unread->reason);
    text_whole(&number, unread->line);
    if (unread->line > 0)
        prose_fill(&text, language, "unread.line-number", (const char *const[]){number.bytes}, 1);
    else if (file->check->iteration > 0 && unread->name[0] != '\0') {
        put_iteration(&text, "check.iteration", unread->iteration, language);
        text_puts(&text, prose(language, "unread.colon"));
    }
    put_quoted(&text, unread->name);
    if (unread->name[0] != '\0' && unread->typed[0] != '\0')
        text_puts(&text, " = ");
    put_quoted(&text, unread->typed);
    if (unread->name[0] != '\0' || unread->typed[0] != '\0')
        text_puts(&text, prose(language, "unread.colon"));
    lines_puts(lines, COLOUR_NONE, text.bytes);
    lines_puts(lines, COLOUR_SLIP, prose(language, key.bytes));
    text_cut(&text, 0);
    if (unread->nearest[0] != '\0')
        prose_fill(&text, language, "unread.nearest", (const char *const[]){unread->nearest}, 1);
    lines_puts(lines, COLOUR_NONE, text.length > 0 ? text.bytes : "");
    lines_end(lines);
    text_free(&text);
    text_free(&key);
    text_free(&number);
}

void report_text(struct text *out, struct check *const checks[], size_t count,
                 const struct answer_file *file, const char *title, enum language language,
                 bool colour) {
    struct lines lines = {.out = out, .colour = colour};
    const struct tally tally = report_tally(checks, count);
    const struct columns columns = measure(checks, count, language);
    if (title != NULL) {
        struct text line = {0};
        put_path(&line, title);
        lines_puts(&lines, COLOUR_HEADING, line.bytes);
        lines_end(&lines);
        text_free(&line);
    }
    if (tally.right + tally.carried + tally.coarse + tally.wrong > 0) {
        put_head(&lines, &columns, language);
        put_rows(&lines, checks, count, &columns, language);
        lines_end(&lines);
    }
    const size_t unread = file != NULL ? file->unread_count : 0;
    put_tally(&lines, &tally, unread, language);
    put_first_to_look_at(&lines, checks, count, language);
    for (size_t i = 0; i < unread; i++)
        put_unread(&lines, file, &file->unread[i], language);
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
    number_exact(expected, quantity_of(check, quantity)->value);
    put_path(out, path);
    text_printf(out, "\t%s\t%s\t%s\t%s\t%s\t%s\t%s", quantity_of(check, quantity)->name,
                check->own[quantity].answer.typed, expected, verdicts[mark->verdict],
                has_slip ? mark->slip.slip : "", equation_of(check, quantity),
                mark->verdict == MARK_CARRIED ? quantity_of(check, mark->from)->name : "");
    end_tsv_row(out, check->iteration, check->iteration > 0);
}

void report_tsv(struct text *out, struct check *const checks[], size_t count, const char *path) {
    for (struct row row = {0}; next_row(&row, checks, count);)
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
