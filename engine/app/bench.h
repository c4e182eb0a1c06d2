// What the measurements of `bench` share. Each tells its figures under a name, with a unit and what
// is wanted of it.
#pragma once

#include "app/paths.h"
#include "base/json.h"
#include "story/scenario.h"

#include <stdbool.h>

typedef struct Bench {
    Scenario *scenario;
    const char *name; // of it
    char folder[PATHS_SIZE], data[PATHS_SIZE];
    bool as_json;
    Json json;
} Bench;

void bench_tell(Bench *bench, const char *name, double value, const char *unit, const char *wanted);

// The value below which `share` (0..1) of them lie; sorts them.
double bench_share(double *values, int count, double share);

bool bench_trust(Bench *bench); // in bench_trust.c: events a second, bytes of a state

bool bench_explore(Bench *bench); // in bench_explore.c: every state of scenarios
bool bench_year(Bench *bench);    // in bench_year.c: a database of 2,000 plays
bool bench_authors(Bench *bench); // in bench_authors.c: what authors wait for

// In bench_window.c: with a window, in the present display or a driver that shows nothing.
bool bench_frames(Bench *bench);  // whole frames of the three heaviest scenes at three sizes
bool bench_canyon(Bench *bench);  // the same with six bridges
bool bench_bake(Bench *bench);    // the light changes: how long a step blocks, all of it, memory
bool bench_latency(Bench *bench); // from an input to what is shown

// In bench_live.c: from an author's edit to the screen, with play --live.
bool bench_live(Bench *bench);

// In bench_sound.c; silent.
bool bench_sound(Bench *bench);

// In bench_screen.c: the room's windows while everybody answers.
bool bench_screen(Bench *bench);

// In bench_room.c: a room under load, over loopback; nothing where the program has no room.
bool bench_room(Bench *bench);
