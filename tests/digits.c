/* Digits: every shown decimal of every walk is the right one: tests/digits [EXAMPLES [DECIMALS]].
 *
 * Random examples (random_example.h) are walked, those of the article's shape over both kinds of
 * pages, its companion, chapters 3 and 4, and with its slips made. The right digits of a name are
 * those of its exact value, rounded once, a tie to even; the exact value is the oracle's, which
 * knows the network and none of the formulas, or, for chapters 3 and 4 and slips, the formulas' own
 * in 3000 bits. Of each walk
 *
 *     each name   its shown digits and its double, which its claimed bound of error holds
 *     each form   that as mathematics it is its name's value
 *     each slope  that it is a central difference of the forward pass
 *     itself      that each weight and bias has its gradient and its update; or that it ended
 *                 where a value is beyond a double
 *
 * Speaks TAP; counts what a double left open, and what could not be compared, and why. */
#include "exact.h"
#include "oracle.h"
#include "random_example.h"

#include "base/memory.h"
#include "base/number.h"
#include "render/numbers.h"
#include "render/render.h"
#include "walk/walk.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BITS = ORACLE_BITS, LONGEST = 400, TOLD = 20 };

struct counts {
    size_t walks, iterations, values, open, ties, by_double, bounded, forms, ended;
    size_t wrong, beyond, unequal, missing, ended_wrongly;        /* faults */
    size_t beyond_mpfr, without_oracle, differences[DIFFERENCES]; /* and what has no judge */
};

struct test {
    struct counts counts;
    const struct example *example;
    unsigned row;
    int digits;
    const char *pages; /* which walk of the example it is */
    size_t told;       /* faults so far */
    bool shows_example;
};

