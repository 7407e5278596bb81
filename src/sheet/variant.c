/* Variant: see variant.h. */
#include "sheet/variant.h"

#include "sheet/draw.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static bool walk(struct variant *variant, const struct handout *handout,
                 const struct example *example, struct error *error) {
    walk_free(&variant->walk);
    return handout->is_full ? walk_make(&variant->walk, example, SLIPS_NONE, error)
                            : walk_any(&variant->walk, example, TELL_BRIEFLY, error);
}

static double value_named(const struct trace *trace, const char *name) {
    return trace_find(trace, name, strlen(name))->value;
}

/* Whether a hand computes it with pleasure: no weighted sum so large that its neuron is saturated
 * (of whole numbers, that it has three digits), no two alike, no error so small that nothing is
 * left to learn. */
static bool is_pleasant(const struct walk *walk, bool is_whole, bool may_be_alike) {
    static const double LEAST_ERROR = 0.002;
    const double largest_sum = is_whole ? 20 : 2;
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
            pleasant =
                quantity->value >= LEAST_ERROR || quantity->value == 0; /* of another class */
        if (kind != ROLE_SUM)
            continue;
        pleasant = fabs(quantity->value) <= largest_sum;
        for (size_t before = 0; before < count; before++)
            pleasant = pleasant && (may_be_alike || fabs(sums[before] - quantity->value) >= 1e-9);
        sums[count++] = quantity->value;
    }
    free(sums);
    return pleasant &&
           (!is_whole || value_named(trace, walk->error_new) < value_named(trace, walk->error));
}

double variant_value(const struct variant *variant, const struct handout *handout, size_t index) {
    return handout->carries != CARRY_NOTHING ? variant->carried.step_values[index]
                                             : variant->walk.trace.steps[index].value;
}

double variant_tolerance(const struct variant *variant, size_t index) {
    const struct step *step = &variant->walk.trace.steps[index];
    const double off = variant->carried.step_errors[index] +
                       fabs(variant->carried.step_values[index] - step->value);
    const int decimals = variant->decimals + 1;
    return carry_round(off + carry_unit(decimals) / 2, 0, decimals);
}

/* What the weight or bias was before its update, else 0. */
static double value_before(const struct walk *walk, const struct step *step) {
    struct role role = shape_role(walk->shape, step->name, strlen(step->name));
    struct text name = {0};
    if (role.kind != ROLE_WEIGHT && role.kind != ROLE_BIAS)
        return 0;
    role.is_new = false;
    shape_put_name(&name, walk->shape, &role);
    const double value = trace_find(&walk->trace, name.bytes, name.length)->value;
    text_free(&name);
    return value;
}

/* The first step whose tolerance takes 0, or a weight before its update, for the answer where it is
 * none; NULL: there is none. */
static const struct step *untold(const struct variant *variant, const struct handout *handout) {
    const struct trace *trace = &variant->walk.trace;
    for (size_t i = 0; i < trace->step_count; i++) {
        const struct step *step = &trace->steps[i];
        const double before = value_before(&variant->walk, step);
        const double off = fabs(variant_value(variant, handout, i) - before);
        if (step->kind == STEP_GIVES && step->value != before &&
            off <= variant_tolerance(variant, i) * (1 + 1e-9))
            return step;
    }
    return NULL;
}

static bool refuse(const struct step *step, int decimals, struct error *error) {
    return error_set(
        error,
        "%s: with %d decimal%s an answer cannot be told from 0 or from what was before; "
        "more are needed (--carry)",
        step->name, decimals, decimals == 1 ? "" : "s");
}

static bool walk_and_carry(struct variant *variant, const struct handout *handout,
                           const struct example *example, int decimals, struct error *error) {
    variant->decimals = decimals;
    return walk(variant, handout, example, error) &&
           (decimals == CARRY_NOTHING ||
            carry(&variant->carried, &variant->walk.trace, decimals, error));
}

/* Draws until it is pleasant (two sums are alike where samples are), and each answer of a question
 * bank can be told; only numbers that were set, or too few decimals, can keep it from ever being
 * so. */
static bool draw(struct variant *variant, const struct handout *handout, size_t number,
                 int decimals, struct error *error) {
    enum { ATTEMPTS = 1000 };
    const struct step *step = NULL;
    for (unsigned attempt = 0; attempt < ATTEMPTS; attempt++) {
        (handout->draws_whole ? draw_whole : draw_example)(
            &variant->drawn, handout->example, handout->seed, (unsigned)number, attempt);
        if (!walk_and_carry(variant, handout, &variant->drawn, decimals, error))
            return false;
        const bool pleasant =
            is_pleasant(&variant->walk, handout->draws_whole, attempt >= ATTEMPTS / 2);
        step = pleasant && handout->format == NULL ? untold(variant, handout) : NULL;
        if (pleasant && step == NULL)
            return true;
    }
    if (step != NULL)
        return refuse(step, decimals, error); /* GCOVR_EXCL_LINE: one in 1000 attempts is told */
    return error_set(error,
                     "--seed %u: with the numbers set, no others leave every neuron "
                     "unsaturated; smaller ones, or fewer, are needed",
                     handout->seed);
}

bool variant_make(struct variant *variant, const struct handout *handout, size_t number,
                  int decimals, struct error *error) {
    if (handout->draws)
        return draw(variant, handout, number, decimals, error);
    if (!walk_and_carry(variant, handout, handout->example, decimals, error))
        return false;
    const struct step *step = handout->format == NULL ? untold(variant, handout) : NULL;
    return step == NULL || refuse(step, decimals, error);
}

void variant_free(struct variant *variant) {
    walk_free(&variant->walk);
    example_free(&variant->drawn);
}

const struct example *variant_example(const struct variant *variant,
                                      const struct handout *handout) {
    return handout->draws ? &variant->drawn : handout->example;
}
