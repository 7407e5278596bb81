/* Listing: see listing.h. */
#include "host/listing.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

bool listing_is_directory(const char *path) {
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static bool is_file(const char *path) {
    struct stat status;
    return stat(path, &status) == 0 && S_ISREG(status.st_mode);
}

static int by_name(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

bool listing_read(struct arena *arena, const char *path, const char ***files, size_t *count,
                  struct error *error) {
    size_t room = 0;
    const char **found = NULL;
    DIR *directory = opendir(path);
    if (directory == NULL)
        return error_set(error, "%s: cannot be opened: %s; a readable directory is needed", path,
                         message(strerror(errno)));
    *count = 0;
    for (struct dirent *entry; (entry = readdir(directory)) != NULL;) {
        const size_t length = strlen(path) + strlen(entry->d_name) + 2;
        char *whole = memory_take(length);
        snprintf(whole, length, "%s/%s", path, entry->d_name);
        if (*count == room) {
            room = 2 * room + 64;
            found = memory_resize(found, room * sizeof *found);
        }
        if (entry->d_name[0] != '.' && is_file(whole))
            found[(*count)++] = arena_copy(arena, whole, length - 1);
        free(whole);
    }
    closedir(directory);
    if (*count > 0)
        qsort(found, *count, sizeof *found, by_name);
    *files = arena_take(arena, *count * sizeof **files);
    if (*count > 0)
        memcpy(*files, found, *count * sizeof *found);
    free(found);
    return true;
}
