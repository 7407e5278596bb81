/* Answer file: see answer_file.h. */
#include "mark/answer_file.h"

#include "base/assignments.h"
#include "host/file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_CHECKS = 2 };

struct reading {
    struct check *const *checks;
    size_t count;
    size_t *line_of[MOST_CHECKS]; /* by quantity: where it stood, or 0 */
};

static bool find(const struct reading *reading, const char *name, size_t length, size_t *check,
                 size_t *quantity) {
    for (*check = 0; *check < reading->count; ++*check) {
        *quantity = ways_quantity(&reading->checks[*check]->ways, name, length);
        if (*quantity != NO_QUANTITY)
            return true;
    }
    return false;
}

static bool take(void *context, const struct assignment *assignment, struct error *error) {
    struct reading *reading = context;
    size_t check, quantity;
    double value;
    const struct quote name = quote(assignment->name, assignment->name_length);
    if (!assignment_number(assignment, assignment->typed, assignment->typed_length, &value, error))
        return false;
    if (!find(reading, assignment->name, assignment->name_length, &check, &quantity))
        return assignment_fault(assignment, assignment->name, error,
                                "%s is no name of the walk; one such as in_h1, sigma_O1, "
                                "dE_total_dw5 or w5_new is needed (bpwalk walk shows them all)",
                                name.text);
    size_t *line = &reading->line_of[check][quantity];
    if (*line != 0)
        return assignment_fault(assignment, assignment->name, error,
                                "%s has its value from line %zu already; one line a name is needed",
                                name.text, *line);
    *line = assignment->line;
    check_answer(reading->checks[check], quantity, assignment->typed, assignment->typed_length,
                 value);
    return true;
}

bool answer_file_read(struct check *const checks[], size_t count, const char *path,
                      struct error *error) {
    struct reading reading = {.checks = checks, .count = count};
    struct text text = {0};
    for (size_t i = 0; i < count; i++)
        reading.line_of[i] = memory_zeroed(checks[i]->ways.trace->quantity_count, sizeof(size_t));
    const bool done =
        file_read(&text, path, error) &&
        assignments_parse(text.bytes, text.length, strcmp(path, "-") == 0 ? "standard input" : path,
                          take, &reading, error);
    for (size_t i = 0; i < count; i++)
        free(reading.line_of[i]);
    text_free(&text);
    return done;
}
