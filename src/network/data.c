/* Data: see data.h. */
#include "network/data.h"

#include "base/memory.h"
#include "network/random.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* Rows of numbers for all samples, all 0 */
static double *rows_new(size_t samples, size_t rows) {
    enum { VECTOR = 64 }; /* bytes of the widest */
    const size_t blocks = (samples + BLOCK - 1) / BLOCK;
    return memory_zeroed_aligned(VECTOR, blocks * rows * BLOCK * sizeof(double));
}

static double *place(double *first, size_t rows, size_t row, size_t s) {
    return first + (s / BLOCK * rows + row) * BLOCK + s % BLOCK;
}

double *data_x(const struct data *data, size_t i, size_t s) {
    return place(data->x, data->inputs, i, s);
}

double *data_O(const struct data *data, size_t j, size_t s) {
    return place(data->O, data->outputs, j, s);
}

struct data *data_new(size_t samples, size_t inputs) {
    struct data *data = memory_zeroed(1, sizeof *data);
    data->samples = samples;
    data->inputs = inputs;
    data->x = rows_new(samples, inputs);
    return data;
}

void data_free(struct data *data) {
    if (data == NULL)
        return;
    free(data->x);
    free(data->class);
    for (size_t c = 0; data->class_name != NULL && c < data->classes; c++)
        free(data->class_name[c]);
    free(data->class_name);
    free(data->O);
    free(data);
}

void data_make_outputs(struct data *data, size_t outputs) {
    free(data->O);
    data->O = rows_new(data->samples, outputs);
    data->outputs = outputs;
}

/* The samples of FROM that ORDER lists */
static struct data *picked(const struct data *from, const size_t *order, size_t count) {
    struct data *data = data_new(count, from->inputs);
    data->classes = from->classes;
    if (from->class != NULL)
        data->class = memory_zeroed(count, sizeof *data->class);
    if (from->class_name != NULL)
        data->class_name = memory_zeroed(from->classes, sizeof *data->class_name);
    for (size_t c = 0; from->class_name != NULL && c < from->classes; c++)
        data->class_name[c] = memory_copy(from->class_name[c]);
    if (from->O != NULL)
        data_make_outputs(data, from->outputs);
    for (size_t s = 0; s < count; s++) {
        for (size_t i = 0; i < from->inputs; i++)
            *data_x(data, i, s) = *data_x(from, i, order[s]);
        for (size_t j = 0; j < from->outputs; j++)
            *data_O(data, j, s) = *data_O(from, j, order[s]);
        if (from->class != NULL)
            data->class[s] = from->class[order[s]];
    }
    return data;
}

struct data *data_split(struct data *data, double fraction, uint32_t seed, struct error *error) {
    if (data->samples < 2) {
        error_set(error, "one sample cannot be divided; more samples, or others to test on, are "
                         "needed");
        return NULL;
    }
    const size_t most = data->samples - 1;
    size_t count = (size_t)(fraction * (double)data->samples + 0.5);
    count = count < 1 ? 1 : count > most ? most : count;
    struct random random;
    random_seed(&random, seed);
    size_t *order = random_permutation(&random, data->samples);
    struct data *test = picked(data, order, count);
    struct data *rest = picked(data, order + count, data->samples - count);
    free(order);
    const struct data whole = *data;
    *data = *rest;
    *rest = whole;
    data_free(rest);
    return test;
}

void data_measure(const struct data *data, double *centre, double *spread) {
    const double m = (double)data->samples;
    for (size_t i = 0; i < data->inputs; i++) {
        double sum = 0, squares = 0;
        for (size_t s = 0; s < data->samples; s++)
            sum += *data_x(data, i, s);
        centre[i] = sum / m;
        for (size_t s = 0; s < data->samples; s++) {
            const double away = *data_x(data, i, s) - centre[i];
            squares += away * away;
        }
        spread[i] = squares > 0 ? sqrt(squares / m) : 1;
    }
}

void data_scale(struct data *data, const double *centre, const double *spread) {
    for (size_t i = 0; i < data->inputs; i++)
        for (size_t s = 0; s < data->samples; s++)
            *data_x(data, i, s) = (*data_x(data, i, s) - centre[i]) / spread[i];
}

struct class_word name_of_class(const struct data *data, size_t c) {
    struct class_word word;
    if (data->class_name != NULL && c < data->classes)
        snprintf(word.text, sizeof word.text, "%s", data->class_name[c]);
    else
        snprintf(word.text, sizeof word.text, "%zu", c);
    return word;
}

size_t classes_told_by(size_t outputs) {
    return outputs == 1 ? 2 : outputs;
}

bool data_expect(struct data *data, size_t outputs, const char *name, struct error *error) {
    if (data->classes > classes_told_by(outputs))
        return error_set(
            error,
            "%s: the data have %zu classes, the network has %zu output%s; a last layer "
            "of at least %zu is needed",
            name, data->classes, outputs, outputs == 1 ? "" : "s", data->classes);
    data_make_outputs(data, outputs);
    for (size_t s = 0; s < data->samples; s++) {
        if (outputs == 1)
            *data_O(data, 0, s) = (double)data->class[s];
        else
            *data_O(data, data->class[s], s) = 1;
    }
    return true;
}
