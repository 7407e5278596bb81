/* Prose: every sentence that a document shows, by key, in English and Chinese. The code names the
 * key; where a number goes into a sentence, the code puts it beside it. */
#ifndef BPWALK_PROSE_H
#define BPWALK_PROSE_H

#include "base/text.h"
#include "trace/trace.h"

#include <stddef.h>

enum language { ENGLISH, CHINESE, LANGUAGE_COUNT };

/* The text of KEY; the key itself where there is none (a test sees to it that there is). */
const char *prose(enum language language, const char *key);

/* Appends the text of KEY with the COUNT words in the places of its {}, in their order. */
void prose_fill(struct text *out, enum language language, const char *key,
                const char *const words[], size_t count);

/* Appends what stands above a step: the text of its key with the first word in the place of {}, and
 * of which sample it is, where there is a second word. */
void heading_put(struct text *out, enum language language, const struct heading *heading);

/* All keys: NULL from the first index past the last. */
const char *prose_key(size_t index);

#endif
