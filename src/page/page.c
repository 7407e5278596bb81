/* Page: see page.h. What is shown of a walk is view's; here is which walk. */
#include "page/page.h"

#include "base/number.h"
#include "explain/explain.h"
#include "page/chapters.h"
#include "page/json.h"
#include "page/view.h"
#include "prose/message.h"
#include "walk/compare.h"

#include <stdio.h>
#include <stdlib.h>

/* The walks of an example, one an iteration. */
struct walks {
    struct example example;
    struct text text; /* the example in its language */
    unsigned slips;
    struct walk **each;
    size_t count;
    struct chapters chapters;
};

struct page {
    struct walks *walks; /* NULL before the first answer */
    struct errata errata;
};

enum { SETS_MOST = 64, ITERATIONS_MOST = 1000, ITERATIONS_AT_ONCE = 8 };

struct request {
    struct arena arena;
    enum language language;
    unsigned slips;
    enum chapter chapter;
    size_t iteration, step;
    bool hides;
    size_t hint;
    const char *explain, *known, *samples; /* or NULL; of an example to make up */
    const char *sets[SETS_MOST];
    size_t set_count;
    const char *example;
    size_t example_length;
};

/* ---- Walks ---- */

static void walks_free(struct walks *walks) {
    if (walks == NULL)
        return;
    chapters_free(&walks->chapters);
    for (size_t i = walks->count; i-- > 0;) {
        walk_free(walks->each[i]);
        free(walks->each[i]);
    }
    free(walks->each);
    example_free(&walks->example);
    text_free(&walks->text);
    free(walks);
}

static struct walk *add_walk(struct walks *walks) {
    walks->each = memory_resize(walks->each, (walks->count + 1) * sizeof *walks->each);
    struct walk *walk = memory_zeroed(1, sizeof *walk);
    walks->each[walks->count++] = walk;
    return walk;
}

static bool read_example(struct walks *walks, const struct request *request, struct error *error) {
    walks->slips = request->slips;
    const bool done = example_parse(&walks->example, request->example, request->example_length,
                                    "example", request->sets, request->set_count, error) &&
                      walk_has_reading(&walks->example, request->slips, request->iteration, error);
    if (done)
        example_write(&walks->text, &walks->example);
    return done;
}

static bool first_walk(struct walks *walks, struct error *error) {
    struct walk *walk = add_walk(walks);
    return walk_make(walk, &walks->example, walks->slips, error) &&
           (!example_has_article_shape(&walks->example) ||
            walk_compare(walk, &walks->example, error));
}

/* Some way towards the iteration that is asked for. */
static bool more_walks(struct walks *walks, size_t iteration, struct error *error) {
    for (size_t more = 0; walks->count < iteration && more < ITERATIONS_AT_ONCE; more++) {
        struct walk *before = walks->each[walks->count - 1], *next = add_walk(walks);
        if (walk_next(next, before, &walks->example, DIGITS_DEFAULT, error))
            continue;
        const struct error what = *error;
        walk_free(next);
        free(next);
        walks->count--;
        return error_set(error, "iteration %zu: %s", walks->count + 1, what.line);
    }
    return true;
}

/* The walks that PAGE has already where the example and the reading are the same. False with ERROR,
 * and PAGE keeps what it has. */
static bool find_walks(struct page *page, const struct request *request, struct error *error) {
    struct walks *walks = memory_zeroed(1, sizeof *walks);
    if (!read_example(walks, request, error)) {
        walks_free(walks);
        return false;
    }
    const struct walks *old = page->walks;
    if (old != NULL && old->slips == walks->slips &&
        strcmp(old->text.bytes, walks->text.bytes) == 0) {
        walks_free(walks);
    } else if (first_walk(walks, error)) {
        walks_free(page->walks);
        page->walks = walks;
    } else {
        walks_free(walks);
        return false;
    }
    return more_walks(page->walks, request->iteration, error);
}

/* ---- The request ---- */

