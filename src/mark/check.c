/* Check: see check.h. */
#include "mark/check.h"

#include "base/larger.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

void check_start(struct check *check, struct trace *trace) {
    *check = (struct check){0};
    ways_collect(&check->ways, trace);
    check->own = memory_zeroed(trace->quantity_count, sizeof *check->own);
    check->marks = memory_zeroed(trace->quantity_count, sizeof *check->marks);
    calculation_start(&check->calculation, &check->ways, check->own);
}

void check_free(struct check *check) {
    calculation_free(&check->calculation);
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
    struct answer answer = {.typed = kept, .value = value, .half = half, .significant = 1};
    while (answer.significant < MOST_DIGITS && half_unit(value, answer.significant) > half)
        answer.significant++;
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

static bool is_right(struct calculation *calculation, size_t quantity) {
    const struct answer *answer = &calculation->own[quantity].answer;
    calculation_aim(calculation, quantity, true, true);
    const struct belief *right = &calculation_target(calculation)->each[0];
    return fabs(answer->value - right->value) <= answer->half * (1 + 1e-9) + right->error;
}

/* From his own values; where all behind it are right, so is the answer. */
static struct mark mark_by_own_values(struct calculation *calculation, size_t quantity) {
    const struct answer *answer = &calculation->own[quantity].answer;
    struct mark mark = {.verdict = MARK_WRONG};
    calculation_aim(calculation, quantity, false, true);
    const struct beliefs *beliefs = calculation_target(calculation);
    for (size_t i = 0; i < beliefs->count; i++) {
        const struct belief *belief = &beliefs->each[i];
        if (belief->from == NO_QUANTITY &&
            fabs(answer->value - belief->value) <= answer->half * (1 + 1e-9) + belief->error)
            return (struct mark){.verdict = MARK_RIGHT};
        if (belief->from != NO_QUANTITY && mark.verdict == MARK_WRONG &&
            belief_explains(belief, answer))
            mark = (struct mark){.verdict = MARK_CARRIED, .from = belief->from};
    }
    return mark;
}

static struct mark mark_of(struct check *check, size_t quantity) {
    struct calculation *calculation = &check->calculation;
    const struct quantity *named = &check->ways.trace->quantities[quantity];
    if (named->typed != NULL)
        return mark_given(&check->own[quantity].answer, named->value, quantity);
    if (is_right(calculation, quantity))
        return (struct mark){.verdict = MARK_RIGHT};
    struct mark mark = mark_by_own_values(calculation, quantity);
    if (mark.verdict == MARK_WRONG)
        mark.slip = diagnose(calculation, quantity, &check->arena);
    return mark;
}

static int most_digits(const struct check *check) {
    int most = 1;
    for (size_t q = 0; q < check->ways.trace->quantity_count; q++)
        if (check->own[q].answer.typed != NULL && check->own[q].answer.significant > most)
            most = check->own[q].answer.significant;
    return most;
}

void check_mark(struct check *check) {
    check->calculation.significant = most_digits(check);
    for (size_t i = 0; i < check->ways.trace->quantity_count; i++) {
        const size_t quantity = check->ways.order[i];
        if (check->own[quantity].answer.typed == NULL)
            continue;
        check->marks[quantity] = mark_of(check, quantity);
        check->own[quantity].is_right = check->marks[quantity].verdict == MARK_RIGHT;
    }
}
