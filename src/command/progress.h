/* Progress: a bar on stderr while a training runs, and Ctrl-C, which ends the training and not the
 * program. */
#ifndef BPWALK_PROGRESS_H
#define BPWALK_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>

struct progress {
    const char *name;      /* of what is trained */
    size_t total;          /* iterations */
    bool is_shown;         /* stderr is a terminal */
    double started, drawn; /* seconds on a clock of its own */
};

/* From now on Ctrl-C is noted; a second one ends the program as usual. */
void progress_catch_interrupt(void);
bool progress_interrupted(void);

void progress_start(struct progress *progress, const char *name, size_t total);

/* For struct training: CONTEXT is the progress, DONE the iterations done. False after Ctrl-C. */
bool progress_report(void *context, size_t done);

/* Takes the bar away. */
void progress_end(struct progress *progress);

#endif
