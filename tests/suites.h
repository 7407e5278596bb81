/* Suites: one a file, each a table of facts. */
#ifndef BPWALK_SUITES_H
#define BPWALK_SUITES_H

#include "example/example.h"
#include "formula/formula.h"

#include <check.h>

Suite *answer_suite(void);
Suite *any_suite(void);
Suite *answer_file_suite(void);
Suite *big_suite(void);
Suite *check_suite(void);
Suite *data_suite(void);
Suite *elementary_suite(void);
Suite *escape_suite(void);
Suite *example_suite(void);
Suite *explain_suite(void);
Suite *formula_suite(void);
Suite *model_suite(void);
Suite *moons_suite(void);
Suite *name_suite(void);
Suite *network_suite(void);
Suite *number_suite(void);
Suite *page_suite(void);
Suite *plot_suite(void);
Suite *prose_suite(void);
Suite *random_suite(void);
Suite *render_suite(void);
Suite *said_suite(void);
Suite *selection_suite(void);
Suite *shape_suite(void);
Suite *sheet_suite(void);
Suite *slip_suite(void);
Suite *trace_suite(void);
Suite *twin_suite(void);
Suite *typeset_suite(void);
Suite *walk_suite(void);

/* Adds TEST once for each of the COUNT rows of its table (its index is _i). */
void add_rows(Suite *suite, const char *name, const TTest *test, size_t count);

/* Of ALL random cases so many are tried: every one by `make check-all`, one in four by `make
 * check`. */
int how_many(int all);

/* TEXT as a tree, which it is taken for granted to be. */
const struct formula *parsed(struct arena *arena, const char *text);

/* The value of the number with this name, 0 where there is none. */
double example_value(const struct example *example, const char *name);

/* A file of the sources, by its path below the top; read whole, for the caller to free. */
char *read_source(const char *path);

#endif
