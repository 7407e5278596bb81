/* Told: see told.h. */
#include "mark/told.h"

#include "base/larger.h"
#include "formula/notation.h"

#include <string.h>

enum { LONGEST_TYPED = 20, MISSING_INDENT = 2 };

/* ---- What is told of ---- */

static bool is_shown(const struct check *check, size_t quantity) {
    return check->own[quantity].answer.typed != NULL && !check->own[quantity].is_hidden;
}

bool told_next(struct told_row *row, struct check *const checks[], size_t count) {
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

const struct quantity *told_quantity(const struct check *check, size_t quantity) {
    return &check->ways.trace->quantities[quantity];
}

const char *told_equation(const struct check *check, size_t quantity) {
    const struct trace *trace = check->ways.trace;
    const struct quantity *named = told_quantity(check, quantity);
    size_t step = named->step;
    if (named->typed != NULL)
        return "";
    while (step < trace->step_count && (trace->steps[step].equation[0] == '\0' ||
                                        strcmp(trace->steps[step].name, named->name) != 0))
        step++;
    return step < trace->step_count ? trace->steps[step].equation : "";
}

void told_expected(char room[NUMBER_ROOM], const struct check *check, size_t quantity) {
    const char *point = strchr(check->own[quantity].answer.typed, '.');
    const size_t decimals = point != NULL ? strspn(point + 1, "0123456789") : 0;
    trace_shown(check->ways.trace, told_quantity(check, quantity),
                (int)smaller(larger((double)decimals, DIGITS_DEFAULT), DIGITS_MOST), room);
}

void told_typed(struct text *out, const struct check *check, size_t quantity) {
    const char *typed = check->own[quantity].answer.typed;
    const bool is_long = strlen(typed) > LONGEST_TYPED;
    text_add(out, typed, is_long ? LONGEST_TYPED - 3 : strlen(typed));
    text_puts(out, is_long ? "..." : "");
}

/* ---- Sentences ---- */

static void put(const struct teller *teller, const char *words) {
    teller->words(teller, COLOUR_NONE, words);
}

void told_prose(const struct teller *teller, enum colour colour, const char *key) {
    struct text text = {0};
    notation_put_words(&text, teller->notation, prose(teller->language, key));
    teller->words(teller, colour, text.bytes);
    text_free(&text);
}

static void say(const struct teller *teller, const char *key) {
    told_prose(teller, COLOUR_NONE, key);
}

static void fill_number(struct text *out, const char *key, size_t number, enum language language) {
    struct text digits = {0};
    text_whole(&digits, number);
    prose_fill(out, language, key, (const char *const[]){digits.bytes}, 1);
    text_free(&digits);
}

void told_iteration(struct text *out, size_t iteration, enum language language) {
    fill_number(out, "check.iteration", iteration, language);
}

/* With a whole number in it. */
static void say_number(const struct teller *teller, const char *key, size_t number) {
    struct text text = {0};
    fill_number(&text, key, number, teller->language);
    put(teller, text.bytes);
    text_free(&text);
}

/* With a name in it. */
static void say_name(const struct teller *teller, const char *key, const char *name) {
    const char *sentence = prose(teller->language, key);
    const char *gap = strstr(sentence, "{}");
    struct text before = {0};
    text_add(&before, sentence, (size_t)(gap - sentence));
    put(teller, before.bytes);
    teller->name(teller, name);
    put(teller, gap + strlen("{}"));
    text_free(&before);
}

/* (5.1) in_h1 */
static void put_place(const struct teller *teller, const struct check *check, size_t quantity) {
    const char *equation = told_equation(check, quantity);
    struct text number = {0};
    if (equation[0] != '\0') {
        text_printf(&number, "(%s)", equation);
        teller->words(teller, COLOUR_EQUATION, number.bytes);
        put(teller, " ");
    }
    teller->name(teller, told_quantity(check, quantity)->shown);
    text_free(&number);
}

void told_verdict(const struct teller *teller, const struct check *check, size_t quantity) {
    static const char *const keys[] = {
        [MARK_RIGHT] = "check.right", [MARK_COARSE] = "check.coarse", [MARK_WRONG] = "check.wrong"};
    const struct mark *mark = &check->marks[quantity];
    if (mark->verdict == MARK_CARRIED)
        say_name(teller, "check.carried", told_quantity(check, mark->from)->shown);
    else
        told_prose(teller, mark->verdict == MARK_WRONG ? COLOUR_SLIP : COLOUR_NONE,
                   keys[mark->verdict]);
}

bool told_has_slip(const struct check *check, size_t quantity) {
    return check->marks[quantity].slip.slip != NULL;
}

void told_slip(const struct teller *teller, const struct check *check, size_t quantity) {
    const struct diagnosis *slip = &check->marks[quantity].slip;
    struct text key = {0};
    if (slip->at != quantity || slip->is_throughout) {
        say(teller, "check.at");
        put_place(teller, check, slip->at);
        say(teller, slip->is_throughout ? "check.all-left-out" : "check.left-out");
    }
    text_printf(&key, "slip.%s", slip->slip);
    told_prose(teller, COLOUR_SLIP, key.bytes);
    text_free(&key);
    if (slip->missing != NULL) {
        say(teller, "slip.missing");
        teller->formula(teller, slip->missing);
        say(teller, "slip.missing-end");
    }
    if (slip->formula != NULL)
        teller->result(teller, slip->formula);
}

static size_t count_of(const struct tally *tally) {
    return tally->right + tally->carried + tally->coarse + tally->wrong;
}

void told_tally(const struct teller *teller, const struct tally *tally,
                const struct answer_file *file) {
    const enum language language = teller->language;
    const size_t missing = file != NULL ? answer_file_missing(file) : 0;
    const size_t unread = file != NULL ? file->unread_count - missing : 0;
    const size_t count = count_of(tally) + missing;
    const struct {
        const char *key;
        size_t count;
        bool is_always_told;
    } counts[] = {
        {"check.count-right", tally->right, true}, {"check.count-carried", tally->carried, true},
        {"check.count-wrong", tally->wrong, true}, {"check.count-coarse", tally->coarse, false},
        {"check.count-missing", missing, false},   {"check.count-unread", unread, false}};
    const bool has_any = count > 0;
    struct text text = {0};
    if (has_any)
        text_printf(&text, "%s%zu", prose(language, "check.of"), count);
    else
        text_puts(&text, prose(language, "check.nothing"));
    const char *between = prose(language, has_any ? "check.values" : "punctuation.comma");
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
        if (counts[i].count > 0 || (counts[i].is_always_told && has_any)) {
            text_printf(&text, "%s%zu %s", between, counts[i].count,
                        prose(language, counts[i].key));
            between = prose(language, "punctuation.comma");
        }
    text_puts(&text, prose(language, "punctuation.full-stop"));
    put(teller, text.bytes);
    text_free(&text);
}

bool told_is_all_right(const struct tally *tally, const struct answer_file *file) {
    return tally->right > 0 && tally->right == count_of(tally) &&
           (file == NULL || file->unread_count == 0);
}

/* Where nothing is asked for, nobody knows whether it is all. */
void told_all_right(const struct teller *teller, const struct answer_file *file) {
    const bool is_all = file == NULL || file->asked != NULL;
    say(teller, is_all ? "check.all-right" : "check.all-handed-in");
}

bool told_look(const struct teller *teller, struct check *const checks[], size_t count) {
    for (struct told_row row = {0}; told_next(&row, checks, count);) {
        const struct mark *mark = &row.check->marks[row.quantity];
        if (mark->verdict != MARK_WRONG)
            continue;
        say(teller, "check.look");
        put_place(teller, row.check, mark->slip.slip != NULL ? mark->slip.at : row.quantity);
        if (row.check->iteration > 0)
            say_number(teller, "check.of-iteration", row.check->iteration);
        say(teller, "punctuation.full-stop");
        return true;
    }
    return false;
}

/* What was typed where it could not be read, without what would break a line, and not all of it. */
static void put_quoted(const struct teller *teller, const char *name, const char *typed) {
    struct text text = {0};
    const char *const parts[] = {name, name[0] != '\0' && typed[0] != '\0' ? " = " : "", typed};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        text_puts(&text, quote(parts[i], strlen(parts[i])).text);
    for (size_t i = 0; i < text.length; i++)
        text.bytes[i] = (char)((unsigned char)text.bytes[i] < ' ' ? '?' : text.bytes[i]);
    if (text.length > 0)
        teller->typed(teller, text.bytes);
    text_free(&text);
}

/* On the line, if there is room; the blank before it is the line's last character else. */
static void put_missing(const struct teller *teller, const char *name) {
    struct lines *lines = teller->lines;
    if (lines != NULL && lines->column + strlen(name) >= LINE_WIDTH) {
        text_cut(lines->out, lines->out->length - (teller->language == ENGLISH));
        lines_end(lines);
        lines_pad(lines, MISSING_INDENT);
    }
    teller->name(teller, name);
}

/* Of an iteration, from the FIRST on: behind what is missing stands nothing else. */
static size_t tell_missing(const struct teller *teller, const struct answer_file *file,
                           size_t first) {
    const struct unread *each = file->unread;
    size_t i = first;
    if (file->check->iteration > 0) {
        say_number(teller, "check.iteration", each[first].iteration);
        say(teller, "punctuation.colon");
    }
    told_prose(teller, COLOUR_SLIP, "unread.missing");
    for (; i < file->unread_count && each[i].iteration == each[first].iteration; i++) {
        say(teller, i > first ? "punctuation.comma" : "punctuation.colon");
        put_missing(teller,
                    trace_written(file->check->ways.trace, each[i].name, strlen(each[i].name)));
    }
    return i;
}

size_t told_unread(const struct teller *teller, const struct answer_file *file, size_t index) {
    const struct unread *unread = &file->unread[index];
    struct text key = {0}, nearest = {0};
    if (strcmp(unread->reason, answer_file_reason_missing) == 0)
        return tell_missing(teller, file, index);
    if (unread->line > 0)
        say_number(teller, "unread.line-number", unread->line);
    put_quoted(teller, unread->name, unread->typed);
    if (unread->name[0] != '\0' || unread->typed[0] != '\0')
        say(teller, "punctuation.colon");
    text_printf(&key, "unread.%s", unread->reason);
    told_prose(teller, COLOUR_SLIP, key.bytes);
    if (unread->nearest[0] != '\0') {
        const char *shown =
            trace_written(file->check->ways.trace, unread->nearest, strlen(unread->nearest));
        prose_fill(&nearest, teller->language, "unread.nearest", &shown, 1);
        put(teller, nearest.bytes);
    }
    text_free(&key);
    text_free(&nearest);
    return index + 1;
}
