/* Bank: the questions of a question bank, whoever reads it: what they begin with, their answers
 * with the tolerance that rounding on the way needs, the answers of known slips, their solutions.
 * What they are in Moodle's or in QTI's XML is left to those. Words are HTML, mathematics TeX
 * between \( and \). */
#ifndef BPWALK_BANK_H
#define BPWALK_BANK_H

#include "mark/slips.h"
#include "sheet/exercise.h"
#include "sheet/variant.h"

struct bank {
    const struct handout *handout;
    int decimals;     /* that students keep on the way */
    bool has_drawing; /* of the network, in what a question begins with */
    struct sheet sheet;
    struct variant variant;
    struct exercise exercise; /* of the variant, with its numbers and ways */
    struct numbers numbers;
    struct ways ways;
    struct arena arena;             /* of slipped formulas */
    size_t number;                  /* of the variant, from 0 */
    struct text page;               /* what is written next */
    struct text given;              /* what every question of the variant begins with, in HTML */
    struct text question, feedback; /* of the question that is being made, in HTML */
};

enum { SLIPS_MOST = 4 };

struct answers {
    const struct bank *bank;
    double value[1 + SLIPS_MOST]; /* the right one first */
    const char *slip[1 + SLIPS_MOST];
    size_t count;
    double tolerance;
};

/* The bank of a handout, without a variant yet. Freed by bank_free. */
struct bank bank_of(const struct handout *handout);
void bank_free(struct bank *bank);

/* Makes each variant and calls PUT. False with ERROR where one cannot be made, or PUT gives false.
 */
bool bank_each(struct bank *bank, void *context,
               bool (*put)(struct bank *bank, void *context, struct error *error),
               struct error *error);

/* The text of a key of prose, in the handout's language. */
const char *bank_say(const struct bank *bank, const char *key);

/* "Sheet 3 somebody, seed 42", "Variant 3, seed 42" */
void bank_name_variant(const struct bank *bank, struct text *out);

/* Begins `question`, and `feedback`, empty. */
void bank_start_question(struct bank *bank);

/* Appends to `question` the computed values that the formula of a step needs, so that a question
 * stands alone. */
void bank_put_needed(struct bank *bank, const struct step *step);

/* Appends the line of step INDEX to `question`, as a paragraph that is left open, and its solution
 * to `feedback`. */
void bank_put_step(struct bank *bank, size_t index);

/* The answers to step INDEX, and one of its values as it is written. */
struct answers bank_answers(struct bank *bank, size_t index);
void bank_show(const struct bank *bank, char room[NUMBER_ROOM], double value);

/* What a slip is, as WORDS, which is empty. */
void bank_put_slip(struct text *words, const struct bank *bank, const char *id);

#endif
