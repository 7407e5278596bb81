/* Loss: see loss.h. */
#include "network/loss.h"

#include "base/elementary.h"

#include <math.h>
#include <string.h>

static const char *const names[LOSSES] = {
    [COST_CROSS_ENTROPY] = "cross-entropy", [COST_MSE] = "mse"};

const char *loss_name(enum cost loss) {
    return names[loss];
}

bool loss_named(const char *name, enum cost *loss) {
    for (int i = 0; i < LOSSES; i++)
        if (strcmp(name, names[i]) == 0) {
            *loss = (enum cost)i;
            return true;
        }
    return false;
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

/* (5.5) */
static double mse(double O, double out) {
    return 0.5 * (O - out) * (O - out);
}

double loss_error(enum cost loss, double O, double in, double out) {
    return loss == COST_MSE ? mse(O, out) : cross_entropy(O, in);
}
