/* Walk: against the article's facts, against exact arithmetic, and on random examples. */
#include "suites.h"

#include "base/number.h"
#include "exact.h"
#include "render/errata.h"
#include "render/render.h"
#include "set_number.h"
#include "walk/article/article.h"
#include "walk/article/pages.h"
#include "walk/compare.h"
#include "walk/errata.h"
#include "walk/reading.h"
#include "walk/walk.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct example example, companion;
static struct walk walk;
static struct trace *const trace = &walk.trace;
static struct error error;

static void make(unsigned slips) {
    example_article(&example);
    ck_assert_msg(walk_make(&walk, &example, slips, &error), "%s", error.line);
    ck_assert_msg(walk_compare(&walk, &example, &error), "%s", error.line);
}

static void end(void) {
    walk_free(&walk);
    example_free(&companion);
    example_free(&example);
}

/* ---- The article's facts: tests/data/printed-values.tsv ---- */

struct fact {
    char equation[8], name[32], printed[24], cause[24];
    double stated;
};

static struct fact fact_of(int row) {
    char *file = read_source("tests/data/printed-values.tsv"), *rest = file, *line;
    struct fact fact = {0};
    while ((line = strsep(&rest, "\n")) != NULL)
        if (line[0] != '#' && row-- == 0)
            break;
    ck_assert_ptr_nonnull(line);
    strcpy(fact.equation, strsep(&line, "\t"));
    strcpy(fact.name, strsep(&line, "\t"));
    strcpy(fact.printed, strsep(&line, "\t"));
    fact.stated = atof(strsep(&line, "\t"));
    strcpy(fact.cause, strsep(&line, "\t"));
    free(file);
    return fact;
}

static const struct step *step_of(const struct fact *fact) {
    for (size_t i = 0; i < trace->step_count; i++)
        if (remark_of(&trace->steps[i])->printed != NULL &&
            strcmp(trace->steps[i].name, fact->name) == 0 &&
            strcmp(trace->steps[i].equation, fact->equation) == 0)
            return &trace->steps[i];
    ck_abort_msg("no step (%s) %s", fact->equation, fact->name);
}

START_TEST(stated_reading_tells_each_printed_value_why) {
    const struct fact fact = fact_of(_i);
    struct text cause = {0};
    make(SLIPS_NONE);
    const struct step *step = step_of(&fact);
    const struct remark *remark = remark_of(step);
    text_puts(&cause, "");
    slips_put(&cause, remark->cause);
    ck_assert_str_eq(remark->printed, fact.printed);
    ck_assert_msg(fabs(step->value - fact.stated) <= 0.5e-16 + 1e-14 * fabs(fact.stated), "%.17g",
                  step->value);
    ck_assert_str_eq(cause.bytes, fact.cause);
    ck_assert_int_eq(remark->verdict, fact.cause[0] != '\0' ? VERDICT_SLIP : VERDICT_SAME);
    text_free(&cause);
    end();
}
END_TEST

START_TEST(printed_reading_gives_each_printed_value) {
    const struct fact fact = fact_of(_i);
    make(SLIPS_ALL);
    const struct step *step = step_of(&fact);
    const enum verdict verdict = remark_of(step)->verdict;
    ck_assert_msg(fabs(step->value - atof(fact.printed)) <= 1e-10, "%.17g", step->value);
    ck_assert(verdict == VERDICT_SAME || verdict == VERDICT_ROUNDING);
    end();
}
END_TEST

START_TEST(all_printed_values_are_compared_and_no_other) {
    size_t printed = 0;
    make(_i == 0 ? SLIPS_NONE : SLIPS_ALL);
    for (size_t i = 0; i < trace->step_count; i++)
        if (remark_of(&trace->steps[i])->printed != NULL)
            ck_assert_str_eq(trace->steps[i].equation, article_printed[printed++].equation);
    ck_assert_uint_eq(printed, PRINTED_COUNT);
    ck_assert_uint_eq(trace->alternatives_met, (1u << NUMBER_SLIP_COUNT) - 1);
    end();
}
END_TEST

/* ---- The walks without slips ---- */

static bool make_companion(struct walk *made, const struct example *of, struct error *why) {
    return walk_companion(made, &companion, of, why);
}

static const struct {
    bool (*walk)(struct walk *, const struct example *, struct error *);
    void (*page)(struct trace *); /* in C; the companion's are text */
} others[] = {{walk_neuron, page_neuron}, {walk_sigmoid, page_sigmoid}, {make_companion, NULL}};
enum { OTHERS = sizeof others / sizeof *others, OTHERS_SIGMOID = 1, OTHERS_COMPANION };

static void make_other(int other) {
    walk_free(&walk);
    example_free(&companion);
    ck_assert_msg(others[other].walk(&walk, &example, &error), "%s", error.line);
}

/* (3.1) to (3.6), (4.1) to (4.5), (5.1) to (5.34); of these (5.31) and (5.34) are the companion's.
 */
