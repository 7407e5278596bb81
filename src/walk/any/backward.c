/* Back through one layer of any network, for one sample: how the error depends on the neuron's
 * output, the output on its weighted sum, and that on the weights and the bias: (5.6) to (5.15) for
 * the outputs, (5.20) to (5.28) and (5.32) for hidden neurons. The first neuron of a layer is told
 * in full, the others briefly. The update is left to update.c. */
#include "walk/any/page.h"

#include <string.h>

struct told {
    struct page *page;
    size_t layer, number;
    bool in_full;
    const char *E, *o, *i;     /* E_total, the output and the weighted sum, as in derivatives */
    const char *dE_do, *do_di; /* dE_total_dout_O1, dout_O1_din_O1 */
};

static struct told tell(struct page *page, size_t layer, size_t number) {
    struct told told = {.page = page,
                        .layer = layer,
                        .number = number,
                        .in_full = number == 1 && page->sample <= 1 && !page->briefly,
                        .E = plain(page, ROLE_TOTAL, 0, 0),
                        .o = plain(page, ROLE_OUTPUT, layer, number),
                        .i = plain(page, ROLE_SUM, layer, number)};
    told.dE_do = derivative(page, told.E, told.o);
    told.do_di = derivative(page, told.o, told.i);
    return told;
}

static bool is_output(const struct told *told) {
    return told->layer == told->page->shape->depth;
}

/* Whether the neuron's error term is the article's own product: sigmoid, and the sum of halves. */
static bool is_articles(const struct told *told) {
    return is_sigmoid(told->page, told->layer) && (!is_output(told) || is_squared(told->page));
}

static const char *by(const struct told *told, const char *name) {
    return derivative(told->page, told->E, name);
}

/* ---- The output layer ---- */

static const char *loss_of(const struct page *page, size_t number, const void *context) {
    (void)context;
    return loss(page, number);
}

/* The slopes of the other summands, for sums that are not too long. */
enum { MOST_ZEROS = 4 };
static const char *zeros(const struct page *page, size_t count) {
    return say(page, "%.*s", (int)(4 * count), " + 0 + 0 + 0 + 0");
}

/* (5.7), (5.8) */
static void error_by_output(const struct told *told) {
    struct page *page = told->page;
    const size_t count = page->shape->width[told->layer];
    const char *o = out(page, told->layer, told->number);
    const char *own = is_mean(page) ? say(page, "1./%zu*%s", count, loss(page, told->number))
                                    : loss(page, told->number);
    const char *slope_of_it = is_mean(page)
                                  ? say(page, "1./%zu*(%s)", count, loss_slope(page, told->number))
                                  : loss_slope(page, told->number);
    const char *equation = number_if(is_squared(page), "5.8");
    if (told->in_full && is_squared(page)) {
        state(page, "5.7", told->dE_do,
              say(page, "PARTIAL(%s, %s)", added(page, count, loss_of, NULL), o));
        const char *power = count - 1 > MOST_ZEROS
                                ? ""
                                : say(page, "2*1./2*pow(%s - %s, 2 - 1)*(0 - 1)%s, ",
                                      target(page, told->number), o, zeros(page, count - 1));
        give(page, equation, told->dE_do, say(page, "%s%s", power, slope_of_it));
    } else {
        give(page, equation, told->dE_do, say(page, "PARTIAL(%s, %s), %s", own, o, slope_of_it));
    }
}

/* (5.9), and the slope of a hidden neuron */
static void output_by_input(const struct told *told) {
    struct page *page = told->page;
    const char *of = activation(page, told->layer, told->number);
    const char *i = in(page, told->layer, told->number);
    if (told->in_full)
        state(page, number_if(is_output(told) && is_sigmoid(page, told->layer), "5.8"),
              out(page, told->layer, told->number), of);
    give(page, number_if(is_output(told) && is_sigmoid(page, told->layer), "5.9"), told->do_di,
         say(page, "PARTIAL(%s, %s), %s", of, i, slope(page, told->layer, told->number)));
}

