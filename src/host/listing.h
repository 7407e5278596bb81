/* Listing: the files of a directory. */
#ifndef BPWALK_LISTING_H
#define BPWALK_LISTING_H

#include "base/error.h"
#include "base/memory.h"

#include <stddef.h>

/* Whether PATH is a directory. */
bool listing_is_directory(const char *path);

/* The regular files in the directory at PATH and in those below it, "PATH/NAME" each, sorted by
 * name, without what has a name that begins with a dot; a directory below it that cannot be opened
 * stands for itself. They live as long as ARENA. False with "PATH: ..." in ERROR. */
bool listing_read(struct arena *arena, const char *path, const char ***files, size_t *count,
                  struct error *error);

#endif
