/* The command `train`: the article's program of chapter 6, and its experiment. */
#include "command/command.h"
#include "command/progress.h"
#include "command/shared_options.h"

#include "base/memory.h"
#include "base/number.h"
#include "formula/function.h"
#include "host/file.h"
#include "network/dataset.h"
#include "network/example_network.h"
#include "network/gradient_check.h"
#include "network/model.h"
#include "network/pass.h"
#include "network/table.h"
#include "prose/message.h"
#include "render/training.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct option_line options[] = {
    {"data", 'D', "NAME|FILE|example",
     "the samples: moons (the default), circles, linear, xor, iris; a\n"
     "                             table; or those of the example: chapter 5's, or that of\n"
     "                             --example (./xor is the file)"},
    {"points", 'p', "N|N,M",
     "how many points moons, circles or linear have (60), or how many\n"
     "                             of class 0 and of class 1"},
    {"noise", 'n', "X", "how far they are scattered (moons 1.0; circles, linear 0.1)"},
    {"data-seed", 'S', "N", "numpy's seed of them (1)"},
    {"class", 'c', "COLUMN", "name or number of a table's column of classes (the last)"},
    {"target", 't', "COLUMNS",
     "name or number of the columns to learn as numbers, parted by\n"
     "                             commas (with --output-activation identity the last)"},
    {"scale", 'k', NULL,
     "bring each input to mean 0 and standard deviation 1; the model\n"
     "                             takes the inputs as they are"},
    {"test", 'T', "FILE|X|NAME:N",
     "samples that are not trained on: a table, a part of the data\n"
     "                             (0.25), or N fresh points (moons:20000); their cost and how well\n"
     "                             they are told are shown beside"},
    {"best", 'b', NULL, "keep the weights with which the test costs least, not the last"},
    {"patience", 'P', "N",
     "end when the test has not cost less for N iterations, seen where\n"
     "                             the cost is kept"},
    {"layers", 'L', "LIST",
     "widths of the layers, such as 2,4,2; without it, the article's\n"
     "                             six networks, side by side"},
    {"init-seed", 'I', "N",
     "numpy's seed of the first weights (3), normally distributed over\n"
     "                             the root of a layer's inputs; biases begin at 0"},
    {"activation", 'a', "NAME",
     "of the hidden layers: tanh, sigmoid, relu, leaky-relu or\n"
     "                             identity (tanh)"},
    {"output-activation", 'O', "NAME", "of the output layer: one of these, or softmax (sigmoid)"},
    {"loss", 'l', "NAME",
     "cross-entropy, of sigmoid and softmax; mse, which is (5.5)\n"
     "                             averaged over the samples; or mean-squared-error"},
    {"rate", 'r', "X", "the learning rate (0.1; of the example its alpha)"},
    {"iterations", 'i', "N", "how many (30000)"},
    {"every", 'e', "N", "how often the cost is kept (1000)"},
    EXAMPLE_OPTION_LINES,
    {"like-article", 'A', NULL,
     "as the article's program: rate 0.0618, 2000 iterations, its lines\n"
     "                             for the costs, and nan once an output is exactly 0 or 1"},
    {"check-gradients", 'g', NULL, "do not train: compare each gradient with a numeric one"},
    {"save", 'm', "MODEL", "write the trained network, for bpwalk predict"},
    {"format", 'f', "FORMAT", "text (the default), tsv or json"},
    LANGUAGE_OPTION_LINE('z'),
    OUTPUT_OPTION_LINE,
    {0},
};

static int run(int argc, char **argv);

const struct command command_train = {
    .name = "train",
    .synopsis = "[OPTION]...",
    .summary = "train the networks of chapter 6, or your own",
    .details =
        "A table has a line a sample: its inputs, and last its class, a number or a word; tabs, "
        "semicolons,\ncommas or blanks between, a first line of names if you like. Or it is a "
        "training file of FANN. One\noutput tells two classes apart, at 0.5. "
        "An example brings its network, weights and settings, and\nwith --data other samples than "
        "its own. Ctrl-C ends the training and writes what there is by then.\n",
    .options = options,
    .run = run,
};

