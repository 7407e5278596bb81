/* Typed: what people type, as the plain characters that are meant: full-width letters, another
 * minus, a comma for the decimal point, 3.8 x 10^-1. Whose value it is, is left to the answer file.
 */
#ifndef BPWALK_TYPED_H
#define BPWALK_TYPED_H

#include "base/text.h"

#include <stdbool.h>

/* Appends the LENGTH bytes of a file as lines of UTF-8, each ended by \n: of UTF-16 too, which is
 * told by its mark or its zeros, with line ends of every kind, and without a mark. */
void typed_lines(struct text *out, const char *bytes, size_t length);

/* Appends a line of UTF-8 in ASCII: each character becomes what it stands for (a full-width digit,
 * a minus, a dot between factors, a subscript, a Greek letter, a LaTeX command); one that stands
 * for nothing stays, and a control character becomes '?'. Bytes that are no UTF-8 make it false. */
bool typed_plain(struct text *out, const char *line, size_t length);

/* Appends the character C in UTF-8. */
void typed_character(struct text *out, unsigned c);

/* Appends TEXT, one number, as number_read takes it; false where it is none. It reads 0,3775 (not
 * 1,234, which may be a thousand), 1.234,5, 3.8*10^-1, 3.8x10^-1, 38%, +0.6, ~0.6, "0.6", and a
 * number with a unit or a remark behind it, if there is no digit in it. */
bool typed_number(struct text *out, const char *text, size_t length);

/* Appends TEXT, an expression, as formula_parse takes it: a decimal comma becomes a point, an x
 * between two operands a *, and one is put before a parenthesis where it is not written: 2(3 - 1).
 */
void typed_expression(struct text *out, const char *text, size_t length);

/* How many bytes of blanks TEXT begins with. */
size_t typed_blanks(const char *text, size_t length);

struct span {
    const char *text; /* not NUL-terminated */
    size_t length;
};

/* TEXT without the blanks around it. */
struct span typed_trim(const char *text, size_t length);

#endif
