/* Failing calls: see failing_calls.h. */
#include "failing_calls.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What --wrap makes of the calls: the program's go to __wrap_, and __real_ is the system's. */
#define WRAPPED(result, name, ...)                                                                 \
    result __real_##name(__VA_ARGS__);                                                             \
    result __wrap_##name(__VA_ARGS__)

/* On purpose the same in every call of the process: none is told which it is. */
static const struct fault *planned;
static bool *has_happened;
static long count_so_far;

/* What the compiler's own counters and sanitizers do when the program has ended is no concern. */
static void end(void) {
    planned = NULL;
}

void fail_calls(const struct fault *fault, bool *happened) {
    planned = fault;
    has_happened = happened;
    atexit(end);
}

int __real_open(const char *path, int flags, ...);
int __wrap_open(const char *path, int flags, ...);
int __real_openat(int directory, const char *path, int flags, ...);
int __wrap_openat(int directory, const char *path, int flags, ...);

/* Whether this call is the one, or, if AND_LATER, comes after it. */
static bool is_due(const char *call, bool and_later) {
    if (planned == NULL || planned->call == NULL || strcmp(planned->call, call) != 0)
        return false;
    count_so_far++;
    if (count_so_far == planned->at)
        *has_happened = true;
    return count_so_far == planned->at || (and_later && count_so_far > planned->at);
}

static bool fails(const char *call, int why) {
    const bool due = is_due(call, false);
    if (due)
        errno = why;
    return due;
}

WRAPPED(void *, malloc, size_t size) {
    return fails("malloc", ENOMEM) ? NULL : __real_malloc(size);
}

WRAPPED(void *, calloc, size_t count, size_t size) {
    return fails("malloc", ENOMEM) ? NULL : __real_calloc(count, size);
}

WRAPPED(void *, realloc, void *old, size_t size) {
    return fails("malloc", ENOMEM) ? NULL : __real_realloc(old, size);
}

static ssize_t write_with_signal(int fd, const void *bytes, size_t count, int number,
                                 ssize_t (*write_it)(int, const void *, size_t)) {
    const ssize_t half = write_it(fd, bytes, count / 2);
    raise(number);
    return half;
}

WRAPPED(void *, aligned_alloc, size_t alignment, size_t size) {
    return fails("malloc", ENOMEM) ? NULL : __real_aligned_alloc(alignment, size);
}

WRAPPED(ssize_t, write, int fd, const void *bytes, size_t count) {
    if (fails("interrupt", EINTR))
        return -1;
    if (!is_due("write", planned != NULL && planned->signal == 0))
        return __real_write(fd, bytes, count);
    if (planned->signal != 0)
        return write_with_signal(fd, bytes, count, planned->signal, __real_write);
    if (planned->bytes > 0 && count_so_far == planned->at)
        return __real_write(fd, bytes, planned->bytes < count ? planned->bytes : count);
    errno = ENOSPC;
    return -1;
}

/* As Linux does, it closes all the same. */
WRAPPED(int, close, int fd) {
    const bool fail = is_due("close", false);
    const int result = __real_close(fd);
    if (fail)
        errno = EIO;
    return fail ? -1 : result;
}

WRAPPED(int, rename, const char *from, const char *to) {
    return fails("rename", EIO) ? -1 : __real_rename(from, to);
}

WRAPPED(int, renameat, int from_directory, const char *from, int to_directory, const char *to) {
    return fails("rename", EIO) ? -1 : __real_renameat(from_directory, from, to_directory, to);
}

WRAPPED(int, mkstemp, char *template) {
    return fails("create", EACCES) ? -1 : __real_mkstemp(template);
}

WRAPPED(char *, mkdtemp, char *template) {
    return fails("create", EACCES) ? NULL : __real_mkdtemp(template);
}

WRAPPED(int, mkdir, const char *path, mode_t mode) {
    return fails("create", EACCES) ? -1 : __real_mkdir(path, mode);
}

WRAPPED(int, fchmod, int fd, mode_t mode) {
    return fails("mode", EPERM) ? -1 : __real_fchmod(fd, mode);
}

WRAPPED(ssize_t, read, int fd, void *bytes, size_t count) {
    return fails("read", EIO) || fails("interrupt", EINTR) ? -1 : __real_read(fd, bytes, count);
}

WRAPPED(DIR *, opendir, const char *path) {
    return fails("opendir", EMFILE) ? NULL : __real_opendir(path);
}

static mode_t mode_of(int flags, va_list args) {
    return (flags & O_CREAT) != 0 ? va_arg(args, mode_t) : 0;
}

int __wrap_open(const char *path, int flags, ...) {
    va_list args;
    va_start(args, flags);
    const mode_t mode = mode_of(flags, args);
    va_end(args);
    return fails("open", EMFILE) ? -1 : __real_open(path, flags, mode);
}

int __wrap_openat(int directory, const char *path, int flags, ...) {
    va_list args;
    va_start(args, flags);
    const mode_t mode = mode_of(flags, args);
    va_end(args);
    return fails("open", EMFILE) ? -1 : __real_openat(directory, path, flags, mode);
}
