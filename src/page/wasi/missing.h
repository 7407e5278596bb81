/* Missing: what stdio.h, stdlib.h, sys/stat.h of wasi-libc do not declare. */
#ifndef BPWALK_WASI_MISSING_H
#define BPWALK_WASI_MISSING_H

#include <stdio.h>
#include <sys/types.h>

int mkstemp(char *path);
char *mkdtemp(char *path);
int fchmod(int fd, mode_t mode);
mode_t umask(mode_t mask);
char *realpath(const char *path, char *resolved);

#endif
