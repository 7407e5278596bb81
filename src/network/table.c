/* Table: see table.h. The file is gone through once: the first line settles the columns, and each
 * line goes straight to where the passes want it. */
#include "network/table.h"

#include "base/memory.h"
#include "base/number.h"
#include "network/predict.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct line {
    const char *start, *end;
    size_t number;
};

/* The text between two separators, without the blanks around it, or without its quotes. */
struct field {
    const char *start, *end;
    const char *next; /* start of the next field, NULL behind the last one */
};

enum { INPUT, CLASS, TARGET };

/* What a column is, and which of its kind. */
struct column {
    int kind;
    size_t index;
};

struct table {
    const char *name;
    const struct table_form *form;
    const char *next, *end; /* what is still to be read */
    struct line line;
    bool ends_line; /* what was read last does */
    size_t samples; /* of the parts before too */
    char separator; /* ' ': a tab too */
    bool has_runs;  /* several of them are one */
    struct column *column;
    size_t columns, inputs, targets;
    bool has_class;
    size_t first_line; /* of the lines with columns */
    struct data *data;
    struct field class_field[CLASSES_MOST]; /* the classes in the order in which they were met */
    size_t classes;
};

static bool fault_at(const struct table *table, const char *at, const char *what,
                     struct error *error) {
    return error_set(error, "%s:%zu:%zu: %s", table->name, table->line.number,
                     (size_t)(at - table->line.start) + 1, message(what));
}

static bool fault_of(const struct table *table, const struct field *field, const char *what,
                     struct error *error) {
    const size_t length = (size_t)(field->end - field->start);
    return error_set(error, "%s:%zu:%zu: %s %s", table->name, table->line.number,
                     (size_t)(field->start - table->line.start) + 1,
                     length > 0 ? quote(field->start, length).text : message("a column"),
                     message(what));
}

/* ---- Lines and fields ---- */

static bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

/* Goes to the next line with columns; false at the end. */
static bool next_line(struct table *table) {
    while (table->next != table->end) {
        const char *start = table->next;
        const char *newline = memchr(start, '\n', (size_t)(table->end - start));
        const char *end = newline != NULL ? newline : table->end;
        table->line.number++;
        table->next = newline != NULL ? newline + 1 : table->end;
        table->line.start = start;
        table->line.end = end > start && end[-1] == '\r' ? end - 1 : end;
        while (start < table->line.end && is_blank(*start))
            start++;
        if (start < table->line.end && *start != '#')
            return true;
    }
    return false;
}

static char separator_of(const struct line *line) {
    char found = ' ';
    bool quoted = false;
    for (const char *c = line->start; c < line->end; c++) {
        quoted ^= *c == '"';
        if (quoted)
            continue;
        if (*c == '\t')
            return '\t';
        if (*c == ';' || (*c == ',' && found != ';'))
            found = *c;
    }
    return found;
}

/* Blanks, and tabs of which two stand side by side in the first line with columns */
static bool has_runs(const struct line *line, char separator) {
    for (const char *c = line->start; separator == '\t' && c + 1 < line->end; c++)
        if (c[0] == '\t' && c[1] == '\t')
            return true;
    return separator == ' ';
}

/* The quoted field that begins at C: to the quote that is no doubled one. */
static const char *closing_quote(const char *c, const char *end) {
    for (c++; c < end; c++)
        if (*c == '"') {
            if (c + 1 == end || c[1] != '"')
                return c;
            c++;
        }
    return NULL;
}

static struct field field_at(const struct table *table, const char *c) {
    const char *const end = table->line.end;
    const char separator = table->separator;
    struct field field;
    while (c < end && is_blank(*c) && *c != separator)
        c++;
    field.start = c;
    const char *quote = c < end && *c == '"' ? closing_quote(c, end) : NULL;
    if (quote != NULL) {
        field.start++;
        c = quote + 1;
    }
    while (c < end && *c != separator && !(separator == ' ' && *c == '\t'))
        c++;
    field.end = quote != NULL ? quote : c;
    while (table->has_runs && c + 1 < end && is_blank(c[1])) /* a run is one separator */
        c++;
    field.next = c < end && !(table->has_runs && c + 1 == end) ? c + 1 : NULL;
    while (quote == NULL && field.end > field.start && is_blank(field.end[-1]))
        field.end--;
    return field;
}

