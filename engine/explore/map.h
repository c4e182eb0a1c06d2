// Numbers by a key of 64 bits or more, in one place in memory each: what is looked up millions of times
// and found most of them (what a value becomes, two numbers that are one pair, 95 bits of a hash).
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct ExploreKey {
    uint64_t key;
    uint32_t more; // 31 more bits of it; the lowest bit counts for nothing
} ExploreKey;

typedef struct ExploreMapSlot {
    uint64_t key;
    uint32_t more; // 0: free
    uint32_t number;
} ExploreMapSlot;

typedef struct ExploreMap {
    ExploreMapSlot *slots;
    uint64_t mask; // slots - 1
    uint32_t count;
} ExploreMap;

void explore_map_init(ExploreMap *map);
void explore_map_deinit(ExploreMap *map);

static inline ExploreKey explore_key(uint32_t high, uint32_t low)
{
    return (ExploreKey){ (uint64_t)high << 32 | low, 0 };
}

// Of 128 bits of a hash: no two that differ fall together in the lifetime of this program.
static inline ExploreKey explore_key_of_hash(uint64_t a, uint64_t b)
{
    return (ExploreKey){ a, (uint32_t)(b >> 32) };
}

// Such a hash of what one signs it with, pair by pair: begins with { 1, 2 }.
typedef struct ExploreSignature {
    uint64_t a, b;
} ExploreSignature;

static inline void explore_sign(ExploreSignature *s, uint64_t one, uint64_t other)
{
    s->a = (s->a ^ one) * 0xBF58476D1CE4E5B9u;
    s->b = (s->b + one) * 0x9FB21C651E98DF25u;
    s->a ^= s->a >> 32;
    s->b ^= s->b >> 29;
    s->a = (s->a ^ other) * 0x94D049BB133111EBu;
    s->b = (s->b + other) * 0xD6E8FEB86659FD93u;
    s->a ^= s->a >> 32;
    s->b ^= s->b >> 29;
}

// Of some words, their number known from elsewhere.
static inline ExploreKey explore_key_of_words(const uint64_t *words, int count)
{
    ExploreSignature s = { 1, 2 };
    int i = 0;
    for (; i + 1 < count; i += 2) {
        explore_sign(&s, words[i], words[i + 1]);
    }
    if (i < count) {
        explore_sign(&s, words[i], 0);
    }
    return explore_key_of_hash(s.a, s.b);
}

static inline uint64_t explore_map_place(const ExploreMap *map, ExploreKey key)
{
    uint64_t place = key.key * 0x9E3779B97F4A7C15u;
    return (place ^ place >> 32) & map->mask;
}

// Fetches the place of a key some time before it is asked for.
static inline void explore_map_fetch(const ExploreMap *map, ExploreKey key)
{
    __builtin_prefetch(&map->slots[explore_map_place(map, key)]);
}

bool explore_map_has(const ExploreMap *map, ExploreKey key);

// The number of a key, to be read; of a new one (*fresh) to be set. Valid until the next call.
uint32_t *explore_map_at(ExploreMap *map, ExploreKey key, bool *fresh);
