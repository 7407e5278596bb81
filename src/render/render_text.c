/* Render, the text format: a walk for reading beside the article, a step a paragraph:
 *
 *     (5.1)  in_h1 = w1*i1 + w2*i2 + 1*b1
 *                  = 0.1*0.1 + 0.2*0.2 + 1*0.55
 *                  = 0.6                                  as printed
 */
#include "render/given.h"
#include "render/lines.h"
#include "render/notes.h"
#include "render/numbers.h"
#include "render/render.h"

#include "base/number.h"
#include "walk/compare.h"

#include <string.h>

enum { INDENT = 4, LABEL_WIDTH = 7 };

struct page {
    const struct document *document;
    struct lines lines;
    struct walk *walk;
    struct trace *trace;    /* the walk's */
    struct numbers numbers; /* of the trace */
    struct text note;       /* scratch, used again from line to line */
};

static const char *say(const struct page *page, const char *key) {
    return prose(page->document->language, key);
}

/* The label and the name of a step; returns the column of its equals signs. */
static size_t put_name(struct page *page, const struct step *step) {
    struct lines *lines = &page->lines;
    lines_pad(lines, INDENT);
    if (step->equation[0] != '\0') {
        lines_ascii(lines, COLOUR_EQUATION, "(");
        lines_ascii(lines, COLOUR_EQUATION, step->equation);
        lines_ascii(lines, COLOUR_EQUATION, ")");
    }
    lines_pad(lines, INDENT + LABEL_WIDTH);
    lines_ascii(lines, COLOUR_NONE, step->shown);
    lines_ascii(lines, COLOUR_NONE, " ");
    return lines->column;
}

static void put_equals(struct page *page, size_t column) {
    lines_pad(&page->lines, column);
    lines_ascii(&page->lines, COLOUR_NONE, "= ");
}

static void put_note(struct page *page, enum colour colour) {
    const struct text *note = &page->note;
    lines_note(&page->lines, text_columns(note->bytes, note->length));
    lines_put(&page->lines, colour, note->bytes, note->length);
}

/* An empty note, to be written and put. */
static struct text *new_note(struct page *page) {
    text_cut(&page->note, 0);
    return &page->note;
}

static void put_verdict(struct page *page, const struct step *step) {
    note_verdict(new_note(page), step, page->document->language);
    if (page->note.length > 0)
        put_note(page, remark_of(step)->verdict == VERDICT_SLIP ? COLOUR_SLIP : COLOUR_NONE);
}

/* Between what the article states and what it computes by a slip. */
static void put_slip_made(struct page *page, const struct step *step, size_t column) {
    lines_pad(&page->lines, column + 2);
    note_slip_made(new_note(page), step, page->document->language);
    lines_put(&page->lines, COLOUR_SLIP, page->note.bytes, page->note.length);
    lines_end(&page->lines);
}

/* Returns the last form's formula, for its line with numbers. */
static const struct formula *put_forms(struct page *page, const struct step *step, size_t column) {
    const struct formula *formula = NULL;
    for (size_t i = 0; i < step->form_count; i++) {
        struct form *form = &step->forms[i];
        const bool is_last = i + 1 == step->form_count;
        if (is_last && step->takes_alternative)
            put_slip_made(page, step, column);
        put_equals(page, column);
        formula = render_formula(page->trace, form);
        lines_formula(&page->lines, formula, NULL);
        if (form->differs && !is_last && !step->takes_alternative) {
            note_difference(new_note(page), step, form, page->trace, page->document->digits,
                            page->document->language);
            put_note(page, COLOUR_SLIP);
        }
        if (!is_last)
            lines_end(&page->lines);
    }
    return formula;
}

static void put_value(struct page *page, const struct step *step, const struct formula *formula,
                      size_t column) {
    char room[NUMBER_ROOM];
    const char *shown = numbers_value(&page->numbers, step, room);
    const struct form *last = &step->forms[step->form_count - 1];
    if (formula->kind != FORMULA_NUMBER) {
        lines_end(&page->lines);
        if (numbers_worth_showing(&page->numbers, formula, shown)) {
            const struct formula_numbers in_place = numbers_for_formula(&page->numbers);
            put_equals(page, column);
            lines_formula(&page->lines, formula, &in_place);
            lines_end(&page->lines);
        }
        put_equals(page, column);
        lines_ascii(&page->lines, COLOUR_VALUE, shown);
    }
    put_verdict(page, step);
    if (last->differs) {
        note_goes_on_with(new_note(page), step, page->trace, page->document->digits,
                          page->document->language);
        put_note(page, COLOUR_SLIP);
    }
    lines_end(&page->lines);
}

static void put_step(struct page *page, const struct step *step) {
    const size_t column = put_name(page, step);
    const struct formula *last = put_forms(page, step, column);
    put_value(page, step, last, column);
}

static void put_title(struct page *page, const struct walk_part *part) {
    struct lines *lines = &page->lines;
    note_part_title(new_note(page), part, page->document->language);
    lines_puts(lines, COLOUR_HEADING, page->note.bytes);
    lines_end(lines);
}

static void put_given(struct page *page) {
    struct lines *lines = &page->lines;
    lines_end(lines);
    lines_puts(lines, COLOUR_HEADING, say(page, "given"));
    lines_end(lines);
    given_numbers(lines, page->trace, INDENT);
}

static void put_heading(struct page *page, const struct heading *heading) {
    lines_end(&page->lines);
    render_heading(new_note(page), page->trace, page->document->language, heading);
    lines_puts(&page->lines, COLOUR_HEADING, page->note.bytes);
    lines_end(&page->lines);
}

/* What the update did to the error, and how the article's printed values fared. */
static void put_summary(struct page *page) {
    struct lines *lines = &page->lines;
    lines_end(lines);
    note_error(new_note(page), page->walk, page->document->digits, page->document->language);
    lines_puts(lines, COLOUR_NONE, page->note.bytes);
    lines_end(lines);
    note_printed_values(new_note(page), page->trace, page->document->language);
    if (page->note.length == 0)
        return;
    lines_put(lines, COLOUR_NONE, page->note.bytes, page->note.length);
    lines_end(lines);
}

static void put_part(struct page *page, const struct walk_part *part) {
    struct trace *trace = &part->walk->trace;
    const struct selection *selection = &page->document->selection;
    const struct heading *heading = NULL, *shown_heading = NULL;
    page->walk = part->walk;
    page->trace = trace;
    page->numbers = numbers_of(trace, page->document->digits);
    put_title(page, part);
    if (selection_is_whole(selection) && part->first == 0)
        put_given(page);
    for (size_t i = part->first; i < part->end; i++) {
        const struct step *step = &trace->steps[i];
        heading = step->heading != NULL ? step->heading : heading;
        if (!selection_shows(selection, step))
            continue;
        if (heading != shown_heading)
            put_heading(page, heading);
        shown_heading = heading;
        put_step(page, step);
    }
    if (selection_is_whole(selection) && part->end == trace->step_count &&
        page->walk->error != NULL)
        put_summary(page);
}

void render_text(struct text *out, const struct document *document) {
    struct page page = {.document = document, .lines = {.out = out, .colour = document->colour}};
    for (size_t i = 0; i < render_part_count(document); i++) {
        const struct walk_part part = render_part(document, i);
        if (!selection_has_any(&document->selection, &part.walk->trace))
            continue;
        if (out->length > 0)
            text_puts(out, "\n\n");
        put_part(&page, &part);
    }
    text_free(&page.note);
}
