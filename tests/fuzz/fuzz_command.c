/* Fuzz, the command line. The bytes are the words, a line each, up to an empty line; what stands
 * behind it is standard input, and the file `input` beside a `model`. Main runs on them in a
 * directory of its own. Held to it: the status is 0, 1 or 2; with 2 there is one line on stderr and
 * nothing on stdout, else nothing on stderr; files appear only under names that stand in the words.
 *
 * What would take long is cut down first: training, counts of sheets, pictures of trained networks;
 * and gnuplot is not found. */
#include "fuzz.h"

#include "base/utf8.h"

#include <dirent.h>
#include <fcntl.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

int bpwalk_main(int argc, char **argv);
#define main bpwalk_main
#include "main.c"
#undef main

enum { MOST_WORDS = 40, MOST_LINES = 12 };

struct line {
    char *words[MOST_WORDS + 8]; /* of `text`; room for some that are put behind, and a NULL */
    int count;
    char *text;
    const uint8_t *input;
    size_t input_size;
};

/* ---- What is run ---- */

static void split(struct line *line, const uint8_t *bytes, size_t size) {
    static char program[] = "bpwalk";
    size_t at = 0, start = 0;
    *line = (struct line){.count = 1, .text = malloc(size + 1)};
    require(line->text != NULL);
    line->words[0] = program;
    for (; at < size && line->count < MOST_WORDS; at++) {
        const bool leaves = bytes[at] == '/' || (bytes[at] == '.' && at > 0 && bytes[at - 1] == '.');
        line->text[at] = leaves ? '_' : (char)bytes[at]; /* no other directory can be named */
        if (bytes[at] != '\n')
            continue;
        if (at == start)
            break;
        line->text[at] = '\0';
        line->words[line->count++] = line->text + start;
        start = at + 1;
    }
    if (at == size && at > start) {
        line->text[at] = '\0';
        line->words[line->count++] = line->text + start;
    }
    line->input = bytes + (at < size ? at + 1 : size);
    line->input_size = at < size ? size - at - 1 : 0;
}

/* Leaves MOST digits of each run of them. */
static void cut_digits(char *word, size_t most) {
    size_t run = 0;
    char *kept = word;
    for (; *word != '\0'; word++) {
        run = *word >= '0' && *word <= '9' ? run + 1 : 0;
        if (run <= most)
            *kept++ = *word;
    }
    *kept = '\0';
}

/* Twice each, for a word before may lack its value and take the first. */
static void append(struct line *line, char *option) {
    line->words[line->count++] = option;
    line->words[line->count++] = option;
}

static void bound_training(struct line *line) {
    enum { LONGEST_LIST = 12 };
    static char iterations[] = "--iterations=3", points[] = "--points=9";
    for (int i = 2; i < line->count; i++) {
        const bool is_list = strchr(line->words[i], ',') != NULL;
        if (is_list && strlen(line->words[i]) > LONGEST_LIST + strlen("--layers="))
            line->words[i][LONGEST_LIST] = '\0';
        cut_digits(line->words[i], is_list ? 1 : 3);
    }
    append(line, iterations);
    append(line, points);
}

/* Sheets: at most 9 of a count, and MOST_LINES names. */
static void bound_sheets(struct line *line) {
    size_t lines = 0, at = 0;
    for (int i = 2; i < line->count; i++)
        cut_digits(line->words[i], 1);
    for (; at < line->input_size && lines < MOST_LINES; at++)
        lines += line->input[at] == '\n';
    line->input_size = at;
}

static bool trains_for_a_picture(const char *word) {
    return strcmp(word, "boundary") == 0 || strcmp(word, "cost-curve") == 0 ||
           strcmp(word, "hidden-space") == 0 || strncmp(word, "--al", 4) == 0 ||
           strcmp(word, "--a") == 0 ||
           (word[0] == '-' && word[1] != '-' && strchr(word, 'A') != NULL);
}

