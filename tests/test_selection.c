/* Selection: lists of equations, and what is none. */
#include "suites.h"

#include "walk/selection.h"

#include <string.h>

static const struct {
    const char *list, *equation;
    bool has;
} rows[] = {
    {"5.6-5.13,5.28", "5.6", true},   {"5.6-5.13,5.28", "5.13", true},
    {"5.6-5.13,5.28", "5.14", false}, {"5.6-5.13,5.28", "5.28", true},
    {"5.6-5.13,5.28", "", false},     {"5.1", "5.1", true},
    {"5.1", "5.10", false},           {"5.34-5.34", "5.34", true},
    {"5.2,5.1", "5.1", true},         {"3.1-3.6", "3.6", true},
    {"3.1-3.6", "4.1", false},        {"3.6-4.2", "4.2", true},
    {"3.6-4.2", "4.3", false},        {"4.5-5.1", "5.1", true},
    {"3.1-5.34", "4.5", true},        {"3.1", "5.1", false},
};

START_TEST(selects) {
    struct selection selection;
    struct error error;
    ck_assert_msg(selection_parse(&selection, rows[_i].list, CHAPTER_FIRST, &error), "%s",
                  error.line);
    ck_assert(selection_has(&selection, rows[_i].equation) == rows[_i].has);
}
END_TEST

static const struct {
    const char *list, *says;
} faults[] = {
    {"5.99", "'5.99' is no equation"},       {"5.9-5.2", "'5.9-5.2' runs backwards"},
    {"abc", "'abc' is no equation"},         {"", "'' is no equation"},
    {"5.", "'5.' is no equation"},           {"51", "'51' is no equation"},
    {"5.1,", "'' is no equation"},           {"5.0", "'5.0' is no equation"},
    {"5.01", "'5.01' is no equation"},       {"4.6", "'4.6' is no equation"},
    {"5.1-", "'5.1-' is no equation"},       {"5.1-5.2-5.3", "'5.1-5.2-5.3' is no equation"},
    {"5.1 5.2", "'5.1 5.2' is no"},          {"5", "'5' is no equation"},
    {"5.111111111111", "is no equation"},    {"3.7", "'3.7' is no equation"},
    {"4.1-3.6", "'4.1-3.6' runs backwards"}, {"2.1", "'2.1' is no equation"},
};

START_TEST(refuses) {
    struct selection selection;
    struct error error;
    ck_assert(!selection_parse(&selection, faults[_i].list, CHAPTER_FIRST, &error));
    ck_assert_msg(strstr(error.line, faults[_i].says) != NULL, "%s", error.line);
}
END_TEST

START_TEST(knows_the_chapters_of_a_list) {
    struct selection selection;
    struct error error;
    ck_assert(selection_parse(&selection, "3.6,4.1-4.5", CHAPTER_FIRST, &error));
    ck_assert(selection_has_chapter(&selection, 3) && selection_has_chapter(&selection, 4) &&
              !selection_has_chapter(&selection, 5));
    ck_assert(selection_parse(&selection, "5.34", CHAPTER_LAST, &error));
    ck_assert(!selection_has_chapter(&selection, 3) && !selection_has_chapter(&selection, 4) &&
              selection_has_chapter(&selection, 5));
}
END_TEST

/* Of two networks that have a name the first is shown, in each iteration; one that alone has one
 * too.
 */
static const struct {
    const char *equations, *names, *shown, *says;
} named[] = {
    {NULL, "y", "1.y1 3.y1 ", NULL},
    {NULL, "y,x", "1.x 1.y1 3.x 3.y1 ", NULL},
    {NULL, "z", "2.z ", NULL},
    {NULL, "y,z", "1.y1 2.y2 2.z 3.y1 ", NULL},
    {"5.2", "y,z", "2.y2 2.z ", NULL},
    {"5.1", "z", NULL, "--names: 'z' is the name of no step"},
    {NULL, "a", NULL, "--names: 'a' is the name of no step"},
    {NULL, "y,", NULL, "--names: '' is the name of no step"},
    {NULL, NULL, "1.x 1.y1 2.y2 2.z 3.x 3.y1 ", NULL},
};

static void record(struct walk *walk, const char *equation, const char *name) {
    const double value = 1;
    trace_step(&walk->trace, STEP_GIVES, equation, 0, name, "1", &value, 1);
}

static void put_shown(struct text *out, const struct selection *selection, const struct walk *walk,
                      int number) {
    for (size_t s = 0; s < walk->trace.step_count; s++) {
        const struct step *step = &walk->trace.steps[s];
        if (selection_shows(selection, step))
            text_printf(out, "%d.%s%s ", number, step->name,
                        step->name[0] == 'y' ? step->equation + 2 : "");
    }
}

START_TEST(selects_by_name) {
    enum { WALKS = 3 };
    static const char *const networks[WALKS] = {"one", "two", "one"};
    struct walk walks[WALKS] = {0}, *each[WALKS], *shown[WALKS];
    struct selection selection = {.names = named[_i].names};
    struct text out = {0};
    struct error error;
    size_t count = 0;
    for (int w = 0; w < WALKS; w++) {
        each[w] = &walks[w];
        trace_start(&walks[w].trace, networks[w], 0);
        trace_given(&walks[w].trace, "a", 1, "1");
        record(&walks[w], w == 1 ? "5.2" : "", w == 1 ? "y" : "x");
        record(&walks[w], w == 1 ? "5.2" : "5.1", w == 1 ? "z" : "y");
    }
    if (named[_i].equations != NULL)
        ck_assert(selection_parse(&selection, named[_i].equations, CHAPTER_FIRST, &error));
    const bool done = selection_walks(&selection, each, WALKS, shown, &count, &error);
    ck_assert_int_eq(done, named[_i].shown != NULL);
    text_puts(&out, "");
    for (size_t w = 0; w < count && done; w++)
        put_shown(&out, &selection, shown[w], (int)(shown[w] - walks) + 1);
    if (done)
        ck_assert_str_eq(out.bytes, named[_i].shown);
    else
        ck_assert_ptr_nonnull(strstr(error.line, named[_i].says));
    ck_assert(selection_is_whole(&selection) ==
              (named[_i].names == NULL && named[_i].equations == NULL));
    text_free(&out);
    for (int w = 0; w < WALKS; w++)
        trace_free(&walks[w].trace);
}
END_TEST

START_TEST(all_without_a_list) {
    const struct selection all = {0};
    ck_assert(selection_has(&all, "5.1") && selection_has(&all, ""));
    ck_assert(selection_has_chapter(&all, 3) && selection_has_chapter(&all, 5));
}
END_TEST

Suite *selection_suite(void) {
    Suite *suite = suite_create("selection");
    add_rows(suite, "selects", selects, sizeof rows / sizeof *rows);
    add_rows(suite, "refuses", refuses, sizeof faults / sizeof *faults);
    add_rows(suite, "knows chapters", knows_the_chapters_of_a_list, 1);
    add_rows(suite, "all without a list", all_without_a_list, 1);
    add_rows(suite, "names", selects_by_name, sizeof named / sizeof *named);
    return suite;
}
