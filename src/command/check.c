/* The command `check`: what students hand in, held to the walk. */
#include "command/command.h"
#include "command/shared_options.h"

#include "host/directory.h"
#include "host/file.h"
#include "host/listing.h"
#include "mark/answer_file.h"
#include "mark/class.h"
#include "mark/points.h"
#include "mark/report.h"
#include "mark/report_page.h"
#include "walk/walk.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const struct option_line options[] = {
    EXAMPLE_OPTION_LINES,
    {"numbers", 'N', "DIR",
     "each file against its own sheet's numbers: of sheet-1.txt those in\n"
     "                             DIR/sheet-1.txt, as `bpwalk handout --numbers` writes them"},
    {"iterations", 'i', "N", "mark iterations 1 to N, each from the student's own new weights (1)"},
    {"points", 'p', "LIST",
     "what a value is worth by section, forward, error, backward, update and\n"
     "                             again, such as forward=1,backward=2; of those left out 1"},
    {"class", 'k', NULL,
     "then a report of the class: where most went wrong, which slips they made"},
    {"gradebook", 'g', "FILE",
     "a CSV with a row a file: points, and how many are right, carried, ..."},
    {"feedback", 'b', "DIR", "a file a student into DIR, in the FORMAT"},
    {"format", 'f', "FORMAT", "text (the default), tsv, markdown or html"},
    NOTATION_OPTION_LINE,
    LANGUAGE_OPTION_LINE('l'),
    COLOUR_OPTION_LINE,
    OUTPUT_OPTION_LINE,
    {0},
};

static int run(int argc, char **argv);

const struct command command_check = {
    .name = "check",
    .synopsis = "FILE|DIR... [OPTION]...",
    .summary = "mark a student's values: right, carried forward or wrong, and which slip",
    .details =
        "FILE (- is stdin) has a `name = value` on each line, # starts a comment; or is a table\n"
        "(CSV, TSV) of names and values, or JSON, {\"in_h1\": 0.6}, or has matrices, W1_new =\n"
        "[[...], [...]]. The names are those of the walk, as many as the student likes; `bpwalk\n"
        "walk` shows them. Of what a sheet of --numbers or an example asks for, what is missing is\n"
        "told, and counts. What cannot be read is told, and costs no other line. Of several\n"
        "iterations a line `iteration 2`, or a column or key `iteration`, says what is of which.\n"
        "DIR stands for all files in it, and in the directories in it. A value is right to the\n"
        "digits that it is given to, carried where it follows from the student's own earlier\n"
        "values, coarse where it has too few digits to tell (fewer than two, or fewer decimals than\n"
        "the example asks for), else wrong; where a known slip explains a wrong one, it is\n"
        "named. The table (tsv) has the columns file, name, given, expected, verdict, slip, equation,\n"
        "from, and iteration where there are several.\n"
        "Exit status: 0 all is right; 1 something is not, or is missing; 2 bad usage,\n"
        "bad input, a failed write.\n",
    .options = options,
    .run = run,
};

enum format { FORMAT_TEXT, FORMAT_TSV, FORMAT_MARKDOWN, FORMAT_HTML };

struct request {
    struct shared_options shared;
    enum format format;
    const struct report_page *page; /* of the format; NULL: it is none */
    const char *numbers_directory, *feedback, *gradebook;
    struct points points;
    int iterations;
    bool has_points, class_report;
    const char **paths;
    const char *const *stems; /* of their names, sorted */
    size_t path_count, path_room;
};

static bool take_option(void *context, const char *name, const char *value, struct error *error) {
    struct request *request = context;
    if (strcmp(name, "format") == 0) {
        static const char *const formats[] = {"text", "tsv", "markdown", "html", NULL};
        size_t index;
        const bool good = command_choice(name, value, formats, &index, error);
        request->format = (enum format)index;
        request->page = report_page_find(value);
        return good;
    }
    if (strcmp(name, "points") == 0) {
        request->has_points = true;
        return points_parse(&request->points, value, error);
    }
    if (strcmp(name, "iterations") == 0)
        return command_whole(name, value, 1, ITERATIONS_MOST, &request->iterations, error);
    if (strcmp(name, "class") == 0) {
        request->class_report = true;
        return true;
    }
    if (strcmp(name, "numbers") == 0)
        request->numbers_directory = value;
    else if (strcmp(name, "feedback") == 0)
        request->feedback = value;
    else
        request->gradebook = value;
    return true;
}

