/* JSON: see json.h. */
#include "mark/json.h"

#include "mark/hand_in.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { DEEPEST = 16 };

struct reader {
    struct answer_file *file;
    const char *c;
    int depth;
    size_t line;
    size_t iteration; /* that values are of, from 1 */
    bool is_other;    /* of another network, as bpwalk has its companion's beside it */
};

static bool read_value(struct reader *reader, struct span name, struct span *scalar);

static void skip_blanks(struct reader *reader) {
    while (isspace((unsigned char)*reader->c))
        reader->line += *reader->c++ == '\n';
}

static bool take(struct reader *reader, char c) {
    skip_blanks(reader);
    if (*reader->c != c)
        return false;
    reader->c++;
    return true;
}

static bool is_next(struct reader *reader, char c) {
    skip_blanks(reader);
    return *reader->c == c;
}

/* "x", or 'x' as Python prints it. */
static bool read_string(struct reader *reader, struct span *string) {
    const char quote = take(reader, '"') ? '"' : '\'';
    if (quote != '"' && !take(reader, quote))
        return false;
    string->text = reader->c;
    while (*reader->c != '\0' && *reader->c != quote)
        reader->c += *reader->c == '\\' ? 2 : 1;
    string->length = (size_t)(reader->c - string->text);
    return take(reader, quote);
}

static bool is_of_word(char c) {
    return isalnum((unsigned char)c) || (c != '\0' && strchr("_+-.", c) != NULL);
}

/* A number, or what is none: true, null, None, undefined. */
static bool read_word(struct reader *reader, struct span *word) {
    skip_blanks(reader);
    word->text = reader->c;
    while (is_of_word(*reader->c))
        reader->c++;
    word->length = (size_t)(reader->c - word->text);
    return word->length > 0;
}

/* In quotes or, as JavaScript prints it, without. */
static bool read_key(struct reader *reader, struct span *key) {
    return read_string(reader, key) || read_word(reader, key);
}

static bool is(struct span text, const char *word) {
    return text.length == strlen(word) && memcmp(text.text, word, text.length) == 0;
}

static unsigned hex(const char *digits) {
    unsigned value = 0;
    for (size_t i = 0; i < 4; i++)
        value = value << 4 |
                (unsigned)(isdigit((unsigned char)digits[i]) ? digits[i] - '0'
                                                             : (digits[i] | ' ') - 'a' + 10);
    return value;
}

static bool is_hex(const char *digits) {
    for (size_t i = 0; i < 4; i++)
        if (!isxdigit((unsigned char)digits[i]))
            return false;
    return true;
}

/* \u2202 as the character that it is; each other character stands for itself. */
static void put_unescaped(struct text *out, struct span string) {
    text_puts(out, "");
    for (size_t i = 0; i < string.length; i++) {
        const char *c = string.text + i;
        if (*c == '\\' && c[1] == 'u' && is_hex(c + 2)) {
            typed_character(out, hex(c + 2));
            i += 5;
        } else {
            text_putc(out, *c);
        }
    }
}

/* In plain characters, kept; as it stands where it is no UTF-8. */
static struct span plain(struct reader *reader, struct span string) {
    struct text text = {0}, typed = {0};
    put_unescaped(&text, string);
    if (typed_plain(&typed, text.bytes, text.length))
        string = (struct span){arena_copy(&reader->file->arena, typed.bytes, typed.length),
                               typed.length};
    text_free(&text);
    text_free(&typed);
    return string;
}

static void hand_in(struct reader *reader, struct span name, struct span value) {
    if (reader->is_other)
        return;
    hand_in_iteration(reader->file, reader->iteration);
    hand_in_value(reader->file, reader->line, plain(reader, name), plain(reader, value));
}

/* What follows is of the iteration that NAME says; of the same as before where it says none. */
static void take_iteration(struct reader *reader, struct span name) {
    const size_t iteration = hand_in_iteration_of(name, true);
    reader->iteration = iteration > 0 ? iteration : reader->iteration;
}

/* Keys that tell what a value belongs to, in what bpwalk writes. */
static bool is_about(struct span key) {
    return is(key, "iteration") || is(key, "network") || is(key, "text") || is(key, "value");
}

