/* Big: see big.h. Results are cut off, not rounded; of a bound a double of its leading bits is
 * kept, so that hundreds of operations one behind the other widen it by no more than they cost. */
#include "base/big.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

enum { LIMB_BITS = 32 };

static int64_t largest(int64_t a, int64_t b) {
    return a > b ? a : b;
}

int64_t big_size(const struct big *a) {
    return a->sign == 0 ? BIG_EXACT : a->exponent;
}

/* ---- Bounds ---- */

/* part * 2^exponent; nothing where the exponent is BIG_EXACT. */
struct bound {
    double part;
    int64_t exponent;
};

static const struct bound nothing = {1, BIG_EXACT};

static bool is_nothing(struct bound a) {
    return a.exponent <= BIG_EXACT;
}

/* A little up, for what the double was rounded by. */
static struct bound bound(double part, int64_t exponent) {
    int shift;
    part = frexp(part * (1 + 4 * DBL_EPSILON), &shift);
    return (struct bound){part, exponent + shift};
}

static struct bound error_of(const struct big *a) {
    return (struct bound){a->part, a->error};
}

static void set_error(struct big *a, struct bound error) {
    a->part = error.part;
    a->error = error.exponent;
}

/* PART * 2^-PLACES, or more where that is next to nothing. */
static double moved_by(double part, int64_t places) {
    return ldexp(part, places < 1000 ? -(int)places : -1000);
}

static struct bound both(struct bound a, struct bound b) {
    if (a.exponent < b.exponent)
        return both(b, a);
    return is_nothing(b) ? a
                         : bound(a.part + moved_by(b.part, a.exponent - b.exponent), a.exponent);
}

static struct bound times(struct bound a, struct bound b) {
    return is_nothing(a) || is_nothing(b) ? nothing
                                          : bound(a.part * b.part, a.exponent + b.exponent);
}

static struct bound most_of(const struct big *a) {
    return a->sign == 0 ? nothing : bound((a->limb[0] + 1.0) * 0x1p-32, a->exponent);
}

/* Over a number that is off by half of it at most. */
static struct bound over(struct bound a, const struct big *b) {
    const double least = b->limb[0] * 0x1p-32 - moved_by(b->part, b->exponent - b->error);
    return is_nothing(a) ? nothing : bound(a.part / least, a.exponent - b->exponent);
}

/* What cutting off a number of that exponent costs at most. */
static struct bound last_place(int limbs, int64_t exponent) {
    return (struct bound){1, exponent - (int64_t)limbs * LIMB_BITS};
}

/* ---- Arithmetic ---- */

/* From COUNT limbs, not normalised, that stand for 0.limb... * 2^EXPONENT. */
static struct big normalised(int sign, int limbs, const uint32_t *limb, int count, int64_t exponent,
                             struct bound error) {
    struct big result = {.limbs = limbs, .error = error.exponent, .part = error.part};
    int first = 0, shift = 0;
    while (first < count && limb[first] == 0)
        first++;
    if (first == count)
        return result;
    while ((limb[first] << shift & 0x80000000u) == 0)
        shift++;
    bool is_cut = false;
    for (int i = first; i < count; i++) {
        const uint32_t next = shift > 0 && i + 1 < count ? limb[i + 1] >> (LIMB_BITS - shift) : 0;
        const uint32_t moved = limb[i] << shift | next;
        if (i - first < limbs)
            result.limb[i - first] = moved;
        else
            is_cut = is_cut || moved != 0;
    }
    result.sign = sign;
    result.exponent = exponent - (int64_t)first * LIMB_BITS - shift;
    if (is_cut)
        set_error(&result, both(error, last_place(limbs, result.exponent)));
    return result;
}

struct big big_whole(int limbs, double whole) {
    const uint64_t size = (uint64_t)fabs(whole);
    const uint32_t limb[2] = {(uint32_t)(size >> LIMB_BITS), (uint32_t)size};
    return normalised(whole < 0 ? -1 : 1, limbs, limb, 2, 64, nothing);
}