struct request {
    struct shared_options shared;
    struct example example;
    const char *data_name, *layers, *save;
    const char *activation_name, *loss_name; /* NULL: the default of the data */
    const char *of_moons;                    /* an option of what is scattered, or NULL */
    struct scatter scatter;                  /* noise: -1 for the default of the data */
    int iterations, every, patience;         /* iterations: -1 for the default */
    uint32_t init_seed;
    double rate; /* 0 for the default of the data */
    bool check_gradients, like_article;
    training_renderer *render; /* NULL: the default */
    const char *output_name, *class_column, *targets;
    const char *test_name;
    struct data *test;
    bool scale, best;
    double *centre, *spread; /* of the inputs, where they are scaled */
    enum activation activation, output_activation;
    bool *frozen; /* by the example */
    struct training training;
};

/* Whether the samples are the example's; and whether the network is. */
static bool is_example(const struct request *request) {
    return strcmp(request->data_name, "example") == 0;
}

static bool gives_numbers(const struct request *request) {
    return request->shared.numbers.from != NULL || request->shared.numbers.set_count > 0;
}

static bool starts_at_example(const struct request *request) {
    return is_example(request) || gives_numbers(request);
}

static bool real(const char *option, const char *value, double *number, struct error *error) {
    const char *wrong = number_read(value, strlen(value), number);
    return wrong == NULL ||
           error_set(error, "--%s %s %s", option, quote(value, strlen(value)).text, wrong);
}

static void halve(struct scatter *scatter, int count) {
    scatter->first = (size_t)count / 2;
    scatter->second = (size_t)count - scatter->first;
}

/* "60": half of each class, the smaller one of class 0; "80,20": so many of each. */
static bool take_points(const char *value, struct scatter *scatter, struct error *error) {
    enum { MOST = 10000000 };
    char first[16]; /* cut short, it is too many all the same */
    int count, second;
    const char *comma = strchr(value, ',');
    if (comma == NULL) {
        if (!command_whole("points", value, 1, MOST, &count, error))
            return false;
        halve(scatter, count);
        return true;
    }
    snprintf(first, sizeof first, "%.*s", (int)(comma - value), value);
    if (!command_whole("points", first, 1, MOST, &count, error) ||
        !command_whole("points", comma + 1, 1, MOST, &second, error))
        return false;
    scatter->first = (size_t)count;
    scatter->second = (size_t)second;
    return true;
}

/* A seed of numpy's: of 32 bits. */
static bool take_seed(const char *option, const char *value, uint32_t *seed, struct error *error) {
    double number;
    if (number_read(value, strlen(value), &number) != NULL || number < 0 || number > UINT32_MAX ||
        number != (double)(uint32_t)number)
        return error_set(error, "--%s %s: a whole number from 0 to 4294967295 is needed", option,
                         quote(value, strlen(value)).text);
    *seed = (uint32_t)number;
    return true;
}

static bool is_one_of(const char *name, const char *const *list) {
    for (; *list != NULL; list++)
        if (strcmp(*list, name) == 0)
            return true;
    return false;
}

/* The options that are numbers: *TAKEN says whether NAME is one of them. */
static bool take_number(struct request *request, const char *name, const char *value, bool *taken,
                        struct error *error) {
    enum { MOST = 2147483647 };
    static const char *const of_scatter[] = {"points", "noise", "data-seed", NULL};
    static const char *const others[] = {"init-seed", "iterations", "every",
                                         "patience",  "rate",       NULL};
    *taken = is_one_of(name, of_scatter) || is_one_of(name, others);
    if (!*taken)
        return true;
    if (is_one_of(name, of_scatter))
        request->of_moons = name;
    if (strcmp(name, "points") == 0)
        return take_points(value, &request->scatter, error);
    if (strcmp(name, "data-seed") == 0)
        return take_seed(name, value, &request->scatter.seed, error);
    if (strcmp(name, "init-seed") == 0)
        return take_seed(name, value, &request->init_seed, error);
    if (strcmp(name, "noise") == 0)
        return real(name, value, &request->scatter.noise, error) &&
               (request->scatter.noise >= 0 ||
                error_set(error, "--noise %s: a number that is 0 or above is needed",
                          quote(value, strlen(value)).text));
    if (strcmp(name, "rate") == 0)
        return real(name, value, &request->rate, error) &&
               (request->rate > 0 ||
                error_set(error, "--rate %s: a number above 0 is needed, such as 0.1",
                          quote(value, strlen(value)).text));
    const bool is_iterations = strcmp(name, "iterations") == 0;
    return command_whole(name, value, is_iterations ? 0 : 1, MOST,
                         is_iterations                ? &request->iterations
                         : strcmp(name, "every") == 0 ? &request->every
                                                      : &request->patience,
                         error);
}

