/* Render, a training: the curve of the cost of one network or of several side by side, and how well
 * each then tells the classes apart. It knows curves and counts, not how they were had. */
#ifndef BPWALK_RENDER_TRAINING_H
#define BPWALK_RENDER_TRAINING_H

#include "base/text.h"
#include "network/predict.h"
#include "network/train.h"
#include "prose/prose.h"

/* One network that was trained. */
struct trained {
    char shape[80]; /* "2,4,2" */
    struct curve curve;
    struct confusion confusion; /* of no classes where the samples have none */
    bool has_fit;               /* of a regression */
    struct fit fit;
    struct confusion fresh; /* of samples that it was not trained on; of no classes: none */
    struct fit fresh_fit;
    bool has_fresh;
};

/* COUNT networks; SUBJECT says what was trained on what, one line. */
typedef void training_renderer(struct text *out, const struct trained trained[], size_t count,
                               const char *subject, enum language language);

/* How often the network is right, and a row for each class, a column for each that it is taken for.
 */
void training_confusion(struct text *out, const struct confusion *confusion,
                        enum language language);

/* R2, and the largest error. */
void training_fit(struct text *out, const struct fit *fit, enum language language);

/* The same as members of a JSON object: , "right": 9, "samples": 10 or , "R2": 1, "largest_error":
 * 0; nothing of no classes and no FIT (NULL). OF stands before each name: "" or "test_". */
void training_json_result(struct text *out, const char *of, const struct confusion *confusion,
                          const struct fit *fit);

/* With 17 digits; null where it is no finite number, for which JSON has no other word. */
void training_json_number(struct text *out, double number);

/* text, tsv or json; NULL for another name. As tsv: a header, a row for each kept iteration, and a
 * column for each network's cost, empty where a training was stopped before; and one for that of
 * its test samples behind it, where there are some. As json: an object for each network, in an
 * array. */
training_renderer *training_format(const char *name);

/* Of each network a line for each kept iteration, but none after the last update, as the article's
 * program prints it: Cost after iteration 1000: 0.847668; nan where it is no number. */
training_renderer training_costs;

#endif
