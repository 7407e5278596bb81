/* The command `predict`: what a saved network says of samples. */
#include "command/command.h"
#include "command/shared_options.h"

#include "base/memory.h"
#include "base/number.h"
#include "host/file.h"
#include "network/model.h"
#include "network/pass.h"
#include "network/predict.h"
#include "network/table.h"
#include "render/escape.h"
#include "render/training.h"

#include <stdlib.h>
#include <string.h>

static const struct option_line options[] = {
    {"class", 'c', "COLUMN", "name or number of the column of classes, where it is not the last"},
    {"target", 't', "COLUMNS", "those of the expected outputs, parted by commas"},
    {"layers", 'l', NULL, "the outputs of the hidden layers too, out_h1, ..., out_hh1, ..."},
    {"format", 'f', "FORMAT", "text (the default), tsv or json"},
    LANGUAGE_OPTION_LINE('z'),
    OUTPUT_OPTION_LINE,
    {0},
};

static int run(int argc, char **argv);

const struct command command_predict = {
    .name = "predict",
    .synopsis = "[OPTION]... MODEL [FILE]",
    .summary = "let a network that was trained and saved classify samples",
    .details =
        "FILE is a table of samples (standard input if there is none): the inputs, and last the "
        "class\nor the expected outputs, if they are known; then how often the network is right, or "
        "how well\nthe outputs are met, is said too. It is read and answered some thousand lines at "
        "a time, however\nlong it is; at a faulty line it stops, and what was answered before is on "
        "standard output by then\n(a file of -o is whole or left as it was).\n",
    .options = options,
    .run = run,
};

enum format { TEXT, TSV, JSON };

struct request {
    struct shared_options shared;
    const char *model, *file;
    const char *class_column, *targets;
    enum format format;
    bool layers;
};

static bool take_option(void *context, const char *name, const char *value, struct error *error) {
    struct request *request = context;
    if (strcmp(name, "layers") == 0) {
        request->layers = true;
        return true;
    }
    if (strcmp(name, "format") != 0) {
        *(strcmp(name, "class") == 0 ? &request->class_column : &request->targets) = value;
        return true;
    }
    static const char *const formats[] = {[TEXT] = "text", [TSV] = "tsv", [JSON] = "json", NULL};
    size_t index;
    const bool good = command_choice(name, value, formats, &index, error);
    request->format = (enum format)index;
    return good;
}

static bool take_operands(struct request *request, int argc, char **argv, int operands,
                          struct error *error) {
    if (operands == argc)
        return error_set(error,
                         "predict: no model is named; a file of `bpwalk train --save` is needed");
    request->model = argv[operands];
    request->file = operands + 1 < argc ? argv[operands + 1] : "-";
    const size_t from_input =
        (size_t)command_is_input(request->model) + command_is_input(request->file);
    if (!command_reads_input_once(&command_predict, from_input, error))
        return false;
    return command_no_operands(&command_predict, argc, argv, operands + 2, error);
}

/* out_h2, out_hh1, out_O1 */
static void put_name(struct text *out, const struct network *network, size_t l, size_t j) {
    const bool is_hidden = l + 1 < network->depth;
    text_puts(out, "out_");
    text_repeat(out, is_hidden ? 'h' : 'O', is_hidden ? l + 1 : 1);
    text_whole(out, j + 1);
}

static void put_head(struct text *out, const struct network *network, size_t first,
                     enum language language) {
    text_puts(out, prose(language, "predict.sample"));
    for (size_t l = first; l < network->depth; l++)
        for (size_t j = 0; j < network->layer[l].neurons; j++) {
            text_putc(out, '\t');
            put_name(out, network, l, j);
        }
    if (tells_classes(network))
        text_printf(out, "\t%s", prose(language, "train.class"));
    text_putc(out, '\n');
}

/* Of one sample that is shown: its number, from 1, and where its outputs begin in OUTPUT[l]. */
struct row {
    const struct network *network;
    size_t first; /* the layer from which the outputs are shown */
    size_t sample, at;
    double *const *output;
};

static const double *outputs_in(const struct row *row, size_t l) {
    return row->output[l] + row->at * row->network->layer[l].neurons;
}

static size_t class_in(const struct row *row) {
    return class_of_outputs(outputs_in(row, row->network->depth - 1),
                            network_outputs(row->network));
}

static void put_row(struct text *out, const struct row *row) {
    const struct network *network = row->network;
    char exact[NUMBER_ROOM];
    text_whole(out, row->sample);
    for (size_t l = row->first; l < network->depth; l++)
        for (size_t j = 0; j < network->layer[l].neurons; j++) {
            const size_t length = number_exact(exact, outputs_in(row, l)[j]);
            text_putc(out, '\t');
            text_add(out, exact, length);
        }
    if (tells_classes(network)) {
        text_putc(out, '\t');
        if (class_in(row) < network->classes)
            text_puts(out, network->class_name[class_in(row)]);
        else
            text_whole(out, class_in(row));
    }
    text_putc(out, '\n');
}

static void put_object(struct text *out, const struct row *row) {
    const struct network *network = row->network;
    text_printf(out, "%s\n {\"sample\": %zu", row->sample > 1 ? "," : "", row->sample);
    for (size_t l = row->first; l < network->depth; l++)
        for (size_t j = 0; j < network->layer[l].neurons; j++) {
            text_puts(out, ", \"");
            put_name(out, network, l, j);
            text_puts(out, "\": ");
            training_json_number(out, outputs_in(row, l)[j]);
        }
    if (tells_classes(network) && class_in(row) < network->classes) {
        text_puts(out, ", \"class\": \"");
        escape_json(out, network->class_name[class_in(row)]);
        text_putc(out, '"');
    } else if (tells_classes(network))
        text_printf(out, ", \"class\": %zu", class_in(row));
    text_putc(out, '}');
}

