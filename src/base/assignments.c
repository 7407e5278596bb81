/* Assignments: see assignments.h. */
#include "base/assignments.h"

#include "base/number.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

struct line {
    const char *start, *end;
    const char *path;
    size_t number;
};

static bool is_name_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

static const char *skip_blanks_back(const char *c, const char *start) {
    while (c > start && is_blank(c[-1]))
        c--;
    return c;
}

static bool fault(const struct line *line, const char *at, const char *what, struct error *error) {
    return error_set(error, "%s:%zu:%zu: %s", line->path, line->number,
                     (size_t)(at - line->start) + 1, message(what));
}

/* name "=" value, with blanks anywhere between */
static bool parse_assignment(const struct line *line, const char *c, struct assignment *parsed,
                             struct error *error) {
    *parsed = (struct assignment){
        .path = line->path, .line = line->number, .start = line->start, .name = c};
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
    parsed->typed_length = (size_t)(skip_blanks_back(line->end, parsed->typed) - parsed->typed);
    return true;
}

static bool parse_line(struct line line, assignment_taker *take, void *context,
                       struct error *error) {
    struct assignment parsed;
    const char *nul = memchr(line.start, '\0', (size_t)(line.end - line.start));
    if (nul != NULL)
        return fault(&line, nul, "a NUL byte; a text file of `name = value` lines is needed",
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

bool assignment_set(struct assignment *assignment, const char *set, struct error *error) {
    const char *equals = strchr(set, '=');
    const char *end = set + strlen(set), *name = skip_blanks(set, end);
    const char *name_end = equals != NULL ? skip_blanks_back(equals, name) : name;
    if (name_end == name)
        return error_set(error, "--set %s: NAME=VALUE is needed, such as w1=0.15",
                         quote(set, strlen(set)).text);
    const char *typed = skip_blanks(equals + 1, end);
    *assignment =
        (struct assignment){.start = set,
                            .name = name,
                            .name_length = (size_t)(name_end - name),
                            .typed = typed,
                            .typed_length = (size_t)(skip_blanks_back(end, typed) - typed)};
    return true;
}

/* What stands before what is wrong: the place, for all of an option --set is short. */
static void put_where(char *where, size_t room, const struct assignment *assignment,
                      const char *at) {
    if (assignment->path == NULL)
        snprintf(where, room, "--set ");
    else
        snprintf(where, room, "%.500s:%zu:%zu: ", assignment->path, assignment->line,
                 (size_t)(at - assignment->start) + 1);
}

enum { WHERE_ROOM = 600 };

bool assignment_fault(const struct assignment *assignment, const char *at, struct error *error,
                      const char *format, ...) {
    char what[sizeof error->line], where[WHERE_ROOM];
    va_list args;
    va_start(args, format);
    vsnprintf(what, sizeof what, message(format), args);
    va_end(args);
    put_where(where, sizeof where, assignment, at);
    if (assignment->path != NULL)
        return error_set(error, "%s%s", where, what);
    return error_set(error, "%s%s: %s", where,
                     quote(assignment->start, strlen(assignment->start)).text, what);
}

bool assignment_value_fault(const struct assignment *assignment, const char *at, size_t length,
                            struct error *error, const char *format, ...) {
    char what[sizeof error->line], where[WHERE_ROOM];
    va_list args;
    va_start(args, format);
    vsnprintf(what, sizeof what, message(format), args);
    va_end(args);
    put_where(where, sizeof where, assignment, at);
    return error_set(error, "%s%s%s%s %s", where,
                     quote(assignment->name, assignment->name_length).text,
                     assignment->path == NULL ? "=" : " = ", quote(at, length).text, what);
}

bool assignment_number(const struct assignment *assignment, const char *at, size_t length,
                       double *value, struct error *error) {
    const char *wrong = number_read(at, length, value);
    return wrong == NULL || assignment_value_fault(assignment, at, length, error, "%s", wrong);
}
