/* Numbers: what numbers a network needs, where they stand, and what is missing. See reading.h. */
#include "base/nearest.h"
#include "example/reading.h"

#include <string.h>

/* ---- The slots ---- */

static size_t slot_count(const struct shape *shape) {
    return shape->width[0] + shape->width[shape->depth] + shape_weights(shape) +
           shape_biases(shape) + 1;
}

static struct slot *add_neurons(struct slot *slot, enum role_kind kind, size_t layer,
                                size_t count) {
    for (size_t neuron = 1; neuron <= count; neuron++)
        *slot++ = (struct slot){.role = {.kind = kind, .layer = layer, .neuron = neuron}};
    return slot;
}

static struct slot *add_weights(struct slot *slot, const struct shape *shape, size_t layer) {
    for (size_t to = 1; to <= shape->width[layer]; to++)
        for (size_t from = 1; from <= shape->width[layer - 1]; from++)
            *slot++ = (struct slot){
                .role = {.kind = ROLE_WEIGHT, .layer = layer, .neuron = to, .from = from}};
    return slot;
}

static void make_slots(struct reading *reading) {
    const struct shape *shape = &reading->example->shape;
    struct slot *slot = arena_take(&reading->arena, slot_count(shape) * sizeof *slot);
    reading->slots = slot;
    slot = add_neurons(slot, ROLE_INPUT, 0, shape->width[0]);
    slot = add_neurons(slot, ROLE_TARGET, shape->depth, shape->width[shape->depth]);
    for (size_t layer = 1; layer <= shape->depth; layer++)
        slot = add_weights(slot, shape, layer);
    for (size_t layer = 1; layer <= shape->depth; layer++)
        slot = add_neurons(slot, ROLE_BIAS, layer, shape_biases_of(shape, layer));
    *slot = (struct slot){.role = {.kind = ROLE_RATE}};
}

static bool is_of_sample(const struct slot *slot) {
    return slot->role.kind == ROLE_INPUT || slot->role.kind == ROLE_TARGET;
}

static bool fill(const struct reading *reading, struct slot *slot, const struct slot *read,
                 struct error *error) {
    struct text name = {0};
    bool take;
    if (slot->from != NULL)
        shape_put_name(&name, &reading->example->shape, &slot->role);
    const bool done = example_takes(read->from, slot->from, name.bytes, &take, error);
    text_free(&name);
    if (done && take) {
        slot->from = read->from;
        slot->numbers = read->numbers;
        slot->count = read->count;
    }
    return done;
}

/* ---- Reading them ---- */

static bool take_number(struct reading *reading, const struct assignment *assignment,
                        struct slot *slot, struct error *error) {
    struct slot read = {0};
    if (is_of_sample(slot))
        return values_read_list(reading, assignment, &read, error) &&
               fill(reading, slot, &read, error);
    struct written *number = arena_take(&reading->arena, sizeof *number);
    read = (struct slot){.from = assignment, .numbers = number, .count = 1};
    return values_read_number(assignment, assignment->typed, assignment->typed_length, number,
                              error) &&
           fill(reading, slot, &read, error);
}

/* W2: of the weights of layer 2; B2: of its biases. */
static bool take_matrix(struct reading *reading, const struct assignment *assignment,
                        const struct matrix *matrix, struct error *error) {
    const struct shape *shape = &reading->example->shape;
    const size_t layer = matrix->layer;
    const bool is_weights = matrix->kind == ROLE_WEIGHT;
    const size_t rows = is_weights ? shape->width[layer] : 0;
    const size_t columns = is_weights ? shape->width[layer - 1] : shape_biases_of(shape, layer);
    const size_t count = columns * (is_weights ? rows : 1);
    const struct role first = {.kind = matrix->kind, .layer = layer, .neuron = 1, .from = 1};
    const struct written *numbers;
    size_t index = 0;
    if (!values_read_matrix(reading, assignment, rows, columns, &numbers, error))
        return false;
    example_place(shape, &first, &index);
    for (size_t i = 0; i < count; i++) {
        const struct slot read = {.from = assignment, .numbers = &numbers[i], .count = 1};
        if (!fill(reading, &reading->slots[index + i], &read, error))
            return false;
    }
    return true;
}

/* ---- What is no number ---- */

/* All that are given: "i1 i2 O1 O2 w1..w8 b1..b4 alpha". */
static void put_known(struct text *out, const struct reading *reading) {
    const struct shape *shape = &reading->example->shape;
    const size_t count = slot_count(shape);
    for (size_t first = 0, next; first < count; first = next) {
        const struct slot *slots = reading->slots;
        for (next = first; next < count && slots[next].role.kind == slots[first].role.kind;)
            next++;
        text_puts(out, first > 0 ? " " : "");
        shape_put_name(out, shape, &slots[first].role);
        if (next > first + 1) {
            text_puts(out, next > first + 2 ? ".." : " ");
            shape_put_name(out, shape, &slots[next - 1].role);
        }
    }
}

