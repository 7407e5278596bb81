/* Notes: see notes.h. */
#include "render/notes.h"

#include "base/number.h"
#include "walk/compare.h"

#include <string.h>

static void put_slips(struct text *out, unsigned slips) {
    if (slips == 0)
        return;
    text_puts(out, " (");
    slips_put(out, slips);
    text_putc(out, ')');
}

void note_verdict(struct text *out, const struct step *step, enum language language) {
    static const char *const keys[] = {[VERDICT_SAME] = "note.same",
                                       [VERDICT_ROUNDING] = "note.rounding",
                                       [VERDICT_SLIP] = "note.slip"};
    const struct remark *remark = remark_of(step);
    if (remark->pointer != NULL) /* no number is printed there */
        prose_fill(out, language, "note.pointer", &remark->pointer, 1);
    if (remark->verdict == VERDICT_NONE)
        return;
    text_puts(out, prose(language, keys[remark->verdict]));
    if (remark->verdict != VERDICT_SAME)
        text_puts(out, remark->printed);
    put_slips(out, remark->verdict == VERDICT_SLIP ? remark->cause : 0);
}

void note_slip_made(struct text *out, const struct step *step, enum language language) {
    text_puts(out, prose(language, "note.slip-made"));
    put_slips(out, step->alternative);
}

void note_difference(struct text *out, const struct step *step, struct form *form,
                     struct trace *trace, int digits, enum language language) {
    char shown[NUMBER_ROOM];
    trace_form_shown(trace, form, digits, shown);
    text_printf(out, "%s %s", prose(language, "note.differs"), shown);
    put_slips(out, remark_of(step)->broken);
}

void note_goes_on_with(struct text *out, const struct step *step, struct trace *trace, int digits,
                       enum language language) {
    char shown[NUMBER_ROOM];
    const struct quantity *named = trace_find(trace, step->name, strlen(step->name));
    trace_shown(trace, named, digits, shown);
    text_printf(out, "%s %s", prose(language, "note.plan-differs"), shown);
    put_slips(out, remark_of(step)->broken);
}

void note_title(struct text *out, const struct walk *walk, enum language language) {
    heading_put(out, language, &walk->title);
    if (walk->iteration > 1)
        text_printf(out, "%s%s %zu", prose(language, "punctuation.comma"),
                    prose(language, "title.iteration"), walk->iteration);
    if (walk->trace.alternatives_met == 0) /* a walk without slips has one reading */
        return;
    text_puts(out, prose(language, "punctuation.comma"));
    if (walk->has_other_numbers)
        text_puts(out, prose(language, walk->trace.alternatives ? "reading.others-printed"
                                                                : "reading.others"));
    else
        text_puts(out,
                  prose(language, walk->trace.alternatives ? "reading.printed" : "reading.stated"));
}

void note_part_title(struct text *out, const struct walk_part *part, enum language language) {
    note_title(out, part->walk, language);
    if (part->first > 0)
        text_puts(out, prose(language, "title.continued"));
}

static void put_quantity(struct text *out, struct walk *walk, const char *name, int digits) {
    char shown[NUMBER_ROOM];
    trace_shown(&walk->trace, trace_find(&walk->trace, name, strlen(name)), digits, shown);
    text_puts(out, shown);
}

void note_error(struct text *out, struct walk *walk, int digits, enum language language) {
    text_printf(out, "%s ", prose(language, "summary.error"));
    put_quantity(out, walk, walk->error, digits);
    text_printf(out, " %s ", prose(language, "summary.to"));
    put_quantity(out, walk, walk->error_new, digits);
    text_puts(out, prose(language, "punctuation.full-stop"));
}

void note_printed_values(struct text *out, const struct trace *trace, enum language language) {
    size_t counts[] = {
        [VERDICT_NONE] = 0, [VERDICT_SAME] = 0, [VERDICT_ROUNDING] = 0, [VERDICT_SLIP] = 0};
    for (size_t i = 0; i < trace->step_count; i++)
        counts[remark_of(&trace->steps[i])->verdict]++;
    const size_t printed = trace->step_count - counts[VERDICT_NONE];
    if (printed == 0)
        return;
    const char *comma = prose(language, "punctuation.comma");
    text_printf(out, "%zu %s%zu %s%s%zu %s%s%zu %s%s", printed, prose(language, "summary.printed"),
                counts[VERDICT_SAME], prose(language, "summary.same"), comma,
                counts[VERDICT_ROUNDING], prose(language, "summary.rounding"), comma,
                counts[VERDICT_SLIP], prose(language, "summary.slip"),
                prose(language, "punctuation.full-stop"));
}
