/* Model: see model.h. */
#include "network/model.h"

#include "base/memory.h"
#include "base/number.h"
#include "host/file.h"
#include "network/data.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char first_line[] = "bpwalk model 1";

static void write_numbers(struct text *text, const char *word, const double *number, size_t count) {
    text_puts(text, word);
    for (size_t i = 0; i < count; i++) {
        char room[NUMBER_ROOM];
        const size_t length = number_exact(room, number[i]);
        text_putc(text, ' ');
        text_add(text, room, length);
    }
    text_putc(text, '\n');
}

/* The activations of the hidden layers: one, where all have the same. */
static void write_activations(const struct network *network, struct text *text) {
    size_t written = network->depth > 1 ? 1 : 0;
    for (size_t l = 1; l + 1 < network->depth; l++)
        if (network->layer[l].activation != network->layer[0].activation)
            written = network->depth - 1;
    text_puts(text, "activation");
    for (size_t l = 0; l < written; l++)
        text_printf(text, " %s", activation_name(network->layer[l].activation));
    const enum activation output = network->layer[network->depth - 1].activation;
    if (written == 0)
        text_printf(text, " %s", activation_name(network->hidden));
    text_putc(text, '\n');
    if (output != ACTIVATION_SIGMOID)
        text_printf(text, "output %s\n", activation_name(output));
}

void model_write(const struct network *network, struct text *text) {
    text_printf(text, "%s\n", first_line);
    write_activations(network, text);
    for (size_t c = 0; c < network->classes; c++)
        text_printf(text, "%s\t%s", c == 0 ? "classes" : "", network->class_name[c]);
    text_puts(text, network->classes > 0 ? "\nlayers " : "layers ");
    for (size_t i = 0; i <= network->depth; i++)
        text_printf(text, "%s%zu", i > 0 ? "," : "", network_width(network, i));
    text_putc(text, '\n');
    for (size_t l = 0; l < network->depth; l++) {
        const struct layer *layer = &network->layer[l];
        text_printf(text, "layer %zu\n", l + 1);
        for (size_t j = 0; j < layer->neurons; j++)
            write_numbers(text, "w", layer->w + j * layer->inputs, layer->inputs);
        write_numbers(text, "b", layer->b, layer->neurons);
    }
    text_puts(text, "end\n");
}

bool model_save(const struct network *network, const char *path, struct error *error) {
    for (size_t p = 0; p < network->parameters; p++)
        if (!isfinite(network->parameter[p]))
            return error_set(error,
                             "%s: a weight is no number any more; fewer iterations or a lower rate "
                             "are needed",
                             path);
    struct text text = {0};
    model_write(network, &text);
    const bool saved = file_write(&text, path, error);
    text_free(&text);
    return saved;
}

/* ---- Reading ---- */

struct reader {
    const char *name;
    const char *start, *end, *next; /* the line, and the one after it */
    const char *c;                  /* where in the line */
    const char *file_end;
    size_t line;
};

static bool fault(const struct reader *reader, const char *what, const char *needed,
                  struct error *error) {
    return error_set(error, "%s:%zu:%zu: %s; %s is needed", reader->name, reader->line,
                     (size_t)(reader->c - reader->start) + 1, message(what), message(needed));
}

/* Whether the next line begins with TEXT. */
static bool begins_with(const struct reader *reader, const char *text) {
    const size_t length = strlen(text);
    return (size_t)(reader->file_end - reader->next) >= length &&
           memcmp(reader->next, text, length) == 0;
}

/* Goes to the next line, which may be none: then it is at the end of the file. */
static void advance(struct reader *reader) {
    const bool is_ended = reader->line == 0 || reader->next[-1] == '\n';
    reader->start = is_ended ? reader->next : reader->start;
    reader->c = reader->next;
    reader->line += is_ended;
    const char *newline = memchr(reader->start, '\n', (size_t)(reader->file_end - reader->start));
    reader->end = newline != NULL ? newline : reader->file_end;
    reader->next = newline != NULL ? newline + 1 : reader->file_end;
    if (reader->end > reader->start && reader->end[-1] == '\r')
        reader->end--;
}

static bool next_line(struct reader *reader, const char *needed, struct error *error) {
    advance(reader);
    return reader->c != reader->file_end ||
           fault(reader, "the file ends in the middle of the model", needed, error);
}

/* The word at C, up to the next space or the end of the line */
static size_t word_length(const struct reader *reader) {
    const char *space = memchr(reader->c, ' ', (size_t)(reader->end - reader->c));
    return (size_t)((space != NULL ? space : reader->end) - reader->c);
}

static bool at_word(const struct reader *reader, const char *word) {
    const size_t length = word_length(reader);
    return length == strlen(word) && memcmp(reader->c, word, length) == 0;
}