struct big big_unknown(int limbs) {
    return (struct big){.limbs = limbs, .error = INT64_MAX / 8, .part = 1};
}

static bool is_unknown(const struct big *a) {
    return a->error >= INT64_MAX / 16;
}

/* What e^a is for a large a: of at least 2^(exponent - 1), and of no more is known. The exponent is
 * far from those of all doubles. */
static struct big huge(int limbs) {
    struct big huge = big_unknown(limbs);
    huge.sign = 1;
    huge.exponent = (int64_t)1 << 46;
    return huge;
}

static bool is_huge(const struct big *a) {
    return is_unknown(a) && a->sign != 0;
}

struct big big_negate(struct big a) {
    a.sign = -a.sign;
    return a;
}

/* A's limbs, moved PLACES bits to the right, in COUNT limbs. Says whether any bit fell off. */
static bool move_right(uint32_t *limb, int count, const struct big *a, int64_t places) {
    const int64_t whole = places / LIMB_BITS;
    const int shift = (int)(places % LIMB_BITS);
    uint32_t last = 0;
    memset(limb, 0, (size_t)count * sizeof *limb);
    for (int i = 0; i < a->limbs; i++) {
        const uint64_t moved = (uint64_t)a->limb[i] << (LIMB_BITS - shift);
        const int64_t at = whole + i;
        if (at < count)
            limb[at] |= (uint32_t)(moved >> LIMB_BITS);
        else
            last |= (uint32_t)(moved >> LIMB_BITS);
        if (at + 1 < count)
            limb[at + 1] |= (uint32_t)moved;
        else
            last |= (uint32_t)moved;
    }
    return last != 0;
}

static int compare_size(const struct big *a, const struct big *b) {
    if (a->exponent != b->exponent)
        return a->exponent < b->exponent ? -1 : 1;
    for (int i = 0; i < a->limbs; i++)
        if (a->limb[i] != b->limb[i])
            return a->limb[i] < b->limb[i] ? -1 : 1;
    return 0;
}

/* One that is huge stays so, beside what is much smaller. */
static struct big add_to_unknown(struct big a, const struct big *b) {
    if (!is_huge(&a) || largest(big_size(b), b->error) >= a.exponent - 2)
        return big_unknown(a.limbs);
    a.exponent--;
    return a;
}

/* The larger one stands one limb to the right of the point, for a carry. */
struct big big_add(struct big a, struct big b) {
    enum { COUNT = BIG_MOST_LIMBS + 3 };
    uint32_t sum[COUNT], other[COUNT];
    const int count = a.limbs + 3;
    if (is_unknown(&a) || is_unknown(&b))
        return is_unknown(&a) ? add_to_unknown(a, &b) : add_to_unknown(b, &a);
    const struct bound inherited = both(error_of(&a), error_of(&b));
    if (a.sign == 0 || b.sign == 0) {
        struct big only = a.sign == 0 ? b : a;
        set_error(&only, inherited);
        return only;
    }
    if (compare_size(&a, &b) < 0) {
        const struct big smaller = a;
        a = b;
        b = smaller;
    }
    move_right(sum, count, &a, LIMB_BITS);
    const bool is_cut = move_right(other, count, &b, LIMB_BITS + (a.exponent - b.exponent));
    int64_t carry = 0;
    for (int i = count - 1; i >= 0; i--) {
        carry += a.sign == b.sign ? (int64_t)sum[i] + other[i] : (int64_t)sum[i] - other[i];
        sum[i] = (uint32_t)carry;
        carry >>= LIMB_BITS;
    }
    const struct bound cut = is_cut ? last_place(a.limbs + 1, a.exponent) : nothing;
    return normalised(a.sign, a.limbs, sum, count, a.exponent + LIMB_BITS, both(inherited, cut));
}

