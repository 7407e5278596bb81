/* The command `walk`: the article's walk, in either reading and any format. */
#include "command/command.h"

#include "base/file.h"
#include "base/memory.h"
#include "base/number.h"
#include "render/render.h"
#include "walk/walk.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const struct option_line options[] = {
    {"reading", 'r', "READING",
     "stated (the default): the parameters and formulas that the\n"
     "                             article states; printed: its slips made where it makes them"},
    {"equations", 'e', "LIST", "only these, such as 5.6-5.13,5.28"},
    {"example", 'x', "FILE", "numbers from a file of `name = value` lines (- is stdin)"},
    {"set", 's', "NAME=VALUE", "one number, such as alpha=0.1; may stand several times"},
    {"format", 'f', "FORMAT", "text (the default) or tsv"},
    {"digits", 'd', "N", "decimals of a shown value, 0 to 17 (10)"},
    {"lang", 'l', "LANGUAGE", "en (the default) or zh"},
    {"color", 'c', "WHEN", "auto (the default), always or never"},
    {"output", 'o', "FILE", "write to FILE, whole or not at all"},
    {0},
};

static int run(int argc, char **argv);

const struct command command_walk = {
    .name = "walk",
    .synopsis = "[OPTION]...",
    .summary = "print chapter 5 step by step: formula, numbers in place, value",
    .details =
        "The names of an example's numbers: i1 i2 O1 O2 w1..w8 b1..b4 alpha, and w9..w12 b5 b6 of\n"
        "the deep companion. A name left out keeps the article's value; # starts a comment.\n",
    .options = options,
    .run = run,
};

enum { MOST_SETS = 64, USUAL_LENGTH = 40000 };

struct request {
    struct example example;
    const char *example_path, *output;
    const char *sets[MOST_SETS];
    size_t set_count;
    unsigned slips;
    renderer *render;
    const char *colour;
    struct document document;
};

static bool one_of(const char *option, const char *value, const char *accepted, bool is_one,
                   struct error *error) {
    return is_one || error_set(error, "--%s %s is unknown; %s is needed", option,
                               quote(value, strlen(value)).text, accepted);
}

static bool take_option(struct request *request, const char *name, const char *value,
                        struct error *error) {
    if (strcmp(name, "reading") == 0) {
        request->slips = strcmp(value, "printed") == 0 ? SLIPS_ALL : SLIPS_NONE;
        return one_of(name, value, "stated or printed",
                      request->slips != SLIPS_NONE || strcmp(value, "stated") == 0, error);
    }
    if (strcmp(name, "equations") == 0)
        return selection_parse(&request->document.selection, value, error);
    if (strcmp(name, "set") == 0) {
        if (request->set_count == MOST_SETS)
            return error_set(error, "--set stands too often; at most %d are accepted", MOST_SETS);
        request->sets[request->set_count++] = value;
        return true;
    }
    if (strcmp(name, "format") == 0) {
        request->render = render_format(value);
        return one_of(name, value, "one of " RENDER_FORMATS, request->render != NULL, error);
    }
    if (strcmp(name, "digits") == 0)
        return command_whole(name, value, 0, DIGITS_MOST, &request->document.digits, error);
    if (strcmp(name, "lang") == 0)
        return command_language(value, &request->document.language, error);
    if (strcmp(name, "color") == 0) {
        request->colour = value;
        return one_of(name, value, "auto, always or never",
                      strcmp(value, "auto") == 0 || strcmp(value, "always") == 0 ||
                          strcmp(value, "never") == 0,
                      error);
    }
    *(strcmp(name, "example") == 0 ? &request->example_path : &request->output) = value;
    return true;
}

static bool same_name(const char *a, const char *b) {
    const size_t length = strcspn(a, "=");
    return length == strcspn(b, "=") && memcmp(a, b, length) == 0;
}

static bool make_example(struct request *request, struct error *error) {
    if (request->example_path != NULL &&
        !example_read(&request->example, request->example_path, error))
        return false;
    for (size_t i = 0; i < request->set_count; i++) {
        for (size_t before = 0; before < i; before++)
            if (same_name(request->sets[i], request->sets[before]))
                return error_set(error,
                                 "--set %s: the name stands twice; one --set a name is needed",
                                 quote(request->sets[i], strlen(request->sets[i])).text);
        if (!example_set(&request->example, request->sets[i], error))
            return false;
    }
    return true;
}

static bool wants_colour(const struct request *request) {
    const char *no_colour = getenv("NO_COLOR"), *terminal = getenv("TERM");
    if (strcmp(request->colour, "auto") != 0)
        return strcmp(request->colour, "always") == 0;
    return request->output == NULL && isatty(STDOUT_FILENO) &&
           (no_colour == NULL || no_colour[0] == '\0') &&
           (terminal == NULL || strcmp(terminal, "dumb") != 0);
}

static bool walk_and_write(struct request *request, struct error *error) {
    struct trace article, deep;
    struct text out = {0};
    bool done = walk_article(&article, &request->example, request->slips, error) &&
                walk_compare(&article, &request->example, error);
    if (done) {
        done = walk_deep(&deep, &request->example, error);
        if (done) {
            request->document.traces[0] = &article;
            request->document.traces[1] = &deep;
            request->document.trace_count = 2;
            request->document.colour = wants_colour(request);
            text_grow(&out, USUAL_LENGTH);
            request->render(&out, &request->document);
            done = file_write(&out, request->output, error);
        }
        trace_free(&deep);
    }
    trace_free(&article);
    text_free(&out);
    return done;
}

static int run(int argc, char **argv) {
    struct request request = {.render = render_text,
                              .colour = "auto",
                              .document = {.digits = DIGITS_DEFAULT, .language = ENGLISH}};
    struct error error;
    const struct option_line *option;
    const char *value;
    int operands, status;
    while ((option = command_option(&command_walk, argc, argv, &value, &operands, &status)) != NULL)
        if (!take_option(&request, option->name, value, &error))
            return command_fail(&error);
    if (status >= 0)
        return status;
    example_article(&request.example);
    const bool done = command_no_operands(&command_walk, argc, argv, operands, &error) &&
                      make_example(&request, &error) && walk_and_write(&request, &error);
    example_free(&request.example);
    return done ? STATUS_DONE : command_fail(&error);
}
