/* Script: the writer of a gnuplot program: its head, its text in the reader's language, its numbers
 * and data. What is drawn is left to the figures, and the drawing to gnuplot. */
#ifndef BPWALK_SCRIPT_H
#define BPWALK_SCRIPT_H

#include "base/number.h"
#include "base/text.h"
#include "prose/prose.h"

struct script {
    struct text *out;
    enum language language;
};

/* The colours of Okabe and Ito (2008), which the colour-blind tell apart; in grey they differ in
 * lightness, and whatever has one of them also has a dash or a mark of its own. */
#define BLUE      "#0072b2"
#define VERMILION "#d55e00"
#define GREEN     "#009e73"
#define ORANGE    "#e69f00"
#define SKY       "#56b4e9"
#define PURPLE    "#cc79a7"
#define GREY      "#808080"
#define PALE_GREY "#d9d9d9"

/* The article's red and blue points, class 0 and class 1, hollow and filled for a print in grey,
 * and the regions that they lie in. */
#define MARK_0   "pt 8 ps 1.1 lw 1.6 lc rgb '" VERMILION "'"
#define MARK_1   "pt 7 ps 0.8 lc rgb '" BLUE "'"
#define REGION_0 "#fff3e0"
#define REGION_1 "#a6cee3"

/* Puts what everyone's script begins with: what it is (the prose plot.NAME.about), how it is run,
 * and where the picture of WIDTH x HEIGHT pixels goes: to NAME.svg, unless the variables
 * `terminal` and `picture` say otherwise; to standard output for the picture "-". Letters are
 * scaled by SCALE. */
void script_start(struct script *script, const char *name, int width, int height, double scale);

void script_end(struct script *script);

/* A grid, as pale in each format, for words stand on it; not in letters, where it runs into them.
 */
#define SCRIPT_GRID "if (!letters) set grid lt 1 lw 0.7 lc rgb '" PALE_GREY "'\n"

/* As printf; then each {plot.KEY} or {punctuation.KEY} becomes the prose of that key. */
void script_put(struct script *script, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Puts TEXT, whatever it is, as a string of gnuplot's in single quotes; a byte that is no letter in
 * it (a new line) becomes a blank. */
void script_quote(struct script *script, const char *text);

/* Doubles are fine enough for an axis about a number up to here. */
#define LARGEST_ON_AXIS 1e15

/* A number as a script has it: REAL with 17 digits, for gnuplot to compute with (3 becomes 3.0:
 * its 1/3 is 0); to be read, SHOWN with DIGITS decimals, BRIEF with 4 significant digits. */
struct number_text {
    char text[NUMBER_ROOM];
};
struct number_text script_real(double value);
struct number_text script_shown(double value, int digits);
struct number_text script_brief(double value);

/* The numbers on a logarithmic y axis from LOW, above 0, to HIGH, all in one spelling: 0.01, or
 * where that has too many zeros 1e-6; also 2 and 5 in each decade where there are few of them. */
void script_decades(struct script *script, double low, double high);

/* `array NAME[COUNT] = [...]` of every STRIDE-th number from VALUE on. */
void script_array(struct script *script, const char *name, const double *value, size_t count,
                  size_t stride);

#endif