static bool take_option(void *context, const char *name, const char *value, struct error *error) {
    struct request *request = context;
    bool taken;
    const bool good = take_number(request, name, value, &taken, error);
    if (!good || taken)
        return good;
    if (strcmp(name, "activation") == 0) {
        request->activation_name = value;
        return (activation_named(value, &request->activation) &&
                request->activation != ACTIVATION_SOFTMAX) ||
               command_unknown(name, value, "tanh, sigmoid, relu, leaky-relu or identity", error);
    }
    if (strcmp(name, "output-activation") == 0) {
        request->output_name = value;
        return activation_named(value, &request->output_activation) ||
               command_unknown(name, value, "sigmoid, softmax, tanh, relu, leaky-relu or identity",
                               error);
    }
    if (strcmp(name, "loss") == 0) {
        request->loss_name = value;
        return loss_named(value, &request->training.loss) ||
               command_unknown(name, value, "cross-entropy, mse or mean-squared-error", error);
    }
    if (strcmp(name, "format") == 0) {
        request->render = training_format(value);
        return request->render != NULL || command_unknown(name, value, "text, tsv or json", error);
    }
    if (strcmp(name, "check-gradients") == 0 || strcmp(name, "scale") == 0 ||
        strcmp(name, "best") == 0 || strcmp(name, "like-article") == 0)
        *(name[0] == 'c'   ? &request->check_gradients
          : name[0] == 's' ? &request->scale
          : name[0] == 'l' ? &request->like_article
                           : &request->best) = true;
    else
        *(strcmp(name, "data") == 0     ? &request->data_name
          : strcmp(name, "class") == 0  ? &request->class_column
          : strcmp(name, "target") == 0 ? &request->targets
          : strcmp(name, "test") == 0   ? &request->test_name
          : strcmp(name, "layers") == 0 ? &request->layers
                                        : &request->save) = value;
    return true;
}

/* The article's program has one loss and sigmoid outputs, and knows no test. */
static bool is_like_article(const struct request *request, struct error *error) {
    const struct {
        bool is_given;
        const char *option;
    } others[] = {{starts_at_example(request), "example"},
                  {request->output_name != NULL, "output-activation"},
                  {request->loss_name != NULL, "loss"},
                  {request->test_name != NULL, "test"},
                  {request->render != NULL, "format"},
                  {request->check_gradients, "check-gradients"}};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (others[i].is_given)
            return error_set(error, "--like-article has no --%s; leave one out", others[i].option);
    return true;
}

