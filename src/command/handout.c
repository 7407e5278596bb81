/* The command `handout`: sheets for a class. */
#include "command/command.h"
#include "command/shared_options.h"

#include "base/utf8.h"
#include "formula/function.h"
#include "sheet/carry.h"
#include "sheet/draw.h"
#include "sheet/handout.h"
#include "sheet/layers.h"
#include "sheet/qti.h"

#include <string.h>

static const struct option_line options[] = {
    {"blank", 'b', NULL, "an exercise, with room for the values"},
    {"hints", 'i', "LEVEL",
     "how much help it gives: formula (the default); substituted: also\n"
     "                             with the given numbers in place; none: only the names asked for"},
    {"full", 'F', NULL, "every step of the walk; without it each quantity once, on two pages"},
    {"layout", 'L', "LAYOUT", "lines (the default) or grid: each layer as matrices to fill in"},
    {"equations", 'e', "LIST", "only these, such as 5.1-5.5,5.16"},
    {"key", 'k', NULL, "the answers, as a sheet and as a table"},
    EXAMPLE_OPTION_LINES,
    {"seed", 'S', "N", "random numbers, pleasant to compute with; the same N, the same ones"},
    {"integers", 'I', NULL, "whole ones, for networks of relu and identity with a squared error"},
    {"count", 'n', "N", "N sheets, each with other numbers (seed 1), and a key, into -o DIR"},
    {"roster", 'r', "FILE",
     "a sheet for each name in FILE (UTF-8, a name a line, or a course's CSV;\n"
     "                             - is stdin), with --count N of N variants, and a key, into -o DIR"},
    {"numbers", 'N', NULL,
     "beside each sheet in DIR its numbers and what it asks for, for\n"
     "                             `bpwalk check --numbers DIR`"},
    {"forms", 'm', NULL,
     "beside each sheet in DIR a form to type its answers into, for `bpwalk check`"},
    {"one-file", '1', NULL,
     "all sheets in the one file -o FILE, each on pages of its own, without the key"},
    {"carry", 'y', "N", "round each value to N decimals, 1 to 15, before it is used further"},
    {"format", 'f', "FORMAT", "markdown (the default), latex, html, moodle, qti or exams"},
    {"pdf", 'p', NULL,
     "PDF at once, by the xelatex or the browser that is here (--format latex or\n"
     "                             html: by that one)"},
    {"paper", 'P', "SIZE", "of latex, html or PDF: a4 (of LaTeX and PDF the default) or letter"},
    {"questions", 'q', "KIND",
     "of moodle: sections (the default: a cloze question a section, in a\n"
     "                             category of its own), variants (one a variant) or single (a numerical\n"
     "                             question a quantity, in a category of its own)"},
    NOTATION_OPTION_LINE,
    DIGITS_OPTION_LINE,
    LANGUAGE_OPTION_LINE('l'),
    {"title", 't', "WORDS", "instead of the usual title"},
    {"course", 'c', "WORDS", "a line with the course"},
    {"date", 'w', "WORDS", "a line with the date"},
    {"output", 'o', "FILE", "write to FILE or into DIR, whole or not at all"},
    {0},
};

static int run(int argc, char **argv);

const struct command command_handout = {
    .name = "handout",
    .synopsis = "[OPTION]...",
    .summary = "make sheets for a class: worked example, exercise, key; with names and variants",
    .details =
        "A roster's sheets have each other numbers, unless --example gives them. With --format moodle\n"
        "or qti (a package for Canvas and others, with 4 decimals carried or --carry) all variants go into one file, -o FILE;\n"
        "with --format exams (for R/exams) into a directory, -o DIR, a file a question and variant.\n",
    .options = options,
    .run = run,
};

struct request {
    struct shared_options shared; /* digits: -1 where they are not asked for */
    struct handout handout;
    bool is_blank, is_key, has_hints, has_questions, has_format, is_pdf;
    int seed, count; /* likewise */
    const char *roster_path;
};

static bool take_hints(struct request *request, const char *value, struct error *error) {
    static const char *const levels[] = {[HINTS_FORMULA] = "formula",
                                         [HINTS_SUBSTITUTED] = "substituted",
                                         [HINTS_NONE] = "none",
                                         NULL};
    size_t index;
    const bool good = command_choice("hints", value, levels, &index, error);
    request->has_hints = true;
    request->handout.hints = (enum handout_hints)index;
    return good;
}

