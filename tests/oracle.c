/* Oracle: see oracle.h. Where there is a choice a formula is another than the walk's: the slope of
 * the sigmoid is a hyperbolic secant, softmax is taken from the largest sum down. */
#include "oracle_parts.h"

#include "base/memory.h"

#include <stdio.h>
#include <stdlib.h>

const struct sample *oracle_sample(const struct oracle *oracle, size_t number) {
    return oracle->shape->samples == 1 ? &oracle->samples[0]
           : number > 0                ? &oracle->samples[number - 1]
                                       : NULL;
}

void oracle_reduce(const struct oracle *oracle, mpfr_ptr total) {
    if (oracle->shape->reduction == REDUCTION_MEAN)
        mpfr_div_ui(total, total, oracle->shape->samples, MPFR_RNDN);
}

/* The given number NAME<number>, and of a sample, where there are several. */
static const struct given *given_of(const struct oracle *oracle, const char *name, size_t number,
                                    size_t sample) {
    const size_t samples = oracle->shape->samples;
    char whole[64];
    snprintf(whole, sizeof whole, samples > 1 && sample > 0 ? "%s%zu_s%zu" : "%s%zu", name, number,
             sample);
    return example_find(oracle->example, whole);
}

static void read(mpfr_ptr number, const struct given *given) {
    mpfr_set_str(number, given->typed, 10, MPFR_RNDN);
}

/* ---- Back ---- */

/* dE/dout of an output, the 1/n of a mean not yet in it. */
static void loss_slope(const struct oracle *oracle, const struct sample *sample, size_t output,
                       mpfr_ptr slope) {
    const struct shape *shape = oracle->shape;
    mpfr_srcptr out = sample->before.out[shape->depth][output], target = sample->targets[output];
    mpfr_t spread;
    mpfr_init2(spread, ORACLE_BITS);
    mpfr_sub(slope, out, target, MPFR_RNDN);
    if (shape->loss == LOSS_MEAN_SQUARED_ERROR) {
        mpfr_mul_2ui(slope, slope, 1, MPFR_RNDN);
    } else if (shape->loss == LOSS_CROSS_ENTROPY && shape->activation[shape->depth] == NULL) {
        mpfr_div(slope, target, out, MPFR_RNDN);
        mpfr_neg(slope, slope, MPFR_RNDN);
    } else if (shape->loss == LOSS_CROSS_ENTROPY) { /* (out - O)/(out*(1 - out)) */
        mpfr_ui_sub(spread, 1, out, MPFR_RNDN);
        mpfr_mul(spread, spread, out, MPFR_RNDN);
        mpfr_div(slope, slope, spread, MPFR_RNDN);
    }
    mpfr_clear(spread);
}

/* dout/din, OF one neuron of a layer BY another. */
static void out_by_in(const struct oracle *oracle, const struct sample *sample, size_t layer,
                      size_t of, size_t by, mpfr_ptr slope) {
    const struct activation *activation = activation_of(oracle->shape, layer);
    mpfr_t *out = sample->before.out[layer];
    if (activation != NULL && of == by)
        activation->slope(slope, sample->before.in[layer][of]);
    else if (activation != NULL)
        mpfr_set_zero(slope, 1);
    else if (of != by) {
        mpfr_mul(slope, out[of], out[by], MPFR_RNDN);
        mpfr_neg(slope, slope, MPFR_RNDN);
    } else { /* out times the sum of the others */
        mpfr_set_zero(slope, 1);
        for (size_t i = 0; i < oracle->shape->width[layer]; i++)
            if (i != of)
                mpfr_add(slope, slope, out[i], MPFR_RNDN);
        mpfr_mul(slope, slope, out[of], MPFR_RNDN);
    }
}

/* The weight that the way back goes through. */
static mpfr_srcptr weight_back(const struct oracle *oracle, size_t layer, size_t to, size_t from) {
    const struct parameters *its =
        oracle->shape->update == UPDATE_AT_ONCE ? &oracle->updated[layer] : &oracle->old[layer];
    return its->weights[to * oracle->shape->width[layer - 1] + from];
}

