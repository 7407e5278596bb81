/* Roster: see roster.h. */
#include "sheet/roster.h"

#include "base/memory.h"
#include "base/utf8.h"
#include "host/file.h"
#include "render/escape.h"

#include <stdlib.h>

enum { LONGEST = 400 };

struct line {
    char *name;
    size_t length, number;
};

static bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r';
}

/* Whether the line is a name; it is trimmed, *START set to where. */
static bool check(const struct line *line, size_t column, const char *path, struct error *error) {
    const size_t fault = utf8_fault(line->name, line->length);
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
    if (roster->count == *room) {
        *room = *room ? 2 * *room : 64;
        roster->names = memory_resize(roster->names, *room * sizeof *roster->names);
    }
    line->name[line->length] = '\0';
    roster->is_wide = roster->is_wide || escape_needs_wide(line->name);
    roster->names[roster->count++] = line->name;
}

static bool split(struct roster *roster, const char *path, struct error *error) {
    char *c = roster->text.bytes, *end = c + roster->text.length;
    size_t room = 0;
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
        const struct line line = {start, (size_t)(stop - start), number};
        if (line.length == 0)
            continue;
        if (!check(&line, (size_t)(start - whole) + 1, path, error))
            return false;
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
