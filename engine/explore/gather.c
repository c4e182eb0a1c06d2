// See gather.h.
#include "explore/gather.h"

#include "base/arena.h"
#include "explore/map.h"

#include <string.h>

enum { ROOM_AT_FIRST = 64, SLOTS_AT_FIRST = 64 };

uint32_t explore_gather_hash(const ExplorePart *value)
{
    uint64_t words[EXPLORE_PART_WORDS];
    ExploreSignature s = { 1, 2 };
    memcpy(words, value, sizeof words);
    for (int i = 0; i < EXPLORE_PART_WORDS; i += 2) {
        explore_sign(&s, words[i], words[i + 1]);
    }
    return (uint32_t)(s.a ^ s.b >> 32);
}

static void put_slot(ExploreGathering *g, uint32_t number)
{
    uint32_t at = g->hashes[number] & g->mask;
    while (g->slots[at] != 0) {
        at = (at + 1) & g->mask;
    }
    g->slots[at] = number + 1;
}

// Room for twice as many values as there are.
static void lay_out_slots(ExploreGathering *g)
{
    uint32_t wanted = SLOTS_AT_FIRST;
    while (wanted < g->count * 4) {
        wanted *= 2;
    }
    if (wanted > g->slot_room) {
        mem_free(g->slots);
        g->slots = mem_alloc(sizeof *g->slots * wanted);
        g->slot_room = wanted;
    } else {
        memset(g->slots, 0, sizeof *g->slots * wanted);
    }
    g->mask = wanted - 1;
    for (uint32_t i = 0; i < g->count; i++) {
        put_slot(g, i);
    }
}

static void make_room(ExploreGathering *g, uint32_t count)
{
    while (count > g->room) {
        g->room = g->room == 0 ? ROOM_AT_FIRST : g->room * 2;
        g->values = mem_grow(g->values, sizeof *g->values * g->room);
        g->hashes = mem_grow(g->hashes, sizeof *g->hashes * g->room);
    }
}

void explore_gather_on(ExploreGathering *g, const ExplorePart *values, const uint32_t *hashes,
                       uint32_t count)
{
    make_room(g, count);
    g->count = count;
    if (count > 0) {
        memcpy(g->values, values, sizeof *g->values * count);
        memcpy(g->hashes, hashes, sizeof *g->hashes * count);
    }
    lay_out_slots(g);
}

void explore_gathering_deinit(ExploreGathering *g)
{
    mem_free(g->values);
    mem_free(g->hashes);
    mem_free(g->slots);
    *g = (ExploreGathering){ .count = 0 };
}

uint32_t explore_gather(ExploreGathering *g, const ExplorePart *value, uint32_t hash)
{
    for (uint32_t at = hash & g->mask; g->slots[at] != 0; at = (at + 1) & g->mask) {
        uint32_t number = g->slots[at] - 1;
        if (g->hashes[number] == hash && memcmp(&g->values[number], value, sizeof *value) == 0) {
            return number;
        }
    }
    make_room(g, g->count + 1);
    g->values[g->count] = *value;
    g->hashes[g->count++] = hash;
    if (g->count * 2 > g->mask) {
        lay_out_slots(g);
    } else {
        put_slot(g, g->count - 1);
    }
    return g->count - 1;
}