static void add_path(struct request *request, const char *path) {
    request->paths = memory_more(request->paths, request->path_count, &request->path_room,
                                 sizeof *request->paths);
    request->paths[request->path_count++] = path;
}

static bool begins_with(const char *path, const char *directory) {
    size_t length = strlen(directory);
    while (length > 1 && directory[length - 1] == '/')
        length--;
    return strncmp(path, directory, length) == 0 && path[length] == '/';
}

/* As both are spelled, and without the "./" of either. */
static bool is_below(const char *path, const char *directory) {
    if (directory == NULL)
        return false;
    const size_t here[] = {strncmp(path, "./", 2) == 0 ? 2 : 0,
                           strncmp(directory, "./", 2) == 0 ? 2 : 0};
    return begins_with(path, directory) || begins_with(path + here[0], directory + here[1]);
}

/* A directory stands for its files, but for the numbers and the feedback in it. */
static bool take_paths(struct request *request, struct arena *arena, char **operands, size_t count,
                       struct error *error) {
    for (size_t i = 0; i < count; i++) {
        const char **listed;
        size_t some = 0;
        if (!listing_is_directory(operands[i]))
            add_path(request, operands[i]);
        else if (!listing_read(arena, operands[i], &listed, &some, error))
            return false;
        for (size_t k = 0; k < some; k++)
            if (!is_below(listed[k], request->numbers_directory) &&
                !is_below(listed[k], request->feedback))
                add_path(request, listed[k]);
    }
    return request->path_count > 0 ||
           error_set(error, "%s: no file is in it; a directory of answer files is needed",
                     operands[0]);
}

/* At least one file, and only one thing from standard input. */
static bool take_operands(struct request *request, struct arena *arena, int argc, char **argv,
                          int operands, struct error *error) {
    size_t from_input = command_is_input(request->shared.numbers.from);
    if (operands == argc)
        return error_set(error, "check: a FILE of `name = value` lines is needed (- is stdin)");
    if (request->numbers_directory != NULL && !listing_is_directory(request->numbers_directory))
        return error_set(
            error,
            "--numbers %s is no directory; the one that `bpwalk handout --numbers` wrote "
            "is needed",
            quote(request->numbers_directory, strlen(request->numbers_directory)).text);
    for (int i = operands; i < argc; i++)
        from_input += command_is_input(argv[i]);
    return command_two_files("gradebook", request->gradebook, request->shared.output, error) &&
           command_reads_input_once(&command_check, from_input, error) &&
           take_paths(request, arena, argv + operands, (size_t)(argc - operands), error);
}

/* ---- Walks, an iteration each, and what is marked against them ---- */

struct marking {
    char *from; /* whose numbers it has, of --numbers; or NULL */
    struct example example;
    struct walk *walks;
    struct check *checks, **each; /* EACH points to them */
    size_t walk_count, check_count;
    struct answer_file file;
};

static void marking_free(struct marking *marking) {
    if (marking->file.check != NULL)
        answer_file_free(&marking->file);
    for (size_t i = 0; i < marking->check_count; i++)
        check_free(&marking->checks[i]);
    for (size_t i = 0; i < marking->walk_count; i++)
        walk_free(&marking->walks[i]);
    free(marking->walks);
    free(marking->checks);
    free(marking->each);
    example_free(&marking->example);
    free(marking->from);
    *marking = (struct marking){0};
}

