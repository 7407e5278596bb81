/* Signals: those that ask the program to end (SIGHUP, SIGINT, SIGQUIT, SIGTERM) wait while a file
 * is between its first byte and its place, so that none is left half written. */
#ifndef BPWALK_SIGNALS_H
#define BPWALK_SIGNALS_H

#include "base/error.h"

#include <signal.h>
#include <stdbool.h>

struct signals {
    sigset_t before;
};

/* From the first to the second of these, they wait; then what came has its effect. */
struct signals signals_hold(void);
void signals_release(const struct signals *signals);

/* Whether one waits that will end the program: what takes long gives up then, and there is nothing
 * to be said; ERROR has an empty line. */
bool signals_wait(struct error *error);

#endif
