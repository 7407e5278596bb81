/* Answer file: see answer_file.h. */
#include "mark/answer_file.h"

#include "base/number.h"
#include "host/file.h"
#include "mark/expression.h"
#include "mark/hand_in.h"
#include "mark/json.h"

#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_CELLS = 256, MOST_MATRIX_LINES = 200 };

/* A header: which column has what, or a quantity a column. */
struct columns_of_table {
    char separator;
    size_t name, value, iteration, network; /* NO_COLUMN: there is none */
    struct span *names;                     /* of a header of names; NULL else */
    size_t count;
};

enum { NO_COLUMN = MOST_CELLS };

static size_t quantities_of(const struct answer_file *file) {
    return file->check->ways.trace->quantity_count;
}

void answer_file_start(struct answer_file *file, struct check *const checks[], size_t count,
                       const struct shape *shape) {
    *file = (struct answer_file){
        .checks = checks, .check_count = count, .iteration = 1, .check = checks[0], .shape = shape};
    file->line_of = memory_zeroed(count * quantities_of(file), sizeof *file->line_of);
    said_start(&file->said, file->check->ways.trace, shape);
}

void answer_file_free(struct answer_file *file) {
    said_free(&file->said);
    arena_free(&file->arena);
    free(file->line_of);
    free(file->unread);
    *file = (struct answer_file){0};
}

/* ---- Cells ---- */

/* Where a cell ends: quotes keep what stands in them together. */
static const char *cell_end(const char *c, const char *end, char separator) {
    const char *quote = c + typed_blanks(c, (size_t)(end - c));
    if (*quote == '"') {
        const char *close = memchr(quote + 1, '"', (size_t)(end - quote) - 1);
        c = close != NULL ? close : c;
    }
    const char *found = memchr(c, separator, (size_t)(end - c));
    return found != NULL ? found : end;
}

static size_t split(struct span line, char separator, struct span cells[MOST_CELLS]) {
    const char *c = line.text, *end = c + line.length;
    size_t count = 0;
    while (count < MOST_CELLS) {
        const char *behind = cell_end(c, end, separator);
        struct span cell = typed_trim(c, (size_t)(behind - c));
        if (cell.length > 1 && cell.text[0] == '"' && cell.text[cell.length - 1] == '"')
            cell = typed_trim(cell.text + 1, cell.length - 2);
        cells[count++] = cell;
        if (behind == end)
            break;
        c = behind + 1;
    }
    return count;
}

static bool has(struct span text, char c) {
    return memchr(text.text, c, text.length) != NULL;
}

/* What stands between the cells of a line, or 0. */
static char separator_of(struct span line) {
    static const char separators[] = "\t|;,";
    for (const char *c = separators; *c != '\0'; c++)
        if (has(line, *c))
            return *c;
    return 0;
}

static bool is_word(struct span cell, const char *const words[]) {
    for (size_t i = 0; words[i] != NULL; i++)
        if (strlen(words[i]) == cell.length && strncasecmp(words[i], cell.text, cell.length) == 0)
            return true;
    return false;
}

static bool contains(const char *text, size_t length, const char *word) {
    return memmem(text, length, word, strlen(word)) != NULL;
}

static bool is_iteration(struct span cell) {
    static const char *const iterations[] = {"iteration", NULL};
    return is_word(cell, iterations) || contains(cell.text, cell.length, "迭代");
}

/* A header in words: name and value, in some order. */
static bool take_header(struct answer_file *file, struct span raw, char separator) {
    static const char *const names[] = {"name", "names", "quantity", "symbol", "variable", NULL};
    static const char *const values[] = {"value",  "values",  "given",  "yours",
                                         "answer", "answers", "result", NULL};
    static const char *const networks[] = {"network", NULL};
    struct span cells[MOST_CELLS];
    struct columns_of_table table = {separator, NO_COLUMN, NO_COLUMN, NO_COLUMN,
                                     NO_COLUMN, NULL,      0};
    table.count = split(raw, separator, cells);
    for (size_t i = 0; i < table.count; i++) {
        const struct span cell = cells[i];
        if (is_word(cell, names) || contains(cell.text, cell.length, "名"))
            table.name = i;
        else if (table.value == NO_COLUMN &&
                 (is_word(cell, values) || contains(cell.text, cell.length, "值")))
            table.value = i;
        else if (is_iteration(cell))
            table.iteration = i;
        else if (is_word(cell, networks))
            table.network = i;
    }
    if (table.name == NO_COLUMN || table.value == NO_COLUMN)
        return false;
    file->table = arena_take(&file->arena, sizeof table);
    *file->table = table;
    return true;
}

