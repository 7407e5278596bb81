/* Fuzz, example files: one that is refused says where; one that is accepted, written, is read as
 * the same, and its names are its roles'. Where it has the article's shape every walk goes through,
 * or says which value leaves the range of a double, and a format can show it. What else there is to
 * choose (reading, format, decimals) the bytes choose. */
#include "fuzz.h"

#include "render/render.h"
#include "sheet/carry.h"
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
    static const char *const formats[] = {"text", "tsv", "markdown", "latex", "html"};
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

static void walk_reading(const struct example *example, unsigned slips, unsigned choice) {
    struct trace traces[DOCUMENT_TRACES] = {0};
    struct document document = {.digits = (int)(choice % 18),
                                .language = choice & 2 ? CHINESE : ENGLISH};
    struct error error;
    const bool done =
        walk_neuron(&traces[0], example, &error) && walk_sigmoid(&traces[1], example, &error) &&
        walk_article(&traces[2], example, slips, &error) &&
        walk_compare(&traces[2], example, &error) && walk_deep(&traces[3], example, &error);
    require_of(done || leaves_range(&error), error.line);
    for (size_t i = 0; i < DOCUMENT_TRACES && done; i++) {
        document.traces[document.trace_count++] = &traces[i];
        check_trace(&traces[i]);
        check_carrying(&traces[i], 1 + (int)(choice % CARRY_MOST));
    }
    if (done)
        check_format(&document, choice);
    for (size_t i = 0; i < DOCUMENT_TRACES; i++)
        trace_free(&traces[i]);
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
    } else {
        require_place(&error, path, bytes, size);
    }
    example_free(&example);
}

const struct fuzz_target fuzz_example = {.name = "example", .run = run};
