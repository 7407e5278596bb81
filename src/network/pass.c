/* Pass: see pass.h. Here are the formulas of chapter 5, for every neuron and sample at once.
 *
 * A row holds one number of one neuron (its output, its error term) for all samples side by side,
 * so the formulas become loops along rows, which a compiler turns into vector instructions by
 * itself. Samples are taken in blocks of BLOCK, which keeps the rows in the cache however many
 * there are.
 *
 * A sum along a row is made of LANES partial sums, each over every LANES-th sample, added up in one
 * fixed order: so its bits do not depend on the width of the machine's vectors. Rows are filled up
 * to a whole number of LANES, by columns whose error terms are 0; only a single sample has rows of
 * length 1. The functions are written once and compiled for both cases: LANES is their constant
 * argument. */
#include "network/pass.h"

/* What makes vector instructions of the loops, also where the program is built with -O2. */
#if defined __OPTIMIZE__ && defined __GNUC__ && !defined __clang__
#pragma GCC optimize("O3")
#endif

#include "base/memory.h"
#include "network/activation.h"
#include "network/instruction_set.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

enum { LANES = 8, ALIGNMENT = 64 };

struct pass {
    const struct network *network;
    const struct network *above; /* whose weights carry the error terms back */
    int set;                     /* the instruction set to run on */
    double **out;                /* [depth] rows of outputs, row j of a layer at j * BLOCK */
    double **sigma;              /* [depth] rows of error terms */
    double *in;                  /* rows of weighted sums of the output layer */
    double *part; /* LANES partial sums for each input of the widest layer, and for its bias */
    void *memory;
};

/* The columns of up to BLOCK samples. The rows begin at x for the inputs and at O for the outputs
 * expected; `width` is `count` filled up to a whole number of LANES. */
struct block {
    const double *x, *O;
    size_t count, width;
    bool first;
};

struct pass *pass_new(const struct network *network) {
    return pass_new_on(network, instruction_set());
}

struct pass *pass_new_on(const struct network *network, int set) {
    struct pass *pass = memory_zeroed(1, sizeof *pass);
    pass->network = pass->above = network;
    pass->set = set;
    pass->out = memory_zeroed(network->depth, sizeof *pass->out);
    pass->sigma = memory_zeroed(network->depth, sizeof *pass->sigma);
    size_t rows = network_outputs(network);
    size_t most_inputs = 0;
    for (size_t l = 0; l < network->depth; l++)
        rows += 2 * network->layer[l].neurons;
    for (size_t l = 0; l < network->depth; l++)
        if (network->layer[l].inputs > most_inputs)
            most_inputs = network->layer[l].inputs;
    const size_t numbers = rows * BLOCK + (most_inputs + 1) * LANES;
    pass->memory = memory_zeroed(numbers * sizeof *pass->in + ALIGNMENT, 1);
    const size_t beyond = (uintptr_t)pass->memory % ALIGNMENT;
    double *next = (double *)(void *)((char *)pass->memory + ALIGNMENT - beyond);
    for (size_t l = 0; l < network->depth; l++) {
        pass->out[l] = next;
        pass->sigma[l] = next + network->layer[l].neurons * BLOCK;
        next = pass->sigma[l] + network->layer[l].neurons * BLOCK;
    }
    pass->in = next;
    pass->part = pass->in + network_outputs(network) * BLOCK;
    return pass;
}

void pass_free(struct pass *pass) {
    free(pass->memory);
    free(pass->sigma);
    free(pass->out);
    free(pass);
}

bool pass_fits(const struct network *network, const struct data *data, const char *name,
               struct error *error) {
    char shape[80];
    network_shape(network, shape, sizeof shape);
    const size_t inputs = network_inputs(network);
    const size_t outputs = network_outputs(network);
    if (data->inputs != inputs)
        return error_set(error, "%s: the data have %zu input%s; the layers %s need %zu", name,
                         data->inputs, data->inputs == 1 ? "" : "s", shape, inputs);
    if (data->O != NULL && data->outputs != outputs)
        return error_set(error, "%s: the data have %zu output%s; the layers %s need %zu", name,
                         data->outputs, data->outputs == 1 ? "" : "s", shape, outputs);
    return true;
}

