/* Render, the errata list: see errata.h. A slip is first put into words, the same for all formats.
 */
#include "render/errata.h"

#include "base/number.h"
#include "formula/formula.h"
#include "render/escape.h"
#include "walk/compare.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* What is before the words of a row, or above them in a table. */
struct heads {
    const char *printed, *correct, *found;
};

static const struct heads of_number = {"errata.computes", "errata.states", "errata.found"},
                          of_slip = {"errata.printed-column", "errata.correct-column",
                                     "errata.found"},
                          of_difference = {"errata.in-text", "errata.in-program", "errata.try"};

/* A row of the list. */
struct erratum {
    const char *id;
    const struct heads *heads;
    struct text place, printed, correct, seen, effect; /* the last two of a number's slip only */
    struct text found, other, whose;                   /* the last two may be empty */
};

static void put_number(struct text *out, double value, bool with_sign) {
    char shown[NUMBER_ROOM];
    number_shown(shown, value, DIGITS_DEFAULT);
    text_printf(out, "%s%s", with_sign && value > 0 ? "+" : "", shown);
}

/* What a formula of a sentence, which can be read, is worth with the values of a walk. */
static void put_value(struct text *out, struct walk *walk, const char *formula, size_t length) {
    const struct formula_names names = trace_names(&walk->trace);
    struct arena arena = {0};
    struct approximate value = {.value = (double)NAN};
    struct error error;
    size_t column;
    const struct formula *read = formula_parse(&arena, formula, length, &column, &error);
    formula_evaluate(read, &names, &value, &error);
    put_number(out, value.value, false);
    arena_free(&arena);
}

/* The sentence of an entry, "E1.found": {=FORMULA} in it is the value of the formula as stated,
 * {!FORMULA} as printed. Nothing where there is no such sentence. */
static void say(struct text *out, struct errata *errata, enum language language, const char *id,
                const char *aspect) {
    char key[32];
    snprintf(key, sizeof key, "%s.%s", id, aspect);
    const char *rest = prose(language, key), *brace;
    text_puts(out, "");
    if (rest == key)
        return;
    for (; (brace = strchr(rest, '{')) != NULL; rest++) {
        text_add(out, rest, (size_t)(brace - rest));
        struct walk *walk = brace[1] == '!' ? &errata->printed : &errata->stated;
        rest = strchr(brace, '}');
        put_value(out, walk, brace + 2, (size_t)(rest - brace) - 2);
    }
    text_puts(out, rest);
}

/* What the formula of a STEP gives where the slips before it are KEPT, if that is another number.
 */
static void put_kept(struct text *out, const struct step *step, const struct step *kept,
                     enum language language) {
    const double value = kept->forms[kept->form_count - 2].value; /* the last is the slip */
    if (fabs(value - step->value) < ARTICLE_PRECISION)
        return;
    text_puts(out, prose(language, "errata.undone"));
    put_number(out, value, false);
    text_puts(out, prose(language, "errata.kept"));
}

/* name = formula = value, by the last form of each step; or what is PRINTED of it; or what it is
 * with the slips before it KEPT too */
static void put_lines(struct text *out, const struct step *const steps[], size_t count,
                      const struct step *const printed[], const struct step *const kept[],
                      enum language language) {
    for (size_t i = 0; i < count; i++) {
        struct arena arena = {0};
        struct error error;
        const struct form *form = &steps[i]->forms[steps[i]->form_count - 1];
        size_t column;
        text_printf(out, "%s%s = ", i > 0 ? prose(language, "punctuation.semicolon") : "",
                    steps[i]->name);
        formula_print(out, formula_parse(&arena, form->text, form->length, &column, &error), NULL,
                      NULL);
        arena_free(&arena);
        text_puts(out, " = ");
        if (printed != NULL && remark_of(printed[i])->printed != NULL)
            text_puts(out, remark_of(printed[i])->printed);
        else
            put_number(out, steps[i]->value, false);
        if (kept != NULL)
            put_kept(out, steps[i], kept[i], language);
    }
}

static void put_equation(struct text *out, const struct step *step) {
    text_printf(out, "(%s) %s", step->equation, step->name);
}

/* The first printed value that the slip spoils. */
static void put_seen(struct text *out, const struct step *seen, enum language language) {
    put_equation(out, seen);
    text_printf(out, "%s%s %s%s%s ", prose(language, "punctuation.colon"),
                prose(language, "errata.printed"), remark_of(seen)->printed,
                prose(language, "punctuation.comma"), prose(language, "errata.should-be"));
    put_number(out, seen->value, false);
}

