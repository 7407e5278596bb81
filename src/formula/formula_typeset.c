/* Formula typesetting: see formula_typeset.h. The tree is written once, with a note of every place
 * where the line may be broken; then the breaks are chosen. Widths are estimates, good enough to
 * keep a line within its column. */
#include "formula/formula_typeset.h"

#include "formula/formula_tightness.h"
#include "formula/name.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

enum { USUAL_BREAKS = 128 };

/* How large things are: DISPLAY and TEXT alike, a fraction within a fraction and an exponent
 * smaller, and smaller again. */
enum style { DISPLAY, TEXT, SCRIPT, SMALLEST };

enum { EM = 100, DIGIT = 50, SIGN = 122, DOT = 72, PARENTHESIS = 39, PARTIAL_SIGN = 56, BAR = 24 };

struct place { /* before the byte AT of what is written, WIDTH from its start */
    size_t at;
    int rank, width;
};

struct setter {
    struct text *out;
    const struct formula_numbers *numbers;
    const struct typography *typography;
    enum style style;
    int enclosed; /* elements that must not be broken within, around what is written */
    int depth;    /* of parentheses around it */
    int width;    /* of what is written */
    struct place usual[USUAL_BREAKS], *places; /* usual, or taken where these are not enough */
    size_t place_count, place_room;
};

/* Not all of it: the places are set before they are read. */
static void start(struct setter *setter, struct text *out, const struct formula_numbers *numbers,
                  const struct typography *typography) {
    setter->out = out;
    setter->numbers = numbers;
    setter->typography = typography;
    setter->style = DISPLAY;
    setter->enclosed = setter->depth = setter->width = 0;
    setter->places = setter->usual;
    setter->place_count = 0;
    setter->place_room = USUAL_BREAKS;
}

static void finish(struct setter *setter) {
    if (setter->places != setter->usual)
        free(setter->places);
}

static void make_room(struct setter *setter) {
    struct place *old = setter->places == setter->usual ? NULL : setter->places;
    setter->place_room *= 2;
    setter->places = memory_resize(old, setter->place_room * sizeof *setter->places);
    if (old == NULL)
        memcpy(setter->places, setter->usual, sizeof setter->usual);
}

static void set(struct setter *setter, const struct formula *formula);

static void widen(struct setter *setter, int width) {
    static const int percent[] = {[DISPLAY] = 100, [TEXT] = 100, [SCRIPT] = 70, [SMALLEST] = 50};
    setter->width += width * percent[setter->style] / 100;
}

static void put(struct setter *setter, const char *what, int width) {
    text_puts(setter->out, what);
    widen(setter, width);
}

/* Before what is written next; the lower the rank the better, a sign rather than a dot. */
static void may_break(struct setter *setter, bool is_sign) {
    if (setter->enclosed > 0)
        return;
    if (setter->place_count == setter->place_room)
        make_room(setter);
    setter->places[setter->place_count++] = (struct place){
        .at = setter->out->length, .rank = 2 * setter->depth + !is_sign, .width = setter->width};
}

static const char *number_for(const struct setter *setter, const struct formula *formula) {
    if (setter->numbers == NULL || formula->kind != FORMULA_NAME)
        return NULL;
    return setter->numbers->shown(setter->numbers->context, formula->text, formula->length);
}

/* Where the exponent of a number begins, with its e; NULL where it has none. */
static const char *exponent_of(const char *number, size_t length) {
    const char *small = memchr(number, 'e', length);
    return small != NULL ? small : memchr(number, 'E', length);
}

static void set_number(struct setter *setter, const char *number, size_t length) {
    const char *exponent = exponent_of(number, length);
    const size_t mantissa = exponent != NULL ? (size_t)(exponent - number) : length;
    const size_t sign = number[0] == '-';
    if (sign)
        put(setter, setter->typography->negative, SIGN / 2);
    setter->typography->digits(setter->out, number + sign, mantissa - sign);
    widen(setter, (int)length * DIGIT);
    if (exponent == NULL)
        return;
    const char *power = exponent + 1, *end = number + length;
    text_puts(setter->out, setter->typography->ten);
    if (*power == '-')
        text_puts(setter->out, setter->typography->negative);
    while (power + 1 < end && (*power == '-' || *power == '+' || *power == '0'))
        power++;
    setter->typography->digits(setter->out, power, (size_t)(end - power));
    put(setter, setter->typography->power_end, DOT + 2 * DIGIT);
}

