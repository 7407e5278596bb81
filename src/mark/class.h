/* Class: which steps and slips of many files the class should talk about. */
#ifndef BPWALK_CLASS_H
#define BPWALK_CLASS_H

#include "mark/answer_file.h"
#include "prose/prose.h"

struct class {
    const struct notation *notation; /* of the names in a slip's words; NULL: as they are */
    struct tally_of_name *names, *slips;
    size_t name_count, name_room, slip_count, slip_room, files, perfect;
    struct arena arena;
};

/* {0} is a class without files. Adds a marked one. */
void class_add(struct class *class, const struct answer_file *file);
void class_free(struct class *class);

/* Where most first went wrong, the steps that failed most often, the slips made: the most frequent
 * first. */
enum class_list { CLASS_FIRST, CLASS_STEPS, CLASS_SLIPS, CLASS_LISTS };
enum { CLASS_ROWS = 64 };
struct class_row {
    size_t count;
    const char *equation, *name; /* of the step; or "" and a slip's id */
};

/* The rows of a list, and how many; its heading is prose. */
size_t class_list(const struct class *class, enum class_list list,
                  struct class_row rows[CLASS_ROWS]);
const char *class_list_key(enum class_list list);

/* Appends what the slip of a row is called. */
void class_slip(struct text *out, const struct class *class, const struct class_row *row,
                enum language language);

/* How many files there are, and how many without an error. */
void class_sentence(struct text *out, const struct class *class, enum language language);

/* All of this as text. */
void class_report(struct text *out, const struct class *class, enum language language);

#endif
