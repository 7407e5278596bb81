/* Formula for gnuplot: see formula_gnuplot.h. */
#include "plot/formula_gnuplot.h"

#include "render/render.h"
#include "render/sheet.h"

#include <string.h>

const struct formula *formula_giving(struct trace *trace, const char *name) {
    const struct step *step = &trace->steps[trace_find(trace, name, strlen(name))->step];
    return render_formula(trace, &step->forms[step->form_count - 1]);
}

struct number_text value_in_label(struct trace *trace, const char *name) {
    struct number_text number;
    const struct quantity *quantity = trace_find(trace, name, strlen(name));
    size_t length = trace_shown(trace, quantity, LABEL_DECIMALS, number.text);
    int missing = quantity->typed != NULL ? 0 : sheet_missing_decimals(number.text, LABEL_DECIMALS);
    if (missing > LABEL_DECIMALS) {
        number.text[length++] = '.';
        missing = LABEL_DECIMALS;
    }
    for (; missing > 0; missing--)
        number.text[length++] = '0';
    number.text[length] = '\0';
    return number;
}

static bool is(const struct formula *formula, const char *name) {
    return formula->kind == FORMULA_NAME && strlen(name) == formula->length &&
           memcmp(formula->text, name, formula->length) == 0;
}

bool formula_has(const struct formula *formula, const char *name) {
    return formula != NULL && (is(formula, name) || formula_has(formula->left, name) ||
                               formula_has(formula->right, name));
}

static const char *rename_one(void *context, const char *name, size_t length) {
    const struct renaming *renamed = *(const struct renaming *const *)context;
    for (; renamed != NULL && renamed->from != NULL; renamed++)
        if (strlen(renamed->from) == length && memcmp(renamed->from, name, length) == 0)
            return renamed->to;
    return NULL;
}

void formula_article(struct text *out, const struct formula *formula,
                     const struct renaming *renamed) {
    const struct formula_numbers names = {.shown = rename_one, .context = &renamed};
    formula_print(out, formula, &names, NULL);
}

#define DIGITS "0123456789"
static const char of_words[] = DIGITS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_.";

/* gnuplot divides whole numbers as C does, and writes a power as Fortran does. */
void formula_gnuplot(struct text *out, const struct formula *formula,
                     const struct renaming *renamed) {
    struct text plain = {0};
    formula_article(&plain, formula, renamed);
    for (const char *c = plain.bytes; *c != '\0';) {
        const size_t length = strspn(c, of_words);
        if (*c == '^')
            text_puts(out, "**");
        else
            text_add(out, c, length > 0 ? length : 1);
        if (length > 0 && c[length] == '/' && strspn(c, DIGITS) == length)
            text_putc(out, '.');
        c += length > 0 ? length : 1;
    }
    text_free(&plain);
}
