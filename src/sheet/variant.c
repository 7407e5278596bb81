/* Variant: see variant.h. */
#include "sheet/variant.h"

#include "sheet/draw.h"

#include <math.h>
#include <stdlib.h>

static bool walk(struct variant *variant, const struct handout *handout,
                 const struct example *example, struct error *error) {
    walk_free(&variant->walk);
    return handout->is_full ? walk_make(&variant->walk, example, SLIPS_NONE, error)
                            : walk_any(&variant->walk, example, TELL_BRIEFLY, error);
}

/* Whether a hand computes it with pleasure: no weighted sum so large that its neuron is saturated,
 * no two alike, no error so small that nothing is left to learn. */
static bool is_pleasant(const struct walk *walk) {
    static const double LARGEST_SUM = 2, LEAST_ERROR = 0.002;
    const struct trace *trace = &walk->trace;
    double *sums = memory_take(trace->quantity_count * sizeof *sums);
    size_t count = 0;
    bool pleasant = true;
    for (size_t i = 0; pleasant && i < trace->quantity_count; i++) {
        const struct quantity *quantity = &trace->quantities[i];
        const enum role_kind kind =
            quantity->typed != NULL
                ? ROLE_NONE
                : shape_role(walk->shape, quantity->name, quantity->length).kind;
        if (kind == ROLE_ERROR)
            pleasant = quantity->value >= LEAST_ERROR;
        if (kind != ROLE_SUM)
            continue;
        pleasant = fabs(quantity->value) <= LARGEST_SUM;
        for (size_t before = 0; before < count; before++)
            pleasant = pleasant && fabs(sums[before] - quantity->value) >= 1e-9;
        sums[count++] = quantity->value;
    }
    free(sums);
    return pleasant;
}

/* Draws until it is pleasant; only numbers that were set can keep it from ever being so. */
static bool draw(struct variant *variant, const struct handout *handout, size_t number,
                 struct error *error) {
    enum { ATTEMPTS = 200 };
    for (unsigned attempt = 0; attempt < ATTEMPTS; attempt++) {
        draw_example(&variant->drawn, handout->example, handout->seed, (unsigned)number, attempt);
        if (!walk(variant, handout, &variant->drawn, error))
            return false;
        if (is_pleasant(&variant->walk))
            return true;
    }
    return error_set(error,
                     "--seed %u: with the numbers set, no others leave every neuron "
                     "unsaturated; smaller ones, or fewer, are needed",
                     handout->seed);
}

bool variant_make(struct variant *variant, const struct handout *handout, size_t number,
                  int decimals, struct error *error) {
    const bool done = handout->draws ? draw(variant, handout, number, error)
                                     : walk(variant, handout, handout->example, error);
    return done && (decimals == CARRY_NOTHING ||
                    carry(&variant->carried, &variant->walk.trace, decimals, error));
}

void variant_free(struct variant *variant) {
    walk_free(&variant->walk);
    example_free(&variant->drawn);
}

const struct example *variant_example(const struct variant *variant,
                                      const struct handout *handout) {
    return handout->draws ? &variant->drawn : handout->example;
}
