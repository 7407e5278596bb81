/* Paths: see paths.h. */
#include "explain/paths.h"

#include "trace/derive.h"

#include <math.h>
#include <string.h>

/* ---- The names of a formula ---- */

struct names {
    struct trace *trace;
    const struct quantity **each;
    size_t count, room;
    struct arena *arena;
};

static void add_names(struct names *names, const struct formula *formula) {
    if (formula == NULL)
        return;
    add_names(names, formula->left);
    if (formula->kind != FORMULA_PARTIAL && formula->kind != FORMULA_RANGE)
        add_names(names, formula->right);
    if (formula->kind != FORMULA_NAME)
        return;
    const struct quantity *named = trace_find(names->trace, formula->text, formula->length);
    for (size_t i = 0; i < names->count; i++)
        if (names->each[i] == named)
            return;
    if (named == NULL)
        return; /* GCOVR_EXCL_LINE: every name of a walk has its value */
    if (names->count == names->room) {
        names->room = names->room == 0 ? 16 : 2 * names->room;
        const struct quantity **more = arena_take(names->arena, names->room * sizeof *names->each);
        if (names->count > 0)
            memcpy(more, names->each, names->count * sizeof *more);
        names->each = more;
    }
    names->each[names->count++] = named;
}

static bool names_of(struct names *names, struct trace *trace, const struct quantity *of,
                     struct arena *arena, struct error *error) {
    *names = (struct names){.trace = trace, .arena = arena};
    if (of->typed != NULL)
        return true;
    const struct formula *formula = trace_formula(trace, of, error);
    add_names(names, formula);
    return formula != NULL;
}

bool paths_each_name(struct trace *trace, const struct quantity *of,
                     bool (*take)(void *context, const struct quantity *name), void *context,
                     struct error *error) {
    struct arena arena = {0};
    struct names names;
    bool done = names_of(&names, trace, of, &arena, error);
    for (size_t i = 0; i < names.count && done; i++)
        done = take(context, names.each[i]);
    arena_free(&arena);
    return done;
}

/* ---- The search ---- */

struct search {
    struct paths *paths;
    struct trace *trace;
    const struct quantity *by;
    double *count; /* of paths from a quantity down to BY; NaN: not counted yet */
    const struct quantity **names;
    double *factors; /* of the path that is being gone */
    size_t length;
    struct error *error;
};

static bool count_from(struct search *search, const struct quantity *of) {
    double *count = &search->count[of - search->trace->quantities];
    struct names names;
    if (!isnan(*count))
        return true;
    *count = of == search->by;
    if (of == search->by)
        return true;
    if (!names_of(&names, search->trace, of, &search->paths->arena, search->error))
        return false; /* GCOVR_EXCL_LINE: every formula of a walk was evaluated */
    for (size_t i = 0; i < names.count; i++) {
        if (!count_from(search, names.each[i]))
            return false; /* GCOVR_EXCL_LINE: every formula of a walk was evaluated */
        *count += search->count[names.each[i] - search->trace->quantities];
    }
    return true;
}

static void keep(struct search *search) {
    struct paths *paths = search->paths;
    struct path *path = &paths->each[paths->listed++];
    const struct quantity **names = arena_take(&paths->arena, search->length * sizeof *names);
    double *factors = arena_take(&paths->arena, search->length * sizeof *factors);
    memcpy(names, search->names, search->length * sizeof *names);
    memcpy(factors, search->factors, search->length * sizeof *factors);
    *path = (struct path){names, factors, search->length, 1};
    for (size_t i = 0; i + 1 < search->length; i++)
        path->product *= factors[i];
}

static bool go_down(struct search *search, const struct quantity *at) {
    struct names names;
    search->names[search->length++] = at;
    if (at == search->by) {
        keep(search);
    } else {
        if (!names_of(&names, search->trace, at, &search->paths->arena, search->error))
            return false; /* GCOVR_EXCL_LINE: every formula of a walk was evaluated */
        for (size_t i = 0; i < names.count && search->paths->listed < PATHS_MOST; i++) {
            if (search->count[names.each[i] - search->trace->quantities] == 0)
                continue;
            if (!derive_locally(search->trace, at, names.each[i],
                                &search->factors[search->length - 1], search->error) ||
                !go_down(search, names.each[i]))
                return false; /* GCOVR_EXCL_LINE: every formula of a walk was evaluated */
        }
    }
    search->length--;
    return true;
}

bool paths_find(struct paths *paths, struct trace *trace, const struct quantity *of,
                const struct quantity *by, struct error *error) {
    *paths = (struct paths){.listed = 0};
    const size_t count = trace->quantity_count;
    struct search search = {.paths = paths, .trace = trace, .by = by, .error = error};
    search.count = arena_take(&paths->arena, count * sizeof *search.count);
    search.names = arena_take(&paths->arena, count * sizeof *search.names);
    search.factors = arena_take(&paths->arena, count * sizeof *search.factors);
    for (size_t i = 0; i < count; i++)
        search.count[i] = (double)NAN;
    if (!count_from(&search, of))
        return false; /* GCOVR_EXCL_LINE: every formula of a walk was evaluated */
    paths->count = search.count[of - trace->quantities];
    return paths->count == 0 || go_down(&search, of);
}

void paths_free(struct paths *paths) {
    arena_free(&paths->arena);
    *paths = (struct paths){0};
}
