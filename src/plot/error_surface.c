/* Figure error-surface: the error over two weights or biases of the example, and the way that
 * descent takes on it. gnuplot computes the surface, from the lines of the walk; the way is the
 * network's. */
#include "plot/figure.h"

#include "formula/function.h"
#include "plot/descent.h"
#include "plot/walk_gnuplot.h"

#include <math.h>
#include <string.h>

enum { ITERATIONS = 1000, AXIS_NAME_MOST = 8 };

struct surface {
    const struct shape *shape;
    char axis[2][AXIS_NAME_MOST];
    struct walk walk;
    struct descent descent;
};

/* Two of the last layer, from the same neuron to two outputs; where there is one output, from two
 * neurons; from one neuron, and the bias. */
static void put_usual_axes(struct text *out, const struct shape *shape) {
    const size_t last = shape->depth;
    struct role role = {.kind = ROLE_WEIGHT, .layer = last, .neuron = 1, .from = 1};
    shape_put_name(out, shape, &role);
    if (shape->width[last] > 1)
        role.neuron = 2;
    else if (shape->width[last - 1] > 1)
        role.from = 2;
    else
        role.kind = ROLE_BIAS;
    text_putc(out, ',');
    shape_put_name(out, shape, &role);
}

static bool take_axes(struct surface *surface, const char *axes, const struct example *example) {
    const char *comma = strchr(axes, ',');
    const size_t first = comma != NULL ? (size_t)(comma - axes) : 0;
    const size_t second = comma != NULL ? strlen(comma + 1) : 0;
    const bool fits = first > 0 && second > 0 && first < AXIS_NAME_MOST && second < AXIS_NAME_MOST;
    if (!fits)
        return false;
    memcpy(surface->axis[0], axes, first);
    memcpy(surface->axis[1], comma + 1, second);
    return descent_has(example, surface->axis[0]) && descent_has(example, surface->axis[1]) &&
           strcmp(surface->axis[0], surface->axis[1]) != 0;
}

static bool read_axes(struct surface *surface, const struct plot_request *request,
                      struct error *error) {
    struct text usual = {0};
    put_usual_axes(&usual, surface->shape);
    const char *axes = request->axes != NULL ? request->axes : usual.bytes;
    const bool taken = take_axes(surface, axes, request->example) ||
                       error_set(error,
                                 "--axes %s: two weights or biases of the example are needed, "
                                 "such as %s",
                                 quote(axes, strlen(axes)).text, usual.bytes);
    text_free(&usual);
    return taken;
}

/* gnuplot has no e^x above e^709, and a sigmoid takes it of the negative sum. NULL: none is. */
static const struct quantity *too_low(const struct surface *surface) {
    const struct trace *trace = &surface->walk.trace;
    for (size_t i = 0; i < trace->quantity_count; i++) {
        const struct quantity *in = &trace->quantities[i];
        const struct role role = shape_role(surface->shape, in->name, in->length);
        if (role.kind == ROLE_SUM && !role.is_new && in->value < -700 &&
            surface->shape->activation[role.layer] == function_sigmoid())
            return in;
    }
    return NULL;
}

static void put_path(struct script *script, const struct surface *surface) {
    script_put(script, "\n# {plot.error-surface.path}\n$path << EOD\n# %s %s %s iteration\n",
               surface->axis[0], surface->axis[1], surface->walk.error);
    for (size_t i = 0; i < surface->descent.count; i++) {
        const struct descent_point *point = &surface->descent.point[i];
        script_put(script, "%s %s %s %zu\n", script_real(point->weight[0]).text,
                   script_real(point->weight[1]).text, script_real(point->E_total).text,
                   point->iteration);
    }
    script_put(script, "EOD\n");
}

/* A sum, and the weights on the way, as gnuplot can have them. */
static bool can_be_drawn(const struct surface *surface, struct error *error) {
    const struct quantity *in = too_low(surface);
    if (in != NULL)
        return error_set(error,
                         "plot error-surface: %s is %s, too low for gnuplot; a weighted sum "
                         "above -700 is needed",
                         in->name, script_brief(in->value).text);
    for (size_t i = 0; i < surface->descent.count; i++)
        for (int a = 0; a < 2; a++) {
            const double weight = surface->descent.point[i].weight[a];
            if (!(fabs(weight) < LARGEST_ON_AXIS))
                return error_set(error,
                                 "plot error-surface: %s gets to %s, too large for an axis; a way "
                                 "that stays within %s is needed",
                                 surface->axis[a], script_brief(weight).text,
                                 script_brief(LARGEST_ON_AXIS).text);
        }
    return true;
}

/* The whole number next to X on the side of SIGN. */
static double outward(double x, int sign) {
    const double whole = (double)(long long)x;
    return (whole - x) * sign >= 0 ? whole : whole + sign;
}

/* Both axes have the same length, half as much again as the way is wide, and the way is in their
 * middle. */
