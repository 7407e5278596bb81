/* Printing: see printing.h. */
#include "sheet/printing.h"

#include "render/escape.h"
#include "sheet/exercise.h"
#include "sheet/layers.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *say(const struct handout *handout, const char *key) {
    return prose(handout->language, key);
}

static struct sheet sheet_for(const struct printing *printing) {
    static const enum numbers_shown numbers_of_hints[] = {[HINTS_FORMULA] = NUMBERS_ROOM,
                                                          [HINTS_SUBSTITUTED] = NUMBERS_GIVEN,
                                                          [HINTS_NONE] = NUMBERS_NONE};
    const struct handout *handout = printing->handout;
    const bool is_blank = handout->kind == HANDOUT_BLANK;
    const enum numbers_shown of_hints = numbers_of_hints[handout->hints];
    const bool only_names = is_blank && handout->hints == HINTS_NONE;
    struct sheet sheet = {.format = handout->format,
                          .language = handout->language,
                          .selection = handout->selection,
                          .digits = handout->digits,
                          .shows = {.formulas = !only_names,
                                    .numbers = !is_blank ? NUMBERS_ALL
                                               : of_hints == NUMBERS_ROOM && !handout->is_full
                                                   ? NUMBERS_NONE
                                                   : of_hints,
                                    .values = !is_blank,
                                    .exact = handout->kind == HANDOUT_KEY,
                                    .only_new = only_names,
                                    .only_last = !handout->is_full}};
    if (handout->carries != CARRY_NOTHING) {
        sheet.digits = handout->carries;
        sheet.quantity_values = printing->variant.carried.quantity_values;
        sheet.step_values = printing->variant.carried.step_values;
    }
    return sheet;
}

static const char *title_of(const struct handout *handout) {
    static const char *const keys[] = {[HANDOUT_WORKED] = "handout.title-worked",
                                       [HANDOUT_BLANK] = "handout.title-blank",
                                       [HANDOUT_KEY] = "handout.title-key"};
    return handout->title != NULL ? handout->title : say(handout, keys[handout->kind]);
}

static bool any_is_wide(const struct handout *handout) {
    const char *const words[] = {handout->title, handout->course, handout->date};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (words[i] != NULL && escape_needs_wide(words[i]))
            return true;
    return handout->roster != NULL && handout->roster->is_wide;
}

/* "Sheet 12, variant 3, seed 42", as far as there is more than one of each. */
static void put_number(struct text *out, const struct handout *handout, size_t sheet) {
    if (handout->is_many)
        text_printf(out, "%s %zu", say(handout, "handout.sheet"), sheet + 1);
    if (handout->is_many && handout->draws)
        text_printf(out, "%s%s %zu%s%s %u", say(handout, "punctuation.comma"),
                    say(handout, "handout.variant"), sheet % handout->variants + 1,
                    say(handout, "punctuation.comma"), say(handout, "handout.seed"), handout->seed);
    if (!handout->is_many && handout->draws)
        text_printf(out, "%s %u", say(handout, "handout.random"), handout->seed);
}

static const char *task_key(const struct handout *handout) {
    static const char *const keys[] = {[HINTS_FORMULA] = "handout.task-formula",
                                       [HINTS_SUBSTITUTED] = "handout.task-substituted",
                                       [HINTS_NONE] = "handout.task-none"};
    if (handout->is_grid)
        return "handout.task-grid";
    return handout->is_full && handout->hints == HINTS_FORMULA ? "handout.task-full"
                                                               : keys[handout->hints];
}

static int decimals_kept(const struct handout *handout) {
    return handout->carries != CARRY_NOTHING ? handout->carries : KEEP_DECIMALS;
}

/* How many decimals are kept. */
static void put_decimals(struct text *words, const struct handout *handout) {
    if (handout->carries != CARRY_NOTHING) {
        text_printf(words, "%s%d%s", say(handout, "handout.carry"), decimals_kept(handout),
                    say(handout, "punctuation.full-stop"));
        return;
    }
    char decimals[16];
    snprintf(decimals, sizeof decimals, "%d", decimals_kept(handout));
    const char *fill[] = {decimals};
    prose_fill(words, handout->language, "handout.keep", fill, 1);
}

