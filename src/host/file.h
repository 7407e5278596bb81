/* File: whole files in, whole files out. */
#ifndef BPWALK_FILE_H
#define BPWALK_FILE_H

#include "base/error.h"
#include "base/text.h"
#include "host/signals.h"

/* Appends the file's bytes to TEXT; PATH "-" is standard input. False with "PATH: ..." in ERROR,
 * or that PATH is empty, and with errno set. */
bool file_read(struct text *text, const char *path, struct error *error);

/* A file that is read in parts, each of whole lines. */
struct file_source {
    const char *path;
    int fd;
    struct text ahead; /* the beginning of a line, read with those before it */
    bool has_ended;    /* nothing follows */
};

/* As file_read has it. One that was opened is closed with file_source_close. */
bool file_source_open(struct file_source *source, const char *path, struct error *error);
void file_source_close(struct file_source *source);

/* Appends the next lines to TEXT, some 100,000 bytes of them and one line at least; the last of the
 * file may lack its end. */
bool file_source_lines(struct file_source *source, struct text *text, struct error *error);

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
