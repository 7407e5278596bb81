/* Faults: whatever fails, each run of the program ends with status 2 and one line on stderr, leaves
 * no half file, and what was there before is still there. A run is a child of this process, in
 * which one call of the system fails (failing_calls.h); the facts are printed as TAP. */
#include "failing_calls.h"

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* src/main.c is compiled into this program under another name. */
#undef main
int bpwalk_main(int argc, char **argv);

static void need(bool done, const char *what) {
    if (done)
        return;
    printf("Bail out! %s\n", what);
    exit(99);
}

/* ---- The directory that the program writes to ---- */

enum { ENTRIES = 64, PATH_ROOM = 100 };

struct entry {
    char path[PATH_ROOM];
    bool is_directory;
    uint64_t sum; /* of a file's bytes and their number */
};

struct tree {
    struct entry entries[ENTRIES];
    size_t count;
};

/* By FNV-1a */
static uint64_t sum_of(int fd) {
    uint64_t sum = 14695981039346656037u;
    unsigned char bytes[4096];
    off_t at = 0;
    for (ssize_t got; (got = pread(fd, bytes, sizeof bytes, at)) > 0; at += got)
        for (ssize_t i = 0; i < got; i++)
            sum = (sum ^ bytes[i]) * 1099511628211u;
    return sum ^ (uint64_t)at;
}

static uint64_t sum_of_file(const char *path) {
    const int fd = open(path, O_RDONLY);
    need(fd >= 0, path);
    const uint64_t sum = sum_of(fd);
    close(fd);
    return sum;
}

static void add_entries(struct tree *tree, const char *path) {
    struct stat about;
    need(lstat(path, &about) == 0 && tree->count < ENTRIES && strlen(path) < PATH_ROOM, path);
    struct entry *entry = &tree->entries[tree->count++];
    strcpy(entry->path, path);
    entry->is_directory = S_ISDIR(about.st_mode);
    if (!entry->is_directory) {
        entry->sum = sum_of_file(path);
        return;
    }
    DIR *directory = opendir(path);
    need(directory != NULL, path);
    for (const struct dirent *file; (file = readdir(directory)) != NULL;) {
        char below[PATH_ROOM + sizeof file->d_name];
        snprintf(below, sizeof below, "%s/%s", path, file->d_name);
        if (strcmp(file->d_name, ".") != 0 && strcmp(file->d_name, "..") != 0)
            add_entries(tree, below);
    }
    closedir(directory);
}

static int by_path(const void *a, const void *b) {
    return strcmp(((const struct entry *)a)->path, ((const struct entry *)b)->path);
}

/* PATH and all below it, each directory before what is in it. */
static struct tree tree_of(const char *path) {
    struct tree tree = {0};
    add_entries(&tree, path);
    qsort(tree.entries, tree.count, sizeof *tree.entries, by_path);
    return tree;
}

static void remove_below(const char *path) {
    const struct tree tree = tree_of(path);
    for (size_t i = tree.count - 1; i > 0; i--)
        remove(tree.entries[i].path);
}

static bool same_tree(const struct tree *a, const struct tree *b) {
    return a->count == b->count &&
           memcmp(a->entries, b->entries, a->count * sizeof *a->entries) == 0;
}

static bool has_entry(const struct tree *tree, const struct entry *entry) {
    for (size_t i = 0; i < tree->count; i++)
        if (memcmp(&tree->entries[i], entry, sizeof *entry) == 0)
            return true;
    return false;
}

static void write_file(const char *path, const char *text) {
    FILE *file = fopen(path, "w");
    need(file != NULL && fputs(text, file) >= 0 && fclose(file) == 0, path);
}

/* What was there before. */
static struct tree fresh_tree(void) {
    remove_below("out");
    need(mkdir("out/class-before", 0777) == 0, "a directory cannot be made");
    write_file("out/file", "before\n");
    write_file("out/model", "before\n");
    write_file("out/class-before/sheet-1.md", "before\n");
    write_file("out/class-before/other", "before\n");
    return tree_of("out");
}

