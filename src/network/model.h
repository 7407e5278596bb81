/* Model: a network as a text file, exact to the bit. Its form:
 *
 *     bpwalk model 1
 *     activation tanh               of all hidden layers, or one for each
 *     output softmax                of the output layer; left out where it is sigmoid
 *     classes<tab>red<tab>blue      their names; left out where they are numbers from 0
 *     layers 2,4,2
 *     layer 1
 *     w 1.2648159880461157 0.30867585607780436      a line for each neuron: its weights
 *     ...
 *     b 0 0 0 0                                     the biases of the layer
 *     layer 2
 *     ...
 *     end
 *
 * with single spaces between the words and 17 significant digits, as base/number.h writes them. */
#ifndef BPWALK_MODEL_H
#define BPWALK_MODEL_H

#include "base/error.h"
#include "base/text.h"
#include "network/network.h"

#include <stdbool.h>

/* Appends the file's text. */
void model_write(const struct network *network, struct text *text);

/* Reads it back; NAME is what the file is called in an error. NULL with "NAME:LINE:COLUMN: what is
 * wrong; what would be right" in ERROR for anything that model_write would not write, but that a
 * number may be spelled in another way (1.50). */
struct network *model_read(const struct text *text, const char *name, struct error *error);

/* The same with the file at PATH. False or NULL also where it cannot be written or read, and where
 * a weight or bias is no finite number, which would not be read again. */
bool model_save(const struct network *network, const char *path, struct error *error);
struct network *model_load(const char *path, struct error *error);

#endif
