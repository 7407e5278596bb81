/* Simulated students: what the marking says of files that nobody has typed: tests/simulate_students
 * [FILES [SEED]].
 *
 * FILES of a kind are handed in, of random examples of eight shapes: the student computes each
 * value by some form of the walk, from what he wrote down before, and writes it down rounded.
 * Kinds: honest ones; one error of 10 to 50 % with the rest honest from it; one value that is off
 * by 5 % or more; a known slip (spelled here by hand, in numbers). Prints a row a kind, speaks TAP,
 * and fails where one misses what is asked of the marking. */
#include "example/example.h"
#include "mark/check.h"
#include "walk/walk.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const shapes[] = {
    "network = 2-2-2",
    "network = 3-3-2\nbiases = shared",
    "network = 2-3-1\nhidden = tanh\noutput = identity",
    "network = 2-2-3\nhidden = tanh\noutput = softmax\nloss = cross-entropy",
    "network = 2-3-2-1\nhidden = tanh, sigmoid\nloss = cross-entropy",
    "network = 3-2-2\nhidden = relu\noutput = sigmoid\nloss = mean-squared-error",
    "network = 2-2-2-2",
    "network = 2-2-1\nhidden = sigmoid\nsamples",
};

enum { SHAPES = sizeof shapes / sizeof *shapes, ROOM = 64 };

struct student {
    struct example example;
    struct walk walk;
    struct check check;
    double *value;            /* by quantity: what he wrote down */
    unsigned long long state; /* of the random numbers */
    int digits;
};

static void stop(const char *what) {
    fprintf(stderr, "simulate_students: %s\n", what);
    exit(EXIT_FAILURE);
}

/* In [0, 1): the same on every machine. */
static double random_number(unsigned long long *state) {
    *state = *state * 6364136223846793005ULL + 1442695040888963407ULL;
    return (double)(*state >> 11) * 0x1p-53;
}

static size_t random_index(unsigned long long *state, size_t count) {
    return (size_t)(random_number(state) * (double)count);
}

static struct trace *trace_of(struct student *student) {
    return &student->walk.trace;
}

static size_t count_of(struct student *student) {
    return trace_of(student)->quantity_count;
}

static bool is_computed(struct student *student, size_t q) {
    return trace_of(student)->quantities[q].typed == NULL;
}

/* ---- Random examples ---- */

static void put_numbers(struct student *student, struct text *text, const char *letter,
                        size_t count, size_t samples, double low, double high) {
    for (size_t i = 1; i <= count; i++) {
        text_printf(text, "%s%zu = ", letter, i);
        for (size_t s = 0; s < samples; s++) {
            const double number = low + (high - low) * random_number(&student->state);
            text_printf(text, "%s%.2f", s > 0 ? ", " : "", number);
        }
        text_putc(text, '\n');
    }
}

/* Weights of 0.1 to 0.9 either way; softmax has one target of 1. */
static void write_example(struct student *student, struct text *text, size_t which) {
    const char *shape = shapes[which], *many = strstr(shape, "\nsamples");
    const size_t samples = many != NULL ? 3 : 1;
    size_t width[8], depth = 0, weights = 0, biases = 0;
    char *at = strchr(shape, '=') + 1;
    do
        width[depth++] = strtoul(at + (*at == '-'), &at, 10);
    while (*at == '-');
    for (size_t l = 1; l < depth; l++) {
        weights += width[l] * width[l - 1];
        biases += strstr(shape, "shared") != NULL ? 1 : width[l];
    }
    text_add(text, shape, many != NULL ? (size_t)(many - shape) : strlen(shape));
    text_puts(text, "\n");
    put_numbers(student, text, "i", width[0], samples, 0.05, 0.95);
    if (strstr(shape, "softmax") != NULL)
        for (size_t i = 1; i <= width[depth - 1]; i++)
            text_printf(text, "O%zu = %d\n", i, i == 1 + which % 3);
    else
        put_numbers(student, text, "O", width[depth - 1], samples, 0.01, 0.99);
    put_numbers(student, text, "w", weights, 1, -0.9, 0.9);
    put_numbers(student, text, "b", biases, 1, -0.6, 0.6);
    text_printf(text, "alpha = %.2f\n", 0.21 + 0.6 * random_number(&student->state));
}

static void student_start(struct student *student, unsigned long long seed, size_t which) {
    struct text text = {0};
    struct error error;
    *student = (struct student){.state = seed * 7919 + 17};
    for (int i = 0; i < 10; i++)
        random_number(&student->state);
    write_example(student, &text, which);
    if (!example_parse(&student->example, text.bytes, text.length, "random", NULL, 0, &error) ||
        !walk_make(&student->walk, &student->example, SLIPS_NONE, &error))
        stop(error.line);
    check_start(&student->check, trace_of(student), student->walk.shape);
    student->value = memory_zeroed(count_of(student), sizeof(double));
    text_free(&text);
}

