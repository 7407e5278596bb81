/* Walk names: see walk_names.h. */
#include "plot/walk_names.h"

static void put_of_sample(struct text *name, const struct walk *walk, struct role role) {
    const bool is_of_all =
        role.kind == ROLE_WEIGHT || role.kind == ROLE_BIAS || role.kind == ROLE_RATE;
    role.sample = walk->shape->samples > 1 && !is_of_all ? 1 : 0;
    shape_put_name(name, walk->shape, &role);
}

static const struct quantity *find(const struct walk *walk, struct text *name) {
    const struct quantity *found = trace_find(&walk->trace, name->bytes, name->length);
    text_free(name);
    return found;
}

const struct quantity *walk_quantity(const struct walk *walk, struct role role) {
    struct text name = {0};
    put_of_sample(&name, walk, role);
    return find(walk, &name);
}

const struct quantity *walk_derivative(const struct walk *walk, struct role of, struct role by) {
    struct text name = {0};
    text_puts(&name, "d");
    shape_put_name(&name, walk->shape, &of);
    text_puts(&name, "_d");
    by.sample = walk->shape->samples > 1 ? 1 : 0;
    shape_put_name(&name, walk->shape, &by);
    return find(walk, &name);
}