/* A header of names: all cells but empty ones are names, two at least. */
static bool take_header_of_names(struct answer_file *file, struct span line, char separator) {
    struct span cells[MOST_CELLS];
    const size_t count = split(line, separator, cells);
    size_t known = 0;
    for (size_t i = 0; i < count; i++) {
        const bool is_known = said_find(&file->said, cells[i].text, cells[i].length) != SAID_NONE;
        known += is_known;
        if (!is_known && cells[i].length > 0 && i > 0) /* the first may be the student's */
            return false;
    }
    if (known < 2)
        return false;
    file->table = arena_take(&file->arena, sizeof *file->table);
    *file->table =
        (struct columns_of_table){separator, NO_COLUMN, NO_COLUMN,
                                  NO_COLUMN, NO_COLUMN, arena_take(&file->arena, sizeof cells),
                                  count};
    if (is_iteration(cells[0]))
        file->table->iteration = 0;
    for (size_t i = 0; i < count; i++)
        file->table->names[i] = (struct span){
            arena_copy(&file->arena, cells[i].text, cells[i].length), cells[i].length};
    return true;
}

static void take_row(struct answer_file *file, size_t line, struct span text) {
    const struct columns_of_table *table = file->table;
    struct span cells[MOST_CELLS];
    const size_t count = split(text, table->separator, cells);
    if (table->iteration < count) {
        const size_t iteration = hand_in_iteration_of(cells[table->iteration], true);
        hand_in_iteration(file, iteration > 0 ? iteration : 1);
    }
    if (table->names != NULL) {
        for (size_t i = 0; i < count && i < table->count; i++)
            if (said_find(&file->said, table->names[i].text, table->names[i].length) != SAID_NONE)
                hand_in_value(file, line, table->names[i], cells[i]);
        return;
    }
    if (table->name >= count || table->value >= count) {
        hand_in_unread(file, line, text, (struct span){"", 0}, "line");
        return;
    }
    if (table->network < count &&
        !hand_in_is_of_network(file, cells[table->network])) /* a companion's, as bpwalk has it */
        return;
    hand_in_value(file, line, cells[table->name], cells[table->value]);
}

/* ---- Lines ---- */

/* Without "(5.1)", "3.", "- " before a name. */
static struct span without_number(struct span line) {
    const size_t digits = strspn(line.text, "0123456789");
    size_t i = 0;
    if (line.text[0] == '(' && isdigit((unsigned char)line.text[1])) {
        const char *close = memchr(line.text, ')', line.length);
        i = close != NULL ? (size_t)(close - line.text) + 1 : 0;
    } else if (digits > 0 && (line.text[digits] == '.' || line.text[digits] == ')')) {
        i = digits + 1;
    } else if ((line.text[0] == '-' || line.text[0] == '*') && line.text[1] == ' ') {
        i = 2;
    }
    return typed_trim(line.text + i, line.length - i);
}

/* name = value, name: value; in a table without a header two cells; "name 0.6". */
static bool take_pair(struct answer_file *file, size_t number, struct span line) {
    struct span name, value;
    size_t at = 0;
    while (at < line.length && line.text[at] != '=' && line.text[at] != ':')
        at++;
    if (at < line.length) {
        const size_t behind = at + (line.text[at + 1] == '=' ? 2 : 1);
        name = typed_trim(line.text, at);
        value = typed_trim(line.text + behind, line.length - behind);
    } else {
        const size_t edge = line.text[0] == '|';
        line = typed_trim(line.text + edge, line.length - edge);
        if (line.length > 0 && line.text[line.length - 1] == '|')
            line.length--;
        const char *between = memchr(line.text, separator_of(line), line.length);
        for (size_t i = 0; i < line.length && between == NULL; i++)
            if (line.text[i] == ' ' && strchr("+-.0123456789?", line.text[i + 1]) != NULL)
                between = line.text + i;
        if (between == NULL)
            return false;
        name = typed_trim(line.text, (size_t)(between - line.text));
        value = typed_trim(between + 1, (size_t)(line.text + line.length - between) - 1);
    }
    if (name.length == 0)
        return false;
    hand_in_value(file, number, name, value);
    return true;
}

