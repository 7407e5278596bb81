/* Forward through any network, from the inputs to the outputs and the error, (5.1) to (5.5): the
 * first time, and again with the new weights. */
#include "walk/any/page.h"

/* The sum sign is shown once, where a layer is first told of. */
static bool is_told_with_signs(const struct page *page) {
    return !page->is_new && !page->briefly;
}

static void weigh(struct page *page, size_t layer, size_t number) {
    const char *sum = weighted_sum(page, layer, number);
    const char *sign =
        number == 1 && is_told_with_signs(page) ? weighted_sum_sign(page, layer, number) : NULL;
    give(page, layer == page->shape->depth ? "5.3" : "5.1", in(page, layer, number),
         sign == NULL ? sum : say(page, "%s, %s", sign, sum));
}

static void activate(struct page *page, size_t layer, size_t number) {
    give(page, number_if(is_sigmoid(page, layer), layer == page->shape->depth ? "5.4" : "5.2"),
         out(page, layer, number), activation(page, layer, number));
}

void page_any_forward(struct page *page) {
    for (size_t layer = 1; layer <= page->shape->depth; layer++) {
        const size_t width = page->shape->width[layer];
        head(page, page->is_new ? "any.again" : "any.forward", layer_word(page, layer));
        for (size_t number = 1; number <= width; number++) {
            weigh(page, layer, number);
            if (!is_softmax(page, layer))
                activate(page, layer, number);
        }
        for (size_t number = 1; is_softmax(page, layer) && number <= width; number++)
            activate(page, layer, number);
    }
}

static const char *error_of(const struct page *page, size_t number, const void *context) {
    (void)context;
    return name_of(page, ROLE_ERROR, page->shape->depth, number);
}

static const char *loss_of(const struct page *page, size_t number, const void *context) {
    (void)context;
    return loss(page, number);
}

/* The sum over the outputs; the 1/n of a mean squared error stands before it. */
static const char *total(const struct page *page) {
    const size_t count = page->shape->width[page->shape->depth];
    const char *errors = added(page, count, error_of, NULL);
    if (count == 1)
        return errors;
    const char *sign = sum_sign(page, count, "%s", indexed(page, error_of(page, 1, NULL)));
    if (is_mean(page))
        return sum_forms(page, count, true, sign, errors);
    return !is_told_with_signs(page)
               ? errors
               : say(page, "%s, %s, %s", sign, errors, added(page, count, loss_of, NULL));
}

void page_any_error(struct page *page) {
    const char *equation = number_if(is_squared(page), "5.5");
    head(page, page->is_new ? "any.error-again" : "any.error", NULL);
    for (size_t number = 1; number <= page->shape->width[page->shape->depth]; number++)
        give(page, equation, error_of(page, number, NULL), loss(page, number));
    give(page, equation, name_of(page, ROLE_TOTAL, 0, 0), total(page));
}

static const char *total_of_sample(const struct page *page, size_t sample, const void *context) {
    struct page of = *page;
    (void)context;
    of.sample = sample;
    return name_of(&of, ROLE_TOTAL, 0, 0);
}

void page_any_total(struct page *page) {
    const size_t count = page->shape->samples;
    const char *all = added(page, count, total_of_sample, NULL);
    const char *name = name_of(page, ROLE_TOTAL, 0, 0);
    const char *sign = sum_sign(page, count, "%s_s[k]", name);
    head(page, page->is_new ? "any.total-again" : "any.total", NULL);
    give(page, "", name,
         sum_forms(page, count, page->shape->reduction == REDUCTION_MEAN, sign, all));
}
