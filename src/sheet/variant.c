/* Variant: see variant.h. */
#include "sheet/variant.h"

#include "sheet/draw.h"
#include "walk/walk.h"

#include <math.h>

static bool walk(struct variant *variant, const struct handout *handout,
                 const struct example *example, struct error *error) {
    trace_free(&variant->trace);
    return handout->is_deep ? walk_deep(&variant->trace, example, error)
                            : walk_article(&variant->trace, example, SLIPS_NONE, error);
}

static bool is_weighted_sum(const struct quantity *quantity) {
    return strncmp(quantity->name, "in_", 3) == 0;
}

static bool stands_before(const struct trace *trace, size_t index) {
    for (size_t i = 0; i < index; i++)
        if (is_weighted_sum(&trace->quantities[i]) &&
            fabs(trace->quantities[i].value - trace->quantities[index].value) < 1e-9)
            return true;
    return false;
}

/* Whether a hand computes it with pleasure: no weighted sum so large that its neuron is saturated,
 * no two alike, no error so small that nothing is left to learn. */
static bool is_pleasant(const struct trace *trace) {
    static const double LARGEST_SUM = 2, LEAST_ERROR = 0.002;
    for (size_t i = 0; i < trace->quantity_count; i++) {
        const struct quantity *quantity = &trace->quantities[i];
        if (is_weighted_sum(quantity) &&
            (fabs(quantity->value) > LARGEST_SUM || stands_before(trace, i)))
            return false;
        if (strncmp(quantity->name, "E_O", 3) == 0 && quantity->value < LEAST_ERROR)
            return false;
    }
    return true;
}

/* Draws until it is pleasant; only numbers that were set can keep it from ever being so. */
static bool draw(struct variant *variant, const struct handout *handout, size_t number,
                 struct error *error) {
    enum { ATTEMPTS = 200 };
    for (unsigned attempt = 0; attempt < ATTEMPTS; attempt++) {
        draw_example(&variant->drawn, handout->example, handout->seed, (unsigned)number, attempt);
        if (!walk(variant, handout, &variant->drawn, error))
            return false;
        if (is_pleasant(&variant->trace))
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
                    carry(&variant->carried, &variant->trace, decimals, error));
}

void variant_free(struct variant *variant) {
    trace_free(&variant->trace);
    example_free(&variant->drawn);
}
