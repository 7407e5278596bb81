/* Expression: see expression.h. */
#include "teach/expression.h"

#include "base/number.h"
#include "trace/formula_edit.h"

#include <math.h>
#include <string.h>

enum { DIGITS_OF_A_ROUNDED_NUMBER = 3 };

struct names {
    const struct check *check;
    size_t quantity; /* what is asked for */
};

static bool find_number(const char *typed, size_t length, struct approximate *found) {
    if (number_read(typed, length, &found->value) != NULL)
        return false;
    const struct answer number = answer_of(typed, length, found->value);
    const bool is_rounded = memchr(typed, '.', length) != NULL &&
                            number.significant >= DIGITS_OF_A_ROUNDED_NUMBER;
    found->error = is_rounded ? number.half : 0;
    return true;
}

/* A name, or a number that number_as_name has put in a name's place. */
static bool find(void *context, const char *name, size_t length, struct approximate *found) {
    const struct names *names = context;
    const struct check *check = names->check;
    if ((name[0] >= '0' && name[0] <= '9') || name[0] == '.')
        return find_number(name, length, found);
    const size_t quantity = ways_quantity(&check->ways, name, length);
    if (quantity == NO_QUANTITY || quantity == names->quantity)
        return false;
    const struct own_value *own = &check->own[quantity];
    const bool has_own = own->answer.typed != NULL;
    found->value = has_own ? own->answer.value : check->ways.trace->quantities[quantity].value;
    found->error = 0;
    return has_own || quantity < names->quantity;
}

/* formula_evaluate takes numbers as exact; names have an error. */
static const struct formula *number_as_name(void *context, const struct formula *node,
                                            const struct formula *above) {
    (void)above;
    return node->kind == FORMULA_NUMBER
               ? formula_leaf(context, FORMULA_NAME, node->text, node->length)
               : node;
}

static bool evaluate(struct check *check, size_t quantity, const char *typed, size_t length,
                     struct approximate *result, struct error *error) {
    struct names names = {.check = check, .quantity = quantity};
    const struct formula_names lookup = {.find = find, .context = &names};
    struct arena arena = {0};
    struct error what;
    size_t column;
    const struct formula *formula = formula_parse(&arena, typed, length, &column, &what);
    bool done = formula != NULL;
    if (!done)
        error_set(error, "column %zu: %s", column, what.line);
    else
        done = formula_evaluate(formula_edit(&arena, formula, number_as_name, &arena), &lookup,
                                result, error);
    arena_free(&arena);
    return done;
}

bool expression_answer(struct check *check, size_t quantity, const char *typed, size_t length,
                       struct error *error) {
    struct approximate result;
    char shown[NUMBER_ROOM];
    double value;
    if (number_read(typed, length, &value) == NULL) {
        check_answer(check, quantity, typed, length, value);
        return true;
    }
    if (!evaluate(check, quantity, typed, length, &result, error))
        return false;
    if (!isfinite(result.value) || !isfinite(result.error))
        return error_set(error, "this has no finite value; an expression that has is needed");
    number_shown(shown, result.value, DIGITS_DEFAULT);
    check_answer_within(check, quantity, shown, result.value, result.error);
    return true;
}
