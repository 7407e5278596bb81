/* PDF: see pdf.h. Nothing takes memory of ours while the directory is there, so that no want of it
 * leaves that behind. */
#include "sheet/pdf.h"

#include "host/file.h"
#include "host/signals.h"
#include "host/tool.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* In the order in which they are tried. */
static const struct pdf_maker makers[] = {
    {"xelatex", &sheet_latex, false},      {"pdflatex", &sheet_latex, true},
    {"chromium", &sheet_html, false},      {"chromium-browser", &sheet_html, false},
    {"google-chrome", &sheet_html, false},
};
enum { MAKER_COUNT = sizeof makers / sizeof *makers };

const struct pdf_maker *pdf_maker_find(const struct sheet_format *format, enum language language,
                                       struct error *error) {
    if (format != NULL && format != &sheet_latex && format != &sheet_html) {
        error_set(error, "--pdf is made of latex or html; leave --format out, or take one of them");
        return NULL;
    }
    for (size_t i = 0; i < MAKER_COUNT; i++)
        if ((format == NULL || makers[i].format == format) &&
            (language == ENGLISH || !makers[i].is_english_only) && tool_is_here(makers[i].program))
            return &makers[i];
    error_set(error,
              format == &sheet_latex ? "--pdf: there is no xelatex; install the Debian packages "
                                       "texlive-xetex, texlive-pictures and texlive-lang-chinese"
              : format == &sheet_html
                  ? "--pdf: there is no browser for it; install the Debian package chromium"
                  : "--pdf: there is neither xelatex nor a browser; install the Debian packages "
                    "texlive-xetex, texlive-pictures and texlive-lang-chinese, or chromium");
    return NULL;
}

/* ---- The directory on the way ---- */

enum { PATH_ROOM = 512, WORD_ROOM = PATH_ROOM + 64 };

static bool failed(const char *path, int why, struct error *error) {
    return error_set(error, "%s: cannot be written: %s; room in TMPDIR or /tmp is needed", path,
                     message(strerror(why)));
}

static bool open_directory(char path[PATH_ROOM], struct error *error) {
    const char *place = getenv("TMPDIR");
    const int length = snprintf(path, PATH_ROOM, "%s/bpwalk.XXXXXX",
                                place != NULL && *place != '\0' ? place : "/tmp");
    if (length >= PATH_ROOM)
        return failed("TMPDIR", ENAMETOOLONG, error);
    return mkdtemp(path) != NULL || failed(path, errno, error);
}

/* All that is in the directory NAME of AT, and it: a browser leaves directories behind. */
static void remove_all(int at, const char *name) {
    const int fd = openat(at, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    DIR *files = fd >= 0 ? fdopendir(fd) : NULL;
    for (const struct dirent *file; files != NULL && (file = readdir(files)) != NULL;)
        if (strcmp(file->d_name, ".") != 0 && strcmp(file->d_name, "..") != 0 &&
            unlinkat(fd, file->d_name, 0) != 0)
            remove_all(fd, file->d_name);
    if (files != NULL)
        closedir(files);
    else if (fd >= 0) /* GCOVR_EXCL_LINE: memory that is refused to libc alone */
        close(fd);    /* GCOVR_EXCL_LINE */
    unlinkat(at, name, AT_REMOVEDIR);
}

static bool write_document(const char *path, const struct text *document, struct error *error) {
    const int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0)
        return failed(path, errno, error); /* GCOVR_EXCL_LINE: the directory was just made */
    const bool done = file_write_all(fd, document) || failed(path, errno, error);
    close(fd);
    return done;
}

/* ---- The makers' arguments ---- */

/* What follows the program's name; @ is the directory. A browser goes without its sandbox, for the
 * page is ours, has nothing in it that runs, and root has no other way. */
static const char *const of_latex[] = {"-interaction=nonstopmode", "-halt-on-error",
                                       "-no-shell-escape", "-output-directory=@", "@/sheet.latex"};