START_TEST(every_walk_begins_with_a_heading) {
    make(SLIPS_NONE);
    if (_i < OTHERS)
        make_other(_i);
    ck_assert_ptr_nonnull(trace->steps[0].heading);
    end();
}
END_TEST

START_TEST(every_equation_has_a_step) {
    char equation[16];
    size_t found = 0;
    const int chapter = _i < 6 ? 3 : _i < 11 ? 4 : 5;
    const int number = _i + 1 - (chapter == 3 ? 0 : chapter == 4 ? 6 : 11);
    snprintf(equation, sizeof equation, "%d.%d", chapter, number);
    make(SLIPS_NONE);
    if (chapter < 5)
        make_other(chapter - 3);
    else if (number == 31 || number == 34)
        make_other(OTHERS_COMPANION);
    for (size_t i = 0; i < trace->step_count; i++)
        found += strcmp(trace->steps[i].equation, equation) == 0;
    ck_assert_msg(found > 0, "no step (%s)", equation);
    end();
}
END_TEST

/* ---- Every formula line of the article: tests/data/article-lines.tsv ---- */

enum { LINES_NEURON, LINES_SIGMOID, LINES_ARTICLE, LINES_CROSS_ENTROPY, LINES_COMPANION, LINES };

static struct walk lines_of[LINES];

static void walk_all_chapters(void) {
    example_article(&example);
    ck_assert(walk_neuron(&lines_of[LINES_NEURON], &example, &error) &&
              walk_sigmoid(&lines_of[LINES_SIGMOID], &example, &error) &&
              walk_make(&lines_of[LINES_ARTICLE], &example, SLIPS_NONE, &error) &&
              walk_compare(&lines_of[LINES_ARTICLE], &example, &error));
    ck_assert(walk_cross_entropy(&lines_of[LINES_CROSS_ENTROPY], &lines_of[LINES_ARTICLE],
                                 DIGITS_DEFAULT, &error) &&
              walk_companion(&lines_of[LINES_COMPANION], &companion, &example, &error));
}

static struct trace *trace_of_lines(const char *name) {
    static const char *const names[LINES] = {"neuron", "sigmoid", "article", "cross-entropy",
                                             "companion"};
    for (size_t i = 0; i < LINES; i++)
        if (strcmp(names[i], name) == 0)
            return &lines_of[i].trace;
    ck_abort_msg("no walk %s", name);
}

static bool form_reads(struct trace *of, struct form *form, const char *wanted) {
    struct text text = {0};
    formula_print(&text, form_formula(of, form, &error), NULL, NULL);
    const bool same = strcmp(text.bytes, wanted) == 0;
    text_free(&text);
    return same;
}

static bool heading_says(const struct trace *of, size_t at, const char *wanted) {
    struct text text = {0};
    while (of->steps[at].heading == NULL)
        at--;
    heading_put(&text, ENGLISH, of->steps[at].heading);
    const bool says = strstr(text.bytes, wanted) != NULL;
    text_free(&text);
    return says;
}

static const char *behind(const char *shown, const char *word) {
    const size_t length = strlen(word);
    return strncmp(shown, word, length) == 0 ? shown + length : NULL;
}

/* Whether step AT shows it. */
static bool step_shows(struct trace *of, size_t at, const char *shown) {
    struct step *at_it = &of->steps[at];
    struct form *last = &at_it->forms[at_it->form_count - 1];
    const char *rest;
    if ((rest = behind(shown, "heading ")) != NULL)
        return heading_says(of, at, rest);
    if ((rest = behind(shown, "printed ")) != NULL)
        return remark_of(at_it)->printed != NULL && strcmp(remark_of(at_it)->printed, rest) == 0;
    if (strcmp(shown, "numbers") == 0)
        return form_formula(of, last, &error)->kind != FORMULA_NUMBER &&
               !formula_is_symbolic(last->formula);
    rest = behind(shown, "again ");
    for (size_t i = 0; i < at_it->form_count; i++)
        if (form_reads(of, &at_it->forms[i], rest != NULL ? rest : shown))
            return true;
    return false;
}

/* How many steps of the article's number and name show it. */
static size_t steps_that_show(struct trace *of, const char *equation, const char *name,
                              const char *shown) {
    const char *typed = behind(shown, "given ");
    size_t found = 0;
    if (typed != NULL) {
        const struct quantity *given = trace_find(of, name, strlen(name));
        return given != NULL && given->typed != NULL && strcmp(given->typed, typed) == 0;
    }
    for (size_t s = 0; s < of->step_count; s++)
        found += strcmp(of->steps[s].name, name) == 0 &&
                 strcmp(of->steps[s].equation, equation) == 0 && step_shows(of, s, shown);
    return found;
}

/* ---- And in its order ---- */

/* Its place among what a step shows: form after form, numbers, value. */
static size_t place_within(struct trace *of, size_t at, const char *shown) {
    struct step *step = &of->steps[at];
    const char *again = behind(shown, "again ");
    for (size_t i = 0; i < step->form_count; i++)
        if (form_reads(of, &step->forms[i], again != NULL ? again : shown))
            return 1 + i;
    return 1 + step->form_count + (behind(shown, "printed ") != NULL);
}

