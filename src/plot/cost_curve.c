/* Figure cost-curve: how the cost of the six networks of chapter 6 falls. */
#include "plot/figure.h"

#include "plot/moons_network.h"

static bool train_all(struct curve curves[ARTICLE_NETWORKS], const struct data *data,
                      struct error *error) {
    bool done = true;
    for (size_t n = 0; n < ARTICLE_NETWORKS && done; n++) {
        struct network *network =
            moons_train(data, article_hidden[n], ARTICLE_ITERATIONS, &curves[n], error);
        done = network != NULL;
        network_free(network);
    }
    return done;
}

/* All curves are kept at the same iterations. */
static void put_data(struct script *script, const struct curve curves[ARTICLE_NETWORKS]) {
    script_put(script, "\n# {plot.cost-curve.data}\n$cost << EOD\n# iteration");
    for (size_t n = 0; n < ARTICLE_NETWORKS; n++)
        script_put(script, " h=%zu", article_hidden[n]);
    for (size_t i = 0; i < curves[0].count; i++) {
        script_put(script, "\n%zu", curves[0].iteration[i]);
        for (size_t n = 0; n < ARTICLE_NETWORKS; n++)
            script_put(script, " %s", script_real(curves[n].cost[i]).text);
    }
    script_put(script, "\nEOD\n");
}

static void put_curves(struct script *script, const struct curve curves[ARTICLE_NETWORKS]) {
    static const char *const look[ARTICLE_NETWORKS] = {
        "dt 1 pt 1 lc rgb 'black'",         "dt 2 pt 2 lc rgb '" PURPLE "'",
        "dt 3 pt 4 lc rgb '" VERMILION "'", "dt 4 pt 7 lc rgb '" BLUE "'",
        "dt 5 pt 9 lc rgb '" GREEN "'",     "dt 1 pt 13 lc rgb '" ORANGE "'"};
    for (size_t n = 0; n < ARTICLE_NETWORKS; n++)
        script_put(script,
                   "%s$cost using 1:%zu title \"h = %zu: %s\" with linespoints lw 2.5 ps 1 "
                   "pointinterval %zu %s%s",
                   n == 0 ? "plot " : "     ", n + 2, article_hidden[n],
                   script_shown(curves[n].cost[curves[n].count - 1], 5).text, (size_t)5, look[n],
                   n + 1 < ARTICLE_NETWORKS ? ", \\\n" : "\n");
}

static bool draw(struct script *script, const struct plot_request *request, struct error *error) {
    (void)request;
    struct curve curves[ARTICLE_NETWORKS] = {0};
    struct data *data = moons_data(60, 1.0, error);
    const bool done = data != NULL && train_all(curves, data, error);
    if (done) {
        put_data(script, curves);
        script_put(script, "\nset title \"{plot.cost-curve.title}\"\n"
                           "set xlabel \"{plot.iteration}\"\n"
                           "set ylabel \"{plot.cost-curve.y}\"\n"
                           "set logscale y\n"
                           "set format y \"%%g\"\n"
                           "set grid\n"
                           "set key outside right top title \"{plot.cost-curve.key}\"\n");
        put_curves(script, curves);
    }
    for (size_t n = 0; n < ARTICLE_NETWORKS; n++)
        curve_free(&curves[n]);
    data_free(data);
    return done;
}

const struct figure figure_cost_curve = {"cost-curve", 900, 600, draw, false, NULL};
