/* Number: decimal text to double and back, with a decimal point in every locale (the program never
 * leaves the C locale). Which number is meant, and where it stands, is left to the caller. */
#ifndef BPWALK_NUMBER_H
#define BPWALK_NUMBER_H

#include <stdbool.h>
#include <stddef.h>

/* Room for any number that number_shown or number_exact writes, with its NUL. */
enum { NUMBER_ROOM = 48, DIGITS_DEFAULT = 10, DIGITS_MOST = 17 };

/* Reads the LENGTH bytes at TEXT as a decimal number: sign, digits with at most one point,
 * exponent; nothing else (no 0x, inf, nan, no comma, no spaces). Returns NULL with *VALUE set, or
 * what is wrong and what would be right, to stand behind the place and the quoted text. */
const char *number_read(const char *text, size_t length, double *value);

/* How far VALUE, as number_read has read it, can be from the decimal at TEXT: half a unit in its
 * last place; 0 where it is that decimal itself. */
double number_error(const char *text, size_t length, double value);

/* VALUE with DIGITS decimals, correctly rounded, trailing zeros dropped: 0.6, 1, -0.0145365614.
 * One that would lose all its digits so, or has more than 15 before the point, is shown with an
 * exponent: 1.5e-13. Returns the length. */
size_t number_shown(char room[NUMBER_ROOM], double value, int digits);

/* As number_shown, for a number known to within ERROR of VALUE: where not all of those are shown by
 * the same text it returns 0. */
size_t number_shown_within(char room[NUMBER_ROOM], double value, double error, int digits);

/* Drops the zeros behind the last other digit of a decimal in ROOM. Returns the length. */
size_t number_drop_zeros(char *room, size_t length);

/* VALUE with 17 significant digits, which read back to the same double. Returns the length. */
size_t number_exact(char room[NUMBER_ROOM], double value);

#endif
