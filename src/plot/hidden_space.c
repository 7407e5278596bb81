/* Figure hidden-space: chapter 5's cloth folded into a bag. On the left the moons as they lie in
 * the plane, where only a bent line parts them; on the right the same points in the coordinates of
 * the hidden layer's outputs, where a straight cut does. Three hidden neurons make three
 * coordinates; the moons are less noisy than those of chapter 6, which no three neurons can part.
 * Or the samples of a model of one's own whose last hidden layer has two or three neurons. */
#include "plot/figure.h"

#include "base/memory.h"
#include "network/pass.h"
#include "plot/moons_network.h"
#include "plot/regions.h"

#include <stdlib.h>
#include <string.h>

enum { POINTS = 100, HIDDEN = 3, ITERATIONS = 5000 };

static void put_plane(struct script *script, size_t right) {
    script_put(
        script,
        "\n# {plot.hidden-space.titles}\n"
        "set label 1 \"{plot.hidden-space.plane}{punctuation.colon}%zu/%d {plot.right}\" at screen 0.27, 0.86 "
        "center front\n"
        "set tmargin at screen 0.82\n"
        "set xlabel \"x\"\n"
        "set ylabel \"y\"\n"
        "plot $grid using 1:2:($3 > 0) with image, \\\n"
        "     $boundary using 1:2 with lines lw 3 lc rgb 'black', \\\n"
        "     $class0 using 1:2 with points " MARK_0 ", \\\n"
        "     $class1 using 1:2 with points " MARK_1 "\n",
        right, POINTS);
}

/* One looks along the cut, so it shows as a line: the view is turned about z until the line of
 * sight, which is at `tilt` degrees to z, lies in the cut. */
static void put_view(struct script *script) {
    script_put(script, "\n# {plot.hidden-space.cut}\n"
                       "n1 = w_O2[1] - w_O1[1]\n"
                       "n2 = w_O2[2] - w_O1[2]\n"
                       "n3 = w_O2[3] - w_O1[3]\n"
                       "b_n = b_O[2] - b_O[1]\n"
                       "# {plot.hidden-space.view}\n"
                       "set angles degrees\n"
                       "tilt = 70\n"
                       "across = sqrt(n1**2 + n2**2)\n"
                       "steep = -n3*cos(tilt)/sin(tilt)/across\n"
                       "turn = atan2(n2, n1) + asin(steep < -1 ? -1 : steep > 1 ? 1 : steep)\n"
                       "turn = turn < 0 ? turn + 360 : turn\n"
                       "s1 = sin(tilt)*sin(turn)\n"
                       "s2 = -sin(tilt)*cos(turn)\n"
                       "s3 = cos(tilt)\n"
                       "# {plot.hidden-space.line}\n"
                       "size = sqrt(n1**2 + n2**2 + n3**2)\n"
                       "c1(t) = -b_n*n1/size**2 + t*(n2*s3 - n3*s2)/size\n"
                       "c2(t) = -b_n*n2/size**2 + t*(n3*s1 - n1*s3)/size\n"
                       "c3(t) = -b_n*n3/size**2 + t*(n1*s2 - n2*s1)/size\n");
}

/* Its axes are the outputs of the hidden layer; two that end in one corner share its number. */
static void put_axes(struct script *script, const struct network *network) {
    struct text axis = {0};
    regions_put_axis(&axis, network, 1, NULL);
    for (int i = 0; i < HIDDEN; i++)
        script_put(script, "set %clabel \"%s%d\"\nset %crange [-1:1]\n", "xyz"[i], axis.bytes,
                   i + 1, "xyz"[i]);
    text_free(&axis);
    script_put(script, "set xlabel offset -1,-0.5\nset ztics 1\n"
                       "set xtics 1 offset -0.8,-0.5\nset ytics 0,1 offset 0.8,-0.5\n");
}

static void put_space(struct script *script) {
    script_put(script,
               "\nset label 1 \"{plot.hidden-space.space}\" at screen 0.75, 0.86 center\n"
               "set style textbox opaque noborder margins 0.3,0.3\n"
               "set label 2 \"{plot.hidden-space.cut-is}\" at c1(-1.7),c2(-1.7),c3(-1.7) "
               "left offset 0.5,0.5 front boxed\n"
               "set xyplane at -1\n"
               "set border 4095 lc rgb '" PALE_GREY "'\n"
               "set tics textcolor rgb 'black'\n"
               "set view equal xyz\n"
               "set view tilt, turn\n"
               "splot $cloth using (out_h(1, $1, $2)):(out_h(2, $1, $2)):(out_h(3, $1, $2)) with "
               "lines lw 0.5 lc rgb '" GREY "', \\\n"
               "      $class0 using (out_h(1, $1, $2)):(out_h(2, $1, $2)):(out_h(3, $1, $2)) with "
               "points " MARK_0 ", \\\n"
               "      $class1 using (out_h(1, $1, $2)):(out_h(2, $1, $2)):(out_h(3, $1, $2)) with "
               "points " MARK_1 ", \\\n"
               "      [t = -1.7:1.7] '+' using (c1($1)):(c2($1)):(c3($1)) with lines lw 3 lc rgb "
               "'black'\n");
}

