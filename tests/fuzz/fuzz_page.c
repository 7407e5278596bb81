/* Fuzz, requests of the page: whatever is asked, the answer is JSON, and text where the
 * request is text; the same from a page that was just opened, from one that showed another walk,
 * and when it is asked again. */
#include "fuzz.h"

#include "page/page.h"

#include <string.h>

static struct text ask(struct page *page, const char *request, size_t length) {
    struct text answer = {0};
    page_answer(page, request, length, &answer);
    return answer;
}

static void require_same(const struct text *a, const struct text *b) {
    require(a->length == b->length && memcmp(a->bytes, b->bytes, a->length) == 0);
}

static void check_answer(const struct text *answer, const uint8_t *bytes, size_t size) {
    enum { DEEPEST = 12 };
    require(answer->length > 0 && answer->bytes[answer->length - 1] == '\n');
    require(is_json(answer->bytes, answer->length, DEEPEST));
    require(!is_text(bytes, size) || is_text(answer->bytes, answer->length));
}

/* Each further iteration takes the page some way towards one far off: it is asked for once. */
static bool is_for_later(const char *request, size_t length) {
    struct text word = {0};
    text_add(&word, request, length);
    const bool found = strstr(word.bytes, "iteration") != NULL;
    text_free(&word);
    return found;
}

static void run(const uint8_t *bytes, size_t size) {
    const char *request = (const char *)bytes;
    struct page *opened = page_open(), *used = page_open();
    struct text first = ask(used, "\n", 1), answer = ask(opened, request, size),
                other = ask(used, request, size);
    check_answer(&answer, bytes, size);
    require_same(&answer, &other);
    if (!is_for_later(request, size)) {
        text_free(&other);
        other = ask(opened, request, size);
        require_same(&answer, &other);
    }
    text_free(&first);
    text_free(&answer);
    text_free(&other);
    page_close(opened);
    page_close(used);
}

const struct fuzz_target fuzz_page = {.name = "page", .run = run};
