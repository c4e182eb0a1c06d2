// How what was found is shown: for people in a terminal, and as JSON. Knows nothing of how it is found.
#pragma once

#include "base/json.h"
#include "explore/finding.h"

typedef struct CheckShown {
    const char *name; // of the scenario as it was given: for the lines to paste
    double seconds;
    bool plain; // a line for each finding, without its excerpt
} CheckShown;

// The facts, then every finding with its place, its cause, how to mend it, and the way there.
void check_print(const ExploreCheck *check, const CheckShown *shown);

// The members of the object behind "mistakes" (engine/explore/README.md, "For programs").
void check_json(Json *json, const ExploreCheck *check, const CheckShown *shown);

int check_words(const Scenario *scenario);
