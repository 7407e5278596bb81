/* Figure learning-rates: error curves of the example for rates too small, right and too large; one
 * too large with which more than half of the first error stays is said to fail. */
#include "plot/figure.h"

#include "plot/descent.h"

#include <math.h>

enum { RATES = 5, ITERATIONS = 10000 };

struct curves {
    double rate[RATES];
    struct descent descent[RATES];
    size_t lowest; /* the rate that ends with the smallest error */
};

/* Around the example's own, which stands second. */
static bool descend(struct curves *curves, const struct example *example, struct error *error) {
    static const double factor[RATES] = {0.01, 1, 10, 100, 1000};
    double alpha;
    bool done = descent_alpha(example, &alpha, error);
    if (done && isinf(factor[RATES - 1] * alpha))
        done = error_set(error,
                         "alpha = %s: the picture goes to 1000 times that, beyond the range "
                         "of numbers (1.7e308); a smaller alpha is needed",
                         script_brief(alpha).text);
    for (size_t r = 0; r < RATES && done; r++) {
        curves->rate[r] = factor[r] * alpha;
        done = descent_of(&curves->descent[r], example, curves->rate[r], ITERATIONS, error);
    }
    return done;
}

static double last_error(const struct curves *curves, size_t r) {
    return curves->descent[r].point[curves->descent[r].count - 1].E_total;
}

static void find_lowest(struct curves *curves) {
    for (size_t r = 1; r < RATES; r++)
        if (last_error(curves, r) < last_error(curves, curves->lowest))
            curves->lowest = r;
}

static void put_data(struct script *script, const struct curves *curves) {
    script_put(script, "\n# {plot.learning-rates.data}\n");
    for (size_t r = 0; r < RATES; r++) {
        script_put(script, "$rate%zu << EOD\n# iteration E_total, alpha = %s\n", r + 1,
                   script_brief(curves->rate[r]).text);
        for (size_t i = 0; i < curves->descent[r].count; i++)
            script_put(script, "%zu %s\n", curves->descent[r].point[i].iteration,
                       script_real(curves->descent[r].point[i].E_total).text);
        script_put(script, "EOD\n");
    }
}

static bool fails(const struct curves *curves, size_t r) {
    return r > curves->lowest && last_error(curves, r) > curves->descent[r].point[0].E_total / 2;
}

static const char *verdict(const struct curves *curves, size_t r) {
    return fails(curves, r)     ? "{plot.learning-rates.fails}"
           : r < curves->lowest ? "{plot.learning-rates.small}"
           : r > curves->lowest ? "{plot.learning-rates.large}"
                                : "{plot.learning-rates.right}";
}

static void put_curves(struct script *script, const struct curves *curves) {
    static const char *const look[RATES] = {
        "lines lw 3 dt 3 lc rgb '" BLUE "'", "lines lw 4 lc rgb 'black'",
        "linespoints lw 2 pt 7 ps 0.7 pointinterval 6 lc rgb '" GREEN "'",
        "lines lw 3 dt 2 lc rgb '" ORANGE "'", "lines lw 3 dt 4 lc rgb '" VERMILION "'"};
    for (size_t r = 0; r < RATES; r++)
        script_put(script, "%s$rate%zu using ($1 + 1):2 title \"alpha = %s: %s%s\" with %s%s",
                   r == 0 ? "plot " : "     ", r + 1, script_brief(curves->rate[r]).text,
                   verdict(curves, r), r == 1 ? " {plot.learning-rates.own}" : "", look[r],
                   r + 1 < RATES ? ", \\\n" : "\n");
}

/* Whether a rate fails is a matter of the targets: saturated outputs, 0 or 1, may lie near them. */
static void put_title(struct script *script, const struct curves *curves,
                      const struct example *example) {
    bool any = false;
    const char *before = "{plot.learning-rates.targets}: ";
    for (size_t r = 0; r < RATES; r++)
        any = any || fails(curves, r);
    script_put(script, "\nset title \"{plot.learning-rates.title}\\n");
    for (size_t g = 0; g < example->count; g++)
        if (example->given[g].role.kind == ROLE_TARGET) {
            script_put(script, "%s%s = %s", before, example->given[g].name,
                       example->given[g].typed);
            before = ", ";
        }
    script_put(script, "%s\"\n", any ? "" : "; {plot.learning-rates.none-fails}");
}

/* An error of nothing but rounding is not drawn. */
static void put_floor(struct script *script, const struct curves *curves) {
    static const double floor = 1e-10;
    if (last_error(curves, curves->lowest) < floor)
        script_put(script, "set yrange [%g:*]\n", floor);
}

static bool draw(struct script *script, const struct plot_request *request, struct error *error) {
    struct curves curves = {0};
    const bool done = descend(&curves, request->example, error);
    if (done) {
        find_lowest(&curves);
        put_data(script, &curves);
        put_title(script, &curves, request->example);
        put_floor(script, &curves);
        script_put(script,
                   "set xlabel \"{plot.iteration-from-1}\"\n"
                   "set ylabel \"{plot.error}\"\n"
                   "set logscale xy\n"
                   "set format \"%%g\"\n"
                   "set grid\n"
                   "set xrange [1:%d]\n"
                   "set bmargin 10\n"
                   "set key below Left reverse maxcols 1\n",
                   ITERATIONS + 1);
        put_curves(script, &curves);
    }
    for (size_t r = 0; r < RATES; r++)
        descent_free(&curves.descent[r]);
    return done;
}

const struct figure figure_learning_rates = {"learning-rates", 900, 600, draw, false, NULL};
