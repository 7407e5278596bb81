/* The command `plot`: a picture as a gnuplot script, or drawn by gnuplot. */
#include "command/command.h"
#include "command/shared_options.h"

#include "host/file.h"
#include "plot/article_boundary.h"
#include "plot/figure.h"
#include "plot/gnuplot.h"
#include "plot/letters.h"

#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

static const struct option_line options[] = {
    {"output", 'o', "SCRIPT", "write the script to SCRIPT, whole or not at all"},
    {"render", 'r', "PICTURE",
     "draw it with gnuplot: to a file ending in .svg, .png or .pdf,\n"
     "                             or in the terminal (-)"},
    EXAMPLE_OPTION_LINES,
    {"path", 'p', "WEIGHT",
     "network: light the paths on which the error comes back to a weight,\n"
     "                             such as w5 (one path) or w1 (two)"},
    NOTATION_OPTION_LINE,
    {"axes", 'a', "W,W", "error-surface: over which two weights or biases (of the last layer)"},
    {"like-article", 'k', NULL,
     "boundary: as the article's program draws it, in 5 rows of 2, from a\n"
     "                             grid of 0.01, 1600x3200"},
    {"size", 'S', "WxH", "of the picture, in pixels of 1/96 inch, such as 1600x900"},
    {"dpi", 'd', "N", "of a .png: dots an inch, 24 to 1200 (96), for the same size on paper"},
    LANGUAGE_OPTION_LINE('l'),
    {"list", 'L', NULL, "name all pictures, with a line each"},
    {"all", 'A', "DIR", "write the scripts of all pictures to DIR, as NAME.gp"},
    {0},
};

static int run(int argc, char **argv);

const struct command command_plot = {
    .name = "plot",
    .synopsis =
        "NAME [OPTION]...\n       bpwalk plot boundary|hidden-space MODEL DATA [OPTION]...\n"
        "       bpwalk plot cost-curve LOG... [OPTION]...\n"
        "       bpwalk plot --list\n       bpwalk plot --all DIR",
    .summary = "write a figure of the article as a gnuplot script, or draw it",
    .details = "Without -o and --render the script goes to standard output. Each script is a whole "
               "gnuplot\nprogram: `gnuplot NAME.gp` writes NAME.svg. --example and --set tell in "
               "the pictures of\nthe worked example: sigmoid, network, error-surface, "
               "learning-rates, error-curve.\nMODEL is a file of `bpwalk train --save`, DATA a "
               "table of samples, LOG a table of\n`bpwalk train --format tsv`.\n",
    .options = options,
    .run = run,
};

enum { OPERANDS_MOST = 32 };

struct request {
    struct shared_options shared;
    struct plot_request plot;
    const char *name, *picture, *directory;
    char *operand[OPERANDS_MOST];
    bool list;
    int width, height, dpi; /* 0: the figure's own; 96 */
};

enum { DPI_USUAL = 96 };

/* WxH */
static bool take_size(struct request *request, const char *value, struct error *error) {
    enum { LEAST = 100, MOST = 10000 };
    char behind;
    if (strspn(value, "0123456789x") == strlen(value) &&
        sscanf(value, "%5dx%5d%c", &request->width, &request->height, &behind) == 2 &&
        request->width >= LEAST && request->width <= MOST && request->height >= LEAST &&
        request->height <= MOST)
        return true;
    return error_set(error,
                     "--size %s: width x height from %d to %d pixels is needed, such as 1600x900",
                     quote(value, strlen(value)).text, LEAST, MOST);
}

static bool take_option(void *context, const char *name, const char *value, struct error *error) {
    struct request *request = context;
    if (strcmp(name, "size") == 0)
        return take_size(request, value, error);
    if (strcmp(name, "dpi") == 0)
        return command_whole(name, value, 24, 1200, &request->dpi, error);
    if (strcmp(name, "list") == 0)
        request->list = true;
    else if (strcmp(name, "like-article") == 0)
        request->plot.like_article = true;
    else
        *(strcmp(name, "render") == 0 ? &request->picture
          : strcmp(name, "path") == 0 ? &request->plot.path
          : strcmp(name, "axes") == 0 ? &request->plot.axes
                                      : &request->directory) = value;
    return true;
}

/* Options may stand before and behind the name. Returns -1, or the status with which to stop. */
static int read_arguments(struct request *request, int argc, char **argv) {
    struct error error;
    for (;;) {
        int operands;
        const int status = command_read(&command_plot, argc, argv, &request->shared, take_option,
                                        request, &operands);
        if (status >= 0 || operands == argc)
            return status;
        if (request->plot.operands == OPERANDS_MOST) {
            command_no_operands(&command_plot, argc, argv, operands, &error);
            return command_fail(&error);
        }
        if (request->name == NULL)
            request->name = argv[operands];
        else
            request->operand[request->plot.operands++] = argv[operands];
        argc -= operands;
        argv += operands;
        optind = 0; /* getopt starts anew, behind the name */
    }
}

