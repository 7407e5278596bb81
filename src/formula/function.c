/* Function, the table: see function.h. */
#include "formula/function.h"

#include "base/elementary.h"
#include "base/larger.h"
#include "base/unit_step.h"

#include <float.h>
#include <math.h>
#include <string.h>

static const double UNIT = DBL_EPSILON / 2; /* of rounding: half a unit in the last place of 1 */

/* VALUE to within HALF_ULPS half units, and the steepest slope within the inherited error, which
 * carries that on. An error is never NaN: where nothing is known it is infinite. */
static struct approximate within(double value, double half_ulps, double slope, double inherited) {
    const double error = half_ulps * UNIT * fabs(value) + DBL_TRUE_MIN +
                         (inherited > 0 ? fabs(slope) * inherited : 0);
    return (struct approximate){value, error >= 0 ? error : (double)INFINITY};
}

/* e^(a + error) - e^a is e^a error (e^error - 1)/error. */
static struct approximate exponential(struct approximate a) {
    const double value = elementary_exp(a.value);
    if (isinf(value) && isinf(elementary_exp(a.value - a.error)))
        return (struct approximate){value, 0};
    const double factor = a.error < 0.5 ? 1 + a.error : (elementary_exp(a.error) - 1) / a.error;
    return within(value, 2, value * factor, a.error);
}

/* Steepest at the end that is nearer to 0. */
static struct approximate logarithm(struct approximate a) {
    if (a.value == 0 && a.error == 0)
        return (struct approximate){-(double)INFINITY, 0};
    const double least = a.value - a.error;
    return within(elementary_log(a.value), 2, 1 / larger(least, 0), a.error);
}

static struct approximate square_root(struct approximate a) {
    const double value = sqrt(a.value), least = a.value - a.error;
    return within(value, 1, 0.5 / sqrt(larger(least, 0)), a.error);
}

/* Its slope, 1 - y^2, is 1 at most; where it is flat, what an error can still move is the rest. */
static struct approximate hyperbolic_tangent(struct approximate a) {
    const double away = fabs(a.value) - a.error;
    const double least = away > 0 ? elementary_tanh(away) : 0;
    return within(elementary_tanh(a.value), 4, 1 - least * least + 4 * UNIT, a.error);
}

/* An exact 0 is known to be one. */
static struct approximate step(struct approximate a) {
    const bool is_unsure_of_sign = a.error > 0 && fabs(a.value) <= a.error;
    return (struct approximate){unit_step(a.value), is_unsure_of_sign ? 1 : 0};
}

static struct approximate rectified(struct approximate a) {
    return (struct approximate){a.value > 0 ? a.value : 0, a.value > -a.error ? a.error : 0};
}

static struct big big_exact(double whole) {
    return big_whole(BIG_MOST_LIMBS, whole);
}

static bool is_open(const struct big *a) { /* which sign it has; the most limbs take it for 0 */
    return big_may_be_zero(a) && !(a->sign == 0 && a->error <= BIG_EXACT) &&
           a->limbs < BIG_MOST_LIMBS;
}

static struct big step_in_bits(struct big a) {
    return is_open(&a) ? big_unknown(a.limbs) : big_exact(!big_may_be_zero(&a) && a.sign > 0);
}

static struct big rectified_in_bits(struct big a) {
    if (is_open(&a))
        return big_unknown(a.limbs);
    return !big_may_be_zero(&a) && a.sign > 0 ? a : big_exact(0);
}

static const struct function functions[] = {
    {.name = "sigmoid", .activation = "1/(exp(-x) + 1)", .slope = "y*(1 - y)"},
    {.name = "tanh",
     .activation = "tanh(x)",
     .slope = "1 - pow(y, 2)",
     .value = hyperbolic_tangent,
     .value_in_bits = big_tanh,
     .latex = "\\tanh ",
     .mathml = "tanh"},
    {.name = "relu",
     .activation = "relu(x)",
     .keeps_whole = true,
     .slope = "step(x)",
     .value = rectified,
     .value_in_bits = rectified_in_bits,
     .latex = "\\operatorname{relu} ",
     .mathml = "relu"},
    {.name = "identity", .activation = "x", .keeps_whole = true, .slope = "1"},
    {.name = "leaky-relu",
     .activation = "relu(x) - 0.01*relu(-x)",
     .slope = "step(x) + 0.01*step(-x)"},

    {.name = "exp",
     .slope = "y",
     .value = exponential,
     .value_in_bits = big_exp,
     .looks = LOOKS_LIKE_A_POWER,
     .latex = "\\exp ",
     .mathml = "exp"},
    {.name = "log",
     .slope = "1/x",
     .value = logarithm,
     .value_in_bits = big_log,
     .latex = "\\ln ",
     .mathml = "ln"},
    {.name = "sqrt",
     .slope = "1/(2*y)",
     .value = square_root,
     .value_in_bits = big_sqrt,
     .looks = LOOKS_LIKE_A_ROOT},
    {.name = "step",
     .slope = "0",
     .value = step,
     .value_in_bits = step_in_bits,
     .latex = "\\operatorname{step} ",
     .mathml = "step"},
};

enum { COUNT = sizeof functions / sizeof *functions };

const char *function_word(const struct function *function) {
    return function != NULL ? function->name : "softmax";
}

const struct function *function_sigmoid(void) {
    return &functions[0];
}

const struct function *function_at(size_t index) {
    return index < COUNT ? &functions[index] : NULL;
}

const struct function *function_find(const char *name, size_t length) {
    for (size_t i = 0; i < COUNT; i++)
        if (strncmp(functions[i].name, name, length) == 0 && functions[i].name[length] == '\0')
            return &functions[i];
    return NULL;
}