/* Where the first field begins: a run may stand before it, but is not all of the line. */
static const char *first_field(const struct table *table) {
    const char *c = table->line.start;
    while (table->has_runs && is_blank(*c))
        c++;
    return c;
}

static const char *field_number(const struct field *field, double *value) {
    return number_read(field->start, (size_t)(field->end - field->start), value);
}

static bool field_is(const struct field *field, const char *text, size_t length) {
    return (size_t)(field->end - field->start) == length && memcmp(field->start, text, length) == 0;
}

/* ---- Columns ---- */

/* Counts the columns of the line, and tells whether any of them is a number. */
static bool count_columns(struct table *table) {
    bool any = false;
    table->columns = 0;
    for (const char *c = first_field(table); c != NULL; table->columns++) {
        const struct field field = field_at(table, c);
        double value;
        any |= field_number(&field, &value) == NULL;
        c = field.next;
    }
    return any;
}

/* The column that WORD, of an OPTION, names: by its number from 1, or as the first line does. */
static bool find_column(const struct table *table, const char *option, const char *word,
                        size_t length, bool has_names, size_t *column, struct error *error) {
    double number;
    if (number_read(word, length, &number) == NULL && number >= 1 &&
        number <= (double)table->columns && number == floor(number)) {
        *column = (size_t)number - 1;
        return true;
    }
    *column = 0;
    for (const char *c = first_field(table); has_names && c != NULL; ++*column) {
        const struct field field = field_at(table, c);
        if (field_is(&field, word, length))
            return true;
        c = field.next;
    }
    return error_set(error,
                     has_names ? "%s:%zu:1: --%s %s is no column; a name of this line or a number "
                                 "from 1 to %zu is needed"
                               : "%s:%zu:1: --%s %s is no column; a number from 1 to %zu is needed",
                     table->name, table->line.number, option, quote(word, length).text,
                     table->columns);
}

static bool give_role(struct table *table, size_t at, int kind, size_t index, struct error *error) {
    if (table->column[at].kind != INPUT)
        return error_set(error, "%s:%zu:1: column %zu is asked for twice; once is needed",
                         table->name, table->line.number, at + 1);
    table->column[at] = (struct column){kind, index};
    return true;
}

/* The columns that the options name. */
static bool take_named(struct table *table, bool has_names, struct error *error) {
    const struct table_form *form = table->form;
    size_t at;
    if (form->class_column != NULL) {
        if (!find_column(table, "class", form->class_column, strlen(form->class_column), has_names,
                         &at, error))
            return false;
        table->has_class = true;
        return give_role(table, at, CLASS, 0, error);
    }
    for (const char *word = form->targets; word != NULL;) {
        const size_t length = strcspn(word, ",");
        if (!find_column(table, "target", word, length, has_names, &at, error) ||
            !give_role(table, at, TARGET, table->targets++, error))
            return false;
        word = word[length] == ',' ? word + length + 1 : NULL;
    }
    return true;
}

/* Where no option names one: the last is the class, or the last are targets; a table for a network
 * that is there may lack them. */
static bool take_last(struct table *table, struct error *error) {
    const struct table_form *form = table->form;
    const size_t last = form->last_targets > 0 ? form->last_targets : 1;
    if (form->inputs > 0 && table->columns == form->inputs)
        return true;
    if (form->inputs == 0 && table->columns <= last)
        return error_set(error,
                         "%s:%zu:1: there %s; columns parted by tabs, semicolons, commas or blanks "
                         "are needed, the last one the %s",
                         table->name, table->line.number,
                         table->columns == 1 ? message("is one column")
                                             : message("are too few columns"),
                         form->last_targets > 0 ? message("target") : message("class"));
    for (size_t i = 0; i < last && table->columns >= last; i++)
        table->column[table->columns - last + i] =
            (struct column){form->last_targets > 0 ? TARGET : CLASS, i};
    table->targets = form->last_targets;
    table->has_class = form->last_targets == 0;
    return true;
}