/* A fault: a line, and the example of the first few. */
static void tell(struct test *test, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void tell(struct test *test, const char *format, ...) {
    va_list arguments;
    if (test->told++ >= TOLD)
        return;
    va_start(arguments, format);
    printf("# example %u, %s: ", test->row, test->pages);
    vprintf(format, arguments);
    puts("");
    va_end(arguments);
    test->shows_example = true;
}

/* ---- Shown digits ---- */

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

/* Against the digits that are SHOWN, of a value whose double is VALUE to within ERROR. */
static void compare(struct test *test, const char *name, mpfr_srcptr exact, double value,
                    double error, const char *shown) {
    struct counts *counts = &test->counts;
    char expected[LONGEST];
    char by_double[NUMBER_ROOM];
    bool is_tie;
    if (mpfr_nan_p(exact)) { /* e^(2^62) is beyond MPFR, and a quotient of two such no number */
        counts->beyond_mpfr++;
        return;
    }
    const bool right = is_right(expected, exact, shown, test->digits, &is_tie);
    counts->values++;
    counts->ties += is_tie;
    counts->open += number_shown_within(by_double, value, error, test->digits) == 0;
    number_shown(by_double, value, test->digits);
    counts->by_double += strcmp(expected, by_double) != 0;
    counts->bounded += isfinite(error) != 0;
    if (!(exact_distance(value, exact) <= error)) {
        counts->beyond++;
        tell(test, "%s: %.17g is not within %.3g of %s", name, value, error, expected);
    }
    if (!right) {
        counts->wrong++;
        tell(test, "%s: shown %s, right %s (%.17g)", name, shown, expected, value);
    }
}

/* ---- A walk against the texts of its formulas: chapters 3 and 4, slips ---- */

static void compare_with_texts(struct test *test, struct trace *trace) {
    struct exact *exact = exact_walk(trace, EXACT_AS_TYPED);
    struct numbers numbers = numbers_of(trace, test->digits);
    const struct formula_numbers in_place = numbers_for_formula(&numbers);
    const double ceiling = trace->error_ceiling;
    for (size_t s = 0; s < trace->step_count; s++) {
        struct step *step = &trace->steps[s];
        char room[NUMBER_ROOM];
        compare(test, step->name, exact_form(exact, s, step->form_count - 1), step->value, ceiling,
                numbers_value(&numbers, step, room));
        for (size_t f = 0; f < step->form_count; f++)
            if (step->forms[f].differs) {
                trace_form_shown(trace, &step->forms[f], test->digits, room);
                compare(test, step->name, exact_form(exact, s, f), step->forms[f].value, ceiling,
                        room);
            }
    }
    for (size_t q = 0; q < trace->quantity_count; q++) {
        const struct quantity *named = &trace->quantities[q];
        if (named->typed == NULL)
            compare(test, named->name, exact_quantity(exact, q), named->value, ceiling,
                    in_place.shown(in_place.context, named->name, named->length));
    }
    exact_free(exact);
}

/* ---- A walk against the oracle ---- */

/* A name that is computed, or inherited from the iteration before. Its own bound of error is there
 * once its digits were asked for. */
static void compare_name(struct test *test, struct trace *trace, const struct quantity *named,
                         mpfr_srcptr exact, struct numbers *numbers) {
    const struct formula_numbers in_place = numbers_for_formula(numbers);
    const char *shown = in_place.shown(in_place.context, named->name, named->length);
    const double own = named->error >= 0 ? 1.0001 * named->error : (double)INFINITY;
    compare(test, named->name, exact, named->value, fmin(own, trace->error_ceiling), shown);
}

static void compare_slope(struct test *test, const struct oracle *oracle,
                          const struct quantity *named, mpfr_srcptr exact) {
    const enum difference difference = oracle_difference(oracle, named->name, named->length, exact);
    test->counts.differences[difference]++;
    if (difference == DIFFERENCE_DISAGREES)
        tell(test, "%s: is no central difference", named->name);
}

/* VALUE is that of the step's name. */
static void compare_step(struct test *test, const struct step *step, size_t index,
                         struct exact *exact, struct numbers *numbers, mpfr_srcptr value) {
    const struct formula_numbers in_place = numbers_for_formula(numbers);
    char room[NUMBER_ROOM];
    if (strcmp(numbers_value(numbers, step, room),
               in_place.shown(in_place.context, step->name, strlen(step->name))) != 0) {
        test->counts.wrong++;
        tell(test, "(%s) %s: is not shown as its name is", step->equation, step->name);
    }
    for (size_t f = 0; f < step->form_count; f++) {
        test->counts.forms++;
        if (exact_form_is(exact, index, f, value) && !step->forms[f].differs)
            continue;
        test->counts.unequal++;
        tell(test, "(%s) %s: %.*s is another value", step->equation, step->name,
             (int)step->forms[f].length, step->forms[f].text);
    }
}

/* Of a large network every slope of so many is a central difference. */
static size_t stride(const struct trace *trace) {
    enum { SMALL = 1000 };
    return 1 + trace->quantity_count / SMALL * 8;
}

static void compare_with_oracle(struct test *test, struct trace *trace,
                                const struct oracle *oracle) {
    struct numbers numbers = numbers_of(trace, test->digits);
    mpfr_t *values = memory_zeroed(trace->quantity_count, sizeof *values);
    for (size_t q = 0; q < trace->quantity_count; q++) {
        const struct quantity *named = &trace->quantities[q];
        mpfr_init2(values[q], BITS);
        if (!oracle_value(oracle, named->name, named->length, values[q])) {
            test->counts.without_oracle++;
            tell(test, "%s: the oracle does not know it", named->name);
        } else if (named->typed == NULL || named->source != NULL) {
            compare_name(test, trace, named, values[q], &numbers);
            if (q % stride(trace) == 0)
                compare_slope(test, oracle, named, values[q]);
        }
    }
    struct exact *exact = exact_with(trace, values);
    for (size_t s = 0; s < trace->step_count; s++) {
        const struct step *step = &trace->steps[s];
        const struct quantity *named = trace_find(trace, step->name, strlen(step->name));
        compare_step(test, step, s, exact, &numbers, values[named - trace->quantities]);
    }
    exact_free(exact);
    for (size_t q = 0; q < trace->quantity_count; q++)
        mpfr_clear(values[q]);
    free(values);
}

static void need_name(struct test *test, const struct trace *trace, const char *before,
                      const char *given, const char *behind) {
    char name[NUMBER_ROOM];
    const int length = snprintf(name, sizeof name, "%s%s%s", before, given, behind);
    if (trace_find(trace, name, (size_t)length) != NULL)
        return;
    test->counts.missing++;
    tell(test, "%s: is missing", name);
}

/* Each weight and bias has its gradient and its update. */
static void need_names(struct test *test, const struct trace *trace) {
    for (size_t i = 0; i < test->example->count; i++) {
        const struct given *given = &test->example->given[i];
        if (given->role.kind != ROLE_WEIGHT && given->role.kind != ROLE_BIAS)
            continue;
        need_name(test, trace, "dE_total_d", given->name, "");
        need_name(test, trace, "", given->name, "_new");
    }
}

/* ---- The walks of an example ---- */

static bool left_range(const struct error *error) {
    return strstr(error->line, "leaves the range of a double") != NULL;
}

static void ended(struct test *test, const struct error *error, bool may_end) {
    test->counts.ended++;
    if (left_range(error) && may_end)
        return;
    test->counts.ended_wrongly++;
    tell(test, "ended: %s", error->line);
}

/* MADE is the first of so many ITERATIONS, or it ended with ERROR. */
static void judge(struct test *test, const char *pages, struct walk *first, bool made,
                  struct error *error, unsigned iterations) {
    struct oracle *oracle = oracle_of(test->example);
    struct walk next[RANDOM_ITERATIONS] = {0}, *walk = first;
    test->pages = pages;
    test->counts.walks++;
    for (unsigned i = 0;; i++) {
        if (!made) {
            ended(test, error, oracle_leaves_range(oracle));
            break;
        }
        test->counts.iterations++;
        compare_with_oracle(test, &walk->trace, oracle);
        need_names(test, &walk->trace);
        if (i + 1 == iterations)
            break;
        oracle_next(oracle);
        made = walk_next(&next[i], walk, test->example, test->digits, error);
        walk = &next[i];
    }
    for (unsigned i = RANDOM_ITERATIONS; i > 0; i--)
        walk_free(&next[i - 1]);
    oracle_free(oracle);
}

static void judge_by_texts(struct test *test, const char *pages, struct trace *trace, bool made,
                           struct error *error) {
    test->pages = pages;
    test->counts.walks++;
    if (made)
        compare_with_texts(test, trace);
    else
        ended(test, error, true);
}

static void walk_only_article(struct test *test) {
    const struct example *example = test->example;
    struct example companion;
    struct walk walk;
    struct trace slipped;
    struct error error;
    bool made = walk_neuron(&walk, example, &error);
    judge_by_texts(test, "chapter 3", &walk.trace, made, &error);
    walk_free(&walk);
    made = walk_sigmoid(&walk, example, &error);
    judge_by_texts(test, "chapter 4", &walk.trace, made, &error);
    walk_free(&walk);
    made = walk_article(&slipped, example, SLIPS_ALL, &error);
    judge_by_texts(test, "with slips", &slipped, made, &error);
    trace_free(&slipped);
    made = walk_any(&walk, example, TELL_ALL, &error);
    judge(test, "written from 2-2-2", &walk, made, &error, 1);
    walk_free(&walk);
    made = walk_companion(&walk, &companion, example, &error);
    test->example = &companion;
    judge(test, "companion", &walk, made, &error, 1);
    test->example = example;
    walk_free(&walk);
    example_free(&companion);
}

static void walk_all(struct test *test) {
    const bool is_brief = test->row % 6 == 5 && !example_has_article_shape(test->example);
    struct walk walk;
    struct error error;
    const bool made = is_brief ? walk_any(&walk, test->example, TELL_BRIEFLY, &error)
                               : walk_make(&walk, test->example, SLIPS_NONE, &error);
    judge(test, "walk", &walk, made, &error, is_brief ? 1 : random_example_iterations(test->row));
    walk_free(&walk);
    if (example_has_article_shape(test->example))
        walk_only_article(test);
}

static void show(const struct text *text) {
    for (const char *line = text->bytes; line != NULL && *line != '\0';) {
        const size_t length = strcspn(line, "\n");
        printf("#     %.*s\n", (int)length, line);
        line += length + (line[length] == '\n');
    }
}

static void try_row(struct test *test) {
    struct text text = {0};
    struct example example;
    struct error error;
    text_puts(&text, "");
    random_example(&text, test->row);
    if (example_parse(&example, text.bytes, text.length, "example", NULL, 0, &error)) {
        test->example = &example;
        walk_all(test);
    } else {
        test->pages = "reading";
        test->counts.ended_wrongly++;
        tell(test, "%s", error.line);
    }
    if (test->shows_example)
        show(&text);
    test->shows_example = false;
    example_free(&example);
    text_free(&text);
}

/* ---- What came of it ---- */

static void summary(const struct counts *c, int examples) {
    const size_t *d = c->differences;
    printf(
        "# %d examples, %zu walks of %zu iterations, %zu of them ended where a value is beyond a "
        "double\n",
        examples, c->walks, c->iterations, c->ended);
    printf(
        "# %zu values shown; a double left %zu open, %zu of them ties, and would show %zu wrong; "
        "%zu have a bound of error; %zu are beyond MPFR\n",
        c->values, c->open, c->ties, c->by_double, c->bounded, c->beyond_mpfr);
    printf(
        "# %zu slopes are central differences; not compared are %zu at a kink of ReLU or the end of "
        "log, %zu of layers updated at once, %zu of numbers above 1000\n",
        d[DIFFERENCE_AGREES], d[DIFFERENCE_AT_KINK], d[DIFFERENCE_AT_ONCE],
        d[DIFFERENCE_TOO_LARGE]);
}

static bool report(int number, size_t faults, size_t of, const char *what) {
    const bool right = faults == 0 && of > 0;
    printf("%sok %d - %s: %zu, %zu not\n", right ? "" : "not ", number, what, of, faults);
    return right;
}

static bool verdict(const struct counts *c) {
    const size_t differences =
        c->differences[DIFFERENCE_AGREES] + c->differences[DIFFERENCE_DISAGREES];
    bool right = report(1, c->wrong, c->values, "every shown digit is the right one");
    right &= report(2, c->beyond, c->bounded, "no value is beyond its bound of error");
    right &= report(3, c->unequal, c->forms, "every form is its name's value");
    right &= report(4, c->differences[DIFFERENCE_DISAGREES], differences,
                    "every slope is a central difference");
    right &= report(5, c->missing + c->without_oracle, c->values,
                    "every name is known, and none is missing");
    right &= report(6, c->ended_wrongly, c->walks,
                    "every walk is whole, or has a value beyond a double");
    puts("1..6");
    return right;
}

int main(int argc, char **argv) {
    enum { PROGRESS = 1000 };
    const char *thorough = getenv("THOROUGH");
    const int some = thorough != NULL && strcmp(thorough, "yes") == 0 ? 400 : 60;
    const int examples = argc > 1 ? atoi(argv[1]) : some;
    struct test test = {0};
    for (int row = 0; row <= examples; row++) {
        test.row = (unsigned)row;
        test.digits = argc > 2 ? atoi(argv[2]) : random_example_decimals(test.row);
        try_row(&test);
        if (row > 0 && row % PROGRESS == 0)
            printf("# %d of %d examples, %zu values\n", row, examples, test.counts.values);
        fflush(stdout);
    }
    summary(&test.counts, examples);
    return verdict(&test.counts) ? EXIT_SUCCESS : EXIT_FAILURE;
}
