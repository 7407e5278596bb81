/* Spawn, for a page: there is no other program. */
#ifndef BPWALK_WASI_SPAWN_H
#define BPWALK_WASI_SPAWN_H

#include <errno.h>
#include <sys/types.h>

typedef int posix_spawn_file_actions_t;

static inline int posix_spawn_file_actions_init(int *actions) {
    return *actions = 0;
}
static inline int posix_spawn_file_actions_adddup2(int *actions, int from, int to) {
    (void)actions, (void)from, (void)to;
    return 0;
}
static inline int posix_spawn_file_actions_destroy(int *actions) {
    (void)actions;
    return 0;
}
static inline int posix_spawnp(pid_t *pid, const char *name, const int *actions,
                               const void *attributes, char *const words[],
                               char *const environment[]) {
    (void)pid, (void)name, (void)actions, (void)attributes, (void)words, (void)environment;
    return ENOENT;
}

#endif