/* False where it would take too long. */
static bool bound(struct line *line) {
    const char *command = line->count > 1 ? line->words[1] : "";
    if (strcmp(command, "train") == 0)
        bound_training(line);
    if (strcmp(command, "handout") == 0)
        bound_sheets(line);
    for (int i = 2; i < line->count && strcmp(command, "plot") == 0; i++)
        if (trains_for_a_picture(line->words[i]))
            return false;
    return true;
}

/* ---- Where it is run ---- */

static const char model[] = "bpwalk model 1\nactivation tanh\nlayers 2,1,2\nlayer 1\nw 1 -1\nb 0.5\n"
                            "layer 2\nw 1\nw -1\nb 0 0\nend\n";

struct place {
    int home, room; /* directories: where the process was, and where main runs */
    FILE *input, *out, *err;
    int saved[3]; /* the three standard streams */
};

static void room_path(char path[600]) {
    snprintf(path, 600, "%s/room", fuzz_directory());
}

static void remove_room(void) {
    char path[600];
    room_path(path);
    rmdir(path);
}

/* The one place, made at the first run. */
static struct place *place(void) {
    static struct place made;
    static bool is_made;
    char path[600];
    if (is_made)
        return &made;
    room_path(path);
    require(mkdir(path, 0700) == 0);
    atexit(remove_room);
    made = (struct place){.home = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC),
                          .room = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC),
                          .input = tmpfile(),
                          .out = tmpfile(),
                          .err = tmpfile()};
    require(made.home >= 0 && made.room >= 0 && made.input && made.out && made.err);
    for (int s = 0; s < 3; s++)
        made.saved[s] = dup(s);
    setvbuf(stdin, NULL, _IONBF, 0); /* else it would keep what the run before did not read */
    setenv("PATH", "/nowhere", 1);
    unsetenv("TERM");
    return is_made = true, &made;
}