/* What does not go together. */
static bool goes_together(const struct request *request, struct error *error) {
    const bool example = starts_at_example(request);
    const struct {
        const char *value, *option;
    } fixed[] = {{request->layers, "layers"},
                 {request->activation_name, "activation"},
                 {request->output_name, "output-activation"}};
    for (size_t i = 0; i < sizeof fixed / sizeof *fixed && example; i++)
        if (fixed[i].value != NULL)
            return error_set(error, "--%s %s: the example has its own; no --%s is needed",
                             fixed[i].option, quote(fixed[i].value, strlen(fixed[i].value)).text,
                             fixed[i].option);
    if (request->layers == NULL && !example && (request->save != NULL || request->check_gradients))
        return error_set(error, "--%s is of one network; --layers, such as 2,4,2, is needed",
                         request->save != NULL ? "save" : "check-gradients");
    if (request->of_moons != NULL && dataset_kind(request->data_name) != DATASET_SCATTERED)
        return error_set(
            error, "--%s is of the moons, circles and linear, not of --data %s; leave it out",
            request->of_moons, quote(request->data_name, strlen(request->data_name)).text);
    const bool of_table = request->class_column != NULL || request->targets != NULL;
    if (of_table && (is_example(request) || dataset_kind(request->data_name) != DATASET_NONE))
        return error_set(error, "--%s is of a table, not of --data %s; leave it out",
                         request->class_column != NULL ? "class" : "target", request->data_name);
    if ((request->best || request->patience > 0) && request->test_name == NULL)
        return error_set(error, "--%s is of a test; --test, such as 0.25, is needed",
                         request->best ? "best" : "patience");
    if (request->like_article && !is_like_article(request, error))
        return false;
    if (request->class_column != NULL && request->targets != NULL)
        return error_set(error, "--class and --target exclude each other; leave one out");
    if (request->save != NULL && request->check_gradients)
        return error_set(error, "--check-gradients trains nothing to --save; leave one out");
    return command_two_files("save", request->save, request->shared.output, error);
}

/* The example's settings, but for what an option says. */
static void take_example_settings(struct request *request) {
    const enum cost loss = request->training.loss;
    size_t parameters = 0;
    const struct shape *shape = &request->example.shape;
    for (size_t layer = 1; layer <= shape->depth; layer++)
        parameters += shape->width[layer] * (shape->width[layer - 1] + 1);
    request->frozen = memory_zeroed(parameters, sizeof *request->frozen);
    request->training = example_training(&request->example, request->frozen);
    if (request->loss_name != NULL)
        request->training.loss = loss;
}

static bool settle(struct request *request, struct error *error) {
    if (request->data_name == NULL)
        request->data_name = gives_numbers(request) ? "example" : "moons";
    if (!goes_together(request, error) ||
        !example_options_make(&request->shared.numbers, &request->example, error))
        return false;
    if (starts_at_example(request)) {
        take_example_settings(request);
    } else {
        const bool has_cross_entropy = request->output_activation == ACTIVATION_SIGMOID ||
                                       request->output_activation == ACTIVATION_SOFTMAX;
        if (request->loss_name == NULL)
            request->training.loss = has_cross_entropy ? COST_CROSS_ENTROPY : COST_MSE;
        request->training.rate = 0.1;
    }
    if (request->like_article) {
        request->training.loss = COST_CROSS_ENTROPY_BROKEN;
        request->training.rate = 0.0618;
        request->training.goes_on = true;
        request->render = training_costs;
    } else if (request->render == NULL)
        request->render = training_format("text");
    if (request->iterations < 0)
        request->iterations = request->like_article ? 2000 : 30000;
    if (request->rate != 0)
        request->training.rate = request->rate;
    request->training.iterations = (size_t)request->iterations;
    request->training.every = (size_t)request->every;
    request->training.patience = (size_t)request->patience;
    return true;
}

/* How many outputs --layers asks for; 1 where it does not say */
static size_t last_width(const struct request *request) {
    struct error error;
    size_t width[DEPTH_MOST + 1];
    const size_t count =
        request->layers == NULL ? 0 : network_widths(request->layers, "--layers", width, &error);
    return count > 0 ? width[count - 1] : 1;
}

/* Points by SCATTER, with the noise of NAME where none is asked for; or what comes whole. */
static struct data *named_data(const char *name, struct scatter scatter, struct error *error) {
    if (scatter.noise < 0)
        scatter.noise = strcmp(name, "moons") == 0 ? 1 : 0.1;
    return dataset_new(name, &scatter, error);
}

static struct data *read_data(const char *path, const struct table_form *form,
                              struct error *error) {
    struct text text = {0};
    struct data *data = file_read(&text, path, error) ? table_read(&text, path, form, error) : NULL;
    text_free(&text);
    return data;
}

