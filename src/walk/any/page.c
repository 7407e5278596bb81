/* Page: see page.h. */
#include "walk/any/page.h"

#include <stdarg.h>
#include <string.h>

/* What was written behind LENGTH of the scratch, kept. */
static const char *keep_from(const struct page *page, size_t length) {
    struct text *scratch = page->scratch;
    const char *kept =
        arena_copy(&page->trace->arena, scratch->bytes + length, scratch->length - length);
    text_cut(scratch, length);
    return kept;
}

/* Of %s, %zu and %.*s, a walk writes thousands; vsnprintf would be most of its time. */
static void put_formatted(struct text *out, const char *format, va_list arguments) {
    for (const char *c = format; *c != '\0';) {
        const size_t plain = strcspn(c, "%");
        text_add(out, c, plain);
        c += plain;
        if (strncmp(c, "%s", 2) == 0) {
            text_puts(out, va_arg(arguments, const char *));
            c += 2;
        } else if (strncmp(c, "%zu", 3) == 0) {
            text_whole(out, va_arg(arguments, size_t));
            c += 3;
        } else if (*c != '\0') { /* %.*s */
            const int length = va_arg(arguments, int);
            text_add(out, va_arg(arguments, const char *), (size_t)length);
            c += 4;
        }
    }
}

const char *say(const struct page *page, const char *format, ...) {
    const size_t before = page->scratch->length;
    va_list arguments;
    va_start(arguments, format);
    put_formatted(page->scratch, format, arguments);
    va_end(arguments);
    return keep_from(page, before);
}

void give(const struct page *page, const char *equation, const char *name, const char *forms) {
    trace_text(page->trace, STEP_GIVES, equation, name, forms);
}

void state(const struct page *page, const char *equation, const char *name, const char *forms) {
    trace_text(page->trace, STEP_STATES, equation, name, forms);
}

void head(const struct page *page, const char *key, const char *word) {
    struct heading *heading = arena_take(&page->trace->arena, sizeof *heading);
    *heading =
        (struct heading){key, {word, page->sample > 0 ? say(page, "%zu", page->sample) : NULL}};
    trace_heading(page->trace, heading);
}

/* ---- Names ---- */

static const char *spell(const struct page *page, struct role role) {
    const size_t before = page->scratch->length;
    if (role.kind == ROLE_OUTPUT && role.layer == 0)
        role.kind = ROLE_INPUT;
    if (role.kind == ROLE_INPUT || role.kind == ROLE_TARGET || role.kind == ROLE_ERROR_TERM)
        role.is_new = false;
    shape_put_name(page->scratch, page->shape, &role);
    return keep_from(page, before);
}

const char *name_of(const struct page *page, enum role_kind kind, size_t layer, size_t neuron) {
    return spell(page, (struct role){.kind = kind,
                                     .layer = layer,
                                     .neuron = neuron,
                                     .is_new = page->is_new,
                                     .sample = page->sample});
}

const char *plain(const struct page *page, enum role_kind kind, size_t layer, size_t neuron) {
    return spell(page, (struct role){.kind = kind, .layer = layer, .neuron = neuron});
}

const char *weight(const struct page *page, size_t layer, size_t to, size_t from) {
    return spell(page, (struct role){.kind = ROLE_WEIGHT,
                                     .layer = layer,
                                     .neuron = to,
                                     .from = from,
                                     .is_new = page->is_new});
}

const char *bias(const struct page *page, size_t layer, size_t to) {
    if (page->shape->biases == BIASES_NONE)
        return NULL;
    return spell(
        page,
        (struct role){.kind = ROLE_BIAS, .layer = layer, .neuron = to, .is_new = page->is_new});
}

const char *weight_updated(const struct page *page, size_t layer, size_t to, size_t from) {
    struct page updated = *page;
    updated.is_new = true;
    return weight(&updated, layer, to, from);
}

const char *bias_updated(const struct page *page, size_t layer, size_t to) {
    struct page updated = *page;
    updated.is_new = true;
    return bias(&updated, layer, to);
}

const char *plain_weight(const struct page *page, size_t layer, size_t to, size_t from) {
    struct page first = *page;
    first.is_new = false;
    return weight(&first, layer, to, from);
}

const char *rate(const struct page *page) {
    return spell(page, (struct role){.kind = ROLE_RATE});
}

