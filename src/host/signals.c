/* Signals: see signals.h. */
#include "host/signals.h"

#include <stddef.h>

static const int ending[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM};
enum { ENDING_COUNT = sizeof ending / sizeof *ending };

struct signals signals_hold(void) {
    struct signals signals;
    sigset_t held;
    sigemptyset(&held);
    for (size_t i = 0; i < ENDING_COUNT; i++)
        sigaddset(&held, ending[i]);
    sigprocmask(SIG_BLOCK, &held, &signals.before);
    return signals;
}

void signals_release(const struct signals *signals) {
    sigprocmask(SIG_SETMASK, &signals->before, NULL);
}

static bool is_deadly(int number) {
    struct sigaction action;
    sigaction(number, NULL, &action);
    return action.sa_handler == SIG_DFL;
}

bool signals_wait(struct error *error) {
    sigset_t waiting;
    sigpending(&waiting);
    for (size_t i = 0; i < ENDING_COUNT; i++)
        if (sigismember(&waiting, ending[i]) == 1 && /* GCOVR_EXCL_BR_LINE: as below */
            is_deadly(ending[i])) {
            /* GCOVR_EXCL_START: tests/faults; a signal leaves no counts */
            error->line[0] = '\0';
            return true;
            /* GCOVR_EXCL_STOP */
        }
    return false;
}
