/* Figure learning-rates: error curves of the example for rates too small, right and too large; one
 * too large with which most of the error stays, or with which the numbers leave their range, is
 * said to fail. Where the targets lie so near 0 and 1 that sigmoid outputs which stick there are
 * right, none fails: then the same stands beside it with other targets. */
#include "plot/figure.h"

#include "base/memory.h"
#include "formula/function.h"
#include "plot/descent.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { RATES = 5, ITERATIONS = 10000 };

struct curves {
    const char *name;       /* of its data in the script */
    struct example example; /* with the targets that are aimed at */
    double rate[RATES];
    struct descent descent[RATES];
    size_t lowest; /* the rate that ends with the smallest error */
};

/* An error that is of no interest any more: nothing but rounding, or far above the first. */
static const double rounding = 1e-10, far_above = 100;

static double first_error(const struct curves *curves) {
    return curves->descent[0].point[0].E_total;
}

static double last_error(const struct curves *curves, size_t r) {
    return curves->descent[r].point[curves->descent[r].count - 1].E_total;
}

static void find_lowest(struct curves *curves) {
    for (size_t r = 1; r < RATES; r++)
        if (last_error(curves, r) < last_error(curves, curves->lowest))
            curves->lowest = r;
}

/* Around the example's own, which stands second. */
static bool descend(struct curves *curves, struct error *error) {
    static const double factor[RATES] = {0.01, 1, 10, 100, 1000};
    double alpha;
    bool done = descent_alpha(&curves->example, &alpha, error);
    if (done && isinf(factor[RATES - 1] * alpha))
        done = error_set(error,
                         "alpha = %s: the picture goes to 1000 times that, beyond the range "
                         "of numbers (1.7e308); a smaller alpha is needed",
                         script_brief(alpha).text);
    for (size_t r = 0; r < RATES && done; r++) {
        curves->rate[r] = factor[r] * alpha;
        /* a curve ends where its numbers leave their range */
        done =
            descent_of(&curves->descent[r], &curves->example, curves->rate[r], ITERATIONS, error) ||
            (r > 0 && curves->descent[r].count > 1);
    }
    if (done)
        find_lowest(curves);
    return done && (first_error(curves) > rounding ||
                    error_set(error,
                              "plot learning-rates: the error is %s from the first, too small to "
                              "fall; other targets are needed",
                              script_brief(first_error(curves)).text));
}

static void put_data(struct script *script, const struct curves *curves) {
    for (size_t r = 0; r < RATES; r++) {
        script_put(script, "$%s%zu << EOD\n# iteration E_total, alpha = %s\n", curves->name, r + 1,
                   script_brief(curves->rate[r]).text);
        for (size_t i = 0; i < curves->descent[r].count; i++)
            script_put(script, "%zu %s\n", curves->descent[r].point[i].iteration,
                       script_real(curves->descent[r].point[i].E_total).text);
        script_put(script, "EOD\n");
    }
}

/* Most of what the best rate takes from the error stays, or the curve ends before the others. */
static bool fails(const struct curves *curves, size_t r) {
    const struct descent *descent = &curves->descent[r];
    const double least = last_error(curves, curves->lowest);
    return r > curves->lowest &&
           (descent->point[descent->count - 1].iteration < ITERATIONS ||
            last_error(curves, r) - least > (first_error(curves) - least) / 2);
}

static bool any_fails(const struct curves *curves) {
    for (size_t r = 0; r < RATES; r++)
        if (fails(curves, r))
            return true;
    return false;
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
        script_put(
            script,
            "%s$%s%zu using ($1 + 1):2 title \"alpha = %s{punctuation.colon}%s%s\" with %s%s",
            r == 0 ? "plot " : "     ", curves->name, r + 1, script_brief(curves->rate[r]).text,
            verdict(curves, r), r == 1 ? "{plot.learning-rates.own}" : "", look[r],
            r + 1 < RATES ? ", \\\n" : "\n");
}

/* Whether a rate fails is a matter of the targets: saturated outputs, 0 or 1, may lie near them.
 * More than a few have no room. */
