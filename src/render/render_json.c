/* Render, JSON: the walks for programs, as doc/walk.md has it; numbers with 17 significant digits,
 * which read back to the same doubles. Keys and names are never translated. */
#include "render/numbers.h"
#include "render/render.h"

#include "base/number.h"
#include "walk/compare.h"

#include <string.h>

struct page {
    struct text *out;
    const struct document *document;
    struct walk *walk;
    struct numbers numbers;
};

/* What stands in a walk is ASCII; formulas have neither quotes nor control characters. */
static void put_string(struct page *page, const char *key, const char *value) {
    text_printf(page->out, ", \"%s\": \"%s\"", key, value);
}

static void put_number(struct page *page, double value) {
    char exact[NUMBER_ROOM];
    number_exact(exact, value);
    text_puts(page->out, exact);
}

static void put_formula(struct page *page, const struct formula *formula,
                        const struct formula_numbers *numbers) {
    text_putc(page->out, '"');
    formula_print(page->out, formula, numbers, NULL);
    text_putc(page->out, '"');
}

static void put_forms(struct page *page, const struct step *step) {
    text_puts(page->out, ", \"forms\": [");
    for (size_t i = 0; i < step->form_count; i++) {
        text_puts(page->out, i > 0 ? ", {\"text\": " : "{\"text\": ");
        put_formula(page, render_formula(&page->walk->trace, &step->forms[i]), NULL);
        text_puts(page->out, ", \"value\": ");
        put_number(page, form_value(&page->walk->trace, &step->forms[i]));
        text_putc(page->out, '}');
    }
    text_putc(page->out, ']');
}

static void put_formulas(struct page *page, const struct step *step) {
    const struct formula *last = NULL;
    text_puts(page->out, ", \"formula\": \"");
    for (size_t i = 0; i < step->form_count; i++) {
        text_puts(page->out, i > 0 ? " = " : "");
        last = render_formula(&page->walk->trace, &step->forms[i]);
        formula_print(page->out, last, NULL, NULL);
    }
    text_puts(page->out, "\", \"substituted\": ");
    if (numbers_worth_showing(&page->numbers, last, "")) {
        const struct formula_numbers in_place = numbers_for_formula(&page->numbers);
        put_formula(page, last, &in_place);
    } else {
        text_puts(page->out, "\"\"");
    }
}

static void put_remark(struct page *page, const struct step *step) {
    static const char *const verdicts[] = {[VERDICT_NONE] = "",
                                           [VERDICT_SAME] = "same",
                                           [VERDICT_ROUNDING] = "rounding",
                                           [VERDICT_SLIP] = "slip"};
    const struct remark *remark = remark_of(step);
    struct text cause = {0};
    text_puts(&cause, "");
    if (remark->verdict == VERDICT_SLIP)
        slips_put(&cause, remark->cause);
    put_string(page, "printed", remark->printed != NULL ? remark->printed : "");
    put_string(page, "verdict", verdicts[remark->verdict]);
    put_string(page, "cause", cause.bytes);
    text_free(&cause);
}

static void put_step(struct page *page, const struct step *step, size_t number) {
    text_printf(page->out, "{\"step\": %zu", number);
    put_string(page, "equation", step->equation);
    put_string(page, "network", page->walk->trace.network);
    text_printf(page->out, ", \"iteration\": %zu", page->walk->iteration);
    put_string(page, "name", step->name);
    text_puts(page->out, ", \"value\": ");
    put_number(page, step->value);
    put_formulas(page, step);
    put_remark(page, step);
    put_forms(page, step);
    text_putc(page->out, '}');
}

static void put_given(struct page *page) {
    const struct trace *trace = &page->walk->trace;
    for (size_t i = 0; trace->quantities[i].typed != NULL; i++) {
        text_printf(page->out, "%s\"%s\": ", i > 0 ? ", " : "", trace->quantities[i].name);
        put_number(page, trace->quantities[i].value);
    }
}

/* ---- A layer's weights, biases, their gradients and new values as matrices ---- */

