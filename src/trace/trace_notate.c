/* Trace, its names in another notation: see trace.h. */
#include "trace/trace.h"

#include "formula/notation.h"

const char *trace_written(struct trace *trace, const char *name, size_t length) {
    struct text text = {0};
    if (trace->notation != NULL)
        notation_put(&text, trace->notation, name, length);
    else
        text_add(&text, name, length);
    const char *kept = arena_copy(&trace->arena, text.bytes, text.length);
    text_free(&text);
    return kept;
}

static void notate_form(struct trace *trace, struct form *form) {
    struct error error;
    const struct formula *formula = form_formula(trace, form, &error);
    form->formula = notation_formula(&trace->arena, trace->notation, formula);
}

void trace_notate(struct trace *trace, const struct notation *notation) {
    trace->notation = notation;
    if (notation == NULL)
        return;
    for (size_t i = 0; i < trace->quantity_count; i++) {
        struct quantity *quantity = &trace->quantities[i];
        quantity->shown = trace_written(trace, quantity->name, quantity->length);
    }
    for (size_t i = 0; i < trace->step_count; i++) {
        struct step *step = &trace->steps[i];
        step->shown = trace_written(trace, step->name, strlen(step->name));
        for (size_t form = 0; form < step->form_count; form++)
            notate_form(trace, &step->forms[form]);
    }
}