static void error_by_out(struct oracle *oracle, struct sample *sample, size_t layer,
                         size_t neuron) {
    const struct shape *shape = oracle->shape;
    mpfr_ptr slope = sample->by_out[layer][neuron];
    mpfr_t term;
    mpfr_init2(term, ORACLE_BITS);
    if (layer == shape->depth) {
        loss_slope(oracle, sample, neuron, slope);
        note_largest(&oracle->largest, slope);
        if (shape->loss == LOSS_MEAN_SQUARED_ERROR)
            mpfr_div_ui(slope, slope, outputs_of(oracle->shape), MPFR_RNDN);
    } else {
        mpfr_set_zero(slope, 1);
        for (size_t to = 0; to < shape->width[layer + 1]; to++) {
            mpfr_mul(term, sample->sigma[layer + 1][to], weight_back(oracle, layer + 1, to, neuron),
                     MPFR_RNDN);
            mpfr_add(slope, slope, term, MPFR_RNDN);
            note_largest(&oracle->largest, term);
            note_largest(&oracle->largest, slope);
        }
    }
    mpfr_clear(term);
}

static void error_by_in(struct oracle *oracle, struct sample *sample, size_t layer, size_t neuron) {
    mpfr_ptr sigma = sample->sigma[layer][neuron];
    mpfr_t term;
    mpfr_init2(term, ORACLE_BITS);
    mpfr_set_zero(sigma, 1);
    for (size_t of = 0; of < oracle->shape->width[layer]; of++) {
        if (of != neuron && activation_of(oracle->shape, layer) != NULL)
            continue;
        out_by_in(oracle, sample, layer, of, neuron, term);
        mpfr_mul(term, term, sample->by_out[layer][of], MPFR_RNDN);
        mpfr_add(sigma, sigma, term, MPFR_RNDN);
        note_largest(&oracle->largest, term);
    }
    note_largest(&oracle->largest, sigma);
    mpfr_clear(term);
}

/* dE/dw of one sample. */
static void by_weight(const struct oracle *oracle, const struct sample *sample, size_t layer,
                      size_t to, size_t from, mpfr_ptr slope) {
    (void)oracle;
    mpfr_mul(slope, sample->sigma[layer][to], sample->before.out[layer - 1][from], MPFR_RNDN);
}

/* dE/db of one sample, of bias TO of the layer. */
static void by_bias(const struct oracle *oracle, const struct sample *sample, size_t layer,
                    size_t to, size_t from, mpfr_ptr slope) {
    (void)from;
    mpfr_set_zero(slope, 1);
    for (size_t i = 0; i < oracle->shape->width[layer]; i++)
        if (bias_of(oracle->shape, i) == to)
            mpfr_add(slope, slope, sample->sigma[layer][i], MPFR_RNDN);
}

typedef void by_parameter(const struct oracle *oracle, const struct sample *sample, size_t layer,
                          size_t to, size_t from, mpfr_ptr slope);

static void over_samples(const struct oracle *oracle, by_parameter *of_sample, size_t layer,
                         size_t to, size_t from, mpfr_ptr slope) {
    mpfr_t term;
    mpfr_init2(term, ORACLE_BITS);
    mpfr_set_zero(slope, 1);
    for (size_t s = 0; s < oracle->shape->samples; s++) {
        of_sample(oracle, &oracle->samples[s], layer, to, from, term);
        mpfr_add(slope, slope, term, MPFR_RNDN);
    }
    oracle_reduce(oracle, slope);
    mpfr_clear(term);
}

static void update(struct oracle *oracle, const struct given *given, by_parameter *of_sample,
                   size_t layer, size_t to, size_t from, mpfr_srcptr old, mpfr_ptr updated) {
    over_samples(oracle, of_sample, layer, to, from, updated);
    note_largest(&oracle->largest, updated);
    mpfr_mul(updated, updated, *oracle->rate, MPFR_RNDN);
    note_largest(&oracle->largest, updated);
    mpfr_sub(updated, old, updated, MPFR_RNDN);
    note_largest(&oracle->largest, updated);
    if (given->frozen)
        mpfr_set(updated, old, MPFR_RNDN);
}

