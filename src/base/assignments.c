/* Assignments: see assignments.h. */
#include "base/assignments.h"

#include "base/number.h"

#include <string.h>

enum { LONGEST_LINE = 4096 };

struct line {
    const char *start, *end;
    const char *path;
    size_t number;
};

static bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

static bool is_name_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

static const char *skip_blanks(const char *c, const char *end) {
    while (c < end && is_blank(*c))
        c++;
    return c;
}

static bool fault(const struct line *line, const char *at, const char *what, struct error *error) {
    return error_set(error, "%s:%zu:%zu: %s", line->path, line->number,
                     (size_t)(at - line->start) + 1, what);
}

/* name "=" value, with blanks anywhere between */
static bool parse_assignment(const struct line *line, const char *c, struct assignment *parsed,
                             struct error *error) {
    *parsed = (struct assignment){.path = line->path,
                                  .line = line->number,
                                  .name = c,
                                  .name_column = (size_t)(c - line->start) + 1};
    while (c < line->end && is_name_character(*c))
        c++;
    parsed->name_length = (size_t)(c - parsed->name);
    c = skip_blanks(c, line->end);
    if (c == line->end || *c != '=')
        return fault(line, c,
                     memchr(c, '=', (size_t)(line->end - c)) == NULL
                         ? "there is no = here; a line `name = value` is needed"
                         : "this cannot stand in a name; letters, digits and _ can, as in w5_new "
                           "or dE_total_dw5",
                     error);
    if (parsed->name_length == 0)
        return fault(line, c, "there is no name before the =; a line `name = value` is needed",
                     error);
    parsed->typed = skip_blanks(c + 1, line->end);
    const char *typed_end = line->end;
    while (typed_end > parsed->typed && is_blank(typed_end[-1]))
        typed_end--;
    parsed->typed_length = (size_t)(typed_end - parsed->typed);
    const char *wrong = number_read(parsed->typed, parsed->typed_length, &parsed->value);
    if (wrong == NULL)
        return true;
    return error_set(error, "%s:%zu:%zu: %s = %s %s", line->path, line->number,
                     (size_t)(parsed->typed - line->start) + 1,
                     quote(parsed->name, parsed->name_length).text,
                     quote(parsed->typed, parsed->typed_length).text, wrong);
}

static bool parse_line(struct line line, assignment_taker *take, void *context,
                       struct error *error) {
    struct assignment parsed;
    const char *nul = memchr(line.start, '\0', (size_t)(line.end - line.start));
    if (nul != NULL)
        return fault(&line, nul, "a NUL byte; a text file of `name = value` lines is needed",
                     error);
    if (line.end - line.start > LONGEST_LINE)
        return fault(&line, line.start + LONGEST_LINE,
                     "the line goes on beyond 4096 bytes; a short line `name = value` is needed",
                     error);
    const char *comment = memchr(line.start, '#', (size_t)(line.end - line.start));
    if (comment != NULL)
        line.end = comment;
    else if (line.end > line.start && line.end[-1] == '\r')
        line.end--;
    const char *c = skip_blanks(line.start, line.end);
    if (c == line.end)
        return true;
    return parse_assignment(&line, c, &parsed, error) && take(context, &parsed, error);
}

bool assignments_parse(const char *text, size_t length, const char *path, assignment_taker *take,
                       void *context, struct error *error) {
    static const char byte_order_mark[] = "\xEF\xBB\xBF";
    if (length == 0)
        return true;
    const char *end = text + length;
    if (length >= 3 && memcmp(text, byte_order_mark, 3) == 0)
        text += 3;
    for (size_t number = 1; text < end; number++) {
        const char *newline = memchr(text, '\n', (size_t)(end - text));
        const char *line_end = newline != NULL ? newline : end;
        const struct line line = {.start = text, .end = line_end, .path = path, .number = number};
        if (!parse_line(line, take, context, error))
            return false;
        text = newline != NULL ? newline + 1 : end;
    }
    return true;
}
