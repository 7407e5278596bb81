/* The command `check`: what students hand in, held to the walk. */
#include "command/command.h"
#include "command/example_options.h"

#include "host/file.h"
#include "mark/answer_file.h"
#include "mark/report.h"
#include "walk/walk.h"

#include <string.h>

static const struct option_line options[] = {
    EXAMPLE_OPTION_LINES,
    {"format", 'f', "FORMAT", "text (the default) or tsv"},
    {"lang", 'l', "LANGUAGE", "en (the default) or zh"},
    {"color", 'c', "WHEN", "auto (the default), always or never"},
    {"output", 'o', "FILE", "write to FILE, whole or not at all"},
    {0},
};

static int run(int argc, char **argv);

const struct command command_check = {
    .name = "check",
    .synopsis = "FILE... [OPTION]...",
    .summary = "mark a student's values: right, carried forward or wrong, and which slip",
    .details =
        "FILE (- is stdin) has a `name = value` on each line; # starts a comment. The names are\n"
        "those of the walk, as many as the student likes; `bpwalk walk` shows them.\n"
        "A value is right to the digits that it is given to, carried where it follows from the\n"
        "student's own earlier values, coarse where it has too few digits to tell (less than two,\n"
        "or fewer decimals than the example asks for), else wrong; where a known slip explains a\n"
        "wrong one, it is named. The table (tsv) has the columns file, name, given, expected, verdict,\n"
        "slip, equation, from.\n"
        "Exit status: 0 all is right; 1 something is not, or a FILE has no value; 2 bad usage,\n"
        "bad input, a failed write.\n",
    .options = options,
    .run = run,
};

struct request {
    struct example_options numbers;
    const char *output, *colour;
    enum language language;
    bool tsv;
    char **paths;
    size_t path_count;
};

static bool one_of_two(const char *option, const char *value, const char *first, const char *second,
                       bool *is_second, struct error *error) {
    *is_second = strcmp(value, second) == 0;
    return *is_second || strcmp(value, first) == 0 ||
           error_set(error, "--%s %s is unknown; %s or %s is needed", option,
                     quote(value, strlen(value)).text, first, second);
}

static bool take_option(struct request *request, const char *name, const char *value,
                        struct error *error) {
    bool taken;
    const bool good = example_options_take(&request->numbers, name, value, &taken, error);
    if (!good || taken)
        return good;
    if (strcmp(name, "format") == 0)
        return one_of_two(name, value, "text", "tsv", &request->tsv, error);
    if (strcmp(name, "lang") == 0)
        return command_language(value, &request->language, error);
    if (strcmp(name, "color") == 0) {
        request->colour = value;
        return command_colour(value, error);
    }
    request->output = value;
    return true;
}

/* At least one file, and only one thing from standard input. */
static bool take_operands(struct request *request, int argc, char **argv, int operands,
                          struct error *error) {
    size_t from_input = command_is_input(request->numbers.from);
    request->paths = argv + operands;
    request->path_count = (size_t)(argc - operands);
    if (request->path_count == 0)
        return error_set(error, "check: a FILE of `name = value` lines is needed (- is stdin)");
    for (size_t i = 0; i < request->path_count; i++)
        from_input += command_is_input(request->paths[i]);
    return command_reads_input_once(&command_check, from_input, error);
}

/* Marks one file and appends its report; adds what is not right to *NOT_RIGHT, as which an empty
 * file counts. */
static bool mark_file(const struct request *request, struct check *const checks[], size_t count,
                      const char *path, struct text *out, size_t *not_right, struct error *error) {
    for (size_t c = 0; c < count; c++)
        check_withdraw_all(checks[c]);
    if (!answer_file_read(checks, count, path, error))
        return false;
    for (size_t c = 0; c < count; c++)
        check_mark(checks[c]);
    const struct tally tally = report_tally(checks, count);
    *not_right += tally.carried + tally.coarse + tally.wrong + (tally.right == 0);
    if (request->tsv) {
        report_tsv(out, checks, count, path);
        return true;
    }
    if (out->length > 0)
        text_putc(out, '\n');
    report_text(out, checks, count, request->path_count > 1 ? path : NULL, request->language,
                command_wants_colour(request->colour, request->output));
    return true;
}

static bool mark_files(const struct request *request, struct check *const checks[], size_t count,
                       size_t *not_right, struct error *error) {
    struct text out = {0};
    bool done = true;
    if (request->tsv)
        report_tsv_head(&out);
    for (size_t i = 0; i < request->path_count && done; i++)
        done = mark_file(request, checks, count, request->paths[i], &out, not_right, error);
    done = done && file_write(&out, request->output, error);
    text_free(&out);
    return done;
}

static bool walk_and_mark(const struct request *request, const struct example *example,
                          size_t *not_right, struct error *error) {
    struct walk walk;
    bool done = walk_make(&walk, example, SLIPS_NONE, error);
    if (done) {
        struct check check;
        check_start(&check, &walk.trace);
        check.decimals = example->decimals != EXAMPLE_DECIMALS ? example->decimals : 0;
        done = mark_files(request, (struct check *const[]){&check}, 1, not_right, error);
        check_free(&check);
    }
    walk_free(&walk);
    return done;
}

static int run(int argc, char **argv) {
    struct request request = {.colour = "auto", .language = ENGLISH};
    struct example example;
    struct error error;
    const struct option_line *option;
    const char *value;
    size_t not_right = 0;
    int operands, status;
    while ((option = command_option(&command_check, argc, argv, &value, &operands, &status)) !=
           NULL)
        if (!take_option(&request, option->name, value, &error))
            return command_fail(&error);
    if (status >= 0)
        return status;
    if (!take_operands(&request, argc, argv, operands, &error))
        return command_fail(&error);
    const bool done = example_options_make(&request.numbers, &example, &error) &&
                      walk_and_mark(&request, &example, &not_right, &error);
    example_free(&example);
    if (!done)
        return command_fail(&error);
    return not_right == 0 ? STATUS_DONE : STATUS_DIFFERS;
}
