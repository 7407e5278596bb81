/* File: see file.h. */
#include "base/file.h"

#include "base/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool read_all(struct text *text, int fd) {
    char chunk[16384];
    for (;;) {
        const ssize_t count = read(fd, chunk, sizeof chunk);
        if (count == 0)
            return true;
        if (count > 0)
            text_add(text, chunk, (size_t)count);
        else if (errno != EINTR)
            return false;
    }
}

static bool write_all(const struct text *text, int fd) {
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

bool file_read(struct text *text, const char *path, struct error *error) {
    if (strcmp(path, "-") == 0)
        return read_all(text, STDIN_FILENO) ||
               error_set(error, "standard input: cannot be read: %s", strerror(errno));
    const int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return error_set(error,
                         "%s: cannot be opened: %s; the name of a readable text file is needed",
                         path, strerror(errno));
    const bool done = read_all(text, fd);
    const int why = errno;
    close(fd);
    return done ||
           error_set(error, "%s: cannot be read: %s; the name of a readable text file is needed",
                     path, strerror(why));
}

static bool write_failed(const char *path, int why, struct error *error) {
    if (why == EPIPE) {
        error->line[0] = '\0';
        return false;
    }
    return error_set(error, "%s: cannot be written: %s; a place that can be written to is needed",
                     path, strerror(why));
}

/* Standard output, a device, a pipe: what cannot be replaced is written to as it is. */
static bool write_straight(const struct text *text, int fd, const char *path, struct error *error) {
    return write_all(text, fd) || write_failed(path, errno, error);
}

static bool write_aside(const struct text *text, const char *path, mode_t mode,
                        struct error *error) {
    const size_t room = strlen(path) + sizeof ".XXXXXX";
    char *aside = memory_take(room);
    snprintf(aside, room, "%s.XXXXXX", path);
    const int fd = mkstemp(aside);
    if (fd < 0) {
        const int why = errno;
        free(aside);
        return write_failed(path, why, error);
    }
    bool done = fchmod(fd, mode) == 0 && write_all(text, fd);
    int why = done ? 0 : errno;
    if (close(fd) != 0 && done) {
        done = false;
        why = errno;
    }
    if (done && rename(aside, path) != 0) {
        done = false;
        why = errno;
    }
    if (!done)
        unlink(aside);
    free(aside);
    return done || write_failed(path, why, error);
}

bool file_write(const struct text *text, const char *path, struct error *error) {
    if (path == NULL || strcmp(path, "-") == 0)
        return write_straight(text, STDOUT_FILENO, "standard output", error);
    struct stat old;
    if (stat(path, &old) != 0) {
        const mode_t mask = umask(0);
        umask(mask);
        return write_aside(text, path, 0666 & ~mask, error);
    }
    if (!S_ISREG(old.st_mode)) {
        const int fd = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
        if (fd < 0)
            return write_failed(path, errno, error);
        const bool done = write_straight(text, fd, path, error);
        return close(fd) == 0 ? done : done && write_failed(path, errno, error);
    }
    char *target = realpath(path, NULL);
    if (target == NULL)
        return write_failed(path, errno, error);
    const bool done = write_aside(text, target, old.st_mode & 07777, error);
    free(target);
    return done;
}
