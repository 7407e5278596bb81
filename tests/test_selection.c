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
    ck_assert_msg(selection_parse(&selection, rows[_i].list, &error), "%s", error.line);
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
    ck_assert(!selection_parse(&selection, faults[_i].list, &error));
    ck_assert_msg(strstr(error.line, faults[_i].says) != NULL, "%s", error.line);
}
END_TEST

START_TEST(knows_the_chapters_of_a_list) {
    struct selection selection;
    struct error error;
    ck_assert(selection_parse(&selection, "3.6,4.1-4.5", &error));
    ck_assert(selection_has_chapter(&selection, 3) && selection_has_chapter(&selection, 4) &&
              !selection_has_chapter(&selection, 5));
    ck_assert(selection_parse(&selection, "5.34", &error));
    ck_assert(!selection_has_chapter(&selection, 3) && !selection_has_chapter(&selection, 4) &&
              selection_has_chapter(&selection, 5));
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
    return suite;
}
