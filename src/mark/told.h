/* Told: what the marking says of an answer and of a file, in words. Each sentence stands here once;
 * how its parts look, as text or typeset, is a teller's, and where it stands the report's. */
#ifndef BPWALK_TOLD_H
#define BPWALK_TOLD_H

#include "base/number.h"
#include "mark/answer_file.h"
#include "mark/report.h"
#include "prose/prose.h"
#include "render/lines.h"

/* Puts the parts of a sentence. */
struct teller {
    struct text *out;
    struct lines *lines; /* into OUT, of the text alone */
    size_t indent;       /* where its further lines begin */
    enum language language;
    const struct notation *notation; /* of the names in the words; NULL: as they are */
    void (*words)(const struct teller *teller, enum colour colour, const char *words);
    void (*name)(const struct teller *teller, const char *name); /* as it is shown */
    void (*typed)(const struct teller *teller, const char *typed);
    void (*formula)(const struct teller *teller, const struct formula *formula);
    void (*result)(const struct teller *teller, const struct formula *formula); /* behind a colon */
};

/* Goes through the answers that are shown, in the order of the walks: {0} is before the first. */
struct told_row {
    const struct check *check;
    size_t quantity, next_check, next_quantity;
};
bool told_next(struct told_row *row, struct check *const checks[], size_t count);

const struct quantity *told_quantity(const struct check *check, size_t quantity);

/* "5.1", of the first step from the one that gives it on that bears a number; or "". */
const char *told_equation(const struct check *check, size_t quantity);

/* With the article's ten decimals, or as many as a longer answer has. */
void told_expected(char room[NUMBER_ROOM], const struct check *check, size_t quantity);

/* Appends what was typed, without what would break a line, and not more than a column of it. */
void told_typed(struct text *out, const struct check *check, size_t quantity);

/* Appends "Iteration 2". */
void told_iteration(struct text *out, size_t iteration, enum language language);

/* A sentence of prose that names of the walk may stand in. */
void told_prose(const struct teller *teller, enum colour colour, const char *key);

/* "right", "right from your in_h1". */
void told_verdict(const struct teller *teller, const struct check *check, size_t quantity);

/* "at (5.1) in_h1, which you left out: the bias left out", and what that makes of the formula. */
bool told_has_slip(const struct check *check, size_t quantity);
void told_slip(const struct teller *teller, const struct check *check, size_t quantity);

/* How many are right, and what is not read or missing in FILE, unless that is NULL; whether all are,
 * and that they are; the first step to look at again, where one is wrong. */
void told_tally(const struct teller *teller, const struct tally *tally,
                const struct answer_file *file);
bool told_is_all_right(const struct tally *tally, const struct answer_file *file);
void told_all_right(const struct teller *teller, const struct answer_file *file);
bool told_look(const struct teller *teller, struct check *const checks[], size_t count);

/* "line 3: in_h9 = 1: no name of the walk; is in_h1 meant?", of what is unread at INDEX; what is
 * missing in an iteration, in one sentence. Returns the index of the next. */
size_t told_unread(const struct teller *teller, const struct answer_file *file, size_t index);

#endif
