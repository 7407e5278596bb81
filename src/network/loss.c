/* Loss: see loss.h. */
#include "network/loss.h"

#include "base/elementary.h"
#include "base/larger.h"
#include "example/example.h"

#include <math.h>
#include <string.h>

static const char mse_name[] = "mse";

const char *loss_name(enum cost loss) {
    return loss == COST_MSE
               ? mse_name
               : example_choice("loss", loss == COST_MEAN_SQUARED ? LOSS_MEAN_SQUARED_ERROR
                                                                  : LOSS_CROSS_ENTROPY);
}

enum cost cost_of_loss(enum loss loss) {
    return loss == LOSS_SQUARED_ERROR        ? COST_MSE
           : loss == LOSS_MEAN_SQUARED_ERROR ? COST_MEAN_SQUARED
                                             : COST_CROSS_ENTROPY;
}

bool loss_named(const char *name, enum cost *loss) {
    *loss = COST_MSE;
    if (strcmp(name, mse_name) == 0)
        return true;
    for (size_t i = 0; example_choice("loss", i) != NULL; i++)
        if (strcmp(name, example_choice("loss", i)) == 0) {
            *loss = cost_of_loss((enum loss)i);
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
    double largest = -(double)INFINITY, sum = 0;
    for (size_t j = 0; j < count; j++)
        largest = larger(largest, in[j * apart]);
    for (size_t j = 0; j < count; j++)
        sum += elementary_exp(in[j * apart] - largest);
    return largest + elementary_log(sum);
}
