// What fair plays of a scenario come to, in which every open choice is as likely as another: endings,
// and for each choice how often it is taken and what follows. From the graph where it is complete
// (exact), else from seeded plays. Trust and length always come from plays: the graph forgets the
// trust that nothing reads any more, and the words.
#pragma once

#include "explore/values.h"

typedef struct ExploreForecastChoice {
    char id[128]; // as in a recorded way
    uint16_t scene, x;
    uint8_t kind;                   // StoryOfferKind
    double taken;                   // times in a fair play; what is taken for ever: once
    double for_ever;                // the share of plays that take it again and again, for ever
    uint32_t loop;                  // in which this was counted last
    double *endings;                // the chance of each, once it was taken
    int plays;                      // in how many it was taken
    double trust[STORY_PEOPLE_MAX]; // the mean at the end of those, 0..1
} ExploreForecastChoice;

typedef struct ExploreSpread { // of something over plays
    double mean, tenth, middle, ninetieth;
} ExploreSpread;

enum { EXPLORE_FORECAST_PLAYS = 20000, EXPLORE_FORECAST_WORDS = 8 };

typedef struct ExploreForecast {
    const Scenario *scenario;
    bool proved; // endings and choices are exact
    double *endings;
    double unended; // the chance that a play stops without one
    ExploreForecastChoice *choices;
    int choice_count, choice_room;
    ExploreTable keys; // of choices
    int plays;
    int endless;                  // of these: without an end after EXPLORE_PLAY_CHOICES_MAX choices
    ExploreSpread minutes, taken; // of the others; taken: choices of one play
    ExploreSpread trust[STORY_PEOPLE_MAX];
    double margin[STORY_PEOPLE_MAX];                        // the mean lies so near with 95 %
    double words[STORY_PEOPLE_MAX][EXPLORE_FORECAST_WORDS]; // share of plays, by BridgeWord
} ExploreForecast;

// `values` NULL: the graph is not complete, or there is none.
void explore_forecast_init(ExploreForecast *forecast, const Scenario *scenario,
                           const ExploreGraph *graph, const ExploreValues *values, int plays);
void explore_forecast_deinit(ExploreForecast *forecast);