/* (5.13) */
static void error_term_of_output(const struct told *told) {
    struct page *page = told->page;
    const char *O = target(page, told->number), *o = out(page, told->layer, told->number);
    const char *forms = page->briefly ? NULL : say(page, "%s*%s", told->dE_do, told->do_di);
    const char *short_cut =
        page->shape->loss == LOSS_CROSS_ENTROPY
            ? say(page, "%s - %s", o, O)
            : say(page, page->shape->loss == LOSS_SQUARED_ERROR ? "%s*%s" : "(%s)*%s",
                  loss_slope(page, told->number), slope(page, told->layer, told->number));
    if (is_mean(page))
        short_cut = say(page, "1./%zu*%s", page->shape->width[told->layer], short_cut);
    give(page, number_if(is_articles(told), "5.13"), sigma(page, told->layer, told->number),
         forms == NULL ? short_cut : say(page, "%s, %s", forms, short_cut));
}

/* ---- Softmax: every output depends on every weighted sum ---- */

static void softmax_slope(const struct told *told, size_t of) {
    struct page *page = told->page;
    const char *a = out(page, told->layer, of), *b = out(page, told->layer, told->number);
    const char *name = derivative(page, plain(page, ROLE_OUTPUT, told->layer, of), told->i);
    const char *value =
        of == told->number ? say(page, "%s*(1 - %s)", a, a) : say(page, "-%s*%s", a, b);
    give(page, "", name,
         told->in_full && of <= 2
             ? say(page, "PARTIAL(%s, %s), %s", activation(page, told->layer, of),
                   in(page, told->layer, told->number), value)
             : value);
}

static const char *through_output(const struct page *page, size_t of, const void *context) {
    const struct told *told = context;
    const char *o = plain(page, ROLE_OUTPUT, told->layer, of);
    return say(page, "%s*%s", derivative(page, told->E, o), derivative(page, o, told->i));
}

/* The sum over all outputs, and with the cross-entropy the short cut. */
static void softmax_error_term(const struct told *told) {
    struct page *page = told->page;
    const size_t count = page->shape->width[told->layer];
    const char *o = plain(page, ROLE_OUTPUT, told->layer, 1);
    const char *sign = sum_sign(page, count, "%s*%s", indexed(page, derivative(page, told->E, o)),
                                indexed(page, derivative(page, o, told->i)));
    const char *all = added(page, count, through_output, told);
    const bool is_short = page->shape->loss == LOSS_CROSS_ENTROPY;
    give(page, "", sigma(page, told->layer, told->number),
         say(page, is_short ? "%s, %s, %s - %s" : "%s, %s", sign, all,
             out(page, told->layer, told->number), target(page, told->number)));
}

static void softmax_layer(struct page *page, size_t layer) {
    for (size_t number = 1; number <= page->shape->width[layer]; number++) {
        const struct told told = tell(page, layer, number);
        if (number == 1)
            head(page, "any.error-by-output", NULL);
        error_by_output(&told);
    }
    for (size_t number = 1; number <= page->shape->width[layer]; number++) {
        const struct told told = tell(page, layer, number);
        head(page, "any.softmax", told.i);
        for (size_t of = 1; of <= page->shape->width[layer]; of++)
            softmax_slope(&told, of);
        softmax_error_term(&told);
    }
}

/* ---- A hidden layer: the error comes back on as many paths as the next layer has neurons ---- */

/* dE_O1_dout_O1, dE_O1_din_O1 (5.24): once, for all that is behind them */
static void error_of_one_output(struct page *page, size_t number) {
    const size_t last = page->shape->depth;
    const char *E = plain(page, ROLE_ERROR, last, number);
    const char *o = plain(page, ROLE_OUTPUT, last, number);
    const char *i = plain(page, ROLE_SUM, last, number);
    const char *dE_do = derivative(page, E, o), *do_di = derivative(page, o, i);
    give(page, "", dE_do,
         say(page, "PARTIAL(%s, %s), %s", loss(page, number), out(page, last, number),
             loss_slope(page, number)));
    give(page, "5.24", derivative(page, E, i),
         is_squared(page) ? say(page, "%s*%s, %s*%s", dE_do, do_di, loss_slope(page, number), do_di)
                          : say(page, "%s*%s", dE_do, do_di));
}

