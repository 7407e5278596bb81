/* Explain: see explain.h. */
#include "explain/explain.h"

#include "base/nearest.h"
#include "base/number.h"
#include "explain/paths.h"
#include "formula/formula_edit.h"
#include "formula/notation.h"
#include "render/lines.h"
#include "render/numbers.h"
#include "render/render.h"
#include "trace/derive.h"
#include "walk/said.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { INDENT = 4 };

struct subject {
    struct walk *walk;
    const char *asked, *name;        /* as it was asked for, and the walk's */
    const struct quantity *quantity; /* NULL: the walk has no such name, it is a derivative */
    const struct quantity *of, *by;  /* of a derivative, and of an error term; else NULL */
    struct role role;                /* what it is, where it is no derivative */
    struct numbers numbers;
    struct lines lines;
    enum language language;
    int digits;
};

static void say(struct subject *subject, enum colour colour, const char *key) {
    lines_puts(&subject->lines, colour, prose(subject->language, key));
}

static void put_heading(struct subject *subject, const char *key) {
    lines_end(&subject->lines);
    say(subject, COLOUR_HEADING, key);
    lines_end(&subject->lines);
}

static void put_number(struct subject *subject, double value) {
    char shown[NUMBER_ROOM];
    number_shown(shown, value, subject->digits);
    lines_ascii(&subject->lines, COLOUR_VALUE, shown);
}

/* As the walk shows it. */
static void put_value(struct subject *subject, const struct quantity *quantity) {
    char shown[NUMBER_ROOM];
    trace_shown(&subject->walk->trace, quantity, subject->digits, shown);
    lines_ascii(&subject->lines, COLOUR_VALUE, quantity->typed != NULL ? quantity->typed : shown);
}

/* That gave a computed quantity its value. */
static const struct formula *formula_of(struct trace *trace, const struct quantity *quantity) {
    const struct step *step = &trace->steps[quantity->step];
    return render_formula(trace, &step->forms[step->form_count - 1]);
}

/* ---- What it is ---- */

/* Whether the update gives the old value alone. */
static bool is_frozen(const struct subject *subject) {
    return formula_of(&subject->walk->trace, subject->quantity)->kind == FORMULA_NAME;
}

/* Nothing of a helper of chapters 3 and 4. */
static void put_what(struct text *out, const struct subject *subject) {
    static const char *const keys[] = {[ROLE_NONE] = "explain.derivative",
                                       [ROLE_INPUT] = "explain.input",
                                       [ROLE_TARGET] = "explain.target",
                                       [ROLE_WEIGHT] = "explain.weight",
                                       [ROLE_BIAS] = "explain.bias",
                                       [ROLE_RATE] = "explain.rate",
                                       [ROLE_SUM] = "explain.sum",
                                       [ROLE_OUTPUT] = "explain.output",
                                       [ROLE_ERROR] = "explain.error",
                                       [ROLE_TOTAL] = "explain.total",
                                       [ROLE_ERROR_TERM] = "explain.error-term"};
    const struct role *role = &subject->role;
    if (role->kind == ROLE_NONE && subject->of == NULL)
        return;
    const char *key = role->is_new && (role->kind == ROLE_WEIGHT || role->kind == ROLE_BIAS)
                          ? is_frozen(subject) ? "explain.frozen" : "explain.update"
                          : keys[role->kind];
    const char *words[] = {subject->of != NULL ? subject->of->shown : subject->name,
                           subject->by != NULL ? subject->by->shown : ""};
    prose_fill(out, subject->language, key, words, 2);
}

static void put_why(struct subject *subject) {
    struct text sentence = {0};
    put_what(&sentence, subject);
    if (sentence.length > 0) {
        lines_pad(&subject->lines, INDENT);
        lines_puts(&subject->lines, COLOUR_NONE, sentence.bytes);
        lines_end(&subject->lines);
    }
    text_free(&sentence);
}

