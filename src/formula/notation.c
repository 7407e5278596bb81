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

/* What WORD, one of OF's, is in NOTATION, or NULL. */
static const char *word_for(const struct notation *of, const struct notation *notation,
                            const char *word, size_t length) {
    const char *const pairs[][2] = {{of->sum, notation->sum},
                                    {of->output, notation->output},
                                    {of->error_term, notation->error_term},
                                    {of->rate, notation->rate}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (strlen(pairs[i][0]) == length && memcmp(pairs[i][0], word, length) == 0)
            return pairs[i][1];
    return NULL;
}

static void translate(struct text *out, const struct notation *of, const struct notation *notation,
                      const char *name, size_t length) {
    const char *end = name + length;
    while (name < end) {
        const char *part_end = memchr(name, '_', (size_t)(end - name));
        part_end = part_end != NULL ? part_end : end;
        const char *word = word_for(of, notation, name, (size_t)(part_end - name));
        const bool is_derived = word == NULL && *name == 'd';
        if (is_derived)
            word = word_for(of, notation, name + 1, (size_t)(part_end - name) - 1);
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

void notation_put(struct text *out, const struct notation *notation, const char *name,
                  size_t length) {
    translate(out, &notations[0], notation, name, length);
}

void notation_take(struct text *out, const struct notation *notation, const char *name,
                   size_t length) {
    translate(out, notation, &notations[0], name, length);
}

static bool is_of_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

static bool is_word(const char *word, size_t length, const char *of) {
    return length == strlen(of) && memcmp(word, of, length) == 0;
}

/* out*(1 - out), against "handed out": C stands in WORDS. */
static bool is_operand(const char *words, const char *c, size_t length) {
    return c[length] == '*' || (c[length] == ')' && c - words >= 2 && memcmp(c - 2, "- ", 2) == 0);
}

void notation_put_words(struct text *out, const struct notation *notation, const char *words) {
    if (notation == NULL) {
        text_puts(out, words);
        return;
    }
    for (const char *c = words; *c != '\0';) {
        size_t length = 0;
        while (is_of_name(c[length]))
            length++;
        const bool is_plain =
            length == 0 ||
            ((is_word(c, length, notations[0].sum) || is_word(c, length, notations[0].output)) &&
             !is_operand(words, c, length));
        if (length == 0)
            length = *c == '\\' && c[1] != '\0' ? 2 : 1;
        if (is_plain)
            text_add(out, c, length);
        else
            notation_put(out, notation, c, length);
        c += length;
    }
}

const struct formula *notation_formula(struct arena *arena, const struct notation *notation,
                                       const struct formula *formula) {
    if (formula == NULL || notation == NULL)
        return formula;
    struct formula *copy = arena_take(arena, sizeof *copy);
    *copy = *formula;
    copy->left = notation_formula(arena, notation, formula->left);
    copy->right = notation_formula(arena, notation, formula->right);
    if (formula->kind == FORMULA_NAME) {
        struct text written = {0};
        notation_put(&written, notation, formula->text, formula->length);
        copy->shown = arena_copy(arena, written.bytes, written.length);
        text_free(&written);
    }
    return copy;
}
