/* Expression: see expression.h. */
#include "mark/expression.h"

#include "base/number.h"
#include "formula/formula_edit.h"
#include "mark/typed.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

enum { DIGITS_OF_A_ROUNDED_NUMBER = 3 };

struct names {
    const struct check *check;
    const struct said *said;
    size_t quantity; /* what is asked for */
};

static struct approximate number(const char *typed, size_t length, double value) {
    const struct answer answer = answer_of(typed, length, value);
    const bool is_rounded =
        memchr(typed, '.', length) != NULL && answer.significant >= DIGITS_OF_A_ROUNDED_NUMBER;
    return (struct approximate){value, is_rounded ? answer.half : 0};
}

/* A name, or a number that number_as_name has put in a name's place. */
static bool find(void *context, const char *name, size_t length, struct approximate *found) {
    const struct names *names = context;
    const struct check *check = names->check;
    double value;
    if (number_read(name, length, &value) == NULL) {
        *found = number(name, length, value);
        return true;
    }
    if (length == 1 && *name == 'e') { /* of e^x */
        *found = (struct approximate){M_E, 0};
        return true;
    }
    const size_t quantity = said_find(names->said, name, length);
    if (quantity == SAID_NONE)
        return false;
    const struct own_value *own = &check->own[quantity];
    const bool has_own = own->answer.typed != NULL;
    found->value = has_own ? own->answer.value : check->ways.trace->quantities[quantity].value;
    found->error = 0;
    return quantity < names->quantity || (has_own && quantity != names->quantity);
}

/* formula_evaluate takes numbers as exact; names have an error. */
static const struct formula *number_as_name(void *context, const struct formula *node,
                                            const struct formula *above) {
    double value;
    (void)above;
    return node->kind == FORMULA_NUMBER && number_read(node->text, node->length, &value) == NULL
               ? formula_leaf(context, FORMULA_NAME, node->text, node->length)
               : node;
}

static size_t word_length(const char *text) {
    size_t count = 0;
    while (isalnum((unsigned char)text[count]) || text[count] == '_')
        count++;
    return count;
}

/* dE/dw5 becomes the name dE_dw5, where that is understood, and no quotient. */
static void join_derivatives(struct text *plain, const struct said *said) {
    for (size_t start = 0, next; start < plain->length; start = next) {
        char *name = plain->bytes + start;
        const size_t word = word_length(name);
        next = start + (word > 0 ? word : 1);
        if (name[0] != 'd' || name[word] != '/')
            continue;
        const size_t length = word + 1 + word_length(name + word + 1);
        name[word] = '_';
        if (name[word + 1] != 'd' || said_find(said, name, length) == SAID_NONE)
            name[word] = '/';
    }
}

bool expression_value(struct check *check, const struct said *said, size_t quantity,
                      const char *typed, size_t length, struct approximate *result,
                      struct error *error) {
    struct names names = {.check = check, .said = said, .quantity = quantity};
    const struct formula_names lookup = {.find = find, .context = &names};
    enum { LONGEST = 4096 };
    if (length > LONGEST)
        return error_set(error,
                         "column %d: the formula goes on too long; one of at most %d characters is "
                         "needed",
                         LONGEST + 1, LONGEST);
    struct arena arena = {0};
    struct text plain = {0};
    struct error what;
    size_t column;
    typed_expression(&plain, typed, length);
    join_derivatives(&plain, said);
    const struct formula *formula =
        formula_parse(&arena, plain.bytes, plain.length, &column, &what);
    bool done = formula != NULL;
    if (!done)
        error_set(error, "column %zu: %s", column, what.line);
    else
        done = formula_evaluate(formula_edit(&arena, formula, number_as_name, &arena), &lookup,
                                result, error);
    arena_free(&arena);
    text_free(&plain);
    return done;
}

/* How much of the line is "NAME =", of the name that is asked for, however it is spelled. */
static size_t name_and_equals(const struct said *said, size_t quantity, const char *typed,
                              size_t length) {
    const char *equals = memchr(typed, '=', length);
    const size_t before = equals != NULL ? (size_t)(equals - typed) : 0;
    if (before == 0 || said_find(said, typed, before) != quantity)
        return 0;
    return before + 1 + typed_blanks(equals + 1, length - before - 1);
}

void expression_hand_in(struct check *check, size_t quantity, const struct approximate *worth) {
    char shown[NUMBER_ROOM];
    number_shown(shown, worth->value, DIGITS_DEFAULT);
    check_answer_within(check, quantity, shown, worth->value, worth->error);
}

bool expression_answer(struct check *check, const struct said *said, size_t quantity,
                       const char *typed, size_t length, struct error *error) {
    struct approximate result;
    double value;
    const size_t before = name_and_equals(said, quantity, typed, length);
    typed += before;
    length -= before;
    struct text number = {0};
    const bool is_number = typed_number(&number, typed, length) &&
                           number_read(number.bytes, number.length, &value) == NULL;
    if (is_number)
        check_answer(check, quantity, number.bytes, number.length, value);
    text_free(&number);
    if (is_number)
        return true;
    if (!expression_value(check, said, quantity, typed, length, &result, error))
        return false;
    if (!isfinite(result.value) || !isfinite(result.error))
        return error_set(error, "this has no finite value; an expression that has is needed");
    expression_hand_in(check, quantity, &result);
    return true;
}
