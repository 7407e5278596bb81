/* Shape: see shape.h. */
#include "example/shape.h"

#include "formula/function.h"

#include <string.h>

struct shape shape_of_article(void) {
    const struct function *sigmoid = function_sigmoid();
    return (struct shape){.depth = 2,
                          .width = {2, 2, 2},
                          .activation = {NULL, sigmoid, sigmoid},
                          .loss = LOSS_SQUARED_ERROR,
                          .biases = BIASES_EACH,
                          .update = UPDATE_TOGETHER,
                          .reduction = REDUCTION_MEAN,
                          .samples = 1};
}

bool shape_is_article(const struct shape *shape) {
    const struct shape article = shape_of_article();
    if (shape->depth != article.depth || shape->loss != article.loss ||
        shape->biases != article.biases || shape->update != article.update ||
        shape->reduction != article.reduction || shape->samples != article.samples)
        return false;
    for (size_t layer = 0; layer <= article.depth; layer++)
        if (shape->width[layer] != article.width[layer] ||
            shape->activation[layer] != article.activation[layer])
            return false;
    return true;
}

void shape_put_network(struct text *out, const struct shape *shape) {
    for (size_t layer = 0; layer <= shape->depth; layer++) {
        text_puts(out, layer > 0 ? "-" : "");
        text_whole(out, shape->width[layer]);
    }
}

/* ---- Which number belongs to which neuron ---- */

/* How many weights the layers before LAYER have. */
static size_t weights_before(const struct shape *shape, size_t layer) {
    size_t count = 0;
    for (size_t l = 1; l < layer; l++)
        count += shape->width[l] * shape->width[l - 1];
    return count;
}

size_t shape_biases_of(const struct shape *shape, size_t layer) {
    return shape->biases == BIASES_NONE     ? 0
           : shape->biases == BIASES_SHARED ? 1
                                            : shape->width[layer];
}

static size_t biases_before(const struct shape *shape, size_t layer) {
    size_t count = 0;
    for (size_t l = 1; l < layer; l++)
        count += shape_biases_of(shape, l);
    return count;
}

size_t shape_weight(const struct shape *shape, size_t layer, size_t to, size_t from) {
    return weights_before(shape, layer) + (to - 1) * shape->width[layer - 1] + from;
}

size_t shape_bias(const struct shape *shape, size_t layer, size_t to) {
    if (shape->biases == BIASES_NONE)
        return 0;
    return biases_before(shape, layer) + (shape->biases == BIASES_SHARED ? 1 : to);
}

size_t shape_weights(const struct shape *shape) {
    return weights_before(shape, shape->depth + 1);
}

size_t shape_biases(const struct shape *shape) {
    return biases_before(shape, shape->depth + 1);
}

static void place_weight(const struct shape *shape, size_t number, struct role *role) {
    size_t layer = 1;
    while (number > weights_before(shape, layer + 1))
        layer++;
    const size_t place = number - weights_before(shape, layer) - 1;
    role->layer = layer;
    role->neuron = place / shape->width[layer - 1] + 1;
    role->from = place % shape->width[layer - 1] + 1;
}

static void place_bias(const struct shape *shape, size_t number, struct role *role) {
    size_t layer = 1;
    while (number > biases_before(shape, layer + 1))
        layer++;
    role->layer = layer;
    role->neuron = number - biases_before(shape, layer);
}

/* ---- How a name is spelled ---- */

/* Prefix; then nothing, a number, or the letters and the number of a neuron; then _new, then _s2.
 */
static const struct spelling {
    const char *prefix;
    enum { ALONE, NUMBERED, OF_INPUT, OF_OUTPUT, OF_NEURON } rest;
    bool takes_new, takes_sample;
} spellings[] = {
    [ROLE_INPUT] = {"", OF_INPUT, false, true},
    [ROLE_TARGET] = {"", OF_OUTPUT, false, true},
    [ROLE_WEIGHT] = {"w", NUMBERED, true, false},
    [ROLE_BIAS] = {"b", NUMBERED, true, false},
    [ROLE_RATE] = {"alpha", ALONE, false, false},
    [ROLE_SUM] = {"in_", OF_NEURON, true, true},
    [ROLE_OUTPUT] = {"out_", OF_NEURON, true, true},
    [ROLE_ERROR] = {"E_", OF_OUTPUT, true, true},
    [ROLE_TOTAL] = {"E_total", ALONE, true, true},
    [ROLE_ERROR_TERM] = {"sigma_", OF_NEURON, false, true},
};
enum { ROLES = sizeof spellings / sizeof *spellings };

/* What is left to be read of a name. */
struct rest {
    const char *c, *end;
};

static bool take_word(struct rest *rest, const char *word) {
    const size_t length = strlen(word);
    if ((size_t)(rest->end - rest->c) < length || memcmp(rest->c, word, length) != 0)
        return false;
    rest->c += length;
    return true;
}

/* All that is left as a number from 1 to MOST, without a zero before it; or 0. */
static size_t take_number(struct rest *rest, size_t most) {
    size_t number = 0;
    if (rest->c == rest->end || *rest->c == '0')
        return 0;
    for (; rest->c < rest->end; rest->c++) {
        if (*rest->c < '0' || *rest->c > '9')
            return 0;
        number = 10 * number + (size_t)(*rest->c - '0');
        if (number > most)
            return 0;
    }
    return number;
}

static bool cut_word(struct rest *rest, const char *word) {
    const size_t length = strlen(word);
    if ((size_t)(rest->end - rest->c) < length || memcmp(rest->end - length, word, length) != 0)
        return false;
    rest->end -= length;
    return true;
}

