/* Notation: see notation.h. */
#include "formula/notation.h"

#include <stdbool.h>

static const struct notation notations[] = {
    {"in/out", "in", "out", "sigma", "alpha"},
    {"net/out", "net", "out", "delta", "eta"},
    {"z/a", "z", "a", "delta", "eta"},
};

const struct notation *notation_at(size_t index) {
    return index < sizeof notations / sizeof *notations ? &notations[index] : NULL;
}

const struct notation *notation_find(const char *name) {
    const struct notation *notation;
    for (size_t i = 0; (notation = notation_at(i)) != NULL; i++)
        if (strcmp(notation->name, name) == 0)
            return notation;
    return NULL;
}

/* The word of NOTATION for one of the article's, or NULL. */
static const char *word_for(const struct notation *notation, const char *word, size_t length) {
    const struct notation *of = &notations[0];
    const char *const pairs[][2] = {{of->sum, notation->sum},
                                    {of->output, notation->output},
                                    {of->error_term, notation->error_term},
                                    {of->rate, notation->rate}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (strlen(pairs[i][0]) == length && memcmp(pairs[i][0], word, length) == 0)
            return pairs[i][1];
    return NULL;
}

void notation_put(struct text *out, const struct notation *notation, const char *name,
                  size_t length) {
    const char *end = name + length;
    while (name < end) {
        const char *part_end = memchr(name, '_', (size_t)(end - name));
        part_end = part_end != NULL ? part_end : end;
        const char *word = word_for(notation, name, (size_t)(part_end - name));
        const bool is_derived = word == NULL && *name == 'd' && part_end > name;
        if (is_derived)
            word = word_for(notation, name + 1, (size_t)(part_end - name) - 1);
        if (word == NULL) {
            text_add(out, name, (size_t)(part_end - name));
        } else {
            text_puts(out, is_derived ? "d" : "");
            text_puts(out, word);
        }
        if (part_end < end)
            text_putc(out, '_');
        name = part_end + (part_end < end);
    }
}