static bool skip_word(struct reader *reader, const char *word, const char *needed,
                      struct error *error) {
    if (!at_word(reader, word))
        return fault(reader, "this is another line", needed, error);
    reader->c += strlen(word);
    if (reader->c < reader->end)
        reader->c++; /* the space */
    return true;
}

static bool at_end(const struct reader *reader, const char *needed, struct error *error) {
    return reader->c == reader->end || fault(reader, "the line goes on", needed, error);
}

/* A line that is nothing but TEXT */
static bool read_fixed(struct reader *reader, const char *text, struct error *error) {
    char needed[64];
    snprintf(needed, sizeof needed, message("the line %s"), text);
    if (!next_line(reader, needed, error))
        return false;
    if ((size_t)(reader->end - reader->start) < strlen(text) ||
        memcmp(reader->start, text, strlen(text)) != 0)
        return fault(reader, "this is another line", needed, error);
    reader->c += strlen(text);
    return at_end(reader, needed, error);
}

struct activations {
    size_t count;
    enum activation hidden[DEPTH_MOST], output;
};

/* The activation at C, which is none of softmax where HIDDEN is asked for. */
static bool read_activation(struct reader *reader, bool hidden, enum activation *activation,
                            const char *needed, struct error *error) {
    for (int i = 0; i < ACTIVATIONS; i++)
        if (at_word(reader, activation_name((enum activation)i)) &&
            !(hidden && i == ACTIVATION_SOFTMAX)) {
            *activation = (enum activation)i;
            reader->c += word_length(reader);
            return true;
        }
    return fault(reader, "this is no activation", needed, error);
}

static const char output[] = "output ";

/* The lines `activation` and, where there is one, `output`. */
static bool read_activations(struct reader *reader, struct activations *list, struct error *error) {
    const char *needed =
        "a line such as `activation tanh` (tanh, sigmoid, relu, leaky-relu, identity)";
    *list = (struct activations){.output = ACTIVATION_SIGMOID};
    if (!next_line(reader, needed, error) || !skip_word(reader, "activation", needed, error))
        return false;
    for (;;) {
        if (list->count == DEPTH_MOST)
            return fault(reader, "the line goes on", needed, error);
        if (!read_activation(reader, true, &list->hidden[list->count++], needed, error))
            return false;
        if (reader->c == reader->end)
            break;
        reader->c++;
    }
    if (!begins_with(reader, output))
        return true;
    advance(reader);
    reader->c += strlen(output);
    needed =
        "a line such as `output softmax` (tanh, relu, leaky-relu, identity, softmax; sigmoid where there "
        "is none)";
    return read_activation(reader, false, &list->output, needed, error) &&
           at_end(reader, needed, error) &&
           (list->output != ACTIVATION_SIGMOID ||
            fault(reader, "the output is sigmoid", needed, error));
}

static const char classes[] = "classes\t";

/* The names of the line at LINE, parted by tabs. */
static void take_classes(struct network *network, struct reader line) {
    struct text name = {0};
    size_t count = 0;
    char **names = NULL;
    for (const char *c = line.start + strlen(classes); c <= line.end; c++) {
        if (c < line.end && *c != '\t') {
            text_putc(&name, *c);
            continue;
        }
        names = memory_resize(names, (count + 1) * sizeof *names);
        names[count++] = memory_copy(name.length > 0 ? name.bytes : "");
        text_cut(&name, 0);
    }
    network->class_name = names;
    network->classes = count;
    text_free(&name);
}

static bool give_activations(const struct reader *reader, struct network *network,
                             const struct activations *list, struct error *error) {
    const size_t hidden = network->depth - 1;
    bool differ = false;
    for (size_t l = list->count - 1; l > 0; l--)
        differ |= list->hidden[l] != list->hidden[0];
    if (list->count > 1 && (list->count != hidden || !differ))
        return fault(reader,
                     "the activations are not as many as the hidden layers, or all the same",
                     "one for all, or one for each,", error);
    for (size_t l = 0; l < hidden; l++)
        network->layer[l].activation = list->hidden[list->count > 1 ? l : 0];
    network->layer[hidden].activation = list->output;
    return true;
}

/* A file shorter than its layers need has no network made for it: every number takes two bytes. */
static bool file_has_room(const struct reader *reader, const size_t *width, size_t count) {
    double numbers = 0;
    for (size_t i = 1; i < count; i++)
        numbers += (double)width[i] * ((double)width[i - 1] + 1);
    return 2 * numbers <= (double)(reader->file_end - reader->next);
}

