/* Question: see question.h. */
#include "quiz/question.h"

#include "base/number.h"

#include <string.h>

enum { LABEL_WIDTH = 7 };

/* The last form that has something to compute: neither a derivative, nor the bare name or number
 * that would be the answer; else the first. */
static const struct formula *formula_to_ask(struct trace *trace, const struct step *step) {
    const struct formula *formula = NULL;
    struct error error;
    for (size_t i = step->form_count; i-- > 0;) {
        formula = form_formula(trace, &step->forms[i], &error);
        if (formula->left != NULL && !formula_is_symbolic(formula))
            return formula;
    }
    return formula;
}

/* Whether STEP is where NAMED is asked for: where it is given, or else the first that states it. */
static bool is_place_of(const struct trace *trace, const struct quantity *named,
                        const struct step *step, const struct selection *selection) {
    if (selection_has(selection, trace->steps[named->step].equation))
        return step == &trace->steps[named->step];
    for (const struct step *other = trace->steps; other < step; other++)
        if (strcmp(other->name, named->name) == 0 && selection_has(selection, other->equation))
            return false;
    return true;
}

static void add_questions(struct questions *questions, struct check *check,
                          const struct selection *selection) {
    const struct trace *trace = check->ways.trace;
    for (size_t s = 0; s < trace->step_count; s++) {
        const struct step *step = &trace->steps[s];
        const size_t quantity = ways_quantity(&check->ways, step->name, strlen(step->name));
        if (!selection_has(selection, step->equation) ||
            !is_place_of(trace, &trace->quantities[quantity], step, selection))
            continue;
        questions->each[questions->count++] =
            (struct question){.check = check,
                              .quantity = quantity,
                              .step = step,
                              .arena = &check->arena,
                              .formula = formula_to_ask(check->ways.trace, step)};
    }
}

struct questions questions_of(struct check *const checks[], size_t count,
                              const struct selection *selection) {
    struct questions questions = {0};
    size_t room = 0;
    for (size_t c = 0; c < count; c++)
        room += checks[c]->ways.trace->step_count;
    questions.each = arena_take(&questions.arena, room * sizeof *questions.each);
    for (size_t c = 0; c < count; c++)
        add_questions(&questions, checks[c], selection);
    return questions;
}

void questions_free(struct questions *questions) {
    arena_free(&questions->arena);
}

const struct heading *question_heading(const struct question *question) {
    const struct step *step = question->step;
    while (step->heading == NULL) /* the first step of a walk has one */
        step--;
    return step->heading;
}

static void put_name(struct lines *lines, const struct question *question, const char *name) {
    if (question->step->equation[0] != '\0') {
        lines_puts(lines, COLOUR_EQUATION, "(");
        lines_puts(lines, COLOUR_EQUATION, question->step->equation);
        lines_puts(lines, COLOUR_EQUATION, ")");
    }
    lines_pad(lines, LABEL_WIDTH);
    lines_puts(lines, COLOUR_NONE, name);
}

void question_put_formula(struct lines *lines, const struct question *question, const char *name,
                          const struct formula_numbers *numbers) {
    put_name(lines, question, name);
    lines_puts(lines, COLOUR_NONE, " = ");
    lines_formula(lines, question->formula, numbers);
    lines_end(lines);
}

void question_put_name(struct lines *lines, const struct question *question, const char *name) {
    put_name(lines, question, name);
    lines_end(lines);
}

static const char *number_of(const struct question *question, size_t quantity) {
    const struct check *check = question->check;
    const struct quantity *named = &check->ways.trace->quantities[quantity];
    char room[NUMBER_ROOM];
    if (check->own[quantity].answer.typed != NULL)
        return check->own[quantity].answer.typed;
    if (named->typed != NULL)
        return named->typed;
    const size_t length = trace_shown(check->ways.trace, named, DIGITS_DEFAULT, room);
    return arena_copy(question->arena, room, length);
}

static const char *shown(void *context, const char *name, size_t length) {
    const struct question *question = context;
    return number_of(question, ways_quantity(&question->check->ways, name, length));
}

struct formula_numbers question_numbers(const struct question *question) {
    return (struct formula_numbers){.shown = shown, .context = (void *)question};
}

void question_put_names(struct lines *lines, const struct question *question, size_t indent) {
    const struct ways *ways = &question->check->ways;
    unsigned short names[MOST_NAMES];
    const size_t count = ways_names(ways, question->formula, names, MOST_NAMES);
    for (size_t i = 0; i < count; i++) {
        const char *name = ways->trace->quantities[names[i]].shown;
        const char *number = number_of(question, names[i]);
        if (lines->column > 0 && lines->column + strlen(name) + strlen(number) + 6 > LINE_WIDTH)
            lines_end(lines);
        lines_pad(lines, lines->column == 0 ? indent : lines->column + 3);
        lines_puts(lines, COLOUR_NONE, name);
        lines_puts(lines, COLOUR_NONE, " = ");
        lines_puts(lines, COLOUR_NONE, number);
    }
    lines_end(lines);
}
