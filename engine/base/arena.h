// Memory that lives and dies together. Everything taken from an arena is freed at once with it.
// Out of memory aborts with a message: our own C does not go on without memory.
#pragma once

#include <stddef.h>

typedef struct ArenaBlock ArenaBlock;

typedef struct Arena {
    ArenaBlock *blocks; // newest first
    size_t bytes;       // handed out in all, padding included
} Arena;

void arena_init(Arena *arena);
void arena_deinit(Arena *arena);

// Zeroed memory, aligned for any type; never NULL (size 0 gives a valid pointer of size 1).
void *arena_alloc(Arena *arena, size_t size);

// A copy of n bytes of s with a NUL behind it.
char *arena_text(Arena *arena, const char *s, size_t n);
char *arena_string(Arena *arena, const char *s);

// Heap calls that abort with a message when memory runs out. mem_free accepts NULL.
void *mem_alloc(size_t size);    // zeroed
char *mem_string(const char *s); // a copy
void *mem_grow(void *old, size_t size);
void mem_free(void *memory);

// Zeroed, for what is looked at here and there and never in order: large pages make that faster. How the
// system is asked for them says the program, before it has threads; else nobody is asked.
void *mem_alloc_scattered(size_t size);
void mem_when_scattered(void (*ask)(void *memory, size_t size));

// Bytes are not counted; blocks are: how many mem_alloc/mem_grow blocks are alive now.
size_t mem_live(void);