struct big big_multiply(struct big a, struct big b) {
    uint32_t product[2 * BIG_MOST_LIMBS] = {0};
    if (is_unknown(&a) || is_unknown(&b))
        return big_unknown(a.limbs);
    for (int i = a.limbs - 1; i >= 0; i--) {
        uint64_t carry = 0;
        for (int j = b.limbs - 1; j >= 0; j--) {
            carry += (uint64_t)a.limb[i] * b.limb[j] + product[i + j + 1];
            product[i + j + 1] = (uint32_t)carry;
            carry >>= LIMB_BITS;
        }
        product[i] = (uint32_t)carry;
    }
    if (a.sign == 0 || b.sign == 0)
        memset(product, 0, sizeof product);
    return normalised(a.sign * b.sign, a.limbs, product, a.limbs + b.limbs, a.exponent + b.exponent,
                      both(both(times(most_of(&a), error_of(&b)), times(most_of(&b), error_of(&a))),
                           times(error_of(&a), error_of(&b))));
}

/* Takes as many times B, of N limbs, off the N + 1 limbs at REST as there is room for. */
static uint32_t take_multiple(uint32_t *rest, const struct big *b, int n) {
    const uint64_t top = (uint64_t)rest[0] << LIMB_BITS | rest[1];
    uint64_t times = top / b->limb[0], left = top % b->limb[0], carry = 0;
    int64_t borrow = 0;
    while (times >> LIMB_BITS != 0 || times * b->limb[1] > (left << LIMB_BITS | rest[2])) {
        times--;
        left += b->limb[0];
        if (left >> LIMB_BITS != 0)
            break;
    }
    for (int i = n - 1; i >= 0; i--) {
        carry += times * b->limb[i];
        borrow += (int64_t)rest[i + 1] - (uint32_t)carry;
        rest[i + 1] = (uint32_t)borrow;
        borrow >>= LIMB_BITS;
        carry >>= LIMB_BITS;
    }
    const bool is_one_too_many = borrow + rest[0] - (int64_t)carry < 0;
    carry = 0;
    for (int i = n - 1; i >= 0 && is_one_too_many; i--) {
        carry += (uint64_t)rest[i + 1] + b->limb[i];
        rest[i + 1] = (uint32_t)carry;
        carry >>= LIMB_BITS;
    }
    rest[0] = 0;
    return (uint32_t)times - is_one_too_many;
}

/* The limbs of a/b, with a bit before the point: long division, a limb at a time (Knuth, The Art of
 * Computer Programming, volume 2, 4.3.1, algorithm D; b has its highest bit set). Whether something
 * is left over. */
static bool quotient_of(uint32_t *quotient, const struct big *a, const struct big *b) {
    const int n = a->limbs;
    uint32_t rest[2 * BIG_MOST_LIMBS + 2] = {0};
    for (int i = 0; i < n; i++) {
        rest[i] |= a->limb[i] >> 1;
        rest[i + 1] = a->limb[i] << (LIMB_BITS - 1);
    }
    for (int j = 0; j <= n; j++)
        quotient[j] = take_multiple(rest + j, b, n);
    for (int i = n + 1; i <= 2 * n; i++)
        if (rest[i] != 0)
            return true;
    return false;
}

/* (a.error + |a/b| b.error) / |b - error|, where that error is at most half of b; and the cut. */
struct big big_divide(struct big a, struct big b) {
    uint32_t quotient[BIG_MOST_LIMBS + 1] = {0};
    struct big none = {.limbs = a.limbs, .part = 1};
    if (is_huge(&b) && !is_unknown(&a)) {
        none.error = largest(big_size(&a), a.error) + 2 - b.exponent;
        return none;
    }
    if (b.sign == 0 || b.error > b.exponent - 2)
        return big_unknown(a.limbs);
    if (a.sign == 0) {
        set_error(&none, over(error_of(&a), &b));
        return none;
    }
    const bool is_cut = quotient_of(quotient, &a, &b);
    const int64_t exponent = a.exponent - b.exponent + 1;
    const struct bound most = bound((a.limb[0] + 1.0) / b.limb[0], exponent - 1);
    const struct bound inherited = over(both(error_of(&a), times(most, error_of(&b))), &b);
    return normalised(a.sign * b.sign, a.limbs, quotient, a.limbs + 1, exponent,
                      both(inherited, is_cut ? last_place(a.limbs, exponent) : nothing));
}