static struct network *read_layers(struct reader *reader, const struct activations *list,
                                   struct error *error) {
    const char *needed = "a line such as `layers 2,4,2`";
    char widths[16 * (DEPTH_MOST + 1)];
    if (!next_line(reader, needed, error) || !skip_word(reader, "layers", needed, error))
        return NULL;
    const size_t length = (size_t)(reader->end - reader->c);
    size_t width[DEPTH_MOST + 1];
    size_t count = 0;
    struct error inner;
    if (length < sizeof widths && memchr(reader->c, '\0', length) == NULL) {
        memcpy(widths, reader->c, length);
        widths[length] = '\0';
        count = network_widths(widths, "layers", width, &inner);
    }
    if (count == 0) {
        fault(reader, "this is no list of layers", needed, error);
        return NULL;
    }
    if (!file_has_room(reader, width, count)) {
        fault(reader, "the file is too short for these layers", "a whole model file", error);
        return NULL;
    }
    struct network *network = network_new(width, count, list->hidden[0], &inner);
    if (network == NULL)
        error_set(error, "%s:%zu:%zu: %s", reader->name, reader->line,
                  (size_t)(reader->c - reader->start) + 1, inner.line);
    else if (give_activations(reader, network, list, error))
        return network;
    network_free(network);
    return NULL;
}

/* A line of WORD and COUNT numbers */
static bool read_numbers(struct reader *reader, const char *word, double *number, size_t count,
                         struct error *error) {
    char needed[64];
    snprintf(needed, sizeof needed,
             count == 1 ? message("a line of `%s` and %zu number")
                        : message("a line of `%s` and %zu numbers"),
             word, count);
    if (!next_line(reader, needed, error) || !skip_word(reader, word, needed, error))
        return false;
    for (size_t i = 0; i < count; i++) {
        if (reader->c == reader->end)
            return fault(reader, "the line ends early", needed, error);
        const size_t length = word_length(reader);
        const char *wrong = number_read(reader->c, length, &number[i]);
        if (wrong != NULL)
            return error_set(error, "%s:%zu:%zu: %s %s", reader->name, reader->line,
                             (size_t)(reader->c - reader->start) + 1,
                             length > 0 ? quote(reader->c, length).text : message("the number"),
                             wrong);
        reader->c += length;
        if (i + 1 < count && reader->c < reader->end)
            reader->c++;
    }
    return at_end(reader, needed, error);
}

static bool read_layer(struct reader *reader, const struct network *network, size_t l,
                       struct error *error) {
    const struct layer *layer = &network->layer[l];
    char title[32];
    snprintf(title, sizeof title, "layer %zu", l + 1);
    if (!read_fixed(reader, title, error))
        return false;
    for (size_t j = 0; j < layer->neurons; j++)
        if (!read_numbers(reader, "w", layer->w + j * layer->inputs, layer->inputs, error))
            return false;
    return read_numbers(reader, "b", layer->b, layer->neurons, error);
}

static bool read_rest(struct reader *reader, const struct network *network, struct error *error) {
    for (size_t l = 0; l < network->depth; l++)
        if (!read_layer(reader, network, l, error))
            return false;
    if (!read_fixed(reader, "end", error))
        return false;
    if (reader->next == reader->file_end)
        return true;
    reader->start = reader->c = reader->next;
    reader->line++;
    return fault(reader, "the file goes on after its last line", "nothing behind `end`", error);
}

struct network *model_read(const struct text *text, const char *name, struct error *error) {
    static const char byte_order_mark[] = "\xEF\xBB\xBF";
    const char *bytes = text->bytes != NULL ? text->bytes : "";
    struct reader reader = {.name = name, .next = bytes, .file_end = bytes + text->length};
    if (text->length >= 3 && memcmp(bytes, byte_order_mark, 3) == 0)
        reader.next += 3;
    if (!begins_with(&reader, first_line)) {
        error_set(error, "%s:1:1: this is no model; a file of `bpwalk train --save` is needed",
                  name);
        return NULL;
    }
    struct activations list;
    if (!read_fixed(&reader, first_line, error) || !read_activations(&reader, &list, error))
        return NULL;
    struct reader line_of_classes = {0};
    if (begins_with(&reader, classes)) {
        advance(&reader);
        for (; reader.c < reader.end; reader.c++)
            if ((unsigned char)*reader.c < ' ' && *reader.c != '\t') {
                fault(&reader, "a control character", "a name for each class, parted by tabs,",
                      error);
                return NULL;
            }
        line_of_classes = reader;
    }
    struct network *network = read_layers(&reader, &list, error);
    if (network != NULL && line_of_classes.start != NULL)
        take_classes(network, line_of_classes);
    if (network != NULL && network->classes > 0 &&
        network->classes > classes_told_by(network_outputs(network))) {
        error_set(error, "%s:%zu:1: %zu classes; the network tells %zu apart", name,
                  line_of_classes.line, network->classes,
                  classes_told_by(network_outputs(network)));
        network_free(network);
        return NULL;
    }
    if (network == NULL || read_rest(&reader, network, error))
        return network;
    network_free(network);
    return NULL;
}

struct network *model_load(const char *path, struct error *error) {
    struct text text = {0};
    struct network *network = file_read(&text, path, error) ? model_read(&text, path, error) : NULL;
    text_free(&text);
    return network;
}
