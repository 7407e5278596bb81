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
        "FILE (- is stdin) has a `name = value` on each line, # starts a comment; or is a table\n"
        "(CSV, TSV) of names and values, or JSON, {\"in_h1\": 0.6}, or has matrices, W1_new =\n"
        "[[...], [...]]. The names are those of the walk, as many as the student likes; `bpwalk\n"
        "walk` shows them. What cannot be read is told, and costs no other line.\n"
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

/* What comes of the files. */
struct outcome {
    struct text report;
    size_t not_right; /* values that are not, or not read, and files without any */
    size_t read, unreadable; /* files */
};

/* Marks one file and appends its report. One that cannot be read costs itself alone: the first such
 * fault stays in ERROR. */
static void mark_file(const struct request *request, struct answer_file *file, const char *path,
                      struct outcome *outcome, struct error *error) {
    struct check *const checks[] = {file->check};
    struct text *out = &outcome->report;
    struct error fault;
    if (answer_file_read(file, path, &fault))
        outcome->read++;
    else if (outcome->unreadable++ == 0)
        *error = fault;
    check_mark(file->check);
    const struct tally tally = report_tally(checks, 1);
    outcome->not_right +=
        tally.carried + tally.coarse + tally.wrong + file->unread_count + (tally.right == 0);
    if (request->tsv) {
        report_tsv(out, checks, 1, path);
        report_unread_tsv(out, file, path);
        return;
    }
    if (out->length > 0)
        text_putc(out, '\n');
    report_text(out, checks, 1, file, request->path_count > 1 ? path : NULL, request->language,
                command_wants_colour(request->colour, request->output));
}

/* False with ERROR where no file can be read, or the report cannot be written. */
static bool mark_files(const struct request *request, struct answer_file *file, size_t *not_right,
                       struct error *error) {
    struct outcome outcome = {0};
    if (request->tsv)
        report_tsv_head(&outcome.report);
    for (size_t i = 0; i < request->path_count; i++)
        mark_file(request, file, request->paths[i], &outcome, error);
    const bool done = outcome.read > 0 && file_write(&outcome.report, request->output, error);
    *not_right = outcome.not_right;
    text_free(&outcome.report);
    return done;
}

static bool walk_and_mark(const struct request *request, const struct example *example,
                          size_t *not_right, struct error *error) {
    struct walk walk;
    bool done = walk_make(&walk, example, SLIPS_NONE, error);
    if (done) {
        struct check check;
        struct answer_file file;
        check_start(&check, &walk.trace);
        check.decimals = example->decimals != EXAMPLE_DECIMALS ? example->decimals : 0;
        answer_file_start(&file, &check, &example->shape);
        done = mark_files(request, &file, not_right, error);
        answer_file_free(&file);
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
