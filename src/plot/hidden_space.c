/* Figure hidden-space: chapter 5's cloth folded into a bag. On the left the moons as they lie in
 * the plane, where only a bent line parts them; on the right the same points in the coordinates of
 * the hidden layer's outputs, where a straight cut does. Three hidden neurons make three
 * coordinates; the moons are less noisy than those of chapter 6, which no three neurons can part.
 */
#include "plot/figure.h"

#include "plot/moons_network.h"

enum { POINTS = 100, HIDDEN = 3, ITERATIONS = 5000 };

static void put_plane(struct script *script, size_t right) {
    script_put(script,
               "\nset title \"{plot.hidden-space.plane}: %zu/%d {plot.right}\"\n"
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

static void put_space(struct script *script) {
    script_put(script,
               "\nset title \"{plot.hidden-space.space}\"\n"
               "set xlabel \"out_h1\"\n"
               "set ylabel \"out_h2\"\n"
               "set zlabel \"out_h3\"\n"
               "set xrange [-1:1]\nset yrange [-1:1]\nset zrange [-1:1]\n"
               "set xtics 1\nset ytics 1\nset ztics 1\n"
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
    put_space(script);
    script_put(script, "unset multiplot\n");
    confusion_free(&confusion);
}

static bool draw(struct script *script, const struct plot_request *request, struct error *error) {
    (void)request;
    struct curve curve = {0};
    struct data *data = moons_data(POINTS, 0.1, error);
    struct network *network =
        data != NULL ? moons_train(data, HIDDEN, ITERATIONS, &curve, error) : NULL;
    const bool done = network != NULL;
    if (done)
        put_pictures(script, data, network);
    network_free(network);
    curve_free(&curve);
    data_free(data);
    return done;
}

const struct figure figure_hidden_space = {"hidden-space", 1200, 600, draw, true, NULL};
