/* View: see view.h. */
#include "page/view.h"

#include "base/larger.h"
#include "formula/name.h"
#include "page/json.h"
#include "render/errata.h"
#include "render/notes.h"
#include "render/sheet.h"
#include "walk/compare.h"

#include <math.h>

/* A part with more steps than this is seen around the step that is being looked at. */
enum { MOST_IN_VIEW = 400 };

/* ---- Parts ---- */

/* What the steps of a walk with an error are about. One follows the other; without, all is the
 * first. */
enum part { PART_FORWARD, PART_BACK, PART_AGAIN, PART_COUNT };

/* Where each begins: at the heading above the first step that tells of it, and each has one. */
struct parts {
    struct part_start {
        enum part part;
        size_t first;
    } each[PART_COUNT];
    size_t count;
};

/* Which part begins with a step, or the part before goes on. */
static enum part part_of(const struct walk *walk, const struct step *step, enum part before) {
    const size_t length = strlen(step->name);
    const struct role role = shape_role(walk->shape, step->name, length);
    if (role.is_new && role.kind != ROLE_WEIGHT && role.kind != ROLE_BIAS)
        return PART_AGAIN;
    if (role.kind == ROLE_NONE || role.kind == ROLE_ERROR_TERM)
        return PART_BACK;
    return before;
}

static struct parts parts_of(const struct walk *walk) {
    struct parts parts = {.count = 1};
    size_t heading = 0;
    for (size_t i = 0; walk->error != NULL && i < walk->trace.step_count; i++) {
        const struct step *step = &walk->trace.steps[i];
        const enum part last = parts.each[parts.count - 1].part, next = part_of(walk, step, last);
        heading = step->heading != NULL ? i : heading;
        if (next != last)
            parts.each[parts.count++] = (struct part_start){next, heading};
    }
    return parts;
}

struct window view_window(const struct walk *walk, size_t step) {
    const struct parts parts = parts_of(walk);
    size_t part = parts.count - 1;
    while (parts.each[part].first > step)
        part--;
    struct window window = {.first = parts.each[part].first,
                            .end = part + 1 < parts.count ? parts.each[part + 1].first
                                                          : walk->trace.step_count};
    const size_t last = window.end;
    if (step - window.first > MOST_IN_VIEW / 2 && last - window.first > MOST_IN_VIEW)
        window.first = step - MOST_IN_VIEW / 2;
    if (last - window.first > MOST_IN_VIEW)
        window.end = window.first + MOST_IN_VIEW;
    return window;
}

/* ---- Layout ---- */

static void put_math(struct text *out, const char *name, size_t length) {
    struct text math = {0};
    text_puts(&math, "<math>");
    name_mathml(&math, name, length);
    text_puts(&math, "</math>");
    json_string(out, math.bytes);
    text_free(&math);
}

static void put_heading(struct text *out, const struct view *view, const struct heading *heading) {
    struct text words = {0};
    heading_put(&words, view->language, heading);
    json_string(out, words.bytes);
    text_free(&words);
}

static void put_row(struct text *out, const struct view *view, size_t index) {
    const struct step *step = &view->walk->trace.steps[index];
    text_printf(out, "{\"step\": %zu", index);
    json_member(out, "equation", step->equation);
    json_member(out, "name", step->name);
    text_printf(out, ", \"gives\": %s, \"math\": ", step->kind == STEP_GIVES ? "true" : "false");
    put_math(out, step->name, strlen(step->name));
    if (step->heading != NULL) {
        text_puts(out, ", \"heading\": ");
        put_heading(out, view, step->heading);
    }
    text_putc(out, '}');
}

static void put_rows(struct text *out, const struct view *view) {
    const struct window window = view_window(view->walk, view->step);
    text_puts(out, ", \"rows\": [");
    for (size_t i = window.first; i < window.end; i++) {
        text_puts(out, i > window.first ? ",\n" : "");
        put_row(out, view, i);
    }
    text_putc(out, ']');
}

