/* Wait, for a page: there is nothing to wait for. */
#ifndef BPWALK_WASI_SYS_WAIT_H
#define BPWALK_WASI_SYS_WAIT_H

#include <errno.h>
#include <sys/types.h>

static inline pid_t waitpid(pid_t pid, int *status, int options) {
    (void)pid, (void)status, (void)options;
    errno = ECHILD;
    return -1;
}
#define WIFSIGNALED(status) ((void)(status), 0)
#define WTERMSIG(status)    0
#define WEXITSTATUS(status) (status)

#endif
