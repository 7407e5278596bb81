/* Spawn, for a page: there is no other program. */
#ifndef BPWALK_WASI_SPAWN_H
#define BPWALK_WASI_SPAWN_H

#include <errno.h>
#include <signal.h>
#include <sys/types.h>

typedef int posix_spawn_file_actions_t, posix_spawnattr_t;
enum { POSIX_SPAWN_SETSIGMASK = 8 };

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
static inline int posix_spawnattr_init(int *attributes) {
    return *attributes = 0;
}
static inline int posix_spawnattr_setsigmask(int *attributes, const sigset_t *mask) {
    (void)attributes, (void)mask;
    return 0;
}
static inline int posix_spawnattr_setflags(int *attributes, short flags) {
    (void)attributes, (void)flags;
    return 0;
}
static inline int posix_spawnattr_destroy(int *attributes) {
    (void)attributes;
    return 0;
}
static inline int posix_spawnp(pid_t *pid, const char *name, const int *actions,
                               const void *attributes, char *const words[],
                               char *const environment[]) {
    (void)pid, (void)name, (void)actions, (void)attributes, (void)words, (void)environment;
    return ENOENT;
}

#endif
