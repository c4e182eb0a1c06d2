// Open addressing; a key stands beside its number, so that finding it is one look into memory.
#include "explore/map.h"

#include "base/arena.h"

enum { SLOTS_AT_FIRST = 1 << 8 };

void explore_map_init(ExploreMap *map)
{
    *map = (ExploreMap){ .mask = SLOTS_AT_FIRST - 1 };
    map->slots = mem_alloc(sizeof *map->slots * SLOTS_AT_FIRST);
}

void explore_map_deinit(ExploreMap *map)
{
    mem_free(map->slots);
    *map = (ExploreMap){ .slots = NULL };
}

// The slot in which the key is or would be.
static ExploreMapSlot *slot_of(const ExploreMap *map, ExploreKey key)
{
    uint64_t at = explore_map_place(map, key);
    const ExploreMapSlot *slot = &map->slots[at];
    while (slot->more != 0 && (slot->key != key.key || slot->more != (key.more | 1))) {
        at = (at + 1) & map->mask;
        slot = &map->slots[at];
    }
    return &map->slots[at];
}

static void grow(ExploreMap *map)
{
    ExploreMap old = *map;
    map->mask = old.mask * 2 + 1;
    map->slots = mem_alloc_scattered(sizeof *map->slots * (size_t)(map->mask + 1));
    for (uint64_t i = 0; i <= old.mask; i++) {
        const ExploreMapSlot *slot = &old.slots[i];
        if (slot->more != 0) {
            *slot_of(map, (ExploreKey){ slot->key, slot->more }) = *slot;
        }
    }
    mem_free(old.slots);
}

bool explore_map_has(const ExploreMap *map, ExploreKey key)
{
    return slot_of(map, key)->more != 0;
}

uint32_t *explore_map_at(ExploreMap *map, ExploreKey key, bool *fresh)
{
    ExploreMapSlot *slot = slot_of(map, key);
    *fresh = slot->more == 0;
    if (*fresh) {
        if (((uint64_t)map->count + 1) * 3 > (map->mask + 1) * 2) {
            grow(map);
            slot = slot_of(map, key);
        }
        *slot = (ExploreMapSlot){ key.key, key.more | 1, 0 };
        map->count++;
    }
    return &slot->number;
}
