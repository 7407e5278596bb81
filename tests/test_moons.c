/* The moons against scikit-learn's, made after np.random.seed. numpy's sines, cosines and
 * logarithms differ from ours in the last place at times. The difference of a sum is that of its
 * terms, so it is measured in units in the last place of 1, which is the size of the moons. */
#include "suites.h"

#include "base/elementary.h"
#include "network/dataset.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct data *made(size_t samples, double noise, uint32_t seed) {
    struct error error;
    struct data *data = moons_new(samples, noise, seed, &error);
    ck_assert_msg(data != NULL, "%s", error.line);
    ck_assert_uint_eq(data->samples, samples);
    ck_assert_uint_eq(data->inputs, 2);
    ck_assert_uint_eq(data->classes, 2);
    return data;
}

static void check_point(const struct data *data, size_t s, double x, double y, size_t class) {
    ck_assert_msg(fabs(*data_x(data, 0, s) - x) <= 2 * DBL_EPSILON,
                  "x of point %zu is %.17g, not %.17g", s, *data_x(data, 0, s), x);
    ck_assert_msg(fabs(*data_x(data, 1, s) - y) <= 2 * DBL_EPSILON,
                  "y of point %zu is %.17g, not %.17g", s, *data_x(data, 1, s), y);
    ck_assert_msg(data->class[s] == class, "point %zu has class %zu, not %zu", s, data->class[s],
                  class);
}

/* All points of the article's chapter 6 */
START_TEST(article_points) {
    char *text = read_source("tests/data/moons-60-seed-1.tsv");
    struct data *data = made(60, 1.0, 1);
    size_t s = 0;
    for (char *line = strtok(text, "\n"); line != NULL; line = strtok(NULL, "\n")) {
        double x, y;
        size_t class;
        if (sscanf(line, "%lf\t%lf\t%zu", &x, &y, &class) != 3)
            continue; /* the two lines above the table */
        ck_assert_uint_lt(s, 60);
        check_point(data, s++, x, y, class);
    }
    ck_assert_uint_eq(s, 60);
    data_free(data);
    free(text);
}
END_TEST

static const struct {
    size_t samples;
    double noise;
    uint32_t seed;
    size_t s;
    double x, y;
    size_t class;
} points[] = {
    {5, 0.0, 2, 0, 0.0, 0.5, 1},
    {5, 0.0, 2, 2, -1.0, 1.2246467991473532e-16, 0},
    {5, 0.0, 2, 4, 1.0, 0.0, 0},
    {37, 0.3, 9, 0, 0.17010249315916418, 0.2197799848292386, 1},
    {37, 0.3, 9, 18, 0.06235302066413617, 0.38596271965260875, 0},
    {37, 0.3, 9, 36, 1.5840458088298863, -0.47727587930980353, 1},
    {1, 0.5, 7, 0, 0.845262851900178, 0.26703131472958364, 1},
    {2, 0.25, 0, 0, 0.2806987297072822, 0.5757013048882704, 1},
    {2, 0.25, 0, 1, 1.017714814486251, 0.018260355540784153, 0},
    {1000, 0.1, 42, 0, -0.05146967571016653, 0.4441986308046334, 1},
    {1000, 0.1, 42, 500, 0.2891443061013746, -0.4218802385372761, 1},
    {1000, 0.1, 42, 999, 0.787589711050746, 0.6166094522977235, 0},
};

START_TEST(point_is_scikit_learns) {
    struct data *data = made(points[_i].samples, points[_i].noise, points[_i].seed);
    check_point(data, points[_i].s, points[_i].x, points[_i].y, points[_i].class);
    data_free(data);
}
END_TEST

static const struct {
    size_t samples;
    double noise;
    const char *line;
} refused[] = {
    {0, 1.0, "0 points: moons need from 1 to 10000000 points"},
    {10000001, 1.0, "10000001 points: moons need from 1 to 10000000 points"},
    {60, -0.1, "noise -0.1: a number that is 0 or above is needed"},
    {60, INFINITY, "noise inf: a number that is 0 or above is needed"},
    {60, 1e308,
     "noise 1e+308: the points leave the range of numbers (1.7e308); a smaller one, such as 1, is "
     "needed"},
    {1, 1.7e308,
     "noise 1.7e+308: the points leave the range of numbers (1.7e308); a smaller one, such as 1, is "
     "needed"},
    {60, NAN, "noise nan: a number that is 0 or above is needed"},
};

START_TEST(refuses) {
    struct error error;
    ck_assert_ptr_null(moons_new(refused[_i].samples, refused[_i].noise, 1, &error));
    ck_assert_str_eq(error.line, refused[_i].line);
}
END_TEST

