/* Progress: see progress.h. */
#include "command/progress.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* The one variable that changes outside all functions: a signal has no other way to be heard. */
static volatile sig_atomic_t interrupted;

static void note_interrupt(int signal) {
    (void)signal;
    interrupted = 1;
}

void progress_catch_interrupt(void) {
    struct sigaction action = {.sa_handler = note_interrupt, .sa_flags = (int)SA_RESETHAND};
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, NULL);
}

bool progress_interrupted(void) {
    return interrupted != 0;
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

void progress_start(struct progress *progress, const char *name, size_t total) {
    *progress = (struct progress){.name = name, .total = total, .is_shown = isatty(STDERR_FILENO)};
    progress->started = progress->drawn = now();
}

static void draw(const struct progress *progress, size_t done, double seconds) {
    enum { BAR = 30 };
    char bar[BAR + 1];
    const double part = (double)done / (double)progress->total;
    const double rate = (double)done / seconds;
    const size_t filled = (size_t)(part * BAR);
    memset(bar, ' ', BAR);
    memset(bar, '#', filled);
    bar[BAR] = '\0';
    fprintf(stderr, "\r%s [%s] %3.0f%%  %.0f/s  %.0f s left \033[K", progress->name, bar,
            100 * part, rate, (double)(progress->total - done) / rate);
}

bool progress_report(void *context, size_t done) {
    static const double BETWEEN = 0.1;
    struct progress *progress = context;
    if (progress->is_shown && done < progress->total) {
        const double time = now();
        if (time - progress->drawn >= BETWEEN) {
            progress->drawn = time;
            draw(progress, done, time - progress->started);
        }
    }
    return !progress_interrupted();
}

void progress_end(struct progress *progress) {
    if (progress->is_shown && progress->drawn > progress->started)
        fputs("\r\033[K", stderr);
}
