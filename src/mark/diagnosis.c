/* Diagnosis: see diagnosis.h. */
#include "mark/diagnosis.h"

#include "base/larger.h"

#include "mark/slips.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* How many times further off than its last digit an answer must be for each slip that is tried:
 * with so many guesses some hit a short answer by chance. */
static const double FURTHER_OFF = 5;

bool belief_explains(const struct belief *belief, const struct answer *answer) {
    const bool may_be_cut = fabs(answer->value) <= fabs(belief->value);
    const double digits = may_be_cut ? 2 * answer->half : answer->half;
    return fabs(answer->value - belief->value) <= digits * (1 + 1e-9) + belief->error;
}

/* ---- What can be slipped ---- */

enum look { LOOK_ARTICLE, LOOK_KNOWN, LOOK_OTHER, LOOKS };

/* A slip that can be made in one way of a quantity. */
struct candidate {
    struct slip slip;
    const struct plain *plain;
    const unsigned short *names; /* in its formula */
    size_t name_count;
};

/* All of a quantity: by its ways, and by how they are looked for, each up to an end. */
struct candidate_list {
    struct candidate *each; /* NULL: not made yet */
    size_t count, room;
    size_t (*end)[LOOKS];
    const struct way **sorted;         /* room for its ways */
    const struct formula **throughout; /* by the kinds that are made again and again; or NULL */
};

void candidates_start(struct candidates *candidates, const struct ways *ways) {
    *candidates = (struct candidates){
        .ways = ways, .of = memory_zeroed(ways->trace->quantity_count, sizeof *candidates->of)};
}

void candidates_free(struct candidates *candidates) {
    for (size_t q = 0; q < candidates->ways->trace->quantity_count; q++)
        free(candidates->of[q].each);
    free(candidates->of);
    arena_free(&candidates->arena);
    *candidates = (struct candidates){0};
}

struct collection {
    struct candidates *candidates;
    struct candidate_list *list;
};

/* Takes what is proposed, and asks for the next. */
static bool collect(void *context, const char *id, const struct formula *slipped) {
    struct collection *collection = context;
    struct candidates *candidates = collection->candidates;
    struct candidate_list *list = collection->list;
    size_t count;
    const unsigned short *names =
        ways_take_names(candidates->ways, &candidates->arena, slipped, &count);
    list->each = memory_more(list->each, list->count, &list->room, sizeof *list->each);
    slipped = ways_numbered(candidates->ways, &candidates->arena, slipped);
    list->each[list->count++] =
        (struct candidate){.slip = {id, slipped},
                           .plain = plain_make(&candidates->arena, candidates->ways, slipped),
                           .names = names,
                           .name_count = count};
    return false;
}

/* Of each kind the formula of the first way in which it can be made. */
static void collect_throughout(struct candidates *candidates, size_t quantity) {
    struct candidate_list *list = &candidates->of[quantity];
    size_t kinds = 0;
    while (slip_throughout_id(kinds) != NULL)
        kinds++;
    list->throughout = arena_take(&candidates->arena, kinds * sizeof(struct formula *));
    for (size_t kind = 0; kind < kinds; kind++) {
        list->throughout[kind] = NULL;
        for (size_t w = 0; w < candidates->ways->count[quantity]; w++) {
            const struct slip_place place = {.ways = candidates->ways,
                                             .arena = &candidates->arena,
                                             .quantity = quantity,
                                             .way = &candidates->ways->of[quantity][w]};
            if (list->throughout[kind] == NULL)
                list->throughout[kind] = slip_throughout(&place, kind);
        }
        if (list->throughout[kind] != NULL)
            list->throughout[kind] =
                ways_numbered(candidates->ways, &candidates->arena, list->throughout[kind]);
    }
}

static const struct candidate_list *candidates_of(struct candidates *candidates, size_t quantity) {
    static struct slip (*const looks[LOOKS])(const struct slip_place *place) = {
        slip_article, slip_known, slip_other};
    struct candidate_list *list = &candidates->of[quantity];
    const size_t way_count = candidates->ways->count[quantity];
    struct collection collection = {candidates, list};
    if (list->end != NULL)
        return list;
    list->end = arena_take(&candidates->arena, way_count * sizeof *list->end);
    list->sorted = arena_take(&candidates->arena, way_count * sizeof *list->sorted);
    collect_throughout(candidates, quantity);
    for (size_t w = 0; w < way_count; w++) {
        const struct slip_place place = {.ways = candidates->ways,
                                         .arena = &candidates->arena,
                                         .quantity = quantity,
                                         .way = &candidates->ways->of[quantity][w],
                                         .explains = collect,
                                         .context = &collection};
        for (size_t look = 0; look < LOOKS; look++) {
            looks[look](&place);
            list->end[w][look] = list->count;
        }
    }
    return list;
}

/* ---- Which of them explains the answer ---- */

