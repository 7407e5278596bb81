/* Suites: runs them all and speaks TAP, a line a row. */
#include "suites.h"

#include "host/file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void add_rows(Suite *suite, const char *name, const TTest *test, size_t count) {
    TCase *rows = tcase_create(name);
    tcase_set_timeout(rows, 300);
    tcase_add_loop_test(rows, test, 0, (int)count);
    suite_add_tcase(suite, rows);
}

char *read_source(const char *path) {
    const char *top = getenv("SOURCES");
    char full[4096];
    struct text text = {0};
    struct error error;
    snprintf(full, sizeof full, "%s/%s", top != NULL ? top : ".", path);
    ck_assert_msg(file_read(&text, full, &error), "%s", error.line);
    return text.bytes;
}

double example_value(const struct example *example, const char *name) {
    const struct given *given = example_find(example, name);
    return given != NULL ? given->value : 0;
}

const struct formula *parsed(struct arena *arena, const char *text) {
    size_t column;
    struct error error;
    const struct formula *formula = formula_parse(arena, text, strlen(text), &column, &error);
    ck_assert_msg(formula != NULL, "'%s': column %zu: %s", text, column, error.line);
    return formula;
}

int how_many(int all) {
    const char *thorough = getenv("THOROUGH");
    return thorough != NULL && strcmp(thorough, "yes") == 0 ? all : (all + 3) / 4;
}

int main(void) {
    SRunner *runner = srunner_create(number_suite());
    srunner_add_suite(runner, elementary_suite());
    srunner_add_suite(runner, big_suite());
    srunner_add_suite(runner, formula_suite());
    srunner_add_suite(runner, typeset_suite());
    srunner_add_suite(runner, name_suite());
    srunner_add_suite(runner, trace_suite());
    srunner_add_suite(runner, example_suite());
    srunner_add_suite(runner, explain_suite());
    srunner_add_suite(runner, page_suite());
    srunner_add_suite(runner, plot_suite());
    srunner_add_suite(runner, prose_suite());
    srunner_add_suite(runner, render_suite());
    srunner_add_suite(runner, said_suite());
    srunner_add_suite(runner, selection_suite());
    srunner_add_suite(runner, walk_suite());
    srunner_add_suite(runner, any_suite());
    srunner_add_suite(runner, random_suite());
    srunner_add_suite(runner, moons_suite());
    srunner_add_suite(runner, data_suite());
    srunner_add_suite(runner, network_suite());
    srunner_add_suite(runner, model_suite());
    srunner_add_suite(runner, twin_suite());
    srunner_add_suite(runner, answer_suite());
    srunner_add_suite(runner, answer_file_suite());
    srunner_add_suite(runner, check_suite());
    srunner_add_suite(runner, escape_suite());
    srunner_add_suite(runner, shape_suite());
    srunner_add_suite(runner, sheet_suite());
    srunner_add_suite(runner, slip_suite());
    setvbuf(stdout, NULL, _IOLBF, 0); /* who reads it may stop at the first failure */
    srunner_set_tap(runner, "-");
    srunner_run_all(runner, CK_SILENT);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
