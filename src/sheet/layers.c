/* Layers: see layers.h. */
#include "sheet/layers.h"

#include "formula/formula_edit.h"
#include "formula/notation.h"

#include <ctype.h>
#include <string.h>

enum { WIDEST = 12, WIDE = 6, MOST_SAMPLES = 8, MOST_PIECES = 8 };

bool layers_can(const struct example *example, struct error *error) {
    const struct shape *shape = &example->shape;
    for (size_t layer = 0; layer <= shape->depth; layer++)
        if (shape->width[layer] > WIDEST)
            return error_set(error, "--layout grid: a layer has %zu neurons; at most %d are needed",
                             shape->width[layer], WIDEST);
    if (shape->samples > MOST_SAMPLES)
        return error_set(error, "--layout grid: the example has %zu samples; at most %d are needed",
                         shape->samples, MOST_SAMPLES);
    if (shape->activation[shape->depth] == NULL && shape->loss != LOSS_CROSS_ENTROPY)
        return error_set(error, "--layout grid: softmax with this loss goes back on more ways than "
                                "one; loss = cross-entropy is needed");
    return example->asked == NULL ||
           error_set(error, "--layout grid: matrices are filled in whole; an example without "
                            "`asked` is needed");
}

/* A line that is being put together. */
struct line {
    struct text *out;
    const struct exercise *exercise;
    const struct shape *shape;
    struct trace *trace;
    struct numbers *numbers;
    bool *asked; /* by step */
    struct grid_piece pieces[MOST_PIECES];
    size_t count;
};

/* ---- Names and cells ---- */

static const char *keep(const struct line *line, struct text *text) {
    const char *kept = arena_copy(&line->trace->arena, text->bytes, text->length);
    text_free(text);
    return kept;
}

static const char *name_of(const struct line *line, struct role role) {
    struct text name = {0};
    if (role.kind == ROLE_OUTPUT && role.layer == 0)
        role.kind = ROLE_INPUT;
    shape_put_name(&name, line->shape, &role);
    return keep(line, &name);
}

/* The name without its number, as that of a whole layer. */
static const char *name_of_layer(const struct line *line, struct role role) {
    struct text name = {0};
    role.sample = 0;
    for (const char *c = name_of(line, role); *c != '\0'; c++)
        if (!isdigit((unsigned char)*c))
            text_putc(&name, *c);
    return keep(line, &name);
}

/* dE_total_d and what is behind it. */
static const char *gradient_of(const struct line *line, const char *by) {
    struct text name = {0};
    text_printf(&name, "d%s_d%s", name_of(line, (struct role){.kind = ROLE_TOTAL}), by);
    return keep(line, &name);
}

static const char *matrix_name(const struct line *line, enum role_kind kind, size_t layer,
                               bool is_new) {
    const struct matrix matrix = {.kind = kind, .layer = layer, .is_new = is_new};
    struct text name = {0};
    shape_put_matrix(&name, &matrix);
    return keep(line, &name);
}

static const struct formula *leaf(const struct line *line, enum formula_kind kind,
                                  const char *text) {
    return formula_leaf(&line->trace->arena, kind, text, strlen(text));
}

/* What is known of NAME: its number where it is given, else itself. */
static struct grid_cell known(const struct line *line, const char *name) {
    const struct quantity *quantity = trace_find(line->trace, name, strlen(name));
    if (quantity->typed != NULL)
        return (struct grid_cell){.number = quantity->typed};
    return (struct grid_cell){.formula = leaf(line, FORMULA_NAME, name)};
}

static const struct step *step_of(const struct line *line, const char *name) {
    return &line->trace->steps[trace_find(line->trace, name, strlen(name))->step];
}

/* What is asked for: its value, or room. */
static struct grid_cell asked(const struct line *line, const char *name) {
    char room[NUMBER_ROOM];
    const struct step *step = step_of(line, name);
    line->asked[step - line->trace->steps] = true;
    if (!line->exercise->sheet->shows.values)
        return (struct grid_cell){0};
    const char *value = numbers_value(line->numbers, step, room);
    return (struct grid_cell){.number = arena_copy(&line->trace->arena, value, strlen(value))};
}

/* ---- Formulas of a whole layer ---- */

struct editing {
    const struct line *line;
    bool keeps_numbers; /* of neurons */
    bool leaves_paths;  /* of a product out: what comes from the next layer */
};

