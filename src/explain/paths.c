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

/* Of a formula that gives a name its value: it has no sum sign, and no derivative. */
static void add_names(struct names *names, const struct formula *formula) {
    if (formula == NULL)
        return;
    add_names(names, formula->left);
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

static struct names names_of(struct trace *trace, const struct quantity *of, struct arena *arena) {
    struct names names = {.trace = trace, .arena = arena};
    struct error error;
    if (of->typed == NULL)
        add_names(&names, trace_formula(trace, of, &error));
    return names;
}

void paths_each_name(struct trace *trace, const struct quantity *of,
                     void (*take)(void *context, const struct quantity *name), void *context) {
    struct arena arena = {0};
    const struct names names = names_of(trace, of, &arena);
    for (size_t i = 0; i < names.count; i++)
        take(context, names.each[i]);
    arena_free(&arena);
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
};

static double count_from(struct search *search, const struct quantity *of) {
    double *count = &search->count[of - search->trace->quantities];
    if (!isnan(*count))
        return *count;
    *count = of == search->by;
    if (of == search->by)
        return *count;
    const struct names names = names_of(search->trace, of, &search->paths->arena);
    for (size_t i = 0; i < names.count; i++)
        *count += count_from(search, names.each[i]);
    return *count;
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

static void go_down(struct search *search, const struct quantity *at) {
    search->names[search->length++] = at;
    if (at == search->by) {
        keep(search);
    } else {
        const struct names names = names_of(search->trace, at, &search->paths->arena);
        for (size_t i = 0; i < names.count && search->paths->listed < PATHS_MOST; i++) {
            if (search->count[names.each[i] - search->trace->quantities] == 0)
                continue;
            search->factors[search->length - 1] = derive_locally(search->trace, at, names.each[i]);
            go_down(search, names.each[i]);
        }
    }
    search->length--;
}

void paths_find(struct paths *paths, struct trace *trace, const struct quantity *of,
                const struct quantity *by) {
    *paths = (struct paths){.listed = 0};
    const size_t count = trace->quantity_count;
    struct search search = {.paths = paths, .trace = trace, .by = by};
    search.count = arena_take(&paths->arena, count * sizeof *search.count);
    search.names = arena_take(&paths->arena, count * sizeof *search.names);
    search.factors = arena_take(&paths->arena, count * sizeof *search.factors);
    for (size_t i = 0; i < count; i++)
        search.count[i] = (double)NAN;
    paths->count = count_from(&search, of);
    if (paths->count > 0)
        go_down(&search, of);
}

void paths_free(struct paths *paths) {
    arena_free(&paths->arena);
    *paths = (struct paths){0};
}
