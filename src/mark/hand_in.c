/* Hand in: see hand_in.h. */
#include "mark/hand_in.h"

#include "base/number.h"
#include "mark/expression.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

enum { MOST_UNREAD = 1000, MOST_ELEMENTS = 4096 };

void hand_in_unread(struct answer_file *file, size_t line, struct span name, struct span value,
                    const char *reason) {
    char nearest[NEAREST_ROOM] = "";
    if (file->unread_count >= MOST_UNREAD && strcmp(reason, answer_file_reason_missing) != 0)
        return;
    file->unread =
        memory_more(file->unread, file->unread_count, &file->unread_room, sizeof *file->unread);
    if (strcmp(reason, "name") == 0)
        said_nearest(&file->said, name.text, name.length, nearest);
    file->unread[file->unread_count++] =
        (struct unread){.line = line,
                        .iteration = file->iteration,
                        .name = arena_copy(&file->arena, name.text, name.length),
                        .typed = arena_copy(&file->arena, value.text, value.length),
                        .reason = reason,
                        .nearest = arena_copy(&file->arena, nearest, strlen(nearest))};
}

/* ---- Iterations ---- */

void hand_in_iteration(struct answer_file *file, size_t number) {
    file->iteration = number;
    if (number <= file->check_count)
        file->check = file->checks[number - 1];
}

static size_t marks_at(struct span text, size_t i) {
    static const char marks[] = " \t#=*:_-[]()";
    const size_t start = i;
    while (i < text.length && text.text[i] != '\0' && strchr(marks, text.text[i]) != NULL)
        i++;
    return i - start;
}

/* The length of the first of WORDS that stands at I, in capitals or not; 0 where none does. */
static size_t word_at(struct span text, size_t i, const char *const words[]) {
    for (size_t w = 0; words[w] != NULL; w++) {
        const size_t length = strlen(words[w]);
        if (length <= text.length - i && strncasecmp(text.text + i, words[w], length) == 0)
            return length;
    }
    return 0;
}

size_t hand_in_iteration_of(struct span text, bool is_bare) {
    static const char *const before[] = {"iteration", "迭代", "第", NULL};
    static const char *const behind[] = {"次迭代", "次", NULL};
    size_t number = 0, i = marks_at(text, 0);
    const size_t word = word_at(text, i, before);
    i += word;
    i += marks_at(text, i);
    for (; i < text.length && isdigit((unsigned char)text.text[i]) && number < 10000; i++)
        number = 10 * number + (size_t)(text.text[i] - '0');
    i += marks_at(text, i);
    i += word_at(text, i, behind);
    i += marks_at(text, i);
    return i == text.length && (word > 0 || is_bare) ? number : 0;
}

/* ---- One value ---- */

static size_t *line_of(struct answer_file *file, size_t quantity) {
    return &file->line_of[(file->iteration - 1) * file->check->ways.trace->quantity_count +
                          quantity];
}

static bool is_empty(struct span value) {
    static const char *const words[] = {"-", "n/a", "nan", "none", "null", "undefined", NULL};
    return strspn(value.text, "?") >= value.length || word_at(value, 0, words) == value.length;
}

/* A value that is there already: the same again says nothing; another makes both unread. */
static bool is_first(struct answer_file *file, size_t line, size_t quantity, struct span name,
                     struct span value, double number) {
    const struct own_value *own = &file->check->own[quantity];
    if (*line_of(file, quantity) == 0)
        return true;
    if (own->answer.typed != NULL && fabs(own->answer.value - number) <= 1e-14 * fabs(number))
        return false;
    if (own->answer.typed != NULL)
        hand_in_unread(file, *line_of(file, quantity), name,
                       (struct span){own->answer.typed, strlen(own->answer.typed)}, "twice");
    check_withdraw(file->check, quantity);
    hand_in_unread(file, line, name, value, "twice");
    return false;
}

/* Hands in a number or an expression. */
static void take(struct answer_file *file, size_t line, size_t quantity, struct span name,
                 struct span value) {
    struct text typed = {0};
    struct approximate worth;
    struct error error;
    double number;
    if (typed_number(&typed, value.text, value.length)) {
        if (number_read(typed.bytes, typed.length, &number) != NULL) {
            hand_in_unread(file, line, name, value, "number");
        } else if (is_first(file, line, quantity, name, value, number)) {
            check_answer(file->check, quantity, typed.bytes, typed.length, number);
            *line_of(file, quantity) = line;
        }
    } else if (strspn(value.text, "0123456789,") >= value.length) {
        hand_in_unread(file, line, name, value, "comma");
    } else if (expression_value(file->check, &file->said, quantity, value.text, value.length,
                                &worth, &error) &&
               isfinite(worth.value) && isfinite(worth.error)) {
        if (is_first(file, line, quantity, name, value, worth.value)) {
            expression_hand_in(file->check, quantity, &worth);
            *line_of(file, quantity) = line;
        }
    } else {
        hand_in_unread(file, line, name, value, "number");
    }
    text_free(&typed);
}

/* Whether a part of the working comes to what stands behind it, as far as both say: to the digits
 * of a number, rounded or cut off. One that is no expression is let pass. */