/* Whether a fraction stands in it, so that it is taller than a line. */
static bool is_tall(const struct setter *setter, const struct formula *formula) {
    if (formula == NULL)
        return false;
    if (formula->kind == FORMULA_NAME)
        return number_for(setter, formula) == NULL &&
               name_is_derivative(formula->text, formula->length);
    return formula->kind == FORMULA_DIVIDE || formula->kind == FORMULA_PARTIAL ||
           is_tall(setter, formula->left) || is_tall(setter, formula->right);
}

static bool is_power_of_e(const struct formula *formula) {
    return formula->kind == FORMULA_CALL && formula->function->looks == LOOKS_LIKE_A_POWER;
}

/* The exponential is e to a power, but with a fraction or another exponential in the power it is
 * written as exp(). */
static bool has_exponential(const struct formula *formula) {
    return formula != NULL && (is_power_of_e(formula) || has_exponential(formula->left) ||
                               has_exponential(formula->right));
}

static bool is_e_to_the(const struct setter *setter, const struct formula *formula) {
    return is_power_of_e(formula) && !is_tall(setter, formula->left) &&
           !has_exponential(formula->left);
}

/* A sum sign, or a product whose last factor is one. */
static bool ends_in_sum(const struct formula *formula) {
    return formula->kind == FORMULA_SUM ||
           (formula->kind == FORMULA_MULTIPLY && formula->right->kind == FORMULA_SUM);
}

/* A fraction holds together by itself, but not as the base of a power. A negative number in a
 * name's place is set_operand's. */
static enum tightness tightness(const struct setter *setter, const struct formula *formula) {
    const char *number = number_for(setter, formula);
    if (number != NULL)
        return exponent_of(number, strlen(number)) != NULL ? PRODUCT : PRIMARY;
    if (formula->kind == FORMULA_NUMBER)
        return exponent_of(formula->text, formula->length) != NULL ? PRODUCT : PRIMARY;
    if (ends_in_sum(formula)) /* the sign reaches as far as a product does */
        return SUM;
    if (formula->kind == FORMULA_DIVIDE)
        return formula->left->kind == FORMULA_MULTIPLY ? PRODUCT : POWER;
    if (formula->kind == FORMULA_PARTIAL || is_e_to_the(setter, formula) ||
        (formula->kind == FORMULA_NAME && is_tall(setter, formula)))
        return POWER;
    return formula_tightness(formula);
}

static void in_parentheses(struct setter *setter, const struct formula *formula) {
    const struct typography *typography = setter->typography;
    const bool tall = is_tall(setter, formula), whole = tall && setter->enclosed > 0;
    put(setter,
        whole  ? typography->whole_open
        : tall ? typography->tall_open
               : typography->open,
        PARENTHESIS);
    setter->depth++;
    set(setter, formula);
    setter->depth--;
    put(setter,
        whole  ? typography->whole_close
        : tall ? typography->tall_close
               : typography->close,
        PARENTHESIS);
}

static void set_operand(struct setter *setter, const struct formula *formula,
                        enum tightness loosest) {
    const char *number = number_for(setter, formula);
    const bool negative = number != NULL && number[0] == '-';
    if (negative || tightness(setter, formula) < loosest)
        in_parentheses(setter, formula);
    else
        set(setter, formula);
}

/* What stands whole within an element: a numerator, an exponent, a radicand. */
static void enclose(struct setter *setter, const struct formula *formula, enum style style) {
    const enum style outer = setter->style;
    setter->style = style;
    setter->enclosed++;
    set(setter, formula);
    setter->enclosed--;
    setter->style = outer;
}

static enum style style_in_fraction(const struct setter *setter) {
    return setter->style < SMALLEST ? setter->style + 1 : SMALLEST;
}

static enum style style_in_exponent(const struct setter *setter) {
    return setter->style < SCRIPT ? SCRIPT : SMALLEST;
}

/* a*b/c is written a * (b/c), as the article does with 2 * 1/2. */
static void set_fraction(struct setter *setter, const struct formula *formula) {
    const struct typography *typography = setter->typography;
    const struct formula *above = formula->left;
    if (above->kind == FORMULA_MULTIPLY) {
        set_operand(setter, above->left, PRODUCT);
        may_break(setter, false);
        put(setter, typography->times, DOT);
        above = above->right;
    }
    const int before = setter->width;
    put(setter, typography->fraction, 0);
    enclose(setter, above, style_in_fraction(setter));
    const int above_width = setter->width - before;
    setter->width = before;
    put(setter, typography->over, 0);
    enclose(setter, formula->right, style_in_fraction(setter));
    const int below_width = setter->width - before;
    setter->width = before + (above_width > below_width ? above_width : below_width);
    put(setter, typography->fraction_end, BAR);
}

