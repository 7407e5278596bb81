/* Activation: see activation.h. */
#include "network/activation.h"

#include <string.h>

static const struct function *row_of(enum activation activation) {
    return activation == ACTIVATION_SOFTMAX ? NULL : function_at((size_t)activation);
}

const char *activation_name(enum activation activation) {
    return function_word(row_of(activation));
}

bool activation_named(const char *name, enum activation *activation) {
    for (int i = 0; i < ACTIVATIONS; i++)
        if (strcmp(name, activation_name((enum activation)i)) == 0) {
            *activation = (enum activation)i;
            return true;
        }
    return false;
}

enum activation activation_of(const struct function *function) {
    enum activation activation = ACTIVATION_SIGMOID;
    while (activation < ACTIVATION_SOFTMAX && row_of(activation) != function)
        activation++;
    return activation;
}
