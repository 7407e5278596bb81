/* Class: see class.h. */
#include "mark/class.h"

#include "base/number.h"
#include "formula/notation.h"
#include "mark/report.h"

#include <stdlib.h>
#include <string.h>

static const char *const section_names[SECTIONS] = {
    [SECTION_FORWARD] = "forward", [SECTION_ERROR] = "error", [SECTION_BACKWARD] = "backward",
    [SECTION_UPDATE] = "update",   [SECTION_AGAIN] = "again",
};

/* ---- Points ---- */

struct points points_default(void) {
    struct points points;
    for (size_t i = 0; i < SECTIONS; i++)
        points.of[i] = 1;
    return points;
}

static bool parse_one(struct points *points, const char *at, size_t length) {
    const char *equals = memchr(at, '=', length);
    if (equals == NULL)
        return false;
    const size_t name = (size_t)(equals - at);
    for (size_t i = 0; i < SECTIONS; i++)
        if (strlen(section_names[i]) == name && memcmp(section_names[i], at, name) == 0)
            return number_read(equals + 1, length - name - 1, &points->of[i]) == NULL &&
                   points->of[i] >= 0;
    return false;
}

bool points_parse(struct points *points, const char *list, struct error *error) {
    for (const char *at = list; *at != '\0';) {
        const size_t length = strcspn(at, ",");
        if (!parse_one(points, at, length))
            return error_set(error,
                             "--points %s is none; a list such as "
                             "forward=1,error=1,backward=2,update=1,again=0.5 is needed",
                             quote(at, length).text);
        at += length + (at[length] == ',');
    }
    return true;
}

/* All that is neither of a forward pass, an error nor an update is of the way back. */
static enum section section_of(const struct answer_file *file, const struct quantity *named) {
    const struct role role = shape_role(file->shape, named->name, named->length);
    if (role.kind == ROLE_WEIGHT || role.kind == ROLE_BIAS)
        return SECTION_UPDATE;
    if (role.is_new)
        return SECTION_AGAIN;
    if (role.kind == ROLE_SUM || role.kind == ROLE_OUTPUT)
        return SECTION_FORWARD;
    return role.kind == ROLE_ERROR || role.kind == ROLE_TOTAL ? SECTION_ERROR : SECTION_BACKWARD;
}

static bool is_asked(const struct answer_file *file, const struct check *check, size_t quantity) {
    const char *name = check->ways.trace->quantities[quantity].name;
    if (file->asked == NULL)
        return check->own[quantity].answer.typed != NULL;
    for (size_t i = 0; file->asked[i] != NULL; i++)
        if (strcmp(file->asked[i], name) == 0)
            return true;
    return false;
}

static void add_score(struct score *score, const struct points *points,
                      const struct answer_file *file, const struct check *check) {
    const struct trace *trace = check->ways.trace;
    for (size_t q = 0; q < trace->quantity_count; q++) {
        const struct quantity *named = &trace->quantities[q];
        const enum mark_verdict verdict = check->marks[q].verdict;
        if (named->typed != NULL || !is_asked(file, check, q) || verdict == MARK_COARSE)
            continue;
        const double worth = points->of[section_of(file, named)];
        score->of += worth;
        score->points += verdict == MARK_RIGHT || verdict == MARK_CARRIED ? worth : 0;
    }
}

struct score points_score(const struct points *points, const struct answer_file *file) {
    struct score score = {0};
    for (size_t i = 0; i < file->check_count; i++)
        add_score(&score, points, file, file->checks[i]);
    return score;
}

/* ---- What the class should talk about ---- */

struct tally_of_name {
    const char *name, *equation;
    size_t count, first; /* how often, and how often before all others in a file */
};

static struct tally_of_name *tally(struct class *class, struct tally_of_name **each, size_t *count,
                                   size_t *room, const char *name) {
    for (size_t i = 0; i < *count; i++)
        if (strcmp((*each)[i].name, name) == 0)
            return &(*each)[i];
    if (*count == *room) {
        *room = 2 * *room + 16;
        *each = memory_resize(*each, *room * sizeof **each);
    }
    (*each)[*count] = (struct tally_of_name){.name = arena_copy(&class->arena, name, strlen(name)),
                                             .equation = ""};
    return &(*each)[(*count)++];
}

static void add_wrong(struct class *class, const struct check *check, size_t quantity,
                      bool is_first) {
    const struct trace *trace = check->ways.trace;
    const struct mark *mark = &check->marks[quantity];
    const struct quantity *named = &trace->quantities[quantity];
    struct tally_of_name *name =
        tally(class, &class->names, &class->name_count, &class->name_room, named->shown);
    const char *equation = named->typed == NULL ? trace->steps[named->step].equation : "";
    if (name->count++ == 0)
        name->equation = arena_copy(&class->arena, equation, strlen(equation));
    name->first += is_first;
    if (mark->slip.slip != NULL)
        tally(class, &class->slips, &class->slip_count, &class->slip_room, mark->slip.slip)
            ->count++;
}