static void put_targets(struct script *script, const struct curves *curves) {
    enum { FEW = 4 };
    const struct shape *shape = &curves->example.shape;
    const bool are_few = shape->samples * shape->width[shape->depth] <= FEW;
    const char *before = "{plot.learning-rates.targets}{punctuation.colon}";
    for (size_t g = 0; g < curves->example.count; g++)
        if (are_few && curves->example.given[g].role.kind == ROLE_TARGET) {
            script_put(script, "%s%s = %s", before, curves->example.given[g].name,
                       curves->example.given[g].typed);
            before = "{punctuation.comma}";
        }
    if (!any_fails(curves))
        script_put(script, "%s{plot.learning-rates.none-fails}",
                   are_few ? "{punctuation.semicolon}" : "");
    script_put(script, "\"\n");
}

static void put_range(struct script *script, const struct curves *curves) {
    double low = last_error(curves, curves->lowest), high = 0;
    for (size_t r = 0; r < RATES; r++)
        for (size_t i = 0; i < curves->descent[r].count; i++)
            high = fmax(high, curves->descent[r].point[i].E_total);
    const bool is_low = !(low > rounding), is_high = high > far_above * first_error(curves);
    low = is_low ? rounding : low;
    high = is_high ? far_above * first_error(curves) : high;
    script_put(script, "set yrange [%s:%s]\n", is_low ? script_brief(low).text : "*",
               is_high ? script_brief(high).text : "*");
    script_decades(script, low, high);
}

/* The same with targets far from 0 and 1, 0.3 for those below 0.5 and 0.7 for those above, which
 * sigmoid outputs alone can have. Its numbers are the caller's to free. */
static struct example away_from_saturation(const struct example *example) {
    struct example other = *example;
    other.given = memory_take(other.count * sizeof *other.given);
    memcpy(other.given, example->given, other.count * sizeof *other.given);
    for (size_t g = 0; g < other.count; g++)
        if (other.given[g].role.kind == ROLE_TARGET) {
            const bool is_low = other.given[g].value < 0.5;
            other.given[g].typed = is_low ? "0.3" : "0.7";
            other.given[g].value = is_low ? 0.3 : 0.7;
        }
    return other;
}

static void put_picture(struct script *script, const struct curves curves[], size_t count) {
    script_put(script, "\n# {plot.learning-rates.data}\n");
    for (size_t c = 0; c < count; c++)
        put_data(script, &curves[c]);
    script_put(script,
               "\nset xlabel \"{plot.iteration-from-1}\"\n"
               "set ylabel \"{plot.error}\"\n"
               "set logscale xy\n"
               "set format x \"%%g\"\n" SCRIPT_GRID "set xrange [1:%d]\n"
               "set bmargin 10\n"
               "set key below Left reverse maxcols 1 samplen 3\n"
               "title = \"{plot.learning-rates.title}\\n\"\n",
               ITERATIONS + 1);
    if (count > 1) /* letters have no room for both */
        script_put(script, "if (!letters) set multiplot layout 1,2 title "
                           "\"{plot.learning-rates.title}\"\n");
    for (size_t c = 0; c < count; c++) {
        script_put(script, "\nset title %s",
                   count == 1 ? "title.\"" : "(letters ? title : \"\").\"");
        put_targets(script, &curves[c]);
        put_range(script, &curves[c]);
        script_put(script, c + 1 < count ? "if (!letters) " : "");
        put_curves(script, &curves[c]);
    }
    script_put(script, count > 1 ? "if (!letters) unset multiplot\n" : "");
}

/* Of the example; and where no rate fails, with other targets beside it if one does with these,
 * unless the cross-entropy sees to it that no output sticks at the wrong end. */
static bool draw(struct script *script, const struct plot_request *request, struct error *error) {
    struct curves curves[] = {{.name = "rate", .example = *request->example},
                              {.name = "other", .example = away_from_saturation(request->example)}};
    size_t count = 1;
    const bool done = descend(&curves[0], error);
    const struct shape *shape = &request->example->shape;
    const bool can_stick =
        shape->activation[shape->depth] == function_sigmoid() && shape->loss != LOSS_CROSS_ENTROPY;
    if (done && can_stick && !any_fails(&curves[0]))
        count += descend(&curves[1], error) && any_fails(&curves[1]);
    if (done)
        put_picture(script, curves, count);
    for (size_t c = 0; c < 2; c++)
        for (size_t r = 0; r < RATES; r++)
            descent_free(&curves[c].descent[r]);
    free(curves[1].example.given);
    return done;
}

const struct figure figure_learning_rates = {"learning-rates", 1200, 600, draw, false, NULL};
