/* Figure sigmoid-derivative: (4.5), its maximum, and where it fades: saturation. */
#include "plot/figure.h"

#include "plot/function_lines.h"

static bool draw(struct script *script, const struct plot_request *request, struct error *error) {
    (void)request;
    (void)error;
    script_put(script, "\n# {plot.sigmoid.formulas}\n");
    function_lines(script, function_sigmoid());
    script_put(script, "\n# {plot.sigmoid-derivative.faded}\n"
                       "faded(x) = dsigmoid(x) < dsigmoid(0)/10 ? dsigmoid(x) : NaN\n"
                       "\n"
                       "set title \"(4.5) y' = ");
    slope_title(script->out, function_sigmoid());
    script_put(script,
               "{punctuation.colon}{plot.sigmoid-derivative.title}\"\n"
               "set xlabel \"{plot.weighted-sum}\"\n"
               "set ylabel \"{plot.sigmoid-derivative.y}\"\n"
               "set xrange [-8:8]\n"
               "set yrange [0:0.3]\n" SCRIPT_GRID "set key left top Left reverse\n"
               "set samples 801\n"
               "set label 1 sprintf(\"{plot.sigmoid-derivative.maximum} %%g\", dsigmoid(0)) at "
               "0, dsigmoid(0) point pt 7 ps 1.6 offset 2, 0 front\n"
               "set label 2 \"{plot.sigmoid-derivative.saturated}\" at -5.8, 0.05 center\n"
               "set label 3 \"{plot.sigmoid-derivative.saturated}\" at 5.8, 0.05 center\n"
               "plot faded(x) title \"{plot.sigmoid-derivative.tenth}\" with filledcurves y1=0 "
               "fs solid fc rgb '" ORANGE "', \\\n"
               "     dsigmoid(x) title \"y'\" with lines lw 4 lc rgb '" BLUE "'\n");
    return true;
}

const struct figure figure_sigmoid_derivative = {"sigmoid-derivative", 800, 500, draw, false, NULL};
