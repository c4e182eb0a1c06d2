// The story with every colleague's trust and the energy left out: each question for them is answered
// in all the ways in which it ever is. What the parts were asked and what happened to them stands at
// each link, and how one gets along it (path.h): project.h looks there for what a part can tell
// apart, product.h puts the parts together again.
#pragma once

#include "explore/explore.h"
#include "explore/fork.h"
#include "explore/live.h"
#include "explore/map.h"
#include "explore/order.h"
#include "explore/path.h"
#include "explore/turns.h"

enum { EXPLORE_NO_REST = UINT32_MAX }; // as uint32_t: an error, or no choice at all
typedef struct ExploreRests {
    const Scenario *scenario;
    ExplorePack *pack;
    ExploreLive *live; // NULL: nothing is forgotten
    ExploreAnswers *answers;
    uint32_t count;
    uint32_t *number; // of each: in the pack
    uint32_t *first;  // link of each rest, and one behind the last
    uint32_t room;
    ExploreLink *links; // in the order of the choices
    uint32_t link_count, link_room;
    ExplorePaths paths[EXPLORE_PARTS];
    ExploreMap prints; // of the rests as they were found
    uint32_t deed_count;
    uint32_t *codes; // by deed: one for each part (path.h)
    uint32_t code_room;
    uint32_t *place; // of each rest (explore_place)
    bool many;       // there are more than the limit, or plays say that there are
    ExploreOrder order;
    PersonState blank[STORY_PEOPLE_MAX]; // what stands where a part is left out: as it begins
} ExploreRests;

// False when there are more than `limit` rests (also where plays say so, reach.h) or more forks than are
// followed. `pack` must be new.
// `scenario` asks the questions (explore_asking_tests). The first rest is the start.
bool explore_rests_init(ExploreRests *rests, const Scenario *scenario, ExplorePack *pack,
                        ExploreLive *live, ExploreAnswers *answers, uint32_t limit,
                        const ExploreHands *hands);
void explore_rests_deinit(ExploreRests *rests);

static inline const uint32_t *explore_rests_codes(const ExploreRests *rests, uint32_t link)
{
    size_t parts = (size_t)explore_parts(rests->scenario);
    return rests->codes + parts * rests->links[link].deed;
}
