/* Fuzz, formulas: whatever parses is printed, parsed again to the same tree and worth the same; it
 * is evaluated, typeset and edited. Then the same bytes as what a student types in a quiz. */
#include "fuzz.h"

#include "base/number.h"
#include "formula/formula_edit.h"
#include "mark/expression.h"
#include "walk/walk.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { LONGEST = 4096 }; /* of formula_parse */

static unsigned hash(const char *name, size_t length) {
    unsigned sum = 7;
    for (size_t i = 0; i < length; i++)
        sum = 31 * sum + (unsigned char)name[i];
    return sum >> 3;
}

/* A name's number as it is shown; a name in seven has none. */
static const char *shown(void *context, const char *name, size_t length) {
    static const char *const numbers[] = {"0.1", "-0.5", "1.5e-13", "3", "-2e+20", "0", NULL};
    (void)context;
    return numbers[hash(name, length) % 7];
}

/* The same number; a name that begins with u is unknown. */
static bool find(void *context, const char *name, size_t length, struct approximate *found) {
    const char *number = shown(context, name, length);
    *found = (struct approximate){1e300, 0};
    if (number != NULL)
        require(number_read(number, strlen(number), &found->value) == NULL);
    return name[0] != 'u';
}

static const struct formula_numbers numbers = {.shown = shown};
static const struct formula_names names = {.find = find};

static bool same_tree(const struct formula *a, const struct formula *b) {
    if (a == NULL || b == NULL)
        return a == b;
    return a->kind == b->kind && a->length == b->length &&
           (a->length == 0 || memcmp(a->text, b->text, a->length) == 0) &&
           same_tree(a->left, b->left) && same_tree(a->right, b->right);
}

/* How deep the tree is, but for the left sides of sums and products, which need no parentheses. */
static int depth(const struct formula *formula) {
    if (formula == NULL)
        return 0;
    const int left = depth(formula->left), right = depth(formula->right);
    return 1 + (left > right ? left : right);
}

/* Only what was printed longer or deeper than formula_parse takes may be refused. */
static const struct formula *parse_printed(struct arena *arena, const struct text *printed,
                                           const struct formula *formula) {
    struct error error;
    size_t column;
    const struct formula *again =
        formula_parse(arena, printed->bytes, printed->length, &column, &error);
    require_of(again != NULL || printed->length > LONGEST || depth(formula) > 60, printed->bytes);
    return again;
}

static void check_printing(struct arena *arena, const struct formula *formula) {
    struct text printed = {0}, breaks = {0};
    formula_print(&printed, formula, NULL, &breaks);
    require(breaks.length == printed.length);
    const struct formula *again = parse_printed(arena, &printed, formula);
    require_of(again == NULL || same_tree(formula, again), printed.bytes);
    text_free(&printed);
    text_free(&breaks);
}

static void check_value(struct arena *arena, const struct formula *formula) {
    struct text printed = {0};
    struct approximate value, with_numbers;
    struct error error = {{0}};
    const bool has_value = formula_evaluate(formula, &names, &value, &error);
    require(has_value || error.line[0] != '\0');
    require(!has_value || !(value.error < 0));
    formula_print(&printed, formula, &numbers, NULL);
    const struct formula *again = parse_printed(arena, &printed, formula);
    if (has_value && again != NULL && !formula_is_symbolic(formula)) {
        require_of(formula_evaluate(again, &names, &with_numbers, &error), printed.bytes);
        require_of(same_number(value.value, with_numbers.value), printed.bytes);
    }
    text_free(&printed);
}

static void check_typesetting(const struct formula *formula, const struct formula_wrap *wrap) {
    for (int n = 0; n < 2; n++) {
        struct text latex = {0}, mathml = {0};
        formula_latex(&latex, formula, n == 0 ? NULL : &numbers, wrap);
        formula_mathml(&mathml, formula, n == 0 ? NULL : &numbers, wrap);
        require_of(is_latex(latex.bytes, latex.length), latex.bytes);
        require_of(is_xml(mathml.bytes, mathml.length), mathml.bytes);
        text_free(&latex);
        text_free(&mathml);
    }
}

/* Leaves out what *CONTEXT divides of what it is asked for. */
static const struct formula *leave_out(void *context, const struct formula *node,
                                       const struct formula *above) {
    unsigned *every = context;
    (void)above;
    *every = *every * 1103515245u + 12345u;
    return *every >> 16 & 7 ? node : NULL;
}

static void check_edit(struct arena *arena, const struct formula *formula, unsigned seed) {
    const struct formula *edited = formula_edit(arena, formula, leave_out, &seed);
    if (edited == NULL)
        return;
    check_printing(arena, edited);
    check_value(arena, edited);
}

static void check_formula(const uint8_t *bytes, size_t size) {
    struct arena arena = {0};
    struct error error;
    size_t column = 0;
    const struct formula *formula =
        formula_parse(&arena, (const char *)bytes, size, &column, &error);
    if (formula == NULL) {
        require_line(&error, bytes, size);
        require_of(strstr(error.line, " is needed") != NULL, error.line);
        require(column >= 1 && column <= size + 1);
    } else {
        const struct formula_wrap wrap = {.width = 300 + 40 * (bytes[0] % 64), .between = "\n"};
        check_printing(&arena, formula);
        check_value(&arena, formula);
        check_typesetting(formula, NULL);
        check_typesetting(formula, &wrap);
        check_edit(&arena, formula, hash((const char *)bytes, size));
    }
    arena_free(&arena);
}

/* ---- What a student types in a quiz ---- */

/* The article's walk, made at the first run, with no answers. */
static struct check *quiz(struct said *said) {
    static struct check check;
    static struct trace trace;
    static struct example example;
    struct error error;
    if (trace.step_count == 0) {
        example_article(&example);
        require(walk_article(&trace, &example, SLIPS_NONE, &error));
        check_start(&check, &trace, &example.shape);
    }
    said_start(said, &trace, &example.shape);
    check_withdraw_all(&check);
    return &check;
}

static void check_expression(const uint8_t *bytes, size_t size) {
    struct said said;
    struct check *check = quiz(&said);
    struct error error;
    const size_t quantity = size * 7 % check->ways.trace->quantity_count;
    if (expression_answer(check, &said, quantity, (const char *)bytes, size, &error)) {
        const struct answer *answer = &check->own[quantity].answer;
        require(answer->typed != NULL && isfinite(answer->value) && answer->half >= 0);
        check_mark(check);
        require(check->marks[quantity].verdict != MARK_NONE);
    } else {
        require_line(&error, bytes, size);
    }
    said_free(&said);
}

static void run(const uint8_t *bytes, size_t size) {
    check_formula(bytes, size);
    check_expression(bytes, size);
}

const struct fuzz_target fuzz_formula = {.name = "formula", .run = run};
