/* Moodle: a handout as a question bank in Moodle's XML: a category a variant, in it a cloze
 * question a section of the walk, with a numerical blank a value. */
#ifndef BPWALK_MOODLE_H
#define BPWALK_MOODLE_H

#include "sheet/handout.h"

/* Writes it to the handout's output, a variant at a time. False with ERROR, and no file is left. */
bool moodle_make(const struct handout *handout, struct error *error);

#endif
