/* The command `explain`: values of a walk, what they are computed from, and why. */
#include "command/command.h"
#include "command/shared_options.h"

#include "explain/explain.h"
#include "host/file.h"

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
        "one of its names by another, such as dE_total_di1; dE/dw1, w1+ and the like are read, too.\n",
    .options = options,
    .run = run,
};

static bool explain_all(const struct shared_options *asked, char **names, int count,
                        struct error *error) {
    struct example example;
    struct walk walk = {0};
    struct text out = {0};
    const bool colour = shared_options_want_colour(asked);
    bool done = example_options_make(&asked->numbers, &example, error) &&
                walk_make(&walk, &example, SLIPS_NONE, error);
    if (done)
        trace_notate(&walk.trace, asked->notation);
    for (int i = 0; i < count && done; i++) {
        text_puts(&out, i > 0 ? "\n\n" : "");
        done = explain(&out, &walk, names[i], asked->digits, colour, asked->language, error);
    }
    done = done && file_write(&out, asked->output, error);
    text_free(&out);
    walk_free(&walk);
    example_free(&example);
    return done;
}

static bool has_empty(char **words) {
    while (*words != NULL && **words != '\0')
        words++;
    return *words != NULL;
}

static int run(int argc, char **argv) {
    struct shared_options asked = shared_options_start();
    struct error error;
    int operands;
    const int status = command_read(&command_explain, argc, argv, &asked, NULL, NULL, &operands);
    if (status >= 0)
        return status;
    if (operands == argc || has_empty(argv + operands)) {
        error_set(&error, "explain: a NAME is needed, such as dE_total_dw1");
        return command_fail(&error);
    }
    return explain_all(&asked, argv + operands, argc - operands, &error) ? STATUS_DONE
                                                                         : command_fail(&error);
}
