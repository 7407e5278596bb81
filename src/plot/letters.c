/* Letters: see letters.h. */
#include "plot/letters.h"

#include <stdbool.h>

static size_t widest_line(const char *line) {
    size_t widest = 0;
    for (size_t length; *line != '\0'; line += length + (line[length] == '\n')) {
        length = strcspn(line, "\n");
        const size_t columns = text_columns(line, length);
        widest = columns > widest ? columns : widest;
    }
    return widest;
}

/* Where a line takes more blanks: where two stand already, so that no words are torn, behind its
 * wide characters or else before them; in a line without a frame at its end. */
static size_t place_for_blanks(const char *line, size_t length) {
    const char *frame = memrchr(line, '|', length);
    const size_t end = frame != NULL ? (size_t)(frame - line) : length;
    size_t behind = end;
    while (behind > 0 && (unsigned char)line[behind - 1] < 0x80)
        behind--;
    for (size_t i = behind; i < end; i++)
        if (strncmp(line + i, "  ", 2) == 0)
            return i;
    for (size_t i = behind; i > 0 && frame != NULL; i--)
        if (strncmp(line + i, "  ", 2) == 0)
            return i;
    return end;
}

/* Titles, which stand above the frame, are kept in the middle. */
static void put_line(struct text *out, const char *line, size_t length, size_t columns,
                     bool is_title) {
    const size_t missing = columns - text_columns(line, length);
    const size_t before = is_title ? missing / 2 : 0;
    const size_t place = place_for_blanks(line, length);
    text_repeat(out, ' ', before);
    text_add(out, line, place);
    text_repeat(out, ' ', missing - before);
    text_add(out, line + place, length - place);
    text_putc(out, '\n');
}

void letters_mend(struct text *page) {
    struct text mended = {0};
    const char *line = page->bytes + (page->bytes[0] == '\f');
    const size_t columns = widest_line(line);
    bool is_title = true;
    for (size_t length; *line != '\0'; line += length + (line[length] == '\n')) {
        length = strcspn(line, "\n");
        is_title = is_title && memchr(line, '|', length) == NULL;
        put_line(&mended, line, length, columns, is_title);
    }
    text_free(page);
    *page = mended;
}