const char *layer_word(const struct page *page, size_t layer) {
    const size_t before = page->scratch->length;
    shape_put_letters(page->scratch, page->shape, layer);
    return keep_from(page, before);
}

const char *neuron_word(const struct page *page, size_t layer, size_t neuron) {
    return say(page, "%s%zu", layer_word(page, layer), neuron);
}

const char *derivative(const struct page *page, const char *of, const char *by) {
    return page->sample > 0 ? say(page, "d%s_d%s_s%zu", of, by, page->sample)
                            : say(page, "d%s_d%s", of, by);
}

/* ---- Pieces of formulas ---- */

const char *added(const struct page *page, size_t count,
                  const char *(*term)(const struct page *page, size_t index, const void *context),
                  const void *context) {
    const size_t before = page->scratch->length;
    for (size_t index = 1; index <= count; index++) {
        const char *its = term(page, index, context);
        const bool is_taken_off = index > 1 && its[0] == '-';
        text_puts(page->scratch, is_taken_off ? " - " : index > 1 ? " + " : "");
        text_puts(page->scratch, its + is_taken_off);
    }
    return keep_from(page, before);
}

const char *sum_sign(const struct page *page, size_t count, const char *format, ...) {
    const size_t before = page->scratch->length;
    va_list arguments;
    text_puts(page->scratch, "SUM(k, 1, ");
    text_whole(page->scratch, count);
    text_puts(page->scratch, ", ");
    va_start(arguments, format);
    put_formatted(page->scratch, format, arguments);
    va_end(arguments);
    text_putc(page->scratch, ')');
    return keep_from(page, before);
}

const char *sum_forms(const struct page *page, size_t count, bool is_mean, const char *sign,
                      const char *all) {
    const char *factor = is_mean ? say(page, "1./%zu*", count) : "";
    const char *whole = is_mean ? say(page, "%s(%s)", factor, all) : all;
    return sign == NULL ? whole : say(page, "%s%s, %s", factor, sign, whole);
}

static const char *with_index(const struct page *page, const char *name, const char *index) {
    const size_t stem = strcspn(name, "0123456789");
    const size_t number = strspn(name + stem, "0123456789");
    return say(page, "%.*s[%s]%s", (int)stem, name, index, name + stem + number);
}

const char *indexed(const struct page *page, const char *name) {
    return with_index(page, name, "k");
}

/* A weight from the first one's name and the numbers of two that follow each other: w[2*k + 3]. The
 * first is not below the step: more weights than a layer has neurons stand before those that leave
 * it. */
static const char *indexed_weight(const struct page *page, const char *name, size_t first,
                                  size_t second) {
    const size_t step = second - first;
    const char *factor = step > 1 ? say(page, "%zu*k", step) : "k";
    const char *index = first == step ? factor : say(page, "%s + %zu", factor, first - step);
    return with_index(page, name, index);
}

struct neuron {
    size_t layer, number;
};

static const char *weighted(const struct page *page, size_t from, const void *context) {
    const struct neuron *to = context;
    return say(page, "%s*%s", weight(page, to->layer, to->number, from),
               out(page, to->layer - 1, from));
}

static const char *with_bias(const struct page *page, const char *sum, size_t layer,
                             size_t neuron) {
    const char *its = bias(page, layer, neuron);
    return its == NULL ? sum : say(page, "%s + 1*%s", sum, its);
}

const char *weighted_sum(const struct page *page, size_t layer, size_t neuron) {
    const struct neuron to = {layer, neuron};
    return with_bias(page, added(page, page->shape->width[layer - 1], weighted, &to), layer,
                     neuron);
}

const char *weighted_sum_sign(const struct page *page, size_t layer, size_t neuron) {
    const size_t first = shape_weight(page->shape, layer, neuron, 1);
    const size_t count = page->shape->width[layer - 1];
    if (count < 2)
        return NULL;
    const char *name = weight(page, layer, neuron, 1);
    const char *sum = sum_sign(page, count, "%s*%s", indexed_weight(page, name, first, first + 1),
                               indexed(page, out(page, layer - 1, 1)));
    return with_bias(page, sum, layer, neuron);
}

static const char *path(const struct page *page, size_t to, const void *context) {
    const struct neuron *from = context;
    const struct page above = page_above(page);
    return say(page, "%s*%s", sigma(page, from->layer + 1, to),
               weight(&above, from->layer + 1, to, from->number));
}