static struct data *make_data(const struct request *request, struct error *error) {
    if (is_example(request))
        return example_data(&request->example);
    if (dataset_kind(request->data_name) != DATASET_NONE)
        return named_data(request->data_name, request->scatter, error);
    const bool are_numbers = request->output_activation == ACTIVATION_IDENTITY;
    const struct table_form form = {.class_column = request->class_column,
                                    .targets = request->targets,
                                    .last_targets = are_numbers ? last_width(request) : 0};
    return read_data(request->data_name, &form, error);
}

/* NAME:N, fresh points that are scattered as the data are, by the next seed */
static struct data *fresh_points(const struct request *request, struct error *error) {
    char name[16] = "";
    const char *colon = strchr(request->test_name, ':');
    int count;
    if (colon == NULL || (size_t)(colon - request->test_name) >= sizeof name)
        return NULL;
    memcpy(name, request->test_name, (size_t)(colon - request->test_name));
    if (dataset_kind(name) != DATASET_SCATTERED ||
        !command_whole("test", colon + 1, 1, 10000000, &count, error))
        return NULL;
    struct scatter scatter = request->scatter;
    halve(&scatter, count);
    scatter.seed++;
    return named_data(name, scatter, error);
}

/* True without a test too. */
static bool make_test(struct request *request, struct data *data, struct error *error) {
    double part;
    if (request->test_name == NULL)
        return true;
    if (number_read(request->test_name, strlen(request->test_name), &part) == NULL) {
        if (!(part > 0 && part < 1))
            return error_set(error, "--test %s: a part above 0 and below 1 is needed, such as 0.25",
                             request->test_name);
        request->test = data_split(data, part, request->scatter.seed, error);
    } else if (strchr(request->test_name, ':') != NULL ||
               dataset_kind(request->test_name) == DATASET_SCATTERED) {
        error_set(error, "--test %s: points such as moons:20000 are needed",
                  quote(request->test_name, strlen(request->test_name)).text);
        request->test = fresh_points(request, error);
    } else {
        const struct table_form form = {.class_column = request->class_column,
                                        .targets = request->targets,
                                        .last_targets = data->class == NULL ? data->outputs : 0,
                                        .inputs = data->inputs,
                                        .class_name = data->class_name,
                                        .classes = data->classes};
        request->test = read_data(request->test_name, &form, error);
    }
    const struct data *test = request->test;
    if (test != NULL && test->class == NULL && test->O == NULL)
        return error_set(error,
                         "--test %s: neither classes nor targets; a column of them is needed",
                         quote(request->test_name, strlen(request->test_name)).text);
    if (test != NULL &&
        (test->inputs != data->inputs || (test->class == NULL) != (data->class == NULL)))
        return error_set(error,
                         "--test %s: other columns than the data; samples like them are needed",
                         quote(request->test_name, strlen(request->test_name)).text);
    return test != NULL;
}

static struct network *make_network(const struct request *request, const char *layers,
                                    struct error *error) {
    size_t width[DEPTH_MOST + 1];
    if (starts_at_example(request))
        return example_network(&request->example);
    const size_t count = network_widths(layers, "--layers", width, error);
    struct network *network =
        count == 0 ? NULL : network_new(width, count, request->activation, error);
    if (network != NULL) {
        network->layer[network->depth - 1].activation = request->output_activation;
        network_start(network, request->init_seed);
    }
    return network;
}

static bool expect(const struct request *request, const struct network *network, struct data *data,
                   struct error *error) {
    if (!pass_fits(network, data->class != NULL ? &(struct data){.inputs = data->inputs} : data,
                   request->data_name, error))
        return false;
    return data->class == NULL ||
           data_expect(data, network_outputs(network), request->data_name, error);
}

static bool expect_all(const struct request *request, const struct network *network,
                       struct data *data, struct error *error) {
    return expect(request, network, data, error) &&
           (request->test == NULL || expect(request, network, request->test, error));
}

static void put_word(struct text *out, const struct request *request, const char *name) {
    text_puts(out, prose(request->shared.language, "punctuation.comma"));
    text_puts(out, message_in(request->shared.language, name));
}