/* FIRST_WEIGHT and FIRST_BIAS are the numbers of the layer's first ones, w<1>. */
static void update_layer(struct oracle *oracle, size_t layer, size_t first_weight,
                         size_t first_bias) {
    const size_t inputs = oracle->shape->width[layer - 1];
    const struct parameters *old = &oracle->old[layer], *updated = &oracle->updated[layer];
    for (size_t to = 0; to < oracle->shape->width[layer]; to++)
        for (size_t from = 0; from < inputs; from++) {
            const size_t place = to * inputs + from;
            update(oracle, given_of(oracle, "w", first_weight + place, 0), by_weight, layer, to,
                   from, old->weights[place], updated->weights[place]);
        }
    for (size_t to = 0; to < bias_count(oracle->shape, layer); to++)
        update(oracle, given_of(oracle, "b", first_bias + to, 0), by_bias, layer, to, 0,
               old->biases[to], updated->biases[to]);
}

/* ---- The whole ---- */

/* As a double softmax is e^in over the sum of such; and where logarithms are taken, of the output
 * and of 1 less it, neither may be 0: 1/(e^-x + 1) is from x = 36.7 on 1, and past -709 it is 0. */
static bool saturates(const struct oracle *oracle, const struct pass *pass) {
    const struct shape *shape = oracle->shape;
    const bool is_softmax = shape->activation[shape->depth] == NULL;
    mpfr_t *in = pass->in[shape->depth], *out = pass->out[shape->depth];
    bool is_seen = !is_softmax;
    for (size_t i = 0; i < outputs_of(oracle->shape); i++) {
        is_seen = is_seen || mpfr_cmp_d(in[i], -745) > 0;
        if (is_softmax && mpfr_cmp_d(in[i], 705) > 0)
            return true;
        if (shape->loss == LOSS_CROSS_ENTROPY &&
            (is_softmax ? exponent_of(out[i]) < -1073
                        : mpfr_cmp_d(in[i], 36.7) > 0 || mpfr_cmp_d(in[i], -709) < 0))
            return true;
    }
    return !is_seen;
}

static void all_forward(struct oracle *oracle, bool is_new) {
    for (size_t s = 0; s < oracle->shape->samples; s++) {
        struct sample *sample = &oracle->samples[s];
        struct pass *pass = is_new ? &sample->after : &sample->before;
        pass->largest = mpfr_get_emin();
        pass_forward(oracle->shape, is_new ? oracle->updated : oracle->old, sample->targets, 1,
                     pass, NULL);
        if (pass->largest > oracle->largest)
            oracle->largest = pass->largest;
        oracle->is_saturated |= saturates(oracle, pass);
    }
}

static void iterate(struct oracle *oracle) {
    const struct shape *shape = oracle->shape;
    size_t next_weight = 1, next_bias = 1;
    oracle->largest = mpfr_get_emin();
    oracle->is_saturated = false;
    all_forward(oracle, false);
    for (size_t layer = 1; layer <= shape->depth; layer++) {
        next_weight += shape->width[layer] * shape->width[layer - 1];
        next_bias += bias_count(oracle->shape, layer);
    }
    for (size_t layer = shape->depth; layer > 0; layer--) {
        for (size_t s = 0; s < shape->samples; s++) {
            for (size_t i = 0; i < shape->width[layer]; i++)
                error_by_out(oracle, &oracle->samples[s], layer, i);
            for (size_t i = 0; i < shape->width[layer]; i++)
                error_by_in(oracle, &oracle->samples[s], layer, i);
        }
        next_weight -= shape->width[layer] * shape->width[layer - 1];
        next_bias -= bias_count(oracle->shape, layer);
        update_layer(oracle, layer, next_weight, next_bias);
    }
    all_forward(oracle, true);
}

static void make_sample(struct oracle *oracle, size_t s) {
    const struct shape *shape = oracle->shape;
    struct sample *sample = &oracle->samples[s];
    sample->targets = numbers_take(&oracle->blocks, outputs_of(oracle->shape), ORACLE_BITS);
    sample->before = pass_take(oracle->shape, &oracle->blocks, ORACLE_BITS);
    sample->after = pass_take(oracle->shape, &oracle->blocks, ORACLE_BITS);
    sample->before.out[0] = sample->after.out[0] =
        numbers_take(&oracle->blocks, shape->width[0], ORACLE_BITS);
    for (size_t i = 0; i < shape->width[0]; i++)
        read(sample->before.out[0][i], given_of(oracle, "i", i + 1, s + 1));
    for (size_t i = 0; i < outputs_of(oracle->shape); i++)
        read(sample->targets[i], given_of(oracle, "O", i + 1, s + 1));
    for (size_t layer = 1; layer <= shape->depth; layer++) {
        sample->by_out[layer] = numbers_take(&oracle->blocks, shape->width[layer], ORACLE_BITS);
        sample->sigma[layer] = numbers_take(&oracle->blocks, shape->width[layer], ORACLE_BITS);
    }
}

