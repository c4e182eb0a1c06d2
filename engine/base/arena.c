// Memory: the checked heap calls and arenas on top of them. An arena is a list of blocks of which
// only the newest is filled; what is larger than a block gets a block of its own size. Nothing is
// given back before arena_deinit. Knows nothing of what it holds.
#include "base/arena.h"

#include <assert.h>
#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK_BYTES = 32 * 1024 };

struct ArenaBlock {
    ArenaBlock *next;
    size_t used;
    size_t capacity;
    alignas(max_align_t) unsigned char bytes[];
};

static _Atomic size_t live_blocks;

static void die_out_of_memory(size_t size)
{
    fprintf(stderr, "plankwright: out of memory (%zu bytes were asked for); it ends here.\n", size);
    abort();
}

void *mem_alloc(size_t size)
{
    void *memory = calloc(1, size > 0 ? size : 1);
    if (memory == NULL) {
        die_out_of_memory(size);
    }
    live_blocks++;
    return memory;
}

static void (*ask_for_large_pages)(void *memory, size_t size);

void mem_when_scattered(void (*ask)(void *memory, size_t size))
{
    ask_for_large_pages = ask;
}

void *mem_alloc_scattered(size_t size)
{
    void *memory = mem_alloc(size);
    if (ask_for_large_pages != NULL) {
        ask_for_large_pages(memory, size);
    }
    return memory;
}

char *mem_string(const char *s)
{
    size_t size = strlen(s) + 1;
    return memcpy(mem_alloc(size), s, size);
}

void *mem_grow(void *old, size_t size)
{
    void *memory = realloc(old, size > 0 ? size : 1);
    if (memory == NULL) {
        die_out_of_memory(size);
    }
    if (old == NULL) {
        live_blocks++;
    }
    return memory;
}

void mem_free(void *memory)
{
    if (memory != NULL) {
        assert(live_blocks > 0);
        live_blocks--;
        free(memory);
    }
}

size_t mem_live(void)
{
    return live_blocks;
}

void arena_init(Arena *arena)
{
    *arena = (Arena){ .blocks = NULL, .bytes = 0 };
}

void arena_deinit(Arena *arena)
{
    ArenaBlock *block = arena->blocks;
    while (block != NULL) {
        ArenaBlock *next = block->next;
        mem_free(block);
        block = next;
    }
    arena_init(arena);
}

static ArenaBlock *push_block(Arena *arena, size_t at_least)
{
    size_t capacity = at_least > BLOCK_BYTES ? at_least : BLOCK_BYTES;
    ArenaBlock *block = mem_alloc(sizeof(ArenaBlock) + capacity);
    block->capacity = capacity;
    block->next = arena->blocks;
    arena->blocks = block;
    return block;
}

void *arena_alloc(Arena *arena, size_t size)
{
    const size_t step = alignof(max_align_t);
    if (size > SIZE_MAX / 2) {
        die_out_of_memory(size);
    }
    size_t rounded = (size + step - 1) / step * step;
    if (rounded == 0) {
        rounded = step;
    }
    ArenaBlock *block = arena->blocks;
    if (block == NULL || block->capacity - block->used < rounded) {
        block = push_block(arena, rounded);
    }
    void *memory = block->bytes + block->used;
    block->used += rounded;
    arena->bytes += rounded;
    return memory;
}

char *arena_text(Arena *arena, const char *s, size_t n)
{
    char *copy = arena_alloc(arena, n + 1);
    if (n > 0) {
        memcpy(copy, s, n);
    }
    copy[n] = '\0';
    return copy;
}

char *arena_string(Arena *arena, const char *s)
{
    return arena_text(arena, s, strlen(s));
}