/* ---- Sums along a row ---- */

/* The partial sums of a[s] * b[s] */
INLINE void row_dot(double *restrict part, const double *restrict a, const double *restrict b,
                    size_t width) {
    double sum[LANES];
    for (size_t lane = 0; lane < LANES; lane++)
        sum[lane] = a[lane] * b[lane];
    for (size_t s = LANES; s < width; s += LANES)
        for (size_t lane = 0; lane < LANES; lane++)
            sum[lane] += a[s + lane] * b[s + lane];
    for (size_t lane = 0; lane < LANES; lane++)
        part[lane] = sum[lane];
}

/* The partial sums of a[s] */
INLINE void row_sum(double *restrict part, const double *restrict a, size_t width) {
    double sum[LANES];
    for (size_t lane = 0; lane < LANES; lane++)
        sum[lane] = a[lane];
    for (size_t s = LANES; s < width; s += LANES)
        for (size_t lane = 0; lane < LANES; lane++)
            sum[lane] += a[s + lane];
    for (size_t lane = 0; lane < LANES; lane++)
        part[lane] = sum[lane];
}

INLINE double sum_of_parts(const double part[LANES]) {
    return ((part[0] + part[4]) + (part[2] + part[6])) +
           ((part[1] + part[5]) + (part[3] + part[7]));
}

/* A number that is finite only if all of the row and their sum are: the sum of their sizes */
INLINE double row_size(const double *a, size_t width, const size_t lanes) {
    double part[LANES] = {0};
    for (size_t s = 0; s < width; s += lanes)
        for (size_t lane = 0; lane < lanes; lane++)
            part[lane] += fabs(a[s + lane]);
    return lanes == 1 ? part[0] : sum_of_parts(part);
}

/* ---- Forward ---- */

/* (5.1), (5.3) in_j = w_j1 * out_1 + w_j2 * out_2 + ... + 1 * b_j */
INLINE void weighted_sum(double *restrict in, const struct layer *layer, size_t j,
                         const double *restrict before, size_t width, const size_t lanes) {
    const double *const w = layer->w + j * layer->inputs;
    for (size_t s = 0; s < width; s += lanes) {
        double sum[LANES];
        for (size_t lane = 0; lane < lanes; lane++)
            sum[lane] = w[0] * before[s + lane];
        for (size_t i = 1; i < layer->inputs; i++)
            for (size_t lane = 0; lane < lanes; lane++)
                sum[lane] += w[i] * before[i * BLOCK + s + lane];
        for (size_t lane = 0; lane < lanes; lane++)
            in[s + lane] = sum[lane] + 1 * layer->b[j];
    }
}

/* (5.2) out_j = f(in_j) */
INLINE void activate(enum activation activation, double *restrict out, const double *restrict in,
                     size_t width) {
#define ACTIVATE(f, value, slope)                                                                  \
    case f:                                                                                        \
        for (size_t s = 0; s < width; s++)                                                         \
            out[s] = value(in[s]);                                                                 \
        break;
    switch (activation) {
        FOR_EACH_ACTIVATION(ACTIVATE)
    case ACTIVATION_SOFTMAX:
    default:
        break;
    }
}

/* What is taken from each weighted sum of a sample, which changes no quotient of e^in: nothing,
 * where no e^in nor their sum leaves the range of numbers. */
