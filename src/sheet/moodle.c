/* Moodle: see moodle.h. What the importer reads: Moodle's question/format/xml/format.php, and
 * question/type/multianswer/questiontype.php, which finds the blanks
 * {1:NUMERICAL:=VALUE:TOLERANCE~%0%VALUE:TOLERANCE#FEEDBACK} in a question's text. Mathematics is
 * TeX between \( and \), which Moodle's MathJax filter sets.
 */
#include "sheet/moodle.h"

#include "host/file.h"
#include "render/escape.h"
#include "sheet/bank.h"

#include <string.h>

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

/* The bank's title / PART: the questions of a part are the variants of one. PART NULL: all in one.
 */
static void put_category(struct bank *bank, const char *part) {
    const struct handout *handout = bank->handout;
    struct text *page = &bank->page;
    text_puts(page, "<question type=\"category\">\n<category><text>$course$/top/");
    put_part(page, handout->title != NULL ? handout->title : bank_say(bank, "handout.title-blank"));
    if (part != NULL) {
        text_putc(page, '/');
        put_part(page, part);
    }
    text_puts(page, "</text></category>\n<info format=\"plain_text\"><text>");
    if (handout->course != NULL)
        escape_xml(page, handout->course);
    if (handout->date != NULL) {
        text_puts(page, handout->course != NULL ? bank_say(bank, "punctuation.comma") : "");
        escape_xml(page, handout->date);
    }
    text_puts(page, "</text></info>\n</question>\n");
}

/* Words within a blank: what would end them has a backslash before it. */
static void put_in_blank(struct text *out, const char *words) {
    struct text escaped = {0};
    for (; *words != '\0'; words++) {
        if (strchr("~}", *words) != NULL)
            text_putc(&escaped, '\\'); /* GCOVR_EXCL_LINE: no slip's words have one */
        text_putc(&escaped, *words);
    }
    escape_xml(out, escaped.bytes);
    text_free(&escaped);
}

static void put_blank(struct bank *bank, size_t index) {
    const struct answers answers = bank_answers(bank, index);
    char value[NUMBER_ROOM], tolerance[NUMBER_ROOM];
    struct text words = {0};
    number_shown(tolerance, answers.tolerance, bank->decimals + 1);
    text_puts(&bank->question, "{1:NUMERICAL:=");
    for (size_t i = 0; i < answers.count; i++) {
        bank_show(bank, value, answers.value[i]);
        text_printf(&bank->question, i > 0 ? "~%%0%%%s:%s" : "%s:%s", value, tolerance);
        if (i == 0)
            continue;
        text_cut(&words, 0);
        bank_put_slip(&words, bank, answers.slip[i]);
        text_putc(&bank->question, '#');
        put_in_blank(&bank->question, words.bytes);
    }
    text_putc(&bank->question, '}');
    text_free(&words);
}

/* ---- Questions ---- */

static void put_variant(struct bank *bank) {
    struct text words = {0};
    bank_name_variant(bank, &words);
    escape_xml(&bank->page, words.bytes);
    text_free(&words);
}

static void put_head(struct bank *bank, const char *type, const char *words) {
    struct text *page = &bank->page;
    text_printf(page, "<question type=\"%s\">\n<name><text>", type);
    if (words != NULL) {
        escape_xml(page, words);
        text_puts(page, bank_say(bank, "punctuation.comma"));
    }
    put_variant(bank);
    text_puts(page, "</text></name>\n<questiontext format=\"html\"><text><![CDATA[");
    text_add(page, bank->question.bytes, bank->question.length);
    text_puts(page, "]]></text></questiontext>\n<generalfeedback format=\"html\"><text><![CDATA[");
    text_add(page, bank->feedback.bytes, bank->feedback.length);
    text_puts(page, "]]></text></generalfeedback>\n");
}

static void put_cloze(struct bank *bank, const char *words) {
    put_head(bank, "cloze", words);
    text_puts(&bank->page, "<penalty>0.3333333</penalty>\n<hidden>0</hidden>\n</question>\n");
}

static bool is_empty(const struct bank *bank, enum section section) {
    const struct trace *trace = &bank->variant.walk.trace;
    for (size_t i = 0; i < trace->step_count; i++)
        if (bank->exercise.sections[i] == section)
            return false;
    return true;
}