/* SUMMAND + 0 + 0, for sums that are not too long. */
static const char *power_form(const struct page *page, size_t layer, const char *summand) {
    const size_t count = page->shape->width[layer - 1];
    return count > MOST_ZEROS ? ""
                              : say(page, ", %s%s", summand,
                                    zeros(page, count - (page->shape->biases == BIASES_NONE)));
}

/* din_O1_dout_h1, (5.25) in the last hidden layer */
static void input_by_output(const struct told *told, size_t to) {
    struct page *page = told->page;
    const struct page above = page_above(page);
    const size_t next = told->layer + 1;
    const char *equation = number_if(next == page->shape->depth, "5.25");
    const char *name = derivative(page, plain(page, ROLE_SUM, next, to), told->o);
    const char *w = weight(&above, next, to, told->number);
    const char *o = out(page, told->layer, told->number);
    if (!told->in_full || to > 1) {
        give(page, equation, name, w);
        return;
    }
    /* The new weights belong to no pass of their own: outputs are those of the first. */
    const char *power = say(page, "%s*pow(%s, 1 - 1)", w, o);
    if (page->shape->update == UPDATE_AT_ONCE) {
        give(page, equation, name, say(page, "%s, %s", power, w));
        return;
    }
    const char *sum = weighted_sum(page, next, to);
    state(page, "", in(page, next, to), sum);
    give(page, equation, name,
         say(page, "PARTIAL(%s, %s)%s, %s", sum, o, power_form(page, next, power), w));
}

static const char *contribution(const struct page *page, size_t of, const void *context) {
    const struct told *told = context;
    return derivative(page, plain(page, ROLE_ERROR, page->shape->depth, of), told->o);
}

/* (5.23), (5.26), (5.27) */
static void contribution_of(const struct told *told, size_t of) {
    struct page *page = told->page;
    const size_t last = page->shape->depth;
    const char *E = plain(page, ROLE_ERROR, last, of), *i = plain(page, ROLE_SUM, last, of);
    give(page, of == 1 ? "5.26" : "5.27", contribution(page, of, told),
         say(page, "%s*%s", derivative(page, E, i), derivative(page, i, told->o)));
}

/* (5.22) */
static const char *all_contributions(const struct told *told) {
    const struct page *page = told->page;
    const size_t count = page->shape->width[page->shape->depth];
    const char *all = added(page, count, contribution, told);
    if (count == 1)
        return all;
    const char *sign = sum_sign(page, count, "%s", indexed(page, contribution(page, 1, told)));
    return sum_forms(page, count, is_mean(page), is_mean(page) || told->in_full ? sign : NULL, all);
}

static bool has_contributions(const struct told *told) {
    return told->layer + 1 == told->page->shape->depth && !is_softmax(told->page, told->layer + 1);
}

static void error_by_hidden_output(const struct told *told) {
    struct page *page = told->page;
    const size_t paths_back = page->shape->width[told->layer + 1];
    for (size_t to = 1; to <= paths_back; to++) {
        if (has_contributions(told) && told->number == 1) {
            if (told->in_full)
                head(page, "any.path", plain(page, ROLE_OUTPUT, told->layer + 1, to));
            error_of_one_output(page, to);
        }
        input_by_output(told, to);
        if (has_contributions(told))
            contribution_of(told, to);
    }
    const char *sign = told->in_full ? paths_sign(page, told->layer, told->number) : NULL;
    const char *sum = paths(page, told->layer, told->number);
    if (told->in_full)
        head(page, "any.all-paths", told->o);
    give(page, number_if(has_contributions(told), "5.22"), told->dE_do,
         has_contributions(told) ? all_contributions(told)
         : sign != NULL          ? say(page, "%s, %s", sign, sum)
                                 : sum);
}

