/* Chapters: what the article has besides the walk of its network: one neuron and its activation
 * function, the other error, the deep companion. Each is a walk of its own, made when it is asked
 * for. */
#ifndef BPWALK_CHAPTERS_H
#define BPWALK_CHAPTERS_H

#include "prose/prose.h"
#include "walk/walk.h"

/* In the article's order. */
enum chapter {
    CHAPTER_NEURON,
    CHAPTER_SIGMOID,
    CHAPTER_NETWORK,
    CHAPTER_CROSS_ENTROPY,
    CHAPTER_COMPANION,
    CHAPTER_COUNT
};

/* Of an example that must outlive them; zeroed in the beginning. That of the network is not here.
 */
struct chapters {
    struct walk *walks[CHAPTER_COUNT]; /* NULL: not yet made */
    struct example companion;
};

/* Which one a word means, "3"; CHAPTER_NETWORK where it is none. And its word. */
enum chapter chapter_of(const char *word);
const char *chapter_word(enum chapter chapter);

/* The walk of a CHAPTER other than CHAPTER_NETWORK; NULL with ERROR. NETWORK is the walk of
 * EXAMPLE, and must outlive it. */
struct walk *chapters_walk(struct chapters *chapters, enum chapter chapter,
                           const struct example *example, struct walk *network,
                           struct error *error);
void chapters_free(struct chapters *chapters);

/* Appends , "chapters": for each its word, its title, and the --chapter that prints it; none where
 * EXAMPLE is not of the article's shape. */
void chapters_put(struct text *out, const struct example *example, enum language language);

#endif
