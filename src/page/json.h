/* JSON: strings of any words, for the page's answers. */
#ifndef BPWALK_PAGE_JSON_H
#define BPWALK_PAGE_JSON_H

#include "base/text.h"

/* Appends WORDS as a string; "" for none (NULL). */
void json_string(struct text *out, const char *words);

/* Appends , "KEY": "WORDS". */
void json_member(struct text *out, const char *key, const char *words);

#endif
