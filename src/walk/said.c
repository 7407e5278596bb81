/* Said: see said.h. */
#include "walk/said.h"

#include "formula/notation.h"

#include <ctype.h>
#include <stdlib.h>

/* A way to spell a quantity: small letters and digits alone. No two are spelled the same way. */
struct spelling {
    const char *key;
    size_t quantity;
};

static int by_key(const void *a, const void *b) {
    const struct spelling *x = a, *y = b;
    return strcmp(x->key, y->key);
}

/* Letters and digits, small; a + or ' is "new". */
static void put_key(struct text *key, const char *name, size_t length) {
    text_puts(key, "");
    for (size_t i = 0; i < length; i++) {
        if (name[i] == '+' || name[i] == '\'')
            text_puts(key, "new");
        else if (isalnum((unsigned char)name[i]))
            text_putc(key, (char)tolower((unsigned char)name[i]));
    }
}

/* NAME with OLD, where it stands first in it, replaced; false where it does not stand in it. */
static bool replaced(struct text *out, const char *name, const char *old, const char *with) {
    const char *at = strstr(name, old);
    text_cut(out, 0);
    if (at == NULL)
        return false;
    text_add(out, name, (size_t)(at - name));
    text_puts(out, with);
    text_puts(out, at + strlen(old));
    return true;
}

enum { VARIANTS = 5 };

/* What the spellings of all quantities are made in. */
struct making {
    struct said *said;
    struct text name, key, other;
    struct short_error {
        struct text letters, brief; /* E_total as E, E_O1 as E1 */
    } total, of_output;
};

static void add(struct making *making, const char *name, size_t quantity) {
    struct said *said = making->said;
    text_cut(&making->key, 0);
    put_key(&making->key, name, strlen(name));
    said->each[said->count++] = (struct spelling){
        arena_copy(&said->arena, making->key.bytes, making->key.length), quantity};
}

/* How an error is often written: its name up to the blank below, and the output's number. */
static struct short_error short_error(const struct shape *shape, enum role_kind kind) {
    const struct role role = {.kind = kind, .layer = shape->depth, .neuron = 1};
    struct short_error error = {{0}, {0}};
    shape_put_name(&error.letters, shape, &role);
    while (isdigit((unsigned char)error.letters.bytes[error.letters.length - 1]))
        text_cut(&error.letters, error.letters.length - 1);
    text_add(&error.brief, error.letters.bytes, strcspn(error.letters.bytes, "_"));
    return error;
}

static void add_short_error(struct making *making, const struct short_error *error,
                            size_t quantity) {
    if (replaced(&making->other, making->name.bytes, error->letters.bytes, error->brief.bytes))
        add(making, making->other.bytes, quantity);
}

/* dw5, gradw5 */
static void add_gradient(struct making *making, const char *word, const struct role *by,
                         size_t quantity) {
    text_cut(&making->other, 0);
    text_puts(&making->other, word);
    shape_put_name(&making->other, making->said->shape, by);
    add(making, making->other.bytes, quantity);
}

/* A quantity in one notation, and with shorter names of errors and gradients. */
static void add_variants(struct making *making, const struct notation *notation, size_t quantity) {
    const struct quantity *named = &making->said->trace->quantities[quantity];
    struct role by;
    text_cut(&making->name, 0);
    notation_put(&making->name, notation, named->name, named->length);
    add(making, making->name.bytes, quantity);
    add_short_error(making, &making->total, quantity);
    add_short_error(making, &making->of_output, quantity);
    if (shape_is_gradient(making->said->shape, named->name, named->length, &by)) {
        add_gradient(making, "d", &by, quantity);
        add_gradient(making, "grad", &by, quantity);
    }
}

void said_start(struct said *said, const struct trace *trace, const struct shape *shape) {
    struct making making = {.said = said,
                            .total = short_error(shape, ROLE_TOTAL),
                            .of_output = short_error(shape, ROLE_ERROR)};
    size_t notations = 0;
    while (notation_at(notations) != NULL)
        notations++;
    *said = (struct said){.trace = trace, .shape = shape};
    said->each = memory_take(trace->quantity_count * notations * VARIANTS * sizeof *said->each);
    for (size_t q = 0; q < trace->quantity_count; q++)
        for (size_t n = 0; n < notations; n++)
            add_variants(&making, notation_at(n), q);
    qsort(said->each, said->count, sizeof *said->each, by_key);
    struct text *const made[] = {&making.name,           &making.key,
                                 &making.other,          &making.total.letters,
                                 &making.total.brief,    &making.of_output.letters,
                                 &making.of_output.brief};
    for (size_t i = 0; i < sizeof made / sizeof *made; i++)
        text_free(made[i]);
}

void said_free(struct said *said) {
    free(said->each);
    arena_free(&said->arena);
    *said = (struct said){0};
}

static size_t find_key(const struct said *said, const char *key) {
    const struct spelling wanted = {.key = key};
    const struct spelling *found =
        bsearch(&wanted, said->each, said->count, sizeof *said->each, by_key);
    return found != NULL ? found->quantity : SAID_NONE;
}

/* KEY with each OLD replaced. */
static void replace_all(struct text *key, const char *old, const char *with) {
    struct text out = {0};
    while (replaced(&out, key->bytes, old, with)) {
        text_cut(key, 0);
        text_add(key, out.bytes, out.length);
    }
    text_free(&out);
}

/* newx, xupdated become xnew. */
static void settle_new(struct text *key) {
    static const char new[] = "new";
    const size_t length = strlen(new);
    replace_all(key, "updated", new);
    if (strncmp(key->bytes, new, length) == 0) {
        memmove(key->bytes, key->bytes + length, key->length - length);
        memcpy(key->bytes + key->length - length, new, length);
    }
}

size_t said_find(const struct said *said, const char *name, size_t length) {
    const struct quantity *exact = trace_find(said->trace, name, length);
    struct text key = {0};
    if (exact != NULL)
        return (size_t)(exact - said->trace->quantities);
    put_key(&key, name, length);
    replace_all(&key, "partial", "d");
    settle_new(&key);
    const size_t found = key.length > 0 ? find_key(said, key.bytes) : SAID_NONE;
    text_free(&key);
    return found;
}

void said_nearest(const struct said *said, const char *name, size_t length,
                  char found[NEAREST_ROOM]) {
    const struct trace *trace = said->trace;
    const struct notation *notation;
    const size_t most = (length + 1) / 3; /* letters that may be others */
    struct nearest nearest = {.word = name, .length = length};
    for (size_t n = 0; (notation = notation_at(n)) != NULL; n++)
        for (size_t q = 0; q < trace->quantity_count; q++) {
            struct text written = {0};
            notation_put(&written, notation, trace->quantities[q].name,
                         trace->quantities[q].length);
            if (written.length <= length + most && length <= written.length + most)
                nearest_try(&nearest, written.bytes);
            text_free(&written);
        }
    const bool is_near = nearest.found[0] != '\0' && nearest.distance <= most;
    const size_t meant = /* none, too, where a name is longer than what is compared */
        is_near ? said_find(said, nearest.found, strlen(nearest.found)) : SAID_NONE;
    strcpy(found, meant != SAID_NONE ? trace->quantities[meant].name : "");
}