INLINE void softmax_shift(double *restrict shift, const double *restrict in, size_t neurons,
                          size_t count) {
    for (size_t s = 0; s < count; s++)
        shift[s] = in[s];
    for (size_t j = 1; j < neurons; j++)
        for (size_t s = 0; s < count; s++)
            shift[s] = in[j * BLOCK + s] > shift[s] ? in[j * BLOCK + s] : shift[s];
    for (size_t s = 0; s < count; s++)
        shift[s] = fabs(shift[s]) > 600 ? shift[s] : 0;
}

/* out_j = e^in_j / (e^in_1 + e^in_2 + ...) */
INLINE void softmax(double *restrict out, const double *restrict in, size_t neurons, size_t count) {
    double shift[BLOCK], sum[BLOCK];
    softmax_shift(shift, in, neurons, count);
    for (size_t s = 0; s < count; s++)
        sum[s] = 0;
    for (size_t j = 0; j < neurons; j++)
        for (size_t s = 0; s < count; s++) {
            out[j * BLOCK + s] = kernel_exp(in[j * BLOCK + s] - shift[s]);
            sum[s] += out[j * BLOCK + s];
        }
    for (size_t j = 0; j < neurons; j++)
        for (size_t s = 0; s < count; s++)
            out[j * BLOCK + s] /= sum[s];
}

/* The weighted sums go to rows APART from IN on: of a hidden layer they are wanted no longer, and
 * all go to one. The columns that only fill a row are computed like the others, which is quicker
 * than to leave them out. */
INLINE void layer_forward(double *restrict out, double *restrict in, size_t apart,
                          const struct layer *layer, const double *restrict before,
                          struct block block, const size_t lanes) {
    for (size_t j = 0; j < layer->neurons; j++) {
        weighted_sum(in + j * apart, layer, j, before, block.width, lanes);
        activate(layer->activation, out + j * BLOCK, in + j * apart, block.width);
    }
    if (layer->activation == ACTIVATION_SOFTMAX)
        softmax(out, in, layer->neurons, block.count);
}

/* What layer l is given: the inputs of the samples, or the outputs of the layer before */
INLINE const double *rows_before(const struct pass *pass, struct block block, size_t l) {
    return l == 0 ? block.x : pass->out[l - 1];
}

INLINE void forward(const struct pass *pass, struct block block, const size_t lanes) {
    const struct network *network = pass->network;
    const size_t last = network->depth - 1;
    for (size_t l = 0; l < last; l++)
        layer_forward(pass->out[l], pass->in, 0, &network->layer[l], rows_before(pass, block, l),
                      block, lanes);
    layer_forward(pass->out[last], pass->in, BLOCK, &network->layer[last],
                  rows_before(pass, block, last), block, lanes);
}

/* ---- Backward ---- */

/* Each number of the row SIGMA times dout_din */
INLINE void times_slope(enum activation activation, double *restrict sigma,
                        const double *restrict out, size_t count) {
#define TIMES_SLOPE(f, value, slope)                                                               \
    case f:                                                                                        \
        for (size_t s = 0; s < count; s++)                                                         \
            sigma[s] = sigma[s] * slope(out[s]);                                                   \
        break;
    switch (activation) {
        FOR_EACH_ACTIVATION(TIMES_SLOPE)
    case ACTIVATION_SOFTMAX:
    default:
        break;
    }
}

/* Of softmax each output depends on each weighted sum: sigma_j = out_j (dE_dout_j - sum over k of
 * dE_dout_k out_k). SIGMA holds dE_dout. */
INLINE void softmax_error_term(double *restrict sigma, const double *restrict out, size_t neurons,
                               size_t count) {
    double sum[BLOCK];
    for (size_t s = 0; s < count; s++)
        sum[s] = 0;
    for (size_t j = 0; j < neurons; j++)
        for (size_t s = 0; s < count; s++)
            sum[s] += sigma[j * BLOCK + s] * out[j * BLOCK + s];
    for (size_t j = 0; j < neurons; j++)
        for (size_t s = 0; s < count; s++)
            sigma[j * BLOCK + s] = out[j * BLOCK + s] * (sigma[j * BLOCK + s] - sum[s]);
}

