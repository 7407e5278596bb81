/* Name: see name.h. A name is read into words once; each typography then writes the same words. */
#include "formula/name.h"

#include <string.h>

struct word { /* letters with digits as their index: w5, h1, total */
    const char *letters, *digits;
    size_t letter_count, digit_count;
};

struct symbol { /* head, with a subscript or not, updated or not */
    struct word head, subscript;
    bool is_new;
};

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static const char *read_word(struct word *word, const char *c, const char *end) {
    word->letters = c;
    while (c < end && is_letter(*c))
        c++;
    word->letter_count = (size_t)(c - word->letters);
    word->digits = c;
    while (c < end && is_digit(*c))
        c++;
    word->digit_count = (size_t)(c - word->digits);
    return c;
}

static bool read_symbol(struct symbol *symbol, const char *c, const char *end) {
    static const char new[] = "_new";
    const size_t new_length = sizeof new - 1;
    *symbol = (struct symbol){0};
    if ((size_t)(end - c) > new_length && memcmp(end - new_length, new, new_length) == 0) {
        symbol->is_new = true;
        end -= new_length;
    }
    c = read_word(&symbol->head, c, end);
    if (c < end && *c == '_') {
        c = read_word(&symbol->subscript, c + 1, end);
        if (symbol->subscript.letter_count == 0)
            return false;
    }
    return c == end && symbol->head.letter_count > 0;
}

/* Splits dA_dB at the first "_d" that leaves two symbols. */
static bool read_derivative(const char *name, size_t length, struct symbol *of, struct symbol *by) {
    if (length < 5 || name[0] != 'd')
        return false;
    const char *end = name + length;
    for (const char *c = name + 2; c + 2 < end; c++)
        if (c[0] == '_' && c[1] == 'd' && read_symbol(of, name + 1, c) &&
            read_symbol(by, c + 2, end))
            return true;
    return false;
}

static bool is_greek(const struct word *word) {
    static const char *const greek[] = {"alpha", "sigma"};
    for (size_t i = 0; i < sizeof greek / sizeof *greek; i++)
        if (word->letter_count == strlen(greek[i]) &&
            memcmp(word->letters, greek[i], word->letter_count) == 0)
            return true;
    return false;
}

static void latex_word(struct text *out, const struct word *word) {
    if (is_greek(word)) {
        text_putc(out, '\\');
        text_add(out, word->letters, word->letter_count);
    } else if (word->letter_count > 1) {
        text_puts(out, "\\mathit{");
        text_add(out, word->letters, word->letter_count);
        text_putc(out, '}');
    } else {
        text_add(out, word->letters, word->letter_count);
    }
    if (word->digit_count > 0) {
        text_puts(out, "_{");
        text_add(out, word->digits, word->digit_count);
        text_putc(out, '}');
    }
}

static void latex_symbol(struct text *out, const struct symbol *symbol) {
    latex_word(out, &symbol->head);
    if (symbol->subscript.letter_count > 0) {
        text_puts(out, "_{");
        latex_word(out, &symbol->subscript);
        text_putc(out, '}');
    }
    if (symbol->is_new)
        text_puts(out, "^{+}");
}

void name_latex(struct text *out, const char *name, size_t length) {
    struct symbol of, by;
    if (read_derivative(name, length, &of, &by)) {
        text_puts(out, "\\frac{\\partial ");
        latex_symbol(out, &of);
        text_puts(out, "}{\\partial ");
        latex_symbol(out, &by);
        text_putc(out, '}');
    } else if (read_symbol(&of, name, name + length)) {
        latex_symbol(out, &of);
    } else {
        text_puts(out, "\\mathtt{");
        for (size_t i = 0; i < length; i++)
            text_printf(out, name[i] == '_' ? "\\%c" : "%c", name[i]);
        text_putc(out, '}');
    }
}

static void mathml_letters(struct text *out, const struct word *word) {
    text_puts(out, "<mi>");
    if (is_greek(word))
        text_puts(out, word->letters[0] == 'a' ? "&#945;" : "&#963;");
    else
        text_add(out, word->letters, word->letter_count);
    text_puts(out, "</mi>");
}

static void mathml_digits(struct text *out, const struct word *word) {
    text_puts(out, "<mn>");
    text_add(out, word->digits, word->digit_count);
    text_puts(out, "</mn>");
}

static void mathml_word(struct text *out, const struct word *word) {
    if (word->digit_count == 0) {
        mathml_letters(out, word);
        return;
    }
    text_puts(out, "<msub>");
    mathml_letters(out, word);
    mathml_digits(out, word);
    text_puts(out, "</msub>");
}

/* The head with what stands at its foot: the subscript, or else the digits. */
static void mathml_symbol(struct text *out, const struct symbol *symbol) {
    const bool has_subscript = symbol->subscript.letter_count > 0;
    const bool has_foot = has_subscript || symbol->head.digit_count > 0;
    const char *element = has_foot && symbol->is_new ? "msubsup"
                          : has_foot                 ? "msub"
                          : symbol->is_new           ? "msup"
                                                     : "mrow";
    text_printf(out, "<%s>", element);
    if (has_subscript) {
        mathml_word(out, &symbol->head);
        mathml_word(out, &symbol->subscript);
    } else {
        mathml_letters(out, &symbol->head);
        if (has_foot)
            mathml_digits(out, &symbol->head);
    }
    if (symbol->is_new)
        text_puts(out, "<mo>+</mo>");
    text_printf(out, "</%s>", element);
}

static void mathml_differential(struct text *out, const struct symbol *symbol) {
    text_puts(out, "<mrow><mo>&#8706;</mo>");
    mathml_symbol(out, symbol);
    text_puts(out, "</mrow>");
}

void name_mathml(struct text *out, const char *name, size_t length) {
    struct symbol of, by;
    if (read_derivative(name, length, &of, &by)) {
        text_puts(out, "<mfrac>");
        mathml_differential(out, &of);
        mathml_differential(out, &by);
        text_puts(out, "</mfrac>");
    } else if (read_symbol(&of, name, name + length)) {
        mathml_symbol(out, &of);
    } else {
        text_puts(out, "<mi>");
        text_add(out, name, length);
        text_puts(out, "</mi>");
    }
}

bool name_is_derivative(const char *name, size_t length) {
    struct symbol of, by;
    return read_derivative(name, length, &of, &by);
}

enum { LETTER_WIDTH = 50, SCRIPT_WIDTH = 38, PARTIAL_WIDTH = 60 };

static int word_width(const struct word *word, int letter) {
    const int letters = is_greek(word) ? 1 : (int)word->letter_count;
    return letters * letter + (int)word->digit_count * SCRIPT_WIDTH;
}

static int symbol_width(const struct symbol *symbol) {
    return word_width(&symbol->head, LETTER_WIDTH) + word_width(&symbol->subscript, SCRIPT_WIDTH) +
           (symbol->is_new ? SCRIPT_WIDTH : 0);
}

int name_width(const char *name, size_t length) {
    struct symbol of, by;
    if (!read_derivative(name, length, &of, &by))
        return read_symbol(&of, name, name + length) ? symbol_width(&of)
                                                     : (int)length * LETTER_WIDTH;
    const int above = symbol_width(&of), below = symbol_width(&by);
    return PARTIAL_WIDTH + (above > below ? above : below);
}
