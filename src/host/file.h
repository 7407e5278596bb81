/* File: whole files in, whole files out. */
#ifndef BPWALK_FILE_H
#define BPWALK_FILE_H

#include "base/error.h"
#include "base/text.h"
#include "host/signals.h"

/* Appends the file's bytes to TEXT; PATH "-" is standard input. False with "PATH: ..." in ERROR. */
bool file_read(struct text *text, const char *path, struct error *error);

/* All of TEXT goes to an open file, whatever interrupts. False with errno set. */
bool file_write_all(int fd, const struct text *text);

/* A file that is written in parts, whole or not at all: aside, and renamed when it is closed. What
 * cannot be replaced (standard output, a device, a pipe) is written to as it is. */
struct file_stream {
    const char *path;     /* for messages */
    char *target, *aside; /* NULL where it is written straight */
    int fd;
    struct signals signals; /* held while there is a file aside */
};

/* PATH NULL or "-" is standard output. False with "PATH: ..." in ERROR. */
bool file_stream_open(struct file_stream *stream, const char *path, struct error *error);

/* False with an empty line in ERROR where a signal waits to end the program, which it does when the
 * stream is closed. */
bool file_stream_add(struct file_stream *stream, const struct text *text, struct error *error);

/* Closes an opened one: KEEP puts it in its place, else nothing is left of it. */
bool file_stream_close(struct file_stream *stream, bool keep, struct error *error);

/* Writes TEXT to PATH, or to standard output where PATH is NULL or "-". A regular file is written
 * aside and renamed, so the old one is whole until the new one is, and keeps its permissions; a
 * link keeps pointing to it. A closed pipe is no error to speak of: false with an empty line.
 * Otherwise false with "PATH: ..." in ERROR. */
bool file_write(const struct text *text, const char *path, struct error *error);

#endif
