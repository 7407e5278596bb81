/* Example: the numbers that a walk is given, by name: the article's, or one's own from a file of
 * `name = value` lines. Numbers that a walk computes are the trace's. */
#ifndef BPWALK_EXAMPLE_H
#define BPWALK_EXAMPLE_H

#include "base/error.h"
#include "base/memory.h"

#include <stdbool.h>
#include <stddef.h>

enum { EXAMPLE_COUNT = 23, EXAMPLE_DEEP_FROM = 17 }; /* from there on, the companion's own */

struct example {
    struct arena arena; /* owns what was typed */
    struct {
        double value;
        const char *typed;
    } numbers[EXAMPLE_COUNT];
};

/* The article's numbers (section 5.3) and the deep companion's. */
void example_article(struct example *example);
void example_free(struct example *example);

/* The name of the number at INDEX: i1, i2, O1, O2, w1..w8, b1..b4, alpha, w9..w12, b5, b6. */
const char *example_name(size_t index);

/* The number with this name, or 0; and its text, as it was typed, or NULL. */
double example_value(const struct example *example, const char *name);
const char *example_typed(const struct example *example, const char *name);

/* Whether all numbers of the article's network are the article's. */
bool example_is_article(const struct example *example);

/* Reads a file of `name = value` lines; a name left out keeps its number. False with
 * "PATH:LINE:COLUMN: ..." in ERROR, and the example as it was. */
bool example_read(struct example *example, const char *path, struct error *error);

/* Sets one number from "NAME=VALUE", as of an option --set. False with ERROR. */
bool example_set(struct example *example, const char *assignment, struct error *error);

#endif
