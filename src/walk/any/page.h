/* Page: what the pages of any network share: where they record, whose names they write, and the
 * pieces of formulas. For the files of this room alone. */
#ifndef BPWALK_ANY_PAGE_H
#define BPWALK_ANY_PAGE_H

#include "example/example.h"
#include "formula/function.h"
#include "trace/trace.h"

struct page {
    struct trace *trace;
    const struct example *example;
    const struct shape *shape;
    bool briefly;         /* see pages_any */
    bool is_new;          /* the second forward pass, with the new weights */
    size_t sample;        /* which; 0 where there is one alone */
    struct text *scratch; /* what is being written: each piece is taken off again */
};

/* Text that lives as long as the trace. */
const char *say(const struct page *page, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Records a step, or one that states a name again or plans it. */
void give(const struct page *page, const char *equation, const char *name, const char *forms);
void state(const struct page *page, const char *equation, const char *name, const char *forms);

/* The heading of the next step: a key of prose, and a word that goes into it; of which sample it is
 * follows from the page. */
void head(const struct page *page, const char *key, const char *word);

/* EQUATION where IS_ARTICLES, and else none. */
static inline const char *number_if(bool is_articles, const char *equation) {
    return is_articles ? equation : "";
}

/* ---- Names ---- */

/* A name of the page's pass and sample: in_h1_new_s2. An input is the output of layer 0. */
const char *name_of(const struct page *page, enum role_kind kind, size_t layer, size_t neuron);
static inline const char *in(const struct page *page, size_t layer, size_t neuron) {
    return name_of(page, ROLE_SUM, layer, neuron);
}
static inline const char *out(const struct page *page, size_t layer, size_t neuron) {
    return name_of(page, ROLE_OUTPUT, layer, neuron);
}
static inline const char *sigma(const struct page *page, size_t layer, size_t neuron) {
    return name_of(page, ROLE_ERROR_TERM, layer, neuron);
}
static inline const char *target(const struct page *page, size_t neuron) {
    return name_of(page, ROLE_TARGET, page->shape->depth, neuron);
}

/* The weight of the page's pass from neuron FROM of the layer before; the bias, NULL: it has none.
 */
const char *weight(const struct page *page, size_t layer, size_t to, size_t from);
const char *bias(const struct page *page, size_t layer, size_t to);
const char *weight_updated(const struct page *page, size_t layer, size_t to, size_t from);
const char *bias_updated(const struct page *page, size_t layer, size_t to);

/* What names are without pass and sample, for derivatives: in_h1. */
const char *plain(const struct page *page, enum role_kind kind, size_t layer, size_t neuron);

const char *plain_weight(const struct page *page, size_t layer, size_t to, size_t from);
const char *rate(const struct page *page);

/* The letters of a layer, and a neuron: hh, hh2. */
const char *layer_word(const struct page *page, size_t layer);
const char *neuron_word(const struct page *page, size_t layer, size_t neuron);

/* dA_dB of the page's sample. */
const char *derivative(const struct page *page, const char *of, const char *by);

/* The page whose weights the way back goes through: the new ones where layers are updated at once.
 */
struct page page_above(const struct page *page);

/* ---- Pieces of formulas ---- */

/* w1*i1 + w2*i2 + 1*b1; and with the sum sign, or NULL where nothing is to be summed. */
const char *weighted_sum(const struct page *page, size_t layer, size_t neuron);
const char *weighted_sum_sign(const struct page *page, size_t layer, size_t neuron);

/* The activation of a neuron, and its slope, which may stand as a factor; of softmax none. */
const char *activation(const struct page *page, size_t layer, size_t neuron);
const char *slope(const struct page *page, size_t layer, size_t neuron);

/* What an output adds to the error: 1/2*(O1 - out_O1)^2; and its derivative by the output. */
const char *loss(const struct page *page, size_t neuron);
const char *loss_slope(const struct page *page, size_t neuron);

/* TERM for 1 to COUNT, joined by pluses; a product with a minus before it, by that. */
const char *added(const struct page *page, size_t count,
                  const char *(*term)(const struct page *page, size_t index, const void *context),
                  const void *context);

/* The same with the sum sign: FORMAT is of its summand. */
const char *sum_sign(const struct page *page, size_t count, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The forms of a sum over COUNT or, where IS_MEAN, of a mean: SIGN first unless it is NULL, then
 * ALL, the same written out. */
const char *sum_forms(const struct page *page, size_t count, bool is_mean, const char *sign,
                      const char *all);

/* NAME with an index in the place of its first number: out_h[k]_s2. */
const char *indexed(const struct page *page, const char *name);

/* What comes back to a neuron of a hidden layer: sigma_O1*w5 + sigma_O2*w7; and with the sign. */
const char *paths(const struct page *page, size_t layer, size_t neuron);
const char *paths_sign(const struct page *page, size_t layer, size_t neuron);

/* Whether the article's own formulas hold. */
bool is_sigmoid(const struct page *page, size_t layer);
bool is_softmax(const struct page *page, size_t layer);
bool is_squared(const struct page *page);

/* Whether the error is a mean over several outputs. */
bool is_mean(const struct page *page);

/* ---- The pages ---- */

void page_any_forward(struct page *page);                 /* to the outputs, of one sample */
void page_any_error(struct page *page);                   /* of one sample */
void page_any_total(struct page *page);                   /* over the samples */
void page_any_layer(struct page *page, size_t layer);     /* back through it, of one sample */
void page_any_gradients(struct page *page, size_t layer); /* over the samples */
void page_any_update(struct page *page, size_t layer);

#endif
