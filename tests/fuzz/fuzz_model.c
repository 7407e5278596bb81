/* Fuzz, model files: one that is refused says where; one that is accepted, saved and loaded again
 * is the same to the bit and gives the same bytes, and it can be asked. */
#include "fuzz.h"

#include "base/memory.h"
#include "network/data.h"
#include "network/model.h"
#include "network/pass.h"
#include "network/predict.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static bool is_in_number(char c) {
    return (c >= '0' && c <= '9') || strchr("+-.eE,", c) != NULL;
}

/* Whether SAVED is what was read, word for word, but for numbers, a byte order mark and
 * how lines end. */
static bool same_words(const uint8_t *bytes, size_t size, const struct text *saved) {
    const char *c = (const char *)bytes, *end = c + size;
    const char *d = saved->bytes, *saved_end = d + saved->length;
    if (size >= 3 && memcmp(c, "\xEF\xBB\xBF", 3) == 0)
        c += 3;
    while (c < end && d < saved_end) {
        c += end - c > 1 && c[0] == '\r' && c[1] == '\n';
        const bool is_number = *c != 'e' && is_in_number(*c) && is_in_number(*d);
        while (is_number && c < end && is_in_number(*c))
            c++;
        while (is_number && d < saved_end && is_in_number(*d))
            d++;
        if (!is_number && *c++ != *d++)
            return false;
    }
    return c == end && (d == saved_end || (d + 1 == saved_end && *d == '\n'));
}

static void save_and_load(const struct network *network, const uint8_t *bytes, size_t size) {
    struct text saved = {0}, again = {0};
    struct error error;
    model_write(network, &saved);
    require_of(same_words(bytes, size, &saved), saved.bytes);
    struct network *loaded = model_read(&saved, "model", &error);
    require_of(loaded != NULL, error.line);
    require(loaded->parameters == network->parameters &&
            loaded->layer[0].activation == network->layer[0].activation &&
            loaded->depth == network->depth);
    require(memcmp(loaded->parameter, network->parameter,
                   network->parameters * sizeof *network->parameter) == 0);
    model_write(loaded, &again);
    require(saved.length == again.length && memcmp(saved.bytes, again.bytes, saved.length) == 0);
    network_free(loaded);
    text_free(&saved);
    text_free(&again);
}

static bool is_probability(const struct network *network) {
    const enum activation last = network->layer[network->depth - 1].activation;
    return last == ACTIVATION_SIGMOID || last == ACTIVATION_SOFTMAX;
}

static void ask(const struct network *network) {
    enum { SAMPLES = 3 };
    const size_t outputs = network_outputs(network);
    struct data *data = data_new(SAMPLES, network_inputs(network));
    for (size_t i = 0; i < data->inputs; i++)
        for (size_t s = 0; s < SAMPLES; s++)
            *data_x(data, i, s) = (double)s - 0.1 * (double)i;
    struct pass *pass = pass_new(network);
    double *out = memory_zeroed(SAMPLES, outputs * sizeof *out);
    size_t class[SAMPLES];
    pass_outputs(pass, data, out);
    predict(network, data, class);
    for (size_t s = 0; s < SAMPLES; s++) {
        require(class[s] < classes_told_by(outputs));
        for (size_t j = 0; j < outputs && is_probability(network);
             j++) /* of a sum that may be inf - inf */
            require(isnan(out[s * outputs + j]) ||
                    (out[s * outputs + j] >= 0 && out[s * outputs + j] <= 1));
    }
    free(out);
    pass_free(pass);
    data_free(data);
}

static void run(const uint8_t *bytes, size_t size) {
    struct text text = {0};
    struct error error;
    text_add(&text, (const char *)bytes, size);
    struct network *network = model_read(&text, "model", &error);
    if (network == NULL) {
        require_place(&error, "model", bytes, size);
    } else {
        for (size_t p = 0; p < network->parameters; p++)
            require(isfinite(network->parameter[p]));
        save_and_load(network, bytes, size);
        ask(network);
    }
    network_free(network);
    text_free(&text);
}

const struct fuzz_target fuzz_model = {.name = "model", .run = run};
