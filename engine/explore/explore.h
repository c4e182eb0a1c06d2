// Every state that a scenario can come to, and every choice between them: a proof where it is complete,
// and said to be bounded where it is not. The needs and chances are seen falling each way. What makes it
// small enough is exact: see live.h (what nothing can read any more) and project.h (trust that nothing
// can tell apart). Knows no screen, no Lua, no clock.
#pragma once

#include "base/err.h"
#include "explore/pack.h"
#include "story/story.h"

enum { EXPLORE_NOWHERE = -1 }; // as uint32_t: where a choice failed

// Between two choices the story stops where a scene begins (story/oracle.h): such a state has one
// "choice" of this kind.
enum { EXPLORE_GOES_ON = 255 };

typedef struct ExploreEdge {
    uint32_t to;     // a state, or EXPLORE_NOWHERE
    uint16_t x;      // StoryOffer.x
    uint8_t kind;    // StoryOfferKind, or EXPLORE_GOES_ON
    uint8_t outcome; // 0 for the first outcome of this choice, then 1, 2 ..
    float chance;    // of this outcome, once it was chosen: those of one choice add up to 1
} ExploreEdge;

// A state in which the story cannot go on, or in which something does not hold that always should.
typedef enum ExploreTroubleKind {
    EXPLORE_STUCK,  // nothing can be taken
    EXPLORE_FAILED, // a choice ends in an error
    EXPLORE_BROKEN, // an `always`
} ExploreTroubleKind;
enum { EXPLORE_TROUBLE_KINDS = 3, EXPLORE_TROUBLES_MAX = 16 };

typedef struct ExploreTrouble {
    ExploreTroubleKind kind;
    uint32_t state;
    ExploreEdge edge; // that failed; kind EXPLORE_FAILED only
    int always;       // EXPLORE_BROKEN: which
    Err err;
} ExploreTrouble;

// Who works at once. How that is done is the caller's: this module knows no threads.
enum { EXPLORE_HANDS_MAX = 16 };
typedef struct ExploreHands {
    void *context;
    int count; // 1 to EXPLORE_HANDS_MAX
    // Calls job(work, hand) for each hand, from 0 on, at once or one after the other; back when all are.
    void (*all)(void *context, void (*job)(void *work, int hand), void *work);
} ExploreHands;

typedef struct ExploreOptions {
    uint32_t state_limit; // 0: EXPLORE_STATES_MAX. What cannot be done may stop before (README.md)
    bool forget;          // what nothing can read any more
    bool merge;           // trust that nothing can tell apart
    const ExploreHands *hands; // NULL: one, as where Lua is asked. All make the same graph
} ExploreOptions;
enum { EXPLORE_STATES_MAX = 20000000 };

typedef struct ExploreGraph {
    const Scenario *scenario;
    ExplorePack pack; // the states: pack.states.count of them, 0 the start
    ExploreEdge *edges;
    uint32_t edge_count, edge_room, state_room;
    uint32_t
        *first; // state_count + 1: the first edge of each; all edges of a choice are neighbours
    uint32_t *parent;      // the state from which it was first reached: a shortest way
    bool complete;         // false: there are more states than the limit
    bool overflow;         // a turn asked more chances than are followed
    uint32_t merged_parts; // mask of those that were merged (see explore_parts): all or none
    ExploreTrouble troubles[EXPLORE_TROUBLES_MAX]; // the first ones, nearest to the start first
    int trouble_count;
} ExploreGraph;

// False only where the story cannot even begin (err): then nothing is left to be freed. Takes memory for
// every state; explore_deinit frees it. The scenario must outlive it.
bool explore_init(ExploreGraph *graph, const Scenario *scenario, const ExploreOptions *options,
                  Err *err);
void explore_deinit(ExploreGraph *graph);

static inline uint32_t explore_state_count(const ExploreGraph *graph)
{
    return graph->pack.states.count;
}

// One state as a playthrough (play_size bytes). What nothing reads any more is zero in it.
void explore_play(const ExploreGraph *graph, uint32_t state, Playthrough *play);

// All states, the nearest to the start first (mem_free).
uint32_t *explore_nearest_first(const ExploreGraph *graph);

size_t explore_bytes(const ExploreGraph *graph); // of memory
