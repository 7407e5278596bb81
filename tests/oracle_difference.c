/* Oracle, the central differences: see oracle.h. */
#include "oracle_parts.h"

/* h is 2^-STEP_BITS. */
enum { DIFFERENCE_BITS = 1024, STEP_BITS = 256, AGREED_BITS = 200, LOST_BITS = 350, LARGE = 1000 };

static bool is_at_kink(const struct oracle *oracle, const struct sample *sample) {
    for (size_t layer = 1; layer <= oracle->shape->depth; layer++) {
        const struct activation *activation = activation_of(oracle->shape, layer);
        for (size_t i = 0; i < oracle->shape->width[layer]; i++)
            if (activation != NULL && activation->has_kink &&
                exponent_of(sample->before.in[layer][i]) < -STEP_BITS / 2)
                return true;
    }
    return false;
}

/* h is no small step of an output that is all but 0, of which the logarithm is taken. */
static bool is_at_end(const struct oracle *oracle, const struct sample *sample,
                      const struct role *by) {
    return oracle->shape->loss == LOSS_CROSS_ENTROPY && by->kind == ROLE_OUTPUT &&
           by->layer == oracle->shape->depth &&
           exponent_of(sample->before.out[by->layer][by->neuron - 1]) < -STEP_BITS / 2;
}

static bool is_large(const struct oracle *oracle) {
    for (size_t layer = 1; layer <= oracle->shape->depth; layer++) {
        const size_t weights = oracle->shape->width[layer] * oracle->shape->width[layer - 1];
        for (size_t i = 0; i < weights; i++)
            if (mpfr_cmpabs_ui(oracle->old[layer].weights[i], LARGE) > 0)
                return true;
        for (size_t i = 0; i < bias_count(oracle->shape, layer); i++)
            if (mpfr_cmpabs_ui(oracle->old[layer].biases[i], LARGE) > 0)
                return true;
    }
    for (size_t i = 0; i < oracle->example->count; i++)
        if (!(oracle->example->given[i].value <= LARGE &&
              oracle->example->given[i].value >= -LARGE))
            return true;
    return false;
}

/* OF where BY is moved, into VALUE. */
static void moved(const struct oracle *oracle, const struct sample *sample, const struct role *of,
                  const struct nudge *nudge, struct pass *pass, mpfr_ptr value) {
    const size_t first = nudge->role.layer;
    for (size_t layer = 0; layer < first; layer++)
        pass->out[layer] = sample->before.out[layer];
    pass_forward(oracle->shape, oracle->old, sample->targets, first, pass, nudge);
    mpfr_set(value, pass_value(pass, of), MPFR_RNDN);
}

static void difference(const struct oracle *oracle, const struct sample *sample,
                       const struct role *of, const struct role *by, mpfr_ptr value) {
    struct block *blocks = NULL;
    struct pass pass = pass_take(oracle->shape, &blocks, DIFFERENCE_BITS);
    mpfr_t step, below;
    mpfr_inits2(DIFFERENCE_BITS, step, below, (mpfr_ptr)0);
    mpfr_set_ui_2exp(step, 1, -STEP_BITS, MPFR_RNDN);
    moved(oracle, sample, of, &(struct nudge){*by, step}, &pass, value);
    mpfr_neg(step, step, MPFR_RNDN);
    moved(oracle, sample, of, &(struct nudge){*by, step}, &pass, below);
    mpfr_sub(value, value, below, MPFR_RNDN);
    mpfr_mul_2ui(value, value, STEP_BITS - 1, MPFR_RNDN);
    mpfr_clears(step, below, (mpfr_ptr)0);
    numbers_free(blocks);
}

/* That h^2 is 2^-512, and a forward pass is rounded to 2^-1024 and divided by h, leaves 2^-350 of
 * the size of OF or 1, with room for a third derivative of 10^48; and 200 bits of what is larger.
 */
static bool agrees(mpfr_srcptr difference, mpfr_srcptr value, mpfr_srcptr of) {
    mpfr_t away, allowed, size;
    mpfr_inits2(DIFFERENCE_BITS, away, allowed, size, (mpfr_ptr)0);
    mpfr_sub(away, difference, value, MPFR_RNDN);
    mpfr_abs(size, of, MPFR_RNDN);
    mpfr_add_ui(size, size, 1, MPFR_RNDN);
    mpfr_div_2ui(size, size, LOST_BITS, MPFR_RNDN);
    mpfr_abs(allowed, value, MPFR_RNDN);
    mpfr_div_2ui(allowed, allowed, AGREED_BITS, MPFR_RNDN);
    mpfr_add(allowed, allowed, size, MPFR_RNDN);
    const bool is_close = mpfr_cmpabs(away, allowed) <= 0;
    mpfr_clears(away, allowed, size, (mpfr_ptr)0);
    return is_close;
}

/* Of one sample, or over them. */
static bool slope_of(const struct oracle *oracle, const char *name, size_t length, struct role *of,
                     struct role *by) {
    *by = shape_role(oracle->shape, name, length);
    if (by->kind == ROLE_ERROR_TERM) {
        *of = (struct role){.kind = ROLE_TOTAL, .sample = by->sample};
        by->kind = ROLE_SUM;
        return true;
    }
    return shape_derivative(oracle->shape, name, length, of, by);
}

static bool meets_updated(const struct oracle *oracle, const struct role *of,
                          const struct role *by) {
    return oracle->shape->update == UPDATE_AT_ONCE && by->layer < oracle->shape->depth &&
           (of->kind == ROLE_TOTAL || of->kind == ROLE_ERROR ||
            (of->kind == ROLE_SUM && by->kind == ROLE_OUTPUT));
}

enum difference oracle_difference(const struct oracle *oracle, const char *name, size_t length,
                                  mpfr_srcptr value) {
    struct role of, by;
    if (!slope_of(oracle, name, length, &of, &by))
        return DIFFERENCE_OF_NO_SLOPE;
    if (meets_updated(oracle, &of, &by))
        return DIFFERENCE_AT_ONCE;
    if (is_large(oracle))
        return DIFFERENCE_TOO_LARGE;
    const struct sample *its = oracle_sample(oracle, by.sample);
    mpfr_t sum, one, size;
    bool is_smooth = true;
    mpfr_inits2(DIFFERENCE_BITS, sum, one, size, (mpfr_ptr)0);
    mpfr_set_zero(sum, 1);
    for (size_t s = 0; s < oracle->shape->samples && is_smooth; s++) {
        const struct sample *sample = &oracle->samples[s];
        if (its != NULL && its != sample)
            continue;
        is_smooth = !is_at_kink(oracle, sample) && !is_at_end(oracle, sample, &by);
        difference(oracle, sample, &of, &by, one);
        mpfr_add(sum, sum, one, MPFR_RNDN);
        mpfr_set(size, pass_value(&sample->before, &of), MPFR_RNDN);
    }
    if (its == NULL)
        oracle_reduce(oracle, sum);
    const bool is_close = agrees(sum, value, size);
    mpfr_clears(sum, one, size, (mpfr_ptr)0);
    return !is_smooth ? DIFFERENCE_AT_KINK : is_close ? DIFFERENCE_AGREES : DIFFERENCE_DISAGREES;
}
