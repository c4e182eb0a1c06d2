// See slots.h.
#include "explore/slots.h"

#include "base/arena.h"

#include <string.h>

enum { SLOTS_AT_FIRST = 64 };

static void put(ExploreSlots *slots, uint32_t hash, uint32_t number)
{
    uint32_t at = hash & slots->mask;
    while (slots->items[at] != 0) {
        at = (at + 1) & slots->mask;
    }
    slots->items[at] = number + 1;
}

void explore_slots_lay_out(ExploreSlots *slots, const uint32_t *hashes, uint32_t count)
{
    uint32_t wanted = SLOTS_AT_FIRST;
    while (wanted < count * 4) {
        wanted *= 2;
    }
    if (wanted > slots->room) {
        mem_free(slots->items);
        slots->items = mem_alloc(sizeof *slots->items * wanted);
        slots->room = wanted;
    } else {
        memset(slots->items, 0, sizeof *slots->items * wanted);
    }
    slots->mask = wanted - 1;
    for (uint32_t i = 0; i < count; i++) {
        put(slots, hashes[i], i);
    }
}

void explore_slots_add(ExploreSlots *slots, const uint32_t *hashes, uint32_t count)
{
    if (count * 2 > slots->mask) {
        explore_slots_lay_out(slots, hashes, count);
    } else {
        put(slots, hashes[count - 1], count - 1);
    }
}

void explore_slots_deinit(ExploreSlots *slots)
{
    mem_free(slots->items);
    *slots = (ExploreSlots){ .room = 0 };
}
