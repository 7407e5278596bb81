/* Faults: linked into a bpwalk of its own (tests/faulty_bpwalk, by the linker's --wrap), it makes
 * one call of the system fail. The environment says which:
 *
 *     FAULT_CALL=write FAULT_AT=2     the second write fails, and all that come after it
 *     FAULT_BYTES=100                 but first it writes 100 bytes
 *     FAULT_SIGNAL=15                 it does not fail; half way the process gets signal 15
 *     FAULT_LOG=FILE                  FILE is made when it happens
 *
 * Calls are malloc (with its kin), write, close, rename, open, create (mkstemp, mkdtemp,
 * mkdir), mode (fchmod), read, opendir. What should happen then is left to tests/faults.sh. */
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

/* On purpose the same in every call of the process. */
static long happened;
static bool is_over;

/* What the compiler's own counters and sanitizers do when the program has ended is no concern. */
static void end(void) {
    is_over = true;
}

__attribute__((constructor)) static void start(void) {
    atexit(end);
}

int __real_open(const char *path, int flags, ...);
int __wrap_open(const char *path, int flags, ...);
int __real_openat(int directory, const char *path, int flags, ...);
int __wrap_openat(int directory, const char *path, int flags, ...);

static void log_it(void) {
    const char *log = getenv("FAULT_LOG");
    if (log != NULL)
        (void)!creat(log, 0600);
}

/* Whether this call is the one, or, if AND_LATER, comes after it. */
static bool is_due(const char *call, bool and_later) {
    const char *wanted = getenv("FAULT_CALL"), *at = getenv("FAULT_AT");
    if (is_over || wanted == NULL || at == NULL || strcmp(wanted, call) != 0)
        return false;
    happened++;
    if (happened == atol(at))
        log_it();
    return happened == atol(at) || (and_later && happened > atol(at));
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
    const char *first = getenv("FAULT_BYTES"), *number = getenv("FAULT_SIGNAL");
    if (!is_due("write", number == NULL))
        return __real_write(fd, bytes, count);
    if (number != NULL)
        return write_with_signal(fd, bytes, count, atoi(number), __real_write);
    if (first != NULL && happened == atol(getenv("FAULT_AT")) && atol(first) > 0)
        return __real_write(fd, bytes, (size_t)atol(first) < count ? (size_t)atol(first) : count);
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
    return fails("read", EIO) ? -1 : __real_read(fd, bytes, count);
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
