/* Oracle, its forward pass: see oracle_forward.h. */
#include "oracle_forward.h"

#include "base/memory.h"
#include "formula/function.h"

#include <stdlib.h>
#include <string.h>

/* What is smaller than its terms by 2^-CANCELLED is the 0 that it cannot be told from. */
enum { CANCELLED = 2500 };

mpfr_t *numbers_take(struct block **blocks, size_t count, mpfr_prec_t bits) {
    struct block *block = memory_zeroed(1, sizeof *block + count * sizeof *block->numbers);
    block->next = *blocks;
    block->count = count;
    for (size_t i = 0; i < count; i++) {
        mpfr_init2(block->numbers[i], bits);
        mpfr_set_zero(block->numbers[i], 1);
    }
    *blocks = block;
    return block->numbers;
}

void numbers_free(struct block *blocks) {
    while (blocks != NULL) {
        struct block *next = blocks->next;
        for (size_t i = 0; i < blocks->count; i++)
            mpfr_clear(blocks->numbers[i]);
        free(blocks);
        blocks = next;
    }
}

/* ---- Activations ---- */

static void sigmoid(mpfr_ptr y, mpfr_srcptr x) {
    mpfr_neg(y, x, MPFR_RNDN);
    mpfr_exp(y, y, MPFR_RNDN);
    mpfr_add_ui(y, y, 1, MPFR_RNDN);
    mpfr_ui_div(y, 1, y, MPFR_RNDN);
}

/* sech(x/2)^2/4 */
static void sigmoid_slope(mpfr_ptr slope, mpfr_srcptr x) {
    mpfr_div_2ui(slope, x, 1, MPFR_RNDN);
    mpfr_sech(slope, slope, MPFR_RNDN);
    mpfr_sqr(slope, slope, MPFR_RNDN);
    mpfr_div_2ui(slope, slope, 2, MPFR_RNDN);
}

static void hyperbolic_tangent(mpfr_ptr y, mpfr_srcptr x) {
    mpfr_tanh(y, x, MPFR_RNDN);
}

static void hyperbolic_tangent_slope(mpfr_ptr slope, mpfr_srcptr x) {
    mpfr_sech(slope, x, MPFR_RNDN);
    mpfr_sqr(slope, slope, MPFR_RNDN);
}

static void relu(mpfr_ptr y, mpfr_srcptr x) {
    if (mpfr_sgn(x) > 0)
        mpfr_set(y, x, MPFR_RNDN);
    else
        mpfr_set_zero(y, 1);
}

static void relu_slope(mpfr_ptr slope, mpfr_srcptr x) {
    mpfr_set_si(slope, mpfr_sgn(x) > 0, MPFR_RNDN);
}

static void identity(mpfr_ptr y, mpfr_srcptr x) {
    mpfr_set(y, x, MPFR_RNDN);
}

static void identity_slope(mpfr_ptr slope, mpfr_srcptr x) {
    (void)x;
    mpfr_set_ui(slope, 1, MPFR_RNDN);
}

/* A hundredth below 0, as the decimal that it is. */
static void leaky_relu(mpfr_ptr y, mpfr_srcptr x) {
    mpfr_set(y, x, MPFR_RNDN);
    if (mpfr_sgn(x) < 0)
        mpfr_div_ui(y, y, 100, MPFR_RNDN);
}

static void leaky_relu_slope(mpfr_ptr slope, mpfr_srcptr x) {
    mpfr_set_si(slope, mpfr_sgn(x) != 0, MPFR_RNDN);
    if (mpfr_sgn(x) < 0)
        mpfr_div_ui(slope, slope, 100, MPFR_RNDN);
}

static const struct activation activations[] = {
    {"sigmoid", sigmoid, sigmoid_slope, false},
    {"tanh", hyperbolic_tangent, hyperbolic_tangent_slope, false},
    {"relu", relu, relu_slope, true},
    {"identity", identity, identity_slope, false},
    {"leaky-relu", leaky_relu, leaky_relu_slope, true},
};

