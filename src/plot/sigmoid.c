/* Figure sigmoid: (4.1), with its value and its slope where the example's first sigmoid neuron
 * stands on it. */
#include "plot/figure.h"

#include "plot/formula_gnuplot.h"
#include "plot/function_lines.h"
#include "plot/walk_names.h"

#include <math.h>

/* Where it stands. */
struct place {
    struct walk walk;
    const struct quantity *in, *out, *slope;
};

static bool find_place(struct place *place, struct error *error) {
    const struct shape *shape = place->walk.shape;
    for (size_t layer = 1; layer <= shape->depth; layer++) {
        const struct role in = {.kind = ROLE_SUM, .layer = layer, .neuron = 1};
        const struct role out = {.kind = ROLE_OUTPUT, .layer = layer, .neuron = 1};
        if (shape->activation[layer] != function_sigmoid())
            continue;
        place->in = walk_quantity(&place->walk, in);
        place->out = walk_quantity(&place->walk, out);
        place->slope = walk_derivative(&place->walk, out, in);
        return fabs(place->in->value) < LARGEST_ON_AXIS ||
               error_set(error,
                         "plot sigmoid: %s is %s, too large for an axis; one within %s is needed",
                         place->in->name, script_brief(place->in->value).text,
                         script_brief(LARGEST_ON_AXIS).text);
    }
    return error_set(error, "plot sigmoid: the example has no sigmoid neuron; one that has is "
                            "needed, such as the article's");
}

static void put_curve(struct script *script, const struct place *place) {
    const char *in = place->in->name;
    script_put(script, "\n# {plot.sigmoid.formulas}\n");
    function_lines(script, function_sigmoid());
    script_put(script,
               "\n# {plot.sigmoid.example}\n"
               "%s = %s\n"
               "tangent(x) = sigmoid(%s) + dsigmoid(%s)*(x - %s)\n"
               "reach = abs(%s) < 6 ? 8 : abs(%s) + 2\n"
               "\n"
               "set xrange [-reach:reach]\n"
               "set title \"(4.1) y = ",
               in, script_real(place->in->value).text, in, in, in, in, in);
    function_title(script->out, function_sigmoid());
    script_put(script, "{punctuation.colon}{plot.sigmoid.title}\"\n");
}

static void put_place(struct script *script, struct place *place) {
    struct trace *trace = &place->walk.trace;
    script_put(script,
               "# {plot.sigmoid.corner}\n"
               "set label 1 \"\" at %s, %s point pt 7 ps 1.6 front\n"
               "set label 2 \"%s%s = %s\\n%s%s = %s\\n{plot.slope} = %s\" at graph 0.64, 0.42\n",
               place->in->name, script_real(place->out->value).text,
               equation_place(trace->steps[place->in->step].equation).text, place->in->name,
               value_in_label(trace, place->in->name).text,
               equation_place(trace->steps[place->out->step].equation).text, place->out->name,
               value_in_label(trace, place->out->name).text,
               value_in_label(trace, place->slope->name).text);
}

static bool draw(struct script *script, const struct plot_request *request, struct error *error) {
    struct place place;
    const bool done =
        walk_make(&place.walk, request->example, SLIPS_NONE, error) && find_place(&place, error);
    if (done) {
        put_curve(script, &place);
        script_put(script, "set xlabel \"{plot.weighted-sum}\"\n"
                           "set ylabel \"{plot.output}\"\n"
                           "set yrange [-0.1:1.1]\n" SCRIPT_GRID
                           "set key left top Left reverse samplen letters ? 1 : 4\n"
                           "set samples 401\n");
        put_place(script, &place);
        script_put(script,
                   "plot sigmoid(x) title \"y\" with lines lw 4 lc rgb '" BLUE "', \\\n"
                   "     (abs(x - %s) <= 2 ? tangent(x) : NaN) title \"{plot.sigmoid.tangent}\" "
                   "with lines lw 3 dt 2 lc rgb '" VERMILION "'\n",
                   place.in->name);
    }
    walk_free(&place.walk);
    return done;
}

const struct figure figure_sigmoid = {"sigmoid", 800, 500, draw, false, NULL};
