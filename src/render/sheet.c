/* Sheet: see sheet.h. */
#include "render/sheet.h"

#include "formula/name.h"
#include "render/notes.h"

#include <string.h>

/* The kinds of given numbers, in the order shown. */
static const struct {
    enum role_kind kind;
    const char *key;
} kinds[] = {{ROLE_INPUT, "sheet.inputs"},
             {ROLE_TARGET, "sheet.targets"},
             {ROLE_WEIGHT, "sheet.weights"},
             {ROLE_BIAS, "sheet.biases"},
             {ROLE_RATE, "sheet.rate"}};
enum { KIND_COUNT = sizeof kinds / sizeof *kinds };

/* The article's chapters 3 and 4 have the numbers of its first neuron. */
static bool is_of_kind(const struct walk *walk, const struct quantity *quantity,
                       enum role_kind kind) {
    const struct shape article = shape_of_article();
    const struct shape *shape = walk->shape != NULL ? walk->shape : &article;
    return quantity->typed != NULL &&
           shape_role(shape, quantity->name, quantity->length).kind == kind;
}

void sheet_given(struct text *out, const struct sheet *sheet, struct walk *walk,
                 const struct given_group more[], size_t more_count,
                 const struct drawing *drawing) {
    struct trace *trace = &walk->trace;
    struct given_group groups[KIND_COUNT + GIVEN_GROUPS_MORE];
    size_t count = 0;
    for (size_t kind = 0; kind < KIND_COUNT; kind++) {
        const struct quantity **own =
            arena_take(&trace->arena, trace->quantity_count * sizeof *own);
        size_t own_count = 0;
        for (size_t i = 0; i < trace->quantity_count; i++)
            if (is_of_kind(walk, &trace->quantities[i], kinds[kind].kind))
                own[own_count++] = &trace->quantities[i];
        if (own_count > 0)
            groups[count++] = (struct given_group){.words = prose(sheet->language, kinds[kind].key),
                                                   .quantities = own,
                                                   .count = own_count};
    }
    for (size_t i = 0; i < more_count; i++)
        groups[count++] = more[i];
    sheet->format->heading(out, prose(sheet->language, "given"), sheet->language);
    sheet->format->given(out, groups, count, drawing, sheet->language);
}

void sheet_drawing(struct text *out, const struct sheet *sheet, struct walk *walk) {
    const struct drawing drawing = drawing_of(walk);
    if (drawing.node_count > 0)
        sheet->format->drawing(out, &drawing, sheet->language);
    else if (walk->shape != NULL)
        sheet->format->paragraph(out, prose(sheet->language, "sheet.too-wide"), sheet->language);
}

struct numbers sheet_numbers(const struct sheet *sheet, struct trace *trace) {
    struct numbers numbers = numbers_of(trace, sheet->digits);
    numbers.quantity_values = sheet->quantity_values;
    numbers.step_values = sheet->step_values;
    return numbers;
}

static bool is_shown(const struct sheet *sheet, const struct step *step) {
    return selection_shows(&sheet->selection, step) &&
           (step->kind == STEP_GIVES || !sheet->shows.only_new);
}

static void put_heading(struct text *out, const struct sheet *sheet, const struct trace *trace,
                        const struct heading *heading) {
    struct text words = {0};
    render_heading(&words, trace, sheet->language, heading);
    sheet->format->heading(out, words.bytes, sheet->language);
    text_free(&words);
}

static void put_steps(struct text *out, const struct sheet *sheet, const struct walk_part *part) {
    struct trace *trace = &part->walk->trace;
    struct numbers numbers = sheet_numbers(sheet, trace);
    const struct heading *heading = NULL, *shown_heading = NULL;
    for (size_t i = part->first; i < part->end; i++) {
        const struct step *step = &trace->steps[i];
        struct sheet_step made;
        heading = step->heading != NULL ? step->heading : heading;
        if (!is_shown(sheet, step))
            continue;
        if (heading != shown_heading)
            put_heading(out, sheet, trace, heading);
        shown_heading = heading;
        sheet_step_make(&made, trace, &numbers, step, &sheet->shows, sheet->language);
        sheet->format->step(out, &made, sheet->language);
    }
}

void sheet_steps(struct text *out, const struct sheet *sheet, struct walk *walk) {
    const struct walk_part whole = walk_whole(walk);
    put_steps(out, sheet, &whole);
}

void sheet_row(struct text *out, const struct sheet *sheet, struct numbers *numbers,
               const struct step *step) {
    char room[NUMBER_ROOM], exact[NUMBER_ROOM], difference[NUMBER_ROOM];
    struct value_row row = {.equation = step->equation,
                            .name = step->shown,
                            .value = numbers_value(numbers, step, room),
                            .decimals = sheet->digits};
    if (sheet->step_values != NULL) {
        const struct quantity *named = trace_find(numbers->trace, step->name, strlen(step->name));
        const double carried = sheet->quantity_values[named - numbers->trace->quantities];
        const int digits = sheet_exact_digits(sheet->digits);
        trace_step_shown(numbers->trace, step, digits, exact);
        row.exact = exact;
        row.exact_decimals = digits;
        row.difference = sheet_difference(difference, carried, step->value, digits);
    }
    sheet->format->table_row(out, &row);
}