static void student_end(struct student *student) {
    check_free(&student->check);
    walk_free(&student->walk);
    example_free(&student->example);
    free(student->value);
}

/* ---- How he computes ---- */

static double written(double value, int digits, char room[ROOM]) {
    snprintf(room, ROOM, "%#.*g", digits, value);
    return atof(room);
}

static bool find(void *context, const char *name, size_t length, struct approximate *found) {
    struct student *student = context;
    *found =
        (struct approximate){student->value[ways_quantity(&student->check.ways, name, length)], 0};
    return true;
}

static double compute(struct student *student, size_t q) {
    const struct ways *ways = &student->check.ways;
    const struct formula_names names = {.find = find, .context = student};
    const struct way *way;
    struct approximate value;
    struct error error;
    do
        way = &ways->of[q][random_index(&student->state, ways->count[q])];
    while (way->has_partial || way->is_put || way->slip != NULL);
    if (!formula_evaluate(way->formula, &names, &value, &error))
        stop(error.line);
    return value.value;
}

/* All of the walk, but SET has its value already. */
static void go_on(struct student *student, size_t set) {
    char room[ROOM];
    for (size_t i = 0; i < count_of(student); i++) {
        const size_t q = student->check.ways.order[i];
        if (q == set)
            continue;
        student->value[q] = is_computed(student, q)
                                ? written(compute(student, q), student->digits, room)
                                : trace_of(student)->quantities[q].value;
    }
}

/* What he wrote down, PERCENT of it at random, and KEPT in any case. */
static void hand_in(struct student *student, int percent, size_t kept) {
    char room[ROOM];
    check_withdraw_all(&student->check);
    for (size_t q = 0; q < count_of(student); q++) {
        const bool is_in = random_number(&student->state) * 100 < percent || q == kept;
        if (!is_computed(student, q) || !is_in)
            continue;
        const double value = written(student->value[q], student->digits, room);
        check_answer(&student->check, q, room, strlen(room), value);
    }
    check_mark(&student->check);
}

static size_t wrong_of(struct student *student) {
    size_t wrong = 0;
    for (size_t q = 0; q < count_of(student); q++)
        wrong += student->check.own[q].answer.typed != NULL &&
                 student->check.marks[q].verdict == MARK_WRONG;
    return wrong;
}

static void tell(struct student *student, const char *kind) {
    if (getenv("TELL") == NULL)
        return;
    printf("# %s, %s, %d digits:", kind, trace_of(student)->network, student->digits);
    for (size_t q = 0; q < count_of(student); q++)
        if (student->check.own[q].answer.typed != NULL &&
            student->check.marks[q].verdict == MARK_WRONG)
            printf(" %s = %s (%.6g; %s)", trace_of(student)->quantities[q].name,
                   student->check.own[q].answer.typed, trace_of(student)->quantities[q].value,
                   student->check.marks[q].slip.slip != NULL ? student->check.marks[q].slip.slip
                                                             : "");
    putchar('\n');
}

/* ---- The kinds: how many of the files are marked as they should be ---- */

struct row {
    const char *kind;
    bool (*is_good)(struct student *student, size_t which, bool *counts);
    int percent, most_bad; /* handed in; bad ones of a thousand that are allowed */
};

static bool is_honest(struct student *student, size_t which, bool *counts) {
    static const int digits[] = {2, 3, 4, 6};
    (void)which, (void)counts;
    student->digits = digits[random_index(&student->state, 4)];
    go_on(student, NO_QUANTITY);
    hand_in(student, 100, NO_QUANTITY);
    size_t wrong = wrong_of(student);
    if (wrong == 0) {
        hand_in(student, 50, NO_QUANTITY);
        wrong = wrong_of(student);
    }
    return wrong == 0;
}

static size_t pick(struct student *student) {
    size_t q;
    do
        q = random_index(&student->state, count_of(student));
    while (!is_computed(student, q) || trace_of(student)->quantities[q].value == 0);
    return q;
}

static bool err(struct student *student, int percent) {
    char room[ROOM];
    const size_t q = pick(student);
    const double off = (0.1 + 0.4 * random_number(&student->state)) *
                       (random_number(&student->state) < 0.5 ? -1 : 1);
    student->digits = 4 + (int)random_index(&student->state, 5);
    student->value[q] =
        written(trace_of(student)->quantities[q].value * (1 + off), student->digits, room);
    go_on(student, q);
    hand_in(student, percent, q);
    return wrong_of(student) == 1 && student->check.marks[q].verdict == MARK_WRONG;
}