static bool walk_iteration(struct marking *marking, size_t i, struct error *error) {
    const struct example *example = &marking->example;
    struct walk *walk = &marking->walks[i];
    marking->walk_count = i + 1;
    if (i == 0)
        return walk_make(walk, example, SLIPS_NONE, error);
    if (walk_next(walk, walk - 1, example, DIGITS_DEFAULT, error))
        return true;
    const struct error what = *error;
    return error_set(error, "iteration %zu: %s", i + 1, what.line);
}

static bool marking_make(struct marking *marking, const struct request *request,
                         const struct example_options *numbers, struct error *error) {
    struct example *example = &marking->example;
    const size_t count = (size_t)request->iterations;
    if (!example_options_make(numbers, example, error))
        return false;
    marking->walks = memory_zeroed(count, sizeof *marking->walks);
    marking->checks = memory_zeroed(count, sizeof *marking->checks);
    marking->each = memory_zeroed(count, sizeof *marking->each);
    for (size_t i = 0; i < count; i++) {
        struct check *check = marking->each[i] = &marking->checks[i];
        if (!walk_iteration(marking, i, error))
            return false;
        if (!ways_can_be(&marking->walks[i].trace, error))
            return false;
        check_start(check, &marking->walks[i].trace, &example->shape);
        check->candidates.has_other_numbers = marking->walks[i].has_other_numbers;
        trace_notate(&marking->walks[i].trace, request->shared.notation);
        check->decimals = example->decimals != EXAMPLE_DECIMALS ? example->decimals : 0;
        check->iteration = count > 1 ? i + 1 : 0;
        marking->check_count++;
    }
    answer_file_start(&marking->file, marking->each, count, &example->shape);
    marking->file.asked = example->asked;
    return true;
}

static const char *base_of(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash != NULL ? slash + 1 : path;
}

/* The file of --numbers for PATH: of sheet-1.csv it is DIR/sheet-1.txt. */
static char *numbers_path(const char *directory, const char *path) {
    const char *base = base_of(path);
    struct text text = {0};
    text_printf(&text, "%s/%.*s.txt", directory, (int)strcspn(base, "."), base);
    return text.bytes;
}

/* ---- What comes of the files ---- */

struct outcome {
    struct text report, gradebook;
    struct class class;
    struct directory feedback;
    size_t not_right;        /* values that are not, or not read, and files without any */
    size_t read, unreadable; /* files */
};

/* What stands around the reports: TITLE is that of a page. */
static void put_document(struct text *out, const struct request *request, const struct text *text,
                         const char *title) {
    if (request->format == FORMAT_TSV)
        report_tsv_head(out, request->iterations > 1);
    if (request->page != NULL)
        report_page_start(out, request->page, title, request->shared.language);
    text_puts(out, text->bytes);
    if (request->page != NULL)
        report_page_finish(out, request->page);
}

