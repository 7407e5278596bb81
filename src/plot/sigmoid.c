/* Figure sigmoid: (4.1), with its value and its slope where the example's h1 stands on it. */
#include "plot/figure.h"

#include "plot/formula_gnuplot.h"
#include "plot/sigmoid_lines.h"
#include "walk/walk.h"

#include <math.h>
#include <string.h>

static double value(const struct trace *walk, const char *name) {
    return trace_find(walk, name, strlen(name))->value;
}

static bool has_axis(const struct trace *walk, struct error *error) {
    const double in_h1 = value(walk, "in_h1");
    if (fabs(in_h1) < LARGEST_ON_AXIS)
        return true;
    return error_set(error,
                     "plot sigmoid: in_h1 is %s, too large for an axis; one within %s is needed",
                     script_brief(in_h1).text, script_brief(LARGEST_ON_AXIS).text);
}

static void put_curve(struct script *script, struct trace *walk) {
    script_put(script, "\n# {plot.sigmoid.formulas}\n");
    sigmoid_lines(script, walk);
    script_put(script,
               "\n# {plot.sigmoid.example}\n"
               "in_h1 = %s\n"
               "tangent(x) = sigmoid(in_h1) + dsigmoid(in_h1)*(x - in_h1)\n"
               "reach = abs(in_h1) < 6 ? 8 : abs(in_h1) + 2\n"
               "\n"
               "set xrange [-reach:reach]\n"
               "set title \"(4.1) y = ",
               script_real(value(walk, "in_h1")).text);
    sigmoid_title(script->out, walk);
    script_put(script, "{punctuation.colon}{plot.sigmoid.title}\"\n");
}

static bool draw(struct script *script, const struct plot_request *request, struct error *error) {
    struct trace walk;
    const bool done =
        walk_article(&walk, request->example, SLIPS_NONE, error) && has_axis(&walk, error);
    if (done) {
        put_curve(script, &walk);
        script_put(script,
                   "set xlabel \"{plot.weighted-sum}\"\n"
                   "set ylabel \"{plot.output}\"\n"
                   "set yrange [-0.1:1.1]\n"
                   "set grid\n"
                   "set key left top Left reverse samplen letters ? 1 : 4\n"
                   "set samples 401\n"
                   "# {plot.sigmoid.corner}\n"
                   "set label 1 \"\" at in_h1, %s point pt 7 ps 1.6 front\n"
                   "set label 2 \"(5.1) in_h1 = %s\\n(5.2) out_h1 = %s\\n{plot.slope} = "
                   "%s\" at graph 0.64, 0.42\n"
                   "plot sigmoid(x) title \"y\" with lines lw 4 lc rgb '" BLUE "', \\\n"
                   "     (abs(x - in_h1) <= 2 ? tangent(x) : NaN) title \"{plot.sigmoid.tangent}\" "
                   "with lines lw 3 dt 2 lc rgb '" VERMILION "'\n",
                   script_real(value(&walk, "out_h1")).text, value_in_label(&walk, "in_h1").text,
                   value_in_label(&walk, "out_h1").text,
                   value_in_label(&walk, "dout_h1_din_h1").text);
    }
    trace_free(&walk);
    return done;
}

const struct figure figure_sigmoid = {"sigmoid", 800, 500, draw, false, NULL};
