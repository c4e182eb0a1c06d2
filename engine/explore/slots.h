// The places of things that are numbered, by their hashes, with room that is used again. What they are, and
// whether two are the same, knows who asks. For what is soon gone again; table.h keeps what stays.
#pragma once

#include <stdint.h>

typedef struct ExploreSlots {
    uint32_t *items; // numbers + 1; 0: free
    uint32_t mask, room;
} ExploreSlots;

// The first `count` of those with these hashes, in room for twice as many.
void explore_slots_lay_out(ExploreSlots *slots, const uint32_t *hashes, uint32_t count);
void explore_slots_deinit(ExploreSlots *slots);

// Adds the last of `count`, which was not there.
void explore_slots_add(ExploreSlots *slots, const uint32_t *hashes, uint32_t count);

// The numbers of those that may have a hash, one after the other: `at` is that hash, then one more each time.
// UINT32_MAX: there are no more.
static inline uint32_t explore_slots_at(const ExploreSlots *slots, uint32_t at)
{
    return slots->items[at & slots->mask] - 1;
}