static const struct formula *edit(void *context, const struct formula *node,
                                  const struct formula *above) {
    const struct editing *editing = context;
    (void)above;
    if (node->kind != FORMULA_NAME)
        return node;
    struct role role = shape_role(editing->line->shape, node->text, node->length);
    if (editing->leaves_paths && (role.kind == ROLE_ERROR_TERM || role.kind == ROLE_WEIGHT))
        return NULL;
    role.sample = 0;
    return leaf(editing->line, FORMULA_NAME,
                editing->keeps_numbers ? name_of(editing->line, role)
                                       : name_of_layer(editing->line, role));
}

/* The formula of NAME, without sample, and without numbers of neurons unless they are kept. */
static const struct formula *formula_of(const struct line *line, const char *name,
                                        bool keeps_numbers, bool leaves_paths) {
    struct editing editing = {line, keeps_numbers, leaves_paths};
    return formula_edit(&line->trace->arena, numbers_shortest(line->trace, step_of(line, name)),
                        edit, &editing);
}

/* ---- Pieces ---- */

static void put_formula(struct line *line, enum grid_sign sign, const struct formula *formula) {
    line->pieces[line->count++] = (struct grid_piece){.sign = sign, .formula = formula};
}

/* A matrix, each of whose cells is to be set. */
static struct grid_cell *put_matrix(struct line *line, enum grid_sign sign, size_t rows,
                                    size_t columns, const char *name) {
    struct grid_cell *cells = arena_take(&line->trace->arena, rows * columns * sizeof *cells);
    line->pieces[line->count++] = (struct grid_piece){
        .sign = sign, .rows = rows, .columns = columns, .cells = cells, .name = name};
    return cells;
}

static const struct formula *written(const struct line *line, const struct formula *formula) {
    struct trace *trace = line->trace;
    return formula == NULL ? NULL : notation_formula(&trace->arena, trace->notation, formula);
}

/* Puts the line out, in the letters that are asked for. */
static void end_line(struct line *line) {
    for (size_t p = 0; p < line->count; p++) {
        struct grid_piece *piece = &line->pieces[p];
        const size_t count = piece->rows * piece->columns;
        struct grid_cell *cells = arena_take(&line->trace->arena, count * sizeof *cells);
        for (size_t i = 0; i < count; i++)
            cells[i] = (struct grid_cell){.number = piece->cells[i].number,
                                          .formula = written(line, piece->cells[i].formula)};
        piece->cells = cells;
        piece->formula = written(line, piece->formula);
    }
    line->exercise->sheet->format->grid(line->out, line->pieces, line->count);
    line->count = 0;
}

/* Of a layer, a row a neuron and a column a sample; or the other way round: numbers stand so, names
 * of several samples as they stand elsewhere, with a T behind them. */
static void put_neurons(struct line *line, enum grid_sign sign, enum role_kind kind, size_t layer,
                        struct grid_cell (*cell)(const struct line *line, const char *name),
                        bool is_transposed) {
    const size_t width = line->shape->width[layer], samples = line->shape->samples;
    struct role role = {.kind = kind, .layer = layer};
    const bool are_numbers = cell == known && (layer == 0 || kind == ROLE_TARGET);
    const char *name = are_numbers ? name_of_layer(line, role) : NULL;
    const bool is_turned = is_transposed && (are_numbers || samples == 1);
    struct grid_cell *cells =
        put_matrix(line, sign, is_turned ? samples : width, is_turned ? width : samples, name);
    line->pieces[line->count - 1].is_transposed = is_transposed && (are_numbers || !is_turned);
    for (size_t neuron = 1; neuron <= width; neuron++)
        for (size_t sample = 1; sample <= samples; sample++) {
            role.neuron = neuron;
            role.sample = samples > 1 ? sample : 0;
            cells[is_turned ? (sample - 1) * width + neuron - 1
                            : (neuron - 1) * samples + sample - 1] =
                cell(line, name_of(line, role));
        }
}

/* The names of a layer, where a line begins. */
static void put_names(struct line *line, enum role_kind kind, size_t layer) {
    const size_t width = line->shape->width[layer];
    struct grid_cell *cells = put_matrix(line, GRID_NO_SIGN, width, 1, NULL);
    for (size_t neuron = 1; neuron <= width; neuron++)
        cells[neuron - 1] = (struct grid_cell){
            .formula =
                leaf(line, FORMULA_NAME,
                     name_of(line, (struct role){.kind = kind, .layer = layer, .neuron = neuron}))};
}