static void set_power(struct setter *setter, const struct formula *formula) {
    put(setter, setter->typography->power, 0);
    setter->enclosed++;
    set_operand(setter, formula->left, PRIMARY);
    setter->enclosed--;
    put(setter, setter->typography->to_the, 0);
    enclose(setter, formula->right, style_in_exponent(setter));
    put(setter, setter->typography->power_end, 0);
}

static void set_call(struct setter *setter, const struct formula *formula) {
    const struct typography *typography = setter->typography;
    if (is_e_to_the(setter, formula)) {
        put(setter, typography->e_to_the, DIGIT);
        enclose(setter, formula->left, style_in_exponent(setter));
        put(setter, typography->power_end, 0);
    } else if (formula->function->looks == LOOKS_LIKE_A_ROOT) {
        put(setter, typography->root, EM);
        enclose(setter, formula->left, setter->style);
        put(setter, typography->root_end, 0);
    } else {
        typography->function(setter->out, formula->function);
        widen(setter, 2 * EM);
        in_parentheses(setter, formula->left);
    }
}

static int width_of(const struct setter *setter, const struct formula *formula) {
    struct text scratch = {0};
    struct setter measure;
    start(&measure, &scratch, setter->numbers, setter->typography);
    measure.style = setter->style;
    measure.enclosed = 1;
    set(&measure, formula);
    text_free(&scratch);
    finish(&measure);
    return measure.width;
}

/* Returns how wide it is. */
static int put_name(struct setter *setter, const struct formula *name) {
    size_t length;
    const char *written = formula_written(name, &length);
    setter->typography->name(setter->out, written, length);
    return name_width(written, length);
}

/* What is differentiated stands above the bar where it fits there, else behind the fraction, in
 * parentheses. */
static void set_partial(struct setter *setter, const struct formula *formula) {
    enum { WIDEST_ABOVE_THE_BAR = 20 * EM };
    const struct typography *typography = setter->typography;
    const int width = width_of(setter, formula->left);
    const bool above = !is_tall(setter, formula->left) && width <= WIDEST_ABOVE_THE_BAR;
    put(setter, typography->fraction, BAR);
    put(setter, typography->partial, PARTIAL_SIGN);
    if (above) {
        setter->enclosed++;
        if (formula->left->kind == FORMULA_NAME)
            set(setter, formula->left);
        else
            in_parentheses(setter, formula->left);
        setter->enclosed--;
    }
    put(setter, typography->over, 0);
    put(setter, typography->partial, PARTIAL_SIGN);
    const int below = put_name(setter, formula->right);
    put(setter, typography->fraction_end, 0);
    if (!above) {
        widen(setter, below);
        in_parentheses(setter, formula->left);
    }
}

static void set_name(struct setter *setter, const struct formula *formula) {
    const char *number = number_for(setter, formula);
    if (number != NULL) {
        set_number(setter, number, strlen(number));
    } else {
        widen(setter, put_name(setter, formula));
    }
}

static void binary(struct setter *setter, const struct formula *formula, const char *sign,
                   int width, enum tightness left, enum tightness right) {
    set_operand(setter, formula->left, left);
    may_break(setter, formula->kind != FORMULA_MULTIPLY);
    put(setter, sign, width);
    set_operand(setter, formula->right, right);
}

/* A row times a column; it is not broken. */
static void set_dot(struct setter *setter, const struct formula *formula) {
    const struct typography *typography = setter->typography;
    setter->enclosed++;
    put(setter, typography->row, PARENTHESIS);
    set(setter, formula->left);
    put(setter, typography->row_end, PARENTHESIS);
    put(setter, typography->times, DOT);
    put(setter, typography->column, PARENTHESIS);
    set(setter, formula->right);
    put(setter, typography->column_end, PARENTHESIS + DIGIT);
    setter->enclosed--;
}

