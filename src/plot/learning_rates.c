/* Figure learning-rates: error curves of the example for rates too small, right and too large. */
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

static const char *verdict(const struct curves *curves, size_t r) {
    return r < curves->lowest   ? "{plot.learning-rates.small}"
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

static bool draw(struct script *script, const struct plot_request *request, struct error *error) {
    struct curves curves = {0};
    const bool done = descend(&curves, request->example, error);
    if (done) {
        find_lowest(&curves);
        put_data(script, &curves);
        script_put(script,
                   "\nset title \"{plot.learning-rates.title}\"\n"
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
