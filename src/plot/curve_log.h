/* Curve log: the cost of a training, as `bpwalk train --format tsv` has written it. */
#ifndef BPWALK_CURVE_LOG_H
#define BPWALK_CURVE_LOG_H

#include "base/error.h"
#include "base/text.h"

enum { LOG_COLUMNS_MOST = 16 };

/* A column of costs: its points as lines of `iteration cost`, where it has one. */
struct log_column {
    char name[64];
    struct text points;
    double last, least, most;
};

struct curve_log {
    size_t columns;
    struct log_column column[LOG_COLUMNS_MOST];
};

/* Reads it; NAME is what the file is called in an error. False with "NAME:LINE:COLUMN: what is
 * wrong; what would be right" in ERROR. LOG, {0} before, is the caller's to free, whatever comes
 * back. */
bool curve_log_read(struct curve_log *log, const struct text *text, const char *name,
                    struct error *error);
void curve_log_free(struct curve_log *log);

#endif
