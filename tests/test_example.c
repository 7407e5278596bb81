/* Example: what a file of numbers may hold, and every fault with its place. */
#include "suites.h"

#include "example/example.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char path[] = "/tmp/bpwalk-example-XXXXXX";

static void write_file(const char *text, size_t length) {
    strcpy(path + strlen(path) - 6, "XXXXXX");
    const int fd = mkstemp(path);
    ck_assert(fd >= 0 && write(fd, text, length) == (ssize_t)length && close(fd) == 0);
}

static const struct {
    const char *text, *name;
    double value;
} rows[] = {
    {"w1 = 0.15\n", "w1", 0.15},
    {"w1=0.15", "w1", 0.15},
    {"  w1\t=  0.15  \n", "w1", 0.15},
    {"w1 = 0.15 # as tried on Monday\n", "w1", 0.15},
    {"# all of it\n\n\n w1 = 1e-1\r\nb6 = -2\r\n", "b6", -2},
    {"\xEF\xBB\xBFw1 = 3\n", "w1", 3},
    {"w1 = 3\n", "w2", 0.2},
    {"", "alpha", 0.5},
    {"#", "alpha", 0.5},
};

START_TEST(reads) {
    struct example example;
    struct error error;
    example_article(&example);
    write_file(rows[_i].text, strlen(rows[_i].text));
    ck_assert_msg(example_read(&example, path, &error), "%s", error.line);
    ck_assert(example_value(&example, rows[_i].name) == rows[_i].value);
    unlink(path);
    example_free(&example);
}
END_TEST

START_TEST(numbers_by_name) {
    struct example example;
    example_article(&example);
    ck_assert(example_value(&example, "b6") == 0.78);
    ck_assert_str_eq(example_typed(&example, "w10"), "1.0");
    ck_assert(example_value(&example, "w13") == 0);
    ck_assert_ptr_null(example_typed(&example, "w13"));
    example_free(&example);
}
END_TEST

static const struct {
    const char *text, *says;
} faults[] = {
    {"w1 = 0.1\nw99 = 1\n", ":2:1: w99 is no number of the example; one of"},
    {"w1 = 0.1\n\n w1 = 0.2\n", ":3:2: w1 has its value from line 1 already"},
    {"w1 0.1\n", ":1:4: there is no ="},
    {"w1\n", ":1:3: there is no ="},
    {"w1 = 0,55\n", ":1:6: w1 = 0,55 has a comma"},
    {"w1 = 0x\n", ":1:6: w1 = 0x is not a number"},
    {"w1 = 1e999\n", ":1:6: w1 = 1e999 is too large"},
    {"w1 = nan\n", ":1:6: w1 = nan is not a number"},
    {"w1 = inf\n", ":1:6: w1 = inf is not a number"},
    {"w1 =\n", ":1:5: w1 =  has no value"},
    {"w1 = # nothing\n", ":1:6: w1 =  has no value"},
    {" = 5\n", ":1:2: there is no name"},
    {"w1 = 0.1 0.2\n", ":1:6: w1 = 0.1 0.2 is not a number"},
    {"w1 == 0.1\n", ":1:5: w1 = = 0.1 is not a number"},
    {"in_h1 = 0.6\n", ":1:1: in_h1 is no number of the example"},
    {"\x7F"
     "ELF\x02\x01\n",
     ":1:1: there is no ="},
};

START_TEST(refuses) {
    struct example example;
    struct error error;
    example_article(&example);
    write_file(faults[_i].text, strlen(faults[_i].text));
    ck_assert(!example_read(&example, path, &error));
    ck_assert_msg(strncmp(error.line, path, strlen(path)) == 0, "%s", error.line);
    ck_assert_msg(strstr(error.line, faults[_i].says) != NULL, "%s", error.line);
    ck_assert(strpbrk(error.line, "\n\r\t") == NULL);
    ck_assert(example_is_article(&example)); /* as it was */
    unlink(path);
    example_free(&example);
}
END_TEST

START_TEST(refuses_bytes_that_are_no_text) {
    static char line[1 << 20];
    struct example example;
    struct error error;
    example_article(&example);
    write_file("w1 = 0.1\nw2\0= 3\n", 16);
    ck_assert(!example_read(&example, path, &error));
    ck_assert_ptr_nonnull(strstr(error.line, ":2:3: a NUL byte"));
    unlink(path);
    memset(line, 'x', sizeof line);
    write_file(line, sizeof line);
    ck_assert(!example_read(&example, path, &error));
    ck_assert_ptr_nonnull(strstr(error.line, ":1:4097: the line goes on"));
    unlink(path);
    ck_assert(!example_read(&example, "/nowhere/at/all", &error));
    ck_assert_ptr_nonnull(strstr(error.line, "/nowhere/at/all: cannot be opened"));
    ck_assert(!example_read(&example, "/", &error));
    ck_assert_ptr_nonnull(strstr(error.line, "/: cannot be read"));
    example_free(&example);
}
END_TEST

START_TEST(sets) {
    struct example example;
    struct error error;
    example_article(&example);
    ck_assert(example_set(&example, "alpha=0.10", &error));
    ck_assert(example_value(&example, "alpha") == 0.1);
    ck_assert_str_eq(example.numbers[16].typed, "0.10");
    ck_assert(!example_is_article(&example));
    ck_assert(!example_set(&example, "alpha", &error) && strstr(error.line, "has no =") != NULL);
    ck_assert(!example_set(&example, "beta=1", &error) &&
              strstr(error.line, "beta is no number") != NULL);
    ck_assert(!example_set(&example, "w1=x", &error) &&
              strstr(error.line, "w1=x is not a number") != NULL);
    example_free(&example);
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
