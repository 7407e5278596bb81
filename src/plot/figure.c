/* Figure: see figure.h. */
#include "plot/figure.h"

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

bool figure_script(struct text *out, const struct figure *figure,
                   const struct plot_request *request, struct error *error) {
    struct script script = {.out = out, .language = request->language};
    script_start(&script, figure->name, figure->width, figure->height);
    if (!figure->draw(&script, request, error))
        return false;
    script_end(&script);
    return true;
}
