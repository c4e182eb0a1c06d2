// Work of many pieces, none of which waits for another. Each hand begins with a part of its own, the same one
// whenever there are as many pieces, and then helps with the others: so it mostly reads what it wrote itself. Who
// does which piece is still left to chance, and nothing that comes out may depend on it.
#pragma once

#include "explore/explore.h"

// Calls piece(context, hand, nth) for each of `count`, so many at a time; back when all are done. `hands` NULL, or
// `count` not above `at_a_time`: whoever calls does them all, as hand 0.
void explore_share(const ExploreHands *hands, uint32_t count, uint32_t at_a_time, void *context,
                   void (*piece)(void *context, int hand, uint32_t nth));

static inline int explore_hands(const ExploreHands *hands)
{
    return hands == NULL ? 1 : hands->count;
}
