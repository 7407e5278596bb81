/* Report: the marks of a check, as a table for reading and as one for programs. */
#ifndef BPWALK_REPORT_H
#define BPWALK_REPORT_H

#include "mark/answer_file.h"
#include "prose/prose.h"
#include "render/lines.h"

struct tally {
    size_t right, carried, coarse, wrong;
};

/* How the answers of the COUNT checks fared, those hidden left out. */
struct tally report_tally(struct check *const checks[], size_t count);

/* A table of at most 100 columns, how many are right, and the first step to look at again; then
 * what could not be read in FILE, a line each, unless it is NULL. TITLE stands above it, unless it
 * is NULL.
 */
void report_text(struct text *out, struct check *const checks[], size_t count,
                 const struct answer_file *file, const char *title, enum language language,
                 bool colour);

/* A line: so many points of so many. */
void report_points(struct text *out, double points, double of, enum language language);

/* The verdict on one answer, and the slip: from the present column on, and further lines from
 * INDENT. The line is ended. */
void report_verdict(struct lines *lines, const struct check *check, size_t quantity, size_t indent,
                    enum language language);

/* A row an answer: file name given expected verdict slip equation from, and iteration where there
 * are several, with tabs between; FILE is PATH. `from` names the own value that a carried one comes
 * from. */
void report_tsv_head(struct text *out, bool has_iterations);
void report_tsv(struct text *out, struct check *const checks[], size_t count, const char *path);

/* What could not be read: the reason stands for the slip, the nearest name for `from`. */
void report_unread_tsv(struct text *out, const struct answer_file *file, const char *path);

#endif
