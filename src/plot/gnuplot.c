/* Gnuplot: see gnuplot.h. Script, picture and messages go through nameless temporary files, so
 * that neither side ever waits for the other. */
#include "plot/gnuplot.h"

#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

enum { INPUT, OUTPUT, MESSAGES, STREAMS };

static bool open_streams(FILE *stream[STREAMS], struct error *error) {
    for (int s = 0; s < STREAMS; s++)
        if ((stream[s] = tmpfile()) == NULL)
            return error_set(error, "a temporary file cannot be made: %s; room in /tmp is needed",
                             strerror(errno));
    return true;
}

static void close_streams(FILE *stream[STREAMS]) {
    for (int s = 0; s < STREAMS; s++)
        if (stream[s] != NULL)
            fclose(stream[s]);
}

static bool write_script(FILE *stream, const struct text *script, struct error *error) {
    if (fwrite(script->bytes, 1, script->length, stream) == script->length && fflush(stream) == 0) {
        rewind(stream);
        return true;
    }
    return error_set(error, "a temporary file cannot be written: %s; room in /tmp is needed",
                     strerror(errno));
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

static int spawn(pid_t *child, FILE *stream[STREAMS], const char *terminal) {
    posix_spawn_file_actions_t actions;
    struct text settings = {0};
    text_printf(&settings, "terminal=\"%s\"; picture=\"-\"", terminal);
    /* -d: without the user's own settings; -: the script is on standard input */
    char program[] = "gnuplot", d[] = "-d", e[] = "-e", input[] = "-";
    char *arguments[] = {program, d, e, settings.bytes, input, NULL};
    int failed = posix_spawn_file_actions_init(&actions);
    if (failed != 0)
        return failed;
    for (int s = 0; s < STREAMS && failed == 0; s++)
        failed = posix_spawn_file_actions_adddup2(&actions, fileno(stream[s]), s);
    if (failed == 0)
        failed = posix_spawnp(child, program, &actions, NULL, arguments, environ);
    posix_spawn_file_actions_destroy(&actions);
    text_free(&settings);
    return failed;
}

static bool run(FILE *stream[STREAMS], const char *terminal, int *status, struct error *error) {
    pid_t child;
    signal(SIGCHLD, SIG_DFL); /* where it is ignored there would be nothing to wait for */
    const int failed = spawn(&child, stream, terminal);
    if (failed == ENOENT)
        return error_set(error, "gnuplot: not found; install the Debian package gnuplot-nox");
    if (failed != 0)
        return error_set(error, "gnuplot: cannot be run: %s; a gnuplot in PATH is needed",
                         strerror(failed));
    while (waitpid(child, status, 0) < 0)
        if (errno != EINTR)
            return error_set(error, "gnuplot: was lost: %s; try again", strerror(errno));
    return true;
}

static bool succeeded(int status, const struct text *said, struct error *error) {
    if (WIFSIGNALED(status))
        return error_set(error, "gnuplot: was ended by signal %d; %s", WTERMSIG(status),
                         said->length > 0 ? said->bytes : "it said nothing");
    return WEXITSTATUS(status) == 0 ||
           error_set(error, "gnuplot: %s",
                     said->length > 0 ? said->bytes : "failed, and does not say why");
}

bool gnuplot_draw(struct text *picture, struct text *said, const struct text *script,
                  const char *terminal, struct error *error) {
    FILE *stream[STREAMS] = {0};
    int status = 0;
    bool done = open_streams(stream, error) && write_script(stream[INPUT], script, error) &&
                run(stream, terminal, &status, error);
    if (done) {
        read_words(said, stream[MESSAGES]);
        done = succeeded(status, said, error);
        read_all(picture, stream[OUTPUT]);
        if (done && picture->length == 0)
            done = error_set(error, "gnuplot: drew nothing; %s",
                             said->length > 0 ? said->bytes : "and does not say why");
    }
    close_streams(stream);
    return done;
}
