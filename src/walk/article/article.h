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

/* The errors in a formula, a label or the text, T1 to T25, and in the program, P1 to P6, those
 * first that cost a reader most; the steps that repair the program, R1 to R8; and what differs then
 * from the text, D1 to D4. Each list ends with NULL. What stands where, and what should, is prose:
 * the keys "T1.place", "T1.printed", "T1.correct", "T1.found", "T1.whose". */
extern const char *const article_text_slips[], *const article_repairs[],
                                                   *const article_differences[];

/* Those of them that a formula with a sum has: at which equation. Ends with NULL. */
struct pointer {
    const char *equation, *id;
};
extern const struct pointer article_pointers[];

/* Where the article tells of something that has a walk of its own: behind the first step of its
 * walk with this equation and name. That walk is told up to its last step with the equation UP_TO,
 * from where it was left; NULL: to its end. */
enum inset_walk { INSET_CROSS_ENTROPY, INSET_COMPANION, INSET_WALKS };
enum { INSET_COUNT = 3 };
extern const struct inset {
    const char *equation, *name;
    enum inset_walk walk;
    const char *up_to;
} article_insets[INSET_COUNT];

#endif
