/* Assignments: files of `name = value` lines, with # to the end of the line as comment. Which names
 * there are, and what may stand behind the =, is left to the reader of the file. */
#ifndef BPWALK_ASSIGNMENTS_H
#define BPWALK_ASSIGNMENTS_H

#include "base/error.h"

#include <stddef.h>

struct assignment {
    const char *name; /* a C identifier, not NUL-terminated */
    size_t name_length;
    const char *typed; /* the value as typed, without blanks around it, not NUL-terminated */
    size_t typed_length;
    const char *path; /* where: PATH:LINE, which begins at START; NULL: an option --set */
    size_t line;
    const char *start;
};

static inline bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

static inline const char *skip_blanks(const char *c, const char *end) {
    while (c < end && is_blank(*c))
        c++;
    return c;
}

/* Takes one assignment; false with ERROR set stops the reading. */
typedef bool assignment_taker(void *context, const struct assignment *assignment,
                              struct error *error);

/* Reads LENGTH bytes at TEXT, read from PATH, line by line into TAKE. False at the first fault,
 * with "PATH:LINE:COLUMN: what is wrong; what would be right" in ERROR. */
bool assignments_parse(const char *text, size_t length, const char *path, assignment_taker *take,
                       void *context, struct error *error);

/* Reads SET, of an option --set, as a line. False with "--set ...: ..." in ERROR. */
bool assignment_set(struct assignment *assignment, const char *set, struct error *error);

/* Sets ERROR to "PATH:LINE:COLUMN: " or "--set NAME=VALUE: ", and what the format says is wrong; AT
 * is where in the line. Returns false. */
bool assignment_fault(const struct assignment *assignment, const char *at, struct error *error,
                      const char *format, ...) __attribute__((format(printf, 4, 5)));

/* The same of the LENGTH bytes at AT of the value, where the format says what is wrong with them:
 * "PATH:LINE:COLUMN: NAME = THESE BYTES ..." or "--set NAME=THESE BYTES ...". */
bool assignment_value_fault(const struct assignment *assignment, const char *at, size_t length,
                            struct error *error, const char *format, ...)
    __attribute__((format(printf, 5, 6)));

/* Reads the LENGTH bytes at AT of the value as a number. False with ERROR. */
bool assignment_number(const struct assignment *assignment, const char *at, size_t length,
                       double *value, struct error *error);

#endif