/* (5.28) */
static void error_term_of_hidden(const struct told *told) {
    struct page *page = told->page;
    const char *its_slope = slope(page, told->layer, told->number);
    const char *sign = told->number == 1 ? paths_sign(page, told->layer, told->number) : NULL;
    const char *product = page->briefly ? "" : say(page, "%s*%s, ", told->dE_do, told->do_di);
    const char *with_sign = sign == NULL ? "" : say(page, "%s*%s, ", sign, its_slope);
    give(page, number_if(is_articles(told), "5.28"), sigma(page, told->layer, told->number),
         say(page, "%s%s(%s)*%s", product, with_sign, paths(page, told->layer, told->number),
             its_slope));
}

/* ---- Weights and biases, of every layer ---- */

/* (5.10), (5.11) */
static void input_by_weight(const struct told *told, size_t from, const char *name) {
    struct page *page = told->page;
    const char *equation = number_if(is_output(told), "5.11");
    const char *o = out(page, told->layer - 1, from);
    if (!told->in_full || from > 1) {
        give(page, equation, name, o);
        return;
    }
    const char *sum = weighted_sum(page, told->layer, told->number);
    const char *w = weight(page, told->layer, told->number, from);
    state(page, number_if(is_output(told), "5.10"), in(page, told->layer, told->number), sum);
    give(page, equation, name,
         say(page, "PARTIAL(%s, %s)%s, %s", sum, w,
             power_form(page, told->layer, say(page, "1*pow(%s, 1 - 1)*%s", w, o)), o));
}

/* The product of the factors before the last: (5.12) is with it. */
static const char *factors(const struct told *told) {
    const struct page *page = told->page;
    return is_softmax(page, told->layer) ? sigma(page, told->layer, told->number)
                                         : say(page, "%s*%s", told->dE_do, told->do_di);
}

/* What the article writes out, or nothing. */
static const char *written_out(const struct told *told, const char *factor) {
    const struct page *page = told->page;
    if (!told->in_full || !is_articles(told))
        return "";
    const char *its_slope = slope(page, told->layer, told->number);
    return is_output(told)
               ? say(page, "%s*%s*%s, ", loss_slope(page, told->number), its_slope, factor)
               : say(page, "(%s)*%s*%s, ", paths(page, told->layer, told->number), its_slope,
                     factor);
}

/* dE_total_dw5: (5.12), (5.13); of a hidden layer (5.28) */
static void error_by_weight(const struct told *told, size_t from) {
    struct page *page = told->page;
    const char *w = plain_weight(page, told->layer, told->number, from);
    const char *name = by(told, w), *di_dw = derivative(page, told->i, w);
    const char *o = out(page, told->layer - 1, from);
    const char *s = sigma(page, told->layer, told->number);
    const char *equation = is_output(told) ? "5.13" : "5.28";
    if (page->briefly) {
        give(page, equation, name, say(page, "%s*%s", s, o));
        return;
    }
    input_by_weight(told, from, di_dw);
    const char *product = say(page, "%s*%s", factors(told), di_dw);
    if (told->in_full && from == 1) {
        head(page, "any.product", name);
        give(page, is_output(told) ? "5.12" : "", name, product);
        state(page, equation, name, say(page, "%s, %s%s*%s", product, written_out(told, o), s, o));
    } else {
        give(page, is_output(told) ? "5.12" : "5.28", name, say(page, "%s, %s*%s", product, s, o));
    }
}

/* 0 + 0 + b3^(1 - 1), for sums that are not too long. */
static const char *bias_power(const struct told *told, const char *b) {
    const size_t count = told->page->shape->width[told->layer - 1];
    return count > MOST_ZEROS
               ? ""
               : say(told->page, ", %.*spow(%s, 1 - 1)", (int)(4 * count), "0 + 0 + 0 + 0 + ", b);
}

/* (5.14) */
static void input_by_bias(const struct told *told, const char *b, const char *name) {
    struct page *page = told->page;
    const char *equation = number_if(is_output(told), "5.14");
    if (!told->in_full) {
        give(page, equation, name, "1");
        return;
    }
    const char *sum = weighted_sum(page, told->layer, told->number);
    state(page, "", in(page, told->layer, told->number), sum);
    give(page, equation, name, say(page, "PARTIAL(%s, %s)%s, 1", sum, b, bias_power(told, b)));
}

