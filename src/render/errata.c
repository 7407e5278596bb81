/* Render, the errata list: see errata.h. A slip is first put into words, the same for all formats.
 */
#include "render/errata.h"

#include "base/number.h"
#include "formula/formula.h"
#include "walk/compare.h"

#include <stdio.h>
#include <string.h>

/* A row of the list. */
struct erratum {
    const char *id;
    struct text place, printed, correct, seen, effect; /* the last two of a number's slip only */
    const char *found;
};

static const char *say(enum language language, const char *id, const char *aspect) {
    char key[32];
    snprintf(key, sizeof key, "%s.%s", id, aspect);
    return prose(language, key);
}

static void put_number(struct text *out, double value, bool with_sign) {
    char shown[NUMBER_ROOM];
    number_shown(shown, value, DIGITS_DEFAULT);
    text_printf(out, "%s%s", with_sign && value > 0 ? "+" : "", shown);
}

/* name = formula = value, by the step's last form */
static void put_line(struct text *out, const struct step *step) {
    struct arena arena = {0};
    struct error error;
    const struct form *form = &step->forms[step->form_count - 1];
    size_t column;
    text_printf(out, "%s = ", step->name);
    formula_print(out, formula_parse(&arena, form->text, form->length, &column, &error), NULL,
                  NULL);
    arena_free(&arena);
    text_puts(out, " = ");
    put_number(out, step->value, false);
}

static void put_equation(struct text *out, const struct step *step) {
    text_printf(out, "(%s) %s", step->equation, step->name);
}

/* The first printed value that the slip spoils. */
static void put_seen(struct text *out, const struct step *seen, enum language language) {
    put_equation(out, seen);
    text_printf(out, ": %s %s, %s ", prose(language, "errata.printed"), remark_of(seen)->printed,
                prose(language, "errata.should-be"));
    put_number(out, seen->value, false);
}

static void put_effect(struct text *out, const struct number_slip *slip, enum language language) {
    const char *by = prose(language, "errata.by");
    text_printf(out, "w1_new %s ", by);
    put_number(out, slip->w1_new_moves, true);
    text_printf(out, ", w5_new %s ", by);
    put_number(out, slip->w5_new_moves, true);
}

static struct erratum number_erratum(const struct number_slip *slip, enum language language) {
    struct erratum erratum = {.id = slip->id, .found = say(language, slip->id, "found")};
    put_equation(&erratum.place, slip->stated);
    put_line(&erratum.printed, slip->made);
    put_line(&erratum.correct, slip->stated);
    put_seen(&erratum.seen, slip->seen, language);
    put_effect(&erratum.effect, slip, language);
    return erratum;
}

static struct erratum text_erratum(const char *id, enum language language) {
    struct erratum erratum = {.id = id, .found = say(language, id, "found")};
    text_puts(&erratum.place, say(language, id, "place"));
    text_puts(&erratum.printed, say(language, id, "printed"));
    text_puts(&erratum.correct, say(language, id, "correct"));
    text_puts(&erratum.seen, "");
    text_puts(&erratum.effect, "");
    return erratum;
}

static void free_erratum(struct erratum *erratum) {
    text_free(&erratum->place);
    text_free(&erratum->printed);
    text_free(&erratum->correct);
    text_free(&erratum->seen);
    text_free(&erratum->effect);
}

typedef void row_renderer(struct text *out, const struct erratum *erratum, enum language language);

static bool is_asked_for(const char *id, const char *only) {
    return only == NULL || strcmp(id, only) == 0;
}

static bool has_number(const char *only) {
    for (size_t i = 0; i < NUMBER_SLIP_COUNT; i++)
        if (is_asked_for(article_number_slips[i], only))
            return true;
    return false;
}

static bool has_text(const char *only) {
    for (size_t i = 0; i < TEXT_SLIP_COUNT; i++)
        if (is_asked_for(article_text_slips[i], only))
            return true;
    return false;
}

bool errata_has(const char *id) {
    return has_number(id) || has_text(id);
}

static void number_rows(struct text *out, const struct errata *errata, const char *only,
                        enum language language, row_renderer *row) {
    for (size_t i = 0; i < NUMBER_SLIP_COUNT; i++) {
        if (!is_asked_for(errata->numbers[i].id, only))
            continue;
        struct erratum erratum = number_erratum(&errata->numbers[i], language);
        row(out, &erratum, language);
        free_erratum(&erratum);
    }
}

static void text_rows(struct text *out, const char *only, enum language language,
                      row_renderer *row) {
    for (size_t i = 0; i < TEXT_SLIP_COUNT; i++) {
        if (!is_asked_for(article_text_slips[i], only))
            continue;
        struct erratum erratum = text_erratum(article_text_slips[i], language);
        row(out, &erratum, language);
        free_erratum(&erratum);
    }
}

enum { LABEL_COLUMN = 5, LABEL_WIDTH = 24, WIDTH = 100 };

static void label(struct text *out, enum language language, const char *key) {
    const char *word = prose(language, key);
    const size_t columns = text_columns(word, strlen(word));
    text_repeat(out, ' ', LABEL_COLUMN);
    text_puts(out, word);
    text_repeat(out, ' ', columns < LABEL_WIDTH ? LABEL_WIDTH - columns : 1);
}

/* Words up to the width, further lines under the first; Chinese text, which has few blanks, stands
 * as it is. */
