/* Grid: see grid.h. */
#include "render/grid.h"

#include "formula/name.h"
#include "render/line_latex.h"

#include <string.h>

int grid_decimals(const struct grid_piece *piece, size_t column) {
    int most = 0;
    for (size_t row = 0; row < piece->rows; row++) {
        const char *number = piece->cells[row * piece->columns + column].number;
        if (number == NULL)
            return -1;
        const char *point = strchr(number, '.');
        const int decimals = point == NULL ? 0 : (int)strspn(point + 1, "0123456789");
        most = decimals > most ? decimals : most;
    }
    return most;
}

static void put_cell(struct text *out, const struct grid_cell *cell, int decimals,
                     const char *room) {
    if (cell->formula != NULL) {
        text_puts(out,
                  cell->formula->kind == FORMULA_NAME ? "" : "\\rule{0pt}{1.9em}\\displaystyle ");
        formula_latex(out, cell->formula, NULL, NULL);
    } else if (cell->number != NULL) {
        line_latex_aligned(out, cell->number, decimals);
    } else {
        text_puts(out, room);
    }
}

static void put_matrix(struct text *out, const struct grid_piece *piece, const char *room,
                       const char *strut) {
    if (piece->name != NULL) {
        text_puts(out, "\\underset{{");
        name_latex(out, piece->name, strlen(piece->name));
        text_puts(out, piece->is_transposed ? "}^{\\mathsf{T}}}{" : "}}{");
    }
    /* names of samples have their number above the foot of the row before */
    const bool are_high = piece->rows > 1 && piece->columns > 1 && piece->cells[0].formula != NULL;
    text_puts(out, "\\left[\\begin{array}{");
    for (size_t column = 0; column < piece->columns; column++)
        text_putc(out, grid_decimals(piece, column) < 0 ? 'c' : 'r');
    text_puts(out, "}");
    for (size_t i = 0; i < piece->rows * piece->columns; i++) {
        const bool is_first = i % piece->columns == 0;
        text_puts(out, !is_first ? " & " : i > 0 ? " \\\\ " : " ");
        put_cell(out, &piece->cells[i], grid_decimals(piece, i % piece->columns), room);
        text_puts(out, !is_first ? "" : are_high ? "\\rule[-0.6em]{0pt}{1.8em}" : strut);
    }
    text_puts(out, " \\end{array}\\right]");
    text_puts(out, piece->name != NULL ? "}" : piece->is_transposed ? "^{\\mathsf{T}}" : "");
}

size_t grid_room_rows(const struct grid_piece pieces[], size_t count) {
    for (size_t i = 0; i < count; i++)
        for (size_t cell = 0;
             pieces[i].formula == NULL && cell < pieces[i].rows * pieces[i].columns; cell++)
            if (pieces[i].cells[cell].formula == NULL && pieces[i].cells[cell].number == NULL)
                return pieces[i].rows;
    return 0;
}

void grid_latex(struct text *out, const struct grid_piece pieces[], size_t count,
                const char *before_last, const char *room, const char *strut) {
    static const char *const signs[] = {
        [GRID_NO_SIGN] = "",  [GRID_EQUALS] = " = ",     [GRID_PLUS] = " + ",
        [GRID_MINUS] = " - ", [GRID_TIMES] = " \\cdot ", [GRID_EACH] = " \\odot "};
    const size_t room_rows = grid_room_rows(pieces, count);
    for (size_t i = 0; i < count; i++) {
        const bool is_factor = pieces[i].sign == GRID_EACH;
        text_puts(out, i + 1 == count ? before_last : "");
        text_puts(out, signs[pieces[i].sign]);
        text_puts(out, is_factor ? "\\left(" : "");
        if (pieces[i].formula != NULL)
            formula_latex(out, pieces[i].formula, NULL, NULL);
        else
            put_matrix(out, &pieces[i], room, pieces[i].rows == room_rows ? strut : "");
        text_puts(out, is_factor ? "\\right)" : "");
    }
}
