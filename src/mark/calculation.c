/* Calculation: see calculation.h. */
#include "mark/calculation.h"

#include "base/larger.h"
#include "base/power.h"

#include <float.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* How many choices of what is believed of the names in a formula are gone through: to say that
 * nothing explains a value, and to look for a slip. */
enum { MOST_CHOICES = 2048, SOME_CHOICES = 64 };

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
    calculation->operands = memory_zeroed(count, sizeof *calculation->operands);
    calculation->values = memory_zeroed(count, sizeof *calculation->values);
    calculation->slipped = memory_zeroed(count, sizeof *calculation->slipped);
    calculation->right = memory_zeroed(count, sizeof *calculation->right);
    calculation->chain = memory_zeroed(count, sizeof *calculation->chain);
    for (size_t q = 0; q < count; q++)
        calculation->right[q].value = ways->trace->quantities[q].value;
}

void calculation_free(struct calculation *calculation) {
    free(calculation->known);
    free(calculation->known_slipped);
    free(calculation->chosen);
    free(calculation->slip);
    free(calculation->touched);
    free(calculation->operands);
    free(calculation->values);
    free(calculation->slipped);
    free(calculation->right);
    free(calculation->chain);
}

static bool is_set(const void *context, size_t quantity) {
    const struct calculation *calculation = context;
    return calculation->own[quantity].answer.typed != NULL ||
           calculation->ways->trace->quantities[quantity].typed != NULL;
}

void calculation_look(struct calculation *calculation) {
    calculation->is_aimed = false;
    for (size_t q = 0; q < calculation->ways->trace->quantity_count; q++)
        calculation->values[q].value = calculation->own[q].answer.typed != NULL
                                           ? calculation->own[q].answer.value
                                           : calculation->right[q].value;
    ways_values(calculation->ways, is_set, calculation, calculation->values);
}

/* What lies between SITE and the target, the target too, in the order in which it is computed; all
 * else has its value in `slipped`. */
static void find_chain(struct calculation *calculation, size_t site) {
    const struct ways *ways = calculation->ways;
    const size_t target = calculation->target;
    size_t count = 0;
    calculation->chain_site = site;
    memcpy(calculation->slipped, calculation->values,
           ways->trace->quantity_count * sizeof *calculation->slipped);
    for (size_t place = ways->place[site] + 1u; place <= ways->place[target]; place++) {
        const size_t q = ways->order[place];
        if (q == target || (calculation->own[q].answer.typed == NULL && ways_reach(ways, q, site) &&
                            ways_reach(ways, target, q)))
            calculation->chain[count++] = (unsigned short)q;
    }
    calculation->chain_count = count;
}

double calculation_roughly(struct calculation *calculation, size_t site, double value) {
    struct approximate *slipped = calculation->slipped;
    if (site == calculation->target)
        return value;
    if (calculation->chain_site != site)
        find_chain(calculation, site);
    slipped[site].value = value;
    for (size_t i = 0; i < calculation->chain_count; i++) {
        const size_t q = calculation->chain[i];
        const struct plain *plain = ways_plain(calculation->ways, q);
        if (plain == NULL)
            return NAN;
        slipped[q] = plain_value(plain, slipped);
    }
    return slipped[calculation->target].value;
}

const struct approximate *calculation_rounded(struct calculation *calculation, int digits,
                                              bool significant) {
    const struct ways *ways = calculation->ways;
    struct approximate *rounded = calculation->slipped;
    calculation->chain_site = NO_QUANTITY;
    for (size_t place = 0; place < ways->place[calculation->target]; place++) {
        const size_t q = ways->order[place];
        const struct plain *plain = is_set(calculation, q) ? NULL : ways_plain(ways, q);
        rounded[q] = calculation->values[q];
        if (plain == NULL)
            continue;
        const double value = plain_value(plain, rounded).value;
        const double unit = 2 * (significant ? half_unit(value, digits) : power(10, -digits) / 2);
        rounded[q].value = unit > 0 ? floor(value / unit + 0.5) * unit : value;
    }
    return rounded;
}

void calculation_aim(struct calculation *calculation, size_t target, bool expected, bool rounds) {
    calculation_forget_slips(calculation);
    if (calculation->is_aimed && calculation->target == target &&
        calculation->expected == expected && calculation->rounds == rounds)
        return;
    calculation->is_aimed = true;
    calculation->target = target;
    calculation->expected = expected;
    calculation->rounds = rounds;
    calculation->chain_site = NO_QUANTITY;
    calculation->generation++;
}

void calculation_forget_slips(struct calculation *calculation) {
    const size_t count = calculation->ways->trace->quantity_count;
    if (calculation->is_slipped) {
        memset(calculation->slip, 0, count * sizeof *calculation->slip);
        memset(calculation->touched, 0, count * sizeof *calculation->touched);
    }
    calculation->is_slipped = false;
    calculation->slip_site = NO_QUANTITY;
    calculation->slip_generation++;
}

