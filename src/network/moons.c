/* Moons: see moons.h. The steps are scikit-learn's, in its order, so that every rounding is the
 * same. numpy takes the sines and cosines from whatever library its build has, and its own bits
 * differ from machine to machine; ours are one and the same everywhere, within an ulp of any. */
#include "network/moons.h"

#include "base/elementary.h"
#include "base/memory.h"
#include "network/random.h"

#include <math.h>
#include <stdlib.h>

enum { SAMPLES_MOST = 10000000 };

static const double pi = 0x1.921fb54442d18p+1;

/* Item i of COUNT angles in equal steps from 0 to pi: numpy's linspace */
static double angle(size_t i, size_t count) {
    if (i == 0)
        return 0;
    return i == count - 1 ? pi : (double)i * (pi / (double)(count - 1));
}

struct point {
    double x, y;
};

/* Point i of the samples before they are shuffled: the outer half circle, then the inner one. */
static struct point moon_point(size_t i, size_t outer, size_t inner) {
    if (i < outer) {
        const double t = angle(i, outer);
        return (struct point){elementary_cos(t), elementary_sin(t)};
    }
    const double t = angle(i - outer, inner);
    return (struct point){1 - elementary_cos(t), 1 - elementary_sin(t) - 0.5};
}

static bool check(size_t samples, double noise, struct error *error) {
    if (samples < 1 || samples > SAMPLES_MOST)
        return error_set(error, "%zu points: moons need from 1 to %d points", samples,
                         SAMPLES_MOST);
    if (!(noise >= 0 && isfinite(noise)))
        return error_set(error, "noise %g: a number that is 0 or above is needed", noise);
    return true;
}

static bool all_finite(const struct data *data) {
    for (size_t s = 0; s < data->samples; s++)
        if (!isfinite(*data_x(data, 0, s)) || !isfinite(*data_x(data, 1, s)))
            return false;
    return true;
}

struct data *moons_new(size_t samples, double noise, uint32_t seed, struct error *error) {
    if (!check(samples, noise, error))
        return NULL;
    struct random random;
    random_seed(&random, seed);
    size_t *order = memory_zeroed(samples, sizeof *order);
    for (size_t s = 0; s < samples; s++)
        order[s] = s;
    random_shuffle(&random, order, samples);

    struct data *data = data_new(samples, 2);
    data->class = memory_zeroed(samples, sizeof *data->class);
    data->classes = 2;
    const size_t outer = samples / 2;
    for (size_t s = 0; s < samples; s++) {
        const struct point point = moon_point(order[s], outer, samples - outer);
        *data_x(data, 0, s) = point.x;
        *data_x(data, 1, s) = point.y;
        data->class[s] = order[s] < outer ? 0 : 1;
    }
    for (size_t s = 0; s < samples && noise > 0; s++) {
        *data_x(data, 0, s) += noise * random_gauss(&random);
        *data_x(data, 1, s) += noise * random_gauss(&random);
    }
    free(order);
    if (all_finite(data))
        return data;
    data_free(data);
    error_set(error,
              "noise %g: the points leave the range of numbers (1.7e308); a smaller one, such "
              "as 1, is needed",
              noise);
    return NULL;
}
