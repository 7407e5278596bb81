/* Main: which command. The rest is the commands'. */
#include "base/nearest.h"
#include "command/command.h"

#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

static bool asks_for_help(const char *word) {
    return strcmp(word, "help") == 0 || strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0;
}

/* Where a standard stream is closed, a file that is opened would get its number, and what is meant
 * for the stream. What takes its place here fails as a closed one does. */
static void hold_closed_streams(void) {
    static const int modes[] = {O_WRONLY, O_RDONLY, O_RDONLY};
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        if (fcntl(fd, F_GETFD) < 0)
            (void)!open("/dev/null", modes[fd]);
}

static int unknown_command(const char *name) {
    struct nearest nearest = {.word = name, .length = strlen(name)};
    struct error error;
    for (const struct command *const *command = commands; *command != NULL; command++)
        nearest_try(&nearest, (*command)->name);
    error_set(&error, "'%s' is no command; %s is the nearest, `bpwalk --help` lists them",
              quote(name, strlen(name)).text, nearest.found);
    return command_fail(&error);
}

/* `help COMMAND` is `COMMAND --help`. */
static void turn_help(int argc, char **argv) {
    static char help[] = "--help";
    if (argc > 2 && asks_for_help(argv[1]) && command_find(argv[2]) != NULL) {
        argv[1] = argv[2];
        argv[2] = help;
    }
}

int main(int argc, char **argv) {
    hold_closed_streams();
    signal(SIGXFSZ, SIG_IGN); /* a file that grows too large is an error of the write */
    turn_help(argc, argv);
    const bool is_named = argc > 1 && (argv[1][0] != '-' || asks_for_help(argv[1]));
    const struct command *command = is_named ? command_find(argv[1]) : &command_walk;
    argc -= is_named;
    argv += is_named;
    command_speak(command != NULL ? command : &command_walk, argc, argv);
    if (command != NULL)
        return command->run(argc, argv);
    return asks_for_help(argv[0]) ? command_help_all() : unknown_command(argv[0]);
}
