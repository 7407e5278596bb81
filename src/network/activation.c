/* Activation: see activation.h. */
#include "network/activation.h"

#include <string.h>

static const char *const names[ACTIVATIONS] = {[ACTIVATION_TANH] = "tanh",
                                               [ACTIVATION_SIGMOID] = "sigmoid",
                                               [ACTIVATION_RELU] = "relu",
                                               [ACTIVATION_IDENTITY] = "identity",
                                               [ACTIVATION_SOFTMAX] = "softmax"};

const char *activation_name(enum activation activation) {
    return names[activation];
}

bool activation_named(const char *name, enum activation *activation) {
    for (int i = 0; i < ACTIVATIONS; i++)
        if (strcmp(name, names[i]) == 0) {
            *activation = (enum activation)i;
            return true;
        }
    return false;
}
