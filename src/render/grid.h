/* Grid: a line of matrices with signs between, whose cells are numbers, names or room to write.
 * What stands in which cell is left to sheet/layers; HTML's is in its own file. */
#ifndef BPWALK_GRID_H
#define BPWALK_GRID_H

#include "formula/formula.h"

enum grid_sign { GRID_NO_SIGN, GRID_EQUALS, GRID_PLUS, GRID_MINUS, GRID_TIMES, GRID_EACH };

/* A formula, or a number as it is shown; neither: room for one. */
struct grid_cell {
    const struct formula *formula;
    const char *number;
};

/* SIGN stands before it. GRID_EACH: the product of each element with its own. */
struct grid_piece {
    enum grid_sign sign;
    const struct formula *formula; /* no matrix but this; or NULL: */
    size_t rows, columns;          /* both at least 1 */
    const struct grid_cell *cells; /* row by row */
    const char *name;              /* below the matrix, or NULL */
    bool is_transposed;            /* the matrix is that of the name with rows as columns; without a
                                      name it is written so, with a T behind it */
};

/* The rows of the matrix with room to write in it; 0: there is none. Those of another with as many
 * rows stand beside them, and are as high. */
size_t grid_room_rows(const struct grid_piece pieces[], size_t count);

/* The most decimals of a number in a column; -1: there is room or a name in it. Numbers stand with
 * their points below each other. */
int grid_decimals(const struct grid_piece *piece, size_t column);

/* Appends the line as LaTeX (mathematics mode; needs amsmath). BEFORE_LAST stands before the last
 * piece, ROOM where there is room for a number, STRUT in each row that is as high as one with room.
 */
void grid_latex(struct text *out, const struct grid_piece pieces[], size_t count,
                const char *before_last, const char *room, const char *strut);

#endif
