/* Settings: what network it is, its functions, loss, biases, update. See reading.h. */
#include "base/nearest.h"
#include "example/reading.h"

#include <string.h>

enum { MOST_WORDS = 32, DECIMALS_MOST = 15 };

static const char *const losses[] = {[LOSS_SQUARED_ERROR] = "squared-error",
                                     [LOSS_MEAN_SQUARED_ERROR] = "mean-squared-error",
                                     [LOSS_CROSS_ENTROPY] = "cross-entropy",
                                     NULL};
static const char *const biases[] = {
    [BIASES_EACH] = "each", [BIASES_SHARED] = "shared", [BIASES_NONE] = "none", NULL};
static const char *const updates[] = {
    [UPDATE_TOGETHER] = "together", [UPDATE_AT_ONCE] = "at-once", NULL};
static const char *const reductions[] = {[REDUCTION_MEAN] = "mean", [REDUCTION_SUM] = "sum", NULL};

/* Which of WORDS stands in the LENGTH bytes at WORD. */
static bool choose(const struct assignment *assignment, const char *word, size_t length,
                   const char *const words[], size_t *index, struct error *error) {
    struct nearest nearest = {.word = word, .length = length};
    struct text list = {0};
    for (*index = 0; words[*index] != NULL; ++*index) {
        if (strlen(words[*index]) == length && memcmp(words[*index], word, length) == 0)
            break;
        nearest_try(&nearest, words[*index]);
        text_printf(&list, "%s%s", *index > 0 ? message(", ") : "", words[*index]);
    }
    const bool known = words[*index] != NULL;
    if (!known && length == 0)
        assignment_value_fault(assignment, word, 0, error, "has no value; one of %s is needed",
                               list.bytes);
    else if (!known)
        assignment_value_fault(assignment, word, length, error,
                               "is unknown; %s is the nearest of %s", nearest.found, list.bytes);
    text_free(&list);
    return known;
}

static bool choose_one(const struct assignment *assignment, const char *const words[],
                       size_t *index, struct error *error) {
    return choose(assignment, assignment->typed, assignment->typed_length, words, index, error);
}

/* ---- The network ---- */

static bool no_network(const struct assignment *assignment, const char *at, struct error *error) {
    return assignment_fault(assignment, at, error,
                            "%s is no network; widths from 1 to %d with a - between, inputs first, "
                            "are needed, such as 3-4-4-2",
                            quote(assignment->typed, assignment->typed_length).text, SHAPE_WIDEST);
}

static bool read_width(const struct assignment *assignment, const char **c, size_t *width,
                       struct error *error) {
    const char *start = *c, *end = assignment->typed + assignment->typed_length;
    *width = 0;
    for (; *c < end && **c >= '0' && **c <= '9'; ++*c)
        *width = *width > SHAPE_WIDEST ? *width : 10 * *width + (size_t)(**c - '0');
    if (*c == start || (*start == '0' && *c > start + 1))
        return no_network(assignment, start, error);
    return (*width > 0 && *width <= SHAPE_WIDEST) ||
           assignment_fault(assignment, start, error,
                            "a layer of %s neurons; 1 to %d in a layer are accepted",
                            quote(start, (size_t)(*c - start)).text, SHAPE_WIDEST);
}

static bool read_network(struct reading *reading, const struct assignment *assignment,
                         struct error *error) {
    struct shape *shape = &reading->example->shape;
    const char *c = assignment->typed, *end = c + assignment->typed_length;
    if (c == end)
        return assignment_value_fault(assignment, c, 0, error,
                                      "has no value; widths with a - between, inputs first, are "
                                      "needed, such as 3-4-4-2");
    for (size_t layer = 0;; layer++, c++) {
        if (layer > SHAPE_LAYERS)
            return assignment_fault(assignment, c, error,
                                    "a network of more than %d layers behind the inputs; as many "
                                    "are accepted",
                                    SHAPE_LAYERS);
        if (!read_width(assignment, &c, &shape->width[layer], error))
            return false;
        shape->depth = layer;
        shape->activation[layer] = layer > 0 ? function_sigmoid() : NULL;
        if (c == end)
            break;
        if (*c != '-')
            return no_network(assignment, c, error);
    }
    return shape->depth > 0 ||
           assignment_fault(assignment, c, error,
                            "a network of one layer; inputs and outputs are needed, such as %zu-1",
                            shape->width[0]);
}

/* ---- Functions ---- */

static void list_functions(const char *words[MOST_WORDS], bool with_softmax) {
    size_t count = 0;
    for (size_t i = 0; function_at(i) != NULL; i++)
        if (function_at(i)->activation != NULL)
            words[count++] = function_at(i)->name;
    if (with_softmax)
        words[count++] = function_word(NULL);
    words[count] = NULL;
}

const char *example_choice(const char *setting, size_t index) {
    const char *functions[MOST_WORDS];
    static const struct {
        enum setting setting;
        const char *const *words;
    } lists[] = {{SETTING_LOSS, losses},
                 {SETTING_BIASES, biases},
                 {SETTING_UPDATE, updates},
                 {SETTING_REDUCTION, reductions}};
    const enum setting named = setting_named(setting, strlen(setting));
    const char *const *words = functions;
    list_functions(functions, named == SETTING_OUTPUT);
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        words = lists[i].setting == named ? lists[i].words : words;
    return words[index];
}

