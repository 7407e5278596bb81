/* Write: an example in its language, as it is read back. See example.h. */
#include "example/reading.h"

#include <string.h>

static void put(struct text *out, enum setting setting, const char *value) {
    text_printf(out, "%s = %s\n", setting_name(setting), value);
}

/* One for all hidden layers where they are alike. */
static void put_hidden(struct text *out, const struct shape *shape) {
    const struct function *usual = shape_of_article().activation[1];
    struct text list = {0};
    size_t alike = 1;
    for (size_t layer = 1; layer < shape->depth; layer++) {
        alike += layer > 1 && shape->activation[layer] == shape->activation[1];
        text_printf(&list, "%s%s", layer > 1 ? ", " : "", function_word(shape->activation[layer]));
    }
    const bool is_one = alike == shape->depth - 1;
    if (shape->depth > 1 && !(is_one && shape->activation[1] == usual))
        put(out, SETTING_HIDDEN, is_one ? function_word(shape->activation[1]) : list.bytes);
    text_free(&list);
}

static void put_frozen(struct text *out, const struct example *example) {
    struct text list = {0};
    for (size_t i = 0; i < example->count; i++)
        if (example->given[i].frozen)
            text_printf(&list, "%s%s", list.length > 0 ? ", " : "", example->given[i].name);
    if (list.length > 0)
        put(out, SETTING_FROZEN, list.bytes);
    text_free(&list);
}

static void put_asked(struct text *out, const struct example *example) {
    struct text list = {0};
    for (size_t i = 0; example->asked != NULL && example->asked[i] != NULL; i++)
        text_printf(&list, "%s%s", i > 0 ? ", " : "", example->asked[i]);
    if (list.length > 0)
        put(out, SETTING_ASKED, list.bytes);
    text_free(&list);
}

static void put_settings(struct text *out, const struct example *example) {
    static const enum setting words[] = {SETTING_LOSS, SETTING_BIASES, SETTING_UPDATE,
                                         SETTING_REDUCTION};
    const struct shape *shape = &example->shape, article = shape_of_article();
    struct text network = {0}, usual = {0};
    shape_put_network(&network, shape);
    shape_put_network(&usual, &article);
    if (strcmp(network.bytes, usual.bytes) != 0)
        put(out, SETTING_NETWORK, network.bytes);
    put_hidden(out, shape);
    if (shape->activation[shape->depth] != article.activation[article.depth])
        put(out, SETTING_OUTPUT, function_word(shape->activation[shape->depth]));
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (setting_word(words[i], shape) != setting_word(words[i], &article))
            put(out, words[i], setting_word(words[i], shape));
    put_frozen(out, example);
    if (example->decimals != EXAMPLE_DECIMALS)
        text_printf(out, "%s = %d\n", setting_name(SETTING_DECIMALS), example->decimals);
    put_asked(out, example);
    text_free(&network);
    text_free(&usual);
}

/* With several samples the values of them all stand on one line. */
static void put_number(struct text *out, const struct example *example, size_t index) {
    const struct shape *shape = &example->shape;
    const size_t of_sample = shape->width[0] + shape->width[shape->depth];
    struct role role = example->given[index].role;
    const bool is_several = role.sample > 0;
    role.sample = 0;
    shape_put_name(out, shape, &role);
    text_printf(out, " = %s", example->given[index].typed);
    for (size_t sample = 1; sample < shape->samples && is_several; sample++)
        text_printf(out, ", %s", example->given[index + sample * of_sample].typed);
    text_putc(out, '\n');
}

void example_write(struct text *out, const struct example *example) {
    put_settings(out, example);
    for (size_t i = 0; i < example->count; i++)
        if (example->given[i].role.sample <= 1)
            put_number(out, example, i);
}
