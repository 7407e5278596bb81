/* Lines: see lines.h. */
#include "render/lines.h"

#include <string.h>

static const char *const escape[] = {
    [COLOUR_NONE] = "",         [COLOUR_EQUATION] = "\033[36m",  [COLOUR_VALUE] = "\033[1m",
    [COLOUR_SLIP] = "\033[31m", [COLOUR_HEADING] = "\033[1;34m",
};

static void put(struct lines *lines, enum colour colour, const char *text, size_t length) {
    const bool coloured = lines->colour && colour != COLOUR_NONE && length > 0;
    if (coloured)
        text_puts(lines->out, escape[colour]);
    text_add(lines->out, text, length);
    if (coloured)
        text_puts(lines->out, "\033[0m");
}

void lines_put(struct lines *lines, enum colour colour, const char *text, size_t length) {
    put(lines, colour, text, length);
    lines->column += text_columns(text, length);
}

void lines_ascii(struct lines *lines, enum colour colour, const char *text) {
    const size_t length = strlen(text);
    put(lines, colour, text, length);
    lines->column += length;
}

void lines_puts(struct lines *lines, enum colour colour, const char *text) {
    lines_put(lines, colour, text, strlen(text));
}

void lines_pad(struct lines *lines, size_t column) {
    if (lines->column < column) {
        text_repeat(lines->out, ' ', column - lines->column);
        lines->column = column;
    }
}

void lines_end(struct lines *lines) {
    text_putc(lines->out, '\n');
    lines->column = 0;
}

/* The best place up to FROM + ROOM to break: the lowest rank, then the latest; not in the first
 * third of the line. 0 if there is none. */
static size_t break_point(const struct text *breaks, size_t from, size_t room) {
    size_t best = 0;
    for (size_t i = from + room / 3; i <= from + room; i++)
        if (breaks->bytes[i] != 0 && (best == 0 || breaks->bytes[i] <= breaks->bytes[best]))
            best = i;
    return best;
}

static void wrap(struct lines *lines, const struct text *text, const struct text *breaks) {
    const size_t indent = lines->column;
    const size_t room = LINE_WIDTH - indent;
    size_t from = 0;
    while (text->length - from > room) {
        const size_t at = break_point(breaks, from, room);
        if (at == 0)
            break;
        const size_t end = text->bytes[at - 1] == ' ' ? at - 1 : at;
        text_add(lines->out, text->bytes + from, end - from);
        lines_end(lines);
        lines_pad(lines, indent);
        from = at;
    }
    text_add(lines->out, text->bytes + from, text->length - from);
    lines->column += text->length - from;
}

/* A formula is ASCII: its bytes are columns. Most fit, and are printed in place. */
void lines_formula(struct lines *lines, const struct formula *formula,
                   const struct formula_numbers *numbers) {
    const size_t before = lines->out->length;
    formula_print(lines->out, formula, numbers, NULL);
    const size_t length = lines->out->length - before;
    if (lines->column + length <= LINE_WIDTH) {
        lines->column += length;
        return;
    }
    struct text text = {0}, breaks = {0};
    text_cut(lines->out, before);
    formula_print(&text, formula, numbers, &breaks);
    wrap(lines, &text, &breaks);
    text_free(&text);
    text_free(&breaks);
}

void lines_note(struct lines *lines, size_t note_length) {
    size_t column = lines->column + 2 > NOTE_COLUMN ? lines->column + 2 : NOTE_COLUMN;
    if (column + note_length > LINE_WIDTH) {
        lines_end(lines);
        column = NOTE_COLUMN + note_length > LINE_WIDTH && note_length < LINE_WIDTH
                     ? LINE_WIDTH - note_length
                     : NOTE_COLUMN;
    }
    lines_pad(lines, column);
}