/* dE_dout of a row; of the cross-entropy, dE_din at once */
INLINE void error_slopes(enum cost loss, double share, double *restrict sigma,
                         const double *restrict O, const double *restrict out, size_t count) {
    if (loss == COST_CROSS_ENTROPY)
        for (size_t s = 0; s < count; s++)
            sigma[s] = dcross_entropy(O[s], out[s]);
    else if (loss == COST_MSE)
        for (size_t s = 0; s < count; s++)
            sigma[s] = dmse(O[s], out[s]);
    else if (loss == COST_CROSS_ENTROPY_BROKEN)
        for (size_t s = 0; s < count; s++)
            sigma[s] = dcross_entropy_broken(O[s], out[s]);
    else
        for (size_t s = 0; s < count; s++)
            sigma[s] = dmean_squared(O[s], out[s], share);
}

/* (5.13) sigma_O = dE_dout * dout_din; 0 in the columns that only fill the row, so that they count
 * for nothing in any sum */
INLINE void output_error_term(enum activation activation, enum cost loss, double share,
                              double *restrict sigma, const double *restrict O,
                              const double *restrict out, size_t count, size_t width,
                              const size_t lanes) {
    for (size_t s = 0; s < width; s += lanes) {
        double slope[LANES];
        error_slopes(loss, share, slope, O + s, out + s, lanes);
        if (loss != COST_CROSS_ENTROPY)
            times_slope(activation, slope, out + s, lanes);
        for (size_t lane = 0; lane < lanes; lane++)
            sigma[s + lane] = slope[lane];
    }
    for (size_t s = count; s < width; s++)
        sigma[s] = 0;
}

INLINE void output_error_terms(enum activation activation, const struct layer *layer,
                               enum cost loss, double *restrict sigma, const double *restrict out,
                               struct block block, const size_t lanes) {
    const double share = 1 / (double)layer->neurons;
    for (size_t j = 0; j < layer->neurons; j++)
        output_error_term(activation, loss, share, sigma + j * BLOCK, block.O + j * BLOCK,
                          out + j * BLOCK, block.count, block.width, lanes);
    if (loss != COST_CROSS_ENTROPY && activation == ACTIVATION_SOFTMAX)
        softmax_error_term(sigma, out, layer->neurons, block.count);
}

/* (5.28) sigma_h = (sum over O of sigma_O w_O) * dout_din, for neuron i of the layer before
 * `after`; if that is a hidden layer hh, as in (5.31), it is the sum over hh of sigma_hh w_hh. */
INLINE void hidden_error_term(enum activation activation, double *restrict sigma,
                              const double *restrict out, const struct layer *after, size_t i,
                              const double *restrict sigma_after, size_t width,
                              const size_t lanes) {
    const double *const w = after->w + i;
    for (size_t s = 0; s < width; s += lanes) {
        double sum[LANES];
        for (size_t lane = 0; lane < lanes; lane++)
            sum[lane] = sigma_after[s + lane] * w[0];
        for (size_t j = 1; j < after->neurons; j++)
            for (size_t lane = 0; lane < lanes; lane++)
                sum[lane] += sigma_after[j * BLOCK + s + lane] * w[j * after->inputs];
        times_slope(activation, sum, out + s, lanes);
        for (size_t lane = 0; lane < lanes; lane++)
            sigma[s + lane] = sum[lane];
    }
}

/* (5.13), (5.28) dE_dw_ji = sigma_j * out_i and (5.15), (5.32) dE_db_j = sigma_j, summed over the
 * samples of the block and added to the sums of the blocks before it. The partial sums are stored
 * for all inputs before they are added up, which is quicker than to do both for each in turn. */