/* Goes on from *PART, *AT, *WITHIN to the next place in reading order that shows it; false: there
 * is none. */
static bool go_on(const struct walk_part parts[], size_t count, const char *equation,
                  const char *name, const char *shown, size_t *part, size_t *at, size_t *within) {
    for (; *part < count; ++*part, *at = *part < count ? parts[*part].first : 0, *within = 0)
        for (; *at < parts[*part].end; ++*at, *within = 0) {
            struct trace *of = &parts[*part].walk->trace;
            const bool is_heading = behind(shown, "heading ") != NULL; /* of all steps below it */
            const bool is_value = behind(shown, "printed ") != NULL;   /* each shows its own */
            if (strcmp(of->steps[*at].name, name) != 0 ||
                strcmp(of->steps[*at].equation, equation) != 0 ||
                !(is_value || step_shows(of, *at, shown)))
                continue;
            const size_t there = is_heading ? *within : place_within(of, *at, shown);
            if (there >= *within) {
                *within = there;
                return true;
            }
        }
    return false;
}

static size_t parts_in_order(struct walk_part parts[2 + READING_PARTS_MOST]) {
    parts[0] = walk_whole(&lines_of[LINES_NEURON]);
    parts[1] = walk_whole(&lines_of[LINES_SIGMOID]);
    return 2 + walk_in_reading_order(&parts[2], &lines_of[LINES_ARTICLE],
                                     &lines_of[LINES_CROSS_ENTROPY], &lines_of[LINES_COMPANION]);
}

START_TEST(the_lines_come_in_the_order_of_the_article) {
    char *file = read_source("tests/data/article-lines.tsv"), *rest = file, *row;
    struct walk_part parts[2 + READING_PARTS_MOST];
    size_t part = 0, at = 0, within = 0;
    walk_all_chapters();
    const size_t count = parts_in_order(parts);
    while ((row = strsep(&rest, "\n")) != NULL) {
        if (row[0] == '#' || row[0] == '\0')
            continue;
        const char *line = strsep(&row, "\t"), *article = strsep(&row, "\t");
        strsep(&row, "\t");
        const char *equation = strsep(&row, "\t"), *name = strsep(&row, "\t");
        if (behind(row, "given ") == NULL) /* those stand above all */
            ck_assert_msg(go_on(parts, count, equation, name, row, &part, &at, &within),
                          "line %s, %s: (%s) %s is shown earlier: %s", line, article, equation,
                          name, row);
    }
    for (size_t i = LINES; i-- > 0;)
        walk_free(&lines_of[i]);
    free(file);
    end();
}
END_TEST

/* ---- None is missing ---- */

START_TEST(every_formula_line_of_the_article_has_its_step) {
    char *file = read_source("tests/data/article-lines.tsv"), *rest = file, *row;
    size_t lines = 0;
    walk_all_chapters();
    while ((row = strsep(&rest, "\n")) != NULL) {
        if (row[0] == '#' || row[0] == '\0')
            continue;
        const char *line = strsep(&row, "\t"), *article = strsep(&row, "\t");
        struct trace *of = trace_of_lines(strsep(&row, "\t"));
        const char *equation = strsep(&row, "\t"), *name = strsep(&row, "\t");
        ck_assert_msg(steps_that_show(of, equation, name, row) >=
                          1 + (behind(row, "again ") != NULL),
                      "line %s, %s: no step (%s) %s shows: %s", line, article, equation, name, row);
        lines++;
    }
    ck_assert_uint_eq(lines, 196);
    for (size_t i = LINES; i-- > 0;)
        walk_free(&lines_of[i]);
    free(file);
    end();
}
END_TEST

/* Nothing is taken for shown that is not. */
START_TEST(what_no_step_shows_is_noticed) {
    static const char *const wrong[][3] = {
        {"5.1", "in_h1", "w1*i1 + w2*i2"},     {"5.2", "in_h1", "w1*i1 + w2*i2 + 1*b1"},
        {"5.1", "in_h1", "printed 0.7"},       {"5.5", "E_total", "heading the chain rule"},
        {"5.14", "din_O1_db3", "numbers"},     {"", "i1", "given 0.10"},
        {"5.1", "in_h1", "printed 0.6 or 0.7"}};
    walk_all_chapters();
    ck_assert_uint_eq(
        steps_that_show(&lines_of[LINES_ARTICLE].trace, wrong[_i][0], wrong[_i][1], wrong[_i][2]),
        0);
    for (size_t i = LINES; i-- > 0;)
        walk_free(&lines_of[i]);
    end();
}
END_TEST

/* ---- The errata ---- */