/* Where each part begins, by its name. */
static void put_parts(struct text *out, const struct view *view) {
    static const char *const keys[] = {[PART_FORWARD] = "page.part-forward",
                                       [PART_BACK] = "page.part-back",
                                       [PART_AGAIN] = "page.part-again"};
    const struct parts parts = parts_of(view->walk);
    text_puts(out, ", \"parts\": [");
    for (size_t i = 0; parts.count > 1 && i < parts.count; i++) {
        text_printf(out, "%s[%zu, ", i > 0 ? ", " : "", parts.each[i].first);
        json_string(out, prose(view->language, keys[parts.each[i].part]));
        text_putc(out, ']');
    }
    text_putc(out, ']');
}

static const char *key_of_kind(enum role_kind kind) {
    switch (kind) {
    case ROLE_INPUT:
        return "sheet.inputs";
    case ROLE_TARGET:
        return "sheet.targets";
    case ROLE_WEIGHT:
        return "sheet.weights";
    case ROLE_BIAS:
        return "sheet.biases";
    default:
        return "sheet.rate";
    }
}

/* What it is dragged through, widened to where it stands. */
static void put_range(struct text *out, const struct role *role, double value) {
    const double low = role->kind == ROLE_RATE ? 0 : -2, high = 2;
    text_printf(out, ", \"low\": %g, \"high\": %g, \"by\": 0.01", smaller(low, floor(value)),
                larger(high, ceil(value)));
}

/* Appends the name that a given number is set by: of all samples. */
static void put_setting(struct text *out, const struct example *example,
                        const struct given *given) {
    struct role role = given->role;
    role.sample = 0;
    shape_put_name(out, &example->shape, &role);
}

static bool is_listed(const struct example *example, size_t index) {
    return index < example->count && index < MOST_IN_VIEW;
}

static void put_given(struct text *out, const struct view *view) {
    const struct example *example = view->example;
    const char *between = "";
    text_puts(out, ", \"given\": [");
    for (size_t i = 0; is_listed(example, i); i++) {
        const struct given *given = &example->given[i];
        struct text name = {0};
        if (given->role.sample > 1)
            continue;
        put_setting(&name, example, given);
        text_printf(out, "%s{\"name\": \"%s\", \"math\": ", between, name.bytes);
        put_math(out, name.bytes, name.length);
        json_member(out, "quantity", given->name);
        json_member(out, "kind", prose(view->language, key_of_kind(given->role.kind)));
        if (given->role.sample == 0)
            put_range(out, &given->role, given->value);
        text_putc(out, '}');
        text_free(&name);
        between = ",\n";
    }
    text_putc(out, ']');
}

void view_put_layout(struct text *out, struct view *view) {
    struct text title = {0};
    note_title(&title, view->walk, view->language);
    json_member(out, "title", title.bytes);
    text_free(&title);
    text_printf(out, ", \"steps\": %zu", view->walk->trace.step_count);
    put_parts(out, view);
    put_given(out, view);
    put_rows(out, view);
    view_put_drawing(out, view);
}

/* ---- Values ---- */

static void put_row_values(struct text *out, struct view *view) {
    const struct window window = view_window(view->walk, view->step);
    text_puts(out, ", \"values\": [");
    for (size_t i = window.first; i < window.end; i++) {
        const struct step *step = &view->walk->trace.steps[i];
        char exact[NUMBER_ROOM], room[NUMBER_ROOM];
        number_exact(exact, step->value);
        text_printf(out, "%s[\"%s\", \"%s\", %d]", i > window.first ? ", " : "", exact,
                    numbers_value(&view->numbers, step, room), remark_of(step)->verdict);
    }
    text_putc(out, ']');
}

/* The numbers in the drawing have few decimals; what is typed with few stays as it is. */
enum { DIGITS_DRAWN = 4, TYPED_DRAWN = 7 };

static bool is_drawn(const struct view *view, const struct quantity *quantity) {
    const struct role role = shape_role(view->walk->shape, quantity->name, quantity->length);
    return quantity->typed != NULL ||
           (role.kind == ROLE_OUTPUT && !role.is_new && role.sample <= 1 && !view->hides);
}

