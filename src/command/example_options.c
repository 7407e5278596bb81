/* Example options: see example_options.h. */
#include "command/example_options.h"

#include <string.h>

bool example_options_take(struct example_options *options, const char *name, const char *value,
                          bool *taken, struct error *error) {
    *taken = true;
    if (strcmp(name, "example") == 0) {
        options->path = value;
    } else if (strcmp(name, "set") != 0) {
        *taken = false;
    } else {
        if (options->set_count == SETS_MOST)
            return error_set(error, "--set stands too often; at most %d are accepted", SETS_MOST);
        options->sets[options->set_count++] = value;
    }
    return true;
}

static bool same_name(const char *a, const char *b) {
    const size_t length = strcspn(a, "=");
    return length == strcspn(b, "=") && memcmp(a, b, length) == 0;
}

static bool stands_before(const struct example_options *options, size_t i) {
    for (size_t before = 0; before < i; before++)
        if (same_name(options->sets[i], options->sets[before]))
            return true;
    return false;
}

bool example_options_make(const struct example_options *options, struct example *example,
                          struct error *error) {
    example_article(example);
    if (options->path != NULL && !example_read(example, options->path, error))
        return false;
    for (size_t i = 0; i < options->set_count; i++) {
        const char *set = options->sets[i];
        if (stands_before(options, i))
            return error_set(error, "--set %s: the name stands twice; one --set a name is needed",
                             quote(set, strlen(set)).text);
        if (!example_set(example, set, error))
            return false;
    }
    return true;
}
