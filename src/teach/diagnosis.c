/* Diagnosis: see diagnosis.h. */
#include "teach/diagnosis.h"

#include "teach/slips.h"

#include <math.h>
#include <stdlib.h>

/* A slip in one of many steps left out is no explanation of an answer with few digits. */
enum { DIGITS_FOR_ONE_STEP = 3, DIGITS_FOR_ALL = 4, MOST_WAYS = 32 };

bool belief_explains(const struct belief *belief, const struct answer *answer) {
    const bool may_be_cut = fabs(answer->value) <= fabs(belief->value);
    const double digits = may_be_cut ? 2 * answer->half : answer->half;
    return fabs(answer->value - belief->value) <= digits * (1 + 1e-9) + belief->error;
}

struct search {
    struct calculation *calculation;
    const struct ways *ways;
    struct arena *arena;
    size_t target;
    size_t site; /* the quantity whose formula is slipped */
};

static bool explains(void *context, const struct formula *slipped) {
    const struct search *search = context;
    struct calculation *calculation = search->calculation;
    calculation_slip(calculation, search->site, slipped);
    const struct beliefs *beliefs = calculation_target(calculation);
    for (size_t i = 0; i < beliefs->count; i++)
        if (belief_explains(&beliefs->each[i], &calculation->own[search->target].answer))
            return true;
    return false;
}

static bool has_own(const struct search *search, size_t quantity) {
    return search->calculation->own[quantity].answer.typed != NULL;
}

static bool is_given(const struct search *search, size_t quantity) {
    return search->ways->trace->quantities[quantity].typed != NULL;
}

/* 1 + the last quantity of the walk that the way needs and the student has handed in; 0 for none.
 */
static size_t nearness(const struct search *search, const struct way *way) {
    size_t nearest = 0;
    for (size_t i = 0; i < way->name_count; i++)
        if (has_own(search, way->names[i]) && way->names[i] + 1u > nearest)
            nearest = way->names[i] + 1u;
    return nearest;
}

static bool is_all_own(const struct search *search, const struct way *way) {
    for (size_t i = 0; i < way->name_count; i++)
        if (!has_own(search, way->names[i]) && !is_given(search, way->names[i]))
            return false;
    return true;
}

/* The ways of the site: the article's slip first, then the nearest; as they stand where equal. */
static size_t sort_ways(const struct search *search, const struct way *sorted[]) {
    size_t count = search->ways->count[search->site];
    for (size_t i = 0; i < count; i++) {
        const struct way *way = &search->ways->of[search->site][i];
        size_t at = i;
        while (at > 0 && sorted[at - 1]->slip == NULL &&
               (way->slip != NULL || nearness(search, way) > nearness(search, sorted[at - 1]))) {
            sorted[at] = sorted[at - 1];
            at--;
        }
        sorted[at] = way;
    }
    return count;
}

static struct diagnosis at_site(struct search *search, size_t site,
                                struct slip (*look)(const struct slip_place *place)) {
    const struct way *sorted[MOST_WAYS];
    search->site = site;
    const size_t count = sort_ways(search, sorted);
    for (size_t i = 0; i < count; i++) {
        const struct slip_place place = {.ways = search->ways,
                                         .arena = search->arena,
                                         .quantity = site,
                                         .way = sorted[i],
                                         .is_nearest = is_all_own(search, sorted[i]),
                                         .explains = explains,
                                         .context = search};
        const struct slip slip = look(&place);
        if (slip.id != NULL)
            return (struct diagnosis){.slip = slip.id, .formula = slip.formula, .at = site};
    }
    return (struct diagnosis){.at = NO_QUANTITY};
}

struct queue {
    unsigned short *quantities;
    bool *seen;
    size_t next, end;
};

/* Queues what QUANTITY is computed from and the student has left out. */
static void queue_up(const struct search *search, size_t quantity, struct queue *queue) {
    const struct ways *ways = search->ways;
    for (size_t w = 0; w < ways->count[quantity]; w++)
        for (size_t i = 0; i < ways->of[quantity][w].name_count; i++) {
            const unsigned short name = ways->of[quantity][w].names[i];
            if (!queue->seen[name] && !has_own(search, name) && !is_given(search, name))
                queue->quantities[queue->end++] = name;
            queue->seen[name] = true;
        }
}

/* Through the steps that the student left out, those first that the target needs directly, and with
 * few digits those alone. */
static struct diagnosis before(struct search *search, int digits) {
    const size_t count = search->ways->trace->quantity_count;
    struct queue queue = {.quantities = memory_take(count * sizeof *queue.quantities),
                          .seen = memory_zeroed(count, sizeof *queue.seen)};
    struct diagnosis found = {.at = NO_QUANTITY};
    queue.seen[search->target] = true;
    if (digits >= DIGITS_FOR_ONE_STEP)
        queue_up(search, search->target, &queue);
    while (queue.next < queue.end && found.slip == NULL) {
        const size_t quantity = queue.quantities[queue.next++];
        found = at_site(search, quantity, slip_known);
        if (digits >= DIGITS_FOR_ALL)
            queue_up(search, quantity, &queue);
    }
    free(queue.quantities);
    free(queue.seen);
    return found;
}

/* Whether the answer is the right value without its further digits. */
static bool is_cut(const struct answer *answer, double right) {
    const double missing = fabs(right) - fabs(answer->value);
    return answer->value * right >= 0 && missing >= 0 && missing < 2 * answer->half;
}

struct diagnosis diagnose(struct calculation *calculation, size_t target, struct arena *arena) {
    const struct answer *answer = &calculation->own[target].answer;
    struct search search = {
        .calculation = calculation, .ways = calculation->ways, .arena = arena, .target = target};
    calculation_aim(calculation, target, false, false);
    struct diagnosis found = at_site(&search, target, slip_known);
    if (found.slip == NULL) {
        calculation_aim(calculation, target, true, false);
        found = at_site(&search, target, slip_known);
        calculation_aim(calculation, target, false, false);
    }
    if (found.slip == NULL)
        found = before(&search, answer->significant);
    if (found.slip == NULL) {
        calculation_aim(calculation, target, false, true);
        found = at_site(&search, target, slip_known);
    }
    if (found.slip == NULL) {
        calculation_aim(calculation, target, false, false);
        found = at_site(&search, target, slip_other);
    }
    if (found.slip == NULL && is_cut(answer, search.ways->trace->quantities[target].value))
        found = (struct diagnosis){.slip = "cut", .at = target};
    return found;
}