static const char *const of_browser[] = {"--headless",
                                         "--no-sandbox",
                                         "--disable-gpu",
                                         "--disable-background-networking",
                                         "--no-pdf-header-footer",
                                         "--user-data-dir=@/profile",
                                         "--print-to-pdf=@/sheet.pdf",
                                         "file://@/sheet.html"};
enum { ARGUMENTS_MOST = 1 + sizeof of_browser / sizeof *of_browser };

struct call {
    char words[ARGUMENTS_MOST][WORD_ROOM];
    char *arguments[ARGUMENTS_MOST + 1];
};

static void make_call(struct call *call, const struct pdf_maker *maker, const char *directory) {
    const bool is_latex = maker->format == &sheet_latex;
    const char *const *words = is_latex ? of_latex : of_browser;
    const size_t count =
        is_latex ? sizeof of_latex / sizeof *of_latex : sizeof of_browser / sizeof *of_browser;
    *call = (struct call){0};
    call->arguments[0] = call->words[0];
    snprintf(call->words[0], WORD_ROOM, "%s", maker->program);
    for (size_t i = 0; i < count; i++) {
        const size_t before = strcspn(words[i], "@");
        call->arguments[i + 1] = call->words[i + 1];
        if (words[i][before] == '\0')
            snprintf(call->words[i + 1], WORD_ROOM, "%s", words[i]);
        else
            snprintf(call->words[i + 1], WORD_ROOM, "%.*s%s%s", (int)before, words[i], directory,
                     words[i] + before + 1);
    }
}

/* ---- One document ---- */

/* Runs the maker in DIRECTORY. What it made, open, or NULL with ERROR. */
static FILE *make_in(const char *directory, const struct pdf_maker *maker,
                     const struct text *document, struct tool *tool, bool *ran,
                     struct error *error) {
    const struct text nothing = {.bytes = (char[]){""}};
    char source[WORD_ROOM], result[WORD_ROOM];
    struct call call;
    snprintf(source, sizeof source, "%s/sheet.%s", directory, maker->format->name);
    snprintf(result, sizeof result, "%s/sheet.pdf", directory);
    make_call(&call, maker, directory);
    if (!write_document(source, document, error))
        return NULL;
    *ran = tool_run(tool, call.arguments, &nothing, message("it was there a moment ago; try again"),
                    error);
    tool->name = maker->program; /* the call ends here */
    return *ran ? fopen(result, "re") : NULL;
}

/* Why TeX stopped, where it says so; false where it does not. */
static bool tell(const struct pdf_maker *maker, const struct text *written, struct error *error) {
    const char *line = written->length > 0 ? strstr(written->bytes, "\n! ") : NULL;
    if (line != NULL)
        error_set(error,
                  "%s: %.*s; the Debian packages texlive-xetex, texlive-pictures and "
                  "texlive-lang-chinese have what it takes, or --format html takes a browser",
                  maker->program, (int)strcspn(line + 3, "\n"), line + 3);
    return line != NULL;
}

static void read_pdf(struct text *pdf, FILE *made) {
    char chunk[16384];
    size_t count;
    while ((count = fread(chunk, 1, sizeof chunk, made)) > 0)
        text_add(pdf, chunk, count);
    fclose(made);
}

bool pdf_make(struct text *pdf, const struct pdf_maker *maker, const struct text *document,
              struct error *error) {
    char directory[PATH_ROOM];
    struct tool tool = {0};
    struct text written = {0}, said = {0};
    bool ran = false;
    const struct signals signals = signals_hold();
    bool done = open_directory(directory, error);
    FILE *made = done ? make_in(directory, maker, document, &tool, &ran, error) : NULL;
    if (done)
        remove_all(AT_FDCWD, directory);
    done = tool_told(&tool, ran, &written, &said, error) && made != NULL;
    if (!signals_wait(error) && /* GCOVR_EXCL_BR_LINE: a signal leaves no counts */
        !done && ran && !tell(maker, &written, error) && tool.status == 0)
        error_set(error, "%s: made no PDF; %s", maker->program,
                  said.length > 0 ? said.bytes : message("and does not say why"));
    if (made != NULL)
        read_pdf(pdf, made);
    text_free(&said);
    text_free(&written);
    signals_release(&signals);
    return done;
}
