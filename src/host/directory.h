/* Directory: many files into one directory, all of them or none. They are written into a directory
 * aside, within it, and renamed into their places at the end. */
#ifndef BPWALK_DIRECTORY_H
#define BPWALK_DIRECTORY_H

#include "base/error.h"
#include "base/text.h"
#include "host/signals.h"

#include <dirent.h>

struct directory {
    const char *path;
    char *aside;            /* its path */
    DIR *files;             /* of the directory aside */
    bool made;              /* PATH was not there before */
    struct signals signals; /* held since it was opened */
};

/* Makes PATH if it is not there (its parent must be). False with "PATH: ..." in ERROR. One
 * directory can be open at a time; where the program ends before it is closed, nothing is left
 * either. */
bool directory_open(struct directory *directory, const char *path, struct error *error);

/* Writes a file, or writes on at its end. False with an empty line in ERROR where a signal waits to
 * end the program, which it does when the directory is closed. */
bool directory_add(struct directory *directory, const char *file, const struct text *text,
                   struct error *error);

/* Closes an opened one: KEEP puts the files in their places, and replaces those of the same names;
 * else nothing is left of them, nor of a directory that was made. */
bool directory_close(struct directory *directory, bool keep, struct error *error);

#endif
