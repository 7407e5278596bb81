/* The article's network in C, its values as lines for `bpwalk check`: cc network.c -lm && ./a.out. SLIP, if it
 * is defined as alpha or sign (cc -DSLIP=sign network.c -lm), makes one. */
#include <math.h>
#include <stdio.h>

enum { alpha = 1, sign = 2 };
#ifndef SLIP
#define SLIP 0
#endif

static const double i[2] = {0.1, 0.2}, O[2] = {0.01, 0.99};
static const double w[2][2][2] = {{{0.1, 0.2}, {0.3, 0.4}}, {{0.5, 0.6}, {0.7, 0.8}}};
static const double b[2][2] = {{0.55, 0.56}, {0.66, 0.67}};

int main(void) {
    double out_h[2], out_O[2], sigma_O[2];
    for (int n = 0; n < 2; n++) {
        const double in = w[0][n][0] * i[0] + w[0][n][1] * i[1] + b[0][n];
        out_h[n] = 1 / (1 + exp(-in));
        printf("in_h%d = %.15g\nout_h%d = %.15g\n", n + 1, in, n + 1, out_h[n]);
    }
    for (int n = 0; n < 2; n++) {
        const double in = w[1][n][0] * out_h[0] + w[1][n][1] * out_h[1] + b[1][n];
        out_O[n] = 1 / (1 + exp(-in));
        sigma_O[n] = (SLIP == sign ? O[n] - out_O[n] : out_O[n] - O[n]) * out_O[n] * (1 - out_O[n]);
        printf("in_O%d = %.15g\nout_O%d = %.15g\nsigma_O%d = %.15g\n", n + 1, in, n + 1, out_O[n],
               n + 1, sigma_O[n]);
    }
    for (int n = 0; n < 2; n++)
        for (int k = 0; k < 2; k++) {
            const double slope = sigma_O[n] * out_h[k];
            printf("dE/dw%d = %.15g\nw%d+ = %.15g\n", 5 + 2 * n + k, slope, 5 + 2 * n + k,
                   w[1][n][k] - (SLIP == alpha ? 1 : 0.5) * slope);
        }
    return 0;
}
