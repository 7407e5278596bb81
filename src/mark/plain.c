/* Plain: see plain.h. */
#include "mark/plain.h"

#include "base/larger.h"
#include "base/number.h"
#include "base/power.h"
#include "mark/ways.h"

#include <math.h>

enum { MOST_OPERATIONS = 256, DEEPEST = 64 };

/* What is pushed, or done to the topmost of the stack. */
struct operation {
    enum formula_kind kind;
    unsigned short quantity;         /* of a name */
    double number;                   /* of a number */
    const struct function *function; /* of a call */
};

struct plain {
    size_t count;
    struct operation each[];
};

struct making {
    const struct ways *ways;
    struct operation each[MOST_OPERATIONS];
    size_t count, depth;
};

/* The operands come before the operation. */
static bool add(struct making *making, const struct formula *formula) {
    struct operation operation = {.kind = formula->kind, .function = formula->function};
    switch (formula->kind) {
    case FORMULA_NUMBER:
        making->depth++;
        if (number_read(formula->text, formula->length, &operation.number) != NULL)
            return false; /* GCOVR_EXCL_LINE: every formula of a walk was evaluated */
        break;
    case FORMULA_NAME: {
        const size_t quantity = ways_quantity(making->ways, formula->text, formula->length);
        making->depth++;
        if (quantity == NO_QUANTITY)
            return false; /* GCOVR_EXCL_LINE: every formula of a walk was evaluated */
        operation.quantity = (unsigned short)quantity;
        break;
    }
    case FORMULA_ADD:
    case FORMULA_SUBTRACT:
    case FORMULA_MULTIPLY:
    case FORMULA_DIVIDE:
    case FORMULA_POWER:
        if (!add(making, formula->left) || !add(making, formula->right))
            return false;
        making->depth--;
        break;
    case FORMULA_NEGATE:
    case FORMULA_CALL:
        if (!add(making, formula->left))
            return false; /* GCOVR_EXCL_LINE: every formula of a walk was evaluated */
        break;
    default: /* a row and a column, a derivative, a sum sign */
        return false;
    }
    if (making->count == MOST_OPERATIONS || making->depth > DEEPEST)
        return false;
    making->each[making->count++] = operation;
    return true;
}

const struct plain *plain_make(struct arena *arena, const struct ways *ways,
                               const struct formula *formula) {
    struct making making;
    making.ways = ways;
    making.count = making.depth = 0;
    if (!add(&making, formula))
        return NULL;
    struct plain *plain = arena_take(arena, sizeof *plain + making.count * sizeof *plain->each);
    plain->count = making.count;
    memcpy(plain->each, making.each, making.count * sizeof *plain->each);
    return plain;
}

static struct approximate multiply(struct approximate a, struct approximate b) {
    if ((a.value == 0 && a.error == 0) || (b.value == 0 && b.error == 0))
        return (struct approximate){0, 0}; /* also times an infinite one: O*log(out) */
    return (struct approximate){a.value * b.value, fabs(a.value) * b.error +
                                                       fabs(b.value) * a.error + a.error * b.error};
}

static struct approximate divide(struct approximate a, struct approximate b) {
    const double quotient = a.value / b.value, least = fabs(b.value) - b.error;
    const double above = a.error + fabs(quotient) * b.error;
    return (struct approximate){quotient, above == 0 ? 0 : above / larger(least, 0)};
}

/* A whole power is a chain of products; another goes by logarithm. */
static struct approximate raise(struct approximate base, struct approximate exponent) {
    const bool is_whole =
        exponent.error == 0 && fabs(exponent.value) <= 64 && exponent.value == (int)exponent.value;
    if (!is_whole)
        return function_find("exp", 3)->value(
            multiply(exponent, function_find("log", 3)->value(base)));
    const int n = (int)exponent.value;
    const double furthest =
        n >= 1 ? fabs(base.value) + base.error : larger(fabs(base.value) - base.error, 0);
    return (struct approximate){
        power(base.value, n),
        n == 0 || base.error == 0 ? 0 : fabs(n * power(furthest, n - 1)) * base.error};
}

/* Does OPERATION to the numbers before TOP; returns the new top. */
static struct approximate *operate(const struct operation *operation, struct approximate *top,
                                   const struct approximate values[]) {
    switch (operation->kind) {
    case FORMULA_NUMBER:
        *top = (struct approximate){operation->number, 0};
        return top + 1;
    case FORMULA_NAME:
        *top = values[operation->quantity];
        return top + 1;
    case FORMULA_NEGATE:
        top[-1].value = -top[-1].value;
        return top;
    case FORMULA_CALL:
        top[-1] = operation->function->value(top[-1]);
        return top;
    case FORMULA_ADD:
        top[-2].value += top[-1].value;
        top[-2].error += top[-1].error;
        break;
    case FORMULA_SUBTRACT:
        top[-2].value -= top[-1].value;
        top[-2].error += top[-1].error;
        break;
    case FORMULA_MULTIPLY:
        top[-2] = multiply(top[-2], top[-1]);
        break;
    case FORMULA_DIVIDE:
        top[-2] = divide(top[-2], top[-1]);
        break;
    default: /* FORMULA_POWER: add() makes nothing else */
        top[-2] = raise(top[-2], top[-1]);
    }
    return top - 1;
}

struct approximate plain_value(const struct plain *plain, const struct approximate values[]) {
    struct approximate stack[DEEPEST + 1], *top = stack;
    for (size_t i = 0; i < plain->count; i++)
        top = operate(&plain->each[i], top, values);
    return stack[0];
}
