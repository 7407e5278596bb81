/* Moodle: see moodle.h. What the importer reads: Moodle's question/format/xml/format.php, and
 * question/type/multianswer/questiontype.php, which finds the blanks {1:NUMERICAL:=VALUE:TOLERANCE}
 * in a question's text. Mathematics is TeX between \( and \), which Moodle's MathJax filter sets.
 */
#include "sheet/moodle.h"

#include "formula/name.h"
#include "host/file.h"
#include "render/escape.h"
#include "sheet/variant.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

struct bank {
    const struct handout *handout;
    int decimals; /* that students keep on the way */
    struct sheet_shows shows;
    struct variant variant;
    struct numbers numbers;        /* of the variant */
    struct text page;              /* what is written next */
    struct text given;             /* what every question of the variant begins with, in HTML */
    struct text question;          /* the text of the question that is being made, in HTML */
    const struct heading *heading; /* of its section */
    size_t blanks;                 /* in it */
    size_t questions;              /* in the category */
};

static const char *say(const struct bank *bank, const char *key) {
    return prose(bank->handout->language, key);
}

/* ---- Categories ---- */

/* In a category's path / parts its parts, and // is a / in one. */
static void put_part(struct text *out, const char *words) {
    struct text doubled = {0};
    text_puts(&doubled, "");
    for (; *words != '\0'; words++) {
        text_putc(&doubled, *words);
        if (*words == '/')
            text_putc(&doubled, '/');
    }
    escape_xml(out, doubled.bytes);
    text_free(&doubled);
}

/* "Sheet 3: somebody", "Variant 3 of seed 42" */
static void put_variant(struct bank *bank, size_t variant) {
    const struct handout *handout = bank->handout;
    const bool has_name = handout->roster != NULL && handout->sheets == handout->variants;
    struct text words = {0};
    text_printf(&words, "%s %zu", say(bank, has_name ? "handout.sheet" : "moodle.variant"),
                variant + 1);
    if (has_name)
        text_printf(&words, " %s", handout->roster->names[variant]);
    if (handout->draws)
        text_printf(&words, "%s%s %u", say(bank, "punctuation.comma"), say(bank, "handout.seed"),
                    handout->seed);
    put_part(&bank->page, words.bytes);
    text_free(&words);
}

static void put_category(struct bank *bank, size_t variant) {
    const struct handout *handout = bank->handout;
    text_puts(&bank->page, "<question type=\"category\">\n<category><text>$course$/top/");
    put_part(&bank->page,
             handout->title != NULL ? handout->title : say(bank, "handout.title-blank"));
    text_putc(&bank->page, '/');
    put_variant(bank, variant);
    text_puts(&bank->page, "</text></category>\n<info format=\"plain_text\"><text>");
    if (handout->course != NULL)
        escape_xml(&bank->page, handout->course);
    if (handout->date != NULL) {
        text_puts(&bank->page, handout->course != NULL ? say(bank, "punctuation.comma") : "");
        escape_xml(&bank->page, handout->date);
    }
    text_puts(&bank->page, "</text></info>\n</question>\n");
}

/* ---- Questions ---- */

static void make_given(struct bank *bank) {
    const struct trace *trace = &bank->variant.walk.trace;
    struct text *given = &bank->given;
    text_cut(given, 0);
    text_printf(given, "<p>%s:", say(bank, "given"));
    for (size_t i = 0; i < trace->quantity_count && trace->quantities[i].typed != NULL; i++) {
        text_puts(given, i > 0 ? ", \\(" : " \\(");
        name_latex(given, trace->quantities[i].name, trace->quantities[i].length);
        text_puts(given, " = ");
        formula_latex_number(given, trace->quantities[i].typed);
        text_puts(given, "\\)");
    }
    text_printf(given, "</p>\n<p>%s %d%s</p>\n", say(bank, "moodle.keep"), bank->decimals,
                say(bank, "punctuation.full-stop"));
}

static void start_question(struct bank *bank) {
    text_cut(&bank->question, 0);
    text_add(&bank->question, bank->given.bytes, bank->given.length);
    bank->blanks = 0;
}

static void put_escaped_heading(struct text *out, const struct bank *bank) {
    struct text words = {0};
    heading_put(&words, bank->handout->language, bank->heading);
    escape_xml(out, words.bytes);
    text_free(&words);
}

/* A section without a blank is no question: its text goes on into the next. */
static void finish_question(struct bank *bank) {
    if (bank->blanks == 0)
        return;
    bank->questions++;
    text_printf(&bank->page, "<question type=\"cloze\">\n<name><text>%02zu ", bank->questions);
    put_escaped_heading(&bank->page, bank);
    text_puts(&bank->page, "</text></name>\n<questiontext format=\"html\"><text><![CDATA[");
    text_add(&bank->page, bank->question.bytes, bank->question.length);
    text_puts(&bank->page, "]]></text></questiontext>\n"
                           "<generalfeedback format=\"html\"><text></text></generalfeedback>\n"
                           "<penalty>0.3333333</penalty>\n<hidden>0</hidden>\n</question>\n");
    start_question(bank);
}

