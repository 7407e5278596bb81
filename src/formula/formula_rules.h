/* Formula, the rules: how the value of a formula and its derivative come from those of its parts.
 * Included once for each kind of number (NUMBER) that formulas are evaluated in: doubles with their
 * bound of rounding, and numbers of many bits. The includer has defined
 *
 *     exact, add, negate, multiply, divide, raise   the arithmetic; raise(base, double) is a power
 *     as_double, is_zero, is_flat                   for an exponent; a slope; a divisor too large
 *
 * and defines evaluate_number and evaluate_call behind this. */

/* A value and its derivative by the one name that is being differentiated by. */
struct dual {
    NUMBER value, slope;
};

struct evaluation {
    const NAMES *names;
    const struct formula *by; /* the name differentiated by, or NULL */
    struct error *error;
};

static bool evaluate(struct evaluation *how, const struct formula *formula, struct dual *result);

static bool same_name(const struct formula *a, const struct formula *b) {
    return b != NULL && a->length == b->length && memcmp(a->text, b->text, a->length) == 0;
}

static bool evaluate_name(struct evaluation *how, const struct formula *formula,
                          struct dual *result) {
    result->slope = exact(same_name(formula, how->by) ? 1 : 0);
    if (how->names->find(how->names->context, formula->text, formula->length, &result->value))
        return true;
    return error_set(how->error, "%s is unknown; a name that has its value already is needed",
                     quote(formula->text, formula->length).text);
}

static bool evaluate_number(struct evaluation *how, const struct formula *formula,
                            struct dual *result);
static bool evaluate_call(struct evaluation *how, const struct formula *formula,
                          struct dual *result);

/* d(f)/dx at the value of x; a derivative of a derivative is not taken, none is ever needed. */
static bool evaluate_partial(struct evaluation *how, const struct formula *formula,
                             struct dual *result) {
    if (how->by != NULL)
        return error_set(how->error, "a derivative stands within a derivative; write it out");
    struct evaluation inner = {.names = how->names, .by = formula->right, .error = how->error};
    struct dual of;
    if (!evaluate_name(how, formula->right, &of) || !evaluate(&inner, formula->left, &of))
        return false;
    *result = (struct dual){of.slope, exact(0)};
    return true;
}

static bool evaluate_power(struct evaluation *how, const struct formula *formula,
                           struct dual *result) {
    struct dual base, exponent;
    if (!evaluate(how, formula->left, &base) || !evaluate(how, formula->right, &exponent))
        return false;
    const double n = as_double(exponent.value);
    result->value = raise(base.value, n);
    result->slope = exact(0);
    if (n != 0 && !is_zero(base.slope)) /* (x^n)' = n x^(n-1) x' */
        result->slope = multiply(multiply(exact(n), raise(base.value, n - 1)), base.slope);
    return true;
}

static struct dual product(struct dual u, struct dual v) { /* (uv)' = u'v + uv' (4.3) */
    return (struct dual){multiply(u.value, v.value),
                         add(multiply(u.slope, v.value), multiply(u.value, v.slope))};
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
        *result = is_first ? term
                           : (struct dual){add(result->value, term.value),
                                           add(result->slope, term.slope)};
        is_first = false;
    }
    return true;
}

static bool evaluate(struct evaluation *how, const struct formula *formula, struct dual *result) {
    struct dual u, v;
    switch (formula->kind) {
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
    case FORMULA_ENTRY: /* evaluate_dot takes them itself */
        return false;
    case FORMULA_NEGATE:
        if (!evaluate(how, formula->left, &u))
            return false;
        *result = (struct dual){negate(u.value), negate(u.slope)};
        return true;
    case FORMULA_ADD:
    case FORMULA_SUBTRACT:
    case FORMULA_MULTIPLY:
    case FORMULA_DIVIDE:
        break;
    }
    if (!evaluate(how, formula->left, &u) || !evaluate(how, formula->right, &v))
        return false;
    if (formula->kind == FORMULA_SUBTRACT)
        v = (struct dual){negate(v.value), negate(v.slope)};
    if (formula->kind == FORMULA_MULTIPLY) {
        *result = product(u, v);
    } else if (formula->kind ==
               FORMULA_DIVIDE) { /* (u/v)' = (u'v - uv')/v^2 = (u' - (u/v)v')/v (4.4) */
        result->value = divide(u.value, v.value);
        result->slope =
            is_flat(v.value) /* 1/(exp(1000) + 1) is flat as far as a double sees */
                ? exact(0)
                : divide(add(u.slope, negate(multiply(result->value, v.slope))), v.value);
    } else { /* (u + v)' = u' + v' (4.2) */
        result->value = add(u.value, v.value);
        result->slope = add(u.slope, v.slope);
    }
    return true;
}
