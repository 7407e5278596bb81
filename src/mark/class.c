/* Class: see class.h. */
#include "mark/class.h"

#include "formula/notation.h"
#include "mark/told.h"

#include <stdlib.h>
#include <string.h>

struct tally_of_name {
    const char *name, *equation;
    size_t count, first; /* how often, and how often before all others in a file */
};

static struct tally_of_name *tally(struct class *class, struct tally_of_name **each, size_t *count,
                                   size_t *room, const char *name) {
    for (size_t i = 0; i < *count; i++)
        if (strcmp((*each)[i].name, name) == 0)
            return &(*each)[i];
    *each = memory_more(*each, *count, room, sizeof **each);
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
    const char *equation = told_equation(check, quantity);
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
