/* Example options: --example FILE and --set NAME=VALUE, which several commands take. */
#ifndef BPWALK_EXAMPLE_OPTIONS_H
#define BPWALK_EXAMPLE_OPTIONS_H

#include "example/example.h"

enum { SETS_MOST = 64 };

/* {0} is none. */
struct example_options {
    const char *from; /* a name or a file */
    const char *sets[SETS_MOST];
    size_t set_count;
};

/* Of walks in turn, where a command takes --iterations. */
enum { ITERATIONS_MOST = 1000 };

/* The two lines of a command's option table. */
#define EXAMPLE_OPTION_LINES                                                                       \
    {"example", 'x', "EXAMPLE",                                                                    \
     "one of `bpwalk example`, or a file of `name = value` lines (- is stdin)"},                   \
    {                                                                                              \
        "set", 's', "NAME=VALUE", "one of its lines, such as alpha=0.1; may stand several times"   \
    }

/* Takes the option NAME if it is one of the two: *TAKEN says so. False with ERROR. */
bool example_options_take(struct example_options *options, const char *name, const char *value,
                          bool *taken, struct error *error);

/* What the options ask for, by example_make. EXAMPLE is started here and freed by the caller
 * (example_free) whatever comes back. False with ERROR. */
bool example_options_make(const struct example_options *options, struct example *example,
                          struct error *error);

#endif
