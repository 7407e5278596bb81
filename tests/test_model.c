/* The model file: what is saved is loaded to the bit, and what was edited or cut off is refused. */
#include "suites.h"

#include "network/model.h"
#include "network/moons.h"
#include "network/pass.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct network *network_of(const char *layers, enum activation hidden) {
    struct error error;
    size_t width[DEPTH_MOST + 1];
    const size_t count = network_widths(layers, "layers", width, &error);
    struct network *network = network_new(width, count, hidden, &error);
    ck_assert_msg(network != NULL, "%s", error.line);
    network_start(network, 3);
    return network;
}

static struct network *read_back(const struct text *text) {
    struct error error = {.line = "none"};
    struct network *network = model_read(text, "m", &error);
    ck_assert_msg(network != NULL, "%s", error.line);
    return network;
}

static void check_same(const struct network *network, const struct network *loaded) {
    for (size_t l = 0; l < network->depth; l++)
        ck_assert_int_eq(loaded->layer[l].activation, network->layer[l].activation);
    ck_assert_uint_eq(loaded->depth, network->depth);
    for (size_t i = 0; i <= network->depth; i++)
        ck_assert_uint_eq(network_width(loaded, i), network_width(network, i));
    ck_assert_mem_eq(loaded->parameter, network->parameter,
                     network->parameters * sizeof *network->parameter);
}

static const struct {
    const char *layers;
    enum activation hidden;
} saved[] = {{"2,4,2", ACTIVATION_TANH},
             {"1,1", ACTIVATION_RELU},
             {"3,5,4,2", ACTIVATION_SIGMOID},
             {"2,50,2", ACTIVATION_RELU}};

/* Awkward numbers come back too. */
START_TEST(reads_what_it_wrote) {
    static const double awkward[] = {0.1,  -0.0,    DBL_MIN, DBL_TRUE_MIN, DBL_MAX,
                                     -1e9, 1.0 / 3, 5e-324,  -DBL_MAX,     123456789.123456789};
    struct network *network = network_of(saved[_i].layers, saved[_i].hidden);
    for (size_t p = 0; p < network->parameters && p < 2 * sizeof awkward / sizeof *awkward; p += 2)
        network->parameter[p] = awkward[p / 2];
    struct text text = {0};
    model_write(network, &text);
    struct network *loaded = read_back(&text);
    check_same(network, loaded);
    text_free(&text);
    network_free(loaded);
    network_free(network);
}
END_TEST

/* Through a file, and the same outputs to the bit */
START_TEST(predicts_the_same_bits) {
    struct error error;
    struct network *network = network_of("2,7,3,2", ACTIVATION_TANH);
    char path[] = "model.XXXXXX";
    const int fd = mkstemp(path);
    ck_assert_int_ge(fd, 0);
    close(fd);
    ck_assert_msg(model_save(network, path, &error), "%s", error.line);
    struct network *loaded = model_load(path, &error);
    unlink(path);
    ck_assert_msg(loaded != NULL, "%s", error.line);
    struct data *data = moons_new(100, 1.0, 1, &error);
    double out[2][200];
    struct pass *pass = pass_new(network);
    struct pass *loaded_pass = pass_new(loaded);
    pass_outputs(pass, data, out[0]);
    pass_outputs(loaded_pass, data, out[1]);
    ck_assert_mem_eq(out[0], out[1], sizeof out[0]);
    pass_free(pass);
    pass_free(loaded_pass);
    data_free(data);
    network_free(loaded);
    network_free(network);
}
END_TEST

START_TEST(no_such_file) {
    struct error error;
    ck_assert_ptr_null(model_load("no/such/model", &error));
    ck_assert_ptr_nonnull(strstr(error.line, "no/such/model: cannot be opened"));
}
END_TEST

/* The smallest model, and what is made of it */
static const char whole[] = "bpwalk model 1\n"
                            "activation relu\n"
                            "layers 2,1\n"
                            "layer 1\n"
                            "w 0.5 -1.25\n"
                            "b 3\n"
                            "end\n";

/* As it is, and as an editor of another system leaves it: with a byte order mark, CRLF, and no end
 * of the last line. */
