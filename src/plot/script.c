/* Script: see script.h. */
#include "plot/script.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The first {plot.KEY} or {punctuation.KEY} in TEXT, or NULL. A script has other braces. */
static const char *first_key(const char *text) {
    for (text = strchr(text, '{'); text != NULL; text = strchr(text + 1, '{'))
        if (strncmp(text, "{plot.", 6) == 0 || strncmp(text, "{punctuation.", 13) == 0)
            return text;
    return NULL;
}

/* Appends TEXT, with each such key in it as prose. */
static void put_with_prose(struct script *script, const char *text) {
    char key[80];
    const char *brace;
    while ((brace = first_key(text)) != NULL) {
        const size_t length = strcspn(brace + 1, "}");
        text_add(script->out, text, (size_t)(brace - text));
        snprintf(key, sizeof key, "%.*s", (int)length, brace + 1);
        text_puts(script->out, prose(script->language, key));
        text = brace + 1 + length + 1;
    }
    text_puts(script->out, text);
}

void script_put(struct script *script, const char *format, ...) {
    va_list arguments;
    char *text;
    va_start(arguments, format);
    const int length = vasprintf(&text, format, arguments);
    va_end(arguments);
    if (length < 0)
        abort(); /* GCOVR_EXCL_LINE: memory that is refused to libc alone */
    put_with_prose(script, text);
    free(text);
}

void script_quote(struct script *script, const char *text) {
    text_putc(script->out, '\'');
    for (; *text != '\0'; text++) {
        if (*text == '\'')
            text_putc(script->out, '\'');
        text_putc(script->out, (unsigned char)*text < ' ' || *text == 0x7f ? ' ' : *text);
    }
    text_putc(script->out, '\'');
}

/* The Chinese labels need a font that has them. A terminal of letters needs none. */
static void put_font(struct script *script) {
    script_put(
        script,
        "\n# {plot.font.comment}\n"
        "chinese = letters ? \"\" : system(\"fc-list :lang=zh-cn family 2>/dev/null | head -n 1\")\n"
        "if (chinese ne \"\") chinese = system(\"fc-match sans-serif:lang=zh-cn family | cut -d , -f 1\")\n"
        "if (chinese ne \"\") eval \"set termoption font '\".chinese.\",12'\"\n"
        "if (chinese eq \"\" && !letters) print \"{plot.font.absent}\"\n");
}

void script_start(struct script *script, const char *name, int width, int height, double scale) {
    script_put(
        script,
        "# %s.gp{punctuation.comma}{plot.script.program}\n"
        "# {plot.%s.about}\n"
        "#\n"
        "# {plot.script.run}\n"
        "#     gnuplot %s.gp\n"
        "# {plot.script.other}\n"
        "#     gnuplot -e \"terminal='pngcairo size %d,%d'; picture='%s.png'\" %s.gp\n"
        "# {plot.script.own}\n"
        "reset\n"
        "do for [i = 1:8] { unset linetype i }\n"
        "unset linetype cycle\n"
        "set colorsequence default\n"
        "unset decimalsign\n"
        "unset minussign\n"
        "unset micro\n"
        "if (GPVAL_ENCODING ne \"default\") set encoding default\n"
        "# {plot.script.encoding}\n"
        "if (system(\"locale charmap 2>/dev/null\") eq \"UTF-8\") set encoding utf8\n"
        "if (!exists(\"terminal\")) terminal = \"svg size %d,%d dynamic background 'white' \\\n"
        "    font 'Arial,12' fontscale %g linewidth 1 dashlength 1 butt\"\n"
        "if (!exists(\"picture\")) picture = \"%s.svg\"\n"
        "eval \"set terminal \".terminal\n"
        "if (picture ne \"-\") set output picture\n"
        "set termoption noenhanced\n"
        "letters = terminal[1:4] eq \"dumb\"\n",
        name, name, name, width, height, name, name, width, height, scale, name);
    if (script->language == CHINESE)
        put_font(script);
}

void script_end(struct script *script) {
    script_put(script, "\nunset output\n");
}

struct number_text script_real(double value) {
    struct number_text number;
    const size_t length = number_exact(number.text, value);
    if (strspn(number.text, "-0123456789") == length)
        strcpy(number.text + length, ".0");
    return number;
}

struct number_text script_shown(double value, int digits) {
    struct number_text number;
    number_shown(number.text, value, digits);
    return number;
}

struct number_text script_brief(double value) {
    struct number_text number;
    snprintf(number.text, sizeof number.text, "%.4g", value);
    return number;
}

/* 1, 2 and 5 in each decade. */
static void put_few_decades(struct script *script, int first, int last) {
    static const int within[] = {1, 2, 5};
    const char *before = "set ytics (";
    for (int k = first; k <= last; k++)
        for (size_t i = 0; i < sizeof within / sizeof *within; i++) {
            script_put(script, "%s%de%d", before, within[i], k);
            before = ", ";
        }
    script_put(script, ")\nset format y \"%%g\"\n");
}

static void put_powers(struct script *script, int first, int last) {
    enum { MOST = 6 };
    const int step = (last - first) / MOST + 1;
    const char *before = "set ytics (";
    for (int k = first - first % step; k <= last; k += step) {
        script_put(script, k == 0 ? "%s\"1\" 1" : "%s\"1e%+03d\" 1e%d", before, k, k);
        before = ", ";
    }
    script_put(script, ")\n");
}

void script_decades(struct script *script, double low, double high) {
    const int first = (int)floor(log10(low)), last = (int)ceil(log10(high));
    if (low >= 1e-3 && high < 100 * low)
        put_few_decades(script, first, last);
    else if (low >= 1e-3)
        script_put(script, "set ytics auto\nset format y \"%%g\"\n");
    else
        put_powers(script, first, last);
}

void script_array(struct script *script, const char *name, const double *value, size_t count,
                  size_t stride) {
    enum { IN_A_LINE = 4 };
    script_put(script, "array %s[%zu] = [", name, count);
    for (size_t i = 0; i < count; i++)
        script_put(script, "%s%s",
                   i == 0               ? ""
                   : i % IN_A_LINE == 0 ? ", \\\n    "
                                        : ", ",
                   script_real(value[i * stride]).text);
    script_put(script, "]\n");
}