static void put_pictures(struct script *script, const struct data *data,
                         const struct network *network) {
    struct confusion confusion = confusion_of(network, data);
    script_put(script, "\n# {plot.moons.data}\n");
    moons_put_points(script, data);
    moons_put_functions(script);
    script_put(script, "\n# {plot.moons.weights}\n");
    moons_put_weights(script, network);
    script_put(script, "\n# {plot.moons.fine}\n"
                       "if (!exists(\"fine\")) fine = 120\n");
    moons_put_ranges(script, data);
    moons_put_boundary(script);
    script_put(script,
               "\n# {plot.hidden-space.cloth}\n"
               "set samples 31\n"
               "set isosamples 31\n"
               "set table $cloth\n"
               "splot lean(x, y)\n"
               "unset table\n"
               "\n"
               "set palette defined (0 '" REGION_0 "', 1 '" REGION_1 "')\n"
               "set cbrange [0:1]\n"
               "unset colorbox\n"
               "unset key\n"
               "set multiplot layout 1,2 title \"{plot.hidden-space.title}\\n{plot.points}\"\n");
    put_plane(script, confusion.right);
    put_view(script);
    put_axes(script, network);
    put_space(script);
    script_put(script, "unset multiplot\n");
    confusion_free(&confusion);
}

/* The outputs of the last hidden layer for each sample, with its class, as samples. */
static struct data *as_the_last_layer_sees(const struct network *network, const struct data *data) {
    struct network part = *network;
    part.depth--;
    const size_t width = network_outputs(&part);
    struct data *seen = data_new(data->samples, width);
    double *out = memory_zeroed(data->samples, width * sizeof *out);
    struct pass *pass = pass_new(&part);
    pass_outputs(pass, data, out);
    pass_free(pass);
    for (size_t s = 0; s < data->samples; s++)
        for (size_t i = 0; i < width; i++)
            *data_x(seen, i, s) = out[s * width + i];
    free(out);
    if (data->class != NULL) {
        seen->class = memory_zeroed(data->samples, sizeof *seen->class);
        memcpy(seen->class, data->class, data->samples * sizeof *seen->class);
        seen->classes = data->classes;
    }
    return seen;
}

static bool has_room(const struct network *network, const char *model, struct error *error) {
    const size_t width = network->depth > 1 ? network->layer[network->depth - 1].inputs : 0;
    return width == 2 || width == 3 ||
           error_set(error,
                     "%s: its last hidden layer has %zu neurons; two or three are needed, for as "
                     "many coordinates",
                     model, width);
}

/* On the left the plane, where the network has one; on the right what its last layer is given. */
static bool put_own(struct script *script, const struct network *network, const struct data *data,
                    const struct notation *notation, struct error *error) {
    struct network last = *network;
    last.depth = 1;
    last.layer = &network->layer[network->depth - 1];
    const bool has_plane = network_inputs(network) == 2;
    struct data *seen = as_the_last_layer_sees(network, data);
    struct text inputs = {0}, axis = {0};
    regions_put_axis(&inputs, network, 0, notation);
    regions_put_axis(&axis, network, network->depth - 1, notation);
    regions_put_setting(script, network, data);
    script_put(script, "set multiplot layout 1,%d\n", has_plane ? 2 : 1);
    const bool done =
        (!has_plane || regions_put(script, network, data, inputs.bytes, error)) &&
        (network_inputs(&last) == 2 ? regions_put(script, &last, seen, axis.bytes, error)
                                    : regions_put_space(script, &last, seen, axis.bytes, error));
    script_put(script, "unset multiplot\n");
    text_free(&axis);
    text_free(&inputs);
    data_free(seen);
    return done;
}

static bool draw_own(struct script *script, const struct plot_request *request,
                     struct error *error) {
    struct network *network;
    struct data *data;
    const bool done = regions_read(request, &network, &data, error) &&
                      has_room(network, request->operand[0], error) &&
                      put_own(script, network, data, request->notation, error);
    data_free(data);
    network_free(network);
    return done;
}

static bool draw(struct script *script, const struct plot_request *request, struct error *error) {
    if (request->operands > 0)
        return draw_own(script, request, error);
    struct curve curve = {0};
    struct data *data = moons_data(POINTS, 0.1);
    struct network *network = moons_train(data, HIDDEN, ITERATIONS, &curve);
    put_pictures(script, data, network);
    network_free(network);
    curve_free(&curve);
    data_free(data);
    return true;
}

const struct figure figure_hidden_space = {"hidden-space", 1200, 600, draw, true, "MODEL DATA"};