/* {1:NUMERICAL:=0.6457:0.00013}. An answer may be off by what rounding each value on the way can
 * do, rounded up to a decimal more than students keep. */
static void put_blank(struct bank *bank, size_t index) {
    const struct step *step = &bank->variant.walk.trace.steps[index];
    const bool is_carried = bank->handout->carries != CARRY_NOTHING;
    char value[NUMBER_ROOM], tolerance[NUMBER_ROOM];
    const double shown = is_carried ? bank->variant.carried.step_values[index] : step->value;
    const double unit = carry_unit(bank->decimals + 1);
    const double off = bank->variant.carried.step_errors[index] + fabs(shown - step->value);
    if (is_carried)
        number_shown(value, shown, DIGITS_DEFAULT);
    else
        trace_step_shown(&bank->variant.walk.trace, step, DIGITS_DEFAULT, value);
    number_shown(tolerance, carry_round(off + unit / 2, 0, bank->decimals + 1), bank->decimals + 1);
    text_printf(&bank->question, "{1:NUMERICAL:=%s:%s}", value, tolerance);
    bank->blanks++;
}

static void put_formula(struct bank *bank, const struct sheet_line *line) {
    text_puts(&bank->question, "\\(\\displaystyle {}= ");
    formula_latex(&bank->question, line->formula, line->numbers, NULL);
    text_puts(&bank->question, "\\)<br />\n");
}

static void put_step(struct bank *bank, size_t index) {
    struct trace *trace = &bank->variant.walk.trace;
    const struct step *step = &trace->steps[index];
    struct sheet_step made;
    sheet_step_make(&made, trace, &bank->numbers, step, &bank->shows, bank->handout->language);
    text_puts(&bank->question, "<p>");
    if (step->equation[0] != '\0')
        text_printf(&bank->question, "(%s) ", step->equation);
    text_puts(&bank->question, "\\(\\displaystyle ");
    name_latex(&bank->question, step->name, strlen(step->name));
    text_puts(&bank->question, "\\) ");
    for (size_t i = 0; i < made.line_count; i++) {
        if (made.lines[i].kind == LINE_FORMULA)
            put_formula(bank, &made.lines[i]);
        else if (made.lines[i].kind == LINE_ANSWER && step->kind == STEP_GIVES) {
            text_puts(&bank->question, "= ");
            put_blank(bank, index);
        }
    }
    text_puts(&bank->question, "</p>\n");
}

static void put_heading(struct bank *bank, const struct heading *heading) {
    bank->heading = heading;
    text_puts(&bank->question, "<h4>");
    put_escaped_heading(&bank->question, bank);
    text_puts(&bank->question, "</h4>\n");
}

static void put_questions(struct bank *bank) {
    struct trace *trace = &bank->variant.walk.trace;
    bank->numbers = numbers_of(trace, DIGITS_DEFAULT);
    bank->questions = 0;
    make_given(bank);
    start_question(bank);
    for (size_t i = 0; i < trace->step_count; i++) {
        const struct step *step = &trace->steps[i];
        if (step->heading != NULL) {
            finish_question(bank);
            put_heading(bank, step->heading);
        }
        if (step->kind == STEP_GIVES || bank->shows.formulas)
            put_step(bank, i);
    }
    finish_question(bank);
}

/* ---- The file ---- */

static bool write_bank(struct bank *bank, struct file_stream *stream, struct error *error) {
    text_puts(&bank->page, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<quiz>\n");
    for (size_t variant = 0; variant < bank->handout->variants; variant++) {
        if (!variant_make(&bank->variant, bank->handout, variant, bank->decimals, error))
            return false;
        put_category(bank, variant);
        put_questions(bank);
        if (!file_stream_add(stream, &bank->page, error))
            return false;
        text_cut(&bank->page, 0);
    }
    text_puts(&bank->page, "</quiz>\n");
    return file_stream_add(stream, &bank->page, error);
}

bool moodle_make(const struct handout *handout, struct error *error) {
    struct bank bank = {
        .handout = handout,
        .decimals = handout->carries != CARRY_NOTHING ? handout->carries : KEEP_DECIMALS,
        .shows = {.formulas = handout->hints != HINTS_NONE,
                  .numbers = handout->hints == HINTS_SUBSTITUTED ? NUMBERS_GIVEN : NUMBERS_NONE}};
    struct file_stream stream;
    struct error ignored;
    if (!file_stream_open(&stream, handout->output, error))
        return false;
    bool done = write_bank(&bank, &stream, error);
    if (done)
        done = file_stream_close(&stream, true, error);
    else
        file_stream_close(&stream, false, &ignored);
    variant_free(&bank.variant);
    text_free(&bank.page);
    text_free(&bank.given);
    text_free(&bank.question);
    return done;
}
