/* Pages of any network, written from its shape: the same rules for every layer, each derivative in
 * the article's manner, its factors first and the product after. */
#ifndef BPWALK_ANY_PAGES_H
#define BPWALK_ANY_PAGES_H

#include "example/example.h"
#include "trace/trace.h"

/* Records all steps of EXAMPLE in TRACE, which has its numbers. BRIEFLY tells the error terms, the
 * gradients and the updates without the derivatives that they are made of. */
void pages_any(struct trace *trace, const struct example *example, bool briefly);

#endif