START_TEST(reads_by_hand) {
    struct text text = {0};
    if (_i == 0)
        text_puts(&text, whole);
    else
        text_puts(&text, "\xEF\xBB\xBF");
    for (const char *c = whole; *c != '\0' && _i == 1; c++)
        text_puts(&text, *c == '\n' ? "\r\n" : (char[]){*c, '\0'});
    if (_i == 1)
        text_cut(&text, text.length - 2);
    struct network *network = read_back(&text);
    static const double parameter[] = {0.5, -1.25, 3};
    ck_assert_int_eq(network->layer[0].activation, ACTIVATION_SIGMOID);
    ck_assert_uint_eq(network->parameters, 3);
    ck_assert_mem_eq(network->parameter, parameter, sizeof parameter);
    network_free(network);
    text_free(&text);
}
END_TEST

/* One edit each: OLD of the whole model becomes NEW. */
static const struct {
    const char *old, *new, *line;
} edits[] = {
    {"model 1", "model 2", "m:1:1: this is no model; a file of `bpwalk train --save` is needed"},
    {"model 1\n", "model 1 \n", "m:1:15: the line goes on; the line bpwalk model 1 is needed"},
    {"bpwalk", "\n", "m:1:1: this is no model; a file of `bpwalk train --save` is needed"},
    {"relu", "softmax",
     "m:2:12: this is no activation; a line such as `activation tanh` (tanh, sigmoid, relu, leaky-relu, identity) is needed"},
    {"relu", "relu ",
     "m:2:17: this is no activation; a line such as `activation tanh` (tanh, sigmoid, relu, leaky-relu, identity) is needed"},
    {"relu", "relu tanh",
     "m:3:8: the activations are not as many as the hidden layers, or all the same; one for all, or one for each, "
     "is needed"},
    {"layers 2,1", "output step\nlayers 2,1",
     "m:3:8: this is no activation; a line such as `output softmax` (tanh, relu, leaky-relu, identity, softmax; "
     "sigmoid where there is none) is needed"},
    {"layers 2,1", "output relu \nlayers 2,1",
     "m:3:12: the line goes on; a line such as `output softmax` (tanh, relu, leaky-relu, identity, softmax; "
     "sigmoid where there is none) is needed"},
    {"layers 2,1", "output sigmoid\nlayers 2,1",
     "m:3:15: the output is sigmoid; a line such as `output softmax` (tanh, relu, leaky-relu, identity, "
     "softmax; sigmoid where there is none) is needed"},
    {"layers 2,1", "classes\ta\tb\tc\nlayers 2,1", "m:3:1: 3 classes; the network tells 2 apart"},
    {"layers 2,1", "classes\ta\001\nlayers 2,1",
     "m:3:10: a control character; a name for each class, parted by tabs, is needed"},
    {"activation", "Activation",
     "m:2:1: this is another line; a line such as `activation tanh` (tanh, sigmoid, relu, leaky-relu, identity) is needed"},
    {"layers 2,1", "output \nlayers 2,1",
     "m:3:8: this is no activation; a line such as `output softmax` (tanh, relu, leaky-relu, identity, softmax; "
     "sigmoid where there is none) is needed"},
    {"layers 2,1", "outputs relu\nlayers 2,1",
     "m:3:1: this is another line; a line such as `layers 2,4,2` is needed"},
    {"relu\nlayers 2,1", "relu,tanh\nlayers 2,1,1",
     "m:2:12: this is no activation; a line such as `activation tanh` (tanh, sigmoid, relu, leaky-relu, identity) is needed"},
    {"relu\nlayers 2,1", "relu relu\nlayers 1,1,1,1",
     "m:3:8: the activations are not as many as the hidden layers, or all the same; one for all, or one for each, "
     "is needed"},
    {"relu\nlayers 2,1", "relu relu\nlayers 1,1,1",
     "m:3:8: the activations are not as many as the hidden layers, or all the same; one for all, or one for each, "
     "is needed"},
    {"relu\nlayers 2,1", "relu tanh relu\nlayers 1,1,1,1",
     "m:3:8: the activations are not as many as the hidden layers, or all the same; one for all, or one for each, "
     "is needed"},
    {"layers 2,1", "Layers 2,1",
     "m:3:1: this is another line; a line such as `layers 2,4,2` is needed"},
    {"layers 2,1", "layers 2",
     "m:3:8: layers 2: one layer is no network; at least two are needed, "
     "such as 2,4,2"},
    {"layers 2,1", "layers 0,1",
     "m:3:8: layers 0,1: a layer has from 1 to 1000000 neurons, such as 2,4,2"},
    {"layers 2,1", "layers two,1",
     "m:3:8: this is no list of layers; a line such as `layers 2,4,2` is needed"},
    {"layers 2,1", "layers 2,1,",
     "m:3:8: this is no list of layers; a line such as `layers 2,4,2` is "
     "needed"},
    {"layers 2,1", "layers",
     "m:3:7: this is no list of layers; a line such as `layers 2,4,2` is needed"},
    {"layers 2,1", "layers 2,1000000",
     "m:3:8: the file is too short for these layers; a whole model file is needed"},
    {"layers 2,1", "layers 900000,900000,900000",
     "m:3:8: the file is too short for these layers; a whole model file is needed"},
    {"layers 2,1", "layers 3,1",
     "m:5:12: the line ends early; a line of `w` and 3 numbers is needed"},
    {"layers 2,1", "layers 1,1", "m:5:6: the line goes on; a line of `w` and 1 number is needed"},
    {"layers 2,1", "layers 2,2",
     "m:6:1: this is another line; a line of `w` and 2 numbers is needed"},
    {"layers 2,1", "layers 2,1,1", "m:7:1: this is another line; the line layer 2 is needed"},
    {"layer 1\n", "\n", "m:4:1: this is another line; the line layer 1 is needed"},
    {"layer 1", "layer 2", "m:4:1: this is another line; the line layer 1 is needed"},
    {"w 0.5", "w nan", "m:5:3: nan is not a number; a decimal number such as 0.55 is needed"},
    {"w 0.5", "w inf", "m:5:3: inf is not a number; a decimal number such as 0.55 is needed"},
    {"w 0.5", "w 0x1p3", "m:5:3: 0x1p3 is not a number; a decimal number such as 0.55 is needed"},
    {"w 0.5", "w 1e400",
     "m:5:3: 1e400 is too large; a number within 1.7e308 on either side of 0 is needed"},
    {"w 0.5", "w 0,5", "m:5:3: 0,5 has a comma; a decimal number has a point, such as 0.55"},
    {"w 0.5", "w  0.5", "m:5:3: the number has no value; a decimal number such as 0.55 is needed"},
    {"w 0.5 -1.25", "w 0.5 -1.25 ",
     "m:5:12: the line goes on; a line of `w` and 2 numbers is needed"},
    {"w 0.5 -1.25", "w", "m:5:2: the line ends early; a line of `w` and 2 numbers is needed"},
    {"w 0.5", "b 0.5", "m:5:1: this is another line; a line of `w` and 2 numbers is needed"},
    {"b 3\n", "", "m:6:1: this is another line; a line of `b` and 1 number is needed"},
    {"b 3", "b 3 4", "m:6:4: the line goes on; a line of `b` and 1 number is needed"},
    {"end\n", "", "m:7:1: the file ends in the middle of the model; the line end is needed"},
    {"end\n", "en", "m:7:1: this is another line; the line end is needed"},
    {"layer 1", "layer 12", "m:4:8: the line goes on; the line layer 1 is needed"},
    {"end\n", "end\n\n",
     "m:8:1: the file goes on after its last line; nothing behind `end` is needed"},
    {"end\n", "end\nlayer 2\n",
     "m:8:1: the file goes on after its last line; nothing behind `end` is needed"},
    {"end", "END", "m:7:1: this is another line; the line end is needed"},
};