/* What is asked for, how exactly, when the weights change, and what no formula says. */
static void put_task(struct text *words, const struct handout *handout) {
    const struct shape *shape = &handout->example->shape;
    const char *between = handout->language == CHINESE ? "" : " ";
    const char *functions = exercise_functions(shape, handout->language);
    text_printf(words, "%s%s", say(handout, task_key(handout)), between);
    if (handout->is_grid && shape->samples > 1)
        text_printf(words, "%s%s", say(handout, "handout.task-samples"), between);
    put_decimals(words, handout);
    text_printf(
        words, "%s%s", between,
        say(handout, shape->update == UPDATE_AT_ONCE ? "handout.at-once" : "handout.together"));
    if (functions != NULL)
        text_printf(words, "%s%s", between, functions);
}

static void put_introduction(struct text *out, const struct handout *handout) {
    struct text words = {0};
    if (handout->kind == HANDOUT_BLANK)
        put_task(&words, handout);
    else if (handout->carries != CARRY_NOTHING)
        put_decimals(&words, handout);
    if (words.length > 0)
        handout->format->paragraph(out, words.bytes, handout->language);
    text_free(&words);
}

static struct exercise exercise_of(struct printing *printing, const struct sheet *sheet) {
    const enum handout_kind kind = printing->handout->kind;
    struct exercise exercise = {.sheet = sheet,
                                .is_form = kind != HANDOUT_WORKED,
                                .example = variant_example(&printing->variant, printing->handout),
                                .walk = &printing->variant.walk,
                                .has_again = kind == HANDOUT_WORKED,
                                .has_all = printing->handout->is_full};
    if (printing->sections == NULL) {
        const size_t steps = exercise.walk->trace.step_count;
        exercise_start(&exercise);
        printing->sections = memory_take(steps);
        memcpy(printing->sections, exercise.sections, steps);
    }
    exercise.sections = printing->sections;
    return exercise;
}

/* What has no numbers in it is the same on every sheet, and typeset once. */
static void put_lines(struct printing *printing, const struct exercise *exercise) {
    struct text *out = &printing->page, *lines = &printing->lines;
    const bool is_same =
        !exercise->sheet->shows.values && exercise->sheet->shows.numbers == NUMBERS_NONE;
    if (is_same && lines->length > 0) {
        text_add(out, lines->bytes, lines->length);
        return;
    }
    const size_t before = out->length;
    exercise_steps(out, exercise);
    if (is_same)
        text_add(lines, out->bytes + before, out->length - before);
}

/* What the matrices leave out, the exercise does not ask for. */
static void put_grid(struct printing *printing, const struct sheet *sheet) {
    const struct exercise exercise = exercise_of(printing, sheet);
    const size_t steps = exercise.walk->trace.step_count;
    bool *asked = memory_zeroed(steps, sizeof *asked);
    layers_put(&printing->page, &exercise, asked);
    for (size_t i = 0; i < steps; i++)
        if (!asked[i])
            printing->sections[i] = SECTION_COUNT;
    free(asked);
}

/* What is given, and the steps: each quantity once, or all. */
static void put_body(struct printing *printing, const struct sheet *sheet) {
    struct walk *walk = &printing->variant.walk;
    struct text *out = &printing->page;
    if (printing->handout->is_grid) {
        put_grid(printing, sheet);
        return;
    }
    if (!printing->handout->is_full) {
        const struct exercise exercise = exercise_of(printing, sheet);
        exercise_head(out, &exercise);
        put_lines(printing, &exercise);
        return;
    }
    sheet_given(out, sheet, walk, NULL, 0, NULL);
    sheet_drawing(out, sheet, walk);
    sheet_steps(out, sheet, walk);
}

/* Under WORDS on a page of its own, unless that is NULL. */
static void put_table(struct printing *printing, const struct sheet *sheet, const char *words) {
    if (printing->handout->is_full) {
        sheet_table(&printing->page, sheet, &printing->variant.walk, words);
        return;
    }
    const struct exercise exercise = exercise_of(printing, sheet);
    exercise_table(&printing->page, &exercise, words);
}

