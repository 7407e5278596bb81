/* Render, the table: a row a step, for programs. A value has 17 significant digits, which read back
 * to the same double. */
#include "render/numbers.h"
#include "render/render.h"

#include "base/number.h"
#include "walk/compare.h"

/* Returns the last form's. */
static const struct formula *put_formulas(struct text *out, const struct step *step,
                                          struct trace *trace) {
    const struct formula *formula = NULL;
    for (size_t i = 0; i < step->form_count; i++) {
        if (i > 0)
            text_puts(out, " = ");
        formula = render_formula(trace, &step->forms[i]);
        formula_print(out, formula, NULL, NULL);
    }
    return formula;
}

static void put_row(struct text *out, const struct step *step, size_t number, struct walk *walk,
                    struct numbers *numbers) {
    struct trace *trace = &walk->trace;
    const struct remark *remark = remark_of(step);
    static const char *const verdicts[] = {[VERDICT_NONE] = "",
                                           [VERDICT_SAME] = "same",
                                           [VERDICT_ROUNDING] = "rounding",
                                           [VERDICT_SLIP] = "slip"};
    char exact[NUMBER_ROOM];
    number_exact(exact, step->value);
    text_printf(out, "%zu\t%s\t%s\t%zu\t%s\t%s\t", number, step->equation, trace->network,
                walk->iteration, step->name, exact);
    const struct formula *last = put_formulas(out, step, trace);
    text_putc(out, '\t');
    if (numbers_worth_showing(numbers, last, "")) {
        const struct formula_numbers in_place = numbers_for_formula(numbers);
        formula_print(out, last, &in_place, NULL);
    }
    text_printf(out, "\t%s\t%s\t", remark->printed != NULL ? remark->printed : "",
                verdicts[remark->verdict]);
    if (remark->verdict == VERDICT_SLIP)
        slips_put(out, remark->cause);
    text_putc(out, '\n');
}

void render_tsv(struct text *out, const struct document *document) {
    size_t number = 0;
    text_puts(
        out,
        "step\tequation\tnetwork\titeration\tname\tvalue\tformula\tsubstituted\tprinted\tverdict\tcause\n");
    for (size_t w = 0; w < document->walk_count; w++) {
        struct trace *trace = &document->walks[w]->trace;
        struct numbers numbers = numbers_of(trace, document->digits);
        for (size_t i = 0; i < trace->step_count; i++) {
            number++;
            if (selection_shows(&document->selection, &trace->steps[i]))
                put_row(out, &trace->steps[i], number, document->walks[w], &numbers);
        }
    }
}
