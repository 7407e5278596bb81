/* Listing: see listing.h. */
#include "host/listing.h"

#include "base/text.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

bool listing_is_directory(const char *path) {
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static int by_name(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

enum { DEEPEST = 16 };

struct listing {
    struct arena *arena;
    const char **files;
    size_t count, room;
};

static void add(struct listing *listing, const char *path) {
    listing->files =
        memory_more(listing->files, listing->count, &listing->room, sizeof *listing->files);
    listing->files[listing->count++] = arena_copy(listing->arena, path, strlen(path));
}

/* A link to a directory is not followed: it may lead back. A directory within that cannot be opened
 * stands for itself. */
static bool list(struct listing *listing, const char *path, int depth, struct error *error) {
    DIR *directory = opendir(path);
    size_t length = strlen(path);
    bool done = true;
    while (length > 0 && path[length - 1] == '/')
        length--;
    /* GCOVR_EXCL_START: no directory is closed to root, who counts; tests/check.sh tries it as
     * another */
    if (directory == NULL && depth > 1) {
        add(listing, path);
        return true;
    }
    /* GCOVR_EXCL_STOP */
    if (directory == NULL)
        return error_set(error, "%s: cannot be opened: %s; a readable directory is needed", path,
                         message(strerror(errno)));
    for (struct dirent *entry; done && (entry = readdir(directory)) != NULL;) {
        struct stat status;
        struct text whole = {0};
        text_printf(&whole, "%.*s/%s", (int)length, path, entry->d_name);
        const bool is_hidden = entry->d_name[0] == '.';
        if (!is_hidden && lstat(whole.bytes, &status) == 0 && S_ISDIR(status.st_mode))
            done = depth == DEEPEST || list(listing, whole.bytes, depth + 1, error);
        else if (!is_hidden && stat(whole.bytes, &status) == 0 && S_ISREG(status.st_mode))
            add(listing, whole.bytes);
        text_free(&whole);
    }
    closedir(directory);
    return done;
}

bool listing_read(struct arena *arena, const char *path, const char ***files, size_t *count,
                  struct error *error) {
    struct listing listing = {.arena = arena};
    const bool done = list(&listing, path, 1, error);
    if (listing.count > 0)
        qsort(listing.files, listing.count, sizeof *listing.files, by_name);
    *count = listing.count;
    *files = arena_take(arena, *count * sizeof **files);
    if (*count > 0)
        memcpy(*files, listing.files, *count * sizeof **files);
    free(listing.files);
    return done;
}
