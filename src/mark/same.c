/* Same: see same.h. Two formulas count as the same where their values are, at two sets of numbers
 * near the given ones: what only agrees by chance agrees once. */
#include "mark/same.h"

#include "formula/formula_edit.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { POINTS = 2, MOST_FACTORS = 8, LONGEST_SUM = 16, DEEPEST = 2 };

/* The values of something at the points; NAN where it has none at one of them. */
struct print {
    double at[POINTS];
};

struct same {
    struct ways *ways;
    struct print *prints; /* by quantity */
    unsigned short *sorted;
    size_t point; /* at which names are evaluated */
};

static bool is_same(double a, double b) {
    return fabs(a - b) <= 1e-11 * (fabs(a) + fabs(b));
}

static bool find(void *context, const char *name, size_t length, struct approximate *found) {
    const struct same *same = context;
    const size_t quantity = ways_quantity(same->ways, name, length);
    if (quantity == NO_QUANTITY)
        return false; /* GCOVR_EXCL_LINE: every name of a walk has its value */
    *found = (struct approximate){same->prints[quantity].at[same->point], 0};
    return true;
}

static bool take_print(struct same *same, const struct formula *formula, struct print *print) {
    const struct formula_names names = {.find = find, .context = same};
    struct error error;
    for (same->point = 0; same->point < POINTS; same->point++) {
        struct approximate value = {NAN, 0};
        formula_evaluate(formula, &names, &value, &error);
        if (!isfinite(value.value))
            return false;
        print->at[same->point] = value.value;
    }
    return true;
}

/* A number near the given one, another at each point; the sequences are those of the golden and of
 * the plastic number. */
static struct print near(double value, size_t quantity) {
    static const double turns[POINTS] = {0.6180339887, 0.7548776662};
    struct print print;
    for (size_t p = 0; p < POINTS; p++) {
        const double turned = (double)quantity * turns[p] + turns[p];
        const double share = turned - floor(turned);
        print.at[p] = value * (1 - 0.02 * share) + 0.003 * share;
    }
    return print;
}

static void take_prints(struct same *same) {
    const struct ways *ways = same->ways;
    const size_t count = ways->trace->quantity_count;
    for (size_t i = 0; i < count; i++) {
        const size_t q = ways->order[i];
        const struct quantity *named = &ways->trace->quantities[q];
        if (named->typed != NULL)
            same->prints[q] = near(named->value, q);
        else if (!take_print(same, ways->of[q][0].formula, &same->prints[q]))
            same->prints[q] = (struct print){{NAN, NAN}};
    }
}

/* ---- Which quantities are the same ---- */

struct entry {
    double value;
    unsigned short quantity;
};

static int by_value(const void *a, const void *b) {
    const struct entry *x = a, *y = b;
    return x->value != y->value ? (x->value > y->value) - (x->value < y->value)
                                : (x->quantity > y->quantity) - (x->quantity < y->quantity);
}

static void sort(struct same *same) {
    const size_t count = same->ways->trace->quantity_count;
    struct entry *entries = memory_take(count * sizeof *entries);
    for (size_t q = 0; q < count; q++) {
        const double value = same->prints[q].at[0];
        entries[q] = (struct entry){isnan(value) ? INFINITY : value, (unsigned short)q};
    }
    qsort(entries, count, sizeof *entries, by_value);
    for (size_t i = 0; i < count; i++)
        same->sorted[i] = entries[i].quantity;
    free(entries);
}

static bool have_same_print(const struct print *a, const struct print *b) {
    return is_same(a->at[0], b->at[0]) && is_same(a->at[1], b->at[1]);
}

/* Constants, such as 1, are each their own: that they are equal says nothing. */
static bool is_constant(const struct print *print) {
    return print->at[0] == print->at[1];
}

static void find_twins(struct same *same) {
    struct ways *ways = same->ways;
    const size_t count = ways->trace->quantity_count;
    for (size_t q = 0; q < count; q++)
        ways->twin[q] = (unsigned short)q;
    for (size_t i = 1; i < count; i++) {
        const size_t a = same->sorted[i - 1], b = same->sorted[i];
        if (!is_constant(&same->prints[a]) && have_same_print(&same->prints[a], &same->prints[b])) {
            ways->twin[b] = ways->twin[a];
            ways->twin[a] = (unsigned short)b;
        }
    }
}

/* A computed quantity with this print, or NO_QUANTITY. */
static size_t find_print(const struct same *same, const struct print *print) {
    const struct trace *trace = same->ways->trace;
    size_t low = 0, high = trace->quantity_count;
    const double least = print->at[0] - 2e-11 * fabs(print->at[0]);
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (same->prints[same->sorted[middle]].at[0] < least)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < trace->quantity_count; low++) {
        const size_t q = same->sorted[low];
        if (!is_same(same->prints[q].at[0], print->at[0]))
            break;
        if (trace->quantities[q].typed == NULL && have_same_print(&same->prints[q], print))
            return q;
    }
    return NO_QUANTITY;
}

/* ---- Names put in the places of what they are ---- */

struct puts {
    struct same *same;
    size_t quantity; /* whose formula it is */
    const struct formula *whole;
    struct way *found; /* the ways of the quantity */
    size_t count, room;
};

static void add_way(struct puts *puts, const struct way *way) {
    puts->found = memory_more(puts->found, puts->count, &puts->room, sizeof *puts->found);
    puts->found[puts->count++] = *way;
}

