// What the rest of the story can still read. A flag that no later condition asks for, a promise that
// nobody will speak of again, the trust of somebody who is not needed any more: two states that
// differ in nothing else are one state, and forgetting it changes no outcome. Found by walking the
// ops backwards, like the liveness of variables in a compiler (Aho, Lam, Sethi & Ullman,
// "Compilers", 2nd ed., 9.2.5).
#pragma once

#include "story/playthrough.h"
#include "trust/forget.h"

typedef struct ExploreLive {
    const Scenario *scenario;
    int words;          // of one set
    uint64_t *at;       // op_count sets: what is read from this op on
    uint64_t *provided; // commitment_count sets: what its `provided` reads
    uint64_t *called;   // whenever_count sets: what its condition and its body read
    bool *tells;        // whenever_count: it does nothing but say something
    uint64_t *set;      // scratch: one set
    TrustAhead ahead[STORY_PEOPLE_MAX]; // of the play that was last forgotten in
    bool everything;    // a Lua condition may read anything
} ExploreLive;

void explore_live_init(ExploreLive *live, const Scenario *scenario);
void explore_live_deinit(ExploreLive *live);

// Forgets in a paused playthrough what nothing can read any more, and the order and the pictures'
// counts that nothing ever reads.
void explore_live_forget(ExploreLive *live, Playthrough *play);

// Behind explore_live_forget on the same play: what was forgotten of a part (see explore_parts)
// depends on this alone.
uint64_t explore_live_outlook(const ExploreLive *live, const Playthrough *play, int part);
