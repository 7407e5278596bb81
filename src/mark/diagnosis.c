/* Diagnosis: see diagnosis.h. */
#include "mark/diagnosis.h"

#include "base/larger.h"

#include "mark/slips.h"

#include <math.h>
#include <stdlib.h>

/* How many times further off than its last digit an answer must be for each slip that is tried:
 * with so many guesses some hit a short answer by chance. */
static const double FURTHER_OFF = 5;

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
    size_t site;     /* the quantity whose formula is slipped */
    double distance; /* of the answer from what no slip gives */
    int tried;       /* the slips so far */
};

/* Whether the slips that are made in the calculation explain the answer, and not by chance. */
static bool is_explained(struct search *search) {
    const struct answer *answer = &search->calculation->own[search->target].answer;
    const struct beliefs *beliefs = calculation_target(search->calculation);
    search->tried++;
    for (size_t i = 0; i < beliefs->count; i++)
        if (belief_explains(&beliefs->each[i], answer) &&
            search->distance >=
                FURTHER_OFF * search->tried * (answer->half + beliefs->each[i].error))
            return true;
    return false;
}

static bool explains(void *context, const struct formula *slipped) {
    struct search *search = context;
    calculation_forget_slips(search->calculation);
    calculation_slip(search->calculation, search->site, slipped);
    return is_explained(search);
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

/* Whether a target, O1, stands behind it: then it is an error or a derivative of one. */
static bool is_of_error(const struct search *search, size_t quantity) {
    const struct trace *trace = search->ways->trace;
    for (size_t q = 0; q < trace->quantity_count; q++)
        if (trace->quantities[q].name[0] == 'O' && ways_reach(search->ways, quantity, q))
            return true;
    return false;
}

/* Whether all that the way needs is there, and a derivative of the error among it: what was slipped
 * then was not slipped in (5.5), which is behind that. */
static bool goes_on_from_derivative(const struct search *search, const struct way *way) {
    bool has_derivative = false;
    for (size_t i = 0; i < way->name_count; i++)
        has_derivative = has_derivative || is_of_error(search, way->names[i]);
    return has_derivative && !way->has_partial && is_all_own(search, way);
}

/* The ways of the site, the nearest first; as they stand where equal. */
static size_t sort_ways(const struct search *search, const struct way *sorted[]) {
    const size_t count = search->ways->count[search->site];
    for (size_t i = 0; i < count; i++) {
        const struct way *way = &search->ways->of[search->site][i];
        size_t at = i;
        for (; at > 0 && nearness(search, way) > nearness(search, sorted[at - 1]); at--)
            sorted[at] = sorted[at - 1];
        sorted[at] = way;
    }
    return count;
}

typedef struct slip slip_look(const struct slip_place *place);

static struct diagnosis at_site(struct search *search, size_t site, slip_look *look) {
    search->site = site;
    const struct way **sorted =
        arena_take(search->arena, search->ways->count[site] * sizeof *sorted);
    const size_t count = sort_ways(search, sorted);
    for (size_t i = 0; i < count; i++) {
        if (sorted[i]->has_partial && goes_on_from_derivative(search, sorted[0]))
            continue;
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

static struct diagnosis at_target(struct search *search, slip_look *look) {
    return at_site(search, search->target, look);
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

static struct queue queue_start(struct search *search) {
    const size_t count = search->ways->trace->quantity_count;
    struct queue queue = {.quantities = memory_take(count * sizeof *queue.quantities),
                          .seen = memory_zeroed(count, sizeof *queue.seen)};
    queue.quantities[queue.end++] = (unsigned short)search->target;
    queue.seen[search->target] = true;
    return queue;
}

/* The target, and then what the student left out before it, first what the target needs directly;
 * NO_QUANTITY at the end. */
static size_t queue_next(const struct search *search, struct queue *queue) {
    if (queue->next == queue->end)
        return NO_QUANTITY;
    const size_t quantity = queue->quantities[queue->next++];
    queue_up(search, quantity, queue);
    return quantity;
}

static void queue_free(struct queue *queue) {
    free(queue->quantities);
    free(queue->seen);
}

/* Through the target's step and those that the student left out before it. */
static struct diagnosis on_the_way(struct search *search, slip_look *look) {
    struct queue queue = queue_start(search);
    struct diagnosis found = {.at = NO_QUANTITY};
    for (size_t site; found.slip == NULL && (site = queue_next(search, &queue)) != NO_QUANTITY;)
        found = at_site(search, site, look);
    queue_free(&queue);
    return found;
}

/* Makes the slip in the first way of the site in which it can be made. */
static const struct formula *make_throughout(struct search *search, size_t site, size_t kind) {
    const struct formula *made = NULL;
    for (size_t w = 0; w < search->ways->count[site] && made == NULL; w++) {
        const struct slip_place place = {.ways = search->ways,
                                         .arena = search->arena,
                                         .quantity = site,
                                         .way = &search->ways->of[site][w]};
        made = slip_throughout(&place, kind);
    }
    if (made != NULL)
        calculation_slip(search->calculation, site, made);
    return made;
}

/* The same slip in the target's step and all that were left out. */
static struct diagnosis throughout(struct search *search, size_t kind) {
    struct queue queue = queue_start(search);
    struct diagnosis found = {.at = NO_QUANTITY};
    int made = 0;
    calculation_forget_slips(search->calculation);
    for (size_t site; (site = queue_next(search, &queue)) != NO_QUANTITY;) {
        const struct formula *formula = make_throughout(search, site, kind);
        if (formula != NULL && made++ == 0)
            found = (struct diagnosis){.formula = formula, .at = site, .is_throughout = true};
    }
    queue_free(&queue);
    if (made > 1 && is_explained(search))
        found.slip = slip_throughout_id(kind);
    return found.slip != NULL ? found : (struct diagnosis){.at = NO_QUANTITY};
}

/* Any kind of slip that one makes again and again; LOOK is not asked. */
static struct diagnosis again_and_again(struct search *search, slip_look *look) {
    struct diagnosis found = {.at = NO_QUANTITY};
    (void)look;
    for (size_t kind = 0; found.slip == NULL && slip_throughout_id(kind) != NULL; kind++)
        found = throughout(search, kind);
    return found;
}

/* How far the answer is from what the student's own values give without a slip. */
static double distance_of(struct calculation *calculation, const struct answer *answer) {
    const struct beliefs *beliefs = calculation_target(calculation);
    double nearest = INFINITY;
    for (size_t i = 0; i < beliefs->count; i++)
        nearest = smaller(nearest, fabs(answer->value - beliefs->each[i].value));
    return nearest;
}

/* Whether the answer is the right value without its further digits. */
static bool is_cut(const struct answer *answer, double right) {
    const double missing = fabs(right) - fabs(answer->value);
    return answer->value * right >= 0 && missing >= 0 && missing < 2 * answer->half;
}

struct diagnosis diagnose(struct calculation *calculation, size_t target, struct arena *arena) {
    static const struct {
        struct diagnosis (*where)(struct search *search, slip_look *look);
        slip_look *look;
        bool expected, rounds;
    } searches[] = {{on_the_way, slip_article, false, false}, {at_target, slip_known, false, false},
                    {at_target, slip_known, true, false},     {again_and_again, NULL, false, false},
                    {on_the_way, slip_known, false, false},   {at_target, slip_known, false, true},
                    {at_target, slip_other, false, false}};
    const struct answer *answer = &calculation->own[target].answer;
    struct search search = {
        .calculation = calculation, .ways = calculation->ways, .arena = arena, .target = target};
    struct diagnosis found = {.at = NO_QUANTITY};
    for (size_t i = 0; i < sizeof searches / sizeof *searches && found.slip == NULL; i++) {
        calculation_aim(calculation, target, searches[i].expected, searches[i].rounds);
        search.distance = distance_of(calculation, answer);
        found = searches[i].where(&search, searches[i].look);
    }
    if (found.slip == NULL && is_cut(answer, search.ways->trace->quantities[target].value))
        found = (struct diagnosis){.slip = "cut", .at = target};
    return found;
}