static bool agree(struct answer_file *file, size_t quantity, struct span part, struct span next) {
    struct approximate a, b;
    struct error error;
    if (!expression_value(file->check, &file->said, quantity, part.text, part.length, &a, &error) ||
        !expression_value(file->check, &file->said, quantity, next.text, next.length, &b, &error))
        return true;
    double number;
    struct answer answer = {0};
    if (number_read(next.text, next.length, &number) == NULL) {
        answer = answer_of(next.text, next.length, number);
        b.error = answer.half;
    }
    return !isfinite(a.error) || is_cut_off(&answer, a.value) ||
           fabs(a.value - b.value) <= a.error + b.error + 1e-12 * fabs(b.value);
}

/* Goes through the working; returns what stands behind its last equals sign. */
static struct span last_part(struct answer_file *file, size_t line, size_t quantity,
                             struct span name, struct span value) {
    for (const char *equals; (equals = memchr(value.text, '=', value.length)) != NULL;) {
        const size_t length = (size_t)(equals - value.text);
        const struct span part = typed_trim(value.text, length);
        value = typed_trim(equals + 1, value.length - length - 1);
        const char *end = memchr(value.text, '=', value.length);
        const struct span next =
            typed_trim(value.text, end != NULL ? (size_t)(end - value.text) : value.length);
        if (!agree(file, quantity, part, next))
            hand_in_unread(file, line, name, part, "working");
    }
    return value;
}

/* ---- Matrices and layers ---- */

/* The numbers in brackets, of which VALUE has some, each as it is typed; *COUNT is of all. */
static bool elements_of(struct span value, struct span elements[], size_t *count) {
    static const char inside[] = "0123456789.eE+-";
    bool is_closed = false;
    size_t i = 0;
    *count = 0;
    while (value.text[i] != '[')
        i++;
    while (i < value.length) {
        const char c = value.text[i];
        if (strchr(" \t\n,;[]", c) != NULL) {
            is_closed = c == ']' || (is_closed && c != '[');
            i++;
            continue;
        }
        const size_t start = i;
        while (i < value.length && strchr(inside, value.text[i]) != NULL)
            i++;
        if (c == ')' || (i == start && is_closed && isalpha((unsigned char)c)))
            break; /* dtype=..., of what prints it */
        if (i == start || *count == MOST_ELEMENTS)
            return false;
        elements[(*count)++] = (struct span){value.text + start, i - start};
    }
    return *count > 0;
}

/* The name of an element of a matrix: dE_total_dw5, w5_new, b3. */
static void put_element(struct text *out, const struct shape *shape, const struct matrix *matrix,
                        size_t index) {
    const bool is_weight = matrix->kind == ROLE_WEIGHT;
    const size_t columns = is_weight ? shape->width[matrix->layer - 1] : 1;
    const struct role role = {.kind = matrix->kind,
                              .layer = matrix->layer,
                              .neuron = index / columns + 1,
                              .from = is_weight ? index % columns + 1 : 0,
                              .is_new = matrix->is_new};
    text_cut(out, 0);
    text_puts(out, matrix->is_slope ? "dE_total_d" : "");
    shape_put_name(out, shape, &role);
}

static size_t size_of(const struct shape *shape, const struct matrix *matrix) {
    return matrix->kind == ROLE_BIAS
               ? shape_biases_of(shape, matrix->layer)
               : shape->width[matrix->layer] * shape->width[matrix->layer - 1];
}

/* In brackets: of a matrix all its elements; else NAME1, NAME2, ... of a layer. */
static void take_brackets(struct answer_file *file, size_t line, struct span name,
                          struct span value) {
    const struct matrix matrix = shape_matrix(file->shape, name.text, name.length);
    struct span elements[MOST_ELEMENTS];
    struct text element = {0};
    size_t count;
    bool is_good = elements_of(value, elements, &count) &&
                   (matrix.kind == ROLE_NONE || count == size_of(file->shape, &matrix));
    for (size_t i = 0; i < count && is_good; i++) {
        if (matrix.kind != ROLE_NONE) {
            put_element(&element, file->shape, &matrix, i);
        } else {
            text_cut(&element, 0);
            text_add(&element, name.text, name.length);
            text_whole(&element, i + 1);
        }
        const size_t quantity = said_find(&file->said, element.bytes, element.length);
        is_good = quantity != SAID_NONE;
        if (is_good)
            take(file, line, quantity, (struct span){element.bytes, element.length}, elements[i]);
    }
    if (!is_good)
        hand_in_unread(file, line, name, value, "matrix");
    text_free(&element);
}

void hand_in_value(struct answer_file *file, size_t line, struct span name, struct span value) {
    if (file->iteration > file->check_count) {
        hand_in_unread(file, line, name, value, "iteration");
        return;
    }
    while (value.length > 0 && strchr(";,", value.text[value.length - 1]) != NULL)
        value = typed_trim(value.text, value.length - 1);
    if (memchr(value.text, '[', value.length) != NULL) {
        take_brackets(file, line, name, value);
        return;
    }
    const size_t quantity = said_find(&file->said, name.text, name.length);
    if (quantity == SAID_NONE) {
        hand_in_unread(file, line, name, value, "name");
        return;
    }
    value = last_part(file, line, quantity, name, value);
    if (value.length == 0 &&
        answer_file_asks(file, file->check->ways.trace->quantities[quantity].name))
        return; /* it is missing */
    if (is_empty(value))
        hand_in_unread(file, line, name, value, "empty");
    else
        take(file, line, quantity, name, value);
}

bool hand_in_is_of_network(const struct answer_file *file, struct span network) {
    struct text own = {0};
    shape_put_network(&own, file->shape);
    const bool is_it =
        own.length == network.length && memcmp(own.bytes, network.text, own.length) == 0;
    text_free(&own);
    return is_it;
}
