/* Draw: see draw.h. All numbers but the weights are the digits of one number, which is another for
 * each variant; so the variants of a seed differ without a look at those before. The weights come
 * from a generator of their own. */
#include "sheet/draw.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

/* SplitMix64 (Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators"). */
static uint64_t next_random(uint64_t *state) {
    uint64_t mixed = *state += 0x9E3779B97F4A7C15u;
    mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9u;
    mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EBu;
    return mixed ^ mixed >> 31;
}

/* From 0 to COUNT - 1. */
static unsigned below(uint64_t *state, unsigned count) {
    return (unsigned)((next_random(state) >> 32) * count >> 32);
}

static void put(struct example *example, struct given *given, int tenths) {
    char typed[8];
    const int length = snprintf(typed, sizeof typed, "%s0.%d", tenths < 0 ? "-" : "",
                                tenths < 0 ? -tenths : tenths);
    if (given->is_set)
        return;
    given->value = tenths / 10.;
    given->typed = arena_copy(&example->arena, typed, (size_t)length);
}

static void put_whole(struct example *example, struct given *given, int number) {
    char typed[8];
    const int length = snprintf(typed, sizeof typed, "%d", number);
    if (given->is_set)
        return;
    given->value = number;
    given->typed = arena_copy(&example->arena, typed, (size_t)length);
}

/* Targets that add up to 1 are those of one class: 1, and 0 of the others. */
static bool has_classes(const struct shape *shape) {
    return shape->activation[shape->depth] == NULL && shape->loss == LOSS_CROSS_ENTROPY;
}

static int of_class(const struct shape *shape, const struct role *target, unsigned seed,
                    unsigned variant) {
    uint64_t state = ((uint64_t)seed << 32 | variant) + target->sample * 0xD1B54A32D192ED03u;
    return target->neuron == 1 + below(&state, (unsigned)shape->width[shape->depth]);
}

/* A weight from -0.9 to 0.9 without 0, positive ones more often; all of these before one comes
 * again. */
struct urn {
    bool taken[19];
    size_t count;
};

static int draw_weight(struct urn *urn, uint64_t *state) {
    int tenths;
    if (urn->count == 18)
        *urn = (struct urn){0};
    do {
        tenths = 1 + (int)below(state, 9);
        if (below(state, 4) == 0)
            tenths = -tenths;
    } while (urn->taken[tenths + 9]);
    urn->taken[tenths + 9] = true;
    urn->count++;
    return tenths;
}

static void copy(struct example *example, const struct example *of) {
    arena_reset(&example->arena);
    struct given *given = arena_take(&example->arena, of->count * sizeof *given);
    memcpy(given, of->given, of->count * sizeof *given);
    const struct arena arena = example->arena;
    *example = *of;
    example->arena = arena;
    example->given = given;
}

void draw_example(struct example *example, const struct example *of, unsigned seed,
                  unsigned variant, unsigned attempt) {
    enum { DIGITS = 9, DIGIT_COUNT = 8, RATES = 5 };
    /* the first numbers with a digit from 1 to 9: all inputs, targets and biases of 2-2-2 */
    static const uint64_t count = 43046721u; /* 9^8 */
    uint64_t of_seed = seed;
    const uint64_t step = next_random(&of_seed) % (count / 3) * 3 + 1; /* prime to 9 */
    uint64_t digits = (next_random(&of_seed) % count + variant * step) % count;
    uint64_t of_attempt = next_random(&of_seed) ^ ((uint64_t)variant << 32 | attempt);
    struct urn urn = {0};
    size_t drawn = 0;
    copy(example, of);
    for (size_t i = 0; i < example->count; i++) {
        struct given *given = &example->given[i];
        if (given->role.kind == ROLE_WEIGHT) {
            put(example, given, draw_weight(&urn, &of_attempt));
        } else if (given->role.kind == ROLE_RATE) {
            put(example, given, 1 + (int)below(&of_attempt, RATES));
        } else if (given->role.kind == ROLE_TARGET && has_classes(&example->shape)) {
            put_whole(example, given, of_class(&example->shape, &given->role, seed, variant));
        } else if (drawn++ < DIGIT_COUNT) {
            put(example, given, 1 + (int)(digits % DIGITS));
            digits /= DIGITS;
        } else {
            put(example, given, 1 + (int)below(&of_attempt, DIGITS));
        }
    }
}

/* From 1 to MOST, negative once in four. */
static int draw_signed(uint64_t *state, unsigned most) {
    const int size = 1 + (int)below(state, most);
    return below(state, 4) == 0 ? -size : size;
}

void draw_whole(struct example *example, const struct example *of, unsigned seed, unsigned variant,
                unsigned attempt) {
    enum { WEIGHT = 2, BIAS = 2, INPUT = 3, TARGET = 9 };
    uint64_t state = seed;
    state = next_random(&state) ^ ((uint64_t)variant << 32 | attempt);
    copy(example, of);
    for (size_t i = 0; i < example->count; i++) {
        struct given *given = &example->given[i];
        const enum role_kind kind = given->role.kind;
        if (kind == ROLE_RATE)
            put(example, given, 1);
        else if (kind == ROLE_WEIGHT || kind == ROLE_BIAS)
            put_whole(example, given, draw_signed(&state, kind == ROLE_WEIGHT ? WEIGHT : BIAS));
        else
            put_whole(example, given, 1 + (int)below(&state, kind == ROLE_INPUT ? INPUT : TARGET));
    }
}
