/* Moons network: see moons_network.h. */
#include "plot/moons_network.h"

#include "network/moons.h"

const size_t article_hidden[ARTICLE_NETWORKS] = {1, 2, 4, 10, 20, 50};

struct data *moons_data(size_t points, double noise) {
    struct error error;
    struct data *data = moons_new(points, noise, 1, &error);
    data_expect(data, 2, "moons", &error);
    return data;
}

struct network *moons_train(const struct data *data, size_t hidden, size_t iterations,
                            struct curve *curve) {
    const struct training training = {
        .loss = COST_CROSS_ENTROPY, .rate = 0.1, .iterations = iterations, .every = 1000};
    const size_t widths[] = {2, hidden, 2};
    struct error error;
    struct network *network = network_new(widths, 3, ACTIVATION_TANH, &error);
    network_start(network, 3);
    train(network, data, "moons", &training, curve, &error);
    return network;
}

void moons_put_ranges(struct script *script, const struct data *data) {
    static const double beyond = 0.5;
    for (size_t i = 0; i < 2; i++) {
        double low = *data_x(data, i, 0), high = low;
        for (size_t s = 1; s < data->samples; s++) {
            const double x = *data_x(data, i, s);
            low = x < low ? x : low;
            high = x > high ? x : high;
        }
        script_put(script, "set %crange [%.3f:%.3f]\n", "xy"[i], low - beyond, high + beyond);
    }
}

void moons_put_points(struct script *script, const struct data *data) {
    for (size_t class = 0; class < data->classes; class ++) {
        script_put(script, "$class%zu << EOD\n# x y\n", class);
        for (size_t s = 0; s < data->samples; s++)
            if (data->class[s] == class)
                script_put(script, "%s %s\n", script_real(*data_x(data, 0, s)).text,
                           script_real(*data_x(data, 1, s)).text);
        script_put(script, "EOD\n");
    }
}

void moons_put_functions(struct script *script) {
    script_put(script,
               "\n# {plot.moons.hidden}\n"
               "out_h(j, x, y) = tanh(w_x[j]*x + w_y[j]*y + b[j])\n"
               "# {plot.moons.lean}\n"
               "lean(x, y) = b_O[2] - b_O[1] + sum [j = 1:h] (w_O2[j] - w_O1[j])*out_h(j, x, y)\n");
}

void moons_put_weights(struct script *script, const struct network *network) {
    const struct layer *hidden = &network->layer[0], *output = &network->layer[1];
    script_put(script, "h = %zu\n", hidden->neurons);
    script_array(script, "w_x", hidden->w, hidden->neurons, 2);
    script_array(script, "w_y", hidden->w + 1, hidden->neurons, 2);
    script_array(script, "b", hidden->b, hidden->neurons, 1);
    script_array(script, "w_O1", output->w, hidden->neurons, 1);
    script_array(script, "w_O2", output->w + hidden->neurons, hidden->neurons, 1);
    script_array(script, "b_O", output->b, 2, 1);
}

void moons_put_boundary(struct script *script) {
    script_put(script, "set samples fine\n"
                       "set isosamples fine\n"
                       "set table $grid\n"
                       "splot lean(x, y)\n"
                       "set contour base\n"
                       "set cntrparam levels discrete 0\n"
                       "unset surface\n"
                       "set table $boundary\n"
                       "splot $grid using 1:2:3 with lines\n"
                       "unset table\n"
                       "unset contour\n"
                       "set surface\n");
}
