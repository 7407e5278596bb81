/* Fuzz, example files: one that is refused says where; one that is accepted, written, is read as
 * the same, and its names are its roles'. Every walk of it goes through, or says which value leaves
 * the range of a double, and a format can show it; large ones take too long. What else there is to
 * choose (reading, format, decimals) the bytes choose. */
#include "fuzz.h"

#include "render/render.h"
#include "sheet/carry.h"
#include "walk/compare.h"
#include "walk/walk.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* The one thing that numbers can do to a walk. */
static bool leaves_range(const struct error *error) {
    return strstr(error->line, "leaves the range of a double") != NULL;
}

static void check_trace(const struct trace *trace) {
    for (size_t s = 0; s < trace->step_count; s++) {
        require_of(isfinite(trace->steps[s].value), trace->steps[s].name);
        for (size_t f = 0; f < trace->steps[s].form_count; f++)
            require_of(!isnan(trace->steps[s].forms[f].value), trace->steps[s].name);
    }
}

static void check_carrying(struct trace *trace, int decimals) {
    struct carried carried;
    struct error error = {{0}};
    if (!carry(&carried, trace, decimals, &error)) {
        require(error.line[0] != '\0');
        return;
    }
    for (size_t s = 0; s < trace->step_count; s++)
        require(isfinite(carried.step_values[s]) && !(carried.step_errors[s] < 0));
}

static void check_format(struct document *document, unsigned choice) {
    static const char *const formats[] = {"text", "tsv", "json", "markdown", "latex", "html"};
    const char *format = formats[choice / 4 % (sizeof formats / sizeof *formats)];
    struct text out = {0};
    render_format(format)(&out, document);
    require_of(out.length > 0 && is_text(out.bytes, out.length), format);
    require_of(memchr(out.bytes, '\0', out.length) == NULL, format);
    text_free(&out);
}

/* Written and read again it is the same; each name is that of its role. */
static void check_example(const struct example *example) {
    struct example again;
    struct text written = {0}, twice = {0};
    struct error error;
    example_write(&written, example);
    require_of(example_parse(&again, written.bytes, written.length, "again", NULL, 0, &error),
               error.line);
    require(again.count == example->count);
    for (size_t i = 0; i < again.count; i++) {
        require_of(strcmp(again.given[i].name, example->given[i].name) == 0, again.given[i].name);
        require(strcmp(again.given[i].typed, example->given[i].typed) == 0);
        require(example_find(example, again.given[i].name) == &example->given[i]);
    }
    example_write(&twice, &again);
    require(strcmp(twice.bytes, written.bytes) == 0);
    text_free(&written);
    text_free(&twice);
    example_free(&again);
}

static void show(struct walk *const walks[], size_t count, unsigned choice) {
    struct document document = {.walks = walks,
                                .walk_count = count,
                                .digits = (int)(choice % 18),
                                .language = choice & 2 ? CHINESE : ENGLISH};
    for (size_t i = 0; i < count; i++) {
        check_trace(&walks[i]->trace);
        check_carrying(&walks[i]->trace, 1 + (int)(choice % CARRY_MOST));
    }
    check_format(&document, choice);
}

enum { WALKS = 4 };

static void walk_reading(const struct example *example, unsigned slips, unsigned choice) {
    struct walk walks[WALKS] = {0};
    struct example companion = {0};
    struct error error;
    const bool done =
        walk_neuron(&walks[0], example, &error) && walk_sigmoid(&walks[1], example, &error) &&
        walk_make(&walks[2], example, slips, &error) && walk_compare(&walks[2], example, &error) &&
        walk_companion(&walks[3], &companion, example, &error);
    require_of(done || leaves_range(&error), error.line);
    if (done)
        show((struct walk *const[]){&walks[0], &walks[1], &walks[2], &walks[3]}, WALKS, choice);
    for (size_t i = 0; i < WALKS; i++)
        walk_free(&walks[i]);
    example_free(&companion);
}

/* The time of a walk and of its sheets grows with these. */
static bool is_small(const struct shape *shape) {
    enum { MOST = 64 };
    return shape_weights(shape) * shape->samples <= MOST;
}

static void walk_other(const struct example *example, unsigned choice) {
    struct walk walk;
    struct error error;
    const bool done = walk_make(&walk, example, SLIPS_NONE, &error);
    require_of(done || leaves_range(&error), error.line);
    if (done)
        show((struct walk *const[]){&walk}, 1, choice);
    walk_free(&walk);
}

static void run(const uint8_t *bytes, size_t size) {
    struct example example;
    struct error error;
    const char *path = fuzz_file(bytes, size);
    if (example_make(&example, path, NULL, 0, &error)) {
        check_example(&example);
        unsigned choice = 0;
        for (size_t i = 0; i < size; i++)
            choice = 31 * choice + bytes[i];
        choice >>= 3;
        if (example_has_article_shape(&example))
            walk_reading(&example, choice & 1 ? SLIPS_ALL : SLIPS_NONE, choice);
        else if (is_small(&example.shape))
            walk_other(&example, choice);
    } else {
        require_place(&error, path, bytes, size);
    }
    example_free(&example);
}

const struct fuzz_target fuzz_example = {.name = "example", .run = run};
