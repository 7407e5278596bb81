/* Calculation: see calculation.h. */
#include "mark/calculation.h"

#include "base/larger.h"

#include <float.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_CHOICES = 1024 };

/* What is believed of a quantity, kept while GENERATION is the calculation's. */
struct known {
    unsigned generation;
    struct beliefs beliefs;
};

void calculation_start(struct calculation *calculation, const struct ways *ways,
                       const struct own_value own[]) {
    const size_t count = ways->trace->quantity_count;
    *calculation = (struct calculation){.ways = ways, .own = own};
    calculation->known = memory_zeroed(count, sizeof *calculation->known);
    calculation->known_slipped = memory_zeroed(count, sizeof *calculation->known);
    calculation->chosen = memory_zeroed(count, sizeof *calculation->chosen);
    calculation->slip = memory_zeroed(count, sizeof *calculation->slip);
    calculation->touched = memory_zeroed(count, sizeof *calculation->touched);
}

void calculation_free(struct calculation *calculation) {
    free(calculation->known);
    free(calculation->known_slipped);
    free(calculation->chosen);
    free(calculation->slip);
    free(calculation->touched);
}

void calculation_aim(struct calculation *calculation, size_t target, bool expected, bool rounds) {
    calculation->target = target;
    calculation->expected = expected;
    calculation->rounds = rounds;
    calculation->generation++;
    calculation_forget_slips(calculation);
}

void calculation_forget_slips(struct calculation *calculation) {
    const size_t count = calculation->ways->trace->quantity_count;
    memset(calculation->slip, 0, count * sizeof *calculation->slip);
    memset(calculation->touched, 0, count * sizeof *calculation->touched);
    calculation->is_slipped = false;
    calculation->slip_generation++;
}

void calculation_slip(struct calculation *calculation, size_t quantity,
                      const struct formula *slip) {
    const size_t count = calculation->ways->trace->quantity_count;
    calculation->slip[quantity] = slip;
    calculation->is_slipped = true;
    for (size_t q = 0; q < count; q++)
        calculation->touched[q] |= q == quantity || ways_reach(calculation->ways, q, quantity);
    calculation->slip_generation++;
}

/* How far a value is moved by rounding it to the digits that he works with: to as many decimals as
 * the target has, if any, or to the significant digits of his answers, whichever is coarser. */
static double rounding(const struct calculation *calculation, double value) {
    const double half = calculation->own[calculation->target].answer.half;
    return larger(half < 0.5 ? half : 0, half_unit(value, calculation->significant));
}

/* How far that can move a VALUE that stands for what is within ERROR of it: one that has no further
 * digits not at all, to whichever digits it is rounded. */
static double moved_by_rounding(const struct calculation *calculation, double value, double error) {
    static const double NEARLY = 1e-3;
    const double half = rounding(calculation, value);
    if (!(fabs(value) < 1e12 * half) || error > NEARLY * half)
        return half;
    const double units = fabs(value) / (2 * half);
    const double apart = fabs(units - (double)(int64_t)(units + 0.5));
    return apart > NEARLY ? half : apart * 2 * half;
}

/* Adds BELIEF, or widens one that it agrees with. Where no slip is made, all that comes from right
 * values is one. */
static void believe(const struct calculation *calculation, struct beliefs *beliefs,
                    struct belief belief) {
    const double apart = calculation->own[calculation->target].answer.half;
    for (size_t i = 0; i < beliefs->count; i++) {
        struct belief *old = &beliefs->each[i];
        const double distance = fabs(old->value - belief.value);
        const bool are_right =
            old->from == NO_QUANTITY && belief.from == NO_QUANTITY && !calculation->is_slipped;
        const bool same_kind = (old->from == NO_QUANTITY) == (belief.from == NO_QUANTITY);
        if (are_right || (same_kind && distance <= apart)) {
            old->error = larger(old->error, distance + belief.error);
            return;
        }
    }
    if (beliefs->count < MOST_BELIEFS)
        beliefs->each[beliefs->count++] = belief;
}

/* His own value; of a right one, too, it is not known whether he went on from it or from what it
 * was rounded from. A number that is given is not rounded. */
static struct belief own_value(const struct calculation *calculation, size_t quantity) {
    const struct own_value *own = &calculation->own[quantity];
    const struct quantity *named = &calculation->ways->trace->quantities[quantity];
    const bool is_given = named->typed != NULL;
    const double digits =
        is_given ? 0 : smaller(own->answer.half, moved_by_rounding(calculation, named->value, 0));
    const double distance = own->is_right ? fabs(own->answer.value - named->value) : 0;
    if (calculation->expected)
        return (struct belief){named->value, larger(digits, distance), NO_QUANTITY};
    if (own->is_right)
        return (struct belief){own->answer.value, larger(digits, distance), NO_QUANTITY};
    return (struct belief){own->answer.value, is_given ? 0 : own->answer.half, quantity};
}

/* A number that is given, but for its rounding to a double. */
static struct belief given(double value) {
    return (struct belief){value, DBL_EPSILON / 2 * fabs(value), NO_QUANTITY};
}

static const struct beliefs *of(struct calculation *calculation, size_t quantity);