/* The sign with its range, and what is added; a sum within it in parentheses. */
static void set_sum(struct setter *setter, const struct formula *formula) {
    const struct typography *typography = setter->typography;
    const struct formula *range = formula->right;
    put(setter, typography->sum, EM);
    typography->name(setter->out, range->text, range->length);
    put(setter, typography->sum_from, 0);
    typography->digits(setter->out, range->left->text, range->left->length);
    put(setter, typography->sum_to, 0);
    typography->digits(setter->out, range->right->text, range->right->length);
    put(setter, typography->sum_end, 0);
    set_operand(setter, formula->left, PRODUCT);
}

static void set(struct setter *setter, const struct formula *formula) {
    const struct typography *typography = setter->typography;
    switch (formula->kind) { /* GCOVR_EXCL_BR_LINE: set_sum takes the range */
    case FORMULA_NUMBER:
        set_number(setter, formula->text, formula->length);
        break;
    case FORMULA_NAME:
        set_name(setter, formula);
        break;
    case FORMULA_ADD:
        binary(setter, formula, typography->plus, SIGN, SUM, PRODUCT);
        break;
    case FORMULA_SUBTRACT:
        binary(setter, formula, typography->minus, SIGN, SUM, PRODUCT);
        break;
    case FORMULA_MULTIPLY:
        binary(setter, formula, typography->times, DOT, PRODUCT,
               formula->right->kind == FORMULA_SUM ? SUM : POWER);
        break;
    case FORMULA_DIVIDE:
        set_fraction(setter, formula);
        break;
    case FORMULA_NEGATE:
        put(setter, typography->negative, SIGN / 2);
        set_operand(setter, formula->left, POWER);
        break;
    case FORMULA_POWER:
        set_power(setter, formula);
        break;
    case FORMULA_CALL:
        set_call(setter, formula);
        break;
    case FORMULA_DOT:
        set_dot(setter, formula);
        break;
    case FORMULA_ENTRY:
        set(setter, formula->left);
        if (formula->right != NULL) {
            put(setter, typography->entry, DIGIT);
            set(setter, formula->right);
        }
        break;
    case FORMULA_PARTIAL:
        set_partial(setter, formula);
        break;
    case FORMULA_SUM:
        set_sum(setter, formula);
        break;
    case FORMULA_RANGE:
        break; /* GCOVR_EXCL_LINE: set_sum takes it */
    }
}

/* The place to break a line that begins at FROM, WIDTH wide at most: of the lowest rank, the last,
 * but not in the first third; where there is none, the first that comes after. NULL if none does.
 */
static const struct place *best_place(const struct setter *setter, int from, int width) {
    const struct place *best = NULL;
    for (size_t i = 0; i < setter->place_count; i++) {
        const struct place *place = &setter->places[i];
        const int here = place->width - from;
        if (here > width && best == NULL)
            return place;
        if (here > width / 3 && here <= width && (best == NULL || place->rank <= best->rank))
            best = place;
    }
    return best;
}

static void put_lines(struct text *out, const struct setter *setter,
                      const struct formula_wrap *wrap) {
    const struct text *written = setter->out;
    size_t from = 0;
    int from_width = 0;
    while (setter->width - from_width > wrap->width) {
        const struct place *place = best_place(setter, from_width, wrap->width);
        if (place == NULL)
            break;
        text_add(out, written->bytes + from, place->at - from);
        text_puts(out, wrap->between);
        from = place->at;
        from_width = place->width;
    }
    text_add(out, written->bytes + from, written->length - from);
}

void formula_typeset(struct text *out, const struct formula *formula,
                     const struct formula_numbers *numbers, const struct formula_wrap *wrap,
                     const struct typography *typography) {
    const size_t before = out->length;
    struct setter setter;
    start(&setter, out, numbers, typography);
    set(&setter, formula);
    if (wrap != NULL && setter.width > wrap->width) {
        struct text written = {0};
        text_add(&written, out->bytes + before, out->length - before);
        text_cut(out, before);
        for (size_t i = 0; i < setter.place_count; i++)
            setter.places[i].at -= before;
        setter.out = &written;
        put_lines(out, &setter, wrap);
        text_free(&written);
    }
    finish(&setter);
}

int formula_typeset_width(const struct formula *formula, const struct formula_numbers *numbers,
                          const struct typography *typography) {
    struct setter setter = {.numbers = numbers, .typography = typography};
    return width_of(&setter, formula);
}

void formula_typeset_number(struct text *out, const char *number,
                            const struct typography *typography) {
    struct setter setter;
    start(&setter, out, NULL, typography);
    set_number(&setter, number, strlen(number));
}