/* What the network says of some samples, and how well it does so far. */
struct prediction {
    const struct request *request;
    const struct network *network;
    size_t first; /* the layer from which the outputs are shown */
    size_t samples;
    bool has_classes, has_targets;
    struct confusion confusion;
    struct fit_sums fit;
    struct text out; /* what is still to be written */
};

/* Of each layer that is shown the outputs of the samples: those of the network that ends with it.
 */
static double **outputs_of_layers(const struct network *network, const struct data *data,
                                  size_t first) {
    double **output = memory_zeroed(network->depth, sizeof *output);
    for (size_t l = first; l < network->depth; l++) {
        struct network part = *network;
        part.depth = l + 1;
        struct pass *pass = pass_new(&part);
        output[l] = memory_zeroed(data->samples + 1, network->layer[l].neurons * sizeof **output);
        pass_outputs(pass, data, output[l]);
        pass_free(pass);
    }
    return output;
}

static void add_samples(struct prediction *prediction, const struct data *data) {
    const struct network *network = prediction->network;
    const size_t last = network->depth - 1;
    double **output = outputs_of_layers(network, data, prediction->first);
    for (size_t s = 0; s < data->samples; s++) {
        const struct row row = {network, prediction->first, prediction->samples + s + 1, s, output};
        (prediction->request->format == JSON ? put_object : put_row)(&prediction->out, &row);
    }
    prediction->samples += data->samples;
    prediction->has_classes |= data->class != NULL;
    prediction->has_targets |= data->O != NULL;
    if (data->class != NULL)
        confusion_add(&prediction->confusion, network, data, output[last]);
    else if (data->O != NULL)
        fit_add(&prediction->fit, data, output[last]);
    for (size_t l = prediction->first; l <= last; l++)
        free(output[l]);
    free(output);
}

static void put_beginning(struct prediction *prediction) {
    const struct request *request = prediction->request;
    if (request->format == JSON)
        text_puts(&prediction->out, "{\"predictions\": [");
    else
        put_head(&prediction->out, prediction->network, prediction->first,
                 request->format == TEXT ? request->shared.language : ENGLISH);
}

/* How well it does, where that is known; of a table that is none of its rows. */
static void put_summary(struct prediction *prediction) {
    const struct request *request = prediction->request;
    const struct fit fit = fit_of_sums(&prediction->fit);
    if (request->format == JSON) {
        text_puts(&prediction->out, "]");
        training_json_result(&prediction->out, "", &prediction->confusion,
                             prediction->has_targets ? &fit : NULL);
        text_puts(&prediction->out, "}\n");
    } else if (request->format == TEXT && prediction->has_classes)
        training_confusion(&prediction->out, &prediction->confusion, request->shared.language);
    else if (request->format == TEXT && prediction->has_targets)
        training_fit(&prediction->out, &fit, request->shared.language);
}

/* The next samples: NULL with ERROR. A file of FANN is had as a whole. */
static struct data *next_samples(struct file_source *source, struct table *table, bool is_first,
                                 struct error *error) {
    struct text lines = {0};
    struct data *data = NULL;
    bool good = file_source_lines(source, &lines, error);
    while (good && is_first && !source->has_ended && table_may_be_fann(&lines))
        good = file_source_lines(source, &lines, error);
    if (good)
        data = table_part(table, &lines, source->has_ended, error);
    text_free(&lines);
    return data;
}

/* What is written need not be kept. DATA are the first samples, which are freed. */
static bool write_predictions(struct prediction *prediction, struct file_source *source,
                              struct table *table, struct data *data, struct error *error) {
    struct file_stream stream;
    bool good = file_stream_open(&stream, prediction->request->shared.output, error);
    if (!good) {
        data_free(data);
        return false;
    }
    put_beginning(prediction);
    while (good) {
        add_samples(prediction, data);
        data_free(data);
        data = NULL;
        if (source->has_ended)
            put_summary(prediction);
        good = file_stream_add(&stream, &prediction->out, error);
        text_cut(&prediction->out, 0);
        if (!good || source->has_ended)
            break;
        data = next_samples(source, table, false, error);
        good = data != NULL;
    }
    return file_stream_close(&stream, good, error) && good;
}

static bool predict_from(const struct request *request, const struct network *network,
                         struct file_source *source, struct error *error) {
    struct table_form form = table_form_of(network);
    form.class_column = request->class_column;
    form.targets = request->targets;
    struct table *table = table_new(request->file, &form);
    struct prediction prediction = {
        .request = request, .network = network, .first = request->layers ? 0 : network->depth - 1};
    struct data *data = next_samples(source, table, true, error);
    const bool done = data != NULL && write_predictions(&prediction, source, table, data, error);
    text_free(&prediction.out);
    confusion_free(&prediction.confusion);
    fit_free(&prediction.fit);
    table_free(table);
    return done;
}

static bool predict_and_write(const struct request *request, struct error *error) {
    struct file_source source;
    struct network *network = model_load(request->model, error);
    bool done = network != NULL && file_source_open(&source, request->file, error);
    if (done) {
        done = predict_from(request, network, &source, error);
        file_source_close(&source);
    }
    network_free(network);
    return done;
}

static int run(int argc, char **argv) {
    struct request request = {.shared = shared_options_start()};
    struct error error;
    int operands;
    const int status = command_read(&command_predict, argc, argv, &request.shared, take_option,
                                    &request, &operands);
    if (status >= 0)
        return status;
    const bool done = take_operands(&request, argc, argv, operands, &error) &&
                      predict_and_write(&request, &error);
    return done ? STATUS_DONE : command_fail(&error);
}
