/* Render: what the formats share. See render.h. */
#include "render/render.h"

#include "formula/notation.h"

#include <stdlib.h>
#include <string.h>

renderer *render_format(const char *name) {
    static const struct {
        const char *name;
        renderer *render;
    } formats[] = {{"text", render_text},         {"tsv", render_tsv},     {"json", render_json},
                   {"markdown", render_markdown}, {"latex", render_latex}, {"html", render_html}};
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (strcmp(formats[i].name, name) == 0)
            return formats[i].render;
    return NULL;
}

size_t render_part_count(const struct document *document) {
    return document->parts != NULL ? document->part_count : document->walk_count;
}

struct walk_part render_part(const struct document *document, size_t at) {
    return document->parts != NULL ? document->parts[at] : walk_whole(document->walks[at]);
}

void render_heading(struct text *out, const struct trace *trace, enum language language,
                    const struct heading *heading) {
    if (trace->notation == NULL) {
        heading_put(out, language, heading);
        return;
    }
    struct text words = {0};
    heading_put(&words, language, heading);
    notation_put_words(out, trace->notation, words.bytes);
    text_free(&words);
}

const struct formula *render_formula(struct trace *trace, struct form *form) {
    struct error error;
    const struct formula *formula = form_formula(trace, form, &error);
    if (formula == NULL)
        abort(); /* GCOVR_EXCL_LINE: it was evaluated, and all that stands in a walk can be read */
    return formula;
}
