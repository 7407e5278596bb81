/* Render: what the formats share. See render.h. */
#include "render/render.h"

#include <stdlib.h>
#include <string.h>

renderer *render_format(const char *name) {
    static const struct {
        const char *name;
        renderer *render;
    } formats[] = {{"text", render_text},
                   {"tsv", render_tsv},
                   {"markdown", render_markdown},
                   {"latex", render_latex},
                   {"html", render_html}};
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (strcmp(formats[i].name, name) == 0)
            return formats[i].render;
    return NULL;
}

const struct formula *render_formula(struct trace *trace, const struct form *form) {
    struct error error;
    const struct formula *formula = form_parse(form, &trace->scratch, &error);
    if (formula == NULL)
        abort(); /* the form compiled, and all that stands in a walk can be read */
    return formula;
}

void render_next_step(struct trace *trace) {
    arena_reset(&trace->scratch);
}

void render_slips(struct text *out, unsigned slips) {
    const char *between = "";
    for (unsigned number = 1; slips != 0; number++, slips >>= 1)
        if (slips & 1) {
            text_printf(out, "%sE%u", between, number);
            between = " ";
        }
}
