/* Digits: every shown decimal of every walk is the right one: tests/digits [EXAMPLES [DECIMALS]].
 *
 * The right one is that of the exact value, computed by MPFR in 3000 bits from the texts of the
 * formulas and the numbers as typed, and rounded once, a tie to even. Chapters 3 to 5, both
 * readings and the companion, on the article's numbers and on random ones, some short as
 * people type them, where ties are common, some of 17 digits, some large, one in eleven with a
 * number of up to 10^24 or 10^307. Of each step its value, each form that a slip parts from it, and
 * the value that formulas put in place of its name. Speaks TAP; counts what a double left open. */
#include "exact.h"
#include "set_number.h"

#include "base/number.h"
#include "render/numbers.h"
#include "render/render.h"
#include "walk/walk.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BITS = 3500, LONGEST = 400, WALKS = 5, GIVEN = 17 };

struct counts {
    size_t values, open, ties, by_double, wrong, beyond, unknown;
};

static double random_number(unsigned long long *state) {
    *state = *state * 6364136223846793005ULL + 1442695040888963407ULL;
    return (double)(*state >> 11) * 0x1p-52 - 1;
}

/* By how much the number I of an example is larger than the others: mostly not at all. */
static double enlarged(int row, size_t i) {
    const bool is_it = row % 11 == 10 && i == (size_t)(row / 11) % GIVEN;
    return !is_it ? 1 : row % 5 == 0 ? 1e305 : pow(10, row % 25);
}

/* Row 0 keeps its numbers. Sizes 1, 2, 20, 300; 1 to 6 decimals or 17 digits. */
static void set_random_numbers(struct example *example, int row) {
    static const double sizes[] = {1, 2, 2, 20, 300};
    unsigned long long state = (unsigned long long)row * 2654435761u + 1;
    const double size = sizes[row % 5];
    const int decimals = row / 5 % 7;
    for (int i = 0; i < 10; i++)
        random_number(&state);
    for (size_t i = 0; i < example->count && row > 0; i++) {
        char typed[LONGEST];
        const double number = random_number(&state) * size * enlarged(row, i);
        snprintf(typed, sizeof typed, decimals > 0 ? "%s=%.*f" : "%s=%.*g", example->given[i].name,
                 decimals > 0 ? decimals : 17, number);
        set_number(example, typed);
    }
}

static void drop_zeros(char *text) {
    char *exponent = strchr(text, 'e');
    char *end = exponent != NULL ? exponent : text + strlen(text), *kept = end;
    if (memchr(text, '.', (size_t)(end - text)) == NULL)
        return;
    while (kept[-1] == '0')
        kept--;
    if (kept[-1] == '.')
        kept--;
    memmove(kept, end, strlen(end) + 1);
}

/* EXACT, unless it is a tie but for what its many bits cannot see (2^-1024 of a unit of the decimal
 * AT): then the even one of the two. */
static bool settle_tie(mpfr_ptr settled, mpfr_srcptr exact, int at) {
    mpfr_t power, half;
    mpfr_inits2(BITS, power, half, (mpfr_ptr)0);
    mpfr_ui_pow_ui(power, 10, (unsigned)abs(at), MPFR_RNDN);
    (at < 0 ? mpfr_div : mpfr_mul)(settled, exact, power, MPFR_RNDN);
    mpfr_floor(half, settled);
    mpfr_add_d(half, half, 0.5, MPFR_RNDN);
    mpfr_sub(settled, settled, half, MPFR_RNDN);
    const bool is_tie = mpfr_zero_p(settled) || mpfr_get_exp(settled) < -1024;
    mpfr_rint(half, half, MPFR_RNDN);
    (at < 0 ? mpfr_mul : mpfr_div)(settled, half, power, MPFR_RNDN);
    if (!is_tie)
        mpfr_set(settled, exact, MPFR_RNDN);
    mpfr_clears(power, half, (mpfr_ptr)0);
    return is_tie;
}

/* By printf's conversion TYPE, f or e. */
static void round_to(char expected[LONGEST], mpfr_srcptr exact, int digits, char type,
                     bool *is_tie) {
    mpfr_t settled;
    char text[LONGEST];
    mpfr_init2(settled, BITS);
    mpfr_snprintf(text, sizeof text, "%.*RDe", digits, exact);
    *is_tie =
        settle_tie(settled, exact, type == 'f' ? digits : digits - atoi(strchr(text, 'e') + 1));
    mpfr_snprintf(expected, LONGEST, type == 'f' ? "%.*RNf" : "%.*RNe", digits, settled);
    mpfr_clear(settled);
}

