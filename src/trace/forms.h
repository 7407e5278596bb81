/* Forms: the text of a step's forms apart, and their values from their text. For the trace's own
 * files alone. */
#ifndef BPWALK_FORMS_H
#define BPWALK_FORMS_H

#include "trace/trace.h"

/* Splits the step's text at the commas outside all parentheses into COUNT forms. False where it has
 * not as many. */
bool forms_split(struct step *step, size_t count);

/* The forms of a text, without values, taken from ARENA. */
struct form *forms_of(struct arena *arena, const char *text, size_t *count);

/* Puts the form's value from the trace's doubles. Where MAY_WAIT, one with a name that has no value
 * yet becomes NaN. False with the trace's error set. */
bool form_evaluate_now(struct trace *trace, struct form *form, bool may_wait);

#endif
