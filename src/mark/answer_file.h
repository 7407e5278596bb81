/* Answer file: what a student or a program hands in, read into a check: `name = value` lines, a
 * table, JSON, matrices. Whatever a line holds, the others are read. */
#ifndef BPWALK_ANSWER_FILE_H
#define BPWALK_ANSWER_FILE_H

#include "example/shape.h"
#include "mark/check.h"
#include "walk/said.h"

/* What could not be read: where, of what, and why, a key of prose "unread.REASON":
 *
 *     line      it has no name and value       name       no name of the walk
 *     number    the value is none              empty      there is no value, or a ?
 *     comma     1,234 may be a thousand or not twice      it has another value elsewhere
 *     encoding  the line is no UTF-8           matrix     it has not as many numbers as the layer
 *     working   a part of the working is not what stands behind its =
 *     json      it is no JSON from here on
 *     binary    the file is no text
 *     iteration of an iteration that is not marked
 *     missing   it is asked for                  sheet    the sheet's numbers cannot be read
 *     numbers   the sheet's numbers are not there
 *     file      the file cannot be read: typed is why   nothing  nothing is in the file
 */
struct unread {
    size_t line;      /* 0: of the whole file */
    size_t iteration; /* from 1 */
    const char *name, *typed, *reason;
    const char *nearest; /* of a name: the walk's that is nearest, or "" */
};

struct answer_file {
    struct check *const *checks; /* one an iteration */
    size_t check_count;
    size_t iteration;    /* that what is read is of, from 1 */
    struct check *check; /* that it is handed in to */
    const struct shape *shape;
    const char *const
        *asked; /* the names to hand in, NULL at the end; NULL: as many as one likes */
    struct said said;

    struct unread *unread; /* of the file that was read last */
    size_t unread_count, unread_room;

    size_t *line_of; /* by iteration and quantity: where its value stood, or 0 */
    struct arena arena;
    struct columns_of_table *table; /* that the lines are rows of, or NULL */
};

/* CHECKS, of COUNT walks of SHAPE, each the one after the one before, and SHAPE outlive it. */
void answer_file_start(struct answer_file *file, struct check *const checks[], size_t count,
                       const struct shape *shape);
void answer_file_free(struct answer_file *file);

/* The reason of what is asked for and was not handed in. */
extern const char answer_file_reason_missing[];

/* Whether NAME is one of those to hand in; where there are none it is not. */
bool answer_file_asks(const struct answer_file *file, const char *name);

/* How much is asked for, and was not handed in. */
size_t answer_file_missing(const struct answer_file *file);

/* Withdraws what was handed in before, and reads the file at PATH ("-": standard input). False with
 * "PATH: ..." in ERROR where it cannot be opened or read; it is unread as a whole then. */
bool answer_file_read(struct answer_file *file, const char *path, struct error *error);

/* The same of LENGTH bytes. */
void answer_file_parse(struct answer_file *file, const char *bytes, size_t length);

/* Marks what was read, an iteration after the other: each from the weights and biases that he came
 * to in the one before. */
void answer_file_mark(struct answer_file *file);

/* Instead of reading one: it is unread as a whole, for REASON, of what is named WHAT ("": itself).
 */
void answer_file_refuse(struct answer_file *file, const char *reason, const char *what);

#endif
