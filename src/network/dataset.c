/* Dataset: see dataset.h.
 *
 * The iris numbers are those of table I of R. A. Fisher, The use of multiple measurements in
 * taxonomic problems, Annals of Eugenics 7 (1936), measured by E. Anderson: facts, that nobody has a
 * right in. The copy of the UCI Machine Learning Repository (doi 10.24432/C56C76, CC BY 4.0), from
 * which many others come, has two rows otherwise, as it says itself: 35 is 4.9,3.1,1.5,0.1 there,
 * not 4.9,3.1,1.5,0.2, and 38 is 4.9,3.1,1.5,0.1, not 4.9,3.6,1.4,0.1. */
#include "network/dataset.h"

#include "base/memory.h"

#include <string.h>

enum dataset_kind dataset_kind(const char *name) {
    static const char *const scattered[] = {"moons", "circles", "linear"};
    for (size_t i = 0; i < sizeof scattered / sizeof *scattered; i++)
        if (strcmp(name, scattered[i]) == 0)
            return DATASET_SCATTERED;
    return strcmp(name, "xor") == 0 || strcmp(name, "iris") == 0 ? DATASET_FIXED : DATASET_NONE;
}

static struct data *classified(size_t samples, size_t inputs, size_t classes) {
    struct data *data = data_new(samples, inputs);
    data->class = memory_zeroed(samples, sizeof *data->class);
    data->classes = classes;
    return data;
}

static struct data *xor_new(void) {
    struct data *data = classified(4, 2, 2);
    for (size_t s = 0; s < 4; s++) {
        const size_t a = s / 2, b = s % 2;
        *data_x(data, 0, s) = a == 1 ? 1 : -1;
        *data_x(data, 1, s) = b == 1 ? 1 : -1;
        data->class[s] = a != b;
    }
    return data;
}

