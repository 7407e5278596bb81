/* Article: what it printed, and where it slips. Facts with a source, never regenerated: the printed
 * values are read off the article, "AI cong rumen dao fangqi: BP shenjing wangluo suanfa tuidao ji
 * daima shixian biji" (2018-06-08), chapter 5. What its formulas really give is left to the walk.
 */
#ifndef BPWALK_ARTICLE_H
#define BPWALK_ARTICLE_H

/* A value that the article prints, in the order of the walk: at EQUATION ("" where the line bears
 * no number) for NAME. */
struct printed_value {
    const char *equation, *name, *text;
};

enum { PRINTED_COUNT = 24 };
extern const struct printed_value article_printed[PRINTED_COUNT];

/* The precision that the article carries: one unit of its tenth decimal. */
#define ARTICLE_PRECISION 1e-10

/* The slips that change a number, E1 to E5: the walk makes them (SLIP). */
enum { NUMBER_SLIP_COUNT = 5 };
extern const char *const article_number_slips[NUMBER_SLIP_COUNT];

/* The slips in a formula, a label, the text or the program, T1 to T14, and P1, which breaks the
 * program when it runs. What stands where, and what should, is prose: the keys "T1.place",
 * "T1.printed", "T1.correct", "T1.found". */
enum { TEXT_SLIP_COUNT = 15 };
extern const char *const article_text_slips[TEXT_SLIP_COUNT];

#endif
