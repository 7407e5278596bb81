/* Command: what the commands share: their table, their options and help (one table serves both, and
 * the reading is getopt_long's), their exit status. */
#ifndef BPWALK_COMMAND_H
#define BPWALK_COMMAND_H

#include "base/error.h"
#include "prose/message.h"
#include "prose/prose.h"

enum { STATUS_DONE = 0, STATUS_DIFFERS = 1, STATUS_FAULT = 2 };

struct notation;

/* One option. The name is the key: the command compares the pointer's text. */
struct option_line {
    const char *name;     /* long, without -- */
    char letter;          /* short, without - */
    const char *argument; /* what it takes, for the help; NULL if nothing */
    const char *help;
};

/* The lines that several commands have. */
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

struct command {
    const char *name;
    const char *synopsis;              /* behind "bpwalk NAME " */
    const char *summary;               /* one line */
    const char *details;               /* below the options in the help, or NULL */
    const struct option_line *options; /* up to a NULL name; --help and --version are added */
    int (*run)(int argc, char **argv);
};

extern const struct command command_walk, command_example, command_errata, command_explain,
    command_plot, command_handout, command_check, command_quiz, command_train, command_predict;

/* Speaks from here on the language of --lang, wherever it stands among COMMAND's options: help and
 * refusals come before all options are read. What else is in ARGV is left to command_option. */
void command_speak(const struct command *command, int argc, char **argv);

/* Reads the next of ARGV's options. Returns its line in COMMAND's table with *VALUE set; NULL at
 * the end, with *OPERANDS the index of the first operand; NULL with *STATUS set where the command
 * is to stop: help was printed, or a fault was (to stderr, in one line). *STATUS is -1 otherwise.
 */
const struct option_line *command_option(const struct command *command, int argc, char **argv,
                                         const char **value, int *operands, int *status);

/* Prints the error's line and returns STATUS_FAULT; an empty line (a closed pipe) prints nothing.
 */
int command_fail(const struct error *error);

/* For a command that takes no operands: true, or false with ERROR. */
bool command_no_operands(const struct command *command, int argc, char **argv, int operands,
                         struct error *error);

/* Reads an option's whole number between LOW and HIGH. */
bool command_whole(const char *option, const char *value, int low, int high, int *number,
                   struct error *error);

/* Reads a --lang: en or zh. It wins over the environment: refusals from now on are in it too. */
bool command_language(const char *value, enum language *language, struct error *error);

/* Reads a --notation: the name of a row of the table of notations. */
bool command_notation(const char *value, const struct notation **notation, struct error *error);

/* Reads a --color: auto, always or never. */
bool command_colour(const char *value, struct error *error);

/* Whether WHEN, as of --color, means colour in what goes to OUTPUT (NULL: standard output): auto
 * means it on a terminal, unless NO_COLOR is set or TERM is dumb. */
bool command_wants_colour(const char *when, const char *output);

/* The program's help: all commands. */
int command_help_all(void);

/* The table of commands, up to a NULL. */
extern const struct command *const commands[];

/* Whether PATH, which may be NULL, is standard input. */
bool command_is_input(const char *path);

/* False with ERROR where standard input is to be read more than once: TIMES. */
bool command_reads_input_once(const struct command *command, size_t times, struct error *error);

#endif