/* What stands at the foot of each of its pages: the name or the title, and which sheet it is. */
static void put_mark(struct text *out, const struct handout *handout, size_t number) {
    text_puts(out, handout->roster != NULL ? handout->roster->names[number] : title_of(handout));
    const size_t before = out->length;
    text_puts(out, say(handout, "punctuation.comma"));
    const size_t behind = out->length;
    put_number(out, handout, number);
    if (out->length == behind)
        text_cut(out, before);
}

static void put_sheet(struct printing *printing, size_t number, size_t index) {
    const struct handout *handout = printing->handout;
    const struct sheet sheet = sheet_for(printing);
    struct text *out = &printing->page;
    text_cut(&printing->label, 0);
    put_number(&printing->label, handout, number);
    const struct sheet_head head = {
        .title = title_of(handout),
        .course = handout->course,
        .date = handout->date,
        .name = handout->roster != NULL ? handout->roster->names[number] : NULL,
        .asks_name = handout->kind == HANDOUT_BLANK,
        .number = printing->label.length > 0 ? printing->label.bytes : NULL,
        .paper = handout->paper,
        .is_wide = any_is_wide(handout)};
    struct text mark = {0};
    put_mark(&mark, handout, number);
    text_cut(out, 0);
    if (index == 0)
        handout->format->start(out, &head, handout->language);
    const struct sheet_pages pages = {mark.bytes, index,
                                      !handout->is_one_file || handout->sheets == 1};
    handout->format->page_start(out, &pages, handout->language);
    text_free(&mark);
    handout->format->head(out, &head, handout->language);
    put_introduction(out, handout);
    put_body(printing, &sheet);
    if (handout->kind == HANDOUT_KEY && !handout->is_grid)
        put_table(printing, &sheet, say(handout, "handout.answers"));
    handout->format->page_finish(out);
}

bool printing_sheet(struct printing *printing, size_t sheet, size_t index, struct error *error) {
    const struct handout *handout = printing->handout;
    if (!variant_make(&printing->variant, handout, sheet % handout->variants, handout->carries,
                      error))
        return false;
    trace_notate(&printing->variant.walk.trace, handout->notation);
    put_sheet(printing, sheet, index);
    return true;
}

/* ---- The key to many sheets: for each variant, whose it is, its numbers, its values ---- */

/* The usual title says that it is the key. */
static struct sheet_head head_of_key(const struct handout *handout) {
    return (struct sheet_head){
        .title = handout->title != NULL ? handout->title : say(handout, "handout.title-key"),
        .course = handout->course,
        .date = handout->date,
        .number = handout->title != NULL ? say(handout, "handout.answers") : NULL,
        .paper = handout->paper,
        .is_wide = any_is_wide(handout)};
}

void printing_key_start(struct printing *printing) {
    const struct sheet_head head = head_of_key(printing->handout);
    text_cut(&printing->page, 0);
    printing->handout->format->start(&printing->page, &head, printing->handout->language);
}

/* The sheets that have a variant, with their names. */
static void put_sheets_of(struct text *out, const struct handout *handout, size_t variant) {
    for (size_t sheet = variant; sheet < handout->sheets; sheet += handout->variants) {
        text_printf(out, "%s%s %zu", sheet > variant ? say(handout, "punctuation.comma") : "",
                    say(handout, "handout.sheet"), sheet + 1);
        if (handout->roster != NULL)
            text_printf(out, " (%s)", handout->roster->names[sheet]);
    }
}

void printing_key(struct printing *printing, size_t variant) {
    const struct handout *handout = printing->handout;
    const struct sheet sheet = sheet_for(printing);
    const struct sheet_head head = head_of_key(handout);
    text_cut(&printing->label, 0);
    put_sheets_of(&printing->label, handout, variant);
    text_cut(&printing->page, 0);
    const struct sheet_pages pages = {printing->label.bytes, variant, handout->variants == 1};
    handout->format->page_start(&printing->page, &pages, handout->language);
    if (variant == 0)
        handout->format->head(&printing->page, &head, handout->language);
    handout->format->title(&printing->page, printing->label.bytes, handout->language);
    sheet_given(&printing->page, &sheet, &printing->variant.walk, NULL, 0, NULL);
    put_table(printing, &sheet, NULL);
    handout->format->page_finish(&printing->page);
}

