// Values of a part, each once, in the order in which they come: gathered for one place after the other
// (project.c), with room that is used again.
#pragma once

#include "explore/outlook.h"
#include "explore/slots.h"

typedef struct ExploreGathering {
    ExplorePart *values;
    uint32_t *hashes; // of them
    uint32_t count, room;
    ExploreSlots slots;
} ExploreGathering;

// Begins anew with these, which differ.
void explore_gather_on(ExploreGathering *gathering, const ExplorePart *values,
                       const uint32_t *hashes, uint32_t count);
void explore_gathering_deinit(ExploreGathering *gathering);

uint32_t explore_gather_hash(const ExplorePart *value);

// The number of a value, which is added where it is not there yet.
uint32_t explore_gather(ExploreGathering *gathering, const ExplorePart *value, uint32_t hash);
