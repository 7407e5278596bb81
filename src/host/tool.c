/* Tool: see tool.h. */
#include "host/tool.h"

#include "host/file.h"

#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

static bool open_streams(struct tool *tool, struct error *error) {
    for (int s = 0; s < TOOL_STREAMS; s++)
        if ((tool->stream[s] = tmpfile()) == NULL)
            return error_set(error, "a temporary file cannot be made: %s; room in /tmp is needed",
                             message(strerror(errno)));
    return true;
}

static void close_streams(struct tool *tool) {
    for (int s = 0; s < TOOL_STREAMS; s++)
        if (tool->stream[s] != NULL)
            fclose(tool->stream[s]);
}

static bool write_input(FILE *stream, const struct text *input, struct error *error) {
    if (file_write_all(fileno(stream), input)) {
        rewind(stream);
        return true;
    }
    return error_set(error, "a temporary file cannot be written: %s; room in /tmp is needed",
                     message(strerror(errno)));
}

static void read_all(struct text *text, FILE *stream) {
    char chunk[16384];
    size_t count;
    rewind(stream);
    while ((count = fread(chunk, 1, sizeof chunk, stream)) > 0)
        text_add(text, chunk, count);
}

/* The words of all lines, as one line. */
static void read_words(struct text *text, FILE *stream) {
    struct text all = {0};
    read_all(&all, stream);
    for (size_t i = 0; i < all.length; i++) {
        const char c = all.bytes[i];
        const bool is_space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
        if (!is_space)
            text_putc(text, c);
        else if (text->length > 0 && text->bytes[text->length - 1] != ' ')
            text_putc(text, ' ');
    }
    if (text->length > 0 && text->bytes[text->length - 1] == ' ')
        text_cut(text, text->length - 1);
    text_free(&all);
}

/* Signals that wait here are not held there. */
static int spawn_with(pid_t *child, const struct tool *tool, char *const arguments[],
                      const posix_spawnattr_t *attributes, posix_spawn_file_actions_t *actions) {
    int failed = 0;
    for (int s = 0; s < TOOL_STREAMS && failed == 0; s++)
        failed = posix_spawn_file_actions_adddup2(actions, fileno(tool->stream[s]), s);
    if (failed != 0)
        return failed; /* GCOVR_EXCL_LINE: memory that is refused to libc alone */
    return posix_spawnp(child, arguments[0], actions, attributes, arguments, environ);
}

static int spawn(pid_t *child, const struct tool *tool, char *const arguments[]) {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    sigset_t none;
    int failed = posix_spawn_file_actions_init(&actions);
    if (failed != 0)
        return failed; /* GCOVR_EXCL_LINE: memory that is refused to libc alone */
    failed = posix_spawnattr_init(&attributes);
    if (failed == 0) { /* GCOVR_EXCL_BR_LINE: memory that is refused to libc alone */
        sigemptyset(&none);
        posix_spawnattr_setsigmask(&attributes, &none);
        posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
        failed = spawn_with(child, tool, arguments, &attributes, &actions);
        posix_spawnattr_destroy(&attributes);
    }
    posix_spawn_file_actions_destroy(&actions);
    return failed;
}

bool tool_is_here(const char *name) {
    const char *path = getenv("PATH");
    struct text place = {0};
    bool is_here = false;
    while (path != NULL && *path != '\0' && !is_here) {
        const size_t length = strcspn(path, ":");
        text_cut(&place, 0);
        text_printf(&place, "%.*s/%s", (int)length, path, name);
        is_here = length > 0 && access(place.bytes, X_OK) == 0;
        path += length + (path[length] == ':');
    }
    text_free(&place);
    return is_here;
}

static bool run(struct tool *tool, char *const arguments[], const char *needed,
                struct error *error) {
    pid_t child;
    signal(SIGCHLD, SIG_DFL); /* where it is ignored there would be nothing to wait for */
    const int failed = spawn(&child, tool, arguments);
    if (failed == ENOENT)
        return error_set(error, "%s: not found; %s", tool->name, needed);
    if (failed != 0)
        return error_set(error, "%s: cannot be run: %s; a %s in PATH is needed", tool->name,
                         message(strerror(failed)), tool->name);
    while (waitpid(child, &tool->status, 0) < 0)
        /* GCOVR_EXCL_START: no signal is caught while a tool runs */
        if (errno != EINTR)
            return error_set(error, "%s: was lost: %s; try again", tool->name,
                             message(strerror(errno)));
    /* GCOVR_EXCL_STOP */
    return true;
}

bool tool_run(struct tool *tool, char *const arguments[], const struct text *input,
              const char *needed, struct error *error) {
    *tool = (struct tool){.name = arguments[0]};
    return open_streams(tool, error) && write_input(tool->stream[TOOL_INPUT], input, error) &&
           run(tool, arguments, needed, error);
}

static bool succeeded(const struct tool *tool, const struct text *said, struct error *error) {
    if (WIFSIGNALED(tool->status))
        return error_set(error, "%s: was ended by signal %d; %s", tool->name,
                         WTERMSIG(tool->status),
                         said->length > 0 ? said->bytes : message("it said nothing"));
    return WEXITSTATUS(tool->status) == 0 ||
           error_set(error, "%s: %s", tool->name,
                     said->length > 0 ? said->bytes : message("failed, and does not say why"));
}

bool tool_told(struct tool *tool, bool ran, struct text *output, struct text *said,
               struct error *error) {
    bool done = ran;
    if (ran) {
        read_words(said, tool->stream[TOOL_MESSAGES]);
        done = succeeded(tool, said, error);
        read_all(output, tool->stream[TOOL_OUTPUT]);
    }
    close_streams(tool);
    return done;
}