static void add_put(struct puts *puts, const struct formula *formula) {
    struct ways *ways = puts->same->ways;
    size_t name_count;
    if (ways_have(puts->found, puts->count, formula))
        return;
    const unsigned short *names = ways_take_names(ways, &ways->arena, formula, &name_count);
    add_way(puts, &(struct way){.formula = formula,
                                .step = puts->found[0].step,
                                .is_put = true,
                                .plain = plain_make(&ways->arena, ways, formula),
                                .name_count = name_count,
                                .names = names});
}

/* What replaces a node, for formula_edit. */
struct exchange {
    const struct formula *node, *with;
};

static const struct formula *exchange(void *context, const struct formula *node,
                                      const struct formula *above) {
    const struct exchange *what = context;
    (void)above;
    return node == what->node ? what->with : node;
}

/* Puts the quantity that is PART, if any, with REST as further factors, in the place of NODE. */
static void put(struct puts *puts, const struct formula *node, const struct formula *part,
                const struct formula *rest) {
    struct same *same = puts->same;
    struct arena *arena = &same->ways->arena;
    struct print print;
    if (!take_print(same, part, &print) || is_constant(&print))
        return;
    const size_t quantity = find_print(same, &print);
    if (quantity == NO_QUANTITY || quantity == puts->quantity ||
        have_same_print(&print, &same->prints[puts->quantity]) ||
        ways_reach(same->ways, quantity, puts->quantity))
        return;
    const struct quantity *named = &same->ways->trace->quantities[quantity];
    const struct formula *name = formula_leaf(
        arena, FORMULA_NAME, &same->ways->cells[quantity * same->ways->cell], named->length);
    struct exchange what = {node, rest == NULL ? name
                                               : formula_node(arena, FORMULA_MULTIPLY, name, rest)};
    add_put(puts, formula_edit(arena, puts->whole, exchange, &what));
}

static size_t factors_of(const struct formula *node, const struct formula *factors[],
                         size_t count) {
    if (node->kind == FORMULA_MULTIPLY) {
        count = factors_of(node->left, factors, count);
        return factors_of(node->right, factors, count);
    }
    if (count < MOST_FACTORS) /* GCOVR_EXCL_BR_LINE: no product of a walk has so many factors */
        factors[count] = node;
    return count + 1;
}

/* The product of the factors whose bits are set in WHICH; NULL of none. */
static const struct formula *product_of(struct arena *arena, const struct formula *factors[],
                                        size_t count, unsigned which) {
    const struct formula *product = NULL;
    for (size_t i = 0; i < count; i++)
        if (which >> i & 1)
            product = product == NULL ? factors[i]
                                      : formula_node(arena, FORMULA_MULTIPLY, product, factors[i]);
    return product;
}

static void put_factors(struct puts *puts, const struct formula *node) {
    const struct formula *factors[MOST_FACTORS];
    struct arena *arena = &puts->same->ways->arena;
    const size_t count = factors_of(node, factors, 0);
    if (count > MOST_FACTORS)
        return; /* GCOVR_EXCL_LINE: no product of a walk has so many factors */
    const unsigned all = (1u << count) - 1;
    for (unsigned which = 3; which <= all; which++)
        if ((which & (which - 1)) != 0)
            put(puts, node, product_of(arena, factors, count, which),
                product_of(arena, factors, count, all & ~which));
}

static void put_parts(struct puts *puts, const struct formula *node, bool is_factor) {
    if (node == NULL || node->left == NULL)
        return;
    if (node->kind != FORMULA_MULTIPLY)
        put(puts, node, node, NULL);
    else if (!is_factor)
        put_factors(puts, node);
    put_parts(puts, node->left, node->kind == FORMULA_MULTIPLY);
    put_parts(puts, node->right, node->kind == FORMULA_MULTIPLY);
}

/* The ways of a quantity, and those with names put in. */
static void put_names(struct puts *puts, size_t quantity) {
    struct ways *ways = puts->same->ways;
    puts->quantity = quantity;
    puts->count = 0;
    for (size_t w = 0; w < ways->count[quantity]; w++)
        add_way(puts, &ways->of[quantity][w]);
    for (size_t depth = 0, from = 0; depth < DEEPEST; depth++) {
        const size_t end = puts->count;
        for (; from < end; from++) {
            const struct way *way = &puts->found[from];
            puts->whole = way->formula;
            if (way->slip == NULL && !way->has_partial && way->name_count <= LONGEST_SUM)
                put_parts(puts, puts->whole, false);
        }
    }
    ways->of[quantity] = arena_take(&ways->arena, puts->count * sizeof *puts->found);
    memcpy(ways->of[quantity], puts->found, puts->count * sizeof *puts->found);
    ways->count[quantity] = (unsigned short)puts->count;
}

void same_find(struct ways *ways) {
    const size_t count = ways->trace->quantity_count;
    struct same same = {.ways = ways,
                        .prints = memory_take(count * sizeof *same.prints),
                        .sorted = memory_take(count * sizeof *same.sorted)};
    take_prints(&same);
    sort(&same);
    find_twins(&same);
    struct puts puts = {.same = &same};
    for (size_t q = 0; q < count; q++)
        if (ways->count[q] > 0)
            put_names(&puts, q);
    free(puts.found);
    free(same.prints);
    free(same.sorted);
}