/* NULL: softmax. Another that the table of functions has needs a row here. */
const struct activation *activation_of(const struct shape *shape, size_t layer) {
    const struct function *function = shape->activation[layer];
    if (function == NULL)
        return NULL;
    for (size_t i = 0; i < sizeof activations / sizeof *activations; i++)
        if (strcmp(activations[i].name, function->name) == 0)
            return &activations[i];
    abort();
}

/* ---- What belongs where ---- */

size_t outputs_of(const struct shape *shape) {
    return shape->width[shape->depth];
}

size_t bias_count(const struct shape *shape, size_t layer) {
    return shape->biases == BIASES_NONE     ? 0
           : shape->biases == BIASES_SHARED ? 1
                                            : shape->width[layer];
}

size_t bias_of(const struct shape *shape, size_t neuron) {
    return shape->biases == BIASES_SHARED ? 0 : neuron;
}

mpfr_exp_t exponent_of(mpfr_srcptr x) {
    return mpfr_regular_p(x) ? mpfr_get_exp(x) : mpfr_zero_p(x) ? mpfr_get_emin() : mpfr_get_emax();
}

void note_largest(mpfr_exp_t *largest, mpfr_srcptr x) {
    if (exponent_of(x) > *largest)
        *largest = exponent_of(x);
}

struct pass pass_take(const struct shape *shape, struct block **blocks, mpfr_prec_t bits) {
    struct pass pass = {.errors = numbers_take(blocks, outputs_of(shape), bits),
                        .total = numbers_take(blocks, 1, bits)};
    for (size_t layer = 1; layer <= shape->depth; layer++) {
        pass.in[layer] = numbers_take(blocks, shape->width[layer], bits);
        pass.out[layer] = numbers_take(blocks, shape->width[layer], bits);
    }
    return pass;
}

/* In a pass, or NULL. */
mpfr_srcptr pass_value(const struct pass *pass, const struct role *role) {
    return role->kind == ROLE_SUM      ? pass->in[role->layer][role->neuron - 1]
           : role->kind == ROLE_OUTPUT ? pass->out[role->layer][role->neuron - 1]
           : role->kind == ROLE_ERROR  ? pass->errors[role->neuron - 1]
           : role->kind == ROLE_TOTAL  ? *pass->total
                                       : NULL;
}

/* ---- Forward ---- */

static bool is_nudged(const struct nudge *nudge, enum role_kind kind, size_t layer, size_t neuron) {
    return nudge != NULL && nudge->role.kind == kind && nudge->role.layer == layer &&
           nudge->role.neuron == neuron + 1;
}

static void weigh(const struct shape *shape, const struct parameters *its, size_t layer, size_t to,
                  struct pass *pass, const struct nudge *nudge) {
    const size_t inputs = shape->width[layer - 1], b = bias_of(shape, to);
    mpfr_exp_t largest = mpfr_get_emin();
    mpfr_ptr in = pass->in[layer][to];
    mpfr_t term;
    mpfr_init2(term, mpfr_get_prec(in));
    mpfr_set_zero(in, 1);
    for (size_t from = 0; from < inputs + (bias_count(shape, layer) > 0); from++) {
        const bool is_bias = from == inputs;
        mpfr_set(term, is_bias ? its->biases[b] : its->weights[to * inputs + from], MPFR_RNDN);
        if (is_bias ? is_nudged(nudge, ROLE_BIAS, layer, b)
                    : is_nudged(nudge, ROLE_WEIGHT, layer, to) && nudge->role.from == from + 1)
            mpfr_add(term, term, nudge->by, MPFR_RNDN);
        if (!is_bias)
            mpfr_mul(term, term, pass->out[layer - 1][from], MPFR_RNDN);
        mpfr_add(in, in, term, MPFR_RNDN);
        note_largest(&largest, term);
        note_largest(&largest, in);
    }
    if (is_nudged(nudge, ROLE_SUM, layer, to))
        mpfr_add(in, in, nudge->by, MPFR_RNDN);
    else if (nudge == NULL && exponent_of(in) < largest - CANCELLED)
        mpfr_set_zero(in, 1);
    pass->largest = largest > pass->largest ? largest : pass->largest;
    mpfr_clear(term);
}

