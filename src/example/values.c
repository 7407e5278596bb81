/* Values: what may stand behind a = but one number: lists, matrices, words. See reading.h. */
#include "example/reading.h"

#include <string.h>

static const char *end_of(const struct assignment *assignment) {
    return assignment->typed + assignment->typed_length;
}

/* Where the item at C ends, blanks behind it left out: before a comma, a bracket or the end. */
static const char *end_of_item(const char *c, const char *end, const char *stops) {
    const char *last = c;
    for (; c < end && strchr(stops, *c) == NULL; c++)
        if (!is_blank(*c))
            last = c + 1;
    return last;
}

bool values_read_number(const struct assignment *assignment, const char *typed, size_t length,
                        struct written *number, struct error *error) {
    if (!assignment_number(assignment, typed, length, &number->value, error))
        return false;
    const size_t plus = *typed == '+'; /* a formula would have two signs */
    number->typed = typed + plus;
    number->length = length - plus;
    return true;
}

/* A number, and the comma or bracket behind it, to which *C is moved. */
static bool read_number(const struct assignment *assignment, const char **c, const char *stops,
                        struct written *number, struct error *error) {
    const char *end = end_of(assignment), *typed = *c;
    const char *typed_end = end_of_item(typed, end, stops);
    *c = skip_blanks(typed_end, end);
    return values_read_number(assignment, typed, (size_t)(typed_end - typed), number, error);
}

/* A decimal comma would make two numbers of one. */
static bool has_blank_behind(const struct assignment *assignment, const char *item,
                             const char *comma, struct error *error) {
    const char *end = end_of(assignment);
    return comma + 1 >= end || is_blank(comma[1]) ||
           assignment_value_fault(assignment, item,
                                  (size_t)(end_of_item(comma + 1, end, ",") - item), error,
                                  "has a comma without a blank behind it; 0.05 is a number, and "
                                  "0, 0.05 are two");
}

bool values_read_list(struct reading *reading, const struct assignment *assignment,
                      struct slot *slot, struct error *error) {
    const char *c = assignment->typed, *end = end_of(assignment);
    size_t room = 1;
    for (const char *comma = c; comma < end; comma++)
        room += *comma == ',';
    struct written *numbers = arena_take(&reading->arena, room * sizeof *numbers);
    for (size_t count = 0; count < room; count++, c = skip_blanks(c + 1, end)) {
        if (count == SHAPE_SAMPLES)
            return assignment_fault(assignment, c, error,
                                    "%s has a value for each of more than %d samples; fewer are "
                                    "needed",
                                    quote(assignment->name, assignment->name_length).text,
                                    SHAPE_SAMPLES);
        const char *item = c;
        if (!read_number(assignment, &c, ",", &numbers[count], error) ||
            !has_blank_behind(assignment, item, c, error))
            return false;
    }
    *slot = (struct slot){.from = assignment, .numbers = numbers, .count = room};
    return true;
}

/* ---- Matrices ---- */

static bool expects(const struct assignment *assignment, const char **c, char bracket,
                    const char *what, struct error *error) {
    const char *end = end_of(assignment);
    if (*c == end || **c != bracket)
        return assignment_fault(assignment, *c, error, "%s: a %c is needed here; %s",
                                quote(assignment->name, assignment->name_length).text, bracket,
                                message(what));
    *c = skip_blanks(*c + 1, end);
    return true;
}

/* What brackets look like, and what a row in them takes. */
struct form {
    const char *example, *row;
};

/* IS, of what is NEEDED, in a row unless ROW is NULL; what comes behind as many is not counted. */
static bool wrong_size(const struct assignment *assignment, const char *at, size_t is,
                       size_t needed, const char *row, struct error *error) {
    const struct quote name = quote(assignment->name, assignment->name_length);
    const char *right = message(row != NULL ? row : "a row for each neuron is needed");
    return is < needed
               ? assignment_fault(assignment, at, error,
                                  row != NULL
                                      ? "%s has %zu of the %zu numbers needed in this row; %s"
                                      : "%s has %zu of the %zu rows needed; %s",
                                  name.text, is, needed, right)
               : assignment_fault(assignment, at, error,
                                  row != NULL
                                      ? "%s has more numbers in this row than the %zu needed; %s"
                                      : "%s has more rows than the %zu needed; %s",
                                  name.text, needed, right);
}

/* [ number, ... ] */
static bool read_row(const struct assignment *assignment, const char **c, size_t columns,
                     const struct form *form, struct written *numbers, struct error *error) {
    const char *end = end_of(assignment), *start = *c;
    size_t count = 0;
    if (!expects(assignment, c, '[', form->example, error))
        return false;
    bool more;
    do {
        if (count == columns)
            return wrong_size(assignment, start, count, columns, form->row, error);
        if (!read_number(assignment, c, ",]", &numbers[count++], error))
            return false;
        more = *c < end && **c == ',';
        if (more)
            *c = skip_blanks(*c + 1, end);
    } while (more);
    return (count == columns || wrong_size(assignment, start, count, columns, form->row, error)) &&
           expects(assignment, c, ']', form->example, error);
}

static bool read_rows(const struct assignment *assignment, const char **c, size_t rows,
                      size_t columns, struct written *numbers, struct error *error) {
    static const struct form form = {"a matrix is such as [[0.1, 0.2], [0.3, 0.4]], a row a neuron",
                                     "a number for each neuron of the layer before is needed"};
    const char *end = end_of(assignment);
    size_t count = 0;
    if (!expects(assignment, c, '[', form.example, error))
        return false;
    bool more;
    do {
        if (count == rows)
            return wrong_size(assignment, *c, count, rows, NULL, error);
        if (!read_row(assignment, c, columns, &form, numbers + count++ * columns, error))
            return false;
        more = *c < end && **c == ',';
        if (more)
            *c = skip_blanks(*c + 1, end);
    } while (more);
    return (count == rows || wrong_size(assignment, *c, count, rows, NULL, error)) &&
           expects(assignment, c, ']', form.example, error);
}

bool values_read_matrix(struct reading *reading, const struct assignment *assignment, size_t rows,
                        size_t columns, const struct written **numbers, struct error *error) {
    static const struct form of_biases = {"a row is such as [0.55, 0.56], a number a bias",
                                          "a number for each bias is needed"};
    const char *c = assignment->typed;
    struct written *read =
        arena_take(&reading->arena, (rows == 0 ? 1 : rows) * columns * sizeof *read);
    *numbers = read;
    const bool done = rows == 0 ? read_row(assignment, &c, columns, &of_biases, read, error)
                                : read_rows(assignment, &c, rows, columns, read, error);
    return done && (c == end_of(assignment) ||
                    assignment_fault(assignment, c, error,
                                     "%s goes on behind its last bracket; nothing is needed there",
                                     quote(assignment->name, assignment->name_length).text));
}

bool values_next_word(const struct assignment *assignment, const char **c, const char **word,
                      size_t *length) {
    const char *end = end_of(assignment);
    if (*c > end)
        return false;
    *word = skip_blanks(*c, end);
    const char *word_end = end_of_item(*word, end, ",");
    *length = (size_t)(word_end - *word);
    *c = skip_blanks(word_end, end) + 1; /* behind the comma, or the end */
    return true;
}
