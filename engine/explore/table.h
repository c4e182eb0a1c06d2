// A set of records of one size, each with a number: the same bytes get the same number. What an
// explorer keeps of states is kept in such tables.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef struct ExploreTable {
    size_t size;            // bytes of a record, a multiple of four
    unsigned char *records; // count x size
    uint32_t count, room;
    uint64_t *slots; // upper half: part of the hash; lower half: number + 1, 0 for a free one
    uint64_t mask;   // slots - 1; 0 once it is sealed
} ExploreTable;

void explore_table_init(ExploreTable *table, size_t size);
void explore_table_deinit(ExploreTable *table);

// The number of a record, which is added where it is not there yet.
uint32_t explore_table_add(ExploreTable *table, const void *record);

// One that is known not to be there, in a table in which nothing is ever looked for.
void explore_table_push(ExploreTable *table, const void *record);

// Room in an empty one for so many that are known to differ, for whoever writes them, each once and in any
// order: nothing is ever looked for.
void explore_table_lay_out(ExploreTable *table, uint32_t count);
static inline void explore_table_put(ExploreTable *table, uint32_t number, const void *record)
{
    memcpy(table->records + (size_t)number * table->size, record, table->size);
}

// explore_table_add with the hash worked out before, so that its place can be fetched early.
uint64_t explore_table_hash(const ExploreTable *table, const void *record);
// Two steps of fetching it, some time apart, before it is added.
static inline void explore_table_fetch(const ExploreTable *table, uint64_t hash)
{
    __builtin_prefetch(&table->slots[(hash >> 32) & table->mask]);
}
static inline void explore_table_fetch_record(const ExploreTable *table, uint64_t hash)
{
    uint64_t slot = table->slots[(hash >> 32) & table->mask];
    if (slot >> 32 == hash >> 32 && slot != 0) {
        __builtin_prefetch(table->records + (size_t)((uint32_t)slot - 1) * table->size);
    }
}
uint32_t explore_table_add_hashed(ExploreTable *table, const void *record, uint64_t hash);

// Gives back what adding and finding take: records are reached by number alone from here on.
void explore_table_seal(ExploreTable *table);

// The number of a record, or UINT32_MAX.
uint32_t explore_table_find(const ExploreTable *table, const void *record);
uint32_t explore_table_find_hashed(const ExploreTable *table, const void *record, uint64_t hash);

// Empty again, with its room.
void explore_table_clear(ExploreTable *table);
void explore_table_copy(ExploreTable *table,
                        const ExploreTable *of); // into one that is not initialised

// Valid until the next one is added.
static inline const void *explore_table_at(const ExploreTable *table, uint32_t number)
{
    return table->records + (size_t)number * table->size;
}

size_t explore_table_bytes(const ExploreTable *table); // of memory
