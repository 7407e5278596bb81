/* Ways: see ways.h. */
#include "mark/ways.h"

#include "formula/formula_edit.h"
#include "mark/same.h"
#include "walk/slip.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { WORD = 64 };

bool ways_can_be(const struct trace *trace, struct error *error) {
    return trace->quantity_count <= NO_QUANTITY ||
           error_set(
               error,
               "%s: the walk has %zu names, and %d can be marked; a smaller network is needed",
               trace->network, trace->quantity_count, NO_QUANTITY);
}

size_t ways_quantity(const struct ways *ways, const char *name, size_t length) {
    const size_t offset = (uintptr_t)name - (uintptr_t)ways->cells;
    if (offset < ways->cell * ways->trace->quantity_count)
        return offset / ways->cell;
    const struct quantity *found = trace_find(ways->trace, name, length);
    return found != NULL ? (size_t)(found - ways->trace->quantities) : NO_QUANTITY;
}

struct role ways_role(const struct ways *ways, const char *name, size_t length) {
    const size_t quantity = ways_quantity(ways, name, length);
    return quantity != NO_QUANTITY ? ways->role[quantity] : (struct role){.kind = ROLE_NONE};
}

struct names {
    unsigned short *names;
    size_t count, room;
};

static bool add_name(struct names *names, size_t quantity) {
    if (quantity == NO_QUANTITY)
        return false;
    for (size_t i = 0; i < names->count; i++)
        if (names->names[i] == quantity)
            return true;
    if (names->count == names->room)
        return false;
    names->names[names->count++] = (unsigned short)quantity;
    return true;
}

static bool add_names(const struct ways *ways, const struct formula *formula, struct names *names) {
    if (formula == NULL)
        return true;
    if (formula->kind == FORMULA_NAME)
        return add_name(names, ways_quantity(ways, formula->text, formula->length));
    return add_names(ways, formula->left, names) && add_names(ways, formula->right, names);
}

size_t ways_names(const struct ways *ways, const struct formula *formula, unsigned short found[],
                  size_t room) {
    struct names names = {.names = found, .room = room};
    return add_names(ways, formula, &names) ? names.count : 0;
}

const unsigned short *ways_take_names(const struct ways *ways, struct arena *arena,
                                      const struct formula *formula, size_t *count) {
    unsigned short names[MOST_NAMES];
    *count = ways_names(ways, formula, names, MOST_NAMES);
    unsigned short *kept = arena_take(arena, *count * sizeof *kept);
    memcpy(kept, names, *count * sizeof *kept);
    return kept;
}

/* Each name in a cell of its own. */
static void number_names(struct ways *ways) {
    const struct trace *trace = ways->trace;
    for (size_t q = 0; q < trace->quantity_count; q++)
        if (trace->quantities[q].length >= ways->cell)
            ways->cell = trace->quantities[q].length + 1;
    ways->cells = arena_take(&ways->arena, trace->quantity_count * ways->cell);
    for (size_t q = 0; q < trace->quantity_count; q++)
        memcpy(&ways->cells[q * ways->cell], trace->quantities[q].name,
               trace->quantities[q].length + 1);
}

const struct formula *ways_numbered(const struct ways *ways, struct arena *arena,
                                    const struct formula *formula) {
    if (formula == NULL)
        return NULL;
    struct formula *copy = arena_take(arena, sizeof *copy);
    *copy = *formula;
    copy->left = ways_numbered(ways, arena, formula->left);
    copy->right = ways_numbered(ways, arena, formula->right);
    const size_t quantity = formula->kind == FORMULA_NAME
                                ? ways_quantity(ways, formula->text, formula->length)
                                : NO_QUANTITY;
    if (quantity != NO_QUANTITY)
        copy->text = &ways->cells[quantity * ways->cell];
    return copy;
}

bool ways_have(const struct way ways[], size_t count, const struct formula *formula) {
    for (size_t i = 0; i < count; i++)
        if (formula_same(ways[i].formula, formula))
            return true;
    return false;
}

static const char *slip_id(struct ways *ways, unsigned slip) {
    struct text text = {0};
    slips_put(&text, slip);
    const char *id = arena_copy(&ways->arena, text.bytes, text.length);
    text_free(&text);
    return id;
}

static void add_way(struct ways *ways, struct way found[], size_t *count, const struct step *step,
                    struct form *form, bool is_slip) {
    struct error error;
    size_t name_count;
    const struct formula *formula = form_formula(ways->trace, form, &error);
    formula = ways_numbered(ways, &ways->arena, formula);
    const unsigned short *names = ways_take_names(ways, &ways->arena, formula, &name_count);
    if ((name_count == 0 && formula->kind != FORMULA_NUMBER) || ways_have(found, *count, formula))
        return;
    found[(*count)++] = (struct way){.formula = formula,
                                     .step = step,
                                     .slip = is_slip ? slip_id(ways, step->alternative) : NULL,
                                     .has_partial = formula_is_symbolic(formula),
                                     .plain = plain_make(&ways->arena, ways, formula),
                                     .name_count = name_count,
                                     .names = names};
}

