/* Missing: a page writes no files; whoever asks for one is told so. */
#include "page/wasi/missing.h"

#include <errno.h>
#include <stddef.h>

int mkstemp(char *path) {
    (void)path;
    errno = ENOSYS;
    return -1;
}

char *mkdtemp(char *path) {
    (void)path;
    errno = ENOSYS;
    return NULL;
}

int fchmod(int fd, mode_t mode) {
    (void)fd, (void)mode;
    errno = ENOSYS;
    return -1;
}

mode_t umask(mode_t mask) {
    (void)mask;
    return 022;
}

char *realpath(const char *path, char *resolved) {
    (void)path, (void)resolved;
    errno = ENOSYS;
    return NULL;
}

FILE *tmpfile(void) {
    errno = ENOSYS;
    return NULL;
}