/* Whether a step before has told the same form of the name. */
static bool stands_before(struct trace *trace, const struct step *step, struct form *form) {
    const struct formula *formula = render_formula(trace, form);
    for (const struct step *before = trace->steps; before < step; before++)
        for (size_t i = 0; strcmp(before->name, step->name) == 0 && i < before->form_count; i++)
            if (formula_same(render_formula(trace, &before->forms[i]), formula))
                return true;
    return false;
}

static void put_form(struct subject *subject, const struct step *step, size_t form, bool is_first) {
    lines_pad(&subject->lines, INDENT);
    if (is_first && step->equation[0] != '\0') {
        lines_ascii(&subject->lines, COLOUR_EQUATION, "(");
        lines_ascii(&subject->lines, COLOUR_EQUATION, step->equation);
        lines_ascii(&subject->lines, COLOUR_EQUATION, ")");
    }
    lines_pad(&subject->lines, INDENT + 7);
    lines_ascii(&subject->lines, COLOUR_NONE, "= ");
    lines_formula(&subject->lines, render_formula(&subject->walk->trace, &step->forms[form]), NULL);
    lines_end(&subject->lines);
}

static void put_formulas(struct subject *subject) {
    struct trace *trace = &subject->walk->trace;
    bool any = false;
    for (size_t s = 0; s < trace->step_count; s++) {
        const struct step *step = &trace->steps[s];
        if (strcmp(step->name, subject->name) != 0)
            continue;
        if (!any)
            put_heading(subject, "explain.formulas");
        any = true;
        bool is_first = true;
        for (size_t form = 0; form < step->form_count; form++)
            if (!stands_before(trace, step, &step->forms[form])) {
                put_form(subject, step, form, is_first);
                is_first = false;
            }
    }
}

/* ---- What it is computed from: each value once ---- */

struct tree {
    struct subject *subject;
    bool *told;
    size_t level;
};

static void put_branch(void *context, const struct quantity *quantity) {
    struct tree *tree = context;
    struct subject *subject = tree->subject;
    struct trace *trace = &subject->walk->trace;
    struct lines *lines = &subject->lines;
    bool *told = &tree->told[quantity - trace->quantities];
    lines_pad(lines, INDENT + 2 * tree->level);
    lines_ascii(lines, COLOUR_NONE, quantity->shown);
    lines_ascii(lines, COLOUR_NONE, " = ");
    if (*told) {
        put_value(subject, quantity);
        lines_ascii(lines, COLOUR_NONE, "  ");
        say(subject, COLOUR_NONE, "explain.above");
        lines_end(lines);
        return;
    }
    if (quantity->typed == NULL) {
        lines_formula(lines, formula_of(trace, quantity), NULL);
        lines_ascii(lines, COLOUR_NONE, " = ");
    }
    put_value(subject, quantity);
    lines_end(lines);
    *told = true;
    tree->level++;
    paths_each_name(trace, quantity, put_branch, tree);
    tree->level--;
}

static void put_tree(struct subject *subject) {
    struct tree tree = {.subject = subject};
    tree.told = memory_zeroed(subject->walk->trace.quantity_count, sizeof *tree.told);
    put_heading(subject, "explain.computed-from");
    put_branch(&tree, subject->quantity);
    free(tree.told);
}

/* ---- The paths of a derivative ---- */

static void put_path(struct subject *subject, const struct path *path) {
    struct lines *lines = &subject->lines;
    lines_pad(lines, INDENT);
    for (size_t i = 0; i < path->length; i++) {
        lines_ascii(lines, COLOUR_NONE, i > 0 ? " <- " : "");
        lines_ascii(lines, COLOUR_NONE, path->names[i]->shown);
    }
    lines_end(lines);
    lines_pad(lines, 2 * INDENT);
    for (size_t i = 0; i + 1 < path->length; i++) {
        char factor[NUMBER_ROOM];
        number_shown(factor, path->factors[i], subject->digits);
        lines_ascii(lines, COLOUR_NONE, i > 0 ? "*" : "");
        lines_ascii(lines, COLOUR_NONE, i > 0 && factor[0] == '-' ? "(" : "");
        lines_ascii(lines, COLOUR_NONE, factor);
        lines_ascii(lines, COLOUR_NONE, i > 0 && factor[0] == '-' ? ")" : "");
    }
    lines_ascii(lines, COLOUR_NONE, " = ");
    put_number(subject, path->product);
    lines_end(lines);
}