/* NEEDED: what has to be said, where one goes to no standard output */
static const struct {
    const char *name, *option, *needed;
} banks[] = {
    [BANK_MOODLE] = {"moodle", "--format moodle", NULL},
    [BANK_QTI] = {"qti", "--format qti", "--format qti is a package; -o FILE.zip is needed"},
    [BANK_EXAMS] = {"exams", "--format exams",
                    "--format exams makes a file a question; -o DIR is needed"}};

static bool take_format(struct request *request, const char *value, struct error *error) {
    static const struct sheet_format *const formats[] = {&sheet_markdown, &sheet_latex,
                                                         &sheet_html};
    request->handout.format = NULL;
    request->has_format = true;
    for (size_t i = 0; i < sizeof banks / sizeof *banks; i++)
        if (strcmp(value, banks[i].name) == 0) {
            request->handout.bank = (enum handout_bank)i;
            return true;
        }
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (strcmp(value, formats[i]->name) == 0) {
            request->handout.format = formats[i];
            return true;
        }
    return command_unknown("format", value, "one of markdown, latex, html, moodle, qti, exams",
                           error);
}

static bool take_questions(struct request *request, const char *value, struct error *error) {
    static const char *const kinds[] = {[QUESTIONS_SECTIONS] = "sections",
                                        [QUESTIONS_VARIANTS] = "variants",
                                        [QUESTIONS_SINGLE] = "single",
                                        NULL};
    size_t index;
    const bool good = command_choice("questions", value, kinds, &index, error);
    request->has_questions = true;
    request->handout.questions = (enum handout_questions)index;
    return good;
}

static bool take_layout(struct request *request, const char *value, struct error *error) {
    static const char *const layouts[] = {"lines", "grid", NULL};
    size_t index;
    const bool good = command_choice("layout", value, layouts, &index, error);
    request->handout.is_grid = index == 1;
    return good;
}

static bool take_paper(struct request *request, const char *value, struct error *error) {
    static const char *const papers[] = {"a4", "letter", NULL};
    size_t index;
    const bool good = command_choice("paper", value, papers, &index, error);
    request->handout.paper = good ? papers[index] : NULL;
    return good;
}

/* Words that are shown. */
static bool take_words(const char *option, const char *value, const char **words,
                       struct error *error) {
    enum { LONGEST = 400 };
    const size_t length = strlen(value), fault = utf8_fault(value, length);
    *words = value;
    if (length > LONGEST)
        return error_set(error, "--%s: 1 to %d bytes of text are needed", option, LONGEST);
    return fault == length ||
           error_set(error, "--%s: byte %zu is no text; UTF-8 is needed", option, fault + 1);
}

static bool take_option(void *context, const char *name, const char *value, struct error *error) {
    struct request *request = context;
    struct handout *handout = &request->handout;
    if (strcmp(name, "blank") == 0)
        return request->is_blank = true;
    if (strcmp(name, "key") == 0)
        return request->is_key = true;
    if (strcmp(name, "full") == 0)
        return handout->is_full = true;
    if (strcmp(name, "equations") == 0)
        return selection_parse(&handout->selection, value, CHAPTER_LAST, error);
    if (strcmp(name, "numbers") == 0)
        return handout->has_numbers = true;
    if (strcmp(name, "integers") == 0)
        return handout->draws_whole = true;
    if (strcmp(name, "forms") == 0)
        return handout->has_forms = true;
    if (strcmp(name, "pdf") == 0)
        return request->is_pdf = true;
    if (strcmp(name, "one-file") == 0)
        return handout->is_one_file = true;
    if (strcmp(name, "hints") == 0)
        return take_hints(request, value, error);
    if (strcmp(name, "layout") == 0)
        return take_layout(request, value, error);
    if (strcmp(name, "paper") == 0)
        return take_paper(request, value, error);
    if (strcmp(name, "questions") == 0)
        return take_questions(request, value, error);
    if (strcmp(name, "format") == 0)
        return take_format(request, value, error);
    if (strcmp(name, "seed") == 0)
        return command_whole(name, value, 0, 2147483647, &request->seed, error);
    if (strcmp(name, "count") == 0)
        return command_whole(name, value, 1, DRAW_VARIANTS, &request->count, error);
    if (strcmp(name, "carry") == 0)
        return command_whole(name, value, 1, CARRY_MOST, &handout->carries, error);
    if (strcmp(name, "title") == 0)
        return take_words(name, value, &handout->title, error);
    if (strcmp(name, "course") == 0)
        return take_words(name, value, &handout->course, error);
    if (strcmp(name, "date") == 0)
        return take_words(name, value, &handout->date, error);
    request->roster_path = value;
    return true;
}

