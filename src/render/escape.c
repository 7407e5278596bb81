/* Escape: see escape.h. */
#include "render/escape.h"

#include <ctype.h>

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

void escape_json(struct text *out, const char *words) {
    for (; *words != '\0'; words++) {
        if ((unsigned char)*words < ' ') {
            text_printf(out, "\\u%04x", *words);
            continue;
        }
        if (*words == '"' || *words == '\\')
            text_putc(out, '\\');
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

enum { MINUS = 0x2212 }; /* the sign, which LaTeX has in formulas */

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

/* Radicals, punctuation, characters, wide forms. */
static bool is_chinese(unsigned character) {
    return (character >= 0x2E80 && character <= 0xA4CF) ||
           (character >= 0xF900 && character <= 0xFAFF) ||
           (character >= 0xFE30 && character <= 0xFE4F) ||
           (character >= 0xFF00 && character <= 0xFFEF) ||
           (character >= 0x20000 && character <= 0x3FFFF);
}

static bool is_set(unsigned character, enum latex_letters letters) {
    return letters == LATEX_ALL || is_of_t1(character) ||
           (letters == LATEX_CHINESE && is_chinese(character));
}

/* The encoding in which pdflatex may have a letter that T1 has not. */
static const char *encoding_of(unsigned character) {
    static const struct {
        unsigned first, last;
        const char *encoding;
    } ranges[] = {{0x1A0, 0x1A1, "T5"},    {0x1AF, 0x1B0, "T5"},   {0x370, 0x3FF, "LGR"},
                  {0x400, 0x52F, "T2A"},   {0x1EA0, 0x1EF9, "T5"}, {0x1F00, 0x1FFF, "LGR"},
                  {0x3000, 0x30FF, "C70"}, {0x4E00, 0x9FFF, "C70"}};
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
        if (character >= ranges[i].first && character <= ranges[i].last)
            return ranges[i].encoding;
    return "T1";
}

/* Hebrew, Arabic and their like. */
static bool runs_left(unsigned character) {
    return (character >= 0x590 && character <= 0x8FF) ||
           (character >= 0xFB1D && character <= 0xFDFF) ||
           (character >= 0xFE70 && character <= 0xFEFE);
}

/* From a letter that runs left to the end of the last one, before a letter that does not; WORDS
 * where there is none. */
static const char *end_of_left(const char *words) {
    const char *end = words;
    for (const char *c = words; *c != '\0';) {
        const bool is_letter = isalnum((unsigned char)*c) || (unsigned char)*c >= 0x80;
        if (runs_left(next_character(&c)))
            end = c;
        else if (is_letter || end == words)
            break;
    }
    return end;
}

static void put_character(struct text *out, const char **words, enum latex_letters letters) {
    const char *start = *words;
    const char *escaped = latex_for(*start);
    const unsigned character = next_character(words);
    if (escaped != NULL) {
        text_puts(out, escaped);
    } else if (strchr("-,'", *start) != NULL) {
        text_putc(out, *start);
        text_puts(out, **words == *start ? "{}" : ""); /* two in a row are a ligature */
    } else if (character == MINUS && letters != LATEX_ALL) {
        text_puts(out, "$-$");
    } else if (is_set(character, letters)) {
        text_add(out, start, (size_t)(*words - start));
    } else {
        text_printf(out, "\\wide{%s}{", encoding_of(character));
        text_add(out, start, (size_t)(*words - start));
        text_printf(out, "}{%04X}", character);
    }
}

void escape_latex(struct text *out, const char *words, enum latex_letters letters) {
    while (*words != '\0') {
        const char *end = letters != LATEX_ALL ? end_of_left(words) : words;
        if (end == words) {
            put_character(out, &words, letters);
        } else {
            text_puts(out, "\\rightleft{");
            while (words < end)
                put_character(out, &words, letters);
            text_putc(out, '}');
        }
    }
}

bool escape_needs_wide(const char *words) {
    while (*words != '\0') {
        const unsigned character = next_character(&words);
        if (!is_of_t1(character) && character != MINUS)
            return true;
    }
    return false;
}