static void put_measure(struct subject *subject, const char *key, double value) {
    struct text words = {0};
    prose_fill(&words, subject->language, key, &subject->by->shown, 1);
    lines_pad(&subject->lines, INDENT);
    lines_puts(&subject->lines, COLOUR_NONE, words.bytes);
    put_number(subject, value);
    lines_end(&subject->lines);
    text_free(&words);
}

static void put_count(struct subject *subject, const char *key, double count) {
    char number[NUMBER_ROOM];
    struct text sentence = {0};
    number_shown(number, count, 0);
    prose_fill(&sentence, subject->language, key, (const char *const[]){number}, 1);
    lines_end(&subject->lines);
    lines_puts(&subject->lines, COLOUR_HEADING, sentence.bytes);
    lines_end(&subject->lines);
    text_free(&sentence);
}

/* The walk's own value may differ from the partial derivative where layers are updated at once. */
static void put_derivative(struct subject *subject) {
    struct trace *trace = &subject->walk->trace;
    const double derivative = derive(trace, subject->of, subject->by);
    struct paths paths;
    paths_find(&paths, trace, subject->of, subject->by);
    put_count(subject, paths.count == 1 ? "explain.path" : "explain.paths", paths.count);
    for (size_t i = 0; i < paths.listed; i++)
        put_path(subject, &paths.each[i]);
    if ((double)paths.listed < paths.count)
        put_count(subject, "explain.more-paths", paths.count - (double)paths.listed);
    put_measure(subject, "explain.all-paths", derivative);
    put_measure(subject, "explain.numeric", derive_numerically(trace, subject->of, subject->by));
    if (subject->quantity != NULL &&
        fabs(subject->quantity->value - derivative) > 1e-9 * fmax(1, fabs(derivative)))
        put_measure(subject, "explain.partial", derivative);
    paths_free(&paths);
}

/* ---- What it goes into ---- */

struct use {
    const struct quantity *name;
    bool is_used;
};

static void is_it(void *context, const struct quantity *name) {
    struct use *use = context;
    use->is_used = use->is_used || name == use->name;
}

static void put_uses(struct subject *subject) {
    struct trace *trace = &subject->walk->trace;
    struct lines *lines = &subject->lines;
    put_heading(subject, "explain.goes-into");
    lines_pad(lines, INDENT);
    bool any = false;
    for (size_t q = 0; q < trace->quantity_count; q++) {
        struct use use = {.name = subject->quantity};
        paths_each_name(trace, &trace->quantities[q], is_it, &use);
        if (!use.is_used)
            continue;
        const char *shown = trace->quantities[q].shown;
        if (lines->column + strlen(shown) + 2 > LINE_WIDTH) {
            lines_end(lines);
            lines_pad(lines, INDENT);
        } else {
            lines_ascii(lines, COLOUR_NONE, any ? "  " : "");
        }
        lines_ascii(lines, COLOUR_NONE, shown);
        any = true;
    }
    if (!any)
        say(subject, COLOUR_NONE, "explain.nothing");
    lines_end(lines);
}

/* ---- Which name it is ---- */

static const struct quantity *find_role(struct walk *walk, const struct role *role) {
    struct text name = {0};
    struct role spelled = *role;
    if (role->kind == ROLE_WEIGHT || role->kind == ROLE_BIAS || role->kind == ROLE_RATE)
        spelled.sample = 0;
    shape_put_name(&name, walk->shape, &spelled);
    const struct quantity *found = trace_find(&walk->trace, name.bytes, name.length);
    text_free(&name);
    return found;
}

static bool unknown(const struct subject *subject, struct error *error) {
    const struct trace *trace = &subject->walk->trace;
    struct nearest nearest = {.word = subject->asked, .length = strlen(subject->asked)};
    for (size_t i = 0; i < trace->quantity_count; i++)
        nearest_try(&nearest, trace->quantities[i].shown);
    return error_set(error,
                     "%s is no name of the walk, and no derivative of one by another; %s is the "
                     "nearest",
                     quote(subject->asked, strlen(subject->asked)).text, nearest.found);
}