static struct big whole_power(struct big a, int n) {
    struct big power = big_whole(a.limbs, 1);
    for (unsigned left = (unsigned)(n < 0 ? -n : n); left > 0; left /= 2) {
        if (left % 2 == 1)
            power = big_multiply(power, a);
        if (left > 1)
            a = big_multiply(a, a);
    }
    return n < 0 ? big_divide(big_whole(a.limbs, 1), power) : power;
}

/* By a number of one limb; the error is not looked at. */
static struct big divided_by(struct big a, uint32_t n) {
    uint32_t quotient[BIG_MOST_LIMBS + 1];
    uint64_t rest = 0;
    for (int i = 0; i <= a.limbs; i++) {
        rest = rest << LIMB_BITS | (i < a.limbs ? a.limb[i] : 0);
        quotient[i] = (uint32_t)(rest / n);
        rest %= n;
    }
    return normalised(a.sign, a.limbs, quotient, a.limbs + 1, a.exponent, error_of(&a));
}

/* e^a = (e^r)^(2^k) with r = a / 2^k below 2^-16, by its series of at most 128 terms. Each
 * operation is off by less than 4 last places, and each squaring doubles what was, so that the
 * result is off by less than 2^(k + 10) of them; an error d of a counts e^a (e^d - 1) times, and
 * e^d - 1 is at most d (1 + d) up to 1. Where a is 2^47 at least, e^a is all but zero, or huge. */
struct big big_exp(struct big a) {
    const struct bound off = error_of(&a);
    struct big sum = big_whole(a.limbs, 1), term = sum;
    const int64_t k = a.sign != 0 && a.exponent > -16 ? a.exponent + 16 : 0;
    if (k > 64 && off.exponent < a.exponent - 1)
        return a.sign > 0 ? huge(a.limbs) : big_divide(sum, huge(a.limbs));
    if (k > 64 || off.exponent > 0)
        return big_unknown(a.limbs);
    a.exponent -= k;
    set_error(&a, nothing);
    for (uint32_t n = 1; term.sign != 0 && big_size(&term) > -(int64_t)a.limbs * LIMB_BITS; n++) {
        term = divided_by(big_multiply(term, a), n);
        sum = big_add(sum, term);
    }
    for (int64_t i = 0; i < k; i++)
        sum = big_multiply(sum, sum);
    const struct bound own = {1, sum.exponent + k + 10 - (int64_t)a.limbs * LIMB_BITS};
    const struct bound inherited =
        is_nothing(off) ? nothing
                        : bound(off.part * (1 + moved_by(off.part, -off.exponent)), off.exponent);
    set_error(&sum, both(own, times(both(most_of(&sum), own), inherited)));
    return sum;
}

/* 2 artanh z = 2 (z + z^3/3 + z^5/5 + ...) for |z| <= 1/3, whose error is not looked at. That takes
 * 700 terms at most; what z, its powers and the sum are cut by is less than 2^11 last places. */
static struct big twice_artanh(struct big z) {
    const int64_t bits = (int64_t)z.limbs * LIMB_BITS;
    const struct big square = big_multiply(z, z);
    struct big sum = z, power = z, term = z;
    for (uint32_t n = 3; term.sign != 0 && term.exponent > sum.exponent - bits; n += 2) {
        power = big_multiply(power, square);
        term = divided_by(power, n);
        sum = big_add(sum, term);
    }
    sum.exponent += sum.sign != 0;
    set_error(&sum, sum.sign == 0 ? nothing : (struct bound){1, sum.exponent + 12 - bits});
    return sum;
}

