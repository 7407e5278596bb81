/* Targets: what cross-entropy needs of them: probabilities, and of softmax outputs a distribution.
 * See reading.h. */
#include "example/reading.h"

#include <stdlib.h>
#include <string.h>

/* A decimal from 0 on: digit 0 is the units', digit 1 the tenths'. Smaller ones than the last
 * place's are read as 0, for all doubles. */
enum { PLACES = 800 };

/* Adds TYPED, a number in [0, 1], digit by digit and without carrying. */
static void add_decimal(unsigned sum[PLACES], const char *typed) {
    const char *e = strpbrk(typed, "eE"), *end = e != NULL ? e : typed + strlen(typed);
    const char *point = memchr(typed, '.', (size_t)(end - typed));
    const double exponent = e != NULL ? strtod(e + 1, NULL) : 0;  /* no long holds them all */
    const long units = (point != NULL ? point : end) - typed - 1; /* where their digit stands */
    for (const char *c = typed; c < end; c++) {
        const long behind = c - typed - (point != NULL && c > point);
        const double place = (double)(behind - units) - exponent;
        if (*c > '0' && *c <= '9' && place < PLACES)
            sum[(size_t)place] += (unsigned)(*c - '0');
    }
}

static bool is_one(unsigned sum[PLACES]) {
    for (size_t place = PLACES - 1; place > 0; place--) {
        sum[place - 1] += sum[place] / 10;
        if (sum[place] % 10 != 0)
            return false;
    }
    return sum[0] == 1;
}

static bool is_probability(const struct slot *slot, struct error *error) {
    for (size_t i = 0; i < slot->count; i++)
        if (!(slot->numbers[i].value >= 0 && slot->numbers[i].value <= 1))
            return assignment_value_fault(
                slot->from, slot->numbers[i].typed, slot->numbers[i].length, error,
                "is no target of cross-entropy; a number from 0 to 1 is needed");
    return true;
}

/* The place where the targets' faults are reported, of which the article's have none. */
static bool add_up_to_one(const struct reading *reading, size_t sample, struct error *error) {
    const struct example *example = reading->example;
    const size_t inputs = example->shape.width[0];
    const size_t targets = example->shape.width[example->shape.depth];
    const struct given *given = &example->given[sample * (inputs + targets) + inputs];
    const struct assignment *from = NULL;
    unsigned sum[PLACES] = {0};
    for (size_t i = 0; i < targets; i++) {
        add_decimal(sum, given[i].typed);
        if (from == NULL)
            from = reading->slots[inputs + i].from;
    }
    if (is_one(sum))
        return true;
    return assignment_fault(from, from->typed, error,
                            "%s to %s do not add up to 1; the targets of softmax with "
                            "cross-entropy need to, exactly, as 0.1, 0.2 and 0.7 do",
                            given[0].name, given[targets - 1].name);
}

bool targets_fit(const struct reading *reading, struct error *error) {
    const struct shape *shape = &reading->example->shape;
    if (shape->loss != LOSS_CROSS_ENTROPY)
        return true;
    for (const struct slot *slot = reading->slots; slot->role.kind != ROLE_WEIGHT; slot++)
        if (slot->role.kind == ROLE_TARGET && !is_probability(slot, error))
            return false;
    for (size_t sample = 0; sample < shape->samples && shape->activation[shape->depth] == NULL;
         sample++)
        if (!add_up_to_one(reading, sample, error))
            return false;
    return true;
}
