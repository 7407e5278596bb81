/* Formula, the rules: how the value of a formula and its derivative come from those of its parts.
 * Included once for each kind of number (NUMBER) that formulas are evaluated in: doubles with their
 * bound of rounding, and numbers of many bits. The includer has defined
 *
 *     exact, add, negate, multiply, divide, raise   the arithmetic; raise(base, exponent)
 *     is_zero, is_flat                              of a slope; of a divisor: it is too large
 *
 *     VALUE                                         of a function: its member of that kind
 *
 * and IN_PAIRS where sums are to be added so, and defines evaluate_number behind this. */

/* A value and its derivative by the one name that is being differentiated by. */
struct dual {
    NUMBER value, slope;
};

/* The index of a sum, with the whole number that it stands for. */
struct index {
    const struct formula *range;
    long value;
    const struct index *outer;
};

/* What x and y are in the slope of a function. */
struct arguments {
    NUMBER x, y;
};

struct evaluation {
    const NAMES *names;
    const struct formula *by; /* the name differentiated by, or NULL */
    const struct index *index;
    const struct arguments *arguments; /* NULL outside of a slope */
    struct error *error;
};

static bool evaluate(struct evaluation *how, const struct formula *formula, struct dual *result);

static long bound_of(const struct formula *number) {
    return strtol(number->text, NULL, 10);
}

/* index = [digits "*"] letters [("+" | "-") digits], with the letters' number in place */
static bool index_value(const struct evaluation *how, const char *c, const char *end, long *value) {
    long factor = 1, added = 0;
    if (isdigit((unsigned char)*c)) {
        char *rest;
        factor = strtol(c, &rest, 10);
        c = rest + (*rest == '*');
    }
    const char *letters = c;
    while (c < end && isalpha((unsigned char)*c))
        c++;
    const struct index *index = how->index;
    while (index != NULL && (index->range->length != (size_t)(c - letters) ||
                             memcmp(index->range->text, letters, index->range->length) != 0))
        index = index->outer;
    if (index == NULL)
        return false;
    while (c < end && *c == ' ')
        c++;
    if (c < end)
        added = (*c == '-' ? -1 : 1) * strtol(c + 1, NULL, 10);
    *value = factor * index->value + added;
    return true;
}

/* A name with the numbers of its indices in place: w[2*k + 3] is w5 where k is 1. */
struct spelled {
    char text[96];
    size_t length;
};

/* The digits of an index, which is small: most are one. */
static size_t put_whole(char *room, long value) {
    if ((unsigned long)value > 9)
        return (size_t)snprintf(room, 24, "%ld", value);
    room[0] = (char)('0' + value);
    return 1;
}

static bool spell(const struct evaluation *how, const struct formula *formula,
                  struct spelled *spelled) {
    const char *c = formula->text, *end = c + formula->length;
    for (spelled->length = 0; c < end && spelled->length + 24 < sizeof spelled->text; c++) {
        long value;
        if (*c != '[') {
            spelled->text[spelled->length++] = *c;
            continue;
        }
        const char *close = memchr(c, ']', (size_t)(end - c));
        if (!index_value(how, c + 1, close, &value))
            return false;
        spelled->length += put_whole(spelled->text + spelled->length, value);
        c = close;
    }
    return c == end;
}

static bool unknown(struct evaluation *how, const char *name, size_t length) {
    return error_set(how->error, "%s is unknown; a name that has its value already is needed",
                     quote(name, length).text);
}

static bool evaluate_plain_name(struct evaluation *how, const char *name, size_t length,
                                struct dual *result) {
    const NAMES *names = how->names;
    const bool is_by =
        how->by != NULL && how->by->length == length && memcmp(how->by->text, name, length) == 0;
    result->slope = exact(is_by ? 1 : 0);
    if (!names->find(names->context, name, length, &result->value))
        return unknown(how, name, length);
    if (how->by != NULL && !is_by && names->slope != NULL)
        return names->slope(names->context, name, length, &result->slope) ||
               /* GCOVR_EXCL_START: slopes are given of all names or of none */
               unknown(how, name, length);
    /* GCOVR_EXCL_STOP */
    return true;
}

