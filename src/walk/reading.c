/* Reading: see reading.h. */
#include "walk/reading.h"

#include "walk/article/article.h"

#include <string.h>

struct walk_part walk_whole(struct walk *walk) {
    return (struct walk_part){walk, 0, walk->trace.step_count};
}

/* Behind the first step with EQUATION and NAME, which the trace has. */
static size_t behind_first(const struct trace *trace, const char *equation, const char *name) {
    size_t at = 0;
    while (strcmp(trace->steps[at].equation, equation) != 0 ||
           strcmp(trace->steps[at].name, name) != 0)
        at++;
    return at + 1;
}

/* Behind the last step with EQUATION, which the trace has. */
static size_t behind_last(const struct trace *trace, const char *equation) {
    size_t at = trace->step_count;
    while (strcmp(trace->steps[at - 1].equation, equation) != 0)
        at--;
    return at;
}

size_t walk_in_reading_order(struct walk_part parts[READING_PARTS_MOST], struct walk *article,
                             struct walk *cross_entropy, struct walk *companion) {
    struct walk *const told[INSET_WALKS] = {
        [INSET_CROSS_ENTROPY] = cross_entropy, [INSET_COMPANION] = companion};
    size_t told_up_to[INSET_WALKS] = {0}, from = 0, count = 0;
    for (size_t i = 0; i < INSET_COUNT; i++) {
        const struct inset *inset = &article_insets[i];
        const struct trace *trace = &told[inset->walk]->trace;
        const size_t end = behind_first(&article->trace, inset->equation, inset->name);
        const size_t told_end =
            inset->up_to != NULL ? behind_last(trace, inset->up_to) : trace->step_count;
        parts[count++] = (struct walk_part){article, from, end};
        parts[count++] = (struct walk_part){told[inset->walk], told_up_to[inset->walk], told_end};
        told_up_to[inset->walk] = told_end;
        from = end;
    }
    parts[count++] = (struct walk_part){article, from, article->trace.step_count};
    return count;
}