static size_t whole(const char *value, size_t most) {
    double number;
    return number_read(value, strlen(value), &number) == NULL && number > 0
               ? number < (double)most ? (size_t)number : most
               : 0;
}

static void take_word(struct request *request, const char *word, const char *value) {
    if (strcmp(word, "lang") == 0)
        request->language = strcmp(value, "zh") == 0 ? CHINESE : ENGLISH;
    else if (strcmp(word, "reading") == 0)
        request->slips = strcmp(value, "printed") == 0 ? SLIPS_ALL : SLIPS_NONE;
    else if (strcmp(word, "chapter") == 0)
        request->chapter = chapter_of(value);
    else if (strcmp(word, "iteration") == 0)
        request->iteration = whole(value, ITERATIONS_MOST);
    else if (strcmp(word, "step") == 0)
        request->step = whole(value, SIZE_MAX / 2);
    else if (strcmp(word, "hide") == 0)
        request->hides = true;
    else if (strcmp(word, "make-up") == 0)
        request->samples = value;
    else if (strcmp(word, "hint") == 0)
        request->hint = whole(value, 2);
    else if (strcmp(word, "explain") == 0)
        request->explain = value;
    else if (strcmp(word, "known") == 0)
        request->known = value;
    else if (strcmp(word, "set") == 0 && request->set_count < SETS_MOST)
        request->sets[request->set_count++] = value;
}

/* Up to the empty line; the example is what follows it. */
static struct request read_request(const char *text, size_t length) {
    struct request request = {
        .language = ENGLISH, .slips = SLIPS_NONE, .chapter = CHAPTER_NETWORK, .iteration = 1};
    const char *at = text, *end = text + length;
    while (at < end && *at != '\n') {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        stop = stop != NULL ? stop : end;
        const char *blank = memchr(at, ' ', (size_t)(stop - at));
        blank = blank != NULL ? blank : stop;
        const char *value = blank < stop ? blank + 1 : stop;
        take_word(&request, arena_copy(&request.arena, at, (size_t)(blank - at)),
                  arena_copy(&request.arena, value, (size_t)(stop - value)));
        at = stop < end ? stop + 1 : end;
    }
    request.example = at < end ? at + 1 : end;
    request.example_length = (size_t)(end - request.example);
    return request;
}

/* ---- The answer ---- */

/* The chapters besides the network's are of the first iteration alone. */
static struct walk *find_chapter(struct walks *walks, enum chapter chapter, size_t iteration,
                                 struct error *error) {
    return chapter == CHAPTER_NETWORK
               ? walks->each[iteration - 1]
               : chapters_walk(&walks->chapters, chapter, &walks->example, walks->each[0], error);
}

/* The example's lines that are not the article's, for the page's address. No name ends in another,
 * so a line is found where one begins. */
static void put_address(struct text *out, const struct walks *walks) {
    struct example article;
    struct text usual = {0};
    example_article(&article);
    example_write(&usual, &article);
    const char *at = walks->text.bytes, *between = "";
    const bool is_article = example_has_article_shape(&walks->example);
    text_puts(out, ", \"address\": [");
    while (*at != '\0') {
        const size_t length = strcspn(at, "\n");
        struct text line = {0};
        text_add(&line, at, length + 1);
        if (!is_article || strstr(usual.bytes, line.bytes) == NULL) {
            text_cut(&line, length);
            text_puts(out, between);
            json_string(out, line.bytes);
            between = ", ";
        }
        text_free(&line);
        at += length + 1;
    }
    text_putc(out, ']');
    text_free(&usual);
    example_free(&article);
}

/* All words that page.html shows. */
static void put_words(struct text *out, enum language language) {
    static const char room[] = "page.";
    const char *between = "";
    text_puts(out, ", \"words\": {");
    for (size_t i = 0; prose_key(i) != NULL; i++) {
        const char *key = prose_key(i);
        if (strncmp(key, room, sizeof room - 1) != 0)
            continue;
        text_printf(out, "%s\"%s\": ", between, key + sizeof room - 1);
        json_string(out, prose(language, key));
        between = ", ";
    }
    text_putc(out, '}');
}

