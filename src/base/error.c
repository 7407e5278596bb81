/* Error: see error.h. */
#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

bool error_set(struct error *error, const char *format, ...) {
    va_list args;
    va_start(args, format);
    vsnprintf(error->line, sizeof error->line, format, args);
    va_end(args);
    for (char *c = error->line; *c != '\0'; c++)
        if ((unsigned char)*c < ' ' || *c == 0x7F)
            *c = '?';
    return false;
}

struct quote quote(const char *word, size_t length) {
    enum { MOST = 40, LONGEST = 4 };
    struct quote quote = {0};
    size_t kept = length <= MOST ? length : MOST;
    while (length > MOST && kept > MOST - (LONGEST - 1) &&
           ((unsigned char)word[kept] & 0xC0) == 0x80)
        kept--; /* do not cut a UTF-8 character in two */
    memcpy(quote.text, word, kept);
    if (length > MOST)
        strcpy(quote.text + kept, "...");
    return quote;
}
