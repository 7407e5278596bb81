/* Numbers: see numbers.h. */
#include "render/numbers.h"

#include "base/number.h"

#include <string.h>

struct numbers numbers_of(struct trace *trace, int digits) {
    return (struct numbers){.trace = trace,
                            .digits = digits,
                            .shown = arena_take(&trace->arena,
                                                trace->quantity_count * sizeof(char[NUMBER_ROOM]))};
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

struct formula_numbers numbers_for_formula(struct numbers *numbers) {
    return (struct formula_numbers){.shown = shown, .context = numbers};
}

bool numbers_substitute(struct text *out, struct text *breaks, const struct step *step,
                        struct numbers *numbers, const char *value_shown) {
    const struct form *form = &step->forms[step->form_count - 1];
    const struct formula_numbers in_place = numbers_for_formula(numbers);
    const size_t before = out->length;
    if (formula_has_partial(form->formula))
        return false;
    formula_print(out, form->formula, &in_place, breaks);
    if (strcmp(out->bytes + before, value_shown) != 0)
        return true;
    text_cut(out, before);
    if (breaks != NULL)
        text_cut(breaks, before);
    return false;
}