/* What the article had where a slip was made, on its own way: the numbers are from 50 digits. */
static const struct {
    const char *name;
    double made, stated;
} slipped[NUMBER_SLIP_COUNT] = {{"in_h2", 0.66, 0.67},
                                {"in_O2", 1.6393677251, 1.6511619417},
                                {"E_O1", 0.0116359213, 0.3112191904},
                                {"dE_O1_din_O1", 0.1284037009, 0.1267289024},
                                {"w1_new", 0.0998863737, 0.0994383967}};

START_TEST(a_slip_tells_what_the_article_had) {
    struct errata errata;
    ck_assert(errata_collect(&errata, &error));
    const struct number_slip *slip = &errata.numbers[_i];
    ck_assert_uint_eq(slip->count, strcmp(slip->id, "E3") == 0 ? 2 : 1);
    ck_assert_str_eq(slip->made[0]->name, slipped[_i].name);
    ck_assert_msg(fabs(slip->made[0]->value - slipped[_i].made) <= 1e-10, "%.12g",
                  slip->made[0]->value);
    ck_assert_msg(fabs(slip->stated[0]->value - slipped[_i].stated) <= 0.5e-10, "%.12g",
                  slip->stated[0]->value);
    errata_free(&errata);
}
END_TEST

static void every_entry_says(const char *const *ids, const char *const aspects[]) {
    for (; *ids != NULL; ids++)
        for (size_t i = 0; aspects[i] != NULL; i++) {
            char key[32];
            snprintf(key, sizeof key, "%s.%s", *ids, aspects[i]);
            ck_assert_msg(prose(ENGLISH, key) != key, "no %s", key);
        }
}

START_TEST(every_erratum_says_where_what_how_and_whose) {
    static const char *const of_number[] = {"found", "other", "whose", NULL};
    static const char *const of_text[] = {"place", "printed", "correct", "found", "whose", NULL};
    static const char *const of_step[] = {"place", "printed", "correct", "found", NULL};
    static const char *const numbers[] = {"E1", "E2", "E3", "E4", "E5", NULL};
    every_entry_says(numbers, of_number);
    every_entry_says(article_text_slips, of_text);
    every_entry_says(article_repairs, of_step);
    every_entry_says(article_differences, of_step);
}
END_TEST

/* Each formula in a sentence of the errata has its value. */
START_TEST(every_number_of_the_errata_is_computed) {
    struct errata errata;
    struct text out = {0};
    ck_assert(errata_collect(&errata, &error));
    errata_format("text")(&out, &errata, NULL, _i == 0 ? ENGLISH : CHINESE);
    ck_assert(strpbrk(out.bytes, "{}") == NULL && strstr(out.bytes, " nan") == NULL);
    ck_assert(strstr(out.bytes, "1.6428571429") != NULL);  /* -1/2 (0.01/0.7 - 0.99/0.3) */
    ck_assert(strstr(out.bytes, "1.0491071429") != NULL);  /* with 0.99/0.8 - 0.01/0.2 in it */
    ck_assert(strstr(out.bytes, "-1.5903926137") != NULL); /* T3 */
    ck_assert(strstr(out.bytes, "w1_new") != NULL);
    text_free(&out);
    errata_free(&errata);
}
END_TEST

/* (5.31) is the companion's; (5.32) and (5.33) stand in both readings. */
START_TEST(a_pointer_stands_at_the_step) {
    static const struct {
        const char *equation, *id;
    } expected[] = {{"5.31", "T10"}, {"5.32", "T11"}, {"5.33", "T11"}};
    size_t pointers = 0;
    make(_i == 0 ? SLIPS_NONE : SLIPS_ALL);
    if (_i == 2) {
        make_other(OTHERS_COMPANION);
        walk_point_out(&walk);
    }
    for (size_t s = 0; s < trace->step_count; s++)
        for (size_t i = 0; i < 3; i++)
            if (remark_of(&trace->steps[s])->pointer != NULL &&
                strcmp(trace->steps[s].equation, expected[i].equation) == 0) {
                ck_assert_str_eq(remark_of(&trace->steps[s])->pointer, expected[i].id);
                pointers++;
            }
    ck_assert_uint_eq(pointers, _i == 2 ? 1 : 2);
    end();
}
END_TEST

/* ---- Against exact arithmetic, from the texts alone ---- */

START_TEST(article_values_are_exact_to_1e_14) {
    make(_i == 1 ? SLIPS_ALL : SLIPS_NONE);
    if (_i >= 2)
        make_other(_i - 2);
    struct exact *exact = exact_walk(trace, EXACT_THROUGHOUT);
    for (size_t s = 0; s < trace->step_count; s++)
        for (size_t f = 0; f < trace->steps[s].form_count; f++) {
            const struct form *form = &trace->steps[s].forms[f];
            const double distance = exact_distance(form->value, exact_form(exact, s, f));
            ck_assert_msg(distance <= 1e-14 * fabs(form->value),
                          "(%s) %s: %.*s is %.17g, off by %g", trace->steps[s].equation,
                          trace->steps[s].name, (int)form->length, form->text, form->value,
                          distance);
        }
    exact_free(exact);
    end();
}
END_TEST

/* ---- Random examples ---- */

