// See wander.h.
#include "explore/wander.h"

#include "base/hash.h"
#include "story/oracle.h"

static bool turn(const Scenario *sc, uint64_t *stream, Playthrough *play)
{
    if (story_between(sc, play)) {
        return story_go_on(sc, play, NULL);
    }
    StoryOffer offers[STORY_OFFERS_MAX];
    int count = story_offers(sc, play, false, offers, NULL);
    if (count == 0) {
        return false;
    }
    return story_choose(sc, play, &offers[random_below(stream, (uint32_t)count)], NULL, NULL);
}

void explore_wander(const Scenario *sc, uint64_t *stream, Playthrough *play,
                    const ExploreWander *wander)
{
    bool ok = story_start(sc, play, 0, NULL, NULL);
    for (int n = 0; ok && play->ended == 0 && n < EXPLORE_WANDER_TURNS; n++) {
        ok = turn(sc, stream, play);
        if (ok) {
            wander->comes(wander->context, play);
        }
    }
}
