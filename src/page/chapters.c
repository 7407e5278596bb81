/* Chapters: see chapters.h. */
#include "page/chapters.h"

#include "page/json.h"
#include "walk/compare.h"

#include <stdlib.h>

static const struct {
    const char *word, *option;
    struct heading title;
} known[CHAPTER_COUNT] = {
    [CHAPTER_NEURON] = {"3", "3", {"title.2-1", {NULL}}},
    [CHAPTER_SIGMOID] = {"4", "4", {"title.1-1", {NULL}}},
    [CHAPTER_NETWORK] = {"5", "5", {"title.article", {"2-2-2"}}},
    [CHAPTER_CROSS_ENTROPY] = {"cross-entropy", "all", {"title.cross-entropy", {NULL}}},
    [CHAPTER_COMPANION] = {"companion", "5", {"title.companion", {"2-2-2-2"}}},
};

enum chapter chapter_of(const char *word) {
    for (enum chapter chapter = 0; chapter < CHAPTER_COUNT; chapter++)
        if (strcmp(word, known[chapter].word) == 0)
            return chapter;
    return CHAPTER_NETWORK;
}

const char *chapter_word(enum chapter chapter) {
    return known[chapter].word;
}

static bool make(struct chapters *chapters, enum chapter chapter, const struct example *example,
                 struct walk *network, struct error *error) {
    struct walk *walk = chapters->walks[chapter];
    switch (chapter) {
    case CHAPTER_NEURON:
        return walk_neuron(walk, example, error);
    case CHAPTER_SIGMOID:
        return walk_sigmoid(walk, example, error);
    case CHAPTER_CROSS_ENTROPY:
        return walk_cross_entropy(walk, network, DIGITS_DEFAULT, error);
    default:
        return walk_companion(walk, &chapters->companion, example, error);
    }
}

static void forget(struct chapters *chapters, enum chapter chapter) {
    if (chapters->walks[chapter] == NULL)
        return;
    walk_free(chapters->walks[chapter]);
    free(chapters->walks[chapter]);
    chapters->walks[chapter] = NULL;
    if (chapter == CHAPTER_COMPANION)
        example_free(&chapters->companion);
}

struct walk *chapters_walk(struct chapters *chapters, enum chapter chapter,
                           const struct example *example, struct walk *network,
                           struct error *error) {
    if (chapters->walks[chapter] != NULL)
        return chapters->walks[chapter];
    if (!walk_has_chapters(example, known[chapter].option, error))
        return NULL;
    chapters->walks[chapter] = memory_zeroed(1, sizeof(struct walk));
    if (!make(chapters, chapter, example, network, error)) {
        forget(chapters, chapter);
        return NULL;
    }
    struct walk *walk = chapters->walks[chapter];
    if (walk->shape == NULL) /* of a neuron of this network, in which it is shown */
        walk->shape = &example->shape;
    walk_point_out(walk);
    return walk;
}

void chapters_free(struct chapters *chapters) {
    for (enum chapter chapter = 0; chapter < CHAPTER_COUNT; chapter++)
        forget(chapters, chapter);
}

void chapters_put(struct text *out, const struct example *example, enum language language) {
    const bool any = example_has_article_shape(example);
    text_puts(out, ", \"chapters\": [");
    for (enum chapter chapter = 0; any && chapter < CHAPTER_COUNT; chapter++) {
        struct text title = {0};
        heading_put(&title, language, &known[chapter].title);
        text_printf(out, "%s[\"%s\", ", chapter > 0 ? ", " : "", known[chapter].word);
        json_string(out, title.bytes);
        text_printf(out, ", \"%s\"]", known[chapter].option);
        text_free(&title);
    }
    text_putc(out, ']');
}
