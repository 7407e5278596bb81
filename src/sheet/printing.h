/* Printing: what stands on the sheets of a handout, in its key and in the files beside them, each
 * put together on one page of text. Which files there are is left to sheet/handout. */
#ifndef BPWALK_PRINTING_H
#define BPWALK_PRINTING_H

#include "sheet/variant.h"

struct printing {
    const struct handout *handout;
    struct variant variant;  /* of the sheet that is printed */
    struct text page;        /* what is written next */
    struct text label;       /* which sheet, or sheets, it is */
    struct text whole;       /* where PDF is made: of a document in parts, what is there of it */
    struct text lines;       /* of an exercise without numbers; empty until they are made */
    unsigned char *sections; /* of the exercise's steps, the same in every variant; or NULL */
};

/* Each makes the page anew. Sheet SHEET, from 0, in the place INDEX of its document, which begins
 * with the first. False with ERROR where it has no numbers. */
bool printing_sheet(struct printing *printing, size_t sheet, size_t index, struct error *error);

/* What follows is of the sheet that was printed last. Of the key to many sheets the beginning, and
 * a variant: whose it is, its numbers, its values. */
void printing_key_start(struct printing *printing);
void printing_key(struct printing *printing, size_t variant);

/* Beside a sheet: its numbers, as a file for --example, with the decimals and the names that the
 * sheet asks for, and a form for its answers. Its row of the table of all answers, with the head
 * above the first. */
void printing_numbers(struct printing *printing, size_t sheet);
void printing_form(struct printing *printing, size_t sheet);
void printing_answers(struct printing *printing, size_t sheet);

void printing_free(struct printing *printing);

#endif
