/* Function lines: see function_lines.h. */
#include "plot/function_lines.h"

#include "plot/formula_gnuplot.h"

#include <stdio.h>

/* Appends FORMULA, of the table, as gnuplot reads it or as the article writes it. */
static void put(struct text *out, const char *formula, const struct renaming *renamed,
                void (*spell)(struct text *, const struct formula *, const struct renaming *)) {
    struct arena arena = {0};
    struct error error;
    size_t column;
    spell(out, formula_parse(&arena, formula, strlen(formula), &column, &error), renamed);
    arena_free(&arena);
}

/* One that is its own formula: it can be called by its name. */
static bool is_called(const struct function *function) {
    return function->value != NULL;
}

void function_lines(struct script *script, const struct function *function) {
    char call[32];
    const struct renaming of_x[] = {{"y", call}, {0}};
    snprintf(call, sizeof call, "%s(x)", function->name);
    if (!is_called(function)) {
        text_printf(script->out, "%s = ", call);
        put(script->out, function->activation, NULL, formula_gnuplot);
        text_puts(script->out, "\n");
    }
    text_printf(script->out, "d%s = ", call);
    put(script->out, function->slope, of_x, formula_gnuplot);
    text_puts(script->out, "\n");
}

void function_title(struct text *out, const struct function *function) {
    put(out, function->activation, NULL, formula_article);
}

void slope_title(struct text *out, const struct function *function) {
    put(out, function->slope, NULL, formula_article);
}
