/* Exports: what the shell of the page calls: the command line, and the answers of page.h. What is
 * passed lies in the program's memory, taken by page_take. */
#include "page/page.h"

#include <getopt.h>
#include <stdlib.h>

int bpwalk_main(int argc, char **argv);

__attribute__((export_name("take"))) void *page_take(size_t size) {
    return memory_take(size);
}

__attribute__((export_name("give"))) void page_give(void *taken) {
    free(taken);
}

/* The command line: COUNT words, each with its NUL, one after the other. Returns its status. */
__attribute__((export_name("run"))) int page_run(char *words, int count) {
    char **argv = memory_zeroed((size_t)count + 1, sizeof *argv);
    for (int i = 0; i < count; i++) {
        argv[i] = words;
        words += strlen(words) + 1;
    }
    optind = 0;
    const int status = bpwalk_main(count, argv);
    free(argv);
    return status;
}

__attribute__((export_name("open"))) struct page *page_export_open(void) {
    return page_open();
}

/* The answer's bytes, up to a NUL; freed by `give`. */
__attribute__((export_name("answer"))) char *
page_export_answer(struct page *page, const char *request, size_t length) {
    struct text out = {0};
    page_answer(page, request, length, &out);
    return out.bytes;
}