/* By the rules of number_shown. What is smaller than all doubles is 0. */
static bool is_right(char expected[LONGEST], mpfr_srcptr exact, const char *shown, int digits,
                     bool *is_tie) {
    *is_tie = false;
    strcpy(expected, "0");
    if (!mpfr_zero_p(exact) && mpfr_get_exp(exact) > -1074) {
        if (mpfr_cmp_d(exact, 1e15) < 0 && mpfr_cmp_d(exact, -1e15) > 0)
            round_to(expected, exact, digits, 'f', is_tie);
        if (strpbrk(expected, "123456789") == NULL)
            round_to(expected, exact, digits, 'e', is_tie);
        drop_zeros(expected);
    }
    return strcmp(expected, shown) == 0;
}

static void compare(const struct trace *trace, const char *name, const char *where,
                    mpfr_srcptr exact, double value, const char *shown, int digits, int row,
                    struct counts *counts) {
    char expected[LONGEST];
    char by_double[NUMBER_ROOM];
    bool is_tie;
    if (mpfr_nan_p(exact)) { /* e^(2^62) is beyond MPFR, and a quotient of two such no number */
        counts->unknown++;
        return;
    }
    const bool right = is_right(expected, exact, shown, digits, &is_tie);
    counts->values++;
    counts->beyond += exact_distance(value, exact) <= trace->error_ceiling ? 0 : 1;
    counts->ties += is_tie;
    counts->open += number_shown_within(by_double, value, trace->error_ceiling, digits) == 0;
    number_shown(by_double, value, digits);
    counts->by_double += strcmp(expected, by_double) != 0;
    if (right)
        return;
    if (counts->wrong++ < 20)
        printf("# example %d, %s, (%s) %s: shown %s, right %s (%.17g)\n", row, trace->network,
               where, name, shown, expected, value);
}

static void compare_trace(struct trace *trace, int digits, int row, struct counts *counts) {
    struct exact *exact = exact_walk(trace, EXACT_AS_TYPED);
    struct numbers numbers = numbers_of(trace, digits);
    const struct formula_numbers in_place = numbers_for_formula(&numbers);
    for (size_t s = 0; s < trace->step_count; s++) {
        const struct step *step = &trace->steps[s];
        char room[NUMBER_ROOM];
        compare(trace, step->name, step->equation, exact_form(exact, s, step->form_count - 1),
                step->value, numbers_value(&numbers, step, room), digits, row, counts);
        for (size_t f = 0; f < step->form_count; f++)
            if (step->forms[f].differs) {
                trace_form_shown(trace, &step->forms[f], digits, room);
                compare(trace, step->name, "another form", exact_form(exact, s, f),
                        step->forms[f].value, room, digits, row, counts);
            }
    }
    for (size_t q = 0; q < trace->quantity_count; q++) {
        const struct quantity *named = &trace->quantities[q];
        if (named->typed == NULL)
            compare(trace, named->name, "in place", exact_quantity(exact, q), named->value,
                    in_place.shown(in_place.context, named->name, named->length), digits, row,
                    counts);
    }
    exact_free(exact);
}

static bool make_walk(struct walk *walk, struct example *example, int row, int which,
                      struct error *error) {
    struct example article;
    example_article(&article);
    (which == 2 ? example_companion(example, &article) : example_article(example));
    example_free(&article);
    set_random_numbers(example, row);
    return which == 0   ? walk_neuron(walk, example, error)
           : which == 1 ? walk_sigmoid(walk, example, error)
           : which == 2 ? walk_any(walk, example, TELL_BRIEFLY, error)
                        : walk_make(walk, example, which == 3 ? SLIPS_NONE : SLIPS_ALL, error);
}

int main(int argc, char **argv) {
    const char *thorough = getenv("THOROUGH");
    const int some = thorough != NULL && strcmp(thorough, "yes") == 0 ? 150 : 50;
    const int examples = argc > 1 ? atoi(argv[1]) : some;
    const int digits = argc > 2 ? atoi(argv[2]) : DIGITS_DEFAULT;
    struct counts counts = {0};
    size_t stopped = 0;
    for (int row = 0; row <= examples; row++) {
        for (int which = 0; which < WALKS; which++) {
            struct example example;
            struct walk walk;
            struct error error;
            if (make_walk(&walk, &example, row, which, &error))
                compare_trace(&walk.trace, digits, row, &counts);
            else
                stopped++;
            walk_free(&walk);
            example_free(&example);
        }
    }
    printf(
        "# %d examples, %d decimals: %zu values shown; a double left %zu open, %zu of them ties, "
        "and would show %zu wrong; %zu are wrong; %zu values have no oracle; %zu walks left the range "
        "of a double\n",
        examples, digits, counts.values, counts.open, counts.ties, counts.by_double, counts.wrong,
        counts.unknown, stopped);
    const bool right = counts.values > 0 && counts.wrong == 0, within = counts.beyond == 0;
    printf("%sok 1 - every shown digit of %d examples is the right one\n", right ? "" : "not ",
           examples);
    printf("%sok 2 - no value is beyond its error ceiling (%zu are)\n", within ? "" : "not ",
           counts.beyond);
    puts("1..2");
    return right && within ? EXIT_SUCCESS : EXIT_FAILURE;
}
