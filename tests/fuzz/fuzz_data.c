/* Fuzz, tables of samples: one that is refused says where; one that is accepted, written out and
 * read again is the same, and a small network can be trained on it and asked about it. */
#include "fuzz.h"

#include "base/memory.h"
#include "network/data.h"
#include "network/pass.h"
#include "network/predict.h"
#include "network/table.h"
#include "network/train.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static struct text text_of(const uint8_t *bytes, size_t size) {
    struct text text = {0};
    text_add(&text, (const char *)bytes, size);
    return text;
}

static void write_table(struct text *out, const struct data *data) {
    for (size_t s = 0; s < data->samples; s++) {
        for (size_t i = 0; i < data->inputs; i++)
            text_printf(out, "%s%.17g", i > 0 ? "\t" : "", *data_x(data, i, s));
        if (data->class != NULL)
            text_printf(out, "\t%zu", data->class[s]);
        text_putc(out, '\n');
    }
}

static void read_again(const struct data *data) {
    struct text table = {0}, again = {0};
    struct error error;
    write_table(&table, data);
    struct data *copy =
        table_read(&table, "table", &(struct table_form){.inputs = data->inputs}, &error);
    require_of(copy != NULL, error.line);
    write_table(&again, copy);
    require(table.length == again.length && memcmp(table.bytes, again.bytes, table.length) == 0);
    data_free(copy);
    text_free(&table);
    text_free(&again);
}

static void check_data(const struct data *data) {
    require(data->samples > 0 && data->inputs > 0);
    for (size_t s = 0; s < data->samples; s++) {
        for (size_t i = 0; i < data->inputs; i++)
            require(isfinite(*data_x(data, i, s)));
        require(data->class == NULL || data->class[s] < data -> classes);
    }
    require(data->classes <= CLASSES_MOST);
    read_again(data);
}

/* Three iterations, with a loss that the table chooses. */
static void train_on(struct data *data, const struct network *network, struct network *trained) {
    const struct training training = {.loss = data->samples % 2 ? COST_MSE : COST_CROSS_ENTROPY,
                                      .rate = 0.1,
                                      .iterations = 3,
                                      .every = 1};
    struct curve curve = {0};
    struct error error = {{0}};
    require(data_expect(data, network_outputs(network), "table", &error));
    if (train(trained, data, "table", &training, &curve, &error)) {
        for (size_t i = 0; i < curve.count; i++)
            require(isfinite(curve.cost[i]));
        struct confusion confusion = confusion_of(trained, data);
        require(confusion.right <= confusion.samples && confusion.samples == data->samples);
        confusion_free(&confusion);
    } else {
        require(error.line[0] != '\0');
    }
    curve_free(&curve);
}

static void use(struct data *data) {
    enum { MOST_INPUTS = 20, MOST_CLASSES = 20 };
    const size_t outputs = data->classes > 0 ? data->classes : 2;
    if (data->inputs > MOST_INPUTS || outputs > MOST_CLASSES)
        return;
    const size_t width[] = {data->inputs, 3, outputs};
    struct error error;
    struct network *network = network_new(width, 3, ACTIVATION_TANH, &error);
    require_of(network != NULL, error.line);
    network_start(network, 3);
    if (data->class != NULL && data->O == NULL)
        train_on(data, network, network);
    size_t *class = memory_zeroed(data->samples, sizeof *class);
    predict(network, data, class);
    for (size_t s = 0; s < data->samples; s++)
        require(class[s] < classes_told_by(outputs));
    free(class);
    network_free(network);
}

static void run(const uint8_t *bytes, size_t size) {
    struct text text = text_of(bytes, size);
    for (size_t inputs = 0; inputs < 3; inputs++) {
        struct error error;
        struct data *data =
            table_read(&text, "table", &(struct table_form){.inputs = inputs}, &error);
        if (data == NULL) {
            require_place(&error, "table", bytes, size);
            continue;
        }
        require(inputs == 0 || data->inputs == inputs);
        check_data(data);
        use(data);
        data_free(data);
    }
    text_free(&text);
}

const struct fuzz_target fuzz_data = {.name = "data", .run = run};
