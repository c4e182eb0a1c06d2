// The walk turn by turn: every state is left by playing each of its choices. Breadth first, so that the
// first way into a state is a shortest one. Several may play at once; who numbers what they find does
// it in the order in which one alone would, so states and edges are the same.
#pragma once

#include "explore/explore.h"
#include "explore/live.h"

// Fills an empty graph, whose pack takes whole states; stops behind the state with which there are more
// than `limit`. `live` NULL: nothing is forgotten. It stops early where condition functions have read
// more than `live` knew (explore_live_stale). False only where the story cannot begin (err).
bool explore_plain(ExploreGraph *graph, ExploreLive *live, uint32_t limit,
                   const ExploreHands *hands, Err *err); // no Lua, or hands are NULL
