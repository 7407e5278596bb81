/* Question: the steps that a quiz asks for, and what it can say of each without the answer. */
#ifndef BPWALK_QUESTION_H
#define BPWALK_QUESTION_H

#include "mark/check.h"
#include "render/lines.h"
#include "walk/selection.h"

struct question {
    struct check *check; /* of the walk that has it */
    size_t quantity;     /* what is asked for */
    const struct step *step;
    const struct formula *formula; /* what is asked with */
    struct arena *arena;           /* of the numbers that are put in place */
};

struct questions {
    struct question *each;
    size_t count;
    struct arena arena;
};

/* A question for each name that a selected step gives, in the order of the walks; one that is only
 * stated by a selected step is asked there. */
struct questions questions_of(struct check *const checks[], size_t count,
                              const struct selection *selection);
void questions_free(struct questions *questions);

/* The heading that the step stands under. */
const struct heading *question_heading(const struct question *question);

/* (5.1) NAME = ..., with NUMBERS in place unless that is NULL; the line is ended. */
void question_put_formula(struct lines *lines, const struct question *question, const char *name,
                          const struct formula_numbers *numbers);

/* (5.1) NAME; the line is ended. */
void question_put_name(struct lines *lines, const struct question *question, const char *name);

/* The names of its formula, each with its number, from INDENT on; the line is ended. */
void question_put_names(struct lines *lines, const struct question *question, size_t indent);

/* How names look as numbers: as the student has typed them, or as they are. */
struct formula_numbers question_numbers(const struct question *question);

#endif
