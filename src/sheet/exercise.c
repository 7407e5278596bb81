/* Exercise: see exercise.h. */
#include "sheet/exercise.h"

#include "formula/function.h"
#include "formula/name.h"
#include "formula/notation.h"

#include <string.h>

static struct role role_of(const struct shape *shape, const struct step *step) {
    return shape_role(shape, step->name, strlen(step->name));
}

static bool is_gradient(const struct shape *shape, const struct step *step) {
    struct role by;
    return shape_is_gradient(shape, step->name, strlen(step->name), &by);
}

enum section section_of(const struct shape *shape, const struct step *step) {
    const struct role role = role_of(shape, step);
    switch (role.kind) {
    case ROLE_SUM:
    case ROLE_OUTPUT:
        return role.is_new ? SECTION_AGAIN : SECTION_FORWARD;
    case ROLE_ERROR:
    case ROLE_TOTAL:
        return role.is_new ? SECTION_AGAIN : SECTION_ERROR;
    case ROLE_WEIGHT:
    case ROLE_BIAS:
        return SECTION_UPDATE;
    default:
        return is_gradient(shape, step) ? SECTION_GRADIENTS : SECTION_ERROR_TERMS;
    }
}

const char *section_key(enum section section) {
    static const char *const keys[] = {
        [SECTION_FORWARD] = "section.forward",         [SECTION_ERROR] = "section.error",
        [SECTION_ERROR_TERMS] = "section.error-terms", [SECTION_GRADIENTS] = "section.gradients",
        [SECTION_UPDATE] = "section.update",           [SECTION_AGAIN] = "section.again"};
    return keys[section];
}

static bool is_wanted(const struct example *example, const char *name) {
    for (size_t i = 0; example->asked != NULL && example->asked[i] != NULL; i++)
        if (strcmp(example->asked[i], name) == 0)
            return true;
    return example->asked == NULL;
}

static bool mentions(const struct formula *formula, const char *name, size_t length) {
    if (formula == NULL)
        return false;
    if (formula->kind == FORMULA_NAME)
        return formula->length == length && memcmp(formula->text, name, length) == 0;
    return mentions(formula->left, name, length) || mentions(formula->right, name, length);
}

/* A derivative that is no gradient is a factor of what comes behind it, or of nothing: softmax with
 * cross-entropy has the error terms without. */
static bool is_taken(const struct exercise *exercise, const struct step *step) {
    struct trace *trace = &exercise->walk->trace;
    struct role of, by;
    const size_t length = strlen(step->name);
    if (!shape_derivative(exercise->walk->shape, step->name, length, &of, &by))
        return true;
    for (const struct step *each = step + 1; each < trace->steps + trace->step_count; each++)
        if (each->kind == STEP_GIVES && mentions(numbers_shortest(trace, each), step->name, length))
            return true;
    return false;
}

static bool asks(const struct exercise *exercise, const struct step *step, enum section section) {
    const bool is_again = section == SECTION_AGAIN;
    if (step->kind != STEP_GIVES || !is_wanted(exercise->example, step->name) ||
        !selection_has(&exercise->sheet->selection, step->equation))
        return false;
    return exercise->has_all ||
           ((!is_again || exercise->has_again || exercise->example->asked != NULL) &&
            (section != SECTION_ERROR_TERMS || is_taken(exercise, step)));
}

void exercise_start(struct exercise *exercise) {
    struct trace *trace = &exercise->walk->trace;
    unsigned char *sections = arena_take(&trace->arena, trace->step_count);
    for (size_t i = 0; i < trace->step_count; i++) {
        const struct step *step = &trace->steps[i];
        const enum section section = section_of(exercise->walk->shape, step);
        sections[i] = (unsigned char)(asks(exercise, step, section) ? section : SECTION_COUNT);
    }
    exercise->sections = sections;
}

/* ---- Definitions ---- */

struct defining {
    const struct exercise *exercise;
    struct definition *made;
    size_t count;
};

static void define(struct defining *defining, const char *name, const struct formula *formula) {
    defining->made[defining->count++] = (struct definition){name, formula};
}

