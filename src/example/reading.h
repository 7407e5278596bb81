/* Reading: what the files that read the example language share, and nobody else: what stands in a
 * file and in --set, and what has been made of it so far. */
#ifndef BPWALK_READING_H
#define BPWALK_READING_H

#include "base/assignments.h"
#include "example/example.h"
#include "formula/function.h"

/* In the order in which they are read: those that name numbers last. */
enum setting {
    SETTING_NETWORK,
    SETTING_HIDDEN,
    SETTING_OUTPUT,
    SETTING_LOSS,
    SETTING_BIASES,
    SETTING_UPDATE,
    SETTING_REDUCTION,
    SETTING_DECIMALS,
    SETTING_FROZEN,
    SETTING_ASKED,
    SETTINGS
};

/* A number as it stands in a value. */
struct written {
    const char *typed;
    size_t length;
    double value;
};

/* The numbers of one input or target, weight, bias, or the rate. */
struct slot {
    struct role role;
    const struct assignment *from; /* NULL: there are none yet, or the article's */
    const struct written *numbers; /* one, or one a sample */
    size_t count;
};

struct reading {
    struct example *example;
    bool makes_up;                  /* numbers that are missing, for they are drawn anyway */
    struct arena arena;             /* of what only the reading needs */
    struct assignment *assignments; /* first those of --set, which win */
    size_t count, room;
    const struct assignment *settings[SETTINGS]; /* NULL: not given */
    struct slot *slots;                          /* inputs, targets, weights, biases, rate */
};

/* ---- settings.c ---- */

/* The setting of this name, or SETTINGS; and its name. */
enum setting setting_named(const char *name, size_t length);
const char *setting_name(enum setting setting);

/* The word for what SHAPE has of loss, biases, update or reduction. */
const char *setting_word(enum setting setting, const struct shape *shape);

/* Reads the settings into the example's shape and decimals, but for frozen and asked. False with
 * ERROR. */
bool settings_read(struct reading *reading, struct error *error);

/* ---- names.c ---- */

/* Reads the settings frozen and asked, which name numbers. False with ERROR. */
bool names_read(struct reading *reading, struct error *error);

/* ---- numbers.c ---- */

/* Reads all numbers into the example, and the number of samples into its shape. False with ERROR.
 */
bool numbers_read(struct reading *reading, struct error *error);

/* ---- made_up.c ---- */

/* Appends a line for each number of SHAPE. */
void made_up_numbers(struct text *out, const struct shape *shape, size_t samples);

/* ---- targets.c ---- */

/* Holds the targets to what the loss needs of them. False with ERROR. */
bool targets_fit(const struct reading *reading, struct error *error);

/* ---- values.c ---- */

/* Reads the LENGTH bytes at TYPED of the value as a number. False with ERROR. */
bool values_read_number(const struct assignment *assignment, const char *typed, size_t length,
                        struct written *number, struct error *error);

/* Reads the value as numbers with commas between, one a sample, into SLOT. False with ERROR. */
bool values_read_list(struct reading *reading, const struct assignment *assignment,
                      struct slot *slot, struct error *error);

/* Reads the value as a matrix [[...], [...]] of ROWS rows of COLUMNS numbers, or, where ROWS is 0,
 * as one row [...]; *NUMBERS is set to them, row by row. False with ERROR. */
bool values_read_matrix(struct reading *reading, const struct assignment *assignment, size_t rows,
                        size_t columns, const struct written **numbers, struct error *error);

/* The next of the words with commas between; *C begins at the value, and is moved on. False at the
 * end. */
bool values_next_word(const struct assignment *assignment, const char **c, const char **word,
                      size_t *length);

/* ---- example.c ---- */

/* The index of a given number among the example's, of which ROLE is one: with one sample the slot's
 * too. False where it is none of them. */
bool example_place(const struct shape *shape, const struct role *role, size_t *index);

/* Whether A is to be taken where FROM, which may be NULL, gave the same before: --set wins over the
 * file, *TAKE says; false with ERROR where both stand in the same place. NAME is of what is given.
 */
bool example_takes(const struct assignment *a, const struct assignment *from, const char *name,
                   bool *take, struct error *error);

#endif
