/* The command `errata`: where the article is wrong, and how one can see it. */
#include "command/command.h"

#include "host/file.h"
#include "render/errata.h"
#include "walk/walk.h"

#include <string.h>

static const struct option_line options[] = {
    {"format", 'f', "FORMAT", "text (the default), markdown or tsv"},
    LANGUAGE_OPTION_LINE('l'),
    OUTPUT_OPTION_LINE,
    {0},
};

static int run(int argc, char **argv);

const struct command command_errata = {
    .name = "errata",
    .synopsis = "[SLIP] [OPTION]...",
    .summary = "list the article's slips: printed, correct, effect, how to find them",
    .details = "SLIP is one of the list alone, such as E1.\n",
    .options = options,
    .run = run,
};

static int run(int argc, char **argv) {
    errata_renderer *render = errata_format("text");
    enum language language = language_of_environment();
    const char *output = NULL, *value;
    const struct option_line *option;
    struct error error;
    int operands, status;
    while ((option = command_option(&command_errata, argc, argv, &value, &operands, &status)) !=
           NULL) {
        if (strcmp(option->name, "output") == 0)
            output = value;
        else if (strcmp(option->name, "lang") == 0) {
            if (!command_language(value, &language, &error))
                return command_fail(&error);
        } else if ((render = errata_format(value)) == NULL) {
            error_set(&error, "--format %s is unknown; one of text, markdown, tsv is needed",
                      quote(value, strlen(value)).text);
            return command_fail(&error);
        }
    }
    if (status >= 0)
        return status;
    struct errata errata;
    struct text out = {0};
    const char *only = operands < argc ? argv[operands++] : NULL;
    bool done = command_no_operands(&command_errata, argc, argv, operands, &error);
    if (done && only != NULL && !errata_has(only))
        done = error_set(&error, "errata: '%s' is no slip; one of the list, such as E1, is needed",
                         quote(only, strlen(only)).text);
    if (done) {
        done = errata_collect(&errata, &error);
        if (done) {
            render(&out, &errata, only, language);
            done = file_write(&out, output, &error);
        }
        errata_free(&errata);
    }
    text_free(&out);
    return done ? STATUS_DONE : command_fail(&error);
}