/* The weights to a layer, a row a neuron of it. */
static void put_weights(struct line *line, enum grid_sign sign, size_t layer, bool is_new,
                        bool is_transposed) {
    const size_t to = line->shape->width[layer], from = line->shape->width[layer - 1];
    struct grid_cell *cells =
        put_matrix(line, sign, is_transposed ? from : to, is_transposed ? to : from,
                   matrix_name(line, ROLE_WEIGHT, layer, is_new));
    line->pieces[line->count - 1].is_transposed = is_transposed;
    for (size_t i = 0; i < to; i++)
        for (size_t j = 0; j < from; j++)
            cells[is_transposed ? j * to + i : i * from + j] = known(
                line, name_of(line, (struct role){ROLE_WEIGHT, layer, i + 1, j + 1, is_new, 0}));
}

static const char *parameter(const struct line *line, enum role_kind kind, size_t layer,
                             size_t index, bool is_new) {
    const size_t from = line->shape->width[layer - 1];
    struct role role = {.kind = kind, .layer = layer, .neuron = index + 1, .is_new = is_new};
    if (kind == ROLE_WEIGHT) {
        role.neuron = index / from + 1;
        role.from = index % from + 1;
    }
    return name_of(line, role);
}

/* The biases of a layer: ROWS of them, or one for all. */
static void put_biases(struct line *line, enum grid_sign sign, size_t layer, size_t rows) {
    struct grid_cell *cells =
        put_matrix(line, sign, rows, 1, matrix_name(line, ROLE_BIAS, layer, false));
    for (size_t i = 0; i < rows; i++)
        cells[i] = known(line, parameter(line, ROLE_BIAS, layer, i, false));
}

/* A row of them; or a column, which is written as a row that stands on its side. */
static void put_ones(struct line *line, enum grid_sign sign, size_t count, bool is_column) {
    struct grid_cell *cells = put_matrix(line, sign, 1, count, NULL);
    line->pieces[line->count - 1].is_transposed = is_column;
    for (size_t i = 0; i < count; i++)
        cells[i] = (struct grid_cell){.number = "1"};
}

/* ---- Forward ---- */

static void weigh(struct line *line, size_t layer) {
    put_names(line, ROLE_SUM, layer);
    put_weights(line, GRID_EQUALS, layer, false, false);
    put_neurons(line, GRID_TIMES, ROLE_OUTPUT, layer - 1, known, false);
    if (line->shape->biases != BIASES_NONE)
        put_biases(line, GRID_PLUS, layer, line->shape->width[layer]);
    put_neurons(line, GRID_EQUALS, ROLE_SUM, layer, asked, false);
    end_line(line);
}

/* The formula of each element; of softmax of each neuron, for each takes all sums. */
static void put_elements(struct line *line, enum role_kind kind, size_t layer) {
    const bool is_alone = kind == ROLE_OUTPUT && line->shape->activation[layer] == NULL;
    struct role role = {
        .kind = kind, .layer = layer, .neuron = 1, .sample = line->shape->samples > 1};
    if (!is_alone) {
        put_formula(line, GRID_EQUALS, formula_of(line, name_of(line, role), false, false));
        return;
    }
    struct grid_cell *cells = put_matrix(line, GRID_EQUALS, line->shape->width[layer], 1, NULL);
    for (; role.neuron <= line->shape->width[layer]; role.neuron++)
        cells[role.neuron - 1] =
            (struct grid_cell){.formula = formula_of(line, name_of(line, role), true, false)};
}

static void by_elements(struct line *line, enum role_kind kind, size_t layer) {
    put_names(line, kind, layer);
    put_elements(line, kind, layer);
    put_neurons(line, GRID_EQUALS, kind, layer, asked, false);
    end_line(line);
}

