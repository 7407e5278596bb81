/* Formula, the printing of it as text: see formula.h. */
#include "formula/formula.h"

#include "formula/formula_tightness.h"

#include <string.h>

struct printer {
    struct text *out;
    const struct formula_numbers *numbers;
    struct text *breaks;
    int depth; /* of parentheses around what is printed */
};

static inline void add(struct printer *printer, const char *text, size_t length) {
    text_add(printer->out, text, length);
    if (printer->breaks != NULL)
        text_repeat(printer->breaks, 0, length);
}

static inline void puts_(struct printer *printer, const char *text) {
    add(printer, text, strlen(text));
}

static void add_name(struct printer *printer, const struct formula *name) {
    size_t length;
    const char *written = formula_written(name, &length);
    add(printer, written, length);
}

/* Before the byte just added; before a sign rather than before a * as deep. */
static void may_break(struct printer *printer, bool is_sign) {
    if (printer->breaks != NULL)
        printer->breaks->bytes[printer->breaks->length - 1] =
            (char)(2 * printer->depth + 2 - is_sign);
}

static void print(struct printer *printer, const struct formula *formula);

static void enclosed(struct printer *printer, const struct formula *formula) {
    puts_(printer, "(");
    printer->depth++;
    print(printer, formula);
    printer->depth--;
    puts_(printer, ")");
}

static const char *number_for(const struct printer *printer, const struct formula *formula) {
    if (printer->numbers == NULL || formula->kind != FORMULA_NAME)
        return NULL;
    return printer->numbers->shown(printer->numbers->context, formula->text, formula->length);
}

static void print_name(struct printer *printer, const struct formula *name) {
    const char *number = number_for(printer, name);
    if (number != NULL)
        puts_(printer, number);
    else
        add_name(printer, name);
}

/* An operand, in parentheses where it is looser than LOOSEST or a negative number. */
static void operand(struct printer *printer, const struct formula *formula, int loosest) {
    const char *number = number_for(printer, formula);
    if (number != NULL && number[0] == '-') {
        puts_(printer, "(");
        puts_(printer, number);
        puts_(printer, ")");
    } else if (number != NULL) {
        puts_(printer, number);
    } else if ((int)formula_tightness(formula) < loosest) {
        enclosed(printer, formula);
    } else {
        print(printer, formula);
    }
}

static void binary(struct printer *printer, const struct formula *formula, const char *operator,
                   int left, int right) {
    operand(printer, formula->left, left);
    if (operator[0] == ' ') {
        add(printer, operator, 2); /* the space and the sign: the line may break before the sign */
        may_break(printer, true);
        add(printer, operator+ 2, strlen(operator+ 2));
    } else {
        puts_(printer, operator);
        if (formula->kind == FORMULA_MULTIPLY)
            may_break(printer, false);
    }
    operand(printer, formula->right, right);
}

static void between(struct printer *printer, const char *before, const struct formula *formula,
                    const char *after) {
    puts_(printer, before);
    print(printer, formula);
    puts_(printer, after);
}

static void print(struct printer *printer, const struct formula *formula) {
    switch (formula->kind) { /* GCOVR_EXCL_BR_LINE: there is no other kind */
    case FORMULA_NUMBER:
        add(printer, formula->text, formula->length);
        break;
    case FORMULA_NAME:
        print_name(printer, formula);
        break;
    case FORMULA_ADD:
        binary(printer, formula, " + ", SUM, PRODUCT);
        break;
    case FORMULA_SUBTRACT:
        binary(printer, formula, " - ", SUM, PRODUCT);
        break;
    case FORMULA_MULTIPLY:
        binary(printer, formula, "*", PRODUCT, NEGATION + 1);
        break;
    case FORMULA_DIVIDE:
        binary(printer, formula, "/", PRODUCT, NEGATION + 1);
        break;
    case FORMULA_POWER:
        binary(printer, formula, "^", PRIMARY, PRIMARY);
        break;
    case FORMULA_NEGATE:
        puts_(printer, "-");
        operand(printer, formula->left, POWER);
        break;
    case FORMULA_CALL:
        add(printer, formula->text, formula->length);
        enclosed(printer, formula->left);
        break;
    case FORMULA_DOT:
        between(printer, "[", formula->left, "]*");
        between(printer, "[", formula->right, "]^T");
        break;
    case FORMULA_ENTRY:
        print(printer, formula->left);
        if (formula->right != NULL) {
            puts_(printer, ", ");
            print(printer, formula->right);
        }
        break;
    case FORMULA_PARTIAL:
        puts_(printer, "d");
        enclosed(printer, formula->left);
        puts_(printer, "/d");
        add_name(printer, formula->right);
        break;
    case FORMULA_SUM:
        between(printer, "sum(", formula->right, ", ");
        print(printer, formula->left);
        puts_(printer, ")");
        break;
    case FORMULA_RANGE:
        add(printer, formula->text, formula->length);
        between(printer, " = ", formula->left, " to ");
        print(printer, formula->right);
        break;
    }
}

void formula_print(struct text *out, const struct formula *formula,
                   const struct formula_numbers *numbers, struct text *breaks) {
    struct printer printer = {.out = out, .numbers = numbers, .breaks = breaks};
    print(&printer, formula);
}

bool formula_is_symbolic(const struct formula *formula) {
    return formula != NULL &&
           (formula->kind == FORMULA_PARTIAL || formula->kind == FORMULA_SUM ||
            formula_is_symbolic(formula->left) || formula_is_symbolic(formula->right));
}
