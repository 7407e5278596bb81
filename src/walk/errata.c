/* Errata: see errata.h. */
#include "walk/errata.h"

#include "walk/walk.h"

#include <string.h>

static double moves(const struct errata *errata, const struct trace *alone, const char *name) {
    return trace_find(alone, name, strlen(name))->value -
           trace_find(&errata->stated, name, strlen(name))->value;
}

static void look(struct errata *errata, struct number_slip *slip, const struct trace *alone) {
    for (size_t s = errata->stated.step_count; s-- > 0;) { /* backwards: the first is kept */
        const struct step *stated = &errata->stated.steps[s];
        if (stated->slip != NULL && strcmp(stated->slip, slip->id) == 0) {
            slip->stated = stated;
            slip->made = &alone->steps[s];
        }
        if (stated->verdict == VERDICT_SLIP && (stated->cause & slip_bit(slip->id)) != 0)
            slip->seen = stated;
    }
    slip->w1_new_moves = moves(errata, alone, "w1_new");
    slip->w5_new_moves = moves(errata, alone, "w5_new");
}

bool errata_collect(struct errata *errata, struct error *error) {
    *errata = (struct errata){0};
    example_article(&errata->example);
    if (!walk_article(&errata->stated, &errata->example, SLIPS_NONE, error) ||
        !walk_compare(&errata->stated, &errata->example, error))
        return false;
    for (size_t i = 0; i < NUMBER_SLIP_COUNT; i++) {
        struct number_slip *slip = &errata->numbers[i];
        slip->id = article_number_slips[i];
        if (!walk_article(&errata->alone[i], &errata->example, slip_bit(slip->id), error))
            return false;
        look(errata, slip, &errata->alone[i]);
    }
    return true;
}

void errata_free(struct errata *errata) {
    trace_free(&errata->stated);
    for (size_t i = 0; i < NUMBER_SLIP_COUNT; i++)
        trace_free(&errata->alone[i]);
    example_free(&errata->example);
}