static int by_text(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* NAME of DIR/NAME.csv. */
static char *stem_of(struct arena *arena, const char *path) {
    const char *base = base_of(path), *dot = strrchr(base, '.');
    return arena_copy(arena, base, dot != NULL && dot > base ? (size_t)(dot - base) : strlen(base));
}

/* The stems of all files, sorted. */
static void take_stems(struct request *request, struct arena *arena) {
    const char **stems = arena_take(arena, request->path_count * sizeof *stems);
    for (size_t i = 0; i < request->path_count; i++)
        stems[i] = stem_of(arena, request->paths[i]);
    qsort(stems, request->path_count, sizeof *stems, by_text);
    request->stems = stems;
}

static bool is_shared(const struct request *request, const char *stem) {
    const char *const *first = request->stems, *const *end = first + request->path_count;
    const char *const *found = bsearch(&stem, first, request->path_count, sizeof *first, by_text);
    return (found > first && strcmp(found[-1], stem) == 0) ||
           (found + 1 < end && strcmp(found[1], stem) == 0);
}

/* NAME.txt, NAME.md or NAME.html for DIR/NAME.csv; DIR-NAME.csv.txt where there are several of that
 * NAME. */
static char *feedback_name(const struct request *request, struct arena *arena, const char *path,
                           const char *ending) {
    struct text name = {0};
    const char *stem = stem_of(arena, path);
    text_puts(&name, is_shared(request, stem) ? path : stem);
    for (size_t i = 0; i < name.length; i++)
        name.bytes[i] = (char)(name.bytes[i] == '/' ? '-' : name.bytes[i]);
    text_printf(&name, ".%s", ending);
    const size_t skipped = strspn(name.bytes, "-.");
    char *kept = arena_copy(arena, name.bytes + skipped, name.length - skipped);
    text_free(&name);
    return kept;
}

static bool put_feedback(const struct request *request, struct outcome *outcome, const char *path,
                         const struct text *report, struct error *error) {
    static const char *const endings[] = {[FORMAT_TEXT] = "txt",
                                          [FORMAT_TSV] = "tsv",
                                          [FORMAT_MARKDOWN] = "md",
                                          [FORMAT_HTML] = "html"};
    struct arena arena = {0};
    struct text document = {0};
    put_document(&document, request, report, base_of(path));
    const bool done = directory_add(&outcome->feedback,
                                    feedback_name(request, &arena, path, endings[request->format]),
                                    &document, error);
    arena_free(&arena);
    text_free(&document);
    return done;
}

/* TITLE may be NULL, but of a page. */
static void put_report(struct text *out, const struct request *request, struct answer_file *file,
                       const char *path, const char *title, bool colour) {
    const struct score score = points_score(&request->points, file);
    text_puts(out, "");
    if (request->format == FORMAT_TSV) {
        report_tsv(out, file->checks, file->check_count, path);
        report_unread_tsv(out, file, path);
    } else if (request->page != NULL) {
        report_page_put(out, request->page, file, title != NULL ? title : base_of(path),
                        request->has_points ? &score : NULL, request->shared.language);
    } else {
        report_text(out, file->checks, file->check_count, file, title, request->shared.language,
                    colour);
        if (request->has_points)
            report_points(out, score.points, score.of, request->shared.language);
    }
}

/* Appends the report of a marked file, and what else is asked for. A student is not told where the
 * file was. */
static bool report_file(const struct request *request, struct answer_file *file, const char *path,
                        struct outcome *outcome, struct error *error) {
    struct text own = {0};
    if (outcome->report.length > 0 && request->format == FORMAT_TEXT)
        text_putc(&outcome->report, '\n');
    put_report(&outcome->report, request, file, path, request->path_count > 1 ? path : NULL,
               shared_options_want_colour(&request->shared) && request->format == FORMAT_TEXT);
    gradebook_row(&outcome->gradebook, path, &request->points, file);
    class_add(&outcome->class, file);
    if (request->feedback == NULL)
        return true;
    put_report(&own, request, file, base_of(path), base_of(path), false);
    const bool done = put_feedback(request, outcome, path, &own, error);
    text_free(&own);
    return done;
}

/* Marks one file and appends its report. One that cannot be read costs itself alone: the first such
 * fault is put to FAULT. */
static bool mark_file(const struct request *request, struct marking *marking, const char *path,
                      struct outcome *outcome, struct error *fault, struct error *error) {
    struct answer_file *file = &marking->file;
    struct error unreadable;
    if (answer_file_read(file, path, &unreadable))
        outcome->read++;
    else if (outcome->unreadable++ == 0)
        *fault = unreadable;
    answer_file_mark(file);
    const struct tally tally = report_tally(file->checks, file->check_count);
    outcome->not_right +=
        tally.carried + tally.coarse + tally.wrong + file->unread_count + (tally.right == 0);
    return report_file(request, file, path, outcome, error);
}

/* One whose numbers cannot be had is unread: MARKING is any. */
static bool refuse_file(const struct request *request, struct marking *marking, const char *path,
                        const char *numbers, struct outcome *outcome, struct error *error) {
    answer_file_refuse(&marking->file, access(numbers, F_OK) != 0 ? "numbers" : "sheet",
                       base_of(numbers));
    outcome->read++;
    outcome->not_right++;
    return report_file(request, &marking->file, path, outcome, error);
}

/* Against its own sheet's numbers: OWN is made anew where they are others than the last. */
static bool mark_by_own_numbers(const struct request *request, struct marking *own,
                                struct marking *any, const char *path, struct outcome *outcome,
                                struct error *fault, struct error *error) {
    char *from = numbers_path(request->numbers_directory, path);
    struct example_options numbers = request->shared.numbers;
    struct error ignored;
    numbers.from = from;
    if (own->from == NULL || strcmp(own->from, from) != 0) {
        marking_free(own);
        own->from = from;
        if (!marking_make(own, request, &numbers, &ignored)) {
            const bool done = refuse_file(request, any, path, from, outcome, error);
            marking_free(own);
            return done;
        }
    } else {
        free(from);
    }
    return mark_file(request, own, path, outcome, fault, error);
}

static bool mark_files(const struct request *request, struct marking *any, struct outcome *outcome,
                       struct error *error) {
    struct marking own = {0};
    struct error fault = {{0}};
    bool done = true;
    for (size_t i = 0; i < request->path_count && done; i++)
        done = request->numbers_directory == NULL
                   ? mark_file(request, any, request->paths[i], outcome, &fault, error)
                   : mark_by_own_numbers(request, &own, any, request->paths[i], outcome, &fault,
                                         error);
    marking_free(&own);
    if (done && outcome->read == 0) {
        *error = fault;
        return false;
    }
    return done;
}

static bool write_outcome(const struct request *request, struct outcome *outcome,
                          struct error *error) {
    struct text document = {0};
    if (request->class_report && request->page != NULL) {
        report_page_class(&outcome->report, request->page, &outcome->class,
                          request->shared.language);
    } else if (request->class_report && request->format != FORMAT_TSV) {
        text_putc(&outcome->report, '\n');
        class_report(&outcome->report, &outcome->class, request->shared.language);
    }
    text_puts(&outcome->report, "");
    put_document(&document, request, &outcome->report,
                 prose(request->shared.language, "check.title"));
    const bool done = (request->gradebook == NULL ||
                       file_write(&outcome->gradebook, request->gradebook, error)) &&
                      file_write(&document, request->shared.output, error);
    text_free(&document);
    return done;
}

static bool mark_all(const struct request *request, size_t *not_right, struct error *error) {
    struct marking any = {0};
    struct outcome outcome = {.class = {.notation = request->shared.notation}};
    bool done = marking_make(&any, request, &request->shared.numbers, error);
    const bool has_feedback = done && request->feedback != NULL;
    if (has_feedback)
        done = directory_open(&outcome.feedback, request->feedback, error);
    const bool is_open = has_feedback && done;
    gradebook_head(&outcome.gradebook);
    done = done && mark_files(request, &any, &outcome, error) &&
           write_outcome(request, &outcome, error);
    if (is_open)
        done = directory_close(&outcome.feedback, done, error) && done;
    *not_right = outcome.not_right;
    text_free(&outcome.report);
    text_free(&outcome.gradebook);
    class_free(&outcome.class);
    marking_free(&any);
    return done;
}

static int run(int argc, char **argv) {
    struct request request = {
        .shared = shared_options_start(), .iterations = 1, .points = points_default()};
    struct error error;
    struct arena arena = {0};
    size_t not_right = 0;
    int operands;
    const int status =
        command_read(&command_check, argc, argv, &request.shared, take_option, &request, &operands);
    if (status >= 0)
        return status;
    bool done = take_operands(&request, &arena, argc, argv, operands, &error);
    if (done) {
        take_stems(&request, &arena);
        done = mark_all(&request, &not_right, &error);
    }
    arena_free(&arena);
    free(request.paths);
    if (!done)
        return command_fail(&error);
    return not_right == 0 ? STATUS_DONE : STATUS_DIFFERS;
}
