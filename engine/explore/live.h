// Forgets what the rest of the story can no longer read. A flag that no later condition asks for, a
// promise that nobody will speak of again, the trust of somebody who is not needed any more: two
// states that differ in nothing else are one state, and forgetting it changes no outcome.
#pragma once

#include "explore/ahead.h"

typedef struct ExploreLive {
    const Scenario *scenario;
    ExploreReads reads;
    ExploreLookout lookout;
    const ExploreAhead *ahead; // of the play that was last forgotten in; NULL where it is over
    PersonState nobody;        // what somebody becomes whose trust is not asked for any more
    bool twin;
} ExploreLive;

void explore_live_init(ExploreLive *live, const Scenario *scenario);
void explore_live_twin(ExploreLive *twin, const ExploreLive *first); // explore_givens_twin
void explore_live_deinit(ExploreLive *live);

// Whether a condition function has read more than it was known to read: what was forgotten may matter.
// Renewed, it knows that as well.
bool explore_live_stale(const ExploreLive *live);
void explore_live_renew(ExploreLive *live);

// Whether parts can be taken apart: unless condition functions may read anything.
bool explore_live_mergeable(const ExploreLive *live);

// Forgets in a paused playthrough what nothing can read any more, and the order and the pictures'
// counts that nothing ever reads.
void explore_live_forget(ExploreLive *live, Playthrough *play);

// The same without the parts (explore_parts): these stay as they are.
void explore_live_forget_rest(ExploreLive *live, Playthrough *play);
