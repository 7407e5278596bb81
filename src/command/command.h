/* Command: what the commands share: their table, their options and help (one table serves both, and
 * the reading is getopt_long's), their exit status. The options that several of them have are in
 * shared_options.h. */
#ifndef BPWALK_COMMAND_H
#define BPWALK_COMMAND_H

#include "base/error.h"
#include "prose/message.h"
#include "prose/prose.h"

#include <stdbool.h>
#include <stddef.h>

enum { STATUS_DONE = 0, STATUS_DIFFERS = 1, STATUS_FAULT = 2 };

struct shared_options;

/* One option. The name is the key: the command compares the pointer's text. */
struct option_line {
    const char *name;     /* long, without -- */
    char letter;          /* short, without - */
    const char *argument; /* what it takes, for the help; NULL if nothing */
    const char *help;
};

struct command {
    const char *name;
    const char *synopsis;              /* behind "bpwalk NAME " */
    const char *summary;               /* one line */
    const char *details;               /* below the options in the help */
    const struct option_line *options; /* up to a NULL name; --help and --version are added */
    int (*run)(int argc, char **argv);
};

extern const struct command command_walk, command_example, command_errata, command_explain,
    command_plot, command_handout, command_check, command_quiz, command_train, command_predict;

/* Speaks from here on the language of --lang, wherever it stands among COMMAND's options: help and
 * refusals come before all options are read. What else is in ARGV is left to command_read. */
void command_speak(const struct command *command, int argc, char **argv);

/* Takes an option that is the command's own into its request. False with ERROR. */
typedef bool option_taker(void *request, const char *name, const char *value, struct error *error);

/* Reads ARGV's options: into SHARED, or by TAKE into REQUEST. Returns -1, with *OPERANDS the index
 * of the first operand; or the status with which the command is to stop: help was printed, or a
 * fault was (to stderr, in one line). */
int command_read(const struct command *command, int argc, char **argv,
                 struct shared_options *shared, option_taker *take, void *request, int *operands);

/* Prints the error's line and returns STATUS_FAULT; an empty line (a closed pipe) prints nothing.
 */
int command_fail(const struct error *error);

/* For a command that takes no operands: true, or false with ERROR, which for a command's name says
 * where it belongs. */
bool command_no_operands(const struct command *command, int argc, char **argv, int operands,
                         struct error *error);

/* Reads an option's whole number between LOW and HIGH. */
bool command_whole(const char *option, const char *value, int low, int high, int *number,
                   struct error *error);

/* Reads an option's word: which of CHOICES, up to a NULL. */
bool command_choice(const char *option, const char *value, const char *const choices[],
                    size_t *index, struct error *error);

/* Sets ERROR to "--OPTION VALUE is unknown; ACCEPTED is needed". Returns false. */
bool command_unknown(const char *option, const char *value, const char *accepted,
                     struct error *error);

/* The program's help: all commands. */
int command_help_all(void);

/* The table of commands, up to a NULL. */
extern const struct command *const commands[];

/* That of NAME, or NULL. */
const struct command *command_find(const char *name);

/* False with ERROR where PATH, of an option that writes to a file too, is what --output is: OUTPUT.
 * Each may be NULL: nothing, and standard output. */
bool command_two_files(const char *option, const char *path, const char *output,
                       struct error *error);

/* Whether PATH, which may be NULL, is standard input. */
bool command_is_input(const char *path);

/* False with ERROR where standard input is to be read more than once: TIMES. */
bool command_reads_input_once(const struct command *command, size_t times, struct error *error);

#endif