static void put_examples(struct text *out, enum language language) {
    text_puts(out, ", \"examples\": [");
    for (size_t i = 0; example_built_in(i) != NULL; i++) {
        const struct built_in *built_in = example_built_in(i);
        char key[64];
        snprintf(key, sizeof key, "example.%s", built_in->name);
        text_printf(out, "%s{\"name\": \"%s\"", i > 0 ? ", " : "", built_in->name);
        json_member(out, "words", prose(language, key));
        json_member(out, "text", built_in->text);
        text_putc(out, '}');
    }
    text_putc(out, ']');
}

/* What the settings of a network can be. */
static void put_choices(struct text *out) {
    static const char *const settings[] = {"hidden", "output", "loss",
                                           "biases", "update", "reduction"};
    text_puts(out, ", \"choices\": [");
    for (size_t i = 0; i < sizeof settings / sizeof *settings; i++) {
        text_printf(out, "%s[\"%s\", [", i > 0 ? ", " : "", settings[i]);
        for (size_t c = 0; example_choice(settings[i], c) != NULL; c++)
            text_printf(out, "%s\"%s\"", c > 0 ? ", " : "", example_choice(settings[i], c));
        text_puts(out, "]]");
    }
    text_putc(out, ']');
}

static void put_explanation(struct text *out, struct view *view, const char *name) {
    struct text words = {0};
    struct error error;
    if (!explain(&words, view->walk, name, DIGITS_DEFAULT, false, view->language, &error)) {
        text_cut(&words, 0);
        text_puts(&words, error.line);
    }
    json_member(out, "explained", name);
    json_member(out, "explanation", words.bytes);
    view_put_relations(out, view->walk, name);
    text_free(&words);
}

/* What a layout is told apart by: all names, and where in them. */
static unsigned hash_of_names(const struct trace *trace) {
    unsigned hash = 0;
    for (size_t i = 0; i < trace->quantity_count; i++)
        hash = 31 * hash + trace->quantities[i].hash;
    return hash;
}

/* The numbers of a chapter's equations that none before it has. */
static void put_equations(struct text *out, const struct walk *walk, enum chapter chapter,
                          struct text *seen) {
    for (size_t i = 0; i < walk->trace.step_count; i++) {
        const char *equation = walk->trace.steps[i].equation;
        struct text quoted = {0};
        text_printf(&quoted, "\"%s\"", equation);
        if (equation[0] != '\0' && strstr(seen->bytes, quoted.bytes) == NULL) {
            text_printf(out, "%s[%s, %zu, \"%s\"]", seen->length > 1 ? ", " : "", quoted.bytes, i,
                        chapter_word(chapter));
            text_puts(seen, quoted.bytes);
        }
        text_free(&quoted);
    }
}

/* Each number once, with the first step that bears it, and in which chapter. A chapter that these
 * numbers do not allow is left out. */
static void put_all_equations(struct text *out, struct walks *walks) {
    struct text seen = {0};
    text_puts(out, ", \"equations\": [");
    text_puts(&seen, " ");
    for (enum chapter chapter = 0; chapter < CHAPTER_COUNT; chapter++) {
        struct error error;
        const struct walk *walk = find_chapter(walks, chapter, 1, &error);
        if (walk != NULL)
            put_equations(out, walk, chapter, &seen);
    }
    text_putc(out, ']');
    text_free(&seen);
}

static void put_layout(struct text *out, const struct request *request, struct walks *walks,
                       struct view *view) {
    const struct window window = view_window(view->walk, view->step);
    const struct trace *trace = &view->walk->trace;
    char layout[160];
    snprintf(layout, sizeof layout, "%d %x %zu %zu %zu %x %s", (int)view->language, walks->slips,
             trace->step_count, window.first, window.end, hash_of_names(trace), trace->network);
    json_member(out, "layout", layout);
    if (request->known != NULL && strcmp(request->known, layout) == 0)
        return;
    put_words(out, view->language);
    put_examples(out, view->language);
    put_choices(out);
    chapters_put(out, &walks->example, view->language);
    put_all_equations(out, walks);
    view_put_layout(out, view);
}