static bool is_rule(struct span line) { /* of a Markdown table: |---|---| */
    for (size_t i = 0; i < line.length; i++)
        if (strchr("|-: ", line.text[i]) == NULL)
            return false;
    return line.length > 2;
}

/* RAW is a line as it stands, TEXT in plain characters. */
static void take_line(struct answer_file *file, size_t number, struct span raw, struct span text) {
    const size_t iteration = hand_in_iteration_of(raw, false);
    if (iteration > 0) {
        hand_in_iteration(file, iteration);
        return;
    }
    const char *comment = memchr(text.text, '#', text.length);
    text = typed_trim(text.text, comment != NULL ? (size_t)(comment - text.text) : text.length);
    if (text.length == 0 || is_rule(text))
        return;
    const char separator = separator_of(text);
    const bool is_row = separator != 0 && !has(text, '=');
    if (is_row &&
        (take_header(file, raw, separator) || take_header_of_names(file, text, separator)))
        return;
    if (file->table != NULL && has(text, file->table->separator)) {
        take_row(file, number, text);
        return;
    }
    text = without_number(text);
    if (!take_pair(file, number, text))
        hand_in_unread(file, number, text, (struct span){"", 0}, "line");
}

/* How many more brackets open than close in a line. */
static int open_brackets(struct span line) {
    int open = 0;
    for (size_t i = 0; i < line.length; i++)
        open += (line.text[i] == '[') - (line.text[i] == ']');
    return open;
}

static bool has_open_quote(struct span line) {
    bool is_open = false;
    for (size_t i = 0; i < line.length; i++)
        is_open ^= line.text[i] == '"';
    return is_open;
}

/* Whether a line can be a row of a matrix: it begins with no word. */
static bool can_be_row(struct span line) {
    static const char *const words[] = {"nan", "inf", NULL};
    const char *first = line.text + typed_blanks(line.text, line.length);
    for (size_t i = 0; words[i] != NULL; i++)
        if (strncmp(first, words[i], strlen(words[i])) == 0)
            return true;
    return strchr("\n[](),.+-0123456789", *first) != NULL;
}

/* How many lines more belong to the first of them: up to where its matrix, or its quoted cell,
 * ends; none where that is nowhere. */
static size_t further_lines(const struct answer_file *file, struct span line, const char *next,
                            const char *end) {
    int open = open_brackets(line);
    const bool is_matrix = open > 0;
    if (!is_matrix && !(has_open_quote(line) && (file->table != NULL || separator_of(line) != 0)))
        return 0;
    for (size_t i = 1; next < end && i <= MOST_MATRIX_LINES; i++) {
        const char *newline = memchr(next, '\n', (size_t)(end - next));
        const struct span more = {next, (size_t)(newline - next)};
        if (is_matrix && !can_be_row(more))
            return 0;
        open += open_brackets(more);
        if (is_matrix ? open <= 0 : has_open_quote(more))
            return i;
        next = newline + 1;
    }
    return 0;
}

/* A line, and those that belong to it: NEXT is behind them. */
static void read_line(struct answer_file *file, size_t *number, const char **next,
                      const char *end) {
    struct text plain = {0};
    const char *start = *next, *newline = memchr(start, '\n', (size_t)(end - start));
    struct span raw = {start, (size_t)(newline - start)};
    const size_t first = *number, further = further_lines(file, raw, newline + 1, end);
    for (size_t i = 0; i < further; i++)
        newline = memchr(newline + 1, '\n', (size_t)(end - newline) - 1);
    *number += further;
    *next = newline + 1;
    raw.length = (size_t)(newline - start);
    if (typed_plain(&plain, raw.text, raw.length))
        take_line(file, first, raw, (struct span){plain.bytes, plain.length});
    else
        hand_in_unread(file, first, (struct span){"", 0}, (struct span){"", 0}, "encoding");
    text_free(&plain);
}

static void read_lines(struct answer_file *file, const struct text *lines) {
    const char *next = lines->bytes, *end = next + lines->length;
    for (size_t number = 1; next < end; number++)
        read_line(file, &number, &next, end);
}

static size_t answers_of(const struct answer_file *file) {
    size_t count = 0;
    for (size_t i = 0; i < file->check_count; i++)
        for (size_t q = 0; q < quantities_of(file); q++)
            count += file->checks[i]->own[q].answer.typed != NULL;
    return count;
}

