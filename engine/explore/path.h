// What can happen to a part between two states, each once: what it was asked and answered and what
// it felt, in order. A hash of it is the code. What a part becomes depends on its code alone, so it can
// be gone again with any trust in that part, and no turn is played for it.
#pragma once

#include "explore/answers.h"
#include "explore/fork.h"
#include "explore/outlook.h"

typedef struct ExplorePath {
    uint32_t first, count;  // into met
    ExploreOutlook outlook; // on what stands there
} ExplorePath;

typedef struct ExplorePaths { // of one part
    const Scenario *scenario;
    int part;
    ExploreTable codes; // hashes, numbered; 0 is the hash 0: nothing happened
    ExplorePath *items; // by code
    uint32_t room;
    ExploreMet *met;
    uint32_t met_count, met_room;
    ExploreQuestions questions;
} ExplorePaths;

void explore_paths_init(ExplorePaths *paths, const Scenario *scenario, int part);
void explore_paths_deinit(ExplorePaths *paths);

// The number of a code. A new one keeps what the part met of this.
uint32_t explore_paths_add(ExplorePaths *paths, uint64_t code, const ExploreMet *met, int count);

// Whether the part answers so, as it is; then it becomes what it becomes there, with nothing forgotten.
// An answer that was not known is noted.
bool explore_path_go(const ExplorePaths *paths, uint32_t code, ExplorePart *part,
                     ExploreAnswers *answers);
