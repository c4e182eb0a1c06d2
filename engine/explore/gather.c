// See gather.h.
#include "explore/gather.h"

#include "base/arena.h"
#include "explore/map.h"

#include <string.h>

enum { ROOM_AT_FIRST = 64 };

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
    explore_slots_lay_out(&g->slots, g->hashes, count);
}

void explore_gathering_deinit(ExploreGathering *g)
{
    mem_free(g->values);
    mem_free(g->hashes);
    explore_slots_deinit(&g->slots);
    *g = (ExploreGathering){ .count = 0 };
}

uint32_t explore_gather(ExploreGathering *g, const ExplorePart *value, uint32_t hash)
{
    uint32_t at = hash, number;
    while ((number = explore_slots_at(&g->slots, at++)) != UINT32_MAX) {
        if (g->hashes[number] == hash && memcmp(&g->values[number], value, sizeof *value) == 0) {
            return number;
        }
    }
    make_room(g, g->count + 1);
    g->values[g->count] = *value;
    g->hashes[g->count++] = hash;
    explore_slots_add(&g->slots, g->hashes, g->count);
    return g->count - 1;
}
