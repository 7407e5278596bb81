/* Lights: what of the drawing takes part in a value, and what a value has to do with others. See
 * view.h. */
#include "page/view.h"

#include "explain/paths.h"

#include <stdlib.h>

struct lights {
    struct text *out;
    struct walk *walk;
    size_t way;
    bool any;
    bool of_neuron; /* the name is none of the network's: with its weights their neuron is lit */
};

/* ---- Parts of the drawing ---- */

static void light(struct lights *lights, const struct text *part) {
    text_printf(lights->out, "%s[\"%s\", %zu]", lights->any ? ", " : "", part->bytes, lights->way);
    lights->any = true;
}

static void light_node(struct lights *lights, size_t layer, size_t neuron) {
    struct text name = {0};
    shape_put_letters(&name, lights->walk->shape, layer);
    text_whole(&name, neuron);
    light(lights, &name);
    text_free(&name);
}

static void light_given(struct lights *lights, struct role role) {
    struct text name = {0};
    role.is_new = false;
    role.sample = 0;
    shape_put_name(&name, lights->walk->shape, &role);
    light(lights, &name);
    text_free(&name);
}

static void light_role(struct lights *lights, const struct role *role) {
    const struct shape *shape = lights->walk->shape;
    switch (role->kind) {
    case ROLE_WEIGHT:
    case ROLE_BIAS:
        light_given(lights, *role);
        if (lights->of_neuron)
            light_node(lights, role->layer, role->neuron);
        break;
    case ROLE_TOTAL:
        for (size_t neuron = 1; neuron <= shape->width[shape->depth]; neuron++)
            light_node(lights, shape->depth, neuron);
        break;
    case ROLE_NONE:
    case ROLE_RATE:
        break;
    default:
        light_node(lights, role->layer, role->neuron);
    }
}

/* ---- Ways ---- */

static const struct quantity *find(const struct walk *walk, struct role role) {
    struct text name = {0};
    if (role.kind == ROLE_WEIGHT || role.kind == ROLE_BIAS)
        role.sample = 0;
    shape_put_name(&name, walk->shape, &role);
    const struct quantity *found = trace_find(&walk->trace, name.bytes, name.length);
    text_free(&name);
    return found;
}

/* Which derivative a name is, or tells of: an error term, a new weight, too. */
static bool derivative_of(const struct walk *walk, const char *name, struct role *of,
                          struct role *by) {
    const struct role role = shape_role(walk->shape, name, strlen(name));
    *of = (struct role){.kind = ROLE_TOTAL, .sample = role.sample};
    *by = role;
    by->is_new = false;
    if (role.kind == ROLE_ERROR_TERM) {
        by->kind = ROLE_SUM;
        return true;
    }
    if (role.is_new && (role.kind == ROLE_WEIGHT || role.kind == ROLE_BIAS))
        return true;
    return shape_derivative(walk->shape, name, strlen(name), of, by);
}

/* A step from one neuron to one of the layer before goes over a weight. */
static void light_between(struct lights *lights, const struct role *before,
                          const struct role *role) {
    const bool is_node =
        role->kind == ROLE_SUM || role->kind == ROLE_OUTPUT || role->kind == ROLE_INPUT;
    if (is_node && before->layer == role->layer + 1)
        light_given(lights, (struct role){.kind = ROLE_WEIGHT,
                                          .layer = before->layer,
                                          .neuron = before->neuron,
                                          .from = role->neuron});
}

/* Each way once, though every sample goes it. */
static bool is_of_first_sample(const struct walk *walk, const struct path *path) {
    for (size_t i = 0; i < path->length; i++)
        if (shape_role(walk->shape, path->names[i]->name, path->names[i]->length).sample > 1)
            return false;
    return true;
}

static void light_path(struct lights *lights, const struct path *path) {
    struct role before = {.kind = ROLE_NONE};
    for (size_t i = 0; i < path->length; i++) {
        const struct role role =
            shape_role(lights->walk->shape, path->names[i]->name, path->names[i]->length);
        if (role.kind == ROLE_TOTAL || role.kind == ROLE_NONE)
            continue;
        light_between(lights, &before, &role);
        light_role(lights, &role);
        before = role;
    }
}

static void light_paths(struct lights *lights, struct walk *walk, const struct quantity *of,
                        const struct quantity *by) {
    struct paths paths;
    paths_find(&paths, &walk->trace, of, by);
    for (size_t i = 0; i < paths.listed; i++) {
        if (!is_of_first_sample(walk, &paths.each[i]))
            continue;
        lights->way++;
        light_path(lights, &paths.each[i]);
    }
    paths_free(&paths);
}

static void light_name(void *context, const struct quantity *name) {
    struct lights *lights = context;
    const struct role role = shape_role(lights->walk->shape, name->name, name->length);
    light_role(lights, &role);
    if (role.kind == ROLE_NONE)
        paths_each_name(&lights->walk->trace, name, light_name, lights);
}

void view_put_lights(struct text *out, struct walk *walk, const char *name) {
    struct lights lights = {.out = out, .walk = walk, .of_neuron = walk->error == NULL};
    struct role of, by;
    text_puts(out, ", \"lights\": [");
    const bool is_derivative = derivative_of(walk, name, &of, &by);
    const struct quantity *top = is_derivative ? find(walk, of) : NULL;
    const struct quantity *bottom = is_derivative ? find(walk, by) : NULL;
    const struct quantity *quantity = trace_find(&walk->trace, name, strlen(name));
    if (top != NULL && bottom != NULL) {
        light_paths(&lights, walk, top, bottom);
    } else if (quantity != NULL) {
        light_name(&lights, quantity);
        if (!lights.of_neuron)
            paths_each_name(&walk->trace, quantity, light_name, &lights);
    }
    text_putc(out, ']');
}

/* ---- Relations ---- */

struct relations {
    struct trace *trace;
    const struct quantity *of;
    bool *related; /* by quantity */
};

static void relate_down(void *context, const struct quantity *name) {
    struct relations *relations = context;
    bool *related = &relations->related[name - relations->trace->quantities];
    if (*related)
        return;
    *related = true;
    paths_each_name(relations->trace, name, relate_down, context);
}

static void relate_up(void *context, const struct quantity *name) {
    struct relations *relations = context;
    *relations->related = *relations->related || name == relations->of;
}

static void put_related(struct text *out, const struct relations *relations, const char *key) {
    const char *between = "";
    text_printf(out, ", \"%s\": [", key);
    for (size_t i = 0; i < relations->trace->quantity_count; i++)
        if (relations->related[i]) {
            text_printf(out, "%s\"%s\"", between, relations->trace->quantities[i].name);
            between = ", ";
        }
    text_putc(out, ']');
}

void view_put_relations(struct text *out, struct walk *walk, const char *name) {
    struct trace *trace = &walk->trace;
    struct relations relations = {.trace = trace, .of = trace_find(trace, name, strlen(name))};
    bool *related = memory_zeroed(trace->quantity_count, sizeof *related);
    relations.related = related;
    if (relations.of != NULL)
        paths_each_name(trace, relations.of, relate_down, &relations);
    put_related(out, &relations, "sources");
    memset(related, 0, trace->quantity_count * sizeof *related);
    for (size_t i = 0; i < trace->quantity_count; i++) {
        relations.related = &related[i];
        paths_each_name(trace, &trace->quantities[i], relate_up, &relations);
    }
    relations.related = related;
    put_related(out, &relations, "uses");
    free(related);
}
