/* Figure step: the unit step of chapter 3. */
#include "plot/figure.h"

static bool draw(struct script *script, const struct plot_request *request, struct error *error) {
    (void)request;
    (void)error;
    script_put(script,
               "\n# {plot.step.rule}\n"
               "step(x) = x > 0 ? 1 : 0\n"
               "\n"
               "set title \"{plot.step.title}\"\n"
               "set xlabel \"{plot.weighted-sum}\"\n"
               "set ylabel \"{plot.output}\"\n"
               "set xrange [-3:3]\n"
               "set yrange [-0.25:1.25]\n"
               "set ytics 0.5\n" SCRIPT_GRID "unset key\n"
               "\n"
               "# {plot.step.points}\n"
               "set label 1 \"  {plot.step.closed}\" at 0, step(0) point pt 7 ps 1.6 lc rgb '" BLUE
               "' offset 1, -1 front\n"
               "set label 2 at 0, 1 point pt 7 ps 1.6 lc rgb 'white' front\n"
               "set label 3 \"  {plot.step.open}\" at 0, 1 point pt 6 ps 1.6 lw 2 lc rgb '" BLUE
               "' offset -1, 1 right front\n"
               "set samples 601\n"
               "plot (x <= 0 ? step(x) : NaN) with lines lw 4 lc rgb '" BLUE "', \\\n"
               "     (x > 0 ? step(x) : NaN) with lines lw 4 lc rgb '" BLUE "'\n");
    return true;
}

const struct figure figure_step = {"step", 800, 500, draw, false, NULL};
