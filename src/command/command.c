/* Command: see command.h. */
#include "command/command.h"

#include "base/memory.h"
#include "base/text.h"
#include "command/shared_options.h"
#include "host/file.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const struct command *const commands[] = {&command_walk,
                                          &command_example,
                                          &command_explain,
                                          &command_errata,
                                          &command_plot,
                                          &command_handout,
                                          &command_check,
                                          &command_quiz,
                                          &command_train,
                                          &command_predict,
                                          NULL};

const struct command *command_find(const char *name) {
    for (const struct command *const *command = commands; *command != NULL; command++)
        if (strcmp((*command)->name, name) == 0)
            return *command;
    return NULL;
}

int command_fail(const struct error *error) {
    if (error->line[0] != '\0')
        fprintf(stderr, "bpwalk: %s\n", error->line);
    return STATUS_FAULT;
}

static int print(struct text *text) {
    struct error error;
    const bool done = file_write(text, NULL, &error);
    text_free(text);
    return done ? STATUS_DONE : command_fail(&error);
}

int command_help_all(void) {
    struct text text = {0};
    text_puts(
        &text,
        message("Usage: bpwalk [COMMAND] [OPTION]...\n"
                "Walks through a worked backpropagation example, one formula at a time.\n\n"));
    for (const struct command *const *command = commands; *command != NULL; command++)
        text_printf(&text, "  bpwalk %-9s %s\n", (*command)->name, message((*command)->summary));
    text_puts(
        &text,
        message("\nWithout a command: bpwalk walk. `bpwalk COMMAND --help` lists its options.\n"
                "Exit status: 0 done; 1 a comparison found differences; 2 bad usage, bad input "
                "or a failed\nwrite, with one line on stderr.\n"));
    return print(&text);
}

static void help_line(struct text *text, const struct option_line *line) {
    struct text left = {0};
    text_printf(&left, "  -%c, --%s", line->letter, line->name);
    if (line->argument != NULL)
        text_printf(&left, "=%s", message(line->argument));
    const size_t columns = text_columns(left.bytes, left.length);
    text_puts(text, left.bytes);
    text_repeat(text, ' ', columns < 28 ? 28 - columns : 0);
    text_printf(text, " %s\n", message(line->help));
    text_free(&left);
}

static const struct option_line help_option = {"help", 'h', NULL, "print this help"};
static const struct option_line version_option = {"version", 'V', NULL, "print the version"};

static int help(const struct command *command) {
    struct text text = {0};
    text_printf(&text, message("Usage: bpwalk %s %s\n%s\n\n"), command->name,
                message(command->synopsis), message(command->summary));
    for (const struct option_line *line = command->options; line->name != NULL; line++)
        help_line(&text, line);
    help_line(&text, &help_option);
    help_line(&text, &version_option);
    text_printf(&text, "\n%s", message(command->details));
    return print(&text);
}

static int version(void) {
    struct text text = {0};
    text_puts(&text, "bpwalk " VERSION "\n");
    return print(&text);
}

enum { MOST_OPTIONS = 32 };

/* getopt_long's two descriptions of the same options; VAL is 1 + the index in the table. */
static size_t describe(const struct command *command, struct option longs[], char *shorts) {
    size_t count = 0;
    *shorts++ = ':';
    for (const struct option_line *line = command->options;; line++) {
        const size_t own = (size_t)(line - command->options);
        const struct option_line *one = line->name != NULL ? line : &help_option;
        longs[count++] = (struct option){one->name, one->argument ? required_argument : no_argument,
                                         NULL, (int)own + 256};
        *shorts++ = one->letter;
        if (one->argument != NULL)
            *shorts++ = ':';
        if (line->name == NULL)
            break;
    }
    longs[count] = (struct option){version_option.name, no_argument, NULL, (int)count + 256};
    *shorts++ = version_option.letter;
    *shorts = '\0';
    longs[count + 1] = (struct option){0};
    return count - 1; /* the index of help; version is behind it */
}

static size_t index_of_letter(const struct command *command, int letter, size_t help_index) {
    size_t index = 0;
    while (index < help_index && command->options[index].letter != letter)
        index++;
    return index + (index == help_index && letter == version_option.letter);
}

/* getopt stands behind the word that it has read, which ends with the letter optopt if it has
 * letters; or on the word, where others are left in it. */
static const char *word_read(char **argv) {
    const char *before = argv[optind - 1];
    const bool is_letter = optopt != 0 && optopt < 256;
    const bool is_read = before[0] == '-' && before[strlen(before) - 1] == (char)optopt;
    return is_letter && !is_read ? argv[optind] : before;
}

static int lacks_value(const struct command *command, const char *dashes, const char *word) {
    struct error error;
    error_set(&error, "%s%s lacks its value; `bpwalk %s --help` says what it takes", dashes,
              quote(word, strlen(word)).text, command->name);
    return command_fail(&error);
}

static int wrong_option(const struct command *command, const char *word) {
    struct error error;
    error_set(&error,
              "%s is no option of `bpwalk %s`, or the beginning of several; `bpwalk %s --help` "
              "lists them",
              quote(word, strlen(word)).text, command->name, command->name);
    return command_fail(&error);
}

