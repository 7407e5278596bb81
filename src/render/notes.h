/* Notes: what stands beside a step in words, the same in every format: how its value compares with
 * what the article printed, where a slip parts its forms, how the printed values fared in all. */
#ifndef BPWALK_NOTES_H
#define BPWALK_NOTES_H

#include "prose/prose.h"
#include "walk/reading.h"

/* Each appends to OUT; DIGITS are the decimals of a number in it. */
void note_verdict(struct text *out, const struct step *step, enum language language);
void note_slip_made(struct text *out, const struct step *step, enum language language);

/* A form that a slip has parted from its step says what it is worth; of a step that states a name,
 * what the walk goes on with. */
void note_difference(struct text *out, const struct step *step, struct form *form,
                     struct trace *trace, int digits, enum language language);
void note_goes_on_with(struct text *out, const struct step *step, struct trace *trace, int digits,
                       enum language language);

/* The title of a walk, with its reading where it has two. */
void note_title(struct text *out, const struct walk *walk, enum language language);

/* The same of a part, which may go on where another left off. */
void note_part_title(struct text *out, const struct walk_part *part, enum language language);

/* "The update takes E_total from ... to ...", of a walk that has an error. */
void note_error(struct text *out, struct walk *walk, int digits, enum language language);

/* "24 printed values: 6 as printed, ..."; nothing where none was compared. */
void note_printed_values(struct text *out, const struct trace *trace, enum language language);

#endif
