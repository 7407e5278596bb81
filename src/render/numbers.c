/* Numbers: see numbers.h. */
#include "render/numbers.h"

#include "base/number.h"
#include "render/render.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

struct numbers numbers_of(struct trace *trace, int digits) {
    struct numbers numbers = {.trace = trace, .digits = digits};
    numbers.shown = arena_take(&trace->arena, trace->quantity_count * sizeof *numbers.shown);
    for (size_t i = 0; i < trace->quantity_count; i++)
        numbers.shown[i][0] = '\0';
    return numbers;
}

static void show_quantity(struct numbers *numbers, size_t index) {
    if (numbers->quantity_values != NULL)
        numbers_rounded(numbers->shown[index], numbers->quantity_values[index], numbers->digits);
    else
        trace_shown(numbers->trace, &numbers->trace->quantities[index], numbers->digits,
                    numbers->shown[index]);
}

static const char *shown(void *context, const char *name, size_t length) {
    struct numbers *numbers = context;
    const struct quantity *quantity = trace_find(numbers->trace, name, length);
    if (quantity == NULL || quantity->typed != NULL)
        return quantity != NULL ? quantity->typed : NULL;
    const size_t index = (size_t)(quantity - numbers->trace->quantities);
    char *made = numbers->shown[index];
    if (made[0] == '\0')
        show_quantity(numbers, index);
    return made;
}

static const char *given(void *context, const char *name, size_t length) {
    const struct numbers *numbers = context;
    const struct quantity *quantity = trace_find(numbers->trace, name, length);
    return quantity != NULL ? quantity->typed : NULL;
}

const char *numbers_value(struct numbers *numbers, const struct step *step,
                          char room[NUMBER_ROOM]) {
    const struct quantity *named = trace_find(numbers->trace, step->name, strlen(step->name));
    if (numbers->quantity_values != NULL || trace_is_named(numbers->trace, step, named))
        return shown(numbers, step->name, strlen(step->name));
    trace_step_shown(numbers->trace, step, numbers->digits, room);
    return room;
}

void numbers_rounded(char room[NUMBER_ROOM], double value, int digits) {
    if (!(fabs(value) < 1e15)) { /* it has no more decimals than that */
        number_shown(room, value, digits);
        return;
    }
    snprintf(room, NUMBER_ROOM, "%.*f", digits, value);
}

static size_t nodes_of(const struct formula *formula) {
    return formula == NULL ? 0 : 1 + nodes_of(formula->left) + nodes_of(formula->right);
}

const struct formula *numbers_shortest(struct trace *trace, const struct step *step) {
    const struct formula *shortest = NULL;
    for (size_t i = 0; i < step->form_count; i++) {
        const struct formula *formula = render_formula(trace, &step->forms[i]);
        const bool is_shorter =
            shortest == NULL || formula_is_symbolic(shortest) ||
            (!formula_is_symbolic(formula) && nodes_of(formula) <= nodes_of(shortest));
        shortest = is_shorter ? formula : shortest;
    }
    return shortest;
}

struct formula_numbers numbers_for_formula(struct numbers *numbers) {
    return (struct formula_numbers){.shown = shown, .context = numbers};
}

struct formula_numbers numbers_given_for_formula(struct numbers *numbers) {
    return (struct formula_numbers){.shown = given, .context = numbers};
}

bool numbers_any_given(const struct numbers *numbers, const struct formula *formula) {
    if (formula == NULL || formula->kind == FORMULA_NUMBER)
        return false;
    if (formula->kind == FORMULA_NAME) {
        const struct quantity *named = trace_find(numbers->trace, formula->text, formula->length);
        return named != NULL && named->typed != NULL;
    }
    return numbers_any_given(numbers, formula->left) || numbers_any_given(numbers, formula->right);
}

void numbers_put(struct text *out, const char *number) {
    for (; *number != '\0'; number++)
        if (*number == '-')
            text_puts(out, "\xE2\x88\x92");
        else
            text_putc(out, *number);
}

/* 0.40 and 0.4 are. */
static bool same_number(const char *a, const char *b) {
    double of_a = (double)NAN, of_b = (double)NAN; /* of what is none */
    if (strcmp(a, b) == 0)
        return true;
    number_read(a, strlen(a), &of_a);
    number_read(b, strlen(b), &of_b);
    return of_a == of_b;
}

bool numbers_worth_showing(struct numbers *numbers, const struct formula *formula,
                           const char *value) {
    if (formula->kind == FORMULA_NAME) {
        const char *number = shown(numbers, formula->text, formula->length);
        return number != NULL && !same_number(number, value);
    }
    return formula->kind == FORMULA_NUMBER ? value[0] == '\0' : !formula_is_symbolic(formula);
}
