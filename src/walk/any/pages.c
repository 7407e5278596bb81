/* Pages of any network, their order: see pages.h. */
#include "walk/any/pages.h"

#include "walk/any/page.h"

/* DO_IT for each sample, or once where there is one alone. */
static void each_sample(struct page *page, void (*do_it)(struct page *page)) {
    const size_t samples = page->shape->samples;
    for (size_t sample = 1; sample <= samples; sample++) {
        page->sample = samples > 1 ? sample : 0;
        do_it(page);
    }
    page->sample = 0;
}

static void forward(struct page *page) {
    page_any_forward(page);
    page_any_error(page);
}

static void layer_back(struct page *page, size_t layer) {
    const size_t samples = page->shape->samples;
    for (size_t sample = 1; sample <= samples; sample++) {
        page->sample = samples > 1 ? sample : 0;
        page_any_layer(page, layer);
    }
    page->sample = 0;
    if (samples > 1)
        page_any_gradients(page, layer);
    page_any_update(page, layer);
}

static void forward_all(struct page *page) {
    each_sample(page, forward);
    if (page->shape->samples > 1)
        page_any_total(page);
}

void pages_any(struct trace *trace, const struct example *example, bool briefly) {
    struct text scratch = {0};
    struct page page = {.trace = trace,
                        .example = example,
                        .shape = &example->shape,
                        .briefly = briefly,
                        .scratch = &scratch};
    forward_all(&page);
    for (size_t layer = page.shape->depth; layer > 0; layer--)
        layer_back(&page, layer);
    page.is_new = true;
    forward_all(&page);
    text_free(&scratch);
}
