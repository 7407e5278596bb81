/* Formula, the reading of it: see formula.h. A function a rule of the grammar, the rule above it.
 */
#include "formula/formula.h"

#include "base/utf8.h"

#include <string.h>

enum { DEEPEST = 200 }; /* parentheses within parentheses; no line of ours has ten */

struct reader {
    struct arena *arena;
    const char *start, *at, *end;
    int depth;
    struct error *error;
    size_t *column;
};

static const struct formula *read_sum(struct reader *reader);

static char next(struct reader *reader) {
    while (reader->at < reader->end &&
           (*reader->at == ' ' || *reader->at == '\t' || *reader->at == '\n'))
        reader->at++;
    return reader->at < reader->end ? *reader->at : '\0';
}

/* The length of the character of UTF-8 there, 0 where there is none. */
static size_t character(const struct reader *reader) {
    enum { LONGEST = 4 };
    const size_t rest = (size_t)(reader->end - reader->at);
    for (size_t length = 1; length <= LONGEST && length <= rest; length++)
        if (utf8_fault(reader->at, length) == length)
            return length;
    return 0;
}

static const struct formula *fault(struct reader *reader, const char *wanted) {
    next(reader);
    wanted = message(wanted);
    *reader->column = (size_t)(reader->at - reader->start) + 1;
    const size_t length = character(reader);
    if (reader->at == reader->end)
        error_set(reader->error, "the formula ends too early; %s is needed", wanted);
    else if (*reader->at == '\0')
        error_set(reader->error, "a NUL cannot stand here; %s is needed", wanted);
    else if (length == 0)
        error_set(reader->error, "a byte 0x%02X cannot stand here; %s is needed",
                  (unsigned char)*reader->at, wanted);
    else
        error_set(reader->error, "'%s' cannot stand here; %s is needed",
                  quote(reader->at, length).text, wanted);
    return NULL;
}

static const struct formula *node(struct reader *reader, struct formula made) {
    struct formula *kept = arena_take(reader->arena, sizeof *kept);
    *kept = made;
    return kept;
}

/* RIGHT is NULL where it could not be read. */
static const struct formula *join(struct reader *reader, enum formula_kind kind,
                                  const struct formula *left, const struct formula *right) {
    if (right == NULL)
        return NULL;
    return node(reader, (struct formula){.kind = kind, .left = left, .right = right});
}

enum { LETTER = 1, DIGIT = 2 };
__extension__ static const unsigned char class_of[256] = {
    ['a' ... 'z'] = LETTER, ['A' ... 'Z'] = LETTER, ['_'] = LETTER, ['0' ... '9'] = DIGIT};

static bool is_digit(char c) {
    return class_of[(unsigned char)c] == DIGIT;
}

static bool is_letter(char c) {
    return class_of[(unsigned char)c] == LETTER;
}

/* number = digits [ "." digits ] [ "e" [sign] digits ] ; the point of "1." only tells C that it is
 * no integer, and is left out */
static const struct formula *read_number(struct reader *reader) {
    const char *start = reader->at, *c = start, *end = reader->end;
    size_t digits = 0;
    for (; c < end && (is_digit(*c) || *c == '.'); c++)
        digits += is_digit(*c);
    if (digits == 0 ||
        memchr(start, '.', (size_t)(c - start)) != memrchr(start, '.', (size_t)(c - start)))
        return fault(reader, "a number with one point, such as 0.55,");
    const char *mantissa_end = c;
    if (c + 1 < end && (*c == 'e' || *c == 'E')) {
        const char *exponent = c + 1 + (c[1] == '+' || c[1] == '-');
        const char *after = exponent;
        while (after < end && is_digit(*after))
            after++;
        if (after > exponent)
            c = after;
    }
    reader->at = c;
    const unsigned point = c == mantissa_end && c[-1] == '.' ? 1 : 0;
    return node(reader, (struct formula){.kind = FORMULA_NUMBER,
                                         .text = start,
                                         .length = (unsigned)(c - start) - point});
}

static bool take(struct reader *reader, char wanted) {
    if (next(reader) != wanted)
        return false;
    reader->at++;
    return true;
}

static void skip(struct reader *reader, unsigned classes) {
    while (reader->at < reader->end && (class_of[(unsigned char)*reader->at] & classes) != 0)
        reader->at++;
}

/* index = [digits "*"] letters [("+" | "-") digits] ; of a name within a sum */
static bool read_index(struct reader *reader) {
    if (is_digit(next(reader))) {
        skip(reader, DIGIT);
        if (!take(reader, '*'))
            return false;
    }
    if (!is_letter(next(reader)))
        return false;
    skip(reader, LETTER);
    if (take(reader, '+') || take(reader, '-')) {
        if (!is_digit(next(reader)))
            return false;
        skip(reader, DIGIT);
    }
    return take(reader, ']');
}

