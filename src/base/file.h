/* File: whole files in, whole files out. */
#ifndef BPWALK_FILE_H
#define BPWALK_FILE_H

#include "base/error.h"
#include "base/text.h"

/* Appends the file's bytes to TEXT; PATH "-" is standard input. False with "PATH: ..." in ERROR. */
bool file_read(struct text *text, const char *path, struct error *error);

/* Writes TEXT to PATH, or to standard output where PATH is NULL or "-". A regular file is written
 * aside and renamed, so the old one is whole until the new one is, and keeps its permissions; a
 * link keeps pointing to it. A closed pipe is no error to speak of: false with an empty line.
 * Otherwise false with "PATH: ..." in ERROR. */
bool file_write(const struct text *text, const char *path, struct error *error);

#endif
