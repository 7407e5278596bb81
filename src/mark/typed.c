/* Typed: see typed.h. */
#include "mark/typed.h"

#include "base/utf8.h"

#include <ctype.h>

/* ---- Bytes to lines ---- */

void typed_character(struct text *out, unsigned c) {
    if (c < 0x80) {
        text_putc(out, (char)c);
    } else if (c < 0x800) {
        text_putc(out, (char)(0xC0 | c >> 6));
        text_putc(out, (char)(0x80 | (c & 0x3F)));
    } else if (c < 0x10000) {
        text_putc(out, (char)(0xE0 | c >> 12));
        text_putc(out, (char)(0x80 | (c >> 6 & 0x3F)));
        text_putc(out, (char)(0x80 | (c & 0x3F)));
    } else {
        text_putc(out, (char)(0xF0 | c >> 18));
        text_putc(out, (char)(0x80 | (c >> 12 & 0x3F)));
        text_putc(out, (char)(0x80 | (c >> 6 & 0x3F)));
        text_putc(out, (char)(0x80 | (c & 0x3F)));
    }
}

static unsigned unit_at(const char *bytes, bool is_big) {
    const unsigned first = (unsigned char)bytes[0], second = (unsigned char)bytes[1];
    return is_big ? first << 8 | second : second << 8 | first;
}

/* Which UTF-16 it is, by its mark, or as its first character has a zero byte: 'l', 'b', or 0. */
static char utf16_of(const char *bytes, size_t length) {
    if (length < 2)
        return 0;
    const unsigned first = (unsigned char)bytes[0], second = (unsigned char)bytes[1];
    if ((first == 0xFF && second == 0xFE) || (first != 0 && second == 0))
        return 'l';
    return (first == 0xFE && second == 0xFF) || (first == 0 && second != 0) ? 'b' : 0;
}

static void put_utf16(struct text *out, const char *bytes, size_t length, bool is_big) {
    for (size_t i = 0; i + 1 < length; i += 2) {
        unsigned c = unit_at(bytes + i, is_big);
        if (c >= 0xD800 && c < 0xDC00 && i + 3 < length) {
            c = 0x10000 + ((c - 0xD800) << 10) + (unit_at(bytes + i + 2, is_big) & 0x3FF);
            i += 2;
        }
        if (c != 0xFEFF)
            typed_character(out, c);
    }
}

/* \r\n and \r become \n, and the last line is ended too. */
static void end_lines(struct text *text) {
    size_t kept = 0;
    for (size_t i = 0; i < text->length; i++) {
        const bool is_return = text->bytes[i] == '\r';
        if (is_return && text->bytes[i + 1] == '\n')
            continue;
        text->bytes[kept++] = text->bytes[i];
        if (is_return)
            text->bytes[kept - 1] = '\n';
    }
    text_cut(text, kept);
    if (kept > 0 && text->bytes[kept - 1] != '\n')
        text_putc(text, '\n');
}

void typed_lines(struct text *out, const char *bytes, size_t length) {
    static const char mark[] = "\xEF\xBB\xBF";
    const char utf16 = utf16_of(bytes, length);
    text_puts(out, "");
    if (utf16 != 0)
        put_utf16(out, bytes, length, utf16 == 'b');
    else if (length >= 3 && memcmp(bytes, mark, 3) == 0)
        text_add(out, bytes + 3, length - 3);
    else
        text_add(out, bytes, length);
    end_lines(out);
}

/* ---- Characters ---- */

/* What stands for what, by ranges: each from FIRST to LAST is the next letter from START on, or all
 * are the same text. */
