/* Random example: a network with its numbers, of every kind that the example language has, by the
 * number of a row: the same on every machine. */
#ifndef BPWALK_RANDOM_EXAMPLE_H
#define BPWALK_RANDOM_EXAMPLE_H

#include "base/text.h"

/* Appends example ROW in the example language. Row 0 is the article's; of the others
 *
 *     2 of 5    the article's network with other numbers, some with several iterations to walk
 *     1 of 100  large: 9-60-3, 2-4-3-2-2, 20-10-5, 64-1, 1-64, eight layers
 *     else      1 to 4 layers of 1 to 4, of every activation, loss, kind of biases, update,
 *               reduction, 1 to 4 samples, with some names frozen
 *
 * and numbers of 1 to 6 decimals or 17 digits, of size 1 to 300, or of few values (0, halves,
 * tenths), so that there are ties; tiny ones; one in 17 has sums that are 0, where a ReLU has its
 * kink; one in eleven has a number of up to 10^24 or 10^307. */
void random_example(struct text *out, unsigned row);

/* How many iterations of it are to be walked: 1 to 3, of one in 100 so many; and with how many
 * decimals, mostly 10. */
enum { RANDOM_ITERATIONS = 30 };
unsigned random_example_iterations(unsigned row);
int random_example_decimals(unsigned row);

#endif