static bool settle_columns(struct table *table, bool has_names, struct error *error) {
    const struct table_form *form = table->form;
    table->column = memory_zeroed(table->columns, sizeof *table->column);
    if (form->class_column != NULL || form->targets != NULL ? !take_named(table, has_names, error)
                                                            : !take_last(table, error))
        return false;
    for (size_t c = 0; c < table->columns; c++)
        if (table->column[c].kind == INPUT)
            table->column[c].index = table->inputs++;
    if (form->inputs > 0 && table->inputs != form->inputs)
        return error_set(
            error,
            "%s:%zu:1: columns: %zu; the network has %zu inputs, so that many columns are "
            "needed, parted by tabs, semicolons, commas or blanks, and %s",
            table->name, table->line.number, table->columns, form->inputs,
            form->last_targets > 0 ? message("those of its outputs where they are known")
                                   : message("one more where the last is the class"));
    if (table->inputs == 0)
        return fault_at(table, table->line.start,
                        "no column is left for the inputs; at least one is needed", error);
    return true;
}

/* ---- Classes ---- */

static bool same_class(const struct field *a, const struct field *b) {
    double x, y;
    return field_is(a, b->start, (size_t)(b->end - b->start)) ||
           (field_number(a, &x) == NULL && field_number(b, &y) == NULL && x == y);
}