/* One line: what is trained on what. */
static void put_subject(struct text *out, const struct request *request, const struct data *data) {
    const bool is_named = is_example(request) && request->shared.numbers.from != NULL;
    const char *name = is_named ? request->shared.numbers.from : request->data_name;
    text_printf(
        out, "%s%s%zu %s", message_in(request->shared.language, name),
        prose(request->shared.language, "punctuation.colon"), data->samples,
        prose(request->shared.language, data->samples == 1 ? "train.sample" : "train.samples"));
    if (starts_at_example(request))
        for (size_t layer = 1; layer <= request->example.shape.depth; layer++) {
            const struct function *function = request->example.shape.activation[layer];
            if (layer == 1 || function != request->example.shape.activation[layer - 1])
                put_word(out, request, function_word(function));
        }
    else
        put_word(out, request, activation_name(request->activation));
    if (request->output_activation != ACTIVATION_SIGMOID)
        put_word(out, request, activation_name(request->output_activation));
    put_word(out, request, loss_name(request->training.loss));
    text_printf(out, "%s%s %g", prose(request->shared.language, "punctuation.comma"),
                prose(request->shared.language, "train.rate"), request->training.rate);
}

static bool train_one(struct request *request, struct network *network, struct data *data,
                      struct trained *trained, struct error *error) {
    struct progress progress;
    progress_start(&progress, trained->shape, request->training.iterations);
    request->training.progress = progress_report;
    request->training.context = &progress;
    const bool done =
        train(network, data, request->data_name, &request->training, &trained->curve, error);
    progress_end(&progress);
    network_name_classes(network, data->class_name, data->classes);
    if (done && data->class != NULL)
        trained->confusion = confusion_of(network, data);
    trained->has_fit = done && data->class == NULL && !is_example(request);
    if (trained->has_fit)
        trained->fit = fit_of(network, data);
    trained->has_fresh = done && request->test != NULL;
    if (trained->has_fresh && data->class != NULL) {
        trained->fresh = confusion_of(network, request->test);
        trained->fresh.class_name = trained->confusion.class_name; /* which outlive the network */
        trained->fresh.names = trained->confusion.names;
    } else if (trained->has_fresh)
        trained->fresh_fit = fit_of(network, request->test);
    if (done && request->scale)
        network_unscale(network, request->centre, request->spread);
    return done;
}

enum { ARTICLE_NETWORKS = 6 };

/* The networks that are asked for, one after the other; a Ctrl-C ends the list too. */
static bool train_all(struct request *request, struct data *data, struct trained *trained,
                      size_t *count, struct error *error) {
    static const char *const article[ARTICLE_NETWORKS] = {"2,1,2",  "2,2,2",  "2,4,2",
                                                          "2,10,2", "2,20,2", "2,50,2"};
    const bool is_one = request->layers != NULL || starts_at_example(request);
    bool done = true;
    *count = 0;
    progress_catch_interrupt();
    while (done && *count < (is_one ? 1 : ARTICLE_NETWORKS) && !progress_interrupted()) {
        struct trained *next = &trained[(*count)++];
        const char *layers = is_one ? request->layers : article[*count - 1];
        struct network *network = make_network(request, layers, error);
        if (network != NULL)
            network_shape(network, next->shape, sizeof next->shape);
        done = network != NULL && expect_all(request, network, data, error) &&
               train_one(request, network, data, next, error) &&
               (request->save == NULL || model_save(network, request->save, error));
        network_free(network);
    }
    return done;
}

static bool train_and_write(struct request *request, struct data *data, struct error *error) {
    struct trained trained[ARTICLE_NETWORKS] = {0};
    struct text out = {0}, subject = {0};
    size_t count;
    bool done = train_all(request, data, trained, &count, error);
    if (done) {
        put_subject(&subject, request, data);
        request->render(&out, trained, count, subject.bytes, request->shared.language);
        done = file_write(&out, request->shared.output, error);
    }
    for (size_t n = 0; n < count; n++) {
        curve_free(&trained[n].curve);
        confusion_free(&trained[n].confusion);
        confusion_free(&trained[n].fresh);
    }
    text_free(&out);
    text_free(&subject);
    return done;
}

