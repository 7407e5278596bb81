/* Answer: see answer.h. */
#include "mark/answer.h"

#include "base/larger.h"
#include "base/power.h"

#include <ctype.h>
#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The exponent; of one beyond ENOUGH, some of it: a unit is 0 or infinite then anyway. */
static int exponent(const char *typed, size_t length) {
    enum { ENOUGH = 10000 };
    const bool is_negative = typed[0] == '-';
    int size = 0;
    for (size_t i = 0; i < length && size < ENOUGH; i++)
        if (isdigit((unsigned char)typed[i]))
            size = 10 * size + (typed[i] - '0');
    return is_negative ? -size : size;
}

/* What stands in the mantissa, and the power of ten of its last digit. */
struct digits {
    int significant, last;
};

static struct digits look(const char *typed, size_t length) {
    struct digits digits = {0};
    bool is_behind = false; /* the point */
    size_t i = 0;
    for (; i < length && typed[i] != 'e' && typed[i] != 'E'; i++) {
        is_behind |= typed[i] == '.';
        if (!isdigit((unsigned char)typed[i]))
            continue;
        digits.significant += digits.significant > 0 || typed[i] != '0';
        digits.last -= is_behind;
    }
    if (i < length)
        digits.last += exponent(typed + i + 1, length - i - 1);
    return digits;
}

double half_unit(double value, int significant) {
    const double size = fabs(value);
    double unit = 1;
    if (size == 0 || !isfinite(size))
        return 0;
    while (unit * 10 <= size)
        unit *= 10;
    while (unit > size)
        unit /= 10;
    return unit / 2 * power(10, 1 - significant);
}

struct answer answer_of(const char *typed, size_t length, double value) {
    const struct digits digits = look(typed, length);
    const double half = smaller(power(10, digits.last) / 2, DBL_MAX);
    return (struct answer){.typed = typed,
                           .value = value,
                           .half = larger(half, 4 * DBL_EPSILON * fabs(value)),
                           .significant = digits.significant,
                           .decimals = -digits.last};
}
