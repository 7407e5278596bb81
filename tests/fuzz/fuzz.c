/* Fuzz: see fuzz.h. */
#include "fuzz.h"

#include "base/utf8.h"

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What is set once, by fuzz_start. */
static struct {
    int messages; /* where to complain, whatever a target does with standard error */
    char directory[512], file[600];
} fuzz;

static void remove_directory(void) {
    unlink(fuzz.file);
    rmdir(fuzz.directory);
}

/* The first name that is free: where nobody else makes directories it is always the same, and so is
 * all that a fuzzer sees. */
static void make_directory(const char *above) {
    int made = -1;
    for (int n = 0; made != 0; n++) {
        snprintf(fuzz.directory, sizeof fuzz.directory, "%s/bpwalk-fuzz.%d", above, n);
        made = mkdir(fuzz.directory, 0700);
        require_of(made == 0 || errno == EEXIST, fuzz.directory);
    }
}

void fuzz_start(void) {
    const char *room = getenv("TMPDIR");
    fuzz.messages = dup(STDERR_FILENO);
    make_directory(room != NULL && room[0] != '\0' ? room : "/tmp");
    snprintf(fuzz.file, sizeof fuzz.file, "%s/input", fuzz.directory);
    atexit(remove_directory);
}

const char *fuzz_directory(void) {
    return fuzz.directory;
}

void fuzz_fault(const char *file, int line, const char *what, const char *instead) {
    dprintf(fuzz.messages, "%s:%d: not so: %s%s%s\n", file, line, what,
            instead[0] != '\0' ? "; but " : "", instead);
    abort();
}

const char *fuzz_file(const uint8_t *bytes, size_t size) {
    const int fd = open(fuzz.file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    require(fd >= 0 && write(fd, bytes, size) == (ssize_t)size && close(fd) == 0);
    return fuzz.file;
}

static bool is_control(char c) {
    return (unsigned char)c < ' ' || c == 0x7F;
}

bool is_text(const void *bytes, size_t size) {
    const char *c = bytes, *end = c + size;
    while (c < end) {
        if (*c == '\n' || *c == '\t' || *c == '\r') {
            c++;
            continue;
        }
        const char *run = c;
        while (c < end && !is_control(*c))
            c++;
        if (c == run || utf8_fault(run, (size_t)(c - run)) != (size_t)(c - run))
            return false;
    }
    return true;
}

void require_line(const struct error *error, const uint8_t *bytes, size_t size) {
    const size_t length = strlen(error->line);
    require(length > 0 && length < sizeof error->line - 1);
    for (size_t i = 0; i < length; i++)
        require_of(!is_control(error->line[i]), error->line);
    require_of(!is_text(bytes, size) || is_text(error->line, length), error->line);
}

/* How long line NUMBER is; SIZE_MAX where there is none. The last one may be empty. */
static size_t line_length(const uint8_t *bytes, size_t size, unsigned long number) {
    const uint8_t *c = bytes, *end = bytes + size;
    for (; number > 1; number--) {
        c = c < end ? memchr(c, '\n', (size_t)(end - c)) : NULL;
        if (c == NULL)
            return SIZE_MAX;
        c++;
    }
    const uint8_t *newline = c < end ? memchr(c, '\n', (size_t)(end - c)) : NULL;
    return (size_t)((newline != NULL ? newline : end) - c);
}

void require_place(const struct error *error, const char *path, const uint8_t *bytes, size_t size) {
    unsigned long line, column;
    int read = 0;
    require_line(error, bytes, size);
    require_of(strncmp(error->line, path, strlen(path)) == 0, error->line);
    require_of(sscanf(error->line + strlen(path), ":%lu:%lu: %n", &line, &column, &read) == 2 &&
                   read > 0,
               error->line);
    const size_t length = line >= 1 ? line_length(bytes, size, line) : SIZE_MAX;
    require_of(length != SIZE_MAX, error->line);
    require_of(column >= 1 && column <= length + 1, error->line);
}

/* ---- What is typeset ---- */

static bool is_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == ':' || c == '-';
}

/* From & on; NULL where it is no entity. */
static const char *after_entity(const char *c, const char *end) {
    const char *start = ++c;
    while (c < end && (is_name(*c) || *c == '#' || (*c >= 'A' && *c <= 'Z')))
        c++;
    return c < end && *c == ';' && c > start ? c + 1 : NULL;
}

/* From behind a tag's name to its end; NULL where its attributes are none. */
static const char *after_attributes(const char *c, const char *end, bool *is_empty) {
    *is_empty = false;
    while (c < end && *c == ' ') {
        while (++c < end && is_name(*c))
            ;
        if (end - c < 2 || c[0] != '=' || c[1] != '"')
            return NULL;
        for (c += 2; c < end && *c != '"'; c++)
            if (*c == '<')
                return NULL;
        if (c++ == end)
            return NULL;
    }
    if (c < end && *c == '/') {
        *is_empty = true;
        c++;
    }
    return c < end && *c == '>' ? c + 1 : NULL;
}

