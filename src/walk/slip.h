/* Slip: an erratum of the article that changes a number, "E1", "E2", ..., as a bit of a set. */
#ifndef BPWALK_SLIP_H
#define BPWALK_SLIP_H

#include "base/text.h"

/* The two readings of the article, as the slips that are made: as stated, and as printed. */
#define SLIPS_NONE 0u
#define SLIPS_ALL  ~0u

static inline unsigned slip_bit(const char *id) {
    return 1u << (id[1] - '1');
}

/* Appends the slips of a set, "E1 E2". */
void slips_put(struct text *out, unsigned slips);

#endif