/* The last angle of the half circle is pi itself, as numpy's is, and no product of equal steps. */
START_TEST(half_circle_ends_at_pi) {
    const double end = elementary_sin(0x1.921fb54442d18p+1);
    for (size_t count = 2; count <= 100; count++) {
        struct data *data = made(2 * count, 0.0, 1);
        size_t found = 0;
        for (size_t s = 0; s < data->samples; s++)
            found += data->class[s] == 0 && *data_x(data, 1, s) == end;
        ck_assert_msg(found == 1, "%zu points at its end, of %zu", found, count);
        data_free(data);
    }
}
END_TEST

/* Others, and moons of unequal size, as numpy 1.24 makes them from scikit-learn's formulas; the two
 * rows are ours. The last digits of a sine are not the same on the way down. */
static const struct {
    const char *name;
    struct scatter scatter;
    size_t s;
    double x, y;
    size_t class;
} others[] = {
    {"circles", {30, 30, 0.1, 1}, 0, -0.29266567791445836, 0.75231140676886232, 1},
    {"circles", {30, 30, 0.1, 1}, 59, -0.066938188959186087, 0.90140002130670083, 1},
    {"moons", {80, 20, 1.0, 1}, 0, 0.10808661663631697, 1.515262918840633, 1},
    {"moons", {80, 20, 1.0, 1}, 99, -1.5150822098466545, 1.9336366277769415, 0},
    {"linear", {30, 30, 0.1, 7u}, 0, -0.6190650647934256, -1.3842374289493413, 1},
    {"linear", {30, 30, 0.1, 7u}, 59, 0.68661204651437502, -0.10906958417030074, 1},
    {"circles", {7, 12, 0.05, 4294967295}, 0, -0.40220130077240196, 0.70525890389800494, 1},
    {"circles", {7, 12, 0.05, 4294967295}, 18, -0.92466461653867449, 0.45453336316999143, 0},
};

START_TEST(other_points) {
    struct error error;
    struct data *data = scatter_new(others[_i].name, &others[_i].scatter, &error);
    ck_assert_msg(data != NULL, "%s", error.line);
    ck_assert_uint_eq(data->samples, others[_i].scatter.first + others[_i].scatter.second);
    check_point(data, others[_i].s, others[_i].x, others[_i].y, others[_i].class);
    size_t second = 0;
    for (size_t s = 0; s < data->samples; s++)
        second += data->class[s];
    ck_assert_uint_eq(second, others[_i].scatter.second);
    data_free(data);
}
END_TEST

/* The mean of each measure of Fisher's flowers, species by species, as he gives them; and where xor
 * has its ones. */
START_TEST(fixed_sets) {
    static const double mean[3][4] = {
        {5.006, 3.428, 1.462, 0.246}, {5.936, 2.770, 4.260, 1.326}, {6.588, 2.974, 5.552, 2.026}};
    struct error error;
    struct data *iris = dataset_new("iris", NULL, &error), *xor = dataset_new("xor", NULL, &error);
    ck_assert_uint_eq(iris->samples, 150);
    for (size_t c = 0; c < 3; c++)
        for (size_t i = 0; i < 4; i++) {
            double sum = 0;
            for (size_t s = 0; s < 150; s++)
                sum += iris->class[s] == c ? *data_x(iris, i, s) : 0;
            ck_assert_msg(fabs(sum / 50 - mean[c][i]) < 1e-12, "species %zu, measure %zu: %.17g", c,
                          i, sum / 50);
        }
    ck_assert_str_eq(name_of_class(iris, 2).text, "Iris-virginica");
    for (size_t i = 0; i < 4; i++) { /* which the copy of UCI has otherwise */
        ck_assert(*data_x(iris, i, 34) == ((double[]){4.9, 3.1, 1.5, 0.2})[i]);
        ck_assert(*data_x(iris, i, 37) == ((double[]){4.9, 3.6, 1.4, 0.1})[i]);
    }
    for (size_t s = 0; s < 4; s++)
        ck_assert_uint_eq(xor->class[s], *data_x(xor, 0, s) * *data_x(xor, 1, s) < 0);
    data_free(xor);
    data_free(iris);
}
END_TEST

Suite *moons_suite(void) {
    Suite *suite = suite_create("moons");
    add_rows(suite, "the article's points", article_points, 1);
    add_rows(suite, "points", point_is_scikit_learns, sizeof points / sizeof *points);
    add_rows(suite, "the end of a half circle", half_circle_ends_at_pi, 1);
    add_rows(suite, "refused", refuses, sizeof refused / sizeof *refused);
    add_rows(suite, "other points", other_points, sizeof others / sizeof *others);
    add_rows(suite, "fixed sets", fixed_sets, 1);
    return suite;
}
