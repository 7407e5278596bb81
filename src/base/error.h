/* Error: one line for a person, "WHERE: what is wrong; what would be right". A function that can
 * fail takes a struct error last and returns false or NULL; the command prints the line behind
 * "bpwalk: " and ends with status 2. */
#ifndef BPWALK_ERROR_H
#define BPWALK_ERROR_H

#include <stdbool.h>
#include <stddef.h>

struct error {
    char line[1024];
};

/* ENGLISH, a sentence or a format of one, in the language of the reader. Defined where the
 * sentences are, in prose/message.c, for this room knows none. */
const char *message(const char *english) __attribute__((format_arg(1)));

/* Puts the line together, by `message` of the format; one too long has "..." for its middle.
 * Control characters in it (a user's bytes may stand in it) become '?', so that it stays one line.
 * Returns false, so that a caller can return it on. */
bool error_set(struct error *error, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* A user's word as a line can quote it: at most 40 characters, "..." behind a longer one. */
struct quote {
    char text[64];
};
struct quote quote(const char *word, size_t length);

#endif
