// How a forecast is shown: for people at 80 columns, and as JSON (engine/explore/README.md). Knows
// nothing of how it is found.
#pragma once

#include "base/json.h"
#include "explore/forecast.h"

typedef struct ExploreShown {
    uint32_t states, edges, limit;
    double seconds;
    const char *why_not; // why it is not proved; NULL where it is
} ExploreShown;

void explore_show(const ExploreForecast *forecast, const ExploreShown *shown);
void explore_show_json(Json *json, const ExploreForecast *forecast, const ExploreShown *shown);