static void add_step(struct ways *ways, struct way found[], size_t *count,
                     const struct step *step) {
    for (size_t i = step->form_count; i-- > 0;)
        add_way(ways, found, count, step, &step->forms[i], false);
    if (step->alternative != 0)
        add_way(ways, found, count, step, &step->forms[step->form_count], true);
}

/* How many forms speak of NAME. */
static size_t forms_of(const struct trace *trace, const char *name) {
    size_t count = 0;
    for (size_t s = 0; s < trace->step_count; s++)
        if (strcmp(trace->steps[s].name, name) == 0)
            count += trace->steps[s].form_count + 1; /* the slip's */
    return count;
}

static void collect_of(struct ways *ways, size_t quantity) {
    const struct trace *trace = ways->trace;
    const struct quantity *named = &trace->quantities[quantity];
    size_t count = 0;
    if (named->typed != NULL)
        return;
    struct way *found = memory_take(forms_of(trace, named->name) * sizeof *found);
    add_step(ways, found, &count, &trace->steps[named->step]);
    for (size_t s = 0; s < trace->step_count; s++)
        if (s != named->step && strcmp(trace->steps[s].name, named->name) == 0)
            add_step(ways, found, &count, &trace->steps[s]);
    ways->of[quantity] = arena_take(&ways->arena, count * sizeof **ways->of);
    memcpy(ways->of[quantity], found, count * sizeof **ways->of);
    ways->count[quantity] = (unsigned short)count;
    free(found);
}

bool ways_reach(const struct ways *ways, size_t from, size_t to) {
    return ways->reached[from * ways->reached_row + to / WORD] >> to % WORD & 1;
}

const struct plain *ways_plain(const struct ways *ways, size_t quantity) {
    return ways->count[quantity] > 0 ? ways->of[quantity][0].plain : NULL;
}

void ways_values(const struct ways *ways, bool (*is_set)(const void *context, size_t quantity),
                 const void *context, struct approximate values[]) {
    for (size_t i = 0; i < ways->trace->quantity_count; i++) {
        const size_t q = ways->order[i];
        const struct plain *plain = ways_plain(ways, q);
        if (!is_set(context, q))
            values[q] = (struct approximate){plain != NULL ? plain_value(plain, values).value
                                                           : ways->trace->quantities[q].value,
                                             0};
    }
}

/* Depth first: what a quantity is computed from comes before it. STATE is 0 for one not looked at,
 * 1 for one on the way (a walk has no circle; one would end here), 2 for one that is done. */
static void put_in_order(struct ways *ways, size_t quantity, unsigned char state[],
                         size_t *ordered) {
    const size_t row = ways->reached_row;
    uint64_t *reached = &ways->reached[quantity * row];
    state[quantity] = 1;
    for (size_t w = 0; w < ways->count[quantity]; w++) {
        const struct way *way = &ways->of[quantity][w];
        for (size_t i = 0; i < way->name_count && way->slip == NULL; i++) {
            const size_t name = way->names[i];
            if (state[name] == 0)
                put_in_order(ways, name, state, ordered);
            reached[name / WORD] |= (uint64_t)1 << name % WORD;
            for (size_t n = 0; n < row; n++)
                reached[n] |= ways->reached[name * row + n];
        }
    }
    state[quantity] = 2;
    ways->place[quantity] = (unsigned short)*ordered;
    ways->order[(*ordered)++] = (unsigned short)quantity;
}

void ways_collect(struct ways *ways, struct trace *trace, const struct shape *shape) {
    const size_t count = trace->quantity_count;
    *ways = (struct ways){.trace = trace, .shape = shape};
    ways->role = arena_take(&ways->arena, count * sizeof *ways->role);
    for (size_t q = 0; q < count; q++)
        ways->role[q] = shape_role(shape, trace->quantities[q].name, trace->quantities[q].length);
    ways->of = arena_take(&ways->arena, count * sizeof *ways->of);
    ways->count = arena_take(&ways->arena, count * sizeof *ways->count);
    ways->order = arena_take(&ways->arena, count * sizeof *ways->order);
    ways->place = arena_take(&ways->arena, count * sizeof *ways->place);
    ways->twin = arena_take(&ways->arena, count * sizeof *ways->twin);
    ways->reached_row = (count + WORD - 1) / WORD;
    ways->reached = arena_take(&ways->arena, count * ways->reached_row * sizeof *ways->reached);
    memset(ways->count, 0, count * sizeof *ways->count);
    memset(ways->reached, 0, count * ways->reached_row * sizeof *ways->reached);
    number_names(ways);
    for (size_t q = 0; q < count; q++)
        collect_of(ways, q);
    unsigned char *state = memory_zeroed(count, 1);
    size_t ordered = 0;
    for (size_t q = 0; q < count; q++)
        if (state[q] == 0)
            put_in_order(ways, q, state, &ordered);
    free(state);
    same_find(ways);
}

void ways_free(struct ways *ways) {
    arena_free(&ways->arena);
    *ways = (struct ways){0};
}