static const struct {
    unsigned first, last;
    char start;
} letters[] = {
    {0xFF01, 0xFF5E, '!'},                        /* full width */
    {0x2080, 0x2089, '0'},                        /* subscripts */
    {0x2074, 0x2079, '4'}, {0x00B2, 0x00B3, '2'}, /* superscripts */
    {0x0660, 0x0669, '0'}, {0x06F0, 0x06F9, '0'}, /* Arabic digits */
};
static const struct {
    unsigned first, last;
    const char *text;
} meanings[] = {
    {0x00B9, 0x00B9, "1"},     {0x2070, 0x2070, "0"},     {0x207A, 0x207A, "+"},
    {0x207B, 0x207B, "-"},     {0x00A0, 0x00A0, " "},     {0x2000, 0x200A, " "},
    {0x202F, 0x202F, " "},     {0x205F, 0x205F, " "},     {0x3000, 0x3000, " "},
    {0x200B, 0x200D, ""},      {0xFEFF, 0xFEFF, ""},      {0x2010, 0x2015, "-"},
    {0x2212, 0x2212, "-"},     {0x00D7, 0x00D7, "*"},     {0x00B7, 0x00B7, "*"},
    {0x22C5, 0x22C5, "*"},     {0x2217, 0x2217, "*"},     {0x2219, 0x2219, "*"},
    {0x00F7, 0x00F7, "/"},     {0x2044, 0x2044, "/"},     {0x2215, 0x2215, "/"},
    {0x2248, 0x2248, "="},     {0x2243, 0x2245, "="},     {0x2190, 0x2190, "="},
    {0x2254, 0x2254, "="},     {0x2192, 0x2192, "="},     {0x2202, 0x2202, "d"},
    {0x3001, 0x3001, ","},     {0x3002, 0x3002, ""},      {0x2018, 0x2019, "'"},
    {0x2032, 0x2032, "'"},     {0x201C, 0x201D, "\""},    {0x2236, 0x2236, ":"},
    {0x03C3, 0x03C3, "sigma"}, {0x03B1, 0x03B1, "alpha"}, {0x03B4, 0x03B4, "delta"},
    {0x03B7, 0x03B7, "eta"},   {0x00BD, 0x00BD, "1/2"},   {0x066B, 0x066B, "."},
};

static void put_character(struct text *out, unsigned c) {
    if (c < 0x80) {
        const bool is_control = (c < ' ' && c != '\t' && c != '\n') || c == 0x7F;
        text_putc(out, is_control ? '?' : c == '\n' ? ' ' : (char)c);
        return;
    }
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
        if (c >= letters[i].first && c <= letters[i].last) {
            text_putc(out, (char)((unsigned)letters[i].start + c - letters[i].first));
            return;
        }
    for (size_t i = 0; i < sizeof meanings / sizeof *meanings; i++)
        if (c >= meanings[i].first && c <= meanings[i].last) {
            text_puts(out, meanings[i].text);
            return;
        }
    typed_character(out, c);
}

/* The character that BYTES, of UTF-8, begin with; returns its bytes. */
static size_t decode(const char *bytes, unsigned *c) {
    const unsigned char first = (unsigned char)bytes[0];
    const size_t size = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    *c = size == 1 ? first : first & (0xFFu >> (size + 1));
    for (size_t i = 1; i < size; i++)
        *c = *c << 6 | ((unsigned char)bytes[i] & 0x3F);
    return size;
}

/* Superscripts stand behind a ^ that is not written. */
static bool is_superscript(unsigned c) {
    return (c >= 0x2070 && c <= 0x207B) || c == 0x00B9 || c == 0x00B2 || c == 0x00B3;
}

/* LaTeX commands, each with what it stands for. */
static const char *const commands[][2] = {
    {"partial", "d"},     {"cdot", "*"},      {"times", "*"}, {"approx", "="}, {"sigma", "sigma"},
    {"alpha", "alpha"},   {"delta", "delta"}, {"eta", "eta"}, {"frac", ""},    {"dfrac", ""},
    {"left", ""},         {"right", ""},      {"mathrm", ""}, {"text", ""},    {"quad", " "},
    {"operatorname", ""}, {"tfrac", ""},      {"colon", ":"},
};

/* Takes a command at *AT, behind its backslash; an unknown one is dropped with its letters. */
static void put_command(struct text *out, const char *line, size_t length, size_t *at) {
    const size_t start = *at;
    while (*at < length && isalpha((unsigned char)line[*at]))
        ++*at;
    if (*at == start) { /* "\," and "\ " */
        text_putc(out, ' ');
        ++*at;
        return;
    }
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        if (strlen(commands[i][0]) == *at - start &&
            memcmp(commands[i][0], line + start, *at - start) == 0)
            text_puts(out, commands[i][1]);
    while (*at < length && line[*at] == ' ')
        ++*at;
}

/* Control characters are let pass here. */
static bool is_utf8(const char *line, size_t length) {
    for (size_t at = 0; at < length; at++) {
        at += utf8_fault(line + at, length - at);
        if (at < length && (unsigned char)line[at] >= 0x80)
            return false;
    }
    return true;
}

