/* Failing calls: the linker's --wrap puts them before the system's in tests/faults, and one of them
 * fails on request. What should happen then is left to tests/faults.c. */
#ifndef BPWALK_FAILING_CALLS_H
#define BPWALK_FAILING_CALLS_H

#include <stdbool.h>
#include <stddef.h>

/* CALL is malloc (with its kin), write, close, rename, open, create (mkstemp, mkdtemp, mkdir), mode
 * (fchmod), read, opendir, or interrupt: a write or read that a signal interrupts before it did
 * anything; NULL fails never. A write that fails is the last that may succeed: all that come after
 * it fail too. */
struct fault {
    const char *call;
    long at;      /* which of these calls, from 1 */
    size_t bytes; /* a write first writes so many */
    int signal;   /* unless 0, it does not fail; half way the process gets this signal */
};

/* From here to the end of the process the calls fail as FAULT, which stays the caller's, says;
 * *HAPPENED is set when the call is reached. */
void fail_calls(const struct fault *fault, bool *happened);

#endif
