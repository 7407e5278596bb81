/* Errata: each slip with its effect, found by walking: once without any, once with it alone. */
#ifndef BPWALK_ERRATA_H
#define BPWALK_ERRATA_H

#include "walk/article/article.h"
#include "walk/walk.h"

/* A slip that changes a number, as the walk makes it. The steps belong to the errata's traces. */
struct number_slip {
    const char *id;
    const struct step *stated; /* the step as stated, where it was slipped */
    const struct step *made;   /* the same step with the slip made: its last form is the slip */
    const struct step *seen;   /* as stated: the first printed value that it spoils */
    double w1_new_moves, w5_new_moves; /* value with the slip alone less the value as stated */
};

struct errata {
    struct example example; /* the article's */
    struct walk stated;
    struct trace alone[NUMBER_SLIP_COUNT];
    struct number_slip numbers[NUMBER_SLIP_COUNT];
};

/* False with ERROR if a walk fails. Freed by errata_free either way. */
bool errata_collect(struct errata *errata, struct error *error);
void errata_free(struct errata *errata);

#endif
