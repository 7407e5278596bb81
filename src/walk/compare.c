/* Compare: see compare.h. */
#include "walk/compare.h"

#include "base/number.h"
#include "walk/article/article.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

const struct remark *remark_of(const struct step *step) {
    static const struct remark none = {.verdict = VERDICT_NONE};
    return step->remark != NULL ? step->remark : &none;
}

/* The printed values come in the order of the walk: *NEXT is the first that has not come yet. */
static const char *printed_at(const struct step *step, size_t *next) {
    const struct printed_value *printed = &article_printed[*next];
    if (*next == PRINTED_COUNT || step->kind != STEP_GIVES ||
        strcmp(printed->name, step->name) != 0)
        return NULL;
    ++*next;
    return printed->text;
}

/* `same` if VALUE rounds to the decimals that are printed, `rounding` within the precision that the
 * article carries. */
static enum verdict judge(double value, const char *printed) {
    char rounded[NUMBER_ROOM];
    double read = NAN;
    const char *point = strchr(printed, '.');
    const int decimals = point != NULL ? (int)strlen(point + 1) : 0;
    snprintf(rounded, sizeof rounded, "%.*f", decimals, value);
    if (strcmp(rounded, printed) == 0)
        return VERDICT_SAME;
    number_read(printed, strlen(printed), &read);
    return fabs(value - read) <= ARTICLE_PRECISION ? VERDICT_ROUNDING : VERDICT_SLIP;
}

/* Walks with one slip alone, and notes in REMARKS, by step of TRACE, whether the slip changes what
 * the step's value is when none is made, or makes its forms differ. */
static bool note_slip(const struct trace *trace, struct remark *remarks, const struct trace *stated,
                      const struct example *example, unsigned slip, struct error *error) {
    struct trace alone;
    const bool forms_matter = trace->alternatives != SLIPS_NONE;
    walk_record_article(&alone, example, slip);
    const bool walked = forms_matter ? trace_check(&alone, error) : !alone.failed;
    if (!walked)
        *error = alone.error;
    for (size_t s = 0; s < trace->step_count && walked; s++) {
        if (alone.steps[s].kind == STEP_GIVES && alone.steps[s].value != stated->steps[s].value)
            remarks[s].cause |= slip;
        for (size_t i = 0; i < alone.steps[s].form_count && forms_matter; i++)
            if (alone.steps[s].forms[i].differs)
                remarks[s].broken |= slip;
    }
    trace_free(&alone);
    return walked;
}

static bool note_slips(struct trace *trace, struct remark *remarks, const struct example *example,
                       struct error *error) {
    struct trace walked_again = {0};
    const struct trace *stated = trace->alternatives == SLIPS_NONE ? trace : &walked_again;
    if (stated != trace)
        walk_record_article(&walked_again, example, SLIPS_NONE);
    bool done = true;
    for (unsigned slips = trace->alternatives_met; slips != 0 && done; slips &= slips - 1)
        done = note_slip(trace, remarks, stated, example, slips & -slips, error);
    trace_free(&walked_again);
    return done;
}

static struct remark *start_remarks(struct trace *trace) {
    struct remark *remarks = arena_take(&trace->arena, trace->step_count * sizeof *remarks);
    for (size_t s = 0; s < trace->step_count; s++) {
        remarks[s] = (struct remark){.verdict = VERDICT_NONE};
        trace->steps[s].remark = &remarks[s];
    }
    return remarks;
}

/* Where the article's formula is wrong though no number of it is: the step that shows its sum. */
static const char *pointer_at(const struct step *step) {
    for (size_t i = 0; article_pointers[i].equation != NULL; i++)
        if (strcmp(article_pointers[i].equation, step->equation) == 0 &&
            strstr(step->text, "SUM(") != NULL)
            return article_pointers[i].id;
    return NULL;
}

void walk_point_out(struct walk *walk) {
    struct remark *remarks = start_remarks(&walk->trace);
    for (size_t s = 0; s < walk->trace.step_count; s++)
        remarks[s].pointer = pointer_at(&walk->trace.steps[s]);
}

bool walk_compare(struct walk *walk, const struct example *example, struct error *error) {
    struct trace *trace = &walk->trace;
    size_t next = walk->has_other_numbers ? PRINTED_COUNT : 0;
    struct remark *remarks = start_remarks(trace);
    if (!note_slips(trace, remarks, example, error))
        return false;
    for (size_t s = 0; s < trace->step_count; s++) {
        const struct step *step = &trace->steps[s];
        struct remark *remark = &remarks[s];
        if (remark->broken ==
            0) /* where no slip alone parts the forms, those made do so together */
            remark->broken = trace->alternatives & trace->alternatives_met;
        remark->pointer = pointer_at(step);
        remark->printed = printed_at(step, &next);
        if (remark->printed != NULL)
            remark->verdict = judge(step->value, remark->printed);
        if (remark->verdict == VERDICT_SLIP && remark->cause == 0)
            return error_set(error, "(%s) %s: the article prints %s, and no slip explains it",
                             step->equation, step->name, remark->printed);
    }
    return true;
}