/* ---- A run ---- */

enum { WORDS = 24, LINE_ROOM = 200 };

struct run {
    int status;    /* as a shell has it: above 128 by a signal */
    bool happened; /* the program came as far as the fault */
    struct tree left;
    uint64_t printed;
    char said[300]; /* the beginning of its stderr */
};

struct command {
    const char *line;
    bool is_deaf;                /* runs with signals ignored */
    int answers, output, errors; /* descriptors, the same for every run */
    bool *happened;              /* shared with the runs */
    struct tree before;          /* what is there when it begins */
    struct run clean;            /* without a fault */
};

static void run_main(const struct command *command, const struct fault *fault) {
    static const int deaf_to[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM};
    char line[LINE_ROOM + 7], *words[WORDS + 1] = {0}, *rest = line;
    int count = 0;
    snprintf(line, sizeof line, "bpwalk %s", command->line);
    for (char *word; count < WORDS && (word = strsep(&rest, " ")) != NULL;)
        if (*word != '\0')
            words[count++] = word;
    for (size_t i = 0; command->is_deaf && i < sizeof deaf_to / sizeof *deaf_to; i++)
        signal(deaf_to[i], SIG_IGN);
    dup2(command->answers, STDIN_FILENO);
    dup2(command->output, STDOUT_FILENO);
    dup2(command->errors, STDERR_FILENO);
    fail_calls(fault, command->happened);
    exit(bpwalk_main(count, words));
}

/* A file that is still empty, to be written from its start. */
static void rewind_file(int fd) {
    need(ftruncate(fd, 0) == 0 && lseek(fd, 0, SEEK_SET) == 0, "an output cannot be emptied");
}

static struct run run(const struct command *command, const struct fault *fault) {
    *command->happened = false;
    lseek(command->answers, 0, SEEK_SET);
    rewind_file(command->output);
    rewind_file(command->errors);
    fflush(stdout);
    const pid_t child = fork();
    if (child == 0)
        run_main(command, fault);
    int status = 0;
    need(child > 0 && waitpid(child, &status, 0) == child, "a run cannot be started");
    struct run run = {.status = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status),
                      .happened = *command->happened,
                      .left = tree_of("out"),
                      .printed = sum_of(command->output)};
    need(pread(command->errors, run.said, sizeof run.said - 1, 0) >= 0, "stderr cannot be read");
    if (!same_tree(&run.left, &command->before))
        fresh_tree();
    return run;
}

/* ---- What a run leaves and says ---- */

static bool one_line(const struct run *run) {
    const char *end = strchr(run->said, '\n');
    return strncmp(run->said, "bpwalk: ", 8) == 0 && end != NULL && end[1] == '\0';
}

/* Each file is the old one or the whole new one, and there is no other beside them: what two
 * outputs of one run, and one that a signal ends, may leave. */
static bool is_whole(const struct command *command, const struct run *run) {
    for (size_t i = 0; i < run->left.count; i++)
        if (!has_entry(&command->before, &run->left.entries[i]) &&
            !has_entry(&command->clean.left, &run->left.entries[i]))
            return false;
    return true;
}

static bool has_option(const struct command *command, const char *option) {
    const char *at = strstr(command->line, option);
    return at != NULL && at[strlen(option)] == ' ';
}

static bool is_as_before(const struct command *command, const struct run *run) {
    if (has_option(command, "--save") && has_option(command, "-o"))
        return is_whole(command, run);
    return same_tree(&run->left, &command->before);
}

static bool is_as_clean(const struct command *command, const struct run *run) {
    return run->status == command->clean.status && same_tree(&run->left, &command->clean.left);
}

