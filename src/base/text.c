/* Text: see text.h. */
#include "base/text.h"

#include "base/memory.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void text_grow(struct text *text, size_t needed) {
    text->room = needed > 2 * text->room ? needed + 1024 : 2 * text->room;
    text->bytes = memory_resize(text->bytes, text->room);
}

static inline void make_room(struct text *text, size_t more) {
    if (text->length + more + 1 > text->room)
        text_grow(text, text->length + more + 1);
}

void text_puts(struct text *text, const char *string) {
    text_add(text, string, strlen(string));
}

void text_putc(struct text *text, char c) {
    text_add(text, &c, 1);
}

void text_repeat(struct text *text, char c, size_t count) {
    make_room(text, count);
    memset(text->bytes + text->length, c, count);
    text->length += count;
    text->bytes[text->length] = '\0';
}

void text_whole(struct text *text, size_t number) {
    char digits[24], *first = digits + sizeof digits;
    do
        *--first = (char)('0' + number % 10);
    while ((number /= 10) > 0);
    text_add(text, first, (size_t)(digits + sizeof digits - first));
}

void text_printf(struct text *text, const char *format, ...) {
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    const size_t rest = text->room - text->length;
    const int length = vsnprintf(rest > 0 ? text->bytes + text->length : NULL, rest, format, args);
    va_end(args);
    if ((size_t)length >= rest) {
        make_room(text, (size_t)length);
        vsnprintf(text->bytes + text->length, (size_t)length + 1, format, again);
    }
    va_end(again);
    text->length += (size_t)length;
}

void text_cut(struct text *text, size_t length) {
    if (length < text->length) {
        text->length = length;
        text->bytes[length] = '\0';
    }
}

void text_free(struct text *text) {
    free(text->bytes);
    *text = (struct text){0};
}

size_t text_columns(const char *bytes, size_t length) {
    size_t columns = 0;
    for (size_t i = 0; i < length; i++) {
        const unsigned char byte = (unsigned char)bytes[i];
        if ((byte & 0xC0) != 0x80)           /* a character starts here */
            columns += byte >= 0xE3 ? 2 : 1; /* U+3000 and above: CJK */
    }
    return columns;
}
