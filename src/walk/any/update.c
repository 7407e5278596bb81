/* The gradients over the samples, and the update of a layer of any network: (5.16) to (5.19),
 * (5.29) to (5.34). */
#include "walk/any/page.h"

/* A weight or a bias of a layer. */
struct parameter {
    const char *name, *updated;
    size_t layer, neuron, from; /* from 0: a bias */
    bool is_first;              /* of its kind in the layer: told in full */
};

static const char *of_sample(const struct page *page, size_t sample, const void *context) {
    struct page of = *page;
    of.sample = sample;
    return derivative(&of, plain(page, ROLE_TOTAL, 0, 0), context);
}

static void gradient(struct page *page, const struct parameter *parameter) {
    const size_t count = page->shape->samples;
    const char *name = derivative(page, plain(page, ROLE_TOTAL, 0, 0), parameter->name);
    const char *all = added(page, count, of_sample, parameter->name);
    const char *sign = sum_sign(page, count, "%s_s[k]", name);
    give(page, "", name,
         sum_forms(page, count, page->shape->reduction == REDUCTION_MEAN,
                   parameter->is_first ? sign : NULL, all));
}

static bool is_frozen(const struct page *page, const char *name) {
    return example_find(page->example, name)->frozen;
}

static const char *number_of(const struct page *page, const struct parameter *parameter) {
    const size_t depth = page->shape->depth;
    const bool is_bias = parameter->from == 0;
    if (parameter->layer == depth)
        return is_bias ? "5.18" : "5.16";
    if (parameter->layer + 1 == depth)
        return is_bias ? "5.33" : "5.29";
    return is_bias ? "5.34" : "5.31";
}

/* The update with its gradient written out, as (5.17), (5.19), (5.30) to (5.34) have it: where the
 * article's formulas hold, of one sample. */
static void written_out(struct page *page, const struct parameter *parameter) {
    const size_t layer = parameter->layer;
    const bool is_output = layer == page->shape->depth, is_bias = parameter->from == 0;
    if (!is_sigmoid(page, layer) || page->shape->samples > 1 || (is_output && !is_squared(page)))
        return;
    const char *factor = is_bias ? "" : say(page, "*%s", out(page, layer - 1, parameter->from));
    const char *name = parameter->updated, *old = parameter->name, *alpha = rate(page);
    const char *o = out(page, layer, parameter->neuron);
    if (is_output) {
        const char *O = target(page, parameter->neuron);
        state(page, is_bias ? "5.19" : "5.17", name,
              say(page, "%s - %s*(-%s*(1 - %s)*(%s - %s)%s), %s + %s*(%s - %s)*%s*(1 - %s)%s", old,
                  alpha, o, o, O, o, factor, old, alpha, O, o, o, o, factor));
        return;
    }
    const char *sum = paths(page, layer, parameter->neuron);
    const char *sign = paths_sign(page, layer, parameter->neuron);
    const char *last = say(page, "%s + %s*(-(%s))*%s*(1 - %s)%s", old, alpha, sum, o, o, factor);
    state(page,
          is_bias ? (layer + 1 == page->shape->depth ? "5.33" : "5.34")
                  : (layer + 1 == page->shape->depth ? "5.30" : "5.31"),
          name,
          sign == NULL ? last
                       : say(page, "%s + %s*(-(%s))*%s*(1 - %s)%s, %s", old, alpha, sign, o, o,
                             factor, last));
}

static void update(struct page *page, const struct parameter *parameter) {
    const char *name = parameter->updated;
    if (is_frozen(page, parameter->name)) {
        give(page, "", name, parameter->name);
        return;
    }
    give(page, number_of(page, parameter), name,
         say(page, "%s - %s*%s", parameter->name, rate(page),
             derivative(page, plain(page, ROLE_TOTAL, 0, 0), parameter->name)));
    const bool is_deep = parameter->layer + 1 < page->shape->depth; /* (5.31), (5.34) */
    if (parameter->is_first && (is_deep || !page->briefly))
        written_out(page, parameter);
}

/* DO_IT for each weight and then each bias of a layer. */
static void each(struct page *page, size_t layer,
                 void (*do_it)(struct page *page, const struct parameter *parameter)) {
    const struct shape *shape = page->shape;
    for (size_t to = 1; to <= shape->width[layer]; to++)
        for (size_t from = 1; from <= shape->width[layer - 1]; from++) {
            const struct parameter weight = {plain_weight(page, layer, to, from),
                                             weight_updated(page, layer, to, from),
                                             layer,
                                             to,
                                             from,
                                             to == 1 && from == 1};
            do_it(page, &weight);
        }
    for (size_t to = 1; to <= shape_biases_of(shape, layer); to++) {
        const struct parameter its = {bias(page, layer, to),
                                      bias_updated(page, layer, to),
                                      layer,
                                      to,
                                      0,
                                      to == 1 && shape->biases == BIASES_EACH};
        do_it(page, &its);
    }
}

void page_any_gradients(struct page *page, size_t layer) {
    head(page, "any.gradients", layer_word(page, layer));
    each(page, layer, gradient);
}

void page_any_update(struct page *page, size_t layer) {
    head(page, "any.update", layer_word(page, layer));
    each(page, layer, update);
}