struct search {
    struct calculation *calculation;
    const struct ways *ways;
    struct candidates *candidates;
    size_t target;
    double distance; /* of the answer from what no slip gives */
    int tried;       /* the slips so far */
};

/* How far off the answer is from what no slip gives, in shares that get smaller the more slips are
 * tried: what is nearer is no explanation, and what may have an error as large neither. */
static double share(const struct search *search) {
    return search->distance / (FURTHER_OFF * search->tried);
}

/* How far the answer can be from what it explains: one that is it to the last bit or two, as short
 * numbers make it, says more than its digits. */
static double uncertainty(const struct answer *answer, const struct belief *belief) {
    const bool is_it = answer->significant >= 2 &&
                       fabs(answer->value - belief->value) <= 1e-14 * fabs(belief->value);
    return is_it ? 0 : answer->half + belief->error;
}

/* Whether what comes of a slip explains the answer, and not by chance. */
static bool is_explained_by(const struct search *search, const struct beliefs *beliefs) {
    const struct answer *answer = &search->calculation->own[search->target].answer;
    for (size_t i = 0; i < beliefs->count; i++)
        if (belief_explains(&beliefs->each[i], answer) &&
            share(search) >= uncertainty(answer, &beliefs->each[i]))
            return true;
    return false;
}

/* Of the slips that are made in the calculation. */
static bool is_explained(struct search *search) {
    search->tried++;
    return is_explained_by(search, calculation_target(search->calculation));
}

/* A first look: whether it can be what explains the answer. */
static bool may_explain(const struct search *search, size_t site,
                        const struct candidate *candidate) {
    struct calculation *calculation = search->calculation;
    const struct answer *answer = &calculation->own[search->target].answer;
    const struct approximate *values =
        calculation->expected ? calculation->right : calculation->values;
    if (site != search->target && share(search) < answer->half)
        return false;
    if (candidate->plain == NULL)
        return true;
    const double value =
        calculation_roughly(calculation, site, plain_value(candidate->plain, values).value);
    return isnan(value) || fabs(answer->value - value) <= answer->half + share(search);
}

static bool explains(struct search *search, size_t site, const struct candidate *candidate) {
    struct beliefs beliefs;
    search->tried++;
    if (!may_explain(search, site, candidate))
        return false;
    if (site == search->target) {
        calculation_try(search->calculation, candidate->slip.formula, candidate->names,
                        candidate->name_count, &beliefs);
        return is_explained_by(search, &beliefs);
    }
    calculation_slip_alone(search->calculation, site, candidate->slip.formula);
    return is_explained_by(search, calculation_target(search->calculation));
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

/* Whether a target stands behind it: then it is an error or a derivative of one. */
static bool is_of_error(const struct search *search, size_t quantity) {
    const struct ways *ways = search->ways;
    for (size_t q = 0; q < ways->trace->quantity_count; q++)
        if (ways->role[q].kind == ROLE_TARGET && ways_reach(ways, quantity, q))
            return true;
    return false;
}

/* Whether all that the way needs is there, and a derivative of the error among it: what was slipped
 * then was not slipped in (5.5), which is behind that. */
static bool goes_on_from_derivative(const struct search *search, const struct way *way) {
    bool has_derivative = false;
    for (size_t i = 0; i < way->name_count; i++)
        has_derivative = has_derivative || is_of_error(search, way->names[i]);
    return has_derivative && is_all_own(search, way);
}

/* The ways of the site, the nearest first; as they stand where equal. */
static size_t sort_ways(const struct search *search, size_t site, const struct way *sorted[]) {
    size_t count = 0;
    for (size_t i = 0; i < search->ways->count[site]; i++) {
        const struct way *way = &search->ways->of[site][i];
        size_t at = count;
        if (way->is_put)
            continue;
        for (; at > 0 && nearness(search, way) > nearness(search, sorted[at - 1]); at--)
            sorted[at] = sorted[at - 1];
        sorted[at] = way;
        count++;
    }
    return count;
}

/* "added" is told apart from a turned sign where the gradient is handed in. */
static bool can_be_told(const struct search *search, const struct way *way, const char *id) {
    return strcmp(id, "added") != 0 || is_all_own(search, way);
}

/* What is left out by a slip whose sentence does not say it. */
static const struct formula *missing_in(const struct way *way, const struct slip *slip) {
    static const char *const ids[] = {"path", "factor", "term"};
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++)
        if (strcmp(slip->id, ids[i]) == 0)
            return slip_missing(way->formula, slip->formula);
    return NULL;
}

