/* Layers: an exercise as matrices: of each layer its weights times a column, plus biases, the
 * function, the outputs; back the error terms, the gradients, the new weights and biases; a column
 * a sample. Values are the walk's. How matrices look is left to the formats. */
#ifndef BPWALK_LAYERS_H
#define BPWALK_LAYERS_H

#include "sheet/exercise.h"

/* False with ERROR where matrices do not hold EXAMPLE on a page, or leave out what it asks for. */
bool layers_can(const struct example *example, struct error *error);

/* What is given besides the matrices, and all of them. EXERCISE needs no sections. ASKED, by step, is
 * set for the steps whose values are filled in. */
void layers_put(struct text *out, const struct exercise *exercise, bool asked[]);

#endif