void calculation_slip_alone(struct calculation *calculation, size_t quantity,
                            const struct formula *slip) {
    if (calculation->slip_site == quantity) {
        calculation->slip[quantity] = slip;
        calculation->slip_generation++;
        return;
    }
    calculation_forget_slips(calculation);
    calculation_slip(calculation, quantity, slip);
    calculation->slip_site = quantity;
}

void calculation_slip(struct calculation *calculation, size_t quantity,
                      const struct formula *slip) {
    const size_t count = calculation->ways->trace->quantity_count;
    calculation->slip[quantity] = slip;
    calculation->is_slipped = true;
    calculation->slip_site = NO_QUANTITY;
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

static void widen(struct belief *belief, const struct belief *other) {
    belief->error = larger(belief->error, fabs(belief->value - other->value) + other->error);
}

/* One of them that is no further APART from BELIEF, or else the nearest, of its kind: from right
 * values or from his own; NULL where there is none. */
static struct belief *near_belief(struct beliefs *beliefs, const struct belief *belief,
                                  double apart) {
    const bool is_right = belief->from == NO_QUANTITY;
    struct belief *nearest = NULL;
    double least = (double)INFINITY;
    for (size_t i = 0; i < beliefs->count && least > apart; i++) {
        struct belief *old = &beliefs->each[i];
        const double distance = fabs(old->value - belief->value);
        if ((old->from == NO_QUANTITY) == is_right && distance < least) {
            nearest = old;
            least = distance;
        }
    }
    return nearest;
}

/* Adds BELIEF, or widens one that it agrees with; where there are too many already, the nearest.
 * Where no slip is made, all that comes from right values is one. */
static void believe(const struct calculation *calculation, struct beliefs *beliefs,
                    struct belief belief) {
    const double apart = calculation->own[calculation->target].answer.half;
    struct belief *old = near_belief(beliefs, &belief, apart);
    const bool are_right = belief.from == NO_QUANTITY && !calculation->is_slipped;
    if (old != NULL &&
        (are_right || fabs(old->value - belief.value) <= apart || beliefs->count == MOST_BELIEFS))
        widen(old, &belief);
    else if (beliefs->count < MOST_BELIEFS)
        beliefs->each[beliefs->count++] = belief;
}

/* Whether he has handed in a value for it that is marked already, and it is not the target. */
static bool has_own(const struct calculation *calculation, size_t quantity) {
    const unsigned short *place = calculation->ways->place;
    return calculation->own[quantity].answer.typed != NULL &&
           place[quantity] < place[calculation->target];
}

static bool has_wrong(const struct calculation *calculation, size_t quantity) {
    return has_own(calculation, quantity) && !calculation->own[quantity].is_right;
}

/* His own value; of a right one, too, it is not known whether he went on from it or from what it
 * was rounded from. A number that is given is not rounded, and one that is coarse was not what he
 * went on from, or he went on from it as it stands. */
static struct belief own_value(const struct calculation *calculation, size_t quantity) {
    const struct own_value *own = &calculation->own[quantity];
    const struct quantity *named = &calculation->ways->trace->quantities[quantity];
    const bool is_given = named->typed != NULL && !own->is_lent;
    const double digits =
        is_given ? 0 : smaller(own->answer.half, moved_by_rounding(calculation, named->value, 0));
    const double distance = own->is_right ? fabs(own->answer.value - named->value) : 0;
    if (calculation->expected)
        return (struct belief){named->value, larger(digits, distance), NO_QUANTITY};
    if (own->is_right)
        return (struct belief){own->answer.value, larger(digits, distance), NO_QUANTITY};
    return (struct belief){own->answer.value, is_given || own->is_coarse ? 0 : own->answer.half,
                           quantity};
}

/* A number that is given, but for its rounding to a double. */
static struct belief given(double value) {
    return (struct belief){value, DBL_EPSILON / 2 * fabs(value), NO_QUANTITY};
}

static const struct beliefs *of(struct calculation *calculation, size_t quantity);

static bool find_chosen(void *context, const char *name, size_t length, struct approximate *found) {
    const struct calculation *calculation = context;
    *found = calculation->operands[ways_quantity(calculation->ways, name, length)];
    return true;
}

/* Of the names in a formula, the value of his that is the nearest: the last of the walk. */
static size_t nearest(const struct calculation *calculation, const unsigned short names[],
                      size_t count) {
    size_t nearest = NO_QUANTITY;
    bool is_own = false;
    for (size_t i = 0; i < count; i++) {
        const size_t from = calculation->chosen[names[i]];
        const bool directly = from == names[i];
        if (from != NO_QUANTITY && (nearest == NO_QUANTITY || (directly && !is_own) ||
                                    (directly == is_own && from > nearest))) {
            nearest = from;
            is_own = directly;
        }
    }
    return nearest;
}

/* A formula that one can have computed, plainly if it can be so. */
struct computed {
    const struct formula *formula;
    const struct plain *plain;
    const unsigned short *names;
    size_t name_count;
};

static bool compute(struct calculation *calculation, const struct computed *computed,
                    struct approximate *result) {
    const struct formula_names lookup = {.find = find_chosen, .context = calculation};
    struct error error;
    if (computed->plain != NULL)
        *result = plain_value(computed->plain, calculation->operands);
    else if (!formula_evaluate(computed->formula, &lookup, result, &error))
        return false; /* GCOVR_EXCL_LINE: every formula of a walk was evaluated */
    return isfinite(result->value) && isfinite(result->error);
}

/* With what is chosen of its names. */
static void believe_choice(struct calculation *calculation, const struct computed *computed,
                           bool is_target, struct beliefs *beliefs) {
    struct approximate result;
    if (!compute(calculation, computed, &result))
        return;
    if (calculation->rounds && !is_target)
        result.error += moved_by_rounding(calculation, result.value, result.error);
    believe(calculation, beliefs,
            (struct belief){result.value, result.error,
                            nearest(calculation, computed->names, computed->name_count)});
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

static void choose(struct calculation *calculation, size_t quantity, const struct belief *belief) {
    calculation->chosen[quantity] = belief->from;
    calculation->operands[quantity] = (struct approximate){belief->value, belief->error};
}

/* With every choice of what is believed of its names. */
static void believe_computed(struct calculation *calculation, const struct computed *computed,
                             bool is_target, struct beliefs *beliefs) {
    const struct beliefs *choices[MOST_NAMES];
    size_t at[MOST_NAMES];
    const int most = calculation->rounds ? MOST_CHOICES : SOME_CHOICES;
    int choice = 0;
    for (size_t i = 0; i < computed->name_count; i++) {
        at[i] = 0;
        choices[i] = of(calculation, computed->names[i]);
        if (choices[i]->count == 0)
            return;
    }
    do {
        for (size_t i = 0; i < computed->name_count; i++)
            choose(calculation, computed->names[i], &choices[i]->each[at[i]]);
        believe_choice(calculation, computed, is_target, beliefs);
    } while (turn(at, choices, computed->name_count) && ++choice < most);
}

/* Whether one of its own values that is not right, or what is the same, stands in the way. */
static bool has_wrong_name(const struct calculation *calculation, const struct way *way) {
    for (size_t i = 0; i < way->name_count; i++) {
        size_t name = way->names[i];
        do
            if (has_wrong(calculation, name))
                return true;
        while ((name = calculation->ways->twin[name]) != way->names[i]);
    }
    return false;
}

/* A value of his that is not right, of a quantity that is the same. */
static void believe_twins(struct calculation *calculation, size_t quantity,
                          struct beliefs *beliefs) {
    for (size_t twin = calculation->ways->twin[quantity]; twin != quantity;
         twin = calculation->ways->twin[twin])
        if (has_wrong(calculation, twin))
            believe(calculation, beliefs, own_value(calculation, twin));
}

/* A way with a name put in tells nothing new of right values, and of one that differentiates
 * nobody computes but by the rule. */
static void believe_ways(struct calculation *calculation, size_t quantity,
                         struct beliefs *beliefs) {
    const struct ways *ways = calculation->ways;
    for (size_t w = 0; w < ways->count[quantity]; w++) {
        const struct way *way = &ways->of[quantity][w];
        if (way->is_put && (calculation->expected || !has_wrong_name(calculation, way)))
            continue;
        if (way->slip == NULL && !way->has_partial)
            believe_computed(calculation,
                             &(struct computed){.formula = way->formula,
                                                .plain = way->plain,
                                                .names = way->names,
                                                .name_count = way->name_count},
                             quantity == calculation->target, beliefs);
    }
}

static void believe_slip(struct calculation *calculation, size_t quantity,
                         struct beliefs *beliefs) {
    const struct formula *slip = calculation->slip[quantity];
    unsigned short names[MOST_NAMES];
    const size_t count = ways_names(calculation->ways, slip, names, MOST_NAMES);
    believe_computed(calculation,
                     &(struct computed){.formula = slip, .names = names, .name_count = count},
                     quantity == calculation->target, beliefs);
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
    struct beliefs found;
    found.count = 0;
    if (calculation->slip[quantity] != NULL)
        believe_slip(calculation, quantity, &found);
    else if (has_own(calculation, quantity))
        found.each[found.count++] = own_value(calculation, quantity);
    else if (named->typed != NULL)
        found.each[found.count++] = given(named->value);
    else {
        if (!calculation->expected)
            believe_twins(calculation, quantity, &found);
        believe_ways(calculation, quantity, &found);
    }
    beliefs->count = found.count;
    memcpy(beliefs->each, found.each, found.count * sizeof *found.each);
    return beliefs;
}

const struct beliefs *calculation_target(struct calculation *calculation) {
    return of(calculation, calculation->target);
}

void calculation_try(struct calculation *calculation, const struct formula *slip,
                     const unsigned short names[], size_t count, struct beliefs *beliefs) {
    calculation_forget_slips(calculation);
    calculation->is_slipped = true;
    beliefs->count = 0;
    believe_computed(calculation,
                     &(struct computed){.formula = slip, .names = names, .name_count = count}, true,
                     beliefs);
}
