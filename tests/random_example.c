/* Random example: see random_example.h. */
#include "random_example.h"

#include "base/number.h"
#include "example/shape.h"
#include "formula/function.h"

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

/* What a row's numbers are made of. */
struct kind {
    double size;
    int decimals;          /* 0: 17 digits */
    bool is_few;           /* of few values */
    bool is_cancelling;    /* tenths, and a bias of the first layer takes its sum back to 0 */
    unsigned large, place; /* the number at PLACE is 10^LARGE times as large */
};

struct maker {
    struct text *out;
    unsigned long long state;
    struct kind kind;
    unsigned made; /* numbers so far */
    long last;     /* the last of tenths, in tenths */
    struct shape shape;
};

static double next(struct maker *maker) { /* in [0, 1) */
    maker->state = maker->state * 6364136223846793005ULL + 1442695040888963407ULL;
    return (double)(maker->state >> 11) * 0x1p-53;
}

static size_t below(struct maker *maker, size_t count) {
    return (size_t)(next(maker) * (double)count);
}

static void put_tenths(struct maker *maker, long tenths) {
    maker->last = tenths;
    text_printf(maker->out, "%.1f", (double)tenths / 10);
}

static void put_number(struct maker *maker) {
    static const char *const few[] = {"0",   "1",    "-1",  "0.5",  "-0.5", "2.5",  "-2",
                                      "0.1", "-0.1", "0.2", "-0.2", "0.3",  "-0.3", "0.6",
                                      "0.7", "-0.7", "1.2", "-1.2", "0.25"};
    const double number = (2 * next(maker) - 1) * maker->kind.size;
    const bool is_large = maker->kind.large > 0 && maker->made == maker->kind.place;
    maker->made++;
    if (is_large)
        text_printf(maker->out, "%.3ge%u", number / maker->kind.size, maker->kind.large);
    else if (maker->kind.is_cancelling)
        put_tenths(maker, (long)below(maker, 25) - 12);
    else if (maker->kind.is_few)
        text_puts(maker->out, few[below(maker, sizeof few / sizeof *few)]);
    else if (maker->kind.decimals > 0)
        text_printf(maker->out, "%.*f", maker->kind.decimals, number);
    else
        text_printf(maker->out, "%.17g", number);
}

/* ---- What network ---- */

static void draw_small(struct maker *maker) {
    struct shape *shape = &maker->shape;
    shape->depth = 1 + below(maker, 4);
    for (size_t layer = 0; layer <= shape->depth; layer++)
        shape->width[layer] = 1 + below(maker, 4);
}

static void draw_large(struct maker *maker, unsigned which) {
    static const struct shape large[] = {
        {.depth = 2, .width = {9, 60, 3}},     {.depth = 4, .width = {2, 4, 3, 2, 2}},
        {.depth = 2, .width = {20, 10, 5}},    {.depth = 1, .width = {64, 1}},
        {.depth = 1, .width = {1, 64}},        {.depth = 8, .width = {2, 2, 1, 2, 3, 2, 2, 2, 2}},
        {.depth = 3, .width = {3, 12, 1, 12}},
    };
    maker->shape = large[which % (sizeof large / sizeof *large)];
}

static const struct function *draw_function(struct maker *maker) {
    const struct function *activations[16];
    size_t count = 0;
    for (size_t i = 0; function_at(i) != NULL && count < 16; i++)
        if (function_at(i)->activation != NULL)
            activations[count++] = function_at(i);
    return (maker->kind.is_few || maker->kind.is_cancelling) && below(maker, 2) == 0
               ? function_find("relu", 4)
               : activations[below(maker, count)];
}

static void put_functions(struct maker *maker) {
    const struct shape *shape = &maker->shape;
    const bool is_one_for_all = below(maker, 3) == 0;
    for (size_t layer = 1; layer < shape->depth && !(is_one_for_all && layer > 1); layer++)
        text_printf(maker->out, "%s%s", layer == 1 ? "hidden = " : ", ",
                    draw_function(maker)->name);
    if (shape->depth > 1)
        text_puts(maker->out, "\n");
}

static bool draws_softmax(struct maker *maker) {
    return maker->shape.width[maker->shape.depth] > 1 && below(maker, 3) == 0;
}

/* Cross-entropy needs outputs that are probabilities. */
static bool put_output(struct maker *maker) {
    static const char *const losses[] = {"squared-error", "mean-squared-error", "cross-entropy"};
    struct shape *shape = &maker->shape;
    const bool is_softmax = draws_softmax(maker);
    shape->loss = (enum loss)below(maker, 3);
    text_printf(maker->out, "output = %s\nloss = %s\n",
                is_softmax                          ? "softmax"
                : shape->loss == LOSS_CROSS_ENTROPY ? "sigmoid"
                                                    : draw_function(maker)->name,
                losses[shape->loss]);
    return is_softmax;
}

static void put_settings(struct maker *maker) {
    static const char *const biases[] = {"each", "shared", "none"};
    struct shape *shape = &maker->shape;
    shape->biases = (enum biases)below(maker, 3);
    shape->samples = 1 + below(maker, 4);
    text_printf(maker->out, "biases = %s\nupdate = %s\nreduction = %s\n", biases[shape->biases],
                below(maker, 3) == 0 ? "at-once" : "together",
                below(maker, 2) == 0 ? "mean" : "sum");
}

/* ---- Its numbers ---- */

static void put_list(struct maker *maker, const char *name, size_t number, size_t samples) {
    text_printf(maker->out, "%s%zu = ", name, number);
    for (size_t s = 0; s < samples; s++) {
        text_puts(maker->out, s > 0 ? ", " : "");
        put_number(maker);
    }
    text_puts(maker->out, "\n");
}