static void put_names(struct text *out) {
    for (const struct figure *const *figure = figures; *figure != NULL; figure++)
        text_printf(out, "%s%s", figure == figures ? "" : " ", (*figure)->name);
}

static bool settle_name(const char *name, struct error *error) {
    struct text names = {0};
    bool good = true;
    put_names(&names);
    if (name == NULL)
        good = error_set(error, "plot: the name of a picture is needed: one of %s", names.bytes);
    else if (figure_named(name) == NULL)
        good = error_set(error, "plot: '%s' is no picture; one of %s is needed",
                         quote(name, strlen(name)).text, names.bytes);
    text_free(&names);
    return good;
}

static bool settle_operands(const struct request *request, struct error *error) {
    const struct figure *figure = figure_named(request->name);
    const size_t count = request->plot.operands;
    size_t from_input = 0;
    for (size_t i = 0; i < count; i++)
        from_input += (size_t)command_is_input(request->operand[i]);
    if (count == 0)
        return true;
    if (figure->operands == NULL)
        return command_no_operands(&command_plot, (int)count, (char **)request->operand, 0, error);
    if (strcmp(figure->operands, "MODEL DATA") == 0 && count != 2)
        return error_set(error, "plot %s: the files %s are needed, both or none", figure->name,
                         figure->operands);
    return command_reads_input_once(&command_plot, from_input, error);
}

/* What does not go together. */
static bool settle(const struct request *request, struct error *error) {
    const char *name = request->name;
    const char *without_name = request->list ? "--list" : "--all";
    if (!request->list && request->directory == NULL) {
        if (!settle_name(name, error) || !settle_operands(request, error))
            return false;
        if (request->plot.path != NULL && strcmp(name, "network") != 0)
            return error_set(error, "plot %s: --path is of the picture network alone", name);
        if (request->plot.axes != NULL && strcmp(name, "error-surface") != 0)
            return error_set(error, "plot %s: --axes is of the picture error-surface alone", name);
        if (request->plot.like_article &&
            (strcmp(name, "boundary") != 0 || request->plot.operands > 0))
            return error_set(error,
                             "plot %s: --like-article is of the picture boundary alone, without "
                             "MODEL and DATA",
                             name);
        return request->shared.output == NULL ||
               command_two_files("render", request->picture, request->shared.output, error);
    }
    if (name != NULL)
        return error_set(error, "plot %s: '%s' is one word too many; no picture is named with it",
                         without_name, quote(name, strlen(name)).text);
    const struct {
        bool is_given;
        const char *option;
    } others[] = {{request->list && request->directory != NULL, "--all"},
                  {request->plot.like_article, "--like-article"},
                  {request->width > 0, "--size"},
                  {request->dpi > 0, "--dpi"},
                  {request->picture != NULL, "--render"},
                  {request->directory != NULL && request->shared.output != NULL, "-o"}};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (others[i].is_given)
            return error_set(error, "plot %s: %s does not go with it; leave one out", without_name,
                             others[i].option);
    return true;
}

static bool write_list(const struct request *request, struct error *error) {
    struct text out = {0};
    for (const struct figure *const *figure = figures; *figure != NULL; figure++) {
        char key[80];
        snprintf(key, sizeof key, "plot.%s.about", (*figure)->name);
        text_printf(&out, "%-18s  %s\n", (*figure)->name, prose(request->shared.language, key));
    }
    const bool done = file_write(&out, request->shared.output, error);
    text_free(&out);
    return done;
}

enum { FIGURES_MOST = 32 };

static bool make_directory(const char *path, struct error *error) {
    return mkdir(path, 0777) == 0 || errno == EEXIST ||
           error_set(error, "%s: cannot be made: %s; a directory that can be written to is needed",
                     path, message(strerror(errno)));
}

/* All are made before the first is written. */
static bool write_all(const struct request *request, struct error *error) {
    struct text scripts[FIGURES_MOST] = {0};
    struct text path = {0};
    bool done = true;
    for (size_t f = 0; figures[f] != NULL && done; f++)
        done = figure_script(&scripts[f], figures[f], &request->plot, error);
    done = done && make_directory(request->directory, error);
    for (size_t f = 0; figures[f] != NULL; f++) {
        text_cut(&path, 0);
        text_printf(&path, "%s/%s.gp", request->directory, figures[f]->name);
        done = done && file_write(&scripts[f], path.bytes, error);
        text_free(&scripts[f]);
    }
    text_free(&path);
    return done;
}

