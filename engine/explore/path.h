// What can happen to a part between two states, each once: what it was asked and answered and what
// it felt, as a hash (the code), and one way through the story on which that is so, kept so that it
// can be gone again with any trust in that part. What a part becomes depends on its code alone, so
// it is worked out once for each value and code.
#pragma once

#include "explore/answers.h"
#include "explore/fork.h"
#include "explore/pack.h"
#include "story/story.h"

// What a part is asked before anything happens to it.
typedef struct ExploreAsk {
    int32_t threshold;
    uint8_t which; // StoryReading
    bool answer;
    bool both; // both answers are known: none is news
} ExploreAsk;

typedef struct ExplorePath {
    uint32_t rest;        // in the pack, where it begins
    uint32_t first;       // into told
    uint16_t offers, all; // answers given while choices are listed; in all
    bool moves, chooses;  // something is done; it is a choice
    StoryOffer offer;
    uint32_t first_ask, ask_count; // into asks
    bool felt;                     // something happens to the part
} ExplorePath;

typedef struct ExplorePaths { // of one part
    ExploreTable codes;       // hashes, numbered; 0 is the hash 0: nothing happened
    ExplorePath *items;       // by code
    uint32_t room;
    ExploreTold *told;
    uint32_t told_count, told_room;
    ExploreAsk *asks;
    uint32_t ask_count, ask_room;
} ExplorePaths;

void explore_paths_init(ExplorePaths *paths);
void explore_paths_deinit(ExplorePaths *paths);

// The number of a code of a part. A new one keeps its path, `path`, of which `offers` and `all` count
// what stands at `told`; `felt`: answers given before anything happens to the part, or -1.
uint32_t explore_paths_add(ExplorePaths *paths, int part, uint64_t code, const ExplorePath *path,
                           const ExploreTold *told, int felt);

// What can be said without going there: readings by StoryReading.
typedef enum ExplorePassage {
    PASSAGE_PARTED,  // it answers otherwise
    PASSAGE_NOTHING, // it answers so, and nothing happens to it
    PASSAGE_GO,      // go and see
} ExplorePassage;
ExplorePassage explore_paths_look(const ExplorePaths *paths, uint32_t code,
                                  const int32_t readings[3]);

// Goes paths again with one part as it is.
typedef struct ExploreWalker {
    const ExplorePack *pack;
    ExploreAnswers *answers;
    Scenario scenario; // a copy, with the oracle below
    const PersonState *blank;
    int part; // see explore_parts
    bool weeks;
    Playthrough *play; // where it has come to
    const ExploreTold *next, *end;
    bool parted; // it has answered otherwise than the path says
    StoryOracle oracle;
} ExploreWalker;

// `blank` is what stands in the place of the other people.
void explore_walker_init(ExploreWalker *walker, const Scenario *scenario, const ExplorePack *pack,
                         ExploreAnswers *answers, int part, const PersonState *blank);
void explore_walker_deinit(ExploreWalker *walker);

// The first `always` that does not hold where a turn has come to, or -1. Asked behind every turn that
// did not fail, however it is played. What is asked of parts counts as asked in one place, wherever
// it is: else an answer that is new would be heard of at one place after the other.
int explore_always_broken(const Scenario *scenario, Playthrough *play, Err *err);

// False where the part does not answer as the path says. What it answers is noted. Else it has
// become what stands in walker->play, with nothing forgotten.
bool explore_walker_go(ExploreWalker *walker, const ExplorePaths *paths, uint32_t code,
                       const PersonState *person, int16_t energy);
