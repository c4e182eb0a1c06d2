// Which commitment wears which disc, and which kept one was laid in which gap. Private to
// engine/bridge. Knows nothing of planks' conditions, ropes or trust.
#pragma once

#include "bridge/bridge.h"

enum { BRIDGE_NOBODY = -1 };

// By index of the commitment.
typedef struct BridgeDiscs {
    int16_t disc[BRIDGE_COMMITMENTS];      // 1..BRIDGE_DISCS; 0 for none
    int16_t mends[BRIDGE_COMMITMENTS];     // the broken one whose gap it fills, or BRIDGE_NOBODY
    int16_t mended_by[BRIDGE_COMMITMENTS]; // the kept one that fills its gap, or BRIDGE_NOBODY
    int gaps;                              // broken commitments in all
    int open_gaps;                         // ... that nothing was laid in yet
} BridgeDiscs;

// count is at most BRIDGE_COMMITMENTS.
void bridge_discs(BridgeDiscs *out, const BridgeCommitment *commitments, int count);