static bool is_one_error(struct student *student, size_t which, bool *counts) {
    (void)which, (void)counts;
    return err(student, 100);
}

static bool is_one_error_of_half(struct student *student, size_t which, bool *counts) {
    (void)which, (void)counts;
    return err(student, 50);
}

/* The honest file with one value that is off, and nothing that follows from it. */
static size_t set_off(struct student *student, int least_digits) {
    char room[ROOM];
    student->digits = least_digits;
    go_on(student, NO_QUANTITY);
    const size_t q = pick(student);
    const double off = (0.05 + 0.5 * random_number(&student->state)) *
                       (random_number(&student->state) < 0.5 ? -1 : 1);
    student->value[q] =
        written(trace_of(student)->quantities[q].value * (1 + off), student->digits, room);
    hand_in(student, random_number(&student->state) < 0.5 ? 100 : 50, q);
    return q;
}

static bool is_off(struct student *student, size_t which, bool *counts) {
    (void)which, (void)counts;
    const size_t q = set_off(student, 3 + (int)random_index(&student->state, 4));
    return student->check.marks[q].verdict == MARK_WRONG;
}

static bool is_without_slip(struct student *student, size_t which, bool *counts) {
    (void)which;
    const size_t q = set_off(student, 4);
    *counts = student->check.marks[q].verdict == MARK_WRONG;
    return student->check.marks[q].slip.slip == NULL;
}

/* ---- Slips, in numbers ---- */

static double of(struct student *student, const struct role *role) {
    struct text name = {0};
    shape_put_name(&name, student->walk.shape, role);
    const size_t q = ways_quantity(&student->check.ways, name.bytes, name.length);
    text_free(&name);
    return q != NO_QUANTITY ? student->value[q] : NAN;
}

static double weight(struct student *student, size_t layer, size_t to, size_t from, bool is_new) {
    return of(
        student,
        &(struct role){
            .kind = ROLE_WEIGHT, .layer = layer, .neuron = to, .from = from, .is_new = is_new});
}

static double bias(struct student *student, const struct role *role, size_t neuron) {
    return of(student, &(struct role){.kind = ROLE_BIAS, .layer = role->layer, .neuron = neuron});
}

static double value(struct student *student, const struct role *role, enum role_kind kind) {
    struct role other = *role;
    other.kind = kind;
    return of(student, &other);
}

static double rate(struct student *student) {
    return of(student, &(struct role){.kind = ROLE_RATE});
}

static bool is_sigmoid(struct student *student, size_t layer) {
    const struct function *function = student->walk.shape->activation[layer];
    return function != NULL && strcmp(function->name, "sigmoid") == 0;
}

/* What comes back to a hidden neuron over the first COUNT paths. */
static double back(struct student *student, const struct role *role, size_t count, bool is_new) {
    double sum = 0;
    for (size_t to = 1; to <= count; to++) {
        struct role above = {.kind = ROLE_ERROR_TERM,
                             .layer = role->layer + 1,
                             .neuron = to,
                             .sample = role->sample};
        sum += of(student, &above) * weight(student, role->layer + 1, to, role->neuron, is_new);
    }
    return sum;
}

/* What the slip ID makes of the value V of ROLE; NAN where it cannot be made. */
static double slipped(struct student *student, const char *id, const struct role *role, double v) {
    const struct shape *shape = student->walk.shape;
    const bool is_sum = role->kind == ROLE_SUM && !role->is_new;
    const bool is_updated = (role->kind == ROLE_WEIGHT || role->kind == ROLE_BIAS) && role->is_new;
    const bool is_hidden_term = role->kind == ROLE_ERROR_TERM && role->layer < shape->depth;
    struct role old = *role;
    old.is_new = false;
    if (strcmp(id, "bias") == 0)
        return is_sum ? v - bias(student, role, role->neuron) : NAN;
    if (strcmp(id, "other-bias") == 0)
        return is_sum && shape->biases == BIASES_EACH && shape->width[role->layer] > 1
                   ? v - bias(student, role, role->neuron) +
                         bias(student, role, role->neuron % shape->width[role->layer] + 1)
                   : NAN;
    if (strcmp(id, "alpha") == 0)
        return is_updated ? of(student, &old) + (v - of(student, &old)) / rate(student) : NAN;
    if (strcmp(id, "added") == 0)
        return is_updated ? 2 * of(student, &old) - v : NAN;
    if (strcmp(id, "kept") == 0)
        return is_updated ? of(student, &old) : NAN;
    if (strcmp(id, "rate") == 0)
        return is_updated ? of(student, &old) + (v - of(student, &old)) / rate(student) * 0.1 : NAN;
    if (strcmp(id, "half") == 0)
        return role->kind == ROLE_ERROR && shape->loss == LOSS_SQUARED_ERROR ? 2 * v : NAN;
    if (strcmp(id, "sign") == 0)
        return role->kind == ROLE_ERROR_TERM && role->layer == shape->depth ? -v : NAN;
    if (strcmp(id, "derivative") == 0)
        return is_hidden_term && is_sigmoid(student, role->layer)
                   ? back(student, role, shape->width[role->layer + 1], false)
                   : NAN;
    if (strcmp(id, "path") == 0)
        return is_hidden_term && shape->width[role->layer + 1] == 2
                   ? v / back(student, role, 2, false) * back(student, role, 1, false)
                   : NAN;
    if (strcmp(id, "early") == 0)
        return is_hidden_term ? v / back(student, role, shape->width[role->layer + 1], false) *
                                    back(student, role, shape->width[role->layer + 1], true)
                              : NAN;
    if (strcmp(id, "power-of-ten") == 0)
        return role->kind == ROLE_OUTPUT && is_sigmoid(student, role->layer)
                   ? 1 / (1 + pow(10, -value(student, role, ROLE_SUM)))
                   : NAN;
    if (strcmp(id, "tanh") == 0)
        return role->kind == ROLE_OUTPUT && is_sigmoid(student, role->layer)
                   ? tanh(value(student, role, ROLE_SUM))
                   : NAN;
    return NAN;
}