struct oracle *oracle_of(const struct example *example) {
    const struct shape *shape = &example->shape;
    struct oracle *oracle = memory_zeroed(1, sizeof *oracle);
    size_t weight = 1, bias = 1;
    oracle->example = example;
    oracle->shape = shape;
    oracle->samples = memory_zeroed(shape->samples, sizeof *oracle->samples);
    oracle->rate = numbers_take(&oracle->blocks, 1, ORACLE_BITS);
    read(*oracle->rate, example_find(example, "alpha"));
    for (size_t layer = 1; layer <= shape->depth; layer++) {
        const size_t weights = shape->width[layer] * shape->width[layer - 1];
        const size_t biases = bias_count(oracle->shape, layer);
        struct parameters *old = &oracle->old[layer], *updated = &oracle->updated[layer];
        old->weights = numbers_take(&oracle->blocks, weights, ORACLE_BITS);
        old->biases = numbers_take(&oracle->blocks, biases, ORACLE_BITS);
        updated->weights = numbers_take(&oracle->blocks, weights, ORACLE_BITS);
        updated->biases = numbers_take(&oracle->blocks, biases, ORACLE_BITS);
        for (size_t i = 0; i < weights; i++)
            read(old->weights[i], given_of(oracle, "w", weight++, 0));
        for (size_t i = 0; i < biases; i++)
            read(old->biases[i], given_of(oracle, "b", bias++, 0));
    }
    for (size_t s = 0; s < shape->samples; s++)
        make_sample(oracle, s);
    iterate(oracle);
    return oracle;
}

void oracle_free(struct oracle *oracle) {
    numbers_free(oracle->blocks);
    free(oracle->samples);
    free(oracle);
    mpfr_free_cache();
}

void oracle_next(struct oracle *oracle) {
    for (size_t layer = 1; layer <= oracle->shape->depth; layer++) {
        const struct parameters swapped = oracle->old[layer];
        oracle->old[layer] = oracle->updated[layer];
        oracle->updated[layer] = swapped;
    }
    iterate(oracle);
}

bool oracle_leaves_range(const struct oracle *oracle) {
    return oracle->largest > 1023 || oracle->is_saturated;
}

/* ---- Values by name ---- */

/* Over all samples. */
static void total_of(const struct oracle *oracle, bool is_new, mpfr_ptr value) {
    mpfr_set_zero(value, 1);
    for (size_t s = 0; s < oracle->shape->samples; s++) {
        const struct sample *sample = &oracle->samples[s];
        mpfr_add(value, value, is_new ? *sample->after.total : *sample->before.total, MPFR_RNDN);
    }
    oracle_reduce(oracle, value);
}

static bool value_of(const struct oracle *oracle, const struct role *role, mpfr_ptr value) {
    const struct sample *sample = oracle_sample(oracle, role->sample);
    const struct parameters *its =
        role->is_new ? &oracle->updated[role->layer] : &oracle->old[role->layer];
    mpfr_srcptr found = NULL;
    if (role->kind == ROLE_RATE)
        found = *oracle->rate;
    else if (role->kind == ROLE_WEIGHT)
        found = its->weights[(role->neuron - 1) * oracle->shape->width[role->layer - 1] +
                             role->from - 1];
    else if (role->kind == ROLE_BIAS)
        found = its->biases[role->neuron - 1];
    else if (role->kind == ROLE_TOTAL && sample == NULL) {
        total_of(oracle, role->is_new, value);
        return true;
    } else if (sample == NULL)
        return false;
    else if (role->kind == ROLE_INPUT)
        found = sample->before.out[0][role->neuron - 1];
    else if (role->kind == ROLE_TARGET)
        found = sample->targets[role->neuron - 1];
    else if (role->kind == ROLE_ERROR_TERM)
        found = sample->sigma[role->layer][role->neuron - 1];
    else
        found = pass_value(role->is_new ? &sample->after : &sample->before, role);
    if (found != NULL)
        mpfr_set(value, found, MPFR_RNDN);
    return found != NULL;
}