/* a = m 2^e with m from 0.7 to 1.4, so that nothing cancels in log m + e log 2; and
 * log m = 2 artanh((m - 1)/(m + 1)). What a is off by counts 1/a times. */
struct big big_log(struct big a) {
    const struct big one = big_whole(a.limbs, 1), three = big_whole(a.limbs, 3);
    const int64_t e = a.exponent - (a.limb[0] < 0xB5000000u);
    if (is_unknown(&a) || big_may_be_zero(&a) || a.sign < 0)
        return big_unknown(a.limbs);
    const struct bound inherited = over(error_of(&a), &a);
    a.exponent -= e;
    set_error(&a, nothing);
    const struct big log_m = twice_artanh(big_divide(big_add(a, big_negate(one)), big_add(a, one)));
    const struct big log_2 = twice_artanh(big_divide(one, three));
    struct big sum = big_add(log_m, big_multiply(big_whole(a.limbs, (double)e), log_2));
    set_error(&sum, both(inherited, error_of(&sum)));
    return sum;
}

/* tanh |a| = (1 - q)/(1 + q) with q = e^(-2|a|); of a small one the leading bits go in 1 - q. */
struct big big_tanh(struct big a) {
    const struct big one = big_whole(a.limbs, 1);
    const bool is_negative = a.sign < 0;
    if (a.sign == 0 && a.error <= BIG_EXACT)
        return a;
    const struct big minus_2a = big_multiply(big_whole(a.limbs, is_negative ? 2 : -2), a);
    const struct big q = big_exp(minus_2a);
    const struct big tanh = big_divide(big_add(one, big_negate(q)), big_add(one, q));
    return is_negative ? big_negate(tanh) : tanh;
}

/* Whether it is exactly a whole number below 2^31 in size: *N. */
static bool is_whole(const struct big *a, int *n) {
    *n = 0;
    if (a->error > BIG_EXACT || (a->sign != 0 && (a->exponent < 1 || a->exponent > 31)))
        return false;
    if (a->sign == 0)
        return true;
    *n = a->sign * (int)(a->limb[0] >> (LIMB_BITS - a->exponent));
    bool has_fraction = a->limb[0] << a->exponent != 0;
    for (int i = 1; i < a->limbs; i++)
        has_fraction = has_fraction || a->limb[i] != 0;
    return !has_fraction;
}

/* a^b for an a that may be zero, and a b that is above zero: |a| < 2^size and b >= 2^(exponent - 2)
 * bound it. */
static struct big power_of_next_to_nothing(struct big a, const struct big *b) {
    const int64_t size = largest(big_size(&a), a.error) + 1, places = b->exponent - 2;
    if (a.sign == 0 && a.error <= BIG_EXACT)
        return a;
    if (size >= 0)
        return big_unknown(a.limbs); /* GCOVR_EXCL_LINE: no caller has numbers so large */
    const int64_t error = places >= 0 ? size * ((int64_t)1 << (places < 10 ? places : 10))
                                      : size / ((int64_t)1 << (places > -40 ? -places : 40));
    return (struct big){.limbs = a.limbs, .error = error, .part = 1};
}

/* e^(b log a), but for a whole b. */
struct big big_raise(struct big a, struct big b) {
    int n;
    if (is_whole(&b, &n))
        return whole_power(a, n);
    if (!is_unknown(&a) && big_may_be_zero(&a) && b.sign > 0 && !big_may_be_zero(&b))
        return power_of_next_to_nothing(a, &b);
    return big_exp(big_multiply(b, big_log(a)));
}

struct big big_sqrt(struct big a) {
    struct big half = big_whole(a.limbs, 1);
    half.exponent--;
    return big_raise(a, half);
}

/* DIGITS with the COUNT digits of CHUNK behind them. */
static struct big behind(struct big digits, struct big ten, double chunk, int count) {
    const struct big more = big_whole(digits.limbs, chunk);
    return digits.sign == 0 ? more : big_add(big_multiply(digits, whole_power(ten, count)), more);
}