/* A fault that does no harm is such as the close of what was read; no memory always does. */
static bool survives(const struct command *command, const struct fault *fault,
                     const struct run *run) {
    if (is_as_clean(command, run) && strcmp(fault->call, "malloc") != 0)
        return run->printed == command->clean.printed;
    return run->status == 2 && one_line(run) && is_as_before(command, run);
}

static bool ends_by_signal(const struct command *command, const struct fault *fault,
                           const struct run *run) {
    return (run->status == 128 + fault->signal || run->status == 0) && is_whole(command, run);
}

static bool ignores_signal(const struct command *command, const struct fault *fault,
                           const struct run *run) {
    (void)fault;
    return is_as_clean(command, run);
}

static bool goes_on(const struct command *command, const struct fault *fault,
                    const struct run *run) {
    (void)fault;
    return is_as_clean(command, run) && run->printed == command->clean.printed;
}

/* ---- Facts ---- */

typedef bool judge(const struct command *command, const struct fault *fault, const struct run *run);

struct tally {
    int facts, failures;
};

__attribute__((format(printf, 4, 5))) static void
verdict(struct tally *tally, bool good, const struct command *command, const char *format, ...) {
    va_list args;
    va_start(args, format);
    tally->failures += !good;
    printf("%sok %d - bpwalk %s: ", good ? "" : "not ", ++tally->facts, command->line);
    vprintf(format, args);
    putchar('\n');
    va_end(args);
}

static void complain(const struct run *run, long at) {
    printf("# at %ld: status %d, stderr: %.*s, left:", at, run->status,
           (int)strcspn(run->said, "\n"), run->said);
    for (size_t i = 0; i < run->left.count; i++)
        printf(" %s", run->left.entries[i].path);
    putchar('\n');
}

/* Each call of the kind is the faulty one in turn; whether all runs pass, and *COUNT of how many.
 */
static bool each(const struct command *command, struct fault fault, judge *passes, long *count) {
    for (fault.at = 1;; fault.at++) {
        const struct run now = run(command, &fault);
        *count = fault.at - 1;
        if (!now.happened)
            return true;
        if (passes(command, &fault, &now) && fault.at < 3000)
            continue;
        complain(&now, fault.at);
        return false;
    }
}

/* There must be one to fail, where CALL is one that every command, or one that writes a file,
 * makes. */
static bool expects(const struct command *command, const char *call) {
    static const char *const of_files[] = {"close", "rename", "create"};
    bool expected = strcmp(call, "malloc") == 0 || strcmp(call, "write") == 0;
    for (size_t i = 0; i < sizeof of_files / sizeof *of_files; i++)
        expected = expected || (strcmp(call, of_files[i]) == 0 && has_option(command, "-o"));
    return expected;
}

static void calls_fail(struct tally *tally, const struct command *command) {
    static const char *const calls[] = {"malloc", "write", "close", "rename", "create",
                                        "mode",   "open",  "read",  "opendir"};
    static const size_t bytes[] = {1, 1000, 30000};
    long count;
    for (size_t i = 0; i < sizeof calls / sizeof *calls; i++) {
        const bool good = each(command, (struct fault){.call = calls[i]}, survives, &count);
        verdict(tally, good && (count > 0 || !expects(command, calls[i])), command, "each %s (%ld)",
                calls[i], count);
    }
    const bool good = each(command, (struct fault){.call = "interrupt"}, goes_on, &count);
    verdict(tally, good && count > 0, command, "each write and read is interrupted (%ld)", count);
    for (size_t i = 0; i < sizeof bytes / sizeof *bytes; i++)
        verdict(tally,
                each(command, (struct fault){.call = "write", .bytes = bytes[i]}, survives, &count),
                command, "a write stops after %zu bytes", bytes[i]);
}

