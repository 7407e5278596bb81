/* Points: what a marked file comes to, by the sections of the walk, and as a row of a gradebook. */
#ifndef BPWALK_POINTS_H
#define BPWALK_POINTS_H

#include "mark/answer_file.h"

/* What a value belongs to. */
enum points_section {
    POINTS_FORWARD,
    POINTS_ERROR,
    POINTS_BACKWARD,
    POINTS_UPDATE,
    POINTS_AGAIN,
    POINTS_SECTIONS
};

struct points {
    double of[POINTS_SECTIONS]; /* for a value that is right or carried */
};

/* One point a value. */
struct points points_default(void);

/* Reads "forward=1,backward=2,update=0.5"; what is left out keeps its points. False with ERROR. */
bool points_parse(struct points *points, const char *list, struct error *error);

/* What the values of a marked file come to: right and carried ones have their points, wrong and
 * missing ones none, and those that are coarse count neither way. OF is what can be had: by the
 * names that are asked for, or else by those that are handed in. */
struct score {
    double points, of;
};
struct score points_score(const struct points *points, const struct answer_file *file);

/* A row "file,points,of,right,carried,coarse,wrong,unread", with a head. */
void gradebook_head(struct text *out);
void gradebook_row(struct text *out, const char *path, const struct points *points,
                   const struct answer_file *file);

#endif
