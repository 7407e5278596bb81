/* Exercise: a short sheet: a head with all that is needed to solve it, then each quantity once, in
 * sections from the inputs to the new weights. How it looks is left to the formats. */
#ifndef BPWALK_EXERCISE_H
#define BPWALK_EXERCISE_H

#include "example/example.h"
#include "render/sheet.h"

enum section {
    SECTION_FORWARD,
    SECTION_ERROR,
    SECTION_ERROR_TERMS,
    SECTION_GRADIENTS,
    SECTION_UPDATE,
    SECTION_AGAIN, /* the second forward pass */
    SECTION_COUNT
};

struct exercise {
    const struct sheet *sheet; /* its shows.values say whether there is room or a value */
    bool is_form;              /* a line a quantity, with its value at the right; else steps */
    const struct example *example;
    struct walk *walk; /* told briefly */
    bool has_again, has_all; /* the second forward pass; whatever a step gives */
    const unsigned char *sections; /* by step of the walk; SECTION_COUNT of one not asked for */
};

/* The section of a step by what its name is. */
enum section section_of(const struct shape *shape, const struct step *step);

/* The key of prose of what stands above it. */
const char *section_key(enum section section);

/* Finds what the exercise, with all else set, asks for: what gives a name its value, one that the
 * example asks for, in an equation that the sheet selects, and unless it has all is not a factor
 * that no other line takes. */
void exercise_start(struct exercise *exercise);

/* What the network computes, as groups to stand below the given numbers: its neurons, its error,
 * what an error term is, the update, what is frozen. Puts at most GIVEN_GROUPS_MORE of them, which
 * live as long as the walk; returns how many. */
size_t exercise_definitions(const struct exercise *exercise, struct given_group groups[]);

/* What a function is that only words say; NULL: there is none. */
const char *exercise_functions(const struct shape *shape, enum language language);

/* The names that the update leaves as they are; none: its count is 0. */
struct given_group exercise_frozen(const struct exercise *exercise);

/* The head: what is given, what it computes, the network. */
void exercise_head(struct text *out, const struct exercise *exercise);

/* The sections. Where layers are updated at once, in the walk's order. */
void exercise_steps(struct text *out, const struct exercise *exercise);

/* The values of what it asks for, as a table in that order, under WORDS (see struct sheet_format). */
void exercise_table(struct text *out, const struct exercise *exercise, const char *words);

#endif