/* Whether the companion of the article has it, and the article has not. */
static bool is_of_companion(const struct shape *shape, const struct assignment *assignment) {
    struct shape deeper = *shape;
    deeper.depth = 3;
    deeper.width[3] = deeper.width[2];
    return shape_is_article(shape) &&
           shape_role(&deeper, assignment->name, assignment->name_length).kind != ROLE_NONE;
}

static bool is_computed(const struct shape *shape, const struct assignment *assignment) {
    struct role of, by;
    return shape_role(shape, assignment->name, assignment->name_length).kind != ROLE_NONE ||
           shape_matrix(shape, assignment->name, assignment->name_length).kind != ROLE_NONE ||
           shape_derivative(shape, assignment->name, assignment->name_length, &of, &by);
}

/* A word without digits is held to the settings, any other name to the numbers. */
static bool unknown_name(const struct reading *reading, const struct assignment *assignment,
                         struct error *error) {
    const struct shape *shape = &reading->example->shape;
    const struct quote name = quote(assignment->name, assignment->name_length);
    struct nearest nearest = {.word = assignment->name, .length = assignment->name_length};
    struct text network = {0}, known = {0};
    shape_put_network(&network, shape);
    put_known(&known, reading);
    for (size_t setting = 0; setting < SETTINGS; setting++)
        nearest_try(&nearest, setting_name((enum setting)setting));
    nearest_try(&nearest, "alpha");
    if (is_computed(shape, assignment))
        assignment_fault(assignment, assignment->name, error,
                         "%s is computed, so it is no number of the example; %s are given",
                         name.text, known.bytes);
    else if (strpbrk(name.text, "0123456789") == NULL)
        assignment_fault(assignment, assignment->name, error,
                         "%s is no number of %s and no setting; %s is the nearest", name.text,
                         network.bytes, nearest.found);
    else
        assignment_fault(
            assignment, assignment->name, error, "%s is no number of %s; one of %s is needed%s",
            name.text, network.bytes, known.bytes,
            is_of_companion(shape, assignment) ? message(", or --example companion") : "");
    text_free(&network);
    text_free(&known);
    return false;
}

static bool take(struct reading *reading, const struct assignment *assignment,
                 struct error *error) {
    const struct shape *shape = &reading->example->shape;
    const struct role role = shape_role(shape, assignment->name, assignment->name_length);
    size_t index;
    if (example_place(shape, &role, &index))
        return take_number(reading, assignment, &reading->slots[index], error);
    const struct matrix matrix = shape_matrix(shape, assignment->name, assignment->name_length);
    if (matrix.kind != ROLE_NONE && !matrix.is_slope && !matrix.is_new)
        return take_matrix(reading, assignment, &matrix, error);
    return unknown_name(reading, assignment, error);
}

/* ---- What is missing ---- */

static bool has_article_widths(const struct shape *shape) {
    const struct shape article = shape_of_article();
    return shape->depth == article.depth &&
           memcmp(shape->width, article.width, 3 * sizeof *shape->width) == 0;
}

static void fill_empty(struct slot *slot, const struct written *number) {
    if (slot->count == 0) {
        slot->numbers = number;
        slot->count = 1;
    }
}

/* The rate is 0.5 where it is left out; the rest is the article's where the network is. */
static void fill_defaults(struct reading *reading) {
    static const struct written rate = {"0.5", 3, 0.5};
    const struct shape *shape = &reading->example->shape;
    const size_t count = slot_count(shape);
    struct example article;
    bool is_full = true;
    fill_empty(&reading->slots[count - 1], &rate);
    for (size_t i = 0; i < count; i++)
        is_full = is_full && reading->slots[i].count > 0;
    if (is_full || !has_article_widths(shape) || shape->biases != BIASES_EACH)
        return;
    example_article(&article);
    struct written *numbers = arena_take(&reading->arena, count * sizeof *numbers);
    for (size_t i = 0; i < count; i++) {
        const struct given *given = &article.given[i];
        const size_t length = strlen(given->typed);
        numbers[i] = (struct written){arena_copy(&reading->arena, given->typed, length), length,
                                      given->value};
        fill_empty(&reading->slots[i], &numbers[i]);
    }
    example_free(&article);
}

/* One of the lines of made_up_numbers. */
static bool fill_made_up(void *context, const struct assignment *line, struct error *error) {
    struct reading *reading = context;
    const struct shape *shape = &reading->example->shape;
    const struct role role = shape_role(shape, line->name, line->name_length);
    struct written *number = arena_take(&reading->arena, sizeof *number);
    size_t index;
    *number =
        (struct written){.typed = arena_copy(&reading->arena, line->typed, line->typed_length),
                         .length = line->typed_length};
    if (!assignment_number(line, line->typed, line->typed_length, &number->value, error) ||
        !example_place(shape, &role, &index))
        return false; /* GCOVR_EXCL_LINE: a number of the shape is what is made up */
    fill_empty(&reading->slots[index], number);
    return true;
}