struct big big_text(int limbs, const char *text, size_t length) {
    enum { CHUNK = 15 }; /* so many digits are exact in a double */
    const struct big ten = big_whole(limbs, 10);
    struct big digits = big_whole(limbs, 0);
    double chunk = 0;
    int chunk_digits = 0;
    long scale = 0, exponent = 0;
    bool after_point = false, is_negative = text[0] == '-';
    size_t i = 0;
    for (; i < length && text[i] != 'e' && text[i] != 'E'; i++) {
        after_point = after_point || text[i] == '.';
        if (text[i] < '0' || text[i] > '9')
            continue;
        chunk = 10 * chunk + (text[i] - '0');
        scale += after_point;
        if (++chunk_digits == CHUNK) {
            digits = behind(digits, ten, chunk, chunk_digits);
            chunk = chunk_digits = 0;
        }
    }
    digits = behind(digits, ten, chunk, chunk_digits);
    const bool falls = i + 1 < length && text[i + 1] == '-';
    for (; i < length; i++)
        if (text[i] >= '0' && text[i] <= '9' && exponent < 100000)
            exponent = 10 * exponent + (text[i] - '0');
    scale = (falls ? exponent : -exponent) + scale;
    const struct big power = whole_power(ten, (int)(scale < 0 ? -scale : scale));
    digits = scale < 0   ? big_multiply(digits, power)
             : scale > 0 ? big_divide(digits, power)
                         : digits;
    return is_negative ? big_negate(digits) : digits;
}

/* ---- The digits ---- */

enum { MOST_DIGITS = 64, WHOLE_LIMBS = 5 };

/* What is nearer to a tie than 2^-1024 units is taken for one. By the last bits that there are, one
 * that they cannot tell from it is too, and for 0 likewise; but not by an error that leaves more
 * than that open. */
enum { NEAREST_TO_TIE = -1024, MOST_OF_LAST = -256 };

/* A number rounded to a whole one, in decimal; "" for zero. */
struct whole {
    char text[MOST_DIGITS];
    int length;
    bool is_odd;
};

static struct whole decimal_of(uint32_t limb[WHOLE_LIMBS]) {
    struct whole whole = {.is_odd = limb[WHOLE_LIMBS - 1] % 2 == 1};
    char backwards[MOST_DIGITS];
    for (;;) {
        uint64_t rest = 0;
        bool is_zero = true;
        for (int i = 0; i < WHOLE_LIMBS; i++) {
            is_zero = is_zero && limb[i] == 0;
            rest = rest << LIMB_BITS | limb[i];
            limb[i] = (uint32_t)(rest / 10);
            rest %= 10;
        }
        if (is_zero)
            break;
        backwards[whole.length++] = (char)('0' + rest);
    }
    for (int i = 0; i < whole.length; i++)
        whole.text[i] = backwards[whole.length - 1 - i];
    return whole;
}

/* |a| below 2^159, rounded, a tie to even; its error is not looked at. */
static struct whole rounded(struct big a) {
    enum { COUNT = WHOLE_LIMBS + BIG_MOST_LIMBS + 1 };
    uint32_t limb[COUNT];
    const bool is_cut = move_right(limb, COUNT, &a, WHOLE_LIMBS * LIMB_BITS - a.exponent);
    const uint32_t *fraction = limb + WHOLE_LIMBS;
    bool more = is_cut || (fraction[0] & 0x7FFFFFFFu) != 0;
    for (int i = 1; i < COUNT - WHOLE_LIMBS; i++)
        more = more || fraction[i] != 0;
    const bool is_odd = limb[WHOLE_LIMBS - 1] % 2 == 1;
    uint32_t carry = (fraction[0] & 0x80000000u) != 0 && (more || is_odd);
    for (int i = WHOLE_LIMBS - 1; i >= 0; i--) {
        limb[i] += carry;
        carry = carry && limb[i] == 0;
    }
    return decimal_of(limb);
}

