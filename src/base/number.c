/* Number: see number.h. */
#include "base/number.h"

#include "base/error.h"

#include "base/product.h"

#include <float.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *skip_digits(const char *c, const char *end) {
    while (c < end && *c >= '0' && *c <= '9')
        c++;
    return c;
}

/* number = [sign] digits [. digits] [e [sign] digits], with a digit on one side of the point;
 * C is before END */
static bool is_decimal(const char *c, const char *end) {
    if (*c == '+' || *c == '-')
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

/* A sign and up to 19 characters without an exponent: where the digits are below 2^53, they and the
 * power of ten are exact doubles, so that their quotient is the number correctly rounded (Clinger
 * 1990). Most numbers are such. */
static bool read_short(const char *text, size_t length, double *value) {
    enum { MOST = 19 };
    uint64_t digits = 0;
    double scale = 1;
    size_t count = 0;
    bool after_point = false;
    const bool is_negative = length > 0 && text[0] == '-';
    const char *const end = text + length;
    const char *c = text + (is_negative || (length > 0 && text[0] == '+'));
    if (end - c > MOST)
        return false;
    for (; c < end; c++) {
        const unsigned digit = (unsigned char)*c - (unsigned)'0';
        if (digit <= 9) {
            digits = 10 * digits + digit;
            scale *= after_point ? 10 : 1;
            count++;
        } else if (*c == '.' && !after_point) {
            after_point = true;
        } else {
            return false;
        }
    }
    if (count == 0 || digits >= (uint64_t)1 << 53)
        return false;
    const double size = (double)digits / scale;
    *value = is_negative ? -size : size;
    return true;
}

/* Such as the minus sign of print, and digits of full width. */
static bool has_other_letters(const char *text, size_t length) {
    for (size_t i = 0; i < length; i++)
        if ((unsigned char)text[i] >= 0x80)
            return true;
    return false;
}

const char *number_read(const char *text, size_t length, double *value) {
    enum { LONGEST = 400 };
    char copy[LONGEST + 1];
    if (read_short(text, length, value))
        return NULL;
    if (length == 0)
        return message("has no value; a decimal number such as 0.55 is needed");
    if (length > LONGEST)
        return message("is too long for a number; a decimal number such as 0.55 is needed");
    if (!is_decimal(text, text + length))
        return memchr(text, ',', length) != NULL
                   ? message("has a comma; a decimal number has a point, such as 0.55")
               : has_other_letters(text, length)
                   ? message("is not a number; plain digits, a point and a hyphen for its minus "
                             "are needed, as in -0.55")
                   : message("is not a number; a decimal number such as 0.55 is needed");
    memcpy(copy, text, length);
    copy[length] = '\0';
    const double read = strtod(copy, NULL);
    if (!isfinite(read))
        return message("is too large; a number within 1.7e308 on either side of 0 is needed");
    *value = read;
    return NULL;
}

/* A decimal with n digits behind the point is the double where that times 2^n is whole: else it is
 * d/5^n away from a whole number, which is more than rounding moves it by while d is below 2^53. */
double number_error(const char *text, size_t length, double value) {
    enum { MOST = 16 };
    const char *point = memchr(text, '.', length);
    double scaled = fabs(value);
    for (const char *c = point; length <= MOST && c != NULL && c + 1 < text + length; c++)
        scaled *= 2;
    const bool is_itself = length <= MOST && memchr(text, 'e', length) == NULL &&
                           memchr(text, 'E', length) == NULL && scaled < 0x1p53 &&
                           scaled == (double)(int64_t)scaled;
    return is_itself ? 0 : DBL_EPSILON / 2 * fabs(value) + DBL_TRUE_MIN;
}

size_t number_drop_zeros(char *room, size_t length) {
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

static const double power_of_ten[] = {1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                      1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};

/* SIZE in units of its last of DECIMALS decimals, rounded once, a tie to even: the product with
 * 10^n is had without loss, as a double and its error. What printf does, at a tenth of its cost. -1
 * where doubles are too short for that. *FROM_TIE is how far the nearest tie is, in those units. */
static int64_t units_of(double size, int decimals, double *from_tie) {
    if (decimals > 15 || !(size * power_of_ten[decimals] < 1e15) || size < 1e-200)
        return -1;
    const double product = size * power_of_ten[decimals];
    const double error = product_error(size, power_of_ten[decimals], product);
    const int64_t units = (int64_t)product;
    const double above_half = (product - (double)units - 0.5) + error;
    *from_tie = fabs(above_half);
    return units + (above_half > 0 || (above_half == 0 && units % 2 == 1));
}

/* The digits of UNITS, with DECIMALS of them behind the point, without trailing zeros. */
static size_t write_units(char room[NUMBER_ROOM], bool is_negative, int64_t units, int decimals) {
    char backwards[NUMBER_ROOM];
    int count = 0;
    size_t length = 0;
    for (; decimals > 0 && units % 10 == 0; decimals--)
        units /= 10;
    do {
        backwards[count++] = (char)('0' + units % 10);
        units /= 10;
        if (count == decimals)
            backwards[count++] = '.';
    } while (units > 0 || count <= decimals + (decimals > 0));
    if (is_negative)
        room[length++] = '-';
    while (count > 0)
        room[length++] = backwards[--count];
    room[length] = '\0';
    return length;
}

static size_t show_slowly(char room[NUMBER_ROOM], double value, int digits) {
    if (fabs(value) < 1e15) {
        const int length = snprintf(room, NUMBER_ROOM, "%.*f", digits, value);
        if (strpbrk(room, "123456789") != NULL) /* else it would read as zero */
            return number_drop_zeros(room, (size_t)length);
    }
    const int length = snprintf(room, NUMBER_ROOM, "%.*e", digits, value);
    return number_drop_zeros(room, (size_t)length);
}

size_t number_shown(char room[NUMBER_ROOM], double value, int digits) {
    const double size = fabs(value);
    if (value == 0)
        return (size_t)snprintf(room, NUMBER_ROOM, "0");
    double from_tie;
    const int64_t units = units_of(size, digits, &from_tie);
    if (units > 0)
        return write_units(room, value < 0, units, digits);
    return show_slowly(room, value, digits);
}

size_t number_shown_within(char room[NUMBER_ROOM], double value, double error, int digits) {
    double from_tie;
    const int64_t units = units_of(fabs(value), digits, &from_tie);
    if (units > 0) /* a unit of an error's size is 2^-50 of itself, which the factor covers */
        return error * power_of_ten[digits] * 1.0001 < from_tie
                   ? write_units(room, value < 0, units, digits)
                   : 0;
    char low[NUMBER_ROOM];
    const double reach =
        error + DBL_EPSILON * fabs(value); /* for the roundings of the next lines */
    number_shown(low, value - reach, digits);
    const size_t length = number_shown(room, value + reach, digits);
    return strcmp(low, room) == 0 ? length : 0;
}

size_t number_exact(char room[NUMBER_ROOM], double value) {
    return (size_t)snprintf(room, NUMBER_ROOM, "%.17g", value);
}
