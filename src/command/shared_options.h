/* Shared options: those that several commands take: their lines in the help, and what they are read
 * into. An option of one command alone is that command's. */
#ifndef BPWALK_SHARED_OPTIONS_H
#define BPWALK_SHARED_OPTIONS_H

#include "example/example.h"
#include "prose/prose.h"

struct notation;

/* ---- Lines of a command's option table ---- */

#define EXAMPLE_OPTION_LINES                                                                       \
    {"example", 'x', "EXAMPLE",                                                                    \
     "one of `bpwalk example`, or a file of `name = value` lines (- is stdin)"},                   \
    {                                                                                              \
        "set", 's', "NAME=VALUE", "one of its lines, such as alpha=0.1; may stand several times"   \
    }
#define LANGUAGE_OPTION_LINE(letter)                                                               \
    { "lang", letter, "LANGUAGE", "en or zh (as LC_ALL, LC_MESSAGES or LANG has it)" }
#define COLOUR_OPTION_LINE                                                                         \
    { "color", 'c', "WHEN", "auto (the default), always or never" }
#define DIGITS_OPTION_LINE                                                                         \
    { "digits", 'd', "N", "decimals of a shown value, 0 to 17 (10)" }
#define NOTATION_OPTION_LINE                                                                       \
    {                                                                                              \
        "notation", 'z', "LETTERS",                                                                \
            "how names are written for people: in/out (the article's), net/out\n"                  \
            "                             (net_h1, out_h1, delta_h1, eta) or z/a (z_h1, a_h1)"     \
    }
#define OUTPUT_OPTION_LINE                                                                         \
    { "output", 'o', "FILE", "write to FILE, whole or not at all" }

/* Of walks in turn, where a command takes --iterations. */
enum { ITERATIONS_MOST = 1000 };

/* ---- What they are read into ---- */

enum { SETS_MOST = 64 };

/* {0} is the article's numbers. */
struct example_options {
    const char *from; /* a name or a file */
    const char *sets[SETS_MOST];
    size_t set_count;
};

enum colouring { COLOUR_AUTO, COLOUR_ALWAYS, COLOUR_NEVER };

struct shared_options {
    struct example_options numbers;
    enum language language;          /* at first that of the environment */
    const struct notation *notation; /* NULL: the article's */
    int digits;
    enum colouring colour;
    const char *output; /* NULL: standard output */
};

/* As they are where none is given. */
struct shared_options shared_options_start(void);

/* Takes the option NAME if it is one of them: *TAKEN says so. False with ERROR. A --lang wins over
 * the environment: refusals from now on are in it too. */
bool shared_options_take(struct shared_options *options, const char *name, const char *value,
                         bool *taken, struct error *error);

/* What --example and --set ask for, by example_make. EXAMPLE is started here and freed by the
 * caller (example_free) whatever comes back. False with ERROR. */
bool example_options_make(const struct example_options *options, struct example *example,
                          struct error *error);

/* Whether there is to be colour: auto means it in standard output on a terminal, unless NO_COLOR is
 * set or TERM is dumb. */
bool shared_options_want_colour(const struct shared_options *options);

#endif