static bool total_by(const struct oracle *oracle, const struct role *by, mpfr_ptr value) {
    const struct sample *sample = oracle_sample(oracle, by->sample);
    const size_t to = by->neuron - 1, from = by->from - 1;
    if (by->kind == ROLE_WEIGHT || by->kind == ROLE_BIAS) {
        by_parameter *of_sample = by->kind == ROLE_WEIGHT ? by_weight : by_bias;
        if (sample != NULL)
            of_sample(oracle, sample, by->layer, to, from, value);
        else
            over_samples(oracle, of_sample, by->layer, to, from, value);
        return true;
    }
    if (sample == NULL || (by->kind != ROLE_OUTPUT && by->kind != ROLE_SUM))
        return false;
    mpfr_set(value, (by->kind == ROLE_OUTPUT ? sample->by_out : sample->sigma)[by->layer][to],
             MPFR_RNDN);
    return true;
}

/* dE_O1 by a weighted sum of the outputs. */
static void error_by_sum(const struct oracle *oracle, const struct sample *sample, size_t of,
                         size_t by, mpfr_ptr value) {
    mpfr_t slope;
    mpfr_init2(slope, ORACLE_BITS);
    out_by_in(oracle, sample, oracle->shape->depth, of, by, value);
    loss_slope(oracle, sample, of, slope);
    mpfr_mul(value, value, slope, MPFR_RNDN);
    mpfr_clear(slope);
}

static bool error_by(const struct oracle *oracle, const struct sample *sample, size_t of,
                     const struct role *by, mpfr_ptr value) {
    const size_t depth = oracle->shape->depth, neuron = by->neuron - 1;
    mpfr_t term;
    if (by->kind == ROLE_SUM && by->layer == depth) {
        error_by_sum(oracle, sample, of, neuron, value);
        return true;
    }
    mpfr_set_zero(value, 1);
    if (by->kind != ROLE_OUTPUT || by->layer + 1 < depth)
        return false;
    if (by->layer == depth) {
        if (of == neuron)
            loss_slope(oracle, sample, of, value);
        return true;
    }
    mpfr_init2(term, ORACLE_BITS);
    for (size_t to = 0; to < outputs_of(oracle->shape); to++) {
        error_by_sum(oracle, sample, of, to, term);
        mpfr_mul(term, term, weight_back(oracle, depth, to, neuron), MPFR_RNDN);
        mpfr_add(value, value, term, MPFR_RNDN);
    }
    mpfr_clear(term);
    return true;
}

static bool sum_by(const struct oracle *oracle, const struct sample *sample, const struct role *of,
                   const struct role *by, mpfr_ptr value) {
    const size_t to = of->neuron - 1;
    mpfr_set_zero(value, 1);
    if (by->kind == ROLE_OUTPUT && by->layer + 1 == of->layer)
        mpfr_set(value, weight_back(oracle, of->layer, to, by->neuron - 1), MPFR_RNDN);
    else if (by->layer != of->layer)
        return false;
    else if (by->kind == ROLE_WEIGHT && by->neuron == of->neuron)
        mpfr_set(value, sample->before.out[of->layer - 1][by->from - 1], MPFR_RNDN);
    else if (by->kind == ROLE_BIAS)
        mpfr_set_si(value, bias_of(oracle->shape, to) == by->neuron - 1, MPFR_RNDN);
    return by->kind == ROLE_OUTPUT || by->kind == ROLE_WEIGHT || by->kind == ROLE_BIAS;
}

bool oracle_value(const struct oracle *oracle, const char *name, size_t length, mpfr_ptr value) {
    struct role of, by, role = shape_role(oracle->shape, name, length);
    if (role.kind != ROLE_NONE)
        return value_of(oracle, &role, value);
    if (!shape_derivative(oracle->shape, name, length, &of, &by) || of.is_new || by.is_new)
        return false;
    const struct sample *sample = oracle_sample(oracle, by.sample);
    if (of.kind == ROLE_TOTAL)
        return total_by(oracle, &by, value);
    if (sample == NULL)
        return false;
    if (of.kind == ROLE_ERROR)
        return error_by(oracle, sample, of.neuron - 1, &by, value);
    if (of.kind == ROLE_OUTPUT && by.kind == ROLE_SUM && of.layer == by.layer) {
        out_by_in(oracle, sample, of.layer, of.neuron - 1, by.neuron - 1, value);
        return true;
    }
    return of.kind == ROLE_SUM && sum_by(oracle, sample, &of, &by, value);
}
