/* Memory: allocation that does not return without memory, and the arena, from which everything
 * that lives as long as a trace is taken and freed at once. */
#ifndef BPWALK_MEMORY_H
#define BPWALK_MEMORY_H

#include <stddef.h>

/* As malloc, calloc and realloc, but where there is no memory the program says so in one line on
 * stderr and ends with status 2: nothing here can go on without it. Freed with free(). */
void *memory_take(size_t size);
void *memory_zeroed(size_t count, size_t size);
void *memory_resize(void *old, size_t size);

/* ARRAY, of COUNT elements of SIZE bytes, with room for one more: where *ROOM is COUNT it is moved
 * to twice as much, and *ROOM says so. {NULL, 0, 0} is an empty one. */
void *memory_more(void *array, size_t count, size_t *room, size_t size);

/* SIZE bytes of zeros, at a multiple of ALIGNMENT (a power of two, and SIZE a multiple of it). */
void *memory_zeroed_aligned(size_t alignment, size_t size);

/* A copy of a string, freed with free(). */
char *memory_copy(const char *string);

/* Where there is no memory, UNDO(CONTEXT) is called before the program ends: what is half written
 * is removed. One at a time; NULL forgets it. UNDO takes no memory. */
void memory_before_stop(void (*undo)(void *context), void *context);

struct arena_block;

/* An arena owns all that was allocated from it. {0} is an empty one. */
struct arena {
    struct arena_block *block; /* the newest block, linked to the older ones */
};

/* SIZE bytes, not set to anything, aligned for any type; they live until arena_free. */
void *arena_take(struct arena *arena, size_t size);

/* A copy of the LENGTH bytes at TEXT, with a NUL behind them. */
char *arena_copy(struct arena *arena, const char *text, size_t length);

/* Forgets everything, and keeps a block for what comes next. */
void arena_reset(struct arena *arena);

/* Frees everything at once; the arena is empty again. */
void arena_free(struct arena *arena);

#endif