static void put_probability(struct maker *maker, size_t output) {
    static const char *const some[] = {"0", "1", "0.3", "0.01", "0.99"};
    text_printf(maker->out, "O%zu = ", output);
    for (size_t s = 0; s < maker->shape.samples; s++)
        text_printf(maker->out, "%s%s", s > 0 ? ", " : "",
                    some[below(maker, sizeof some / sizeof *some)]);
    text_puts(maker->out, "\n");
}

/* A class a sample; half of the examples blur it: 0.8, and 0.2 for the one before it. */
static void put_classes(struct maker *maker) {
    const size_t outputs = maker->shape.width[maker->shape.depth];
    const bool is_blurred = below(maker, 2) == 0;
    size_t class[4];
    for (size_t s = 0; s < maker->shape.samples; s++)
        class[s] = below(maker, outputs);
    for (size_t output = 0; output < outputs; output++) {
        text_printf(maker->out, "O%zu = ", output + 1);
        for (size_t s = 0; s < maker->shape.samples; s++) {
            const bool is_it = output == class[s], is_next = output == (class[s] + 1) % outputs;
            text_printf(maker->out, "%s%s", s > 0 ? ", " : "",
                        is_it                   ? is_blurred ? "0.8" : "1"
                        : is_next && is_blurred ? "0.2"
                                                : "0");
        }
        text_puts(maker->out, "\n");
    }
}

static void put_biases(struct maker *maker, const long sums[]) {
    const struct shape *shape = &maker->shape;
    for (size_t i = 1; i <= shape_biases(shape); i++)
        if (maker->kind.is_cancelling && i <= shape->width[1] && shape->biases == BIASES_EACH)
            text_printf(maker->out, "b%zu = %.2f\n", i, (double)-sums[i - 1] / 100);
        else
            put_list(maker, "b", i, 1);
}

static void put_numbers(struct maker *maker, bool is_softmax) {
    const struct shape *shape = &maker->shape;
    long inputs[SHAPE_WIDEST] = {0},
         sums[SHAPE_WIDEST] = {0}; /* of the last sample; in tenths, in hundredths */
    for (size_t i = 1; i <= shape->width[0]; i++) {
        put_list(maker, "i", i, shape->samples);
        inputs[i - 1] = maker->last;
    }
    if (is_softmax && shape->loss == LOSS_CROSS_ENTROPY)
        put_classes(maker);
    else
        for (size_t i = 1; i <= shape->width[shape->depth]; i++)
            if (shape->loss == LOSS_CROSS_ENTROPY)
                put_probability(maker, i);
            else
                put_list(maker, "O", i, shape->samples);
    for (size_t i = 0; i < shape_weights(shape); i++) {
        put_list(maker, "w", i + 1, 1);
        if (i < shape->width[0] * shape->width[1])
            sums[i / shape->width[0]] += maker->last * inputs[i % shape->width[0]];
    }
    put_biases(maker, sums);
    text_puts(maker->out, "alpha = ");
    put_number(maker);
    text_puts(maker->out, "\n");
}

static void put_frozen(struct maker *maker) {
    const size_t weights = shape_weights(&maker->shape), biases = shape_biases(&maker->shape);
    text_printf(maker->out, "frozen = w%zu", 1 + below(maker, weights));
    if (biases > 0)
        text_printf(maker->out, ", b%zu", 1 + below(maker, biases));
    text_puts(maker->out, "\n");
}

/* Sizes 1, 2, 20, 300, and a thousandth of a billionth. */
static struct kind kind_of(struct maker *maker, unsigned row) {
    static const double sizes[] = {1, 1, 2, 2, 2, 20, 300, 1e-3, 1e-12};
    struct kind kind = {.size = sizes[below(maker, sizeof sizes / sizeof *sizes)],
                        .decimals = (int)below(maker, 7),
                        .is_few = below(maker, 5) == 0,
                        .is_cancelling = row % 17 == 8,
                        .place = (unsigned)below(maker, 17)};
    if (row % 11 == 10)
        kind.large = row % 5 == 0 ? 307 : 1 + row % 24;
    if (kind.size < 1 && kind.decimals > 0)
        kind.decimals = 0;
    return kind;
}

void random_example(struct text *out, unsigned row) {
    struct maker maker = {.out = out,
                          .state = (unsigned long long)row * 2654435761u + 1,
                          .shape = shape_of_article()};
    bool is_softmax = false;
    if (row == 0)
        return;
    for (int i = 0; i < 10; i++)
        next(&maker);
    maker.kind = kind_of(&maker, row);
    if (row % 5 < 3) {
        if (row % 100 == 52)
            draw_large(&maker, row / 100);
        else
            draw_small(&maker);
        text_puts(out, "network = ");
        shape_put_network(out, &maker.shape);
        text_puts(out, "\n");
        put_functions(&maker);
        is_softmax = put_output(&maker);
        put_settings(&maker);
        if (below(&maker, 4) == 0)
            put_frozen(&maker);
    }
    put_numbers(&maker, is_softmax);
}

unsigned random_example_iterations(unsigned row) {
    return row % 100 == 41 ? RANDOM_ITERATIONS : row % 7 == 3 ? 3 : row % 4 == 1 ? 2 : 1;
}

int random_example_decimals(unsigned row) {
    return row % 13 == 6 ? (int)(row / 13) % (DIGITS_MOST + 1) : DIGITS_DEFAULT;
}
