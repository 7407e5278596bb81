/* Walk: see walk.h. */
#include "walk/walk.h"

#include "base/larger.h"
#include "base/power.h"
#include "walk/any/pages.h"
#include "walk/article/pages.h"

#include <float.h>
#include <math.h>

/* The furthest that a value of the article's walk can be from the exact one, where no given number
 * is above M >= 1 in size: 64 M^16 roundings of 2^-53. Each section multiplies the errors that it
 * gets by a weight or two, an input or the rate, and adds a few roundings of its own. A test holds
 * the walks to it. */
static double error_ceiling(const struct example *example) {
    double most = 1;
    for (size_t i = 0; i < example->count; i++)
        most = larger(most, fabs(example->given[i].value));
    return 64 * DBL_EPSILON / 2 * power(most, 16);
}

static void give_numbers(struct trace *trace, const struct example *example) {
    for (size_t i = 0; i < example->count; i++)
        trace_given(trace, example->given[i].name, example->given[i].value,
                    example->given[i].typed);
}

static void record_pages(struct trace *trace) {
    page_forward(trace);
    page_error(trace);
    page_output_layer(trace);
    page_hidden_layer(trace);
    page_forward_again(trace);
}

static void record_article(struct trace *trace, const struct example *example) {
    trace->error_ceiling = error_ceiling(example);
    give_numbers(trace, example);
    record_pages(trace);
}

void walk_record_article(struct trace *trace, const struct example *example, unsigned slips) {
    trace_start(trace, "2-2-2", slips);
    record_article(trace, example);
}

bool walk_article(struct trace *trace, const struct example *example, unsigned slips,
                  struct error *error) {
    *trace = (struct trace){0};
    if (!example_needs_article_shape(example, error))
        return false;
    walk_record_article(trace, example, slips);
    return trace_check(trace, error);
}

/* TEXT, which is freed, as long as the trace lives. */
static const char *kept(struct trace *trace, struct text *text) {
    const char *kept = arena_copy(&trace->arena, text->bytes, text->length);
    text_free(text);
    return kept;
}

static const char *name_of(struct walk *walk, struct role role) {
    struct text text = {0};
    shape_put_name(&text, walk->shape, &role);
    return kept(&walk->trace, &text);
}

static void start(struct walk *walk, const struct example *example, size_t iteration) {
    const bool is_article = example_has_article_shape(example);
    struct text network = {0};
    *walk = (struct walk){.shape = &example->shape, .iteration = iteration};
    trace_start(&walk->trace, "", SLIPS_NONE);
    shape_put_network(&network, &example->shape);
    walk->trace.network = kept(&walk->trace, &network);
    walk->error = name_of(walk, (struct role){.kind = ROLE_TOTAL});
    walk->error_new = name_of(walk, (struct role){.kind = ROLE_TOTAL, .is_new = true});
    walk->title =
        (struct heading){is_article ? "title.article" : "title.any", {walk->trace.network}};
}

bool walk_has_reading(const struct example *example, unsigned slips, size_t iterations,
                      struct error *error) {
    if (slips != SLIPS_NONE && !example_has_article_shape(example))
        return error_set(error, "--reading printed: only the article's network was printed, and "
                                "the example is another; --reading stated is needed");
    if (slips != SLIPS_NONE && iterations > 1)
        return error_set(error, "--reading printed: the article printed one iteration; --reading "
                                "stated, or no --iterations, is needed");
    return true;
}

bool walk_has_chapters(const struct example *example, const char *chapter, struct error *error) {
    return example_has_article_shape(example) ||
           error_set(error,
                     "%s%s: chapters 3 and 4 are of the article's network, and the example is "
                     "another; chapter 5 alone is needed",
                     chapter != NULL ? "--chapter " : "--equations",
                     chapter != NULL ? chapter : "");
}

bool walk_make(struct walk *walk, const struct example *example, unsigned slips,
               struct error *error) {
    if (!example_has_article_shape(example))
        return walk_any(walk, example, TELL_ALL, error);
    start(walk, example, 1);
    walk->has_other_numbers = !example_is_article(example);
    walk->trace.alternatives = slips;
    record_article(&walk->trace, example);
    return trace_check(&walk->trace, error);
}

bool walk_any(struct walk *walk, const struct example *example, enum telling telling,
              struct error *error) {
    start(walk, example, 1);
    give_numbers(&walk->trace, example);
    pages_any(&walk->trace, example, telling == TELL_BRIEFLY);
    return trace_check(&walk->trace, error);
}

