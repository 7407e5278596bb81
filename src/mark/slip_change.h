/* Slip change: what each slip does to a formula, as an editor of its nodes
 * (formula/formula_edit.h). They know a node by its shape, 1*b is a bias, and a name by what it is
 * in the example's. At which nodes they are tried, and in which order, is left to slips.c. */
#ifndef BPWALK_SLIP_CHANGE_H
#define BPWALK_SLIP_CHANGE_H

#include "formula/formula_edit.h"
#include "mark/slips.h"

/* One slip at one place: the context of the editors. */
struct change {
    const struct slip_place *place;
    formula_editor *editor;
    const struct formula *only; /* the one node to change, or NULL: all */
    const struct formula *name; /* for put_formula: what it takes the place of */
    const char *with;           /* for the take_ that are marked: the name or number to take */
};

/* The editor that asks that of the change, of the nodes that it is to change. */
formula_editor change_node;

formula_editor turn_sign;              /* O - out becomes out - O */
formula_editor leave_out_derivative;   /* the factors out and 1 - out, and a name for both */
formula_editor leave_out_name_of_pair; /* that name alone: dout_O1_din_O1 */
formula_editor leave_out_bias;         /* 1*b */
formula_editor take_other_bias;        /* `with` in 1*b, if they are neighbours */
formula_editor take_new;               /* w5 becomes w5_new */
formula_editor leave_out_alpha;
formula_editor leave_out_update;        /* the summand that alpha is in */
formula_editor take_rate;               /* `with` for alpha */
formula_editor leave_out_half;          /* a quotient of numbers, where it is a factor */
formula_editor leave_out_path;          /* a summand beside another that is computed alike */
formula_editor put_formula;             /* the formula of the place for `name` */
formula_editor take_gradient_of_weight; /* in sigma_O1*w5 the gradient by w5 for sigma_O1 */
formula_editor take_gradient;           /* the gradient `with` for the sigma in it */
formula_editor take_weighted_sum;       /* in_h1 for out_h1 */
formula_editor leave_out_exp;           /* exp(x) becomes x */
formula_editor take_power_of_ten;       /* exp(x) becomes 10^x */
formula_editor take_other_function;     /* of the whole: the sigmoid becomes tanh, and tanh it */
formula_editor leave_out_function;      /* of the whole: 1/(exp(-x) + 1), tanh(x) become x */
formula_editor shift_point;             /* the whole, times the number `with` */
formula_editor add_up;                  /* w - alpha*x becomes w + alpha*x */
formula_editor take_old;                /* w5_new becomes w5 */
formula_editor forget_minus;            /* one that stands; before the whole one too many */
formula_editor leave_out_power;
formula_editor leave_out_power_turned; /* (a - b)^2 becomes b - a */
formula_editor divide;                 /* a*b becomes a/b */
formula_editor leave_out_factor;
formula_editor leave_out_term;
formula_editor take_neighbour; /* `with` for a name that it is a neighbour of */

/* Whether a bias, 1*b, stands in the formula: a weighted sum. */
bool has_bias(const struct formula *formula);

bool is_error_term(const struct ways *ways, const struct formula *node);

/* The way sigma*x of a gradient, or NULL. */
const struct way *as_gradient(const struct ways *ways, size_t quantity,
                              const struct formula *sigma);

#endif