static void put_section(struct bank *bank, enum section section) {
    const struct trace *trace = &bank->variant.walk.trace;
    text_printf(&bank->question, "<h4>%s</h4>\n", bank_say(bank, section_key(section)));
    for (size_t i = 0; i < trace->step_count; i++)
        if (bank->exercise.sections[i] == section) {
            bank_put_step(bank, i);
            put_blank(bank, i);
            text_puts(&bank->question, "</p>\n");
        }
}

/* A category a section, its questions the variants: "random from category" draws one of them. */
static void put_sections(struct bank *bank) {
    struct text words = {0};
    size_t number = 0;
    for (enum section section = 0; section < SECTION_COUNT; section++) {
        if (is_empty(bank, section))
            continue;
        text_cut(&words, 0);
        text_printf(&words, "%zu %s", ++number, bank_say(bank, section_key(section)));
        put_category(bank, words.bytes);
        bank_start_question(bank);
        put_section(bank, section);
        put_cloze(bank, words.bytes);
    }
    text_free(&words);
}

/* A question a variant, all in one category. */
static void put_whole(struct bank *bank) {
    if (bank->number == 0)
        put_category(bank, NULL);
    bank_start_question(bank);
    for (enum section section = 0; section < SECTION_COUNT; section++)
        if (!is_empty(bank, section))
            put_section(bank, section);
    put_cloze(bank, NULL);
}

static void put_answer(struct bank *bank, const struct answers *answers, size_t index) {
    struct text *page = &bank->page, words = {0};
    char value[NUMBER_ROOM], tolerance[NUMBER_ROOM];
    bank_show(bank, value, answers->value[index]);
    number_shown(tolerance, answers->tolerance, bank->decimals + 1);
    text_printf(page,
                "<answer fraction=\"%d\" format=\"moodle_auto_format\">\n<text>%s</text>\n"
                "<feedback format=\"html\"><text>",
                index == 0 ? 100 : 0, value);
    if (index > 0) {
        bank_put_slip(&words, bank, answers->slip[index]);
        escape_xml(page, words.bytes);
    }
    text_printf(page, "</text></feedback>\n<tolerance>%s</tolerance>\n</answer>\n", tolerance);
    text_free(&words);
}

/* A numerical question a quantity, in a category each: its variants. */
static void put_single(struct bank *bank) {
    const struct trace *trace = &bank->variant.walk.trace;
    for (size_t i = 0; i < trace->step_count; i++) {
        if (bank->exercise.sections[i] == SECTION_COUNT)
            continue;
        const struct step *step = &trace->steps[i];
        const struct answers answers = bank_answers(bank, i);
        put_category(bank, step->shown);
        bank_start_question(bank);
        bank_put_needed(bank, step);
        bank_put_step(bank, i);
        text_puts(&bank->question, "?</p>\n");
        put_head(bank, "numerical", step->shown);
        text_puts(&bank->page, "<defaultgrade>1</defaultgrade>\n<penalty>0.3333333</penalty>\n"
                               "<hidden>0</hidden>\n");
        for (size_t each = 0; each < answers.count; each++)
            put_answer(bank, &answers, each);
        text_puts(&bank->page, "</question>\n");
    }
}

/* ---- The file ---- */

static bool write_variant(struct bank *bank, void *context, struct error *error) {
    static void (*const put[])(struct bank * bank) = {[QUESTIONS_SECTIONS] = put_sections,
                                                      [QUESTIONS_VARIANTS] = put_whole,
                                                      [QUESTIONS_SINGLE] = put_single};
    struct file_stream *stream = context;
    put[bank->handout->questions](bank);
    const bool done = file_stream_add(stream, &bank->page, error);
    text_cut(&bank->page, 0);
    return done;
}

static bool write_bank(struct bank *bank, struct file_stream *stream, struct error *error) {
    text_puts(&bank->page, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<quiz>\n");
    if (!bank_each(bank, stream, write_variant, error))
        return false;
    text_puts(&bank->page, "</quiz>\n");
    return file_stream_add(stream, &bank->page, error);
}

bool moodle_make(const struct handout *handout, struct error *error) {
    struct bank bank = bank_of(handout);
    struct file_stream stream;
    struct error ignored;
    bank.has_drawing = true;
    if (!file_stream_open(&stream, handout->output, error))
        return false;
    bool done = write_bank(&bank, &stream, error);
    if (done)
        done = file_stream_close(&stream, true, error);
    else
        file_stream_close(&stream, false, &ignored);
    bank_free(&bank);
    return done;
}
