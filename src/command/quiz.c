/* The command `quiz`: the walk as questions, in a terminal or from a pipe. */
#include "command/command.h"
#include "command/shared_options.h"

#include "quiz/quiz.h"
#include "walk/walk.h"

#include <string.h>
#include <unistd.h>

static const struct option_line options[] = {
    {"equations", 'e', "LIST", "only these, such as 5.6-5.13,5.28"},
    EXAMPLE_OPTION_LINES,
    {"recall", 'r', NULL, "the formulas are not shown: they come as hints"},
    {"nameless", 'n', NULL, "the names of what is asked for are not shown"},
    NOTATION_OPTION_LINE,
    {"save", 'S', "FILE", "keep the answers in FILE, and go on from those that are there"},
    LANGUAGE_OPTION_LINE('l'),
    COLOUR_OPTION_LINE,
    {0},
};

static int run(int argc, char **argv);

const struct command command_quiz = {
    .name = "quiz",
    .synopsis = "[OPTION]...",
    .summary = "practise: a formula at a time, with hints, told what was wrong",
    .details =
        "To each formula type its value, or an expression such as 0.5*0.6457 + 0.66, in which\n"
        "names may stand that have their values already. Or type\n"
        "  ?   for a hint, and the next one      ??  for the formula with its numbers in place\n"
        "  !   for the answer                    b   to go back\n"
        "  q   to stop, with a summary           and nothing to go on\n"
        "A wrong value is asked for again, twice, each time with the next hint: which rule, the\n"
        "formula and what it needs, the numbers in place. The answer is told only for an !.\n"
        "The end of the input ends the quiz.\n",
    .options = options,
    .run = run,
};

struct request {
    struct shared_options shared;
    struct selection selection;
    bool recall, nameless;
    const char *save;
};

static bool take_option(void *context, const char *name, const char *value, struct error *error) {
    struct request *request = context;
    if (strcmp(name, "equations") == 0)
        return selection_parse(&request->selection, value, CHAPTER_LAST, error);
    if (strcmp(name, "recall") == 0)
        return request->recall = true;
    if (strcmp(name, "nameless") == 0)
        return request->nameless = true;
    request->save = value;
    return true;
}

static bool has_input(const struct request *request, struct error *error) {
    return request->shared.numbers.from == NULL || strcmp(request->shared.numbers.from, "-") != 0 ||
           error_set(error, "--example -: standard input is for the answers; a file is needed");
}

/* Of the article's network the companion comes after it, for (5.31) and (5.34). */
static bool walk_and_ask(const struct request *request, const struct example *example,
                         struct error *error) {
    struct walk walk = {0}, deep = {0};
    struct example companion = {0};
    const size_t count = example_has_article_shape(example) ? 2 : 1;
    bool done = walk_make(&walk, example, SLIPS_NONE, error) && ways_can_be(&walk.trace, error) &&
                (count == 1 || walk_companion(&deep, &companion, example, error));
    if (done) {
        struct check of_walk, of_deep;
        const struct quiz quiz = {.walks = (struct walk *const[]){&walk, &deep},
                                  .checks = (struct check *const[]){&of_walk, &of_deep},
                                  .count = count,
                                  .selection = &request->selection,
                                  .hides_formulas = request->recall,
                                  .hides_names = request->nameless,
                                  .save = request->save,
                                  .language = request->shared.language,
                                  .colour = shared_options_want_colour(&request->shared),
                                  .input = stdin,
                                  .echo = !isatty(STDIN_FILENO)};
        check_start(&of_walk, &walk.trace, walk.shape);
        of_walk.candidates.has_other_numbers = walk.has_other_numbers;
        trace_notate(&walk.trace, request->shared.notation);
        if (count == 2) {
            check_start(&of_deep, &deep.trace, deep.shape);
            trace_notate(&deep.trace, request->shared.notation);
        }
        done = quiz_run(&quiz, error);
        check_free(&of_walk);
        if (count == 2)
            check_free(&of_deep);
    }
    walk_free(&walk);
    walk_free(&deep);
    example_free(&companion);
    return done;
}

static int run(int argc, char **argv) {
    struct request request = {.shared = shared_options_start()};
    struct example example;
    struct error error;
    int operands;
    const int status =
        command_read(&command_quiz, argc, argv, &request.shared, take_option, &request, &operands);
    if (status >= 0)
        return status;
    if (!command_no_operands(&command_quiz, argc, argv, operands, &error) ||
        !has_input(&request, &error))
        return command_fail(&error);
    const bool done = example_options_make(&request.shared.numbers, &example, &error) &&
                      walk_and_ask(&request, &example, &error);
    example_free(&example);
    return done ? STATUS_DONE : command_fail(&error);
}