static struct diagnosis in_way(struct search *search, size_t site, const struct way *way,
                               enum look look) {
    const struct candidate_list *list = candidates_of(search->candidates, site);
    const size_t w = (size_t)(way - search->ways->of[site]);
    size_t i = look > 0 ? list->end[w][look - 1] : w > 0 ? list->end[w - 1][LOOKS - 1] : 0;
    for (; i < list->end[w][look]; i++) {
        const struct candidate *candidate = &list->each[i];
        if (can_be_told(search, way, candidate->slip.id) && explains(search, site, candidate))
            return (struct diagnosis){.slip = candidate->slip.id,
                                      .formula = candidate->slip.formula,
                                      .missing = missing_in(way, &candidate->slip),
                                      .at = site};
    }
    return (struct diagnosis){.at = NO_QUANTITY};
}

static struct diagnosis at_site(struct search *search, size_t site, enum look look) {
    const struct way **sorted = candidates_of(search->candidates, site)->sorted;
    const size_t count = sort_ways(search, site, sorted);
    struct diagnosis found = {.at = NO_QUANTITY};
    for (size_t i = 0; i < count && found.slip == NULL; i++)
        if (!sorted[i]->has_partial || !goes_on_from_derivative(search, sorted[0]))
            found = in_way(search, site, sorted[i], look);
    return found;
}

static struct diagnosis at_target(struct search *search, enum look look) {
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
static struct diagnosis on_the_way(struct search *search, enum look look) {
    struct queue queue = queue_start(search);
    struct diagnosis found = {.at = NO_QUANTITY};
    for (size_t site; found.slip == NULL && (site = queue_next(search, &queue)) != NO_QUANTITY;)
        found = at_site(search, site, look);
    queue_free(&queue);
    return found;
}

/* Makes the slip at the site, where it can be made. */
static const struct formula *make_throughout(struct search *search, size_t site, size_t kind) {
    const struct formula *made = candidates_of(search->candidates, site)->throughout[kind];
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
static struct diagnosis again_and_again(struct search *search, enum look look) {
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

bool is_cut_off(const struct answer *answer, double right) {
    const double missing = fabs(right) - fabs(answer->value);
    return answer->significant >= 2 && !signbit(answer->value) == !signbit(right) &&
           fabs(missing - answer->half) < answer->half;
}

/* Whether some way gives the answer from what is rounded to fewer digits. */
static bool comes_of(const struct search *search, const struct approximate *rounded) {
    const struct answer *answer = &search->calculation->own[search->target].answer;
    for (size_t w = 0; w < search->ways->count[search->target]; w++) {
        const struct way *way = &search->ways->of[search->target][w];
        if (way->plain != NULL && way->slip == NULL &&
            fabs(answer->value - plain_value(way->plain, rounded).value) <= answer->half)
            return true;
    }
    return false;
}

/* Rounded to two digits or more on the way, and to more in the end. */
static bool is_rounded_early(struct search *search) {
    const int most = search->calculation->own[search->target].answer.significant;
    for (int digits = 2; digits < most; digits++)
        if (comes_of(search, calculation_rounded(search->calculation, digits, false)) ||
            comes_of(search, calculation_rounded(search->calculation, digits, true)))
            return true;
    return false;
}

/* Whether it has more digits than numbers of 32 bits have, is one of these to its last digit, and
 * right to as many as they have. */
static bool is_single(const struct answer *answer, double right) {
    return answer->significant >= 8 &&
           fabs(answer->value - (double)(float)answer->value) <= answer->half &&
           fabs(answer->value - right) <= 16 * FLT_EPSILON * fabs(right);
}

struct diagnosis diagnose(struct calculation *calculation, struct candidates *candidates,
                          size_t target) {
    static const struct {
        struct diagnosis (*where)(struct search *search, enum look look);
        enum look look;
        bool expected, rounds;
    } searches[] = {
        {on_the_way, LOOK_ARTICLE, false, false}, {at_target, LOOK_KNOWN, false, false},
        {at_target, LOOK_KNOWN, true, false},     {again_and_again, LOOKS, false, false},
        {on_the_way, LOOK_KNOWN, false, false},   {at_target, LOOK_KNOWN, false, true},
        {at_target, LOOK_OTHER, false, false}};
    const struct answer *answer = &calculation->own[target].answer;
    struct search search = {.calculation = calculation,
                            .ways = calculation->ways,
                            .candidates = candidates,
                            .target = target};
    struct diagnosis found = {.at = NO_QUANTITY};
    const size_t count = sizeof searches / sizeof *searches;
    for (size_t i = 0; i < count && found.slip == NULL; i++) {
        const size_t next = (i + candidates->has_other_numbers) % count;
        calculation_aim(calculation, target, searches[next].expected, searches[next].rounds);
        search.distance = distance_of(calculation, answer);
        found = searches[next].where(&search, searches[next].look);
    }
    if (found.slip == NULL && is_rounded_early(&search))
        found = (struct diagnosis){.slip = "rounded", .at = target};
    if (found.slip == NULL && is_single(answer, search.ways->trace->quantities[target].value))
        found = (struct diagnosis){.slip = "single", .at = target};
    return found;
}
