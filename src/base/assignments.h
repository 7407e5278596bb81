/* Assignments: files of `name = value` lines, with # to the end of the line as comment. Which names
 * there are is left to the reader of the file. */
#ifndef BPWALK_ASSIGNMENTS_H
#define BPWALK_ASSIGNMENTS_H

#include "base/error.h"

#include <stddef.h>

struct assignment {
    const char *name; /* a C identifier, not NUL-terminated */
    size_t name_length;
    const char *typed; /* the value as typed, not NUL-terminated */
    size_t typed_length;
    double value;
    const char *path; /* where: PATH:LINE, the name from column NAME_COLUMN on */
    size_t line, name_column;
};

/* Takes one assignment; false with ERROR set stops the reading. */
typedef bool assignment_taker(void *context, const struct assignment *assignment,
                              struct error *error);

/* Reads LENGTH bytes at TEXT, read from PATH, line by line into TAKE. False at the first fault,
 * with "PATH:LINE:COLUMN: what is wrong; what would be right" in ERROR. */
bool assignments_parse(const char *text, size_t length, const char *path, assignment_taker *take,
                       void *context, struct error *error);

#endif