/* a 10^POWER, rounded. Where the error leaves it open, *IS_OPEN; the even one of two IS_LAST. An
 * error below the last place, as a sum may have, counts as that place: less cannot be added. */
static struct whole units_of(struct big a, int power, bool is_last, bool *is_open) {
    const struct big ten = whole_power(big_whole(a.limbs, 10), power < 0 ? -power : power);
    const struct big scaled = power < 0 ? big_divide(a, ten) : big_multiply(a, ten);
    struct big error = big_whole(a.limbs, 1);
    if (scaled.error >= WHOLE_LIMBS * LIMB_BITS - 1 ||
        scaled.exponent >= WHOLE_LIMBS * LIMB_BITS - 1) {
        *is_open = true;
        return (struct whole){0};
    }
    const int64_t last = scaled.exponent - (int64_t)scaled.limbs * LIMB_BITS;
    error.exponent = largest(largest(scaled.error, NEAREST_TO_TIE), last) + 1;
    error.error = BIG_EXACT;
    const struct whole high = rounded(big_add(scaled, error)),
                       low = rounded(big_add(scaled, big_negate(error)));
    *is_open = strcmp(high.text, low.text) != 0 && !(is_last && scaled.error <= MOST_OF_LAST);
    return high.is_odd ? low : high;
}

/* The whole number below log10 |a|, or one off. */
static int decimal_exponent(const struct big *a) {
    const double mantissa = a->limb[0] * 0x1p-32;
    const double log = (double)a->exponent * 0.30102999566398120 + (mantissa - 1) * 0.6;
    return (int)log - (log < 0);
}

static size_t write_plain(char room[NUMBER_ROOM], const struct big *a, const struct whole *whole,
                          int digits) {
    const int zeros = whole->length <= digits ? digits + 1 - whole->length : 0;
    const int before_point = whole->length + zeros - digits;
    char all[2 * MOST_DIGITS];
    snprintf(all, sizeof all, "%0*d%s", zeros, 0, whole->text);
    const int length =
        snprintf(room, NUMBER_ROOM, "%s%.*s%s%s", a->sign < 0 ? "-" : "", before_point,
                 all + (zeros == 0), digits > 0 ? "." : "", all + (zeros == 0) + before_point);
    return number_drop_zeros(room, (size_t)length);
}

static size_t write_exponent(char room[NUMBER_ROOM], const struct big *a, const struct whole *whole,
                             int exponent) {
    const int length =
        snprintf(room, NUMBER_ROOM, "%s%.1s%s%se%+03d", a->sign < 0 ? "-" : "", whole->text,
                 whole->length > 1 ? "." : "", whole->text + 1, exponent);
    return number_drop_zeros(room, (size_t)length);
}

bool big_may_be_zero(const struct big *a) {
    return a->sign == 0 || a->error >= a->exponent - 1;
}

size_t big_shown(char room[NUMBER_ROOM], const struct big *a, int digits, bool is_last) {
    bool is_open = false;
    if (is_unknown(a))
        return 0;
    if (big_may_be_zero(a))
        return a->error <= (is_last ? MOST_OF_LAST : BIG_EXACT)
                   ? (size_t)snprintf(room, NUMBER_ROOM, "0")
                   : 0;
    int exponent = decimal_exponent(a);
    if (exponent < 15) {
        const struct whole units = units_of(*a, digits, is_last, &is_open);
        if (is_open)
            return 0;
        if (units.length > 0 && units.length <= digits + 15)
            return write_plain(room, a, &units, digits);
    }
    struct whole units = units_of(*a, digits - exponent, is_last, &is_open);
    if (units.length != digits + 1) {
        exponent += units.length > digits + 1 ? 1 : -1;
        units = units_of(*a, digits - exponent, is_last, &is_open);
    }
    return is_open ? 0 : write_exponent(room, a, &units, exponent);
}
