// Plays a story through at random, for what is met on the way: which answers trust gives (listen.c), how
// many rests there are at least (reach.h). The plays that authors hear of are those of plays.h.
#pragma once

#include "story/story.h"

enum { EXPLORE_WANDER_TURNS = 400 }; // of one play, at most

typedef struct ExploreWander {
    void *context;
    void (*comes)(void *context, Playthrough *play); // behind each turn that did not fail
} ExploreWander;

// One play, into `play` (play_size bytes), with an oracle that stops between scenes and lets chances
// fall by `stream`. Any open offer is as likely as another.
void explore_wander(const Scenario *scenario, uint64_t *stream, Playthrough *play,
                    const ExploreWander *wander);
