/* Letters: mends a picture that gnuplot has drawn in letters, for a terminal. */
#ifndef BPWALK_LETTERS_H
#define BPWALK_LETTERS_H

#include "base/text.h"

/* Takes off the form feed that PAGE begins with, ends its last line, and widens lines with Chinese
 * in them, which gnuplot takes for wider than a terminal shows them. */
void letters_mend(struct text *page);

#endif
