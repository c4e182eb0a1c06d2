// What was met on ways through a story: scenes, options, endings, how conditions came out, what became
// of promises, which mechanics of the article. Filled from the events of turns, whoever plays them:
// random plays (plays.h) and the walk through every turn (survey.h).
#pragma once

#include "story/story.h"

enum { SEEN_FALSE = 1, SEEN_TRUE = 2 }; // of a condition
enum {                                  // of a commitment
    SEEN_PROMISED = 1,
    SEEN_SETTLED = 2,
    SEEN_LATE = 4,       // promised when its due time had come already; only for causes:
    SEEN_IN_TIME = 8,    // before. Ways that differ in the hour alone may be one
    SEEN_REFUSED = 16,   // they would not have the promise, or a new date
    SEEN_OWNED = 32,     // owned up in time: it counted
    SEEN_OWN_TELLS = 64, // told in a scene that it will be late: what own_up does before it is due
    SEEN_DELIVERED = 128,
};
// Of the bridge to a colleague. At risk: by what they may never hear of, or what does harm only to
// more than they had. Time alone (a weekend, a week without a word) neither harms nor mends.
enum { SEEN_HARMED = 1, SEEN_MENDED = 2, SEEN_AT_RISK = 4 };
enum { EXPLORE_MECHANICS = 20 };

typedef struct ExploreSeen {
    const Scenario *scenario;
    bool *scenes, *options, *endings; // options: taken
    uint8_t *conditions;              // by condition: SEEN_FALSE, SEEN_TRUE
    uint8_t *commitments;
    uint8_t people[STORY_PEOPLE_MAX];
    uint32_t mechanics; // bit n-1: An was met
    uint8_t witnesses;  // of the option that runs, while events are read
    bool at_desk;       // what runs was chosen at a desk, by its own words; likewise
} ExploreSeen;

void explore_seen_init(ExploreSeen *seen, const Scenario *scenario);
void explore_seen_deinit(ExploreSeen *seen);

// Adds what happened. *harmed: the colleagues whose bridge was harmed (or put at risk) before, on
// the same way; and behind it.
void explore_seen_events(ExploreSeen *seen, const StoryEvent *events, int count, uint8_t *harmed);

// A copy of a scenario whose conditions (of questions, options, whenevers, commitments) note in
// `seen` how they come out where they are asked. Plays like the scenario itself.
typedef struct ExploreWatch {
    Scenario scenario;
    const Scenario *original;
    ExploreSeen *seen;
    StoryCond *conds;
    StoryTest *tests;
} ExploreWatch;

void explore_watch_init(ExploreWatch *watch, const Scenario *scenario, ExploreSeen *seen);
void explore_watch_deinit(ExploreWatch *watch);