const char *paths(const struct page *page, size_t layer, size_t neuron) {
    const struct neuron from = {layer, neuron};
    return added(page, page->shape->width[layer + 1], path, &from);
}

const char *paths_sign(const struct page *page, size_t layer, size_t neuron) {
    const struct page above = page_above(page);
    const size_t count = page->shape->width[layer + 1];
    if (count < 2)
        return NULL;
    return sum_sign(page, count, "%s*%s", indexed(page, sigma(page, layer + 1, 1)),
                    indexed_weight(page, weight(&above, layer + 1, 1, neuron),
                                   shape_weight(page->shape, layer + 1, 1, neuron),
                                   shape_weight(page->shape, layer + 1, 2, neuron)));
}

/* A formula of x and y with these in their places. */
static const char *with(const struct page *page, const char *formula, const char *x,
                        const char *y) {
    const size_t before = page->scratch->length;
    for (const char *c = formula; *c != '\0';) {
        size_t word = 0;
        while ((c[word] >= 'a' && c[word] <= 'z') || c[word] == '_')
            word++;
        if (word == 1)
            text_puts(page->scratch, *c == 'x' ? x : y);
        else
            text_add(page->scratch, c, word > 0 ? word : 1);
        c += word > 0 ? word : 1;
    }
    return keep_from(page, before);
}

struct page page_above(const struct page *page) {
    struct page above = *page;
    above.is_new = page->shape->update == UPDATE_AT_ONCE;
    return above;
}

/* ---- Functions ---- */

bool is_softmax(const struct page *page, size_t layer) {
    return page->shape->activation[layer] == NULL;
}

bool is_sigmoid(const struct page *page, size_t layer) {
    return page->shape->activation[layer] == function_sigmoid();
}

bool is_squared(const struct page *page) {
    return page->shape->loss == LOSS_SQUARED_ERROR;
}

bool is_mean(const struct page *page) {
    return page->shape->loss == LOSS_MEAN_SQUARED_ERROR &&
           page->shape->width[page->shape->depth] > 1;
}

static const char *exponential(const struct page *page, size_t neuron, const void *context) {
    (void)context;
    return say(page, "exp(%s)", in(page, page->shape->depth, neuron));
}

const char *activation(const struct page *page, size_t layer, size_t neuron) {
    const struct function *function = page->shape->activation[layer];
    if (function != NULL)
        return with(page, function->activation, in(page, layer, neuron), "");
    return say(page, "exp(%s)/(%s)", in(page, layer, neuron),
               added(page, page->shape->width[layer], exponential, NULL));
}

const char *slope(const struct page *page, size_t layer, size_t neuron) {
    const char *text = page->shape->activation[layer]->slope;
    const char *its = with(page, text, in(page, layer, neuron), out(page, layer, neuron));
    int depth = 0;
    for (const char *c = text; *c != '\0'; c++) {
        depth += (*c == '(') - (*c == ')');
        if (depth == 0 && (*c == '+' || *c == '-' || *c == '/'))
            return say(page, "(%s)", its);
    }
    return its;
}

const char *loss(const struct page *page, size_t neuron) {
    const char *O = target(page, neuron), *o = out(page, page->shape->depth, neuron);
    if (page->shape->loss == LOSS_SQUARED_ERROR)
        return say(page, "1./2*pow(%s - %s, 2)", O, o);
    if (page->shape->loss == LOSS_MEAN_SQUARED_ERROR)
        return say(page, "pow(%s - %s, 2)", O, o);
    if (is_softmax(page, page->shape->depth))
        return say(page, "-%s*log(%s)", O, o);
    return say(page, "-(%s*log(%s) + (1 - %s)*log(1 - %s))", O, o, O, o);
}

const char *loss_slope(const struct page *page, size_t neuron) {
    const char *O = target(page, neuron), *o = out(page, page->shape->depth, neuron);
    if (page->shape->loss == LOSS_SQUARED_ERROR)
        return say(page, "-(%s - %s)", O, o);
    if (page->shape->loss == LOSS_MEAN_SQUARED_ERROR)
        return say(page, "-2*(%s - %s)", O, o);
    if (is_softmax(page, page->shape->depth))
        return say(page, "-%s/%s", O, o);
    return say(page, "-(%s/%s - (1 - %s)/(1 - %s))", O, o, O, o);
}