static void make_up(struct reading *reading) {
    struct text lines = {0};
    struct error ignored; /* they can all be read */
    made_up_numbers(&lines, &reading->example->shape, 1);
    assignments_parse(lines.bytes, lines.length, "", fill_made_up, reading, &ignored);
    text_free(&lines);
}

/* The rate, which is the last, is never missing. */
static void put_missing(struct text *out, const struct reading *reading) {
    const struct shape *shape = &reading->example->shape;
    const struct slot *slots = reading->slots;
    const size_t count = slot_count(shape);
    for (size_t first = 0, next; first < count; first = next) {
        for (next = first;
             slots[next].count == 0 && slots[next].role.kind == slots[first].role.kind;)
            next++;
        if (next == first) {
            next++;
            continue;
        }
        text_puts(out, out->length > 0 ? message(", ") : "");
        shape_put_name(out, shape, &slots[first].role);
        if (next > first + 1) {
            text_puts(out, next > first + 2 ? message(" to ") : message(", "));
            shape_put_name(out, shape, &slots[next - 1].role);
        }
    }
}

/* It is the network, or its biases, that makes other numbers needed than the article's. */
static bool has_all(const struct reading *reading, struct error *error) {
    const struct shape *shape = &reading->example->shape;
    const bool is_biases = has_article_widths(shape);
    const struct assignment *from = reading->settings[is_biases ? SETTING_BIASES : SETTING_NETWORK];
    struct text missing = {0}, widths = {0};
    put_missing(&missing, reading);
    if (missing.length > 0) {
        const bool is_one = strpbrk(missing.bytes, " ") == NULL;
        shape_put_network(&widths, shape);
        if (is_biases) {
            text_puts(&widths, message(" with biases = "));
            text_puts(&widths, setting_word(SETTING_BIASES, shape));
        }
        assignment_fault(from, from->typed, error,
                         is_one ? "%s is needed for %s" : "%s are needed for %s", missing.bytes,
                         widths.bytes);
    }
    const bool done = missing.length == 0;
    text_free(&missing);
    text_free(&widths);
    return done;
}

/* ---- The example's ---- */

/* As many as inputs and targets have values, of which some may have one for all. */
static bool count_samples(struct reading *reading, struct error *error) {
    const struct slot *first = NULL;
    for (const struct slot *slot = reading->slots; is_of_sample(slot); slot++) {
        if (slot->count == 1)
            continue;
        if (first == NULL)
            first = slot;
        if (slot->count != first->count)
            return assignment_fault(
                slot->from, slot->from->typed, error,
                "%s has %zu values, and %s has %zu; as many, or one for all, are needed",
                quote(slot->from->name, slot->from->name_length).text, slot->count,
                quote(first->from->name, first->from->name_length).text, first->count);
    }
    reading->example->shape.samples = first != NULL ? first->count : 1;
    return true;
}

/* SAMPLE counts from 0. */
static void give(struct example *example, const struct slot *slot, size_t sample,
                 struct text *name) {
    const struct written *number = &slot->numbers[slot->count == 1 ? 0 : sample];
    struct given *given = &example->given[example->count++];
    *given = (struct given){.typed = arena_copy(&example->arena, number->typed, number->length),
                            .value = number->value,
                            .role = slot->role,
                            .is_set = slot->from != NULL && slot->from->path == NULL};
    if (is_of_sample(slot) && example->shape.samples > 1)
        given->role.sample = sample + 1;
    text_cut(name, 0);
    shape_put_name(name, &example->shape, &given->role);
    given->name = arena_copy(&example->arena, name->bytes, name->length);
}

static void give_all(struct reading *reading) {
    struct example *example = reading->example;
    const size_t of_sample = example->shape.width[0] + example->shape.width[example->shape.depth];
    const size_t count = slot_count(&example->shape);
    struct text name = {0};
    example->given = arena_take(&example->arena, (example->shape.samples * of_sample + count) *
                                                     sizeof *example->given);
    for (size_t sample = 0; sample < example->shape.samples; sample++)
        for (size_t i = 0; i < of_sample; i++)
            give(example, &reading->slots[i], sample, &name);
    for (size_t i = of_sample; i < count; i++)
        give(example, &reading->slots[i], 0, &name);
    text_free(&name);
}

bool numbers_read(struct reading *reading, struct error *error) {
    make_slots(reading);
    for (size_t i = 0; i < reading->count; i++) {
        const struct assignment *assignment = &reading->assignments[i];
        if (setting_named(assignment->name, assignment->name_length) == SETTINGS &&
            !take(reading, assignment, error))
            return false;
    }
    fill_defaults(reading);
    if (reading->makes_up)
        make_up(reading);
    if (!has_all(reading, error) || !count_samples(reading, error))
        return false;
    give_all(reading);
    return true;
}
