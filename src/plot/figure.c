/* Figure: see figure.h. */
#include "plot/figure.h"

#include "formula/notation.h"

#include <math.h>
#include <string.h>

const struct figure *const figures[] = {&figure_step,
                                        &figure_sigmoid,
                                        &figure_sigmoid_derivative,
                                        &figure_activations,
                                        &figure_neuron_line,
                                        &figure_network,
                                        &figure_error_surface,
                                        &figure_learning_rates,
                                        &figure_error_curve,
                                        &figure_cost_curve,
                                        &figure_boundary,
                                        &figure_hidden_space,
                                        NULL};

const struct figure *figure_named(const char *name) {
    const struct figure *const *figure = figures;
    while (*figure != NULL && strcmp((*figure)->name, name) != 0)
        figure++;
    return *figure;
}

double figure_scale(const struct figure *figure) {
    const struct figure *own = figure_named(figure->name);
    return fmin(1, fmin((double)figure->width / own->width, (double)figure->height / own->height));
}

bool figure_script(struct text *out, const struct figure *figure,
                   const struct plot_request *request, struct error *error) {
    struct text written = {0};
    struct script script = {.out = &written, .language = request->language};
    script_start(&script, figure->name, figure->width, figure->height, figure_scale(figure));
    const bool done = figure->draw(&script, request, error);
    script_end(&script);
    /* with files beside it there are words in it that are not ours */
    notation_put_words(out, request->operands == 0 ? request->notation : NULL, written.bytes);
    text_free(&written);
    return done;
}
