/* Check: see check.h. */
#include "mark/check.h"

#include "base/larger.h"
#include "base/power.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

void check_start(struct check *check, struct trace *trace, const struct shape *shape) {
    *check = (struct check){0};
    ways_collect(&check->ways, trace, shape);
    check->own = memory_zeroed(trace->quantity_count, sizeof *check->own);
    check->marks = memory_zeroed(trace->quantity_count, sizeof *check->marks);
    calculation_start(&check->calculation, &check->ways, check->own);
    candidates_start(&check->candidates, &check->ways);
}

void check_free(struct check *check) {
    calculation_free(&check->calculation);
    candidates_free(&check->candidates);
    ways_free(&check->ways);
    arena_free(&check->arena);
    free(check->own);
    free(check->marks);
}

void check_answer(struct check *check, size_t quantity, const char *typed, size_t length,
                  double value) {
    const char *kept = arena_copy(&check->arena, typed, length);
    check->own[quantity] = (struct own_value){.answer = answer_of(kept, length, value)};
}

void check_answer_within(struct check *check, size_t quantity, const char *typed, double value,
                         double half) {
    enum { MOST_DIGITS = 17 };
    const char *kept = arena_copy(&check->arena, typed, strlen(typed));
    struct answer answer = {
        .typed = kept, .value = value, .half = half, .significant = 1, .decimals = MOST_DIGITS};
    while (answer.significant < MOST_DIGITS && half_unit(value, answer.significant) > half)
        answer.significant++;
    while (answer.decimals > 0 && power(10, 1 - answer.decimals) / 2 <= half)
        answer.decimals--;
    check->own[quantity] = (struct own_value){.answer = answer};
}

void check_withdraw(struct check *check, size_t quantity) {
    check->own[quantity] = (struct own_value){0};
    check->marks[quantity] = (struct mark){0};
}

void check_withdraw_all(struct check *check) {
    for (size_t q = 0; q < check->ways.trace->quantity_count; q++)
        check_withdraw(check, q);
    arena_reset(&check->arena);
}

/* A number that is given has all its digits: what is near it is another number. */
static struct mark mark_given(const struct answer *answer, double given, size_t quantity) {
    const double allowed = smaller(answer->half, 1e-3 * fabs(given));
    if (fabs(answer->value - given) <= allowed)
        return (struct mark){.verdict = MARK_RIGHT};
    return (struct mark){.verdict = MARK_WRONG, .slip = {.slip = "given", .at = quantity}};
}

static bool is_within(const struct answer *answer, double value, double error) {
    return fabs(answer->value - value) <= answer->half * (1 + 1e-9) + error;
}

/* The exact value, but for what doubles lose: however few its digits, it is right. Of what is asked
 * for with decimals, the exact value to these. */
static bool is_exact(const struct check *check, const struct answer *answer, double exact) {
    const double asked = check->decimals > 0 ? power(10, -check->decimals) / 2 : 0;
    return fabs(answer->value - exact) <= larger(1e-12 * fabs(exact), asked * (1 + 1e-9));
}

static bool is_coarse(const struct check *check, const struct answer *answer) {
    return check->decimals > 0 ? answer->decimals < check->decimals : answer->significant < 2;
}

/* What rounding right values on the way can do is allowed. */
static bool is_right_after_rounding(struct calculation *calculation, size_t quantity) {
    calculation_aim(calculation, quantity, true, true);
    const struct beliefs *right = calculation_target(calculation);
    return right->count > 0 && is_within(&calculation->own[quantity].answer, right->each[0].value,
                                         right->each[0].error);
}

/* From his own values; where all behind it are right, so is the answer. */
static struct mark mark_by_own_values(struct calculation *calculation, size_t quantity) {
    const struct answer *answer = &calculation->own[quantity].answer;
    struct mark mark = {.verdict = MARK_WRONG};
    calculation_aim(calculation, quantity, false, true);
    const struct beliefs *beliefs = calculation_target(calculation);
    for (size_t i = 0; i < beliefs->count; i++) {
        const struct belief *belief = &beliefs->each[i];
        if (belief->from == NO_QUANTITY && is_within(answer, belief->value, belief->error))
            return (struct mark){.verdict = MARK_RIGHT};
        if (belief->from != NO_QUANTITY && mark.verdict == MARK_WRONG &&
            belief_explains(belief, answer))
            mark = (struct mark){.verdict = MARK_CARRIED, .from = belief->from};
    }
    return mark;
}

