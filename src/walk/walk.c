/* Walk: see walk.h. */
#include "walk/walk.h"

#include "base/larger.h"
#include "base/number.h"
#include "base/power.h"
#include "walk/article/article.h"
#include "walk/article/pages.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/* The furthest that a value of a walk of ours can be from the exact one, where no given number is
 * above M >= 1 in size: 64 M^16 roundings of 2^-53. Each section multiplies the errors that it gets
 * by a weight or two, an input or the rate, and adds a few roundings of its own; the longest way,
 * that of the companion's second pass, is 27 M^15, other factors are smaller or come with less. A
 * test holds the walks to it. */
static double error_ceiling(const struct example *example) {
    double most = 1;
    for (size_t i = 0; i < example->count; i++)
        most = larger(most, fabs(example->given[i].value));
    return 64 * DBL_EPSILON / 2 * power(most, 16);
}

static void give_numbers(struct trace *trace, const struct example *example) {
    for (size_t i = 0; i < example->count; i++)
        trace_given(trace, example->given[i].name, example->given[i].value,
                    example->given[i].typed);
    trace->error_ceiling = error_ceiling(example);
}

static void record_article(struct trace *trace, const struct example *example, unsigned slips) {
    trace_start(trace, "2-2-2", slips);
    give_numbers(trace, example);
    page_forward(trace);
    page_error(trace);
    page_output_layer(trace);
    page_hidden_layer(trace);
    page_forward_again(trace);
}

bool walk_article(struct trace *trace, const struct example *example, unsigned slips,
                  struct error *error) {
    *trace = (struct trace){0};
    if (!example_needs_article_shape(example, error))
        return false;
    record_article(trace, example, slips);
    return trace_check(trace, error);
}

/* The page calls the companion's numbers of h and O as the article does, and those of hh, which
 * come last, as if they followed them. */
static void give_numbers_of_companion(struct trace *trace, const struct example *companion) {
    static const char *const names[][2] = {
        {"i1", "i1"},  {"i2", "i2"},       {"O1", "O1"}, {"O2", "O2"},  {"w1", "w1"},
        {"w2", "w2"},  {"w3", "w3"},       {"w4", "w4"}, {"w5", "w9"},  {"w6", "w10"},
        {"w7", "w11"}, {"w8", "w12"},      {"b1", "b1"}, {"b2", "b2"},  {"b3", "b5"},
        {"b4", "b6"},  {"alpha", "alpha"}, {"w9", "w5"}, {"w10", "w6"}, {"w11", "w7"},
        {"w12", "w8"}, {"b5", "b3"},       {"b6", "b4"}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const struct given *given = example_find(companion, names[i][1]);
        trace_given(trace, names[i][0], given->value,
                    arena_copy(&trace->arena, given->typed, strlen(given->typed)));
    }
    trace->error_ceiling = error_ceiling(companion);
}

static bool is_companion(const struct example *example) {
    struct shape shape = example->shape;
    shape.depth--;
    return shape_is_article(&shape) && example->shape.width[3] == 2 &&
           example->shape.activation[3] == shape.activation[2];
}

bool walk_deep(struct trace *trace, const struct example *example, struct error *error) {
    struct example companion = {0};
    *trace = (struct trace){0};
    if (!is_companion(example)) {
        if (!example_needs_article_shape(example, error))
            return false;
        example_companion(&companion, example);
    }
    trace_start(trace, "2-2-2-2", SLIPS_NONE);
    give_numbers_of_companion(trace, companion.count > 0 ? &companion : example);
    example_free(&companion);
    page_deep(trace);
    return trace_check(trace, error);
}

/* What is given to the example's first neuron, h1. */
static void give_neuron(struct trace *trace, const struct example *example) {
    static const char *const names[] = {"i1", "i2", "w1", "w2", "b1"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const struct given *given = example_find(example, names[i]);
        trace_given(trace, given->name, given->value, given->typed);
    }
}

/* In chapter 3, 14 M^2 roundings are enough, and in chapter 4 256 M^4 v^2, where v = exp(-x) + 1. A
 * y that its error could carry over 0 leaves the class open. */