bool walk_companion(struct walk *walk, struct example *companion, const struct example *example,
                    struct error *error) {
    example_companion(companion, example);
    const bool done = walk_any(walk, companion, TELL_BRIEFLY, error);
    walk->title.key = "title.companion";
    return done;
}

/* NAME has the exact value that NAMED has in the walk before. */
static void inherit_value(struct walk *walk, struct walk *before, const char *name,
                          const struct quantity *named, int digits) {
    char shown[NUMBER_ROOM];
    struct trace *source = &before->trace;
    const size_t length = trace_shown(source, named, digits, shown);
    trace_inherits(&walk->trace, name, source, (size_t)(named - source->quantities),
                   arena_copy(&walk->trace.arena, shown, length));
}

/* A weight or bias has the exact value of its update before; an input, a target, the rate stay. */
static void inherit(struct walk *walk, struct walk *before, const struct given *given, int digits) {
    struct role role = given->role;
    if (role.kind != ROLE_WEIGHT && role.kind != ROLE_BIAS) {
        trace_given(&walk->trace, given->name, given->value, given->typed);
        return;
    }
    role.is_new = true;
    const char *name = name_of(walk, role);
    inherit_value(walk, before, given->name, trace_find(&before->trace, name, strlen(name)),
                  digits);
}

bool walk_next(struct walk *walk, struct walk *before, const struct example *example, int digits,
               struct error *error) {
    start(walk, example, before->iteration + 1);
    walk->has_other_numbers = before->has_other_numbers;
    for (size_t i = 0; i < example->count; i++)
        inherit(walk, before, &example->given[i], digits);
    if (example_has_article_shape(example))
        record_pages(&walk->trace);
    else
        pages_any(&walk->trace, example, false);
    return trace_check(&walk->trace, error);
}

/* Chapters 3 and 4 are of the example's first neuron. */
static bool start_chapter(struct walk *walk, const char *network, const char *title,
                          const struct example *example, struct error *error) {
    static const char *const names[] = {"i1", "i2", "w1", "w2", "b1"};
    *walk = (struct walk){.iteration = 1, .title = {title, {NULL}}};
    if (!example_needs_article_shape(example, error))
        return false; /* GCOVR_EXCL_LINE: the callers asked that */
    trace_start(&walk->trace, network, SLIPS_NONE);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const struct given *given = example_find(example, names[i]);
        trace_given(&walk->trace, given->name, given->value, given->typed);
    }
    walk->trace.error_ceiling = error_ceiling(example);
    return true;
}

/* In chapter 3, 14 M^2 roundings are enough, and in chapter 4 256 M^4 v^2, where v = exp(-x) + 1. A
 * y that its error could carry over 0 leaves the class open. */
bool walk_neuron(struct walk *walk, const struct example *example, struct error *error) {
    struct trace *trace = &walk->trace;
    if (!start_chapter(walk, "2-1", "title.2-1", example, error))
        return false; /* GCOVR_EXCL_LINE: the callers asked that */
    page_neuron(trace);
    if (!trace->failed && fabs(trace_value(trace, "y")) <= trace->error_ceiling)
        trace->error_ceiling = (double)INFINITY;
    return trace_check(trace, error);
}

bool walk_sigmoid(struct walk *walk, const struct example *example, struct error *error) {
    struct trace *trace = &walk->trace;
    if (!start_chapter(walk, "1-1", "title.1-1", example, error))
        return false; /* GCOVR_EXCL_LINE: the callers asked that */
    page_sigmoid(trace);
    if (!trace->failed)
        trace->error_ceiling = 4 * error_ceiling(example) * power(trace_value(trace, "v"), 2);
    return trace_check(trace, error);
}

bool walk_cross_entropy(struct walk *walk, struct walk *walked, int digits, struct error *error) {
    static const char *const names[] = {"O1", "O2", "out_O1", "out_O2"};
    *walk = (struct walk){.iteration = 1, .title = {"title.cross-entropy", {NULL}}};
    trace_start(&walk->trace, walked->trace.network, SLIPS_NONE);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const struct quantity *named = trace_find(&walked->trace, names[i], strlen(names[i]));
        if (named->typed != NULL)
            trace_given(&walk->trace, names[i], named->value, named->typed);
        else
            inherit_value(walk, walked, names[i], named, digits);
    }
    page_cross_entropy(&walk->trace);
    return trace_check(&walk->trace, error);
}

void walk_free(struct walk *walk) {
    trace_free(&walk->trace);
    *walk = (struct walk){0};
}
