/* Sheet lines: see sheet_lines.h. */
#include "render/sheet_lines.h"

#include "base/power.h"
#include "render/notes.h"
#include "render/render.h"
#include "walk/compare.h"

#include <math.h>
#include <string.h>

struct maker {
    struct sheet_step *made;
    struct trace *trace;
    struct numbers *numbers;
    const struct step *step;
    const struct sheet_shows *shows;
    enum language language;
};

/* Whether a step speaks of a name before that has its value: it is a plan, and asks for nothing. */
static bool is_plan(const struct trace *trace, const struct step *step) {
    const struct quantity *named = trace_find(trace, step->name, strlen(step->name));
    return step->kind == STEP_STATES && &trace->steps[named->step] > step;
}

static struct sheet_line *add_line(struct maker *maker, enum line_kind kind) {
    struct sheet_step *made = maker->made;
    struct sheet_line *line = &made->lines[made->line_count];
    made->line_count += made->line_count + 1 < STEP_LINES;
    *line = (struct sheet_line){.kind = kind};
    return line;
}

static void keep_note(struct maker *maker, struct sheet_line *line, struct text *note,
                      bool is_slip) {
    if (note->length > 0) {
        line->note = arena_copy(&maker->trace->scratch, note->bytes, note->length);
        line->note_is_slip = is_slip;
    }
    text_free(note);
}

static void note_form(struct maker *maker, struct sheet_line *line, struct form *form) {
    struct text note = {0};
    note_difference(&note, maker->step, form, maker->trace, maker->numbers->digits,
                    maker->language);
    keep_note(maker, line, &note, true);
}

static void add_slip_made(struct maker *maker) {
    struct text note = {0};
    note_slip_made(&note, maker->step, maker->language);
    keep_note(maker, add_line(maker, LINE_WORDS), &note, true);
}

/* Returns the last form's formula. */
static const struct formula *add_forms(struct maker *maker) {
    const struct step *step = maker->step;
    const struct formula *formula = NULL;
    for (size_t i = 0; i < step->form_count; i++) {
        const bool is_last = i + 1 == step->form_count;
        formula = render_formula(maker->trace, &step->forms[i]);
        if (!maker->shows->formulas || (maker->shows->only_last && !is_last))
            continue;
        if (is_last && step->takes_alternative && maker->shows->notes)
            add_slip_made(maker);
        struct sheet_line *line = add_line(maker, LINE_FORMULA);
        line->formula = formula;
        if (maker->shows->notes && step->forms[i].differs && !is_last && !step->takes_alternative)
            note_form(maker, line, &step->forms[i]);
    }
    return formula;
}

static void add_numbers(struct maker *maker, const struct formula *formula, const char *value) {
    const bool worth = numbers_worth_showing(maker->numbers, formula, value);
    const enum numbers_shown shown = maker->shows->numbers;
    const bool given =
        shown == NUMBERS_GIVEN && worth && numbers_any_given(maker->numbers, formula);
    if (!worth || shown == NUMBERS_NONE)
        return;
    if (shown == NUMBERS_ALL || given) {
        struct sheet_line *line = add_line(maker, LINE_FORMULA);
        maker->made->numbers =
            given ? numbers_given_for_formula(maker->numbers) : numbers_for_formula(maker->numbers);
        line->formula = formula;
        line->numbers = &maker->made->numbers;
    }
    if (shown == NUMBERS_ROOM && maker->step->kind == STEP_GIVES)
        add_line(maker, LINE_WORK);
}

int sheet_exact_digits(int decimals) {
    enum { MOST = 15 };
    const int digits = decimals + 2 > DIGITS_DEFAULT ? decimals + 2 : DIGITS_DEFAULT;
    return digits < MOST ? digits : MOST;
}