static void define_step(struct defining *defining, const struct step *step) {
    define(defining, step->shown, numbers_shortest(&defining->exercise->walk->trace, step));
}

static bool has_one_function(const struct shape *shape) {
    for (size_t layer = 2; layer <= shape->depth; layer++)
        if (shape->activation[layer] != shape->activation[1])
            return false;
    return true;
}

/* The weighted sum of the first neuron and what becomes of it; this of each layer's first, where
 * their functions are not all the same. */
static void define_neuron(struct defining *defining, const struct step *step,
                          const struct role *role) {
    const struct shape *shape = defining->exercise->walk->shape;
    const bool is_first = role->neuron == 1 && role->sample <= 1 && !role->is_new;
    if (!is_first || (role->kind == ROLE_SUM && role->layer > 1))
        return;
    if (role->kind == ROLE_OUTPUT && role->layer > 1 && has_one_function(shape))
        return;
    define_step(defining, step);
}

/* sigma_O1 = dE_total_din_O1, of the first sample where there are several. */
static void define_error_term(struct defining *defining, const struct role *of) {
    const struct shape *shape = defining->exercise->walk->shape;
    struct trace *trace = &defining->exercise->walk->trace;
    const struct role total = {.kind = ROLE_TOTAL};
    const struct role sum = {
        .kind = ROLE_SUM, .layer = of->layer, .neuron = of->neuron, .sample = of->sample};
    struct text name = {0}, term = {0};
    struct error error;
    size_t column;
    text_puts(&name, "d");
    shape_put_name(&name, shape, &total);
    text_puts(&name, "_d");
    shape_put_name(&name, shape, &sum);
    shape_put_name(&term, shape, of);
    const char *text = arena_copy(&trace->arena, name.bytes, name.length);
    const struct formula *formula =
        formula_parse(&trace->arena, text, name.length, &column, &error);
    define(defining, trace_written(trace, term.bytes, term.length),
           notation_formula(&trace->arena, trace->notation, formula));
    text_free(&name);
    text_free(&term);
}

enum definition_kind { DEFINE_NEURON, DEFINE_ERROR, DEFINE_ERROR_TERM, DEFINE_UPDATE };

static bool is_frozen(const struct exercise *exercise, struct role role) {
    struct text name = {0};
    role.is_new = false;
    shape_put_name(&name, exercise->walk->shape, &role);
    const bool frozen = example_find(exercise->example, name.bytes)->frozen;
    text_free(&name);
    return frozen;
}

static void define_of(struct defining *defining, enum definition_kind kind,
                      const struct step *step) {
    const struct exercise *exercise = defining->exercise;
    const struct role role = role_of(exercise->walk->shape, step);
    if (kind == DEFINE_NEURON && (role.kind == ROLE_SUM || role.kind == ROLE_OUTPUT))
        define_neuron(defining, step, &role);
    if (kind == DEFINE_ERROR && !role.is_new && role.sample <= 1 &&
        ((role.kind == ROLE_ERROR && role.neuron == 1) || role.kind == ROLE_TOTAL))
        define_step(defining, step);
    if (kind == DEFINE_ERROR_TERM && role.kind == ROLE_ERROR_TERM && defining->count == 0)
        define_error_term(defining, &role);
    if (kind == DEFINE_UPDATE && role.kind == ROLE_WEIGHT && defining->count == 0 &&
        !is_frozen(exercise, role))
        define_step(defining, step);
}

static struct given_group define_all(const struct exercise *exercise, enum definition_kind kind,
                                     const char *key) {
    struct trace *trace = &exercise->walk->trace;
    struct defining defining = {
        exercise, arena_take(&trace->arena, (2 * SHAPE_LAYERS + 2) * sizeof(struct definition)), 0};
    for (size_t i = 0; i < trace->step_count; i++)
        if (trace->steps[i].kind == STEP_GIVES)
            define_of(&defining, kind, &trace->steps[i]);
    return (struct given_group){.words = prose(exercise->sheet->language, key),
                                .definitions = defining.made,
                                .definition_count = defining.count};
}

