/* Nearest: see nearest.h. The distance is Damerau's and Levenshtein's, by the table of the
 * distances of all beginnings (Wagner and Fischer 1974). */
#include "base/nearest.h"

#include <string.h>

static size_t least(size_t a, size_t b) {
    return a < b ? a : b;
}

static size_t distance_of(const char *a, size_t a_length, const char *b, size_t b_length) {
    size_t table[NEAREST_ROOM][NEAREST_ROOM];
    for (size_t i = 0; i <= a_length; i++)
        for (size_t j = 0; j <= b_length; j++) {
            if (i == 0 || j == 0) {
                table[i][j] = i + j;
                continue;
            }
            table[i][j] = least(table[i - 1][j - 1] + (a[i - 1] != b[j - 1]),
                                least(table[i - 1][j], table[i][j - 1]) + 1);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                table[i][j] = least(table[i][j], table[i - 2][j - 2] + 1);
        }
    return table[a_length][b_length];
}

void nearest_try(struct nearest *nearest, const char *known) {
    const size_t length = strnlen(known, NEAREST_ROOM - 1);
    const size_t distance =
        distance_of(nearest->word, least(nearest->length, NEAREST_ROOM - 1), known, length);
    if (nearest->found[0] != '\0' && distance >= nearest->distance)
        return;
    nearest->distance = distance;
    memcpy(nearest->found, known, length);
    nearest->found[length] = '\0';
}
