/* Directory: see directory.h. */
#include "host/directory.h"

#include "base/memory.h"
#include "host/file.h"

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
                     directory->path, file[0] != '\0' ? "/" : "", file, message(strerror(why)));
}

static void remove_unfinished(void *directory) {
    struct error ignored;
    directory_close(directory, false, &ignored);
}

/* 0, or the errno of what failed; then nothing is left. */
static int make_aside(struct directory *directory) {
    if (mkdtemp(directory->aside) == NULL)
        return errno;
    directory->files = opendir(directory->aside);
    if (directory->files != NULL)
        return 0;
    const int why = errno;
    rmdir(directory->aside);
    return why;
}

static int make_both(struct directory *directory) {
    directory->made = mkdir(directory->path, 0777) == 0;
    if (!directory->made && errno != EEXIST)
        return errno;
    const int why = make_aside(directory);
    if (why != 0 && directory->made)
        rmdir(directory->path);
    return why;
}

bool directory_open(struct directory *directory, const char *path, struct error *error) {
    const size_t room = strlen(path) + sizeof "/.bpwalk.XXXXXX";
    char *aside = memory_take(room);
    snprintf(aside, room, "%s/.bpwalk.XXXXXX", path);
    *directory = (struct directory){.path = path, .aside = aside, .signals = signals_hold()};
    const int why = make_both(directory);
    if (why != 0) {
        signals_release(&directory->signals);
        free(aside);
        return failed(directory, "", why, error);
    }
    memory_before_stop(remove_unfinished, directory);
    return true;
}

bool directory_add(struct directory *directory, const char *file, const struct text *text,
                   struct error *error) {
    if (signals_wait(error))
        return false; /* GCOVR_EXCL_LINE: tests/faults; a signal leaves no counts */
    const int fd =
        openat(dirfd(directory->files), file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
    if (fd < 0)
        return failed(directory, file, errno, error);
    int why = file_write_all(fd, text) ? 0 : errno;
    if (close(fd) != 0)
        why = errno;
    return why == 0 || failed(directory, file, why, error);
}

/* The files aside, and room for the path of each place: had before the first is put there, so that
 * no want of memory comes between two of them. */
struct settling {
    const struct directory *directory;
    struct text names; /* each with its zero */
    size_t count;
    size_t room;
    char *place;
};

enum { OLD_ROOM = 32 };

/* The name aside of what was in the place of file number INDEX. */
static void name_old(char old[OLD_ROOM], size_t index) {
    snprintf(old, OLD_ROOM, ".%zu", index);
}

static void name_place(const struct settling *settling, const char *file) {
    snprintf(settling->place, settling->room, "%s/%s", settling->directory->path, file);
}

static void prepare(struct settling *settling, const struct directory *directory) {
    size_t longest = 0;
    *settling = (struct settling){.directory = directory};
    rewinddir(directory->files);
    for (const struct dirent *file = readdir(directory->files); file != NULL;
         file = readdir(directory->files)) {
        const size_t length = strlen(file->d_name);
        if (file->d_name[0] == '.')
            continue;
        text_add(&settling->names, file->d_name, length + 1);
        settling->count++;
        longest = length > longest ? length : longest;
    }
    settling->room = strlen(directory->path) + longest + 2;
    settling->place = memory_take(settling->room);
}

/* Puts one file into its place. What was there keeps a link aside. */
static bool settle(const struct settling *settling, const char *file, size_t index,
                   struct error *error) {
    const int aside = dirfd(settling->directory->files);
    char old[OLD_ROOM];
    name_old(old, index);
    name_place(settling, file);
    (void)!linkat(AT_FDCWD, settling->place, aside, old, 0); /* fails where nothing was there */
    return renameat(aside, file, AT_FDCWD, settling->place) == 0 ||
           failed(settling->directory, file, errno, error);
}

/* In the places of the first COUNT files is again what was there. */
static void put_back(const struct settling *settling, size_t count) {
    const char *file = settling->names.bytes;
    for (size_t i = 0; i < count; i++, file += strlen(file) + 1) {
        char old[OLD_ROOM];
        name_old(old, i);
        name_place(settling, file);
        if (renameat(dirfd(settling->directory->files), old, AT_FDCWD, settling->place) != 0)
            unlink(settling->place);
    }
}

/* Each file aside into its place; all of them, or none. */
static bool settle_all(const struct directory *directory, struct error *error) {
    struct settling settling;
    prepare(&settling, directory);
    const char *file = settling.names.bytes;
    size_t count = 0;
    while (count < settling.count && settle(&settling, file, count, error)) {
        file += strlen(file) + 1;
        count++;
    }
    const bool done = count == settling.count;
    if (!done)
        put_back(&settling, count);
    text_free(&settling.names);
    free(settling.place);
    return done;
}

static void remove_aside(const struct directory *directory) {
    rewinddir(directory->files);
    for (const struct dirent *file = readdir(directory->files); file != NULL;
         file = readdir(directory->files))
        unlinkat(dirfd(directory->files), file->d_name, 0); /* "." and ".." stay */
    rmdir(directory->aside);
}

bool directory_close(struct directory *directory, bool keep, struct error *error) {
    const bool done = !keep || settle_all(directory, error);
    memory_before_stop(NULL, NULL);
    remove_aside(directory);
    closedir(directory->files);
    free(directory->aside);
    if (directory->made && (!keep || !done))
        rmdir(directory->path);
    signals_release(&directory->signals);
    return done;
}
