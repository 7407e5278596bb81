/* Selection: which equations a document shows, and which names. */
#ifndef BPWALK_SELECTION_H
#define BPWALK_SELECTION_H

#include "base/error.h"
#include "walk/walk.h"

#include <stdbool.h>

/* The article's numbered equations: (3.1) to (3.6), (4.1) to (4.5), (5.1) to (5.34). */
enum { CHAPTER_FIRST = 3, CHAPTER_LAST = 5, EQUATION_COUNT = 6 + 5 + 34 };

struct selection {
    bool is_partial;                 /* false: everything, the unnumbered steps too */
    bool wanted[EQUATION_COUNT + 1]; /* by place among the numbered equations, from 1 */
    const char *names;               /* those of the steps, with commas between; NULL: every */
};

/* Reads a list of numbers and ranges: "3.3,5.6-5.13,5.28", none of a chapter before FIRST_CHAPTER.
 * False with a line in ERROR. */
bool selection_parse(struct selection *selection, const char *list, int first_chapter,
                     struct error *error);

/* Whether a step numbered EQUATION ("" where it bears none) is to be shown. */
bool selection_has(const struct selection *selection, const char *equation);

/* Whether a step is to be shown, by its equation and its name. */
bool selection_shows(const struct selection *selection, const struct step *step);

/* Whether all is shown, and what stands around the steps too. */
bool selection_is_whole(const struct selection *selection);

/* Which of COUNT walks are to be shown goes to SHOWN: all, or where names are asked for those of
 * the networks that are the first to have one. False with a line in ERROR where none has. */
bool selection_walks(const struct selection *selection, struct walk *const walks[], size_t count,
                     struct walk *shown[], size_t *shown_count, struct error *error);

/* Whether any step of a walk is to be shown. */
bool selection_has_any(const struct selection *selection, const struct trace *trace);

/* Whether any equation of a chapter is to be shown. */
bool selection_has_chapter(const struct selection *selection, int chapter);

#endif