/* Cuts _s2 off the end; 0 where there is none, which is so with one sample. */
static size_t cut_sample(const struct shape *shape, struct rest *rest) {
    struct rest front = *rest;
    while (front.end > front.c && front.end[-1] >= '0' && front.end[-1] <= '9')
        front.end--;
    struct rest number = {front.end, rest->end};
    if (shape->samples == 1 || !cut_word(&front, "_s"))
        return 0;
    const size_t sample = take_number(&number, shape->samples);
    if (sample > 0)
        *rest = front;
    return sample;
}

static bool take_neuron(const struct shape *shape, struct rest rest, struct role *role) {
    size_t layer = 0;
    while (take_word(&rest, "h"))
        layer++;
    if (layer >= shape->depth)
        return false;
    if (layer == 0 && !take_word(&rest, "i")) {
        if (!take_word(&rest, "O"))
            return false;
        layer = shape->depth;
    }
    role->layer = layer;
    role->neuron = take_number(&rest, shape->width[layer]);
    return role->neuron > 0;
}

/* What stands between the prefix and _new. */
static bool take_rest(const struct shape *shape, struct rest rest, struct role *role) {
    const bool is_weight = role->kind == ROLE_WEIGHT;
    size_t number;
    switch (spellings[role->kind].rest) {
    case ALONE:
        return rest.c == rest.end;
    case NUMBERED:
        number = take_number(&rest, is_weight ? shape_weights(shape) : shape_biases(shape));
        if (number > 0)
            (is_weight ? place_weight : place_bias)(shape, number, role);
        return number > 0;
    case OF_INPUT:
        return take_neuron(shape, rest, role) && role->layer == 0;
    case OF_OUTPUT:
        return take_neuron(shape, rest, role) && role->layer == shape->depth;
    case OF_NEURON:
        break;
    }
    return take_neuron(shape, rest, role) && role->layer > 0;
}

struct role shape_role(const struct shape *shape, const char *name, size_t length) {
    struct rest whole = {name, name + length};
    const size_t sample = cut_sample(shape, &whole);
    const bool is_new = cut_word(&whole, "_new");
    for (size_t kind = ROLE_INPUT; kind < ROLES; kind++) {
        const struct spelling *spelling = &spellings[kind];
        struct role role = {.kind = (enum role_kind)kind, .is_new = is_new, .sample = sample};
        struct rest rest = whole;
        if ((spelling->takes_new || !is_new) && (spelling->takes_sample || sample == 0) &&
            take_word(&rest, spelling->prefix) && take_rest(shape, rest, &role))
            return role;
    }
    return (struct role){0};
}

bool shape_derivative(const struct shape *shape, const char *name, size_t length, struct role *of,
                      struct role *by) {
    struct rest whole = {name, name + length};
    const size_t sample = cut_sample(shape, &whole);
    if (!take_word(&whole, "d"))
        return false;
    struct rest rest = whole;
    while (rest.c < rest.end && !take_word(&rest, "_d"))
        rest.c++;
    if (rest.c == rest.end)
        return false;
    *of = shape_role(shape, whole.c, (size_t)(rest.c - 2 - whole.c));
    *by = shape_role(shape, rest.c, (size_t)(rest.end - rest.c));
    if (of->kind == ROLE_NONE || by->kind == ROLE_NONE || of->sample != 0 || by->sample != 0)
        return false;
    of->sample = by->sample = sample;
    return true;
}

bool shape_is_gradient(const struct shape *shape, const char *name, size_t length,
                       struct role *by) {
    struct role of;
    return shape_derivative(shape, name, length, &of, by) && of.kind == ROLE_TOTAL &&
           (by->kind == ROLE_WEIGHT || by->kind == ROLE_BIAS);
}

struct matrix shape_matrix(const struct shape *shape, const char *name, size_t length) {
    struct rest rest = {name, name + length};
    struct matrix matrix = {.is_slope = take_word(&rest, "d"), .is_new = cut_word(&rest, "_new")};
    matrix.kind = take_word(&rest, "W")   ? ROLE_WEIGHT
                  : take_word(&rest, "B") ? ROLE_BIAS
                                          : ROLE_NONE;
    matrix.layer = take_number(&rest, shape->depth);
    const bool is_one =
        matrix.layer > 0 && !(matrix.is_slope && matrix.is_new) &&
        (matrix.kind == ROLE_WEIGHT || (matrix.kind == ROLE_BIAS && shape->biases != BIASES_NONE));
    return is_one ? matrix : (struct matrix){0};
}

void shape_put_matrix(struct text *out, const struct matrix *matrix) {
    text_puts(out, matrix->is_slope ? "d" : "");
    text_putc(out, matrix->kind == ROLE_WEIGHT ? 'W' : 'B');
    text_whole(out, matrix->layer);
    text_puts(out, matrix->is_new ? "_new" : "");
}

void shape_put_letters(struct text *out, const struct shape *shape, size_t layer) {
    if (layer == 0)
        text_putc(out, 'i');
    else if (layer == shape->depth)
        text_putc(out, 'O');
    else
        text_repeat(out, 'h', layer);
}

void shape_put_name(struct text *out, const struct shape *shape, const struct role *role) {
    const struct spelling *spelling = &spellings[role->kind];
    text_puts(out, spelling->prefix);
    if (spelling->rest == NUMBERED) {
        text_whole(out, role->kind == ROLE_WEIGHT
                            ? shape_weight(shape, role->layer, role->neuron, role->from)
                            : shape_bias(shape, role->layer, role->neuron));
    } else if (spelling->rest != ALONE) {
        shape_put_letters(out, shape, role->layer);
        text_whole(out, role->neuron);
    }
    if (role->is_new)
        text_puts(out, "_new");
    if (role->sample > 0) {
        text_puts(out, "_s");
        text_whole(out, role->sample);
    }
}
