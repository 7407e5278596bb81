/* Shared options: see shared_options.h. */
#include "command/shared_options.h"

#include "base/number.h"
#include "command/command.h"
#include "formula/notation.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct shared_options shared_options_start(void) {
    return (struct shared_options){.language = language_of_environment(), .digits = DIGITS_DEFAULT};
}

static bool add_set(struct example_options *options, const char *set, struct error *error) {
    if (options->set_count == SETS_MOST)
        return error_set(error, "--set stands too often; at most %d are accepted", SETS_MOST);
    options->sets[options->set_count++] = set;
    return true;
}

static bool take_language(enum language *language, const char *value, struct error *error) {
    static const char *const names[] = {"en", "zh", NULL};
    size_t index;
    if (!command_choice("lang", value, names, &index, error))
        return false;
    *language = index == 0 ? ENGLISH : CHINESE;
    language_into_environment(*language);
    return true;
}

static bool take_colour(struct shared_options *options, const char *value, struct error *error) {
    static const char *const names[] = {
        [COLOUR_AUTO] = "auto", [COLOUR_ALWAYS] = "always", [COLOUR_NEVER] = "never", NULL};
    size_t index;
    const bool good = command_choice("color", value, names, &index, error);
    options->colour = (enum colouring)index;
    return good;
}

bool shared_options_take(struct shared_options *options, const char *name, const char *value,
                         bool *taken, struct error *error) {
    *taken = true;
    if (strcmp(name, "example") == 0)
        options->numbers.from = value;
    else if (strcmp(name, "set") == 0)
        return add_set(&options->numbers, value, error);
    else if (strcmp(name, "lang") == 0)
        return take_language(&options->language, value, error);
    else if (strcmp(name, "notation") == 0)
        return (options->notation = notation_find(value)) != NULL ||
               command_unknown(name, value, NOTATIONS, error);
    else if (strcmp(name, "digits") == 0)
        return command_whole(name, value, 0, DIGITS_MOST, &options->digits, error);
    else if (strcmp(name, "color") == 0)
        return take_colour(options, value, error);
    else if (strcmp(name, "output") == 0)
        options->output = value;
    else
        *taken = false;
    return true;
}

bool example_options_make(const struct example_options *options, struct example *example,
                          struct error *error) {
    return example_make(example, options->from, options->sets, options->set_count, error);
}

bool shared_options_want_colour(const struct shared_options *options) {
    const char *no_colour = getenv("NO_COLOR"), *terminal = getenv("TERM");
    if (options->colour != COLOUR_AUTO)
        return options->colour == COLOUR_ALWAYS;
    return options->output == NULL && isatty(STDOUT_FILENO) &&
           (no_colour == NULL || no_colour[0] == '\0') &&
           (terminal == NULL || strcmp(terminal, "dumb") != 0);
}