enum { RANDOM_EXAMPLES = 200 };

/* A number in [-1, 1), times a SIZE that grows with the row: the same on every machine. */
static double random_number(unsigned long long *state, double size) {
    *state = *state * 6364136223846793005ULL + 1442695040888963407ULL;
    return ((double)(*state >> 11) * 0x1p-52 - 1) * size;
}

static void random_numbers(struct example *of, int row) {
    unsigned long long state = (unsigned long long)row + 1;
    const double size = row < 120 ? 2 : row < 180 ? 20 : 300;
    for (int i = 0; i < 10; i++)
        random_number(&state, 1);
    for (size_t i = 0; i < of->count; i++) {
        char typed[64];
        snprintf(typed, sizeof typed, "%s=%.17g", of->given[i].name, random_number(&state, size));
        set_number(of, typed);
    }
}

static void random_example(int row) {
    example_article(&example);
    random_numbers(&example, row);
}

/* The companion, with hh's numbers random too. */
static void make_random_companion(int row) {
    walk_free(&walk);
    example_free(&companion);
    example_companion(&companion, &example);
    random_numbers(&companion, row);
    ck_assert_msg(walk_any(&walk, &companion, TELL_BRIEFLY, &error), "%s", error.line);
}

static const struct formula *formula_of(struct form *form) {
    const struct formula *formula = form_formula(trace, form, &error);
    ck_assert_msg(formula != NULL, "%.*s: %s", (int)form->length, form->text, error.line);
    return formula;
}

/* What a line adds to the errors of the names in it is a few units in the last place of its largest
 * term; what it inherits is within the bound that the trace keeps. */
static void compare_with_exact(bool line_by_line) {
    struct exact *exact = exact_walk(trace, line_by_line ? EXACT_LINE_BY_LINE : EXACT_THROUGHOUT);
    const struct formula_names names = trace_names(trace);
    for (size_t s = 0; s < trace->step_count; s++)
        for (size_t f = 0; f < trace->steps[s].form_count; f++) {
            struct form *form = &trace->steps[s].forms[f];
            const double distance = exact_distance(form->value, exact_form(exact, s, f));
            struct approximate bound;
            ck_assert(formula_evaluate(formula_of(form), &names, &bound, &error));
            const double allowed =
                line_by_line ? 4 * exact_unit(exact, formula_of(form)) : bound.error;
            ck_assert_msg(distance <= allowed, "(%s) %s: %.*s is %.17g, off by %g, allowed %g",
                          trace->steps[s].equation, trace->steps[s].name, (int)form->length,
                          form->text, form->value, distance, allowed);
        }
    exact_free(exact);
}

/* x of chapter 4 */
static double first_sum(void) {
    return example_value(&example, "w1") * example_value(&example, "i1") +
           example_value(&example, "w2") * example_value(&example, "i2") +
           example_value(&example, "b1");
}

START_TEST(random_examples_are_exact_within_their_bounds) {
    random_example(_i);
    ck_assert_msg(walk_make(&walk, &example, SLIPS_NONE, &error), "%s", error.line);
    compare_with_exact(false);
    compare_with_exact(true);
    for (int other = 0; other < how_many(OTHERS); other++) {
        const int i = (_i + other) % OTHERS;
        if (i == OTHERS_SIGMOID && first_sum() < -350) { /* exp(-x)^2 has no double */
            walk_free(&walk);
            ck_assert(!others[i].walk(&walk, &example, &error));
            ck_assert_msg(strstr(error.line, "leaves the range") != NULL, "%s", error.line);
            continue;
        }
        if (i == OTHERS_COMPANION)
            make_random_companion(_i);
        else
            make_other(i);
        compare_with_exact(false);
        compare_with_exact(true);
    }
    end();
}
END_TEST

/* 64 M^16 roundings of 2^-53, M the largest given number, and 1 at least. */
START_TEST(the_ceiling_of_errors_is_of_the_largest_number) {
    static const struct {
        const char *set;
        double ceiling;
    } largest[] = {
        {"w1=0.1", 0x1p-47}, {"b4=-1", 0x1p-47}, {"w8=-4", 0x1p-15}, {"i1=0.5", 0x1p-47}};
    example_article(&example);
    set_number(&example, largest[_i].set);
    ck_assert(walk_make(&walk, &example, SLIPS_NONE, &error));
    ck_assert_msg(trace->error_ceiling == largest[_i].ceiling, "%s: %a", largest[_i].set,
                  trace->error_ceiling);
    end();
}
END_TEST

/* In chapter 3 the same; in chapter 4 four times the square of v as much. A y nearer to 0 leaves
 * all open, even where it is 0 itself. */