/* The error of each sample, and of all. */
static void put_total(struct line *line) {
    const size_t samples = line->shape->samples;
    struct role role = {.kind = ROLE_TOTAL};
    struct grid_cell *cells;
    const struct formula *name = leaf(line, FORMULA_NAME, name_of(line, role));
    if (samples > 1) {
        cells = put_matrix(line, GRID_NO_SIGN, 1, samples, NULL);
        for (size_t i = 0; i < samples; i++)
            cells[i] =
                known(line, name_of(line, (struct role){.kind = ROLE_TOTAL, .sample = i + 1}));
        cells = put_matrix(line, GRID_EQUALS, 1, samples, NULL);
        for (size_t i = 0; i < samples; i++)
            cells[i] =
                asked(line, name_of(line, (struct role){.kind = ROLE_TOTAL, .sample = i + 1}));
        end_line(line);
    }
    put_formula(line, GRID_NO_SIGN, name);
    put_formula(line, GRID_EQUALS, numbers_shortest(line->trace, step_of(line, name->text)));
    *put_matrix(line, GRID_EQUALS, 1, 1, NULL) = asked(line, name->text);
    end_line(line);
}

/* ---- Back ---- */

static void error_terms(struct line *line, size_t layer) {
    const struct role first = {
        .kind = ROLE_ERROR_TERM, .layer = layer, .neuron = 1, .sample = line->shape->samples > 1};
    if (layer == line->shape->depth) {
        by_elements(line, ROLE_ERROR_TERM, layer);
        return;
    }
    put_names(line, ROLE_ERROR_TERM, layer);
    put_weights(line, GRID_EQUALS, layer + 1, line->shape->update == UPDATE_AT_ONCE, true);
    put_neurons(line, GRID_TIMES, ROLE_ERROR_TERM, layer + 1, known, false);
    put_formula(line, GRID_EACH, formula_of(line, name_of(line, first), false, true));
    put_neurons(line, GRID_EQUALS, ROLE_ERROR_TERM, layer, asked, false);
    end_line(line);
}

/* A matrix of the gradients, or of what is new; a wide one in a line of its own. */
static void put_asked(struct line *line, enum role_kind kind, size_t layer, bool is_new) {
    const size_t columns = kind == ROLE_WEIGHT ? line->shape->width[layer - 1] : 1;
    const size_t rows =
        kind == ROLE_WEIGHT ? line->shape->width[layer] : shape_biases_of(line->shape, layer);
    if (columns > WIDE)
        end_line(line);
    struct grid_cell *cells = put_matrix(line, GRID_EQUALS, rows, columns, NULL);
    for (size_t i = 0; i < rows * columns; i++) {
        const char *name = parameter(line, kind, layer, i, is_new);
        cells[i] = asked(line, is_new ? name : gradient_of(line, name));
    }
}

/* The error terms times the outputs below, over the samples; for the biases the ones. */
static void gradients(struct line *line, enum role_kind kind, size_t layer) {
    const size_t samples = line->shape->samples, width = line->shape->width[layer];
    const bool is_shared = kind == ROLE_BIAS && line->shape->biases == BIASES_SHARED;
    enum grid_sign sign = GRID_EQUALS;
    const char *name = gradient_of(line, matrix_name(line, kind, layer, false));
    put_formula(line, GRID_NO_SIGN, leaf(line, FORMULA_NAME, name));
    if (samples > 1 && line->shape->reduction == REDUCTION_MEAN) {
        struct text count = {0};
        text_whole(&count, samples);
        put_formula(line, sign,
                    formula_node(&line->trace->arena, FORMULA_DIVIDE,
                                 leaf(line, FORMULA_NUMBER, "1"),
                                 leaf(line, FORMULA_NUMBER, keep(line, &count))));
        sign = GRID_TIMES;
    }
    if (is_shared) {
        put_ones(line, sign, width, false);
        sign = GRID_TIMES;
    }
    put_neurons(line, sign, ROLE_ERROR_TERM, layer, known, false);
    if (kind == ROLE_WEIGHT)
        put_neurons(line, GRID_TIMES, ROLE_OUTPUT, layer - 1, known, true);
    else if (samples > 1)
        put_ones(line, GRID_TIMES, samples, true);
    put_asked(line, kind, layer, false);
    end_line(line);
}

/* Of one sample the gradients of the biases are the error terms. */
static bool is_error_term(const struct line *line, enum role_kind kind) {
    return kind == ROLE_BIAS && line->shape->biases == BIASES_EACH && line->shape->samples == 1;
}