void class_add(struct class *class, const struct answer_file *file) {
    size_t wrong = 0;
    for (size_t i = 0; i < file->check_count; i++) {
        const struct check *check = file->checks[i];
        for (size_t q = 0; q < check->ways.trace->quantity_count; q++)
            if (check->own[q].answer.typed != NULL && check->marks[q].verdict == MARK_WRONG)
                add_wrong(class, check, q, wrong++ == 0);
    }
    class->files++;
    class->perfect += wrong == 0 && file->unread_count == 0;
}

void class_free(struct class *class) {
    free(class->names);
    free(class->slips);
    arena_free(&class->arena);
    *class = (struct class){0};
}

static int by_count(const void *a, const void *b) {
    const struct tally_of_name *x = a, *y = b;
    return x->count != y->count ? (x->count < y->count) - (x->count > y->count)
                                : strcmp(x->name, y->name);
}

static int by_first(const void *a, const void *b) {
    const struct tally_of_name *x = a, *y = b;
    return x->first != y->first ? (x->first < y->first) - (x->first > y->first) : by_count(a, b);
}

const char *class_list_key(enum class_list list) {
    static const char *const keys[CLASS_LISTS] = {[CLASS_FIRST] = "class.first",
                                                  [CLASS_STEPS] = "class.steps",
                                                  [CLASS_SLIPS] = "class.slips"};
    return keys[list];
}

size_t class_list(const struct class *class, enum class_list list,
                  struct class_row rows[CLASS_ROWS]) {
    enum { MOST_STEPS = 10 };
    const bool is_slips = list == CLASS_SLIPS;
    struct tally_of_name *each = is_slips ? class->slips : class->names;
    const size_t count = is_slips ? class->slip_count : class->name_count;
    size_t found = 0;
    if (count > 0)
        qsort(each, count, sizeof *each, list == CLASS_FIRST ? by_first : by_count);
    for (size_t i = 0; i < count && found < (is_slips ? CLASS_ROWS : MOST_STEPS); i++) {
        const size_t times = list == CLASS_FIRST ? each[i].first : each[i].count;
        if (times > 0)
            rows[found++] = (struct class_row){times, each[i].equation, each[i].name};
    }
    return found;
}

void class_sentence(struct text *out, const struct class *class, enum language language) {
    struct text files = {0}, perfect = {0};
    text_whole(&files, class->files);
    text_whole(&perfect, class->perfect);
    prose_fill(out, language, "class.files", (const char *const[]){files.bytes, perfect.bytes}, 2);
    text_free(&files);
    text_free(&perfect);
}

void class_slip(struct text *out, const struct class *class, const struct class_row *row,
                enum language language) {
    struct text key = {0};
    text_printf(&key, "slip.%s", row->name);
    notation_put_words(out, class->notation, prose(language, key.bytes));
    text_free(&key);
}

static void put_row(struct text *out, const struct class *class, enum class_list list,
                    const struct class_row *row, enum language language) {
    text_printf(out, "%6zu  ", row->count);
    if (row->equation[0] != '\0')
        text_printf(out, "(%s) ", row->equation);
    if (list == CLASS_SLIPS)
        class_slip(out, class, row, language);
    else
        text_puts(out, row->name);
    text_putc(out, '\n');
}

void class_report(struct text *out, const struct class *class, enum language language) {
    struct class_row rows[CLASS_ROWS];
    class_sentence(out, class, language);
    text_putc(out, '\n');
    for (enum class_list list = 0; list < CLASS_LISTS; list++) {
        const size_t count = class_list(class, list, rows);
        if (count > 0)
            text_printf(out, "%s%s\n", prose(language, class_list_key(list)),
                        prose(language, "class.colon"));
        for (size_t i = 0; i < count; i++)
            put_row(out, class, list, &rows[i], language);
    }
}

/* ---- The gradebook ---- */

void gradebook_head(struct text *out) {
    text_puts(out, "file,points,of,right,carried,coarse,wrong,unread\n");
}

/* A cell in quotes where it has a comma, a quote or what would break the line. */
static void put_cell(struct text *out, const char *cell) {
    const bool is_quoted = strpbrk(cell, ",\"\r\n") != NULL;
    text_puts(out, is_quoted ? "\"" : "");
    for (; *cell != '\0'; cell++) {
        if (*cell == '"')
            text_putc(out, '"');
        text_putc(out, (unsigned char)*cell < ' ' ? ' ' : *cell);
    }
    text_puts(out, is_quoted ? "\"" : "");
}

void gradebook_row(struct text *out, const char *path, const struct points *points,
                   const struct answer_file *file) {
    const struct score score = points_score(points, file);
    const struct tally tally = report_tally(file->checks, file->check_count);
    char had[NUMBER_ROOM], of[NUMBER_ROOM];
    number_shown(had, score.points, DIGITS_DEFAULT);
    number_shown(of, score.of, DIGITS_DEFAULT);
    put_cell(out, path);
    text_printf(out, ",%s,%s,%zu,%zu,%zu,%zu,%zu\n", had, of, tally.right, tally.carried,
                tally.coarse, tally.wrong, file->unread_count);
}
