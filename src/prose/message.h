/* Message: help and refusals in the reader's language. The English sentence is the key: it stands in
 * the code where it is said, and what has no second language yet is said in English (a test lists
 * what that is). `message` itself is declared in base/error.h, for every room says such sentences. */
#ifndef BPWALK_MESSAGE_H
#define BPWALK_MESSAGE_H

#include "prose/prose.h"

/* As LC_ALL, LC_MESSAGES or LANG has it, the first that is set: zh... is Chinese. */
enum language language_of_environment(void);

/* Puts it there, so that help and refusals follow. */
void language_into_environment(enum language language);

/* ENGLISH in that language; itself where there is no such sentence. */
const char *message_in(enum language language, const char *english);

/* All English sentences that have a second language, for the tests alone: NULL from the first index
 * past the last. */
const char *message_at(size_t index);

#endif