bool typed_plain(struct text *out, const char *line, size_t length) {
    bool was_superscript = false;
    text_puts(out, "");
    if (!is_utf8(line, length))
        return false;
    for (size_t i = 0; i < length;) {
        unsigned c;
        if (line[i] == '\\') {
            i++;
            put_command(out, line, length, &i);
            continue;
        }
        if (i + 1 < length && line[i] == '}' && line[i + 1] == '{') { /* of a fraction */
            text_putc(out, '/');
            i += 2;
            continue;
        }
        if (line[i] == '$' || line[i] == '{' || line[i] == '}') {
            i++;
            continue;
        }
        i += decode(line + i, &c);
        const bool is_raised = is_superscript(c);
        if (is_raised && !was_superscript)
            text_putc(out, '^');
        was_superscript = is_raised;
        put_character(out, c);
    }
    return true;
}

/* ---- Numbers ---- */

size_t typed_blanks(const char *text, size_t length) {
    size_t count = 0;
    while (count < length && (text[count] == ' ' || text[count] == '\t'))
        count++;
    return count;
}

struct span typed_trim(const char *text, size_t length) {
    const size_t blanks = typed_blanks(text, length);
    while (length > blanks && (text[length - 1] == ' ' || text[length - 1] == '\t'))
        length--;
    return (struct span){text + blanks, length - blanks};
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/* The characters of a mantissa, with commas. */
static size_t mantissa_length(const char *text, size_t length) {
    size_t i = 0;
    while (i < length && (is_digit(text[i]) || text[i] == '.' || text[i] == ','))
        i++;
    while (i > 0 && text[i - 1] == ',')
        i--;
    const char *point = memchr(text, '.', i);
    if (i == length && point != NULL && point < text + i - 1 && text[i - 1] == '.')
        i--; /* a full stop */
    return i;
}

/* Whether the commas of a mantissa are the decimal one, or stand between thousands: 'd', 't', or 0
 * if that cannot be told; 'n' where there is none. */
static char commas_of(const char *text, size_t length) {
    const char *comma = memchr(text, ',', length), *point = memchr(text, '.', length);
    if (comma == NULL)
        return 'n';
    const size_t before = (size_t)(comma - text), behind = length - before - 1;
    const bool is_last = memchr(comma + 1, ',', behind) == NULL;
    if (point != NULL)
        return point > comma ? 't' : is_last ? 'd' : 0;
    if (!is_last)
        return 't';
    return behind != 3 || (before == 1 && text[0] == '0') || before == 0 ? 'd' : 0;
}

static bool put_mantissa(struct text *out, const char *text, size_t length) {
    const char commas = commas_of(text, length);
    size_t digits = 0, points = 0;
    for (size_t i = 0; i < length; i++) {
        const bool is_point = text[i] == (commas == 'd' ? ',' : '.');
        if (is_digit(text[i]) || is_point)
            text_putc(out, is_point ? '.' : text[i]);
        digits += is_digit(text[i]);
        points += is_point;
    }
    return commas != 0 && digits > 0 && points <= 1;
}

/* Whether WORD stands at *I; *I is behind it then. */
static bool take(const char *text, size_t length, size_t *i, const char *word) {
    const size_t size = strlen(word);
    if (length - *i < size || memcmp(text + *i, word, size) != 0)
        return false;
    *i += size;
    return true;
}

/* e-1, E-01, *10^-1, x 10^(-1), *10**-1: the digits of the exponent and how much was read; 0 of
 * none.
 */
static size_t exponent_of(const char *text, size_t length, const char **digits, size_t *count) {
    size_t i = 0;
    bool has_parenthesis = false;
    if (!take(text, length, &i, "e") && !take(text, length, &i, "E")) {
        i += typed_blanks(text, length);
        if (!take(text, length, &i, "*") && !take(text, length, &i, "x") &&
            !take(text, length, &i, "X"))
            return 0;
        i += typed_blanks(text + i, length - i);
        if (!take(text, length, &i, "10") ||
            (!take(text, length, &i, "^") && !take(text, length, &i, "**")))
            return 0;
        has_parenthesis = take(text, length, &i, "(");
    }
    *digits = text + i;
    if (!take(text, length, &i, "-"))
        take(text, length, &i, "+");
    const size_t start = i;
    while (i < length && is_digit(text[i]))
        i++;
    *count = (size_t)(text + i - *digits);
    return i == start || (has_parenthesis && !take(text, length, &i, ")")) ? 0 : i;
}

static bool is_letter(char c) {
    return isalpha((unsigned char)c) || (unsigned char)c >= 0x80;
}

/* Behind a number: nothing, or a unit, a remark, without digits; an e alone is half a number. */
static bool is_remark(const char *text, size_t length) {
    const struct span remark = typed_trim(text, length);
    if (remark.length == 0)
        return true;
    for (size_t i = 0; i < remark.length; i++)
        if (is_digit(remark.text[i]) || strchr("=*/^+", remark.text[i]) != NULL)
            return false;
    const bool is_half_number =
        (text[0] == 'e' || text[0] == 'E') && (remark.length == 1 || !is_letter(remark.text[1]));
    return remark.text[0] != '-' && !is_half_number;
}

bool typed_number(struct text *out, const char *text, size_t length) {
    const size_t before = out->length;
    const char *exponent = NULL;
    size_t exponent_count = 0, i = 0;
    while (i < length && strchr(" \t~\"'+", text[i]) != NULL)
        i++;
    if (take(text, length, &i, "-")) {
        text_putc(out, '-');
        i += typed_blanks(text + i, length - i);
    }
    const size_t mantissa = mantissa_length(text + i, length - i);
    bool is_number = put_mantissa(out, text + i, mantissa);
    i += mantissa;
    const size_t behind = exponent_of(text + i, length - i, &exponent, &exponent_count);
    is_number = is_number && (behind > 0 || exponent_count == 0); /* 0.6e- is none yet */
    i += behind;
    const struct span rest = typed_trim(text + i, length - i);
    if (rest.length > 0 && rest.text[0] == '%') {
        is_number = is_number && exponent_count == 0;
        text_puts(out, "e-2");
        i = (size_t)(rest.text + 1 - text);
    } else if (exponent_count > 0) {
        text_putc(out, 'e');
        text_add(out, exponent, exponent_count);
    }
    is_number = is_number && is_remark(text + i, length - i);
    if (!is_number)
        text_cut(out, before);
    return is_number;
}

/* ---- Expressions ---- */

static bool is_of_name(char c) {
    return isalnum((unsigned char)c) || c == '_';
}

/* A number at TEXT, which may have a decimal comma; returns its length. */
static size_t put_operand(struct text *out, const char *text, size_t length, bool has_commas) {
    const size_t mantissa = mantissa_length(text, length);
    size_t i = mantissa;
    if (has_commas || commas_of(text, mantissa) != 'd' || memchr(text, '.', mantissa) != NULL)
        text_add(out, text, mantissa);
    else
        put_mantissa(out, text, mantissa);
    if (take(text, length, &i, "e") || take(text, length, &i, "E")) /* a sign stands for itself */
        while (i < length && is_digit(text[i]))
            i++;
    text_add(out, text + mantissa, i - mantissa);
    return i;
}

static size_t put_word(struct text *out, const char *text, size_t length, bool is_behind_any) {
    size_t i = 0;
    while (i < length && is_of_name(text[i]))
        i++;
    const bool is_times = i == 1 && (text[0] == 'x' || text[0] == 'X') && is_behind_any;
    text_add(out, is_times ? "*" : text, i);
    return i;
}

void typed_expression(struct text *out, const char *text, size_t length) {
    const bool has_commas = memmem(text, length, "pow", 3) != NULL; /* of its own */
    enum { SIGN, NAME, OPERAND } behind = SIGN;
    text_puts(out, "");
    for (size_t i = 0; i < length;) {
        const char c = text[i];
        if (c == ' ' || c == '\t') {
            text_putc(out, c);
            i++;
            continue;
        }
        if (c == '(' && behind == OPERAND)
            text_putc(out, '*');
        const bool is_number = is_digit(c) || c == '.';
        if (is_number)
            i += put_operand(out, text + i, length - i, has_commas);
        else if (is_of_name(c))
            i += put_word(out, text + i, length - i, behind != SIGN);
        else
            text_putc(out, text[i++]);
        behind = is_number || c == ')'                                 ? OPERAND
                 : is_of_name(c) && out->bytes[out->length - 1] != '*' ? NAME
                                                                       : SIGN;
    }
}
