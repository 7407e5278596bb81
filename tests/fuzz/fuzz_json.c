/* Fuzz, answers in JSON: what is JSON is read to its end; what is handed in is numbers, and what is
 * unread has its place. How they are marked is fuzz_answers'. */
#include "fuzz.h"

#include "mark/json.h"
#include "walk/walk.h"

#include <string.h>

enum { ITERATIONS = 2, DEEPEST = 15 }; /* the reader takes one more for the value itself */

/* Two iterations of the article, made at the first run. */
static void start(struct answer_file *file) {
    static struct example article;
    static struct walk walks[ITERATIONS];
    static struct check checks[ITERATIONS];
    static struct check *const each[] = {&checks[0], &checks[1]};
    struct error error;
    example_article(&article);
    require(walk_make(&walks[0], &article, SLIPS_NONE, &error));
    require(walk_next(&walks[1], &walks[0], &article, 10, &error));
    for (size_t i = 0; i < ITERATIONS; i++)
        check_start(&checks[i], &walks[i].trace, walks[i].shape);
    answer_file_start(file, each, ITERATIONS, &article.shape);
}

static bool is_told(const struct answer_file *file, const char *reason) {
    for (size_t i = 0; i < file->unread_count; i++)
        if (strcmp(file->unread[i].reason, reason) == 0)
            return true;
    return false;
}

static size_t lines_of(const struct text *text) {
    size_t lines = 1;
    for (size_t i = 0; i < text->length; i++)
        lines += text->bytes[i] == '\n';
    return lines;
}

static void run(const uint8_t *bytes, size_t size) {
    static struct answer_file file;
    if (file.check == NULL)
        start(&file);
    answer_file_parse(&file, "", 0); /* what was there before is withdrawn */
    file.unread_count = 0;
    struct text text = {0};
    text_add(&text, (const char *)bytes, size);
    text_putc(&text, '\n');
    json_read(&file, text.bytes);
    require(!(is_json(text.bytes, size, DEEPEST) && is_told(&file, "json")));
    for (size_t i = 0; i < ITERATIONS; i++)
        for (size_t q = 0; q < file.checks[i]->ways.trace->quantity_count; q++) {
            const struct answer *answer = &file.checks[i]->own[q].answer;
            require(answer->typed == NULL || answer->half >= 0);
        }
    for (size_t i = 0; i < file.unread_count; i++) {
        require(file.unread[i].line <= lines_of(&text));
        require(file.unread[i].iteration >= 1);
    }
    text_free(&text);
}

const struct fuzz_target fuzz_json = {.name = "json", .run = run};
