/* Page: the walk for a browser: a request in, a document out. The request says which example, where
 * in the walk, in which language; the answer is JSON, with all that is shown in it: every number,
 * formula and sentence. How it is laid out and what is clicked is left to page.js. */
#ifndef BPWALK_PAGE_H
#define BPWALK_PAGE_H

#include "base/memory.h"
#include "base/text.h"

/* Keeps the walk that was asked for last, so that what does not change is not walked again. */
struct page;
struct page *page_open(void);
void page_close(struct page *page);

/* Appends the answer to the LENGTH bytes at REQUEST: lines `word value`, in any order, up to an
 * empty line, and behind it an example in its language (none: the article's numbers):
 *
 *     lang zh              en without it
 *     reading printed      of the article; stated without it
 *     chapter 3            of the article; or 4, cross-entropy, companion; 5 without it
 *     iteration 3          from 1; a request goes at most some way towards one far off
 *     step 12              from 0
 *     set w1=0.3           as --set; as often as wanted
 *     explain w5           what a value is
 *     hide yes             no values: they are to be predicted
 *     hint 1               with these hidden: the given numbers in place, or (2) all numbers
 *     known LAYOUT         the layout that is shown already: it is left out
 *     make-up 4            the example is settings alone: the answer is {"example": ...} with
 *                          numbers for as many samples
 *
 * Where the command line would refuse it, the answer is {"refused": its line}. */
void page_answer(struct page *page, const char *request, size_t length, struct text *out);

#endif
