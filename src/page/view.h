/* View: the parts of an answer: the steps in view, the step that is being looked at, the drawing of
 * the network and what of it takes part, the error from iteration to iteration. Each appends its
 * members to the answer. */
#ifndef BPWALK_PAGE_VIEW_H
#define BPWALK_PAGE_VIEW_H

#include "render/numbers.h"
#include "render/render.h"
#include "walk/errata.h"

struct view {
    struct walk *walk;
    const struct example *example; /* that the first walk is of */
    struct errata *errata;         /* collected when the first is met */
    struct numbers numbers;
    enum language language;
    size_t step; /* that is being looked at */
    bool hides;  /* the values */
    size_t hint; /* with these hidden: 0 the formula, 1 with the given numbers, 2 with all */
};

/* The steps of its part that are in view with a step: FIRST up to END. */
struct window {
    size_t first, end;
};
struct window view_window(const struct walk *walk, size_t step);

/* What stays while numbers change: the names, headings, equations, the drawing. */
void view_put_layout(struct text *out, struct view *view);

/* What follows the numbers: the rows' values, the given numbers, the step in full. */
void view_put_values(struct text *out, struct view *view);

/* The drawing of the network as SVG: an element with data-part for each neuron, weight, bias,
 * target, one with data-shown for each number in it. */
void view_put_drawing(struct text *out, struct view *view);

/* What of the drawing takes part in a name's value: pairs of a part and the way that it is on; 0:
 * on none. */
void view_put_lights(struct text *out, struct walk *walk, const char *name);

/* What NAME is computed from, all the way, and what it goes into: lists of names. */
void view_put_relations(struct text *out, struct walk *walk, const char *name);

/* The errors of COUNT walks as SVG. */
void view_put_curve(struct text *out, struct walk *const walks[], size_t count,
                    enum language language);

#endif
