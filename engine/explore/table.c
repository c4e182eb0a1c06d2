// Open addressing with a part of the hash beside each number: most comparisons end there, and
// growing needs no look at the records.
#include "explore/table.h"

#include "base/arena.h"

#include <string.h>

enum { SLOTS_AT_FIRST = 1 << 10, RECORDS_AT_FIRST = 256 };

void explore_table_init(ExploreTable *table, size_t size)
{
    *table = (ExploreTable){ .size = size, .mask = SLOTS_AT_FIRST - 1 };
    table->slots = mem_alloc(sizeof *table->slots * SLOTS_AT_FIRST);
}

void explore_table_deinit(ExploreTable *table)
{
    mem_free(table->records);
    mem_free(table->slots);
    *table = (ExploreTable){ .size = 0 };
}

void explore_table_seal(ExploreTable *table)
{
    mem_free(table->slots);
    table->slots = NULL;
    table->mask = 0;
    table->room = table->count;
    table->records = mem_grow(table->records, (size_t)table->room * table->size + 1);
}

size_t explore_table_bytes(const ExploreTable *table)
{
    return (size_t)table->room * table->size +
           (table->slots == NULL ? 0 : (size_t)(table->mask + 1) * sizeof *table->slots);
}

static uint64_t load(const unsigned char *bytes)
{
    uint64_t word;
    memcpy(&word, bytes, sizeof word);
    return word;
}

static uint64_t stir(uint64_t hash, uint64_t word)
{
    hash = (hash ^ word) * 0xBF58476D1CE4E5B9u;
    return hash ^ hash >> 32;
}

// Not hash_bytes of base: nothing is kept of these hashes, so speed is all that counts here. Two
// halves side by side do not wait for each other.
uint64_t explore_table_hash(const ExploreTable *table, const void *record)
{
    const unsigned char *bytes = record;
    uint64_t hash = 0x9E3779B97F4A7C15u, other = 0xD1B54A32D192ED03u;
    size_t at = 0;
    for (; at + 16 <= table->size; at += 16) {
        hash = stir(hash, load(bytes + at));
        other = stir(other, load(bytes + at + 8));
    }
    if (at + 8 <= table->size) {
        hash = stir(hash, load(bytes + at));
        at += 8;
    }
    if (at < table->size) {
        uint32_t word;
        memcpy(&word, bytes + at, 4);
        other = stir(other, word);
    }
    hash = (hash ^ other * 0x9FB21C651E98DF25u) * 0x94D049BB133111EBu;
    return hash ^ (hash >> 29);
}

static void grow_slots(ExploreTable *table)
{
    uint64_t mask = table->mask * 2 + 1;
    uint64_t *slots = mem_alloc_scattered(sizeof *slots * (size_t)(mask + 1));
    for (uint64_t i = 0; i <= table->mask; i++) {
        if (table->slots[i] != 0) {
            uint64_t at = (table->slots[i] >> 32) & mask;
            while (slots[at] != 0) {
                at = (at + 1) & mask;
            }
            slots[at] = table->slots[i];
        }
    }
    mem_free(table->slots);
    table->slots = slots;
    table->mask = mask;
}

static uint32_t append(ExploreTable *table, const void *record)
{
    if (table->count == table->room) {
        table->room = table->room == 0 ? RECORDS_AT_FIRST : table->room * 2;
        // One more: a piece may have no bytes at all.
        table->records = mem_grow(table->records, (size_t)table->room * table->size + 1);
    }
    memcpy(table->records + (size_t)table->count * table->size, record, table->size);
    return table->count++;
}

void explore_table_push(ExploreTable *table, const void *record)
{
    append(table, record);
}

void explore_table_lay_out(ExploreTable *table, uint32_t count)
{
    table->count = table->room = count;
    table->records = mem_grow(table->records, (size_t)count * table->size + 1);
}

// The slot in which the record is or would be.
static uint64_t slot_of(const ExploreTable *table, const void *record, uint64_t hash)
{
    uint64_t tag = hash >> 32;
    uint64_t at = tag & table->mask;
    while (table->slots[at] != 0) {
        if (table->slots[at] >> 32 == tag) {
            uint32_t number = (uint32_t)table->slots[at] - 1;
            if (memcmp(explore_table_at(table, number), record, table->size) == 0) {
                return at;
            }
        }
        at = (at + 1) & table->mask;
    }
    return at;
}

uint32_t explore_table_add_hashed(ExploreTable *table, const void *record, uint64_t hash)
{
    uint64_t at = slot_of(table, record, hash);
    if (table->slots[at] != 0) {
        return (uint32_t)table->slots[at] - 1;
    }
    uint32_t number = append(table, record);
    table->slots[at] = (hash >> 32) << 32 | (number + 1);
    if ((uint64_t)table->count * 10 > (table->mask + 1) * 7) {
        grow_slots(table);
    }
    return number;
}

uint32_t explore_table_add(ExploreTable *table, const void *record)
{
    return explore_table_add_hashed(table, record, explore_table_hash(table, record));
}

uint32_t explore_table_find_hashed(const ExploreTable *table, const void *record, uint64_t hash)
{
    uint64_t at = slot_of(table, record, hash);
    return table->slots[at] == 0 ? UINT32_MAX : (uint32_t)table->slots[at] - 1;
}

uint32_t explore_table_find(const ExploreTable *table, const void *record)
{
    return explore_table_find_hashed(table, record, explore_table_hash(table, record));
}

void explore_table_clear(ExploreTable *table)
{
    if (table->count > 0) {
        memset(table->slots, 0, sizeof *table->slots * (size_t)(table->mask + 1));
        table->count = 0;
    }
}

void explore_table_copy(ExploreTable *table, const ExploreTable *of)
{
    size_t records = (size_t)of->count * of->size,
           slots = sizeof *of->slots * (size_t)(of->mask + 1);
    *table = *of;
    table->room = of->count;
    table->records = mem_alloc(records + 1);
    table->slots = mem_alloc(slots);
    if (records > 0) {
        memcpy(table->records, of->records, records);
    }
    memcpy(table->slots, of->slots, slots);
}
