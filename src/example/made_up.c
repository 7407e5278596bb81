/* Made up: numbers for a network that has none yet: of one decimal, no weight 0, each sample
 * another one; of a sample's targets one is 1 and the others 0, which every loss can have. See
 * example.h. */
#include "example/reading.h"

static void put_tenths(struct text *out, size_t tenths, bool is_negative) {
    text_printf(out, "%s0.%zu", is_negative ? "-" : "", tenths);
}

static void put_name(struct text *out, const struct shape *shape, struct role role) {
    shape_put_name(out, shape, &role);
    text_puts(out, " = ");
}

static void put_samples(struct text *out, const struct shape *shape, struct role role,
                        size_t samples) {
    put_name(out, shape, role);
    for (size_t sample = 0; sample < samples; sample++) {
        text_puts(out, sample > 0 ? ", " : "");
        if (role.kind == ROLE_INPUT)
            put_tenths(out, (2 * role.neuron + 4 * sample) % 9 + 1, false);
        else
            text_putc(out, sample % shape->width[shape->depth] + 1 == role.neuron ? '1' : '0');
    }
    text_putc(out, '\n');
}

static void put_layer(struct text *out, const struct shape *shape, size_t layer) {
    for (size_t to = 1; to <= shape->width[layer]; to++)
        for (size_t from = 1; from <= shape->width[layer - 1]; from++) {
            const size_t number = shape_weight(shape, layer, to, from);
            put_name(
                out, shape,
                (struct role){.kind = ROLE_WEIGHT, .layer = layer, .neuron = to, .from = from});
            put_tenths(out, 5 * number % 9 + 1, number % 4 == 0);
            text_putc(out, '\n');
        }
}

static void put_biases(struct text *out, const struct shape *shape, size_t layer) {
    for (size_t neuron = 1; neuron <= shape_biases_of(shape, layer); neuron++) {
        put_name(out, shape, (struct role){.kind = ROLE_BIAS, .layer = layer, .neuron = neuron});
        put_tenths(out, (layer + neuron) % 5 + 1, false);
        text_putc(out, '\n');
    }
}

void made_up_numbers(struct text *out, const struct shape *shape, size_t samples) {
    for (size_t neuron = 1; neuron <= shape->width[0]; neuron++)
        put_samples(out, shape, (struct role){.kind = ROLE_INPUT, .neuron = neuron}, samples);
    for (size_t neuron = 1; neuron <= shape->width[shape->depth]; neuron++)
        put_samples(out, shape,
                    (struct role){.kind = ROLE_TARGET, .layer = shape->depth, .neuron = neuron},
                    samples);
    for (size_t layer = 1; layer <= shape->depth; layer++)
        put_layer(out, shape, layer);
    for (size_t layer = 1; layer <= shape->depth; layer++)
        put_biases(out, shape, layer);
}
