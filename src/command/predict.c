/* The command `predict`: what a saved network says of samples. */
#include "command/command.h"

#include "base/memory.h"
#include "base/number.h"
#include "host/file.h"
#include "network/model.h"
#include "network/pass.h"
#include "network/predict.h"
#include "network/table.h"
#include "render/training.h"

#include <stdlib.h>
#include <string.h>

static const struct option_line options[] = {
    {"class", 'c', "COLUMN", "name or number of the column of classes, where it is not the last"},
    {"target", 't', "COLUMNS", "those of the expected outputs, parted by commas"},
    {"layers", 'l', NULL, "the outputs of the hidden layers too, out_h1, ..., out_hh1, ..."},
    {"format", 'f', "FORMAT", "text (the default) or tsv"},
    {"lang", 'z', "LANGUAGE", "en or zh (as LC_ALL, LC_MESSAGES or LANG has it)"},
    {"output", 'o', "FILE", "write to FILE, whole or not at all"},
    {0},
};

static int run(int argc, char **argv);

const struct command command_predict = {
    .name = "predict",
    .synopsis = "[OPTION]... MODEL [FILE]",
    .summary = "let a network that was trained and saved classify samples",
    .details =
        "FILE is a table of samples (standard input if there is none): the inputs, and last the "
        "class\nor the expected outputs, if they are known; then how often the network is right, or how "
        "well the outputs\nare met, is said too.\n",
    .options = options,
    .run = run,
};

struct request {
    const char *model, *file, *output;
    const char *class_column, *targets;
    bool tsv, layers;
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
    request->tsv = strcmp(value, "tsv") == 0;
    return request->tsv || strcmp(value, "text") == 0 ||
           error_set(error, "--format %s is unknown; text or tsv is needed",
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

static void put_head(struct text *out, const struct network *network, size_t first) {
    text_puts(out, "sample");
    for (size_t l = first; l < network->depth; l++)
        for (size_t j = 0; j < network->layer[l].neurons; j++) {
            text_puts(out, "\tout_");
            text_repeat(out, l + 1 < network->depth ? 'h' : 'O',
                        l + 1 < network->depth ? l + 1 : 1);
            text_whole(out, j + 1);
        }
    text_puts(out, tells_classes(network) ? "\tclass\n" : "\n");
}

static void put_outputs(struct text *out, const double *output, size_t count) {
    char exact[NUMBER_ROOM];
    for (size_t j = 0; j < count; j++) {
        const size_t length = number_exact(exact, output[j]);
        text_putc(out, '\t');
        text_add(out, exact, length);
    }
}

static void put_class(struct text *out, const struct network *network, const double *output) {
    const size_t class = class_of_outputs(output, network_outputs(network));
    text_putc(out, '\t');
    if (class < network->classes)
        text_puts(out, network->class_name[class]);
    else
        text_whole(out, class);
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
static bool add_rows(struct file_stream *stream, const struct network *network,
                     const struct data *data, size_t first, struct error *error) {
    double **output = memory_zeroed(network->depth, sizeof *output);
    for (size_t l = first; l < network->depth; l++)
        output[l] = memory_zeroed(AT_ONCE, network->layer[l].neurons * sizeof **output);
    struct text out = {0};
    bool good = true;
    put_head(&out, network, first);
    for (size_t start = 0; good && start < data->samples; start += AT_ONCE) {
        const size_t rest = data->samples - start;
        const struct data some = {.samples = rest < AT_ONCE ? rest : AT_ONCE,
                                  .inputs = data->inputs,
                                  .x = data->x + start * data->inputs};
        outputs_of_layers(network, &some, first, output);
        for (size_t s = 0; s < some.samples; s++) {
            text_whole(&out, start + s + 1);
            for (size_t l = first; l < network->depth; l++)
                put_outputs(&out, output[l] + s * network->layer[l].neurons,
                            network->layer[l].neurons);
            if (tells_classes(network))
                put_class(&out, network, output[network->depth - 1] + s * network_outputs(network));
            text_putc(&out, '\n');
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

/* How well it does, where that is known. */
static bool add_summary(struct file_stream *stream, const struct request *request,
                        const struct network *network, const struct data *data,
                        struct error *error) {
    struct text out = {0};
    if (data->class != NULL) {
        struct confusion confusion = confusion_of(network, data);
        training_confusion(&out, &confusion, request->language);
        confusion_free(&confusion);
    } else if (data->O != NULL) {
        const struct fit fit = fit_of(network, data);
        training_fit(&out, &fit, request->language);
    }
    const bool good = out.length == 0 || file_stream_add(stream, &out, error);
    text_free(&out);
    return good;
}

static bool write_predictions(const struct request *request, const struct network *network,
                              const struct data *data, struct error *error) {
    struct file_stream stream;
    if (!file_stream_open(&stream, request->output, error))
        return false;
    const bool good = add_rows(&stream, network, data, first_shown(request, network), error) &&
                      (request->tsv || add_summary(&stream, request, network, data, error));
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
