/* Data: see data.h. A file is read in two steps: its lines become a table of numbers, and the
 * columns of the table become rows of inputs and the classes. */
#include "network/data.h"

#include "base/memory.h"
#include "base/number.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Rows of numbers for all samples, all 0 */
static double *rows_new(size_t samples, size_t rows) {
    enum { VECTOR = 64 }; /* bytes of the widest */
    const size_t blocks = (samples + BLOCK - 1) / BLOCK;
    return memory_zeroed_aligned(VECTOR, blocks * rows * BLOCK * sizeof(double));
}

static double *place(double *first, size_t rows, size_t row, size_t s) {
    return first + (s / BLOCK * rows + row) * BLOCK + s % BLOCK;
}

double *data_x(const struct data *data, size_t i, size_t s) {
    return place(data->x, data->inputs, i, s);
}

double *data_O(const struct data *data, size_t j, size_t s) {
    return place(data->O, data->outputs, j, s);
}

struct data *data_new(size_t samples, size_t inputs) {
    struct data *data = memory_zeroed(1, sizeof *data);
    data->samples = samples;
    data->inputs = inputs;
    data->x = rows_new(samples, inputs);
    return data;
}

void data_free(struct data *data) {
    if (data == NULL)
        return;
    free(data->x);
    free(data->class);
    free(data->O);
    free(data);
}

void data_make_outputs(struct data *data, size_t outputs) {
    free(data->O);
    data->O = rows_new(data->samples, outputs);
    data->outputs = outputs;
}

size_t classes_told_by(size_t outputs) {
    return outputs == 1 ? 2 : outputs;
}

bool data_expect(struct data *data, size_t outputs, const char *name, struct error *error) {
    if (data->classes > classes_told_by(outputs))
        return error_set(
            error,
            "%s: the data have %zu classes, the network has %zu output%s; a last layer "
            "of at least %zu is needed",
            name, data->classes, outputs, outputs == 1 ? "" : "s", data->classes);
    data_make_outputs(data, outputs);
    for (size_t s = 0; s < data->samples; s++) {
        if (outputs == 1)
            *data_O(data, 0, s) = (double)data->class[s];
        else
            *data_O(data, data->class[s], s) = 1;
    }
    return true;
}

struct table {
    const char *name;
    char separator; /* 0 before the first line */
    size_t columns, rows;
    size_t first_line; /* of the lines with columns */
    double *value;     /* [rows][columns] */
    size_t room;
    bool last_is_class;
    size_t inputs; /* 0: one less than there are columns */
};

struct line {
    const char *start, *end;
    size_t number;
};

static bool fault(const struct table *table, const struct line *line, const char *at,
                  const char *what, struct error *error) {
    return error_set(error, "%s:%zu:%zu: %s", table->name, line->number,
                     (size_t)(at - line->start) + 1, what);
}

/* The text between two separators, without the blanks around it. */
struct field {
    const char *start, *end;
    const char *next; /* start of the next field, NULL behind the last one */
};

static struct field field_at(const struct table *table, const struct line *line, const char *c) {
    const char *separator = memchr(c, table->separator, (size_t)(line->end - c));
    struct field field = {.start = c,
                          .end = separator != NULL ? separator : line->end,
                          .next = separator != NULL ? separator + 1 : NULL};
    while (field.start < field.end && (*field.start == ' ' || *field.start == '\t'))
        field.start++;
    while (field.end > field.start && (field.end[-1] == ' ' || field.end[-1] == '\t'))
        field.end--;
    return field;
}

static const char *field_number(const struct field *field, double *value) {
    return number_read(field->start, (size_t)(field->end - field->start), value);
}

/* Counts the columns of the first line, and tells whether any of them is a number. */
static bool first_line_has_number(struct table *table, const struct line *line) {
    const size_t length = (size_t)(line->end - line->start);
    table->separator = memchr(line->start, '\t', length) != NULL ? '\t' : ',';
    table->first_line = line->number;
    bool any = false;
    for (const char *c = line->start; c != NULL;) {
        const struct field field = field_at(table, line, c);
        double value;
        any |= field_number(&field, &value) == NULL;
        table->columns++;
        c = field.next;
    }
    return any;
}

/* Whether the width of the table is one that is asked for, and whether it has classes. */
static bool settle_columns(struct table *table, const struct line *line, struct error *error) {
    const size_t columns = table->columns;
    if (table->inputs == 0 && columns < 2)
        return fault(table, line, line->start,
                     "there is one column; columns parted by tabs or commas are needed, the last "
                     "one the class",
                     error);
    if (table->inputs == 0)
        table->inputs = columns - 1;
    table->last_is_class = columns == table->inputs + 1;
    if (table->last_is_class || columns == table->inputs)
        return true;
    return error_set(error,
                     "%s:%zu:1: %zu column%s; the network has %zu inputs, so that many columns are "
                     "needed, parted by tabs or commas, and one more where the last is the class",
                     table->name, line->number, columns, columns == 1 ? "" : "s", table->inputs);
}

