/* Notes: see notes.h. */
#include "render/notes.h"

#include "base/number.h"
#include "render/render.h"

#include <stdio.h>

static void put_slips(struct text *out, unsigned slips) {
    if (slips == 0)
        return;
    text_puts(out, " (");
    render_slips(out, slips);
    text_putc(out, ')');
}

void note_verdict(struct text *out, const struct step *step, enum language language) {
    static const char *const keys[] = {[VERDICT_SAME] = "note.same",
                                       [VERDICT_ROUNDING] = "note.rounding",
                                       [VERDICT_SLIP] = "note.slip"};
    if (step->verdict == VERDICT_NONE)
        return;
    text_puts(out, prose(language, keys[step->verdict]));
    if (step->verdict != VERDICT_SAME)
        text_printf(out, " %s", step->printed);
    put_slips(out, step->verdict == VERDICT_SLIP ? step->cause : 0);
}

void note_slip_made(struct text *out, const struct step *step, enum language language) {
    text_puts(out, prose(language, "note.slip-made"));
    put_slips(out, slip_bit(step->slip));
}

void note_difference(struct text *out, const struct step *step, const struct form *form,
                     struct trace *trace, int digits, enum language language) {
    char shown[NUMBER_ROOM];
    trace_form_shown(trace, form, digits, shown);
    text_printf(out, "%s %s", prose(language, "note.differs"), shown);
    put_slips(out, step->broken);
}

void note_goes_on_with(struct text *out, const struct step *step, struct trace *trace, int digits,
                       enum language language) {
    char shown[NUMBER_ROOM];
    const struct quantity *named = trace_find(trace, step->name, strlen(step->name));
    trace_shown(trace, named, digits, shown);
    text_printf(out, "%s %s", prose(language, "note.plan-differs"), shown);
    put_slips(out, step->broken);
}

void note_title(struct text *out, const struct trace *trace, enum language language) {
    char key[32];
    snprintf(key, sizeof key, "title.%s", trace->network);
    text_puts(out, prose(language, key));
    if (trace->slips_met == 0) /* a walk without slips has one reading */
        return;
    text_puts(out, prose(language, "punctuation.comma"));
    text_puts(out, prose(language, trace->slips ? "reading.printed" : "reading.stated"));
}

void note_printed_values(struct text *out, const struct trace *trace, enum language language) {
    size_t counts[] = {
        [VERDICT_NONE] = 0, [VERDICT_SAME] = 0, [VERDICT_ROUNDING] = 0, [VERDICT_SLIP] = 0};
    for (size_t i = 0; i < trace->step_count; i++)
        counts[trace->steps[i].verdict]++;
    const size_t printed = trace->step_count - counts[VERDICT_NONE];
    if (printed == 0)
        return;
    text_printf(out, "%zu %s %zu %s, %zu %s, %zu %s%s", printed, prose(language, "summary.printed"),
                counts[VERDICT_SAME], prose(language, "summary.same"), counts[VERDICT_ROUNDING],
                prose(language, "summary.rounding"), counts[VERDICT_SLIP],
                prose(language, "summary.slip"), prose(language, "punctuation.full-stop"));
}
