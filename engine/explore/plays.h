// Seeded random plays: each is a real way with its seed, so that whatever goes wrong in one can be
// played again. They prove nothing about what they have not met.
#pragma once

#include "explore/seen.h"
#include "explore/way.h"

typedef enum ExplorePlayTrouble {
    PLAY_STUCK,   // nothing can be taken
    PLAY_FAILED,  // the story could not go on
    PLAY_BROKEN,  // an `always`
    PLAY_ENDLESS, // more than EXPLORE_PLAY_CHOICES_MAX choices
} ExplorePlayTrouble;
// How fast people read, and how long they think.
enum { EXPLORE_WORDS_A_MINUTE = 180, EXPLORE_SECONDS_A_CHOICE = 12 };
static inline double explore_reading_minutes(double words, double choices)
{
    return words / EXPLORE_WORDS_A_MINUTE + choices * EXPLORE_SECONDS_A_CHOICE / 60.0;
}

enum { EXPLORE_PLAY_TROUBLES = 4, EXPLORE_PLAY_CHOICES_MAX = 2000, EXPLORE_MISHAPS_MAX = 1000 };

typedef struct ExploreMishap { // the one with the fewest choices of its kind
    int plays;                 // in how many it was met
    uint64_t seed;
    StoryOffer *taken;
    int count;
    int always; // PLAY_BROKEN: which
    Err err;
} ExploreMishap;

typedef struct ExplorePlays {
    int plays;   // fair ones: all counts below are of these
    int seeking; // and such as take what was seldom taken: for what they meet
    int endless; // of the fair ones: without an end after EXPLORE_PLAY_CHOICES_MAX choices
    int64_t choices;
    int64_t way_choices, way_words; // of those with an end, as is the next line
    int least_choices, most_choices, least_words, most_words; // of one way; -1: there is none
    int *ending_counts;                                       // by ending
    int *option_counts;                                       // by option: taken in how many plays
    ExploreMishap mishaps[EXPLORE_PLAY_TROUBLES];
    ExploreMishap
        *left_open; // by commitment of the player: it was still open at the end, in any play
    int commitments;
} ExplorePlays;

// Seeds 1 to `count`, or until EXPLORE_MISHAPS_MAX went wrong; any open offer is as likely as
// another. Then a quarter as many that seek what was seldom taken. What they meet is added to `seen`.
void explore_plays_init(ExplorePlays *plays, const Scenario *scenario, int count,
                        ExploreSeen *seen);
void explore_plays_deinit(ExplorePlays *plays);

// Why nothing or something could not be taken: a soft-lock, and not a condition that failed.
bool explore_is_stuck(const Err *err);