static bool find_chosen(void *context, const char *name, size_t length, struct approximate *found) {
    const struct calculation *calculation = context;
    const struct belief *belief =
        calculation->chosen[ways_quantity(calculation->ways, name, length)];
    *found = (struct approximate){belief->value, belief->error};
    return true;
}

/* Of the names in a formula, the value of his that is the nearest: the last of the walk. */
static size_t nearest(const struct calculation *calculation, const unsigned short names[],
                      size_t count) {
    size_t nearest = NO_QUANTITY;
    bool is_own = false;
    for (size_t i = 0; i < count; i++) {
        const size_t from = calculation->chosen[names[i]]->from;
        const bool directly = from == names[i];
        if (from != NO_QUANTITY && (nearest == NO_QUANTITY || (directly && !is_own) ||
                                    (directly == is_own && from > nearest))) {
            nearest = from;
            is_own = directly;
        }
    }
    return nearest;
}

/* FORMULA with what is chosen of its names. */
static void believe_choice(struct calculation *calculation, const struct formula *formula,
                           const unsigned short names[], size_t count, bool is_target,
                           struct beliefs *beliefs) {
    const struct formula_names lookup = {.find = find_chosen, .context = calculation};
    struct approximate result;
    struct error error;
    if (!formula_evaluate(formula, &lookup, &result, &error) || !isfinite(result.value) ||
        !isfinite(result.error))
        return;
    if (calculation->rounds && !is_target)
        result.error += moved_by_rounding(calculation, result.value, result.error);
    believe(calculation, beliefs,
            (struct belief){result.value, result.error, nearest(calculation, names, count)});
}

/* The next choice, as an odometer counts; false after the last. */
static bool turn(size_t at[], const struct beliefs *const choices[], size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (++at[i] < choices[i]->count)
            return true;
        at[i] = 0;
    }
    return false;
}

/* FORMULA with every choice of what is believed of its names. */
static void believe_formula(struct calculation *calculation, const struct formula *formula,
                            const unsigned short names[], size_t count, bool is_target,
                            struct beliefs *beliefs) {
    const struct beliefs *choices[MOST_NAMES];
    size_t at[MOST_NAMES];
    int choice = 0;
    for (size_t i = 0; i < count; i++) {
        at[i] = 0;
        choices[i] = of(calculation, names[i]);
        if (choices[i]->count == 0)
            return;
    }
    do {
        for (size_t i = 0; i < count; i++)
            calculation->chosen[names[i]] = &choices[i]->each[at[i]];
        believe_choice(calculation, formula, names, count, is_target, beliefs);
    } while (turn(at, choices, count) && ++choice < MOST_CHOICES);
}

static void believe_ways(struct calculation *calculation, size_t quantity,
                         struct beliefs *beliefs) {
    const struct ways *ways = calculation->ways;
    for (size_t w = 0; w < ways->count[quantity]; w++) {
        const struct way *way = &ways->of[quantity][w];
        if (way->slip == NULL && (!way->has_partial || beliefs->count == 0))
            believe_formula(calculation, way->formula, way->names, way->name_count,
                            quantity == calculation->target, beliefs);
    }
}

static void believe_slip(struct calculation *calculation, size_t quantity,
                         struct beliefs *beliefs) {
    const struct formula *slip = calculation->slip[quantity];
    unsigned short names[MOST_NAMES];
    const size_t count = ways_names(calculation->ways, slip, names, MOST_NAMES);
    believe_formula(calculation, slip, names, count, quantity == calculation->target, beliefs);
}

/* With the right values every way comes to the same, and only the errors differ. */
static void settle_on_the_expected(struct beliefs *beliefs, double right) {
    double error = 0;
    for (size_t i = 0; i < beliefs->count; i++)
        error = larger(error, beliefs->each[i].error + fabs(beliefs->each[i].value - right));
    *beliefs = (struct beliefs){.count = 1, .each[0] = {right, error, NO_QUANTITY}};
}

static const struct beliefs *of(struct calculation *calculation, size_t quantity) {
    const bool slipped = calculation->touched[quantity];
    const struct quantity *named = &calculation->ways->trace->quantities[quantity];
    struct known *known = &(slipped ? calculation->known_slipped : calculation->known)[quantity];
    const unsigned generation = slipped ? calculation->slip_generation : calculation->generation;
    struct beliefs *beliefs = &known->beliefs;
    if (known->generation == generation)
        return beliefs; /* of one that is on the way to itself: nothing */
    known->generation = generation;
    beliefs->count = 0;
    const bool has_own =
        calculation->own[quantity].answer.typed != NULL && quantity != calculation->target;
    struct beliefs found = {0};
    if (calculation->slip[quantity] != NULL)
        believe_slip(calculation, quantity, &found);
    else if (has_own)
        found = (struct beliefs){.count = 1, .each[0] = own_value(calculation, quantity)};
    else if (named->typed != NULL)
        found = (struct beliefs){.count = 1, .each[0] = given(named->value)};
    else
        believe_ways(calculation, quantity, &found);
    if (calculation->expected && !slipped)
        settle_on_the_expected(&found, named->value);
    *beliefs = found;
    return beliefs;
}

const struct beliefs *calculation_target(struct calculation *calculation) {
    return of(calculation, calculation->target);
}
