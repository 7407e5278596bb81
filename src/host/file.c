/* File: see file.h. */
#include "host/file.h"

#include "base/memory.h"
#include "host/signals.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

bool file_write_all(int fd, const struct text *text) {
    size_t done = 0;
    while (done < text->length) {
        const ssize_t count = write(fd, text->bytes + done, text->length - done);
        if (count >= 0)
            done += (size_t)count;
        else if (errno != EINTR)
            return false;
    }
    return true;
}

bool file_source_open(struct file_source *source, const char *path, struct error *error) {
    *source = (struct file_source){.path = path, .fd = STDIN_FILENO};
    errno = ENOENT;
    if (path[0] == '\0')
        return error_set(error, "the name of a file is empty; that of a readable text is needed");
    if (strcmp(path, "-") != 0)
        source->fd = open(path, O_RDONLY | O_CLOEXEC);
    return source->fd >= 0 ||
           error_set(error, "%s: cannot be opened: %s; the name of a readable text file is needed",
                     path, message(strerror(errno)));
}

void file_source_close(struct file_source *source) {
    text_free(&source->ahead);
    if (source->fd != STDIN_FILENO)
        close(source->fd);
}

/* Appends what one reading gives. */
static bool read_some(struct file_source *source, struct text *text, struct error *error) {
    char chunk[16384];
    const ssize_t count = read(source->fd, chunk, sizeof chunk);
    if (count > 0)
        text_add(text, chunk, (size_t)count);
    source->has_ended = count == 0;
    if (count >= 0 || errno == EINTR)
        return true;
    return source->fd == STDIN_FILENO
               ? error_set(error, "standard input: cannot be read: %s; a readable text is needed",
                           message(strerror(errno)))
               : error_set(error,
                           "%s: cannot be read: %s; the name of a readable text file is needed",
                           source->path, message(strerror(errno)));
}

bool file_source_lines(struct file_source *source, struct text *text, struct error *error) {
    enum { ENOUGH = 100000 };
    const size_t before = text->length;
    const char *end = NULL;
    text_add(text, source->ahead.bytes != NULL ? source->ahead.bytes : "", source->ahead.length);
    text_cut(&source->ahead, 0);
    while (!source->has_ended && (text->length - before < ENOUGH || end == NULL)) {
        if (!read_some(source, text, error))
            return false;
        end = memrchr(text->bytes + before, '\n', text->length - before);
    }
    if (!source->has_ended) {
        const size_t whole = (size_t)(end + 1 - text->bytes);
        text_add(&source->ahead, end + 1, text->length - whole);
        text_cut(text, whole);
    }
    return true;
}

bool file_read(struct text *text, const char *path, struct error *error) {
    struct file_source source;
    if (!file_source_open(&source, path, error))
        return false;
    bool good = true;
    while (good && !source.has_ended)
        good = read_some(&source, text, error);
    const int why = errno;
    file_source_close(&source);
    errno = why;
    return good;
}

static bool write_failed(const char *path, int why, struct error *error) {
    if (why == EPIPE) {
        error->line[0] = '\0';
        return false;
    }
    return error_set(error, "%s: cannot be written: %s; a place that can be written to is needed",
                     path, message(strerror(why)));
}

static void remove_unfinished(void *stream) {
    struct error ignored;
    file_stream_close(stream, false, &ignored);
}

static bool open_aside(struct file_stream *stream, mode_t mode, struct error *error) {
    const size_t room = strlen(stream->target) + sizeof ".XXXXXX";
    stream->aside = memory_take(room);
    snprintf(stream->aside, room, "%s.XXXXXX", stream->target);
    stream->signals = signals_hold();
    stream->fd = mkstemp(stream->aside);
    if (stream->fd >= 0 && fchmod(stream->fd, mode) == 0) {
        memory_before_stop(remove_unfinished, stream);
        return true;
    }
    const int why = errno;
    if (stream->fd >= 0) {
        close(stream->fd);
        unlink(stream->aside);
    }
    signals_release(&stream->signals);
    return write_failed(stream->path, why, error);
}

static bool open_stream(struct file_stream *stream, struct error *error) {
    struct stat old;
    if (stat(stream->path, &old) != 0) {
        const int why = errno;
        if (why != ENOENT || lstat(stream->path, &old) == 0) /* a link that leads nowhere */
            return write_failed(stream->path, why, error);
        const mode_t mask = umask(0);
        umask(mask);
        stream->target = memory_copy(stream->path);
        return open_aside(stream, 0666 & ~mask, error);
    }
    if (S_ISREG(old.st_mode)) {
        stream->target = realpath(stream->path, NULL);
        if (stream->target == NULL)
            return write_failed(stream->path, errno, error); /* GCOVR_EXCL_LINE: stat found it */
        return open_aside(stream, old.st_mode & 07777, error);
    }
    stream->fd = open(stream->path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
    return stream->fd >= 0 || write_failed(stream->path, errno, error);
}

static void forget(struct file_stream *stream) {
    free(stream->target);
    free(stream->aside);
    *stream = (struct file_stream){0};
}

bool file_stream_open(struct file_stream *stream, const char *path, struct error *error) {
    *stream = (struct file_stream){.path = path, .fd = STDOUT_FILENO};
    if (path == NULL || strcmp(path, "-") == 0 || strcmp(path, "/dev/stdout") == 0) {
        stream->path = message("standard output");
        return true;
    }
    if (open_stream(stream, error))
        return true;
    forget(stream);
    return false;
}

bool file_stream_add(struct file_stream *stream, const struct text *text, struct error *error) {
    if (stream->aside != NULL && signals_wait(error))
        return false; /* GCOVR_EXCL_LINE: tests/faults; a signal leaves no counts */
    return file_write_all(stream->fd, text) || write_failed(stream->path, errno, error);
}

bool file_stream_close(struct file_stream *stream, bool keep, struct error *error) {
    int why = 0;
    if (stream->fd != STDOUT_FILENO && close(stream->fd) != 0)
        why = errno;
    if (stream->aside != NULL && keep && why == 0 && rename(stream->aside, stream->target) != 0)
        why = errno;
    if (stream->aside != NULL && (!keep || why != 0))
        unlink(stream->aside);
    const bool done = !keep || why == 0 || write_failed(stream->path, why, error);
    if (stream->aside != NULL) {
        memory_before_stop(NULL, NULL);
        signals_release(&stream->signals);
    }
    forget(stream);
    return done;
}

bool file_write(const struct text *text, const char *path, struct error *error) {
    struct file_stream stream;
    struct error ignored;
    if (!file_stream_open(&stream, path, error))
        return false;
    if (file_stream_add(&stream, text, error))
        return file_stream_close(&stream, true, error);
    file_stream_close(&stream, false, &ignored);
    return false;
}