static void forget(struct answer_file *file) {
    for (size_t i = 0; i < file->check_count; i++)
        check_withdraw_all(file->checks[i]);
    memset(file->line_of, 0, file->check_count * quantities_of(file) * sizeof *file->line_of);
    hand_in_iteration(file, 1);
    arena_reset(&file->arena);
    file->unread_count = 0;
    file->table = NULL;
}

/* {" or {' or {key: or [{, what no line begins with. */
static bool is_json(const char *text) {
    static const char blanks[] = " \t\n";
    if (text[0] != '{' && text[0] != '[')
        return false;
    const char *second = text + 1 + strspn(text + 1, blanks), *behind = second;
    while (isalnum((unsigned char)*behind) || *behind == '_' || *behind == '+')
        behind++;
    const bool is_key = behind > second && behind[strspn(behind, blanks)] == ':';
    return text[0] == '[' ? *second == '{' : *second == '"' || *second == '\'' || is_key;
}

const char answer_file_reason_missing[] = "missing";

bool answer_file_asks(const struct answer_file *file, const char *name) {
    for (size_t i = 0; file->asked != NULL && file->asked[i] != NULL; i++)
        if (strcmp(file->asked[i], name) == 0)
            return true;
    return false;
}

size_t answer_file_missing(const struct answer_file *file) {
    size_t count = 0;
    for (size_t i = 0; i < file->unread_count; i++)
        count += strcmp(file->unread[i].reason, answer_file_reason_missing) == 0;
    return count;
}

/* A name that is asked for, and of which nothing was handed in, nor is among the first UNREAD; of a
 * matrix nothing is said. */
static bool is_missing(const struct answer_file *file, const char *name, size_t unread) {
    const size_t quantity = ways_quantity(&file->check->ways, name, strlen(name));
    if (quantity == NO_QUANTITY || file->check->own[quantity].answer.typed != NULL)
        return false;
    for (size_t i = 0; i < unread; i++)
        if (file->unread[i].iteration == file->iteration &&
            said_find(&file->said, file->unread[i].name, strlen(file->unread[i].name)) == quantity)
            return false;
    return true;
}

static void tell_missing(struct answer_file *file, size_t iteration) {
    const size_t unread = file->unread_count;
    hand_in_iteration(file, iteration);
    for (size_t i = 0; file->asked != NULL && file->asked[i] != NULL; i++)
        if (is_missing(file, file->asked[i], unread))
            hand_in_unread(file, 0, (struct span){file->asked[i], strlen(file->asked[i])},
                           (struct span){"", 0}, answer_file_reason_missing);
}

void answer_file_refuse(struct answer_file *file, const char *reason, const char *what) {
    forget(file);
    hand_in_unread(file, 0, (struct span){"", 0}, (struct span){what, strlen(what)}, reason);
}

/* An archive, as spreadsheets and documents are, a PDF; or one with many control characters. */
static bool is_no_text(const struct text *lines) {
    static const char *const marks[] = {"PK\x03\x04", "%PDF-", "\xD0\xCF\x11\xE0", "{\\rtf"};
    size_t controls = 0;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (strncmp(lines->bytes, marks[i], strlen(marks[i])) == 0)
            return true;
    for (size_t i = 0; i < lines->length; i++)
        controls += (unsigned char)lines->bytes[i] < '\t';
    return controls > 3 && controls > lines->length / 100;
}

void answer_file_parse(struct answer_file *file, const char *bytes, size_t length) {
    struct text lines = {0};
    forget(file);
    typed_lines(&lines, bytes, length);
    if (is_no_text(&lines)) {
        answer_file_refuse(file, "binary", "");
        text_free(&lines);
        return;
    }
    const size_t blanks = strspn(lines.bytes, " \t\n");
    if (is_json(lines.bytes + blanks))
        json_read(file, lines.bytes + blanks);
    else
        read_lines(file, &lines);
    for (size_t i = 1; i <= file->check_count; i++)
        tell_missing(file, i);
    if (answers_of(file) == 0 && file->unread_count == 0)
        hand_in_unread(file, 0, (struct span){"", 0}, (struct span){"", 0}, "nothing");
    text_free(&lines);
}

bool answer_file_read(struct answer_file *file, const char *path, struct error *error) {
    struct text text = {0};
    const bool done = file_read(&text, path, error);
    if (done)
        answer_file_parse(file, text.bytes != NULL ? text.bytes : "", text.length);
    else
        answer_file_refuse(file, "file", message(strerror(errno)));
    text_free(&text);
    return done;
}