static void put_shown(struct text *out, struct view *view) {
    struct trace *trace = &view->walk->trace;
    const char *between = "";
    text_puts(out, ", \"shown\": {");
    for (size_t i = 0; i < trace->quantity_count; i++) {
        const struct quantity *quantity = &trace->quantities[i];
        char shown[NUMBER_ROOM];
        if (!is_drawn(view, quantity))
            continue;
        const bool as_typed = quantity->typed != NULL && strlen(quantity->typed) <= TYPED_DRAWN;
        if (!as_typed)
            trace_shown(trace, quantity, DIGITS_DRAWN, shown);
        text_printf(out, "%s\"%s\": \"%s\"", between, quantity->name,
                    as_typed ? quantity->typed : shown);
        between = ", ";
    }
    text_putc(out, '}');
}

/* The given numbers as typed, of several samples with commas between. */
static void put_typed(struct text *out, const struct example *example) {
    const size_t of_sample = example->shape.width[0] + example->shape.width[example->shape.depth];
    const char *between = "";
    text_puts(out, ", \"typed\": {");
    for (size_t i = 0; is_listed(example, i); i++) {
        const struct given *given = &example->given[i];
        if (given->role.sample > 1)
            continue;
        text_printf(out, "%s\"", between);
        put_setting(out, example, given);
        text_printf(out, "\": \"%s", given->typed);
        for (size_t s = 1; s < example->shape.samples && given->role.sample == 1; s++)
            text_printf(out, ", %s", given[s * of_sample].typed);
        text_putc(out, '"');
        between = ", ";
    }
    text_putc(out, '}');
}

/* The first printed value that a slip spoils, or the step where it is made. */
static bool is_first_seen(const struct errata *errata, const struct number_slip *slip,
                          size_t index) {
    const struct step *step = &errata->stated.trace.steps[index];
    return step == slip->seen || step == slip->stated[0] || step == slip->stated[1];
}

/* The slips that part a form from the value that is shown; where none does there are none. */
static unsigned slips_in_forms(const struct step *step) {
    for (size_t i = 0; i < step->form_count; i++)
        if (step->forms[i].differs)
            return remark_of(step)->broken;
    return step->takes_alternative ? step->alternative : 0;
}

/* What the article got wrong here, and how it shows. */
static void put_errata(struct text *out, struct view *view, const struct step *step) {
    const struct remark *remark = remark_of(step);
    const unsigned slips =
        slips_in_forms(step) | (remark->verdict == VERDICT_SLIP ? remark->cause : 0);
    struct errata *errata = view->errata;
    struct error error;
    if (slips == 0 && remark->pointer == NULL)
        return;
    if (errata->stated.trace.step_count == 0)
        errata_collect(errata, &error);
    for (size_t i = 0; i < NUMBER_SLIP_COUNT; i++)
        if ((slips & slip_bit(article_number_slips[i])) != 0)
            errata_html(out, errata, article_number_slips[i],
                        is_first_seen(errata, &errata->numbers[i], view->step), view->language);
    if (remark->pointer != NULL)
        errata_html(out, errata, remark->pointer, true, view->language);
}

static const struct heading *heading_at(const struct trace *trace, size_t step) {
    while (step > 0 && trace->steps[step].heading == NULL)
        step--;
    return trace->steps[step].heading;
}

static void put_stage(struct text *out, struct view *view) {
    const struct step *step = &view->walk->trace.steps[view->step];
    static const enum numbers_shown hints[] = {NUMBERS_NONE, NUMBERS_GIVEN, NUMBERS_ALL};
    const struct sheet_shows shows = {.formulas = true,
                                      .numbers = view->hides ? hints[view->hint] : NUMBERS_ALL,
                                      .values = !view->hides,
                                      .notes = !view->hides};
    struct sheet_step made;
    struct text stage = {0};
    sheet_step_make(&made, &view->walk->trace, &view->numbers, step, &shows, view->language);
    sheet_html.step(&stage, &made, view->language);
    if (!view->hides)
        put_errata(&stage, view, step);
    json_member(out, "stage", stage.bytes);
    text_puts(out, ", \"heading\": ");
    put_heading(out, view, heading_at(&view->walk->trace, view->step));
    text_free(&stage);
}

void view_put_values(struct text *out, struct view *view) {
    put_row_values(out, view);
    put_shown(out, view);
    put_typed(out, view->example);
    put_stage(out, view);
}
