/* Reading: walks as parts, in the order in which the article tells them. */
#ifndef BPWALK_WALK_READING_H
#define BPWALK_WALK_READING_H

#include "walk/walk.h"

/* The steps of WALK from FIRST up to, and without, END. */
struct walk_part {
    struct walk *walk;
    size_t first, end;
};

struct walk_part walk_whole(struct walk *walk);

/* The article's walk, with the cross-entropy below (5.5), and of the companion what leads to (5.31)
 * below (5.30), and the rest, with (5.34), below (5.33). Returns how many PARTS that are. */
enum { READING_PARTS_MOST = 7 };
size_t walk_in_reading_order(struct walk_part parts[READING_PARTS_MOST], struct walk *article,
                             struct walk *cross_entropy, struct walk *companion);

#endif
