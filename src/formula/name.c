/* Name: see name.h. A name is read into words once; each typography then writes the same words. */
#include "formula/name.h"

#include <string.h>

struct word { /* letters with their index, digits or what stands in brackets: w5, h1, total, w[k] */
    const char *letters, *index;
    size_t letter_count, index_length;
};

struct symbol { /* head, with a subscript or not, updated or not, of a sample or of all */
    struct word head, subscript;
    bool is_new;
    struct word sample; /* s with its index; without one, of all */
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
    word->index = c;
    while (c < end && is_digit(*c))
        c++;
    const char *close =
        c == word->index && c < end && *c == '[' ? memchr(c, ']', (size_t)(end - c)) : NULL;
    if (close != NULL) {
        word->index = c + 1;
        word->index_length = (size_t)(close - c) - 1;
        return close + 1;
    }
    word->index_length = (size_t)(c - word->index);
    return c;
}

/* Takes "_s" and an index, or "_new", off the end. */
static const char *take_sample(struct symbol *symbol, const char *c, const char *end) {
    const bool is_bracket = end > c && end[-1] == ']';
    const char *index = end;
    while (index > c && (is_bracket ? index[-1] != 's' : is_digit(index[-1])))
        index--;
    struct word sample;
    if (index == end || index - c < 3 || index[-1] != 's' || index[-2] != '_' ||
        read_word(&sample, index, end) != end)
        return end;
    symbol->sample = sample;
    return index - 2;
}

static const char *take_new(struct symbol *symbol, const char *c, const char *end) {
    static const char new[] = "_new";
    const size_t length = sizeof new - 1;
    symbol->is_new = (size_t)(end - c) > length && memcmp(end - length, new, length) == 0;
    return symbol->is_new ? end - length : end;
}

static bool read_symbol(struct symbol *symbol, const char *c, const char *end) {
    *symbol = (struct symbol){0};
    end = take_new(symbol, c, take_sample(symbol, c, end));
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
    const char *end = name + length, *c = name;
    if (memchr(name, 'd', length) != name)
        return false;
    for (; (c = memmem(c, (size_t)(end - c), "_d", 2)) != NULL; c++)
        if (read_symbol(of, name + 1, c) && read_symbol(by, c + 2, end)) {
            of->sample = by->sample; /* said once in the name, of both but for a weight */
            if (by->subscript.letter_count == 0)
                by->sample.index_length = 0;
            return true;
        }
    return false;
}

/* The number of a Greek letter's character; 0 for any other word. */
static unsigned greek(const struct word *word) {
    static const struct {
        const char *name;
        unsigned character;
    } letters[] = {{"alpha", 945}, {"delta", 948}, {"eta", 951}, {"sigma", 963}};
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
        if (word->letter_count == strlen(letters[i].name) &&
            memcmp(word->letters, letters[i].name, word->letter_count) == 0)
            return letters[i].character;
    return 0;
}

bool name_is_greek(const char *name, size_t length) {
    return greek(&(struct word){.letters = name, .letter_count = length}) != 0;
}

/* 2*k + 3 is written 2k+3. */
static void latex_index(struct text *out, const struct word *word) {
    for (size_t i = 0; i < word->index_length; i++)
        if (word->index[i] != '*' && word->index[i] != ' ')
            text_putc(out, word->index[i]);
}

