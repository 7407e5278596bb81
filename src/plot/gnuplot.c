/* Gnuplot: see gnuplot.h. */
#include "plot/gnuplot.h"

#include "host/tool.h"

bool gnuplot_draw(struct text *picture, struct text *said, const struct text *script,
                  const char *terminal, struct error *error) {
    struct text settings = {0};
    struct tool tool;
    text_printf(&settings, "terminal=\"%s\"; picture=\"-\"", terminal);
    /* -d: without the user's own settings; -: the script is on standard input */
    char program[] = "gnuplot", d[] = "-d", e[] = "-e", input[] = "-";
    char *const arguments[] = {program, d, e, settings.bytes, input, NULL};
    const bool ran = tool_run(&tool, arguments, script,
                              message("install the Debian package gnuplot-nox"), error);
    bool done = tool_told(&tool, ran, picture, said, error);
    if (done && picture->length == 0)
        done = error_set(error, "gnuplot: drew nothing; %s",
                         said->length > 0 ? said->bytes : message("and does not say why"));
    text_free(&settings);
    return done;
}
