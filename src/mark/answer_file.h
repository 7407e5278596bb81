/* Answer file: what a student hands in, `name = value` lines, read into the checks of the walks
 * that have the names. */
#ifndef BPWALK_ANSWER_FILE_H
#define BPWALK_ANSWER_FILE_H

#include "mark/check.h"

/* Reads the file at PATH ("-": standard input). A name belongs to the first of the COUNT checks
 * whose walk has it. What was handed in before stays. False with "PATH:LINE:COLUMN: ..." in ERROR:
 * a line that is none, a name that no walk has, a name twice. */
bool answer_file_read(struct check *const checks[], size_t count, const char *path,
                      struct error *error);

#endif
