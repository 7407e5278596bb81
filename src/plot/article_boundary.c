/* Article boundary: see article_boundary.h. */
#include "plot/article_boundary.h"

#include "base/memory.h"
#include "plot/moons_network.h"

#include <math.h>
#include <stdlib.h>

enum { POINTS = 60 };

static const double apart = 0.01;

/* numpy's arange from 0.5 before the points to 0.5 behind them: the last one is below that end. */
struct places {
    double low;
    size_t count;
};

static struct places places_of(const struct data *data, size_t i) {
    double low = INFINITY, high = -INFINITY;
    for (size_t s = 0; s < data->samples; s++) {
        low = fmin(low, *data_x(data, i, s));
        high = fmax(high, *data_x(data, i, s));
    }
    low -= 0.5;
    return (struct places){low, (size_t)ceil((high + 0.5 - low) / apart)};
}

/* The class at each place, a line for each y. */
static void put_grid(struct script *script, const struct network *network, const struct places *x,
                     const struct places *y) {
    struct data *grid = data_new(x->count * y->count, 2);
    size_t *class = memory_zeroed(grid->samples, sizeof *class);
    for (size_t s = 0; s < grid->samples; s++) {
        *data_x(grid, 0, s) = x->low + (double)(s % x->count) * apart;
        *data_x(grid, 1, s) = y->low + (double)(s / x->count) * apart;
    }
    predict(network, grid, class);
    script_put(script, "\n$grid << EOD\n");
    for (size_t s = 0; s < grid->samples; s++)
        script_put(script, "%zu%s", class[s], (s + 1) % x->count == 0 ? "\n" : " ");
    script_put(script, "EOD\n");
    free(class);
    data_free(grid);
}

static void put_panel(struct script *script, const struct network *network, const struct places *x,
                      const struct places *y) {
    put_grid(script, network, x, y);
    script_put(script,
               "set title \"{plot.boundary.hidden}{punctuation.colon}%zu\"\n"
               "plot $grid matrix using (x(column(1))):(y(column(2))):3 with image, \\\n"
               "     $class0 using 1:2 with points " MARK_0 ", \\\n"
               "     $class1 using 1:2 with points " MARK_1 "\n",
               network->layer[0].neurons);
}

static void put_setting(struct script *script, const struct places *x, const struct places *y) {
    script_put(script,
               "\n# {plot.boundary.grid}\n"
               "x(column) = %s + %g*column\n"
               "y(row) = %s + %g*row\n"
               "set xrange [x(0):x(%zu)]\n"
               "set yrange [y(0):y(%zu)]\n"
               "set palette defined (0 '" REGION_0 "', 1 '" REGION_1 "')\n"
               "set cbrange [0:1]\n"
               "unset colorbox\n"
               "unset key\n"
               "set multiplot layout 5,2\n",
               script_real(x->low).text, apart, script_real(y->low).text, apart, x->count - 1,
               y->count - 1);
}

void article_boundary_draw(struct script *script) {
    struct data *data = moons_data(POINTS, 1.0);
    const struct places x = places_of(data, 0), y = places_of(data, 1);
    script_put(script, "\n# {plot.boundary.data}\n");
    moons_put_points(script, data);
    put_setting(script, &x, &y);
    for (size_t n = 0; n < ARTICLE_NETWORKS; n++) {
        struct curve curve = {0};
        struct network *network = moons_train(data, article_hidden[n], ARTICLE_ITERATIONS, &curve);
        put_panel(script, network, &x, &y);
        curve_free(&curve);
        network_free(network);
    }
    script_put(script, "\nunset multiplot\n");
    data_free(data);
}
