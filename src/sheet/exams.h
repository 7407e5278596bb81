/* Exams: the questions of a bank as exercises of R/exams, a directory of .Rmd files: one for each
 * quantity and variant, QUANTITY-VARIANT.Rmd behind its place on the sheet. */
#ifndef BPWALK_EXAMS_H
#define BPWALK_EXAMS_H

#include "sheet/handout.h"

/* Makes the directory `output`. False with ERROR, and nothing is left behind. */
bool exams_make(const struct handout *handout, struct error *error);

#endif
