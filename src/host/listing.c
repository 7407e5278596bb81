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

static size_t length_without_slashes(const char *path) {
    size_t length = 0;
    for (size_t i = 0; path[i] != '\0'; i++)
        if (path[i] != '/')
            length = i + 1;
    return length;
}

/* False with errno where the directory cannot be opened; one within stands for itself then. A link
 * to a directory is not followed: it may lead back. */
static bool list(struct listing *listing, const char *path, int depth) {
    DIR *directory = opendir(path);
    if (directory == NULL)
        return false;
    for (const struct dirent *entry; (entry = readdir(directory)) != NULL;) {
        struct stat status = {0};
        struct text whole = {0};
        if (entry->d_name[0] == '.')
            continue;
        text_printf(&whole, "%.*s/%s", (int)length_without_slashes(path), path, entry->d_name);
        lstat(whole.bytes, &status);
        if (S_ISDIR(status.st_mode)) {
            if (depth < DEEPEST && !list(listing, whole.bytes, depth + 1))
                add(listing, whole.bytes); /* GCOVR_EXCL_LINE: root, who counts, may open each */
        } else if (stat(whole.bytes, &status) == 0 && S_ISREG(status.st_mode)) {
            add(listing, whole.bytes);
        }
        text_free(&whole);
    }
    closedir(directory);
    return true;
}

bool listing_read(struct arena *arena, const char *path, const char ***files, size_t *count,
                  struct error *error) {
    struct listing listing = {.arena = arena};
    if (!list(&listing, path, 1))
        return error_set(error, "%s: cannot be opened: %s; a readable directory is needed", path,
                         message(strerror(errno)));
    if (listing.count > 0)
        qsort(listing.files, listing.count, sizeof *listing.files, by_name);
    *count = listing.count;
    *files = arena_take(arena, *count * sizeof **files);
    if (*count > 0)
        memcpy(*files, listing.files, *count * sizeof **files);
    free(listing.files);
    return true;
}
