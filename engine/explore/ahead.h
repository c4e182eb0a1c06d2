// What may still be read behind one state: what the op where it stands reads (reads.h), and what may
// be called on the way: due times, whenevers, acts at a desk. It depends on little of the state, so
// that few are worked out and the others are looked up.
#pragma once

#include "base/arena.h"
#include "explore/given.h"
#include "explore/table.h"
#include "trust/forget.h"

enum {                    // ExplorePlank.reads
    PLANK_MOVED = 1 << 0, // asked whether it was moved
    PLANK_TOLD = 1 << 1,
    PLANK_WORK = 1 << 2,    // what was done of it
    PLANK_PROMISE = 1 << 3, // it may be promised
    PLANK_OWN = 1 << 4,     // it may be owned up to
    PLANK_COVER = 1 << 5,
    PLANK_WORDS = 1 << 6, // an apology to its colleague counts whether they have reacted
};

typedef struct ExplorePlank { // of one commitment
    uint8_t reads;
    uint8_t
        like[STATE_FOUND_OUT + 1]; // the first settled state that nothing can tell from this one
} ExplorePlank;

typedef struct ExploreAhead {
    uint32_t number; // of those that were worked out
    const uint64_t *set;
    TrustAhead people[STORY_PEOPLE_MAX];
    uint8_t matters;    // mask: whose trust is asked for
    uint32_t clarified; // standards of which it still matters that they were clarified, or broken
    uint32_t broken;
    const uint64_t *played; // whenevers of which it matters that they were played
    const ExplorePlank *planks;
} ExploreAhead;

typedef struct ExploreLookout {
    const ExploreReads *reads;
    ExploreGivens givens;
    Arena arena;
    ExploreMap numbers;   // by what it depends on
    ExploreAhead **found; // by number
    uint32_t room;
    int words; // of a key
    uint64_t *key, *talked; // scratch
} ExploreLookout;

void explore_lookout_init(ExploreLookout *lookout, const ExploreReads *reads);
void explore_lookout_twin(ExploreLookout *twin, const ExploreLookout *first); // explore_givens_twin
void explore_lookout_deinit(ExploreLookout *lookout);

// Of a paused playthrough that is not over. Valid until explore_lookout_deinit.
const ExploreAhead *explore_ahead(ExploreLookout *lookout, const Playthrough *play);
