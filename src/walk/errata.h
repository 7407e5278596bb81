/* Errata: each slip with its effect, found by walking: once without any, once with it alone. */
#ifndef BPWALK_ERRATA_H
#define BPWALK_ERRATA_H

#include "walk/article/article.h"
#include "walk/walk.h"

/* A slip that changes a number, as the walk makes it. The steps belong to the errata's traces. */
struct number_slip {
    const char *id;
    size_t count;                 /* of the steps where it is made: E3 swaps two */
    const struct step *stated[2]; /* the steps as stated */
    const struct step
        *made[2];            /* the same, on the article's own way: their last form is the slip */
    const struct step *seen; /* as stated: the first printed value that it spoils */
    struct {
        const char *name;
        double by; /* value with the slip alone less the value as stated */
    } moves[2];
};

struct errata {
    struct example example;      /* the article's */
    struct walk stated, printed; /* in both readings */
    struct trace alone[NUMBER_SLIP_COUNT];
    struct number_slip numbers[NUMBER_SLIP_COUNT];
};

/* False with ERROR if a walk fails. Freed by errata_free either way. */
bool errata_collect(struct errata *errata, struct error *error);
void errata_free(struct errata *errata);

#endif
