/* Figure boundary: which points of the plane the six networks of chapter 6 take for which class.
 * The program trains them; gnuplot draws the regions, from their weights. Or those of a model of
 * one's own, which the program draws (regions.h). */
#include "plot/figure.h"

#include "plot/article_boundary.h"
#include "plot/moons_network.h"
#include "plot/regions.h"

enum { POINTS = 60 };

static void put_setting(struct script *script, const struct data *data) {
    script_put(script, "\n# {plot.moons.fine}\n"
                       "if (!exists(\"fine\")) fine = 120\n\n");
    moons_put_ranges(script, data);
    script_put(script,
               "set palette defined (0 '" REGION_0 "', 1 '" REGION_1 "')\n"
               "set cbrange [0:1]\n"
               "unset colorbox\n"
               "unset key\n"
               "set xlabel \"x\"\n"
               "set ylabel \"y\"\n"
               "set multiplot layout 2,3 title \"{plot.boundary.title}\\n{plot.points}\"\n");
}

static void put_panel(struct script *script, const struct network *network, size_t right) {
    script_put(script, "\n");
    moons_put_weights(script, network);
    moons_put_boundary(script);
    script_put(script,
               "set title \"h = %zu{punctuation.colon}%zu/%d {plot.right}\"\n"
               "plot $grid using 1:2:($3 > 0) with image, \\\n"
               "     $boundary using 1:2 with lines lw 2 lc rgb 'black', \\\n"
               "     $class0 using 1:2 with points " MARK_0 ", \\\n"
               "     $class1 using 1:2 with points " MARK_1 "\n",
               network->layer[0].neurons, right, POINTS);
}

static bool draw_own(struct script *script, const struct plot_request *request,
                     struct error *error) {
    struct network *network;
    struct data *data;
    bool done = regions_read(request, &network, &data, error);
    if (done && network_inputs(network) != 2)
        done = error_set(error, "%s: it has %zu inputs; a plane has two", request->operand[0],
                         network_inputs(network));
    if (done) {
        struct text axis = {0};
        regions_put_axis(&axis, network, 0, request->notation);
        regions_put_setting(script, network, data);
        done = regions_put(script, network, data, axis.bytes, error);
        text_free(&axis);
    }
    data_free(data);
    network_free(network);
    return done;
}

static void draw_article_networks(struct script *script) {
    struct data *data = moons_data(POINTS, 1.0);
    script_put(script, "\n# {plot.boundary.data}\n");
    moons_put_points(script, data);
    moons_put_functions(script);
    put_setting(script, data);
    for (size_t n = 0; n < ARTICLE_NETWORKS; n++) {
        struct curve curve = {0};
        struct network *network = moons_train(data, article_hidden[n], ARTICLE_ITERATIONS, &curve);
        struct confusion confusion = confusion_of(network, data);
        put_panel(script, network, confusion.right);
        confusion_free(&confusion);
        curve_free(&curve);
        network_free(network);
    }
    script_put(script, "\nunset multiplot\n");
    data_free(data);
}

static bool draw(struct script *script, const struct plot_request *request, struct error *error) {
    if (request->operands > 0)
        return draw_own(script, request, error);
    if (request->like_article)
        article_boundary_draw(script);
    else
        draw_article_networks(script);
    return true;
}

const struct figure figure_boundary = {"boundary", 1100, 800, draw, true, "MODEL DATA"};
