/* Random: see random.h. The only arithmetic that could differ from numpy's is that of the logarithm
 * in random_gauss, which is libm's there: the last bit may differ in one number of a few hundred.
 */
#include "network/random.h"

#include "base/elementary.h"
#include "base/memory.h"

#include <math.h>

enum { HALFWAY = 397 };

/* init_genrand of the reference implementation */
void random_seed(struct random *random, uint32_t seed) {
    random->word[0] = seed;
    for (uint32_t i = 1; i < RANDOM_WORDS; i++) {
        const uint32_t last = random->word[i - 1];
        random->word[i] = 1812433253u * (last ^ last >> 30) + i;
    }
    random->used = RANDOM_WORDS;
    random->has_gauss = false;
}

static void next_state(uint32_t word[RANDOM_WORDS]) {
    for (size_t i = 0; i < RANDOM_WORDS; i++) {
        const uint32_t mixed =
            (word[i] & 0x80000000u) | (word[(i + 1) % RANDOM_WORDS] & 0x7fffffffu);
        const uint32_t twist = mixed & 1 ? 0x9908b0dfu : 0;
        word[i] = word[(i + HALFWAY) % RANDOM_WORDS] ^ mixed >> 1 ^ twist;
    }
}

uint32_t random_bits(struct random *random) {
    if (random->used == RANDOM_WORDS) {
        next_state(random->word);
        random->used = 0;
    }
    uint32_t bits = random->word[random->used++];
    bits ^= bits >> 11;
    bits ^= bits << 7 & 0x9d2c5680u;
    bits ^= bits << 15 & 0xefc60000u;
    return bits ^ bits >> 18;
}

double random_double(struct random *random) {
    const uint32_t a = random_bits(random) >> 5;
    const uint32_t b = random_bits(random) >> 6;
    return (a * 67108864.0 + b) / 9007199254740992.0;
}

/* Marsaglia's polar method: a point drawn from the unit disc makes two numbers. */
double random_gauss(struct random *random) {
    if (random->has_gauss) {
        random->has_gauss = false;
        return random->gauss;
    }
    double x1, x2, r2;
    do {
        x1 = 2 * random_double(random) - 1;
        x2 = 2 * random_double(random) - 1;
        r2 = x1 * x1 + x2 * x2;
    } while (r2 >= 1 || r2 == 0);
    const double f = sqrt(-2 * elementary_log(r2) / r2);
    random->gauss = f * x1;
    random->has_gauss = true;
    return f * x2;
}

/* A whole number in [0, MOST]: bits cut to the length of MOST, until they are not above it. */
static uint32_t up_to(struct random *random, uint32_t most) {
    uint32_t mask = most;
    for (unsigned shift = 1; shift < 32; shift *= 2)
        mask |= mask >> shift;
    uint32_t drawn;
    do
        drawn = random_bits(random) & mask;
    while (drawn > most);
    return drawn;
}

size_t *random_permutation(struct random *random, size_t count) {
    size_t *item = memory_zeroed(count, sizeof *item);
    for (size_t i = 0; i < count; i++)
        item[i] = i;
    for (size_t i = count; i-- > 1;) {
        const size_t j = up_to(random, (uint32_t)i);
        const size_t kept = item[i];
        item[i] = item[j];
        item[j] = kept;
    }
    return item;
}
