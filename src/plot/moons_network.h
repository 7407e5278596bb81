/* Moons network: a network of chapter 6, two inputs, one hidden layer, two outputs, trained on the
 * moons, and how a script has it: its weights as arrays, its outputs as functions. */
#ifndef BPWALK_MOONS_NETWORK_H
#define BPWALK_MOONS_NETWORK_H

#include "network/data.h"
#include "network/predict.h"
#include "network/train.h"
#include "plot/script.h"

enum { ARTICLE_NETWORKS = 6, ARTICLE_ITERATIONS = 30000 };
extern const size_t article_hidden[ARTICLE_NETWORKS]; /* neurons: 1, 2, 4, 10, 20, 50 */

/* POINTS points of the moons (1 to 10,000,000) with NOISE (finite), as the article draws them (seed
 * 1), with the outputs that are expected. Freed with data_free. */
struct data *moons_data(size_t points, double noise);

/* A network with HIDDEN neurons (1 to 1000), trained on such DATA as the article trains: tanh,
 * cross-entropy, seed 3, rate 0.1. CURVE keeps its cost at each 1000th of the ITERATIONS, and is
 * the caller's to free. Freed with network_free. */
struct network *moons_train(const struct data *data, size_t hidden, size_t iterations,
                            struct curve *curve);

/* Puts the ranges of both axes: the points and 0.5 beyond them, as in the article. */
void moons_put_ranges(struct script *script, const struct data *data);

/* Puts the points as $class0 and $class1, lines of x y. */
void moons_put_points(struct script *script, const struct data *data);

/* Puts the functions of any such network: out_h(j, x, y) of its hidden neuron j; and lean(x, y),
 * the weighted sum of its output O2 less that of O1, above 0 where it takes a point for class 1.
 * They use h and the arrays that moons_put_weights puts. */
void moons_put_functions(struct script *script);
void moons_put_weights(struct script *script, const struct network *network);

/* Puts, for the weights put last, $grid: lean(x, y) on a grid over the ranges; and $boundary: the
 * lines on which it is 0. `fine` is how many points the grid has along each axis. */
void moons_put_boundary(struct script *script);

#endif