/* Whether it is right or carried, to whatever digits it has. */
static struct mark mark_to_its_digits(struct check *check, size_t quantity, double exact) {
    struct calculation *calculation = &check->calculation;
    if (is_within(&check->own[quantity].answer, exact, 0) ||
        is_right_after_rounding(calculation, quantity))
        return (struct mark){.verdict = MARK_RIGHT};
    return mark_by_own_values(calculation, quantity);
}

static struct mark mark_of(struct check *check, size_t quantity) {
    const struct answer *answer = &check->own[quantity].answer;
    const struct quantity *named = &check->ways.trace->quantities[quantity];
    if (named->typed != NULL)
        return mark_given(answer, named->value, quantity);
    if (is_exact(check, answer, named->value))
        return (struct mark){.verdict = MARK_RIGHT};
    struct mark mark = mark_to_its_digits(check, quantity, named->value);
    if (mark.verdict != MARK_RIGHT && is_cut_off(answer, named->value))
        mark = (struct mark){.verdict = MARK_RIGHT, .slip = {.slip = "cut", .at = quantity}};
    if (mark.verdict == MARK_WRONG)
        mark.slip = diagnose(&check->calculation, &check->candidates, quantity);
    else if (is_coarse(check, answer))
        mark = (struct mark){.verdict = MARK_COARSE};
    return mark;
}

/* What he has for QUANTITY, handed in or not. Where a right one was left out, it is not known how
 * it was rounded. */
static struct own_value own_of(struct check *check, size_t quantity) {
    if (check->own[quantity].answer.typed != NULL)
        return check->own[quantity];
    calculation_aim(&check->calculation, quantity, false, true);
    const struct beliefs *beliefs = calculation_target(&check->calculation);
    const struct belief *first = &beliefs->each[0];
    const bool is_right = beliefs->count == 0 || first->from == NO_QUANTITY;
    const double value = is_right ? check->ways.trace->quantities[quantity].value : first->value;
    return (struct own_value){
        .answer = {.typed = "", .value = value, .half = is_right ? INFINITY : first->error},
        .is_right = is_right};
}

void check_lend(struct check *check, size_t quantity, struct check *before,
                size_t quantity_before) {
    struct own_value *own = &check->own[quantity];
    const struct own_value lent = own_of(before, quantity_before);
    const bool is_handed_in = own->answer.typed != NULL;
    if (is_handed_in &&
        (!isfinite(lent.answer.half) ||
         fabs(own->answer.value - lent.answer.value) > own->answer.half + lent.answer.half))
        return;
    if (!is_handed_in)
        own->answer = lent.answer;
    own->is_right = lent.is_right;
    own->is_coarse = lent.is_coarse;
    own->is_hidden = !is_handed_in;
    own->is_lent = true;
    check->marks[quantity] = (struct mark){.verdict = lent.is_right ? MARK_RIGHT : MARK_CARRIED,
                                           .from = quantity_before};
}

void check_accumulated(struct check *check, size_t quantity, struct check *before,
                       size_t quantity_before) {
    const struct answer *answer = &check->own[quantity].answer;
    struct mark *mark = &check->marks[quantity];
    if (mark->verdict != MARK_WRONG || mark->slip.slip != NULL)
        return;
    const struct answer added = own_of(before, quantity_before).answer;
    const double half = isfinite(added.half) ? added.half : 0;
    if (fabs(added.value) < 100 * (answer->half + half)) /* by chance */
        return;
    calculation_aim(&check->calculation, quantity, false, true);
    const struct beliefs *beliefs = calculation_target(&check->calculation);
    for (size_t i = 0; i < beliefs->count; i++)
        if (is_within(answer, beliefs->each[i].value + added.value, beliefs->each[i].error + half))
            mark->slip = (struct diagnosis){.slip = "accumulated", .at = quantity};
}

static int most_digits(const struct check *check) {
    int most = 1;
    for (size_t q = 0; q < check->ways.trace->quantity_count; q++)
        if (check->own[q].answer.typed != NULL && !check->own[q].is_lent &&
            check->own[q].answer.significant > most)
            most = check->own[q].answer.significant;
    return most;
}

void check_mark(struct check *check) {
    check->calculation.significant = most_digits(check);
    calculation_look(&check->calculation);
    for (size_t i = 0; i < check->ways.trace->quantity_count; i++) {
        const size_t quantity = check->ways.order[i];
        if (check->own[quantity].answer.typed == NULL || check->own[quantity].is_lent)
            continue;
        struct own_value *own = &check->own[quantity];
        own->is_right = own->is_coarse = false;
        check->marks[quantity] = mark_of(check, quantity);
        own->is_right = check->marks[quantity].verdict == MARK_RIGHT;
        own->is_coarse = !own->is_right && is_coarse(check, &own->answer);
    }
}
