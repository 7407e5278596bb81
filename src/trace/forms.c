/* Forms: see forms.h. */
#include "trace/forms.h"

#include <math.h>
#include <string.h>

bool forms_split(struct step *step, size_t count) {
    const char *text = step->text;
    for (size_t i = 0; i < count; i++) {
        while (*text == ' ')
            text++;
        struct form *form = &step->forms[i];
        form->text = text;
        form->length = formula_extent(text);
        text += form->length;
        if ((*text == ',') != (i + 1 < count))
            return false;
        text++;
    }
    return true;
}

struct form *forms_of(struct arena *arena, const char *text, size_t *count) {
    size_t commas = 0; /* those within parentheses too */
    for (const char *c = text; (c = strchr(c, ',')) != NULL; c++)
        commas++;
    struct form *forms = arena_take(arena, (commas + 1) * sizeof *forms);
    for (*count = 0;; text++) {
        while (*text == ' ')
            text++;
        const size_t length = commas == 0 ? strlen(text) : formula_extent(text);
        forms[(*count)++] = (struct form){.text = text, .length = length};
        text += length;
        if (*text == '\0')
            return forms;
    }
}

const struct formula *form_formula(struct trace *trace, struct form *form, struct error *error) {
    size_t column;
    if (form->formula == NULL)
        form->formula = formula_parse(&trace->arena, form->text, form->length, &column, error);
    return form->formula;
}

const struct formula *trace_formula(struct trace *trace, const struct quantity *quantity,
                                    struct error *error) {
    const struct step *step = &trace->steps[quantity->step];
    return form_formula(trace, &step->forms[step->form_count - 1], error);
}

static bool find_value(void *context, const char *name, size_t length, struct approximate *found) {
    const struct quantity *quantity = trace_find(context, name, length);
    if (quantity != NULL)
        *found = (struct approximate){quantity->value, 0};
    return quantity != NULL;
}

bool form_evaluate_now(struct trace *trace, struct form *form, bool may_wait) {
    const struct formula_names names = {.find = find_value, .context = trace};
    struct approximate result;
    const struct formula *formula = form_formula(trace, form, &trace->error);
    if (formula == NULL)
        return false;
    const bool done = formula_evaluate(formula, &names, &result, &trace->error);
    form->value = done ? result.value : (double)NAN;
    return done || may_wait;
}
