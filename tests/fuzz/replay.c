/* Replay: every target on its seeds and on what fuzzing has found, with no fuzzer, so that any
 * compiler builds it. The seeds are those of the folder that SOURCES has; one that breaks a promise
 * ends the test, and its name is the last line. */
#include "fuzz.h"

#include "host/file.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct fuzz_target *const targets[] = {
    &fuzz_answers, &fuzz_command, &fuzz_data, &fuzz_example, &fuzz_formula,
    &fuzz_json,    &fuzz_model,   &fuzz_page, &fuzz_roster,  &fuzz_typed};
enum { TARGETS = sizeof targets / sizeof *targets };

static void run_file(const struct fuzz_target *target, const char *path) {
    struct text text = {0};
    struct error error;
    printf("# %s\n", path);
    fflush(stdout);
    require_of(file_read(&text, path, &error), error.line);
    /* as a copy of its own size, so that a step beyond it is seen */
    uint8_t *bytes = malloc(text.length > 0 ? text.length : 1);
    require(bytes != NULL);
    if (text.length > 0)
        memcpy(bytes, text.bytes, text.length);
    target->run(bytes, text.length);
    free(bytes);
    text_free(&text);
}

/* Returns how many there were. */
static int run_folder(const struct fuzz_target *target, const char *seeds) {
    char folder[600];
    struct dirent **files;
    int count = 0;
    snprintf(folder, sizeof folder, "%s/%s", seeds, target->name);
    const int entries = scandir(folder, &files, NULL, alphasort);
    require_of(entries >= 0, folder);
    for (int i = 0; i < entries; i++) {
        char path[900];
        snprintf(path, sizeof path, "%s/%s", folder, files[i]->d_name);
        if (files[i]->d_name[0] != '.') {
            run_file(target, path);
            count++;
        }
        free(files[i]);
    }
    free(files);
    return count;
}

/* With the name of a target and files: these. */
static void run_named(int argc, char **argv) {
    for (size_t t = 0; t < TARGETS; t++)
        for (int i = 2; i < argc && strcmp(targets[t]->name, argv[1]) == 0; i++)
            run_file(targets[t], argv[i]);
}

int main(int argc, char **argv) {
    const char *sources = getenv("SOURCES");
    char seeds[500];
    fuzz_start();
    if (argc > 2) {
        run_named(argc, argv);
        return 0;
    }
    snprintf(seeds, sizeof seeds, "%s/tests/fuzz/seeds", sources != NULL ? sources : ".");
    printf("1..%d\n", TARGETS);
    for (size_t t = 0; t < TARGETS; t++) {
        const int count = run_folder(targets[t], seeds);
        printf("%s %zu - %s: seeds and findings replayed\n", count > 0 ? "ok" : "not ok", t + 1,
               targets[t]->name);
    }
    return 0;
}