/* (5.15), (5.32); a shared bias has its own below */
static void error_by_bias(const struct told *told) {
    struct page *page = told->page;
    const char *b = bias(page, told->layer, told->number);
    if (b == NULL)
        return;
    const char *di_db = derivative(page, told->i, b);
    const char *s = sigma(page, told->layer, told->number);
    if (told->in_full)
        head(page, "any.bias", b);
    if (!page->briefly)
        input_by_bias(told, b, di_db);
    if (page->shape->biases == BIASES_SHARED)
        return;
    give(page, is_output(told) ? "5.15" : "5.32", by(told, b),
         page->briefly ? s
                       : say(page, "%s*%s, %s%s", factors(told), di_db, written_out(told, "1"), s));
}

static const char *sigma_of(const struct page *page, size_t number, const void *context) {
    const struct told *told = context;
    return sigma(page, told->layer, number);
}

static void error_by_shared_bias(struct page *page, size_t layer) {
    const struct told told = tell(page, layer, 1);
    const size_t count = page->shape->width[layer];
    const char *b = bias(page, layer, 1), *all = added(page, count, sigma_of, &told);
    head(page, "any.shared-bias", b);
    give(page, "", by(&told, b),
         count == 1 ? all
                    : say(page, "%s, %s",
                          sum_sign(page, count, "%s", indexed(page, sigma(page, layer, 1))), all));
}

/* ---- The layer ---- */

/* (5.6), and (5.20) to (5.22) for a hidden layer: what is to be found, before it is. */
static void plan(const struct told *told) {
    struct page *page = told->page;
    const char *w = plain_weight(page, told->layer, told->number, 1);
    const char *rest = say(page, "%s*%s", told->do_di, derivative(page, told->i, w));
    head(page, is_output(told) ? "any.plan-output" : "any.plan-hidden", w);
    if (is_softmax(page, told->layer))
        return;
    state(page, is_output(told) ? "5.6" : "5.20", by(told, w),
          say(page, "LATER(%s*%s)", told->dE_do, rest));
    if (is_output(told) || !has_contributions(told))
        return;
    const size_t count = page->shape->width[page->shape->depth];
    const char *all = added(page, count, contribution, told);
    if (count > 1 && !is_mean(page)) {
        state(page, "5.21", by(told, w), say(page, "LATER((%s)*%s)", all, rest));
        state(page, "5.22", told->dE_do, say(page, "LATER(%s)", all));
    }
    const char *E = plain(page, ROLE_ERROR, page->shape->depth, 1);
    const char *i = plain(page, ROLE_SUM, page->shape->depth, 1);
    state(page, "5.23", contribution(page, 1, told),
          say(page, "LATER(%s*%s)", derivative(page, E, i), derivative(page, i, told->o)));
}

static void neuron(struct page *page, size_t layer, size_t number) {
    const struct told told = tell(page, layer, number);
    const bool softmax = is_softmax(page, layer);
    if (told.in_full)
        plan(&told);
    else
        head(page, page->briefly ? "any.error-terms" : "any.same-way",
             neuron_word(page, layer, number));
    if (!page->briefly && !softmax) {
        if (is_output(&told))
            error_by_output(&told);
        else
            error_by_hidden_output(&told);
        output_by_input(&told);
    }
    if (!softmax && is_output(&told))
        error_term_of_output(&told);
    else if (!softmax)
        error_term_of_hidden(&told);
    for (size_t from = 1; from <= page->shape->width[layer - 1]; from++)
        error_by_weight(&told, from);
    error_by_bias(&told);
}

void page_any_layer(struct page *page, size_t layer) {
    if (is_softmax(page, layer))
        softmax_layer(page, layer);
    for (size_t number = 1; number <= page->shape->width[layer]; number++)
        neuron(page, layer, number);
    if (page->shape->biases == BIASES_SHARED)
        error_by_shared_bias(page, layer);
}
