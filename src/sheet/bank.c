/* Bank: see bank.h. */
#include "sheet/bank.h"

#include "formula/name.h"
#include "formula/notation.h"
#include "render/escape.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

const char *bank_say(const struct bank *bank, const char *key) {
    return prose(bank->handout->language, key);
}

void bank_name_variant(const struct bank *bank, struct text *out) {
    const struct handout *handout = bank->handout;
    const bool has_name = handout->roster != NULL && handout->sheets == handout->variants;
    text_printf(out, "%s %zu", bank_say(bank, has_name ? "handout.sheet" : "moodle.variant"),
                bank->number + 1);
    if (has_name)
        text_printf(out, " %s", handout->roster->names[bank->number]);
    if (handout->draws)
        text_printf(out, "%s%s %u", bank_say(bank, "punctuation.comma"),
                    bank_say(bank, "handout.seed"), handout->seed);
}

/* ---- What a question begins with ---- */

static void put_name(struct text *out, const char *name) {
    text_puts(out, "\\(");
    name_latex(out, name, strlen(name));
}

static void put_number(struct text *out, const struct quantity *quantity, const char *number) {
    put_name(out, quantity->shown);
    text_puts(out, " = ");
    formula_latex_number(out, number);
    text_puts(out, "\\)");
}

/* Definitions, or names alone: numbers stand together, above. */
static void put_group(struct text *out, const struct given_group *group, const char *comma) {
    for (size_t i = 0; i < group->definition_count; i++) {
        text_puts(out, i > 0 ? comma : "");
        put_name(out, group->definitions[i].name);
        text_puts(out, " = ");
        formula_latex(out, group->definitions[i].formula, NULL, NULL);
        text_puts(out, "\\)");
    }
    for (size_t i = 0; i < group->count; i++) {
        text_puts(out, i > 0 ? comma : "");
        put_name(out, group->quantities[i]->shown);
        text_puts(out, "\\)");
    }
}

static void put_definitions(struct bank *bank) {
    struct given_group groups[GIVEN_GROUPS_MORE];
    const size_t count = exercise_definitions(&bank->exercise, groups);
    struct text *out = &bank->given;
    for (size_t g = 0; g < count; g++) {
        text_puts(out, "<p>");
        escape_xml(out, groups[g].words);
        text_puts(out, bank_say(bank, "punctuation.colon"));
        put_group(out, &groups[g], bank_say(bank, "punctuation.comma"));
        text_puts(out, "</p>\n");
    }
    const char *functions = exercise_functions(bank->variant.walk.shape, bank->handout->language);
    if (functions != NULL) {
        text_puts(out, "<p>");
        escape_xml(out, functions);
        text_puts(out, "</p>\n");
    }
}

static void make_given(struct bank *bank) {
    struct trace *trace = &bank->variant.walk.trace;
    const struct drawing drawing = drawing_of(&bank->variant.walk);
    const bool is_at_once = bank->variant.walk.shape->update == UPDATE_AT_ONCE;
    const char *comma = bank_say(bank, "punctuation.comma");
    struct text *given = &bank->given;
    text_cut(given, 0);
    if (bank->has_drawing && drawing.node_count > 0)
        sheet_html.drawing(given, &drawing, bank->handout->language);
    text_printf(given, "<p>%s%s", bank_say(bank, "given"), bank_say(bank, "punctuation.colon"));
    for (size_t i = 0; trace->quantities[i].typed != NULL; i++) {
        text_puts(given, i > 0 ? comma : "");
        put_number(given, &trace->quantities[i], trace->quantities[i].typed);
    }
    text_puts(given, "</p>\n");
    put_definitions(bank);
    text_printf(
        given, "<p>%s</p>\n<p>%s%d%s</p>\n",
        bank_say(bank, is_at_once ? "handout.at-once" : "handout.together"),
        bank_say(bank, bank->handout->carries != CARRY_NOTHING ? "handout.carry" : "moodle.keep"),
        bank->decimals, bank_say(bank, "punctuation.full-stop"));
}

/* ---- Answers: the right one, and those of known slips ---- */

static bool find(void *context, const char *name, size_t length, struct approximate *found) {
    const struct bank *bank = context;
    const struct trace *trace = &bank->variant.walk.trace;
    const struct quantity *quantity = trace_find(trace, name, length);
    if (quantity == NULL)
        return false; /* GCOVR_EXCL_LINE: every name of a walk has its value */
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
    if (is_known(answers, id))
        return false;
    if (!formula_evaluate(slipped, &names, &value, &ignored))
        return false;           /* GCOVR_EXCL_LINE: every name of a walk has its value */
    if (!isfinite(value.value)) /* a weighted sum taken for the output of a softmax, in its error */
        return false;
    for (size_t i = 0; i < answers->count; i++)
        if (fabs(value.value - answers->value[i]) <= 2 * answers->tolerance)
            return false;
    answers->value[answers->count] = carry_round(value.value, 0, answers->bank->decimals);
    answers->slip[answers->count++] = id;
    return answers->count > SLIPS_MOST;
}

