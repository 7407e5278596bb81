/* Table: samples in a file, as people have them: a line a sample; columns parted by tabs,
 * semicolons, commas, or runs of blanks or of tabs, as the first line has them; fields in quotes; a
 * first line of names; a class that is a word or a whole number, in any column, or columns of
 * targets. Or a training file of FANN. Other sources of samples are left to others. */
#ifndef BPWALK_TABLE_H
#define BPWALK_TABLE_H

#include "base/text.h"
#include "network/data.h"
#include "network/network.h"

/* What the columns are. {0}: the last is the class, all others are inputs. */
struct table_form {
    const char *class_column; /* its name, or its number from 1; NULL: the last */
    const char *targets; /* of numbers to learn: names or numbers, parted by commas; NULL: none */
    size_t last_targets; /* where `targets` is NULL: so many, the last columns; 0: none */

    /* Of a network that is there already: how many inputs it has (0: there is none), and its
     * classes; NULL where they are the whole numbers from 0. Such a table may also lack its class
     * or its targets. */
    size_t inputs;
    char *const *class_name;
    size_t classes;
};

/* Of a network that is there already: its inputs and classes; where it tells none, its outputs are
 * the targets, the last columns. */
struct table_form table_form_of(const struct network *network);

/* Reads it; empty lines and lines that begin with # are skipped. NAME is what the file is called in
 * an error. Targets become the expected outputs. Classes are numbered as they are where they are
 * whole numbers and the least is 0; else they have names, in the order of their numbers or of the
 * alphabet. Returns NULL with "NAME:LINE:COLUMN: what is wrong; what would be right" in ERROR at
 * the first fault, a missing value too. */
struct data *table_read(const struct text *text, const char *name, const struct table_form *form,
                        struct error *error);

/* The same in parts, for a network that is there already: each PART is whole lines, IS_LAST the
 * rest of the file. The samples of a part may be none; NULL also where the last part ends without
 * any in the whole file. */
struct table;
struct table *table_new(const char *name, const struct table_form *form);
struct data *table_part(struct table *table, const struct text *part, bool is_last,
                        struct error *error);
void table_free(struct table *table);

/* Whether this may be how a file of FANN begins: that cannot be had in parts. */
bool table_may_be_fann(const struct text *text);

#endif
