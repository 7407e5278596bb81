/* Calculation: what a student can have got for a name, given the values that he hands in: the
 * chain of formulas, with his own values where he has them, and a bound of what the rounding of
 * all of them can have done. Which of them are right, and what it means, is left to the marking. */
#ifndef BPWALK_CALCULATION_H
#define BPWALK_CALCULATION_H

#include "mark/answer.h"
#include "mark/ways.h"

/* A value that the student can have had, from VALUE - ERROR to VALUE + ERROR. */
struct belief {
    double value, error;
    size_t from; /* his nearest own value behind it that is not right, or NO_QUANTITY */
};

enum { MOST_BELIEFS = 32 };

struct beliefs {
    size_t count;
    struct belief each[MOST_BELIEFS];
};

/* An answer as the marking knows it so far. */
struct own_value {
    struct answer answer; /* typed is NULL where there is none */
    bool is_right;        /* else it is a value of his own */
    bool is_coarse;       /* taken exactly as typed where one goes on from it */
    bool is_hidden;       /* not in the report: lent, or shown to him */
    bool is_lent;         /* of a given one: his from the iteration before, and marked there */
};

struct calculation {
    const struct ways *ways;
    const struct own_value *own; /* by quantity; what TARGET is computed from is marked already */

    int significant; /* the most digits that any of his values has */

    size_t target; /* whose own value is left out of account */
    bool is_aimed; /* at it, since values were last handed in */
    bool expected; /* from the right values; else from his own ones */
    bool rounds;   /* whether he has rounded what he did not hand in, to the target's digits */

    /* Slips: by quantity, the formula that he took instead, or NULL; and whether any of them has to
     * do with the quantity. */
    const struct formula **slip;
    bool *touched;
    bool is_slipped;  /* any */
    size_t slip_site; /* the quantity of the only one, or NO_QUANTITY */

    /* By quantity: what he has, or what the first way of the walk makes of it; and the right ones.
     * For a first look. */
    struct approximate *values, *right;

    /* The work of calculation_roughly. */
    struct approximate *slipped;
    unsigned short *chain;
    size_t chain_count, chain_site;

    /* The work of calculation_believe. */
    struct known *known, *known_slipped;
    unsigned generation, slip_generation;
    size_t *chosen;               /* by quantity: `from` of the belief that is taken */
    struct approximate *operands; /* and its value */
};

void calculation_start(struct calculation *calculation, const struct ways *ways,
                       const struct own_value own[]);
void calculation_free(struct calculation *calculation);

/* Where values were handed in or withdrawn: `values` are made anew. */
void calculation_look(struct calculation *calculation);

/* Roughly what the target is worth where SITE, which it needs or is, has VALUE and all else is his
 * own; NAN where that cannot be told. */
double calculation_roughly(struct calculation *calculation, size_t site, double value);

/* What quantities are worth where each that was left out is computed by the first way of the walk
 * and rounded to so many decimals, or significant digits, before one goes on. Valid until
 * calculation_roughly is called. */
const struct approximate *calculation_rounded(struct calculation *calculation, int digits,
                                              bool significant);

/* What is asked of it from here on; forgets any slip. */
void calculation_aim(struct calculation *calculation, size_t target, bool expected, bool rounds);

/* QUANTITY, a name or the target, was computed as SLIP, which may not need it; this comes to the
 * slips that there are already. */
void calculation_slip(struct calculation *calculation, size_t quantity, const struct formula *slip);
void calculation_forget_slips(struct calculation *calculation);

/* QUANTITY alone was computed as SLIP. */
void calculation_slip_alone(struct calculation *calculation, size_t quantity,
                            const struct formula *slip);

/* What the target is worth where it was computed as SLIP, of the COUNT quantities NAMES, with no
 * other slip: the same as after calculation_slip_alone, and quicker. */
void calculation_try(struct calculation *calculation, const struct formula *slip,
                     const unsigned short names[], size_t count, struct beliefs *beliefs);

/* What the target is worth: nothing where it has no bound. At most MOST_BELIEFS of them are told
 * apart; the ones that agree within half a unit of the target's last digit are one. Valid until the
 * next call. */
const struct beliefs *calculation_target(struct calculation *calculation);

#endif