/* In tenths of a cm: sepal length and width, petal length and width; 50 of each species. */
enum { SPECIES = 3, FLOWERS = 50, MEASURES = 4 };
static const unsigned char iris[SPECIES * FLOWERS][MEASURES] = {
    {51, 35, 14, 2},  {49, 30, 14, 2},  {47, 32, 13, 2},  {46, 31, 15, 2},  {50, 36, 14, 2},
    {54, 39, 17, 4},  {46, 34, 14, 3},  {50, 34, 15, 2},  {44, 29, 14, 2},  {49, 31, 15, 1},
    {54, 37, 15, 2},  {48, 34, 16, 2},  {48, 30, 14, 1},  {43, 30, 11, 1},  {58, 40, 12, 2},
    {57, 44, 15, 4},  {54, 39, 13, 4},  {51, 35, 14, 3},  {57, 38, 17, 3},  {51, 38, 15, 3},
    {54, 34, 17, 2},  {51, 37, 15, 4},  {46, 36, 10, 2},  {51, 33, 17, 5},  {48, 34, 19, 2},
    {50, 30, 16, 2},  {50, 34, 16, 4},  {52, 35, 15, 2},  {52, 34, 14, 2},  {47, 32, 16, 2},
    {48, 31, 16, 2},  {54, 34, 15, 4},  {52, 41, 15, 1},  {55, 42, 14, 2},  {49, 31, 15, 2},
    {50, 32, 12, 2},  {55, 35, 13, 2},  {49, 36, 14, 1},  {44, 30, 13, 2},  {51, 34, 15, 2},
    {50, 35, 13, 3},  {45, 23, 13, 3},  {44, 32, 13, 2},  {50, 35, 16, 6},  {51, 38, 19, 4},
    {48, 30, 14, 3},  {51, 38, 16, 2},  {46, 32, 14, 2},  {53, 37, 15, 2},  {50, 33, 14, 2},
    {70, 32, 47, 14}, {64, 32, 45, 15}, {69, 31, 49, 15}, {55, 23, 40, 13}, {65, 28, 46, 15},
    {57, 28, 45, 13}, {63, 33, 47, 16}, {49, 24, 33, 10}, {66, 29, 46, 13}, {52, 27, 39, 14},
    {50, 20, 35, 10}, {59, 30, 42, 15}, {60, 22, 40, 10}, {61, 29, 47, 14}, {56, 29, 36, 13},
    {67, 31, 44, 14}, {56, 30, 45, 15}, {58, 27, 41, 10}, {62, 22, 45, 15}, {56, 25, 39, 11},
    {59, 32, 48, 18}, {61, 28, 40, 13}, {63, 25, 49, 15}, {61, 28, 47, 12}, {64, 29, 43, 13},
    {66, 30, 44, 14}, {68, 28, 48, 14}, {67, 30, 50, 17}, {60, 29, 45, 15}, {57, 26, 35, 10},
    {55, 24, 38, 11}, {55, 24, 37, 10}, {58, 27, 39, 12}, {60, 27, 51, 16}, {54, 30, 45, 15},
    {60, 34, 45, 16}, {67, 31, 47, 15}, {63, 23, 44, 13}, {56, 30, 41, 13}, {55, 25, 40, 13},
    {55, 26, 44, 12}, {61, 30, 46, 14}, {58, 26, 40, 12}, {50, 23, 33, 10}, {56, 27, 42, 13},
    {57, 30, 42, 12}, {57, 29, 42, 13}, {62, 29, 43, 13}, {51, 25, 30, 11}, {57, 28, 41, 13},
    {63, 33, 60, 25}, {58, 27, 51, 19}, {71, 30, 59, 21}, {63, 29, 56, 18}, {65, 30, 58, 22},
    {76, 30, 66, 21}, {49, 25, 45, 17}, {73, 29, 63, 18}, {67, 25, 58, 18}, {72, 36, 61, 25},
    {65, 32, 51, 20}, {64, 27, 53, 19}, {68, 30, 55, 21}, {57, 25, 50, 20}, {58, 28, 51, 24},
    {64, 32, 53, 23}, {65, 30, 55, 18}, {77, 38, 67, 22}, {77, 26, 69, 23}, {60, 22, 50, 15},
    {69, 32, 57, 23}, {56, 28, 49, 20}, {77, 28, 67, 20}, {63, 27, 49, 18}, {67, 33, 57, 21},
    {72, 32, 60, 18}, {62, 28, 48, 18}, {61, 30, 49, 18}, {64, 28, 56, 21}, {72, 30, 58, 16},
    {74, 28, 61, 19}, {79, 38, 64, 20}, {64, 28, 56, 22}, {63, 28, 51, 15}, {61, 26, 56, 14},
    {77, 30, 61, 23}, {63, 34, 56, 24}, {64, 31, 55, 18}, {60, 30, 48, 18}, {69, 31, 54, 21},
    {67, 31, 56, 24}, {69, 31, 51, 23}, {58, 27, 51, 19}, {68, 32, 59, 23}, {67, 33, 57, 25},
    {67, 30, 52, 23}, {63, 25, 50, 19}, {65, 30, 52, 20}, {62, 34, 54, 23}, {59, 30, 51, 18}};

static struct data *iris_new(void) {
    static const char *const species[SPECIES] = {"Iris-setosa", "Iris-versicolor",
                                                 "Iris-virginica"};
    struct data *data = classified(SPECIES * FLOWERS, MEASURES, SPECIES);
    data->class_name = memory_zeroed(SPECIES, sizeof *data->class_name);
    for (size_t c = 0; c < SPECIES; c++)
        data->class_name[c] = memory_copy(species[c]);
    for (size_t s = 0; s < data->samples; s++) {
        for (size_t i = 0; i < MEASURES; i++)
            *data_x(data, i, s) = iris[s][i] / 10.;
        data->class[s] = s / FLOWERS;
    }
    return data;
}

struct data *dataset_new(const char *name, const struct scatter *scatter, struct error *error) {
    if (dataset_kind(name) == DATASET_SCATTERED)
        return scatter_new(name, scatter, error);
    return strcmp(name, "xor") == 0 ? xor_new() : iris_new();
}
