/* Text: a string that grows. Every document is built whole in one and written at the end, so that
 * a failure on the way leaves nothing half-written. What a text says is left to its writers. */
#ifndef BPWALK_TEXT_H
#define BPWALK_TEXT_H

#include <stddef.h>
#include <string.h>

/* {0} is an empty text. `bytes` is NUL-terminated once anything was added, else NULL. */
struct text {
    char *bytes;
    size_t length, room;
};

/* Makes room for NEEDED bytes in all. */
void text_grow(struct text *text, size_t needed);

static inline void text_add(struct text *text, const char *bytes, size_t length) {
    if (text->length + length + 1 > text->room)
        text_grow(text, text->length + length + 1);
    memcpy(text->bytes + text->length, bytes, length);
    text->length += length;
    text->bytes[text->length] = '\0';
}

void text_puts(struct text *text, const char *string);
void text_putc(struct text *text, char c);
void text_repeat(struct text *text, char c, size_t count);
void text_whole(struct text *text, size_t number);
void text_printf(struct text *text, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Shortens to LENGTH bytes. */
void text_cut(struct text *text, size_t length);
void text_free(struct text *text);

/* Columns that LENGTH bytes of UTF-8 take in a terminal; a CJK character takes two. */
size_t text_columns(const char *bytes, size_t length);

#endif