INLINE void neuron_gradient(double *restrict dE_dw_j, double *restrict dE_db_j,
                            double *restrict part, const double *restrict sigma_j,
                            const double *restrict before, size_t inputs, struct block block,
                            const size_t lanes) {
    if (lanes == 1) {
        for (size_t i = 0; i < inputs; i++)
            dE_dw_j[i] = sigma_j[0] * before[i * BLOCK];
        *dE_db_j = sigma_j[0];
        return;
    }
    for (size_t i = 0; i < inputs; i++)
        row_dot(part + i * LANES, sigma_j, before + i * BLOCK, block.width);
    row_sum(part + inputs * LANES, sigma_j, block.width);
    for (size_t i = 0; i < inputs; i++) {
        const double sum = sum_of_parts(part + i * LANES);
        dE_dw_j[i] = block.first ? sum : dE_dw_j[i] + sum;
    }
    const double sum = sum_of_parts(part + inputs * LANES);
    *dE_db_j = block.first ? sum : *dE_db_j + sum;
}

/* The error terms of layer l, which has this activation */
INLINE void error_terms(enum activation activation, const struct pass *pass, size_t l,
                        enum cost loss, struct block block, const size_t lanes) {
    const struct layer *layer = &pass->network->layer[l];
    if (l == pass->network->depth - 1) {
        output_error_terms(activation, layer, loss, pass->sigma[l], pass->out[l], block, lanes);
        return;
    }
    for (size_t j = 0; j < layer->neurons; j++)
        hidden_error_term(activation, pass->sigma[l] + j * BLOCK, pass->out[l] + j * BLOCK,
                          &pass->above->layer[l + 1], j, pass->sigma[l + 1], block.width, lanes);
}

/* The error terms and the gradient of layer l */
INLINE void layer_backward(const struct pass *pass, size_t l, enum cost loss,
                           double *restrict gradient, struct block block, const size_t lanes) {
    const struct network *network = pass->network;
    const struct layer *layer = &network->layer[l];
#define ERROR_TERMS(f, value, slope)                                                               \
    case f:                                                                                        \
        error_terms(f, pass, l, loss, block, lanes);                                               \
        break;
    switch (layer->activation) {
        FOR_EACH_ACTIVATION(ERROR_TERMS)
    case ACTIVATION_SOFTMAX:
    default:
        error_terms(ACTIVATION_SOFTMAX, pass, l, loss, block, lanes);
        break;
    }
    double *const dE_dw = gradient + (layer->w - network->parameter);
    double *const dE_db = gradient + (layer->b - network->parameter);
    for (size_t j = 0; j < layer->neurons; j++)
        neuron_gradient(dE_dw + j * layer->inputs, &dE_db[j], pass->part,
                        pass->sigma[l] + j * BLOCK, rows_before(pass, block, l), layer->inputs,
                        block, lanes);
}

INLINE void backward(const struct pass *pass, enum cost loss, double *restrict gradient,
                     struct block block, const size_t lanes) {
    for (size_t l = pass->network->depth; l-- > 0;)
        layer_backward(pass, l, loss, gradient, block, lanes);
}

/* ---- Block by block ---- */

INLINE struct block block_at(const struct data *data, size_t start) {
    const size_t rest = data->samples - start;
    const size_t count = rest < BLOCK ? rest : BLOCK;
    return (struct block){.x = data->x + start * data->inputs,
                          .O = data->O == NULL ? NULL : data->O + start * data->outputs,
                          .count = count,
                          .width = (count + LANES - 1) / LANES * LANES,
                          .first = start == 0};
}

INLINE double gradient_of_block(const struct pass *pass, enum cost loss, double *gradient,
                                struct block block, const size_t lanes) {
    forward(pass, block, lanes);
    backward(pass, loss, gradient, block, lanes);
    double in_size = 0;
    for (size_t j = 0; j < network_outputs(pass->network); j++)
        in_size += row_size(pass->in + j * BLOCK, block.width, lanes);
    return in_size;
}

