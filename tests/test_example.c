/* Example: what a file of numbers may hold, and every fault with its place. */
#include "suites.h"

#include "example/example.h"

#include <string.h>

static bool make(struct example *example, const char *text, const char *sets, struct error *error) {
    static char copy[4096];
    const char *list[16];
    size_t count = 0;
    strcpy(copy, sets);
    for (char *rest = copy, *set; (set = strsep(&rest, ";")) != NULL && sets[0] != '\0';)
        list[count++] = set;
    return example_parse(example, text, strlen(text), "file", list, count, error);
}

static const struct {
    const char *text, *sets, *name;
    double value;
} rows[] = {
    {"w1 = 0.15\n", "", "w1", 0.15},
    {"w1=0.15", "", "w1", 0.15},
    {"  w1\t=  0.15  \n", "", "w1", 0.15},
    {"w1 = 0.15 # as tried on Monday\n", "", "w1", 0.15},
    {"# all of it\n\n\n w1 = 1e-1\r\nb4 = -2\r\n", "", "b4", -2},
    {"\xEF\xBB\xBFw1 = 3\n", "", "w1", 3},
    {"w1 = 3\n", "", "w2", 0.2},
    {"", "", "alpha", 0.5},
    {"#", "", "alpha", 0.5},
};

START_TEST(reads) {
    struct example example;
    struct error error;
    ck_assert_msg(make(&example, rows[_i].text, rows[_i].sets, &error), "%s", error.line);
    ck_assert(example_value(&example, rows[_i].name) == rows[_i].value);
    example_free(&example);
}
END_TEST

START_TEST(numbers_by_name) {
    struct example example;
    example_article(&example);
    ck_assert(example_is_article(&example));
    ck_assert(example_value(&example, "b4") == 0.67);
    ck_assert_str_eq(example_find(&example, "w1")->typed, "0.1");
    ck_assert(example_value(&example, "w9") == 0);
    ck_assert_ptr_null(example_find(&example, "w9"));
    example_free(&example);
}
END_TEST

static const struct {
    const char *text, *says;
} faults[] = {
    {"w1 = 0.1\nw99 = 1\n", "file:2:1: w99 is no number of 2-2-2; one of"},
    {"w1 = 0.1\n\n w1 = 0.2\n", "file:3:2: w1 has its value from line 1 already"},
    {"w1 0.1\n", "file:1:4: there is no ="},
    {"w1\n", "file:1:3: there is no ="},
    {"w1 = 0,55\n", "file:1:6: w1 = 0,55 has a comma"},
    {"w1 = 0x\n", "file:1:6: w1 = 0x is not a number"},
    {"w1 = 1e999\n", "file:1:6: w1 = 1e999 is too large"},
    {"w1 = nan\n", "file:1:6: w1 = nan is not a number"},
    {"w1 = inf\n", "file:1:6: w1 = inf is not a number"},
    {"w1 =\n", "file:1:5: w1 =  has no value"},
    {"w1 = # nothing\n", "file:1:6: w1 =  has no value"},
    {" = 5\n", "file:1:2: there is no name"},
    {"w1 = 0.1 0.2\n", "file:1:6: w1 = 0.1 0.2 is not a number"},
    {"w1 == 0.1\n", "file:1:5: w1 = = 0.1 is not a number"},
    {"in_h1 = 0.6\n", "file:1:1: in_h1 is computed, so it is no number of the example"},
    {"\x7F"
     "ELF\x02\x01\n",
     "file:1:1: there is no ="},
};

START_TEST(refuses) {
    struct example example;
    struct error error;
    ck_assert(!make(&example, faults[_i].text, "", &error));
    ck_assert_msg(strncmp(error.line, faults[_i].says, strlen(faults[_i].says)) == 0, "%s",
                  error.line);
    ck_assert(strpbrk(error.line, "\n\r\t") == NULL);
    ck_assert_uint_eq(example.count, 0);
    example_free(&example);
}
END_TEST

START_TEST(refuses_bytes_that_are_no_text) {
    static char line[1 << 20];
    struct example example;
    struct error error;
    ck_assert(!example_parse(&example, "w1 = 0.1\nw2\0= 3\n", 16, "file", NULL, 0, &error));
    ck_assert_ptr_nonnull(strstr(error.line, ":2:3: a NUL byte"));
    memset(line, 'x', sizeof line);
    ck_assert(!example_parse(&example, line, sizeof line, "file", NULL, 0, &error));
    ck_assert_ptr_nonnull(strstr(error.line, ":1:1048577: there is no ="));
    ck_assert(!example_make(&example, "/nowhere/at/all", NULL, 0, &error));
    ck_assert_ptr_nonnull(strstr(error.line, "/nowhere/at/all: cannot be opened"));
    ck_assert(!example_make(&example, "/", NULL, 0, &error));
    ck_assert_ptr_nonnull(strstr(error.line, "/: cannot be read"));
    example_free(&example);
}
END_TEST

START_TEST(sets) {
    struct example example;
    struct error error;
    ck_assert(make(&example, "", "alpha=0.10", &error));
    ck_assert(example_value(&example, "alpha") == 0.1);
    ck_assert_str_eq(example_find(&example, "alpha")->typed, "0.10");
    ck_assert(!example_is_article(&example));
    example_free(&example);
    ck_assert(!make(&example, "", "alpha", &error) && strstr(error.line, "has no =") != NULL);
    ck_assert(!make(&example, "", "beta=1", &error) &&
              strstr(error.line, "beta is no number") != NULL);
    ck_assert(!make(&example, "", "w1=x", &error) &&
              strstr(error.line, "w1=x is not a number") != NULL);
}
END_TEST

Suite *example_suite(void) {
    Suite *suite = suite_create("example");
    add_rows(suite, "numbers by name", numbers_by_name, 1);
    add_rows(suite, "reads", reads, sizeof rows / sizeof *rows);
    add_rows(suite, "refuses", refuses, sizeof faults / sizeof *faults);
    add_rows(suite, "refuses bytes that are no text", refuses_bytes_that_are_no_text, 1);
    add_rows(suite, "sets", sets, 1);
    return suite;
}
