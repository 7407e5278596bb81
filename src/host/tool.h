/* Tool: runs another program. Input, output and messages go through nameless temporary files, so
 * that neither side ever waits for the other. */
#ifndef BPWALK_TOOL_H
#define BPWALK_TOOL_H

#include "base/error.h"
#include "base/text.h"

#include <stdio.h>

enum { TOOL_INPUT, TOOL_OUTPUT, TOOL_MESSAGES, TOOL_STREAMS };

struct tool {
    const char *name; /* of the program */
    FILE *stream[TOOL_STREAMS];
    int status; /* as of waitpid */
};

/* Whether PATH has a program of this name. */
bool tool_is_here(const char *name);

/* Runs ARGUMENTS[0], which is looked for in PATH, with ARGUMENTS, up to a NULL, on INPUT, and waits
 * for its end. Signals that wait here have their effect on it. False with a line in ERROR where
 * there is none, then NEEDED says what to do, or where it cannot be run. tool_told is called either
 * way. Takes no memory of base/memory. */
bool tool_run(struct tool *tool, char *const arguments[], const struct text *input,
              const char *needed, struct error *error);

/* Appends what a tool that was run wrote to OUTPUT, and what it said beside it to SAID, as one
 * line. False with a line in ERROR where it failed: in its own words, if it had some. RAN is what
 * tool_run gave; where that is false, ERROR is left as it is. */
bool tool_told(struct tool *tool, bool ran, struct text *output, struct text *said,
               struct error *error);

#endif
