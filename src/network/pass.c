/* Pass: see pass.h. Here are the formulas of chapter 5, for every neuron and sample at once.
 *
 * A row holds one number of one neuron (its output, its error term) for all samples side by side,
 * so the formulas become loops along rows, which a compiler turns into vector instructions by
 * itself. Samples are taken in blocks of BLOCK, which keeps the rows in the cache however many
 * there are.
 *
 * A sum along a row is made of LANES partial sums, each over every LANES-th sample, added up in one
 * fixed order: so its bits do not depend on the width of the machine's vectors. Rows are filled up
 * with zeros to a whole number of LANES; only a single sample has rows of length 1. The functions
 * are written once and compiled for both cases: LANES is their constant argument. */
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
    int set;        /* the instruction set to run on */
    double **out;   /* [depth] rows of outputs, row j of a layer at j * BLOCK */
    double **sigma; /* [depth] rows of error terms */
    double *in;     /* rows of weighted sums of the output layer */
    double *part;   /* LANES partial sums for each input of the widest layer, and for its bias */
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
    pass->network = network;
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

/* (5.2) out_j = f(in_j), in the place of in_j */
INLINE void activate(enum activation activation, double *row, size_t count) {
    switch (activation) {
    case ACTIVATION_SIGMOID:
        for (size_t s = 0; s < count; s++)
            row[s] = sigmoid(row[s]);
        break;
    case ACTIVATION_RELU:
        for (size_t s = 0; s < count; s++)
            row[s] = relu(row[s]);
        break;
    case ACTIVATION_TANH:
    default:
        for (size_t s = 0; s < count; s++)
            row[s] = hyperbolic_tangent(row[s]);
        break;
    }
}

INLINE void hidden_layer_forward(double *restrict out, const struct layer *layer,
                                 const double *restrict before, enum activation activation,
                                 struct block block, const size_t lanes) {
    for (size_t j = 0; j < layer->neurons; j++) {
        double *out_j = out + j * BLOCK;
        weighted_sum(out_j, layer, j, before, block.width, lanes);
        activate(activation, out_j, block.count);
    }
}

/* (5.3), (5.4); the weighted sums are kept for the cost. */
INLINE void output_layer_forward(double *restrict out, double *restrict in,
                                 const struct layer *layer, const double *restrict before,
                                 struct block block, const size_t lanes) {
    for (size_t j = 0; j < layer->neurons; j++) {
        double *out_j = out + j * BLOCK;
        double *in_j = in + j * BLOCK;
        weighted_sum(in_j, layer, j, before, block.width, lanes);
        for (size_t s = 0; s < block.count; s++)
            out_j[s] = sigmoid(in_j[s]);
    }
}

/* What layer l is given: the inputs of the samples, or the outputs of the layer before */
INLINE const double *rows_before(const struct pass *pass, struct block block, size_t l) {
    return l == 0 ? block.x : pass->out[l - 1];
}

INLINE void forward(const struct pass *pass, struct block block, const size_t lanes) {
    const struct network *network = pass->network;
    const size_t last = network->depth - 1;
    for (size_t l = 0; l < last; l++)
        hidden_layer_forward(pass->out[l], &network->layer[l], rows_before(pass, block, l),
                             network->hidden, block, lanes);
    output_layer_forward(pass->out[last], pass->in, &network->layer[last],
                         rows_before(pass, block, last), block, lanes);
}

/* ---- Backward ---- */

/* (5.13) sigma_O = dE_dout * dout_din; 0 in the columns that only fill the row, so that they count
 * for nothing in any sum */
INLINE void output_error_term(enum cost loss, double *restrict sigma, const double *restrict O,
                              const double *restrict out, size_t count, size_t width) {
    if (loss == COST_MSE)
        for (size_t s = 0; s < count; s++)
            sigma[s] = dmse(O[s], out[s]);
    else
        for (size_t s = 0; s < count; s++)
            sigma[s] = dcross_entropy(O[s], out[s]);
    for (size_t s = count; s < width; s++)
        sigma[s] = 0;
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
        switch (activation) {
        case ACTIVATION_SIGMOID:
            for (size_t lane = 0; lane < lanes; lane++)
                sigma[s + lane] = sum[lane] * dsigmoid(out[s + lane]);
            break;
        case ACTIVATION_RELU:
            for (size_t lane = 0; lane < lanes; lane++)
                sigma[s + lane] = sum[lane] * drelu(out[s + lane]);
            break;
        case ACTIVATION_TANH:
        default:
            for (size_t lane = 0; lane < lanes; lane++)
                sigma[s + lane] = sum[lane] * dhyperbolic_tangent(out[s + lane]);
            break;
        }
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

/* The error term and the gradient of each neuron of layer l */
INLINE void layer_backward(const struct pass *pass, size_t l, enum cost loss,
                           double *restrict gradient, struct block block, const size_t lanes) {
    const struct network *network = pass->network;
    const struct layer *layer = &network->layer[l];
    double *const dE_dw = gradient + (layer->w - network->parameter);
    double *const dE_db = gradient + (layer->b - network->parameter);
    for (size_t j = 0; j < layer->neurons; j++) {
        double *restrict sigma_j = pass->sigma[l] + j * BLOCK;
        const double *restrict out_j = pass->out[l] + j * BLOCK;
        if (l == network->depth - 1) {
            output_error_term(loss, sigma_j, block.O + j * BLOCK, out_j, block.count, block.width);
        } else {
            hidden_error_term(network->hidden, sigma_j, out_j, layer + 1, j, pass->sigma[l + 1],
                              block.width, lanes);
        }
        neuron_gradient(dE_dw + j * layer->inputs, &dE_db[j], pass->part, sigma_j,
                        rows_before(pass, block, l), layer->inputs, block, lanes);
    }
}

INLINE void backward(const struct pass *pass, enum cost loss, double *restrict gradient,
                     struct block block, const size_t lanes) {
    for (size_t l = pass->network->depth; l-- > 0;)
        layer_backward(pass, l, loss, gradient, block, lanes);
}

/* ---- Block by block ---- */

static struct block block_at(const struct data *data, size_t start) {
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
    struct block block = block_at(data, 0);
    if (data->samples == 1) {
        block.count = block.width = 1;
        block.first = true;
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

double pass_cost(struct pass *pass, const struct data *data, enum cost loss) {
    const size_t last = pass->network->depth - 1;
    double E_total = 0;
    for (size_t start = 0; start < data->samples; start += BLOCK) {
        const struct block block = block_at(data, start);
        forward_block(pass, block);
        for (size_t s = 0; s < block.count; s++)
            for (size_t j = 0; j < data->outputs; j++)
                E_total += loss_error(loss, block.O[j * BLOCK + s], pass->in[j * BLOCK + s],
                                      pass->out[last][j * BLOCK + s]);
    }
    return E_total / (double)data->samples;
}
