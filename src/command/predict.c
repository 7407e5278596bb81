/* The command `predict`: what a saved network says of samples. */
#include "command/command.h"

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
        "how well\nthe outputs are met, is said too.\n",
    .options = options,
    .run = run,
};

enum format { TEXT, TSV, JSON };

struct request {
    const char *model, *file, *output;
    const char *class_column, *targets;
    enum format format;
    bool layers;
    enum language language;
};

static bool take_option(struct request *request, const char *name, const char *value,
                        struct error *error) {
    if (strcmp(name, "lang") == 0)
        return command_language(value, &request->language, error);
    if (strcmp(name, "layers") == 0) {
        request->layers = true;
        return true;
    }
    if (strcmp(name, "format") != 0) {
        *(strcmp(name, "class") == 0    ? &request->class_column
          : strcmp(name, "target") == 0 ? &request->targets
                                        : &request->output) = value;
        return true;
    }
    request->format = strcmp(value, "tsv") == 0 ? TSV : strcmp(value, "json") == 0 ? JSON : TEXT;
    return request->format != TEXT || strcmp(value, "text") == 0 ||
           error_set(error, "--format %s is unknown; text, tsv or json is needed",
                     quote(value, strlen(value)).text);
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
    return argc <= operands + 2 ||
           command_no_operands(&command_predict, argc, argv, operands + 2, error);
}

/* The first layer that is shown: all of them, or the last. */
static size_t first_shown(const struct request *request, const struct network *network) {
    return request->layers ? 0 : network->depth - 1;
}

/* out_h2, out_hh1, out_O1 */
static void put_name(struct text *out, const struct network *network, size_t l, size_t j) {
    const bool is_hidden = l + 1 < network->depth;
    text_puts(out, "out_");
    text_repeat(out, is_hidden ? 'h' : 'O', is_hidden ? l + 1 : 1);
    text_whole(out, j + 1);
}

static void put_head(struct text *out, const struct network *network, size_t first) {
    text_puts(out, "sample");
    for (size_t l = first; l < network->depth; l++)
        for (size_t j = 0; j < network->layer[l].neurons; j++) {
            text_putc(out, '\t');
            put_name(out, network, l, j);
        }
    text_puts(out, tells_classes(network) ? "\tclass\n" : "\n");
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

enum { AT_ONCE = 64 * BLOCK };

/* Of each layer that is shown, the outputs of up to AT_ONCE samples: those of the network that ends
 * with it. */
static void outputs_of_layers(const struct network *network, const struct data *data, size_t first,
                              double **output) {
    for (size_t l = first; l < network->depth; l++) {
        struct network part = *network;
        part.depth = l + 1;
        struct pass *pass = pass_new(&part);
        pass_outputs(pass, data, output[l]);
        pass_free(pass);
    }
}

/* The samples of some blocks at a time: what is written need not be kept. */
static bool add_rows(struct file_stream *stream, const struct request *request,
                     const struct network *network, const struct data *data, struct error *error) {
    const size_t first = first_shown(request, network);
    double **output = memory_zeroed(network->depth, sizeof *output);
    for (size_t l = first; l < network->depth; l++)
        output[l] = memory_zeroed(AT_ONCE, network->layer[l].neurons * sizeof **output);
    struct text out = {0};
    bool good = true;
    if (request->format == JSON)
        text_puts(&out, "{\"predictions\": [");
    else
        put_head(&out, network, first);
    for (size_t start = 0; good && start < data->samples; start += AT_ONCE) {
        const size_t rest = data->samples - start;
        const struct data some = {.samples = rest < AT_ONCE ? rest : AT_ONCE,
                                  .inputs = data->inputs,
                                  .x = data->x + start * data->inputs};
        outputs_of_layers(network, &some, first, output);
        for (size_t s = 0; s < some.samples; s++) {
            const struct row row = {network, first, start + s + 1, s, output};
            (request->format == JSON ? put_object : put_row)(&out, &row);
        }
        good = file_stream_add(stream, &out, error);
        text_cut(&out, 0);
    }
    text_free(&out);
    for (size_t l = first; l < network->depth; l++)
        free(output[l]);
    free(output);
    return good;
}

/* How well it does, where that is known; of a table that is none of its rows. */
static bool add_summary(struct file_stream *stream, const struct request *request,
                        const struct network *network, const struct data *data,
                        struct error *error) {
    if (request->format == TSV)
        return true;
    struct text out = {0};
    struct confusion confusion = {0};
    struct fit fit = {0};
    if (data->class != NULL)
        confusion = confusion_of(network, data);
    else if (data->O != NULL)
        fit = fit_of(network, data);
    if (request->format == JSON) {
        text_puts(&out, "]");
        training_json_result(&out, "", &confusion, data->O != NULL ? &fit : NULL);
        text_puts(&out, "}\n");
    } else if (data->class != NULL)
        training_confusion(&out, &confusion, request->language);
    else if (data->O != NULL)
        training_fit(&out, &fit, request->language);
    confusion_free(&confusion);
    const bool good = out.length == 0 || file_stream_add(stream, &out, error);
    text_free(&out);
    return good;
}

static bool write_predictions(const struct request *request, const struct network *network,
                              const struct data *data, struct error *error) {
    struct file_stream stream;
    if (!file_stream_open(&stream, request->output, error))
        return false;
    const bool good = add_rows(&stream, request, network, data, error) &&
                      add_summary(&stream, request, network, data, error);
    return file_stream_close(&stream, good, error) && good;
}

static bool predict_and_write(const struct request *request, struct error *error) {
    struct text text = {0};
    struct data *data = NULL;
    struct network *network = model_load(request->model, error);
    if (network != NULL && file_read(&text, request->file, error)) {
        struct table_form form = table_form_of(network);
        form.class_column = request->class_column;
        form.targets = request->targets;
        data = table_read(&text, request->file, &form, error);
    }
    const bool done = data != NULL && write_predictions(request, network, data, error);
    data_free(data);
    network_free(network);
    text_free(&text);
    return done;
}

static int run(int argc, char **argv) {
    struct request request = {.language = language_of_environment()};
    struct error error;
    const struct option_line *option;
    const char *value;
    int operands, status;
    while ((option = command_option(&command_predict, argc, argv, &value, &operands, &status)) !=
           NULL)
        if (!take_option(&request, option->name, value, &error))
            return command_fail(&error);
    if (status >= 0)
        return status;
    const bool done = take_operands(&request, argc, argv, operands, &error) &&
                      predict_and_write(&request, &error);
    return done ? STATUS_DONE : command_fail(&error);
}