static bool check_class(const struct table *table, const struct line *line,
                        const struct field *field, double value, struct error *error) {
    if (value >= 0 && value < CLASSES_MOST && value == floor(value))
        return true;
    return error_set(error, "%s:%zu:%zu: %s is no class; a whole number from 0 to %d is needed",
                     table->name, line->number, (size_t)(field->start - line->start) + 1,
                     quote(field->start, (size_t)(field->end - field->start)).text,
                     CLASSES_MOST - 1);
}

static bool read_row(struct table *table, const struct line *line, struct error *error) {
    const size_t needed = (table->rows + 1) * table->columns;
    if (needed > table->room) {
        table->room = 2 * needed;
        table->value = memory_resize(table->value, table->room * sizeof *table->value);
    }
    double *row = table->value + table->rows * table->columns;
    size_t column = 0;
    for (const char *c = line->start; c != NULL; column++) {
        const struct field field = field_at(table, line, c);
        const size_t length = (size_t)(field.end - field.start);
        if (column == table->columns)
            return error_set(error, "%s:%zu:%zu: a column too many; %zu are needed, as in line %zu",
                             table->name, line->number, (size_t)(field.start - line->start) + 1,
                             table->columns, table->first_line);
        const char *wrong = field_number(&field, &row[column]);
        if (wrong != NULL)
            return error_set(error, "%s:%zu:%zu: %s %s", table->name, line->number,
                             (size_t)(field.start - line->start) + 1,
                             length > 0 ? quote(field.start, length).text : "a column", wrong);
        if (table->last_is_class && column == table->columns - 1 &&
            !check_class(table, line, &field, row[column], error))
            return false;
        c = field.next;
    }
    if (column < table->columns)
        return error_set(error,
                         "%s:%zu:%zu: the line ends after %zu column%s; %zu are needed, as in "
                         "line %zu",
                         table->name, line->number, (size_t)(line->end - line->start) + 1, column,
                         column == 1 ? "" : "s", table->columns, table->first_line);
    table->rows++;
    return true;
}

static bool read_line(struct table *table, struct line line, struct error *error) {
    if (line.end > line.start && line.end[-1] == '\r')
        line.end--;
    const char *c = line.start;
    while (c < line.end && (*c == ' ' || *c == '\t'))
        c++;
    if (c == line.end || *c == '#')
        return true;
    if (table->separator == 0) {
        const bool has_number = first_line_has_number(table, &line);
        if (!settle_columns(table, &line, error))
            return false;
        if (!has_number)
            return true;
    }
    return read_row(table, &line, error);
}

static bool read_lines(struct table *table, const struct text *text, struct error *error) {
    static const char byte_order_mark[] = "\xEF\xBB\xBF";
    const char *c = text->length > 0 ? text->bytes : "";
    const char *end = c + text->length;
    size_t number = 1;
    if (text->length >= 3 && memcmp(c, byte_order_mark, 3) == 0)
        c += 3;
    while (c != end) {
        const char *newline = memchr(c, '\n', (size_t)(end - c));
        const struct line line = {c, newline != NULL ? newline : end, number};
        if (!read_line(table, line, error))
            return false;
        c = newline != NULL ? newline + 1 : end;
        number += newline != NULL;
    }
    if (table->rows == 0)
        return error_set(error,
                         "%s:%zu:1: the file ends without a sample; lines of numbers are "
                         "needed, parted by tabs or commas",
                         table->name, number);
    return true;
}

static struct data *data_of_table(const struct table *table) {
    struct data *data = data_new(table->rows, table->inputs);
    for (size_t s = 0; s < table->rows; s++)
        for (size_t i = 0; i < table->inputs; i++)
            *data_x(data, i, s) = table->value[s * table->columns + i];
    if (!table->last_is_class)
        return data;
    data->class = memory_zeroed(table->rows, sizeof *data->class);
    for (size_t s = 0; s < table->rows; s++) {
        data->class[s] = (size_t)table->value[s * table->columns + table->inputs];
        if (data->class[s] >= data->classes)
            data->classes = data->class[s] + 1;
    }
    return data;
}

static struct data *read_table(struct table table, const struct text *text, struct error *error) {
    struct data *data = read_lines(&table, text, error) ? data_of_table(&table) : NULL;
    free(table.value);
    return data;
}

struct data *data_read(const struct text *text, const char *name, struct error *error) {
    return read_table((struct table){.name = name}, text, error);
}

struct data *data_read_for(const struct text *text, const char *name, size_t inputs,
                           struct error *error) {
    return read_table((struct table){.name = name, .inputs = inputs}, text, error);
}
