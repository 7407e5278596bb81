/* Dataset: samples that come with the program, by name. */
#ifndef BPWALK_DATASET_H
#define BPWALK_DATASET_H

#include "network/data.h"
#include "network/moons.h"

enum dataset_kind {
    DATASET_NONE,
    DATASET_SCATTERED, /* moons, circles, linear: by struct scatter */
    DATASET_FIXED,     /* xor, iris */
};
enum dataset_kind dataset_kind(const char *name);

/* The samples of NAME, which is one of them, with classes; SCATTER is for those that are scattered.
 * NULL with ERROR where its numbers are out of range. xor has inputs of -1 and 1; iris is Fisher's
 * (1936), the lengths and widths of sepals and petals in cm, in his order. */
struct data *dataset_new(const char *name, const struct scatter *scatter, struct error *error);

#endif
