/* Error: see error.h. */
#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static bool is_within_character(char byte) {
    return ((unsigned char)byte & 0xC0) == 0x80;
}

/* A line too long (a path is in it) loses its middle: what is wrong stands at the end. */
static void cut_out_middle(char line[sizeof(struct error)], const char *whole, size_t length) {
    enum { ROOM = sizeof(struct error), END = ROOM / 2 };
    size_t start = ROOM - END - sizeof "...";
    const char *end = whole + length - END;
    while (start > 0 && is_within_character(whole[start]))
        start--;
    while (is_within_character(*end))
        end++;
    snprintf(line, ROOM, "%.*s...%s", (int)start, whole, end);
}

bool error_set(struct error *error, const char *format, ...) {
    char whole[8 * sizeof error->line];
    va_list args;
    va_start(args, format);
    vsnprintf(whole, sizeof whole, message(format), args);
    va_end(args);
    const size_t length = strlen(whole);
    if (length < sizeof error->line)
        memcpy(error->line, whole, length + 1);
    else
        cut_out_middle(error->line, whole, length);
    for (char *c = error->line; *c != '\0'; c++)
        if ((unsigned char)*c < ' ' || *c == 0x7F)
            *c = '?';
    return false;
}

struct quote quote(const char *word, size_t length) {
    enum { MOST = 40, LONGEST = 4 };
    struct quote quote = {0};
    size_t kept = length <= MOST ? length : MOST;
    while (length > MOST && kept > MOST - (LONGEST - 1) && is_within_character(word[kept]))
        kept--; /* do not cut a UTF-8 character in two */
    memcpy(quote.text, word, kept);
    if (length > MOST)
        strcpy(quote.text + kept, "...");
    return quote;
}
