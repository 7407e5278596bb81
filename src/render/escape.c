/* Escape: see escape.h. */
#include "render/escape.h"

enum { FIRST_CHINESE = 0x2E80 }; /* radicals, punctuation, characters, and all above */

void escape_markdown(struct text *out, const char *words) {
    for (; *words != '\0'; words++) {
        if (strchr("\\`*_{}[]<>#|&$~^!", *words) != NULL)
            text_putc(out, '\\');
        text_putc(out, *words);
    }
}

void escape_xml(struct text *out, const char *words) {
    for (; *words != '\0'; words++)
        switch (*words) {
        case '&':
            text_puts(out, "&amp;");
            break;
        case '<':
            text_puts(out, "&lt;");
            break;
        case '>':
            text_puts(out, "&gt;");
            break;
        case '"':
            text_puts(out, "&quot;");
            break;
        default:
            text_putc(out, *words);
        }
}

/* What LaTeX reads as markup. */
static const char *latex_for(char c) {
    switch (c) {
    case '\\':
        return "\\textbackslash{}";
    case '~':
        return "\\textasciitilde{}";
    case '^':
        return "\\textasciicircum{}";
    case '`':
        return "\\textasciigrave{}";
    case '<':
        return "\\textless{}";
    case '>':
        return "\\textgreater{}";
    case '|':
        return "\\textbar{}";
    case '"':
        return "\\textquotedbl{}";
    case '&':
        return "\\&";
    case '%':
        return "\\%";
    case '$':
        return "\\$";
    case '#':
        return "\\#";
    case '_':
        return "\\_";
    case '{':
        return "\\{";
    case '}':
        return "\\}";
    default:
        return NULL;
    }
}

/* The character at *C, and *C behind it. */
static unsigned next_character(const char **c) {
    const unsigned char first = (unsigned char)*(*c)++;
    unsigned character = first < 0x80   ? first
                         : first < 0xE0 ? first & 0x1Fu
                         : first < 0xF0 ? first & 0x0Fu
                                        : first & 0x07u;
    while (((unsigned char)**c & 0xC0) == 0x80)
        character = character << 6 | ((unsigned char)*(*c)++ & 0x3Fu);
    return character;
}

/* What pdflatex has letters for: Latin-1, and of Latin Extended-A what the T1 encoding has. */
static bool is_of_t1(unsigned character) {
    static const unsigned lacking[] = {0x126, 0x127, 0x138, 0x13F, 0x140, 0x149, 0x166, 0x167};
    for (size_t i = 0; i < sizeof lacking / sizeof *lacking; i++)
        if (character == lacking[i])
            return false;
    return character < 0x80 || (character >= 0xA0 && character <= 0x17E);
}

static bool is_set(unsigned character, enum latex_letters letters) {
    return letters == LATEX_ALL || is_of_t1(character) ||
           (letters == LATEX_CHINESE && character >= FIRST_CHINESE);
}

void escape_latex(struct text *out, const char *words, enum latex_letters letters) {
    while (*words != '\0') {
        const char *start = words;
        const char *escaped = latex_for(*words);
        const unsigned character = next_character(&words);
        if (escaped != NULL) {
            text_puts(out, escaped);
        } else if (strchr("-,'", *start) != NULL) {
            text_putc(out, *start);
            text_puts(out, *words == *start ? "{}" : ""); /* two in a row are a ligature */
        } else if (is_set(character, letters)) {
            text_add(out, start, (size_t)(words - start));
        } else {
            text_puts(out, "\\wide{");
            text_add(out, start, (size_t)(words - start));
            text_printf(out, "}{U+%04X}", character);
        }
    }
}

bool escape_needs_wide(const char *words) {
    while (*words != '\0')
        if (!is_of_t1(next_character(&words)))
            return true;
    return false;
}