/* Whether the example has it: where it has no biases the network has, of 0; of biases that are one
 * it has the first. */
static bool has_parameter(const struct request *request, const struct gradient_row *row, size_t p) {
    return !starts_at_example(request) ||
           (example_parameter(&request->example, p) != NULL &&
            !(request->training.shared_biases && row->is_bias && row->neuron > 0));
}

/* A word of the table: in the reader's language, but for tsv and json. */
static const char *gradient_word(const struct request *request, const char *english) {
    return request->render == training_format("text") ? message(english) : english;
}

static void put_gradient(struct text *out, const struct request *request,
                         const struct gradient_row *row, size_t p) {
    if (starts_at_example(request))
        text_puts(out, example_parameter(&request->example, p)->name);
    else if (row->is_bias)
        text_printf(out, "b%zu[%zu]", row->layer + 1, row->neuron + 1);
    else
        text_printf(out, "w%zu[%zu,%zu]", row->layer + 1, row->neuron + 1, row->input + 1);
    text_printf(out, "\t%.17g\t%.17g\t%.3g\t%s\n", row->analytic, row->numeric, row->difference,
                gradient_word(request, gradient_agrees(row) ? "same" : "differs"));
}

#define GRADIENT_HEAD "parameter\tanalytic\tnumeric\tdifference\tverdict\n"

/* A row for each parameter; status 1 where one disagrees. */
static int check_gradients(const struct request *request, struct data *data, struct error *error) {
    struct network *network = make_network(request, request->layers, error);
    struct text out = {0};
    int status = STATUS_FAULT;
    struct gradient_row *rows =
        memory_zeroed(network != NULL ? network->parameters : 1, sizeof *rows);
    if (network != NULL && expect(request, network, data, error) &&
        gradient_check(network, data, request->data_name, &request->training, rows, error)) {
        status = STATUS_DONE;
        text_puts(&out, gradient_word(request, GRADIENT_HEAD));
        for (size_t p = 0; p < network->parameters; p++)
            if (has_parameter(request, &rows[p], p)) {
                put_gradient(&out, request, &rows[p], p);
                status = gradient_agrees(&rows[p]) ? status : STATUS_DIFFERS;
            }
        if (!file_write(&out, request->shared.output, error))
            status = STATUS_FAULT;
    }
    free(rows);
    text_free(&out);
    network_free(network);
    return status == STATUS_FAULT ? command_fail(error) : status;
}

static int run(int argc, char **argv) {
    struct request request = {.shared = shared_options_start(),
                              .scatter = {.first = 30, .second = 30, .noise = -1, .seed = 1},
                              .init_seed = 3,
                              .iterations = -1,
                              .every = 1000,
                              .activation = ACTIVATION_TANH,
                              .output_activation = ACTIVATION_SIGMOID};
    struct error error = {0};
    int operands;
    int status =
        command_read(&command_train, argc, argv, &request.shared, take_option, &request, &operands);
    if (status >= 0)
        return status;
    if (!command_no_operands(&command_train, argc, argv, operands, &error))
        return command_fail(&error);
    struct data *data = settle(&request, &error) ? make_data(&request, &error) : NULL;
    if (data != NULL && !make_test(&request, data, &error)) {
        data_free(data);
        data = NULL;
    }
    request.training.test = request.test;
    request.training.keep_best = request.best;
    if (data != NULL && request.scale) {
        request.centre = memory_zeroed(2 * data->inputs, sizeof(double));
        request.spread = request.centre + data->inputs;
        data_measure(data, request.centre, request.spread);
        data_scale(data, request.centre, request.spread);
        if (request.test != NULL)
            data_scale(request.test, request.centre, request.spread);
    }
    if (data == NULL)
        status = command_fail(&error);
    else if (request.check_gradients)
        status = check_gradients(&request, data, &error);
    else
        status = train_and_write(&request, data, &error) ? STATUS_DONE : command_fail(&error);
    data_free(data);
    data_free(request.test);
    free(request.frozen);
    free(request.centre);
    example_free(&request.example);
    return status;
}