/* The format is that of the program that makes the PDF. */
static bool choose_pdf(struct request *request, struct error *error) {
    struct handout *handout = &request->handout;
    if (!request->is_pdf)
        return true;
    handout->pdf =
        pdf_maker_find(request->has_format ? handout->format : NULL, handout->language, error);
    if (handout->pdf == NULL)
        return false;
    handout->format = handout->pdf->format;
    if (handout->paper == NULL)
        handout->paper = "a4"; /* a browser takes Letter where it is not told */
    return true;
}

/* The option that no matrices have; or NULL. */
static const char *asks_for_lines(const struct request *request) {
    const struct handout *handout = &request->handout;
    return handout->format == NULL                    ? banks[handout->bank].option
           : handout->is_full                         ? "--full"
           : request->has_hints                       ? "--hints"
           : !selection_is_whole(&handout->selection) ? "--equations"
                                                      : NULL;
}

/* What cannot be asked for together. */
static bool is_possible(const struct request *request, struct error *error) {
    const struct handout *handout = &request->handout;
    const bool is_bank = handout->format == NULL;
    if (request->is_blank && request->is_key)
        return error_set(error, "--blank and --key exclude each other; one of them is needed");
    if (request->is_key && is_bank)
        return error_set(error, "--key: a question bank has its answers in it; leave --key out");
    if (request->has_hints && !request->is_blank && !is_bank)
        return error_set(error, "--hints is for an exercise; --blank is needed");
    if (request->has_questions && (!is_bank || handout->bank != BANK_MOODLE))
        return error_set(error, "--questions is for Moodle's bank; --format moodle is needed");
    if (is_bank && banks[handout->bank].needed != NULL && handout->output == NULL)
        return error_set(error, "%s", message(banks[handout->bank].needed));
    if (request->shared.digits >= 0 && handout->carries != CARRY_NOTHING)
        return error_set(error, "--digits: carried values have the decimals of --carry; leave "
                                "--digits out");
    if (request->is_pdf && is_bank)
        return error_set(error, "--pdf is for sheets; --format latex or html, or none, is needed");
    if (handout->paper != NULL && !request->is_pdf &&
        (is_bank || handout->format == &sheet_markdown))
        return error_set(error, "--paper is for what has pages; --format latex or html, or --pdf, "
                                "is needed");
    if (request->is_pdf && handout->output == NULL)
        return error_set(error, "--pdf: -o FILE or -o DIR is needed");
    if (handout->is_grid && asks_for_lines(request) != NULL)
        return error_set(error,
                         "--layout grid is the whole network as matrices, in a format of "
                         "sheets; leave %s out",
                         asks_for_lines(request));
    const bool is_many = request->count >= 0 || request->roster_path != NULL;
    if ((handout->has_numbers || handout->has_forms) &&
        (is_bank || !is_many || handout->is_one_file))
        return error_set(error,
                         "--%s is for sheets in a directory; --count or --roster, and a "
                         "format of sheets, are needed",
                         handout->has_numbers ? "numbers" : "forms");
    if (handout->is_one_file && (is_bank || !is_many))
        return error_set(error,
                         "--one-file is for several sheets; --count or --roster, and a format "
                         "of sheets, are needed");
    if (is_many && !is_bank && !handout->is_one_file && handout->output == NULL)
        return error_set(error, "--%s makes several files; -o DIR is needed",
                         request->count >= 0 ? "count" : "roster");
    return command_reads_input_once(&command_handout,
                                    (size_t)command_is_input(request->roster_path) +
                                        command_is_input(request->shared.numbers.from),
                                    error);
}

