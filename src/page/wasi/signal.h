/* Signal, for a page: it has none. What host/ and plot/ ask for is there, and does nothing. */
#ifndef BPWALK_WASI_SIGNAL_H
#define BPWALK_WASI_SIGNAL_H

#include <__typedef_sigset_t.h>

typedef int sig_atomic_t;
struct sigaction {
    void (*sa_handler)(int);
    sigset_t sa_mask;
    int sa_flags;
};

enum {
    SIGHUP = 1,
    SIGINT = 2,
    SIGQUIT = 3,
    SIGPIPE = 13,
    SIGTERM = 15,
    SIGCHLD = 17,
    SIGXFSZ = 25
};
enum { SIG_BLOCK, SIG_UNBLOCK, SIG_SETMASK };
#define SA_RESETHAND 0
#define SIG_DFL      ((void (*)(int))0)
#define SIG_IGN      ((void (*)(int))1)

static inline int sigemptyset(sigset_t *set) {
    *set = 0;
    return 0;
}
static inline int sigaddset(sigset_t *set, int signal) {
    (void)set, (void)signal;
    return 0;
}
static inline int sigismember(const sigset_t *set, int signal) {
    (void)set, (void)signal;
    return 0;
}
static inline int sigpending(sigset_t *set) {
    return sigemptyset(set);
}
static inline int sigprocmask(int how, const sigset_t *set, sigset_t *before) {
    (void)how, (void)set;
    return before != 0 ? sigemptyset(before) : 0;
}
static inline int sigaction(int signal, const struct sigaction *action, struct sigaction *before) {
    (void)signal, (void)action;
    if (before != 0)
        before->sa_handler = SIG_DFL;
    return 0;
}
static inline void (*signal(int number, void (*handler)(int)))(int) {
    (void)number, (void)handler;
    return SIG_DFL;
}

#endif