struct given_group exercise_frozen(const struct exercise *exercise) {
    const struct trace *trace = &exercise->walk->trace;
    const struct example *example = exercise->example;
    const struct quantity **names =
        arena_take(&exercise->walk->trace.arena, (example->count + 1) * sizeof *names);
    size_t count = 0;
    for (size_t i = 0; i < example->count; i++)
        if (example->given[i].frozen)
            names[count++] =
                trace_find(trace, example->given[i].name, strlen(example->given[i].name));
    return (struct given_group){.words = prose(exercise->sheet->language, "sheet.frozen"),
                                .quantities = names,
                                .count = count,
                                .is_names = true};
}

size_t exercise_definitions(const struct exercise *exercise, struct given_group groups[]) {
    static const char *const keys[] = {[DEFINE_NEURON] = "sheet.neuron",
                                       [DEFINE_ERROR] = "sheet.error",
                                       [DEFINE_ERROR_TERM] = "sheet.error-term",
                                       [DEFINE_UPDATE] = "sheet.update"};
    size_t count = 0;
    for (size_t kind = 0; kind < sizeof keys / sizeof *keys; kind++) {
        groups[count] = define_all(exercise, (enum definition_kind)kind, keys[kind]);
        count += groups[count].definition_count > 0;
    }
    groups[count] = exercise_frozen(exercise);
    return count + (groups[count].count > 0);
}

/* relu, and step, its derivative. */
const char *exercise_functions(const struct shape *shape, enum language language) {
    for (size_t layer = 1; layer <= shape->depth; layer++) {
        const struct function *function = shape->activation[layer];
        if (function != NULL && strstr(function->activation, "relu(") != NULL)
            return prose(language, "sheet.relu");
    }
    return NULL;
}

/* ---- The sheet ---- */

/* Whether there is room for the network beside what is given. */
static bool fits_beside(const struct drawing *drawing) {
    return drawing->node_count > 0 && drawing->layer_count <= 3 && drawing->row_count <= 4;
}

void exercise_head(struct text *out, const struct exercise *exercise) {
    struct given_group groups[GIVEN_GROUPS_MORE];
    const size_t count = exercise_definitions(exercise, groups);
    const struct drawing drawing = drawing_of(exercise->walk);
    const bool beside = fits_beside(&drawing);
    sheet_given(out, exercise->sheet, exercise->walk, groups, count, beside ? &drawing : NULL);
    if (!beside)
        sheet_drawing(out, exercise->sheet, exercise->walk);
}

/* Where a layer is updated before the next, sections follow the walk: one begins where another
 * ended. Else each is put together from all of the walk. */
static bool is_in_order(const struct exercise *exercise) {
    return exercise->walk->shape->update == UPDATE_AT_ONCE;
}

/* The step from FROM on that stands in SECTION, or in any; as many as there are steps: none. */
static size_t next_of(const struct exercise *exercise, size_t from, enum section section) {
    const bool any = is_in_order(exercise);
    const unsigned char *sections = exercise->sections;
    while (from < exercise->walk->trace.step_count &&
           !(any ? sections[from] < SECTION_COUNT : sections[from] == section))
        from++;
    return from;
}

static int line_width(const struct exercise *exercise, struct numbers *numbers,
                      const struct step *step) {
    const struct sheet_shows *shows = &exercise->sheet->shows;
    const struct formula *formula = numbers_shortest(&exercise->walk->trace, step);
    const struct formula_numbers in_place = shows->numbers == NUMBERS_GIVEN
                                                ? numbers_given_for_formula(numbers)
                                                : numbers_for_formula(numbers);
    const int name = name_width(step->shown, strlen(step->shown));
    if (!shows->formulas)
        return name;
    const int plain = formula_width(formula, NULL);
    const int placed = shows->numbers == NUMBERS_NONE ? 0 : formula_width(formula, &in_place);
    return name + (plain > placed ? plain : placed);
}

/* Whether two columns hold the line. */
static bool is_short(const struct exercise *exercise, struct numbers *numbers, size_t index,
                     enum section section) {
    enum { WIDEST = 1200 };
    const struct trace *trace = &exercise->walk->trace;
    return index < trace->step_count && exercise->sections[index] == section &&
           line_width(exercise, numbers, &trace->steps[index]) <= WIDEST;
}

