/* Memory: see memory.h. An arena is a list of blocks, each filled from its start; a request that
 * does not fit opens the next block. */
#include "base/memory.h"

#include <stdalign.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK_SIZE = 32 * 1024 };

struct arena_block {
    struct arena_block *older;
    size_t used, size;
    alignas(max_align_t) unsigned char bytes[];
};

/* It changes outside all functions, for nobody who knows what to undo is left when memory_take
 * finds that there is no memory. */
static struct {
    void (*undo)(void *context);
    void *context;
} before_stop;

void memory_before_stop(void (*undo)(void *context), void *context) {
    before_stop.undo = undo;
    before_stop.context = context;
}

static void *or_stop(void *memory) {
    if (memory == NULL) {
        if (before_stop.undo != NULL)
            before_stop.undo(before_stop.context);
        fputs("bpwalk: out of memory; a smaller input, or a machine with more, is needed\n",
              stderr);
        exit(2);
    }
    return memory;
}

void *memory_take(size_t size) {
    return or_stop(malloc(size ? size : 1));
}

void *memory_zeroed(size_t count, size_t size) {
    return or_stop(calloc(count ? count : 1, size ? size : 1));
}

void *memory_resize(void *old, size_t size) {
    return or_stop(realloc(old, size ? size : 1));
}

void *memory_more(void *array, size_t count, size_t *room, size_t size) {
    if (count < *room)
        return array;
    *room = 2 * count + 16;
    return memory_resize(array, *room * size);
}

void *memory_zeroed_aligned(size_t alignment, size_t size) {
    return memset(or_stop(aligned_alloc(alignment, size ? size : alignment)), 0, size);
}

char *memory_copy(const char *string) {
    const size_t size = strlen(string) + 1;
    return memcpy(memory_take(size), string, size);
}

void *arena_take(struct arena *arena, size_t size) {
    const size_t rounded =
        (size + alignof(max_align_t) - 1) / alignof(max_align_t) * alignof(max_align_t);
    struct arena_block *block = arena->block;
    if (block == NULL || block->size - block->used < rounded) {
        const size_t room = rounded > BLOCK_SIZE ? rounded : BLOCK_SIZE;
        block = memory_take(sizeof *block + room);
        block->older = arena->block;
        block->used = 0;
        block->size = room;
        arena->block = block;
    }
    void *taken = block->bytes + block->used;
    block->used += rounded;
    return taken;
}

char *arena_copy(struct arena *arena, const char *text, size_t length) {
    char *copy = arena_take(arena, length + 1);
    memcpy(copy, text, length);
    copy[length] = '\0';
    return copy;
}

static void free_blocks(struct arena_block *block) {
    while (block != NULL) {
        struct arena_block *older = block->older;
        free(block);
        block = older;
    }
}

void arena_reset(struct arena *arena) {
    if (arena->block == NULL)
        return;
    free_blocks(arena->block->older);
    arena->block->older = NULL;
    arena->block->used = 0;
}

void arena_free(struct arena *arena) {
    free_blocks(arena->block);
    arena->block = NULL;
}
