/* Regions: see regions.h. */
#include "plot/regions.h"

#include "base/memory.h"
#include "formula/notation.h"
#include "host/file.h"
#include "network/model.h"
#include "network/pass.h"
#include "network/predict.h"
#include "network/table.h"

#include <math.h>
#include <stdlib.h>

enum { COLOURS = 8, FINE = 200 };

static const struct {
    const char *mark, *region;
} look[COLOURS] = {
    {MARK_0, REGION_0},
    {MARK_1, REGION_1},
    {"pt 5 ps 0.8 lc rgb '" GREEN "'", "#b2dfd0"},
    {"pt 13 ps 1 lc rgb '" ORANGE "'", "#f7e6a8"},
    {"pt 11 ps 1 lc rgb '" PURPLE "'", "#eed5e2"},
    {"pt 6 ps 0.8 lc rgb 'black'", "#e0e0e0"},
    {"pt 4 ps 0.8 lc rgb '" GREY "'", "#f5f5f5"},
    {"pt 12 ps 1 lc rgb '" SKY "'", "#d9f0fb"},
};

static size_t classes_of(const struct network *network, const struct data *data) {
    const size_t told = classes_told_by(network_outputs(network));
    return data->class != NULL && data->classes > told ? data->classes : told;
}

static bool can_be_coloured(const struct network *network, const struct data *data,
                            const char *model, struct error *error) {
    if (!tells_classes(network))
        return error_set(error,
                         "%s: its outputs are numbers, not classes; a network with outputs of "
                         "sigmoid or softmax is needed",
                         model);
    return classes_of(network, data) <= COLOURS ||
           error_set(error, "%s: it tells %zu classes; at most %d can be told apart by colour",
                     model, classes_of(network, data), COLOURS);
}

bool regions_read(const struct plot_request *request, struct network **network, struct data **data,
                  struct error *error) {
    const char *model = request->operand[0], *table = request->operand[1];
    struct text text = {0};
    *data = NULL;
    *network = model_load(model, error);
    if (*network != NULL && file_read(&text, table, error)) {
        const struct table_form form = table_form_of(*network);
        *data = table_read(&text, table, &form, error);
    }
    text_free(&text);
    return *data != NULL && can_be_coloured(*network, *data, model, error);
}

void regions_put_setting(struct script *script, const struct network *network,
                         const struct data *data) {
    const size_t classes = classes_of(network, data);
    script_put(script, "\nset palette defined (");
    for (size_t c = 0; c < classes; c++)
        script_put(script, "%s%zu '%s'", c > 0 ? ", " : "", c, look[c].region);
    script_put(script,
               ")\n"
               "set cbrange [0:%zu]\n"
               "unset colorbox\n"
               "set key outside below reverse Left\n",
               classes - 1);
}

void regions_put_axis(struct text *axis, const struct network *network, size_t layer,
                      const struct notation *notation) {
    const struct shape shape = {.depth = network->depth};
    const struct role first = {
        .kind = layer == 0 ? ROLE_INPUT : ROLE_OUTPUT, .layer = layer, .neuron = 1};
    struct text name = {0};
    shape_put_name(&name, &shape, &first);
    notation_put(axis, notation != NULL ? notation : notation_at(0), name.bytes, name.length - 1);
    text_free(&name);
}

struct range {
    double low, high;
};

/* All samples and a little beyond them. */
static struct range range_of(const struct data *data, size_t i) {
    struct range range = {INFINITY, -INFINITY};
    for (size_t s = 0; s < data->samples; s++) {
        range.low = fmin(range.low, *data_x(data, i, s));
        range.high = fmax(range.high, *data_x(data, i, s));
    }
    const double beyond = range.high > range.low ? (range.high - range.low) / 8 : 0.5;
    return (struct range){range.low - beyond, range.high + beyond};
}

/* The middle of cell I of FINE. */
static double place(const struct range *range, size_t i) {
    return range->low + (range->high - range->low) * ((double)i + 0.5) / FINE;
}

static void put_grid(struct script *script, const struct network *network,
                     const struct range range[2]) {
    struct data *grid = data_new(FINE * FINE, 2);
    size_t *class = memory_zeroed(FINE * FINE, sizeof *class);
    for (size_t s = 0; s < FINE * FINE; s++)
        for (size_t i = 0; i < 2; i++)
            *data_x(grid, i, s) = place(&range[i], i == 0 ? s % FINE : s / FINE);
    predict(network, grid, class);
    script_put(script, "\n# {plot.regions.grid}\n$grid << EOD\n");
    for (size_t s = 0; s < FINE * FINE; s++)
        script_put(script, "%zu%s", class[s], (s + 1) % FINE == 0 ? "\n" : " ");
    script_put(script, "EOD\n");
    free(class);
    data_free(grid);
}

