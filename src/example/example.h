/* Example: the network and the numbers that a walk is given: the article's, others that come with
 * the program, or one's own, in the example language (doc/examples.md). What a walk computes is
 * the trace's. */
#ifndef BPWALK_EXAMPLE_H
#define BPWALK_EXAMPLE_H

#include "base/error.h"
#include "base/memory.h"
#include "example/shape.h"

/* A given number. */
struct given {
    const char *name;  /* "w5"; with several samples "i1_s2" */
    const char *typed; /* as it was typed, without a plus sign */
    double value;
    struct role role;
    bool frozen; /* the update leaves it as it is */
    bool is_set; /* by --set, which wins over numbers that are drawn too */
};

enum { EXAMPLE_DECIMALS = 10 };

struct example {
    struct arena arena; /* owns all below */
    struct shape shape;
    struct given *given; /* inputs and targets sample by sample, weights, biases, alpha */
    size_t count;
    int decimals;             /* that a sheet wants kept; EXAMPLE_DECIMALS where nothing is said */
    const char *const *asked; /* the names to hand in, NULL at the end; NULL: all */
};

/* The article's numbers (section 5.3 of the article). */
void example_article(struct example *example);

/* Where the article's shape has a second hidden layer of two: the companion, with inputs, targets,
 * rate and the numbers of h and O those of OF, which has the article's shape; hh's are its own. */
void example_companion(struct example *companion, const struct example *of);

void example_free(struct example *example);

/* The number with this name, or NULL. */
const struct given *example_find(const struct example *example, const char *name);

/* The rate, the last of its numbers. */
double example_rate(const struct example *example);

/* Whether it has the article's shape (nothing frozen either), and then all its numbers too. */
bool example_has_article_shape(const struct example *example);
bool example_is_article(const struct example *example);

/* False with ERROR, of what can do only with the article's shape, where it has another. */
bool example_needs_article_shape(const struct example *example, struct error *error);

/* Reads FROM, the name of an example that comes with the program, or else a file's path ("-" is
 * standard input), NULL for the article's numbers; then SETS, "NAME=VALUE" each, as of --set, which
 * win over it. EXAMPLE is started here and freed by the caller whatever comes back. False with
 * "PATH:LINE:COLUMN: ..." or "--set ...: ..." in ERROR. */
bool example_make(struct example *example, const char *from, const char *const sets[],
                  size_t set_count, struct error *error);

/* The same for what draws all numbers but those of --set: the network may be given without any. */
bool example_make_to_draw(struct example *example, const char *from, const char *const sets[],
                          size_t set_count, struct error *error);

/* The same from text in memory; PATH is what errors call it. */
bool example_parse(struct example *example, const char *text, size_t length, const char *path,
                   const char *const sets[], size_t set_count, struct error *error);

/* Appends an example of the settings in TEXT, which gives no numbers: those of SAMPLES samples are
 * made up, pleasant to compute with, the same each time. False with "PATH:LINE:COLUMN: ..." in
 * ERROR. */
bool example_make_up(struct text *out, const char *text, size_t length, const char *path,
                     size_t samples, struct error *error);

/* What a setting (hidden, output, loss, biases, update, reduction) can be: NULL past the last. */
const char *example_choice(const char *setting, size_t index);

/* Appends the example in its language, with what is the default left out but for the numbers. */
void example_write(struct text *out, const struct example *example);

/* The examples that come with the program, in the order in which they are listed: NULL past the
 * last. TEXT is in the example language. What each is, is prose: the key "example.NAME". */
struct built_in {
    const char *name, *text;
};
const struct built_in *example_built_in(size_t index);

#endif
