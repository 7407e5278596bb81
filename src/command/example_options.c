/* Example options: see example_options.h. */
#include "command/example_options.h"

#include <string.h>

bool example_options_take(struct example_options *options, const char *name, const char *value,
                          bool *taken, struct error *error) {
    *taken = true;
    if (strcmp(name, "example") == 0) {
        options->from = value;
    } else if (strcmp(name, "set") != 0) {
        *taken = false;
    } else {
        if (options->set_count == SETS_MOST)
            return error_set(error, "--set stands too often; at most %d are accepted", SETS_MOST);
        options->sets[options->set_count++] = value;
    }
    return true;
}

bool example_options_make(const struct example_options *options, struct example *example,
                          struct error *error) {
    return example_make(example, options->from, options->sets, options->set_count, error);
}