/* What is less than the last decimal shown is the last bits of a double, and none of a hand's. */
const char *sheet_difference(char room[NUMBER_ROOM], double carried, double exact, int digits) {
    const double difference = carried - exact;
    number_shown(room, fabs(difference) < 0.5 * power(10, -digits) ? 0 : difference, digits);
    return room;
}

static double carried_value(const struct maker *maker) {
    const struct trace *trace = maker->trace;
    const char *name = maker->step->name;
    return maker->numbers
        ->quantity_values[trace_find(trace, name, strlen(name)) - trace->quantities];
}

/* How far a carried value is from the exact one. */
static void note_exact(struct text *out, const struct maker *maker) {
    const double carried = carried_value(maker);
    const int digits = sheet_exact_digits(maker->numbers->digits);
    char room[NUMBER_ROOM];
    trace_step_shown(maker->trace, maker->step, digits, room);
    text_printf(out, "%s ", prose(maker->language, "sheet.exactly"));
    numbers_put(out, room);
    text_printf(out, "%s%s ", prose(maker->language, "punctuation.comma"),
                prose(maker->language, "sheet.off-by"));
    numbers_put(out, sheet_difference(room, carried, maker->step->value, digits));
}

/* Of a step that gives another last digit than the name has. */
static void note_this_way(struct text *out, const struct maker *maker) {
    const double this_way = maker->numbers->step_values[maker->step - maker->trace->steps];
    char room[NUMBER_ROOM];
    if (this_way == carried_value(maker))
        return;
    numbers_rounded(room, this_way, maker->numbers->digits);
    struct text number = {0};
    numbers_put(&number, room);
    const char *words[] = {number.bytes};
    text_puts(out, prose(maker->language, "punctuation.comma"));
    prose_fill(out, maker->language, "sheet.this-way", words, 1);
    text_free(&number);
}

static void note_value(struct maker *maker, struct sheet_line *line) {
    const struct step *step = maker->step;
    const struct form *last = &step->forms[step->form_count - 1];
    struct text note = {0};
    bool is_slip = false;
    if (maker->shows->notes) {
        note_verdict(&note, step, maker->language);
        is_slip = remark_of(step)->verdict == VERDICT_SLIP;
    }
    if (maker->shows->notes && last->differs) { /* of a name that is stated again: no verdict */
        note_goes_on_with(&note, step, maker->trace, maker->numbers->digits, maker->language);
        is_slip = true;
    }
    if (maker->shows->exact && maker->numbers->step_values != NULL) {
        note_exact(&note, maker);
        note_this_way(&note, maker);
    }
    keep_note(maker, line, &note, is_slip);
}

/* A formula that is a number already is its own value. */
static void add_value(struct maker *maker, const struct formula *formula, const char *value) {
    struct sheet_step *made = maker->made;
    if (formula->kind == FORMULA_NUMBER && made->line_count > 0) {
        struct sheet_line *said = &made->lines[made->line_count - 1];
        if (maker->shows->values)
            note_value(maker, said);
        else
            said->kind = LINE_ANSWER;
    } else if (maker->shows->values) {
        struct sheet_line *line = add_line(maker, LINE_VALUE);
        line->value = value;
        note_value(maker, line);
    } else if (!is_plan(maker->trace, maker->step)) {
        add_line(maker, LINE_ANSWER);
    }
}

void sheet_step_make(struct sheet_step *made, struct trace *trace, struct numbers *numbers,
                     const struct step *step, const struct sheet_shows *shows,
                     enum language language) {
    struct maker maker = {made, trace, numbers, step, shows, language};
    made->equation = step->equation;
    made->name = step->shown;
    made->decimals = numbers->digits;
    made->line_count = 0;
    arena_reset(&trace->scratch);
    const struct formula *formula = add_forms(&maker);
    const char *value = numbers_value(numbers, step, made->room);
    const bool is_carried = numbers->quantity_values != NULL;
    add_numbers(&maker, is_carried ? numbers_shortest(trace, step) : formula, value);
    add_value(&maker, formula, value);
}
