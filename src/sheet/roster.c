/* Roster: see roster.h. */
#include "sheet/roster.h"

#include "base/memory.h"
#include "base/utf8.h"
#include "host/file.h"
#include "render/escape.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { LONGEST = 400 };

struct line {
    char *name;
    size_t length, number;
};

static bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r';
}

/* Where the line is no text, but for the tabs between COLUMNS. */
static size_t fault_of(const struct line *line, bool has_tabs) {
    size_t at = 0;
    for (;;) {
        at += utf8_fault(line->name + at, line->length - at);
        if (!has_tabs || at == line->length || line->name[at] != '\t')
            return at;
        at++;
    }
}

/* Whether the line is a name, or a row. */
static bool check(const struct line *line, size_t column, bool has_tabs, const char *path,
                  struct error *error) {
    const size_t fault = fault_of(line, has_tabs);
    if (fault < line->length)
        return error_set(error,
                         "%s:%zu:%zu: a byte 0x%02X is no text; a name a line, in UTF-8, is needed",
                         path, line->number, column + fault, (unsigned char)line->name[fault]);
    if (line->length > LONGEST)
        return error_set(error, "%s:%zu:%d: the name goes on; at most %d bytes are accepted", path,
                         line->number, LONGEST + 1, LONGEST);
    return true;
}

static void keep(struct roster *roster, const struct line *line, size_t *room) {
    roster->names = memory_more(roster->names, roster->count, room, sizeof *roster->names);
    line->name[line->length] = '\0';
    roster->is_wide = roster->is_wide || escape_needs_wide(line->name);
    roster->names[roster->count++] = line->name;
}

/* ---- A table: its columns ---- */

static const size_t NO_COLUMN = SIZE_MAX;

struct columns {
    char separator;     /* 0: there are none, a line is a name */
    size_t first, last; /* a whole name is a last one alone */
};

/* The field at *C, without quotes and blanks around it, and *C behind its separator. A tab in
 * quotes is a blank. Returns its quote that is not closed, or NULL. */
static const char *read_field(struct text *field, const char **c, const char *end, char separator) {
    const char *quoted = NULL;
    text_cut(field, 0);
    for (; *c < end && (quoted != NULL || **c != separator); ++*c)
        if (**c != '"')
            text_putc(field, **c == '\t' ? ' ' : **c);
        else if (quoted != NULL && *c + 1 < end && (*c)[1] == '"')
            text_putc(field, *++*c);
        else
            quoted = quoted == NULL ? *c : NULL;
    *c += *c < end;
    size_t blanks = 0;
    while (field->length > 0 && is_blank(field->bytes[field->length - 1]))
        text_cut(field, field->length - 1);
    while (blanks < field->length && is_blank(field->bytes[blanks]))
        blanks++;
    if (blanks > 0)
        memmove(field->bytes, field->bytes + blanks, field->length - blanks + 1);
    field->length -= blanks;
    return quoted;
}

static char separator_of(const struct line *line) {
    static const char separators[] = "\t;,";
    for (const char *each = separators; *each != '\0'; each++)
        if (memchr(line->name, *each, line->length) != NULL)
            return *each;
    return '\0';
}

static bool is_one_of(const struct text *field, const char *const words[]) {
    for (size_t i = 0; words[i] != NULL; i++)
        if (strcasecmp(field->bytes, words[i]) == 0)
            return true;
    return false;
}

/* What the first line says, if it names columns. */
static struct columns columns_of(const struct line *line) {
    static const char *const whole[] = {"name",         "full name", "student",
                                        "student name", "姓名",      NULL};
    static const char *const last[] = {"surname", "last name", "family name", "姓", NULL};
    static const char *const first[] = {"first name", "given name", "given names", "名", NULL};
    struct columns columns = {separator_of(line), NO_COLUMN, NO_COLUMN};
    const char *c = line->name, *end = line->name + line->length;
    struct text field = {0};
    text_puts(&field, "");
    bool has_whole = false;
    for (size_t i = 0; columns.separator != '\0' && c < end; i++) {
        read_field(&field, &c, end, columns.separator);
        if (!has_whole && is_one_of(&field, whole)) {
            has_whole = true;
            columns.last = i;
            columns.first = NO_COLUMN;
        } else if (!has_whole && is_one_of(&field, last)) {
            columns.last = i;
        } else if (!has_whole && is_one_of(&field, first)) {
            columns.first = i;
        }
    }
    text_free(&field);
    return columns.last == NO_COLUMN ? (struct columns){0} : columns;
}

