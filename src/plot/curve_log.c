/* Curve log: see curve_log.h. */
#include "plot/curve_log.h"

#include "base/number.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

void curve_log_free(struct curve_log *log) {
    for (size_t c = 0; c < log->columns; c++)
        text_free(&log->column[c].points);
    *log = (struct curve_log){0};
}

/* Where reading is: field by field of a line. */
struct place {
    const char *name, *line, *at;
    size_t number;
    size_t costs; /* that were read */
};

static bool fault(const struct place *place, struct error *error, const char *what) {
    return error_set(error, "%s:%zu:%zu: %s", place->name, place->number,
                     text_columns(place->line, (size_t)(place->at - place->line)) + 1,
                     message(what));
}

static size_t field_length(const struct place *place) {
    return strcspn(place->at, "\t\r\n");
}

/* To the next field of the line. False where there is none. */
static bool next_field(struct place *place) {
    place->at += field_length(place);
    const bool is_there = *place->at == '\t';
    place->at += is_there;
    return is_there;
}

static bool next_line(struct place *place) {
    place->line += strcspn(place->line, "\n");
    place->line += *place->line == '\n';
    place->at = place->line;
    place->number++;
    return *place->line != '\0';
}

static bool read_head(struct curve_log *log, struct place *place, struct error *error) {
    const char *const needed = "the table of `bpwalk train --format tsv` is needed: iteration, a "
                               "tab, cost";
    if (field_length(place) != strlen("iteration") || strncmp(place->at, "iteration", 9) != 0)
        return fault(place, error, needed);
    while (next_field(place)) {
        if (log->columns == LOG_COLUMNS_MOST)
            return fault(place, error, "a column too many; at most 16 columns of costs are drawn");
        struct log_column *column = &log->column[log->columns++];
        snprintf(column->name, sizeof column->name, "%.*s", (int)field_length(place), place->at);
        column->least = INFINITY;
        column->most = -INFINITY;
    }
    return log->columns > 0 || fault(place, error, needed);
}

static bool read_number(const struct place *place, double *value, struct error *error) {
    const char *what = number_read(place->at, field_length(place), value);
    return what == NULL || fault(place, error, "this is no number; 0.25 or 1e-3 would be one");
}

static bool read_row(struct curve_log *log, struct place *place, struct error *error) {
    double iteration, cost;
    if (!read_number(place, &iteration, error))
        return false;
    for (size_t c = 0; c < log->columns; c++) {
        struct log_column *column = &log->column[c];
        if (!next_field(place))
            return fault(place, error,
                         "the line ends too early; a column for each name of the "
                         "first line is needed");
        if (field_length(place) == 0)
            continue;
        if (!read_number(place, &cost, error))
            return false;
        text_printf(&column->points, "%.17g %.17g\n", iteration, cost);
        place->costs++;
        column->last = cost;
        column->least = fmin(column->least, cost);
        column->most = fmax(column->most, cost);
    }
    return !next_field(place) ||
           fault(place, error, "a column too many; one for each name of the first line is needed");
}

bool curve_log_read(struct curve_log *log, const struct text *text, const char *name,
                    struct error *error) {
    const char *const bytes = text->bytes != NULL ? text->bytes : "";
    struct place place = {.name = name, .line = bytes, .at = bytes, .number = 1};
    if (!read_head(log, &place, error))
        return false;
    while (next_line(&place))
        if (!read_row(log, &place, error))
            return false;
    return place.costs > 0 || fault(&place, error,
                                    "the file ends without a cost; a line for each iteration "
                                    "that was kept is needed");
}
