/* Scale, walks: walks so many examples in a loop, one after the other, and shows each as text:
 * tests/scale_walks COUNT. Prints how many bytes that were, and fails where one stops. */
#include "base/memory.h"
#include "render/render.h"
#include "sheet/draw.h"
#include "walk/walk.h"

#include <stdio.h>
#include <stdlib.h>

static bool walk_one(struct text *page, unsigned variant, struct error *error) {
    struct example article, example = {0};
    struct walk walk;
    example_article(&article);
    draw_example(&example, &article, 1, variant, 0);
    const bool done = walk_make(&walk, &example, SLIPS_NONE, error);
    const struct document document = {
        .walks = (struct walk *const[]){&walk}, .walk_count = 1, .digits = 10};
    if (done)
        render_text(page, &document);
    walk_free(&walk);
    example_free(&example);
    example_free(&article);
    return done;
}

int main(int argc, char **argv) {
    const long count = argc == 2 ? atol(argv[1]) : 0;
    struct text page = {0};
    size_t bytes = 0;
    for (long i = 0; i < count; i++) {
        struct error error;
        if (!walk_one(&page, (unsigned)i, &error)) {
            fprintf(stderr, "example %ld: %s\n", i, error.line);
            return EXIT_FAILURE;
        }
        bytes += page.length;
        text_cut(&page, 0);
    }
    text_free(&page);
    printf("%zu bytes\n", bytes);
    return count > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