START_TEST(the_ceilings_of_chapters) {
    static const struct {
        const char *sets[3];
        double ceiling, most; /* of chapter 3, and without regard to y */
    } chapters[] = {
        {{"w1=0.1"}, 0x1p-47, 0x1p-47},
        {{"b1=2"}, 0x1p-31, 0x1p-31},
        {{"i1=0", "i2=0", "b1=0"}, INFINITY, 0x1p-47},
        {{"i1=0", "i2=0", "b1=1e-15"}, INFINITY, 0x1p-47},
        {{"i1=0", "i2=0", "b1=-7.1e-15"}, INFINITY, 0x1p-47},
        {{"i1=0", "i2=0", "b1=-7.2e-15"}, 0x1p-47, 0x1p-47},
        {{"i1=0", "i2=0", "b1=1e-14"}, 0x1p-47, 0x1p-47},
    };
    example_article(&example);
    for (size_t i = 0; i < 3 && chapters[_i].sets[i] != NULL; i++)
        set_number(&example, chapters[_i].sets[i]);
    ck_assert_msg(walk_neuron(&walk, &example, &error), "%s", error.line);
    ck_assert_msg(trace->error_ceiling == chapters[_i].ceiling, "row %d: %a", _i,
                  trace->error_ceiling);
    walk_free(&walk);
    ck_assert_msg(walk_sigmoid(&walk, &example, &error), "%s", error.line);
    const double v = trace_value(trace, "v");
    ck_assert_msg(trace->error_ceiling == 4 * chapters[_i].most * (v * v), "row %d: %a", _i,
                  trace->error_ceiling);
    end();
}
END_TEST

START_TEST(random_examples_walk_in_both_readings) {
    random_example(_i);
    enum { READINGS = 1 << NUMBER_SLIP_COUNT };
    for (int reading = 0; reading < how_many(READINGS); reading++) {
        const unsigned slips = (unsigned)(_i * how_many(READINGS) + reading) % READINGS;
        ck_assert_msg(walk_make(&walk, &example, slips, &error), "%s", error.line);
        ck_assert_msg(walk_compare(&walk, &example, &error), "%s", error.line);
        walk_free(&walk);
    }
    example_free(&example);
}
END_TEST

static double error_after(struct example *of, const char *name, double value) {
    char typed[64];
    struct walk moved;
    snprintf(typed, sizeof typed, "%s=%.17g", name, value);
    set_number(of, typed);
    ck_assert_msg(walk_make(&moved, of, SLIPS_NONE, &error), "%s", error.line);
    const double total = trace_value(&moved.trace, "E_total");
    walk_free(&moved);
    return total;
}

/* Every gradient of the walk is the slope of E_total between two walks nearby. */
START_TEST(gradients_equal_central_differences) {
    struct example *of = _i % 2 == 1 ? &companion : &example;
    size_t gradients = 0;
    random_example(_i / 2);
    if (of == &companion)
        make_random_companion(_i / 2);
    else
        ck_assert_msg(walk_make(&walk, &example, SLIPS_NONE, &error), "%s", error.line);
    for (size_t i = 0; i < of->count; i++) {
        char gradient[32];
        const struct given *given = &of->given[i];
        const double at = given->value, step = 0x1p-17;
        if (given->role.kind != ROLE_WEIGHT && given->role.kind != ROLE_BIAS)
            continue;
        gradients++;
        snprintf(gradient, sizeof gradient, "dE_total_d%s", given->name);
        const double above = error_after(of, given->name, at + step);
        const double below = error_after(of, given->name, at - step);
        error_after(of, given->name, at);
        const double slope = (above - below) / (2 * step);
        ck_assert_msg(fabs(slope - trace_value(trace, gradient)) <= 1e-8, "%s is %.17g, not %.17g",
                      gradient, trace_value(trace, gradient), slope);
    }
    ck_assert_uint_eq(gradients, of == &companion ? 18 : 12);
    end();
}
END_TEST

/* Where a slip says what is so anyway, it changes nothing: b1 = b2, b3 = b4, both outputs alike, a
 * target of 0, alpha = 0.1. */
START_TEST(readings_are_equal_where_no_slip_is_reached) {
    static const char *const sets[] = {"b2=0.55", "b4=0.66", "w7=0.5",   "w8=0.6",
                                       "O1=0",    "O2=0",    "alpha=0.1"};
    struct walk printed;
    example_article(&example);
    for (size_t i = 0; i < sizeof sets / sizeof *sets; i++)
        set_number(&example, sets[i]);
    ck_assert_msg(walk_make(&walk, &example, SLIPS_NONE, &error), "%s", error.line);
    ck_assert_msg(walk_make(&printed, &example, SLIPS_ALL, &error), "%s", error.line);
    ck_assert_uint_eq(trace->step_count, printed.trace.step_count);
    for (size_t i = 0; i < trace->step_count; i++)
        ck_assert_msg(trace->steps[i].value == printed.trace.steps[i].value, "%s",
                      trace->steps[i].name);
    ck_assert(walk_compare(&walk, &example, &error));
    for (size_t i = 0; i < trace->step_count; i++)
        ck_assert(remark_of(&trace->steps[i])->cause == 0 &&
                  remark_of(&trace->steps[i])->printed == NULL);
    walk_free(&printed);
    end();
}
END_TEST

/* ---- What is printed is what was computed ---- */

