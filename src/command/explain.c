/* The command `explain`: values of a walk, what they are computed from, and why. */
#include "command/command.h"
#include "command/example_options.h"

#include "base/number.h"
#include "explain/explain.h"
#include "host/file.h"

#include <string.h>

static const struct option_line options[] = {
    EXAMPLE_OPTION_LINES,
    NOTATION_OPTION_LINE,
    DIGITS_OPTION_LINE,
    LANGUAGE_OPTION_LINE('l'),
    COLOUR_OPTION_LINE,
    OUTPUT_OPTION_LINE,
    {0},
};

static int run(int argc, char **argv);

const struct command command_explain = {
    .name = "explain",
    .synopsis = "NAME... [OPTION]...",
    .summary = "tell what a value is, all that it is computed from, by which paths, and why",
    .details =
        "A NAME is one of the walk's, such as out_h1 or dE_total_dw1, or any derivative dA_dB of\n"
        "one of its names by another, such as dE_total_di1.\n",
    .options = options,
    .run = run,
};

struct request {
    struct example_options numbers;
    const char *output, *colour;
    enum language language;
    const struct notation *notation; /* NULL: the article's */
    int digits;
};

static bool take_option(struct request *request, const char *name, const char *value,
                        struct error *error) {
    bool taken;
    const bool good = example_options_take(&request->numbers, name, value, &taken, error);
    if (!good || taken)
        return good;
    if (strcmp(name, "digits") == 0)
        return command_whole(name, value, 0, DIGITS_MOST, &request->digits, error);
    if (strcmp(name, "notation") == 0)
        return command_notation(value, &request->notation, error);
    if (strcmp(name, "lang") == 0)
        return command_language(value, &request->language, error);
    if (strcmp(name, "color") == 0) {
        request->colour = value;
        return command_colour(value, error);
    }
    request->output = value;
    return true;
}

static bool explain_all(const struct request *request, char **names, int count,
                        struct error *error) {
    struct example example;
    struct walk walk = {0};
    struct text out = {0};
    const bool colour = command_wants_colour(request->colour, request->output);
    bool done = example_options_make(&request->numbers, &example, error) &&
                walk_make(&walk, &example, SLIPS_NONE, error);
    if (done)
        trace_notate(&walk.trace, request->notation);
    for (int i = 0; i < count && done; i++) {
        text_puts(&out, i > 0 ? "\n\n" : "");
        done = explain(&out, &walk, names[i], request->digits, colour, request->language, error);
    }
    done = done && file_write(&out, request->output, error);
    text_free(&out);
    walk_free(&walk);
    example_free(&example);
    return done;
}

static int run(int argc, char **argv) {
    struct request request = {
        .colour = "auto", .language = language_of_environment(), .digits = DIGITS_DEFAULT};
    struct error error;
    const struct option_line *option;
    const char *value;
    int operands, status;
    while ((option = command_option(&command_explain, argc, argv, &value, &operands, &status)) !=
           NULL)
        if (!take_option(&request, option->name, value, &error))
            return command_fail(&error);
    if (status >= 0)
        return status;
    if (operands == argc) {
        error_set(&error, "explain: a NAME is needed, such as dE_total_dw1");
        return command_fail(&error);
    }
    return explain_all(&request, argv + operands, argc - operands, &error) ? STATUS_DONE
                                                                           : command_fail(&error);
}