static void put_effect(struct text *out, const struct number_slip *slip, enum language language) {
    for (size_t i = 0; i < sizeof slip->moves / sizeof *slip->moves; i++) {
        text_printf(out, "%s%s %s ", i > 0 ? prose(language, "punctuation.comma") : "",
                    slip->moves[i].name, prose(language, "errata.by"));
        put_number(out, slip->moves[i].by, true);
    }
}

static void say_why(struct erratum *erratum, struct errata *errata, enum language language) {
    say(&erratum->found, errata, language, erratum->id, "found");
    say(&erratum->other, errata, language, erratum->id, "other");
    say(&erratum->whose, errata, language, erratum->id, "whose");
}

static struct erratum number_erratum(struct errata *errata, const struct number_slip *slip,
                                     enum language language) {
    struct erratum erratum = {.id = slip->id, .heads = &of_number};
    put_equation(&erratum.place, slip->stated[0]);
    for (size_t i = 1; i < slip->count; i++)
        text_printf(&erratum.place, "%s%s", prose(language, "punctuation.comma"),
                    slip->stated[i]->name);
    put_lines(&erratum.printed, slip->made, slip->count, slip->stated, NULL, language);
    put_lines(&erratum.correct, slip->stated, slip->count, NULL, slip->made, language);
    put_seen(&erratum.seen, slip->seen, language);
    put_effect(&erratum.effect, slip, language);
    say_why(&erratum, errata, language);
    return erratum;
}

static struct erratum text_erratum(struct errata *errata, const char *id, const struct heads *heads,
                                   enum language language) {
    struct erratum erratum = {.id = id, .heads = heads};
    say(&erratum.place, errata, language, id, "place");
    say(&erratum.printed, errata, language, id, "printed");
    say(&erratum.correct, errata, language, id, "correct");
    text_puts(&erratum.seen, "");
    text_puts(&erratum.effect, "");
    say_why(&erratum, errata, language);
    return erratum;
}

static void free_erratum(struct erratum *erratum) {
    text_free(&erratum->place);
    text_free(&erratum->printed);
    text_free(&erratum->correct);
    text_free(&erratum->seen);
    text_free(&erratum->effect);
    text_free(&erratum->found);
    text_free(&erratum->other);
    text_free(&erratum->whose);
}

typedef void row_renderer(struct text *out, const struct erratum *erratum, enum language language);

static bool is_asked_for(const char *id, const char *only) {
    return only == NULL || strcmp(id, only) == 0;
}

/* The lists that are prose alone, in their order. */
static const struct {
    const char *heading;
    const char *const *ids;
    const struct heads *heads;
} lists[] = {{"errata.text", article_text_slips, &of_slip},
             {"errata.repair", article_repairs, &of_slip},
             {"errata.differs", article_differences, &of_difference}};
enum { LISTS = sizeof lists / sizeof *lists };

static bool has_number(const char *only) {
    for (size_t i = 0; i < NUMBER_SLIP_COUNT; i++)
        if (is_asked_for(article_number_slips[i], only))
            return true;
    return false;
}

static bool list_has(size_t list, const char *only) {
    for (const char *const *id = lists[list].ids; *id != NULL; id++)
        if (is_asked_for(*id, only))
            return true;
    return false;
}

bool errata_has(const char *id) {
    for (size_t list = 0; list < LISTS; list++)
        if (list_has(list, id))
            return true;
    return has_number(id);
}

static void number_rows(struct text *out, struct errata *errata, const char *only,
                        enum language language, row_renderer *row) {
    for (size_t i = 0; i < NUMBER_SLIP_COUNT; i++) {
        if (!is_asked_for(errata->numbers[i].id, only))
            continue;
        struct erratum erratum = number_erratum(errata, &errata->numbers[i], language);
        row(out, &erratum, language);
        free_erratum(&erratum);
    }
}