static const char *seventeen_digits(void *context, const char *name, size_t length) {
    static char rooms[8][NUMBER_ROOM];
    static int next;
    char *room = rooms[next++ % 8];
    const struct quantity *quantity = trace_find(context, name, length);
    number_exact(room, quantity->value);
    return room;
}

/* Prints a form, parses what was printed, evaluates that. */
static double from_text_alone(const struct formula *formula,
                              const struct formula_numbers *numbers) {
    const struct formula_names names = trace_names(trace);
    struct text text = {0};
    struct arena arena = {0};
    struct approximate value;
    size_t column;
    formula_print(&text, formula, numbers, NULL);
    const struct formula *again = formula_parse(&arena, text.bytes, text.length, &column, &error);
    ck_assert_msg(again != NULL, "%s: %zu: %s", text.bytes, column, error.line);
    ck_assert(formula_evaluate(again, &names, &value, &error));
    text_free(&text);
    arena_free(&arena);
    return value.value;
}

/* COMPILED is a walk that was recorded and not checked: its values are those of the C lines. */
static void compare_texts(const struct trace *compiled) {
    const struct formula_numbers numbers = {.shown = seventeen_digits, .context = trace};
    for (size_t s = 0; s < trace->step_count; s++)
        for (size_t f = 0; f < trace->steps[s].form_count; f++) {
            struct form *form = &trace->steps[s].forms[f];
            const double in_c = compiled->steps[s].forms[f].value;
            const double printed = from_text_alone(formula_of(form), NULL);
            const bool has_partial = formula_is_symbolic(formula_of(form));
            ck_assert_msg(isnan(in_c) || printed == in_c ||
                              (has_partial && fabs(printed - in_c) <= 1e-14 * fabs(in_c)),
                          "%.*s: printed %.17g, compiled %.17g", (int)form->length, form->text,
                          printed, in_c);
            if (!has_partial)
                ck_assert_msg(from_text_alone(formula_of(form), &numbers) == printed, "%.*s",
                              (int)form->length, form->text);
        }
}

/* A companion's line is no line of C: its value is that of its text already, and what is printed
 * has it again. */
START_TEST(every_printed_form_evaluates_to_the_compiled_value) {
    const unsigned slips = _i == 1 ? SLIPS_ALL : SLIPS_NONE;
    struct trace compiled;
    make(slips);
    if (_i >= 2)
        make_other(_i - 2);
    if (_i < 2) {
        walk_record_article(&compiled, &example, slips);
    } else if (others[_i - 2].page != NULL) {
        trace_start(&compiled, "", SLIPS_NONE);
        for (size_t i = 0; i < trace->quantity_count && trace->quantities[i].typed != NULL; i++)
            trace_given(&compiled, trace->quantities[i].name, trace->quantities[i].value,
                        trace->quantities[i].typed);
        others[_i - 2].page(&compiled);
    } else {
        compare_texts(trace);
        end();
        return;
    }
    ck_assert_uint_eq(compiled.step_count, trace->step_count);
    compare_texts(&compiled);
    trace_free(&compiled);
    end();
}
END_TEST

static const char *const outside[] = {"w1=1e200,i1=1e200", "w5=1e308,w6=1e308,b3=1e308", "O1=1e200",
                                      "alpha=1e308,O1=50"};

START_TEST(names_the_step_that_leaves_the_range) {
    char sets[64], *rest = sets, *set;
    example_article(&example);
    strcpy(sets, outside[_i]);
    while ((set = strsep(&rest, ",")) != NULL)
        set_number(&example, set);
    ck_assert(!walk_make(&walk, &example, SLIPS_NONE, &error));
    ck_assert_msg(strstr(error.line, "leaves the range of a double") != NULL &&
                      error.line[0] == '(',
                  "%s", error.line);
    end();
}
END_TEST

/* in_h2 is within the range with b2, as stated, and not with b1, as E1 has it: no comparison. */
START_TEST(compares_no_slip_that_leaves_the_range) {
    static const char *const sets[] = {"i1=1", "w3=-1.7e308", "b1=-1.7e308"};
    example_article(&example);
    for (size_t i = 0; i < sizeof sets / sizeof *sets; i++)
        set_number(&example, sets[i]);
    const unsigned slips = _i == 0 ? SLIPS_NONE : slip_bit("E2");
    ck_assert_msg(walk_make(&walk, &example, slips, &error), "%s", error.line);
    ck_assert(!walk_compare(&walk, &example, &error));
    ck_assert_msg(strncmp(error.line, "(5.1) in_h2: leaves the range", 29) == 0, "%s", error.line);
    end();
}
END_TEST

/* A printed value that the walk does not give, and none of the slips, is a fault of ours. */
START_TEST(a_difference_without_a_cause_is_a_fault) {
    make(SLIPS_ALL);
    for (size_t i = 0; i < trace->step_count; i++)
        if (remark_of(&trace->steps[i])->verdict == VERDICT_SAME) {
            trace->steps[i].value += 1;
            break;
        }
    ck_assert(!walk_compare(&walk, &example, &error));
    ck_assert_msg(strncmp(error.line, "(5.1) in_h1: the article prints 0.6, and no slip", 48) == 0,
                  "%s", error.line);
    end();
}
END_TEST