/* A row of bpwalk's own has much beside the name and the value. */
struct pairs {
    struct span name, value; /* of the keys that are called so, or NULL */
    struct pair {
        struct span key, scalar;
    } * each;
    size_t count, room;
};

static void add(struct pairs *pairs, struct span key, struct span scalar) {
    pairs->each = memory_more(pairs->each, pairs->count, &pairs->room, sizeof *pairs->each);
    pairs->each[pairs->count++] = (struct pair){key, scalar};
}

static bool read_pair(struct reader *reader, struct pairs *pairs) {
    struct span key, scalar = {NULL, 0};
    if (!read_key(reader, &key) || !take(reader, ':') || !read_value(reader, key, &scalar))
        return false;
    if (is(key, "name"))
        pairs->name = scalar;
    else if (is(key, "value"))
        pairs->value = scalar;
    else if (is(key, "iteration"))
        take_iteration(reader, scalar);
    else if (is(key, "network") && scalar.text != NULL)
        reader->is_other |= !hand_in_is_of_network(reader->file, scalar);
    add(pairs, key, scalar);
    return true;
}

static bool read_object(struct reader *reader, struct span above) {
    const size_t iteration = reader->iteration;
    const bool was_other = reader->is_other;
    struct pairs pairs = {.count = 0};
    bool done = true;
    take_iteration(reader, above);
    while (done && !take(reader, '}')) /* a comma behind the last is let pass */
        done = read_pair(reader, &pairs) && (take(reader, ',') || is_next(reader, '}'));
    if (pairs.name.text != NULL && pairs.value.text != NULL)
        hand_in(reader, pairs.name, pairs.value);
    else
        for (size_t i = 0; i < pairs.count; i++)
            if (pairs.each[i].scalar.text != NULL && !is_about(pairs.each[i].key))
                hand_in(reader, pairs.each[i].key, pairs.each[i].scalar);
    free(pairs.each);
    reader->iteration = iteration;
    reader->is_other = was_other;
    return done;
}

/* An array of numbers, or of such, is handed in as it stands; of objects, each. */
static bool read_array(struct reader *reader, struct span name, const char *start) {
    const size_t iteration = reader->iteration;
    const bool are_iterations = is(name, "iterations");
    struct span scalar;
    bool has_object = false;
    size_t count = 0;
    while (!take(reader, ']')) {
        skip_blanks(reader);
        reader->iteration = are_iterations ? ++count : iteration;
        has_object |= *reader->c == '{';
        if (!read_value(reader, (struct span){NULL, 0}, &scalar) ||
            (!take(reader, ',') && !is_next(reader, ']')))
            return false;
    }
    reader->iteration = iteration;
    if (!has_object && name.text != NULL)
        hand_in(reader, name, (struct span){start, (size_t)(reader->c - start)});
    return true;
}

/* What numpy and PyTorch print around a value: array([0.1, 0.2], dtype=float32). */
static bool read_call(struct reader *reader, struct span name, struct span *scalar) {
    *scalar = (struct span){NULL, 0};
    if (!read_value(reader, name, scalar))
        return false;
    while (*reader->c != '\0' && *reader->c != ')')
        reader->line += *reader->c++ == '\n';
    return take(reader, ')');
}

/* SCALAR is a number's or string's text, or what true and null are. */
static bool read_value(struct reader *reader, struct span name, struct span *scalar) {
    skip_blanks(reader);
    const char *start = reader->c;
    bool done;
    if (++reader->depth > DEEPEST)
        return false;
    if (take(reader, '{'))
        done = read_object(reader, name);
    else if (take(reader, '['))
        done = read_array(reader, name, start);
    else if (*start == '"' || *start == '\'')
        done = read_string(reader, scalar);
    else {
        done = read_word(reader, scalar);
        if (done && take(reader, '('))
            done = read_call(reader, name, scalar);
    }
    reader->depth--;
    return done;
}

void json_read(struct answer_file *file, const char *text) {
    struct reader reader = {.file = file, .c = text, .line = 1, .iteration = 1};
    const struct span nothing = {"", 0};
    struct span scalar;
    if (!read_value(&reader, (struct span){NULL, 0}, &scalar))
        hand_in_unread(file, reader.line, nothing, nothing, "json");
}