/* The samples of class C as $classC, if there are any. */
static bool put_class(struct script *script, const struct data *data, size_t c) {
    size_t count = 0;
    for (size_t s = 0; s < data->samples; s++)
        if (data->class == NULL || data->class[s] == c) {
            if (count++ == 0)
                script_put(script, "$class%zu << EOD\n", c);
            for (size_t i = 0; i < data->inputs; i++)
                script_put(script, "%s%s", i > 0 ? " " : "", script_real(*data_x(data, i, s)).text);
            script_put(script, "\n");
        }
    if (count > 0)
        script_put(script, "EOD\n");
    return count > 0;
}

/* Puts the range of each input; false with ERROR where one is too large. */
static bool put_ranges(struct script *script, const struct data *data, struct range *range,
                       const char *axis, struct error *error) {
    for (size_t i = 0; i < data->inputs; i++) {
        range[i] = range_of(data, i);
        const double largest = fmax(-range[i].low, range[i].high);
        if (!(largest <= LARGEST_ON_AXIS))
            return error_set(error, "%s%zu gets to %s, too large for an axis (up to 1e15)", axis,
                             i + 1, script_brief(largest).text);
        script_put(script, "set %crange [%s:%s]\nset %clabel \"%s%zu\"\n", "xyz"[i],
                   script_real(range[i].low).text, script_real(range[i].high).text, "xyz"[i], axis,
                   i + 1);
    }
    return true;
}

static void put_title(struct script *script, const struct network *network,
                      const struct data *data) {
    char shape[80];
    network_shape(network, shape, sizeof shape);
    script_put(script, "set title \"%s", shape);
    if (data->class != NULL) {
        struct confusion confusion = confusion_of(network, data);
        script_put(script, "{punctuation.colon}%zu/%zu {plot.right}", confusion.right,
                   confusion.samples);
        confusion_free(&confusion);
    }
    script_put(script, "\"\n");
}

/* "class 0", "class setosa". */
static void put_class_title(struct script *script, const struct network *network,
                            const struct data *data, size_t c) {
    struct text title = {0};
    text_printf(&title, "%s %s", prose(script->language, "plot.class"),
                c < network->classes ? network->class_name[c] : name_of_class(data, c).text);
    script_quote(script, title.bytes);
    text_free(&title);
}

/* A class in the list that `plot` draws, behind BEFORE; COLUMNS are "1:2". */
static void put_points(struct script *script, const struct network *network,
                       const struct data *data, size_t c, const char *before, const char *columns) {
    script_put(script, "%s$class%zu using %s with points %s title ", before, c, columns,
               data->class != NULL ? look[c].mark : "pt 2 lc rgb 'black'");
    if (data->class == NULL)
        script_put(script, "\"{plot.regions.unknown}\"");
    else
        put_class_title(script, network, data, c);
}

/* The data of all classes; THERE is which have some. */
static size_t put_classes(struct script *script, const struct data *data, bool there[COLOURS]) {
    const size_t classes = data->class != NULL ? data->classes : 1;
    for (size_t c = 0; c < classes; c++)
        there[c] = put_class(script, data, c);
    return classes;
}

bool regions_put(struct script *script, const struct network *network, const struct data *data,
                 const char *axis, struct error *error) {
    struct range range[2];
    bool there[COLOURS];
    script_put(script, "\n");
    if (!put_ranges(script, data, range, axis, error))
        return false;
    put_grid(script, network, range);
    const size_t classes = put_classes(script, data, there);
    put_title(script, network, data);
    script_put(script, "plot $grid matrix using (%s + %s*$1):(%s + %s*$2):3 with image notitle",
               script_real(place(&range[0], 0)).text,
               script_real((range[0].high - range[0].low) / FINE).text,
               script_real(place(&range[1], 0)).text,
               script_real((range[1].high - range[1].low) / FINE).text);
    for (size_t c = 0; c < classes; c++)
        if (there[c])
            put_points(script, network, data, c, ", \\\n     ", "1:2");
    script_put(script, "\n");
    return true;
}

bool regions_put_space(struct script *script, const struct network *network,
                       const struct data *data, const char *axis, struct error *error) {
    struct range range[3];
    bool there[COLOURS];
    const char *before = "splot ";
    script_put(script, "\n");
    if (!put_ranges(script, data, range, axis, error))
        return false;
    const size_t classes = put_classes(script, data, there);
    put_title(script, network, data);
    script_put(script,
               "set title offset 0,0.4\nset xyplane 0\nset border 4095 lc rgb '" PALE_GREY "'\n"
               "set tics textcolor rgb 'black'\n");
    for (size_t c = 0; c < classes; c++)
        if (there[c]) {
            put_points(script, network, data, c, before, "1:2:3");
            before = ", \\\n      ";
        }
    script_put(script, "\n");
    return true;
}