/* name = letter { letter | digit | "[" index "]" } */
static const struct formula *read_name(struct reader *reader) {
    if (!is_letter(next(reader)))
        return fault(reader, "a name");
    const char *start = reader->at;
    for (skip(reader, LETTER | DIGIT); reader->at < reader->end && *reader->at == '[';
         skip(reader, LETTER | DIGIT)) {
        reader->at++;
        if (!read_index(reader))
            return fault(reader, "an index, such as [k] or [2*k + 3],");
    }
    return node(reader, (struct formula){.kind = FORMULA_NAME,
                                         .text = start,
                                         .length = (unsigned)(reader->at - start)});
}

static bool spells(const struct formula *name, const char *word) {
    return name->length == strlen(word) && memcmp(name->text, word, name->length) == 0;
}

/* NULL where there is none that a formula may call. */
static const struct function *function_of(const struct formula *name) {
    const struct function *function = function_find(name->text, name->length);
    return function != NULL && function->value != NULL ? function : NULL;
}

static const struct formula *call_fault(struct reader *reader, const struct formula *name) {
    struct text accepted = {0};
    text_puts(&accepted, message("one of "));
    for (size_t i = 0; function_at(i) != NULL; i++)
        if (function_at(i)->value != NULL)
            text_printf(&accepted, "%s%s", function_at(i)->name, message(", "));
    text_puts(&accepted, message("pow, or * before the parenthesis,"));
    reader->at = name->text;
    fault(reader, accepted.bytes);
    text_free(&accepted);
    return NULL;
}

static bool take_word(struct reader *reader, const char *word) {
    const size_t length = strlen(word);
    next(reader);
    if ((size_t)(reader->end - reader->at) < length || memcmp(reader->at, word, length) != 0)
        return false;
    reader->at += length;
    return true;
}

/* sum = "SUM(" name "," digits "," digits "," sum ")"
 *     | "sum(" name "=" digits "to" digits "," sum ")" , of which "sum(" is read */
static const struct formula *read_sum_sign(struct reader *reader, bool in_c) {
    static const char wanted[] = "an index with its range, such as k = 1 to 2,";
    const struct formula *index = read_name(reader), *last = NULL, *of = NULL;
    if (index == NULL || !take(reader, in_c ? ',' : '=') || !is_digit(next(reader)))
        return fault(reader, wanted);
    const struct formula *first = read_number(reader);
    if (first == NULL || !(in_c ? take(reader, ',') : take_word(reader, "to")) ||
        !is_digit(next(reader)) || (last = read_number(reader)) == NULL || !take(reader, ','))
        return fault(reader, wanted);
    if ((of = read_sum(reader)) == NULL)
        return NULL;
    if (!take(reader, ')'))
        return fault(reader, "an operator or )");
    return join(reader, FORMULA_SUM, of,
                node(reader, (struct formula){.kind = FORMULA_RANGE,
                                              .text = index->text,
                                              .length = index->length,
                                              .left = first,
                                              .right = last}));
}

/* derivative = "d(" sum ")/d" name, of which "d(" is read */
static const struct formula *read_derivative(struct reader *reader) {
    const struct formula *of = read_sum(reader);
    if (of == NULL)
        return NULL;
    if (!take(reader, ')') || !take(reader, '/') || next(reader) != 'd')
        return fault(reader, ")/d and a name");
    reader->at++;
    return join(reader, FORMULA_PARTIAL, of, read_name(reader));
}

/* entries = sum { "," sum } */
static const struct formula *read_entries(struct reader *reader, size_t *count) {
    const struct formula *entry = read_sum(reader), *rest = NULL;
    if (entry == NULL)
        return NULL;
    ++*count;
    if (take(reader, ',') && (rest = read_entries(reader, count)) == NULL)
        return NULL;
    return node(reader, (struct formula){.kind = FORMULA_ENTRY, .left = entry, .right = rest});
}

/* vector = OPEN entries CLOSE */
static const struct formula *read_vector(struct reader *reader, char open, char close,
                                         size_t *count) {
    if (!take(reader, open))
        return fault(reader, open == '(' ? "(" : "[");
    const struct formula *entries = read_entries(reader, count);
    if (entries == NULL || take(reader, close))
        return entries;
    return fault(reader, "a comma or the end of the vector");
}

/* dot = "DOT(" row "," column ")" | row "*" column "^T" , with as many entries in the one as in the
 * other */
static const struct formula *read_dot(struct reader *reader, bool in_c) {
    size_t entries = 0, others = 0;
    const char open = in_c ? '(' : '[', close = in_c ? ')' : ']';
    const struct formula *row = read_vector(reader, open, close, &entries);
    if (row == NULL)
        return NULL;
    if (!take(reader, in_c ? ',' : '*'))
        return fault(reader, in_c ? "a comma" : "*");
    const struct formula *column = read_vector(reader, open, close, &others);
    if (column == NULL)
        return NULL;
    if (entries != others)
        return fault(reader, "a column with as many entries as the row");
    if (in_c ? !take(reader, ')') : !take(reader, '^') || !take(reader, 'T'))
        return fault(reader, in_c ? ")" : "^T");
    return join(reader, FORMULA_DOT, row, column);
}

