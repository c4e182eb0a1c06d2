// How often the window draws, when the wind blows and when everything rests: decided by the clock,
// by what moves and by how far away the screen is. Knows no window.
#pragma once

#include <stdbool.h>

typedef struct Pace {
    bool slow_link;      // pictures go over a network: few of them, no wind
    bool reduced_motion; // no wind
    double last_input, last_step, last_gust; // seconds
    double debt;                             // seconds of the scene not yet played
} Pace;

// What there is to do.
typedef struct PaceWork {
    bool hidden;  // nobody sees the window
    bool telling; // text comes by itself
    bool lively;  // something falls or walks
    bool resting; // nothing moves in the scene
    bool busy;    // a backdrop or a thumbnail is being painted
    bool wanted;  // a new frame, or all of the old one, is to be shown
} PaceWork;

void pace_init(Pace *pace, double now);

// Whether the scene is to move on: for a while after an input, and as long as something falls.
bool pace_alive(const Pace *pace, double now, bool lively, bool resting);

bool pace_gust(Pace *pace, double now); // whether a gust begins now

// Steps of 1/60 s that the scene goes on now; 0 as long as the next picture is not due.
int pace_steps(Pace *pace, double now, bool alive);

int pace_tick(const Pace *pace); // milliseconds between two INPUT_TICKs at least

// Milliseconds to sleep, and how many at least lie between two pictures whatever happens.
int pace_pause(const Pace *pace, double now, PaceWork work);
int pace_least(const Pace *pace);