/* As large as the window, less a line for the prompt. */
static void terminal_of_letters(struct text *terminal) {
    struct winsize window;
    int columns = 79, rows = 24;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &window) == 0 && window.ws_col > 0 && window.ws_row > 1) {
        columns = window.ws_col;
        rows = window.ws_row - 1;
    }
    text_printf(terminal, "dumb size %d,%d nofeed", columns, rows);
}

/* gnuplot's terminal for a picture, by the ending of its name. */
static bool choose_terminal(struct text *terminal, const struct request *request,
                            const struct figure *figure, struct error *error) {
    const char *picture = request->picture;
    const int dpi = request->dpi > 0 ? request->dpi : DPI_USUAL;
    const double scale = (double)dpi / DPI_USUAL;
    const char *point = strrchr(picture, '.');
    const char *ending = point != NULL ? point : "";
    const int width = figure->width, height = figure->height;
    const double letters = figure_scale(figure);
    if (request->dpi > 0 && strcasecmp(ending, ".png") != 0)
        return error_set(error, "--dpi is of a .png; --render PICTURE.png is needed");
    if (strcmp(picture, "-") == 0 && figure->needs_pixels)
        return error_set(error,
                         "--render -: %s cannot be read in letters; a name ending in .svg, .png or "
                         ".pdf is needed",
                         figure->name);
    if (strcmp(picture, "-") == 0)
        terminal_of_letters(terminal);
    else if (strcasecmp(ending, ".svg") == 0)
        text_printf(terminal, "svg size %d,%d dynamic background 'white' fontscale %g", width,
                    height, letters);
    else if (strcasecmp(ending, ".png") == 0)
        text_printf(terminal, "pngcairo size %d,%d fontscale %g linewidth %g pointscale %g",
                    width * dpi / DPI_USUAL, height * dpi / DPI_USUAL, scale * letters, scale,
                    scale);
    else if (strcasecmp(ending, ".pdf") == 0)
        /* its letters of 12 points are 18, its lines thinner than those of the others */
        text_printf(terminal, "pdfcairo size %g,%g fontscale %g linewidth 1.5", width / 100.0,
                    height / 100.0, letters / 1.5);
    else
        return error_set(error,
                         "--render %s: the name of a picture ends in .svg, .png or .pdf; or - to "
                         "draw in the terminal",
                         quote(picture, strlen(picture)).text);
    return true;
}

static bool draw(const struct request *request, const struct figure *figure,
                 const struct text *script, struct text *picture, struct error *error) {
    struct text terminal = {0}, said = {0};
    const bool done = choose_terminal(&terminal, request, figure, error) &&
                      gnuplot_draw(picture, &said, script, terminal.bytes, error);
    if (done && strcmp(request->picture, "-") == 0)
        letters_mend(picture);
    if (done && said.length > 0)
        fprintf(stderr, "bpwalk: gnuplot: %s\n", said.bytes);
    text_free(&said);
    text_free(&terminal);
    return done;
}

/* The script goes to standard output only where nothing else is asked for. */
static bool write_one(const struct request *request, struct error *error) {
    struct figure sized = *figure_named(request->name);
    const struct figure *figure = &sized;
    if (request->plot.like_article) {
        sized.width = ARTICLE_BOUNDARY_WIDTH;
        sized.height = ARTICLE_BOUNDARY_HEIGHT;
    }
    sized.width = request->width > 0 ? request->width : sized.width;
    sized.height = request->height > 0 ? request->height : sized.height;
    if (request->dpi > 0 && request->picture == NULL)
        return error_set(error, "--dpi is of a .png; --render PICTURE.png is needed");
    struct text script = {0}, picture = {0};
    bool done = figure_script(&script, figure, &request->plot, error);
    if (done && request->picture != NULL)
        done = draw(request, figure, &script, &picture, error) &&
               file_write(&picture, request->picture, error);
    if (done && (request->shared.output != NULL || request->picture == NULL))
        done = file_write(&script, request->shared.output, error);
    text_free(&picture);
    text_free(&script);
    return done;
}

static int run(int argc, char **argv) {
    struct request request = {.shared = shared_options_start()};
    struct example example;
    struct error error;
    const int status = read_arguments(&request, argc, argv);
    if (status >= 0)
        return status;
    if (!settle(&request, &error))
        return command_fail(&error);
    request.plot.language = request.shared.language;
    request.plot.notation = request.shared.notation;
    request.plot.example = &example;
    request.plot.operand = request.operand;
    const bool done = example_options_make(&request.shared.numbers, &example, &error) &&
                      (request.list                ? write_list(&request, &error)
                       : request.directory != NULL ? write_all(&request, &error)
                                                   : write_one(&request, &error));
    example_free(&example);
    return done ? STATUS_DONE : command_fail(&error);
}
