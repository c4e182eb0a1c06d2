// Threads for what one exploration lets several do at once (ExploreHands). They wait between two pieces of
// work; where a thread cannot be had, the caller does its share too. Not for children of jobs.h that
// are as many as there are processors.
#pragma once

#include "explore/explore.h"

typedef struct Hands Hands;

// `count` of them, the caller among them: up to EXPLORE_HANDS_MAX; 0: as many as there are processors.
Hands *hands_new(int count);
void hands_free(Hands *hands);

// Valid until hands_free. To be used by one exploration at a time.
const ExploreHands *hands_of(const Hands *hands);
