/* Hand in: a name and a value that stand in an answer file, put into its check, whatever they are.
 * Where they stand is left to the readers of lines, tables and JSON. */
#ifndef BPWALK_HAND_IN_H
#define BPWALK_HAND_IN_H

#include "mark/answer_file.h"
#include "mark/typed.h"

/* VALUE, as it is typed, of NAME, both in plain characters: a number; an expression; working with
 * equals signs, of which the last value counts and the others are checked; the numbers of a matrix
 * or of a layer in brackets. What cannot be read is put to what is unread. */
void hand_in_value(struct answer_file *file, size_t line, struct span name, struct span value);

/* What is handed in from here on is of iteration NUMBER, from 1: one that is not marked is unread.
 */
void hand_in_iteration(struct answer_file *file, size_t number);

/* Which iteration TEXT is the heading of, "## Iteration 2:", "第 2 次迭代"; where IS_BARE a number
 * alone is one, too. 0 where it is of none. */
size_t hand_in_iteration_of(struct span text, bool is_bare);

/* Puts it to what is unread. */
void hand_in_unread(struct answer_file *file, size_t line, struct span name, struct span value,
                    const char *reason);

/* Whether NETWORK is the widths of the file's, "2-2-2". */
bool hand_in_is_of_network(const struct answer_file *file, struct span network);

#endif