static void signals_come(struct tally *tally, struct command *command) {
    static const int signals[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM};
    long count;
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
        const struct fault fault = {.call = "write", .signal = signals[i]};
        const bool good = each(command, fault, ends_by_signal, &count);
        verdict(tally, good, command, "signal %d in each write (%ld)", signals[i], count);
    }
    command->is_deaf = true;
    const struct fault fault = {.call = "write", .signal = SIGTERM};
    const bool good = each(command, fault, ignores_signal, &count);
    verdict(tally, good && count > 0, command, "a signal that is ignored in each write (%ld)",
            count);
}

static int made_file(const char *name) {
    const int fd = open(name, O_RDWR | O_CREAT, 0600);
    need(fd >= 0, name);
    return fd;
}

static struct command ready(const char *line) {
    bool *shared =
        mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    need(shared != MAP_FAILED && strlen(line) < LINE_ROOM, line);
    return (struct command){.line = line,
                            .answers = made_file("in/answers"),
                            .output = made_file("stdout"),
                            .errors = made_file("stderr"),
                            .happened = shared,
                            .before = fresh_tree()};
}

static void faults_of(struct tally *tally, const char *line) {
    struct command command = ready(line);
    command.clean = run(&command, &(struct fault){0});
    verdict(tally, command.clean.status < 2, &command, "runs");
    calls_fail(tally, &command);
    if (has_option(&command, "-o") || has_option(&command, "--save"))
        signals_come(tally, &command);
    close(command.answers);
    close(command.output);
    close(command.errors);
    munmap(command.happened, sizeof *command.happened);
}

static void write_inputs(void) {
    need(mkdir("in", 0777) == 0 && mkdir("out", 0777) == 0 && mkdir("in/class", 0777) == 0,
         "a directory cannot be made");
    write_file("in/class/sheet-1.txt", "in_h1 = 0.6\n");
    write_file("in/answers", "in_h1 = 0.60000000000000009\nout_h1 = 0.6456563062257954\n"
                             "in_h2 = 0.67000000000000004\nout_h2 = 0.66150315920295244\n"
                             "in_O1 = 1.3797300486346691\nout_O1 = 0.79894764137797114\n"
                             "in_O2 = 1.6511619417204186\nout_O2 = 0.83904802833425607\n"
                             "E_O1 = 0.31121919041793189\nE_O2 = 0.011393248874887778\n");
    write_file("in/example", "w1 = 0.3\n");
    write_file("in/samples", "x,y,class\n0.5,-1.25,0\n-0.75,2,1\n0.1,0.2,1\n");
    write_file("in/roster", "Ada\nBlaise\n");
    const struct command train =
        ready("train --layers 2,2,2 --iterations 10 --save in/model -o /dev/null");
    need(run(&train, &(struct fault){0}).status == 0, train.line);
}

int main(void) {
    static const char *const lines[] = {
        "", /* the walk, to standard output */
        "--example in/example -o out/file",
        "--format latex -o out/new",
        "--reading printed --format tsv",
        "errata -o out/file",
        "check in/answers",
        "check in/class",
        "quiz --equations 5.1",
        "train --layers 2,2,2 --data in/samples --iterations 10 --save out/model -o out/file",
        "predict in/model in/samples -o out/file",
        "plot sigmoid -o out/file",
        "handout -o out/file",
        "handout --roster in/roster -o out/class",
        "handout --roster in/roster --format markdown --numbers --forms -o out/class-before",
        "handout --count 2 --format moodle -o out/file",
        "handout --count 2 --format qti -o out/file",
        "handout --equations 5.1 --format exams -o out/class",
        "--help",
    };
    const char *top = getenv("TMPDIR");
    char scratch[4096];
    snprintf(scratch, sizeof scratch, "%s/bpwalk-test.XXXXXX", top != NULL ? top : "/tmp");
    need(mkdtemp(scratch) != NULL && chdir(scratch) == 0, scratch);
    write_inputs();
    struct tally tally = {0};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        faults_of(&tally, lines[i]);
    printf("1..%d\n", tally.facts);
    remove_below(".");
    rmdir(scratch);
    return tally.failures == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
