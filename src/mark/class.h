/* Class: what many files come to: points by section, a row of a gradebook each, and which steps and
 * slips the class should talk about. */
#ifndef BPWALK_CLASS_H
#define BPWALK_CLASS_H

#include "mark/answer_file.h"
#include "prose/prose.h"

/* What a value belongs to: names of --points. */
enum section {
    SECTION_FORWARD,
    SECTION_ERROR,
    SECTION_BACKWARD,
    SECTION_UPDATE,
    SECTION_AGAIN,
    SECTIONS
};

struct points {
    double of[SECTIONS]; /* for a value that is right or carried */
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

struct class {
    struct tally_of_name *names, *slips;
    size_t name_count, name_room, slip_count, slip_room, files, perfect;
    struct arena arena;
};

/* {0} is a class without files. Adds a marked one. */
void class_add(struct class *class, const struct answer_file *file);
void class_free(struct class *class);

/* The steps that failed most often, those at which most first went wrong, and the slips made, the
 * most frequent first. */
void class_report(struct text *out, const struct class *class, enum language language);

/* A row "file,points,of,right,carried,coarse,wrong,unread", with a head. */
void gradebook_head(struct text *out);
void gradebook_row(struct text *out, const char *path, const struct points *points,
                   const struct answer_file *file);

#endif