static void list_rows(struct text *out, struct errata *errata, const char *only,
                      enum language language, row_renderer *row, size_t list) {
    for (const char *const *id = lists[list].ids; *id != NULL; id++) {
        if (!is_asked_for(*id, only))
            continue;
        struct erratum erratum = text_erratum(errata, *id, lists[list].heads, language);
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
    text_repeat(out, ' ', LABEL_WIDTH - columns); /* none is as wide */
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

static void text_line(struct text *out, enum language language, const char *key,
                      const struct text *words) {
    if (words->length == 0)
        return;
    label(out, language, key);
    paragraph(out, words->bytes);
}

static void text_row(struct text *out, const struct erratum *erratum, enum language language) {
    text_printf(out, "%s%-*s%s\n", out->length > 0 ? "\n" : "", LABEL_COLUMN, erratum->id,
                erratum->place.bytes);
    text_line(out, language, erratum->heads->printed, &erratum->printed);
    text_line(out, language, erratum->heads->correct, &erratum->correct);
    text_line(out, language, "errata.shows", &erratum->seen);
    text_line(out, language, "errata.moves", &erratum->effect);
    text_line(out, language, erratum->heads->found, &erratum->found);
    text_line(out, language, "errata.other", &erratum->other);
    text_line(out, language, "errata.whose", &erratum->whose);
}

static void render_as_text(struct text *out, struct errata *errata, const char *only,
                           enum language language) {
    if (only == NULL)
        text_printf(out, "%s\n\n%s\n", prose(language, "title.errata"),
                    prose(language, "errata.numbers"));
    number_rows(out, errata, only, language, text_row);
    for (size_t list = 0; list < LISTS; list++) {
        if (only == NULL)
            text_printf(out, "\n\n%s\n", prose(language, lists[list].heading));
        list_rows(out, errata, only, language, text_row, list);
    }
}

static void html_line(struct text *out, const char *what, const struct text *words) {
    if (words->length == 0)
        return;
    text_printf(out, "<dt>%s</dt><dd>", what);
    escape_xml(out, words->bytes);
    text_puts(out, "</dd>");
}

static void html_row(struct text *out, const struct erratum *erratum, enum language language) {
    text_printf(out, "<summary><b>%s</b> ", erratum->id);
    escape_xml(out, erratum->place.bytes);
    text_puts(out, "</summary><dl>");
    html_line(out, prose(language, erratum->heads->printed), &erratum->printed);
    html_line(out, prose(language, erratum->heads->correct), &erratum->correct);
    html_line(out, prose(language, erratum->heads->found), &erratum->found);
    html_line(out, prose(language, "errata.other"), &erratum->other);
    text_puts(out, "</dl>");
}

void errata_html(struct text *out, struct errata *errata, const char *id, bool is_open,
                 enum language language) {
    text_printf(out, "<details class=\"erratum\"%s>", is_open ? " open" : "");
    number_rows(out, errata, id, language, html_row);
    for (size_t list = 0; list < LISTS; list++)
        list_rows(out, errata, id, language, html_row, list);
    text_puts(out, "</details>");
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
    markdown_cell(out, erratum->found.bytes);
    if (is_number)
        markdown_cell(out, erratum->other.bytes);
    markdown_cell(out, erratum->whose.bytes);
    text_putc(out, '\n');
}

static void markdown_head(struct text *out, enum language language, const struct heads *heads,
                          bool is_number) {
    const struct {
        const char *key;
        bool of_numbers;
    } columns[] = {{"errata.id", false},    {"errata.place", false}, {heads->printed, false},
                   {heads->correct, false}, {"errata.shows", true},  {"errata.moves", true},
                   {heads->found, false},   {"errata.other", true},  {"errata.whose", false}};
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

static void render_as_markdown(struct text *out, struct errata *errata, const char *only,
                               enum language language) {
    text_printf(out, "# %s\n", prose(language, "title.errata"));
    if (has_number(only)) {
        text_printf(out, "\n## %s\n", prose(language, "errata.numbers"));
        markdown_head(out, language, &of_slip, true);
        number_rows(out, errata, only, language, markdown_row);
    }
    for (size_t list = 0; list < LISTS; list++) {
        if (!list_has(list, only))
            continue;
        text_printf(out, "\n## %s\n", prose(language, lists[list].heading));
        markdown_head(out, language, lists[list].heads, false);
        list_rows(out, errata, only, language, markdown_row, list);
    }
}

static void tsv_row(struct text *out, const struct erratum *erratum, enum language language) {
    (void)language;
    text_printf(out, "%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n", erratum->id, erratum->place.bytes,
                erratum->printed.bytes, erratum->correct.bytes, erratum->seen.bytes,
                erratum->effect.bytes, erratum->found.bytes, erratum->other.bytes,
                erratum->whose.bytes);
}

static void render_as_tsv(struct text *out, struct errata *errata, const char *only,
                          enum language language) {
    text_puts(out, "id\tplace\tprinted\tcorrect\tseen\tmoves\tfound\tother\twhose\n");
    number_rows(out, errata, only, language, tsv_row);
    for (size_t list = 0; list < LISTS; list++)
        list_rows(out, errata, only, language, tsv_row, list);
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
