/* The command `walk`: the article's walk, in either reading and any format. */
#include "command/command.h"
#include "command/shared_options.h"

#include "base/memory.h"
#include "host/file.h"
#include "render/render.h"
#include "walk/compare.h"

#include <stdlib.h>
#include <string.h>

static const struct option_line options[] = {
    {"reading", 'r', "READING",
     "stated (the default): the parameters and formulas that the\n"
     "                             article states; printed: its slips made where it makes them"},
    {"chapter", 'C', "CHAPTER", "3, 4, 5 (the default) or all: which of the article's to walk"},
    {"equations", 'e', "LIST", "only these, of any chapter, such as 3.3,5.6-5.13,5.28"},
    {"names", 'n', "LIST", "only the steps of these names, such as in_h1,E_total"},
    EXAMPLE_OPTION_LINES,
    {"iterations", 'i', "N",
     "walk N times in turn, 1 to 1000 (1): the second time with the new weights"},
    {"format", 'f', "FORMAT", "text (the default), tsv, json, markdown, latex or html"},
    NOTATION_OPTION_LINE,
    DIGITS_OPTION_LINE,
    LANGUAGE_OPTION_LINE('l'),
    COLOUR_OPTION_LINE,
    OUTPUT_OPTION_LINE,
    {0},
};

static int run(int argc, char **argv);

const struct command command_walk = {
    .name = "walk",
    .synopsis = "[OPTION]...",
    .summary = "print a walk through backpropagation, formula by formula, with numbers in place",
    .details =
        "Without --example it is the article's network and, for (5.31) and (5.34), its companion with\n"
        "one more hidden layer; --chapter all has the cross-entropy of chapter 5 too, and both where the\n"
        "article has them. Any other network is walked by the same rules; what its lines are, `bpwalk\n"
        "example --help` tells. The table (tsv) has the columns step, equation, network, iteration, name,\n"
        "value, formula, substituted, printed, verdict, cause.\n",
    .options = options,
    .run = run,
};

enum { USUAL_LENGTH = 40000 };

struct request {
    struct shared_options shared;
    struct example example;
    const char *chapter; /* NULL: the one that the rest implies */
    unsigned slips;
    renderer *render;
    struct document document;
    int iterations;
    struct example companion; /* of the article's network */
    struct walk **walks;
    size_t walk_count;
    const struct walk *cross_entropy; /* of these, where it is told */
};

static bool take_option(void *context, const char *name, const char *value, struct error *error) {
    struct request *request = context;
    size_t index;
    if (strcmp(name, "reading") == 0) {
        static const char *const readings[] = {"stated", "printed", NULL};
        const bool good = command_choice(name, value, readings, &index, error);
        request->slips = index == 1 ? SLIPS_ALL : SLIPS_NONE;
        return good;
    }
    if (strcmp(name, "chapter") == 0) {
        static const char *const chapters[] = {"3", "4", "5", "all", NULL};
        request->chapter = value;
        return command_choice(name, value, chapters, &index, error);
    }
    if (strcmp(name, "equations") == 0)
        return selection_parse(&request->document.selection, value, CHAPTER_FIRST, error);
    if (strcmp(name, "format") == 0) {
        request->render = render_format(value);
        return request->render != NULL || command_unknown(name, value, RENDER_FORMATS, error);
    }
    if (strcmp(name, "iterations") == 0)
        return command_whole(name, value, 1, ITERATIONS_MOST, &request->iterations, error);
    request->document.selection.names = value;
    return true;
}

/* Without --chapter: that of --equations, or 5. */
static bool is_walked(const struct request *request, int chapter) {
    if (request->chapter != NULL)
        return strcmp(request->chapter, "all") == 0 || request->chapter[0] == '0' + chapter;
    return request->document.selection.is_partial
               ? selection_has_chapter(&request->document.selection, chapter)
               : chapter == 5;
}

static bool check_chapter(const struct request *request, struct error *error) {
    const struct selection *selection = &request->document.selection;
    for (int chapter = CHAPTER_FIRST; chapter <= CHAPTER_LAST; chapter++)
        if (selection->is_partial && selection_has_chapter(selection, chapter) &&
            !is_walked(request, chapter))
            return error_set(error,
                             "--chapter %s: --equations asks for chapter %d too; --chapter all, "
                             "or none, is needed",
                             request->chapter, chapter);
    return true;
}

/* What only the article has: chapters 3 and 4, and a printed reading, of one iteration. */
static bool check_article(const struct request *request, struct error *error) {
    if ((is_walked(request, 3) || is_walked(request, 4)) &&
        !walk_has_chapters(&request->example, request->chapter, error))
        return false;
    return walk_has_reading(&request->example, request->slips, (size_t)request->iterations, error);
}

/* ---- The walks ---- */

static struct walk *add_walk(struct request *request) {
    struct walk *walk = memory_zeroed(1, sizeof *walk);
    request->walks =
        memory_resize(request->walks, (request->walk_count + 1) * sizeof(struct walk *));
    request->walks[request->walk_count++] = walk;
    return walk;
}

