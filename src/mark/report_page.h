/* Report page: the marks of a check, and what a class should talk about, as Markdown or HTML: a
 * heading, sentences, a table, names and formulas typeset. The sentences are told.h's. */
#ifndef BPWALK_REPORT_PAGE_H
#define BPWALK_REPORT_PAGE_H

#include "mark/class.h"
#include "mark/points.h"
#include "mark/report.h"

/* A document's format; by its name ("markdown", "html"), or NULL where it is neither. */
struct report_page;
const struct report_page *report_page_find(const char *name);

/* The document, called TITLE, begins, and ends. */
void report_page_start(struct text *out, const struct report_page *page, const char *title,
                       enum language language);
void report_page_finish(struct text *out, const struct report_page *page);

/* What report_text tells of FILE, under TITLE; and the points, unless SCORE is NULL. */
void report_page_put(struct text *out, const struct report_page *page,
                     const struct answer_file *file, const char *title, const struct score *score,
                     enum language language);

/* What class_report tells. */
void report_page_class(struct text *out, const struct report_page *page, const struct class *class,
                       enum language language);

#endif