struct answers bank_answers(struct bank *bank, size_t index) {
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

void bank_show(const struct bank *bank, char room[NUMBER_ROOM], double value) {
    if (bank->handout->carries != CARRY_NOTHING)
        numbers_rounded(room, value, bank->decimals); /* with its last zeros */
    else
        number_shown(room, value, DIGITS_DEFAULT);
}

void bank_put_slip(struct text *words, const struct bank *bank, const char *id) {
    text_printf(words, "slip.%s", id);
    const char *said = bank_say(bank, words->bytes);
    text_cut(words, 0);
    notation_put_words(words, bank->handout->notation, said);
}

static void put_formula(struct text *out, const struct formula *formula,
                        const struct formula_numbers *numbers) {
    text_puts(out, " \\(\\displaystyle {}= ");
    formula_latex(out, formula, numbers, NULL);
    text_puts(out, "\\)");
}

static void put_step_name(struct text *out, const struct step *step) {
    text_puts(out, "<p>");
    if (step->equation[0] != '\0')
        text_printf(out, "(%s) ", step->equation);
    text_puts(out, "\\(\\displaystyle ");
    name_latex(out, step->shown, strlen(step->shown));
    text_puts(out, "\\)");
}

/* The line of a step in the question; its solution goes into the feedback. */
void bank_put_step(struct bank *bank, size_t index) {
    struct trace *trace = &bank->variant.walk.trace;
    const struct step *step = &trace->steps[index];
    const struct formula *formula = numbers_shortest(trace, step);
    const struct formula_numbers all = numbers_for_formula(&bank->numbers);
    const struct formula_numbers given = numbers_given_for_formula(&bank->numbers);
    const bool substitutes =
        bank->handout->hints == HINTS_SUBSTITUTED && numbers_any_given(&bank->numbers, formula);
    char value[NUMBER_ROOM];
    put_step_name(&bank->question, step);
    if (bank->handout->hints != HINTS_NONE)
        put_formula(&bank->question, formula, NULL);
    if (substitutes)
        put_formula(&bank->question, formula, &given);
    text_puts(&bank->question, " = ");
    put_step_name(&bank->feedback, step);
    put_formula(&bank->feedback, formula, NULL);
    if (formula->kind != FORMULA_NUMBER)
        put_formula(&bank->feedback, formula, &all);
    bank_show(bank, value, variant_value(&bank->variant, bank->handout, index));
    text_puts(&bank->feedback, " \\(= ");
    formula_latex_number(&bank->feedback, value);
    text_puts(&bank->feedback, "\\)</p>\n");
}

void bank_start_question(struct bank *bank) {
    text_cut(&bank->feedback, 0);
    text_cut(&bank->question, 0);
    text_add(&bank->question, bank->given.bytes, bank->given.length);
}

/* The computed values that the formula needs, so that a question stands alone. */
void bank_put_needed(struct bank *bank, const struct step *step) {
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
        put_number(&bank->question, each, shown.shown(shown.context, each->name, each->length));
        text_puts(&bank->question, "</p>\n");
    }
}

/* ---- The variants ---- */

struct bank bank_of(const struct handout *handout) {
    return (struct bank){.handout = handout,
                         .decimals =
                             handout->carries != CARRY_NOTHING ? handout->carries : KEEP_DECIMALS,
                         .sheet = {.language = handout->language, .selection = handout->selection}};
}

static void prepare(struct bank *bank) {
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
}

bool bank_each(struct bank *bank, void *context,
               bool (*put)(struct bank *bank, void *context, struct error *error),
               struct error *error) {
    bool done = true;
    for (bank->number = 0; done && bank->number < bank->handout->variants; bank->number++) {
        if (!variant_make(&bank->variant, bank->handout, bank->number, bank->decimals, error) ||
            !ways_can_be(&bank->variant.walk.trace, error))
            return false;
        trace_notate(&bank->variant.walk.trace, bank->handout->notation);
        prepare(bank);
        done = put(bank, context, error);
        ways_free(&bank->ways);
        arena_reset(&bank->arena);
    }
    return done;
}

void bank_free(struct bank *bank) {
    variant_free(&bank->variant);
    arena_free(&bank->arena);
    text_free(&bank->page);
    text_free(&bank->given);
    text_free(&bank->question);
    text_free(&bank->feedback);
}
