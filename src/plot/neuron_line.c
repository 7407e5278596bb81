/* Figure neuron-line: one neuron, a line that parts two groups of points, (3.6), in the names of
 * the article's first. */
#include "plot/figure.h"

#include "base/memory.h"
#include "network/random.h"
#include "network/train.h"
#include "plot/formula_gnuplot.h"
#include "plot/moons_network.h"
#include "plot/walk_names.h"

enum { POINTS = 40 };

/* Two groups, around (-1, -0.5) and (1, 0.5); one output, whose target is the class. */
static struct data *two_groups(void) {
    struct random random;
    struct data *data = data_new(POINTS, 2);
    random_seed(&random, 1);
    data->class = memory_zeroed(POINTS, sizeof *data->class);
    data->classes = 2;
    data_make_outputs(data, 1);
    for (size_t s = 0; s < POINTS; s++) {
        const double side = s % 2 == 0 ? -1 : 1;
        data->class[s] = s % 2;
        *data_x(data, 0, s) = side + 0.45 * random_gauss(&random);
        *data_x(data, 1, s) = side / 2 + 0.45 * random_gauss(&random);
        *data_O(data, 0, s) = (double)data->class[s];
    }
    return data;
}

static struct network *train_neuron(const struct data *data) {
    static const size_t widths[] = {2, 1};
    static const struct training training = {
        .loss = COST_CROSS_ENTROPY, .rate = 0.1, .iterations = 3000, .every = 3000};
    struct curve curve = {0};
    struct error error;
    struct network *neuron = network_new(widths, 2, ACTIVATION_TANH, &error);
    network_start(neuron, 3);
    train(neuron, data, "the points", &training, &curve, &error);
    curve_free(&curve);
    return neuron;
}

static size_t count_right(const struct network *neuron, const struct data *data) {
    const double *w = neuron->layer[0].w, b = neuron->layer[0].b[0];
    size_t right = 0;
    for (size_t s = 0; s < data->samples; s++) {
        const double in = w[0] * *data_x(data, 0, s) + w[1] * *data_x(data, 1, s) + b;
        right += (in > 0) == (data->class[s] == 1);
    }
    return right;
}

/* What the article calls the inputs, weights, bias and weighted sum of its first neuron. */
struct names {
    const char *input[2], *weight[2], *bias, *sum;
};

static const char *name_of(const struct walk *walk, enum role_kind kind, size_t layer,
                           size_t neuron, size_t from) {
    const struct role role = {.kind = kind, .layer = layer, .neuron = neuron, .from = from};
    return walk_quantity(walk, role)->name;
}

static struct names names_of(const struct walk *walk) {
    return (struct names){
        .input = {name_of(walk, ROLE_INPUT, 0, 1, 0), name_of(walk, ROLE_INPUT, 0, 2, 0)},
        .weight = {name_of(walk, ROLE_WEIGHT, 1, 1, 1), name_of(walk, ROLE_WEIGHT, 1, 1, 2)},
        .bias = name_of(walk, ROLE_BIAS, 1, 1, 0),
        .sum = name_of(walk, ROLE_SUM, 1, 1, 0)};
}

static void put_neuron(struct script *script, const struct network *neuron, struct walk *walk,
                       const struct names *names) {
    const struct renaming inputs[] = {{names->input[0], "x"}, {names->input[1], "y"}, {0}};
    const struct layer *layer = &neuron->layer[0];
    script_put(script,
               "\n# {plot.neuron-line.trained}\n"
               "%s = %s\n%s = %s\n%s = %s\n"
               "# {plot.neuron-line.sum}\n"
               "in(x, y) = ",
               names->weight[0], script_real(layer->w[0]).text, names->weight[1],
               script_real(layer->w[1]).text, names->bias, script_real(layer->b[0]).text);
    formula_gnuplot(script->out, formula_giving(&walk->trace, names->sum), inputs);
    script_put(script,
               "\n# {plot.neuron-line.solved}\n"
               "k = -%s/%s\n"
               "b = -%s/%s\n"
               "line(x) = k*x + b\n",
               names->weight[0], names->weight[1], names->bias, names->weight[1]);
}

static void put_picture(struct script *script, const struct names *names, size_t right) {
    script_put(
        script,
        "\nset title sprintf(\"{plot.neuron-line.title}{punctuation.colon}(3.6) %s = %%.3f*%s "
        "%%s %%.3f{punctuation.semicolon}%zu/%d {plot.right}\", k, b < 0 ? '-' : '+', "
        "abs(b))\n"
        "set xlabel \"%s\"\n"
        "set ylabel \"%s\"\n"
        "set key outside right top\n"
        "# {plot.neuron-line.sides}\n"
        "inside(y) = y < -2.5 ? -2.5 : y > 2.5 ? 2.5 : y\n"
        "end_of(class) = (class == 1) == (%s > 0) ? 2.5 : -2.5\n"
        "set yrange [-2.5:2.5]\n"
        "set xrange [-3:3]\n",
        names->input[1], names->input[0], right, POINTS, names->input[0], names->input[1],
        names->weight[1]);
    script_put(script,
               "plot inside(line(x)) title \"{plot.neuron-line.class-0}\" with filledcurves "
               "y1=end_of(0) fc rgb '" REGION_0 "', \\\n"
               "     inside(line(x)) title \"{plot.neuron-line.class-1}\" with filledcurves "
               "y1=end_of(1) fc rgb '" REGION_1 "', \\\n"
               "     line(x) title \"{plot.neuron-line.line}\" with lines lw 3 lc rgb 'black', \\\n"
               "     $class0 using 1:2 title \"{plot.class} 0\" with points " MARK_0 ", \\\n"
               "     $class1 using 1:2 title \"{plot.class} 1\" with points " MARK_1 "\n");
}

static bool draw(struct script *script, const struct plot_request *request, struct error *error) {
    struct data *data = two_groups();
    struct network *neuron = train_neuron(data);
    struct example article;
    struct walk walk;
    (void)request;
    example_article(&article);
    walk_make(&walk, &article, SLIPS_NONE, error); /* all here are numbers that end well */
    const struct names names = names_of(&walk);
    script_put(script, "\n# {plot.neuron-line.points}\n");
    moons_put_points(script, data);
    put_neuron(script, neuron, &walk, &names);
    put_picture(script, &names, count_right(neuron, data));
    walk_free(&walk);
    example_free(&article);
    network_free(neuron);
    data_free(data);
    return true;
}

const struct figure figure_neuron_line = {"neuron-line", 900, 550, draw, true, NULL};