/* One for all hidden layers, or one a layer. */
static bool read_hidden(struct reading *reading, const struct assignment *assignment,
                        struct error *error) {
    struct shape *shape = &reading->example->shape;
    const struct function *functions[SHAPE_LAYERS];
    const char *words[MOST_WORDS], *c = assignment->typed, *word;
    size_t count = 0, length, index;
    list_functions(words, false);
    for (; values_next_word(assignment, &c, &word, &length); count++) {
        if (!choose(assignment, word, length, words, &index, error))
            return false;
        if (count < SHAPE_LAYERS)
            functions[count] = function_find(words[index], strlen(words[index]));
    }
    if (count != 1 && count != shape->depth - 1)
        return assignment_fault(assignment, assignment->typed, error,
                                "hidden has %zu functions for %zu hidden layer%s; one for all, or "
                                "one a layer, is needed",
                                count, shape->depth - 1, shape->depth == 2 ? "" : "s");
    for (size_t layer = 1; layer < shape->depth; layer++)
        shape->activation[layer] = functions[count == 1 ? 0 : layer - 1];
    return true;
}

static bool read_output(struct reading *reading, const struct assignment *assignment,
                        struct error *error) {
    struct shape *shape = &reading->example->shape;
    const char *words[MOST_WORDS];
    size_t index;
    list_functions(words, true);
    if (!choose_one(assignment, words, &index, error))
        return false;
    shape->activation[shape->depth] = function_find(words[index], strlen(words[index]));
    return shape->activation[shape->depth] != NULL || shape->width[shape->depth] > 1 ||
           assignment_value_fault(assignment, assignment->typed, assignment->typed_length, error,
                                  "of one output is always 1; two outputs or more, or "
                                  "output = sigmoid, are needed");
}

/* ---- The rest ---- */

static bool read_loss(struct reading *reading, const struct assignment *assignment,
                      struct error *error) {
    struct shape *shape = &reading->example->shape;
    const struct function *output = shape->activation[shape->depth];
    size_t index;
    if (!choose_one(assignment, losses, &index, error))
        return false;
    shape->loss = (enum loss)index;
    return shape->loss != LOSS_CROSS_ENTROPY || output == NULL || output == function_sigmoid() ||
           assignment_value_fault(assignment, assignment->typed, assignment->typed_length, error,
                                  "takes logarithms of the outputs, and those of %s may be 0 or "
                                  "negative; output = sigmoid or softmax is needed",
                                  output->name);
}

static bool read_biases(struct reading *reading, const struct assignment *assignment,
                        struct error *error) {
    size_t index;
    const bool done = choose_one(assignment, biases, &index, error);
    reading->example->shape.biases = (enum biases)index;
    return done;
}

static bool read_update(struct reading *reading, const struct assignment *assignment,
                        struct error *error) {
    size_t index;
    const bool done = choose_one(assignment, updates, &index, error);
    reading->example->shape.update = (enum update)index;
    return done;
}

static bool read_reduction(struct reading *reading, const struct assignment *assignment,
                           struct error *error) {
    size_t index;
    const bool done = choose_one(assignment, reductions, &index, error);
    reading->example->shape.reduction = (enum reduction)index;
    return done;
}

static bool read_decimals(struct reading *reading, const struct assignment *assignment,
                          struct error *error) {
    int decimals = 0;
    for (size_t i = 0; i < assignment->typed_length; i++) {
        const char c = assignment->typed[i];
        decimals = c >= '0' && c <= '9' && decimals <= DECIMALS_MOST ? 10 * decimals + (c - '0')
                                                                     : DECIMALS_MOST + 1;
    }
    reading->example->decimals = decimals;
    return (decimals > 0 && decimals <= DECIMALS_MOST) ||
           assignment_value_fault(assignment, assignment->typed, assignment->typed_length, error,
                                  "is no number of decimals; a whole number from 1 to %d is needed",
                                  DECIMALS_MOST);
}

/* READ is NULL for what names.c reads. */
static const struct {
    const char *name;
    bool (*read)(struct reading *reading, const struct assignment *assignment, struct error *error);
} settings[SETTINGS] = {
    [SETTING_NETWORK] = {"network", read_network},
    [SETTING_HIDDEN] = {"hidden", read_hidden},
    [SETTING_OUTPUT] = {"output", read_output},
    [SETTING_LOSS] = {"loss", read_loss},
    [SETTING_BIASES] = {"biases", read_biases},
    [SETTING_UPDATE] = {"update", read_update},
    [SETTING_REDUCTION] = {"reduction", read_reduction},
    [SETTING_DECIMALS] = {"decimals", read_decimals},
    [SETTING_FROZEN] = {"frozen", NULL},
    [SETTING_ASKED] = {"asked", NULL},
};

const char *setting_name(enum setting setting) {
    return settings[setting].name;
}

enum setting setting_named(const char *name, size_t length) {
    size_t setting = 0;
    while (setting < SETTINGS && (strlen(settings[setting].name) != length ||
                                  memcmp(settings[setting].name, name, length) != 0))
        setting++;
    return (enum setting)setting;
}

const char *setting_word(enum setting setting, const struct shape *shape) {
    return setting == SETTING_LOSS     ? losses[shape->loss]
           : setting == SETTING_BIASES ? biases[shape->biases]
           : setting == SETTING_UPDATE ? updates[shape->update]
                                       : reductions[shape->reduction];
}

bool settings_read(struct reading *reading, struct error *error) {
    reading->example->shape = shape_of_article();
    reading->example->decimals = EXAMPLE_DECIMALS;
    for (size_t i = 0; i < SETTINGS; i++)
        if (settings[i].read != NULL && reading->settings[i] != NULL &&
            !settings[i].read(reading, reading->settings[i], error))
            return false;
    return true;
}
