/* Moodle: see moodle.h. What the importer reads: Moodle's question/format/xml/format.php, and
 * question/type/multianswer/questiontype.php, which finds the blanks
 * {1:NUMERICAL:=VALUE:TOLERANCE~%0%VALUE:TOLERANCE#FEEDBACK} in a question's text. Mathematics is
 * TeX between \( and \), which Moodle's MathJax filter sets.
 */
#include "sheet/moodle.h"

#include "formula/name.h"
#include "host/file.h"
#include "mark/slips.h"
#include "render/escape.h"
#include "sheet/exercise.h"
#include "sheet/variant.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

struct bank {
    const struct handout *handout;
    int decimals; /* that students keep on the way */
    struct sheet sheet;
    struct variant variant;
    struct exercise exercise; /* of the variant, with its numbers and ways */
    struct numbers numbers;
    struct ways ways;
    struct arena arena;             /* of slipped formulas */
    size_t number;                  /* of the variant, from 0 */
    struct text page;               /* what is written next */
    struct text given;              /* what every question of the variant begins with, in HTML */
    struct text question, feedback; /* of the question that is being made, in HTML */
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

/* The bank's title / PART: the questions of a part are the variants of one. PART NULL: all in one.
 */
static void put_category(struct bank *bank, const char *part) {
    const struct handout *handout = bank->handout;
    struct text *page = &bank->page;
    text_puts(page, "<question type=\"category\">\n<category><text>$course$/top/");
    put_part(page, handout->title != NULL ? handout->title : say(bank, "handout.title-blank"));
    if (part != NULL) {
        text_putc(page, '/');
        put_part(page, part);
    }
    text_puts(page, "</text></category>\n<info format=\"plain_text\"><text>");
    if (handout->course != NULL)
        escape_xml(page, handout->course);
    if (handout->date != NULL) {
        text_puts(page, handout->course != NULL ? say(bank, "punctuation.comma") : "");
        escape_xml(page, handout->date);
    }
    text_puts(page, "</text></info>\n</question>\n");
}

/* "Sheet 3 somebody, seed 42", "Variant 3, seed 42" */
static void put_variant(struct bank *bank) {
    const struct handout *handout = bank->handout;
    const bool has_name = handout->roster != NULL && handout->sheets == handout->variants;
    struct text words = {0};
    text_printf(&words, "%s %zu", say(bank, has_name ? "handout.sheet" : "moodle.variant"),
                bank->number + 1);
    if (has_name)
        text_printf(&words, " %s", handout->roster->names[bank->number]);
    if (handout->draws)
        text_printf(&words, "%s%s %u", say(bank, "punctuation.comma"), say(bank, "handout.seed"),
                    handout->seed);
    escape_xml(&bank->page, words.bytes);
    text_free(&words);
}

/* ---- What a question begins with ---- */

static void put_equals(struct text *out, const char *name, size_t length) {
    text_puts(out, " \\(");
    name_latex(out, name, length);
    text_puts(out, " = ");
}

static void put_definitions(struct bank *bank) {
    struct given_group groups[GIVEN_GROUPS_MORE];
    const size_t count = exercise_definitions(&bank->exercise, groups);
    struct text *out = &bank->given;
    for (size_t g = 0; g < count; g++) {
        text_puts(out, "<p>");
        escape_xml(out, groups[g].words);
        text_putc(out, ':');
        for (size_t i = 0; i < groups[g].definition_count; i++) {
            const struct definition *each = &groups[g].definitions[i];
            put_equals(out, each->name, strlen(each->name));
            formula_latex(out, each->formula, NULL, NULL);
            text_puts(out, i + 1 < groups[g].definition_count ? "\\)," : "\\)");
        }
        for (size_t i = 0; i < groups[g].count; i++) {
            text_puts(out, " \\(");
            name_latex(out, groups[g].quantities[i]->name, groups[g].quantities[i]->length);
            text_puts(out, "\\)");
        }
        text_puts(out, "</p>\n");
    }
}

static void make_given(struct bank *bank) {
    struct trace *trace = &bank->variant.walk.trace;
    const struct drawing drawing = drawing_of(&bank->variant.walk);
    const bool is_at_once = bank->variant.walk.shape->update == UPDATE_AT_ONCE;
    struct text *given = &bank->given;
    text_cut(given, 0);
    if (drawing.node_count > 0)
        sheet_html.drawing(given, &drawing, bank->handout->language);
    text_printf(given, "<p>%s:", say(bank, "given"));
    for (size_t i = 0; i < trace->quantity_count && trace->quantities[i].typed != NULL; i++) {
        text_puts(given, i > 0 ? "," : "");
        put_equals(given, trace->quantities[i].name, trace->quantities[i].length);
        formula_latex_number(given, trace->quantities[i].typed);
        text_puts(given, "\\)");
    }
    text_puts(given, "</p>\n");
    put_definitions(bank);
    text_printf(
        given, "<p>%s</p>\n<p>%s %d%s</p>\n",
        say(bank, is_at_once ? "handout.at-once" : "handout.together"),
        say(bank, bank->handout->carries != CARRY_NOTHING ? "handout.carry" : "moodle.keep"),
        bank->decimals, say(bank, "punctuation.full-stop"));
}

/* ---- Answers: the right one, and those of known slips ---- */

enum { SLIPS_MOST = 4 };

struct answers {
    const struct bank *bank;
    double value[1 + SLIPS_MOST]; /* the right one first */
    const char *slip[1 + SLIPS_MOST];
    size_t count;
    double tolerance;
};

static bool find(void *context, const char *name, size_t length, struct approximate *found) {
    const struct bank *bank = context;
    const struct trace *trace = &bank->variant.walk.trace;
    const struct quantity *quantity = trace_find(trace, name, length);
    if (quantity == NULL)
        return false;
    *found = (struct approximate){
        bank->variant.carried.quantity_values[quantity - trace->quantities], 0};
    return true;
}

static bool is_known(const struct answers *answers, const char *id) {
    for (size_t i = 1; i < answers->count; i++)
        if (strcmp(answers->slip[i], id) == 0)
            return true;
    return strcmp(id, "rate") == 0; /* of those there is no end */
}

/* Keeps the answer of a slip of a kind that is not there yet, if it is so far from all others that
 * no tolerance takes it for another; goes on until there are enough. */
static bool keep_slip(void *context, const char *id, const struct formula *slipped) {
    struct answers *answers = context;
    const struct formula_names names = {.find = find, .context = (void *)answers->bank};
    struct approximate value;
    struct error ignored;
    if (is_known(answers, id) || !formula_evaluate(slipped, &names, &value, &ignored) ||
        !isfinite(value.value))
        return false;
    for (size_t i = 0; i < answers->count; i++)
        if (fabs(value.value - answers->value[i]) <= 2 * answers->tolerance)
            return false;
    answers->value[answers->count] = carry_round(value.value, 0, answers->bank->decimals);
    answers->slip[answers->count++] = id;
    return answers->count > SLIPS_MOST;
}

static struct answers answers_of(struct bank *bank, size_t index) {
    const struct step *step = &bank->variant.walk.trace.steps[index];
    const size_t quantity = ways_quantity(&bank->ways, step->name, strlen(step->name));
    struct answers answers = {
        .bank = bank, .count = 1, .tolerance = variant_tolerance(&bank->variant, index)};
    answers.value[0] = variant_value(&bank->variant, bank->handout, index);
    const struct slip_place place = {.ways = &bank->ways,
                                     .arena = &bank->arena,
                                     .quantity = quantity,
                                     .way = &bank->ways.of[quantity][0],
                                     .explains = keep_slip,
                                     .context = &answers};
    slip_known(&place);
    return answers;
}

static void show_value(struct bank *bank, char room[NUMBER_ROOM], double value) {
    number_shown(room, value,
                 bank->handout->carries != CARRY_NOTHING ? bank->decimals : DIGITS_DEFAULT);
}

/* Words within a blank: what would end them has a backslash before it. */
static void put_in_blank(struct text *out, const char *words) {
    struct text escaped = {0};
    for (; *words != '\0'; words++) {
        if (strchr("~}", *words) != NULL)
            text_putc(&escaped, '\\');
        text_putc(&escaped, *words);
    }
    escape_xml(out, escaped.bytes);
    text_free(&escaped);
}

static void put_slip(struct text *words, const struct bank *bank, const char *id) {
    text_printf(words, "slip.%s", id);
    const char *said = say(bank, words->bytes);
    text_cut(words, 0);
    text_puts(words, said);
}

static void put_blank(struct bank *bank, size_t index) {
    const struct answers answers = answers_of(bank, index);
    char value[NUMBER_ROOM], tolerance[NUMBER_ROOM];
    struct text words = {0};
    number_shown(tolerance, answers.tolerance, bank->decimals + 1);
    text_puts(&bank->question, "{1:NUMERICAL:=");
    for (size_t i = 0; i < answers.count; i++) {
        show_value(bank, value, answers.value[i]);
        text_printf(&bank->question, i > 0 ? "~%%0%%%s:%s" : "%s:%s", value, tolerance);
        if (i == 0)
            continue;
        text_cut(&words, 0);
        put_slip(&words, bank, answers.slip[i]);
        text_putc(&bank->question, '#');
        put_in_blank(&bank->question, words.bytes);
    }
    text_putc(&bank->question, '}');
    text_free(&words);
}

/* ---- Questions ---- */

static void put_formula(struct text *out, const struct formula *formula,
                        const struct formula_numbers *numbers) {
    text_puts(out, " \\(\\displaystyle {}= ");
    formula_latex(out, formula, numbers, NULL);
    text_puts(out, "\\)");
}

static void put_name(struct text *out, const struct step *step) {
    text_puts(out, "<p>");
    if (step->equation[0] != '\0')
        text_printf(out, "(%s) ", step->equation);
    text_puts(out, "\\(\\displaystyle ");
    name_latex(out, step->name, strlen(step->name));
    text_puts(out, "\\)");
}

/* The line of a step in the question; its solution goes into the feedback. */
static void put_step(struct bank *bank, size_t index) {
    struct trace *trace = &bank->variant.walk.trace;
    const struct step *step = &trace->steps[index];
    const struct formula *formula = numbers_shortest(trace, step);
    const struct formula_numbers all = numbers_for_formula(&bank->numbers);
    const struct formula_numbers given = numbers_given_for_formula(&bank->numbers);
    const bool substitutes =
        bank->handout->hints == HINTS_SUBSTITUTED && numbers_any_given(&bank->numbers, formula);
    char value[NUMBER_ROOM];
    put_name(&bank->question, step);
    if (bank->handout->hints != HINTS_NONE)
        put_formula(&bank->question, formula, NULL);
    if (substitutes)
        put_formula(&bank->question, formula, &given);
    text_puts(&bank->question, " = ");
    put_name(&bank->feedback, step);
    put_formula(&bank->feedback, formula, NULL);
    if (!formula_is_symbolic(formula) && formula->kind != FORMULA_NUMBER)
        put_formula(&bank->feedback, formula, &all);
    show_value(bank, value, variant_value(&bank->variant, bank->handout, index));
    text_puts(&bank->feedback, " \\(= ");
    formula_latex_number(&bank->feedback, value);
    text_puts(&bank->feedback, "\\)</p>\n");
}

static void start_question(struct bank *bank) {
    text_cut(&bank->feedback, 0);
    text_cut(&bank->question, 0);
    text_add(&bank->question, bank->given.bytes, bank->given.length);
}

static void put_head(struct bank *bank, const char *type, const char *words) {
    struct text *page = &bank->page;
    text_printf(page, "<question type=\"%s\">\n<name><text>", type);
    if (words != NULL) {
        escape_xml(page, words);
        text_puts(page, say(bank, "punctuation.comma"));
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
    text_printf(&bank->question, "<h4>%s</h4>\n", say(bank, section_key(section)));
    for (size_t i = 0; i < trace->step_count; i++)
        if (bank->exercise.sections[i] == section) {
            put_step(bank, i);
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
        text_printf(&words, "%zu %s", ++number, say(bank, section_key(section)));
        put_category(bank, words.bytes);
        start_question(bank);
        put_section(bank, section);
        put_cloze(bank, words.bytes);
    }
    text_free(&words);
}

/* A question a variant, all in one category. */
static void put_whole(struct bank *bank) {
    if (bank->number == 0)
        put_category(bank, NULL);
    start_question(bank);
    for (enum section section = 0; section < SECTION_COUNT; section++)
        if (!is_empty(bank, section))
            put_section(bank, section);
    put_cloze(bank, NULL);
}

static void put_answer(struct bank *bank, const struct answers *answers, size_t index) {
    struct text *page = &bank->page, words = {0};
    char value[NUMBER_ROOM], tolerance[NUMBER_ROOM];
    show_value(bank, value, answers->value[index]);
    number_shown(tolerance, answers->tolerance, bank->decimals + 1);
    text_printf(page,
                "<answer fraction=\"%d\" format=\"moodle_auto_format\">\n<text>%s</text>\n"
                "<feedback format=\"html\"><text>",
                index == 0 ? 100 : 0, value);
    if (index > 0) {
        put_slip(&words, bank, answers->slip[index]);
        escape_xml(page, words.bytes);
    }
    text_printf(page, "</text></feedback>\n<tolerance>%s</tolerance>\n</answer>\n", tolerance);
    text_free(&words);
}

/* The computed values that the formula needs, so that a question stands alone. */
static void put_needed(struct bank *bank, const struct step *step) {
    const struct trace *trace = &bank->variant.walk.trace;
    const struct formula_numbers shown = numbers_for_formula(&bank->numbers);
    unsigned short names[MOST_NAMES];
    const size_t count = ways_names(&bank->ways, numbers_shortest(&bank->variant.walk.trace, step),
                                    names, MOST_NAMES);
    for (size_t i = 0; i < count; i++) {
        const struct quantity *each = &trace->quantities[names[i]];
        if (each->typed != NULL)
            continue;
        text_puts(&bank->question, "<p>");
        put_equals(&bank->question, each->name, each->length);
        formula_latex_number(&bank->question, shown.shown(shown.context, each->name, each->length));
        text_puts(&bank->question, "\\)</p>\n");
    }
}

/* A numerical question a quantity, in a category each: its variants. */
static void put_single(struct bank *bank) {
    const struct trace *trace = &bank->variant.walk.trace;
    for (size_t i = 0; i < trace->step_count; i++) {
        if (bank->exercise.sections[i] == SECTION_COUNT)
            continue;
        const struct step *step = &trace->steps[i];
        const struct answers answers = answers_of(bank, i);
        put_category(bank, step->name);
        start_question(bank);
        put_needed(bank, step);
        put_step(bank, i);
        text_puts(&bank->question, "?</p>\n");
        put_head(bank, "numerical", step->name);
        text_puts(&bank->page, "<defaultgrade>1</defaultgrade>\n<penalty>0.3333333</penalty>\n"
                               "<hidden>0</hidden>\n");
        for (size_t each = 0; each < answers.count; each++)
            put_answer(bank, &answers, each);
        text_puts(&bank->page, "</question>\n");
    }
}

/* ---- The file ---- */

static void put_questions(struct bank *bank) {
    static void (*const put[])(struct bank * bank) = {[QUESTIONS_SECTIONS] = put_sections,
                                                      [QUESTIONS_VARIANTS] = put_whole,
                                                      [QUESTIONS_SINGLE] = put_single};
    struct trace *trace = &bank->variant.walk.trace;
    bank->sheet.digits = bank->handout->carries != CARRY_NOTHING ? bank->decimals : DIGITS_DEFAULT;
    bank->sheet.quantity_values =
        bank->handout->carries != CARRY_NOTHING ? bank->variant.carried.quantity_values : NULL;
    bank->exercise = (struct exercise){.sheet = &bank->sheet,
                                       .example = variant_example(&bank->variant, bank->handout),
                                       .walk = &bank->variant.walk};
    exercise_start(&bank->exercise);
    bank->numbers = sheet_numbers(&bank->sheet, trace);
    ways_collect(&bank->ways, trace, bank->variant.walk.shape);
    make_given(bank);
    put[bank->handout->questions](bank);
    ways_free(&bank->ways);
    arena_reset(&bank->arena);
}

static bool write_bank(struct bank *bank, struct file_stream *stream, struct error *error) {
    text_puts(&bank->page, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<quiz>\n");
    for (bank->number = 0; bank->number < bank->handout->variants; bank->number++) {
        if (!variant_make(&bank->variant, bank->handout, bank->number, bank->decimals, error) ||
            !ways_can_be(&bank->variant.walk.trace, error))
            return false;
        put_questions(bank);
        if (!file_stream_add(stream, &bank->page, error))
            return false;
        text_cut(&bank->page, 0);
    }
    text_puts(&bank->page, "</quiz>\n");
    return file_stream_add(stream, &bank->page, error);
}

bool moodle_make(const struct handout *handout, struct error *error) {
    struct bank bank = {.handout = handout,
                        .decimals =
                            handout->carries != CARRY_NOTHING ? handout->carries : KEEP_DECIMALS,
                        .sheet = {.language = handout->language, .selection = handout->selection}};
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
    arena_free(&bank.arena);
    text_free(&bank.page);
    text_free(&bank.given);
    text_free(&bank.question);
    text_free(&bank.feedback);
    return done;
}