START_TEST(refuses_an_edit) {
    struct text text = {0};
    struct error error;
    const char *at = strstr(whole, edits[_i].old);
    ck_assert_ptr_nonnull(at);
    text_add(&text, whole, (size_t)(at - whole));
    text_puts(&text, edits[_i].new);
    text_puts(&text, at + strlen(edits[_i].old));
    ck_assert_ptr_null(model_read(&text, "m", &error));
    ck_assert_str_eq(error.line, edits[_i].line);
    text_free(&text);
}
END_TEST

/* Two bytes for each of four numbers are room enough, and the line that is missing is told; of a
 * byte less no more is read. */
START_TEST(makes_room_for_what_fits) {
    static const char file[] = "bpwalk model 1\nactivation tanh\nlayers 1,2\nlayer 1\n";
    struct text text = {0};
    struct error error;
    text_puts(&text, file);
    text_cut(&text, text.length - (size_t)_i);
    ck_assert_ptr_null(model_read(&text, "m", &error));
    ck_assert_str_eq(
        error.line,
        _i == 0 ? "m:5:1: the file ends in the middle of the model; a line of `w` and 1 number is "
                  "needed"
                : "m:3:8: the file is too short for these layers; a whole model file is needed");
    text_free(&text);
}
END_TEST

/* A list of layers that no network has, or with a NUL in it */
START_TEST(refuses_a_list) {
    struct text text = {0};
    struct error error;
    text_puts(&text, "bpwalk model 1\nactivation tanh\nlayers 2");
    if (_i == 0)
        text_add(&text, "\0,1", 3);
    for (int i = 0; i < 1000 && _i == 1; i++)
        text_puts(&text, ",2");
    text_puts(&text, "\n");
    ck_assert_ptr_null(model_read(&text, "m", &error));
    ck_assert_str_eq(error.line, "m:3:8: this is no list of layers; a line such as `layers 2,4,2` "
                                 "is needed");
    text_free(&text);
}
END_TEST

