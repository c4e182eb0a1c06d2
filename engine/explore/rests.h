// The story with every colleague's trust and the energy left out: each question for them is answered
// in all the ways in which it ever is. What the parts were asked and what happened to them stands at
// each link: project.h looks there for what a part can tell apart.
#pragma once

#include "explore/answers.h"
#include "explore/fork.h"
#include "explore/live.h"
#include "explore/pack.h"

typedef struct ExploreLink {
    uint32_t to;    // a rest, or EXPLORE_NO_REST: an error, or nothing open
    uint32_t label; // into labels: one number for each part
} ExploreLink;
enum { EXPLORE_NO_REST = UINT32_MAX };

typedef struct ExploreRests {
    const Scenario *scenario;
    ExplorePack *pack;
    ExploreLive *live; // may be NULL: nothing is forgotten
    ExploreAnswers *answers;
    StoryTest *tests;
    uint32_t count;
    uint32_t *first; // of each rest, and one behind the last
    uint32_t room;
    ExploreLink *links;
    uint32_t link_count, link_room;
    ExploreTable codes;    // hashes, numbered; 0 is the hash 0: nothing happened
    ExploreTable labels;   // of links: numbers of codes, one for each part
    ExploreTable outlooks; // of rests (explore_live_outlook): likewise
    uint32_t *outlook;     // of each rest
    PersonState blank[STORY_PEOPLE_MAX]; // what stands where a part is left out
} ExploreRests;

// False when there are more than `limit` rests or more forks than are followed. `pack` must be new.
bool explore_rests_init(ExploreRests *rests, ExplorePack *pack, ExploreLive *live,
                        ExploreAnswers *answers, uint32_t limit);
void explore_rests_deinit(ExploreRests *rests);

// Puts the blank in the place of all parts but one.
void explore_rests_leave_out(const ExploreRests *rests, Playthrough *play, int all_but);

// The rests, successors first; *ordered of them. Those behind lie on circles or lead to one.
uint32_t *explore_rests_backwards(const ExploreRests *rests, uint32_t *ordered);

static inline uint32_t explore_rests_label(const ExploreRests *rests, uint32_t link, int part)
{
    const uint32_t *codes = explore_table_at(&rests->labels, rests->links[link].label);
    return codes[part];
}

// A scenario's conditions in the form in which each question for trust asks the oracle (mem_free).
StoryTest *explore_asking_tests(const Scenario *scenario);