bool is_xml(const char *bytes, size_t length) {
    enum { DEEPEST = 20000 };
    static const char *open[DEEPEST]; /* the names of the elements that are open */
    size_t depth = 0;
    const char *end = bytes + length;
    for (const char *c = bytes; c < end;) {
        bool is_empty;
        if (*c == '&' && (c = after_entity(c, end)) == NULL)
            return false;
        if (c == end || *c != '<') {
            c += c < end && *c != '&';
            continue;
        }
        const bool closes = end - c > 1 && c[1] == '/';
        const char *name = c + 1 + closes;
        for (c = name; c < end && is_name(*c);)
            c++;
        const size_t size = (size_t)(c - name);
        c = after_attributes(c, end, &is_empty);
        if (c == NULL || size == 0)
            return false;
        if (closes &&
            (depth == 0 || strncmp(open[--depth], name, size) != 0 || is_name(open[depth][size])))
            return false;
        if (!closes && !is_empty) {
            require(depth < DEEPEST);
            open[depth++] = name;
        }
    }
    return depth == 0;
}

static bool begins(const char *c, const char *end, const char *word) {
    const size_t length = strlen(word);
    return (size_t)(end - c) >= length && memcmp(c, word, length) == 0;
}

bool is_latex(const char *bytes, size_t length) {
    int braces = 0, sides = 0;
    const char *end = bytes + length;
    for (const char *c = bytes; c < end; c++) {
        sides += (begins(c, end, "\\left(") || begins(c, end, "\\left[")) -
                 (begins(c, end, "\\right)") || begins(c, end, "\\right]"));
        if (*c == '\\')
            c++;
        else
            braces += (*c == '{') - (*c == '}');
        if (braces < 0 || sides < 0)
            return false;
    }
    return braces == 0 && sides == 0;
}

/* ---- JSON: each reads what stands at C, and returns what is behind it; NULL where it is none ----
 */

static const char *behind_blanks(const char *c, const char *end) {
    while (c < end && strchr(" \t\n\r", *c) != NULL && *c != '\0')
        c++;
    return c;
}

static const char *behind_digits(const char *c, const char *end) {
    const char *start = c;
    while (c < end && *c >= '0' && *c <= '9')
        c++;
    return c > start ? c : NULL;
}

static const char *behind_json_number(const char *c, const char *end) {
    c += c < end && *c == '-';
    c = c < end && *c == '0' ? c + 1 : behind_digits(c, end);
    if (c != NULL && c < end && *c == '.')
        c = behind_digits(c + 1, end);
    if (c == NULL || c == end || (*c != 'e' && *c != 'E'))
        return c;
    c++;
    return behind_digits(c + (c < end && (*c == '+' || *c == '-')), end);
}

static const char *behind_json_string(const char *c, const char *end) {
    if (c == end || *c != '"')
        return NULL;
    for (c++; c < end && *c != '"'; c++) {
        if ((unsigned char)*c < ' ')
            return NULL;
        if (*c != '\\')
            continue;
        if (++c == end || *c == '\0' || strchr("\"\\/bfnrtu", *c) == NULL)
            return NULL;
        for (int i = 0; i < 4 && *c == 'u'; i++)
            if (end - c < 5 || c[1 + i] == '\0' ||
                strchr("0123456789abcdefABCDEF", c[1 + i]) == NULL)
                return NULL;
    }
    return c < end ? c + 1 : NULL;
}

/* DEEPEST is how much may be in it. */
static const char *behind_json(const char *c, const char *end, int deepest) {
    static const char *const words[] = {"true", "false", "null"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (begins(c, end, words[i]))
            return c + strlen(words[i]);
    if (c == end || (*c != '[' && *c != '{'))
        return c < end && *c == '"' ? behind_json_string(c, end) : behind_json_number(c, end);
    const bool is_object = *c == '{';
    const char close = is_object ? '}' : ']';
    c = behind_blanks(c + 1, end);
    if (c < end && *c == close)
        return c + 1;
    for (; deepest > 0; c++) {
        c = behind_blanks(c, end);
        if (is_object && ((c = behind_json_string(c, end)) == NULL ||
                          (c = behind_blanks(c, end)) == end || *c++ != ':'))
            return NULL;
        c = behind_json(behind_blanks(c, end), end, deepest - 1);
        if (c == NULL || (c = behind_blanks(c, end)) == end || (*c != ',' && *c != close))
            return NULL;
        if (*c == close)
            return c + 1;
    }
    return NULL;
}

bool is_json(const char *bytes, size_t length, int deepest) {
    const char *end = bytes + length,
               *behind = behind_json(behind_blanks(bytes, end), end, deepest);
    return behind != NULL && behind_blanks(behind, end) == end;
}

bool same_number(double a, double b) {
    return (isnan(a) && isnan(b)) || memcmp(&a, &b, sizeof a) == 0;
}
