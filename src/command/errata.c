/* The command `errata`: where the article is wrong, and how one can see it. */
#include "command/command.h"
#include "command/shared_options.h"

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

static bool take_format(void *context, const char *name, const char *value, struct error *error) {
    errata_renderer **render = context;
    *render = errata_format(value);
    return *render != NULL || command_unknown(name, value, "text, markdown or tsv", error);
}

static int run(int argc, char **argv) {
    struct shared_options asked = shared_options_start();
    errata_renderer *render = errata_format("text");
    struct error error;
    int operands;
    const int status =
        command_read(&command_errata, argc, argv, &asked, take_format, &render, &operands);
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
        if (done) { /* GCOVR_EXCL_BR_LINE: the article's numbers walk in every reading */
            render(&out, &errata, only, asked.language);
            done = file_write(&out, asked.output, &error);
        }
        errata_free(&errata);
    }
    text_free(&out);
    return done ? STATUS_DONE : command_fail(&error);
}
