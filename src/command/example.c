/* The command `example`: the examples that come with the program, listed, or one as a file. */
#include "command/command.h"
#include "command/shared_options.h"

#include "base/nearest.h"
#include "base/text.h"
#include "host/file.h"

#include <stdio.h>
#include <string.h>

static const struct option_line options[] = {
    LANGUAGE_OPTION_LINE('l'),
    OUTPUT_OPTION_LINE,
    {0},
};

static int run(int argc, char **argv);

const struct command command_example = {
    .name = "example",
    .synopsis = "[NAME] [OPTION]...",
    .summary = "list the examples that come with the program, or print one",
    .details =
        "What is printed is a file for --example, to be changed: a `name = value` a line.\n"
        "  network    widths, inputs first: 3-4-4-2 (2-2-2), up to 64 wide and 8 layers of weights\n"
        "  hidden     sigmoid (the default), tanh, relu, leaky-relu or identity; or several,\n"
        "             commas between, one for each hidden layer\n"
        "  output     sigmoid (the default), tanh, relu, leaky-relu, identity or softmax\n"
        "  loss       squared-error (the default), mean-squared-error or cross-entropy\n"
        "  biases     each neuron its own (each, the default), shared by a layer, or none\n"
        "  frozen     names that the update leaves as they are, such as b1, b2\n"
        "  update     together (the default), or at-once: layers from the last, each taking the\n"
        "             new weights above it\n"
        "  reduction  over several samples: mean (the default) or sum\n"
        "  decimals   that a sheet wants kept (10); asked: the names that it asks for (all)\n"
        "  i1 O1 w1 b1 alpha ...  numbers; i1 = 0, 0, 1, 1 of four samples, and so on\n"
        "  W1 B1 ...  the weights and biases of a layer: W1 = [[0.1, 0.2], [0.3, 0.4]], a row a\n"
        "             neuron\n"
        "alpha is 0.5 where it is left out. For 2-2-2 with a bias a neuron what is left out is the\n"
        "article's; any other network needs all its numbers, save where a handout draws them.\n",
    .options = options,
    .run = run,
};

static void list(struct text *out, enum language language) {
    for (size_t i = 0; example_built_in(i) != NULL; i++) {
        const char *name = example_built_in(i)->name;
        char key[80];
        snprintf(key, sizeof key, "example.%s", name);
        text_printf(out, "%-10s  %s\n", name, prose(language, key));
    }
}

/* An example with its comments in the reader's language: each, from its # to the end of its line,
 * is a message. */
static void put_in_words(struct text *out, const char *example) {
    while (*example != '\0') {
        const size_t length = strcspn(example, "\n"), numbers = strcspn(example, "#\n");
        struct text comment = {0};
        text_add(&comment, example + numbers, length - numbers);
        text_add(out, example, numbers);
        text_printf(out, "%s\n", numbers < length ? message(comment.bytes) : "");
        text_free(&comment);
        example += length + 1;
    }
}

static bool print(struct text *out, const char *name, struct error *error) {
    struct nearest nearest = {.word = name, .length = strlen(name)};
    for (size_t i = 0; example_built_in(i) != NULL; i++) {
        if (strcmp(example_built_in(i)->name, name) == 0) {
            put_in_words(out, example_built_in(i)->text);
            return true;
        }
        nearest_try(&nearest, example_built_in(i)->name);
    }
    return error_set(error,
                     "example: '%s' is no example; %s is the nearest, `bpwalk example` lists them",
                     quote(name, strlen(name)).text, nearest.found);
}

static int run(int argc, char **argv) {
    struct shared_options asked = shared_options_start();
    struct text out = {0};
    struct error error;
    int operands;
    const int status = command_read(&command_example, argc, argv, &asked, NULL, NULL, &operands);
    if (status >= 0)
        return status;
    if (operands < argc && !command_no_operands(&command_example, argc, argv, operands + 1, &error))
        return command_fail(&error);
    if (operands == argc)
        list(&out, asked.language);
    const bool done = (operands == argc || print(&out, argv[operands], &error)) &&
                      file_write(&out, asked.output, &error);
    text_free(&out);
    return done ? STATUS_DONE : command_fail(&error);
}