static void put(int directory, const char *name, const void *bytes, size_t size) {
    const int fd = openat(directory, name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    require(fd >= 0 && write(fd, bytes, size) == (ssize_t)size && close(fd) == 0);
}

static void empty(FILE *stream) {
    require(ftruncate(fileno(stream), 0) == 0 && lseek(fileno(stream), 0, SEEK_SET) == 0);
}

static void enter(struct place *place, const struct line *line) {
    put(place->room, "input", line->input, line->input_size);
    put(place->room, "model", model, sizeof model - 1);
    empty(place->input);
    empty(place->out);
    empty(place->err);
    require(write(fileno(place->input), line->input, line->input_size) ==
            (ssize_t)line->input_size);
    lseek(fileno(place->input), 0, SEEK_SET);
    require(fchdir(place->room) == 0);
    fflush(stdout);
    dup2(fileno(place->input), STDIN_FILENO);
    dup2(fileno(place->out), STDOUT_FILENO);
    dup2(fileno(place->err), STDERR_FILENO);
    clearerr(stdin);
}

static void leave(struct place *place) {
    fflush(stdout);
    for (int s = 0; s < 3; s++)
        dup2(place->saved[s], s);
    require(fchdir(place->home) == 0);
}

/* ---- What came of it ---- */

static struct text content(FILE *stream) {
    struct text text = {0};
    char chunk[4096];
    ssize_t count;
    lseek(fileno(stream), 0, SEEK_SET);
    while ((count = read(fileno(stream), chunk, sizeof chunk)) > 0)
        text_add(&text, chunk, (size_t)count);
    text_add(&text, "", 0);
    return text;
}

static bool is_one_line(const struct text *text) {
    return text->length > 0 && memchr(text->bytes, '\n', text->length) ==
                                   (void *)(text->bytes + text->length - 1);
}

static bool is_in_words(const struct line *line, const char *name) {
    for (int i = 1; i < line->count; i++)
        if (strstr(line->words[i], name) != NULL)
            return true;
    return false;
}

/* Whether an infinity or a NaN was printed as a number: `= inf`, `[-nan:`. */
static bool has_no_number(const struct text *out) {
    static const char *const words[] = {"inf", "nan"};
    for (size_t w = 0; w < 2 && out->length > 0; w++)
        for (const char *at = out->bytes; (at = strstr(at, words[w])) != NULL; at++) {
            const char before = at > out->bytes ? at[-1] : ' ', after = at[3];
            if (strchr(" \t\n[:=,-", before) != NULL && strchr(" \t\n]:=,", after) != NULL)
                return true;
        }
    return false;
}

/* Whether the message begins with the option that it is about, in words that are not the user's. */
static bool is_about_option(const struct text *err, const struct line *line, const uint8_t *bytes,
                            size_t size) {
    static const char *const says[] = {" is no option of `bpwalk ", " lacks its value"};
    for (size_t s = 0; s < 2; s++)
        if (strstr(err->bytes, says[s]) != NULL)
            return !is_in_words(line, says[s]) &&
                   memmem(bytes, size, says[s], strlen(says[s])) == NULL;
    return false;
}

static void check_streams(struct place *place, const struct line *line, int status,
                          const uint8_t *bytes, size_t size) {
    struct text out = content(place->out), err = content(place->err);
    const bool asks = line->count > 1 && strcmp(line->words[1], "quiz") == 0;
    require(status >= 0 && status <= 2);
    if (status == 2) {
        require_of(is_one_line(&err) && strncmp(err.bytes, "bpwalk: ", 8) == 0, err.bytes);
        require_of(out.length == 0 || asks, err.bytes);
        if (is_about_option(&err, line, bytes, size))
            require_of(err.bytes[8] == '-', err.bytes);
    } else {
        require_of(err.length == 0, err.bytes);
    }
    const bool has_own_words = is_in_words(line, "inf") || is_in_words(line, "nan") ||
                               strncmp(out.bytes, "Usage:", 6) == 0; /* help may speak of them */
    require(has_own_words || !has_no_number(&out));
    if (is_text(bytes, size)) {
        require_of(is_text(err.bytes, err.length), err.bytes);
        require(is_in_words(line, "always") || is_text(out.bytes, out.length));
    }
    text_free(&out);
    text_free(&err);
}

/* Removes what is in the directory, down to folders of files; what the words do not name is a fault
 * unless it is in a folder that they name. */
static void clear(int directory, const struct line *line, bool is_checked) {
    const int fd = dup(directory);
    DIR *files = fdopendir(fd);
    require(files != NULL);
    rewinddir(files);
    for (const struct dirent *file = readdir(files); file != NULL; file = readdir(files)) {
        const char *name = file->d_name;
        if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0)
            continue;
        const bool is_ours = strcmp(name, "input") == 0 || strcmp(name, "model") == 0;
        require_of(is_in_words(line, name) || is_ours ||
                       !(is_checked || strncmp(name, ".bpwalk.", 8) == 0),
                   name);
        if (unlinkat(directory, name, 0) == 0)
            continue;
        const int folder = openat(directory, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        require_of(folder >= 0, name);
        clear(folder, line, false);
        close(folder);
        require_of(unlinkat(directory, name, AT_REMOVEDIR) == 0, name);
    }
    closedir(files);
}

static bool names_a_directory(const struct line *line) {
    return strcmp(line->count > 1 ? line->words[1] : "", "handout") == 0;
}

static void run(const uint8_t *bytes, size_t size) {
    struct line line;
    split(&line, bytes, size);
    if (bound(&line)) {
        struct place *here = place();
        char *words[MOST_WORDS + 8];
        memcpy(words, line.words, sizeof words); /* getopt puts them in another order */
        enter(here, &line);
        optind = 0; /* getopt starts anew */
        const int status = bpwalk_main(line.count, words);
        setenv("LC_ALL", "C", 1); /* a --lang has set it */
        leave(here);
        check_streams(here, &line, status, bytes, size);
        clear(here->room, &line, !names_a_directory(&line));
    }
    free(line.text);
}

const struct fuzz_target fuzz_command = {.name = "command", .run = run};