static void latex_word(struct text *out, const struct word *word) {
    if (greek(word) != 0) {
        text_putc(out, '\\');
        text_add(out, word->letters, word->letter_count);
    } else if (word->letter_count > 1) {
        text_puts(out, "\\mathrm{");
        text_add(out, word->letters, word->letter_count);
        text_putc(out, '}');
    } else {
        text_add(out, word->letters, word->letter_count);
    }
    if (word->index_length > 0) {
        text_puts(out, "_{");
        latex_index(out, word);
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
    if (!symbol->is_new && symbol->sample.index_length == 0)
        return;
    text_puts(out, symbol->is_new ? "^{+" : "^{");
    if (symbol->sample.index_length > 0) {
        text_putc(out, '(');
        latex_index(out, &symbol->sample);
        text_putc(out, ')');
    }
    text_putc(out, '}');
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
    if (greek(word) != 0)
        text_printf(out, "&#%u;", greek(word));
    else
        text_add(out, word->letters, word->letter_count);
    text_puts(out, "</mi>");
}

/* A number, or 2*k + 3 as 2k+3. */
static void mathml_index(struct text *out, const struct word *word) {
    const char *c = word->index, *end = c + word->index_length;
    bool is_plain = word->index_length > 0;
    for (size_t i = 0; i < word->index_length; i++)
        is_plain &= is_digit(word->index[i]);
    text_puts(out, is_plain ? "" : "<mrow>");
    while (c < end) {
        const char *start = c;
        while (c < end && (is_digit(*c) || is_letter(*c)) && is_digit(*c) == is_digit(*start))
            c++;
        if (c > start) {
            text_puts(out, is_digit(*start) ? "<mn>" : "<mi>");
            text_add(out, start, (size_t)(c - start));
            text_puts(out, is_digit(*start) ? "</mn>" : "</mi>");
        } else if (*c++ == '+' || *start == '-')
            text_puts(out, *start == '+' ? "<mo>+</mo>" : "<mo>&#8722;</mo>");
    }
    text_puts(out, is_plain ? "" : "</mrow>");
}

static void mathml_word(struct text *out, const struct word *word) {
    if (word->index_length == 0) {
        mathml_letters(out, word);
        return;
    }
    text_puts(out, "<msub>");
    mathml_letters(out, word);
    mathml_index(out, word);
    text_puts(out, "</msub>");
}

static void mathml_head(struct text *out, const struct symbol *symbol) {
    if (symbol->subscript.letter_count > 0) {
        mathml_word(out, &symbol->head);
        mathml_word(out, &symbol->subscript);
        return;
    }
    mathml_letters(out, &symbol->head);
    if (symbol->head.index_length > 0)
        mathml_index(out, &symbol->head);
}

static void mathml_raised(struct text *out, const struct symbol *symbol) {
    if (symbol->sample.index_length == 0) {
        text_puts(out, "<mo>+</mo>");
        return;
    }
    text_puts(out, symbol->is_new ? "<mrow><mo>+</mo>" : "<mrow>");
    text_puts(out, "<mo>(</mo>");
    mathml_index(out, &symbol->sample);
    text_puts(out, "<mo>)</mo></mrow>");
}

/* The head with what stands at its foot, the subscript or else the index, and raised. */
static void mathml_symbol(struct text *out, const struct symbol *symbol) {
    const bool has_foot = symbol->subscript.letter_count > 0 || symbol->head.index_length > 0;
    const bool is_raised = symbol->is_new || symbol->sample.index_length > 0;
    const char *element = has_foot && is_raised ? "msubsup"
                          : has_foot            ? "msub"
                          : is_raised           ? "msup"
                                                : "mrow";
    text_putc(out, '<');
    text_puts(out, element);
    text_putc(out, '>');
    mathml_head(out, symbol);
    if (is_raised)
        mathml_raised(out, symbol);
    text_puts(out, "</");
    text_puts(out, element);
    text_putc(out, '>');
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
    const int letters = greek(word) != 0 ? 1 : (int)word->letter_count;
    return letters * letter + (int)word->index_length * SCRIPT_WIDTH;
}

static int symbol_width(const struct symbol *symbol) {
    return word_width(&symbol->head, LETTER_WIDTH) + word_width(&symbol->subscript, SCRIPT_WIDTH) +
           (symbol->is_new ? SCRIPT_WIDTH : 0) +
           (symbol->sample.index_length > 0 ? (int)(symbol->sample.index_length + 2) * SCRIPT_WIDTH
                                            : 0);
}

int name_width(const char *name, size_t length) {
    struct symbol of, by;
    if (!read_derivative(name, length, &of, &by))
        return read_symbol(&of, name, name + length) ? symbol_width(&of)
                                                     : (int)length * LETTER_WIDTH;
    const int above = symbol_width(&of), below = symbol_width(&by);
    return PARTIAL_WIDTH + (above > below ? above : below);
}
