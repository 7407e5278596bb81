/* Figure error-curve: the error of the example against the iteration, the end of chapter 5. */
#include "plot/figure.h"

#include "plot/descent.h"

#include <math.h>

enum { ITERATIONS = 10000 };

static void put_data(struct script *script, const struct descent *descent) {
    script_put(script, "\n# {plot.error-curve.data}\n$descent << EOD\n# iteration E_total\n");
    for (size_t i = 0; i < descent->count; i++)
        script_put(script, "%zu %s\n", descent->point[i].iteration,
                   script_real(descent->point[i].E_total).text);
    script_put(script, "EOD\n");
}

/* A logarithmic axis has no place for 0. False where no error is above it. */
static bool find_range(const struct descent *descent, double *low, double *high) {
    *low = INFINITY;
    *high = 0;
    for (size_t i = 0; i < descent->count; i++) {
        const double E_total = descent->point[i].E_total;
        *low = E_total > 0 && E_total < *low ? E_total : *low;
        *high = E_total > *high ? E_total : *high;
    }
    return *high > 0;
}

static void put_picture(struct script *script, const struct descent *descent, double alpha,
                        double low, double high) {
    const struct descent_point *first = &descent->point[0];
    const struct descent_point *last = &descent->point[descent->count - 1];
    script_put(script,
               "\n# {plot.error-curve.room}\n"
               "low = %s\n"
               "high = %s\n"
               "room = high**0.15/low**0.15 + 20\n"
               "\n"
               "set title \"{plot.error-curve.title}{punctuation.semicolon}alpha = %s\"\n"
               "set xlabel \"{plot.iteration-from-1}\"\n"
               "set ylabel \"{plot.error}\"\n"
               "set logscale xy\n"
               "set format x \"%%g\"\n"
               "set xrange [1:%zu]\n"
               "set yrange [low/room:high*room/4]\n" SCRIPT_GRID "unset key\n",
               script_real(low).text, script_real(high).text, script_brief(alpha).text,
               last->iteration + 1);
    script_decades(script, low, high);
    script_put(
        script,
        "set label 1 \"{plot.error} = %s{punctuation.comma}{plot.updates}{punctuation.colon}0\" at 1, %s point pt 7 ps 1.4 offset "
        "1, 1 front\n"
        "set label 2 \"{plot.error} = %s{punctuation.comma}{plot.updates}{punctuation.colon}%zu\" at %zu, %s right point pt 7 ps "
        "1.4 offset -2, -1 front\n"
        "plot $descent using ($1 + 1):2 with lines lw 4 lc rgb '" BLUE "'\n",
        script_brief(first->E_total).text,
        script_real(first->E_total > low ? first->E_total : low).text,
        script_brief(last->E_total).text, last->iteration, last->iteration + 1,
        script_real(last->E_total > low ? last->E_total : low).text);
}

static bool draw(struct script *script, const struct plot_request *request, struct error *error) {
    struct descent descent = {0};
    double alpha, low, high;
    bool done = descent_alpha(request->example, &alpha, error) &&
                descent_of(&descent, request->example, alpha, ITERATIONS, error);
    if (done && !find_range(&descent, &low, &high))
        done =
            error_set(error, "plot error-curve: the error is 0 from the first; other targets are "
                             "needed");
    if (done) {
        put_data(script, &descent);
        put_picture(script, &descent, alpha, low, high);
    }
    descent_free(&descent);
    return done;
}

const struct figure figure_error_curve = {"error-curve", 800, 500, draw, false, NULL};
