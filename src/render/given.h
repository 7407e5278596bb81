/* Given: the numbers that a walk is given, as a paragraph. */
#ifndef BPWALK_GIVEN_H
#define BPWALK_GIVEN_H

#include "render/lines.h"
#include "trace/trace.h"

/* `name = value` for each number given, as typed, as many on a line as fit, from INDENT on. */
void given_numbers(struct lines *lines, const struct trace *trace, size_t indent);

#endif