static double value_of(struct page *page, struct role role, bool is_slope) {
    const struct shape *shape = page->walk->shape;
    struct text name = {0};
    if (is_slope) {
        text_putc(&name, 'd');
        shape_put_name(&name, shape, &(struct role){.kind = ROLE_TOTAL});
        text_puts(&name, "_d");
    }
    shape_put_name(&name, shape, &role);
    const double value = trace_value(&page->walk->trace, name.bytes);
    text_free(&name);
    return value;
}

static void put_row(struct page *page, const struct matrix *matrix, size_t to, size_t count) {
    for (size_t from = 1; from <= count; from++) {
        const struct role role = {.kind = matrix->kind,
                                  .layer = matrix->layer,
                                  .neuron = matrix->kind == ROLE_BIAS ? from : to,
                                  .from = matrix->kind == ROLE_BIAS ? 0 : from,
                                  .is_new = matrix->is_new};
        text_puts(page->out, from > 1 ? ", " : "[");
        put_number(page, value_of(page, role, matrix->is_slope));
    }
    text_putc(page->out, ']');
}

/* A row a neuron; of the biases one row. */
static void put_matrix(struct page *page, const struct matrix *matrix, const char *before) {
    const struct shape *shape = page->walk->shape;
    const bool is_bias = matrix->kind == ROLE_BIAS;
    text_printf(page->out, "%s\"%s%c%zu%s\": ", before, matrix->is_slope ? "d" : "",
                is_bias ? 'B' : 'W', matrix->layer, matrix->is_new ? "_new" : "");
    if (is_bias) {
        put_row(page, matrix, 1, shape_biases_of(shape, matrix->layer));
        return;
    }
    for (size_t to = 1; to <= shape->width[matrix->layer]; to++) {
        text_puts(page->out, to > 1 ? ", " : "[");
        put_row(page, matrix, to, shape->width[matrix->layer - 1]);
    }
    text_putc(page->out, ']');
}

static void put_matrices(struct page *page) {
    const struct shape *shape = page->walk->shape;
    const char *before = "";
    for (size_t layer = 1; layer <= shape->depth; layer++)
        for (int which = 0; which < 6; which++) {
            const struct matrix matrix = {.kind = which < 3 ? ROLE_WEIGHT : ROLE_BIAS,
                                          .layer = layer,
                                          .is_slope = which % 3 == 1,
                                          .is_new = which % 3 == 2};
            if (matrix.kind == ROLE_BIAS && shape->biases == BIASES_NONE)
                continue;
            put_matrix(page, &matrix, before);
            before = ", ";
        }
}

/* NUMBER counts the steps of all walks, those that are not selected too, as in the table. */
static void put_walk(struct page *page, size_t *number) {
    struct trace *trace = &page->walk->trace;
    const char *between = "\n   ";
    text_printf(page->out, " {\"network\": \"%s\", \"iteration\": %zu,\n  \"given\": {",
                trace->network, page->walk->iteration);
    put_given(page);
    text_putc(page->out, '}');
    if (page->walk->shape != NULL) {
        text_puts(page->out, ",\n  \"matrices\": {");
        put_matrices(page);
        text_putc(page->out, '}');
    }
    text_puts(page->out, ",\n  \"steps\": [");
    for (size_t i = 0; i < trace->step_count; i++) {
        ++*number;
        if (!selection_shows(&page->document->selection, &trace->steps[i]))
            continue;
        text_puts(page->out, between);
        between = ",\n   ";
        put_step(page, &trace->steps[i], *number);
    }
    text_puts(page->out, "]}");
}

void render_json(struct text *out, const struct document *document) {
    struct page page = {.out = out, .document = document};
    size_t number = 0;
    text_puts(out, "{\"walks\": [\n");
    for (size_t w = 0; w < document->walk_count; w++) {
        page.walk = document->walks[w];
        page.numbers = numbers_of(&page.walk->trace, document->digits);
        text_puts(out, w > 0 ? ",\n" : "");
        put_walk(&page, &number);
    }
    text_puts(out, "\n]}\n");
}
