/* Figure activations: the four functions of chapters 3 and 4, each with its derivative. */
#include "plot/figure.h"

#include "plot/function_lines.h"

#include <string.h>

/* Left and right of 0 apart, for two of them jump there. */
static void put_panel(struct script *script, const char *name, const char *range) {
    script_put(
        script,
        "\nset title \"{plot.activations.%s}\"\n"
        "set yrange %s\n"
        "plot left(x, %s(x)) title \"y\" with lines ls 1, right(x, %s(x)) notitle with lines "
        "ls 1, \\\n"
        "     left(x, d%s(x)) title \"y'\" with lines ls 2, right(x, d%s(x)) notitle with "
        "lines ls 2\n",
        name, range, name, name, name, name);
}

static bool draw(struct script *script, const struct plot_request *request, struct error *error) {
    (void)request;
    (void)error;
    script_put(script, "\n# {plot.activations.functions}\n"
                       "step(x) = x > 0 ? 1 : 0\n"
                       "dstep(x) = x == 0 ? NaN : 0\n"
                       "relu(x) = x > 0 ? x : 0\n");
    function_lines(script, function_sigmoid());
    function_lines(script, function_find("tanh", strlen("tanh")));
    function_lines(script, function_find("relu", strlen("relu")));
    script_put(script, "\n# {plot.activations.jump}\n"
                       "left(x, y) = x <= 0 ? y : NaN\n"
                       "right(x, y) = x > 0 ? y : NaN\n"
                       "set style line 1 lw 4 lc rgb '" BLUE "'\n"
                       "set style line 2 lw 3 dt (8, 5) lc rgb '" VERMILION "'\n"
                       "\n"
                       "set multiplot layout 2,2 title \"{plot.activations.title}\"\n"
                       "set xlabel \"{plot.weighted-sum}\"\n"
                       "set ylabel \"{plot.activations.y}\"\n"
                       "set xrange [-4:4]\n" SCRIPT_GRID "set key left top Left reverse\n"
                       "set samples 801\n");
    put_panel(script, "step", "[-0.25:1.5]");
    put_panel(script, "sigmoid", "[-0.25:1.5]");
    put_panel(script, "tanh", "[-1.25:1.5]");
    put_panel(script, "relu", "[-0.5:4]");
    script_put(script, "unset multiplot\n");
    return true;
}

const struct figure figure_activations = {"activations", 1000, 800, draw, true, NULL};