bool walk_neuron(struct trace *trace, const struct example *example, struct error *error) {
    *trace = (struct trace){0};
    if (!example_needs_article_shape(example, error))
        return false;
    trace_start(trace, "2-1", SLIPS_NONE);
    give_neuron(trace, example);
    trace->error_ceiling = error_ceiling(example);
    page_neuron(trace);
    if (!trace->failed && fabs(trace_value(trace, "y")) <= trace->error_ceiling)
        trace->error_ceiling = (double)INFINITY;
    return trace_check(trace, error);
}

bool walk_sigmoid(struct trace *trace, const struct example *example, struct error *error) {
    *trace = (struct trace){0};
    if (!example_needs_article_shape(example, error))
        return false;
    trace_start(trace, "1-1", SLIPS_NONE);
    give_neuron(trace, example);
    page_sigmoid(trace);
    if (!trace->failed)
        trace->error_ceiling = 4 * error_ceiling(example) * power(trace_value(trace, "v"), 2);
    return trace_check(trace, error);
}

/* The printed values come in the order of the walk: *NEXT is the first that has not come yet. */
static const char *printed_at(const struct step *step, size_t *next) {
    const struct printed_value *printed = &article_printed[*next];
    if (*next == PRINTED_COUNT || step->kind != STEP_GIVES ||
        strcmp(printed->name, step->name) != 0 || strcmp(printed->equation, step->equation) != 0)
        return NULL;
    ++*next;
    return printed->text;
}

/* `same` if VALUE rounds to the decimals that are printed, `rounding` within the precision that the
 * article carries. */
static enum verdict judge(double value, const char *printed) {
    char rounded[NUMBER_ROOM];
    double read = NAN;
    const char *point = strchr(printed, '.');
    const int decimals = point != NULL ? (int)strlen(point + 1) : 0;
    snprintf(rounded, sizeof rounded, "%.*f", decimals, value);
    if (strcmp(rounded, printed) == 0)
        return VERDICT_SAME;
    number_read(printed, strlen(printed), &read);
    return fabs(value - read) <= ARTICLE_PRECISION ? VERDICT_ROUNDING : VERDICT_SLIP;
}

/* Walks with one slip alone, and notes at each step of TRACE whether the slip changes what the
 * step's value is when none is made, or makes its forms differ. */
static bool note_slip(struct trace *trace, const struct trace *stated,
                      const struct example *example, unsigned slip, struct error *error) {
    struct trace alone;
    const bool forms_matter = trace->slips != SLIPS_NONE;
    record_article(&alone, example, slip);
    const bool walked = forms_matter ? trace_check(&alone, error) : !alone.failed;
    if (!walked)
        *error = alone.error;
    for (size_t s = 0; s < trace->step_count && walked; s++) {
        if (alone.steps[s].kind == STEP_GIVES && alone.steps[s].value != stated->steps[s].value)
            trace->steps[s].cause |= slip;
        for (size_t i = 0; i < alone.steps[s].form_count && forms_matter; i++)
            if (alone.steps[s].forms[i].differs)
                trace->steps[s].broken |= slip;
    }
    trace_free(&alone);
    return walked;
}

static bool note_slips(struct trace *trace, const struct example *example, struct error *error) {
    struct trace walked_again = {0};
    const struct trace *stated = trace->slips == SLIPS_NONE ? trace : &walked_again;
    if (stated != trace)
        record_article(&walked_again, example, SLIPS_NONE);
    bool done = true;
    for (unsigned slips = trace->slips_met; slips != 0 && done; slips &= slips - 1)
        done = note_slip(trace, stated, example, slips & -slips, error);
    trace_free(&walked_again);
    return done;
}

bool walk_compare(struct trace *trace, const struct example *example, struct error *error) {
    size_t next = example_is_article(example) ? 0 : PRINTED_COUNT;
    if (!note_slips(trace, example, error))
        return false;
    for (size_t s = 0; s < trace->step_count; s++) {
        struct step *step = &trace->steps[s];
        if (step->broken == 0) /* where no slip alone parts the forms, those made do so together */
            step->broken = trace->slips & trace->slips_met;
        step->printed = printed_at(step, &next);
        step->verdict = step->printed != NULL ? judge(step->value, step->printed) : VERDICT_NONE;
        if (step->verdict == VERDICT_SLIP && step->cause == 0)
            return error_set(error, "(%s) %s: the article prints %s, and no slip explains it",
                             step->equation, step->name, step->printed);
    }
    return true;
}