/* Of a name in Chinese, Japanese or Korean letters the last part stands before the first, without a
 * blank: U+3000 to U+D7FF, by the first byte. */
static bool is_east_asian(const char *last) {
    return last != NULL && (unsigned char)*last >= 0xE3 && (unsigned char)*last <= 0xED;
}

/* The name in a row, which takes the row's place: it is no longer than that. Where a quote is not
 * closed, the row stays, and the quote is returned; else NULL. */
static const char *take_name(struct line *line, const struct columns *columns) {
    const char *c = line->name, *end = line->name + line->length;
    const char *open = NULL;
    struct text field = {0}, first = {0}, last = {0};
    text_puts(&field, "");
    text_puts(&first, "");
    for (size_t i = 0; c < end; i++) {
        open = read_field(&field, &c, end, columns->separator);
        if (i == columns->first)
            text_add(&first, field.bytes, field.length);
        if (i == columns->last)
            text_add(&last, field.bytes, field.length);
    }
    if (first.length > 0 && is_east_asian(last.bytes)) {
        text_add(&last, first.bytes, first.length);
        text_cut(&first, 0);
    }
    if (first.length > 0 && last.length > 0)
        text_putc(&first, ' ');
    text_add(&first, last.length > 0 ? last.bytes : "", last.length);
    if (open == NULL) {
        line->length = first.length;
        memcpy(line->name, first.bytes, first.length);
    }
    text_free(&field);
    text_free(&first);
    text_free(&last);
    return open;
}

static bool split(struct roster *roster, const char *path, struct error *error) {
    char *c = roster->text.bytes, *end = c + roster->text.length;
    struct columns columns = {0};
    size_t room = 0, lines = 0;
    if (roster->text.length >= 3 && memcmp(c, "\xEF\xBB\xBF", 3) == 0)
        c += 3;
    for (size_t number = 1; c < end; number++) {
        char *start = c, *newline = memchr(c, '\n', (size_t)(end - c));
        char *stop = newline != NULL ? newline : end;
        c = stop + 1;
        const char *whole = start;
        while (start < stop && is_blank(*start))
            start++;
        while (stop > start && is_blank(stop[-1]))
            stop--;
        struct line line = {start, (size_t)(stop - start), number};
        if (line.length == 0)
            continue;
        if (lines++ == 0)
            columns = columns_of(&line);
        if (!check(&line, (size_t)(start - whole) + 1, columns.separator == '\t', path, error))
            return false;
        if (columns.separator != '\0' && lines == 1)
            continue;
        const char *open = columns.separator != '\0' ? take_name(&line, &columns) : NULL;
        if (open != NULL)
            return error_set(error,
                             "%s:%zu:%zu: this quote is not closed; a \" at the end of the field "
                             "is needed",
                             path, number, (size_t)(open - whole) + 1);
        if (line.length == 0)
            return error_set(error,
                             "%s:%zu:%zu: the row has no name in it; one in the column that the "
                             "first line calls so is needed",
                             path, number, (size_t)(start - whole) + 1);
        keep(roster, &line, &room);
    }
    return roster->count > 0 ||
           error_set(error, "%s: there is no name in it; a name a line is needed", path);
}

bool roster_read(struct roster *roster, const char *path, struct error *error) {
    *roster = (struct roster){0};
    if (!file_read(&roster->text, path, error))
        return false;
    text_add(&roster->text, "", 0); /* an empty file has bytes too, and each name room for a NUL */
    return split(roster, path, error);
}

void roster_free(struct roster *roster) {
    text_free(&roster->text);
    free(roster->names);
    *roster = (struct roster){0};
}
