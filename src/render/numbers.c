/* Numbers: see numbers.h. */
#include "render/numbers.h"

#include "base/number.h"

#include <string.h>

struct numbers numbers_of(struct trace *trace, int digits) {
    struct numbers numbers = {.trace = trace, .digits = digits};
    numbers.shown = arena_take(&trace->arena, trace->quantity_count * sizeof *numbers.shown);
    for (size_t i = 0; i < trace->quantity_count; i++)
        numbers.shown[i][0] = '\0';
    return numbers;
}

static const char *shown(void *context, const char *name, size_t length) {
    struct numbers *numbers = context;
    const struct quantity *quantity = trace_find(numbers->trace, name, length);
    if (quantity == NULL || quantity->typed != NULL)
        return quantity != NULL ? quantity->typed : NULL;
    char *made = numbers->shown[quantity - numbers->trace->quantities];
    if (made[0] == '\0')
        number_shown(made, quantity->value, numbers->digits);
    return made;
}

const char *numbers_value(struct numbers *numbers, const struct step *step,
                          char room[NUMBER_ROOM]) {
    const struct quantity *named = trace_find(numbers->trace, step->name, strlen(step->name));
    if (named->value == step->value && named->typed == NULL)
        return shown(numbers, step->name, strlen(step->name));
    number_shown(room, step->value, numbers->digits);
    return room;
}

struct formula_numbers numbers_for_formula(struct numbers *numbers) {
    return (struct formula_numbers){.shown = shown, .context = numbers};
}

bool numbers_worth_showing(struct numbers *numbers, const struct formula *formula,
                           const char *value) {
    if (formula->kind == FORMULA_NAME) {
        const char *number = shown(numbers, formula->text, formula->length);
        return number != NULL && strcmp(number, value) != 0;
    }
    return formula->kind == FORMULA_NUMBER ? value[0] == '\0' : !formula_has_partial(formula);
}
