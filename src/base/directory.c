/* Directory: see directory.h. */
#include "base/directory.h"

#include "base/memory.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static bool failed(const struct directory *directory, const char *file, int why,
                   struct error *error) {
    return error_set(error,
                     "%s%s%s: cannot be written: %s; a directory that can be written to is "
                     "needed",
                     directory->path, file[0] != '\0' ? "/" : "", file, strerror(why));
}

static bool make_aside(struct directory *directory) {
    const size_t room = strlen(directory->path) + sizeof "/.bpwalk.XXXXXX";
    directory->aside = memory_take(room);
    snprintf(directory->aside, room, "%s/.bpwalk.XXXXXX", directory->path);
    if (mkdtemp(directory->aside) == NULL)
        return false;
    directory->fd = open(directory->aside, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    return directory->fd >= 0;
}

bool directory_open(struct directory *directory, const char *path, struct error *error) {
    *directory = (struct directory){.path = path, .fd = -1};
    directory->made = mkdir(path, 0777) == 0;
    if (!directory->made && errno != EEXIST)
        return failed(directory, "", errno, error);
    if (make_aside(directory))
        return true;
    failed(directory, "", errno, error);
    if (directory->made)
        rmdir(path);
    free(directory->aside);
    return false;
}

bool directory_add(struct directory *directory, const char *file, const struct text *text,
                   struct error *error) {
    const int fd = openat(directory->fd, file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
    if (fd < 0)
        return failed(directory, file, errno, error);
    size_t done = 0;
    int why = 0;
    while (done < text->length && why == 0) {
        const ssize_t count = write(fd, text->bytes + done, text->length - done);
        if (count >= 0)
            done += (size_t)count;
        else if (errno != EINTR)
            why = errno;
    }
    if (close(fd) != 0 && why == 0)
        why = errno;
    return why == 0 || failed(directory, file, why, error);
}

/* Puts one file into its place. */
static bool settle(const struct directory *directory, const char *file, struct error *error) {
    const size_t room = strlen(directory->path) + strlen(file) + 2;
    char *place = memory_take(room);
    snprintf(place, room, "%s/%s", directory->path, file);
    const bool done = renameat(directory->fd, file, AT_FDCWD, place) == 0 ||
                      failed(directory, file, errno, error);
    free(place);
    return done;
}

/* Each file aside is kept or removed; what cannot be kept is removed too. */
static bool empty(struct directory *directory, bool keep, struct error *error) {
    DIR *files = opendir(directory->aside);
    if (files == NULL)
        return failed(directory, "", errno, error);
    bool done = true;
    for (const struct dirent *file = readdir(files); file != NULL; file = readdir(files)) {
        if (file->d_name[0] == '.')
            continue;
        done = done && (!keep || settle(directory, file->d_name, error));
        if (!keep || !done)
            unlinkat(directory->fd, file->d_name, 0);
    }
    closedir(files);
    return done;
}

bool directory_close(struct directory *directory, bool keep, struct error *error) {
    const bool done = empty(directory, keep, error);
    close(directory->fd);
    rmdir(directory->aside);
    free(directory->aside);
    if (directory->made && (!keep || !done))
        rmdir(directory->path);
    return done;
}