static void update(struct line *line, enum role_kind kind, size_t layer) {
    const char *old = matrix_name(line, kind, layer, false);
    const struct grid_cell rate = known(line, name_of(line, (struct role){.kind = ROLE_RATE}));
    put_formula(line, GRID_NO_SIGN, leaf(line, FORMULA_NAME, matrix_name(line, kind, layer, true)));
    if (kind == ROLE_WEIGHT)
        put_weights(line, GRID_EQUALS, layer, false, false);
    else
        put_biases(line, GRID_EQUALS, layer, shape_biases_of(line->shape, layer));
    put_formula(line, GRID_MINUS, leaf(line, FORMULA_NUMBER, rate.number));
    put_formula(line, GRID_TIMES,
                leaf(line, FORMULA_NAME,
                     is_error_term(line, kind)
                         ? name_of_layer(line, (struct role){ROLE_ERROR_TERM, layer, 1, 0, 0, 0})
                         : gradient_of(line, old)));
    put_asked(line, kind, layer, true);
    end_line(line);
}

/* Whether the update leaves all of a layer's weights or biases as they are. */
static bool are_frozen(const struct line *line, enum role_kind kind, size_t layer) {
    const size_t count = kind == ROLE_BIAS
                             ? shape_biases_of(line->shape, layer)
                             : line->shape->width[layer] * line->shape->width[layer - 1];
    for (size_t i = 0; i < count; i++)
        if (!example_find(line->exercise->example, parameter(line, kind, layer, i, false))->frozen)
            return false;
    return true;
}

static void learn(struct line *line, enum role_kind kind, size_t layer) {
    if (are_frozen(line, kind, layer))
        return;
    if (!is_error_term(line, kind))
        gradients(line, kind, layer);
    update(line, kind, layer);
}

static void back(struct line *line, size_t layer) {
    error_terms(line, layer);
    if (line->shape->biases != BIASES_NONE)
        learn(line, ROLE_BIAS, layer);
    learn(line, ROLE_WEIGHT, layer);
}

/* ---- The sheet ---- */

/* Of what is given the matrices have all but the targets; frozen names are told. */
static void put_given(const struct line *line) {
    const struct sheet *sheet = line->exercise->sheet;
    const size_t outputs = line->shape->width[line->shape->depth], samples = line->shape->samples;
    const struct quantity **targets =
        arena_take(&line->trace->arena, outputs * samples * sizeof *targets);
    struct given_group groups[1 + GIVEN_GROUPS_MORE];
    for (size_t i = 0; i < outputs * samples; i++) {
        const char *name =
            name_of(line, (struct role){.kind = ROLE_TARGET,
                                        .layer = line->shape->depth,
                                        .neuron = i % outputs + 1,
                                        .sample = samples > 1 ? i / outputs + 1 : 0});
        targets[i] = trace_find(line->trace, name, strlen(name));
    }
    groups[0] = (struct given_group){.words = prose(sheet->language, "sheet.targets"),
                                     .quantities = targets,
                                     .count = outputs * samples};
    groups[1] = exercise_frozen(line->exercise);
    sheet->format->given(line->out, groups, 1 + (groups[1].count > 0), NULL, sheet->language);
}

static void put_heading(const struct line *line, enum section section) {
    const struct sheet *sheet = line->exercise->sheet;
    sheet->format->heading(line->out, prose(sheet->language, section_key(section)),
                           sheet->language);
}

void layers_put(struct text *out, const struct exercise *exercise, bool asked[]) {
    const struct sheet_format *format = exercise->sheet->format;
    struct trace *trace = &exercise->walk->trace;
    struct numbers numbers = sheet_numbers(exercise->sheet, trace);
    struct line line = {.out = out,
                        .exercise = exercise,
                        .shape = exercise->walk->shape,
                        .trace = trace,
                        .numbers = &numbers,
                        .asked = asked};
    const size_t depth = line.shape->depth;
    put_given(&line);
    put_heading(&line, SECTION_FORWARD);
    format->grid_start(out);
    for (size_t layer = 1; layer <= depth; layer++) {
        weigh(&line, layer);
        by_elements(&line, ROLE_OUTPUT, layer);
    }
    by_elements(&line, ROLE_ERROR, depth);
    put_total(&line);
    format->grid_finish(out);
    format->heading(out, prose(exercise->sheet->language, "handout.back"),
                    exercise->sheet->language);
    format->grid_start(out);
    for (size_t layer = depth; layer > 0; layer--)
        back(&line, layer);
    format->grid_finish(out);
}
