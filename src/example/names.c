/* Names: the settings that name numbers of the network, frozen and asked. See reading.h. */
#include "example/reading.h"

#include <string.h>

static bool is_word(const struct assignment *assignment, const char *word) {
    return assignment->typed_length == strlen(word) &&
           memcmp(assignment->typed, word, assignment->typed_length) == 0;
}

static bool is_none(const struct reading *reading, const struct assignment *assignment,
                    const char *word, size_t length, const char *what, struct error *error) {
    struct text network = {0};
    shape_put_network(&network, &reading->example->shape);
    assignment_value_fault(assignment, word, length, error, "is no %s of %s; %s", message(what),
                           network.bytes,
                           length == 0 ? message("a name is needed, or names with commas between")
                                       : message("names of that network are needed"));
    text_free(&network);
    return false;
}

static bool twice(const struct assignment *assignment, const char *word, size_t length,
                  struct error *error) {
    return assignment_value_fault(assignment, word, length, error,
                                  "stands twice; each name once is needed");
}

static bool read_frozen(struct reading *reading, const struct assignment *assignment,
                        struct error *error) {
    struct example *example = reading->example;
    const char *c = assignment->typed, *word;
    size_t length, index;
    while (!is_word(assignment, "nothing") && values_next_word(assignment, &c, &word, &length)) {
        const struct role role = shape_role(&example->shape, word, length);
        if ((role.kind != ROLE_WEIGHT && role.kind != ROLE_BIAS) ||
            !example_place(&example->shape, &role, &index))
            return is_none(reading, assignment, word, length, "weight or bias", error);
        if (example->given[index].frozen)
            return twice(assignment, word, length, error);
        example->given[index].frozen = true;
    }
    return true;
}

/* ---- What can be handed in ---- */

/* With several samples, what is of one of them says of which. */
static bool names_its_sample(const struct shape *shape, const struct role *role) {
    const bool is_of_all = role->kind == ROLE_WEIGHT || role->kind == ROLE_BIAS ||
                           role->kind == ROLE_RATE || role->kind == ROLE_TOTAL;
    return shape->samples == 1 || is_of_all || role->sample > 0;
}

static bool walk_has(const struct shape *shape, const char *name, size_t length) {
    struct role of, by, role = shape_role(shape, name, length);
    if (role.kind != ROLE_NONE)
        return names_its_sample(shape, &role);
    if (!shape_derivative(shape, name, length, &of, &by))
        return shape_matrix(shape, name, length).kind != ROLE_NONE;
    return of.kind >= ROLE_SUM && !of.is_new && !by.is_new && by.kind != ROLE_RATE &&
           by.kind != ROLE_TARGET && names_its_sample(shape, &of) && names_its_sample(shape, &by);
}

static bool read_asked(struct reading *reading, const struct assignment *assignment,
                       struct error *error) {
    struct example *example = reading->example;
    const char *c = assignment->typed, *word;
    size_t length, count = 0;
    if (is_word(assignment, "all"))
        return true;
    /* a name has more than one letter, so that there is room for the NULL too */
    const char **asked = arena_take(&example->arena, assignment->typed_length * sizeof *asked);
    while (values_next_word(assignment, &c, &word, &length)) {
        if (!walk_has(&example->shape, word, length))
            return is_none(reading, assignment, word, length, "name in a walk", error);
        for (size_t i = 0; i < count; i++)
            if (strlen(asked[i]) == length && memcmp(asked[i], word, length) == 0)
                return twice(assignment, word, length, error);
        asked[count++] = arena_copy(&example->arena, word, length);
    }
    asked[count] = NULL;
    example->asked = asked;
    return true;
}

bool names_read(struct reading *reading, struct error *error) {
    const struct assignment *frozen = reading->settings[SETTING_FROZEN];
    const struct assignment *asked = reading->settings[SETTING_ASKED];
    return (frozen == NULL || read_frozen(reading, frozen, error)) &&
           (asked == NULL || read_asked(reading, asked, error));
}
