/* Errata: see errata.h. */
#include "walk/errata.h"

#include "walk/compare.h"

#include <string.h>

/* A new weight of each layer, whose value the article prints. */
static const char *const looked_at[] = {"w1_new", "w5_new"};

static double moves(const struct errata *errata, const struct trace *alone, const char *name) {
    return trace_find(alone, name, strlen(name))->value -
           trace_find(&errata->stated.trace, name, strlen(name))->value;
}

static void look(struct errata *errata, struct number_slip *slip, const struct trace *alone) {
    for (size_t s = errata->stated.trace.step_count; s-- > 0;) { /* backwards: the first is kept */
        const struct step *stated = &errata->stated.trace.steps[s];
        const struct remark *remark = remark_of(stated);
        if (remark->verdict == VERDICT_SLIP && (remark->cause & slip_bit(slip->id)) != 0)
            slip->seen = stated;
    }
    for (size_t s = 0; s < errata->stated.trace.step_count; s++)
        if (errata->stated.trace.steps[s].alternative == slip_bit(slip->id)) {
            slip->stated[slip->count] = &errata->stated.trace.steps[s];
            slip->made[slip->count++] = &errata->printed.trace.steps[s];
        }
    for (size_t i = 0; i < 2; i++) {
        slip->moves[i].name = looked_at[i];
        slip->moves[i].by = moves(errata, alone, looked_at[i]);
    }
}

bool errata_collect(struct errata *errata, struct error *error) {
    *errata = (struct errata){0};
    example_article(&errata->example);
    if (!walk_make(&errata->stated, &errata->example, SLIPS_NONE, error) ||
        !walk_compare(&errata->stated, &errata->example, error) ||
        !walk_make(&errata->printed, &errata->example, SLIPS_ALL, error))
        return false; /* GCOVR_EXCL_LINE: the article's numbers walk in every reading */
    for (size_t i = 0; i < NUMBER_SLIP_COUNT; i++) {
        struct number_slip *slip = &errata->numbers[i];
        slip->id = article_number_slips[i];
        if (!walk_article(&errata->alone[i], &errata->example, slip_bit(slip->id), error))
            return false; /* GCOVR_EXCL_LINE: the article's numbers walk in every reading */
        look(errata, slip, &errata->alone[i]);
    }
    return true;
}

void errata_free(struct errata *errata) {
    walk_free(&errata->stated);
    walk_free(&errata->printed);
    for (size_t i = 0; i < NUMBER_SLIP_COUNT; i++)
        trace_free(&errata->alone[i]);
    example_free(&errata->example);
}