/* It bears no number. */
static bool wants_cross_entropy(const struct request *request) {
    return !request->document.selection.is_partial && request->chapter != NULL &&
           strcmp(request->chapter, "all") == 0;
}

static bool walk_cross_entropy_of(struct request *request, struct walk *before,
                                  struct error *error) {
    struct walk *walk = add_walk(request);
    request->cross_entropy = walk;
    return walk_cross_entropy(walk, before, request->shared.digits, error);
}

static bool walk_companion_beside(struct request *request, struct error *error) {
    struct walk *walk = add_walk(request);
    if (!walk_companion(walk, &request->companion, &request->example, error))
        return false;
    walk_point_out(walk);
    return true;
}

static bool walk_iterations(struct request *request, struct error *error) {
    const struct example *example = &request->example;
    struct walk *before = add_walk(request);
    if (!walk_make(before, example, request->slips, error))
        return false;
    const bool is_article = example_has_article_shape(example);
    if (is_article && !walk_compare(before, example, error))
        return false;
    if (is_article && wants_cross_entropy(request) &&
        !walk_cross_entropy_of(request, before, error))
        return false;
    if (is_article && !walk_companion_beside(request, error))
        return false;
    for (int iteration = 2; iteration <= request->iterations; iteration++) {
        struct walk *next = add_walk(request);
        if (!walk_next(next, before, example, request->shared.digits, error)) {
            const struct error what = *error;
            return error_set(error, "iteration %d: %s", iteration, what.line);
        }
        before = next;
    }
    return true;
}

static bool walk(struct request *request, struct error *error) {
    return (!is_walked(request, 3) || walk_neuron(add_walk(request), &request->example, error)) &&
           (!is_walked(request, 4) || walk_sigmoid(add_walk(request), &request->example, error)) &&
           (!is_walked(request, 5) || walk_iterations(request, error));
}

/* A program finds the article's names, whatever people read. */
static bool is_for_people(const struct request *request) {
    return request->render != render_tsv && request->render != render_json;
}

static void notate(struct request *request) {
    for (size_t i = 0; is_for_people(request) && i < request->walk_count; i++)
        trace_notate(&request->walks[i]->trace, request->shared.notation);
}

/* Where all that the article has is shown, people read it in the article's order; a program finds
 * each walk in one piece. The companion is the last of them. PARTS has room for a part a walk, and
 * READING_PARTS_MOST. */
static void order_for_reading(struct request *request, struct walk *const shown[],
                              struct walk_part parts[]) {
    struct document *document = &request->document;
    size_t count = 0, at = 0;
    if (!is_for_people(request) || request->cross_entropy == NULL ||
        !selection_is_whole(&document->selection))
        return;
    for (; shown[at + 1] != request->cross_entropy; at++)
        parts[count++] = walk_whole(shown[at]);
    count += walk_in_reading_order(&parts[count], shown[at], shown[at + 1], shown[at + 2]);
    document->parts = parts;
    document->part_count = count;
}

static bool show(struct request *request, struct error *error) {
    struct document *document = &request->document;
    struct walk **shown = memory_take(request->walk_count * sizeof(struct walk *));
    struct walk_part *parts =
        memory_take((request->walk_count + READING_PARTS_MOST) * sizeof *parts);
    struct text out = {0};
    bool done = selection_walks(&document->selection, request->walks, request->walk_count, shown,
                                &document->walk_count, error);
    if (done) {
        notate(request);
        document->walks = shown;
        document->digits = request->shared.digits;
        document->language = request->shared.language;
        order_for_reading(request, shown, parts);
        document->colour = shared_options_want_colour(&request->shared);
        text_grow(&out, USUAL_LENGTH);
        request->render(&out, document);
        done = file_write(&out, request->shared.output, error);
    }
    free(parts);
    free(shown);
    text_free(&out);
    return done;
}

static bool walk_and_write(struct request *request, struct error *error) {
    const bool done = walk(request, error) && show(request, error);
    for (size_t i = request->walk_count; i-- > 0;) {
        walk_free(request->walks[i]);
        free(request->walks[i]);
    }
    free(request->walks);
    example_free(&request->companion);
    return done;
}

static int run(int argc, char **argv) {
    struct request request = {
        .shared = shared_options_start(), .render = render_text, .iterations = 1};
    struct error error;
    int operands;
    const int status =
        command_read(&command_walk, argc, argv, &request.shared, take_option, &request, &operands);
    if (status >= 0)
        return status;
    if (!command_no_operands(&command_walk, argc, argv, operands, &error) ||
        !check_chapter(&request, &error))
        return command_fail(&error);
    const bool done = example_options_make(&request.shared.numbers, &request.example, &error) &&
                      check_article(&request, &error) && walk_and_write(&request, &error);
    example_free(&request.example);
    return done ? STATUS_DONE : command_fail(&error);
}
