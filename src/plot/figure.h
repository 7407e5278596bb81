/* Figure: the pictures that there are, by name. One file a figure; each knows what it shows, none
 * knows how a picture is drawn, which is gnuplot's. */
#ifndef BPWALK_FIGURE_H
#define BPWALK_FIGURE_H

#include "base/error.h"
#include "example/example.h"
#include "plot/script.h"

#include <stdbool.h>

struct plot_request {
    const struct example *example;
    enum language language;
    const char *path; /* network: the weight to which the error comes back; NULL: none */
    const struct notation *notation; /* of all names in it; NULL: the article's */
    const char *axes;  /* error-surface: two names with a comma between; NULL: of the last layer */
    bool like_article; /* boundary: laid out as the article's program does it */
    char *const *operand; /* the files behind the figure's name */
    size_t operands;
};

struct figure {
    const char *name;
    int width, height; /* pixels */
    bool (*draw)(struct script *script, const struct plot_request *request, struct error *error);
    bool needs_pixels;    /* drawn in letters it cannot be read */
    const char *operands; /* the files that it can draw instead; NULL: none */
};

extern const struct figure figure_step, figure_sigmoid, figure_sigmoid_derivative,
    figure_activations, figure_neuron_line, figure_network, figure_error_surface,
    figure_learning_rates, figure_error_curve, figure_cost_curve, figure_boundary,
    figure_hidden_space;

/* All of them, in the article's order, up to a NULL. */
extern const struct figure *const figures[];

/* NULL where there is none of that name. */
const struct figure *figure_named(const char *name);

/* How much smaller FIGURE is than the one of its name, at most 1: its letters are scaled by that,
 * so that they strike each other no more than in that. */
double figure_scale(const struct figure *figure);

/* Appends the figure's script to OUT. False with ERROR where the request's numbers cannot be drawn,
 * and then OUT is half a script. */
bool figure_script(struct text *out, const struct figure *figure,
                   const struct plot_request *request, struct error *error);

#endif