void command_speak(const struct command *command, int argc, char **argv) {
    struct option longs[MOST_OPTIONS];
    char shorts[2 * MOST_OPTIONS];
    const size_t help_index = describe(command, longs, shorts);
    char **words = memory_zeroed((size_t)argc + 1, sizeof *words); /* getopt sorts them */
    memcpy(words, argv, (size_t)argc * sizeof *words);
    opterr = 0;
    for (int found; (found = getopt_long(argc, words, shorts, longs, NULL)) != -1;) {
        const size_t index =
            found >= 256 ? (size_t)found - 256 : index_of_letter(command, found, help_index);
        struct shared_options ignored;
        struct error error; /* a wrong one is refused in its turn */
        bool taken;
        if (index < help_index && strcmp(command->options[index].name, "lang") == 0)
            shared_options_take(&ignored, "lang", optarg, &taken, &error);
    }
    free(words);
    optind = 0; /* getopt begins again */
}

/* Its line in COMMAND's table with *VALUE set; NULL at the end, with *OPERANDS the index of the
 * first operand; NULL with *STATUS set where the command is to stop. *STATUS is -1 otherwise. */
static const struct option_line *next_option(const struct command *command, int argc, char **argv,
                                             const char **value, int *operands, int *status) {
    struct option longs[MOST_OPTIONS];
    char shorts[2 * MOST_OPTIONS];
    const size_t help_index = describe(command, longs, shorts);
    *status = -1;
    opterr = 0;
    const int found = getopt_long(argc, argv, shorts, longs, NULL);
    *operands = optind;
    *value = optarg;
    if (found == -1)
        return NULL;
    if (found == '?' || found == ':') {
        const char *word = word_read(argv);
        *status = found == ':' ? lacks_value(command, "", word) : wrong_option(command, word);
        return NULL;
    }
    const size_t index =
        found >= 256 ? (size_t)found - 256 : index_of_letter(command, found, help_index);
    if (index < help_index)
        return &command->options[index];
    *status = index == help_index ? help(command) : version();
    return NULL;
}

int command_read(const struct command *command, int argc, char **argv,
                 struct shared_options *shared, option_taker *take, void *request, int *operands) {
    const struct option_line *option;
    const char *value;
    struct error error;
    int status;
    while ((option = next_option(command, argc, argv, &value, operands, &status)) != NULL) {
        bool taken;
        if (option->argument != NULL && value[0] == '\0')
            return lacks_value(command, "--", option->name);
        if (!shared_options_take(shared, option->name, value, &taken, &error) ||
            (!taken && !take(request, option->name, value, &error)))
            return command_fail(&error);
    }
    return status;
}

bool command_two_files(const char *option, const char *path, const char *output,
                       struct error *error) {
    return path == NULL || strcmp(path, output != NULL ? output : "-") != 0 ||
           error_set(error, "--%s and --output both go to %s; two different files are needed",
                     option, quote(path, strlen(path)).text);
}

bool command_is_input(const char *path) {
    return path != NULL && strcmp(path, "-") == 0;
}

bool command_reads_input_once(const struct command *command, size_t times, struct error *error) {
    if (times <= 1)
        return true;
    return error_set(error,
                     "%s: standard input can be read once; the name of a file is needed for the "
                     "other",
                     command->name);
}

bool command_no_operands(const struct command *command, int argc, char **argv, int operands,
                         struct error *error) {
    if (operands >= argc)
        return true;
    const char *word = argv[operands];
    if (command_find(word) != NULL)
        return error_set(error, "'%s' is a command, which comes before all else: `bpwalk %s ...`",
                         word, word);
    return error_set(error,
                     "%s: '%s' is one word too many; `bpwalk %s --help` lists what is accepted",
                     command->name, quote(word, strlen(word)).text, command->name);
}

bool command_whole(const char *option, const char *value, int low, int high, int *number,
                   struct error *error) {
    char *end;
    const size_t length = strlen(value);
    const bool is_number = length > 0 && strspn(value, "0123456789") == length;
    const long read = is_number ? strtol(value, &end, 10) : -1;
    if (!is_number || read < low || read > high)
        return error_set(error, "--%s %s: a whole number from %d to %d is needed", option,
                         quote(value, length).text, low, high);
    *number = (int)read;
    return true;
}

bool command_unknown(const char *option, const char *value, const char *accepted,
                     struct error *error) {
    return error_set(error, "--%s %s is unknown; %s is needed", option,
                     quote(value, strlen(value)).text, message(accepted));
}

bool command_choice(const char *option, const char *value, const char *const choices[],
                    size_t *index, struct error *error) {
    struct text accepted = {0};
    for (*index = 0; choices[*index] != NULL; ++*index)
        if (strcmp(choices[*index], value) == 0)
            return true;
    for (size_t i = 0; i < *index; i++) {
        const char *between = i + 1 == *index ? message(" or ") : message(", ");
        text_printf(&accepted, "%s%s", i > 0 ? between : "", choices[i]);
    }
    command_unknown(option, value, accepted.bytes, error);
    text_free(&accepted);
    return false;
}
