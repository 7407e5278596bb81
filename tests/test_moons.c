/* The moons against scikit-learn's, made after np.random.seed. numpy's sines, cosines and
 * logarithms differ from ours in the last place at times. The difference of a sum is that of its
 * terms, so it is measured in units in the last place of 1, which is the size of the moons. */
#include "suites.h"

#include "base/elementary.h"
#include "network/moons.h"

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

Suite *moons_suite(void) {
    Suite *suite = suite_create("moons");
    add_rows(suite, "the article's points", article_points, 1);
    add_rows(suite, "points", point_is_scikit_learns, sizeof points / sizeof *points);
    add_rows(suite, "the end of a half circle", half_circle_ends_at_pi, 1);
    add_rows(suite, "refused", refuses, sizeof refused / sizeof *refused);
    return suite;
}
