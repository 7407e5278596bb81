/* Any: the article's network walked by two independent pieces of code, its pages in C and the pages
 * written from its layers: the same names, each with the same value and the same digits. */
#include "suites.h"

#include "base/number.h"
#include "set_number.h"
#include "walk/walk.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

enum { RANDOM_EXAMPLES = 1000 };

static struct example example;
static struct error error;

/* The same on every machine, in [-1, 1). */
static double random_number(unsigned long long *state) {
    *state = *state * 6364136223846793005ULL + 1442695040888963407ULL;
    return (double)(*state >> 11) * 0x1p-52 - 1;
}

/* Row 0 is the article's; the others have numbers to 1, 2 or 20, of 1 to 6 decimals or 17 digits.
 */
static void start(int row) {
    static const double sizes[] = {1, 2, 2, 20};
    unsigned long long state = (unsigned long long)row * 2654435761u + 7;
    example_article(&example);
    for (int i = 0; i < 10; i++)
        random_number(&state);
    for (size_t i = 0; i < example.count && row > 0; i++) {
        char typed[64];
        const double number = random_number(&state) * sizes[row % 4];
        const int decimals = row / 4 % 7;
        snprintf(typed, sizeof typed, decimals > 0 ? "%s=%.*f" : "%s=%.*g", example.given[i].name,
                 decimals > 0 ? decimals : 17, number);
        set_number(&example, typed);
    }
}

/* The bound of what rounding has done to a value, from the given doubles on. */
static double rounding(struct walk *walk, const struct quantity *quantity) {
    const struct formula_names names = trace_names(&walk->trace);
    struct approximate found = {0};
    ck_assert(names.find(names.context, quantity->name, quantity->length, &found));
    return found.error;
}

/* 4 units in the last place on the article's numbers. On others terms can cancel that the two add
 * up in another order, and both have what is left of them within their bounds. */
static void assert_same_value(struct walk *in_c, const struct quantity *of_c,
                              struct walk *from_layers, const struct quantity *written,
                              bool is_article) {
    const double allowed = is_article ? 4 * DBL_EPSILON * fabs(of_c->value)
                                      : rounding(in_c, of_c) + rounding(from_layers, written);
    ck_assert_msg(fabs(of_c->value - written->value) <= allowed,
                  "%s: %.17g in C, %.17g from the layers, allowed %g", of_c->name, of_c->value,
                  written->value, allowed);
}

/* Digits are of the exact values: in those there is no rounding to allow for. */
static void assert_same_digits(struct walk *in_c, const struct quantity *of_c,
                               struct walk *from_layers, const struct quantity *written,
                               int digits) {
    char here[NUMBER_ROOM], there[NUMBER_ROOM];
    trace_shown(&in_c->trace, of_c, digits, here);
    trace_shown(&from_layers->trace, written, digits, there);
    ck_assert_msg(strcmp(here, there) == 0, "%s: %s in C, %s from the layers", of_c->name, here,
                  there);
}

static void assert_same(struct walk *in_c, struct walk *from_layers, bool is_article) {
    for (size_t q = 0; q < in_c->trace.quantity_count; q++) {
        const struct quantity *of_c = &in_c->trace.quantities[q];
        const struct quantity *written =
            trace_find(&from_layers->trace, of_c->name, strlen(of_c->name));
        ck_assert_msg(written != NULL, "no %s from the layers", of_c->name);
        ck_assert((of_c->typed == NULL) == (written->typed == NULL));
        assert_same_value(in_c, of_c, from_layers, written, is_article);
        assert_same_digits(in_c, of_c, from_layers, written, DIGITS_DEFAULT);
        assert_same_digits(in_c, of_c, from_layers, written, DIGITS_MOST);
    }
}

START_TEST(the_articles_network_both_ways) {
    struct walk in_c, from_layers;
    start(_i);
    ck_assert_msg(walk_make(&in_c, &example, SLIPS_NONE, &error), "%s", error.line);
    ck_assert_msg(walk_any(&from_layers, &example, TELL_ALL, &error), "%s", error.line);
    ck_assert_str_eq(in_c.trace.network, from_layers.trace.network);
    ck_assert_uint_ge(in_c.trace.quantity_count, 97);
    assert_same(&in_c, &from_layers, _i == 0);
    walk_free(&from_layers);
    walk_free(&in_c);
    example_free(&example);
}
END_TEST

Suite *any_suite(void) {
    Suite *suite = suite_create("any");
    add_rows(suite, "the article's network both ways", the_articles_network_both_ways,
             (size_t)how_many(RANDOM_EXAMPLES));
    return suite;
}
