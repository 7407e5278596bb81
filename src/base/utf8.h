/* UTF-8: whether bytes are text that a document can show. */
#ifndef BPWALK_UTF8_H
#define BPWALK_UTF8_H

#include <stddef.h>

/* The index of the first byte that is not part of one line of UTF-8 (a fault in the encoding, or a
 * control character); LENGTH where all are. */
size_t utf8_fault(const char *bytes, size_t length);

#endif