static void put_ranges(struct script *script, const struct surface *surface) {
    double low[2], high[2];
    for (int a = 0; a < 2; a++) {
        low[a] = high[a] = surface->descent.point[0].weight[a];
        for (size_t i = 1; i < surface->descent.count; i++) {
            const double weight = surface->descent.point[i].weight[a];
            low[a] = weight < low[a] ? weight : low[a];
            high[a] = weight > high[a] ? weight : high[a];
        }
    }
    const double wide[] = {high[0] - low[0], high[1] - low[1]};
    const double widest = wide[0] > wide[1] ? wide[0] : wide[1];
    const double reach = 0.75 * (widest > 2 ? widest : 2);
    for (int a = 0; a < 2; a++)
        script_put(script, "set %crange [%s:%s]\n", "xy"[a],
                   script_real(outward((low[a] + high[a]) / 2 - reach, -1)).text,
                   script_real(outward((low[a] + high[a]) / 2 + reach, 1)).text);
}

/* Where the way begins and ends: a word at the point, which strikes no axis, and what it is in the
 * title. */
static void put_ends(struct script *script, const struct descent *descent) {
    static const char *const words[] = {"{plot.error-surface.first}", "{plot.error-surface.last}"};
    const struct descent_point *const ends[] = {&descent->point[0],
                                                &descent->point[descent->count - 1]};
    script_put(script, "set title \"{plot.error-surface.title}\\n");
    for (size_t e = 0; e < 2; e++)
        script_put(
            script,
            "%s%s{punctuation.colon}{plot.error} = %s{punctuation.comma}{plot.updates}{punctuation.colon}%zu",
            e > 0 ? "{punctuation.semicolon}" : "", words[e], script_brief(ends[e]->E_total).text,
            ends[e]->iteration);
    script_put(script, "\"\n");
    for (size_t e = 0; e < 2; e++)
        script_put(script,
                   "set label %zu \"%s\" at %s, %s, %s front point pt 7 ps 1.4 left offset 1.2, "
                   "%s boxed\n",
                   e + 1, words[e], script_real(ends[e]->weight[0]).text,
                   script_real(ends[e]->weight[1]).text, script_real(ends[e]->E_total).text,
                   e == 0 ? "0.6" : "-0.6");
}

/* Degrees about z: one looks from the corner to which the way leads. */
static int turn_of(const struct descent *descent) {
    const struct descent_point *first = &descent->point[0];
    const struct descent_point *last = &descent->point[descent->count - 1];
    const bool right = last->weight[0] >= first->weight[0];
    const bool up = last->weight[1] > first->weight[1];
    return right ? (up ? 135 : 45) : (up ? 225 : 315);
}

/* Their numbers stand apart at the corner in front, where both axes end. */
static void put_tics(struct script *script, int turn) {
    const int x = turn == 45 || turn == 225 ? -1 : 1;
    script_put(script, "set xtics offset %d,-0.3\nset ytics offset %d,-0.3\n", x, -x);
}

static void put_picture(struct script *script, const struct surface *surface) {
    script_put(script,
               "\n# {plot.error-surface.view}\n"
               "set view 50, %d\n"
               "\n"
               "set xlabel \"%s\"\n"
               "set ylabel \"%s\"\n"
               "set zlabel \"{plot.error}\" rotate parallel\n"
               "set xyplane relative 0\n"
               "set samples 41\n"
               "set isosamples 41\n"
               "set palette defined (0 '#6baed6', 1 '#9ecae1', 2 '#deebf7', 3 '#fff5eb')\n"
               "set pm3d border lc rgb '" GREY "' lw 0.3\n"
               "unset colorbox\n"
               "set style textbox opaque noborder margins 0.4,0.4\n"
               "set key at screen 0.98, 0.87\n",
               turn_of(&surface->descent), surface->axis[0], surface->axis[1]);
    put_tics(script, turn_of(&surface->descent));
    put_ends(script, &surface->descent);
    script_put(script,
               "splot %s(x, y) notitle with pm3d, \\\n"
               "      $path using 1:2:3 title \"{plot.error-surface.descent}\" with "
               "linespoints lw 3 pt 7 ps 0.5 lc rgb 'black'\n",
               surface->walk.error);
}

static bool draw(struct script *script, const struct plot_request *request, struct error *error) {
    struct surface surface = {.shape = &request->example->shape};
    double alpha;
    if (!descent_alpha(request->example, &alpha, error) || !read_axes(&surface, request, error))
        return false;
    const char *const axis[] = {surface.axis[0], surface.axis[1]};
    const bool done =
        walk_make(&surface.walk, request->example, SLIPS_NONE, error) &&
        descent_on(&surface.descent, request->example, axis, alpha, ITERATIONS, error) &&
        can_be_drawn(&surface, error);
    if (done) {
        walk_gnuplot(script, &surface.walk, axis);
        put_path(script, &surface);
        put_ranges(script, &surface);
        put_picture(script, &surface);
    }
    descent_free(&surface.descent);
    walk_free(&surface.walk);
    return done;
}

const struct figure figure_error_surface = {"error-surface", 900, 700, draw, true, NULL};
