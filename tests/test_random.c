/* The random stream against numpy 1.24's RandomState. Bits, doubles and permutations are numpy's to
 * the bit; a Gaussian may differ from it in the last place, where libm's logarithm and ours do. */
#include "suites.h"

#include "network/random.h"

#include <math.h>
#include <stdlib.h>

/* np.frombuffer(RandomState(seed).bytes(...), '<u4')[index] */
static const struct {
    uint32_t seed;
    int index;
    uint32_t bits;
} bits[] = {
    {0, 0, 2357136044u},
    {0, 1, 2546248239u},
    {0, 623, 3791854820u},
    {0, 624, 341544762u},
    {0, 1299, 387547707u},
    {1, 0, 1791095845u},
    {1, 1, 4282876139u},
    {1, 623, 2006116153u},
    {1, 624, 1104314680u},
    {1, 1299, 2604647584u},
    {3, 0, 2365658986u},
    {3, 624, 1855105112u},
    {3, 1299, 842183216u},
    {12345, 0, 3992670690u},
    {12345, 1299, 2845143676u},
    {4294967295u, 0, 419326371u},
    {4294967295u, 624, 3860652269u},
    {4294967295u, 1299, 319045431u},
};

START_TEST(bits_are_numpys) {
    struct random random;
    random_seed(&random, bits[_i].seed);
    uint32_t drawn = 0;
    for (int i = 0; i <= bits[_i].index; i++)
        drawn = random_bits(&random);
    ck_assert_msg(drawn == bits[_i].bits, "seed %u: number %d is %u, not %u", bits[_i].seed,
                  bits[_i].index, drawn, bits[_i].bits);
}
END_TEST

/* RandomState(seed).random_sample() and .standard_normal(), called index + 1 times */
static const struct {
    const char *name;
    double (*draw)(struct random *random);
    uint32_t seed;
    int index;
    double number;
    int ulps; /* that it may be off */
} numbers[] = {
    {"double", random_double, 0, 0, 0x1.18fe1565f12a8p-1, 0},
    {"double", random_double, 0, 1, 0x1.6e2d4cf608733p-1, 0},
    {"double", random_double, 1, 2, 0x1.dfb906661c000p-14, 0},
    {"double", random_double, 3, 2, 0x1.29e2ee8f87b1ep-2, 0},
    {"double", random_double, 4294967295u, 2, 0x1.93fc6f61af3f9p-1, 0},
    {"gauss", random_gauss, 0, 0, 0x1.c398ef3e5cfa5p+0, 1},
    {"gauss", random_gauss, 0, 1, 0x1.99c2cfacc8953p-2, 1},
    {"gauss", random_gauss, 0, 4, 0x1.de1847cb13ddap+0, 1},
    {"gauss", random_gauss, 0, 999, -0x1.6eb574c9b16b2p-2, 1},
    {"gauss", random_gauss, 1, 0, 0x1.9fd5190657c50p+0, 1},
    {"gauss", random_gauss, 1, 1, -0x1.393822fb7d9adp-1, 1},
    {"gauss", random_gauss, 1, 999, -0x1.7ee2458ea67ffp-3, 1},
    {"gauss", random_gauss, 3, 0, 0x1.c9e38e3e13df2p+0, 1},
    {"gauss", random_gauss, 3, 1, 0x1.befc703152c8ap-2, 1},
    {"gauss", random_gauss, 3, 2, 0x1.8b40edd841de6p-4, 1},
    {"gauss", random_gauss, 3, 3, -0x1.dd0ddb9948fd7p+0, 1},
    {"gauss", random_gauss, 3, 4, -0x1.1c0ba72861dcdp-2, 1},
    {"gauss", random_gauss, 3, 999, -0x1.0193133ea0c92p-1, 1},
    {"gauss", random_gauss, 12345, 999, 0x1.5fb7492b810dfp+0, 1},
    {"gauss", random_gauss, 4294967295u, 999, 0x1.adea44c300e5dp-1, 1},
};

START_TEST(numbers_are_numpys) {
    struct random random;
    random_seed(&random, numbers[_i].seed);
    double drawn = 0;
    for (int i = 0; i <= numbers[_i].index; i++)
        drawn = numbers[_i].draw(&random);
    const double wanted = numbers[_i].number;
    const double ulp = nextafter(fabs(wanted), INFINITY) - fabs(wanted);
    ck_assert_msg(fabs(drawn - wanted) <= numbers[_i].ulps * ulp,
                  "%s, seed %u: number %d is %a, not %a", numbers[_i].name, numbers[_i].seed,
                  numbers[_i].index, drawn, wanted);
}
END_TEST

/* RandomState(seed).permutation(10) */
static const struct {
    uint32_t seed;
    size_t order[10];
} permutations[] = {
    {0, {2, 8, 4, 9, 1, 6, 7, 3, 0, 5}},           {1, {2, 9, 6, 4, 0, 3, 1, 7, 8, 5}},
    {3, {5, 4, 1, 2, 9, 6, 7, 0, 3, 8}},           {12345, {0, 7, 3, 9, 6, 4, 1, 8, 5, 2}},
    {4294967295u, {6, 9, 5, 1, 8, 0, 7, 4, 2, 3}},
};

START_TEST(permutation_is_numpys) {
    struct random random;
    random_seed(&random, permutations[_i].seed);
    size_t *item = random_permutation(&random, 10);
    for (size_t i = 0; i < 10; i++)
        ck_assert_msg(item[i] == permutations[_i].order[i], "seed %u: place %zu has %zu, not %zu",
                      permutations[_i].seed, i, item[i], permutations[_i].order[i]);
    free(item);
}
END_TEST

/* One of no items, or of one, draws nothing. */
START_TEST(short_permutation_draws_nothing) {
    struct random random;
    random_seed(&random, 0);
    free(random_permutation(&random, (size_t)_i));
    ck_assert_uint_eq(random_bits(&random), 2357136044u);
}
END_TEST

Suite *random_suite(void) {
    Suite *suite = suite_create("random");
    add_rows(suite, "bits", bits_are_numpys, sizeof bits / sizeof *bits);
    add_rows(suite, "numbers", numbers_are_numpys, sizeof numbers / sizeof *numbers);
    add_rows(suite, "permutation", permutation_is_numpys,
             sizeof permutations / sizeof *permutations);
    add_rows(suite, "short permutation", short_permutation_draws_nothing, 2);
    return suite;
}