/* How many sheets and variants there are, and whether their numbers are drawn. */
static void count_sheets(struct request *request, const struct roster *roster) {
    struct handout *handout = &request->handout;
    const bool has_roster = request->roster_path != NULL;
    handout->is_many = request->count >= 0 || has_roster;
    handout->draws = request->seed >= 0 || request->count >= 0 ||
                     (has_roster && request->shared.numbers.from == NULL);
    handout->seed = request->seed >= 0 ? (unsigned)request->seed : 1;
    handout->sheets = has_roster ? roster->count : request->count >= 0 ? (size_t)request->count : 1;
    handout->variants = !handout->draws       ? 1
                        : request->count >= 0 ? (size_t)request->count
                        : handout->is_many    ? handout->sheets
                                              : 1;
    if (handout->variants > handout->sheets)
        handout->variants = handout->sheets;
}

/* Whether whole numbers stay whole: the functions keep them so, and the error has no logarithm. */
static bool keeps_whole(const struct shape *shape) {
    for (size_t layer = 1; layer <= shape->depth; layer++) {
        const struct function *function = shape->activation[layer];
        if (function == NULL || !function->keeps_whole)
            return false;
    }
    return shape->loss != LOSS_CROSS_ENTROPY;
}

static bool can_draw(const struct handout *handout, struct error *error) {
    if (!handout->draws_whole)
        return true;
    if (!handout->draws)
        return error_set(error, "--integers draws numbers; --seed or --count is needed");
    return keeps_whole(&handout->example->shape) ||
           error_set(error,
                     "--integers: this network's functions make fractions of whole numbers; one "
                     "of relu and identity with a squared error is needed, such as --set "
                     "hidden=relu --set output=identity");
}

/* What importers of QTI keep of an answer has to be all that is asked for. */
static bool can_carry(struct handout *handout, struct error *error) {
    if (handout->format != NULL || handout->bank != BANK_QTI)
        return true;
    if (handout->carries == CARRY_NOTHING)
        handout->carries = QTI_DECIMALS;
    return handout->carries <= QTI_DECIMALS ||
           error_set(error,
                     "--format qti: %d decimals are carried, and Canvas keeps %d of an answer; "
                     "--carry %d or fewer is needed",
                     handout->carries, QTI_DECIMALS, QTI_DECIMALS);
}

static bool make(struct request *request, struct error *error) {
    struct handout *handout = &request->handout;
    const struct example_options *numbers = &request->shared.numbers;
    struct example example = {0};
    struct roster roster = {0};
    bool done = request->roster_path == NULL || roster_read(&roster, request->roster_path, error);
    if (done) {
        count_sheets(request, &roster);
        handout->roster = request->roster_path != NULL ? &roster : NULL;
        handout->kind = request->is_blank ? HANDOUT_BLANK
                        : request->is_key ? HANDOUT_KEY
                                          : HANDOUT_WORKED;
        handout->digits = request->shared.digits >= 0 ? request->shared.digits : DIGITS_DEFAULT;
        handout->example = &example;
        done = (handout->draws ? example_make_to_draw : example_make)(
            &example, numbers->from, numbers->sets, numbers->set_count, error);
        if (handout->carries == CARRY_NOTHING && request->shared.digits < 0 &&
            example.decimals > 0 && example.decimals < EXAMPLE_DECIMALS)
            handout->carries = example.decimals;
        done = done && (!handout->is_grid || layers_can(&example, error)) &&
               can_draw(handout, error) && can_carry(handout, error) &&
               handout_make(handout, error);
    }
    example_free(&example);
    roster_free(&roster);
    return done;
}

static int run(int argc, char **argv) {
    struct request request = {.shared = shared_options_start(),
                              .seed = -1,
                              .count = -1,
                              .handout = {.format = &sheet_markdown}};
    struct error error;
    int operands;
    request.shared.digits = -1;
    const int status = command_read(&command_handout, argc, argv, &request.shared, take_option,
                                    &request, &operands);
    if (status >= 0)
        return status;
    request.handout.language = request.shared.language;
    request.handout.notation = request.shared.notation;
    request.handout.output = request.shared.output;
    const bool done = command_no_operands(&command_handout, argc, argv, operands, &error) &&
                      is_possible(&request, &error) && choose_pdf(&request, &error) &&
                      make(&request, &error);
    return done ? STATUS_DONE : command_fail(&error);
}
