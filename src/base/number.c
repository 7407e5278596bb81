/* Number: see number.h. */
#include "base/number.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *skip_digits(const char *c, const char *end) {
    while (c < end && *c >= '0' && *c <= '9')
        c++;
    return c;
}

/* number = [sign] digits [. digits] [e [sign] digits], with a digit on one side of the point */
static bool is_decimal(const char *c, const char *end) {
    if (c < end && (*c == '+' || *c == '-'))
        c++;
    const char *whole = c;
    c = skip_digits(c, end);
    size_t digits = (size_t)(c - whole);
    if (c < end && *c == '.') {
        const char *fraction = ++c;
        c = skip_digits(c, end);
        digits += (size_t)(c - fraction);
    }
    if (digits == 0)
        return false;
    if (c < end && (*c == 'e' || *c == 'E')) {
        c++;
        if (c < end && (*c == '+' || *c == '-'))
            c++;
        const char *exponent = c;
        c = skip_digits(c, end);
        if (c == exponent)
            return false;
    }
    return c == end;
}

const char *number_read(const char *text, size_t length, double *value) {
    enum { LONGEST = 400 };
    char copy[LONGEST + 1];
    if (length == 0)
        return "has no value; a decimal number such as 0.55 is needed";
    if (length > LONGEST)
        return "is too long for a number; a decimal number such as 0.55 is needed";
    if (memchr(text, ',', length) != NULL)
        return "has a comma; a decimal number has a point, such as 0.55";
    if (!is_decimal(text, text + length))
        return "is not a number; a decimal number such as 0.55 is needed";
    memcpy(copy, text, length);
    copy[length] = '\0';
    const double read = strtod(copy, NULL);
    if (!isfinite(read))
        return "is too large; a number within 1.7e308 on either side of 0 is needed";
    *value = read;
    return NULL;
}

static size_t drop_zeros(char *room, size_t length) {
    char *exponent = memchr(room, 'e', length);
    char *end = exponent != NULL ? exponent : room + length;
    char *kept = end;
    if (memchr(room, '.', (size_t)(end - room)) != NULL) {
        while (kept[-1] == '0')
            kept--;
        if (kept[-1] == '.')
            kept--;
    }
    const size_t tail = (size_t)(room + length - end);
    memmove(kept, end, tail + 1);
    return (size_t)(kept - room) + tail;
}

size_t number_shown(char room[NUMBER_ROOM], double value, int digits) {
    const double size = fabs(value);
    if (value == 0)
        return (size_t)snprintf(room, NUMBER_ROOM, "0");
    int length = -1;
    if (size < 1e15) {
        length = snprintf(room, NUMBER_ROOM, "%.*f", digits, value);
        if (strpbrk(room, "123456789") == NULL) /* it would read as zero */
            length = -1;
    }
    if (length < 0)
        length = snprintf(room, NUMBER_ROOM, "%.*e", digits, value);
    return drop_zeros(room, (size_t)length);
}

size_t number_exact(char room[NUMBER_ROOM], double value) {
    return (size_t)snprintf(room, NUMBER_ROOM, "%.17g", value);
}