static void paragraph(struct text *out, const char *words) {
    size_t column = LABEL_COLUMN + LABEL_WIDTH;
    while (*words != '\0') {
        const size_t length = strcspn(words, " ");
        const size_t columns = text_columns(words, length);
        if (column + columns > WIDTH && column > LABEL_COLUMN + LABEL_WIDTH) {
            text_cut(out, out->length - 1);
            text_putc(out, '\n');
            text_repeat(out, ' ', LABEL_COLUMN + LABEL_WIDTH);
            column = LABEL_COLUMN + LABEL_WIDTH;
        }
        text_add(out, words, length);
        words += length;
        column += columns + 1;
        if (*words == ' ') {
            text_putc(out, ' ');
            words++;
        }
    }
    text_putc(out, '\n');
}

static void text_row(struct text *out, const struct erratum *erratum, enum language language) {
    const bool is_number = erratum->effect.length > 0;
    text_printf(out, "%s%-*s%s\n", out->length > 0 ? "\n" : "", LABEL_COLUMN, erratum->id,
                erratum->place.bytes);
    label(out, language, is_number ? "errata.computes" : "errata.printed");
    paragraph(out, erratum->printed.bytes);
    label(out, language, is_number ? "errata.states" : "errata.should-be");
    paragraph(out, erratum->correct.bytes);
    if (is_number) {
        label(out, language, "errata.shows");
        paragraph(out, erratum->seen.bytes);
        label(out, language, "errata.moves");
        paragraph(out, erratum->effect.bytes);
    }
    label(out, language, "errata.found");
    paragraph(out, erratum->found);
}

static void render_as_text(struct text *out, const struct errata *errata, const char *only,
                           enum language language) {
    if (only == NULL)
        text_printf(out, "%s\n\n%s\n", prose(language, "title.errata"),
                    prose(language, "errata.numbers"));
    number_rows(out, errata, only, language, text_row);
    if (only == NULL)
        text_printf(out, "\n\n%s\n", prose(language, "errata.text"));
    text_rows(out, only, language, text_row);
}

/* A cell of a Markdown table: what would be markup is escaped. */
static void markdown_cell(struct text *out, const char *cell) {
    text_puts(out, " ");
    for (; *cell != '\0'; cell++) {
        if (strchr("\\`*_|<>[]^", *cell) != NULL)
            text_putc(out, '\\');
        text_putc(out, *cell);
    }
    text_puts(out, " |");
}

static void markdown_row(struct text *out, const struct erratum *erratum, enum language language) {
    (void)language;
    const bool is_number = erratum->effect.length > 0;
    text_putc(out, '|');
    markdown_cell(out, erratum->id);
    markdown_cell(out, erratum->place.bytes);
    markdown_cell(out, erratum->printed.bytes);
    markdown_cell(out, erratum->correct.bytes);
    if (is_number) {
        markdown_cell(out, erratum->seen.bytes);
        markdown_cell(out, erratum->effect.bytes);
    }
    markdown_cell(out, erratum->found);
    text_putc(out, '\n');
}

static void markdown_head(struct text *out, enum language language, bool is_number) {
    static const struct {
        const char *key;
        bool of_numbers;
    } columns[] = {{"errata.id", false},
                   {"errata.place", false},
                   {"errata.printed-column", false},
                   {"errata.correct-column", false},
                   {"errata.shows", true},
                   {"errata.moves", true},
                   {"errata.found", false}};
    static const size_t count = sizeof columns / sizeof *columns;
    text_puts(out, "\n|");
    for (size_t i = 0; i < count; i++)
        if (is_number || !columns[i].of_numbers)
            markdown_cell(out, prose(language, columns[i].key));
    text_puts(out, "\n|");
    for (size_t i = 0; i < count; i++)
        if (is_number || !columns[i].of_numbers)
            text_puts(out, "---|");
    text_putc(out, '\n');
}

static void render_as_markdown(struct text *out, const struct errata *errata, const char *only,
                               enum language language) {
    text_printf(out, "# %s\n", prose(language, "title.errata"));
    if (has_number(only)) {
        text_printf(out, "\n## %s\n", prose(language, "errata.numbers"));
        markdown_head(out, language, true);
        number_rows(out, errata, only, language, markdown_row);
    }
    if (has_text(only)) {
        text_printf(out, "\n## %s\n", prose(language, "errata.text"));
        markdown_head(out, language, false);
        text_rows(out, only, language, markdown_row);
    }
}

static void tsv_row(struct text *out, const struct erratum *erratum, enum language language) {
    (void)language;
    text_printf(out, "%s\t%s\t%s\t%s\t%s\t%s\t%s\n", erratum->id, erratum->place.bytes,
                erratum->printed.bytes, erratum->correct.bytes, erratum->seen.bytes,
                erratum->effect.bytes, erratum->found);
}

static void render_as_tsv(struct text *out, const struct errata *errata, const char *only,
                          enum language language) {
    text_puts(out, "id\tplace\tprinted\tcorrect\tseen\tmoves\tfound\n");
    number_rows(out, errata, only, language, tsv_row);
    text_rows(out, only, language, tsv_row);
}

errata_renderer *errata_format(const char *name) {
    static const struct {
        const char *name;
        errata_renderer *render;
    } formats[] = {
        {"text", render_as_text}, {"markdown", render_as_markdown}, {"tsv", render_as_tsv}};
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (strcmp(formats[i].name, name) == 0)
            return formats[i].render;
    return NULL;
}