static bool evaluate_name(struct evaluation *how, const struct formula *formula,
                          struct dual *result) {
    struct spelled spelled;
    if (how->arguments != NULL) {
        *result = (struct dual){formula->text[0] == 'x' ? how->arguments->x : how->arguments->y,
                                exact(0)};
        return true;
    }
    if (memchr(formula->text, '[', formula->length) == NULL)
        return evaluate_plain_name(how, formula->text, formula->length, result);
    return spell(how, formula, &spelled)
               ? evaluate_plain_name(how, spelled.text, spelled.length, result)
               : unknown(how, formula->text, formula->length);
}

static bool evaluate_number(struct evaluation *how, const struct formula *formula,
                            struct dual *result);

/* f(u)' = f'(u) u', with f' as the table has it. */
static bool evaluate_call(struct evaluation *how, const struct formula *formula,
                          struct dual *result) {
    struct dual of, slope;
    if (!evaluate(how, formula->left, &of))
        return false;
    *result = (struct dual){formula->function->VALUE(of.value), exact(0)};
    if (is_zero(of.slope))
        return true;
    struct arena arena = {0};
    const struct arguments arguments = {of.value, result->value};
    struct evaluation inner = {.names = how->names, .arguments = &arguments, .error = how->error};
    const char *text = formula->function->slope;
    size_t column;
    const struct formula *read = formula_parse(&arena, text, strlen(text), &column, how->error);
    if (read == NULL || !evaluate(&inner, read, &slope))
        abort(); /* GCOVR_EXCL_LINE: the slopes of the table can be read, and are of x and y */
    arena_free(&arena);
    result->slope = multiply(slope.value, of.slope);
    return true;
}

/* d(f)/dx at the value of x; a derivative of a derivative is not taken, none is ever needed. */
static bool evaluate_partial(struct evaluation *how, const struct formula *formula,
                             struct dual *result) {
    if (how->by != NULL)
        return error_set(how->error, "a derivative stands within a derivative; write it out");
    struct evaluation inner = *how;
    inner.by = formula->right;
    struct dual of;
    if (!evaluate_name(how, formula->right, &of) || !evaluate(&inner, formula->left, &of))
        return false;
    *result = (struct dual){of.slope, exact(0)};
    return true;
}

/* (u^v)' = v u^(v-1) u' + u^v log(u) v' */
static bool evaluate_power(struct evaluation *how, const struct formula *formula,
                           struct dual *result) {
    struct dual base, exponent;
    if (!evaluate(how, formula->left, &base) || !evaluate(how, formula->right, &exponent))
        return false;
    result->value = raise(base.value, exponent.value);
    result->slope = exact(0);
    if (!is_zero(exponent.value) && !is_zero(base.slope))
        result->slope =
            multiply(multiply(exponent.value, raise(base.value, add(exponent.value, exact(-1)))),
                     base.slope);
    if (is_zero(exponent.slope))
        return true;
    const NUMBER logarithm = function_find("log", 3)->VALUE(base.value);
    result->slope =
        add(result->slope, multiply(multiply(result->value, logarithm), exponent.slope));
    return true;
}

static struct dual sum(struct dual u, struct dual v) { /* (u + v)' = u' + v' (4.2) */
    return (struct dual){add(u.value, v.value), add(u.slope, v.slope)};
}

/* Adds many terms: a double's in their order; those of many bits in pairs, pairs of pairs and so
 * on, for each addition costs two bits of the bound. */
struct adder {
    size_t count;
#ifdef IN_PAIRS
    struct dual part[8 * sizeof(size_t)]; /* of 2^i terms, where the count has that bit */
#else
    struct dual so_far;
#endif
};

static void put_in(struct adder *adder, struct dual term) {
#ifdef IN_PAIRS
    size_t level = 0;
    for (size_t bits = adder->count++; bits & 1; bits >>= 1)
        term = sum(adder->part[level++], term);
    adder->part[level] = term;
#else
    adder->so_far = adder->count++ == 0 ? term : sum(adder->so_far, term);
#endif
}

static struct dual all_of(const struct adder *adder) {
#ifdef IN_PAIRS
    struct dual all = {exact(0), exact(0)};
    bool is_first = true;
    for (size_t level = 0; adder->count >> level != 0; level++)
        if ((adder->count >> level & 1) != 0) {
            all = is_first ? adder->part[level] : sum(adder->part[level], all);
            is_first = false;
        }
    return all;
#else
    return adder->so_far;
#endif
}

static struct dual product(struct dual u, struct dual v) { /* (uv)' = u'v + uv' (4.3) */
    return (struct dual){multiply(u.value, v.value),
                         add(multiply(u.slope, v.value), multiply(u.value, v.slope))};
}

