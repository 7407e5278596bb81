/* Predict: see predict.h. */
#include "network/predict.h"

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

void predict(const struct network *network, const struct data *data, size_t *class) {
    const size_t outputs = network_outputs(network);
    struct pass *pass = pass_new(network);
    double *out = memory_zeroed(data->samples, outputs * sizeof *out);
    pass_outputs(pass, data, out);
    for (size_t s = 0; s < data->samples; s++)
        class[s] = class_of_outputs(out + s * outputs, outputs);
    free(out);
    pass_free(pass);
}

struct confusion confusion_of(const struct network *network, const struct data *data) {
    const size_t told = classes_told_by(network_outputs(network));
    const size_t classes = data->classes > told ? data->classes : told;
    struct confusion confusion = {.classes = classes,
                                  .count = memory_zeroed(classes, classes * sizeof(size_t)),
                                  .samples = data->samples,
                                  .class_name = network->class_name,
                                  .names = network->classes};
    if (data->class_name != NULL) {
        confusion.class_name = data->class_name;
        confusion.names = data->classes;
    }
    size_t *taken_for = memory_zeroed(data->samples, sizeof *taken_for);
    predict(network, data, taken_for);
    for (size_t s = 0; s < data->samples; s++) {
        confusion.count[data->class[s] * classes + taken_for[s]]++;
        confusion.right += data->class[s] == taken_for[s];
    }
    free(taken_for);
    return confusion;
}

/* R2 of output j; *LARGEST grows to the largest error. */
static double R2_of(const struct data *data, const double *out, size_t j, double *largest) {
    double sum = 0, left = 0, all = 0;
    for (size_t s = 0; s < data->samples; s++)
        sum += *data_O(data, j, s);
    const double mean = sum / (double)data->samples;
    for (size_t s = 0; s < data->samples; s++) {
        const double O = *data_O(data, j, s), error = fabs(O - out[s * data->outputs + j]);
        left += error * error;
        all += (O - mean) * (O - mean);
        *largest = error > *largest ? error : *largest;
    }
    return all > 0 ? 1 - left / all : left > 0 ? 0 : 1;
}

struct fit fit_of(const struct network *network, const struct data *data) {
    struct fit fit = {0};
    struct pass *pass = pass_new(network);
    double *out = memory_zeroed(data->samples, data->outputs * sizeof *out);
    pass_outputs(pass, data, out);
    for (size_t j = 0; j < data->outputs; j++)
        fit.R2 += R2_of(data, out, j, &fit.largest) / (double)data->outputs;
    free(out);
    pass_free(pass);
    return fit;
}

void confusion_free(struct confusion *confusion) {
    free(confusion->count);
    *confusion = (struct confusion){0};
}