void sheet_table(struct text *out, const struct sheet *sheet, struct walk *walk,
                 const char *words) {
    struct trace *trace = &walk->trace;
    struct numbers numbers = sheet_numbers(sheet, trace);
    sheet->format->table_start(out, words, sheet->step_values != NULL ? sheet->digits : 0,
                               sheet->language);
    for (size_t i = 0; i < trace->step_count; i++) {
        const struct step *step = &trace->steps[i];
        if (selection_shows(&sheet->selection, step) && step->kind == STEP_GIVES)
            sheet_row(out, sheet, &numbers, step);
    }
    sheet->format->table_finish(out);
}

static bool is_of_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

static size_t word_length(const char *c) {
    size_t length = 0;
    while (is_of_name(c[length]))
        length++;
    return length;
}

/* Of dy/du at C, which begins with a word so long; else 0. */
static size_t quotient_length(const char *c, size_t length) {
    const char *below = c + length + 1;
    const bool is_quotient = length > 1 && c[0] == 'd' && c[length] == '/' && *below == 'd';
    const size_t rest = is_quotient ? word_length(below) : 0;
    return rest > 1 ? length + 1 + rest : 0;
}

/* Letters with a number behind, or with a foot; or a Greek letter. */
static bool is_name(const char *word, size_t length) {
    const char last = word[length - 1];
    const bool is_like_one = (last >= '0' && last <= '9') || memchr(word, '_', length) != NULL ||
                             name_is_greek(word, length);
    return !(word[0] >= '0' && word[0] <= '9') && word[0] != '_' && length > 1 && is_like_one;
}

void sheet_words(struct text *out, const char *words, enum language language,
                 void (*put)(struct text *out, const char *words, enum language language),
                 void (*put_name)(struct text *out, const char *name, size_t length)) {
    struct text plain = {0}, name = {0};
    for (const char *c = words; *c != '\0';) {
        const size_t word = word_length(c), quotient = quotient_length(c, word);
        const size_t length = quotient > 0 ? quotient : word > 0 ? word : 1;
        if (quotient > 0 || (word > 0 && is_name(c, word))) {
            if (plain.length > 0)
                put(out, plain.bytes, language);
            text_cut(&plain, 0);
            text_cut(&name, 0);
            text_add(&name, c, length);
            if (quotient > 0)
                name.bytes[word] = '_';
            put_name(out, name.bytes, length);
        } else {
            text_add(&plain, *c == '*' ? "\xC2\xB7" : c, *c == '*' ? 2 : length);
        }
        c += length;
    }
    if (plain.length > 0)
        put(out, plain.bytes, language);
    text_free(&plain);
    text_free(&name);
}

int sheet_missing_decimals(const char *number, int most) {
    const char *point = strchr(number, '.');
    const int has = point == NULL ? -1 : (int)strlen(point + 1);
    return strchr(number, 'e') != NULL || has > most || most == 0 ? 0 : most - has;
}

void sheet_put_missing(struct text *out, int missing, int most) {
    if (missing > most)
        text_putc(out, '.');
    text_repeat(out, '0', (size_t)(missing > most ? most : missing));
}

/* What the update did to the error, and how the article's printed values fared. */
static void put_summary(struct text *out, const struct sheet *sheet, struct walk *walk) {
    struct text words = {0};
    note_error(&words, walk, sheet->digits, sheet->language);
    sheet->format->paragraph(out, words.bytes, sheet->language);
    text_cut(&words, 0);
    note_printed_values(&words, &walk->trace, sheet->language);
    if (words.length > 0)
        sheet->format->paragraph(out, words.bytes, sheet->language);
    text_free(&words);
}

static void put_part(struct text *out, const struct sheet *sheet, const struct walk_part *part) {
    struct walk *walk = part->walk;
    struct text title = {0};
    note_part_title(&title, part, sheet->language);
    sheet->format->title(out, title.bytes, sheet->language);
    text_free(&title);
    if (selection_is_whole(&sheet->selection) && part->first == 0) {
        sheet_given(out, sheet, walk, NULL, 0, NULL);
        sheet_drawing(out, sheet, walk);
    }
    put_steps(out, sheet, part);
    if (selection_is_whole(&sheet->selection) && part->end == walk->trace.step_count &&
        walk->error != NULL)
        put_summary(out, sheet, walk);
}

void sheet_document(struct text *out, const struct document *document,
                    const struct sheet_format *format) {
    const struct sheet sheet = {
        .format = format,
        .language = document->language,
        .selection = document->selection,
        .digits = document->digits,
        .shows = {.formulas = true, .numbers = NUMBERS_ALL, .values = true, .notes = true}};
    const struct sheet_head head = {.title = prose(document->language, "sheet.walk-title")};
    format->start(out, &head, document->language);
    for (size_t i = 0; i < render_part_count(document); i++) {
        const struct walk_part part = render_part(document, i);
        if (selection_has_any(&document->selection, &part.walk->trace))
            put_part(out, &sheet, &part);
    }
    format->finish(out);
}
