/* JSON: see json.h. */
#include "mark/json.h"

#include "mark/hand_in.h"

#include <ctype.h>
#include <string.h>

enum { DEEPEST = 16, MOST_PAIRS = 1024 };

struct reader {
    struct answer_file *file;
    const char *c, *end;
    int depth;
    size_t line;
    size_t iteration; /* that values are of, from 1 */
    bool is_other;    /* of another network, as bpwalk has its companion's beside it */
};

static bool read_value(struct reader *reader, struct span name, struct span *scalar);

static void skip_blanks(struct reader *reader) {
    while (reader->c < reader->end && isspace((unsigned char)*reader->c))
        reader->line += *reader->c++ == '\n';
}

static bool take(struct reader *reader, char c) {
    skip_blanks(reader);
    if (reader->c == reader->end || *reader->c != c)
        return false;
    reader->c++;
    return true;
}

static bool read_string(struct reader *reader, struct span *string) {
    if (!take(reader, '"'))
        return false;
    string->text = reader->c;
    while (reader->c < reader->end && *reader->c != '"')
        reader->c += *reader->c == '\\' && reader->c + 1 < reader->end ? 2 : 1;
    string->length = (size_t)(reader->c - string->text);
    return take(reader, '"');
}

static bool is(struct span text, const char *word) {
    return text.length == strlen(word) && memcmp(text.text, word, text.length) == 0;
}

static void hand_in(struct reader *reader, struct span name, struct span value) {
    if (reader->is_other)
        return;
    hand_in_iteration(reader->file, reader->iteration);
    hand_in_value(reader->file, reader->line, name, value);
}

/* What follows is of the iteration that NAME says; of the same as before where it says none. */
static void take_iteration(struct reader *reader, struct span name) {
    const size_t iteration = name.text != NULL ? hand_in_iteration_of(name, true) : 0;
    reader->iteration = iteration > 0 ? iteration : reader->iteration;
}

/* Keys that tell what a value belongs to, in what bpwalk writes. */
static bool is_about(struct span key) {
    return is(key, "iteration") || is(key, "network") || is(key, "text") || is(key, "value");
}

/* A row of bpwalk's own has much beside the name and the value. */
struct pairs {
    struct span name, value; /* of the keys that are called so, or NULL */
    struct span key[MOST_PAIRS], scalar[MOST_PAIRS];
    size_t count;
};

static bool read_pair(struct reader *reader, struct pairs *pairs) {
    struct span key, scalar = {NULL, 0};
    if ((pairs->count > 0 && !take(reader, ',')) || pairs->count == MOST_PAIRS ||
        !read_string(reader, &key) || !take(reader, ':') || !read_value(reader, key, &scalar))
        return false;
    if (is(key, "name"))
        pairs->name = scalar;
    else if (is(key, "value"))
        pairs->value = scalar;
    else if (is(key, "iteration"))
        take_iteration(reader, scalar);
    else if (is(key, "network") && scalar.text != NULL)
        reader->is_other |= !hand_in_is_of_network(reader->file, scalar);
    pairs->key[pairs->count] = key;
    pairs->scalar[pairs->count++] = scalar;
    return true;
}

static bool read_object(struct reader *reader, struct span above) {
    const size_t iteration = reader->iteration;
    const bool was_other = reader->is_other;
    struct pairs pairs;
    bool done = true;
    pairs.name = pairs.value = (struct span){NULL, 0};
    pairs.count = 0;
    take_iteration(reader, above);
    while (done && !take(reader, '}'))
        done = read_pair(reader, &pairs);
    if (pairs.name.text != NULL && pairs.value.text != NULL)
        hand_in(reader, pairs.name, pairs.value);
    else
        for (size_t i = 0; i < pairs.count; i++)
            if (pairs.scalar[i].text != NULL && !is_about(pairs.key[i]))
                hand_in(reader, pairs.key[i], pairs.scalar[i]);
    reader->iteration = iteration;
    reader->is_other = was_other;
    return done;
}

/* An array of numbers, or of such, is handed in as it stands; of objects, each. */
static bool read_array(struct reader *reader, struct span name, const char *start) {
    const size_t iteration = reader->iteration;
    const bool are_iterations = is(name, "iterations");
    struct span scalar;
    bool has_object = false, is_first = true;
    size_t count = 0;
    while (!take(reader, ']')) {
        if (!is_first && !take(reader, ','))
            return false;
        is_first = false;
        skip_blanks(reader);
        reader->iteration = are_iterations ? ++count : iteration;
        has_object |= reader->c < reader->end && *reader->c == '{';
        if (!read_value(reader, (struct span){NULL, 0}, &scalar))
            return false;
    }
    reader->iteration = iteration;
    if (!has_object && name.text != NULL)
        hand_in(reader, name, (struct span){start, (size_t)(reader->c - start)});
    return true;
}

/* SCALAR is a number's or string's text, or what true and null are. */
static bool read_value(struct reader *reader, struct span name, struct span *scalar) {
    skip_blanks(reader);
    const char *start = reader->c;
    bool done;
    if (++reader->depth > DEEPEST || start == reader->end)
        return false;
    if (take(reader, '{'))
        done = read_object(reader, name);
    else if (take(reader, '['))
        done = read_array(reader, name, start);
    else if (*start == '"')
        done = read_string(reader, scalar);
    else {
        while (reader->c < reader->end &&
               (isalnum((unsigned char)*reader->c) || strchr("+-.", *reader->c) != NULL))
            reader->c++;
        *scalar = (struct span){start, (size_t)(reader->c - start)};
        done = reader->c > start;
    }
    reader->depth--;
    return done;
}

void json_read(struct answer_file *file, const char *text, size_t length) {
    struct reader reader = {
        .file = file, .c = text, .end = text + length, .line = 1, .iteration = 1};
    const struct span nothing = {"", 0};
    struct span scalar;
    if (!read_value(&reader, (struct span){NULL, 0}, &scalar))
        hand_in_unread(file, reader.line, nothing, nothing, "json");
}
