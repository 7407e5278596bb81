/* Moodle: a handout as a question bank in Moodle's XML. Blanks are numerical, with a tolerance that
 * is what rounding on the way can do, and the answers of known slips without points and with what
 * they are; the general feedback is the solution. */
#ifndef BPWALK_MOODLE_H
#define BPWALK_MOODLE_H

#include "sheet/handout.h"

/* Writes it to the handout's output, a variant at a time. False with ERROR, and no file is left. */
bool moodle_make(const struct handout *handout, struct error *error);

#endif