/* What stands where a value is missing. */
static bool is_missing(const struct field *field) {
    static const char *const words[] = {"", "?", "NA", "N/A", "NaN", "nan", "null"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (field_is(field, words[i], strlen(words[i])))
            return true;
    return false;
}

/* A class of a network that is there */
static bool known_class(const struct table *table, const struct field *field, size_t *class,
                        struct error *error) {
    const struct table_form *form = table->form;
    double value;
    if (form->class_name == NULL) {
        *class = 0;
        if (field_number(field, &value) == NULL && value >= 0 && value < CLASSES_MOST &&
            value == floor(value)) {
            *class = (size_t)value;
            return true;
        }
        return fault_of(table, field, "is no class; a whole number from 0 to 999 is needed", error);
    }
    for (*class = 0; *class < form->classes; ++*class) {
        const char *name = form->class_name[*class];
        const struct field known = {name, name + strlen(name), NULL};
        if (same_class(field, &known))
            return true;
    }
    char what[120];
    snprintf(what, sizeof what, message("is no class of the network; such as %.40s is needed"),
             form->class_name[0]);
    return fault_of(table, field, what, error);
}

static bool take_class(struct table *table, const struct field *field, size_t s,
                       struct error *error) {
    size_t *class = &table->data->class[s];
    double value;
    if (is_missing(field))
        return fault_of(table, field, "is no class: it is missing; leave the line out", error);
    if (table->form->inputs > 0)
        return known_class(table, field, class, error);
    *class = s > 0 ? table->data->class[s - 1] : 0;
    if (s > 0 && same_class(field, &table->class_field[*class]))
        return true;
    for (*class = 0; *class < table->classes; ++*class)
        if (same_class(field, &table->class_field[*class]))
            return true;
    if (field_number(field, &value) == NULL && value != floor(value))
        return fault_of(table, field,
                        "is no class; a word or a whole number is needed, or the option --target "
                        "for numbers to learn",
                        error);
    if (table->classes == CLASSES_MOST)
        return fault_of(table, field,
                        "is class 1001; at most 1000 are possible, or the option --target is "
                        "needed for numbers to learn",
                        error);
    table->class_field[table->classes++] = *field;
    return true;
}

/* Numbers by their size and before words, words by their bytes. */
static int class_order(const void *left, const void *right) {
    const struct field *a = *(const struct field *const *)left;
    const struct field *b = *(const struct field *const *)right;
    double x, y;
    const bool a_is_number = field_number(a, &x) == NULL, b_is_number = field_number(b, &y) == NULL;
    if (a_is_number && b_is_number)
        return (x > y) - (x < y);
    if (a_is_number != b_is_number)
        return a_is_number ? -1 : 1;
    const size_t of_a = (size_t)(a->end - a->start), of_b = (size_t)(b->end - b->start);
    const int order = memcmp(a->start, b->start, of_a < of_b ? of_a : of_b);
    return order != 0 ? order : (of_a > of_b) - (of_a < of_b);
}

/* Whether the sorted classes are whole numbers, from 0 on, so that they number themselves. */
static bool number_themselves(const struct field *const sorted[], size_t count) {
    double value;
    for (size_t i = 0; i < count; i++)
        if (field_number(sorted[i], &value) != NULL || (i == 0 && value != 0) ||
            value >= CLASSES_MOST)
            return false;
    return true;
}

/* The field's text, with no quote doubled and no control character. */
static char *text_of_class(const struct field *field) {
    const size_t length = (size_t)(field->end - field->start);
    char *text = memory_zeroed(length + 1, 1);
    size_t count = 0;
    for (const char *c = field->start; c < field->end; c++) {
        text[count++] = (unsigned char)*c < ' ' || *c == 127 ? '?' : *c;
        if (*c == '"' && c + 1 < field->end && c[1] == '"')
            c++;
    }
    return text;
}

/* Gives the classes their numbers, and their names where they need them. */
static void number_classes(struct table *table) {
    struct data *data = table->data;
    const struct field *sorted[CLASSES_MOST];
    size_t number[CLASSES_MOST];
    for (size_t i = 0; i < table->classes; i++)
        sorted[i] = &table->class_field[i];
    qsort(sorted, table->classes, sizeof *sorted, class_order);
    const bool themselves = number_themselves(sorted, table->classes);
    if (!themselves)
        data->class_name = memory_zeroed(table->classes, sizeof *data->class_name);
    for (size_t i = 0; i < table->classes; i++) {
        double value = (double)i;
        if (themselves)
            field_number(sorted[i], &value);
        else
            data->class_name[i] = text_of_class(sorted[i]);
        number[sorted[i] - table->class_field] = (size_t)value;
        data->classes = (size_t)value + 1;
    }
    for (size_t s = 0; s < data->samples; s++)
        data->class[s] = number[data->class[s]];
}

/* ---- Rows ---- */

static bool take_field(struct table *table, const struct field *field, struct column column,
                       size_t s, struct error *error) {
    if (column.kind == CLASS)
        return take_class(table, field, s, error);
    double *place = column.kind == INPUT ? data_x(table->data, column.index, s)
                                         : data_O(table->data, column.index, s);
    const char *wrong = field_number(field, place);
    return wrong == NULL || fault_of(table, field, wrong, error);
}

/* Tells of a row with more or fewer columns than are needed. */
static void tell_count(const struct table *table, struct error *error) {
    size_t column = 0;
    for (const char *c = first_field(table); c != NULL; column++) {
        const struct field field = field_at(table, c);
        if (column == table->columns) {
            error_set(error, "%s:%zu:%zu: a column too many; %zu are needed, as in line %zu",
                      table->name, table->line.number,
                      (size_t)(field.start - table->line.start) + 1, table->columns,
                      table->first_line);
            return;
        }
        c = field.next;
    }
    if (column < table->columns)
        error_set(
            error, "%s:%zu:%zu: the line ends after %zu column%s; %zu are needed, as in line %zu",
            table->name, table->line.number, (size_t)(table->line.end - table->line.start) + 1,
            column, column == 1 ? "" : "s", table->columns, table->first_line);
}

/* A wrong count of columns is told before the field that is wrong by it. */
static bool read_row(struct table *table, size_t s, struct error *error) {
    const char *c = first_field(table);
    bool good = true;
    size_t column = 0;
    for (; good && c != NULL && column < table->columns; column++) {
        const struct field field = field_at(table, c);
        good = take_field(table, &field, table->column[column], s, error);
        c = field.next;
    }
    if (good && c == NULL && column == table->columns)
        return true;
    tell_count(table, error);
    return false;
}

static size_t count_lines(const char *c, const char *end) {
    size_t lines = 1;
    for (; (c = memchr(c, '\n', (size_t)(end - c))) != NULL; c++)
        lines++;
    return lines;
}

/* Room for as many samples as there are lines; how many there are is known at the end. */
static void make_room(struct table *table, size_t samples) {
    table->data = data_new(samples + 1, table->inputs);
    if (table->targets > 0)
        data_make_outputs(table->data, table->targets);
    if (table->has_class)
        table->data->class = memory_zeroed(samples + 1, sizeof(size_t));
}

static bool read_rows(struct table *table, bool first_is_row, struct error *error) {
    size_t samples = 0;
    if (first_is_row && !read_row(table, samples++, error))
        return false;
    while (next_line(table))
        if (!read_row(table, samples++, error))
            return false;
    table->samples += samples;
    table->data->samples = samples;
    if (table->form->inputs > 0 && table->has_class)
        for (size_t s = 0; s < samples; s++)
            if (table->data->class[s] >= table->data->classes)
                table->data->classes = table->data->class[s] + 1;
    if (table->form->inputs == 0 && table->has_class)
        number_classes(table);
    return true;
}

/* ---- FANN: "SAMPLES INPUTS OUTPUTS", then a line of inputs and one of outputs for each ---- */

static bool whole_field(const struct field *field, size_t *whole) {
    double value;
    if (field_number(field, &value) != NULL || value < 1 || value > 1e9 || value != floor(value))
        return false;
    *whole = (size_t)value;
    return true;
}

/* Of the whole, or of its first lines. */
static bool is_fann(struct table table, bool is_whole, size_t *samples, size_t *inputs,
                    size_t *outputs) {
    size_t *const wholes[] = {samples, inputs, outputs};
    table.separator = ' ';
    table.has_runs = true;
    count_columns(&table);
    if (table.columns != 3)
        return false;
    const char *c = first_field(&table);
    for (size_t i = 0; i < 3; i++) {
        const struct field field = field_at(&table, c);
        if (!whole_field(&field, wholes[i]))
            return false;
        c = field.next;
    }
    size_t lines = 0;
    while (next_line(&table)) {
        count_columns(&table);
        if (table.columns != (lines++ % 2 == 0 ? *inputs : *outputs))
            return false;
    }
    return lines == 2 * *samples || (!is_whole && lines < 2 * *samples);
}

/* Targets that are nothing but 0 and 1, one of them 1 where there are several, are classes. */
static void class_targets(struct data *data) {
    size_t *class = memory_zeroed(data->samples, sizeof *class);
    for (size_t s = 0; s < data->samples; s++) {
        size_t ones = 0;
        for (size_t j = 0; j < data->outputs; j++) {
            const double O = *data_O(data, j, s);
            ones += O == 1;
            class[s] = O == 1 ? data->outputs == 1 ? 1 : j : class[s];
            if (O != 0 && O != 1)
                ones = data->outputs + 1;
        }
        if (ones > 1 || (ones == 0 && data->outputs > 1)) {
            free(class);
            return;
        }
    }
    data->class = class;
    data->classes = classes_told_by(data->outputs);
}

static bool read_fann(struct table *table, size_t samples, struct error *error) {
    struct column *input = memory_zeroed(table->inputs, sizeof *input);
    struct column *target = memory_zeroed(table->targets, sizeof *target);
    for (size_t i = 0; i < table->inputs; i++)
        input[i] = (struct column){INPUT, i};
    for (size_t i = 0; i < table->targets; i++)
        target[i] = (struct column){TARGET, i};
    table->separator = ' ';
    table->has_runs = true;
    make_room(table, samples);
    bool good = true;
    for (size_t line = 0; good && next_line(table); line++) { /* is_fann counted them */
        table->column = line % 2 == 0 ? input : target;
        table->columns = line % 2 == 0 ? table->inputs : table->targets;
        good = read_row(table, line / 2, error);
    }
    table->column = NULL;
    table->data->samples = table->samples = samples;
    if (good)
        class_targets(table->data);
    free(input);
    free(target);
    return good;
}

/* ---- The whole ---- */

/* The columns are those of the first line with any. */
static bool read_first(struct table *table, bool is_last, struct error *error) {
    size_t samples;
    if (!next_line(table)) {
        table->data = data_new(1, 1);
        table->data->samples = 0;
        return true;
    }
    if (is_last && is_fann(*table, true, &samples, &table->inputs, &table->targets) &&
        (table->form->inputs == 0 || table->form->inputs == table->inputs))
        return read_fann(table, samples, error);
    table->inputs = table->targets = 0;
    table->separator = separator_of(&table->line);
    table->has_runs = has_runs(&table->line, table->separator);
    table->first_line = table->line.number;
    const bool has_number = count_columns(table);
    if (!settle_columns(table, !has_number, error))
        return false;
    make_room(table, count_lines(table->next, table->end));
    return read_rows(table, has_number, error);
}

static bool read_next(struct table *table, struct error *error) {
    make_room(table, count_lines(table->next, table->end));
    return read_rows(table, false, error);
}

static void begin_part(struct table *table, const struct text *part) {
    static const char byte_order_mark[] = "\xEF\xBB\xBF";
    const char *bytes = part->length > 0 ? part->bytes : "";
    table->next = bytes;
    table->end = bytes + part->length;
    if (part->length > 0)
        table->ends_line = table->end[-1] == '\n';
    if (table->line.number == 0 && part->length >= 3 && memcmp(bytes, byte_order_mark, 3) == 0)
        table->next += 3;
}

struct table *table_new(const char *name, const struct table_form *form) {
    struct table *table = memory_zeroed(1, sizeof *table);
    table->name = name;
    table->form = form;
    return table;
}

void table_free(struct table *table) {
    free(table->column);
    free(table);
}

struct data *table_part(struct table *table, const struct text *part, bool is_last,
                        struct error *error) {
    begin_part(table, part);
    bool good =
        table->first_line == 0 ? read_first(table, is_last, error) : read_next(table, error);
    if (good && is_last && table->samples == 0)
        good = error_set(error,
                         "%s:%zu:1: the file ends without a sample; lines of numbers are needed, "
                         "parted by tabs, semicolons, commas or blanks",
                         table->name,
                         table->line.number + (table->line.number == 0 || table->ends_line));
    struct data *data = table->data;
    table->data = NULL;
    if (good)
        return data;
    data_free(data);
    return NULL;
}

bool table_may_be_fann(const struct text *text) {
    const struct table_form any = {0};
    struct table *table = table_new("", &any);
    size_t samples, inputs, outputs;
    begin_part(table, text);
    const bool may_be = next_line(table) && is_fann(*table, false, &samples, &inputs, &outputs);
    table_free(table);
    return may_be;
}

struct data *table_read(const struct text *text, const char *name, const struct table_form *form,
                        struct error *error) {
    struct table *table = table_new(name, form);
    struct data *data = table_part(table, text, true, error);
    table_free(table);
    return data;
}

struct table_form table_form_of(const struct network *network) {
    return (struct table_form){.last_targets =
                                   tells_classes(network) ? 0 : network_outputs(network),
                               .inputs = network_inputs(network),
                               .class_name = network->class_name,
                               .classes = network->classes};
}