static void softmax(mpfr_t *out, mpfr_t *in, size_t count) {
    mpfr_t sum;
    mpfr_srcptr most = in[0];
    mpfr_init2(sum, mpfr_get_prec(out[0]));
    mpfr_set_zero(sum, 1);
    for (size_t i = 1; i < count; i++)
        most = mpfr_greater_p(in[i], most) ? in[i] : most;
    for (size_t i = 0; i < count; i++) {
        mpfr_sub(out[i], in[i], most, MPFR_RNDN);
        mpfr_exp(out[i], out[i], MPFR_RNDN);
        mpfr_add(sum, sum, out[i], MPFR_RNDN);
    }
    for (size_t i = 0; i < count; i++)
        mpfr_div(out[i], out[i], sum, MPFR_RNDN);
    mpfr_clear(sum);
}

/* -TARGET*log(OUT), 0 where the target is. */
static void surprise(mpfr_ptr result, mpfr_srcptr target, mpfr_srcptr out) {
    if (mpfr_zero_p(target)) {
        mpfr_set_zero(result, 1);
        return;
    }
    mpfr_log(result, out, MPFR_RNDN);
    mpfr_mul(result, result, target, MPFR_RNDN);
    mpfr_neg(result, result, MPFR_RNDN);
}

static void loss(const struct shape *shape, mpfr_ptr error, mpfr_srcptr target, mpfr_srcptr out) {
    mpfr_t other, other_target;
    mpfr_inits2(mpfr_get_prec(error), other, other_target, (mpfr_ptr)0);
    if (shape->loss == LOSS_CROSS_ENTROPY) {
        surprise(error, target, out);
        mpfr_ui_sub(other, 1, out, MPFR_RNDN);
        mpfr_ui_sub(other_target, 1, target, MPFR_RNDN);
        surprise(other, other_target, other);
        if (shape->activation[shape->depth] != NULL)
            mpfr_add(error, error, other, MPFR_RNDN);
    } else {
        mpfr_sub(error, out, target, MPFR_RNDN);
        mpfr_sqr(error, error, MPFR_RNDN);
        if (shape->loss == LOSS_SQUARED_ERROR)
            mpfr_div_2ui(error, error, 1, MPFR_RNDN);
    }
    mpfr_clears(other, other_target, (mpfr_ptr)0);
}

static void activate(const struct shape *shape, size_t layer, struct pass *pass,
                     const struct nudge *nudge) {
    const size_t width = shape->width[layer];
    const struct activation *activation = activation_of(shape, layer);
    if (activation == NULL)
        softmax(pass->out[layer], pass->in[layer], width);
    for (size_t i = 0; i < width; i++) {
        if (activation != NULL)
            activation->value(pass->out[layer][i], pass->in[layer][i]);
        if (is_nudged(nudge, ROLE_OUTPUT, layer, i))
            mpfr_add(pass->out[layer][i], pass->out[layer][i], nudge->by, MPFR_RNDN);
    }
}

/* From layer FIRST on. */
void pass_forward(const struct shape *shape, const struct parameters layers[], mpfr_t *targets,
                  size_t first, struct pass *pass, const struct nudge *nudge) {
    for (size_t layer = first; layer <= shape->depth; layer++) {
        for (size_t to = 0; to < shape->width[layer]; to++)
            weigh(shape, &layers[layer], layer, to, pass, nudge);
        activate(shape, layer, pass, nudge);
    }
    mpfr_set_zero(*pass->total, 1);
    for (size_t i = 0; i < outputs_of(shape); i++) {
        loss(shape, pass->errors[i], targets[i], pass->out[shape->depth][i]);
        mpfr_add(*pass->total, *pass->total, pass->errors[i], MPFR_RNDN);
        note_largest(&pass->largest, pass->errors[i]);
    }
    note_largest(&pass->largest, *pass->total);
    if (shape->loss == LOSS_MEAN_SQUARED_ERROR)
        mpfr_div_ui(*pass->total, *pass->total, outputs_of(shape), MPFR_RNDN);
}