/* A file of one sheet for `bpwalk check`: whose it is. */
static void start_file(struct printing *printing, size_t sheet) {
    const struct handout *handout = printing->handout;
    struct text *out = &printing->page;
    text_cut(out, 0);
    text_printf(out, "# %s %zu", say(handout, "handout.sheet"), sheet + 1);
    if (handout->roster != NULL)
        text_printf(out, " %s", handout->roster->names[sheet]);
}

/* ---- The numbers of a sheet, in the example language ---- */

static const char *const *names_asked(struct printing *printing) {
    const struct sheet sheet = sheet_for(printing);
    const struct exercise exercise = exercise_of(printing, &sheet);
    struct trace *trace = &exercise.walk->trace;
    const char **names = arena_take(&trace->arena, (trace->step_count + 1) * sizeof *names);
    size_t count = 0;
    for (size_t i = 0; i < trace->step_count; i++)
        if (exercise.sections[i] < SECTION_COUNT)
            names[count++] = trace->steps[i].name;
    names[count] = NULL;
    return names;
}

void printing_numbers(struct printing *printing, size_t sheet) {
    const struct handout *handout = printing->handout;
    struct example stated = *variant_example(&printing->variant, handout);
    if (handout->kind != HANDOUT_WORKED) {
        stated.decimals = decimals_kept(handout);
        stated.asked = names_asked(printing);
    }
    start_file(printing, sheet);
    text_putc(&printing->page, '\n');
    example_write(&printing->page, &stated);
}

/* ---- What is asked for, as text: a form to fill in, and a table with a row a sheet ---- */

static void each_asked(struct printing *printing, struct text *out,
                       void (*put)(struct text *out, struct printing *printing, size_t step)) {
    const struct sheet sheet = sheet_for(printing);
    const struct exercise exercise = exercise_of(printing, &sheet);
    for (size_t i = 0; i < exercise.walk->trace.step_count; i++)
        if (exercise.sections[i] < SECTION_COUNT)
            put(out, printing, i);
}

static void put_blank_line(struct text *out, struct printing *printing, size_t step) {
    text_printf(out, "%s = \n", printing->variant.walk.trace.steps[step].shown);
}

static void put_column(struct text *out, struct printing *printing, size_t step) {
    text_printf(out, "\t%s", printing->variant.walk.trace.steps[step].name);
}

static void put_value(struct text *out, struct printing *printing, size_t step) {
    struct trace *trace = &printing->variant.walk.trace;
    const struct handout *handout = printing->handout;
    char room[NUMBER_ROOM];
    if (handout->carries != CARRY_NOTHING)
        numbers_rounded(room, printing->variant.carried.step_values[step], handout->carries);
    else
        trace_step_shown(trace, &trace->steps[step], handout->digits, room);
    text_printf(out, "\t%s", room);
}

void printing_form(struct printing *printing, size_t sheet) {
    const struct handout *handout = printing->handout;
    struct text *out = &printing->page;
    start_file(printing, sheet);
    text_printf(out, "\n# %s\n", say(handout, "handout.form"));
    each_asked(printing, out, put_blank_line);
}

void printing_answers(struct printing *printing, size_t sheet) {
    const struct handout *handout = printing->handout;
    struct text *out = &printing->page;
    text_cut(out, 0);
    if (sheet == 0) {
        text_puts(out, "sheet\tname");
        each_asked(printing, out, put_column);
        text_putc(out, '\n');
    }
    text_printf(out, "%zu\t%s", sheet + 1,
                handout->roster != NULL ? handout->roster->names[sheet] : "");
    each_asked(printing, out, put_value);
    text_putc(out, '\n');
}

void printing_free(struct printing *printing) {
    variant_free(&printing->variant);
    text_free(&printing->page);
    text_free(&printing->label);
    text_free(&printing->whole);
    text_free(&printing->lines);
    free(printing->sections);
}
