/* Nearest: which of several known words a word that is none of them was probably meant to be. */
#ifndef BPWALK_NEAREST_H
#define BPWALK_NEAREST_H

#include <stddef.h>

enum { NEAREST_ROOM = 32 };

/* Start with {.word = ..., .length = ...}. */
struct nearest {
    const char *word;
    size_t length;
    char found[NEAREST_ROOM]; /* of the words tried the nearest, the first of them; "" at first */
    size_t distance;          /* letters to insert, drop, replace or swap with the next one */
};

/* Words are compared up to NEAREST_ROOM - 1 bytes. */
void nearest_try(struct nearest *nearest, const char *known);

#endif
