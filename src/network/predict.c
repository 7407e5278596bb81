/* Predict: see predict.h. */
#include "network/predict.h"

#include "base/memory.h"
#include "network/pass.h"

#include <stdlib.h>

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
                                  .samples = data->samples};
    size_t *taken_for = memory_zeroed(data->samples, sizeof *taken_for);
    predict(network, data, taken_for);
    for (size_t s = 0; s < data->samples; s++) {
        confusion.count[data->class[s] * classes + taken_for[s]]++;
        confusion.right += data->class[s] == taken_for[s];
    }
    free(taken_for);
    return confusion;
}

void confusion_free(struct confusion *confusion) {
    free(confusion->count);
    *confusion = (struct confusion){0};
}
