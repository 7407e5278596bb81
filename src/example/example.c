/* Example: see example.h. */
#include "example/example.h"

#include "base/assignments.h"
#include "base/number.h"
#include "host/file.h"

#include <stdio.h>
#include <string.h>

static const struct {
    const char *name, *typed;
} article[EXAMPLE_COUNT] = {
    {"i1", "0.1"},  {"i2", "0.2"},    {"O1", "0.01"}, {"O2", "0.99"}, {"w1", "0.1"},
    {"w2", "0.2"},  {"w3", "0.3"},    {"w4", "0.4"},  {"w5", "0.5"},  {"w6", "0.6"},
    {"w7", "0.7"},  {"w8", "0.8"},    {"b1", "0.55"}, {"b2", "0.56"}, {"b3", "0.66"},
    {"b4", "0.67"}, {"alpha", "0.5"},

    {"w9", "0.9"},  {"w10", "1.0"},   {"w11", "1.1"}, {"w12", "1.2"}, {"b5", "0.77"},
    {"b6", "0.78"},
};

void example_article(struct example *example) {
    *example = (struct example){0};
    for (size_t i = 0; i < EXAMPLE_COUNT; i++) {
        example->numbers[i].typed = article[i].typed;
        number_read(article[i].typed, strlen(article[i].typed), &example->numbers[i].value);
    }
}

void example_free(struct example *example) {
    arena_free(&example->arena);
}

const char *example_name(size_t index) {
    return article[index].name;
}

static bool find(const char *name, size_t length, size_t *index) {
    for (*index = 0; *index < EXAMPLE_COUNT; ++*index)
        if (strlen(article[*index].name) == length &&
            memcmp(article[*index].name, name, length) == 0)
            return true;
    return false;
}

double example_value(const struct example *example, const char *name) {
    size_t index;
    return find(name, strlen(name), &index) ? example->numbers[index].value : 0;
}

const char *example_typed(const struct example *example, const char *name) {
    size_t index;
    return find(name, strlen(name), &index) ? example->numbers[index].typed : NULL;
}

bool example_is_article(const struct example *example) {
    struct example original;
    example_article(&original);
    for (size_t i = 0; i < EXAMPLE_DEEP_FROM; i++)
        if (example->numbers[i].value != original.numbers[i].value)
            return false;
    return true;
}

static bool unknown_name(const char *where, const char *name, size_t length, struct error *error) {
    return error_set(
        error,
        "%s%s is no number of the example; one of i1 i2 O1 O2 w1..w12 b1..b6 alpha is needed",
        where, quote(name, length).text);
}

static void put(struct example *example, size_t index, const struct assignment *assignment) {
    const size_t plus = assignment->typed[0] == '+' ? 1 : 0; /* a formula would have two signs */
    example->numbers[index].value = assignment->value;
    example->numbers[index].typed =
        arena_copy(&example->arena, assignment->typed + plus, assignment->typed_length - plus);
}

struct reading {
    struct example *example;
    size_t line_of[EXAMPLE_COUNT]; /* where a name stood, or 0 */
};

static bool take(void *context, const struct assignment *assignment, struct error *error) {
    struct reading *reading = context;
    size_t index;
    char where[600];
    snprintf(where, sizeof where, "%.500s:%zu:%zu: ", assignment->path, assignment->line,
             assignment->name_column);
    if (!find(assignment->name, assignment->name_length, &index))
        return unknown_name(where, assignment->name, assignment->name_length, error);
    if (reading->line_of[index] != 0)
        return error_set(error,
                         "%s%s has its value from line %zu already; one line a name is needed",
                         where, article[index].name, reading->line_of[index]);
    reading->line_of[index] = assignment->line;
    put(reading->example, index, assignment);
    return true;
}

bool example_read(struct example *example, const char *path, struct error *error) {
    struct text text = {0};
    struct reading reading = {.example = example};
    const struct example before = *example;
    const bool done = file_read(&text, path, error) &&
                      assignments_parse(text.bytes, text.length, path, take, &reading, error);
    text_free(&text);
    if (!done)
        memcpy(example->numbers, before.numbers, sizeof before.numbers);
    return done;
}

bool example_set(struct example *example, const char *assignment, struct error *error) {
    const char *equals = strchr(assignment, '=');
    size_t index;
    struct assignment set;
    if (equals == NULL)
        return error_set(error, "--set %s has no =; NAME=VALUE, such as w1=0.15, is needed",
                         quote(assignment, strlen(assignment)).text);
    if (!find(assignment, (size_t)(equals - assignment), &index))
        return unknown_name("--set ", assignment, (size_t)(equals - assignment), error);
    set.typed = equals + 1;
    set.typed_length = strlen(set.typed);
    const char *wrong = number_read(set.typed, set.typed_length, &set.value);
    if (wrong != NULL)
        return error_set(error, "--set %s=%s %s", article[index].name,
                         quote(set.typed, set.typed_length).text, wrong);
    put(example, index, &set);
    return true;
}
