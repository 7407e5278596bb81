/* Example: see example.h. */
#include "example/example.h"

#include "base/nearest.h"
#include "example/reading.h"
#include "host/file.h"

#include <stdlib.h>
#include <string.h>

/* ---- Numbers by name ---- */

bool example_place(const struct shape *shape, const struct role *role, size_t *index) {
    const size_t inputs = shape->width[0], targets = shape->width[shape->depth];
    const bool is_several = shape->samples > 1;
    const size_t of_samples = (inputs + targets) * shape->samples;
    const size_t before = is_several ? (inputs + targets) * (role->sample - 1) : 0;
    if (role->is_new)
        return false;
    switch (role->kind) {
    case ROLE_INPUT:
        *index = before + role->neuron - 1;
        return !is_several || role->sample > 0;
    case ROLE_TARGET:
        *index = before + inputs + role->neuron - 1;
        return !is_several || role->sample > 0;
    case ROLE_WEIGHT:
        *index = of_samples + shape_weight(shape, role->layer, role->neuron, role->from) - 1;
        return true;
    case ROLE_BIAS:
        *index =
            of_samples + shape_weights(shape) + shape_bias(shape, role->layer, role->neuron) - 1;
        return true;
    case ROLE_RATE:
        *index = of_samples + shape_weights(shape) + shape_biases(shape);
        return true;
    default:
        return false;
    }
}

const struct given *example_find(const struct example *example, const char *name) {
    const struct role role = shape_role(&example->shape, name, strlen(name));
    size_t index;
    return example_place(&example->shape, &role, &index) ? &example->given[index] : NULL;
}

double example_rate(const struct example *example) {
    return example->given[example->count - 1].value;
}

/* ---- The article, and its companion ---- */

bool example_has_article_shape(const struct example *example) {
    for (size_t i = 0; i < example->count; i++)
        if (example->given[i].frozen)
            return false;
    return shape_is_article(&example->shape);
}

bool example_is_article(const struct example *example) {
    struct example article;
    bool is_article = example_has_article_shape(example);
    example_article(&article);
    for (size_t i = 0; i < article.count && is_article; i++)
        is_article = example->given[i].value == article.given[i].value;
    example_free(&article);
    return is_article;
}

bool example_needs_article_shape(const struct example *example, struct error *error) {
    struct text network = {0};
    shape_put_network(&network, &example->shape);
    const bool has = example_has_article_shape(example) ||
                     error_set(error,
                               "%s as the example has it is not walked here; the article's "
                               "network is needed: 2-2-2, with the usual settings, one sample and "
                               "nothing frozen",
                               network.bytes);
    text_free(&network);
    return has;
}

static void make_built_in(struct example *example, const char *name) {
    struct error error;
    if (!example_make(example, name, NULL, 0, &error))
        abort(); /* GCOVR_EXCL_LINE: a test reads them all */
}

void example_article(struct example *example) {
    make_built_in(example, "article");
}

void example_companion(struct example *companion, const struct example *of) {
    make_built_in(companion, "companion");
    for (size_t i = 0; i < companion->count; i++) {
        struct given *given = &companion->given[i];
        struct role role = given->role;
        size_t index;
        if (role.layer == 2) /* hh */
            continue;
        role.layer = role.layer == 3 ? 2 : role.layer;
        if (!example_place(&of->shape, &role, &index))
            continue; /* GCOVR_EXCL_LINE: the companion has each layer of the article's */
        given->value = of->given[index].value;
        given->typed =
            arena_copy(&companion->arena, of->given[index].typed, strlen(of->given[index].typed));
        given->is_set = of->given[index].is_set;
    }
}

void example_free(struct example *example) {
    arena_free(&example->arena);
    *example = (struct example){0};
}

/* ---- Reading ---- */

bool example_takes(const struct assignment *a, const struct assignment *from, const char *name,
                   bool *take, struct error *error) {
    *take = from == NULL;
    if (from == NULL || (a->path != NULL && from->path == NULL))
        return true;
    if (a->path == NULL)
        return assignment_fault(a, a->name, error,
                                "the name stands twice; one --set a name is needed");
    return assignment_fault(a, a->name, error,
                            "%s has its value from line %zu already; one line a name is needed",
                            name, from->line);
}