START_TEST(refuses_an_empty_line) {
    struct text text = {0};
    struct error error;
    if (_i == 1) /* and nothing at all */
        text_puts(&text, "\n");
    ck_assert_ptr_null(model_read(&text, "m", &error));
    ck_assert_str_eq(error.line,
                     "m:1:1: this is no model; a file of `bpwalk train --save` is needed");
    text_free(&text);
}
END_TEST

/* Cut off after any byte but the last, the model is no model. */
START_TEST(refuses_a_part) {
    struct text text = {0};
    struct error error = {.line = ""};
    text_add(&text, whole, (size_t)_i);
    ck_assert_ptr_null(model_read(&text, "m", &error));
    ck_assert_msg(strncmp(error.line, "m:", 2) == 0, "%s", error.line);
    text_free(&text);
}
END_TEST

/* Hidden layers with an activation each, and classes, of which the first has no name */
START_TEST(reads_activations_and_classes) {
    struct text text = {0}, again = {0};
    text_puts(&text, "bpwalk model 1\nactivation relu tanh\noutput softmax\nclasses\t\tred\n"
                     "layers 1,1,1,2\nlayer 1\nw 1\nb 0\nlayer 2\nw 1\nb 0\n"
                     "layer 3\nw 1\nw 2\nb 0 0\nend\n");
    struct network *network = read_back(&text);
    ck_assert_int_eq(network->layer[0].activation, ACTIVATION_RELU);
    ck_assert_int_eq(network->layer[1].activation, ACTIVATION_TANH);
    ck_assert_int_eq(network->layer[2].activation, ACTIVATION_SOFTMAX);
    ck_assert_uint_eq(network->classes, 2);
    ck_assert_str_eq(network->class_name[0], "");
    ck_assert_str_eq(network->class_name[1], "red");
    model_write(network, &again);
    ck_assert_str_eq(again.bytes, text.bytes);
    network_free(network);
    text_free(&again);
    text_free(&text);
}
END_TEST

Suite *model_suite(void) {
    Suite *suite = suite_create("model");
    add_rows(suite, "saved", reads_what_it_wrote, sizeof saved / sizeof *saved);
    add_rows(suite, "same bits", predicts_the_same_bits, 1);
    add_rows(suite, "by hand", reads_by_hand, 2);
    add_rows(suite, "activations and classes", reads_activations_and_classes, 1);
    add_rows(suite, "no file", no_such_file, 1);
    add_rows(suite, "edited", refuses_an_edit, sizeof edits / sizeof *edits);
    add_rows(suite, "room", makes_room_for_what_fits, 2);
    add_rows(suite, "a list of layers", refuses_a_list, 2);
    add_rows(suite, "an empty line", refuses_an_empty_line, 2);
    add_rows(suite, "cut off", refuses_a_part, sizeof whole - 2);
    return suite;
}