/* Neurons driven to 0 and 1 are no fault. */
START_TEST(the_article_s_walk_needs_its_shape) {
    ck_assert_msg(example_make(&example, "softmax", NULL, 0, &error), "%s", error.line);
    ck_assert(!walk_article(trace, &example, SLIPS_NONE, &error));
    ck_assert_msg(strstr(error.line, "2-2-2") != NULL, "%s", error.line);
    ck_assert_uint_eq(trace->step_count, 0);
    end();
}
END_TEST

static const char *const saturated[] = {"w1=10000", "w1=-10000", "w5=5000", "b3=-2000", "w1=-1e9"};

START_TEST(saturated_neurons_walk) {
    example_article(&example);
    set_number(&example, saturated[_i]);
    ck_assert_msg(walk_make(&walk, &example, SLIPS_NONE, &error), "%s", error.line);
    ck_assert_msg(walk_compare(&walk, &example, &error), "%s", error.line);
    end();
}
END_TEST

/* A square of chapter 4 that a double cannot carry to ten decimals: (exp(10) + 1)^2, by Python's
 * decimal module. */
START_TEST(chapter_4_shows_large_squares) {
    static const char *const sets[] = {"i1=2", "i2=2", "w1=-2", "w2=-2", "b1=-2"};
    char room[NUMBER_ROOM];
    example_article(&example);
    for (size_t i = 0; i < sizeof sets / sizeof *sets; i++)
        set_number(&example, sets[i]);
    ck_assert_msg(walk_sigmoid(&walk, &example, &error), "%s", error.line);
    trace_shown(&walk.trace, trace_find(&walk.trace, "v_squared", 9), 10, room);
    ck_assert_str_eq(room, "485209249.3413798914");
    trace_shown(&walk.trace, trace_find(&walk.trace, "dquotient_dx", 12), 17, room);
    ck_assert_str_eq(room, "-0.00040856020865708");
    end();
}
END_TEST

Suite *walk_suite(void) {
    Suite *suite = suite_create("walk");
    add_rows(suite, "stated reading: verdict and cause",
             stated_reading_tells_each_printed_value_why, 24);
    add_rows(suite, "printed reading: value", printed_reading_gives_each_printed_value, 24);
    add_rows(suite, "all printed values", all_printed_values_are_compared_and_no_other, 2);
    add_rows(suite, "begins with a heading", every_walk_begins_with_a_heading, OTHERS + 1);
    add_rows(suite, "every equation has a step", every_equation_has_a_step, 6 + 5 + 34);
    add_rows(suite, "every formula line has its step",
             every_formula_line_of_the_article_has_its_step, 1);
    add_rows(suite, "and in the article's order", the_lines_come_in_the_order_of_the_article, 1);
    add_rows(suite, "no line without a step", what_no_step_shows_is_noticed, 7);
    add_rows(suite, "what the article had", a_slip_tells_what_the_article_had, NUMBER_SLIP_COUNT);
    add_rows(suite, "every erratum says", every_erratum_says_where_what_how_and_whose, 1);
    add_rows(suite, "errata are computed", every_number_of_the_errata_is_computed, 2);
    add_rows(suite, "pointers", a_pointer_stands_at_the_step, 3);
    add_rows(suite, "exact to 1e-14", article_values_are_exact_to_1e_14, 2 + OTHERS);
    add_rows(suite, "random: exact within bounds", random_examples_are_exact_within_their_bounds,
             RANDOM_EXAMPLES);
    add_rows(suite, "the ceiling of errors", the_ceiling_of_errors_is_of_the_largest_number, 4);
    add_rows(suite, "the ceilings of chapters", the_ceilings_of_chapters, 7);
    add_rows(suite, "random: all 32 readings", random_examples_walk_in_both_readings,
             RANDOM_EXAMPLES);
    add_rows(suite, "random: gradients", gradients_equal_central_differences, 80);
    add_rows(suite, "readings equal without slips", readings_are_equal_where_no_slip_is_reached, 1);
    add_rows(suite, "printed forms evaluate", every_printed_form_evaluates_to_the_compiled_value,
             2 + OTHERS);
    add_rows(suite, "leaves the range", names_the_step_that_leaves_the_range, 4);
    add_rows(suite, "compares no slip outside", compares_no_slip_that_leaves_the_range, 2);
    add_rows(suite, "a difference without a cause", a_difference_without_a_cause_is_a_fault, 1);
    add_rows(suite, "the article's walk needs its shape", the_article_s_walk_needs_its_shape, 1);
    add_rows(suite, "saturated neurons walk", saturated_neurons_walk, 5);
    add_rows(suite, "chapter 4 shows large squares", chapter_4_shows_large_squares, 1);
    return suite;
}
