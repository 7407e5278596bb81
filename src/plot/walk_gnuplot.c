/* Walk for gnuplot: see walk_gnuplot.h. */
#include "plot/walk_gnuplot.h"

#include "formula/function.h"
#include "plot/formula_gnuplot.h"

/* What has become a function of the two names, and how it is called from then on. */
struct functions {
    const char *const *axis;
    struct renaming *call; /* one for each, up to an empty one */
    size_t count;
};

static bool varies(const struct functions *functions, const struct formula *formula) {
    if (formula_has(formula, functions->axis[0]) || formula_has(formula, functions->axis[1]))
        return true;
    for (size_t f = 0; f < functions->count; f++)
        if (formula_has(formula, functions->call[f].from))
            return true;
    return false;
}

static const char *call_of(struct walk *walk, const struct functions *functions, const char *name) {
    struct text text = {0};
    text_printf(&text, "%s(%s, %s)", name, functions->axis[0], functions->axis[1]);
    const char *call = arena_copy(&walk->trace.arena, text.bytes, text.length);
    text_free(&text);
    return call;
}

static void put_line(struct script *script, struct walk *walk, struct functions *functions,
                     const char *name) {
    const struct formula *formula = formula_giving(&walk->trace, name);
    const bool is_function = varies(functions, formula);
    const char *left = is_function ? call_of(walk, functions, name) : name;
    script_put(script, "%s = ", left);
    formula_gnuplot(script->out, formula, functions->call);
    script_put(script, "\n");
    if (is_function)
        functions->call[functions->count++] = (struct renaming){name, left};
}

static bool is_forward(const struct walk *walk, const struct quantity *quantity) {
    const struct role role = shape_role(walk->shape, quantity->name, quantity->length);
    return !role.is_new && (role.kind == ROLE_SUM || role.kind == ROLE_OUTPUT ||
                            role.kind == ROLE_ERROR || role.kind == ROLE_TOTAL);
}

/* gnuplot has all functions that a neuron may have but this. */
static void put_relu(struct script *script, const struct shape *shape) {
    for (size_t layer = 1; layer <= shape->depth; layer++) {
        const struct function *function = shape->activation[layer];
        if (function != NULL && strstr(function->activation, "relu(") != NULL) {
            script_put(script, "relu(x) = x > 0 ? x : 0\n");
            return;
        }
    }
}

void walk_gnuplot(struct script *script, struct walk *walk, const char *const axis[2]) {
    struct trace *trace = &walk->trace;
    const size_t room = (trace->quantity_count + 1) * sizeof(struct renaming);
    struct functions functions = {axis, arena_take(&trace->arena, room), 0};
    memset(functions.call, 0, room);
    script_put(script, "\n# {plot.error-surface.given}\n");
    for (size_t i = 0; i < trace->quantity_count; i++)
        if (trace->quantities[i].typed != NULL)
            script_put(script, "%s = %s\n", trace->quantities[i].name,
                       script_real(trace->quantities[i].value).text);
    script_put(script, "\n# {plot.error-surface.walk}\n");
    put_relu(script, walk->shape);
    for (size_t i = 0; i < trace->quantity_count; i++)
        if (is_forward(walk, &trace->quantities[i]))
            put_line(script, walk, &functions, trace->quantities[i].name);
}