static const char *const slip_ids[] = {"bias",  "other-bias",   "alpha", "added",      "kept",
                                       "rate",  "half",         "sign",  "derivative", "path",
                                       "early", "power-of-ten", "tanh"};

/* All else is handed in and right. A slip that makes a difference of less than 2 % does not count.
 */
static bool is_named(struct student *student, size_t which, bool *counts) {
    const char *id = slip_ids[random_index(&student->state, sizeof slip_ids / sizeof *slip_ids)];
    char room[ROOM];
    (void)which;
    student->digits = 4;
    go_on(student, NO_QUANTITY);
    *counts = false;
    for (int tries = 0; tries < 2000; tries++) {
        const size_t q = pick(student);
        const struct quantity *named = &trace_of(student)->quantities[q];
        const struct role role = shape_role(student->walk.shape, named->name, named->length);
        const double v = slipped(student, id, &role, named->value);
        if (!isfinite(v) || fabs(v - named->value) < 0.02 * fabs(named->value))
            continue;
        *counts = true;
        student->value[q] = written(v, student->digits, room);
        hand_in(student, 100, q);
        const char *told = student->check.marks[q].slip.slip;
        const bool is_it =
            told != NULL && strcmp(told, strcmp(id, "tanh") == 0 ? "function" : id) == 0;
        if (!is_it && getenv("TELL") != NULL)
            printf("# %s made:", id);
        return is_it;
    }
    return true;
}

static const struct row rows[] = {
    {"honest, rounded to 2, 3, 4 or 6 digits: none wrong", is_honest, 100, 0},
    {"one error, the rest honest from it: it alone is wrong", is_one_error, 100, 0},
    {"the same, any half handed in", is_one_error_of_half, 50, 0},
    {"off by 5 % or more, 3 digits or more: wrong", is_off, 100, 10},
    {"a known slip, 4 digits: by its name", is_named, 100, 50},
    {"a random error, 4 digits: no slip's name", is_without_slip, 100, 10},
};

static bool simulate(const struct row *row, size_t number, long files, unsigned long long seed) {
    long all = 0, bad = 0;
    for (long i = 0; i < files; i++) {
        struct student student;
        bool counts = true;
        const size_t which = (size_t)i % SHAPES;
        student_start(&student, seed + (unsigned long long)i * 31 + number, which);
        const bool is_good = row->is_good(&student, which, &counts);
        all += counts;
        bad += counts && !is_good;
        if (counts && !is_good)
            tell(&student, row->kind);
        student_end(&student);
    }
    const bool passes = bad * 1000 <= row->most_bad * all;
    printf("%sok %zu - %s: %ld of %ld\n", passes ? "" : "not ", number, row->kind, all - bad, all);
    return passes;
}

int main(int argc, char **argv) {
    const long files = argc > 1 ? atol(argv[1]) : 200;
    const unsigned long long seed = argc > 2 ? strtoull(argv[2], NULL, 10) : 1;
    const size_t count = sizeof rows / sizeof *rows;
    bool passes = files > 0;
    printf("1..%zu\n", count);
    for (size_t i = 0; i < count; i++)
        passes &= simulate(&rows[i], i + 1, files, seed);
    return passes ? EXIT_SUCCESS : EXIT_FAILURE;
}
