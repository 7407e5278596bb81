/* Moons: see moons.h. The steps are scikit-learn's, in its order, so that every rounding is the
 * same. numpy takes the sines and cosines from whatever library its build has, and its own bits
 * differ from machine to machine; ours are one and the same everywhere, within an ulp of any. */
#include "network/moons.h"

#include "base/elementary.h"
#include "base/memory.h"
#include "network/random.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { SAMPLES_MOST = 10000000 };

static const double pi = 0x1.921fb54442d18p+1;

struct point {
    double x, y;
};

/* Point i of one half of the samples, of COUNT, before they are shuffled. */
typedef struct point place(size_t i, size_t count, bool second);

/* Item i of COUNT steps from LOW to HIGH: numpy's linspace */
static double step(size_t i, size_t count, double low, double high) {
    if (i == 0)
        return low;
    return i == count - 1 ? high : (double)i * ((high - low) / (double)(count - 1)) + low;
}

/* The outer half circle, then the inner one. */
static struct point moon(size_t i, size_t count, bool second) {
    const double t = step(i, count, 0, pi);
    if (second)
        return (struct point){1 - elementary_cos(t), 1 - elementary_sin(t) - 0.5};
    return (struct point){elementary_cos(t), elementary_sin(t)};
}

/* A circle of radius 1, then one of 0.8 in it. */
static struct point circle(size_t i, size_t count, bool second) {
    const double t = (double)i * (2 * pi / (double)count), radius = second ? 0.8 : 1;
    const double down = 2 * pi - t; /* cosines and sines are had up to pi */
    const double x = elementary_cos(t > pi ? down : t);
    const double y = t > pi ? -elementary_sin(down) : elementary_sin(t);
    return (struct point){radius * x, radius * y};
}

/* Two rows, on either side of the line y = x. */
static struct point row(size_t i, size_t count, bool second) {
    const double t = step(i, count, -1, 1), away = second ? -0.5 : 0.5;
    return (struct point){t - away, t + away};
}

static bool check(const struct scatter *scatter, const char *name, struct error *error) {
    if (scatter->first + scatter->second < 1 || scatter->first > SAMPLES_MOST ||
        scatter->second > SAMPLES_MOST)
        /* GCOVR_EXCL_START: the options are in these bounds */
        return error_set(error, "%zu points: %s need from 1 to %d points",
                         scatter->first + scatter->second, name, SAMPLES_MOST);
    /* GCOVR_EXCL_STOP */
    if (!(scatter->noise >= 0 && isfinite(scatter->noise)))
        return error_set(error, "noise %g: a number that is 0 or above is needed", scatter->noise);
    return true;
}

static bool all_finite(const struct data *data) {
    for (size_t s = 0; s < data->samples; s++)
        if (!isfinite(*data_x(data, 0, s)) || !isfinite(*data_x(data, 1, s)))
            return false;
    return true;
}

static struct data *points(place *place_of, const struct scatter *scatter) {
    const size_t samples = scatter->first + scatter->second;
    struct random random;
    random_seed(&random, scatter->seed);
    size_t *order = random_permutation(&random, samples);

    struct data *data = data_new(samples, 2);
    data->class = memory_zeroed(samples, sizeof *data->class);
    data->classes = 2;
    for (size_t s = 0; s < samples; s++) {
        const bool second = order[s] >= scatter->first;
        const struct point point = second
                                       ? place_of(order[s] - scatter->first, scatter->second, true)
                                       : place_of(order[s], scatter->first, false);
        *data_x(data, 0, s) = point.x;
        *data_x(data, 1, s) = point.y;
        data->class[s] = second;
    }
    for (size_t s = 0; s < samples && scatter->noise > 0; s++) {
        *data_x(data, 0, s) += scatter->noise * random_gauss(&random);
        *data_x(data, 1, s) += scatter->noise * random_gauss(&random);
    }
    free(order);
    return data;
}

struct data *scatter_new(const char *name, const struct scatter *scatter, struct error *error) {
    place *const place_of = strcmp(name, "moons") == 0     ? moon
                            : strcmp(name, "circles") == 0 ? circle
                                                           : row;
    if (!check(scatter, name, error))
        return NULL;
    struct data *data = points(place_of, scatter);
    if (all_finite(data))
        return data;
    data_free(data);
    error_set(error,
              "noise %g: the points leave the range of numbers (1.7e308); a smaller one, such "
              "as 1, is needed",
              scatter->noise);
    return NULL;
}

struct data *moons_new(size_t samples, double noise, uint32_t seed, struct error *error) {
    if (samples < 1 || samples > SAMPLES_MOST) {
        error_set(error, "%zu points: moons need from 1 to %d points", samples, SAMPLES_MOST);
        return NULL;
    }
    const struct scatter scatter = {samples / 2, samples - samples / 2, noise, seed};
    return scatter_new("moons", &scatter, error);
}