INLINE double gradient_of_blocks(const struct pass *pass, const struct data *data, enum cost loss,
                                 double *gradient) {
    if (data->samples == 1) {
        struct block block = block_at(data, 0);
        block.count = block.width = 1;
        return gradient_of_block(pass, loss, gradient, block, 1);
    }
    double in_size = 0;
    for (size_t start = 0; start < data->samples; start += BLOCK)
        in_size += gradient_of_block(pass, loss, gradient, block_at(data, start), LANES);
    const double share = 1 / (double)data->samples; /* times 1/m, which is quicker than over m */
    for (size_t p = 0; p < pass->network->parameters; p++)
        gradient[p] *= share;
    return in_size;
}

/* The two passes, compiled for each instruction set. */
struct compiled {
    double (*gradient)(const struct pass *pass, const struct data *data, enum cost loss,
                       double *gradient);
    void (*forward)(const struct pass *pass, struct block block);
};

#define COMPILE(set, attributes)                                                                   \
    attributes static double gradient_##set(const struct pass *pass, const struct data *data,      \
                                            enum cost loss, double *gradient) {                    \
        return gradient_of_blocks(pass, data, loss, gradient);                                     \
    }                                                                                              \
    attributes static void forward_##set(const struct pass *pass, struct block block) {            \
        forward(pass, block, LANES);                                                               \
    }
FOR_EACH_INSTRUCTION_SET(COMPILE)

#define LIST(set, attributes) {gradient_##set, forward_##set},
static const struct compiled compiled[] = {FOR_EACH_INSTRUCTION_SET(LIST)};

bool pass_gradient(struct pass *pass, const struct data *data, enum cost loss, double *gradient) {
    return compiled[pass->set].gradient(pass, data, loss, gradient) < (double)INFINITY;
}

static void forward_block(const struct pass *pass, struct block block) {
    compiled[pass->set].forward(pass, block);
}

void pass_outputs(struct pass *pass, const struct data *data, double *out) {
    const size_t last = pass->network->depth - 1;
    const size_t outputs = network_outputs(pass->network);
    for (size_t start = 0; start < data->samples; start += BLOCK) {
        const struct block block = block_at(data, start);
        forward_block(pass, block);
        for (size_t s = 0; s < block.count; s++)
            for (size_t j = 0; j < outputs; j++)
                out[(start + s) * outputs + j] = pass->out[last][j * BLOCK + s];
    }
}

/* Adds the error of each output of sample S of the block. */
static void add_errors(double *E_total, const struct pass *pass, enum cost loss, struct block block,
                       size_t s) {
    const struct layer *last = &pass->network->layer[pass->network->depth - 1];
    const double *const out = pass->out[pass->network->depth - 1];
    const bool of_softmax = last->activation == ACTIVATION_SOFTMAX && loss == COST_CROSS_ENTROPY;
    const double log_sum = of_softmax ? softmax_log_sum(pass->in + s, last->neurons, BLOCK) : 0;
    for (size_t j = 0; j < last->neurons; j++) {
        const size_t at = j * BLOCK + s;
        *E_total += of_softmax ? softmax_cross_entropy(block.O[at], pass->in[at] - log_sum, out[at])
                               : loss_error(loss, block.O[at], pass->in[at], out[at]);
    }
}

double pass_cost(struct pass *pass, const struct data *data, enum cost loss) {
    double E_total = 0;
    for (size_t start = 0; start < data->samples; start += BLOCK) {
        const struct block block = block_at(data, start);
        forward_block(pass, block);
        for (size_t s = 0; s < block.count; s++)
            add_errors(&E_total, pass, loss, block, s);
    }
    if (loss == COST_MEAN_SQUARED)
        E_total *= 1 / (double)network_outputs(pass->network);
    return E_total / (double)data->samples;
}

void pass_carry_back_with(struct pass *pass, const struct network *network) {
    pass->above = network;
}
