/* Predict: see predict.h. */
#include "network/predict.h"

#include "base/larger.h"
#include "base/memory.h"
#include "network/pass.h"

#include <math.h>
#include <stdlib.h>

bool tells_classes(const struct network *network) {
    const enum activation output = network->layer[network->depth - 1].activation;
    return output == ACTIVATION_SIGMOID || output == ACTIVATION_SOFTMAX;
}

size_t class_of_outputs(const double *out, size_t count) {
    if (count == 1)
        return out[0] > 0.5;
    size_t best = 0;
    for (size_t j = 1; j < count; j++)
        if (out[j] > out[best])
            best = j;
    return best;
}

/* Of all samples; freed by the caller. */
static double *outputs_of(const struct network *network, const struct data *data) {
    struct pass *pass = pass_new(network);
    double *out = memory_zeroed(data->samples, network_outputs(network) * sizeof *out);
    pass_outputs(pass, data, out);
    pass_free(pass);
    return out;
}

void predict(const struct network *network, const struct data *data, size_t *class) {
    const size_t outputs = network_outputs(network);
    double *out = outputs_of(network, data);
    for (size_t s = 0; s < data->samples; s++)
        class[s] = class_of_outputs(out + s * outputs, outputs);
    free(out);
}

static void grow(struct confusion *confusion, size_t classes) {
    if (classes <= confusion->classes)
        return;
    size_t *count = memory_zeroed(classes, classes * sizeof *count);
    for (size_t is = 0; is < confusion->classes; is++)
        for (size_t said = 0; said < confusion->classes; said++)
            count[is * classes + said] = confusion->count[is * confusion->classes + said];
    free(confusion->count);
    confusion->count = count;
    confusion->classes = classes;
}

void confusion_add(struct confusion *confusion, const struct network *network,
                   const struct data *data, const double *out) {
    const size_t outputs = network_outputs(network);
    grow(confusion, classes_told_by(outputs));
    grow(confusion, data->classes);
    confusion->class_name = data->class_name != NULL ? data->class_name : network->class_name;
    confusion->names = data->class_name != NULL ? data->classes : network->classes;
    for (size_t s = 0; s < data->samples; s++) {
        const size_t is = data->class[s], said = class_of_outputs(out + s * outputs, outputs);
        confusion->count[is * confusion->classes + said]++;
        confusion->right += is == said;
    }
    confusion->samples += data->samples;
}

struct confusion confusion_of(const struct network *network, const struct data *data) {
    struct confusion confusion = {0};
    double *out = outputs_of(network, data);
    confusion_add(&confusion, network, data, out);
    free(out);
    return confusion;
}

void confusion_free(struct confusion *confusion) {
    free(confusion->count);
    *confusion = (struct confusion){0};
}

/* The mean, and the squares around it, by Welford's recurrence (Technometrics 4, 1962). */
void fit_add(struct fit_sums *sums, const struct data *data, const double *out) {
    if (sums->mean == NULL) {
        sums->outputs = data->outputs;
        sums->mean = memory_zeroed(3 * data->outputs, sizeof *sums->mean);
        sums->around = sums->mean + data->outputs;
        sums->left = sums->around + data->outputs;
    }
    for (size_t s = 0; s < data->samples; s++) {
        sums->samples++;
        for (size_t j = 0; j < data->outputs; j++) {
            const double O = *data_O(data, j, s), error = fabs(O - out[s * data->outputs + j]);
            const double away = O - sums->mean[j];
            sums->mean[j] += away / (double)sums->samples;
            sums->around[j] += away * (O - sums->mean[j]);
            sums->left[j] += error * error;
            sums->largest = larger(error, sums->largest);
        }
    }
}

struct fit fit_of_sums(const struct fit_sums *sums) {
    struct fit fit = {.largest = sums->largest};
    for (size_t j = 0; j < sums->outputs; j++)
        fit.R2 += (sums->around[j] > 0 ? 1 - sums->left[j] / sums->around[j]
                   : sums->left[j] > 0 ? 0
                                       : 1) /
                  (double)sums->outputs;
    return fit;
}

void fit_free(struct fit_sums *sums) {
    free(sums->mean);
    *sums = (struct fit_sums){0};
}

struct fit fit_of(const struct network *network, const struct data *data) {
    struct fit_sums sums = {0};
    double *out = outputs_of(network, data);
    fit_add(&sums, data, out);
    const struct fit fit = fit_of_sums(&sums);
    fit_free(&sums);
    free(out);
    return fit;
}