static void put_network(struct text *out, const struct shape *shape) {
    struct text network = {0};
    shape_put_network(&network, shape);
    json_member(out, "network", network.bytes);
    text_free(&network);
}

static bool put_answer(struct text *out, struct page *page, const struct request *request,
                       struct error *error) {
    struct walks *walks = page->walks;
    const bool is_first = request->chapter != CHAPTER_NETWORK || request->iteration < 1;
    const size_t iteration = is_first                            ? 1
                             : request->iteration > walks->count ? walks->count
                                                                 : request->iteration;
    struct walk *walk = find_chapter(walks, request->chapter, iteration, error);
    if (walk == NULL)
        return false;
    const size_t last = walk->trace.step_count - 1;
    struct view view = {.walk = walk,
                        .example = &walks->example,
                        .errata = &page->errata,
                        .numbers = numbers_of(&walk->trace, DIGITS_DEFAULT),
                        .language = request->language,
                        .step = request->step > last ? last : request->step,
                        .hides = request->hides,
                        .hint = request->hint};
    text_printf(
        out,
        "{\"iteration\": %zu, \"wanted\": %zu, \"most\": %d, \"step\": %zu, \"article\": %s, \"samples\": %zu",
        iteration, request->iteration, ITERATIONS_MOST, view.step,
        example_has_article_shape(&walks->example) ? "true" : "false",
        walks->example.shape.samples);
    put_network(out, &walks->example.shape);
    json_member(out, "chapter", chapter_word(request->chapter));
    json_member(out, "example", walks->text.bytes);
    put_address(out, walks);
    put_layout(out, request, walks, &view);
    view_put_values(out, &view);
    view_put_curve(out, walks->each, walks->count, request->language);
    view_put_lights(
        out, walk, request->explain != NULL ? request->explain : walk->trace.steps[view.step].name);
    if (request->explain != NULL)
        put_explanation(out, &view, request->explain);
    text_puts(out, "}\n");
    return true;
}

/* An example of the settings in the request. */
static bool put_made_up(struct text *out, const struct request *request, struct error *error) {
    struct text example = {0};
    const size_t length = strlen(request->samples), samples = whole(request->samples, SIZE_MAX / 2);
    if (strspn(request->samples, "0123456789") < length || samples < 1 || samples > SHAPE_SAMPLES)
        return error_set(error, "samples %s: a whole number from 1 to %d is needed",
                         quote(request->samples, length).text, SHAPE_SAMPLES);
    const bool done = example_make_up(&example, request->example, request->example_length,
                                      "example", samples, error);
    if (done) {
        text_puts(out, "{\"example\": ");
        json_string(out, example.bytes);
        text_puts(out, "}\n");
    }
    text_free(&example);
    return done;
}

static bool put_view(struct page *page, struct text *out, const struct request *request,
                     struct error *error) {
    return find_walks(page, request, error) && put_answer(out, page, request, error);
}

void page_answer(struct page *page, const char *text, size_t length, struct text *out) {
    struct request request = read_request(text, length);
    struct error error;
    language_into_environment(request.language);
    if (!(request.samples != NULL ? put_made_up(out, &request, &error)
                                  : put_view(page, out, &request, &error))) {
        text_puts(out, "{\"refused\": ");
        json_string(out, error.line);
        text_puts(out, "}\n");
    }
    arena_free(&request.arena);
}

struct page *page_open(void) {
    return memory_zeroed(1, sizeof(struct page));
}

void page_close(struct page *page) {
    walks_free(page->walks);
    errata_free(&page->errata);
    free(page);
}
