/* Loss: see loss.h. */
#include "network/loss.h"

#include "base/elementary.h"

#include <math.h>
#include <string.h>

static const char *const names[LOSSES] = {[COST_CROSS_ENTROPY] = "cross-entropy",
                                          [COST_MSE] = "mse",
                                          [COST_MEAN_SQUARED] = "mean-squared-error",
                                          [COST_CROSS_ENTROPY_BROKEN] = "cross-entropy"};

const char *loss_name(enum cost loss) {
    return names[loss];
}

bool loss_named(const char *name, enum cost *loss) {
    for (int i = 0; i < LOSSES; i++)
        if (strcmp(name, names[i]) == 0) {
            *loss = (enum cost)i;
            return true;
        }
    *loss = COST_MSE;
    return strcmp(name, "squared-error") == 0;
}

/* E_O = -(O log(out) + (1 - O) log(1 - out)) with out = 1/(exp(-in) + 1), hence
 * -log(out) = log(1 + exp(-in)) and -log(1 - out) = log(1 + exp(in)). The larger of the two is the
 * smaller one plus |in|, and exp(-|in|) cannot overflow. */
static double cross_entropy(double O, double in) {
    const double smaller = elementary_log1p(elementary_exp(-fabs(in)));
    const double minus_log_out = smaller + (in < 0 ? -in : 0);
    const double minus_log_rest = smaller + (in > 0 ? in : 0);
    return (O == 0 ? 0 : O * minus_log_out) + (O == 1 ? 0 : (1 - O) * minus_log_rest);
}

static double cross_entropy_broken(double O, double out) {
    return -(O * elementary_log(out) + (1 - O) * elementary_log(1 - out));
}

/* (5.5) */
static double mse(double O, double out) {
    return 0.5 * (O - out) * (O - out);
}

double loss_error(enum cost loss, double O, double in, double out) {
    if (loss == COST_MEAN_SQUARED)
        return (O - out) * (O - out);
    if (loss == COST_CROSS_ENTROPY_BROKEN)
        return cross_entropy_broken(O, out);
    return loss == COST_MSE ? mse(O, out) : cross_entropy(O, in);
}

double softmax_cross_entropy(double O, double log_out, double out) {
    static const double least = 0x1p-1000;
    if (O == 0)
        return 0;
    return -O * (out > least ? elementary_log(out) : log_out);
}

double softmax_log_sum(const double *in, size_t count, size_t apart) {
    double largest = in[0], sum = 0;
    for (size_t j = 1; j < count; j++)
        largest = in[j * apart] > largest ? in[j * apart] : largest;
    for (size_t j = 0; j < count; j++)
        sum += elementary_exp(in[j * apart] - largest);
    return largest + elementary_log(sum);
}