/* call = function "(" sum ")" | "pow(" sum "," sum ")" | "PARTIAL(" sum "," name ")"
 *      | dot | sum sign | "LATER(" sum ")" , of which the name and "(" are read; LATER is only its
 * sum */
static const struct formula *read_call(struct reader *reader, const struct formula *name) {
    if (spells(name, "d"))
        return read_derivative(reader);
    if (spells(name, "DOT"))
        return read_dot(reader, true);
    if (spells(name, "SUM") || spells(name, "sum"))
        return read_sum_sign(reader, name->text[0] == 'S');
    const bool power = spells(name, "pow"), partial = spells(name, "PARTIAL");
    const bool later = spells(name, "LATER");
    const struct function *function = function_of(name);
    if (!power && !partial && !later && function == NULL)
        return call_fault(reader, name);
    const struct formula *first = read_sum(reader), *second = NULL;
    if (first == NULL)
        return NULL;
    if (power || partial) {
        if (!take(reader, ','))
            return fault(reader, "a comma");
        second = power ? read_sum(reader) : read_name(reader);
        if (second == NULL)
            return NULL;
    }
    if (!take(reader, ')'))
        return fault(reader, "an operator or )");
    if (later)
        return first;
    if (power || partial)
        return join(reader, power ? FORMULA_POWER : FORMULA_PARTIAL, first, second);
    return node(reader, (struct formula){.kind = FORMULA_CALL,
                                         .text = name->text,
                                         .length = name->length,
                                         .left = first,
                                         .function = function});
}

/* primary = number | name | call | dot | "(" sum ")" */
static const struct formula *read_primary(struct reader *reader) {
    const char c = next(reader);
    if (is_digit(c) || c == '.')
        return read_number(reader);
    if (is_letter(c)) {
        const struct formula *name = read_name(reader);
        return name != NULL && take(reader, '(') ? read_call(reader, name) : name;
    }
    if (c == '[')
        return read_dot(reader, false);
    if (!take(reader, '('))
        return fault(reader, "a number, a name or a parenthesis");
    const struct formula *inner = read_sum(reader);
    if (inner == NULL)
        return NULL;
    return take(reader, ')') ? inner : fault(reader, "an operator or )");
}

/* factor = "-" factor | primary [ "^" factor ] */
static const struct formula *read_factor(struct reader *reader) {
    if (++reader->depth > DEEPEST)
        return fault(reader, "a formula with fewer parentheses within parentheses");
    const struct formula *factor;
    if (take(reader, '-')) {
        factor = read_factor(reader);
        if (factor != NULL)
            factor = node(reader, (struct formula){.kind = FORMULA_NEGATE, .left = factor});
    } else {
        factor = read_primary(reader);
        if (factor != NULL && take(reader, '^'))
            factor = join(reader, FORMULA_POWER, factor, read_factor(reader));
    }
    reader->depth--;
    return factor;
}

/* product = factor { ("*" | "/") factor } */
static const struct formula *read_product(struct reader *reader) {
    const struct formula *product = read_factor(reader);
    for (char c = next(reader); product != NULL && (c == '*' || c == '/'); c = next(reader)) {
        reader->at++;
        product = join(reader, c == '*' ? FORMULA_MULTIPLY : FORMULA_DIVIDE, product,
                       read_factor(reader));
    }
    return product;
}

/* sum = product { ("+" | "-") product } */
static const struct formula *read_sum(struct reader *reader) {
    const struct formula *sum = read_product(reader);
    for (char c = next(reader); sum != NULL && (c == '+' || c == '-'); c = next(reader)) {
        reader->at++;
        sum = join(reader, c == '+' ? FORMULA_ADD : FORMULA_SUBTRACT, sum, read_product(reader));
    }
    return sum;
}

const struct formula *formula_parse(struct arena *arena, const char *text, size_t length,
                                    size_t *column, struct error *error) {
    struct reader reader = {.arena = arena,
                            .start = text,
                            .at = text,
                            .end = text + length,
                            .error = error,
                            .column = column};
    const struct formula *formula = read_sum(&reader);
    next(&reader);
    if (formula != NULL && reader.at != reader.end)
        return fault(&reader, "an operator or the end");
    return formula;
}

size_t formula_extent(const char *text) {
    int depth = 0;
    const char *c = text;
    for (;; c++) {
        if (*c > ',') /* most of them: letters, digits, operators but + and * */
            continue;
        if (*c == '\0' || (*c == ',' && depth == 0))
            return (size_t)(c - text);
        depth += (*c == '(') - (*c == ')');
    }
}
