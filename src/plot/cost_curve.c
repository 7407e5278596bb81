/* Figure cost-curve: how the cost of the six networks of chapter 6 falls, or that of trainings
 * whose tables the reader has kept. */
#include "plot/figure.h"

#include "base/memory.h"
#include "host/file.h"
#include "plot/curve_log.h"
#include "plot/moons_network.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static void train_all(struct curve curves[ARTICLE_NETWORKS]) {
    struct data *data = moons_data(60, 1.0);
    for (size_t n = 0; n < ARTICLE_NETWORKS; n++)
        network_free(moons_train(data, article_hidden[n], ARTICLE_ITERATIONS, &curves[n]));
    data_free(data);
}

static double highest(const struct curve curves[ARTICLE_NETWORKS]) {
    double cost = 0;
    for (size_t n = 0; n < ARTICLE_NETWORKS; n++)
        for (size_t i = 0; i < curves[n].count; i++)
            cost = fmax(cost, curves[n].cost[i]);
    return cost;
}

/* All curves are kept at the same iterations. */
static void put_data(struct script *script, const struct curve curves[ARTICLE_NETWORKS]) {
    script_put(script, "\n# {plot.cost-curve.data}\n$cost << EOD\n# iteration");
    for (size_t n = 0; n < ARTICLE_NETWORKS; n++)
        script_put(script, " h=%zu", article_hidden[n]);
    for (size_t i = 0; i < curves[0].count; i++) {
        script_put(script, "\n%zu", curves[0].iteration[i]);
        for (size_t n = 0; n < ARTICLE_NETWORKS; n++)
            script_put(script, " %s", script_real(curves[n].cost[i]).text);
    }
    script_put(script, "\nEOD\n");
}

/* Six dashes and colours; in the second six the points are others. */
static void put_look(struct script *script, size_t curve) {
    static const char *const look[] = {"dt 1 lc rgb 'black'",         "dt 2 lc rgb '" PURPLE "'",
                                       "dt 3 lc rgb '" VERMILION "'", "dt 4 lc rgb '" BLUE "'",
                                       "dt 5 lc rgb '" GREEN "'",     "dt 1 lc rgb '" ORANGE "'"};
    static const int point[] = {1, 2, 4, 7, 9, 13, 6, 3, 5, 8, 10, 12};
    script_put(script, " with linespoints lw 2.5 ps 1 pointinterval 5 pt %d %s",
               point[curve % (sizeof point / sizeof *point)],
               look[curve % (sizeof look / sizeof *look)]);
}

static void put_curves(struct script *script, const struct curve curves[ARTICLE_NETWORKS]) {
    for (size_t n = 0; n < ARTICLE_NETWORKS; n++) {
        script_put(script, "%s$cost using 1:%zu title \"h = %zu: %s\"", n == 0 ? "plot " : "     ",
                   n + 2, article_hidden[n],
                   script_shown(curves[n].cost[curves[n].count - 1], 5).text);
        put_look(script, n);
        script_put(script, n + 1 < ARTICLE_NETWORKS ? ", \\\n" : "\n");
    }
}

static bool read_log(struct curve_log *log, const char *path, struct error *error) {
    struct text text = {0};
    const bool done = file_read(&text, path, error) && curve_log_read(log, &text, path, error);
    text_free(&text);
    return done;
}

static void put_log_data(struct script *script, const struct curve_log *logs, size_t count) {
    script_put(script, "\n# {plot.cost-curve.data}\n");
    for (size_t l = 0; l < count; l++)
        for (size_t c = 0; c < logs[l].columns; c++)
            if (logs[l].column[c].points.length > 0) {
                script_put(script, "$log%zu_%zu << EOD\n", l + 1, c + 1);
                text_puts(script->out, logs[l].column[c].points.bytes);
                script_put(script, "EOD\n");
            }
}

/* "LOG: COLUMN: last cost"; the column of a single network needs no name. */
static void put_log_title(struct script *script, const struct curve_log *log, size_t column,
                          const char *path) {
    struct text title = {0};
    const bool plain = strcmp(log->column[column].name, "cost") == 0;
    text_printf(&title, "%s%s%s: %s", path, plain ? "" : ": ",
                plain ? "" : log->column[column].name, script_brief(log->column[column].last).text);
    script_quote(script, title.bytes);
    text_free(&title);
}

static void put_log_curves(struct script *script, const struct curve_log *logs,
                           const struct plot_request *request) {
    size_t drawn = 0;
    for (size_t l = 0; l < request->operands; l++)
        for (size_t c = 0; c < logs[l].columns; c++) {
            if (logs[l].column[c].points.length == 0)
                continue;
            script_put(script, "%s$log%zu_%zu using 1:2 title ",
                       drawn == 0 ? "plot " : ", \\\n     ", l + 1, c + 1);
            put_log_title(script, &logs[l], c, request->operand[l]);
            put_look(script, drawn++);
        }
    script_put(script, "\n");
}

/* A logarithmic axis has no place for a cost of 0. */
static void put_axis(struct script *script, const struct curve_log *logs, size_t count) {
    double least = INFINITY, most = -INFINITY;
    for (size_t l = 0; l < count; l++)
        for (size_t c = 0; c < logs[l].columns; c++) {
            least = fmin(least, logs[l].column[c].least);
            most = fmax(most, logs[l].column[c].most);
        }
    if (least > 0) {
        script_put(script, "set logscale y\n");
        script_decades(script, least, most);
    } else {
        script_put(script, "set format y \"%%g\"\n");
    }
}

static bool draw_logs(struct script *script, const struct plot_request *request,
                      struct error *error) {
    struct curve_log *logs = memory_zeroed(request->operands, sizeof *logs);
    bool done = true;
    for (size_t l = 0; l < request->operands && done; l++)
        done = read_log(&logs[l], request->operand[l], error);
    if (done) {
        put_log_data(script, logs, request->operands);
        script_put(script,
                   "\nset title \"{plot.cost-curve.logs}\"\n"
                   "set xlabel \"{plot.iteration}\"\n"
                   "set ylabel \"{plot.cost-curve.cost}\"\n"
                   "set autoscale yfix\n" SCRIPT_GRID "set key below reverse Left maxcols 1\n");
        put_axis(script, logs, request->operands);
        put_log_curves(script, logs, request);
    }
    for (size_t l = 0; l < request->operands; l++)
        curve_log_free(&logs[l]);
    free(logs);
    return done;
}

static bool draw(struct script *script, const struct plot_request *request, struct error *error) {
    if (request->operands > 0)
        return draw_logs(script, request, error);
    struct curve curves[ARTICLE_NETWORKS] = {0};
    train_all(curves);
    put_data(script, curves);
    script_put(script,
               "\nset title \"{plot.cost-curve.title}\"\n"
               "set xlabel \"{plot.iteration}\"\n"
               "set ylabel \"{plot.cost-curve.y}\"\n"
               "set logscale y\n"
               "set format y \"%%g\"\n"
               "set yrange [*:%s]\n" SCRIPT_GRID
               "set key outside right top title \"{plot.cost-curve.key}\"\n"
               "if (letters) set key below maxcols 2\n",
               script_brief(1.1 * highest(curves)).text);
    put_curves(script, curves);
    for (size_t n = 0; n < ARTICLE_NETWORKS; n++)
        curve_free(&curves[n]);
    return true;
}

const struct figure figure_cost_curve = {"cost-curve", 900, 600, draw, false, "LOG..."};