static bool add(void *context, const struct assignment *assignment, struct error *error) {
    struct reading *reading = context;
    const enum setting setting = setting_named(assignment->name, assignment->name_length);
    if (reading->count == reading->room) {
        const size_t room = reading->room > 0 ? 2 * reading->room : 64;
        struct assignment *more = arena_take(&reading->arena, room * sizeof *more);
        if (reading->count > 0)
            memcpy(more, reading->assignments, reading->count * sizeof *more);
        reading->assignments = more;
        reading->room = room;
    }
    struct assignment *added = &reading->assignments[reading->count++];
    *added = *assignment;
    if (setting == SETTINGS)
        return true;
    struct assignment *own = arena_take(&reading->arena, sizeof *own);
    bool take;
    *own = *assignment;
    if (!example_takes(own, reading->settings[setting], setting_name(setting), &take, error))
        return false;
    if (take)
        reading->settings[setting] = own;
    return true;
}

static bool collect(struct reading *reading, const char *text, size_t length, const char *path,
                    const char *const sets[], size_t set_count, struct error *error) {
    struct assignment assignment;
    for (size_t i = 0; i < set_count; i++)
        if (!assignment_set(&assignment, sets[i], error) || !add(reading, &assignment, error))
            return false;
    return assignments_parse(text, length, path, add, reading, error);
}

static bool parse(struct reading *reading, const char *text, size_t length, const char *path,
                  const char *const sets[], size_t set_count, struct error *error) {
    *reading->example = (struct example){0};
    const bool done = collect(reading, text, length, path, sets, set_count, error) &&
                      settings_read(reading, error) && numbers_read(reading, error) &&
                      names_read(reading, error) && targets_fit(reading, error);
    arena_free(&reading->arena);
    if (!done)
        example_free(reading->example);
    return done;
}

bool example_parse(struct example *example, const char *text, size_t length, const char *path,
                   const char *const sets[], size_t set_count, struct error *error) {
    struct reading reading = {.example = example};
    return parse(&reading, text, length, path, sets, set_count, error);
}

bool example_make_up(struct text *out, const char *text, size_t length, const char *path,
                     size_t samples, struct error *error) {
    struct example example = {0};
    struct reading reading = {.example = &example};
    const bool done =
        collect(&reading, text, length, path, NULL, 0, error) && settings_read(&reading, error);
    if (done) {
        text_add(out, text, length);
        made_up_numbers(out, &example.shape, samples);
    }
    arena_free(&reading.arena);
    example_free(&example);
    return done;
}

static const struct built_in *find_built_in(const char *name) {
    for (size_t i = 0; example_built_in(i) != NULL; i++)
        if (strcmp(example_built_in(i)->name, name) == 0)
            return example_built_in(i);
    return NULL;
}

/* What could not be opened may have been meant as a name. */
static bool no_file(const char *from, struct error *error) {
    struct nearest nearest = {.word = from, .length = strlen(from)};
    const struct error file = *error;
    for (size_t i = 0; example_built_in(i) != NULL; i++)
        nearest_try(&nearest, example_built_in(i)->name);
    return strpbrk(from, "/.-") != NULL ||
           error_set(error, "%s, or the name of an example; %s is the nearest", file.line,
                     nearest.found);
}

static bool make(struct reading *reading, const char *from, const char *const sets[],
                 size_t set_count, struct error *error) {
    *reading->example = (struct example){0};
    if (from == NULL && set_count > 0) /* they may make it another network */
        return parse(reading, "", 0, "", sets, set_count, error);
    from = from != NULL ? from : "article";
    const struct built_in *built_in = find_built_in(from);
    struct text text = {0};
    if (built_in != NULL)
        return parse(reading, built_in->text, strlen(built_in->text), from, sets, set_count, error);
    const char *path = strcmp(from, "-") == 0 ? message("standard input") : from;
    const bool is_read = file_read(&text, from, error) || (no_file(from, error) && false);
    const bool done =
        is_read && parse(reading, text.bytes, text.length, path, sets, set_count, error);
    text_free(&text);
    return done;
}

bool example_make(struct example *example, const char *from, const char *const sets[],
                  size_t set_count, struct error *error) {
    struct reading reading = {.example = example};
    return make(&reading, from, sets, set_count, error);
}

bool example_make_to_draw(struct example *example, const char *from, const char *const sets[],
                          size_t set_count, struct error *error) {
    struct reading reading = {.example = example, .makes_up = true};
    return make(&reading, from, sets, set_count, error);
}