/* The summand for each number of the range, added from the first on. */
static bool evaluate_sum(struct evaluation *how, const struct formula *formula,
                         struct dual *result) {
    const struct formula *range = formula->right;
    const long last = bound_of(range->right);
    struct index index = {.range = range, .value = bound_of(range->left), .outer = how->index};
    struct evaluation inner = *how;
    struct adder adder = {.count = 0};
    inner.index = &index;
    for (; index.value <= last; index.value++) {
        struct dual term;
        if (!evaluate(&inner, formula->left, &term))
            return false;
        put_in(&adder, term);
    }
    *result = all_of(&adder);
    return true;
}

/* The products of the entries, added from the first on. */
static bool evaluate_dot(struct evaluation *how, const struct formula *formula,
                         struct dual *result) {
    const struct formula *row = formula->left, *column = formula->right;
    for (bool is_first = true; row != NULL; row = row->right, column = column->right) {
        struct dual u, v;
        if (!evaluate(how, row->left, &u) || !evaluate(how, column->left, &v))
            return false;
        const struct dual term = product(u, v);
        *result = is_first ? term : sum(*result, term);
        is_first = false;
    }
    return true;
}

static struct dual quotient(struct dual u, struct dual v) {
    /* (u'v - uv')/v^2 = (u' - (u/v)v')/v (4.4) */
    const NUMBER value = divide(u.value, v.value);
    if (is_flat(v.value)) /* 1/(exp(1000) + 1) is flat as far as a double sees */
        return (struct dual){value, exact(0)};
    return (struct dual){value, divide(add(u.slope, negate(multiply(value, v.slope))), v.value)};
}

static bool is_sum(const struct formula *formula) {
    return formula->kind == FORMULA_ADD || formula->kind == FORMULA_SUBTRACT;
}

/* A long sum leans to the left: it is gone down once, not term within term, for a thousand of them
 * would be deep. */
static bool evaluate_terms(struct evaluation *how, const struct formula *formula,
                           struct dual *result) {
    size_t count = 0;
    const struct formula *first = formula;
    for (; is_sum(first); first = first->left)
        count++;
    const struct formula *terms[count];
    struct adder adder = {.count = 0};
    struct dual term;
    for (const struct formula *at = formula; is_sum(at); at = at->left)
        terms[--count] = at;
    if (!evaluate(how, first, &term))
        return false;
    put_in(&adder, term);
    for (const struct formula **at = terms;; at++) {
        if (!evaluate(how, (*at)->right, &term))
            return false;
        if ((*at)->kind == FORMULA_SUBTRACT)
            term = (struct dual){negate(term.value), negate(term.slope)};
        put_in(&adder, term);
        if (*at == formula)
            break;
    }
    *result = all_of(&adder);
    return true;
}

static bool evaluate(struct evaluation *how, const struct formula *formula, struct dual *result) {
    struct dual u, v;
    switch (formula->kind) { /* GCOVR_EXCL_BR_LINE: dot and sum take their own parts */
    case FORMULA_NUMBER:
        return evaluate_number(how, formula, result);
    case FORMULA_NAME:
        return evaluate_name(how, formula, result);
    case FORMULA_PARTIAL:
        return evaluate_partial(how, formula, result);
    case FORMULA_CALL:
        return evaluate_call(how, formula, result);
    case FORMULA_POWER:
        return evaluate_power(how, formula, result);
    case FORMULA_DOT:
        return evaluate_dot(how, formula, result);
    case FORMULA_SUM:
        return evaluate_sum(how, formula, result);
    case FORMULA_ADD:
    case FORMULA_SUBTRACT:
        return evaluate_terms(how, formula, result);
    case FORMULA_ENTRY:
    case FORMULA_RANGE:
        return false; /* GCOVR_EXCL_LINE: evaluate_dot and evaluate_sum take them */
    case FORMULA_NEGATE:
        if (!evaluate(how, formula->left, &u))
            return false;
        *result = (struct dual){negate(u.value), negate(u.slope)};
        return true;
    case FORMULA_MULTIPLY:
    case FORMULA_DIVIDE:
        break;
    }
    if (!evaluate(how, formula->left, &u) || !evaluate(how, formula->right, &v))
        return false;
    *result = formula->kind == FORMULA_MULTIPLY ? product(u, v) : quotient(u, v);
    return true;
}