/* A section, step by step. */
struct filling {
    struct text *out;
    const struct exercise *exercise;
    struct numbers *numbers;
    enum section section;
    bool is_narrow, is_open; /* of the lines that are put now */
};

static void close_lines(struct filling *filling) {
    if (filling->is_open)
        filling->exercise->sheet->format->asks_finish(filling->out, filling->is_narrow);
    filling->is_open = false;
}

/* Lines stand in two columns where one that is short follows another. */
static void put_line(struct filling *filling, size_t index, size_t next, bool follows_short) {
    const struct exercise *exercise = filling->exercise;
    const struct sheet *sheet = exercise->sheet;
    struct trace *trace = &exercise->walk->trace;
    struct sheet_step made;
    if (exercise->is_form) {
        const bool narrow =
            is_short(exercise, filling->numbers, index, filling->section) &&
            (follows_short || is_short(exercise, filling->numbers, next, filling->section));
        if (filling->is_open && narrow != filling->is_narrow)
            close_lines(filling);
        if (!filling->is_open)
            sheet->format->asks_start(filling->out, narrow);
        filling->is_open = true;
        filling->is_narrow = narrow;
    }
    sheet_step_make(&made, trace, filling->numbers, &trace->steps[index], &sheet->shows,
                    sheet->language);
    (exercise->is_form ? sheet->format->ask : sheet->format->step)(filling->out, &made,
                                                                   sheet->language);
}

/* The steps of a section from FIRST on; returns the next of another. */
static size_t put_section(struct text *out, const struct exercise *exercise,
                          struct numbers *numbers, size_t first, enum section section) {
    const struct sheet *sheet = exercise->sheet;
    const struct trace *trace = &exercise->walk->trace;
    struct filling filling = {out, exercise, numbers, section, false, false};
    bool follows_short = false;
    size_t i = first;
    sheet->format->heading(out, prose(sheet->language, section_key(section)), sheet->language);
    while (i < trace->step_count && exercise->sections[i] == section) {
        const size_t next = next_of(exercise, i + 1, section);
        put_line(&filling, i, next, follows_short);
        follows_short = filling.is_narrow;
        i = next;
    }
    close_lines(&filling);
    return i;
}

/* DO_IT for each run of steps of one section, in the order of the sheet: from FIRST, and returns
 * the step behind the run. */
static void each_section(struct text *out, const struct exercise *exercise,
                         size_t (*do_it)(struct text *out, const struct exercise *exercise,
                                         struct numbers *numbers, size_t first,
                                         enum section section)) {
    const struct trace *trace = &exercise->walk->trace;
    struct numbers numbers = sheet_numbers(exercise->sheet, &exercise->walk->trace);
    if (is_in_order(exercise)) {
        size_t i = next_of(exercise, 0, SECTION_FORWARD);
        while (i < trace->step_count)
            i = do_it(out, exercise, &numbers, i, exercise->sections[i]);
        return;
    }
    for (enum section section = 0; section < SECTION_COUNT; section++) {
        const size_t first = next_of(exercise, 0, section);
        if (first < trace->step_count)
            do_it(out, exercise, &numbers, first, section);
    }
}

void exercise_steps(struct text *out, const struct exercise *exercise) {
    each_section(out, exercise, put_section);
}

static size_t put_rows(struct text *out, const struct exercise *exercise, struct numbers *numbers,
                       size_t first, enum section section) {
    const struct trace *trace = &exercise->walk->trace;
    size_t i = first;
    while (i < trace->step_count && exercise->sections[i] == section) {
        sheet_row(out, exercise->sheet, numbers, &trace->steps[i]);
        i = next_of(exercise, i + 1, section);
    }
    return i;
}

void exercise_table(struct text *out, const struct exercise *exercise, const char *words) {
    const struct sheet *sheet = exercise->sheet;
    sheet->format->table_start(out, words, sheet->step_values != NULL ? sheet->digits : 0,
                               sheet->language);
    each_section(out, exercise, put_rows);
    sheet->format->table_finish(out);
}