/* In the notation of the walk's names, or its own. */
static void take_name(struct subject *subject, const char *asked) {
    struct trace *trace = &subject->walk->trace;
    struct text name = {0};
    subject->asked = subject->name = asked;
    if (trace->notation == NULL || asked[0] == '\0')
        return;
    notation_take(&name, trace->notation, asked, strlen(asked));
    subject->name = arena_copy(&trace->arena, name.bytes, name.length);
    text_free(&name);
}

/* However it is spelled, if that is understood. */
static bool take_said(struct subject *subject) {
    struct said said;
    said_start(&said, &subject->walk->trace, subject->walk->shape);
    const size_t meant = said_find(&said, subject->name, strlen(subject->name));
    if (meant != SAID_NONE)
        subject->name = subject->walk->trace.quantities[meant].name;
    said_free(&said);
    return meant != SAID_NONE;
}

/* dA_dB of the walk, where A and B are names of it that the network has not. */
static void look_up_names(struct subject *subject) {
    const struct trace *trace = &subject->walk->trace;
    const char *name = subject->name, *by = name;
    while (name[0] == 'd' && subject->by == NULL && (by = strstr(by, "_d")) != NULL) {
        by += 2;
        subject->of = trace_find(trace, name + 1, (size_t)(by - name) - 3);
        subject->by = subject->of != NULL ? trace_find(trace, by, strlen(by)) : NULL;
    }
    if (subject->by == NULL)
        subject->of = NULL;
}

static bool look_up(struct subject *subject, struct error *error) {
    struct walk *walk = subject->walk;
    const size_t length = strlen(subject->name);
    struct role of, by;
    subject->quantity = trace_find(&walk->trace, subject->name, length);
    subject->role = shape_role(walk->shape, subject->name, length);
    if (subject->role.kind == ROLE_ERROR_TERM && subject->quantity != NULL) {
        of = by = subject->role;
        of.kind = ROLE_TOTAL;
        by.kind = ROLE_SUM;
    } else if (!shape_derivative(walk->shape, subject->name, length, &of, &by)) {
        if (subject->quantity == NULL)
            return take_said(subject) ? look_up(subject, error) : unknown(subject, error);
        if (subject->role.kind == ROLE_NONE)
            look_up_names(subject);
        return true;
    }
    subject->of = find_role(walk, &of);
    subject->by = find_role(walk, &by);
    return (subject->of != NULL && subject->by != NULL) || unknown(subject, error);
}

void explain_what(struct text *out, struct walk *walk, const char *name, enum language language) {
    struct subject subject = {.walk = walk, .name = name, .asked = name, .language = language};
    struct error ignored;
    look_up(&subject, &ignored);
    put_what(out, &subject);
}

bool explain(struct text *out, struct walk *walk, const char *name, int digits, bool colour,
             enum language language, struct error *error) {
    struct subject subject = {.walk = walk,
                              .lines = {.out = out, .colour = colour},
                              .language = language,
                              .digits = digits};
    take_name(&subject, name);
    if (!look_up(&subject, error))
        return false;
    lines_ascii(&subject.lines, COLOUR_NONE,
                trace_written(&walk->trace, subject.name, strlen(subject.name)));
    lines_ascii(&subject.lines, COLOUR_NONE, " = ");
    if (subject.quantity != NULL)
        put_value(&subject, subject.quantity);
    else
        put_number(&subject, derive(&walk->trace, subject.of, subject.by));
    lines_end(&subject.lines);
    put_why(&subject);
    if (subject.quantity != NULL)
        put_formulas(&subject);
    if (subject.quantity != NULL && subject.quantity->typed == NULL)
        put_tree(&subject);
    if (subject.of != NULL)
        put_derivative(&subject);
    if (subject.quantity != NULL)
        put_uses(&subject);
    return true;
}
