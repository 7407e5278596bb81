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

static void put(struct example *example, size_t index, int tenths) {
    char typed[8];
    const int length = snprintf(typed, sizeof typed, "%s0.%d", tenths < 0 ? "-" : "",
                                tenths < 0 ? -tenths : tenths);
    example->numbers[index].value = tenths / 10.;
    example->numbers[index].typed = arena_copy(&example->arena, typed, (size_t)length);
}

/* The weights: from -0.9 to 0.9 without 0, positive ones more often, each at most once. */
static void draw_weight(struct example *example, size_t index, bool taken[19], uint64_t *state) {
    int tenths;
    do {
        tenths = 1 + (int)below(state, 9);
        if (below(state, 4) == 0)
            tenths = -tenths;
    } while (taken[tenths + 9]);
    taken[tenths + 9] = true;
    put(example, index, tenths);
}

void draw_example(struct example *example, unsigned seed, unsigned variant, unsigned attempt) {
    enum { DIGITS = 9, RATES = 5 };
    /* numbers with a digit from 1 to 9: i1 i2 O1 O2 and the biases of the article's network */
    static const uint64_t count = 43046721u; /* 9^8 */
    uint64_t of_seed = seed;
    const uint64_t step = next_random(&of_seed) % (count / 3) * 3 + 1; /* prime to 9 */
    uint64_t digits = (next_random(&of_seed) % count + variant * step) % count;
    uint64_t of_attempt = next_random(&of_seed) ^ ((uint64_t)variant << 32 | attempt);
    bool taken[19] = {false};
    for (size_t i = 0; i < EXAMPLE_COUNT; i++) {
        const char *name = example_name(i);
        if (name[0] == 'w') {
            draw_weight(example, i, taken, &of_attempt);
        } else if (name[0] == 'a') {
            put(example, i, 1 + (int)below(&of_attempt, RATES));
        } else if (i >= EXAMPLE_DEEP_FROM) {
            put(example, i, 1 + (int)below(&of_attempt, DIGITS));
        } else {
            put(example, i, 1 + (int)(digits % DIGITS));
            digits /= DIGITS;
        }
    }
}
